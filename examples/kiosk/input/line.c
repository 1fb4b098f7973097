#include "input/line.h"

#include "input/wipe.h"
#include "port/port.h"

#include <string.h>

static char buffer[LINE_MAX_BYTES];

/* Takes the part of a line that does not fit. */
static char lost[32];

static int started;    /* whether anything has been read */
static int unfinished; /* whether line_read() must skip the rest of a line */

void line_begin(line *of)
{
    of->start = buffer;
    of->length = 0;
    of->whole = 1;
    of->lost = 0;
}

int line_read_on(line *of, text *piece)
{
    const size_t room = sizeof buffer - of->length;
    char *const into = room > 0 ? buffer + of->length : lost;
    int found;

    piece->start = into;
    piece->length = 0;
    found = port_read_line(into, room > 0 ? room : sizeof lost, &piece->length);
    if (!started && piece->length >= 3 && memcmp(into, "\xEF\xBB\xBF", 3) == 0) {
        piece->length -= 3;
        memmove(into, into + 3, piece->length);
    }
    started = 1;
    if (room > 0) {
        of->length += piece->length;
    } else if (piece->length > 0) {
        of->whole = 0;
    }
    if (found == PORT_LOST) {
        of->lost = 1;
        of->whole = 0;
    }
    return found == PORT_END ? LINE_NO_MORE : found == PORT_PART ? LINE_GOES_ON : LINE_ENDED;
}

void line_add_end(line *of)
{
    if (of->length < sizeof buffer) {
        buffer[of->length++] = '\n';
    } else {
        of->whole = 0;
    }
}

int line_read(line *next)
{
    text piece;
    int found, any = 0;

    while (unfinished) {
        line_begin(next);
        unfinished = line_read_on(next, &piece) == LINE_GOES_ON;
    }
    line_begin(next);
    do {
        found = line_read_on(next, &piece);
        any |= found != LINE_NO_MORE;
    } while (found == LINE_GOES_ON && next->whole);
    unfinished = found == LINE_GOES_ON;
    return any;
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

void line_start(void)
{
    started = unfinished = 0;
}

void line_forget(void)
{
    wipe(buffer, sizeof buffer);
    wipe(lost, sizeof lost);
}
