/* Records of fields, as RFC 4180 has them, separated by commas, semicolons or tabs.
 *
 * A field that begins with a quote ends with the next single one; a doubled quote in it is a quote, and it may hold
 * separators and go over the ends of lines, each of which is read as a line feed. Elsewhere a quote is an ordinary
 * character.
 *
 * Which of the three separates fields the first record tells: it is the first of them that stands outside of quotes.
 */
#ifndef CSV_H
#define CSV_H

#include "input/line.h"
#include "input/text.h"

/* The input as records. */
typedef struct {
    char separator;  /* 0: not known yet */
    uint32_t number; /* of the line that the record read last begins with, from 1 */
    uint32_t lines;  /* that have been read */
    int stands;      /* where in a record: see csv.c */
    int unfinished;  /* whether the rest of the last record is to be passed over */
} csv_input;

/* What is still to be read of a record. */
typedef struct {
    char *at; /* NULL: nothing */
    char *end;
    char separator;
} csv;

/* What csv_next() found. */
enum {
    CSV_END,   /* no more fields */
    CSV_FIELD, /* a field */
    CSV_QUOTES /* a quote that is not closed, or something after it; the rest is not read */
};

/* Before the first record. */
void csv_start(csv_input *of);

/* Reads the next record: a line, or more if quotes go over its end. Returns 0 at the end of input. */
int csv_read(csv_input *of, line *record);

/* Starts at the first field. A record without a separator has one. */
csv csv_of(const csv_input *of, const line *record);

/* Reads the next field. Removing quotes changes the record itself. */
int csv_next(csv *fields, text *field);

/* Writes a field, with quotes if it needs them: as it is, for a program. What is written is separated by commas,
   whatever was read. */
void csv_write(text field);

/* From now on csv_write() writes for a spreadsheet, if 'wanted': a field that one could take for a formula, or that
   holds what is not shown, gets an apostrophe before it; what is not shown is written as out_foreign() does. */
void csv_for_spreadsheet(int wanted);

#endif
