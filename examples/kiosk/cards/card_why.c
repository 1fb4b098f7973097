/* Why an answer came out: the rows of the law that were passed over. */
#include "cards/card.h"

#include "input/facts.h"
#include "kiosk.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

/* A fact and its value. */
static void fact_is(const kz_facts *facts, kz_fact fact)
{
    const facts_word *const word = facts_word_of(fact);

    page_text(prose_label(KZ_VOCABULARY_FACT, fact));
    page_text(": ");
    if (word != NULL) {
        page_text(prose_label(word->words, facts_get(facts, word)));
    } else {
        page_day(facts->birth);
    }
}

/* The provision of a row. What follows is about the row, not about the whole provision. */
static void row_of(kz_provision provision)
{
    page_text("[");
    page_text(words_provision(provision));
    page_text("] ");
}

static void passed_over(const kz_facts *facts, const kz_trace *trace)
{
    unsigned i;

    for (i = 0; i < trace->passed_count; i++) {
        const kz_passed *const row = &trace->passed[i];

        page_row(i == 0 ? prose_phrase(PHRASE_NOT_APPLIED) : "");
        row_of(row->provision);
        if (row->fact == 0) {
            /* The row has ended: it does not apply on the day. */
            page_text(prose_phrase(PHRASE_DAY_ASKED_ABOUT));
            page_text(": ");
            page_day(facts->on);
        } else {
            fact_is(row->given == KZ_ANSWER_YES ? facts : &trace->completion, row->fact);
        }
    }
    page_row(prose_phrase(PHRASE_APPLIED));
    row_of(trace->basis);
    page_text(prose_label(KZ_VOCABULARY_PROVISION, trace->basis));
}

/* The facts that a trace supposes: those on which the answer depends, and unknown facts that it names. */
static kz_set suppositions(const kz_assessment *answer, const kz_trace *trace)
{
    kz_set facts = answer->relevant;
    unsigned i;

    for (i = 0; i < trace->passed_count; i++) {
        const kz_passed *const row = &trace->passed[i];

        if (row->fact != 0 && row->given != KZ_ANSWER_YES) {
            facts |= (kz_set)1 << (row->fact - 1u);
        }
    }
    return facts;
}

/* The obligation that this explains, if several are possible, and the suppositions for it. */
static void heading(const kz_assessment *answer, const kz_trace *trace)
{
    const kz_set facts = suppositions(answer, trace);
    const char *separator = "";
    kz_fact fact;

    if (answer->outcome == KZ_OUTCOME_UNDECIDED) {
        page_row(prose_phrase(PHRASE_PERHAPS));
        page_text(prose_label(KZ_VOCABULARY_OBLIGATION, trace->obligation));
    }
    if (facts != 0) {
        page_row(prose_phrase(PHRASE_SUPPOSING));
    }
    for (fact = 1; fact <= KZ_FACT_QUESTION_4; fact++) {
        if (KZ_SET_HAS(facts, fact)) {
            page_text(separator);
            fact_is(&trace->completion, fact);
            separator = "; ";
        }
    }
}

void card_why(const kz_facts *facts, const kz_assessment *answer)
{
    kz_obligation obligation;
    kz_trace trace;

    for (obligation = 1; obligation <= KZ_OBLIGATION_NOT_IN_FORCE; obligation++) {
        if (KZ_SET_HAS(answer->obligations, obligation)
            && kz_explain(kiosk_law, facts, obligation, &trace) == KZ_OK) {
            heading(answer, &trace);
            passed_over(facts, &trace);
        }
    }
    page_end();
}
