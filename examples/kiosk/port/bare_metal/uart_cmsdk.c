/* The UART of Arm's Cortex-M system design kit (CMSDK), as on the MPS2 boards. */
#include "uart.h"

#include <stdint.h>

extern volatile struct {
    uint32_t data;
    uint32_t state; /* see below */
    uint32_t control;
    uint32_t interrupt;
    uint32_t divider;
} uart;

/* Bits of the state: a byte waits to be sent; a byte waits to be read; one came before the last was read (until this is
   written). */
enum { SENDING = 1, RECEIVED = 2, OVERRUN = 8 };

void uart_start(void)
{
    uart.divider = 217; /* 115,200 baud at 25 MHz */
    uart.control = 3;   /* send and receive */
}

int uart_take(uint8_t *byte)
{
    if (!(uart.state & RECEIVED)) {
        return 0;
    }
    *byte = (uint8_t)uart.data;
    return 1;
}

int uart_lost(void)
{
    if (!(uart.state & OVERRUN)) {
        return 0;
    }
    uart.state = OVERRUN;
    return 1;
}

void uart_put(uint8_t byte)
{
    uart.data = byte;
}

int uart_is_sent(void)
{
    return !(uart.state & SENDING);
}
