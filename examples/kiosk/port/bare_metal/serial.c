#include "serial.h"

#include "port/port.h"
#include "uart.h"

#include <string.h>

enum { EOT = 4, BACKSPACE = 8, XON = 17, XOFF = 19, CTRL_U = 21, ESCAPE = 27, DELETE = 127 };

/* A mark in the ring, where XOFF does not occur: bytes before the next one may be lost. */
enum { LOST = XOFF };

static const char prompt[] = "kiosk ";

/* Bytes received and not read yet, with some room for those that arrive before XOFF reaches the sender. */
static uint8_t ring[SERIAL_ROOM + 16];
static size_t first, waiting;

/* Lost bytes came after those that the receiver held at that time: these are all doubtful, and so is the next one. */
static enum { CERTAIN, NEXT_IS_DOUBTFUL, DOUBTFUL } received;

static int is_on;     /* whether the sender was last told XON, not XOFF */
static int is_typed;  /* whether a person types */
static int has_ended; /* whether EOT was received */
static int is_within; /* whether a part of the line has been read */
static int has_lost;  /* whether bytes of the line were lost */
static int after_cr;  /* whether a LF would belong to the previous line end */

/* Whether the ring has room for another byte with its mark. */
static int has_room(void)
{
    return waiting + 2 <= sizeof ring;
}

static void keep(uint8_t byte)
{
    ring[(first + waiting++) % sizeof ring] = byte;
}

/* Moves a received byte into the ring, if there is room. Returns whether there was one. */
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

/* Sends a byte, and receives meanwhile. Returns whether a byte was received. */
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
    ring[first] = 0; /* personal data is not kept */
    first = (first + 1) % sizeof ring;
    waiting--;
    return byte;
}

/* Tells the sender to wait, and receives what it still sends. Sending measures the time: each byte takes its time. */
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

/* Whether a byte belongs to the sequence of a key such as an arrow: ESC, then '[' and more up to a letter or '~', or 'O'
   and a letter. */
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

/* The part of a line read so far. */
typedef struct {
    char *bytes;
    size_t length;
    int found;        /* the result of port_read_line() */
    uint8_t ended_by; /* CR, LF or EOT */
} reading;

/* Deletes a UTF-8 character, on the screen too. */
static void take_back(reading *of)
{
    while (of->length > 0 && ((uint8_t)of->bytes[--of->length] & 0xC0u) == 0x80u) {
    }
    show("\b \b");
}

/* Adds a typed byte, for which there is room, or does what it stands for. */
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

/* Reads a line up to its end, or the part that fits. */
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
