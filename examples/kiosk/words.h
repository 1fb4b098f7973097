/* The words of the legal model, as the library has them: to values and back. */
#ifndef WORDS_H
#define WORDS_H

#include "input/text.h"
#include "kz_rules.h"

/* The value of this word in a closed set; 0 if it has none. */
uint8_t words_value(kz_vocabulary of, text word);

/* The word for a value; "" if there is none, as for 0. */
const char *words_of(kz_vocabulary of, uint8_t value);

/* Reads a word into a value; an empty text is 0, unknown. Returns 0 if there is no such word. */
int words_read(kz_vocabulary of, text word, uint8_t *value);

/* The word for an error of the library. */
const char *words_error(kz_status status);

/* The identifier of a provision; "" for none. */
const char *words_provision(kz_provision provision);

/* The name of the law that decides, in the caller's buffer. Returns it. */
const char *words_law(char into[KZ_LAW_NAME_BYTES + 1]);

#endif
