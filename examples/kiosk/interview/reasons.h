/* Why a question is asked: the provisions by which the answer turns. */
#ifndef REASONS_H
#define REASONS_H

#include "kz_rules.h"

/* Says on which provisions it turns what the person answers when asked for this fact. */
void reasons_of_fact(const kz_facts *facts, kz_fact fact);

/* The same for what a term asks about: the byte of the question that takes values of this set. */
void reasons_of_term(kz_term term, const kz_term_question *asked, size_t offset, kz_vocabulary values);

#endif
