#include "card.h"

#include "facts.h"
#include "page.h"
#include "prose.h"
#include "words.h"

void card_facts(const kz_facts *facts)
{
    const facts_word *word;
    unsigned i;

    page_row("Known");
    page_text("asked about ");
    page_day(facts->on);
    if (facts->birth_precision != 0) {
        page_text("; born ");
        page_day(facts->birth);
    }
    for (i = 0; (word = facts_word_at(i)) != NULL; i++) {
        const uint8_t value = facts_get(facts, word);

        if (value != 0 && word->offset == offsetof(kz_facts, birth_final)) {
            page_text(value == KZ_ANSWER_YES ? "; no more of the birth date to be had" : "");
        } else if (value != 0) {
            page_text("; ");
            page_word(word->name);
            page_text(": ");
            page_word(words_of(word->words, value));
        }
    }
    page_end();
}

/* A row for a provision that the source may be silent about. */
static void row(const char *label, kz_provision provision)
{
    page_row(label);
    if (provision == 0) {
        page_text("The source does not say.");
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

    page_row("Undecided");
    page_text("More than one answer is possible so far:");
    for (value = 1; kz_word(KZ_VOCABULARY_OBLIGATION, value) != NULL; value++) {
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

    page_row("Depends on");
    for (fact = 1; fact <= 16 && kz_word(KZ_VOCABULARY_FACT, fact) != NULL; fact++) {
        if (KZ_SET_HAS(relevant, fact)) {
            page_text(separator);
            page_word(words_of(KZ_VOCABULARY_FACT, fact));
            separator = ", ";
        }
    }
    if (ask != 0) {
        page_row("Ask next");
        page_text(prose_question(ask));
    }
}

static void duties(const kz_assessment *answer)
{
    row("Bring", answer->papers);
    row("Where", answer->place);
    row("Taken by", answer->collectors_home);
    if (answer->collectors_abroad != 0) {
        row("", answer->collectors_abroad);
    }
    row("Taken", answer->taken);
    row("Issued", answer->issued);
    row("Refusal", answer->consequence);
}

static void validity(const kz_assessment *answer)
{
    page_row("Holds");
    if (answer->holds_until.year == 0) {
        page_text("As long as the law and these facts stay as they are.");
        return;
    }
    page_text("Until ");
    page_day(answer->holds_until);
    page_text(": from that day on the same facts lead elsewhere.");
}

void card_assessment(const kz_facts *facts, const kz_assessment *answer, kz_fact ask)
{
    const int decided = answer->outcome == KZ_OUTCOME_DECIDED;
    unsigned i;

    card_facts(facts);
    if (facts->edition == KZ_EDITION_ANNOUNCED) {
        page_row("Beware");
        page_text("This is what was announced. It is not the law as enacted.");
    }
    if (decided) {
        page_row("Answer");
        page_text(prose_obligation(answer->obligation));
    } else {
        possibilities(answer);
        card_open_questions(answer->relevant, ask);
    }
    for (i = 0; i < answer->basis_count; i++) {
        page_row(i > 0 ? "" : decided ? "Why" : "Rests on");
        card_provision(answer->basis[i]);
    }
    if (decided && answer->obligation == KZ_OBLIGATION_MANDATORY) {
        duties(answer);
    }
    validity(answer);
    if (answer->conflict[0] != 0) {
        page_row("Conflict");
        page_text("The sources disagree. The first of these decides:");
        page_row("");
        card_provision(answer->conflict[0]);
        page_row("");
        card_provision(answer->conflict[1]);
    }
    for (i = 0; i < answer->caution_count; i++) {
        page_row("Caution");
        card_provision(answer->cautions[i]);
    }
    page_end();
}
