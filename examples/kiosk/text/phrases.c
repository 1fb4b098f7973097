#include "text/phrases.h"

#include <stddef.h>

typedef struct {
    const char *label;
    const char *sentence;
} phrase_text;

#if KZ_HAS_TEXT_KK
#define PHRASE(name, label, sentence) [PHRASE_##name] = {label, sentence},
static const phrase_text kk[PHRASE_COUNT] = {
#include "phrases.kk.inc"
};
#undef PHRASE
#define PHRASE(name, label, sentence) +1
typedef char every_phrase_has_a_line_in_kk[PHRASE_COUNT == 1
#include "phrases.kk.inc"
    ? 1 : -1];
#undef PHRASE
#else
#define kk NULL
#endif

#if KZ_HAS_TEXT_RU
#define PHRASE(name, label, sentence) [PHRASE_##name] = {label, sentence},
static const phrase_text ru[PHRASE_COUNT] = {
#include "phrases.ru.inc"
};
#undef PHRASE
#define PHRASE(name, label, sentence) +1
typedef char every_phrase_has_a_line_in_ru[PHRASE_COUNT == 1
#include "phrases.ru.inc"
    ? 1 : -1];
#undef PHRASE
#else
#define ru NULL
#endif

#if KZ_HAS_TEXT_EN
#define PHRASE(name, label, sentence) [PHRASE_##name] = {label, sentence},
static const phrase_text en[PHRASE_COUNT] = {
#include "phrases.en.inc"
};
#undef PHRASE
#define PHRASE(name, label, sentence) +1
typedef char every_phrase_has_a_line_in_en[PHRASE_COUNT == 1
#include "phrases.en.inc"
    ? 1 : -1];
#undef PHRASE
#else
#define en NULL
#endif

static const phrase_text *texts(kz_language language)
{
    switch (language) {
    case KZ_LANGUAGE_KK:
        return kk;
    case KZ_LANGUAGE_RU:
        return ru;
    case KZ_LANGUAGE_EN:
        return en;
    default:
        return NULL;
    }
}

int phrases_speak(kz_language language)
{
    return texts(language) != NULL;
}

/* The texts of a phrase; NULL if there are none. */
static const phrase_text *find(kz_language language, phrase of)
{
    const phrase_text *const all = texts(language);

    return all == NULL || of <= PHRASE_NONE || of >= PHRASE_COUNT ? NULL : &all[of];
}

const char *phrases_label(kz_language language, phrase of)
{
    const phrase_text *const found = find(language, of);

    return found == NULL ? "" : found->label;
}

const char *phrases_sentence(kz_language language, phrase of)
{
    const phrase_text *const found = find(language, of);

    return found == NULL ? "" : found->sentence;
}
