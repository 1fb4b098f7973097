/* Which other values of known facts would change an answer. Each value is tried: the law decides. */
#include "cards/rows.h"

#include "input/facts.h"
#include "kiosk.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

/* At most this many values of one fact are named. */
enum { VALUES_MAX = 3 };

/* The row being written. The first fact writes its heading, the first value of a fact the fact's name. */
typedef struct {
    unsigned facts, values;
} listing;

static void name_value(listing *of, const char *fact, const char *value)
{
    if (of->values == 0) {
        page_row(of->facts == 0 ? prose_phrase(PHRASE_OTHERWISE_IF) : "");
        page_text(fact);
        page_text(": ");
        of->facts++;
    }
    of->values++;
    if (of->values <= VALUES_MAX) {
        page_text(of->values == 1 ? "" : ", ");
        page_text(value);
    } else if (of->values == VALUES_MAX + 1) {
        page_text(", ...");
    }
}

void row_otherwise(const kz_facts *facts, const kz_assessment *answer)
{
    const facts_word *word;
    listing row = {0, 0};
    kz_fact fact;

    for (fact = 1; fact <= KZ_FACT_QUESTION_4; fact++) {
        kz_facts other = *facts;
        kz_assessment then;
        uint8_t value;

        word = facts_word_of(fact);
        if (word == NULL || facts_get(facts, word) == 0) {
            continue;
        }
        row.values = 0;
        for (value = 1; *words_of(word->words, value) != '\0'; value++) {
            facts_set(&other, word, value);
            if (value != facts_get(facts, word) && kz_assess(kiosk_law, &other, &then) == KZ_OK
                && !KZ_SET_HAS(then.obligations, answer->obligation)) {
                name_value(&row, prose_name(word->name), prose_label(word->words, value));
            }
        }
    }
}

/* Whether a term covers the person in question. */
static int is_covered(kz_term term, const kz_term_question *asked)
{
    kz_window window;

    return kz_window_get(kiosk_law, term, asked, NULL, 0, &window) == KZ_OK
           && window.covered != KZ_COVERAGE_NO;
}

void row_otherwise_covered(kz_term term, const kz_term_question *asked)
{
    static const struct {
        const char *name;
        kz_vocabulary words;
        size_t offset;
    } given[] = {
        {"standing", KZ_VOCABULARY_STANDING, offsetof(kz_term_question, standing)},
        {"arrived_to_live", KZ_VOCABULARY_ANSWER, offsetof(kz_term_question, arrived_to_live)},
        {"stay_regime", KZ_VOCABULARY_STAY_REGIME, offsetof(kz_term_question, stay_regime)},
        {"treaty", KZ_VOCABULARY_TREATY, offsetof(kz_term_question, treaty)},
    };
    listing row = {0, 0};
    unsigned i;

    for (i = 0; i < sizeof given / sizeof given[0]; i++) {
        kz_term_question other = *asked;
        uint8_t *const at = (uint8_t *)&other + given[i].offset;
        const uint8_t is = *at;
        uint8_t value;

        row.values = 0;
        for (value = 1; is != 0 && *words_of(given[i].words, value) != '\0'; value++) {
            *at = value;
            other.treaty_days = other.treaty == KZ_TREATY_DAYS ? 1 : 0;
            if (value != is && is_covered(term, &other)) {
                name_value(&row, prose_name(given[i].name), prose_label(given[i].words, value));
            }
        }
    }
    if (row.facts == 0) {
        page_row(prose_phrase(PHRASE_OTHERWISE_IF));
        page_text(prose_phrase_sentence(PHRASE_OTHERWISE_IF));
    }
}
