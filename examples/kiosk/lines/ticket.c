/* Capture tickets for the scanner. */
#include "input/facts.h"
#include "input/hex.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "ui/out.h"
#include "words.h"

/* The columns of the facts, then the identifier. */
static const char *column(unsigned index)
{
    const char *const of_facts = facts_form.column(index);

    if (of_facts != NULL) {
        return of_facts;
    }
    return facts_form.column(index - 1) != NULL ? "identifier" : NULL;
}

static int read_question(void *question, unsigned index, text value)
{
    ticket_question *const to = question;
    size_t length;

    if (facts_form.column(index) != NULL) {
        return facts_form.read(&to->facts, index, value);
    }
    return hex_read(value, to->identifier, sizeof to->identifier, &length)
           && length == sizeof to->identifier;
}

static const table_form form = {column, read_question, sizeof(ticket_question)};

static kz_status answer(const void *question)
{
    const ticket_question *const of = question;
    kz_ticket_record record;
    kz_ticket says;
    kz_status status = kz_ticket_issue(kiosk_law, &of->facts, of->identifier, &record);

    if (status == KZ_OK) {
        status = kz_ticket_read(record.bytes, sizeof record.bytes, &says);
    }
    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_of(KZ_VOCABULARY_OBLIGATION, says.obligation));
    out(",");
    out(words_provision(says.basis));
    out(",");
    hex_write(record.bytes, sizeof record.bytes);
    return KZ_OK;
}

const lines_kind lines_ticket = {
    "ticket", &form, "status,obligation,basis,ticket", answer, LINES_OPAQUE_ID,
};
