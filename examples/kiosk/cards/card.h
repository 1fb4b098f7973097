/* Cards: an answer as a person reads it, and acts on it.
 *
 * Each says what to do and by when; then whether that is sure: what may change it, and how far the law is known; then
 * why; then papers, place and consequence; and last what it was decided for.
 */
#ifndef CARD_H
#define CARD_H

#include "input/table.h"
#include "input/terms.h"
#include "kz_rules.h"
#include "lines/registration.h"
#include "lines/stay.h"
#include "text/phrases.h"

/* The heading of a card; 'who' may be empty. */
void card_heading(text id, text who);

/* What the law asks of the person. 'ask': the fact to ask for next; 0: none. */
void card_assessment(const kz_facts *facts, const kz_assessment *answer, kz_fact ask);

/* The way to the document, or what is in it. 'ask' as above. */
void card_plan(const kz_facts *facts, const kz_plan_answer *answer, kz_fact ask);

/* Why, for each obligation that is possible: the rows of the law that were passed over, each with the
   fact that kept it from fitting, and the one that decided. */
void card_why(const kz_facts *facts, const kz_assessment *answer);

/* A question about a deadline, and its answer. */
void card_term(const terms_question *question, const kz_window *window, const kz_window_day *day);

/* A registration case, with what happened to it; 'refused': why the last event was not taken, or KZ_OK. */
void card_registration(const registration_question *question, const kz_case *reached, kz_status refused);

/* How long a person may stay without a visa. 'country': what the law says of the person's country; NULL: the rule is
   given. */
void card_stay(const stay_question *question, const kz_stay_answer *answer,
               const kz_country_answer *country);

/* A stay of which the last day is told. */
void card_stay_told(const terms_question *question);

/* The number of an answer's receipt: the receipt as hexadecimal digits, which `kiosk verify` reads. */
void card_receipt(const kz_facts *facts);

/* A line that could not be read, or a question that has no answer. */
void card_wrong(const table_form *form, const table_row *row);
void card_error(kz_status status);

/* The last words, after all cards: that this is no advice. */
void card_end(void);

#endif
