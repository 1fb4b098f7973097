/* A program that says something in the one language that the library was built with. */
#include "kz_rules.h"

int main(void)
{
    kz_language language;
    const char *text = NULL;

    for (language = 1; text == NULL && language <= KZ_LANGUAGE_EN; language++) {
        text = kz_text(NULL, language, KZ_VOCABULARY_OBLIGATION, KZ_OBLIGATION_MANDATORY,
                       KZ_TEXT_FORM_SENTENCE);
    }
    return text == NULL ? 0 : *text;
}
