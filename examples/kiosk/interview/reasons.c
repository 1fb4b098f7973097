/* Each value that could be answered is tried. A provision that some answers rest on, and others do not, is a reason. */
#include "interview/reasons.h"

#include "input/facts.h"
#include "interview/dialogue.h"
#include "kiosk.h"
#include "words.h"

enum { REASONS_MAX = 24 };

/* The provisions met, how many of the answers tried rest on each, and which of them did last. */
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

/* Says what some of the answers rest on, but not all. */
static void tell(const tally *of)
{
    kz_provision reasons[REASONS_MAX];
    unsigned count = 0, i;

    for (i = 0; i < of->count; i++) {
        if (of->met[i] < of->tried) {
            reasons[count++] = of->provisions[i];
        }
    }
    ask_because(reasons, count);
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

/* Tries one day of birth a year. */
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

void reasons_of_fact(const kz_facts *facts, kz_fact fact)
{
    const facts_word *const word = facts_word_of(fact);
    kz_facts other = *facts;
    tally of = {{0}, {0}, {0}, 0, 0};
    uint8_t value;

    if (word == NULL) {
        try_births(&of, facts);
    }
    for (value = 1; word != NULL && *words_of(word->words, value) != '\0'; value++) {
        facts_set(&other, word, value);
        if (fact <= KZ_FACT_QUESTION_4) {
            try_obligation(&of, &other);
        } else {
            try_way(&of, &other);
        }
    }
    tell(&of);
}

void reasons_of_term(kz_term term, const kz_term_question *asked, size_t offset, kz_vocabulary values)
{
    tally of = {{0}, {0}, {0}, 0, 0};
    uint8_t value;

    for (value = 1; *words_of(values, value) != '\0'; value++) {
        kz_term_question other = *asked;
        kz_window window;

        other.from = other.from.year == 0 ? other.on : other.from;
        ((uint8_t *)&other)[offset] = value;
        other.treaty_days = other.treaty == KZ_TREATY_DAYS ? 1 : 0;
        if (kz_window_get(kiosk_law, term, &other, NULL, 0, &window) == KZ_OK) {
            of.tried++;
            meet(&of, window.covered_by != 0 ? window.covered_by : window.provision);
        }
    }
    tell(&of);
}
