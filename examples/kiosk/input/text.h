/* Pieces of text that do not end with a NUL, and the numbers in them. */
#ifndef TEXT_H
#define TEXT_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *start;
    size_t length;
} text;

/* A text that ends with a NUL, as a piece. */
text text_of(const char *string);

/* Whether the piece is exactly this text. */
int text_is(text piece, const char *string);

/* How many characters of UTF-8 the piece is. */
unsigned text_characters(text piece);

/* What comes before the first separator, or all of it; 'rest' becomes what comes after, which is NULL if
   there is no separator. */
text text_before(text piece, char separator, text *rest);

/* Reads decimal digits, up to 65535. Returns 0 if that is not what there is. */
int text_number(text piece, uint16_t *number);

/* Reads decimal digits, up to all of int64_t, with an optional minus. Returns 0 as above. */
int text_seconds(text piece, int64_t *seconds);

#endif
