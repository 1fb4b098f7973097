#include "cards/rows.h"

#include "input/day.h"
#include "input/facts.h"
#include "kiosk.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

void row_day(phrase heading, kz_date day)
{
    page_row(prose_phrase(heading));
    page_day(day);
    page_text(". ");
    page_text(prose_phrase_sentence(heading));
}

void row_is_day(phrase name, kz_date day)
{
    page_text(prose_phrase(name));
    page_text(": ");
    page_day(day);
}

void row_is_number(phrase name, int32_t number)
{
    page_text(prose_phrase(name));
    page_text(": ");
    page_number(number);
}

void row_late_after(const kz_window *window)
{
    if (window->transitional == KZ_ANSWER_YES) {
        page_row(prose_phrase(PHRASE_LATE_AFTER));
        page_day(window->lenient);
    } else {
        row_day(PHRASE_LATE_AFTER, window->lenient);
    }
}

void row_treaty(kz_treaty treaty, uint16_t days)
{
    if (treaty == 0) {
        return;
    }
    page_text("; ");
    if (treaty == KZ_TREATY_DAYS) {
        row_is_number(PHRASE_TREATY_DAYS, days);
        return;
    }
    page_text(prose_phrase(PHRASE_TREATY));
    page_text(": ");
    page_text(prose_label(KZ_VOCABULARY_TREATY, treaty));
}

void row_provision(kz_provision provision)
{
    const char *document;
    const char *place;

    prose_citation(provision, &document, &place);
    page_text(prose_provision(provision));
    page_row("");
    page_text("[");
    page_text(words_provision(provision));
    page_text(": ");
    page_text(document);
    page_text(*place == '\0' ? "" : ", ");
    page_text(place);
    page_text("]");
}

void row_named_provision(kz_provision provision)
{
    page_text(prose_label(KZ_VOCABULARY_PROVISION, provision));
    page_text(" [");
    page_text(words_provision(provision));
    page_text("]");
}

void row_duty(phrase heading, kz_provision provision)
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

void row_papers(int taken, kz_provision papers, const kz_provision *cautions, unsigned count)
{
    unsigned i;

    if (taken) {
        row_duty(PHRASE_BRING, papers);
    }
    for (i = 0; i < count; i++) {
        if (text_is(text_of(words_provision(cautions[i])), "NOTE-PRINTS-CERTIFICATE")) {
            page_row(taken ? "" : prose_phrase(PHRASE_BRING));
            page_text(prose_phrase_sentence(PHRASE_CERTIFICATE));
            page_text(" [");
            page_text(words_provision(cautions[i]));
            page_text("]");
        }
    }
}

void row_cautions(const kz_provision *cautions, unsigned count)
{
    unsigned i;

    for (i = 0; i < count; i++) {
        page_row(prose_phrase(PHRASE_CAUTION));
        row_provision(cautions[i]);
    }
}

void row_law(kz_law_known known)
{
    char name[KZ_LAW_NAME_BYTES + 1];
    kz_law_identity law;

    if (kz_law_get(kiosk_law, &law) != KZ_OK) {
        return;
    }
    page_row(prose_phrase(PHRASE_LAW_AS_OF));
    page_day(law.known_until);
    page_text(" [");
    page_text(words_law(name));
    page_text(" ");
    page_count(law.sequence);
    page_text("]");
    if (known == KZ_LAW_KNOWN_ASSUMED) {
        page_text(". ");
        page_text(prose_label(KZ_VOCABULARY_LAW_KNOWN, known));
        page_text(".");
    }
}

int row_is_after_law(kz_date day)
{
    kz_law_identity law;
    kz_date last = {0, 0, 0};

    if (kz_law_get(kiosk_law, &law) == KZ_OK) {
        last = law.known_until;
    }
    return day.year == 0 || day_is_after(day, last);
}

void row_open_questions(kz_set relevant, kz_fact ask)
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

/* The facts that the person does not know: those with no value, and a birth date that is only partly known. */
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

void row_facts(const kz_facts *facts)
{
    const facts_word *word;
    unsigned i;

    page_row(prose_phrase(PHRASE_KNOWN));
    row_is_day(PHRASE_DAY_ASKED_ABOUT, facts->on);
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
