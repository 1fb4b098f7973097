/* Cards: an answer that a person can read and act on.
 *
 * Each card has this order: what to do and by when; how certain that is (what may change it, up to which day the law
 * is known); why; papers, place and consequence; and what it was decided for.
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

/* What the law requires of the person. 'ask': the fact to ask for next; 0: none. */
void card_assessment(const kz_facts *facts, const kz_assessment *answer, kz_fact ask);

/* The way to the document, or what blocks it. 'ask' as above. */
void card_plan(const kz_facts *facts, const kz_plan_answer *answer, kz_fact ask);

/* For each possible obligation: the rows of the law that were passed over, each with the fact that excluded it, and the row
   that decided. */
void card_why(const kz_facts *facts, const kz_assessment *answer);

/* A question about a deadline, and its answer. */
void card_term(const terms_question *question, const kz_window *window, const kz_window_day *day);

/* A registration case and its events. 'refused': why the last event was refused, or KZ_OK. */
void card_registration(const registration_question *question, const kz_case *reached, kz_status refused);

/* How long a person may stay without a visa. 'country': the rules for the person's country; NULL: the question has a rule. */
void card_stay(const stay_question *question, const kz_stay_answer *answer,
               const kz_country_answer *country);

/* A stay with a given last day. */
void card_stay_told(const terms_question *question);

/* The receipt of an answer: its bytes as hexadecimal digits, which `kiosk verify` reads. */
void card_receipt(const kz_facts *facts);

/* A line that could not be read, or a question that has no answer. */
void card_wrong(const table_form *form, const table_row *row);
void card_error(kz_status status);

/* The footer after all cards: this is not legal advice. */
void card_end(void);

#endif
