#include "interview/stay.h"

#include "cards/card.h"
#include "interview/country.h"
#include "interview/dialogue.h"
#include "interview/reasons.h"
#include "kiosk.h"
#include "ui/page.h"
#include "ui/prose.h"

#include <stddef.h>

/* What is told in the interview. */
typedef struct {
    kz_term_question asked; /* of the registration: 'from' is the day of entry */
    kz_date moved;          /* not given: the address has not changed */
    stay_question stays;    /* without a rule if none is known */
    kz_country_answer country;
    int gone;               /* the input has ended */
} told;

/* Asks for a value of the question about the registration. */
static void ask_value(told *of, const char *question, size_t offset, kz_vocabulary values)
{
    uint8_t value = 0;

    if (of->gone) {
        return;
    }
    ask(question);
    reasons_of_term(KZ_TERM_REGISTRATION, &of->asked, offset, values);
    of->gone = hear_word(values, NULL, NULL, &value) == END_OF_INPUT;
    ((uint8_t *)&of->asked)[offset] = value;
}

/* The provision of a term that would run from the day asked about. */
static kz_provision provision_of(kz_term term, const told *of)
{
    kz_term_question asked = of->asked;
    kz_window window;

    asked.from = asked.on;
    return kz_window_get(kiosk_law, term, &asked, NULL, 0, &window) == KZ_OK ? window.provision : 0;
}

/* The ground on which who has overstayed is refused. */
static kz_provision overstay(void)
{
    kz_refusal refusal;

    return kz_refusal_get(kiosk_law, KZ_PROCEDURE_REGISTRATION, KZ_FINDING_STAY_EXCEEDED, &refusal)
                   == KZ_OK
               ? refusal.ground
               : 0;
}

/* Asks for a day, because of a provision; none if it is not known, or there is none. */
static void ask_day(told *of, phrase question, kz_provision because, kz_date latest, kz_date *day)
{
    if (!of->gone) {
        ask(prose_phrase_sentence(question));
        ask_because(&because, because != 0);
        of->gone = hear_day(latest, day) == END_OF_INPUT;
    }
}

/* What the country says: the regime, the treaty, and the rule of the stays. Where it says nothing, it is asked. */
static void ask_country(told *of)
{
    static const size_t regime = offsetof(kz_term_question, stay_regime);

    if (of->asked.standing == KZ_STANDING_FOREIGNER && !of->gone) {
        ask(prose_phrase_sentence(PHRASE_COUNTRY));
        reasons_of_term(KZ_TERM_REGISTRATION, &of->asked, regime, KZ_VOCABULARY_STAY_REGIME);
        of->gone = !country_hear(of->asked.on, &of->country);
    }
    of->asked.stay_regime = of->country.stay_regime;
    of->stays.rule = of->country.stay;
    if (of->country.treaty != 0) {
        of->asked.treaty = KZ_TREATY_DAYS;
        of->asked.treaty_days = of->country.treaty;
    }
    if (of->asked.stay_regime == 0) {
        ask_value(of, prose_phrase_sentence(PHRASE_STAY_REGIME), regime, KZ_VOCABULARY_STAY_REGIME);
    }
}

/* The stays before the one that is going on, if a rule counts them; then that one. */
static void ask_stays(told *of)
{
    stay_question *const to = &of->stays;
    const kz_date none = {0, 0, 0};
    heard what = SAID;

    to->on = of->asked.on;
    while (!of->gone && to->rule.total != 0 && to->count < STAY_MAX - 1) {
        kz_stay *const next = &to->stays[to->count];
        kz_stay_answer answer;

        *next = (kz_stay){none, none};
        ask(prose_phrase_sentence(to->count == 0 ? PHRASE_EARLIER_STAY : PHRASE_ANOTHER_STAY));
        ask_because(of->country.provisions, to->count == 0 ? of->country.provision_count : 0);
        what = hear_day(of->asked.from, &next->entered);
        if (what != SAID) {
            break;
        }
        ask(prose_phrase_sentence(PHRASE_LEFT_ON));
        what = hear_day(of->asked.from, &next->left);
        if (what != SAID) {
            break;
        }
        /* The library says whether these stays can have been. */
        to->count++;
        if (kz_stay_count(to->on, &to->rule, to->stays, to->count, &answer) != KZ_OK) {
            to->count--;
            say(PHRASE_NO_SUCH_STAY);
        }
    }
    of->gone |= what == END_OF_INPUT;
    to->stays[to->count] = (kz_stay){of->asked.from, none};
    to->count++;
}

