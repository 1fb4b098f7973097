/* Why an answer came out: the rows of the law that were passed over. */
#include "card.h"

#include "facts.h"
#include "page.h"
#include "words.h"

/* A fact and its value. */
static void fact_is(const kz_facts *facts, kz_fact fact)
{
    const facts_word *const word = facts_word_of(fact);

    if (word != NULL) {
        page_word(word->name);
        page_text(": ");
        page_word(words_of(word->words, facts_get(facts, word)));
    } else {
        page_text("born ");
        page_day(facts->birth);
    }
}

static void passed_over(const kz_facts *facts, const kz_trace *trace)
{
    unsigned i;

    for (i = 0; i < trace->passed_count; i++) {
        const kz_passed *const row = &trace->passed[i];

        page_row(i == 0 ? "Not by" : "");
        page_text(words_provision(row->provision));
        page_text(", since ");
        if (row->fact == 0) {
            page_text("it is over");
        } else {
            fact_is(row->given == KZ_ANSWER_YES ? facts : &trace->completion, row->fact);
        }
    }
    page_row("Decided by");
    page_text(words_provision(trace->basis));
}

/* What a trace supposes of what is not known: the facts on which the answer depends, and those that
   it names. */
static kz_set suppositions(const kz_assessment *answer, const kz_trace *trace)
{
    kz_set facts = answer->relevant;
    unsigned i;

    for (i = 0; i < trace->passed_count; i++) {
        if (trace->passed[i].given != KZ_ANSWER_YES) {
            facts = (kz_set)(facts | 1u << (trace->passed[i].fact - 1u));
        }
    }
    return facts;
}

/* Which obligation this is about, if that is not clear, and what is supposed for it. */
static void heading(const kz_assessment *answer, const kz_trace *trace)
{
    const kz_set facts = suppositions(answer, trace);
    const char *separator = "";
    kz_fact fact;

    if (answer->outcome == KZ_OUTCOME_UNDECIDED) {
        page_row("Perhaps");
        page_word(words_of(KZ_VOCABULARY_OBLIGATION, trace->obligation));
        page_text(", supposing ");
    } else if (facts != 0) {
        page_row("Supposing");
    }
    for (fact = 1; fact <= KZ_FACT_HELD_AT_COMMENCEMENT; fact++) {
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

    for (obligation = 1; kz_word(KZ_VOCABULARY_OBLIGATION, obligation) != NULL; obligation++) {
        if (KZ_SET_HAS(answer->obligations, obligation)
            && kz_explain(facts, obligation, &trace) == KZ_OK) {
            heading(answer, &trace);
            passed_over(facts, &trace);
        }
    }
    page_end();
}
