#include "input/day.h"

static uint8_t days_in_month(uint16_t year, uint8_t month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return month == 2 && leap ? 29 : days[month - 1];
}

/* Reads 'length' digits from 'at' as a number from 1 to 'most'; 0 if there is no such number. */
static uint16_t part(text piece, size_t at, size_t length, uint16_t most)
{
    uint16_t number = 0;
    text digits;

    if (at > 0 && piece.start[at - 1] != '-') {
        return 0;
    }
    digits.start = piece.start + at;
    digits.length = length;
    return text_number(digits, &number) && number <= most ? number : 0;
}

int day_read_birth(text piece, kz_date *birth, kz_birth_precision *precision)
{
    kz_date read = {0, 0, 0};

    if (piece.length != 4 && piece.length != 7 && piece.length != 10) {
        return 0;
    }
    read.year = part(piece, 0, 4, 9999);
    if (read.year == 0) {
        return 0;
    }
    *precision = KZ_BIRTH_PRECISION_YEAR;
    if (piece.length > 4) {
        read.month = (uint8_t)part(piece, 5, 2, 12);
        if (read.month == 0) {
            return 0;
        }
        *precision = KZ_BIRTH_PRECISION_MONTH;
    }
    if (piece.length > 7) {
        read.day = (uint8_t)part(piece, 8, 2, days_in_month(read.year, read.month));
        if (read.day == 0) {
            return 0;
        }
        *precision = KZ_BIRTH_PRECISION_DAY;
    }
    *birth = read;
    return 1;
}

int day_read(text piece, kz_date *day)
{
    kz_birth_precision precision;

    return piece.length == 10 && day_read_birth(piece, day, &precision);
}

int day_is_after(kz_date one, kz_date other)
{
    if (one.year != other.year) {
        return one.year > other.year;
    }
    return one.month != other.month ? one.month > other.month : one.day > other.day;
}
