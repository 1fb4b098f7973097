#include "input/wipe.h"

void wipe(void *bytes, size_t length)
{
    volatile unsigned char *at = bytes;

    for (; length > 0; length--) {
        *at++ = 0;
    }
}

/* A board has a small stack: scripts/firmware sets its size. */
#ifndef KIOSK_STACK_BYTES
#define KIOSK_STACK_BYTES (32 * 1024)
#endif

static void overwrite(void)
{
    volatile unsigned char below[KIOSK_STACK_BYTES];
    size_t i;

    for (i = 0; i < sizeof below; i++) {
        below[i] = 0;
    }
}

void wipe_stack(void)
{
    /* Called through a pointer, so that it is not inlined: else the bytes would lie in the caller's own frame. */
    void (*const volatile call)(void) = overwrite;

    call();
}
