#include "input/terms.h"

#include "input/day.h"
#include "kiosk.h"
#include "words.h"

#include <string.h>

enum { KIND, FROM, ON, WEEK, TREATY, STAY_REGIME, STANDING, ARRIVED_TO_LIVE, STAY_UNTIL };

static const char *column(unsigned index)
{
    static const char *const names[] = {
        "kind",        "from",     "on",              "week",       "treaty",
        "stay_regime", "standing", "arrived_to_live", "stay_until",
    };

    return index < sizeof names / sizeof names[0] ? names[index] : NULL;
}

/* A treaty is a word, or its number of days. */
static int read_treaty(text value, kz_term_question *term)
{
    if (text_number(value, &term->treaty_days)) {
        term->treaty = KZ_TREATY_DAYS;
        return 1;
    }
    return words_read(KZ_VOCABULARY_TREATY, value, &term->treaty) && term->treaty != KZ_TREATY_DAYS;
}

static int read_term(void *question, unsigned index, text value)
{
    terms_question *const to = question;
    kz_term_question *const term = &to->asked;

    switch (index) {
    case KIND:
        return words_read(KZ_VOCABULARY_TERM, value, &to->kind) && to->kind != 0;
    case FROM:
        return day_read(value, &term->from);
    case ON:
        return day_read(value, &term->on);
    case WEEK:
        return words_read(KZ_VOCABULARY_WEEK, value, &term->week);
    case TREATY:
        return read_treaty(value, term);
    case STAY_REGIME:
        return words_read(KZ_VOCABULARY_STAY_REGIME, value, &term->stay_regime);
    case STANDING:
        return words_read(KZ_VOCABULARY_STANDING, value, &term->standing);
    case ARRIVED_TO_LIVE:
        return words_read(KZ_VOCABULARY_ANSWER, value, &term->arrived_to_live);
    default:
        return value.length == 0 || day_read(value, &term->stay_until);
    }
}

const table_form terms_form = {column, read_term, sizeof(terms_question)};

kz_status terms_answer(const terms_question *question, kz_window *window, kz_window_day *day)
{
    kz_status status = kz_window_get(kiosk_law, question->kind, &question->asked, NULL, 0, window);

    memset(day, 0, sizeof *day);
    if (status == KZ_OK && window->outcome == KZ_TERM_OUTCOME_WINDOW) {
        status = kz_window_state(window, question->asked.on, day);
    }
    return status;
}
