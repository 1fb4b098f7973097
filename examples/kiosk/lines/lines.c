#include "lines/lines.h"

#include "input/csv.h"
#include "input/table.h"
#include "kiosk.h"
#include "lines/holds_iin.h"
#include "lines/kinds.h"
#include "ui/out.h"
#include "words.h"

#include <string.h>

static const lines_kind *const kinds[] = {
    &lines_assess,  &lines_plan,    &lines_terms, &lines_registration, &lines_stay,
    &lines_country, &lines_ticket,  &lines_refusal, &lines_pilot, &lines_iin,
    &lines_calendar, &lines_clock, &lines_receipts, &lines_verify,
};

const table_form *table_form_at(unsigned index)
{
    return index < sizeof kinds / sizeof kinds[0] ? kinds[index]->form : NULL;
}

/* Writes the error of a record. */
static void write_wrong(const lines_kind *kind, const table_row *row)
{
    switch (row->wrong) {
    case TABLE_LOST:
        out("line_lost");
        break;
    case TABLE_TOO_LONG:
        out("line_too_long");
        break;
    case TABLE_QUOTES:
        out("line_quotes");
        break;
    case TABLE_FIELDS:
        out("line_fields");
        break;
    default:
        out("bad_");
        out(kind->form->column(row->column));
        break;
    }
}

/* The other columns of an error are empty. */
static void write_rest(const char *results)
{
    while ((results = strchr(results, ',')) != NULL) {
        out(",");
        results++;
    }
}

/* Returns whether there is an answer. */
static int answer_line(const lines_kind *kind, const table *input, table_row *row,
                       const void *question)
{
    const int refused = (kind->held_to & LINES_OPAQUE_ID) != 0 && holds_iin(row->id);
    kz_status status = KZ_OK;
    int answered = 0;

    if (refused) {
        table_forget_id(input, row);
    }
    csv_write(row->id);
    out(",");
    if (refused) {
        out("iin_in_id");
    } else if (row->wrong != TABLE_OK) {
        write_wrong(kind, row);
    } else {
        status = kind->answer(question);
        answered = status == KZ_OK;
        if (!answered) {
            out(words_error(status));
        }
    }
    if (!answered) {
        write_rest(kind->results);
    }
    out("\n");
    return answered;
}

int lines(const char *name)
{
    const lines_kind *kind = NULL;
    lines_question question;
    table input;
    table_row row;
    int all = 1;
    unsigned i;

    for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(name, kinds[i]->name) == 0) {
            kind = kinds[i];
        }
    }
    if (kind == NULL) {
        return KIOSK_BAD_USE;
    }
    if (!table_open(&input, kind->form)) {
        return KIOSK_BAD_INPUT;
    }
    out("id,");
    out(kind->results);
    out("\n");
    while (table_next(&input, &row, &question)) {
        all &= answer_line(kind, &input, &row, &question);
    }
    return all || (kind->held_to & LINES_ALL_ANSWERED) == 0 ? KIOSK_OK : KIOSK_BAD_INPUT;
}
