/* Stays without a visa: the columns of a stay table. */
#ifndef STAY_H
#define STAY_H

#include "input/line.h"
#include "input/table.h"
#include "kz_rules.h"

/* The shortest stay as text is a day of entry and a slash; a separator follows each but the last. */
#define STAY_MAX (LINE_MAX_BYTES / 12 + 1)

typedef struct {
    kz_date on;
    kz_stay_rule rule;
    uint16_t count;
    kz_stay stays[STAY_MAX];
} stay_question;

/* The form of a table whose questions are stay_question. */
extern const table_form stay_form;

#endif
