/* The mode 'lines': a table of questions in, a table of answers out. */
#ifndef LINES_H
#define LINES_H

/* Answers each line of the input: its id, or its number, then the columns of the answer. The first,
   'status', is 'ok'; or the word for what is wrong, and then the others are empty (of a registration
   they show the case after the last event that it took):

     line_too_long   longer than the buffer (line.h)
     line_quotes     its quotes do not match
     line_fields     more or fewer fields than the header
     bad_COLUMN      the first column, in the order of the input, that cannot be read; those that
                     are missing come last
     another word    the library's error

   Returns what the program returns; KIOSK_BAD_USE, without a message, if there is no such kind. */
int lines(const char *kind);

#endif
