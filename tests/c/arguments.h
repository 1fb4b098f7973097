/* Arguments that are right more often than not. */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include "blocks.h"

static const uint8_t *pack;
static size_t pack_size;
static kz_law pack_law;

/* The built-in law, that of the pack, or one that was never opened. */
static const kz_law *any_law(void)
{
    kz_law *law;
    switch (below(20)) {
    case 0:
        law = block(INPUT, sizeof *law, 0);
        memset(law, 0, sizeof *law);
        must_fail = 1;
        return law;
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
        law = block(INPUT, sizeof *law, 0);
        *law = pack_law;
        return law;
    default:
        return NULL;
    }
}

/* A byte of a closed set with so many values; now and then another. */
static uint8_t any_of(uint8_t values)
{
    return below(60) == 0 ? (uint8_t)below(256) : (uint8_t)below(values + 1u);
}

static kz_date any_day(void)
{
    static const uint16_t years[] = {1, 2, 1900, 2000, 2010, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 9998, 9999};
    kz_date day = {0, 0, 0};
    switch (below(40)) {
    case 0:
        fill(&day, sizeof day);
        break;
    case 1:
        break;
    default:
        day.year = below(3) == 0 ? years[below(sizeof years / sizeof *years)] : 2026;
        day.month = (uint8_t)(1 + below(12));
        day.day = (uint8_t)(1 + below(days_of(day.year, day.month)));
    }
    return day;
}

static kz_date day_or_none(void)
{
    static const kz_date none = {0, 0, 0};
    return below(2) ? any_day() : none;
}

static int is_day(kz_date day)
{
    return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1
        && day.day <= days_of(day.year, day.month);
}

static int is_day_or_none(kz_date day)
{
    return is_day(day) || is_zero(&day, sizeof day);
}

static long order(kz_date day)
{
    return day.year * 10000L + day.month * 100L + day.day;
}

static void make_facts(kz_facts *facts)
{
    if (below(20) == 0)
        return; /* They stay random. */
    memset(facts, 0, sizeof *facts);
    facts->on = any_day();
    facts->birth_precision = any_of(3);
    facts->birth = facts->birth_precision ? any_day() : facts->birth;
    if (facts->birth_precision < 3)
        facts->birth.day = 0;
    if (facts->birth_precision < 2)
        facts->birth.month = 0;
    facts->edition = any_of(2);
    facts->age_reading = any_of(2);
    facts->occasion = any_of(15);
    facts->standing = any_of(3);
    facts->fingerprinted = any_of(2);
    facts->action = any_of(5);
    facts->visa_channel = any_of(4);
    facts->permanent_resident = any_of(2);
    facts->held_at_commencement = any_of(2);
    facts->location = any_of(2);
    facts->may_enter = any_of(2);
    facts->has_iin = any_of(2);
    facts->mission_in_pilot = any_of(2);
    facts->mission_takes_fingerprints = any_of(2);
    facts->passport_in_foreign_language = any_of(2);
    facts->declined = below(4) == 0 ? below(1u << 18) : 0;
}

static kz_facts *any_facts(void)
{
    kz_facts *facts = input(sizeof *facts);
    if (facts)
        make_facts(facts);
    return facts;
}

static const kz_year *any_years(size_t *count)
{
    kz_year *years;
    size_t place;
    unsigned month;
    *count = below(3);
    if (*count == 0)
        return NULL;
    years = input(*count * sizeof *years);
    for (place = 0; years && place < *count; place++) {
        kz_year *year = &years[place];
        if (below(20) == 0)
            continue;
        year->year = any_day().year;
        year->certainty = (uint8_t)(1 + below(2));
        year->reserved = 0;
        for (month = 0; month < 12; month++) {
            uint32_t days = UINT32_MAX >> (32 - days_of(year->year ? year->year : 1, month + 1));
            year->five[month] = below(4) ? days & (uint32_t)random_number() : 0;
            year->six[month] = below(4) ? days : 0;
        }
    }
    return years;
}

static kz_case kept;

/* A case: the last good one, with a byte changed and perhaps the checksum made right, or random bytes. */
static kz_case *any_case(enum role role)
{
    kz_case *it = block(role, sizeof *it, 1);
    if (!it || below(20) == 0)
        return it;
    *it = kept;
    if (below(4) == 0) {
        uint8_t *bytes = (uint8_t *)it;
        uint32_t crc = UINT32_MAX;
        unsigned place, bit;
        it->body[below(sizeof it->body)] = (uint8_t)below(256);
        for (place = 0; place < sizeof *it - sizeof it->checksum; place++) {
            crc ^= bytes[place];
            for (bit = 0; bit < 8; bit++)
                crc = crc & 1 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        }
        for (place = 0; below(4) != 0 && place < 4; place++)
            it->checksum[place] = (uint8_t)(~crc >> (8 * place));
    }
    return it;
}

/* A text of at most so many bytes, which ends where its block ends. */
static char *any_text(uint32_t most)
{
    static const char *const pieces[] = {"A", " ", "é", "Ж", "名", "\n", "\x7f", "\xff", "\xe2\x80\xae", "0"};
    uint32_t size = below(most + 1), at = 0;
    char *text = block(INPUT, size + 1, 0);
    while (at < size) {
        const char *piece = pieces[below(below(4) ? 5 : 10)];
        uint32_t length = (uint32_t)strlen(piece);
        if (at + length > size)
            piece = "-", length = 1;
        memcpy(text + at, piece, length);
        at += length;
    }
    text[size] = 0;
    return text;
}

static const char *some_text(const char *usual)
{
    char *text;
    if (below(30) == 0)
        return any_text(600);
    text = block(INPUT, strlen(usual) + 1, 0);
    return strcpy(text, usual);
}

static void check_text(const char *text)
{
    size_t size;
    CHECK(text != NULL);
    size = strlen(text);
    CHECK(size > 0 && size < 2000);
    while (*text) {
        unsigned char first = (unsigned char)*text++;
        int more = first < 0x80 ? 0 : first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        CHECK(first < 0x80 || (first >= 0xC2 && first <= 0xF4));
        while (more-- > 0)
            CHECK(((unsigned char)*text++ & 0xC0) == 0x80);
    }
}

/* A list of provisions: so many, then zeros. */
static void check_list(const kz_provision *list, unsigned count, unsigned most)
{
    unsigned place;
    CHECK(count <= most);
    for (place = 0; place < most; place++)
        CHECK((list[place] != 0) == (place < count));
}

#endif
