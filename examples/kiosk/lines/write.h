/* Output that several kinds of answers share. */
#ifndef WRITE_H
#define WRITE_H

#include "kz_rules.h"

/* A list: writes the separator before its next item. 'any' begins as 0. */
const char *write_separator(int *any);

/* The words of a set, and provisions. */
void write_set(kz_set set, kz_vocabulary of);
void write_provisions(const kz_provision *provisions, unsigned count);

void write_day(kz_date day);

/* The next column: whether the law is known on the day in question. */
void write_law(kz_law_known law);

#endif
