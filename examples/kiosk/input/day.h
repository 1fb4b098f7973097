/* Days, and birth dates that may be partly known, as text. */
#ifndef DAY_H
#define DAY_H

#include "input/text.h"
#include "kz_rules.h"

/* Reads a day of the years 1 to 9999, written YYYY-MM-DD. Returns 0 if it is not one. */
int day_read(text piece, kz_date *day);

/* Reads a birth date, written YYYY-MM-DD, YYYY-MM or YYYY. Returns 0 if it is not one. */
int day_read_birth(text piece, kz_date *birth, kz_birth_precision *precision);

/* Whether a day is later than another one. */
int day_is_after(kz_date one, kz_date other);

#endif
