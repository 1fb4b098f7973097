#include "interview/document.h"

#include "cards/card.h"
#include "input/day.h"
#include "input/facts.h"
#include "interview/country.h"
#include "interview/dialogue.h"
#include "interview/reasons.h"
#include "interview/zone.h"
#include "kiosk.h"
#include "ui/out.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

/* Whether the facts can be assessed; shows the error if not. */
static int is_possible(const kz_facts *facts)
{
    kz_assessment answer;
    const kz_status status = kz_assess(kiosk_law, facts, &answer);

    if (status != KZ_OK) {
        page_paragraph();
        page_text(prose_error(status));
        page_end();
    }
    return status == KZ_OK;
}

/* Adds the facts from the zone of a document. Returns 0 if the result cannot be assessed. */
static int take_zone(kz_facts *facts, const kz_mrz *mrz)
{
    kz_facts with = *facts;

    /* What the person has said is kept. */
    if (mrz->standing != 0 && with.standing == 0) {
        facts_set(&with, facts_word_of(KZ_FACT_STANDING), mrz->standing);
    }
    if (mrz->birth_precision > with.birth_precision) {
        with.birth = mrz->birth;
        with.birth_precision = mrz->birth_precision;
    }
    if (!is_possible(&with)) {
        return 0;
    }
    *facts = with;
    return 1;
}

/* Receives the facts of a document that is scanned instead of an answer. */
typedef struct {
    kz_facts *facts;
} filled;

/* An other_reader: the standing from the zone of a document, which also gives the birth date. */
static int standing_of_zone(text said, const void *context, uint8_t *value)
{
    kz_facts *const facts = ((const filled *)context)->facts;
    kz_mrz mrz;

    if (zone_begins(said)) {
        if (!zone_hear(said, facts->on, &mrz) || !take_zone(facts, &mrz)) {
            return 0;
        }
        *value = mrz.standing;
    }
    if (*value == 0) {
        say(PHRASE_CHOOSE_NUMBER);
    }
    return *value != 0;
}

static heard hear_birth(kz_facts *facts)
{
    char buffer[OUT_DAY_BYTES];
    heard what;
    text said;

    say(facts->birth_precision != 0 ? PHRASE_MORE_OF_THE_DATE : PHRASE_GIVE_DATE);
    zone_invite();
    while ((what = hear(&said)) == SAID || what == NO_MORE) {
        kz_facts with = *facts;
        kz_mrz mrz;

        if (zone_begins(said)) {
            if (!zone_hear(said, facts->on, &mrz) || !take_zone(facts, &mrz)) {
                continue;
            }
            if (facts->birth_precision > with.birth_precision) {
                return SAID;
            }
            say(PHRASE_MORE_OF_THE_DATE);
        } else if (!day_read_birth(said, &with.birth, &with.birth_precision)) {
            say(PHRASE_NO_SUCH_DATE);
        } else if (text_is(said, out_day(facts->birth, buffer))) {
            say(PHRASE_MORE_OF_THE_DATE);
        } else if (is_possible(&with)) {
            *facts = with;
            return SAID;
        }
    }
    return what;
}

/* Asks for a fact, and stores the answer. */
static heard ask_fact(kz_facts *facts, kz_fact fact)
{
    const facts_word *const word = facts_word_of(fact);
    uint8_t value = 0;
    heard what;

    ask(prose_question(fact));
    reasons_of_fact(facts, fact);
    if (word == NULL) {
        what = hear_birth(facts);
    } else if (fact == KZ_FACT_MISSION_IN_PILOT) {
        say(PHRASE_MISSION_COUNTRY);
        what = hear_word(word->words, country_in_pilot, &facts->on, &value);
    } else if (fact == KZ_FACT_STANDING) {
        const filled by_zone = {facts};

        zone_invite();
        what = hear_word(word->words, KZ_HAS_MRZ ? standing_of_zone : NULL, &by_zone, &value);
    } else {
        what = hear_word(word->words, NULL, NULL, &value);
    }
    if (what == SAID && word != NULL) {
        facts_set(facts, word, value);
    }
    if (what == DOES_NOT_KNOW) {
        /* It is not asked for again. */
        facts_decline(facts, fact);
    }
    return what;
}

/* The subject of an interview. */
typedef struct {
    /* The fact to ask for next; 0: none. */
    kz_status (*next)(const kz_facts *facts, kz_fact *next);
    /* Shows the card. */
    void (*show)(const kz_facts *facts);
} topic;

static kz_status obligation_next(const kz_facts *facts, kz_fact *next)
{
    kz_assessment answer;
    const kz_status status = kz_assess(kiosk_law, facts, &answer);

    *next = status == KZ_OK ? answer.ask : 0;
    return status;
}

static void obligation_show(const kz_facts *facts)
{
    kz_assessment answer;

    if (kz_assess(kiosk_law, facts, &answer) == KZ_OK) {
        card_assessment(facts, &answer, answer.ask);
    }
}

static kz_status way_next(const kz_facts *facts, kz_fact *next)
{
    kz_plan_answer answer;
    const kz_status status = kz_plan(kiosk_law, facts, &answer);

    *next = status == KZ_OK ? answer.ask : 0;
    return status;
}

static void way_show(const kz_facts *facts)
{
    kz_plan_answer answer;

    if (kz_plan(kiosk_law, facts, &answer) == KZ_OK) {
        card_plan(facts, &answer, answer.ask);
    }
}

static const topic obligation = {obligation_next, obligation_show};
static const topic way = {way_next, way_show};

/* Asks until no fact is left to ask for, and shows the card. Returns 0 if the input has ended. */
static int interview(const topic *about, phrase heading, kz_facts *facts)
{
    heard what = SAID;
    kz_fact fact;

    do {
        const kz_status status = about->next(facts, &fact);

        if (status != KZ_OK) {
            card_error(status);
            return 0;
        }
        if (fact != 0) {
            what = ask_fact(facts, fact);
        }
    } while (fact != 0 && what != END_OF_INPUT);
    card_heading(text_of(prose_phrase(heading)), text_of(""));
    about->show(facts);
    return what != END_OF_INPUT;
}

/* Whether a way to the document remains to be asked about: the law as enacted knows the document, and the person does not
   hold it yet. */
static int has_way(const kz_facts *facts)
{
    kz_plan_answer answer;

    return kz_plan(kiosk_law, facts, &answer) == KZ_OK
           && (answer.ask != 0 || answer.step_count > 0 || answer.blocked != 0);
}

void document_ask(kz_date on)
{
    kz_facts facts = {0};

    facts.on = on;
    if (interview(&obligation, PHRASE_ANSWER, &facts) && has_way(&facts)) {
        interview(&way, PHRASE_WAY, &facts);
    }
    card_end();
}

void document_ask_way(kz_date on)
{
    kz_facts facts = {0};

    facts.on = on;
    interview(&way, PHRASE_ANSWER, &facts);
    card_end();
}
