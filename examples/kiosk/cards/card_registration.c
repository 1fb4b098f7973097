/* The card of a registration case: its state, the events that can follow, and the deadline. */
#include "cards/card.h"

#include "cards/rows.h"
#include "kiosk.h"
#include "ui/page.h"
#include "ui/prose.h"

/* The items of data that the last submission lacks. */
static void missing(const kz_case_event *last)
{
    const char *separator = ": ";
    kz_data_item item;
    kz_set of;

    if (kz_data_missing(last->data, &of) != KZ_OK) {
        return;
    }
    page_text(prose_label(KZ_VOCABULARY_STATUS, (uint16_t)-KZ_ERROR_MISSING_DATA));
    for (item = 1; *prose_label(KZ_VOCABULARY_DATA_ITEM, item) != '\0'; item++) {
        if (KZ_SET_HAS(of, item)) {
            page_text(separator);
            page_text(prose_label(KZ_VOCABULARY_DATA_ITEM, item));
            separator = "; ";
        }
    }
    page_text(".");
    if (KZ_SET_HAS(of, KZ_DATA_ITEM_HOST)) {
        page_text(" ");
        page_text(prose_phrase_sentence(PHRASE_WHO_IS_HOST));
    }
}

/* The last event, if it was refused: why. */
static void refused_event(kz_status refused, const kz_case_event *last)
{
    if (refused == KZ_OK) {
        return;
    }
    page_row(prose_phrase(PHRASE_NOT_TAKEN));
    page_text(prose_label(KZ_VOCABULARY_EVENT, last->event));
    page_text(", ");
    page_day(last->on);
    page_text(". ");
    if (refused == KZ_ERROR_MISSING_DATA) {
        missing(last);
    } else {
        page_text(prose_error(refused));
    }
    if (refused == KZ_ERROR_INVALID_EVENT) {
        page_text(" ");
        page_text(prose_phrase_sentence(PHRASE_NOT_TAKEN));
    }
}

/* Why the case is refused, and what may help. */
static void refusal(const kz_case_view *view)
{
    kz_refusal of;

    if (view->finding == 0) {
        return;
    }
    page_text(" ");
    page_text(prose_sentence(KZ_VOCABULARY_FINDING, view->finding));
    if (kz_refusal_get(kiosk_law, KZ_PROCEDURE_REGISTRATION, view->finding, &of) == KZ_OK
        && of.cure != 0) {
        page_row("");
        page_text(prose_sentence(KZ_VOCABULARY_CURE, of.cure));
    }
}

/* The window that is open, if there is one. */
static void deadline(const kz_case *reached, const kz_case_view *view)
{
    kz_window window;

    if (kz_case_window(kiosk_law, reached, NULL, 0, &window) == KZ_OK
        && window.outcome == KZ_TERM_OUTCOME_WINDOW) {
        row_day(PHRASE_DO_IT_BY, window.strict);
        row_late_after(&window);
        if (window.transitional == KZ_ANSWER_YES) {
            page_row(prose_phrase(PHRASE_ATTENTION));
            page_text(prose_phrase_sentence(PHRASE_TRANSITIONAL));
        }
    }
    if (view->state == KZ_CASE_STATE_AWAITING_HOST) {
        page_row(prose_phrase(PHRASE_STATE));
        page_text(prose_sentence(KZ_VOCABULARY_DAY_STATE, KZ_DAY_STATE_WITH_HOST));
    }
}

