/* Bytes as hexadecimal digits, two each. */
#ifndef HEX_H
#define HEX_H

#include "input/text.h"

/* The two digits of a byte, with a closing NUL, in the caller's buffer. Returns the buffer. */
const char *hex_of(uint8_t byte, char into[3]);

void hex_write(const uint8_t *bytes, size_t length);

/* Reads digits, in either case, into at most 'capacity' bytes; 'length' becomes their count. Returns 0 if there is
   something else, or too much. */
int hex_read(text digits, uint8_t *bytes, size_t capacity, size_t *length);

#endif
