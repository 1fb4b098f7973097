/* The card of an assessment: what the law requires of a person. */
#include "cards/card.h"

#include "cards/rows.h"
#include "ui/page.h"
#include "ui/prose.h"

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

static void validity(const kz_assessment *answer)
{
    if (answer->holds_until.year == 0) {
        page_row(prose_phrase(PHRASE_HOLDS));
        page_text(prose_phrase_sentence(PHRASE_HOLDS));
    } else {
        row_day(PHRASE_HOLDS_UNTIL, answer->holds_until);
    }
    if (row_is_after_law(answer->holds_until)) {
        page_text(" ");
        page_text(prose_sentence(KZ_VOCABULARY_LAW_KNOWN, KZ_LAW_KNOWN_ASSUMED));
    }
}

/* What to do, and by when. */
static void to_do(const kz_facts *facts, const kz_assessment *answer, kz_fact ask)
{
    if (facts->edition > KZ_EDITION_ENACTED) {
        page_row(prose_phrase(PHRASE_ATTENTION));
        page_text(prose_label(KZ_VOCABULARY_EDITION, facts->edition));
        page_text(". ");
        page_text(prose_phrase_sentence(PHRASE_NOT_ENACTED));
    }
    if (answer->outcome != KZ_OUTCOME_DECIDED) {
        possibilities(answer);
        row_open_questions(answer->relevant, ask);
        return;
    }
    page_row(prose_phrase(PHRASE_ANSWER));
    page_text(prose_obligation(answer->obligation));
    if (answer->obligation == KZ_OBLIGATION_MANDATORY) {
        page_row(prose_phrase(PHRASE_BY_WHEN));
        page_text(prose_phrase_sentence(PHRASE_BY_WHEN));
    }
}

/* How certain the answer is. What could reverse it comes first. */
static void how_sure(const kz_assessment *answer)
{
    row_cautions(answer->cautions, answer->caution_count);
    if (answer->conflict[0] != 0) {
        page_row(prose_phrase(PHRASE_CONFLICT));
        page_text(prose_phrase_sentence(PHRASE_CONFLICT));
        page_row("");
        row_provision(answer->conflict[0]);
        page_row("");
        row_provision(answer->conflict[1]);
    }
    validity(answer);
    row_law(answer->law);
}

static void why(const kz_facts *facts, const kz_assessment *answer)
{
    const int decided = answer->outcome == KZ_OUTCOME_DECIDED;
    unsigned i;

    for (i = 0; i < answer->basis_count; i++) {
        page_row(i > 0 ? "" : prose_phrase(decided ? PHRASE_WHY : PHRASE_RESTS_ON));
        row_provision(answer->basis[i]);
    }
    if (decided && answer->obligation != KZ_OBLIGATION_MANDATORY) {
        row_otherwise(facts, answer);
    }
}

/* Papers, place, consequence. */
static void duties(const kz_assessment *answer)
{
    const int mandatory =
        answer->outcome == KZ_OUTCOME_DECIDED && answer->obligation == KZ_OBLIGATION_MANDATORY;

    row_papers(mandatory, answer->papers, answer->cautions, answer->caution_count);
    if (!mandatory) {
        return;
    }
    row_duty(PHRASE_WHERE, answer->place);
    row_duty(PHRASE_TAKEN_BY, answer->collectors_home);
    if (answer->collectors_abroad != 0) {
        row_duty(PHRASE_NONE, answer->collectors_abroad);
    }
    row_duty(PHRASE_TAKEN, answer->taken);
    row_duty(PHRASE_ISSUED, answer->issued);
    row_duty(PHRASE_IF_REFUSED, answer->consequence);
}

void card_assessment(const kz_facts *facts, const kz_assessment *answer, kz_fact ask)
{
    to_do(facts, answer, ask);
    how_sure(answer);
    why(facts, answer);
    duties(answer);
    row_facts(facts);
}
