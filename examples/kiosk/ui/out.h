/* What is written: texts, numbers, days; what came from outside; and complaints. */
#ifndef OUT_H
#define OUT_H

#include "input/text.h"
#include "kz_rules.h"

/* The bytes of the longest number as text, and of a day, with the closing NUL. */
#define OUT_NUMBER_BYTES 12
#define OUT_DAY_BYTES 11

void out(const char *string);

/* A number as text, in the caller's buffer. Returns it. */
const char *out_number(int32_t number, char into[OUT_NUMBER_BYTES]);
const char *out_count(uint32_t number, char into[OUT_NUMBER_BYTES]);

/* A day as text, YYYY-MM-DD, in the caller's buffer; "" if it is not given; without the month or
   the day if these are zero. Returns it. */
const char *out_day(kz_date day, char into[OUT_DAY_BYTES]);

/* A text from outside, as a person may see it: it cannot command the terminal, nor hide. What commands or separates lines
   (character.h) becomes a space, what is invisible is left out, what is not UTF-8 becomes U+FFFD. */
void out_foreign(text from_outside);

/* Complains, in a line of its own: what is wrong, and what it is about, as out_foreign() writes it. What was read may be
   about a person, and is not said: instead where it stands, and 'about' is a word of the kiosk's own, or "". */
void out_complain(const char *wrong, text about);
void out_complain_line(uint32_t line, const char *wrong, const char *about);
void out_complain_column(uint32_t line, unsigned column, const char *wrong, const char *about);

#endif
