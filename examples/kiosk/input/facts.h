/* What is known of a person: the columns of an assess or a plan table, and each fact by its number. */
#ifndef FACTS_H
#define FACTS_H

#include "input/table.h"
#include "kz_rules.h"

/* The forms of tables whose questions are kz_facts: without the circumstances, and with them. */
extern const table_form facts_form;
extern const table_form facts_plan_form;

/* A fact, or a setting, that is given as a word: all but the two dates and what is declined. */
typedef struct {
    const char *name;    /* of its column */
    kz_vocabulary words; /* that it takes */
    uint8_t offset;      /* of its byte in kz_facts */
} facts_word;

/* The facts and settings given as words, counted from 0; NULL after the last. */
const facts_word *facts_word_at(unsigned index);

/* How a fact is given as a word; NULL if it is not. */
const facts_word *facts_word_of(kz_fact fact);

/* The value of a fact that is given as a word. */
uint8_t facts_get(const kz_facts *facts, const facts_word *of);
void facts_set(kz_facts *facts, const facts_word *of, uint8_t value);

/* Notes that the person cannot tell a fact, or not more precisely. */
void facts_decline(kz_facts *facts, kz_fact fact);

#endif
