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

enum { SENDING = 1, RECEIVED = 2 }; /* of the state: a byte waits to be sent, or to be read */

void uart_start(void)
{
    uart.divider = 217; /* 115,200 baud at 25 MHz */
    uart.control = 3;   /* send and receive */
}

uint8_t uart_read(void)
{
    while (!(uart.state & RECEIVED)) {
    }
    return (uint8_t)uart.data;
}

void uart_write(uint8_t byte)
{
    uart.data = byte;
    while (uart.state & SENDING) {
    }
}
