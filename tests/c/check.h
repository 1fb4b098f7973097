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

/* Marsaglia's xorshift: the same numbers in every run. */
static inline uint64_t random_number(void)
{
    static uint64_t state = 88172645463325252u;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* A random number below a bound, which is not 0. */
static inline uint32_t below(uint32_t bound)
{
    return (uint32_t)(random_number() >> 32) % bound;
}

static inline unsigned days_of(unsigned year, unsigned month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
        return 29;
    return days[month - 1];
}

#endif
