/* The named cases for which instructions are counted, on the host and on boards. */
#ifndef PEOPLE_H
#define PEOPLE_H

#include "kz_rules.h"

/* What is known of a person. */
enum known {
    ALL,     /* Every fact. */
    BUT_DAY, /* Every fact; of the birth date only the year or the month. */
    NOTHING, /* Nothing, or only what is given. */
};

struct person {
    const char *name;
    enum known known;
    kz_facts facts;
};

#define DAY(y, m, d) {.year = (y), .month = (m), .day = (d)}
#define BORN(y, m, d) .birth = DAY(y, m, d), .birth_precision = KZ_BIRTH_PRECISION_DAY

/* An adult foreigner who applies for a visa, with every fact known; designators after it override its own. */
#define ADULT                                                                                    \
    BORN(1990, 5, 17), .standing = KZ_STANDING_FOREIGNER, .permanent_resident = KZ_ANSWER_NO,    \
        .occasion = KZ_OCCASION_VISA, .action = KZ_ACTION_FIRST_ISSUE,                           \
        .visa_channel = KZ_VISA_CHANNEL_ELECTRONIC, .fingerprinted = KZ_ANSWER_NO,               \
        .held_at_commencement = KZ_ANSWER_NO,                                                    \
        .location = KZ_LOCATION_ABROAD, .may_enter = KZ_ANSWER_NO, .has_iin = KZ_ANSWER_NO,      \
        .mission_in_pilot = KZ_ANSWER_NO, .mission_takes_fingerprints = KZ_ANSWER_NO,            \
        .passport_in_foreign_language = KZ_ANSWER_YES

#define WITH(...) {__VA_ARGS__}

static const char *const KNOWN[] = {"all", "but-day", "nothing"};

