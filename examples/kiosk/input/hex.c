#include "input/hex.h"

#include "port/port.h"

static const char lower[] = "0123456789abcdef";
static const char upper[] = "0123456789ABCDEF";

void hex_write(const uint8_t *bytes, size_t length)
{
    size_t i;

    for (i = 0; i < length; i++) {
        port_write(&lower[bytes[i] >> 4], 1);
        port_write(&lower[bytes[i] & 15], 1);
    }
}

/* The value of a digit; 16 if it is none. */
static unsigned value(char digit)
{
    unsigned found = 0;

    while (found < 16 && digit != lower[found] && digit != upper[found]) {
        found++;
    }
    return found;
}

int hex_read(text digits, uint8_t *bytes, size_t capacity, size_t *length)
{
    size_t i;

    if (digits.length % 2 != 0 || digits.length / 2 > capacity) {
        return 0;
    }
    for (i = 0; i < digits.length; i += 2) {
        const unsigned high = value(digits.start[i]), low = value(digits.start[i + 1]);

        if (high > 15 || low > 15) {
            return 0;
        }
        bytes[i / 2] = (uint8_t)(high << 4 | low);
    }
    *length = digits.length / 2;
    return 1;
}
