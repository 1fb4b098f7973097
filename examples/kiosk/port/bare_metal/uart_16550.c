/* The 16550 UART, with registers of a byte. Its FIFO stays off: switching it on empties it, and the
   first byte may have come already. */
#include "uart.h"

extern volatile struct {
    uint8_t data; /* the low byte of the divider if the line control says so */
    uint8_t interrupts; /* its high byte */
    uint8_t fifo;
    uint8_t line_control;
    uint8_t modem_control;
    uint8_t line_status; /* see below */
} uart;

enum { RECEIVED = 0x01, ALL_SENT = 0x40 };

void uart_start(void)
{
    uart.line_control = 0x83; /* the divider is next; eight bits */
    uart.data = 2;            /* 115,200 baud at 3.6864 MHz */
    uart.interrupts = 0;
    uart.line_control = 0x03;
}

uint8_t uart_read(void)
{
    while (!(uart.line_status & RECEIVED)) {
    }
    return uart.data;
}

void uart_write(uint8_t byte)
{
    uart.data = byte;
    while (!(uart.line_status & ALL_SENT)) {
    }
}
