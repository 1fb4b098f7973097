/* The card of a deadline. */
#include "cards/card.h"

#include "cards/rows.h"
#include "input/day.h"
#include "kiosk.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

static void known_word(const char *name, kz_vocabulary of, uint8_t value)
{
    if (value != 0) {
        page_text("; ");
        page_text(prose_name(name));
        page_text(": ");
        page_text(prose_label(of, value));
    }
}

/* The same for a circumstance that decides who is covered; says so if it is not known. */
static void known_or_not(const terms_question *question, const char *name, kz_vocabulary of, uint8_t value)
{
    const int decides = question->kind == KZ_TERM_REGISTRATION || question->kind == KZ_TERM_MOVE;

    known_word(name, of, value);
    if (value == 0 && decides && question->asked.standing != KZ_STANDING_CITIZEN) {
        page_text("; ");
        page_text(prose_name(name));
        page_text(": ");
        page_text(prose_phrase(PHRASE_NOT_KNOWN));
    }
}

/* The event from which a term is counted. */
static phrase event(kz_term kind)
{
    switch (kind) {
    case KZ_TERM_REGISTRATION:
        return PHRASE_CROSSED_BORDER;
    case KZ_TERM_MOVE:
        return PHRASE_CHANGED_ADDRESS;
    case KZ_TERM_IIN_MISSION:
        return PHRASE_APPLIED_FOR_IIN;
    default:
        return PHRASE_FROM;
    }
}

static void known(const terms_question *question)
{
    const kz_term_question *const term = &question->asked;

    page_row(prose_phrase(PHRASE_KNOWN));
    row_is_day(PHRASE_DAY_ASKED_ABOUT, term->on);
    if (term->standing != KZ_STANDING_CITIZEN) {
        page_text("; ");
        row_is_day(event(question->kind), term->from);
    }
    if (question->kind == KZ_TERM_NOTICE) {
        known_word("kind", KZ_VOCABULARY_TERM, question->kind);
    }
    known_word("week", KZ_VOCABULARY_WEEK, term->week);
    known_or_not(question, "standing", KZ_VOCABULARY_STANDING, term->standing);
    known_or_not(question, "stay_regime", KZ_VOCABULARY_STAY_REGIME, term->stay_regime);
    known_or_not(question, "arrived_to_live", KZ_VOCABULARY_ANSWER, term->arrived_to_live);
    row_treaty(term->treaty, term->treaty_days);
    if (term->stay_until.year != 0) {
        page_text("; ");
        row_is_day(PHRASE_STAY_UNTIL, term->stay_until);
    }
}

/* Why a person who has overstayed is refused. */
static void ground_for_refusal(void)
{
    kz_refusal refusal;

    if (kz_refusal_get(kiosk_law, KZ_PROCEDURE_REGISTRATION, KZ_FINDING_STAY_EXCEEDED, &refusal)
            == KZ_OK
        && refusal.ground != 0) {
        page_row("");
        row_provision(refusal.ground);
    }
}

static void state(const terms_question *question, const kz_window_day *day)
{
    const int waits = question->kind == KZ_TERM_IIN_MISSION;

    page_row(prose_phrase(PHRASE_STATE));
    if (waits && day->state != KZ_DAY_STATE_OPEN) {
        page_text(prose_phrase_sentence(PHRASE_READY_ON));
    } else {
        page_text(prose_label(KZ_VOCABULARY_DAY_STATE, day->state));
        page_text(".");
    }
    switch (day->state) {
    case KZ_DAY_STATE_OPEN:
        page_text(" ");
        row_is_number(PHRASE_DAYS_LEFT, day->days_left);
        page_text(".");
        break;
    case KZ_DAY_STATE_OVERDUE:
        if (!waits) {
            page_text(" ");
            row_is_number(PHRASE_DAYS_LATE, day->days_late);
            page_text(". ");
            page_text(prose_phrase_sentence(PHRASE_UNLESS_DONE));
        }
        break;
    case KZ_DAY_STATE_BARRED:
        ground_for_refusal();
        break;
    default:
        if (!waits) {
            page_text(" ");
            page_text(prose_sentence(KZ_VOCABULARY_DAY_STATE, day->state));
        }
        break;
    }
}

static void skipped(const kz_skipped *passed_over)
{
    unsigned i;

    page_row("");
    if (passed_over->count == 0) {
        page_text(prose_phrase_sentence(PHRASE_NO_DAYS_OFF));
        return;
    }
    page_text(prose_phrase(PHRASE_DAYS_OFF));
    page_text(": ");
    for (i = 0; i < passed_over->listed; i++) {
        page_text(i == 0 ? "" : ", ");
        page_day(passed_over->days[i].date);
        page_text(" (");
        page_text(prose_label(KZ_VOCABULARY_REASON, passed_over->days[i].reason));
        page_text(")");
    }
    page_text(".");
    if (passed_over->count > passed_over->listed) {
        page_text(" ");
        row_is_number(PHRASE_MORE_DAYS_OFF, passed_over->count - passed_over->listed);
        page_text(".");
    }
}

