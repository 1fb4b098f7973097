/* The card of a stay without a visa: the days used, and the last lawful day. */
#include "cards/card.h"

#include "cards/rows.h"
#include "input/day.h"
#include "ui/out.h"
#include "ui/page.h"
#include "ui/prose.h"

/* The last lawful day under one reading. */
static void last_day(phrase heading, const kz_last_day *last)
{
    if (last->kind == 0) {
        return;
    }
    if (last->kind == KZ_LAST_DAY_KIND_DAY) {
        row_day(heading, last->day);
    } else {
        page_row(prose_phrase(heading));
        page_text(prose_phrase(last->kind == KZ_LAST_DAY_KIND_NEVER ? PHRASE_NEVER
                                                                    : PHRASE_UNLIMITED));
        page_text(".");
    }
}

static void days_used(const kz_stay_answer *answer)
{
    page_row(prose_phrase(PHRASE_DAYS_USED));
    page_count(answer->used_strict);
    if (answer->used_lenient != answer->used_strict) {
        page_text(". ");
        page_text(prose_phrase(PHRASE_DAYS_USED_LENIENT));
        page_text(": ");
        page_count(answer->used_lenient);
    }
    page_text(".");
}

static void rule_number(phrase name, uint16_t number, const char **separator)
{
    if (number != 0) {
        page_text(*separator);
        row_is_number(name, number);
        *separator = "; ";
    }
}

static void rule_row(const kz_stay_rule *rule)
{
    const char *separator = "";

    page_row(prose_phrase(PHRASE_STAY_RULE));
    rule_number(PHRASE_DAYS_AN_ENTRY, rule->per_entry, &separator);
    rule_number(PHRASE_DAYS_IN_ALL, rule->total, &separator);
    rule_number(PHRASE_WINDOW_DAYS, rule->window, &separator);
}

static void known(const stay_question *question)
{
    char day[OUT_DAY_BYTES];
    unsigned i;

    page_row(prose_phrase(PHRASE_KNOWN));
    row_is_day(PHRASE_DAY_ASKED_ABOUT, question->on);
    for (i = 0; i < question->count; i++) {
        page_text(i == 0 ? "; " : ", ");
        page_text(i == 0 ? prose_phrase(PHRASE_STAYS) : "");
        page_text(i == 0 ? ": " : "");
        page_text(out_day(question->stays[i].entered, day));
        page_text("/");
        page_text(out_day(question->stays[i].left, day));
    }
}

void card_stay(const stay_question *question, const kz_stay_answer *answer,
               const kz_country_answer *country)
{
    unsigned i;

    page_row(prose_phrase(PHRASE_ANSWER));
    page_text(prose_sentence(KZ_VOCABULARY_STAY_STATE, answer->state));
    last_day(PHRASE_LEAVE_BY, &answer->last_strict);
    last_day(PHRASE_OVERSTAYED_AFTER, &answer->last_lenient);
    if (answer->next_entry.year != 0) {
        row_day(PHRASE_NEXT_ENTRY, answer->next_entry);
    }
    if (answer->state != KZ_STAY_STATE_UNKNOWN) {
        days_used(answer);
        rule_row(&question->rule);
    }
    row_law(country == NULL ? 0 : country->law);
    for (i = 0; country != NULL && i < country->provision_count; i++) {
        page_row(i == 0 ? prose_phrase(PHRASE_WHY) : "");
        row_provision(country->provisions[i]);
    }
    known(question);
    page_end();
}

void card_stay_told(const terms_question *question)
{
    const kz_date until = question->asked.stay_until, on = question->asked.on;

    page_row(prose_phrase(PHRASE_ANSWER));
    page_text(prose_sentence(KZ_VOCABULARY_STAY_STATE, day_is_after(on, until) ? KZ_STAY_STATE_OVERSTAYED
                                                                    : KZ_STAY_STATE_IN_TIME));
    row_day(PHRASE_LEAVE_BY, until);
    row_law(0);
    page_row(prose_phrase(PHRASE_KNOWN));
    row_is_day(PHRASE_DAY_ASKED_ABOUT, on);
    page_text("; ");
    row_is_day(PHRASE_STAY_UNTIL, until);
    page_end();
}
