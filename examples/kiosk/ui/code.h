/* A QR code, on the terminal and as a picture. There is one: making a code ends the one before. */
#ifndef CODE_H
#define CODE_H

#include "input/text.h"
#include "kz_rules.h"

/* Whether the library, and so the kiosk, is built with QR codes; without, there is none to make or write. */
int code_is_built_in(void);

/* Makes the code of a text. */
kz_status code_make(text content);

/* Writes it with half-block characters, two modules above each other in one. A dark module is ink, so the paper, or the
   terminal, is to be light; or, on a dark one, a light module is, and the margin too. */
void code_print(void);
void code_on_dark(int wanted);

/* Writes it as a PBM file (the binary kind), 8 pixels for each side of a module. */
void code_picture(void);

/* Forgets the code and what it was made of. */
void code_forget(void);

#endif
