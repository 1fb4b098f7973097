/* A table on the input: a header line that names the columns, then a question in each record (csv.h).
 *
 * Columns are found by name, in any order. A column that is missing is as one that is empty; a
 * column that no form asks for, like those whose name begins with '=', is passed over. Blank lines
 * are skipped, and so is the mark of UTF-8 at the very start. A first line 'sep=;' names the separator, as
 * spreadsheets write it.
 *
 * These are errors of the whole table: two columns of one name that the form asks for; a name that is one of any form's
 * but for case, spaces, '-', '_' and what is not seen; no column that the form asks for.
 */
#ifndef TABLE_H
#define TABLE_H

#include "input/csv.h"
#include "input/text.h"
#include "ui/out.h"

/* The most columns that a form asks for. */
#define TABLE_COLUMNS_MAX 24

/* What a line must say: which columns a question has, and how their text is read. */
typedef struct {
    /* The name of a column, counted from 0; NULL after the last. */
    const char *(*column)(unsigned index);
    /* Reads a column's text, maybe empty, into the question. Returns 0 if it cannot be read. */
    int (*read)(void *question, unsigned index, text value);
    /* The bytes of a question. It is zeroed before it is read. */
    size_t size;
} table_form;

/* The forms of all tables that the kiosk reads, counted from 0; NULL after the last (lines/lines.c). */
const table_form *table_form_at(unsigned index);

typedef struct {
    const table_form *form;
    csv_input input;
    uint16_t fields;                /* in the header */
    uint16_t id;                    /* the field that holds it, counted from 1; 0: none */
    uint16_t who;                   /* the same for the name on a card */
    uint16_t at[TABLE_COLUMNS_MAX]; /* the same for the columns of the form */
} table;

/* What may be wrong with a record, in the order in which it is looked for. */
enum {
    TABLE_OK,
    TABLE_LOST,     /* something of it was lost on the way, its identifier perhaps: that is its number */
    TABLE_TOO_LONG, /* longer than the buffer, with all lines of it */
    TABLE_QUOTES,   /* its quotes do not match */
    TABLE_FIELDS,   /* more or fewer fields than the header: no telling which is which */
    TABLE_COLUMN    /* a column cannot be read */
};

typedef struct {
    int wrong;
    unsigned column;                    /* the column that cannot be read */
    text id;                            /* or the number of its first line */
    text who;                           /* empty: not given */
    char number[OUT_NUMBER_BYTES];      /* what 'id' points to if there is none */
} table_row;

/* Reads the header. Returns 0, and has complained, if there is none that can be used. */
int table_open(table *of, const table_form *form);

/* Reads the next record that is not blank, and the question in it unless something is wrong. Returns
   0 at the end of input. The texts of the row last until the next. */
int table_next(table *of, table_row *row, void *question);

/* Lets the row be known by the number of its line alone. */
void table_forget_id(const table *of, table_row *row);

#endif