/* The last day of the allowed stay: counted, if there is a rule; else asked. */
static void ask_stay_until(told *of)
{
    const kz_date none = {0, 0, 0};
    kz_stay_answer answer;

    if (of->stays.rule.per_entry == 0 && of->stays.rule.total == 0) {
        ask_day(of, PHRASE_STAY_UNTIL, overstay(), none, &of->asked.stay_until);
        return;
    }
    if (kz_stay_count(of->stays.on, &of->stays.rule, of->stays.stays, of->stays.count, &answer) == KZ_OK
        && answer.last_strict.kind == KZ_LAST_DAY_KIND_DAY) {
        of->asked.stay_until = answer.last_strict.day;
    }
}

/* Asks for all that matters. Returns 0 if nothing can be said: the day of entry is not known. */
static int ask_all(kz_date on, told *of)
{
    of->asked.on = on;
    ask_value(of, prose_question(KZ_FACT_STANDING), offsetof(kz_term_question, standing),
              KZ_VOCABULARY_STANDING);
    if (of->asked.standing == KZ_STANDING_CITIZEN) {
        of->asked.from = on;
        return 1;
    }
    ask_day(of, PHRASE_ENTERED_ON, provision_of(KZ_TERM_REGISTRATION, of), on, &of->asked.from);
    if (of->asked.from.year == 0) {
        return 0;
    }
    ask_country(of);
    ask_value(of, prose_phrase_sentence(PHRASE_ARRIVED_TO_LIVE),
              offsetof(kz_term_question, arrived_to_live), KZ_VOCABULARY_ANSWER);
    ask_stays(of);
    ask_stay_until(of);
    ask_day(of, PHRASE_MOVED_ON, provision_of(KZ_TERM_MOVE, of), on, &of->moved);
    return 1;
}

/* A card for a term that runs from this day. */
static void show_term(kz_term term, const told *of, kz_date from)
{
    terms_question question;
    kz_window window;
    kz_window_day day;
    kz_status status;

    question.kind = term;
    question.asked = of->asked;
    question.asked.from = from;
    status = terms_answer(&question, &window, &day);
    card_heading(text_of(prose_label(KZ_VOCABULARY_TERM, term)), text_of(""));
    if (status == KZ_OK) {
        card_term(&question, &window, &day);
    } else {
        card_error(status);
    }
}

static void show_stay(const told *of)
{
    kz_stay_answer answer;
    const kz_status status =
        kz_stay_count(of->stays.on, &of->stays.rule, of->stays.stays, of->stays.count, &answer);

    card_heading(text_of(prose_phrase(PHRASE_STAYS)), text_of(""));
    if (status == KZ_OK) {
        card_stay(&of->stays, &answer, &of->country);
    } else {
        card_error(status);
    }
}

/* The registration, or that after the move; and the host's notice of it. */
static void show_terms(const told *of, int host_first)
{
    const int moved = of->moved.year != 0;
    const kz_date from = moved ? of->moved : of->asked.from;

    if (host_first) {
        show_term(KZ_TERM_NOTICE, of, from);
    }
    show_term(moved ? KZ_TERM_MOVE : KZ_TERM_REGISTRATION, of, from);
    if (!host_first) {
        show_term(KZ_TERM_NOTICE, of, from);
    }
}

void stay_ask(kz_date on)
{
    told of = {0};

    if (ask_all(on, &of)) {
        show_terms(&of, 0);
        if (of.asked.standing != KZ_STANDING_CITIZEN) {
            show_stay(&of);
        }
    } else {
        say(PHRASE_NEEDS_ENTRY);
    }
    card_end();
}

void stay_ask_host(kz_date on)
{
    told of = {0};

    say(PHRASE_ABOUT_GUEST);
    if (ask_all(on, &of)) {
        show_terms(&of, 1);
        page_row(prose_phrase(PHRASE_YOU_CONFIRM));
        page_text(prose_phrase_sentence(PHRASE_YOU_CONFIRM));
        page_text(" ");
        page_text(prose_sentence(KZ_VOCABULARY_DAY_STATE, KZ_DAY_STATE_WITH_HOST));
        page_end();
    } else {
        say(PHRASE_NEEDS_ENTRY);
    }
    card_end();
}
