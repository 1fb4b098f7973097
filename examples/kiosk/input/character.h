/* Characters of text from outside: the one rule for what is shown of it. */
#ifndef CHARACTER_H
#define CHARACTER_H

#include "input/text.h"

/* What is taken for a character where there is no UTF-8. */
#define CHARACTER_WRONG 0xFFFFFFFFu

/* What a character does where it is shown. */
enum {
    CHARACTER_SEEN,
    CHARACTER_BLANK,     /* a space, however wide */
    CHARACTER_COMMANDS,  /* a control character (C0, DEL, C1), or one that separates lines */
    CHARACTER_INVISIBLE, /* nothing of its own: marks of direction, of no width, tags, selectors (Unicode:
                            Default_Ignorable_Code_Point) */
    CHARACTER_NONE       /* CHARACTER_WRONG */
};

/* Takes the next character off a text, which is not empty. Of what is not UTF-8 (overlong, a surrogate, past 10FFFF, cut
   off) it takes as much as could have begun a character, at least a byte, and returns CHARACTER_WRONG. */
uint32_t character_next(text *from);

int character_does(uint32_t character);

/* Whether two names differ in case, spaces, '-', '_' and what is not seen alone. */
int character_same_name(text one, text other);

#endif
