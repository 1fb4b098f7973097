/* Rows that several cards have. */
#ifndef ROWS_H
#define ROWS_H

#include "kz_rules.h"
#include "text/phrases.h"

/* A heading and a day, and what there is to say of it. */
void row_day(phrase heading, kz_date day);

/* Goes on with a row: a name, a colon, and a day or a number. */
void row_is_day(phrase name, kz_date day);
void row_is_number(phrase name, int32_t number);

/* The lenient day of a window; who came before the rules is late on no day. */
void row_late_after(const kz_window *window);

/* Goes on with a row: what a treaty says, if that is known. */
void row_treaty(kz_treaty treaty, uint16_t days);

/* Goes on with a row: a reason, what a provision says, and where it stands. */
void row_provision(kz_provision provision);

/* Goes on with a row: what a provision is called, and its identifier. */
void row_named_provision(kz_provision provision);

/* A row for a provision that the source may be silent about; with no heading, one more line. */
void row_duty(phrase heading, kz_provision provision);

/* What to bring: the papers, if prints are taken; and the certificate of prints taken before, if a caution asks for it. */
void row_papers(int taken, kz_provision papers, const kz_provision *cautions, unsigned count);

/* What may change an answer, each in a row. */
void row_cautions(const kz_provision *cautions, unsigned count);

/* By which law the answer is, up to which day that is known, and whether it is assumed from then on; 'known'
   0: there is no answer that could be. */
void row_law(kz_law_known known);

/* Whether a day is after the one up to which the law is known, as no day at all is. */
int row_is_after_law(kz_date day);

/* The facts on which an answer depends, and the one to ask for next; 0: none. */
void row_open_questions(kz_set relevant, kz_fact ask);

/* What is known of a person. */
void row_facts(const kz_facts *facts);

/* By which other value of what is known the answer would be another one: for an assessment, and for a term that does not
   cover the person. */
void row_otherwise(const kz_facts *facts, const kz_assessment *answer);
void row_otherwise_covered(kz_term term, const kz_term_question *asked);

#endif