static const struct person PEOPLE[] = {
    {"visa, before the rules", ALL, WITH(.on = DAY(2023, 12, 31), ADULT)},
    {"e-visa, suspended", ALL, WITH(.on = DAY(2024, 1, 1), ADULT)},
    {"e-visa, last day of the suspension", ALL, WITH(.on = DAY(2025, 6, 30), ADULT)},
    {"e-visa, after the suspension", ALL, WITH(.on = DAY(2025, 7, 1), ADULT)},
    {"e-visa, with a caution", ALL, WITH(.on = DAY(2026, 2, 1), ADULT)},
    {"visa extended", ALL, WITH(.on = DAY(2025, 1, 2), ADULT, .action = KZ_ACTION_EXTENSION)},
    {"visa held since before", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, .action = KZ_ACTION_HOLDING,
          .held_at_commencement = KZ_ANSWER_YES)},
    {"visa held", ALL, WITH(.on = DAY(2025, 1, 2), ADULT, .action = KZ_ACTION_HOLDING)},
    {"fingerprinted", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, .fingerprinted = KZ_ANSWER_YES)},
    {"seafarer", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, .occasion = KZ_OCCASION_SEAFARER_IDENTITY)},
    {"residence card", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, .occasion = KZ_OCCASION_RESIDENCE_CARD)},
    {"stateless, refugee certificate", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, .standing = KZ_STANDING_STATELESS,
          .occasion = KZ_OCCASION_REFUGEE_CERTIFICATE)},
    {"expulsion", ALL, WITH(.on = DAY(2025, 1, 2), ADULT, .occasion = KZ_OCCASION_EXPULSION)},
    {"another occasion", ALL, WITH(.on = DAY(2025, 1, 2), ADULT, .occasion = KZ_OCCASION_OTHER)},
    {"child of 10, residence card", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, BORN(2014, 5, 17),
          .occasion = KZ_OCCASION_RESIDENCE_CARD)},
    {"child of 10, held visa", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, BORN(2014, 5, 17), .action = KZ_ACTION_HOLDING)},
    {"child of 15, e-visa, 16 in the suspension", ALL,
     WITH(.on = DAY(2024, 1, 2), ADULT, BORN(2008, 5, 17))},
    {"born on 29 February, day after", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, BORN(2012, 2, 29),
          .age_reading = KZ_AGE_READING_DAY_AFTER)},
    {"newborn, before the rules", ALL,
     WITH(.on = DAY(2023, 12, 31), ADULT, BORN(2023, 12, 31))},
    {"citizen, passport", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, .standing = KZ_STANDING_CITIZEN,
          .occasion = KZ_OCCASION_CITIZEN_PASSPORT)},
    {"citizen of 10, passport", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, BORN(2014, 5, 17), .standing = KZ_STANDING_CITIZEN,
          .occasion = KZ_OCCASION_CITIZEN_PASSPORT)},
    {"announced: citizen, passport", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, .edition = KZ_EDITION_ANNOUNCED,
          .standing = KZ_STANDING_CITIZEN, .occasion = KZ_OCCASION_CITIZEN_PASSPORT)},
    {"announced: citizen of 10, passport", ALL,
     WITH(.on = DAY(2023, 1, 2), ADULT, BORN(2014, 5, 17), .edition = KZ_EDITION_ANNOUNCED,
          .standing = KZ_STANDING_CITIZEN, .occasion = KZ_OCCASION_CITIZEN_PASSPORT)},
    {"announced: resident, visa", ALL,
     WITH(.on = DAY(2025, 1, 2), ADULT, .edition = KZ_EDITION_ANNOUNCED,
          .permanent_resident = KZ_ANSWER_YES)},

    {"born in a year, now 15 or 16", BUT_DAY,
     WITH(.on = DAY(2025, 1, 2), ADULT, .birth = DAY(2009, 0, 0),
          .birth_precision = KZ_BIRTH_PRECISION_YEAR)},
    {"born in a year, now 10 or 11", BUT_DAY,
     WITH(.on = DAY(2023, 1, 2), ADULT, .birth = DAY(2012, 0, 0),
          .birth_precision = KZ_BIRTH_PRECISION_YEAR)},
    {"born in a month, now 16", BUT_DAY,
     WITH(.on = DAY(2025, 1, 2), ADULT, .birth = DAY(2009, 1, 0),
          .birth_precision = KZ_BIRTH_PRECISION_MONTH)},

    {"nothing, before the rules", NOTHING, WITH(.on = DAY(2023, 12, 31))},
    {"nothing, first day of the rules", NOTHING, WITH(.on = DAY(2024, 1, 1))},
    {"nothing, in the suspension", NOTHING, WITH(.on = DAY(2025, 1, 1))},
    {"nothing, after the suspension", NOTHING, WITH(.on = DAY(2025, 7, 1))},
    {"nothing, with a caution", NOTHING, WITH(.on = DAY(2026, 7, 1))},
    {"a birth year alone, before the rules", NOTHING,
     WITH(.on = DAY(2023, 1, 1), .birth = DAY(2010, 0, 0),
          .birth_precision = KZ_BIRTH_PRECISION_YEAR)},
    {"a birth year alone, in the suspension", NOTHING,
     WITH(.on = DAY(2024, 1, 1), .birth = DAY(2012, 0, 0),
          .birth_precision = KZ_BIRTH_PRECISION_YEAR)},
    {"announced: nothing, before the rules", NOTHING,
     WITH(.on = DAY(2023, 12, 31), .edition = KZ_EDITION_ANNOUNCED)},
    {"announced: nothing", NOTHING,
     WITH(.on = DAY(2025, 1, 1), .edition = KZ_EDITION_ANNOUNCED)},
    {"announced: a birth year alone", NOTHING,
     WITH(.on = DAY(2023, 1, 1), .birth = DAY(2008, 0, 0),
          .birth_precision = KZ_BIRTH_PRECISION_YEAR, .edition = KZ_EDITION_ANNOUNCED)},
};

#endif
