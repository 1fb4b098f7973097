#include "input/wipe.h"

void wipe(void *bytes, size_t length)
{
    volatile unsigned char *at = bytes;

    for (; length > 0; length--) {
        *at++ = 0;
    }
}

void wipe_stack(void)
{
    volatile unsigned char below[1536];
    size_t i;

    for (i = 0; i < sizeof below; i++) {
        below[i] = 0;
    }
}
