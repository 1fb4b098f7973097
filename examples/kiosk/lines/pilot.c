/* Applications for an IIN at a foreign establishment, in the pilot. */
#include "input/day.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

enum { ON, MISSION_KIND, COUNTRY, LATIN_OR_CYRILLIC, CONVENTION_STATE };

static const char *column(unsigned index)
{
    static const char *const names[] = {
        "on", "mission_kind", "country", "latin_or_cyrillic", "convention_state",
    };

    return index < sizeof names / sizeof names[0] ? names[index] : NULL;
}

static int read_question(void *question, unsigned index, text value)
{
    pilot_question *const to = question;

    switch (index) {
    case ON:
        return day_read(value, &to->on);
    case MISSION_KIND:
        return words_read(KZ_VOCABULARY_MISSION_KIND, value, &to->kind);
    case COUNTRY:
        /* The library checks whether it is a code. */
        to->country = value;
        return 1;
    case LATIN_OR_CYRILLIC:
        return words_read(KZ_VOCABULARY_ANSWER, value, &to->latin_or_cyrillic);
    default:
        return words_read(KZ_VOCABULARY_ANSWER, value, &to->convention_state);
    }
}

static const table_form form = {column, read_question, sizeof(pilot_question)};

static kz_status answer(const void *question)
{
    const pilot_question *const of = question;
    kz_answer takes_part;
    kz_pilot_papers papers;
    kz_status status = kz_mission_in_pilot(kiosk_law, of->on, of->kind, of->country.start,
                                           of->country.length, &takes_part);

    if (status == KZ_OK) {
        status = kz_iin_papers(kiosk_law, of->on, of->latin_or_cyrillic, of->convention_state,
                               &papers);
    }
    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_of(KZ_VOCABULARY_ANSWER, takes_part));
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, papers.running));
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, papers.translation));
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, papers.legalisation));
    out(",");
    write_provisions(papers.provisions, papers.provision_count);
    return KZ_OK;
}

const lines_kind lines_pilot = {
    "pilot", &form, "status,in_pilot,running,translation,legalisation,provisions", answer, 0,
};
