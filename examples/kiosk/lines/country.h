/* Questions about a country: the columns of a country table, and their answer. */
#ifndef COUNTRY_H
#define COUNTRY_H

#include "input/table.h"
#include "kz_rules.h"

typedef struct {
    kz_date on;
    text country;
} country_question;

/* The form of a table whose questions are country_question, and the names of the columns that the
   answer writes. */
extern const table_form country_form;
extern const char country_results[];

/* Writes the columns of the answer, or returns the error. */
kz_status country_answer(const void *question);

#endif
