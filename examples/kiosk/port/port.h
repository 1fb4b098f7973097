/* What the kiosk needs of the machine it runs on: a few functions, one small file for each machine.
 *
 * The port owns the entry point and calls kiosk_main() (kiosk.h).
 */
#ifndef PORT_H
#define PORT_H

#include "law/slots.h"

#include <stddef.h>
#include <stdint.h>

/* What port_read_line() found. */
enum {
    PORT_END,  /* the end of input; nothing was read */
    PORT_LINE, /* the end of a line */
    PORT_PART, /* a part of a longer line: 'capacity' bytes, after which the next call goes on */
    PORT_LOST  /* the end of a line of which the machine lost something on the way: nothing of it is in 'line' */
};

/* Reads the next line, without its line end (LF, CR or CR LF), into 'line'; 'length' becomes its bytes there. The
   last line need not have a line end. What was written is shown before. */
int port_read_line(char *line, size_t capacity, size_t *length);

/* Writes an answer. Where that may fail, the port ends the program with KIOSK_BAD_OUTPUT at once: nobody reads on. */
void port_write(const char *bytes, size_t length);

/* Writes a message about wrong use, apart from the answers where the machine has such a place. */
void port_complain(const char *bytes, size_t length);

/* The time: seconds of UTC since the start of 1970. Below zero if the machine does not know it. */
int64_t port_unix_seconds(void);

/* What port_file() found. */
enum { PORT_NO_FILE, PORT_FILE, PORT_FILE_TOO_LONG };

/* Reads a file whole. Its bytes stay where they are until the next call. A machine without files finds none. */
int port_file(const char *name, const uint8_t **bytes, size_t *length);

/* Whether an Ed25519 signature is right for a message, by a key of 32 bytes: a kz_verifier. */
int32_t port_verify(void *key, const uint8_t *message, size_t length, const uint8_t *signature);

/* The flash in which the machine keeps packs; NULL if it keeps none. */
const slots_flash *port_flash(void);

/* Keeps packs that are signed by this key in a file from now on, as if it were flash: port_flash() gives it. A file that is not
   there is made, of empty slots. Returns 0 if it cannot be, or is no such file. A machine without files has none. */
int port_keep(const char *name, uint8_t *key);

#endif
