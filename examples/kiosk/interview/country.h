/* The country whose citizen the person is. */
#ifndef INTERVIEW_COUNTRY_H
#define INTERVIEW_COUNTRY_H

#include "kz_rules.h"

/* Reads what is said until a country is named, by its name in one of the languages or its code, or is not known; 'answer' becomes what
   the law says of it on a day, or stays as it is. Returns 0 if the input has ended. */
int country_hear(kz_date on, kz_country_answer *answer);

#endif
