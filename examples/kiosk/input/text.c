#include "input/text.h"

#include <string.h>

text text_of(const char *string)
{
    text piece;

    piece.start = string;
    piece.length = strlen(string);
    return piece;
}

int text_is(text piece, const char *string)
{
    return piece.length == strlen(string) && memcmp(piece.start, string, piece.length) == 0;
}

unsigned text_characters(text piece)
{
    unsigned count = 0;
    size_t i;

    for (i = 0; i < piece.length; i++) {
        count += ((unsigned char)piece.start[i] & 0xC0u) != 0x80u;
    }
    return count;
}

text text_before(text piece, char separator, text *rest)
{
    text before = piece;

    before.length = 0;
    while (before.length < piece.length && piece.start[before.length] != separator) {
        before.length++;
    }
    if (before.length == piece.length) {
        rest->start = NULL;
        rest->length = 0;
    } else {
        rest->start = piece.start + before.length + 1;
        rest->length = piece.length - before.length - 1;
    }
    return before;
}

static int is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

int text_number(text piece, uint16_t *number)
{
    uint32_t value = 0;
    size_t i;

    for (i = 0; i < piece.length; i++) {
        if (!is_digit(piece.start[i])) {
            return 0;
        }
        value = value * 10u + (uint32_t)(piece.start[i] - '0');
        if (value > UINT16_MAX) {
            return 0;
        }
    }
    *number = (uint16_t)value;
    return piece.length > 0;
}

int text_seconds(text piece, int64_t *seconds)
{
    const int negative = piece.length > 0 && piece.start[0] == '-';
    int64_t value = 0;
    size_t i = negative ? 1 : 0;

    if (i == piece.length) {
        return 0;
    }
    /* Counted downwards, since the lowest int64_t has no positive counterpart. */
    for (; i < piece.length; i++) {
        const int64_t digit = piece.start[i] - '0';

        if (!is_digit(piece.start[i]) || value < INT64_MIN / 10
            || (value == INT64_MIN / 10 && digit > -(INT64_MIN % 10))) {
            return 0;
        }
        value = value * 10 - digit;
    }
    if (!negative && value == INT64_MIN) {
        return 0;
    }
    *seconds = negative ? value : -value;
    return 1;
}
