/* Cards: an answer as a person reads it. */
#ifndef CARD_H
#define CARD_H

#include "input/table.h"
#include "input/terms.h"
#include "kz_rules.h"

/* The heading of a card; 'who' may be empty. Control characters in them become spaces. */
void card_heading(text id, text who);

/* What is known of a person. */
void card_facts(const kz_facts *facts);

/* What the law asks of the person. 'ask': the fact to ask for next; 0: none. */
void card_assessment(const kz_facts *facts, const kz_assessment *answer, kz_fact ask);

/* The way to the document, or what is in it. 'ask' as above. */
void card_plan(const kz_facts *facts, const kz_plan_answer *answer, kz_fact ask);

/* The facts on which an answer depends, and the one to ask for next; 0: none. */
void card_open_questions(kz_set relevant, kz_fact ask);

/* Why, for each obligation that is possible: the rows of the law that were passed over, each with the
   fact that kept it from fitting, and the one that decided. */
void card_why(const kz_facts *facts, const kz_assessment *answer);

/* A question about a deadline, and its answer. */
void card_term(const terms_question *question, const kz_window *window, const kz_window_day *day);

/* A line that could not be read, or a question that has no answer. */
void card_wrong(const table_form *form, const table_row *row);
void card_error(kz_status status);

/* A reason: what a provision says, and where it stands. */
void card_provision(kz_provision provision);

/* By which law the answer is, up to which day that is known, and whether it is assumed from then on; 'known'
   0: there is no answer that could be. */
void card_law(kz_law_known known);

/* Whether a day is after the one up to which the law is known, as no day at all is. */
int card_is_after_law(kz_date day);

/* The last words, after all cards: how far the law is known, and that this is no advice. */
void card_law_version(void);

#endif
