/* The names of the countries in Kazakh, Russian and English, by their codes of ISO 3166-1.
 *
 * countries.inc holds them: names of the Common Locale Data Repository, and other names in use. With
 * KIOSK_COUNTRY_NAMES 0 there are no names, and a country is given by its code.
 */
#ifndef COUNTRIES_H
#define COUNTRIES_H

#include "input/text.h"

#ifndef KIOSK_COUNTRY_NAMES
#define KIOSK_COUNTRY_NAMES 1
#endif

typedef struct {
    char code[3];  /* alpha-2, with a closing NUL */
    char longer[4]; /* alpha-3, likewise */
    const char *kk, *ru, *en;
} country_name;

/* The country with this name, in any case, or with this code of two or three letters; NULL if there is none. The beginning
   of a name, at least four letters, is enough if it is unique. */
const country_name *countries_find(text said);

/* The name of a country in the current language. */
const char *countries_name(const country_name *of);

#endif
