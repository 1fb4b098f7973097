/* Registration cases: the columns of a registration table, and their answer. */
#ifndef REGISTRATION_H
#define REGISTRATION_H

#include "input/table.h"
#include "kz_rules.h"

/* How a case begins, and what happens to it. */
typedef struct {
    kz_arrival arrival;
    text script;
} registration_question;

/* The form of a table whose questions are registration_question, and the names of the columns that
   the answer writes. */
extern const table_form registration_form;
extern const char registration_results[];

/* Lets it all happen, up to the first event that is refused. Returns what is wrong with the case as
   such; then there is none. 'refused' becomes what is wrong with the event that was refused. */
kz_status registration_run(const registration_question *question, kz_case *reached,
                           kz_status *refused);

/* The event of a script with this number, counted from 0; zero if there is none. */
void registration_event(const registration_question *question, unsigned number, kz_case_event *event);

/* Writes the columns of the answer: with an error, where the case stands after the last event that it
   took. Returns what is wrong, and has written nothing, if there is no case. */
kz_status registration_answer(const void *question);

#endif
