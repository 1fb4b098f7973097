#include "interview/country.h"

#include "interview/dialogue.h"
#include "interview/zone.h"
#include "kiosk.h"
#include "text/countries.h"
#include "ui/page.h"
#include "ui/prose.h"

#include <string.h>

/* A code in the form of the library: in capital letters. */
static void capitals(text said, char into[4])
{
    size_t i;

    for (i = 0; i < said.length && i < 3; i++) {
        const char byte = said.start[i];

        into[i] = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
    }
    into[i] = '\0';
}

/* Shows the law's rules for a country. */
static void show(const char *name, const kz_country_answer *answer)
{
    unsigned i;

    page_paragraph();
    page_text(name);
    page_text(answer->provision_count > 0 ? ": " : ". ");
    for (i = 0; i < answer->provision_count; i++) {
        page_text(i == 0 ? "" : "; ");
        page_text(prose_label(KZ_VOCABULARY_PROVISION, answer->provisions[i]));
    }
    page_text(answer->provision_count > 0 ? "." : prose_phrase_sentence(PHRASE_COUNTRY_UNKNOWN));
    page_end();
}

/* Finds a country by its name, or by its code. Returns NULL if there is none. */
static const char *find(kz_date on, text said, char code[4], kz_country_answer *answer)
{
    const country_name *const named = countries_find(said);
    uint16_t number;

    /* Where names are known, all letter codes are known too. */
    if (named == NULL && (said.length > 3 || (KIOSK_COUNTRY_NAMES && !text_number(said, &number)))) {
        return NULL;
    }
    if (named != NULL) {
        memcpy(code, named->code, sizeof named->code);
    } else {
        capitals(said, code);
    }
    if (kz_country_get(kiosk_law, on, code, strlen(code), answer) != KZ_OK) {
        return NULL;
    }
    return named != NULL ? countries_name(named) : code;
}

int country_in_pilot(text said, const void *on, uint8_t *value)
{
    kz_country_answer answer;
    char code[4];

    if (find(*(const kz_date *)on, said, code, &answer) == NULL) {
        say(PHRASE_NO_SUCH_COUNTRY);
        return 0;
    }
    if (answer.pilot != KZ_ANSWER_YES) {
        say(PHRASE_MISSION_UNKNOWN);
        return 0;
    }
    *value = answer.pilot;
    return 1;
}

int country_take(kz_date on, text said, kz_country_answer *answer)
{
    char code[4];
    const char *const name = find(on, said, code, answer);

    if (name != NULL) {
        show(name, answer);
    }
    return name != NULL;
}

int country_hear(kz_date on, kz_country_answer *answer)
{
    heard what;
    text said;

    zone_invite();
    while ((what = hear(&said)) == SAID || what == NO_MORE) {
        kz_mrz mrz;

        if (zone_begins(said)) {
            if (!zone_hear(said, on, &mrz)) {
                continue;
            }
            said = text_of(mrz.country);
        }
        if (country_take(on, said, answer)) {
            return 1;
        }
        say(said.length > 0 ? PHRASE_NO_SUCH_COUNTRY : PHRASE_COUNTRY);
    }
    return what != END_OF_INPUT;
}
