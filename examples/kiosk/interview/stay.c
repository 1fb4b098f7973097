#include "interview/stay.h"

#include "cards/card.h"
#include "interview/country.h"
#include "interview/dialogue.h"
#include "interview/reasons.h"
#include "interview/zone.h"
#include "kiosk.h"
#include "ui/page.h"
#include "ui/prose.h"

#include <stddef.h>

static const kz_date none = {0, 0, 0};

/* The answers of the interview. */
typedef struct {
    kz_term_question asked; /* the registration; 'from' is the day of entry */
    kz_date moved;          /* zero: the address has not changed */
    kz_answer registered;   /* at the address before the move */
    stay_question stays;    /* without a rule if none is known, or if another permission to stay is given */
    kz_stay_answer counted; /* the result for 'stays' */
    kz_country_answer country;
    kz_mrz document;        /* scanned instead of answering the question for the standing; without a country if none was */
    int unsure;             /* some stays that count are not given */
    int gone;               /* the input has ended */
} told;

/* Receives a document that is scanned instead of an answer. */
typedef struct {
    told *of;
} told_to;

/* An other_reader: the standing from the zone of a document, which is stored. */
static int standing_of_zone(text said, const void *context, uint8_t *value)
{
    const told_to *const to = context;

    if (!zone_begins(said)) {
        say(PHRASE_CHOOSE_NUMBER);
        return 0;
    }
    if (!zone_hear(said, to->of->asked.on, &to->of->document)) {
        return 0;
    }
    *value = to->of->document.standing;
    if (*value == 0) {
        say(PHRASE_CHOOSE_NUMBER);
    }
    return *value != 0;
}

/* Asks for a value of the registration question; 'other' reads a document instead of an answer. */
static void ask_value(told *of, const char *question, size_t offset, kz_vocabulary values, other_reader other)
{
    const told_to to = {of};
    uint8_t value = 0;

    if (of->gone) {
        return;
    }
    ask(question);
    reasons_of_term(KZ_TERM_REGISTRATION, &of->asked, offset, values);
    if (other != NULL) {
        zone_invite();
    }
    of->gone = hear_word(values, other, &to, &value) == END_OF_INPUT;
    ((uint8_t *)&of->asked)[offset] = value;
}

/* The provision of a term that would start on the day of the question. */
static kz_provision provision_of(kz_term term, const told *of)
{
    kz_term_question asked = of->asked;
    kz_window window;

    asked.from = asked.on;
    return kz_window_get(kiosk_law, term, &asked, NULL, 0, &window) == KZ_OK ? window.provision : 0;
}

/* The ground for refusing a person who has overstayed. */
static kz_provision overstay(void)
{
    kz_refusal refusal;

    return kz_refusal_get(kiosk_law, KZ_PROCEDURE_REGISTRATION, KZ_FINDING_STAY_EXCEEDED, &refusal)
                   == KZ_OK
               ? refusal.ground
               : 0;
}

/* Asks for a day from 'earliest' to 'latest', citing a provision; 'day' stays unset if it is not known, or there is none. */
static heard ask_day(told *of, phrase question, kz_provision because, kz_date earliest,
                     kz_date latest, kz_date *day)
{
    heard what = END_OF_INPUT;

    if (!of->gone) {
        ask(prose_phrase_sentence(question));
        ask_because(&because, because != 0);
        what = hear_day(earliest, latest, day);
        of->gone = what == END_OF_INPUT;
    }
    return what;
}

/* The regime, the treaty, and the rule of stays, from the country. If the country does not determine the regime, asks for
   it. */
static void ask_country(told *of)
{
    static const size_t regime = offsetof(kz_term_question, stay_regime);

    const int is_scanned = KZ_HAS_MRZ && of->asked.standing == of->document.standing && of->document.country[0] != '\0'
                           && country_take(of->asked.on, text_of(of->document.country), &of->country);

    if (of->asked.standing != KZ_STANDING_STATELESS && !is_scanned && !of->gone) {
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
        ask_value(of, prose_phrase_sentence(PHRASE_STAY_REGIME), regime, KZ_VOCABULARY_STAY_REGIME, NULL);
    }
}

/* Asks on which day a stay ended. */
static heard ask_left(told *of, kz_stay *stay)
{
    heard what;

    do {
        ask(prose_phrase_sentence(PHRASE_LEFT_ON));
        what = hear_day(stay->entered, of->asked.from, &stay->left);
    } while (what == NO_MORE);
    return what;
}

/* The earlier stays, if a rule counts them; then the current one. */
static void ask_stays(told *of)
{
    stay_question *const to = &of->stays;
    heard what = of->gone ? END_OF_INPUT : SAID;

    while (to->rule.total != 0 && what == SAID && to->count < STAY_MAX - 1) {
        kz_stay *const next = &to->stays[to->count];

        *next = (kz_stay){none, none};
        ask(prose_phrase_sentence(to->count == 0 ? PHRASE_EARLIER_STAY : PHRASE_ANOTHER_STAY));
        ask_because(of->country.provisions, to->count == 0 && of->country.provision_count > 0);
        what = hear_day(none, of->asked.from, &next->entered);
        if (what == SAID) {
            what = ask_left(of, next);
        }
        /* The library checks whether these stays are possible. */
        if (what == SAID
            && kz_stay_count(to->on, &to->rule, to->stays, (size_t)to->count + 1, &of->counted) == KZ_OK) {
            to->count++;
        } else if (what == SAID) {
            say(PHRASE_NO_SUCH_STAY);
        }
    }
    of->gone |= what == END_OF_INPUT;
    of->unsure = to->rule.total != 0 && what != NO_MORE;
    to->stays[to->count] = (kz_stay){of->asked.from, none};
    to->count++;
}

