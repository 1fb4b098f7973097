#include "card.h"

#include "page.h"
#include "prose.h"
#include "words.h"

static void known_word(const char *name, kz_vocabulary of, uint8_t value)
{
    if (value != 0) {
        page_text("; ");
        page_word(name);
        page_text(": ");
        page_word(words_of(of, value));
    }
}

static void count_days(int32_t days)
{
    page_number(days);
    page_text(days == 1 ? " day" : " days");
}

static void known(const terms_question *question)
{
    const kz_term *const term = &question->term;

    page_row("Known");
    switch (question->kind) {
    case TERMS_REGISTRATION:
        page_text("crossed the border on ");
        break;
    case TERMS_MOVE:
        page_text("changed address on ");
        break;
    default:
        page_text("applied for an IIN at a foreign establishment on ");
        break;
    }
    page_day(term->from);
    page_text("; asked about ");
    page_day(term->on);
    known_word("week", KZ_VOCABULARY_WEEK, term->week);
    known_word("standing", KZ_VOCABULARY_STANDING, term->standing);
    known_word("stay_regime", KZ_VOCABULARY_STAY_REGIME, term->stay_regime);
    known_word("arrived_to_live", KZ_VOCABULARY_ANSWER, term->arrived_to_live);
    if (term->treaty == KZ_TREATY_DAYS) {
        page_text("; treaty: ");
        count_days(term->treaty_days);
    } else {
        known_word("treaty", KZ_VOCABULARY_TREATY, term->treaty);
    }
    if (term->stay_until.year != 0) {
        page_text("; may stay until ");
        page_day(term->stay_until);
    }
}

static void state(const terms_question *question, const kz_window_day *day)
{
    const int waits = question->kind == TERMS_IIN_MISSION;

    page_row("State");
    page_word(words_of(KZ_VOCABULARY_DAY_STATE, day->state));
    switch (day->state) {
    case KZ_DAY_STATE_OPEN:
        page_text(": ");
        count_days(day->days_left);
        page_text(" left.");
        break;
    case KZ_DAY_STATE_DUE_TODAY:
        page_text(waits ? ": it should be ready today." : ": today is the day.");
        break;
    case KZ_DAY_STATE_CONTESTED:
        page_text(": late in one reading, in time in another. Act today.");
        break;
    case KZ_DAY_STATE_OVERDUE:
        page_text(waits ? ": it should have been ready " : ": late in every reading, by the first ");
        count_days(-day->days_left);
        page_text(waits ? " ago." : ".");
        break;
    default:
        page_text(": the allowed stay is over.");
        page_row("");
        card_provision(KZ_PROVISION_R923_REFUSAL_2);
        break;
    }
}

static void skipped(const char *label, const kz_skipped *days)
{
    unsigned i;

    page_row(label);
    if (days->count == 0) {
        page_text("No day off moves it.");
        return;
    }
    page_text("Passed over: ");
    for (i = 0; i < days->listed; i++) {
        page_text(i == 0 ? "" : ", ");
        page_day(days->days[i].date);
        page_text(" (");
        page_word(words_of(KZ_VOCABULARY_REASON, days->days[i].reason));
        page_text(")");
    }
    if (days->count > days->listed) {
        page_text(", and ");
        page_number(days->count - days->listed);
        page_text(" more");
    }
    page_text(".");
}

static int same_day(kz_date one, kz_date other)
{
    return one.year == other.year && one.month == other.month && one.day == other.day;
}

static void deadline(const terms_question *question, const kz_window *window)
{
    if (question->kind == TERMS_IIN_MISSION) {
        page_row("Ready on");
        page_day(window->strict);
        skipped("", &window->strict_skipped);
        return;
    }
    page_row("Do it by");
    page_day(window->strict);
    page_text(", and it is in time in every reading.");
    skipped("", &window->strict_skipped);
    page_row("Late after");
    page_day(window->lenient);
    page_text(" it is late in every reading.");
    skipped("", &window->lenient_skipped);
    if (window->stay_until.year != 0 && same_day(window->strict, window->stay_until)) {
        page_row("");
        page_text("The day to do it by is the last day of the allowed stay.");
    }
}

static void window_rows(const terms_question *question, const kz_window *window,
                        const kz_window_day *day)
{
    deadline(question, window);
    state(question, day);
    if (window->covered == KZ_COVERAGE_UNKNOWN) {
        page_row("Beware");
        page_text("It is not known whether the rule covers the person: the days hold if it does.");
    }
    if (window->transitional == KZ_ANSWER_YES) {
        page_row("Beware");
        page_text("The event was before the rules were in force. The order does not speak of that: "
                  "the days are a reading.");
    }
    page_row("Calendar");
    page_text(window->certainty == KZ_CERTAINTY_PROJECTED
                  ? "projected: days off may still be set or moved."
                  : "published.");
}

void card_term(const terms_question *question, const kz_window *window, const kz_window_day *day)
{
    kz_provision_info rule;
    unsigned i;

    known(question);
    switch (window->outcome) {
    case KZ_TERM_OUTCOME_WINDOW:
        window_rows(question, window, day);
        break;
    case KZ_TERM_OUTCOME_NOT_COVERED:
        page_row("Answer");
        page_text("No deadline: the rule does not cover the person.");
        break;
    default:
        page_row("Answer");
        page_text("No deadline: the rule is not in force then.");
        if (kz_provision_get(terms_provision(question), &rule) == KZ_OK) {
            page_text(" It applies from ");
            page_day(rule.from);
            if (rule.until.year != 0) {
                page_text(", and no longer from ");
                page_day(rule.until);
            }
            page_text(".");
        }
        break;
    }
    page_row("Why");
    card_provision(terms_provision(question));
    for (i = 0; i < window->caution_count; i++) {
        page_row("Caution");
        card_provision(window->cautions[i]);
    }
    page_end();
}
