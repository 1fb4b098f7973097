/* Fields separated by commas, quoted where they hold a comma or a quote.
 *
 * A field that begins with a quote ends with the next single one; a doubled quote in it is a quote.
 * Elsewhere a quote is an ordinary character. A field does not go over the end of its line.
 */
#ifndef CSV_H
#define CSV_H

#include "input/line.h"
#include "input/text.h"

/* What is still to be read of a line. */
typedef struct {
    char *at; /* NULL: nothing */
    char *end;
} csv;

/* What csv_next() found. */
enum {
    CSV_END,   /* no more fields */
    CSV_FIELD, /* a field */
    CSV_QUOTES /* a quote that is not closed, or something after it; the rest is not read */
};

/* Starts at the first field. A line without a comma has one. */
csv csv_of(const line *of);

/* Reads the next field. Removing quotes changes the line itself. */
int csv_next(csv *fields, text *field);

/* Writes a field, with quotes if it needs them. */
void csv_write(text field);

#endif
