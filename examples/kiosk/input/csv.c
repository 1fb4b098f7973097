#include "input/csv.h"

#include "input/character.h"
#include "port/port.h"
#include "ui/out.h"

#include <string.h>

/* The state of the reader within a record. */
enum {
    BEFORE, /* at the start of a field */
    PLAIN,  /* in a field without quotes, or after a closing quote */
    QUOTED, /* in quotes */
    QUOTE   /* after a quote in quotes: it closes them, or is doubled */
};

void csv_start(csv_input *of)
{
    memset(of, 0, sizeof *of);
}

static int is_separator(csv_input *of, char byte)
{
    if (of->separator == 0 && (byte == ',' || byte == ';' || byte == '\t')) {
        of->separator = byte;
    }
    return of->separator != 0 && byte == of->separator;
}

/* Advances the state over a piece of a record. */
static void go_on(csv_input *of, text piece)
{
    size_t i;

    for (i = 0; i < piece.length; i++) {
        const char byte = piece.start[i];

        if (of->stands == QUOTED) {
            of->stands = byte == '"' ? QUOTE : QUOTED;
        } else if (byte == '"' && of->stands != PLAIN) {
            of->stands = QUOTED;
        } else {
            of->stands = is_separator(of, byte) ? BEFORE : PLAIN;
        }
    }
}

/* Reads to the end of the record, or until it is too long. Returns 0 if there is none. */
static int read_on(csv_input *of, line *record, int unfinished)
{
    text piece;
    int any = 0;

    for (;;) {
        const int found = line_read_on(record, &piece);

        if (found == LINE_NO_MORE) {
            of->unfinished = 0;
            return any;
        }
        any = 1;
        go_on(of, piece);
        if (found == LINE_ENDED) {
            of->lines++;
            /* A line with lost bytes may lack quotes: start again after it. */
            if (of->stands != QUOTED || record->lost) {
                of->unfinished = 0;
                return 1;
            }
            line_add_end(record);
        }
        if (!record->whole && !unfinished) {
            of->unfinished = 1;
            return 1;
        }
    }
}

int csv_read(csv_input *of, line *record)
{
    if (of->unfinished) {
        line_begin(record);
        read_on(of, record, 1);
    }
    of->stands = BEFORE;
    of->number = of->lines + 1;
    line_begin(record);
    return read_on(of, record, 0);
}

csv csv_of(const csv_input *of, const line *record)
{
    csv fields;

    fields.at = record->start;
    fields.end = record->start + record->length;
    fields.separator = of->separator != 0 ? of->separator : ',';
    return fields;
}

int csv_next(csv *fields, text *field)
{
    char *const end = fields->end;
    char *read = fields->at;
    char *write = read;

    if (read == NULL) {
        return CSV_END;
    }
    field->start = read;
    fields->at = NULL;
    if (read < end && *read == '"') {
        for (read++;;) {
            if (read == end) {
                return CSV_QUOTES;
            }
            if (*read == '"' && (++read == end || *read != '"')) {
                break;
            }
            *write++ = *read++;
        }
        if (read < end && *read != fields->separator) {
            return CSV_QUOTES;
        }
    } else {
        while (read < end && *read != fields->separator) {
            read++;
        }
        write = read;
    }
    field->length = (size_t)(write - field->start);
    if (read < end) {
        fields->at = read + 1;
    }
    return CSV_FIELD;
}

static int for_spreadsheet;

void csv_for_spreadsheet(int wanted)
{
    for_spreadsheet = wanted;
}

/* Whether a spreadsheet would read a formula in this field. One that separates by semicolons splits a field into several. */
static int has_formula(text field)
{
    int begins = 1;

    while (field.length > 0) {
        const uint32_t character = character_next(&field);

        if (begins
            && (character == '=' || character == '+' || character == '-' || character == '@'
                || character == 0xFF1D || character == 0xFF0B || character == 0xFF0D
                || character == 0xFF20)) {
            return 1;
        }
        begins = character == ';' || character == ',' || character == '"'
                 || (begins && character_does(character) != CHARACTER_SEEN);
    }
    return 0;
}

/* Whether every character of a text is visible. */
static int is_shown(text field)
{
    while (field.length > 0) {
        const int does = character_does(character_next(&field));

        if (does != CHARACTER_SEEN && does != CHARACTER_BLANK) {
            return 0;
        }
    }
    return 1;
}

static int needs_quotes(text field)
{
    size_t i;

    for (i = 0; i < field.length; i++) {
        const char byte = field.start[i];

        if (byte == ',' || byte == '"' || byte == '\r' || byte == '\n') {
            return 1;
        }
    }
    return 0;
}

/* Writes the content of a quoted field. */
static void write_quoted(text field, void (*write)(text))
{
    text piece;

    while (field.start != NULL) {
        piece = text_before(field, '"', &field);
        write(piece);
        if (field.start != NULL) {
            out("\"\"");
        }
    }
}

static void write_as_it_is(text piece)
{
    port_write(piece.start, piece.length);
}

/* A semicolon would begin another field, and what follows it could be a formula: write a comma. */
static void write_safely(text piece)
{
    text part;

    while (piece.start != NULL) {
        part = text_before(piece, ';', &piece);
        out_foreign(part);
        if (piece.start != NULL) {
            out(",");
        }
    }
}

void csv_write(text field)
{
    if (for_spreadsheet && (has_formula(field) || !is_shown(field))) {
        out("\"'");
        write_quoted(field, write_safely);
        out("\"");
    } else if (needs_quotes(field)) {
        out("\"");
        write_quoted(field, write_as_it_is);
        out("\"");
    } else {
        write_as_it_is(field);
    }
}
