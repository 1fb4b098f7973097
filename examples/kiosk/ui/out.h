/* Output: texts, numbers, days, untrusted texts, and error messages. */
#ifndef OUT_H
#define OUT_H

#include "input/text.h"
#include "kz_rules.h"

/* The longest number and day as text, in bytes with the closing NUL. */
#define OUT_NUMBER_BYTES 12
#define OUT_DAY_BYTES 11

void out(const char *string);

/* A number as text, in the caller's buffer. Returns the buffer. */
const char *out_number(int32_t number, char into[OUT_NUMBER_BYTES]);
const char *out_count(uint32_t number, char into[OUT_NUMBER_BYTES]);

/* A day as text, YYYY-MM-DD, in the caller's buffer; "" if it is zero; without the month or the day if these are zero.
   Returns the buffer. */
const char *out_day(kz_date day, char into[OUT_DAY_BYTES]);

/* An untrusted text, shown so that it can neither control the terminal nor hide. Control characters and line separators
   (character.h) become a space, invisible ones are left out, invalid UTF-8 becomes U+FFFD. */
void out_foreign(text from_outside);

/* Prints an error message on a line of its own: the error, and its subject as out_foreign() writes it. Input may be
   personal and is never repeated: the message names its position, and 'about' is a word of the kiosk's own, or "". */
void out_complain(const char *wrong, text about);
void out_complain_line(uint32_t line, const char *wrong, const char *about);
void out_complain_column(uint32_t line, unsigned column, const char *wrong, const char *about);

#endif