/* The last accepted submission, if it was not in time under every reading. */
static void submission(const kz_arrival *arrival, const kz_case_view *view)
{
    kz_term_question asked = {0};
    kz_term term = KZ_TERM_REGISTRATION;
    kz_window window;
    kz_window_day day;
    unsigned i;

    asked.from = arrival->arrived_on;
    asked.treaty = arrival->treaty;
    asked.treaty_days = arrival->treaty_days;
    asked.week = arrival->week;
    asked.stay_until = view->stay_until;
    for (i = 0; i < view->history_count; i++) {
        const kz_past_event *const past = &view->history[i];

        if (past->event == KZ_EVENT_SUBMIT) {
            asked.on = past->on;
        } else if (past->state == KZ_CASE_STATE_MOVED) {
            asked.from = past->on;
            asked.on.year = 0;
            term = KZ_TERM_MOVE;
        }
    }
    /* A longer history lacks its beginning: the day on which the term starts is unknown. */
    if (asked.on.year == 0 || view->events > view->history_count || kz_window_get(kiosk_law, term, &asked, NULL, 0, &window) != KZ_OK
        || window.outcome != KZ_TERM_OUTCOME_WINDOW
        || kz_window_state(&window, asked.on, &day) != KZ_OK || day.days_left >= 0) {
        return;
    }
    page_row(prose_phrase(PHRASE_LAST_SUBMITTED));
    page_day(asked.on);
    page_text(". ");
    page_text(prose_label(KZ_VOCABULARY_DAY_STATE, day.state));
    page_text(".");
    if (day.days_late > 0) {
        page_text(" ");
        row_is_number(PHRASE_DAYS_LATE, day.days_late);
        page_text(".");
    }
}

static void possible(kz_set events)
{
    kz_event event;

    page_row(prose_phrase(PHRASE_MAY_FOLLOW));
    for (event = 1; *prose_label(KZ_VOCABULARY_EVENT, event) != '\0'; event++) {
        if (KZ_SET_HAS(events, event)) {
            page_row("");
            page_text("- ");
            page_text(prose_label(KZ_VOCABULARY_EVENT, event));
        }
    }
}

static void history(const kz_case_view *view)
{
    unsigned i;

    for (i = 0; i < view->history_count; i++) {
        const kz_past_event *const past = &view->history[i];

        page_row(i == 0 ? prose_phrase(PHRASE_HISTORY) : "");
        page_day(past->on);
        page_text(": ");
        page_text(prose_label(KZ_VOCABULARY_EVENT, past->event));
        page_text(". ");
        page_text(prose_label(KZ_VOCABULARY_CASE_STATE, past->state));
        page_text(".");
    }
}

static void known(const kz_arrival *arrival, const kz_case_view *view)
{
    page_row(prose_phrase(PHRASE_KNOWN));
    row_is_day(PHRASE_CROSSED_BORDER, arrival->arrived_on);
    if (view->stay_until.year != 0) {
        page_text("; ");
        row_is_day(PHRASE_STAY_UNTIL, view->stay_until);
    }
    row_treaty(arrival->treaty, arrival->treaty_days);
}

/* The day of the last event, or of arrival if there was none. */
static kz_date last_day(const kz_case_view *view)
{
    return view->history_count == 0 ? view->arrived_on : view->history[view->history_count - 1].on;
}

void card_registration(const registration_question *question, const kz_case *reached,
                       kz_status refused)
{
    kz_case_view view;
    kz_case_event last;

    if (kz_case_get(kiosk_law, reached, &view) != KZ_OK) {
        return;
    }
    registration_event(question, view.events, &last);
    refused_event(refused, &last);
    page_row(prose_phrase(PHRASE_ANSWER));
    page_text(prose_sentence(KZ_VOCABULARY_CASE_STATE, view.state));
    refusal(&view);
    if (view.deregistered_on.year != 0) {
        page_row("");
        row_is_day(PHRASE_DEREGISTERED, view.deregistered_on);
    }
    deadline(reached, &view);
    submission(&question->arrival, &view);
    if (view.possible != 0) {
        possible(view.possible);
    }
    row_law(row_is_after_law(last_day(&view)) ? KZ_LAW_KNOWN_ASSUMED : KZ_LAW_KNOWN_KNOWN);
    if (view.ground != 0) {
        page_row(prose_phrase(PHRASE_WHY));
        row_provision(view.ground);
    }
    history(&view);
    known(&question->arrival, &view);
    page_end();
}
