#include "words.h"

#include "kiosk.h"

#include <string.h>

uint8_t words_value(kz_vocabulary of, text word)
{
    uint8_t value;
    const char *known;

    for (value = 1; (known = kz_name(kiosk_law, of, value)) != NULL; value++) {
        if (text_is(word, known)) {
            return value;
        }
    }
    return 0;
}

const char *words_of(kz_vocabulary of, uint8_t value)
{
    const char *word = kz_name(kiosk_law, of, value);

    return word == NULL ? "" : word;
}

int words_read(kz_vocabulary of, text word, uint8_t *value)
{
    *value = words_value(of, word);
    return *value != 0 || word.length == 0;
}

const char *words_error(kz_status status)
{
    /* Other errors come from wrong calls, which this program does not make. */
    return status < 0 && status > KZ_ERROR_NULL ? kz_status_name(status) : "internal";
}

const char *words_provision(kz_provision provision)
{
    const char *const id = kz_name(kiosk_law, KZ_VOCABULARY_PROVISION, provision);

    return id == NULL ? "" : id;
}

const char *words_law(char into[KZ_LAW_NAME_BYTES + 1])
{
    kz_law_identity law;
    size_t length = 0;

    if (kz_law_get(kiosk_law, &law) == KZ_OK) {
        length = law.name_length < KZ_LAW_NAME_BYTES ? law.name_length : KZ_LAW_NAME_BYTES;
        memcpy(into, law.name, length);
    }
    into[length] = '\0';
    return into;
}
