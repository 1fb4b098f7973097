/* What the kiosk needs from its machine: a few functions, one small file for each machine.
 *
 * The port owns the entry point and calls kiosk_main() (kiosk.h).
 */
#ifndef PORT_H
#define PORT_H

#include "law/slots.h"

#include <stddef.h>
#include <stdint.h>

/* The result of port_read_line(). */
enum {
    PORT_END,  /* the end of input; nothing was read */
    PORT_LINE, /* the end of a line */
    PORT_PART, /* a part of a longer line: 'capacity' bytes; the next call continues */
    PORT_LOST  /* the end of a line with lost bytes: nothing of it is in 'line' */
};

/* Reads the next line, without its line end (LF, CR or CR LF), into 'line'; 'length' becomes its length in bytes. The last
   line need not have a line end. Pending output is shown first. */
int port_read_line(char *line, size_t capacity, size_t *length);

/* Writes an answer. If that fails, the port ends the program at once with KIOSK_BAD_OUTPUT: nobody reads the rest. */
void port_write(const char *bytes, size_t length);

/* Writes a message about wrong use, to a separate stream if the machine has one. */
void port_complain(const char *bytes, size_t length);

/* The time: seconds since the start of 1970, UTC. Below zero if the machine does not know it. */
int64_t port_unix_seconds(void);

/* The result of port_file(). */
enum { PORT_NO_FILE, PORT_FILE, PORT_FILE_TOO_LONG };

/* Reads a whole file. Its bytes are valid until the next call. A machine without files finds none. */
int port_file(const char *name, const uint8_t **bytes, size_t *length);

/* Whether an Ed25519 signature of a message is valid, by a key of 32 bytes: a kz_verifier. */
int32_t port_verify(void *key, const uint8_t *message, size_t length, const uint8_t *signature);

/* The flash for packs; NULL if the machine has none. */
const slots_flash *port_flash(void);

/* The result of port_keep(). */
enum {
    PORT_NO_SLOTS,  /* it cannot be opened or created; a machine without files has none */
    PORT_SLOTS,     /* from now on port_flash() returns it */
    PORT_OTHER_FILE /* it does not have the length of a file of slots; it is left as it is */
};

/* From now on stores packs signed by this key in a file, as if it were flash. A missing file is created, with empty slots:
   whole, or not at all. */
int port_keep(const char *name, uint8_t *key);

#endif
