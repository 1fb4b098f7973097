/* The kiosk: an application in portable C99 on top of kz_rules.h and port.h.
 *
 * It allocates nothing, and stores one line of its input (line.c) and one word of its output (page.c).
 */
#ifndef KIOSK_H
#define KIOSK_H

#include "kz_rules.h"

/* The law that the kiosk uses; NULL: the built-in law. */
extern const kz_law *kiosk_law;

/* The exit statuses. */
enum {
    KIOSK_OK = 0,         /* every record has its answer or its error */
    KIOSK_BAD_INPUT = 1,  /* the input as a whole cannot be used: no header, or a wrong one; or a receipt is not ok */
    KIOSK_BAD_USE = 2,    /* the arguments are wrong */
    KIOSK_BAD_OUTPUT = 3, /* the output cannot be written: a full disk, a closed pipe */
    KIOSK_BAD_CLOCK = 4,  /* the question is about today, and the clock was not set */
    KIOSK_BAD_LAW = 5     /* the pack or its key cannot be read, or the pack is refused */
};

/* Runs the mode named by the arguments; 'argv[0]' is skipped. Returns one of the above. */
int kiosk_main(int argc, char **argv);

#endif
