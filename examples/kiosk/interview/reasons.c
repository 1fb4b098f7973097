/* Tries each possible answer. A provision on which some of the results rest, but not all, is a reason. */
#include "interview/reasons.h"

#include "input/facts.h"
#include "interview/dialogue.h"
#include "kiosk.h"
#include "words.h"

enum { REASONS_MAX = 24 };

/* The provisions met, the number of results that rest on each, and the last such result. */
typedef struct {
    kz_provision provisions[REASONS_MAX];
    uint8_t met[REASONS_MAX], last[REASONS_MAX];
    unsigned count, tried;
} tally;

static void meet(tally *of, kz_provision provision)
{
    unsigned i;

    for (i = 0; i < of->count && of->provisions[i] != provision; i++) {
    }
    if (provision == 0 || i == REASONS_MAX) {
        return;
    }
    if (i == of->count) {
        of->provisions[i] = provision;
        of->met[i] = of->last[i] = 0;
        of->count++;
    }
    if (of->last[i] != of->tried) {
        of->met[i]++;
        of->last[i] = (uint8_t)of->tried;
    }
}

/* Adds the provisions on which some of the results rest, but not all. */
static void collect(const tally *of, tally *reasons)
{
    unsigned i;

    reasons->tried++;
    for (i = 0; i < of->count; i++) {
        if (of->met[i] < of->tried) {
            meet(reasons, of->provisions[i]);
        }
    }
}

static void try_obligation(tally *of, const kz_facts *facts)
{
    kz_assessment answer;
    unsigned i;

    if (kz_assess(kiosk_law, facts, &answer) == KZ_OK) {
        of->tried++;
        for (i = 0; i < answer.basis_count; i++) {
            meet(of, answer.basis[i]);
        }
    }
}

/* Tries one birthday per year. */
static void try_births(tally *of, const kz_facts *facts)
{
    enum { YEARS = 100 };
    kz_facts other = *facts;
    unsigned years;

    other.birth_precision = KZ_BIRTH_PRECISION_DAY;
    other.birth.month = other.birth.day = 1;
    for (years = 0; years < YEARS && years < facts->on.year; years++) {
        other.birth.year = (uint16_t)(facts->on.year - years);
        try_obligation(of, &other);
    }
}

static void try_way(tally *of, const kz_facts *facts)
{
    kz_plan_answer answer;
    unsigned i, j;

    if (kz_plan(kiosk_law, facts, &answer) == KZ_OK) {
        of->tried++;
        for (i = 0; i < answer.step_count; i++) {
            for (j = 0; j < answer.steps[i].provision_count; j++) {
                meet(of, answer.steps[i].provisions[j]);
            }
        }
        for (i = 0; i < answer.basis_count; i++) {
            meet(of, answer.basis[i]);
        }
    }
}

/* Sets the unknown circumstances, except one, to the values of these bits: yes or no, here or abroad. Returns how many
   there are. */
static unsigned suppose(kz_facts *facts, kz_fact but, unsigned bits)
{
    unsigned count = 0;
    kz_fact fact;

    for (fact = KZ_FACT_LOCATION; fact <= KZ_FACT_PASSPORT_IN_FOREIGN_LANGUAGE; fact++) {
        const facts_word *const word = facts_word_of(fact);

        if (fact != but && facts_get(facts, word) == 0) {
            facts_set(facts, word, (uint8_t)(1 + (bits >> count++ & 1u)));
        }
    }
    return count;
}

/* The provisions on which the way depends, for all values of the unknown circumstances. */
static void reasons_of_way(const kz_facts *facts, kz_fact fact, tally *reasons)
{
    const facts_word *const word = facts_word_of(fact);
    unsigned bits = 0, count;
    uint8_t value;

    do {
        kz_facts other = *facts;
        tally of = {{0}, {0}, {0}, 0, 0};

        count = suppose(&other, fact, bits);
        for (value = 1; *words_of(word->words, value) != '\0'; value++) {
            facts_set(&other, word, value);
            try_way(&of, &other);
        }
        collect(&of, reasons);
    } while (++bits < 1u << count);
}

void reasons_of_fact(const kz_facts *facts, kz_fact fact)
{
    const facts_word *const word = facts_word_of(fact);
    kz_facts other = *facts;
    tally of = {{0}, {0}, {0}, 0, 0}, reasons = {{0}, {0}, {0}, 0, 0};
    uint8_t value;

    if (word == NULL) {
        try_births(&of, facts);
    }
    for (value = 1; word != NULL && fact <= KZ_FACT_QUESTION_4 && *words_of(word->words, value) != '\0'; value++) {
        facts_set(&other, word, value);
        try_obligation(&of, &other);
    }
    collect(&of, &reasons);
    if (word != NULL && reasons.count == 0) {
        reasons_of_way(facts, fact, &reasons);
    }
    ask_because(reasons.provisions, reasons.count);
}

void reasons_of_term(kz_term term, const kz_term_question *asked, size_t offset, kz_vocabulary values)
{
    tally of = {{0}, {0}, {0}, 0, 0}, reasons = {{0}, {0}, {0}, 0, 0};
    kz_set covered = 0;
    kz_window window;
    uint8_t value;

    for (value = 1; *words_of(values, value) != '\0'; value++) {
        kz_term_question other = *asked;

        other.from = other.from.year == 0 ? other.on : other.from;
        ((uint8_t *)&other)[offset] = value;
        other.treaty_days = other.treaty == KZ_TREATY_DAYS ? 1 : 0;
        if (kz_window_get(kiosk_law, term, &other, NULL, 0, &window) == KZ_OK) {
            of.tried++;
            covered |= KZ_SET_OF(window.covered);
            meet(&of, window.covered_by != 0 ? window.covered_by : window.provision);
        }
    }
    collect(&of, &reasons);
    if (reasons.count == 0 && (covered & (covered - 1u)) != 0) {
        /* One provision says for each value whether it is covered. */
        reasons = of;
    }
    ask_because(reasons.provisions, reasons.count);
}
