/* A QR code, on the terminal and as a picture. There is one: making a code replaces the previous one. */
#ifndef CODE_H
#define CODE_H

#include "input/text.h"
#include "kz_rules.h"

/* Whether the library, and so the kiosk, is built with QR codes. */
int code_is_built_in(void);

/* Makes the code of a text. */
kz_status code_make(text content);

/* Writes it with half-block characters, two modules per character. Dark modules are ink, for paper or a light terminal; for
   a dark terminal the light modules and the margin are ink. */
void code_print(void);
void code_on_dark(int wanted);

/* Writes it as a binary PBM file, with 8 pixels per side of a module. */
void code_picture(void);

/* Erases the code and the text in it. */
void code_forget(void);

#endif
