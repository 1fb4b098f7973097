/* Registration cases: the columns of a registration table, and the resulting case. */
#ifndef REGISTRATION_H
#define REGISTRATION_H

#include "input/table.h"
#include "kz_rules.h"

/* How a case begins, and its events. */
typedef struct {
    kz_arrival arrival;
    text script;
} registration_question;

/* The form of a table whose questions are registration_question. */
extern const table_form registration_form;

/* Applies the events until one is refused. Returns the error of the case itself; then there is no case. 'refused' becomes
   the error of the refused event. */
kz_status registration_run(const registration_question *question, kz_case *reached,
                           kz_status *refused);

/* The event with this number in a script, counted from 0; zero if there is none. */
void registration_event(const registration_question *question, unsigned number, kz_case_event *event);

#endif
