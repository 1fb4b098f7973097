#include "law/key.h"

#include <string.h>

/* The bytes before the key in DER: a sequence that names Ed25519, and a string of 33 bytes. */
static const uint8_t start[] = {0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00};

enum { DER_BYTES = sizeof start + KZ_KEY_BYTES };

/* Takes a line of PEM off the text. Returns 0 if the text does not begin with that line. */
static int take(text *from, const char *expected)
{
    const size_t length = strlen(expected);

    if (from->length < length || memcmp(from->start, expected, length) != 0) {
        return 0;
    }
    from->start += length;
    from->length -= length;
    return 1;
}

/* The value of a base-64 digit; 64 if it is not one. */
static unsigned value(char digit)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned found = 0;

    while (found < 64 && digits[found] != digit) {
        found++;
    }
    return found;
}

int key_read(text pem, uint8_t key[KZ_KEY_BYTES])
{
    uint8_t der[DER_BYTES];
    size_t count = 0;
    uint32_t bits = 0;
    unsigned held = 0; /* how many of them are not yet in 'der' */

    if (!take(&pem, "-----BEGIN PUBLIC KEY-----")) {
        return 0;
    }
    for (; pem.length > 0 && *pem.start != '-'; pem.start++, pem.length--) {
        const unsigned six = value(*pem.start);

        if (six == 64 && strchr("=\r\n", *pem.start) == NULL) {
            return 0;
        }
        if (six == 64) {
            continue;
        }
        bits = bits << 6 | six;
        held += 6;
        if (held >= 8) {
            held -= 8;
            if (count == sizeof der) {
                return 0;
            }
            der[count++] = (uint8_t)(bits >> held);
        }
    }
    if (!take(&pem, "-----END PUBLIC KEY-----") || count != sizeof der
        || memcmp(der, start, sizeof start) != 0) {
        return 0;
    }
    memcpy(key, der + sizeof start, KZ_KEY_BYTES);
    return 1;
}
