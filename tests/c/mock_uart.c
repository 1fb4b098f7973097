/* A UART, and what else a board gives the kiosk, on this host: the sender is the standard input, the receiver the
   standard output. Both directions take their time, as at 115,200 baud, and what the receiver's FIFO has no room for is lost.
   From the environment:
   FIFO      how many bytes the receiver holds
   OLDEST    if it is set, a byte without room takes the place of the one before, else it is lost itself
   SENDER    stops: at XOFF, REACTION bytes later; lines: sends a line after each XON; ignores: sends, with a PAUSE of
             so many bytes' time after each line, whatever the board says, but for the first two lines, as 'lines' does
   DAMAGED   the number of a byte that is noticed to be damaged, from 1
   WORK      how many bytes' time the kiosk takes before each line that it writes
   Says on the standard error how many bytes were lost. The exit status is 99 if the kiosk wants more than there is. */
#include "flash.h"
#include "uart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { XON = 17, XOFF = 19 };

/* What a byte takes on the line, and how long the board may want more when there is nothing, if each call takes 1. */
enum { BYTE_TIME = 8, PATIENCE = 100000 };

uint8_t slot_1[64], slot_2[64], record_1[64], record_2[64], law_key[32];

static enum { STOPS, LINES, IGNORES } sender;
static int fifo_bytes, oldest, reaction, work, pause_time, damaged;

static uint8_t fifo[16];
static int held, overrun;
static long lost;

static long sent_at, next_at, now, idle;
static int sending = -1, may_send = -1 /* any number */, lines_sent, stopped, at_end, at_line_start = 1;

static int of(const char *name)
{
    const char *const value = getenv(name);

    return value == NULL ? 0 : atoi(value);
}

static void told(void)
{
    fprintf(stderr, "lost %ld\n", lost);
}

void uart_start(void)
{
    const char *const name = getenv("SENDER");

    fifo_bytes = of("FIFO"), oldest = of("OLDEST"), reaction = of("REACTION");
    damaged = of("DAMAGED"), work = of("WORK"), pause_time = of("PAUSE");
    sender = name == NULL || strcmp(name, "stops") == 0 ? STOPS
             : strcmp(name, "lines") == 0               ? LINES
                                                        : IGNORES;
    atexit(told);
}

static void arrive(uint8_t byte)
{
    overrun |= damaged > 0 && --damaged == 0;
    if (held < fifo_bytes) {
        fifo[held++] = byte;
        return;
    }
    if (oldest) {
        fifo[held - 1] = byte;
    }
    overrun = 1;
    lost++;
}

static void tick(void)
{
    now++;
    if (sending >= 0 && now == sent_at) {
        if (sending == XOFF && !stopped) {
            stopped = 1;
            may_send = sender == STOPS ? reaction : may_send;
        } else if (sending == XON && stopped) {
            stopped = 0;
            may_send = -1;
        }
        sending = -1;
    }
    if (now >= next_at && may_send != 0 && !at_end) {
        const int byte = getchar();

        if (byte == EOF) {
            at_end = 1;
            return;
        }
        arrive((uint8_t)byte);
        next_at = now + BYTE_TIME;
        may_send -= may_send > 0;
        if (byte == '\n') {
            lines_sent++;
            may_send = sender == LINES || (sender == IGNORES && lines_sent <= 2) ? 0 : may_send;
            next_at += sender == IGNORES ? (long)pause_time * BYTE_TIME : 0;
        }
    }
}

int uart_take(uint8_t *byte)
{
    tick();
    if (held == 0) {
        if (++idle > PATIENCE) {
            exit(99);
        }
        return 0;
    }
    idle = 0;
    *byte = fifo[0];
    held--;
    memmove(fifo, fifo + 1, (size_t)held);
    return 1;
}

int uart_lost(void)
{
    const int was = overrun;

    overrun = 0;
    return was;
}

void uart_put(uint8_t byte)
{
    if (sending >= 0) {
        fputs("a byte is put before the last one is sent\n", stderr);
        exit(98);
    }
    if (byte != XON && byte != XOFF) {
        long left = at_line_start ? (long)work * BYTE_TIME : 0;

        while (left-- > 0) {
            tick();
        }
        at_line_start = byte == '\n';
        putchar(byte);
        idle = 0;
    }
    sending = byte;
    sent_at = now + BYTE_TIME;
}

int uart_is_sent(void)
{
    tick();
    return sending < 0;
}

void flash_write(const uint8_t *to, const uint8_t *bytes, size_t length)
{
    (void)to, (void)bytes, (void)length;
}
