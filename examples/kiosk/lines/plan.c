/* The way to the document. */
#include "input/facts.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

static kz_status answer(const void *question)
{
    kz_plan_answer answer;
    const kz_status status = kz_plan(kiosk_law, question, &answer);
    int any = 0;
    unsigned i;

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_of(KZ_VOCABULARY_VERDICT, answer.verdict));
    out(",");
    for (i = 0; i < answer.step_count; i++) {
        out(write_separator(&any));
        out(words_of(KZ_VOCABULARY_STEP, answer.steps[i].step));
    }
    out(",");
    write_set(answer.blocked, KZ_VOCABULARY_GOAL);
    out(",");
    write_provisions(answer.basis, answer.basis_count);
    out(",");
    out(words_of(KZ_VOCABULARY_FACT, answer.ask));
    out(",");
    write_set(answer.ways_out, KZ_VOCABULARY_VISA_CHANNEL);
    out(",");
    write_provisions(answer.cautions, answer.caution_count);
    write_law(answer.law);
    return KZ_OK;
}

const lines_kind lines_plan = {
    "plan",
    &facts_plan_form,
    "status,verdict,steps,blocked,basis,ask,ways_out,cautions,law",
    answer,
    0,
};
