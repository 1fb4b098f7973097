/* Rows that several cards share. */
#ifndef ROWS_H
#define ROWS_H

#include "kz_rules.h"
#include "text/phrases.h"

/* A heading, a day, and the notes on that day. */
void row_day(phrase heading, kz_date day);

/* Continues a row: a name, a colon, and a day or a number. */
void row_is_day(phrase name, kz_date day);
void row_is_number(phrase name, int32_t number);

/* The lenient day of a window. A person who came before the rules is never late. */
void row_late_after(const kz_window *window);

/* Continues a row with what a treaty gives, if that is known. */
void row_treaty(kz_treaty treaty, uint16_t days);

/* Continues a row with a reason: what a provision says, and where it stands. */
void row_provision(kz_provision provision);

/* Continues a row with the name and identifier of a provision. */
void row_named_provision(kz_provision provision);

/* A row for a provision on which the source may be silent; without a heading, a further line. */
void row_duty(phrase heading, kz_provision provision);

/* What to bring: the papers, if prints are taken; and the certificate of earlier prints, if a caution asks for it. */
void row_papers(int taken, kz_provision papers, const kz_provision *cautions, unsigned count);

/* What may change an answer, one row each. */
void row_cautions(const kz_provision *cautions, unsigned count);

/* The law of the answer, the day up to which it is known, and whether no change is assumed after that; 'known' 0: the
   question has no answer. */
void row_law(kz_law_known known);

/* Whether a day is after the one up to which the law is known. A day that is not given counts as after it. */
int row_is_after_law(kz_date day);

/* The facts on which an answer depends, and the one to ask for next; 0: none. */
void row_open_questions(kz_set relevant, kz_fact ask);

/* The known facts of a person. */
void row_facts(const kz_facts *facts);

/* Which other values of known facts would change the answer: of an assessment, and of a term that does not cover the person. */
void row_otherwise(const kz_facts *facts, const kz_assessment *answer);
void row_otherwise_covered(kz_term term, const kz_term_question *asked);

#endif
