/* The flash for packs. There is one driver for each kind of flash; the size of an erase unit is the symbol 'sector_bytes'
   of the board's linker script. */
#ifndef FLASH_H
#define FLASH_H

#include <stddef.h>
#include <stdint.h>

/* Erases the sectors for these bytes, from the one that begins at 'to', and writes them. */
void flash_write(const uint8_t *to, const uint8_t *bytes, size_t length);

#endif
