/* A table on the input: a header line that names the columns, then one question per record (csv.h).
 *
 * Columns are found by name, in any order. A missing column counts as empty. A column that the form does not have is
 * ignored, and so is one whose name begins with '='. Blank lines are skipped, and so is a UTF-8 byte order mark at
 * the start. A first line 'sep=;' names the separator, as spreadsheets write it.
 *
 * Errors of the whole table: two columns with the same name in the form; a name that matches a known one except for
 * case, spaces, '-', '_' and invisible characters; no column of the form.
 */
#ifndef TABLE_H
#define TABLE_H

#include "input/csv.h"
#include "input/text.h"
#include "ui/out.h"

/* The most columns of a form. */
#define TABLE_COLUMNS_MAX 24

/* A form: the columns of a question, and how to read them. */
typedef struct {
    /* The name of a column, counted from 0; NULL after the last. */
    const char *(*column)(unsigned index);
    /* Reads a column's text, which may be empty, into the question. Returns 0 if it cannot be read. */
    int (*read)(void *question, unsigned index, text value);
    /* The size of a question in bytes. It is zeroed before it is read. */
    size_t size;
} table_form;

/* The forms of all tables that the kiosk reads, counted from 0; NULL after the last (lines/lines.c). */
const table_form *table_form_at(unsigned index);

typedef struct {
    const table_form *form;
    csv_input input;
    uint16_t fields;                /* columns in the header */
    uint16_t id;                    /* the field of the id, counted from 1; 0: none */
    uint16_t who;                   /* the field of the name on a card */
    uint16_t at[TABLE_COLUMNS_MAX]; /* the fields of the form's columns */
} table;

/* Errors of a record, in the order in which they are checked. */
enum {
    TABLE_OK,
    TABLE_LOST,     /* bytes were lost, perhaps of the id: the id is the line number */
    TABLE_TOO_LONG, /* longer than the buffer, with all its lines */
    TABLE_QUOTES,   /* unbalanced quotes */
    TABLE_FIELDS,   /* more or fewer fields than the header: columns cannot be assigned */
    TABLE_COLUMN    /* a column cannot be read */
};

typedef struct {
    int wrong;
    unsigned column;                    /* the column that cannot be read */
    text id;                            /* or the number of the record's first line */
    text who;                           /* empty: not given */
    char number[OUT_NUMBER_BYTES];      /* what 'id' points to without an id */
} table_row;

/* Reads the header. Returns 0 after an error message if there is none that can be used. */
int table_open(table *of, const table_form *form);

/* Reads the next record that is not blank, and its question unless there is an error. Returns 0 at the end of input. The
   texts of the row are valid until the next call. */
int table_next(table *of, table_row *row, void *question);

/* Replaces the row's id by its line number. */
void table_forget_id(const table *of, table_row *row);

#endif
