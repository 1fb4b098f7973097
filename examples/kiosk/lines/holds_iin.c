#include "lines/holds_iin.h"

#include "input/character.h"
#include "kz_rules.h"

#include <string.h>

enum { DIGITS = 12 };

static int may_separate(uint32_t character)
{
    return character == '-' || character == '.' || character == '/' || character == '_'
           || (character_does(character) != CHARACTER_SEEN && character != CHARACTER_WRONG);
}

int holds_iin(text of)
{
    char digits[DIGITS];
    unsigned count = 0;
    kz_iin_hint hint;

    while (of.length > 0) {
        const uint32_t character = character_next(&of);

        if (character >= '0' && character <= '9') {
            if (count == DIGITS) {
                memmove(digits, digits + 1, DIGITS - 1);
                count--;
            }
            digits[count++] = (char)character;
            if (count == DIGITS && kz_iin_check(digits, DIGITS, &hint) == KZ_OK) {
                return 1;
            }
        } else if (!may_separate(character)) {
            count = 0;
        }
    }
    return 0;
}
