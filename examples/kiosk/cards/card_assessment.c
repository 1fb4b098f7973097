#include "cards/card.h"

#include "input/facts.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

/* The facts that the person cannot tell: those of which nothing is given, and a birth date of which a part
   is. */
static void declined(const kz_facts *facts)
{
    kz_fact fact;

    for (fact = 1; fact <= KZ_FACT_PASSPORT_IN_FOREIGN_LANGUAGE; fact++) {
        const facts_word *const word = facts_word_of(fact);

        if (!KZ_SET_HAS(facts->declined, fact)) {
            continue;
        }
        if (word == NULL && facts->birth_precision != 0) {
            page_text("; ");
            page_text(prose_phrase(PHRASE_BIRTH_FINAL));
        } else if (word == NULL || facts_get(facts, word) == 0) {
            page_text("; ");
            page_text(prose_label(KZ_VOCABULARY_FACT, fact));
            page_text(": ");
            page_text(prose_phrase(PHRASE_NOT_KNOWN));
        }
    }
}

void card_facts(const kz_facts *facts)
{
    const facts_word *word;
    unsigned i;

    page_row(prose_phrase(PHRASE_KNOWN));
    page_text(prose_phrase(PHRASE_DAY_ASKED_ABOUT));
    page_text(": ");
    page_day(facts->on);
    if (facts->birth_precision != 0) {
        page_text("; ");
        page_text(prose_label(KZ_VOCABULARY_FACT, KZ_FACT_BIRTH));
        page_text(": ");
        page_day(facts->birth);
    }
    for (i = 0; (word = facts_word_at(i)) != NULL; i++) {
        const uint8_t value = facts_get(facts, word);

        if (value != 0) {
            page_text("; ");
            page_text(prose_name(word->name));
            page_text(": ");
            page_text(prose_label(word->words, value));
        }
    }
    declined(facts);
    page_end();
}

/* A row for a provision that the source may be silent about; with no heading, one more line. */
static void row(phrase heading, kz_provision provision)
{
    page_row(prose_phrase(heading));
    if (provision == 0) {
        page_text(prose_phrase_sentence(PHRASE_NOT_STATED));
        return;
    }
    page_text(prose_provision(provision));
    page_text(" [");
    page_text(words_provision(provision));
    page_text("]");
}

static void possibilities(const kz_assessment *answer)
{
    uint8_t value;

    page_row(prose_phrase(PHRASE_UNDECIDED));
    page_text(prose_phrase_sentence(PHRASE_UNDECIDED));
    for (value = 1; value <= KZ_OBLIGATION_NOT_IN_FORCE; value++) {
        if (KZ_SET_HAS(answer->obligations, value)) {
            page_row("");
            page_text("- ");
            page_text(prose_obligation(value));
        }
    }
}

void card_open_questions(kz_set relevant, kz_fact ask)
{
    const char *separator = "";
    uint8_t fact;

    page_row(prose_phrase(PHRASE_DEPENDS_ON));
    for (fact = 1; fact <= KZ_FACT_PASSPORT_IN_FOREIGN_LANGUAGE; fact++) {
        if (KZ_SET_HAS(relevant, fact)) {
            page_text(separator);
            page_text(prose_label(KZ_VOCABULARY_FACT, fact));
            separator = "; ";
        }
    }
    if (ask != 0) {
        page_row(prose_phrase(PHRASE_ASK_NEXT));
        page_text(prose_question(ask));
    }
}

static void duties(const kz_assessment *answer)
{
    row(PHRASE_BRING, answer->papers);
    row(PHRASE_WHERE, answer->place);
    row(PHRASE_TAKEN_BY, answer->collectors_home);
    if (answer->collectors_abroad != 0) {
        row(PHRASE_NONE, answer->collectors_abroad);
    }
    row(PHRASE_TAKEN, answer->taken);
    row(PHRASE_ISSUED, answer->issued);
    row(PHRASE_IF_REFUSED, answer->consequence);
}

static void validity(const kz_assessment *answer)
{
    if (answer->holds_until.year == 0) {
        page_row(prose_phrase(PHRASE_HOLDS));
        page_text(prose_phrase_sentence(PHRASE_HOLDS));
    } else {
        page_row(prose_phrase(PHRASE_HOLDS_UNTIL));
        page_day(answer->holds_until);
        page_text(". ");
        page_text(prose_phrase_sentence(PHRASE_HOLDS_UNTIL));
    }
    if (card_is_after_law(answer->holds_until)) {
        page_text(" ");
        page_text(prose_sentence(KZ_VOCABULARY_LAW_KNOWN, KZ_LAW_KNOWN_ASSUMED));
    }
}

void card_assessment(const kz_facts *facts, const kz_assessment *answer, kz_fact ask)
{
    const int decided = answer->outcome == KZ_OUTCOME_DECIDED;
    unsigned i;

    card_facts(facts);
    if (facts->edition > KZ_EDITION_ENACTED) {
        page_row(prose_phrase(PHRASE_ATTENTION));
        page_text(prose_label(KZ_VOCABULARY_EDITION, facts->edition));
        page_text(". ");
        page_text(prose_phrase_sentence(PHRASE_NOT_ENACTED));
    }
    if (decided) {
        page_row(prose_phrase(PHRASE_ANSWER));
        page_text(prose_obligation(answer->obligation));
    } else {
        possibilities(answer);
        card_open_questions(answer->relevant, ask);
    }
    for (i = 0; i < answer->basis_count; i++) {
        page_row(i > 0 ? "" : prose_phrase(decided ? PHRASE_WHY : PHRASE_RESTS_ON));
        card_provision(answer->basis[i]);
    }
    if (decided && answer->obligation == KZ_OBLIGATION_MANDATORY) {
        duties(answer);
    }
    validity(answer);
    if (answer->conflict[0] != 0) {
        page_row(prose_phrase(PHRASE_CONFLICT));
        page_text(prose_phrase_sentence(PHRASE_CONFLICT));
        page_row("");
        card_provision(answer->conflict[0]);
        page_row("");
        card_provision(answer->conflict[1]);
    }
    for (i = 0; i < answer->caution_count; i++) {
        page_row(prose_phrase(PHRASE_CAUTION));
        card_provision(answer->cautions[i]);
    }
    card_law(answer->law);
    page_end();
}
