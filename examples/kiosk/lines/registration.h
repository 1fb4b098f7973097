/* Registration cases: the columns of a registration table, and what becomes of one. */
#ifndef REGISTRATION_H
#define REGISTRATION_H

#include "input/table.h"
#include "kz_rules.h"

/* How a case begins, and what happens to it. */
typedef struct {
    kz_arrival arrival;
    text script;
} registration_question;

/* The form of a table whose questions are registration_question. */
extern const table_form registration_form;

/* Lets it all happen, up to the first event that is refused. Returns what is wrong with the case as
   such; then there is none. 'refused' becomes what is wrong with the event that was refused. */
kz_status registration_run(const registration_question *question, kz_case *reached,
                           kz_status *refused);

/* The event of a script with this number, counted from 0; zero if there is none. */
void registration_event(const registration_question *question, unsigned number, kz_case_event *event);

#endif
