/* The 16550 UART, with byte registers. Its FIFO stays off: switching it on would empty it, and the first byte may already
   be there. */
#include "uart.h"

extern volatile struct {
    uint8_t data; /* the low byte of the divider if the line control says so */
    uint8_t interrupts; /* its high byte */
    uint8_t fifo;
    uint8_t line_control;
    uint8_t modem_control;
    uint8_t line_status; /* see below */
} uart;

enum { RECEIVED = 0x01, OVERRUN = 0x02, PARITY = 0x04, FRAMING = 0x08, BREAK = 0x10, ALL_SENT = 0x40 };

static int lost;

/* Reading the status clears its error bits: they are stored here. */
static unsigned status(void)
{
    const unsigned now = uart.line_status;

    lost |= (now & (OVERRUN | PARITY)) != 0 || (now & (FRAMING | BREAK)) == FRAMING;
    return now;
}

void uart_start(void)
{
    uart.line_control = 0x83; /* the divider is next; eight bits */
    uart.data = 2;            /* 115,200 baud at 3.6864 MHz */
    uart.interrupts = 0;
    uart.line_control = 0x03;
}

int uart_take(uint8_t *byte)
{
    if (!(status() & RECEIVED)) {
        return 0;
    }
    *byte = uart.data;
    return 1;
}

int uart_lost(void)
{
    int was;

    (void)status();
    was = lost;
    lost = 0;
    return was;
}

void uart_put(uint8_t byte)
{
    uart.data = byte;
}

int uart_is_sent(void)
{
    return (status() & ALL_SENT) != 0;
}
