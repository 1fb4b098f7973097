#include "input/facts.h"

#include "input/day.h"
#include "kiosk.h"
#include "words.h"

/* First the columns that are not words. */
enum { ON, BIRTH, DECLINED, FIRST_WORD };

static const facts_word facts_words[] = {
    {"edition", KZ_VOCABULARY_EDITION, offsetof(kz_facts, edition)},
    {"age_reading", KZ_VOCABULARY_AGE_READING, offsetof(kz_facts, age_reading)},
    {"standing", KZ_VOCABULARY_STANDING, offsetof(kz_facts, standing)},
    {"permanent_resident", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, permanent_resident)},
    {"occasion", KZ_VOCABULARY_OCCASION, offsetof(kz_facts, occasion)},
    {"action", KZ_VOCABULARY_ACTION, offsetof(kz_facts, action)},
    {"visa_channel", KZ_VOCABULARY_VISA_CHANNEL, offsetof(kz_facts, visa_channel)},
    {"fingerprinted", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, fingerprinted)},
    {"held_at_commencement", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, held_at_commencement)},
    /* The law's own questions. */
    {"question_1", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, question_1)},
    {"question_2", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, question_2)},
    {"question_3", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, question_3)},
    {"question_4", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, question_4)},
    /* The circumstances, which only a plan uses. */
    {"location", KZ_VOCABULARY_LOCATION, offsetof(kz_facts, location)},
    {"may_enter", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, may_enter)},
    {"has_iin", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, has_iin)},
    {"mission_in_pilot", KZ_VOCABULARY_ANSWER, offsetof(kz_facts, mission_in_pilot)},
    {"mission_takes_fingerprints", KZ_VOCABULARY_ANSWER,
     offsetof(kz_facts, mission_takes_fingerprints)},
    {"passport_in_foreign_language", KZ_VOCABULARY_ANSWER,
     offsetof(kz_facts, passport_in_foreign_language)},
};

const facts_word *facts_word_at(unsigned index)
{
    return index < sizeof facts_words / sizeof facts_words[0] ? &facts_words[index] : NULL;
}

const facts_word *facts_word_of(kz_fact fact)
{
    const text name = text_of(words_of(KZ_VOCABULARY_FACT, fact));
    const facts_word *word;
    unsigned i;

    for (i = 0; (word = facts_word_at(i)) != NULL && !text_is(name, word->name); i++) {
    }
    return word;
}

uint8_t facts_get(const kz_facts *facts, const facts_word *of)
{
    return ((const uint8_t *)facts)[of->offset];
}

void facts_set(kz_facts *facts, const facts_word *of, uint8_t value)
{
    ((uint8_t *)facts)[of->offset] = value;
}

void facts_decline(kz_facts *facts, kz_fact fact)
{
    facts->declined |= (kz_set)1 << (fact - 1u);
}

static const char *plan_column(unsigned index)
{
    static const char *const others[] = {"on", "birth", "declined"};
    const facts_word *word;

    if (index < FIRST_WORD) {
        return others[index];
    }
    word = facts_word_at(index - FIRST_WORD);
    return word == NULL ? NULL : word->name;
}

static const char *column(unsigned index)
{
    const facts_word *const word = index < FIRST_WORD ? NULL : facts_word_at(index - FIRST_WORD);

    return word != NULL && word->offset >= offsetof(kz_facts, location) ? NULL : plan_column(index);
}

/* Reads the names of facts, joined with '|'. A fact that is never asked for cannot be declined. */
static int read_declined(text names, kz_facts *facts)
{
    text name;
    kz_fact fact;

    if (names.length == 0) {
        return 1;
    }
    do {
        name = text_before(names, '|', &names);
        fact = words_value(KZ_VOCABULARY_FACT, name);
        if (fact == 0 || fact == KZ_FACT_HELD_AT_COMMENCEMENT) {
            return 0;
        }
        facts_decline(facts, fact);
    } while (names.start != NULL);
    return 1;
}

/* Whether the law has the question that this word answers; 1 for any other word. The library decides. */
static int is_asked_by_law(const facts_word *word)
{
    kz_facts facts = {0};
    kz_assessment answer;
    kz_status status;

    if (word->offset < offsetof(kz_facts, question_1)
        || word->offset > offsetof(kz_facts, question_4)) {
        return 1;
    }
    facts.on.year = facts.on.month = facts.on.day = 1;
    facts_set(&facts, word, KZ_ANSWER_YES);
    status = kz_assess(kiosk_law, &facts, &answer);
    return status > KZ_ERROR_BAD_QUESTION_1 || status < KZ_ERROR_BAD_QUESTION_4;
}

static int read_fact(void *question, unsigned index, text value)
{
    kz_facts *const facts = question;
    const facts_word *word;
    uint8_t read_value;

    if (index == ON) {
        return day_read(value, &facts->on);
    }
    if (index == BIRTH) {
        return value.length == 0 || day_read_birth(value, &facts->birth, &facts->birth_precision);
    }
    if (index == DECLINED) {
        return read_declined(value, facts);
    }
    word = facts_word_at(index - FIRST_WORD);
    if (!words_read(word->words, value, &read_value)
        || (read_value != 0 && !is_asked_by_law(word))) {
        return 0;
    }
    facts_set(facts, word, read_value);
    return 1;
}

const table_form facts_form = {column, read_fact, sizeof(kz_facts)};
const table_form facts_plan_form = {plan_column, read_fact, sizeof(kz_facts)};
