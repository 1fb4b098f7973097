#include "input/line.h"

#include "port/port.h"

int line_read(line *next)
{
    static char buffer[LINE_MAX_BYTES];
    int found;

    next->start = buffer;
    next->length = 0;
    found = port_read_line(buffer, sizeof buffer, &next->length);
    next->whole = found != PORT_TOO_LONG;
    if (next->whole && next->length > 0 && buffer[next->length - 1] == '\r') {
        next->length--;
    }
    return found != PORT_END;
}

int line_is_blank(const line *of)
{
    size_t i;

    for (i = 0; i < of->length; i++) {
        if (of->start[i] != ' ' && of->start[i] != '\t') {
            return 0;
        }
    }
    return 1;
}