/* The last day of the allowed stay: as answered, or else counted by the rule for stays without a visa. */
static void ask_stay_until(told *of)
{
    const kz_last_day *last;
    const heard what =
        ask_day(of, PHRASE_STAY_UNTIL, overstay(), of->asked.from, none, &of->asked.stay_until);
    const kz_stay_rule no_rule = {0, 0, 0};

    of->stays.on = of->asked.on;
    if (what == SAID) {
        of->stays.rule = no_rule;
    }
    ask_stays(of);
    of->unsure |= what != SAID && what != NO_MORE;
    if (kz_stay_count(of->stays.on, &of->stays.rule, of->stays.stays, of->stays.count, &of->counted) != KZ_OK
        || of->unsure) {
        return;
    }
    /* Registration is barred only when the stay is over under both readings. */
    last = of->counted.state == KZ_STAY_STATE_IN_TIME ? &of->counted.last_strict
                                                      : &of->counted.last_lenient;
    if (last->kind == KZ_LAST_DAY_KIND_DAY) {
        of->asked.stay_until = last->day;
    }
}

/* Asks everything that matters. Returns 0 if the day of entry is not known: then there is no answer. */
static int ask_all(kz_date on, told *of)
{
    of->asked.on = on;
    ask_value(of, prose_question(KZ_FACT_STANDING), offsetof(kz_term_question, standing),
              KZ_VOCABULARY_STANDING, KZ_HAS_MRZ ? standing_of_zone : NULL);
    if (of->asked.standing == KZ_STANDING_CITIZEN) {
        of->asked.from = on;
        return 1;
    }
    ask_day(of, PHRASE_ENTERED_ON, provision_of(KZ_TERM_REGISTRATION, of), none, on,
            &of->asked.from);
    if (of->asked.from.year == 0) {
        return 0;
    }
    ask_country(of);
    ask_value(of, prose_phrase_sentence(PHRASE_ARRIVED_TO_LIVE),
              offsetof(kz_term_question, arrived_to_live), KZ_VOCABULARY_ANSWER, NULL);
    ask_stay_until(of);
    ask_day(of, PHRASE_MOVED_ON, provision_of(KZ_TERM_MOVE, of), of->asked.from, on, &of->moved);
    if (of->moved.year != 0 && !of->gone) {
        uint8_t value = 0;

        ask(prose_phrase_sentence(PHRASE_REGISTERED_BEFORE));
        of->gone = hear_word(KZ_VOCABULARY_ANSWER, NULL, NULL, &value) == END_OF_INPUT;
        of->registered = value;
    }
    return 1;
}

/* A warning in a row of its own. */
static void beware(const char *sentence)
{
    page_row(prose_phrase(PHRASE_ATTENTION));
    page_text(sentence);
    page_end();
}

/* A card for a term that starts on this day; 'first': a note before everything else if there is a window. */
static void show_term(kz_term term, const told *of, kz_date from, phrase first)
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
    if (status != KZ_OK) {
        card_error(status);
        return;
    }
    if (first != PHRASE_NONE && window.outcome == KZ_TERM_OUTCOME_WINDOW) {
        page_row(prose_phrase(first));
        page_text(prose_phrase_sentence(first));
        page_end();
    }
    if (term != KZ_TERM_NOTICE && of->counted.state == KZ_STAY_STATE_OVERSTAYED
        && of->asked.stay_until.year == 0) {
        beware(prose_sentence(KZ_VOCABULARY_STAY_STATE, of->counted.state));
    }
    card_term(&question, &window, &day);
}

/* The stay: by the rule, or by the given last day. */
static void show_stay(const told *of)
{
    const int is_told = of->stays.rule.per_entry == 0 && of->stays.rule.total == 0
                        && of->asked.stay_until.year != 0;
    const terms_question question = {KZ_TERM_REGISTRATION, of->asked};

    card_heading(text_of(prose_phrase(PHRASE_STAYS)), text_of(""));
    if (of->unsure) {
        beware(prose_phrase_sentence(PHRASE_STAYS_UNSURE));
    }
    if (is_told) {
        card_stay_told(&question);
    } else {
        card_stay(&of->stays, &of->counted, &of->country);
    }
}

/* The registration, the registration after the move, or both if it is not known which; and the host's notice. */
static void show_terms(const told *of, int for_host)
{
    const int moved = of->moved.year != 0;
    const phrase first = for_host ? PHRASE_YOU_CONFIRM : PHRASE_NONE;

    if (for_host) {
        show_term(KZ_TERM_NOTICE, of, moved ? of->moved : of->asked.from, PHRASE_NONE);
    }
    if (!moved || of->registered != KZ_ANSWER_YES) {
        show_term(KZ_TERM_REGISTRATION, of, of->asked.from, first);
    }
    if (moved && of->registered != KZ_ANSWER_NO) {
        show_term(KZ_TERM_MOVE, of, of->moved, first);
    }
    if (!for_host) {
        show_term(KZ_TERM_NOTICE, of, moved ? of->moved : of->asked.from, PHRASE_NONE);
    }
}

/* The whole interview. */
static void interview(kz_date on, int for_host)
{
    told of = {0};

    if (for_host) {
        say(PHRASE_ABOUT_GUEST);
    }
    if (!ask_all(on, &of)) {
        say(PHRASE_NEEDS_ENTRY);
    } else {
        show_terms(&of, for_host);
        if (of.asked.standing != KZ_STANDING_CITIZEN) {
            show_stay(&of);
        }
    }
    card_end();
}

void stay_ask(kz_date on)
{
    interview(on, 0);
}

void stay_ask_host(kz_date on)
{
    interview(on, 1);
}
