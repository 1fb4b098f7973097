#include "input/table.h"

#include "input/csv.h"
#include "input/line.h"

#include <string.h>

/* Reads the next line that is not blank, counting the others. */
static int next_line(table *of, line *next)
{
    do {
        if (!line_read(next)) {
            return 0;
        }
        of->number++;
    } while (next->whole && line_is_blank(next));
    return 1;
}

/* Where the number of the field with this name is kept; NULL if nobody asks for it. */
static uint16_t *place(table *of, text name)
{
    const char *column;
    unsigned i;

    if (text_is(name, "id")) {
        return &of->id;
    }
    if (text_is(name, "who")) {
        return &of->who;
    }
    for (i = 0; i < TABLE_COLUMNS_MAX && (column = of->form->column(i)) != NULL; i++) {
        if (text_is(name, column)) {
            return &of->at[i];
        }
    }
    return NULL;
}

int table_open(table *of, const table_form *form)
{
    line header;
    csv fields;
    text name;
    int found;

    memset(of, 0, sizeof *of);
    of->form = form;
    do {
        if (!line_read(&header)) {
            out_complain("the input has no header line", text_of(""));
            return 0;
        }
        if (of->number++ == 0 && header.length >= 3
            && memcmp(header.start, "\xEF\xBB\xBF", 3) == 0) {
            header.start += 3;
            header.length -= 3;
        }
    } while (header.whole && line_is_blank(&header));
    if (!header.whole) {
        out_complain("the header line is too long", text_of(""));
        return 0;
    }
    fields = csv_of(&header);
    while ((found = csv_next(&fields, &name)) == CSV_FIELD) {
        uint16_t *at = place(of, name);

        of->fields++;
        if (at != NULL && *at != 0) {
            out_complain("two columns have the same name", name);
            return 0;
        }
        if (at != NULL) {
            *at = of->fields;
        }
    }
    if (found == CSV_QUOTES) {
        out_complain("the quotes of the header line do not match", text_of(""));
        return 0;
    }
    return 1;
}

/* Reads a column, and notes the first one that cannot be read. */
static void read_column(const table *of, table_row *row, void *question, unsigned i, text value)
{
    if (!of->form->read(question, i, value) && row->wrong == TABLE_OK) {
        row->wrong = TABLE_COLUMN;
        row->column = i;
    }
}

/* Reads the columns of the form that are in this field (number 0: in none). */
static void read_field(const table *of, table_row *row, void *question, unsigned number, text value)
{
    unsigned i;

    for (i = 0; i < TABLE_COLUMNS_MAX && of->form->column(i) != NULL; i++) {
        if (of->at[i] == number) {
            read_column(of, row, question, i, value);
        }
    }
}

int table_next(table *of, table_row *row, void *question)
{
    line next;
    csv fields;
    text value;
    unsigned number = 0;
    int found;

    if (!next_line(of, &next)) {
        return 0;
    }
    memset(question, 0, of->form->size);
    row->wrong = TABLE_OK;
    row->column = 0;
    row->id = text_of("");
    row->who = text_of("");
    fields = csv_of(&next);
    while ((found = csv_next(&fields, &value)) == CSV_FIELD) {
        /* The last field of a line that was cut off may be cut off itself. */
        if (!next.whole && fields.at == NULL) {
            break;
        }
        number++;
        if (number == of->id) {
            row->id = value;
        } else if (number == of->who) {
            row->who = value;
        } else {
            read_field(of, row, question, number, value);
        }
    }
    read_field(of, row, question, 0, text_of(""));
    if (!next.whole) {
        row->wrong = TABLE_TOO_LONG;
    } else if (found == CSV_QUOTES) {
        row->wrong = TABLE_QUOTES;
    } else if (number != of->fields) {
        row->wrong = TABLE_FIELDS;
    }
    if (row->id.length == 0) {
        row->id = text_of(out_number((int32_t)of->number, row->number));
    }
    return 1;
}
