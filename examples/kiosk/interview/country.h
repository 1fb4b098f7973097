/* Countries, told by a name in one of the languages or by a code. */
#ifndef INTERVIEW_COUNTRY_H
#define INTERVIEW_COUNTRY_H

#include "input/text.h"
#include "kz_rules.h"

/* Takes a country, and says what the law has of it. Returns 0 if there is none that is called so. */
int country_take(kz_date on, text said, kz_country_answer *answer);

/* Reads what is said, or the zone of a document, until a country is named, or is not known; 'answer' becomes what the law
   says of it on a day, or stays as it is. Returns 0 if the input has ended. */
int country_hear(kz_date on, kz_country_answer *answer);

/* An other_reader: the country in which an establishment is, if the law says that establishments there are in the pilot on
   the day 'on', a kz_date. Of no country does it say that they are not. */
int country_in_pilot(text said, const void *on, uint8_t *value);

#endif
