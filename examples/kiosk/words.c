#include "words.h"

uint8_t words_value(kz_vocabulary of, text word)
{
    uint8_t value;
    const char *known;

    for (value = 1; (known = kz_word(of, value)) != NULL; value++) {
        if (text_is(word, known)) {
            return value;
        }
    }
    return 0;
}

const char *words_of(kz_vocabulary of, uint8_t value)
{
    const char *word = kz_word(of, value);

    return word == NULL ? "" : word;
}

int words_read(kz_vocabulary of, text word, uint8_t *value)
{
    *value = words_value(of, word);
    return *value != 0 || word.length == 0;
}

const char *words_error(kz_status status)
{
    const char *word = NULL;

    if (status < 0 && status > KZ_ERROR_NULL) {
        word = kz_word(KZ_VOCABULARY_ERROR, (uint8_t)-status);
    }
    /* The other errors are those of a caller that passes wrong values, and this one does not. */
    return word == NULL ? "internal" : word;
}

const char *words_provision(kz_provision provision)
{
    kz_provision_info info;

    return kz_provision_get(provision, &info) == KZ_OK ? info.id : "";
}
