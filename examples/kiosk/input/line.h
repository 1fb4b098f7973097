/* The current line. There is one buffer: reading a line overwrites the previous one. */
#ifndef LINE_H
#define LINE_H

#include "input/text.h"

/* The longest line that is read whole, in bytes. */
#define LINE_MAX_BYTES 768

typedef struct {
    char *start;   /* writable */
    size_t length; /* without the line end, be it LF, CR or CR LF */
    int whole;     /* 0: this is only the beginning of the line, or bytes were lost */
    int lost;      /* whether bytes were lost in transmission: the content is unusable */
} line;

/* Reads the next line. Returns 0 at the end of input. A UTF-8 byte order mark at the start of the input is skipped. The
   rest of a line that is too long is skipped by the next call. */
int line_read(line *next);

/* Whether the line has only spaces and tabs. */
int line_is_blank(const line *of);

/* For a record that spans lines and is read in pieces: an empty line, to which line_read_on() adds. */
void line_begin(line *of);

/* The result of line_read_on(). */
enum {
    LINE_NO_MORE, /* the end of input; nothing was added */
    LINE_GOES_ON, /* a piece; the line continues */
    LINE_ENDED    /* the last piece of a line of the input */
};

/* Reads the next piece of the input, and adds it if there is room. The piece is valid until the next call. */
int line_read_on(line *of, text *piece);

/* Adds a line feed if there is room. */
void line_add_end(line *of);

/* Call it before the first line of an input. */
void line_start(void);

/* Call it after the last line: erases the buffer. */
void line_forget(void);

#endif
