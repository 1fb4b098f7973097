/* The law's rules for a country. */
#include "input/day.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

enum { ON, COUNTRY };

static const char *column(unsigned index)
{
    static const char *const names[] = {"on", "country"};

    return index < sizeof names / sizeof names[0] ? names[index] : NULL;
}

static int read_question(void *question, unsigned index, text value)
{
    country_question *const to = question;

    if (index == ON) {
        return day_read(value, &to->on);
    }
    /* The library checks whether it is a code. */
    to->country = value;
    return 1;
}

static const table_form form = {column, read_question, sizeof(country_question)};

/* A number that is not zero. */
static void write_number(uint16_t number)
{
    char buffer[OUT_NUMBER_BYTES];

    out(",");
    out(number != 0 ? out_number(number, buffer) : "");
}

static kz_status answer(const void *question)
{
    const country_question *const of = question;
    kz_country_answer answer;
    const kz_status status =
        kz_country_get(kiosk_law, of->on, of->country.start, of->country.length, &answer);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_of(KZ_VOCABULARY_ANSWER, answer.pilot));
    out(",");
    out(words_of(KZ_VOCABULARY_STAY_REGIME, answer.stay_regime));
    write_number(answer.stay.per_entry);
    write_number(answer.stay.total);
    write_number(answer.stay.window);
    write_number(answer.treaty);
    out(",");
    write_provisions(answer.provisions, answer.provision_count);
    return KZ_OK;
}

const lines_kind lines_country = {
    "country",
    &form,
    "status,pilot,stay_regime,per_entry,total,window,treaty,provisions",
    answer,
    0,
};
