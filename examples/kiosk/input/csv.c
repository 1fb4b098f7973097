#include "input/csv.h"

#include "port/port.h"

csv csv_of(const line *of)
{
    csv fields;

    fields.at = of->start;
    fields.end = of->start + of->length;
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
        if (read < end && *read != ',') {
            return CSV_QUOTES;
        }
    } else {
        while (read < end && *read != ',') {
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

void csv_write(text field)
{
    int quoted = 0;
    size_t i;

    for (i = 0; i < field.length; i++) {
        const char byte = field.start[i];

        quoted |= byte == ',' || byte == '"' || byte == '\r' || byte == '\n';
    }
    if (!quoted) {
        port_write(field.start, field.length);
        return;
    }
    port_write("\"", 1);
    for (i = 0; i < field.length; i++) {
        if (field.start[i] == '"') {
            port_write("\"", 1);
        }
        port_write(field.start + i, 1);
    }
    port_write("\"", 1);
}
