/* Records of fields as in RFC 4180, separated by commas, semicolons or tabs.
 *
 * A field that begins with a quote ends with the next single quote. A doubled quote in it is a quote. It may contain
 * separators and span lines; each line end is read as a line feed. Elsewhere a quote is an ordinary character.
 *
 * The first record determines the separator: the first of the three that it has outside of quotes.
 */
#ifndef CSV_H
#define CSV_H

#include "input/line.h"
#include "input/text.h"

/* The input as records. */
typedef struct {
    char separator;  /* 0: not known yet */
    uint32_t number; /* number of the line on which the last record began, from 1 */
    uint32_t lines;  /* lines read so far */
    int stands;      /* the reader's state: see csv.c */
    int unfinished;  /* whether the rest of the last record must be skipped */
} csv_input;

/* The unread rest of a record. */
typedef struct {
    char *at; /* NULL: nothing left */
    char *end;
    char separator;
} csv;

/* The result of csv_next(). */
enum {
    CSV_END,   /* no more fields */
    CSV_FIELD, /* a field */
    CSV_QUOTES /* a quote that is not closed, or text after a closing quote; the rest is not read */
};

/* Call it before the first record. */
void csv_start(csv_input *of);

/* Reads the next record: a line, or more if a quoted field spans lines. Returns 0 at the end of input. */
int csv_read(csv_input *of, line *record);

/* Starts at the first field. A record without a separator has one. */
csv csv_of(const csv_input *of, const line *record);

/* Reads the next field. Removing quotes modifies the record in place. */
int csv_next(csv *fields, text *field);

/* Writes a field unchanged, for a program, with quotes if it needs them. Output is always separated by commas. */
void csv_write(text field);

/* With 'wanted', csv_write() writes for a spreadsheet from now on: a field that could be read as a formula, or that has
   invisible characters, gets an apostrophe before it; invisible characters are written as by out_foreign(). */
void csv_for_spreadsheet(int wanted);

#endif
