#include "input/table.h"

#include "input/character.h"
#include "input/csv.h"
#include "input/line.h"

#include <string.h>

/* Where the number of the field with this name is stored; NULL if no form uses it. */
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

/* The known column of any form that this name almost matches; NULL if the name is a known column, or none is near. */
static const char *meant(text name)
{
    const char *const others[] = {"id", "who"};
    const char *column, *near = NULL;
    const table_form *form;
    unsigned i, of;

    if (name.length > 0 && name.start[0] == '=') {
        return NULL;
    }
    for (i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (text_is(name, others[i])) {
            return NULL;
        }
        if (character_same_name(name, text_of(others[i]))) {
            near = others[i];
        }
    }
    for (of = 0; (form = table_form_at(of)) != NULL; of++) {
        for (i = 0; i < TABLE_COLUMNS_MAX && (column = form->column(i)) != NULL; i++) {
            if (text_is(name, column)) {
                return NULL;
            }
            if (character_same_name(name, text_of(column))) {
                near = column;
            }
        }
    }
    return near;
}

/* Whether a line names the separator. csv.c then takes the first separator in it. */
static int names_separator(const line *of)
{
    return of->length == 5 && memcmp(of->start, "sep=", 4) == 0;
}

/* Reads the header line. Returns 0 after an error message if there is none. */
static int read_header(csv_input *from, line *header)
{
    csv_start(from);
    do {
        /* A tab in a blank line is not a separator. */
        from->separator = 0;
        if (!csv_read(from, header)) {
            out_complain("the input has no header line", text_of(""));
            return 0;
        }
    } while (header->whole && line_is_blank(header));
    if (names_separator(header)) {
        if (from->separator == 0) {
            out_complain_line(from->number, "no such separator: comma, semicolon or tab", "sep=");
            return 0;
        }
        if (!csv_read(from, header)) {
            out_complain("the input has no header line", text_of(""));
            return 0;
        }
    }
    if (!header->whole) {
        out_complain_line(from->number,
                          header->lost ? "something of the header line was lost on the way"
                                       : "the header line is too long",
                          "");
    }
    return header->whole;
}

/* Reads the name of a column. Returns 0 after an error message if the table cannot be used. */
static int take_name(table *of, text name)
{
    uint16_t *const at = place(of, name);
    const char *const other = at == NULL ? meant(name) : NULL;

    if (at != NULL && *at == 0) {
        *at = of->fields;
        return 1;
    }
    if (at != NULL) {
        out_complain_column(of->input.number, of->fields, "a second one of the same name", "");
        return 0;
    }
    if (other != NULL) {
        out_complain_column(of->input.number, of->fields, "its name must be", other);
    }
    return other == NULL;
}

/* Whether the table has any column of the form. */
static int is_asked(const table *of)
{
    unsigned i;

    if (of->id != 0 || of->who != 0) {
        return 1;
    }
    for (i = 0; i < TABLE_COLUMNS_MAX; i++) {
        if (of->at[i] != 0) {
            return 1;
        }
    }
    return 0;
}

int table_open(table *of, const table_form *form)
{
    line header;
    csv fields;
    text name;
    int found;

    memset(of, 0, sizeof *of);
    of->form = form;
    if (!read_header(&of->input, &header)) {
        return 0;
    }
    fields = csv_of(&of->input, &header);
    while ((found = csv_next(&fields, &name)) == CSV_FIELD) {
        of->fields++;
        if (!take_name(of, name)) {
            return 0;
        }
    }
    if (found == CSV_QUOTES) {
        out_complain_line(of->input.number, "the quotes of the header line do not match", "");
        return 0;
    }
    if (!is_asked(of)) {
        out_complain_line(of->input.number, "no column has the name of one, such as",
                          form->column(0));
        return 0;
    }
    return 1;
}

/* Reads a column, and records the first one that cannot be read. */
static void read_column(const table *of, table_row *row, void *question, unsigned i, text value)
{
    if (!of->form->read(question, i, value) && row->wrong == TABLE_OK) {
        row->wrong = TABLE_COLUMN;
        row->column = i;
    }
}

/* Reads the columns of the form that are in this field (number 0: missing columns). */
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

    do {
        if (!csv_read(&of->input, &next)) {
            return 0;
        }
    } while (next.whole && line_is_blank(&next));
    memset(question, 0, of->form->size);
    row->wrong = TABLE_OK;
    row->column = 0;
    row->id = text_of("");
    row->who = text_of("");
    fields = csv_of(&of->input, &next);
    while ((found = csv_next(&fields, &value)) == CSV_FIELD) {
        /* The last field of a truncated record may be truncated too. */
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
    if (next.lost) {
        row->wrong = TABLE_LOST;
        row->who = text_of("");
        table_forget_id(of, row);
    } else if (!next.whole) {
        row->wrong = TABLE_TOO_LONG;
    } else if (found == CSV_QUOTES) {
        row->wrong = TABLE_QUOTES;
    } else if (number != of->fields) {
        row->wrong = TABLE_FIELDS;
    }
    if (row->id.length == 0) {
        table_forget_id(of, row);
    }
    return 1;
}

void table_forget_id(const table *of, table_row *row)
{
    row->id = text_of(out_count(of->input.number, row->number));
}
