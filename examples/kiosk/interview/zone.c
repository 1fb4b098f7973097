#include "interview/zone.h"

#if KZ_HAS_MRZ

#include "input/day.h"
#include "input/wipe.h"
#include "interview/dialogue.h"
#include "text/countries.h"
#include "ui/out.h"
#include "ui/page.h"
#include "ui/prose.h"

#include <string.h>

/* The characters of a zone: room for more than three lines of 30 or two of 44, so that a zone that is too long is still too
   long. */
typedef struct {
    char bytes[3 * 48];
    size_t length;
} zone;

/* Adds a line, in capital letters as printed. Returns its length. */
static size_t add(zone *to, text line)
{
    size_t i;

    for (i = 0; i < line.length && to->length < sizeof to->bytes; i++) {
        const char byte = line.start[i];

        to->bytes[to->length++] = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
    }
    if (to->length < sizeof to->bytes) {
        to->bytes[to->length++] = '\n';
    }
    return line.length;
}

static const char *document_of(const kz_mrz *mrz)
{
    switch (mrz->document) {
    case KZ_MRZ_DOCUMENT_PASSPORT:
        return prose_phrase(PHRASE_ZONE_PASSPORT);
    case KZ_MRZ_DOCUMENT_VISA:
        return prose_phrase(PHRASE_ZONE_VISA);
    case KZ_MRZ_DOCUMENT_CREW_CERTIFICATE:
        return prose_phrase(PHRASE_ZONE_CREW);
    default:
        return prose_phrase(PHRASE_ZONE_CARD);
    }
}

static const char *country_of(const kz_mrz *mrz)
{
    const country_name *const country = countries_find(text_of(mrz->country));

    if (mrz->country[0] != '\0') {
        return country != NULL ? countries_name(country) : mrz->country;
    }
    return mrz->standing != 0 ? prose_label(KZ_VOCABULARY_STANDING, mrz->standing) : prose_phrase(PHRASE_NOT_STATED);
}

/* Shows what has no check digit, or is a guess like the century of the birth, so that the person can check it. */
static void show(const kz_mrz *mrz, kz_date on)
{
    char birth[OUT_DAY_BYTES];

    page_row(prose_phrase(PHRASE_ZONE));
    page_text(document_of(mrz));
    page_row(prose_label(KZ_VOCABULARY_FACT, KZ_FACT_STANDING));
    page_text(country_of(mrz));
    if (mrz->birth_precision != 0) {
        page_row(prose_label(KZ_VOCABULARY_FACT, KZ_FACT_BIRTH));
        page_text(out_day(mrz->birth, birth));
        wipe(birth, sizeof birth);
    }
    if (mrz->expires.year != 0) {
        page_row(prose_phrase(PHRASE_ZONE_UNTIL));
        page_day(mrz->expires);
        if (day_is_after(on, mrz->expires)) {
            page_text(". ");
            page_text(prose_phrase_sentence(PHRASE_ZONE_UNTIL));
        }
    }
    page_end();
}

static void complain(const zone *of, kz_date on)
{
    static const phrase expected[] = {
        [KZ_MRZ_EXPECTED_LINE] = PHRASE_ZONE_LINES,       [KZ_MRZ_EXPECTED_CHARACTER] = PHRASE_ZONE_CHARACTER,
        [KZ_MRZ_EXPECTED_DOCUMENT] = PHRASE_ZONE_KIND,    [KZ_MRZ_EXPECTED_LETTER] = PHRASE_ZONE_LETTER,
        [KZ_MRZ_EXPECTED_DIGIT] = PHRASE_ZONE_DIGIT,      [KZ_MRZ_EXPECTED_COUNTRY] = PHRASE_ZONE_COUNTRY,
        [KZ_MRZ_EXPECTED_DATE] = PHRASE_ZONE_DATE,        [KZ_MRZ_EXPECTED_CHECK_DIGIT] = PHRASE_ZONE_CHECK_DIGIT,
    };
    kz_mrz_fault fault;

    if (kz_mrz_fault_get(of->bytes, of->length, on, &fault) != KZ_OK) {
        return;
    }
    page_row(prose_phrase(PHRASE_ZONE_LINE));
    page_number(fault.line);
    page_row(prose_phrase(PHRASE_ZONE_COLUMN));
    page_number(fault.column);
    page_end();
    page_paragraph();
    page_text(prose_phrase_sentence(expected[fault.expected]));
    page_text(" ");
    page_text(prose_phrase_sentence(PHRASE_ZONE_LINE));
    page_end();
}

void zone_invite(void)
{
    say(PHRASE_ZONE);
}

static int is_filler_or_letter(char byte)
{
    return byte == '<' || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* Whether a zone may begin with this: passport, visa, card. */
static int is_kind(char byte)
{
    switch (byte) {
    case 'P':
    case 'p':
    case 'V':
    case 'v':
    case 'A':
    case 'a':
    case 'C':
    case 'c':
    case 'I':
    case 'i':
        return 1;
    default:
        return 0;
    }
}

int zone_begins(text said)
{
    size_t digits = 0, i;

    /* Document kind and issuer. No other answer is as long without a space. */
    if (said.length < 20 || !is_kind(said.start[0])) {
        return 0;
    }
    for (i = 0; i < said.length; i++) {
        const char byte = said.start[i];

        digits += byte >= '0' && byte <= '9';
        if (byte == ' ' || (i >= 2 && i < 5 && !is_filler_or_letter(byte))) {
            return 0;
        }
    }
    /* The first line of a card contains the document number; its last line, the name, has no digit and does not begin a
       zone. */
    return said.length != 30 || digits > 0;
}

int zone_hear(text first, kz_date on, kz_mrz *mrz)
{
    zone of = {{0}, 0};
    const size_t length = add(&of, first);
    unsigned more = length == 30 ? 2 : length == 36 || length == 44 ? 1 : 0;
    text said;
    int is_read;

    while (more > 0 && hear(&said) == SAID) {
        add(&of, said);
        more--;
    }
    is_read = kz_mrz_read(of.bytes, of.length, on, mrz) == KZ_OK;
    if (is_read) {
        show(mrz, on);
    } else {
        complain(&of, on);
    }
    wipe(&of, sizeof of);
    return is_read;
}

#endif
