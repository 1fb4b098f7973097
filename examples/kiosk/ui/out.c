#include "ui/out.h"

#include "input/character.h"
#include "port/port.h"

#include <string.h>

void out(const char *string)
{
    port_write(string, strlen(string));
}

/* Writes a number with at least this many digits. Returns the end of the text. */
static char *digits_of(char *at, uint32_t number, unsigned digits)
{
    char reversed[10];
    unsigned count = 0;

    do {
        reversed[count++] = (char)('0' + number % 10u);
        number /= 10u;
    } while (number > 0 || count < digits);
    while (count > 0) {
        *at++ = reversed[--count];
    }
    return at;
}

const char *out_number(int32_t number, char into[OUT_NUMBER_BYTES])
{
    char *at = into;

    if (number < 0) {
        *at++ = '-';
    }
    at = digits_of(at, number < 0 ? 0u - (uint32_t)number : (uint32_t)number, 1);
    *at = '\0';
    return into;
}

const char *out_count(uint32_t number, char into[OUT_NUMBER_BYTES])
{
    *digits_of(into, number, 1) = '\0';
    return into;
}

const char *out_day(kz_date day, char into[OUT_DAY_BYTES])
{
    char *at = into;

    if (day.year != 0) {
        /* The largest uint16_t would not fit, but the library returns no year past 9999. */
        at = digits_of(at, day.year % 10000u, 4);
    }
    if (day.month != 0) {
        *at++ = '-';
        at = digits_of(at, day.month % 100u, 2);
    }
    if (day.day != 0) {
        *at++ = '-';
        at = digits_of(at, day.day % 100u, 2);
    }
    *at = '\0';
    return into;
}

/* Writes an untrusted text. */
static void write_foreign(text from_outside, void (*write)(const char *bytes, size_t length))
{
    while (from_outside.length > 0) {
        const char *const start = from_outside.start;
        const int does = character_does(character_next(&from_outside));

        if (does == CHARACTER_SEEN || does == CHARACTER_BLANK) {
            write(start, (size_t)(from_outside.start - start));
        } else if (does == CHARACTER_COMMANDS) {
            write(" ", 1);
        } else if (does == CHARACTER_NONE) {
            write("\xEF\xBF\xBD", 3);
        }
    }
}

void out_foreign(text from_outside)
{
    write_foreign(from_outside, port_write);
}

static void complain(const char *string)
{
    port_complain(string, strlen(string));
}

/* Prints an error and its subject. */
static void complain_of(const char *wrong, text about)
{
    complain(wrong);
    if (about.length > 0) {
        complain(": ");
        write_foreign(about, port_complain);
    }
    complain("\n");
}

static void complain_number(const char *of, uint32_t number)
{
    char buffer[OUT_NUMBER_BYTES];

    complain(of);
    complain(out_count(number, buffer));
}

void out_complain(const char *wrong, text about)
{
    complain("kiosk: ");
    complain_of(wrong, about);
}

void out_complain_line(uint32_t line, const char *wrong, const char *about)
{
    complain_number("kiosk: line ", line);
    complain(": ");
    complain_of(wrong, text_of(about));
}

void out_complain_column(uint32_t line, unsigned column, const char *wrong, const char *about)
{
    complain_number("kiosk: line ", line);
    complain_number(", column ", column);
    complain(": ");
    complain_of(wrong, text_of(about));
}
