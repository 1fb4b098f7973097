/* Questions about a deadline: the columns of a terms table, and their answer. */
#ifndef TERMS_H
#define TERMS_H

#include "input/table.h"
#include "kz_rules.h"

typedef struct {
    kz_term kind;
    kz_term_question asked;
} terms_question;

/* The form of a table whose questions are terms_question. */
extern const table_form terms_form;

/* Answers with the window and, if there is one, the position of the decision date in it; else 'day' is zero. Errors: those
   of the library. */
kz_status terms_answer(const terms_question *question, kz_window *window, kz_window_day *day);

#endif
