/* The mode 'lines': a table of questions in, a table of answers out. */
#ifndef LINES_H
#define LINES_H

/* Answers each record of the input: its id, or the number of its first line, then the columns of the answer. The
   first, 'status', is 'ok' or the word for the error. With an error the other columns are empty; a registration shows
   the case after the last accepted event instead.

     line_lost       bytes were lost, as on a serial line: the id is the line number
     line_too_long   longer than the buffer (line.h), with all lines that its quotes span
     line_quotes     unbalanced quotes
     line_fields     more or fewer fields than the header
     bad_COLUMN      the first column, in the order of the input, that cannot be read; missing columns come last
     iin_in_id       receipts and tickets: the id contains an IIN; the line number replaces it
     another word    the library's error

   Returns the exit status; KIOSK_BAD_USE, without a message, if there is no such kind. Records that are not ok do not
   change it, except for the kind verify: then it is KIOSK_BAD_INPUT. */
int lines(const char *kind);

#endif
