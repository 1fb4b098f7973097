/* Characters of untrusted text: the one rule for how they are shown. */
#ifndef CHARACTER_H
#define CHARACTER_H

#include "input/text.h"

/* The character that replaces invalid UTF-8. */
#define CHARACTER_WRONG 0xFFFFFFFFu

/* The effect of a character on a display. */
enum {
    CHARACTER_SEEN,
    CHARACTER_BLANK,     /* a space, however wide */
    CHARACTER_COMMANDS,  /* a control character (C0, DEL, C1), or one that separates lines */
    CHARACTER_INVISIBLE, /* no effect of its own: direction marks, zero width, tags, selectors (Unicode:
                            Default_Ignorable_Code_Point) */
    CHARACTER_NONE       /* CHARACTER_WRONG */
};

/* Takes the next character off a text, which is not empty. For invalid UTF-8 (overlong, a surrogate, past 10FFFF, cut off)
   it takes the bytes that could begin a character, at least one, and returns CHARACTER_WRONG. */
uint32_t character_next(text *from);

int character_does(uint32_t character);

/* Whether two names differ only in case, spaces, '-', '_' and invisible characters. */
int character_same_name(text one, text other);

#endif
