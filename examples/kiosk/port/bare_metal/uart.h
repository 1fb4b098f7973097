/* The UART. There is one driver for each kind of device; the address of the device is the symbol 'uart' of the board's
   linker script. Nothing here waits. */
#ifndef UART_H
#define UART_H

#include <stdint.h>

/* 115,200 baud, eight bits, no parity, one stop bit. */
void uart_start(void);

/* Takes a byte that has come. Returns 0 if there is none. */
int uart_take(uint8_t *byte);

/* Whether bytes were lost or damaged since the last call. Bytes that the receiver still holds may have come before
   what was lost, or after it. A break is no damage: it is noise, such as from a cable that is plugged in. */
int uart_lost(void);

/* Sends a byte: only if the one before is on its way. */
void uart_put(uint8_t byte);

/* Whether the last byte is on its way, which takes as long as a byte takes on the line. */
int uart_is_sent(void);

#endif
