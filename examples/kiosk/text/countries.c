#include "text/countries.h"

#if KIOSK_COUNTRY_NAMES

#include "input/character.h"
#include "ui/prose.h"

#include <string.h>

#define COUNTRY(code, longer, kk, ru, en) {code, longer, kk, ru, en},
static const country_name countries[] = {
#include "countries.inc"
};
#undef COUNTRY

/* Takes a UTF-8 character off a text, in lower case for the Latin and Cyrillic alphabets. */
static uint32_t take(text *from)
{
    /* Letters, Kazakh and others, whose lower case is the next code point. */
    static const uint16_t pairs[] = {0x0492, 0x049A, 0x04A2, 0x04AE, 0x04B0, 0x04BA, 0x04D8, 0x04E8};
    const uint32_t character = character_next(from);
    size_t i;

    if ((character >= 'A' && character <= 'Z') || (character >= 0x0410 && character <= 0x042F)) {
        return character + 0x20;
    }
    if (character >= 0x0400 && character <= 0x040F) {
        return character + 0x50;
    }
    for (i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        if (character == pairs[i]) {
            return character + 1;
        }
    }
    return character;
}

enum { DIFFERS, BEGINS_SO, IS_SO };

/* How well an answer matches a name. */
static int match(text said, const char *name)
{
    text is = text_of(name);

    while (said.length > 0 && is.length > 0) {
        if (take(&said) != take(&is)) {
            return DIFFERS;
        }
    }
    if (said.length > 0) {
        return DIFFERS;
    }
    return is.length == 0 ? IS_SO : BEGINS_SO;
}

const country_name *countries_find(text said)
{
    const country_name *begun = NULL;
    unsigned found = 0, i, j;

    for (i = 0; i < sizeof countries / sizeof countries[0]; i++) {
        const country_name *const at = &countries[i];
        const char *const names[] = {at->kk, at->ru, at->en};
        int begins = 0;

        if (match(said, at->code) == IS_SO || match(said, at->longer) == IS_SO) {
            return at;
        }
        for (j = 0; j < sizeof names / sizeof names[0]; j++) {
            const int how = match(said, names[j]);

            if (how == IS_SO) {
                return at;
            }
            begins |= how == BEGINS_SO;
        }
        if (begins && (begun == NULL || strcmp(begun->code, at->code) != 0)) {
            begun = at;
            found++;
        }
    }
    return found == 1 && text_characters(said) >= 4 ? begun : NULL;
}

const char *countries_name(const country_name *of)
{
    switch (prose_language()) {
    case KZ_LANGUAGE_KK:
        return of->kk;
    case KZ_LANGUAGE_RU:
        return of->ru;
    default:
        return of->en;
    }
}

#else

const country_name *countries_find(text said)
{
    (void)said;
    return NULL;
}

const char *countries_name(const country_name *of)
{
    return of->code;
}

#endif
