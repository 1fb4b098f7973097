/* The flash in which packs are kept. There is one driver for each kind of it; how much is erased at once is the symbol
   'sector_bytes' of the board's linker script. */
#ifndef FLASH_H
#define FLASH_H

#include <stddef.h>
#include <stdint.h>

/* Erases as many sectors as these bytes take, from the one that begins at 'to', and writes them. */
void flash_write(const uint8_t *to, const uint8_t *bytes, size_t length);

#endif
