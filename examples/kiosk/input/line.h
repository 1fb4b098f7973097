/* The line that is being read. There is one buffer: reading a line ends the one before. */
#ifndef LINE_H
#define LINE_H

#include "input/text.h"

/* The bytes of the longest line that is read whole. */
#define LINE_MAX_BYTES 768

typedef struct {
    char *start;   /* may be written to */
    size_t length; /* without the line end, be it LF, CR or CR LF */
    int whole;     /* 0: the line is longer, and this is how it begins; or it is lost */
    int lost;      /* whether something of it was lost on the way: what is here is of no use */
} line;

/* Reads the next line. Returns 0 at the end of input. The mark of UTF-8 at the very start of the input is passed
   over. What comes after the beginning of a line that is too long is passed over when the next one is read. */
int line_read(line *next);

/* Whether there is nothing in the line but spaces and tabs. */
int line_is_blank(const line *of);

/* For what goes over several lines, read piece by piece: an empty line, to which line_read_on() adds. */
void line_begin(line *of);

/* What line_read_on() found. */
enum {
    LINE_NO_MORE, /* the end of input; nothing was added */
    LINE_GOES_ON, /* a piece, after which the line goes on */
    LINE_ENDED    /* the last piece of a line of the input */
};

/* Reads the next piece of the input, and adds it as long as there is room. The piece lasts until the next. */
int line_read_on(line *of, text *piece);

/* Adds a line feed if there is room. */
void line_add_end(line *of);

/* Before the first line: nothing of an input has been read. */
void line_start(void);

/* After the last line: forgets it. */
void line_forget(void);

#endif
