/* The known facts of a person: the columns of an assess or plan table, and each fact by its number. */
#ifndef FACTS_H
#define FACTS_H

#include "input/table.h"
#include "kz_rules.h"

/* Forms of tables whose questions are kz_facts: without and with the circumstances. */
extern const table_form facts_form;
extern const table_form facts_plan_form;

/* A fact or setting given as a word: all but the two dates and the declined facts. */
typedef struct {
    const char *name;    /* of the column */
    kz_vocabulary words; /* of the value */
    uint8_t offset;      /* of the byte in kz_facts */
} facts_word;

/* The facts and settings given as words, counted from 0; NULL after the last. */
const facts_word *facts_word_at(unsigned index);

/* The entry of a fact that is given as a word; NULL if it is not. */
const facts_word *facts_word_of(kz_fact fact);

/* The value of a fact that is given as a word. */
uint8_t facts_get(const kz_facts *facts, const facts_word *of);
void facts_set(kz_facts *facts, const facts_word *of, uint8_t value);

/* Records that the person does not know a fact, or not more precisely. */
void facts_decline(kz_facts *facts, kz_fact fact);

#endif
