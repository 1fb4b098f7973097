/* What several kinds of answers write. */
#ifndef WRITE_H
#define WRITE_H

#include "kz_rules.h"

/* A list: what separates its next item. 'any' begins as 0. */
const char *write_separator(int *any);

/* The words of a set; provisions. */
void write_set(kz_set set, kz_vocabulary of);
void write_provisions(const kz_provision *provisions, unsigned count);

void write_day(kz_date day);

/* The column after this one: whether the law is known on the day asked about. */
void write_law(kz_law_known law);

#endif
