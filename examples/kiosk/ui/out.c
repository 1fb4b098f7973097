#include "ui/out.h"

#include "port/port.h"

#include <string.h>

void out(const char *string)
{
    port_write(string, strlen(string));
}

/* Writes a number with at least this many digits. Returns where it ends. */
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
        /* The largest uint16_t would not fit. The library gives no year past 9999. */
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

static void complain(const char *string)
{
    port_complain(string, strlen(string));
}

void out_complain(const char *wrong, text about)
{
    complain("kiosk: ");
    complain(wrong);
    if (about.length > 0) {
        complain(": ");
        port_complain(about.start, about.length);
    }
    complain("\n");
}
