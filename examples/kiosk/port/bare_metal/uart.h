/* The UART. There is one driver for each kind of device; the device's address is the symbol 'uart' of the board's linker
   script. No function here waits. */
#ifndef UART_H
#define UART_H

#include <stdint.h>

/* 115,200 baud, eight bits, no parity, one stop bit. */
void uart_start(void);

/* Takes a received byte. Returns 0 if there is none. */
int uart_take(uint8_t *byte);

/* Whether bytes were lost or damaged since the last call. Bytes that the receiver still holds may be from before or after
   the loss. A break is not damage but noise, such as from a cable that is plugged in. */
int uart_lost(void);

/* Sends a byte. Call it only when the previous one is sent. */
void uart_put(uint8_t byte);

/* Whether the last byte is sent, which takes the time of a byte on the line. */
int uart_is_sent(void);

#endif
