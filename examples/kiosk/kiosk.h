/* The kiosk: an application in portable C99 on top of kz_rules.h and port.h.
 *
 * It allocates nothing, and keeps a line of its input (line.c) and a word of its output (page.c).
 */
#ifndef KIOSK_H
#define KIOSK_H

#include "kz_rules.h"

/* The law that the kiosk decides by; NULL: the one that the library is built with. */
extern const kz_law *kiosk_law;

/* What the program returns. */
enum {
    KIOSK_OK = 0,         /* every line has its answer or its error */
    KIOSK_BAD_INPUT = 1,  /* the input as a whole is of no use: no header, or a wrong one; or a receipt is not ok */
    KIOSK_BAD_USE = 2,    /* the arguments are wrong */
    KIOSK_BAD_OUTPUT = 3, /* nobody takes the answers: a full disk, a closed pipe */
    KIOSK_BAD_CLOCK = 4,  /* today is asked about, and the clock was not set */
    KIOSK_BAD_LAW = 5     /* the pack or its key cannot be read, or the pack is refused */
};

/* Runs the mode that the arguments name; 'argv[0]' is skipped. Returns one of the above. */
int kiosk_main(int argc, char **argv);

#endif
