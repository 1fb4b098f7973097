/* Deadlines. */
#include "input/terms.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

static kz_status answer(const void *question)
{
    kz_window window;
    kz_window_day day;
    char number[OUT_NUMBER_BYTES];
    const kz_status status = terms_answer(question, &window, &day);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    if (window.outcome != KZ_TERM_OUTCOME_NOT_IN_FORCE) {
        out(words_of(KZ_VOCABULARY_COVERAGE, window.covered));
    }
    out(",");
    if (window.outcome == KZ_TERM_OUTCOME_NOT_IN_FORCE) {
        out(words_of(KZ_VOCABULARY_TERM_OUTCOME, window.outcome));
    } else if (window.transitional == KZ_ANSWER_YES) {
        out("transitional");
    }
    out(",");
    write_day(window.strict);
    out(",");
    write_day(window.lenient);
    out(",");
    out(words_of(KZ_VOCABULARY_DAY_STATE, day.state));
    out(",");
    out(day.state != 0 ? out_number(day.days_left, number) : "");
    out(",");
    out(day.state != 0 ? out_number(day.days_late, number) : "");
    out(",");
    out(words_of(KZ_VOCABULARY_CERTAINTY, window.certainty));
    out(",");
    write_provisions(window.cautions, window.caution_count);
    write_law(window.law);
    return KZ_OK;
}

const lines_kind lines_terms = {
    "terms",
    &terms_form,
    "status,covered,note,strict,lenient,state,days_left,days_late,certainty,cautions,law",
    answer,
    0,
};