static void deadline(const terms_question *question, const kz_window *window)
{
    if (question->kind == KZ_TERM_IIN_MISSION) {
        page_row(prose_phrase(PHRASE_READY_ON));
        page_day(window->strict);
        skipped(&window->strict_skipped);
        return;
    }
    row_day(PHRASE_DO_IT_BY, window->strict);
    skipped(&window->strict_skipped);
    if (window->stay_until.year != 0 && !day_is_after(window->stay_until, window->strict)
        && !day_is_after(window->strict, window->stay_until)) {
        page_row("");
        page_text(prose_phrase_sentence(PHRASE_END_OF_STAY));
    }
    row_late_after(window);
    skipped(&window->lenient_skipped);
}

/* The host's own deadline, which starts with the same event: the guest should know it too. */
static void host_notice(const terms_question *question)
{
    kz_window notice;

    if ((question->kind == KZ_TERM_REGISTRATION || question->kind == KZ_TERM_MOVE)
        && kz_window_get(kiosk_law, KZ_TERM_NOTICE, &question->asked, NULL, 0, &notice) == KZ_OK
        && notice.outcome == KZ_TERM_OUTCOME_WINDOW) {
        row_day(PHRASE_HOST_NOTICE, notice.strict);
        page_text(" ");
        row_is_day(PHRASE_LATE_AFTER, notice.lenient);
        page_text(" [");
        page_text(words_provision(notice.provision));
        page_text("]");
    }
}

/* What to do and by when, or that there is no deadline. */
static void to_do(const terms_question *question, const kz_window *window, const kz_window_day *day)
{
    kz_provision_info rule;

    if (window->outcome == KZ_TERM_OUTCOME_WINDOW) {
        state(question, day);
        deadline(question, window);
    } else {
        page_row(prose_phrase(PHRASE_ANSWER));
        page_text(prose_sentence(KZ_VOCABULARY_TERM_OUTCOME, window->outcome));
    }
    if (window->outcome == KZ_TERM_OUTCOME_NOT_IN_FORCE
        && kz_provision_get(kiosk_law, window->provision, &rule) == KZ_OK) {
        page_row("");
        row_is_day(PHRASE_APPLIES_FROM, rule.from);
        if (rule.until.year != 0) {
            page_text("; ");
            row_is_day(PHRASE_APPLIES_NO_LONGER_FROM, rule.until);
        }
    }
    host_notice(question);
}

/* How certain that is. */
static void how_sure(const kz_window *window)
{
    const int is_window = window->outcome == KZ_TERM_OUTCOME_WINDOW;
    kz_provision_info rule;

    if (is_window && kz_provision_get(kiosk_law, window->provision, &rule) == KZ_OK
        && rule.kind == KZ_DOCUMENT_KIND_REPORT) {
        page_row(prose_phrase(PHRASE_ATTENTION));
        page_text(prose_phrase_sentence(PHRASE_REPORTED_ALONE));
    }
    if (is_window && window->covered == KZ_COVERAGE_UNKNOWN) {
        page_row(prose_phrase(PHRASE_ATTENTION));
        page_text(prose_sentence(KZ_VOCABULARY_COVERAGE, window->covered));
    }
    if (window->transitional == KZ_ANSWER_YES) {
        page_row(prose_phrase(PHRASE_ATTENTION));
        page_text(prose_phrase_sentence(PHRASE_TRANSITIONAL));
    }
    row_cautions(window->cautions, window->caution_count);
    if (is_window) {
        page_row(prose_phrase(PHRASE_CALENDAR));
        page_text(prose_sentence(KZ_VOCABULARY_CERTAINTY, window->certainty));
    }
    row_law(window->law);
}

static void why(const terms_question *question, const kz_window *window)
{
    page_row(prose_phrase(PHRASE_WHY));
    row_provision(window->provision);
    if (window->covered_by != 0 && window->covered_by != window->provision) {
        page_row(prose_phrase(PHRASE_WHO_IS_COVERED));
        row_provision(window->covered_by);
    }
    if (question->kind == KZ_TERM_REGISTRATION || question->kind == KZ_TERM_MOVE) {
        page_row(window->covered_by != 0 && window->covered_by != window->provision
                     ? ""
                     : prose_phrase(PHRASE_WHO_IS_COVERED));
        page_text(prose_phrase_sentence(PHRASE_WHO_IS_COVERED));
    }
    if (window->covered == KZ_COVERAGE_NO) {
        row_otherwise_covered(question->kind, &question->asked);
    }
}

void card_term(const terms_question *question, const kz_window *window, const kz_window_day *day)
{
    to_do(question, window, day);
    how_sure(window);
    why(question, window);
    known(question);
    page_end();
}
