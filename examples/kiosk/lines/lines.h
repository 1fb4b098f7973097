/* The mode 'lines': a table of questions in, a table of answers out. */
#ifndef LINES_H
#define LINES_H

/* Answers each record of the input: its id, or the number of its first line, then the columns of the answer. The first,
   'status', is 'ok'; or the word for what is wrong, and then the others are empty (of a registration
   they show the case after the last event that it took):

     line_lost       something of it was lost on the way, as on a serial line: its id is its number
     line_too_long   longer than the buffer (line.h), with all lines that its quotes go over
     line_quotes     its quotes do not match
     line_fields     more or fewer fields than the header
     bad_COLUMN      the first column, in the order of the input, that cannot be read; those that
                     are missing come last
     iin_in_id       of receipts and tickets: the id holds an IIN; the line is known by its number instead
     another word    the library's error

   Returns what the program returns; KIOSK_BAD_USE, without a message, if there is no such kind. Lines that are not ok are
   answers like others, and do not count, except of the kind verify: KIOSK_BAD_INPUT then. */
int lines(const char *kind);

#endif
