/* What the law requires of a person. */
#include "input/facts.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

#include <string.h>

static void sort_by_name(kz_provision *provisions, unsigned count)
{
    unsigned i, at;

    for (i = 1; i < count; i++) {
        const kz_provision moving = provisions[i];
        const char *const name = words_provision(moving);

        for (at = i; at > 0 && strcmp(words_provision(provisions[at - 1]), name) > 0; at--) {
            provisions[at] = provisions[at - 1];
        }
        provisions[at] = moving;
    }
}

static kz_status answer(const void *question)
{
    kz_assessment answer;
    const kz_status status = kz_assess(kiosk_law, question, &answer);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    write_set(answer.obligations, KZ_VOCABULARY_OBLIGATION);
    out(",");
    sort_by_name(answer.basis, answer.basis_count);
    write_provisions(answer.basis, answer.basis_count);
    out(",");
    out(words_of(KZ_VOCABULARY_FACT, answer.ask));
    out(",");
    write_set(answer.relevant, KZ_VOCABULARY_FACT);
    out(",");
    write_day(answer.holds_until);
    out(",");
    write_provisions(answer.conflict, answer.conflict[0] != 0 ? 2 : 0);
    out(",");
    write_provisions(answer.cautions, answer.caution_count);
    write_law(answer.law);
    return KZ_OK;
}

const lines_kind lines_assess = {
    "assess",
    &facts_form,
    "status,obligations,basis,ask,relevant,holds_until,conflict,cautions,law",
    answer,
    0,
};
