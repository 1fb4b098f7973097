/* What the programs share that attack the interface: a check that ends the program, random numbers, and days. */
#ifndef CHECK_H
#define CHECK_H

#include "kz_rules.h"

#include <stdio.h>
#include <stdlib.h>

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            exit(1); \
        } \
    } while (0)

/* What is chosen below comes of these bytes while there are any: a fuzzer's. */
static const uint8_t *choices;
static size_t choices_left;
static uint64_t random_state = 88172645463325252u;

/* Marsaglia's xorshift: the same numbers in every run. */
static inline uint64_t random_number(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state;
}

/* A number below a bound, which is not 0: chosen, or random. */
static inline uint32_t below(uint32_t bound)
{
    uint32_t number = 0, most;
    if (choices_left == 0)
        return (uint32_t)(random_number() >> 32) % bound;
    for (most = bound - 1; most > 0 && choices_left > 0; most >>= 8, choices_left--)
        number = number << 8 | *choices++;
    return number % bound;
}

static inline unsigned days_of(unsigned year, unsigned month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
        return 29;
    return days[month - 1];
}

#endif
