/* The flash of Nordic's nRF51, through its controller NVMC (reference manual, chapter 6). */
#include "flash.h"

#include <string.h>

/* From the board's linker script: a number, and the controller. */
extern const uint8_t sector_bytes[];
extern volatile struct {
    uint32_t unused_1[256];
    uint32_t ready; /* 0x400 */
    uint32_t unused_2[64];
    uint32_t mode; /* 0x504 */
    uint32_t sector_to_erase;
} flash_controller;

enum { READ, WRITE, ERASE };

static void wait(void)
{
    while (flash_controller.ready == 0) {
    }
}

void flash_write(const uint8_t *to, const uint8_t *bytes, size_t length)
{
    volatile uint32_t *const words = (volatile uint32_t *)(uintptr_t)to;
    size_t done;

    flash_controller.mode = ERASE;
    for (done = 0; done < length; done += (size_t)sector_bytes) {
        flash_controller.sector_to_erase = (uint32_t)(uintptr_t)to + (uint32_t)done;
        wait();
    }
    flash_controller.mode = WRITE;
    for (done = 0; done < length; done += sizeof words[0]) {
        const size_t left = length - done;
        uint32_t word = 0xFFFFFFFFu;

        memcpy(&word, bytes + done, left < sizeof word ? left : sizeof word);
        words[done / sizeof word] = word;
        wait();
    }
    flash_controller.mode = READ;
}
