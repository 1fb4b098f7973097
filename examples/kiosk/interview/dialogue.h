/* Questions and answers: asks a question, and reads lines until one is an answer. */
#ifndef DIALOGUE_H
#define DIALOGUE_H

#include "input/text.h"
#include "kz_rules.h"
#include "text/phrases.h"

/* What the person said. */
typedef enum {
    END_OF_INPUT,
    SAID,
    DOES_NOT_KNOW, /* "?", which every question accepts */
    NO_MORE        /* "-", where an answer is optional */
} heard;

/* Asks a question, as a sentence. */
void ask(const char *question);

/* Says why the question is asked: the provisions on which the answer may depend. */
void ask_because(const kz_provision *provisions, unsigned count);

/* Says a sentence, in a paragraph of its own. */
void say(phrase of);

/* Reads a value from an answer that is not a word of the set. Returns 0, after saying why, if it cannot. */
typedef int (*other_reader)(text said, const void *context, uint8_t *value);

/* Reads a word of a closed set, or its number; the choices are shown. 'other' reads anything else; NULL: nothing else is an
   answer. */
heard hear_word(kz_vocabulary of, other_reader other, const void *context, uint8_t *value);

/* The same for phrases, counted from 1. After "?" the meaning of each is shown. */
heard hear_choice(const phrase *choices, unsigned count, unsigned *choice);

/* Reads a day from 'earliest' to 'latest', if these are given. */
heard hear_day(kz_date earliest, kz_date latest, kz_date *day);

/* Reads any answer; 'said' is valid until the next call. */
heard hear(text *said);

#endif
