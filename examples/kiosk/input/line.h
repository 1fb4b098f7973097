/* The line that is being read. There is one buffer: reading a line ends the one before. */
#ifndef LINE_H
#define LINE_H

#include <stddef.h>

/* The bytes of the longest line that is read whole. */
#define LINE_MAX_BYTES 768

typedef struct {
    char *start;   /* may be written to */
    size_t length; /* without the line end, be it LF or CR LF */
    int whole;     /* 0: the line is longer, and this is how it begins */
} line;

/* Reads the next line. Returns 0 at the end of input. */
int line_read(line *next);

/* Whether there is nothing in the line but spaces and tabs. */
int line_is_blank(const line *of);

#endif
