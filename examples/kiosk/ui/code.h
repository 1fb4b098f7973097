/* A QR code, on the terminal and as a picture. There is one: making a code ends the one before. */
#ifndef CODE_H
#define CODE_H

#include "input/text.h"
#include "kz_rules.h"

/* Makes the code of a text. */
kz_status code_make(text content);

/* Writes it with half-block characters, two modules above each other in one; a dark module is ink, so
   the paper, or the terminal, is to be light. */
void code_print(void);

/* Writes it as a PBM file (the binary kind), 8 pixels for each side of a module. */
void code_picture(void);

#endif
