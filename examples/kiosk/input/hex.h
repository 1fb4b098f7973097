/* Bytes as hexadecimal digits, two each. */
#ifndef HEX_H
#define HEX_H

#include "input/text.h"

/* The two digits of a byte, with a closing NUL, in the caller's buffer. Returns it. */
const char *hex_of(uint8_t byte, char into[3]);

void hex_write(const uint8_t *bytes, size_t length);

/* Reads digits, large or small letters, into at most 'capacity' bytes; 'length' becomes their count.
   Returns 0 if that is not what there is, or too much of it. */
int hex_read(text digits, uint8_t *bytes, size_t capacity, size_t *length);

#endif
