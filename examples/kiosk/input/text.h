/* Pieces of text without a closing NUL, and numbers in them. */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *start;
    size_t length;
} text;

/* A NUL-terminated string as a piece. */
text text_of(const char *string);

/* Whether the piece is exactly this text. */
int text_is(text piece, const char *string);

/* The number of UTF-8 characters in the piece. */
unsigned text_characters(text piece);

/* The part before the first separator, or all of it; 'rest' becomes the part after it, or NULL if there is no separator. */
text text_before(text piece, char separator, text *rest);

/* Reads decimal digits, up to 65535. Returns 0 if there is no such number. */
int text_number(text piece, uint16_t *number);

/* Reads decimal digits with an optional minus, in the range of int64_t. Returns 0 as above. */
int text_seconds(text piece, int64_t *seconds);

#endif
