/* Refusals: the ground for a finding, and what may cure it. */
#include "kiosk.h"
#include "lines/kinds.h"
#include "ui/out.h"
#include "words.h"

enum { PROCEDURE, FINDING };

static const char *column(unsigned index)
{
    static const char *const names[] = {"procedure", "finding"};

    return index < sizeof names / sizeof names[0] ? names[index] : NULL;
}

static int read_question(void *question, unsigned index, text value)
{
    refusal_question *const to = question;

    if (index == PROCEDURE) {
        return words_read(KZ_VOCABULARY_PROCEDURE, value, &to->procedure) && to->procedure != 0;
    }
    return words_read(KZ_VOCABULARY_FINDING, value, &to->finding) && to->finding != 0;
}

static const table_form form = {column, read_question, sizeof(refusal_question)};

static kz_status answer(const void *question)
{
    const refusal_question *const of = question;
    kz_refusal refusal;
    const kz_status status = kz_refusal_get(kiosk_law, of->procedure, of->finding, &refusal);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_provision(refusal.ground));
    out(",");
    out(words_of(KZ_VOCABULARY_CURE, refusal.cure));
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, refusal.inferred));
    return KZ_OK;
}

const lines_kind lines_refusal = {"refusal", &form, "status,ground,cure,inferred", answer, 0};
