#include "input/hex.h"

#include "port/port.h"

static const char lower[] = "0123456789abcdef";
static const char upper[] = "0123456789ABCDEF";

const char *hex_of(uint8_t byte, char into[3])
{
    into[0] = lower[byte >> 4];
    into[1] = lower[byte & 15];
    into[2] = '\0';
    return into;
}

void hex_write(const uint8_t *bytes, size_t length)
{
    char digits[3];
    size_t i;

    for (i = 0; i < length; i++) {
        port_write(hex_of(bytes[i], digits), 2);
    }
}

/* The value of a digit; 16 if it is not one. */
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
