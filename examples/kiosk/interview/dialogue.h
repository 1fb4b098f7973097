/* Questions and answers: one is asked, and the person's line is read until it is an answer. */
#ifndef DIALOGUE_H
#define DIALOGUE_H

#include "input/text.h"
#include "kz_rules.h"
#include "text/phrases.h"

/* What the person said. */
typedef enum {
    END_OF_INPUT,
    SAID,
    DOES_NOT_KNOW, /* "?", which is an answer to every question */
    NO_MORE        /* "-", where there need not be anything */
} heard;

/* Asks, as a sentence. */
void ask(const char *question);

/* Says why it is asked: by these provisions the answer may turn. */
void ask_because(const kz_provision *provisions, unsigned count);

/* Says a sentence, in a paragraph of its own. */
void say(phrase of);

/* Makes a value of what is no word of the set. Returns 0, and has said why, if it cannot. */
typedef int (*other_reader)(text said, const void *context, uint8_t *value);

/* Reads a word of a closed set, by its number or itself; the choices are shown. 'other' reads what is no such word; NULL:
   nothing else is an answer. */
heard hear_word(kz_vocabulary of, other_reader other, const void *context, uint8_t *value);

/* The same for phrases, which are counted from 1; to who does not know, what each means is said. */
heard hear_choice(const phrase *choices, unsigned count, unsigned *choice);

/* Reads a day not before 'earliest' and not after 'latest', if these are given. */
heard hear_day(kz_date earliest, kz_date latest, kz_date *day);

/* Reads whatever is said; 'said' lasts until the next is read. */
heard hear(text *said);

#endif
