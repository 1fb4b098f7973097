/* The UART of Nordic's nRF51 (reference manual, chapter 29), with the pins of the micro:bit. */
#include "uart.h"

extern volatile struct {
    uint32_t start_receiving; /* 0x000 */
    uint32_t stop_receiving;
    uint32_t start_sending; /* 0x008 */
    uint32_t unused_1[63];
    uint32_t received; /* 0x108 */
    uint32_t unused_2[4];
    uint32_t sent; /* 0x11C */
    uint32_t unused_3[216];
    uint32_t error; /* 0x480; see below */
    uint32_t unused_4[31];
    uint32_t enable; /* 0x500 */
    uint32_t unused_5;
    uint32_t pin_rts;
    uint32_t pin_sending; /* 0x50C */
    uint32_t pin_cts;
    uint32_t pin_receiving;   /* 0x514 */
    uint32_t received_byte; /* 0x518 */
    uint32_t sent_byte;
    uint32_t unused_6;
    uint32_t speed; /* 0x524 */
} uart;

/* Error bits: each stays set until it is written. */
enum { OVERRUN = 1, PARITY = 2, FRAMING = 4, BREAK = 8 };

void uart_start(void)
{
    uart.pin_sending = 24;
    uart.pin_receiving = 25;
    uart.speed = 0x01D7E000u; /* 115,200 baud */
    uart.enable = 4;
    uart.start_receiving = 1;
    uart.start_sending = 1;
}

int uart_take(uint8_t *byte)
{
    if (uart.received == 0) {
        return 0;
    }
    uart.received = 0;
    *byte = (uint8_t)uart.received_byte;
    return 1;
}

int uart_lost(void)
{
    const uint32_t error = uart.error;

    if (error != 0) {
        uart.error = error;
    }
    return (error & (OVERRUN | PARITY)) != 0 || (error & (FRAMING | BREAK)) == FRAMING;
}

void uart_put(uint8_t byte)
{
    uart.sent = 0;
    uart.sent_byte = byte;
}

int uart_is_sent(void)
{
    return uart.sent != 0;
}
