/* Why a question is asked: the provisions on which the answer depends. */
#ifndef REASONS_H
#define REASONS_H

#include "kz_rules.h"

/* Shows the provisions for which it matters how the person answers the question for this fact. */
void reasons_of_fact(const kz_facts *facts, kz_fact fact);

/* The same for a question about a term: the byte of the question with a value of this set. */
void reasons_of_term(kz_term term, const kz_term_question *asked, size_t offset, kz_vocabulary values);

#endif
