/* Countries, given by a name in one of the languages or by a code. */
#ifndef INTERVIEW_COUNTRY_H
#define INTERVIEW_COUNTRY_H

#include "input/text.h"
#include "kz_rules.h"

/* Finds a country, and shows the law's rules for it. Returns 0 if there is no such country. */
int country_take(kz_date on, text said, kz_country_answer *answer);

/* Reads answers, or the zone of a document, until a country is given or not known. 'answer' becomes the law's rules for it
   on a day, or stays unchanged. Returns 0 if the input has ended. */
int country_hear(kz_date on, kz_country_answer *answer);

/* An other_reader: the country of an establishment. It answers yes if the law says that establishments there are in the
   pilot on the day 'on', a kz_date. The law never says that they are not. */
int country_in_pilot(text said, const void *on, uint8_t *value);

#endif
