#include "serial.h"

#include "port/port.h"
#include "uart.h"

#include <string.h>

enum { EOT = 4, BACKSPACE = 8, XON = 17, XOFF = 19, CTRL_U = 21, ESCAPE = 27, DELETE = 127 };

/* In the ring, where XOFF does not occur: bytes before the next one may be lost. */
enum { LOST = XOFF };

static const char prompt[] = "kiosk ";

/* What has come and is not read yet, with some room for what comes before XOFF reaches the sender. */
static uint8_t ring[SERIAL_ROOM + 16];
static size_t first, waiting;

/* What is lost came after the bytes that the receiver then held: all these are doubtful, and the next one too. */
static enum { CERTAIN, NEXT_IS_DOUBTFUL, DOUBTFUL } received;

static int is_on;     /* whether the sender was told XON last, not XOFF */
static int is_typed;  /* whether a person uses the line */
static int has_ended; /* whether EOT has come */
static int is_within; /* whether a part of the line has been read */
static int has_lost;  /* whether something of the line is lost */
static int after_cr;  /* whether LF would belong to the line end before */

/* Whether the ring takes another byte, with its mark. */
static int has_room(void)
{
    return waiting + 2 <= sizeof ring;
}

static void keep(uint8_t byte)
{
    ring[(first + waiting++) % sizeof ring] = byte;
}

/* Moves a byte that has come into the ring, if there is room. Returns whether one has come. */
static int take(void)
{
    uint8_t byte;
    int came;

    if (!has_room()) {
        return 0;
    }
    came = uart_take(&byte);
    if (uart_lost()) {
        received = DOUBTFUL;
    }
    if (!came) {
        if (received == DOUBTFUL) {
            received = NEXT_IS_DOUBTFUL;
        }
    } else if (byte != XON && byte != XOFF) {
        if (received != CERTAIN) {
            keep(LOST);
        }
        if (received == NEXT_IS_DOUBTFUL) {
            received = CERTAIN;
        }
        keep(byte);
    }
    return came;
}

/* Sends a byte, and takes what comes meanwhile. Returns whether something has come. */
static int send(uint8_t byte)
{
    int came = 0;

    uart_put(byte);
    do {
        came |= take();
    } while (!uart_is_sent());
    return came;
}

static uint8_t next(void)
{
    uint8_t byte;

    while (waiting == 0) {
        if (!is_on) {
            is_on = 1;
            (void)send(XON);
        }
        (void)take();
    }
    byte = ring[first];
    ring[first] = 0; /* what persons tell is not kept */
    first = (first + 1) % sizeof ring;
    waiting--;
    return byte;
}

/* Tells the sender to wait, and takes what it still sends. The clock is what is sent: each byte takes its time. */
static void hold(void)
{
    unsigned silent = 0;

    while (is_on && silent < SERIAL_SILENCE && has_room()) {
        silent = send(XOFF) ? 0 : silent + 1;
    }
    is_on = 0;
}

void serial_start(void)
{
    uart_start();
}

void serial_write(const char *bytes, size_t length)
{
    size_t i;

    for (i = 0; i < length; i++) {
        if (is_typed && bytes[i] == '\n') {
            (void)send('\r');
        }
        (void)send((uint8_t)bytes[i]);
    }
}

static void show(const char *string)
{
    if (is_typed) {
        serial_write(string, strlen(string));
    }
}

/* Whether a byte belongs to what a key such as an arrow sends: ESC, then '[' and what follows up to a letter or '~', or
   'O' and a letter. */
static int is_of_key(uint8_t byte)
{
    static enum { OUTSIDE, AFTER_ESCAPE, INSIDE } stands;

    if (byte == ESCAPE) {
        stands = AFTER_ESCAPE;
        return 1;
    }
    if (stands == AFTER_ESCAPE && (byte == '[' || byte == 'O')) {
        stands = INSIDE;
        return 1;
    }
    if (stands == INSIDE && byte >= ' ' && byte < DELETE) {
        stands = byte < '@' ? INSIDE : OUTSIDE;
        return 1;
    }
    stands = OUTSIDE;
    return 0;
}

/* What is read of a line. */
typedef struct {
    char *bytes;
    size_t length;
    int found;        /* what port_read_line() returns */
    uint8_t ended_by; /* CR, LF or EOT */
} reading;

/* Takes back a character of UTF-8, on the screen too. */
static void take_back(reading *of)
{
    while (of->length > 0 && ((uint8_t)of->bytes[--of->length] & 0xC0u) == 0x80u) {
    }
    show("\b \b");
}

/* Adds a byte that was typed, for which there is room, or does what it is for. */
static void edit(reading *of, uint8_t byte)
{
    const char shown[] = {byte == '\t' ? ' ' : (char)byte, '\0'};

    if (is_of_key(byte)) {
        return;
    }
    if (byte == BACKSPACE || byte == DELETE) {
        if (of->length > 0) {
            take_back(of);
        }
    } else if (byte == CTRL_U) {
        while (of->length > 0) {
            take_back(of);
        }
    } else if (byte >= ' ' || byte == '\t') {
        of->bytes[of->length++] = (char)byte;
        show(shown);
    }
}

/* Reads a line up to its end, or a part of it that fills the room. */
static reading read_line(char *line, size_t capacity, int may_edit)
{
    reading of = {line, 0, PORT_PART, '\0'};
    uint8_t byte = '\0';

    while (of.length < capacity) {
        byte = next();
        if (byte == LOST) {
            has_lost = 1;
        } else if (byte == '\n' && after_cr) {
            after_cr = 0;
        } else if (byte == '\r' || byte == '\n' || (byte == EOT && of.length == 0 && !is_within)) {
            of.found = PORT_LINE;
            break;
        } else {
            after_cr = 0;
            if (may_edit) {
                edit(&of, byte);
            } else {
                of.bytes[of.length++] = (char)byte;
            }
        }
    }
    is_within = of.found == PORT_PART;
    if (is_within) {
        return of;
    }
    after_cr = byte == '\r';
    has_ended = byte == EOT;
    of.ended_by = byte;
    if (has_ended) {
        of.found = PORT_END;
    } else {
        hold();
    }
    if (has_lost) {
        of.found = PORT_LOST;
        of.length = 0;
        has_lost = 0;
    }
    return of;
}

int serial_read_first(char *line, size_t capacity)
{
    reading of;

    do {
        show(prompt);
        of = read_line(line, capacity, 1);
        line[of.length] = '\0';
        if (of.ended_by == '\r' && !is_typed) {
            is_typed = 1;
            show(prompt);
            show(line);
        }
        show("\n");
    } while (of.ended_by == '\r' && of.found == PORT_LINE && of.length == 0);
    return of.found;
}

int serial_read_line(char *line, size_t capacity, size_t *length)
{
    reading of;

    *length = 0;
    if (has_ended) {
        return PORT_END;
    }
    of = read_line(line, capacity, is_typed);
    *length = of.length;
    if (of.found == PORT_LINE || (of.found == PORT_LOST && !has_ended)) {
        show("\n");
    }
    return of.found;
}
