/* The serial line, of bytes. There is one driver for each kind of device; the address of the device is
   the symbol 'uart' of the board's linker script. */
#ifndef UART_H
#define UART_H

#include <stdint.h>

void uart_start(void);

/* Waits for a byte. */
uint8_t uart_read(void);

/* Writes a byte, and waits until it is on its way. */
void uart_write(uint8_t byte);

#endif
