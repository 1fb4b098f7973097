/* kz-rules: what the law of Kazakhstan requires of a person at a fingerprint kiosk.
 *
 * Not legal advice. The library says what its sources say, and cites them. kz_law_get() tells the day up to
 * which they are known. SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * This file is generated. Do not edit it. For C++17 and later, kz_rules.hpp is a layer on it.
 *
 * How to use it: zero a struct, fill in what is known, call one function, check its status.
 *
 *   #include <stdio.h>
 *   #include "kz_rules.h"
 *
 *   int main(void)
 *   {
 *       kz_facts facts = {0};
 *       kz_assessment answer;
 *
 *       facts.on = (kz_date){2026, 11, 22};
 *       facts.standing = KZ_STANDING_FOREIGNER;
 *       facts.occasion = KZ_OCCASION_RESIDENCE_CARD;
 *       if (kz_assess(NULL, &facts, &answer) != KZ_OK)
 *           return 1;
 *       if (answer.outcome == KZ_OUTCOME_DECIDED)
 *           printf("%s\n", kz_name(NULL, KZ_VOCABULARY_OBLIGATION, answer.obligation));
 *       else if (answer.ask != 0)
 *           printf("ask for %s\n", kz_name(NULL, KZ_VOCABULARY_FACT, answer.ask));
 *       return 0;
 *   }
 *
 * The rules hold everywhere below, where they are not repeated:
 *
 *   - The law comes first, then inputs, then outputs. NULL is the law that the library is built with; any other
 *     was opened by kz_law_open() or kz_law_open_already_verified().
 *   - Structs are plain and belong to the caller. Zero means unknown, none or not given. A zeroed struct is a
 *     valid input, except for what "must be given"; a zeroed kz_law, kz_case or kz_window is an error. Reserved
 *     bytes are zero, in and out.
 *   - A closed set is a byte with constants, numbered from 1 without gaps. A kz_set holds several values of one:
 *     see KZ_SET_HAS().
 *   - Texts are UTF-8. The library's texts end with a NUL, except the name of a law in kz_law_identity, which has
 *     a length; they are in flash, or in the pack of the law. A text that is given with its length needs no NUL.
 *   - Outputs are written only with KZ_OK, unless the function says otherwise. An output overlaps no input and
 *     no other output; only the case of kz_case_apply() is both.
 *   - A status is KZ_OK, or an error that the section Statuses explains. "Errors" lists the errors of a function
 *     but for these, which follow from its parameters:
 *       KZ_ERROR_NULL      A pointer is NULL. It may be for 'law', for inputs of 0 items or bytes, and where a
 *                          comment says so.
 *       KZ_ERROR_BAD_LAW   'law' was not opened. A function without a status returns 0 or NULL then.
 *       KZ_ERROR_RESERVED  A reserved byte of a struct that the program fills in is not zero.
 *       KZ_ERROR_BAD_...   A parameter or field is not one of its constants, is not a valid day, must be given and
 *                          is not, or must be 0 and is not. The status has its name: KZ_ERROR_BAD_WEEK for
 *                          'week'. Where it has another one, a comment says so.
 *   - Every function may be called from any thread and from an interrupt. It keeps no state, takes no lock,
 *     allocates nothing and does not panic (the linker proves it for all but kz_qr_encode() and kz_ed25519()).
 *     The table at the end says how much stack it takes, except for kz_ed25519().
 *   - The numbers of constants and statuses are stable and never reused.
 *
 * The subjects, in this order: decide; plan; deadlines; stays and countries; registration; QR code; IIN;
 * passports; calendar and clock; the law; packs; records; names and texts. Then statuses, provisions,
 * vocabularies and stack. A program links only what it calls.
 */
#ifndef KZ_RULES_H
#define KZ_RULES_H

#include <stddef.h>
#include <stdint.h>

/* The version of the library that this header belongs to. */
#define KZ_VERSION "0.1.0"
#define KZ_VERSION_MAJOR 0                               /* The major version. */
#define KZ_VERSION_MINOR 1                               /* The minor version. */
#define KZ_VERSION_PATCH 0                               /* The patch version. */

/* The parts that the library was built with. If it was built without one, define its macro as 0 before this
   header, best with a -D option: the functions of the part are then not declared. Otherwise a call of one would
   fail to link. */
#ifndef KZ_HAS_TEXT_KK
#define KZ_HAS_TEXT_KK 1 /* The texts in Kazakh. */
#endif
#ifndef KZ_HAS_TEXT_RU
#define KZ_HAS_TEXT_RU 1 /* The texts in Russian. */
#endif
#ifndef KZ_HAS_TEXT_EN
#define KZ_HAS_TEXT_EN 1 /* The texts in English. */
#endif
#ifndef KZ_HAS_QR
#define KZ_HAS_QR 1 /* QR codes. */
#endif
#ifndef KZ_HAS_MRZ
#define KZ_HAS_MRZ 1 /* Machine-readable zones. */
#endif
#ifndef KZ_HAS_ED25519
#define KZ_HAS_ED25519 1 /* A verifier of signatures. */
#endif

/* Marks a status that must be checked: many compilers warn if it is ignored. To have no such warnings, define
   it as nothing before this header. */
#ifndef KZ_NODISCARD
#if defined(__cplusplus) && __cplusplus >= 201703L
#define KZ_NODISCARD [[nodiscard]]
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 202311L
#define KZ_NODISCARD [[nodiscard]]
#elif defined(__GNUC__)
#define KZ_NODISCARD __attribute__((warn_unused_result))
#else
#define KZ_NODISCARD
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* KZ_OK, or an error: one of the KZ_ERROR_ constants, which are negative. */
typedef int32_t kz_status;
#define KZ_OK 0 /* It succeeded. */

/* A set of values of one closed set: bit n is the value numbered n + 1. */
typedef uint32_t kz_set;
/* The set with this value; empty if the number is not from 1 to 32. Join several with |. These macros evaluate
   their arguments more than once. */
#define KZ_SET_OF(value) \
    ((value) >= 1 && (value) <= 32 ? UINT32_C(1) << (((value) - 1) & 31) : UINT32_C(0))
/* Whether a value is in a set: 1 or 0; 0 if the number is not from 1 to 32. */
#define KZ_SET_HAS(set, value) \
    ((value) >= 1 && (value) <= 32 ? ((set) >> (((value) - 1) & 31)) & UINT32_C(1) : UINT32_C(0))
/* Adds a value to the set in a variable. */
#define KZ_SET_ADD(set, value) ((set) |= KZ_SET_OF(value))
/* Removes a value from the set in a variable. */
#define KZ_SET_REMOVE(set, value) ((set) &= ~KZ_SET_OF(value))

/* A law to decide by. NULL stands for the built-in one. */
typedef struct kz_law kz_law;
/* The working days of one year. */
typedef struct kz_year kz_year;
/* An edition of a law. 0 and 1: the law as enacted. Edition 2 of the built-in law: as a ministry announced it. */
typedef uint8_t kz_edition;
/* A document of a law; 0: none. */
typedef uint16_t kz_document;
/* A rule in a document of a law, or a caution; 0: none. kz_provision_get() cites it. */
typedef uint16_t kz_provision;
/* A closed set whose names and texts can be looked up. */
typedef uint8_t kz_vocabulary;

/* ==== Version and days ==================================================================================== */

/* The answer to a yes-or-no question. */
typedef uint8_t kz_answer;
#define KZ_ANSWER_YES 1                                  /* Yes. */
#define KZ_ANSWER_NO 2                                   /* No. */

/* Whether the law is known on the decision date (legal model, section 1). */
typedef uint8_t kz_law_known;
/* The day is not after the last day on which the law is known. */
#define KZ_LAW_KNOWN_KNOWN 1
/* The answer assumes that nothing has changed since that day. */
#define KZ_LAW_KNOWN_ASSUMED 2

/* The version of this interface. It changes when programs must be rebuilt with the new header. */
#define KZ_ABI_VERSION 1

/* A day of the Gregorian calendar. All zero: not given. */
typedef struct kz_date {
  uint16_t year;                         /* The year, from 1 to 9999. */
  uint8_t month;                         /* The month, from 1 to 12. */
  uint8_t day;                           /* The day of the month, from 1. */
} kz_date;

/* The version of the interface of the linked library. Compare it with KZ_ABI_VERSION once, at start. */
uint32_t kz_abi_version(void);

/* The version of the library, as "major.minor.patch". */
const char *kz_version_string(void);

/* ==== Decide: must this person be fingerprinted? ==========================================================
   Fill in kz_facts and call kz_assess(). While 'ask' is not 0, ask for that fact and call again.
   A fact that is not known is 0. If the person cannot tell it, put it into 'declined' too. */

/* A fact, in asking order: those of section 3 of the legal model, then the circumstances of
   section 6, which only a plan asks for. */
typedef uint8_t kz_fact;
#define KZ_FACT_OCCASION 1                               /* What the person comes for. */
#define KZ_FACT_STANDING 2                               /* Citizen, foreigner or stateless. */
#define KZ_FACT_BIRTH 3                                  /* The birth date. */
/* Whether the prints are already in Kazakhstan's database. */
#define KZ_FACT_FINGERPRINTED 4
/* Whether the document is issued, extended, restored, replaced or just held. */
#define KZ_FACT_ACTION 5
#define KZ_FACT_VISA_CHANNEL 6                           /* How the visa is obtained. */
/* Whether a foreigner resides in Kazakhstan permanently. */
#define KZ_FACT_PERMANENT_RESIDENT 7
/* Whether the document was held, and valid, when the fingerprint rules started. Never asked. */
#define KZ_FACT_HELD_AT_COMMENCEMENT 8
/* The law's own question 1. The law's texts give its wording. */
#define KZ_FACT_QUESTION_1 9
#define KZ_FACT_QUESTION_2 10                            /* The law's own question 2. */
#define KZ_FACT_QUESTION_3 11                            /* The law's own question 3. */
#define KZ_FACT_QUESTION_4 12                            /* The law's own question 4. */
#define KZ_FACT_LOCATION 13                              /* Where the person is. */
/* Whether the person may enter Kazakhstan without the document asked for. */
#define KZ_FACT_MAY_ENTER 14
#define KZ_FACT_HAS_IIN 15                               /* Whether the person has an IIN. */
/* Whether the foreign establishment takes part in the IIN pilot. */
#define KZ_FACT_MISSION_IN_PILOT 16
/* Whether the foreign establishment takes foreigners' prints. */
#define KZ_FACT_MISSION_TAKES_FINGERPRINTS 17
#define KZ_FACT_PASSPORT_IN_FOREIGN_LANGUAGE 18          /* Whether the passport is in a foreign language. */

/* What the person comes for: mostly a document. */
typedef uint8_t kz_occasion;
#define KZ_OCCASION_SEAFARER_IDENTITY 1                  /* A seafarer's identity card of Kazakhstan. */
#define KZ_OCCASION_TEMPORARY_RESIDENCE_PERMIT 2         /* A permit for temporary residence. */
#define KZ_OCCASION_PERMANENT_RESIDENCE_PERMIT 3         /* A permit for permanent residence. */
#define KZ_OCCASION_RESIDENCE_CARD 4                     /* A foreigner's residence card. */
#define KZ_OCCASION_STATELESS_IDENTITY 5                 /* An identity certificate of a stateless person. */
#define KZ_OCCASION_ASYLUM_SEEKER_STATUS 6               /* The status of a person who seeks asylum. */
#define KZ_OCCASION_REFUGEE_CERTIFICATE 7                /* A refugee's certificate. */
#define KZ_OCCASION_REFUGEE_TRAVEL_DOCUMENT 8            /* A refugee's travel document. */
#define KZ_OCCASION_EXPULSION 9                          /* Expulsion from Kazakhstan. */
#define KZ_OCCASION_READMISSION 10                       /* Readmission under a ratified treaty. */
#define KZ_OCCASION_VISA 11                              /* A visa of Kazakhstan. */
#define KZ_OCCASION_CITIZEN_PASSPORT 12                  /* A passport of a citizen of Kazakhstan. */
#define KZ_OCCASION_CITIZEN_IDENTITY_CARD 13             /* An identity card of a citizen of Kazakhstan. */
#define KZ_OCCASION_OTHER 14                             /* Anything else. */
#define KZ_OCCASION_IIN 15                               /* An IIN, and no document. */

/* Whether a person is a citizen, a foreigner or stateless. */
typedef uint8_t kz_standing;
#define KZ_STANDING_CITIZEN 1                            /* A citizen of Kazakhstan. */
#define KZ_STANDING_FOREIGNER 2                          /* A citizen of another state. */
#define KZ_STANDING_STATELESS 3                          /* A person without citizenship. */

/* What is done with the document. It has no meaning for expulsion and readmission. */
typedef uint8_t kz_action;
#define KZ_ACTION_FIRST_ISSUE 1                          /* It is issued for the first time. */
#define KZ_ACTION_EXTENSION 2                            /* Its term is extended. */
#define KZ_ACTION_RESTORATION 3                          /* It is restored. */
#define KZ_ACTION_REPLACEMENT 4                          /* It is replaced. */
#define KZ_ACTION_HOLDING 5                              /* It is already held, and nothing is asked for. */

/* How a visa is obtained. */
typedef uint8_t kz_visa_channel;
#define KZ_VISA_CHANNEL_FOREIGN_MISSION 1                /* At a foreign establishment of Kazakhstan. */
#define KZ_VISA_CHANNEL_AIRPORT 2                        /* In an international airport. */
/* Electronically, without a visit to a foreign establishment. */
#define KZ_VISA_CHANNEL_ELECTRONIC 3
#define KZ_VISA_CHANNEL_IN_KAZAKHSTAN 4                  /* From an authority in Kazakhstan. */

/* Where a person is. */
typedef uint8_t kz_location;
#define KZ_LOCATION_IN_KAZAKHSTAN 1                      /* In Kazakhstan. */
#define KZ_LOCATION_ABROAD 2                             /* Abroad. */

/* How much of a birth date is known; 0: nothing. */
typedef uint8_t kz_birth_precision;
#define KZ_BIRTH_PRECISION_YEAR 1                        /* The year. */
#define KZ_BIRTH_PRECISION_MONTH 2                       /* The year and the month. */
#define KZ_BIRTH_PRECISION_DAY 3                         /* The full date. */

/* When a person reaches an age. */
typedef uint8_t kz_age_reading;
#define KZ_AGE_READING_BIRTHDAY 1                        /* At the start of the birthday. */
#define KZ_AGE_READING_DAY_AFTER 2                       /* At the start of the day after the birthday. */

/* A range of ages that a law distinguishes. The law's section *Ages* sets the limits. */
typedef uint8_t kz_age_band;
#define KZ_AGE_BAND_BAND_1 1                             /* Below the first age. */
#define KZ_AGE_BAND_BAND_2 2                             /* From the first age, and below the second. */
#define KZ_AGE_BAND_BAND_3 3                             /* From the second age, and below the third. */
#define KZ_AGE_BAND_BAND_4 4                             /* From the third age. */

/* What kind of answer an assessment is. */
typedef uint8_t kz_outcome;
#define KZ_OUTCOME_DECIDED 1                             /* One obligation, whatever is still unknown. */
#define KZ_OUTCOME_UNDECIDED 2                           /* More than one obligation is possible. */

/* What the law asks of a person as to fingerprinting (legal model, section 4). */
typedef uint8_t kz_obligation;
#define KZ_OBLIGATION_MANDATORY 1                        /* Fingerprinting is mandatory. */
#define KZ_OBLIGATION_VOLUNTARY 2                        /* Fingerprinting is voluntary. */
#define KZ_OBLIGATION_NOT_REQUIRED 3                     /* Nothing is required. */
#define KZ_OBLIGATION_SUSPENDED 4                        /* The requirement is suspended. */
#define KZ_OBLIGATION_NOT_IN_FORCE 5                     /* The rules are not in force yet. */

/* The most provisions that an assessment rests on. */
#define KZ_BASIS_MAX 32

/* The most cautions that an answer carries. */
#define KZ_CAUTIONS_MAX 8

/* The 'holds_until' of kz_answer_columns for an answer that never changes. */
#define KZ_HOLDS_FOREVER 2147483647

/* The most rows that can be passed over on the way to an obligation. */
#define KZ_PASSED_MAX 31

/* The decision date, what is known about a person, and two settings. All zero but 'on': nothing is known yet. */
typedef struct kz_facts {
  kz_date on;                            /* The decision date. Must be given. */
  kz_date birth;                         /* The birth date. What 'birth_precision' does not cover is zero. */
  /* How much of the birth date is known; 0: nothing. Its error is KZ_ERROR_BAD_BIRTH. */
  kz_birth_precision birth_precision;
  /* Which edition of the law decides; 0: edition 1, the law as enacted. */
  kz_edition edition;
  kz_age_reading age_reading;            /* When a person reaches an age; 0: at the start of the birthday. */
  uint8_t reserved;                      /* Zero. */
  kz_occasion occasion;                  /* What the person comes for. */
  kz_standing standing;                  /* Citizen, foreigner or stateless. */
  kz_answer fingerprinted;               /* Whether the prints are already in Kazakhstan's database. */
  kz_action action;                      /* What is done with the document. */
  kz_visa_channel visa_channel;          /* How the visa is obtained. */
  kz_answer permanent_resident;          /* Whether a foreigner resides in Kazakhstan permanently. */
  /* Whether the document was already held, and valid, when the fingerprint rules started. Never asked for. */
  kz_answer held_at_commencement;
  /* The answer to the law's own question 1. Must be 0 if the law has no such question. */
  kz_answer question_1;
  kz_answer question_2;                  /* The same for question 2. */
  kz_answer question_3;                  /* The same for question 3. */
  kz_answer question_4;                  /* The same for question 4. */
  /* Where the person is. This and the next five fields matter only to plans and ways to an IIN. */
  kz_location location;
  /* Whether the person may enter Kazakhstan without the document asked for. */
  kz_answer may_enter;
  kz_answer has_iin;                     /* Whether the person has an IIN. */
  kz_answer mission_in_pilot;            /* Whether the foreign establishment takes part in the IIN pilot. */
  /* Whether the foreign establishment (for a visa issued in an airport, the office there) takes
     foreigners' prints. */
  kz_answer mission_takes_fingerprints;
  kz_answer passport_in_foreign_language; /* Whether the passport is in a foreign language. */
  uint8_t reserved2[3];                  /* Zero. */
  /* A set of kz_fact, without KZ_FACT_HELD_AT_COMMENCEMENT: what the person cannot tell, or not more exactly. It is not
     asked for. */
  kz_set declined;
} kz_facts;

/* What the law requires of a person, and why. */
typedef struct kz_assessment {
  kz_outcome outcome;                    /* Decided or undecided. */
  kz_obligation obligation;              /* The obligation, if it is decided; else 0. */
  /* The fact to ask for next; 0: nothing is left to ask for, even if the outcome is undecided. */
  kz_fact ask;
  uint8_t basis_count;                   /* How many of 'basis' are given. */
  kz_set obligations;                    /* The possible obligations, as a set of kz_obligation. */
  /* The facts on which the obligation still depends, declined ones included: a set of kz_fact. */
  kz_set relevant;
  /* The first day after the decision date on which the same facts give other possible obligations; not
     given: there is none. */
  kz_date holds_until;
  /* The provisions that the possible obligations rest on, in the order of the law. */
  kz_provision basis[KZ_BASIS_MAX];
  /* What may change the answer, such as developments outside the sources. */
  kz_provision cautions[KZ_CAUTIONS_MAX];
  uint8_t caution_count;                 /* How many of 'cautions' are given. */
  /* Whether the law is known on the decision date. After the law's last known day the answer is an
     assumption. */
  kz_law_known law;
  /* Two provisions that contradict each other on this answer; the first one decides. Zeros: none. */
  kz_provision conflict[2];
  /* If mandatory: what follows a refusal. In this and the fields below, 0: the source does not say. */
  kz_provision consequence;
  kz_provision papers;                   /* If mandatory: what to bring. */
  kz_provision place;                    /* If mandatory: where to go. */
  kz_provision collectors_home;          /* If mandatory: who collects the data in Kazakhstan. */
  kz_provision collectors_abroad;        /* If mandatory: who collects the data abroad. */
  kz_provision taken;                    /* If mandatory: what is taken. */
  kz_provision issued;                   /* If mandatory: what is issued afterwards. */
  uint8_t reserved[4];                   /* Zero. */
} kz_assessment;

/* Facts of many persons, one column for each fact: item n of every column is about person n. If a column is
   NULL, the fact is not known for anybody.

   A fact is one of its constants; 0: not known. A day is a number of days since 1970-01-01, as Arrow's date32.
   A validity bitmap has one bit for each person, the lowest bit of the first byte first, as in Arrow. If a bit
   is 0, the day is not known, whatever its column holds. */
typedef struct kz_fact_columns {
  const int32_t *on;                     /* The decision dates. Must be given. */
  /* Which decision dates are given; NULL: all. A person without one gets KZ_ERROR_BAD_ON. */
  const uint8_t *on_validity;
  const int32_t *birth;                  /* The birth dates, each known in full or not at all. */
  const uint8_t *birth_validity;         /* Which birth dates are known; NULL: all. */
  const kz_occasion *occasion;           /* What the person comes for. */
  const kz_standing *standing;           /* Citizen, foreigner or stateless. */
  const kz_answer *fingerprinted;        /* Whether the prints are already in Kazakhstan's database. */
  const kz_action *action;               /* What is done with the document. */
  const kz_visa_channel *visa_channel;   /* How the visa is obtained. */
  const kz_answer *permanent_resident;   /* Whether a foreigner resides in Kazakhstan permanently. */
  /* Whether the document was already held, and valid, when the fingerprint rules started. */
  const kz_answer *held_at_commencement;
  /* The answer to the law's own question 1. Must be 0 if the law has no such question. */
  const kz_answer *question_1;
  const kz_answer *question_2;           /* The same for question 2. */
  const kz_answer *question_3;           /* The same for question 3. */
  const kz_answer *question_4;           /* The same for question 4. */
  /* What is not asked for: sets of kz_fact, without KZ_FACT_HELD_AT_COMMENCEMENT. */
  const kz_set *declined;
} kz_fact_columns;

/* Answers, one column for each kind. A column that is not wanted is NULL. For a person with an error, all is
   zero but the status. */
typedef struct kz_answer_columns {
  /* KZ_OK, or the error that kz_assess() returns for this person. Must be given. */
  kz_status *status;
  uint8_t *obligations;                  /* The possible obligations, as a set of kz_obligation. */
  kz_provision *basis;                   /* The first provision of the basis. */
  kz_fact *ask;                          /* The fact to ask for next; 0: none. */
  /* As in kz_assessment, in days since 1970-01-01; KZ_HOLDS_FOREVER: the answer never changes. */
  int32_t *holds_until;
} kz_answer_columns;

/* A row of the law that was passed over, and the fact that excluded it. */
typedef struct kz_passed {
  kz_provision provision;                /* The provision of the row. Several rows may have the same one. */
  /* The fact that excluded the row: the first in asking order, facts that were given before others. 0: the
     row does not apply on this day, whatever the facts. */
  kz_fact fact;
  /* Yes: what was given excludes the row, or the day does. No: the value assumed in 'completion' does. */
  kz_answer given;
} kz_passed;

/* The way through the rows of an edition to one obligation. */
typedef struct kz_trace {
  /* Facts that lead to this obligation: those given, with one value assumed for each other fact that matters
     to fingerprinting (from KZ_FACT_OCCASION to KZ_FACT_QUESTION_4). All other fields are as given. */
  kz_facts completion;
  kz_provision basis;                    /* The provision of the row that decided. */
  kz_obligation obligation;              /* The obligation. */
  uint8_t passed_count;                  /* How many of 'passed' are given. */
  kz_passed passed[KZ_PASSED_MAX];       /* The rows above that row, in the order of the law. */
} kz_trace;

/* Sets a fact to a value of its vocabulary and removes it from 'declined'. The value 0 makes the fact unknown
   again and leaves 'declined' as it is. The birth date has no single value: set its fields.

   Errors: KZ_ERROR_BAD_FACT, also for the birth date; for a value that the fact does not have, the
   KZ_ERROR_BAD_ of the fact. No other field is checked. */
KZ_NODISCARD
kz_status kz_facts_set(kz_facts *facts,
                       kz_fact fact,
                       uint8_t value);

/* Says what the law requires of a person: the obligation with its reasons, or the fact to ask for next.

   Errors: KZ_ERROR_EDITION_UNKNOWN; KZ_ERROR_BIRTH_AFTER_DECISION; KZ_ERROR_LAW_INCOMPLETE. */
KZ_NODISCARD
kz_status kz_assess(const kz_law *law,
                    const kz_facts *facts,
                    kz_assessment *out);

/* Assesses 'count' persons in order. 'done' becomes the number of persons answered: on an error, the index of
   the person who has it. The answers before that person are written, the others are not.

   Errors: as kz_assess(). On KZ_ERROR_NULL nothing is written, not even 'done'. */
KZ_NODISCARD
kz_status kz_assess_many(const kz_law *law,
                         const kz_facts *facts,
                         size_t count,
                         kz_assessment *out,
                         size_t *done);

/* Assesses 'count' persons whose facts are in columns: for large tables. Each person gets the answer of
   kz_assess(). An error of one person is in that person's status; the others get their answers.

   'edition' and 'age_reading' are as in kz_facts, for all persons.

   Errors: KZ_ERROR_EDITION_UNKNOWN. On an error of the call nothing is written. If the law is incomplete only
   on a later day, a person gets KZ_ERROR_LAW_INCOMPLETE only if 'holds_until' is wanted. */
KZ_NODISCARD
kz_status kz_assess_columns(const kz_law *law,
                            const kz_fact_columns *facts,
                            size_t count,
                            kz_edition edition,
                            kz_age_reading age_reading,
                            const kz_answer_columns *answers);

/* Says why an obligation comes out, or why it is possible: which rows of the law were passed over, and which
   fact excluded each. Call it for each of the 'obligations' of a kz_assessment.

   Errors: as kz_assess(); KZ_ERROR_NOT_POSSIBLE. */
KZ_NODISCARD
kz_status kz_explain(const kz_law *law,
                     const kz_facts *facts,
                     kz_obligation obligation,
                     kz_trace *out);

/* ==== Plan: by which steps is the document obtained? ======================================================
   The same facts and the same loop: while 'ask' is not 0, ask for that fact and call again. */

/* Whether the document can be obtained. */
typedef uint8_t kz_verdict;
#define KZ_VERDICT_FEASIBLE 1                            /* It can: by the steps named, or without any. */
/* It cannot: presence in Kazakhstan would come from the very document asked for. */
#define KZ_VERDICT_DEADLOCK 2
/* It cannot: the goals in blocked are out of reach. */
#define KZ_VERDICT_BLOCKED 3
/* The sources do not cover citizens, or citizens' documents. */
#define KZ_VERDICT_NOT_COVERED 4
#define KZ_VERDICT_NO_DOCUMENT 5                         /* Nothing is obtained on this occasion. */
#define KZ_VERDICT_DEPENDS 6                             /* It depends on facts that are not known. */

/* A step of a plan. Entering, leaving and obtaining the document are built into the engine: no law has
   rows for them. */
typedef uint8_t kz_step;
/* Have the passport translated, and the translation notarised. */
#define KZ_STEP_TRANSLATE_PASSPORT 1
#define KZ_STEP_IIN_AT_MISSION 2                         /* Obtain an IIN at a foreign establishment. */
#define KZ_STEP_IIN_IN_PERSON 3                          /* Obtain an IIN in person, in Kazakhstan. */
/* Obtain an IIN through another person, under a power of attorney. */
#define KZ_STEP_IIN_BY_PROXY 4
/* Have the prints taken at a foreign establishment, or at the office in the airport. */
#define KZ_STEP_FINGERPRINT_AT_MISSION 5
#define KZ_STEP_FINGERPRINT_IN_KAZAKHSTAN 6              /* Have the prints taken in Kazakhstan. */
#define KZ_STEP_ENTER 7                                  /* Enter Kazakhstan. */
#define KZ_STEP_LEAVE 8                                  /* Leave Kazakhstan. */
#define KZ_STEP_OBTAIN_DOCUMENT 9                        /* Obtain the document. */

/* What a plan has to reach. */
typedef uint8_t kz_goal;
#define KZ_GOAL_PRESENCE 1                               /* To be in Kazakhstan. */
#define KZ_GOAL_IIN 2                                    /* An IIN. */
/* A passport in a language that the authority takes, or its translation. */
#define KZ_GOAL_TRANSLATION 3
#define KZ_GOAL_FINGERPRINTS 4                           /* Fingerprints in the database. */
#define KZ_GOAL_DOCUMENT 5                               /* The document asked for. */

/* The most steps of one plan. */
#define KZ_PLAN_STEPS_MAX 6

/* The most provisions that are listed for one step. */
#define KZ_PLAN_STEP_PROVISIONS_MAX 8

/* The most provisions that a deadlock rests on. */
#define KZ_PLAN_BASIS_MAX 4

/* A step of a plan. */
typedef struct kz_plan_step {
  kz_step step;                          /* What to do. */
  uint8_t provision_count;               /* How many of 'provisions' are given. */
  /* What the step rests on. For KZ_STEP_OBTAIN_DOCUMENT: the provision that makes prints mandatory. */
  kz_provision provisions[KZ_PLAN_STEP_PROVISIONS_MAX];
} kz_plan_step;

/* The way to the document, or why there is none. As long as unknown facts can change the steps or the blocked
   goals, 'steps', 'blocked', 'basis' and 'ways_out' are empty. */
typedef struct kz_plan_answer {
  kz_verdict verdict;                    /* Whether the document can be obtained. */
  /* The fact to ask for next; 0: the answer is complete, or what is missing may not be asked for. */
  kz_fact ask;
  kz_law_known law;                      /* Whether the law is known on the decision date. */
  /* How many of 'steps' are given; none if the document is already held. */
  uint8_t step_count;
  /* The facts on which the answer still depends, declined ones included: a set of kz_fact. */
  kz_set relevant;
  /* If the document cannot be obtained: what cannot be reached, a set of kz_goal. */
  kz_set blocked;
  /* If a visa cannot be obtained: the channels through which it can, as far as the fingerprint rule goes, a
     set of kz_visa_channel. The sources do not say whether the person is eligible for them. */
  kz_set ways_out;
  kz_plan_step steps[KZ_PLAN_STEPS_MAX]; /* The steps, in order. */
  kz_provision basis[KZ_PLAN_BASIS_MAX]; /* What a deadlock rests on. */
  /* What may change the answer, such as developments outside the sources. */
  kz_provision cautions[KZ_CAUTIONS_MAX];
  uint8_t basis_count;                   /* How many of 'basis' are given. */
  uint8_t caution_count;                 /* How many of 'cautions' are given. */
  uint16_t reserved;                     /* Zero. */
} kz_plan_answer;

/* Says by which steps a person gets the document or an IIN; or why not, and which visa channels are ways out;
   or which fact to ask for next. It decides by edition 1 of the law alone.

   Errors: KZ_ERROR_EDITION_NOT_SUPPORTED; KZ_ERROR_BIRTH_AFTER_DECISION; KZ_ERROR_LAW_INCOMPLETE. */
KZ_NODISCARD
kz_status kz_plan(const kz_law *law,
                  const kz_facts *facts,
                  kz_plan_answer *out);

/* ==== Deadlines: by which day? ============================================================================
   The words of the law allow two readings, so a window has two last days: 'strict' and 'lenient'. */

/* A term: within how many days something is to be done. */
typedef uint8_t kz_term;
#define KZ_TERM_REGISTRATION 1                           /* Registration after crossing the border. */
#define KZ_TERM_MOVE 2                                   /* Registration anew after a change of address. */
#define KZ_TERM_IIN_MISSION 3                            /* An IIN from a foreign establishment. */
/* The host's notice of an arrival or a change of address. */
#define KZ_TERM_NOTICE 4

/* The kind of a term's outcome. */
typedef uint8_t kz_term_outcome;
/* The term is not in force on the day that decides it: the decision date or the day of the event. */
#define KZ_TERM_OUTCOME_NOT_IN_FORCE 1
/* The term does not cover the person: there is no window. */
#define KZ_TERM_OUTCOME_NOT_COVERED 2
#define KZ_TERM_OUTCOME_WINDOW 3                         /* There is a window. */

/* Whether a rule covers the person. */
typedef uint8_t kz_coverage;
#define KZ_COVERAGE_YES 1                                /* It covers the person. */
#define KZ_COVERAGE_NO 2                                 /* It does not cover the person. */
/* Not known; a window is valid if the rule covers the person. */
#define KZ_COVERAGE_UNKNOWN 3

/* What a ratified treaty says about the registration; 0: it is not known whether there is one. */
typedef uint8_t kz_treaty;
#define KZ_TREATY_NONE 1                                 /* There is none. */
#define KZ_TREATY_EXEMPT 2                               /* It exempts the person. */
#define KZ_TREATY_DAYS 3                                 /* It gives the person a number of days. */

/* How long citizens of the state from which the person arrived may stay without a visa. */
typedef uint8_t kz_stay_regime;
#define KZ_STAY_REGIME_UP_TO_90 1                        /* Up to ninety days. */
#define KZ_STAY_REGIME_OTHER 2                           /* Longer, or by visa only. */

/* How many days of the week are worked. */
typedef uint8_t kz_week;
#define KZ_WEEK_FIVE 1                                   /* Saturday and Sunday are rest days. */
#define KZ_WEEK_SIX 2                                    /* Sunday is the rest day. */

/* How sure a year's calendar is. */
typedef uint8_t kz_certainty;
#define KZ_CERTAINTY_PUBLISHED 1                         /* As published. */
#define KZ_CERTAINTY_PROJECTED 2                         /* Expected: days declared later are not included. */

/* Why a day is off. A holiday that falls on a rest day is reported as the holiday. */
typedef uint8_t kz_reason;
#define KZ_REASON_REST_DAY 1                             /* A rest day of the week. */
/* A day off in place of a holiday that fell on a rest day. */
#define KZ_REASON_SUBSTITUTE 2
/* A day off in exchange for a rest day that is worked. */
#define KZ_REASON_TRANSFER 3
/* A day off in a caller's calendar, or a holiday that has no name here yet. */
#define KZ_REASON_DAY_OFF 4
#define KZ_REASON_NEW_YEAR 5                             /* New Year. */
#define KZ_REASON_ORTHODOX_CHRISTMAS 6                   /* Orthodox Christmas. */
#define KZ_REASON_WOMENS_DAY 7                           /* International Women's Day. */
#define KZ_REASON_CONSTITUTION_DAY 8                     /* Constitution Day. */
#define KZ_REASON_NAURYZ 9                               /* Nauryz. */
#define KZ_REASON_UNITY_DAY 10                           /* The Day of the Unity of the People. */
#define KZ_REASON_DEFENDER_DAY 11                        /* Defender's Day. */
#define KZ_REASON_VICTORY_DAY 12                         /* Victory Day. */
#define KZ_REASON_KURBAN_AIT 13                          /* The first day of Kurban Ait. */
#define KZ_REASON_CAPITAL_DAY 14                         /* Capital Day. */
#define KZ_REASON_REPUBLIC_DAY 15                        /* Republic Day. */
#define KZ_REASON_INDEPENDENCE_DAY 16                    /* Independence Day. */

/* The state of a day in a window. */
typedef uint8_t kz_day_state;
#define KZ_DAY_STATE_OPEN 1                              /* Before the strict day. */
#define KZ_DAY_STATE_DUE_TODAY 2                         /* The strict day. */
/* After the strict day, not after the lenient one: late in one reading. In a transitional window, every day after the strict one. */
#define KZ_DAY_STATE_CONTESTED 3
#define KZ_DAY_STATE_OVERDUE 4                           /* After the lenient day: late in every reading. */
/* After the last day of the allowed stay: the registration is refused, on the ground whose finding is stay_exceeded. */
#define KZ_DAY_STATE_BARRED 5
/* Only in a registration case: the host has to answer, and the rules set no term for that. */
#define KZ_DAY_STATE_WITH_HOST 6

/* The most skipped days that are listed. */
#define KZ_SKIPPED_MAX 8

/* A question about a deadline. All zero but 'from' and 'on': nothing else is known. */
typedef struct kz_term_question {
  /* The day of the event: of crossing the border, of changing the address, of filing. Must be given. */
  kz_date from;
  /* The decision date: the day asked about. Must be given, and not before 'from'. */
  kz_date on;
  kz_date stay_until;                    /* The last day of the allowed stay, if known. */
  /* The days that the treaty gives, from 1 to 366; 0: 'treaty' is not KZ_TREATY_DAYS. */
  uint16_t treaty_days;
  kz_treaty treaty;                      /* What a ratified treaty says about registration. */
  kz_week week;                          /* The working week; 0: five days. */
  kz_stay_regime stay_regime;            /* The stay regime of the state that the person arrived from. */
  kz_standing standing;                  /* Citizen, foreigner or stateless. */
  /* Whether the person arrived to live in Kazakhstan, temporarily or permanently. */
  kz_answer arrived_to_live;
  uint8_t reserved;                      /* Zero. */
} kz_term_question;

/* A day off that was skipped. */
typedef struct kz_skipped_day {
  kz_date date;                          /* The day. */
  kz_reason reason;                      /* Why it is off. */
  uint8_t reserved[3];                   /* Zero. */
} kz_skipped_day;

/* The days off that were skipped on the way to a deadline. */
typedef struct kz_skipped {
  uint16_t count;                        /* How many there are in all. */
  uint8_t listed;                        /* How many of 'days' are given: the first ones. */
  uint8_t reserved;                      /* Zero. */
  kz_skipped_day days[KZ_SKIPPED_MAX];   /* The first skipped days. */
} kz_skipped;

/* The answer to a question about a deadline. Without a window, 'strict', 'lenient', 'stay_until', 'certainty',
   'transitional' and the skipped days are zero. */
typedef struct kz_window {
  kz_term_outcome outcome;               /* Not in force, not covered, or a window. */
  /* Whether the term covers the person, in force or not; 0: the law does not say whom it covers, or this is the window
     of a case. */
  kz_coverage covered;
  /* Yes: the event was before the rules came into force. They do not say what applies: the window is an
     interpretation, and nobody is overdue. */
  kz_answer transitional;
  /* Projected if the calendar of the year of 'strict' or 'lenient' is. */
  kz_certainty certainty;
  /* Acting by this day is in time in every reading of the law. Tell people this day. */
  kz_date strict;
  /* Acting after this day is late in every reading. Never before 'strict'. */
  kz_date lenient;
  kz_date stay_until;                    /* The last day of the allowed stay, if it is known and matters. */
  /* The provision that sets the term. Without a window: the one that says when it is in force, or that
     excludes the person. */
  kz_provision provision;
  kz_provision covered_by;               /* The provision that makes 'covered' no or unknown; 0: none. */
  /* What may change the answer, such as developments outside the sources. */
  kz_provision cautions[KZ_CAUTIONS_MAX];
  uint8_t caution_count;                 /* How many of 'cautions' are given. */
  /* Whether the law is known on the decision date; 0 in the window of a case. */
  kz_law_known law;
  kz_skipped strict_skipped;             /* The days off skipped on the way to 'strict'. */
  kz_skipped lenient_skipped;            /* The days off skipped on the way to 'lenient'. */
} kz_window;

/* Where a day stands in a window. */
typedef struct kz_window_day {
  /* Where the day stands; 0: no window is running (from kz_case_day() alone). */
  kz_day_state state;
  uint8_t reserved[3];                   /* Zero. */
  int32_t days_left;                     /* Calendar days to the strict day; negative after it. */
  /* Calendar days after the lenient day; 0 until then, and always in a transitional window. */
  int32_t days_late;
} kz_window_day;

/* Says by which day something must be done, or is ready, after an event: see kz_term. 'years': as for
   kz_is_working_day().

   Errors: KZ_ERROR_BAD_KIND for 'term'; KZ_ERROR_BAD_TREATY also for 'treaty_days' without KZ_TREATY_DAYS; KZ_ERROR_BAD_CALENDAR for
   'years'; KZ_ERROR_DECISION_BEFORE_EVENT; KZ_ERROR_TREATY_DAYS for KZ_TREATY_DAYS without 1 to 366
   of them, only of KZ_TERM_REGISTRATION in force;
   KZ_ERROR_CALENDAR_NOT_COVERED; KZ_ERROR_LAW_INCOMPLETE if the law has no such term. */
KZ_NODISCARD
kz_status kz_window_get(const kz_law *law,
                        kz_term term,
                        const kz_term_question *question,
                        const kz_year *years,
                        size_t year_count,
                        kz_window *out);

/* Says where a day stands in a window, and how many days are left or late.

   Errors: KZ_ERROR_BAD_WINDOW if 'window' does not hold one. */
KZ_NODISCARD
kz_status kz_window_state(const kz_window *window, kz_date on, kz_window_day *out);

/* ==== Stays without a visa, and countries ================================================================= */

/* How a day relates to the stay without a visa. */
typedef uint8_t kz_stay_state;
#define KZ_STAY_STATE_IN_TIME 1                          /* The stay is lawful in both readings. */
#define KZ_STAY_STATE_CONTESTED 2                        /* The stay is lawful in the lenient reading only. */
#define KZ_STAY_STATE_OVERSTAYED 3                       /* The stay is lawful in neither reading. */
#define KZ_STAY_STATE_OUTSIDE 4                          /* No stay is going on. */
#define KZ_STAY_STATE_UNKNOWN 5                          /* There is no rule to judge by. */

/* The kind of a stay's last lawful day; 0: no stay is going on, or there is no rule. */
typedef uint8_t kz_last_day_kind;
#define KZ_LAST_DAY_KIND_DAY 1                           /* A day. */
#define KZ_LAST_DAY_KIND_UNLIMITED 2                     /* No day is unlawful. */
#define KZ_LAST_DAY_KIND_NEVER 3                         /* The first day is unlawful already. */

/* The kind of a foreign establishment of Kazakhstan. */
typedef uint8_t kz_mission_kind;
#define KZ_MISSION_KIND_EMBASSY 1                        /* An embassy. */
#define KZ_MISSION_KIND_CONSULATE_GENERAL 2              /* A consulate general. */
/* Another one, such as a consulate or a diplomatic mission. */
#define KZ_MISSION_KIND_OTHER 3

/* The most provisions that an answer on a country names. */
#define KZ_COUNTRY_PROVISIONS_MAX 2

/* How long one may stay without a visa. All zero: not known. */
typedef struct kz_stay_rule {
  uint16_t per_entry;                    /* The most days of one stay, from 1 to 366; 0: not known. */
  /* The most days within any 'window' days, from 1 to 'window'; 0: not known, and neither is 'window'. */
  uint16_t total;
  /* The length of the window in days, from 1 to 366; 0: not known, and neither is 'total'. */
  uint16_t window;
} kz_stay_rule;

/* A stay in Kazakhstan. */
typedef struct kz_stay {
  kz_date entered;                       /* The day of entry. Must be given. */
  kz_date left;                          /* The day of leaving; not given: the stay is going on. */
} kz_stay;

/* The last day up to which a stay is lawful without a break. */
typedef struct kz_last_day {
  kz_date day;                           /* The day, if 'kind' says that there is one. */
  /* A day, unlimited or never; 0: no stay is going on, or no rule is known. */
  kz_last_day_kind kind;
  uint8_t reserved;                      /* Zero. */
} kz_last_day;

/* The result of counting stays, in two readings: strict counts the day of entry, lenient does not. */
typedef struct kz_stay_answer {
  /* Strict: the days used in the window that ends on the decision date; without a window, in the stay going
     on. */
  uint32_t used_strict;
  uint32_t used_lenient;                 /* The same, lenient. */
  kz_last_day last_strict;               /* Strict: the last lawful day of the stay going on. */
  kz_last_day last_lenient;              /* The same, lenient. */
  /* If 'state' is KZ_STAY_STATE_OUTSIDE: the first day from the decision date on which an entry is lawful, strict; not
     given: none up to 9999-12-31. Else not given. */
  kz_date next_entry;
  kz_stay_state state;                   /* Where the decision date stands. */
  uint8_t reserved[3];                   /* Zero. */
} kz_stay_answer;

/* What a law says about a country on a day. What it does not say is zero. */
typedef struct kz_country_answer {
  kz_stay_rule stay;                     /* How long its citizens may stay without a visa. */
  /* For how many days a treaty requires no registration; 0: the law names no such treaty. */
  uint16_t treaty;
  /* The provisions on the stay and the treaty. They are reports. */
  kz_provision provisions[KZ_COUNTRY_PROVISIONS_MAX];
  uint8_t provision_count;               /* How many of 'provisions' are given. */
  /* Yes: embassies and consulates general there are in the IIN pilot. 0: not known. */
  kz_answer pilot;
  kz_stay_regime stay_regime;            /* The stay regime that follows from 'stay'. */
  kz_law_known law;                      /* Whether the law is known on the day. */
} kz_country_answer;

/* Counts the days that a person stayed without a visa: how many are used, which day is the last lawful one,
   and from which day on a new entry is lawful.

   'stays': all stays so far, in order. Only the last may be going on. A stay may begin on the day on which the
   one before it ended. The array is read about twenty times.

   Errors: KZ_ERROR_BAD_STAYS for a day in 'stays'; KZ_ERROR_STAY_RULE; KZ_ERROR_STAY_ORDER;
   KZ_ERROR_STAY_AFTER_DECISION. */
KZ_NODISCARD
kz_status kz_stay_count(kz_date on,
                        const kz_stay_rule *rule,
                        const kz_stay *stays,
                        size_t count,
                        kz_stay_answer *out);

/* Says what the law has about a country on a day: the IIN pilot there, the stay of its citizens without a
   visa, and a treaty on their registration.

   'country': an ISO 3166-1 code of 'length' bytes: two or three capital letters, or three digits. If the law
   does not have the country, all is zero but 'law'.

   Errors: KZ_ERROR_COUNTRY_CODE if the code does not have this form. */
KZ_NODISCARD
kz_status kz_country_get(const kz_law *law,
                         kz_date on,
                         const char *country,
                         size_t length,
                         kz_country_answer *out);

/* Says whether a foreign establishment takes part in the IIN pilot on a day. Yes: it is an embassy or a
   consulate general, and the law names a provision for its country that applies on that day. 0: not known.

   'kind' 0: not known. 'country': as for kz_country_get().

   Errors: KZ_ERROR_BAD_MISSION_KIND for 'kind'; KZ_ERROR_COUNTRY_CODE. */
KZ_NODISCARD
kz_status kz_mission_in_pilot(const kz_law *law,
                              kz_date on,
                              kz_mission_kind kind,
                              const char *country,
                              size_t length,
                              kz_answer *out);

/* ==== Registration of an immigrant ========================================================================
   A case is 80 bytes that the program stores. Events move it from state to state. Store two copies of each
   case, and write them in turn. The checksum finds damage. It does not protect against manipulation, against an
   older copy that is put back (rollback, replay), or against swapped cases. For that, store with each case whose
   it is, a counter that only rises, and a MAC over all of it. */

/* What can happen to a registration case. */
typedef uint8_t kz_event;
/* The immigrant submits the data and the place of stay. */
#define KZ_EVENT_SUBMIT 1
#define KZ_EVENT_HOST_CONFIRMS 2                         /* The host, who provides the place, confirms. */
#define KZ_EVENT_HOST_DECLINES 3                         /* The host refuses. */
#define KZ_EVENT_DATA_FOUND_FALSE 4                      /* The data submitted are found untrue. */
#define KZ_EVENT_MOVE 5                                  /* The address changes. */
#define KZ_EVENT_STAY_EXTENDED 6                         /* The allowed stay is extended. */
#define KZ_EVENT_DEPARTS 7                               /* The immigrant leaves Kazakhstan. */

/* The state of a registration case. */
typedef uint8_t kz_case_state;
/* Nothing is submitted, and nothing was ever confirmed. */
#define KZ_CASE_STATE_NEW 1
/* Submitted; the host, who provides the place, has to answer. */
#define KZ_CASE_STATE_AWAITING_HOST 2
#define KZ_CASE_STATE_REGISTERED 3                       /* The last submission is confirmed. */
#define KZ_CASE_STATE_REFUSED 4                          /* The last submission is refused. */
/* The address changed after a registration, which stands until a new one is confirmed. */
#define KZ_CASE_STATE_MOVED 5
#define KZ_CASE_STATE_DEPARTED 6                         /* The person left Kazakhstan: nothing follows. */

/* What a submission states about a person. */
typedef uint8_t kz_data_item;
#define KZ_DATA_ITEM_SURNAME 1                           /* The surname. */
#define KZ_DATA_ITEM_GIVEN_NAME 2                        /* The given name. */
/* The patronymic, if the person has one: the only item that may be left out. */
#define KZ_DATA_ITEM_PATRONYMIC 3
#define KZ_DATA_ITEM_BIRTH_DATE 4                        /* The date of birth. */
#define KZ_DATA_ITEM_PASSPORT 5                          /* The data of the passport. */
#define KZ_DATA_ITEM_HOST 6                              /* The data of the person who provides the place. */
#define KZ_DATA_ITEM_ADDRESS 7                           /* The address. */

/* Where an immigrant can be registered. */
typedef uint8_t kz_place_of_stay;
#define KZ_PLACE_OF_STAY_HOUSE 1                         /* A dwelling house. */
#define KZ_PLACE_OF_STAY_APARTMENT 2                     /* A flat. */
#define KZ_PLACE_OF_STAY_DORMITORY 3                     /* A dormitory. */
#define KZ_PLACE_OF_STAY_HOTEL 4                         /* A hotel. */
#define KZ_PLACE_OF_STAY_HOLIDAY_HOME 5                  /* A holiday home. */
#define KZ_PLACE_OF_STAY_SANATORIUM 6                    /* A sanatorium. */
/* Another building, or premises, used for people to live in. */
#define KZ_PLACE_OF_STAY_OTHER_RESIDENTIAL 7

/* What can be refused. */
typedef uint8_t kz_procedure;
/* The IIN at a foreign establishment, in the pilot. */
#define KZ_PROCEDURE_PILOT_IIN 1
#define KZ_PROCEDURE_REGISTRATION 2                      /* The registration of an immigrant. */

/* What was found about an application. */
typedef uint8_t kz_finding;
#define KZ_FINDING_FALSE_DATA 1                          /* Documents or data are untrue. */
#define KZ_FINDING_NONCOMPLIANT_DATA 2                   /* The data do not meet the legal requirements. */
#define KZ_FINDING_HAS_IIN 3                             /* The person already has an IIN. */
#define KZ_FINDING_STAY_EXCEEDED 4                       /* The person has overstayed. */
#define KZ_FINDING_HOST_DECLINED 5                       /* The host refuses. */

/* What may help against a refusal. Each is an inference: the sources name no cure. */
typedef uint8_t kz_cure;
#define KZ_CURE_SUBMIT_TRUE_DATA 1                       /* Submit true data. */
#define KZ_CURE_USE_EXISTING_IIN 2                       /* Use the IIN that exists. */
#define KZ_CURE_ANOTHER_PLACE_OR_CONSENT 3               /* Find another place, or win the host's consent. */

/* A field of the registration certificate, in the order of the annex. */
typedef uint8_t kz_certificate_field;
#define KZ_CERTIFICATE_FIELD_APPLICATION_NUMBER 1        /* The number of the application. */
#define KZ_CERTIFICATE_FIELD_SURNAME 2                   /* The surname. */
#define KZ_CERTIFICATE_FIELD_GIVEN_NAME 3                /* The given name. */
#define KZ_CERTIFICATE_FIELD_PATRONYMIC 4                /* The patronymic, if the person has one. */
#define KZ_CERTIFICATE_FIELD_PASSPORT 5                  /* The series and number of the passport. */
#define KZ_CERTIFICATE_FIELD_CITIZENSHIP 6               /* The citizenship. */
#define KZ_CERTIFICATE_FIELD_ADDRESS 7                   /* The address in Kazakhstan. */
#define KZ_CERTIFICATE_FIELD_STAY 8                      /* The term of stay. */
#define KZ_CERTIFICATE_FIELD_HOST_IIN 9                  /* The IIN of the person who provides the place. */
#define KZ_CERTIFICATE_FIELD_HOST_SURNAME 10             /* That person's surname. */
#define KZ_CERTIFICATE_FIELD_HOST_GIVEN_NAME 11          /* That person's given name. */
#define KZ_CERTIFICATE_FIELD_HOST_PATRONYMIC 12          /* That person's patronymic, if there is one. */
#define KZ_CERTIFICATE_FIELD_QR 13                       /* The content of the QR code, if it is known. */

/* How many of the last events a case remembers. */
#define KZ_HISTORY_MAX 8

/* How a case begins. All zero but 'arrived_on': nothing else is known. */
typedef struct kz_arrival {
  kz_date arrived_on;                    /* The day of arrival. Must be given. */
  kz_date stay_until;                    /* The last day of the allowed stay, if known. */
  /* The days that the treaty gives, from 1 to 366; 0: 'treaty' is not KZ_TREATY_DAYS. */
  uint16_t treaty_days;
  /* What a ratified treaty says about registration. An exempt person has no case: KZ_TREATY_EXEMPT is an
     error. */
  kz_treaty treaty;
  kz_week week;                          /* The working week; 0: five days. */
} kz_arrival;

/* A registration case. It holds no names or numbers of the person. The program may store its bytes anywhere
   and read them back later, on any machine.

   kz_case_init() makes a case, kz_case_apply() changes it, kz_case_get() reads it. Every function that takes a
   case first checks its CRC-32, which finds up to four flipped bits and any burst of up to 32. A zeroed case
   is refused, and so is one that no sequence of events leads to, even with a right checksum. */
typedef struct kz_case {
  uint8_t version[4];                    /* "KZC", and the version of the layout. */
  uint8_t body[72];                      /* The data of the case. */
  uint8_t checksum[4];                   /* The checksum of all bytes before it, low byte first. */
} kz_case;

/* An event to apply to a case. */
typedef struct kz_case_event {
  kz_date on;                            /* The day. Must be given. */
  /* For KZ_EVENT_STAY_EXTENDED: the new last day of the stay, which must be given. Else not given. */
  kz_date stay_until;
  /* For KZ_EVENT_SUBMIT: the items that are stated, a set of kz_data_item. Else 0. */
  kz_set data;
  kz_event event;                        /* What happens. Must be given. */
  /* For KZ_EVENT_SUBMIT: the place; 0: none of those where people are registered. Else 0. */
  kz_place_of_stay place;
  uint8_t reserved[2];                   /* Zero. */
} kz_case_event;

/* A past event of a case. */
typedef struct kz_past_event {
  kz_date on;                            /* The day. */
  kz_event event;                        /* What happened. */
  kz_case_state state;                   /* Where the case stood after it. */
  uint8_t reserved[2];                   /* Zero. */
} kz_past_event;

/* The contents of a case. */
typedef struct kz_case_view {
  kz_date arrived_on;                    /* The day of arrival. */
  kz_date stay_until;                    /* The last day of the allowed stay; not given: not known. */
  kz_date registered_on;                 /* The day of the last confirmation; not given: none. */
  /* The last day on which a registration ended, by departure or by a newer one; not given: none did. */
  kz_date deregistered_on;
  /* The day of the last move since the last confirmation; not given: none. */
  kz_date moved_on;
  kz_date earliest;                      /* The earliest day that the next event may have. */
  uint16_t treaty_days;                  /* The days that a treaty gives; 0: none does. */
  uint16_t registrations;                /* How many registrations were confirmed; 65535: or more. */
  uint16_t events;                       /* How many events the case took; 65535: or more. */
  /* The law's ground for the refusal; 0: it names none, or the case is not refused. */
  kz_provision ground;
  kz_set possible;                       /* The events that are possible now, a set of kz_event. */
  kz_treaty treaty;                      /* What a treaty says about registration. */
  kz_week week;                          /* The working week. */
  kz_case_state state;                   /* Where the case stands. */
  kz_finding finding;                    /* Why the last submission is refused; 0: it is not. */
  uint8_t history_count;                 /* How many of 'history' are given. */
  uint8_t reserved[3];                   /* Zero. */
  kz_past_event history[KZ_HISTORY_MAX]; /* The last events, oldest first. */
} kz_case_view;

/* A ground for refusal. All zero: the finding is none. */
typedef struct kz_refusal {
  kz_provision ground;                   /* The ground. */
  kz_cure cure;                          /* What may help; 0: nothing is known to. */
  /* Yes: the cure is an inference; no source names it. 0 without a cure. */
  kz_answer inferred;
} kz_refusal;

/* The contents of a registration certificate (R923-CERTIFICATE), which the state's system issued.

   Texts are UTF-8 and end with a NUL: at most 64 bytes for numbers, 256 for names and the citizenship, 512 for the
   address and the QR code. Each must be given unless it may be NULL, and must contain a visible character. These are errors:
   control characters, and Unicode characters that break lines, change the writing direction or are invisible. */
typedef struct kz_certificate {
  const char *application_number;        /* The number of the application. */
  const char *surname;                   /* The surname. */
  const char *given_name;                /* The given name. */
  const char *patronymic;                /* The patronymic; NULL: none. */
  const char *passport;                  /* The series and number of the passport. */
  const char *citizenship;               /* The citizenship. */
  const char *address;                   /* The address in Kazakhstan. */
  const char *host_iin;                  /* The IIN of the person who provides the place. */
  const char *host_surname;              /* That person's surname. */
  const char *host_given_name;           /* That person's given name. */
  const char *host_patronymic;           /* That person's patronymic; NULL: none. */
  const char *qr;                        /* The content of the QR code; NULL: not known. */
  kz_date stay_from;                     /* The first day of the term of stay. Must be given. */
  kz_date stay_until;                    /* The last day of the term of stay. Must be given. */
} kz_certificate;

/* The first fault of a certificate. */
typedef struct kz_certificate_fault {
  kz_status fault;                       /* What is wrong with the field; KZ_OK: nothing. */
  kz_certificate_field field;            /* The first faulty field, in the order of the annex; 0: none. */
  uint8_t reserved[3];                   /* Zero. */
} kz_certificate_fault;

/* Starts the case of an immigrant who arrived.

   Errors: KZ_ERROR_BAD_TREATY also for 'treaty_days' without KZ_TREATY_DAYS; KZ_ERROR_TREATY_DAYS for KZ_TREATY_DAYS
   without 1 to 366 of them; KZ_ERROR_STAY_BEFORE_ARRIVAL. */
KZ_NODISCARD
kz_status kz_case_init(const kz_arrival *arrival,
                       kz_case *out);

/* Applies an event to a case. On an error the case stays as it was.

   Errors: KZ_ERROR_CASE_FOREIGN; KZ_ERROR_CASE_DAMAGED; KZ_ERROR_BAD_DATE for 'on'; KZ_ERROR_BAD_PLACE_OF_STAY
   for 'place'; then, in this order, KZ_ERROR_LAW_INCOMPLETE if the law has no term for registration;
   KZ_ERROR_NOT_IN_FORCE; KZ_ERROR_DATE_BACKWARDS (kz_case_get() tells the earliest day);
   KZ_ERROR_INVALID_EVENT (it tells the possible events); KZ_ERROR_MISSING_DATA (kz_data_missing() tells the
   items); KZ_ERROR_PLACE_NOT_ELIGIBLE; KZ_ERROR_STAY_NOT_EXTENDED. */
KZ_NODISCARD
kz_status kz_case_apply(const kz_law *law,
                        kz_case *registration,
                        const kz_case_event *event);

/* Reads a case: its state, its days, its history.

   Errors: KZ_ERROR_CASE_FOREIGN; KZ_ERROR_CASE_DAMAGED. */
KZ_NODISCARD
kz_status kz_case_get(const kz_law *law,
                      const kz_case *registration,
                      kz_case_view *out);

/* Gives the window that is running: the registration's until the first confirmation, then the last move's. It
   holds if the term covers the person, which a case does not know: 'covered', 'covered_by', 'law' and the cautions
   are not filled in. All is zero if no window is running: the
   person is registered or departed, or the rules are not in force. 'years': as for kz_is_working_day().

   Errors: as kz_case_get(); KZ_ERROR_BAD_CALENDAR for 'years'; KZ_ERROR_CALENDAR_NOT_COVERED;
   KZ_ERROR_LAW_INCOMPLETE if the law has no such term. */
KZ_NODISCARD
kz_status kz_case_window(const kz_law *law,
                         const kz_case *registration,
                         const kz_year *years,
                         size_t year_count,
                         kz_window *out);

/* Says where a day stands in the window that is running. The state is KZ_DAY_STATE_WITH_HOST on every day
   while the case awaits the host, and 0 if no window is running on that day; in both cases the days are 0.
   'years': as for kz_is_working_day().

   Errors: as kz_case_window(); KZ_ERROR_DECISION_BEFORE_EVENT if the day is before the arrival or the move
   that opened the window. */
KZ_NODISCARD
kz_status kz_case_day(const kz_law *law,
                      const kz_case *registration,
                      kz_date on,
                      const kz_year *years,
                      size_t year_count,
                      kz_window_day *out);

/* Says which required items are missing in a submission that states these: both are sets of kz_data_item.

   Errors: KZ_ERROR_BAD_DATA for 'stated'. */
KZ_NODISCARD
kz_status kz_data_missing(kz_set stated,
                          kz_set *missing);

/* Says on which ground a finding leads to a refusal in a procedure, and what may help against it. */
KZ_NODISCARD
kz_status kz_refusal_get(const kz_law *law,
                         kz_procedure procedure,
                         kz_finding finding,
                         kz_refusal *out);

/* Says which field of a certificate is faulty, and why.

   The faults of a text are KZ_ERROR_TEXT_TOO_LONG, KZ_ERROR_TEXT_NOT_UTF8, KZ_ERROR_TEXT_CONTROL and
   KZ_ERROR_TEXT_MISSING; of the host's IIN KZ_ERROR_TEXT_MISSING and those of kz_iin_check(); of the stay
   KZ_ERROR_DATE_NOT_SUPPORTED (a day is missing or not valid) and KZ_ERROR_STAY_REVERSED. A text that is NULL and
   must be given is KZ_ERROR_TEXT_MISSING. They are in 'out': the function itself returns
   KZ_OK. */
KZ_NODISCARD
kz_status kz_certificate_check(const kz_certificate *certificate,
                               kz_certificate_fault *out);

/* Writes a copy of the certificate of a registered case, marked as a copy, as text in Kazakh and Russian. The
   text ends with a NUL, its lines with a line feed. Only the state's system issues the certificate itself and
   its number.

   'needed' becomes the bytes of the text with its NUL, also on KZ_ERROR_BUFFER_TOO_SMALL; then nothing is
   written to 'buffer'. 'buffer' may be NULL if 'capacity' is 0.

   Errors: KZ_ERROR_CASE_FOREIGN; KZ_ERROR_CASE_DAMAGED; KZ_ERROR_NOT_REGISTERED; the faults of
   kz_certificate_check(), which says in which field; KZ_ERROR_BUFFER_TOO_SMALL. */
KZ_NODISCARD
kz_status kz_certificate_render(const kz_case *registration,
                                const kz_certificate *certificate,
                                char *buffer,
                                size_t capacity,
                                size_t *needed);

/* ==== QR code ============================================================================================= */

/* The bytes of each buffer for a code of up to 97 modules a side: up to 666 bytes of ASCII, or 665 of other
   text. */
#define KZ_QR_BUFFER 1178

/* The bytes of each buffer for any code, up to 177 modules a side: up to 2331 bytes of ASCII, or 2330 of other
   text. */
#define KZ_QR_BUFFER_MAX 3918

#if KZ_HAS_QR
/* Encodes a text of 'length' bytes as the smallest possible QR code; it stays readable if 15% of it are lost.
   'side' becomes the number of modules on each side. 'modules' gets one bit for each, row by row: see
   KZ_QR_IS_DARK(). Add a margin of four light modules around it. If the text is not ASCII, the code says that
   it is UTF-8 (ECI 26).

   'scratch' and 'modules': two buffers of KZ_QR_BUFFER or KZ_QR_BUFFER_MAX bytes, or less for a short text.
   They must not be NULL or overlap. Both may be overwritten even on an error.

   Errors: KZ_ERROR_TEXT_MISSING; KZ_ERROR_TEXT_NOT_UTF8; KZ_ERROR_QR_TOO_LONG if the code does not fit in the
   buffers. */
KZ_NODISCARD
kz_status kz_qr_encode(const char *content,
                       size_t length,
                       uint8_t *scratch,
                       size_t scratch_capacity,
                       uint8_t *modules,
                       size_t modules_capacity,
                       uint8_t *side);
#endif

/* Whether the module in column x of row y of a QR code is dark: 1 or 0. It evaluates its arguments more than
   once. */
#define KZ_QR_IS_DARK(modules, side, x, y) \
    (((modules)[((y) * (side) + (x)) / 8] >> (((y) * (side) + (x)) % 8)) & 1u)

/* ==== IIN: the individual identification number =========================================================== */

/* The sex that an IIN hints at. */
typedef uint8_t kz_sex;
#define KZ_SEX_MALE 1                                    /* Male. */
#define KZ_SEX_FEMALE 2                                  /* Female. */

/* The most provisions that a way to an IIN rests on. */
#define KZ_IIN_WAY_PROVISIONS_MAX 8

/* What the digits of an IIN suggest. Never decide by it: since 2013 the digits have no such meaning in law. */
typedef struct kz_iin_hint {
  kz_date birth;                         /* The birth date; not given: no hint. */
  kz_sex sex;                            /* The sex; 0: no hint. */
  uint8_t reserved[3];                   /* Zero. */
} kz_iin_hint;

/* A way to obtain an IIN, for a person and a day. */
typedef struct kz_iin_way_info {
  /* The step of a plan that takes this way; 0: there is no such way. */
  kz_step step;
  /* Whether it is open to the person; 0: that depends on unknown facts. */
  kz_answer open;
  uint8_t provision_count;               /* How many of 'provisions' are given. */
  uint8_t reserved;                      /* Zero. */
  /* The provisions that the way rests on and that apply on the day. */
  kz_provision provisions[KZ_IIN_WAY_PROVISIONS_MAX];
} kz_iin_way_info;

/* What an application for an IIN at a foreign establishment needs. All is 0 but 'running' if that way is
   closed to everybody on the day. */
typedef struct kz_pilot_papers {
  kz_answer running;                     /* Whether the way is open on the day. */
  kz_answer translation;                 /* Whether a notarised translation is needed; 0: not known. */
  /* Whether that notarisation must be legalised or bear an apostille; 0: not known. */
  kz_answer legalisation;
  uint8_t provision_count;               /* How many of 'provisions' are given. */
  /* The provisions that the way rests on. kz_window_get() says when the IIN is ready. */
  kz_provision provisions[KZ_IIN_WAY_PROVISIONS_MAX];
} kz_pilot_papers;

/* Checks an IIN.

   Errors, in this order: KZ_ERROR_IIN_LENGTH; KZ_ERROR_IIN_DIGIT; KZ_ERROR_IIN_UNISSUABLE;
   KZ_ERROR_IIN_CHECK_DIGIT. */
KZ_NODISCARD
kz_status kz_iin_check(const char *iin, size_t length, kz_iin_hint *out);

/* Gives a way to an IIN, and says whether it is open to a person with these facts. 'place': its number, from
   0, among the ways that are open to somebody on the day 'on' of the facts, in order of preference. */
KZ_NODISCARD
kz_status kz_iin_way_at(const kz_law *law,
                        const kz_facts *facts,
                        uint8_t place,
                        kz_iin_way_info *out);

/* Says what an application for an IIN needs if it is filed at a foreign establishment on a day.

   'latin_or_cyrillic': whether the document shows the person's data in Latin or Cyrillic letters.
   'convention_state': whether the translation is notarised in a state party to one of the two conventions that
   make legalisation unnecessary (Minsk, Chisinau). Either may be 0: not known. */
KZ_NODISCARD
kz_status kz_iin_papers(const kz_law *law,
                        kz_date on,
                        kz_answer latin_or_cyrillic,
                        kz_answer convention_state,
                        kz_pilot_papers *out);

/* ==== Passports: the machine-readable zone ================================================================ */

/* The kind of a document with a zone. */
typedef uint8_t kz_mrz_document;
/* A passport, or another document in place of one: P. */
#define KZ_MRZ_DOCUMENT_PASSPORT 1
/* Another travel document, such as an identity card or a residence permit: A, C or I. */
#define KZ_MRZ_DOCUMENT_CARD 2
#define KZ_MRZ_DOCUMENT_CREW_CERTIFICATE 3               /* A crew member certificate: AC. */
#define KZ_MRZ_DOCUMENT_VISA 4                           /* A visa of any country: V. */

/* The size of a document, and so the layout of its zone. */
typedef uint8_t kz_mrz_layout;
#define KZ_MRZ_LAYOUT_TD1 1                              /* A card: three lines of 30 characters (part 5). */
#define KZ_MRZ_LAYOUT_TD2 2                              /* A larger card: two lines of 36 (part 6). */
#define KZ_MRZ_LAYOUT_TD3 3                              /* A passport: two lines of 44 (part 4). */
/* A visa on a page of its own: two lines of 44 (part 7). */
#define KZ_MRZ_LAYOUT_MRV_A 4
#define KZ_MRZ_LAYOUT_MRV_B 5                            /* A smaller visa: two lines of 36 (part 7). */

/* What a zone says about the holder's nationality. */
typedef uint8_t kz_mrz_nationality;
#define KZ_MRZ_NATIONALITY_COUNTRY 1                     /* A citizen of a country, whose code it gives. */
#define KZ_MRZ_NATIONALITY_STATELESS 2                   /* A stateless person: XXA. */
/* A refugee, who may have a nationality or none: XXB or XXC. */
#define KZ_MRZ_NATIONALITY_REFUGEE 3
/* No country: unspecified (XXX), an organisation (EUE, UNA, UNK, UNO, and other codes that begin with X), or British but not a citizen (GBD, GBN, GBO, GBP, GBS). */
#define KZ_MRZ_NATIONALITY_UNSPECIFIED 4

/* What was expected at a place in a zone. */
typedef uint8_t kz_mrz_expected;
/* Two lines of 44 or of 36 characters, or three of 30: a line is missing, too many, too short or too long. */
#define KZ_MRZ_EXPECTED_LINE 1
/* A capital letter from A to Z, a digit or the filler <. */
#define KZ_MRZ_EXPECTED_CHARACTER 2
/* A kind of document with lines of this length: P or V for 44 characters; A, C, I or V for 36; A, C or I for 30. */
#define KZ_MRZ_EXPECTED_DOCUMENT 3
#define KZ_MRZ_EXPECTED_LETTER 4                         /* A letter or the filler. */
#define KZ_MRZ_EXPECTED_DIGIT 5                          /* A digit. */
#define KZ_MRZ_EXPECTED_COUNTRY 6                        /* A country: three letters, or D and two fillers. */
#define KZ_MRZ_EXPECTED_DATE 7                           /* A month or a day of a date that exists. */
/* A check digit that fits: a character that it covers was misread, or the digit itself was. */
#define KZ_MRZ_EXPECTED_CHECK_DIGIT 8

/* What a zone says. 'birth', 'birth_precision' and 'standing' are as in kz_facts. Names and numbers are left
   out. */
typedef struct kz_mrz {
  kz_date birth;                         /* The birth date. What 'birth_precision' does not cover is zero. */
  /* The last day on which the document is valid; not given: the zone does not say. */
  kz_date expires;
  kz_birth_precision birth_precision;    /* How much of the birth date is known; 0: nothing. */
  /* What follows from the nationality; 0: nothing, for refugees and if no country is named. */
  kz_standing standing;
  kz_mrz_document document;              /* What the document is. */
  kz_mrz_layout layout;                  /* Its size. */
  /* The holder's nationality. No check digit covers it: show it to the person. */
  kz_mrz_nationality nationality;
  /* The three letters of the country of citizenship, for kz_country_get(), with a closing NUL; "" if the
     zone names none. They are not compared with a list of countries. */
  char country[4];
  uint8_t reserved[3];                   /* Zero. */
} kz_mrz;

/* Where a zone cannot be read, and what is expected there. It holds nothing of the zone itself. All zero: the
   zone can be read. */
typedef struct kz_mrz_fault {
  uint8_t line;                          /* The line, from 1. */
  uint8_t column;                        /* The column, from 1. */
  kz_mrz_expected expected;              /* What is expected there. */
  uint8_t reserved;                      /* Zero. */
} kz_mrz_fault;

#if KZ_HAS_MRZ
/* Reads the machine-readable zone of a passport, an identity card or a visa (ICAO Doc 9303), as a scanner
   sends it: two or three lines, with CR, LF, both or nothing between them. White space around lines and a
   frame of STX and ETX are skipped. Letters are upper case, as printed: convert what somebody typed.

   'on': today. It decides the century of a year of two digits: a birth is not after that day, so somebody a
   hundred years old or older is taken for a child. Show the date to the person. The expiry is the possible day
   nearest to 'on'.

   A zone proves nothing: anybody can type one. It fills in facts that need not be asked for.

   Errors: KZ_ERROR_BAD_MRZ for 'zone': kz_mrz_fault_get() says where. */
KZ_NODISCARD
kz_status kz_mrz_read(const char *zone,
                      size_t length,
                      kz_date on,
                      kz_mrz *out);
#endif

#if KZ_HAS_MRZ
/* Says where a zone cannot be read, and what is expected there. */
KZ_NODISCARD
kz_status kz_mrz_fault_get(const char *zone, size_t length, kz_date on, kz_mrz_fault *out);
#endif

/* ==== Calendar and clock ================================================================================== */

/* Which day is the first that counts. */
typedef uint8_t kz_first_day;
#define KZ_FIRST_DAY_NEXT 1                              /* The day after. */
/* The day itself; for working days, only if it is one. */
#define KZ_FIRST_DAY_EVENT 2

/* A time zone of Kazakhstan. */
typedef uint8_t kz_zone;
#define KZ_ZONE_EAST 1                                   /* Almaty, Astana, Kostanay and the rest. */
#define KZ_ZONE_WEST 2                                   /* Aktobe, Aktau, Atyrau, Oral, Kyzylorda. */

/* The working days of one year, in a calendar of the program. */
struct kz_year {
  uint16_t year;                         /* The year, from 1 to 9999. Must be given. */
  kz_certainty certainty;                /* Published or projected. Must be given. */
  uint8_t reserved;                      /* Zero. */
  /* For the five-day week: a word for each month; bit d - 1 is set if day d is a working day. All other bits
     are zero. */
  uint32_t five[12];
  uint32_t six[12];                      /* The same for the six-day week. */
};

/* A day in the calendar. */
typedef struct kz_calendar_day {
  kz_answer working;                     /* Whether it is a working day. */
  kz_reason reason;                      /* Why it is off; 0 if it is a working day. */
  kz_certainty certainty;                /* Published or projected. */
  uint8_t reserved;                      /* Zero. */
} kz_calendar_day;

/* Says whether a day is a working day, and if not, why. 'in_week' 0: the five-day week. 'years': a calendar of
   the program, 'year_count' years that replace those of the law or are added to them; NULL and 0: none.

   Errors: KZ_ERROR_BAD_WEEK for 'in_week'; KZ_ERROR_BAD_CALENDAR for 'years'; KZ_ERROR_CALENDAR_NOT_COVERED. */
KZ_NODISCARD
kz_status kz_is_working_day(const kz_law *law,
                            kz_date date,
                            kz_week in_week,
                            const kz_year *years,
                            size_t year_count,
                            kz_calendar_day *out);

/* Adds working days: gives working day number 'days', counted from 'from'. 'first_day' says whether 'from'
   counts, if it is a working day; 0: it does not. For 0 days, 'from' itself, if a calendar covers its year. 'in_week', 'years': as for
   kz_is_working_day().

   Errors: KZ_ERROR_BAD_WEEK for 'in_week'; KZ_ERROR_BAD_CALENDAR for 'years'; KZ_ERROR_CALENDAR_NOT_COVERED. */
KZ_NODISCARD
kz_status kz_add_working_days(const kz_law *law,
                              kz_date from,
                              uint16_t days,
                              kz_first_day first_day,
                              kz_week in_week,
                              const kz_year *years,
                              size_t year_count,
                              kz_date *out);

/* Converts 'unix_seconds' (UTC, since the start of 1970) to the day in Kazakhstan. For today use kz_today(),
   which also checks the clock.

   Errors: KZ_ERROR_CLOCK_NOT_SUPPORTED if that day is not from 2019-01-01 to 9999-12-31, or if the law has no
   offset from UTC for the zone at that moment. */
KZ_NODISCARD
kz_status kz_local_date(const kz_law *law,
                        int64_t unix_seconds,
                        kz_zone zone,
                        kz_date *out);

/* Says which day it is today in Kazakhstan, by a clock that shows 'unix_seconds' (UTC, since the start of
   1970).

   Errors: KZ_ERROR_CLOCK_NOT_SET for a day before the law's last known one, also before 2019; else as kz_local_date(). */
KZ_NODISCARD
kz_status kz_today(const kz_law *law,
                   int64_t unix_seconds,
                   kz_zone zone,
                   kz_date *out);

/* ==== The law ============================================================================================= */

/* The kind of a document of the law. */
typedef uint8_t kz_document_kind;
#define KZ_DOCUMENT_KIND_LAW 1                           /* An act, or a summary of it. */
/* A report: none of its provisions is the basis of an obligation of edition 1. */
#define KZ_DOCUMENT_KIND_REPORT 2

/* The most provisions that start, or that end, on one day. */
#define KZ_MILESTONE_MAX 40

/* The most bytes of a law's name. */
#define KZ_LAW_NAME_BYTES 32

/* A law opened by kz_law_open() or kz_law_open_already_verified(). Zero it first: if opening fails, it stays as it
   was, and a zeroed one gives KZ_ERROR_BAD_LAW. It may be copied. Its contents belong to the library. */
struct kz_law {
  uint64_t opaque[64];                   /* Not for use. */
};

/* Which law it is. */
typedef struct kz_law_identity {
  uint64_t digest;                       /* A hash of everything in the law that decides. */
  /* The law's number among those of its name: a later law has a higher one. */
  uint32_t sequence;
  /* The day up to which the law is known: a fact about its sources, not a warranty. */
  kz_date known_until;
  /* The law's name: 'name_length' bytes of UTF-8, without a closing NUL. */
  const char *name;
  size_t name_length;                    /* The bytes of the name. */
} kz_law_identity;

/* A provision, with its citation and the days on which it applies. */
typedef struct kz_provision_info {
  const char *id;                        /* The stable identifier. */
  const char *title;                     /* The first part of the citation: the title of the document. */
  const char *place;                     /* The second part of the citation: the place in the document. */
  kz_date from;                          /* The first day it applies; not given: the sources state none. */
  kz_date until;                         /* The first day it no longer applies; not given: it does not end. */
  /* The day as of which the document is known; not given: it bears no date. */
  kz_date known_as_of;
  kz_provision provision;                /* The number of the provision. */
  kz_document document;                  /* The document that it is in. */
  kz_document_kind kind;                 /* Whether that document is an act or a report. */
  uint8_t reserved[7];                   /* Zero. */
} kz_provision_info;

/* A day on which provisions start or end. */
typedef struct kz_milestone {
  /* The day; not given: the law, as far as it is known, does not change again. */
  kz_date day;
  uint8_t started_count;                 /* How many of 'started' are given. */
  uint8_t ended_count;                   /* How many of 'ended' are given. */
  kz_provision started[KZ_MILESTONE_MAX]; /* The provisions that apply from this day. */
  kz_provision ended[KZ_MILESTONE_MAX];  /* The provisions that no longer apply from this day. */
  uint16_t reserved;                     /* Zero. */
} kz_milestone;

/* Says which law it is: name, sequence, digest, and the day up to which it is known. */
KZ_NODISCARD
kz_status kz_law_get(const kz_law *law, kz_law_identity *out);

/* Gives a provision of a law. Errors: KZ_ERROR_BAD_PROVISION if the law has no provision of this number. */
KZ_NODISCARD
kz_status kz_provision_get(const kz_law *law,
                           kz_provision provision,
                           kz_provision_info *out);

/* The provision at this place in the law, from 0; 0: there is none. A loop from place 0 on finds all
   provisions. */
kz_provision kz_provision_at(const kz_law *law, uint16_t place);

/* Says on which day after a given one the law changes next, and what changes.

   Errors: KZ_ERROR_BAD_DATE for 'day'. */
KZ_NODISCARD
kz_status kz_milestone_after(const kz_law *law, kz_date day, kz_milestone *out);

/* ==== Packs: a law that a device loads ====================================================================
   A pack is a compiled and signed law, used in place. Call kz_law_open(), then kz_law_self_test(), before it
   decides. With two slots in flash, kz_law_choose() says which law to use and what to write. */

/* The bytes of a signature (Ed25519, RFC 8032). */
#define KZ_SIGNATURE_BYTES 64

/* The bytes of a record, which keeps the highest sequence seen. */
#define KZ_RECORD_BYTES 8

/* The bytes of a public key (Ed25519, RFC 8032). */
#define KZ_KEY_BYTES 32

/* A function of the program that verifies a message and its signature of KZ_SIGNATURE_BYTES, by the key that
   the program trusts. It returns KZ_OK if the signature is right; anything else refuses the pack. 'context' is
   what kz_law_open() was given. */
typedef int32_t (*kz_verifier)(void *context,
                               const uint8_t *message,
                               size_t length,
                               const uint8_t *signature);

/* Which laws are accepted. Zeroed: all with the name of the built-in law. */
typedef struct kz_at_least {
  /* The lowest sequence: the highest that the device has seen, from kz_law_choose(). If it is lower than
     that of the built-in law, an older law may come back. */
  uint32_t sequence;
  /* The law's name in UTF-8, padded with zeros; all zeros: the name of the built-in law. */
  uint8_t name[KZ_LAW_NAME_BYTES];
} kz_at_least;

/* Where a pack is inconsistent. */
typedef struct kz_pack_fault {
  /* The name of the section, such as "edition_1"; NULL: the pack is consistent. */
  const char *section;
  uint16_t row;                          /* The row or text, from 1; 0: the section as a whole. */
  uint8_t reserved[6];                   /* Zero. */
} kz_pack_fault;

/* Two slots for packs and two records of the highest sequence seen, as read from flash. They are numbered 1
   and 2; number 1 is first in each array. */
typedef struct kz_slots {
  uint32_t sequence[2];                  /* The sequence of the law in each slot where 'passed' is 1. */
  /* The lowest sequence to accept, whatever the records say: that of the built-in law if the packs are
     later versions of it. */
  uint32_t at_least;
  /* For each slot: 1 if its pack was opened and passed kz_law_self_test(), else 0. */
  uint8_t passed[2];
  uint8_t reserved[2];                   /* Zero. */
  uint8_t records[2][KZ_RECORD_BYTES];   /* The two records, whatever is in that flash. */
} kz_slots;

/* Which law to use, and what to write. */
typedef struct kz_slot_choice {
  uint32_t at_least;                     /* The lowest sequence to accept: for kz_at_least. */
  uint8_t open;                          /* The slot whose law to use; 0: the built-in law. */
  uint8_t write;                         /* The slot to write the next pack to. */
  /* The record to write now, because the law to use has a higher sequence than the records; 0: none. */
  uint8_t record;
  uint8_t reserved;                      /* Zero. */
  uint8_t record_bytes[KZ_RECORD_BYTES]; /* What to write to it. */
} kz_slot_choice;

/* Checks a whole pack and opens it as a law by which every function can decide. The pack is used in place: it
   must stay where it is, unchanged, as long as the law is used. More bytes may follow it, as in a region of
   flash.

   'verify' is called once, with 'context', if the checksum is right; 'context' may be NULL. However a
   pack was made, no function fails on it in any other way than by an error status.

   Errors: KZ_ERROR_NULL for 'verify' too, and for 'pack' of any length; then, in this order,
   KZ_ERROR_PACK_TOO_SHORT; KZ_ERROR_NOT_A_PACK; KZ_ERROR_PACK_FORMAT; KZ_ERROR_PACK_VOCABULARY;
   KZ_ERROR_PACK_CHECKSUM; KZ_ERROR_PACK_SIGNATURE; KZ_ERROR_PACK_OTHER_LAW; KZ_ERROR_PACK_OLDER;
   KZ_ERROR_PACK_INCONSISTENT (kz_pack_fault_get() says where). A name in 'at_least' that is not UTF-8 is
   KZ_ERROR_PACK_OTHER_LAW before all others. */
KZ_NODISCARD
kz_status kz_law_open(const uint8_t *pack,
                      size_t length,
                      kz_verifier verify,
                      void *context,
                      const kz_at_least *at_least,
                      kz_law *out);

/* Opens a pack whose signature was verified before: when the pack was received, or by secure boot if its
   signature covers the pack. The signature is not checked. All else is as for kz_law_open().

   Errors: as kz_law_open() but for KZ_ERROR_PACK_SIGNATURE. */
KZ_NODISCARD
kz_status kz_law_open_already_verified(const uint8_t *pack,
                                       size_t length,
                                       const kz_at_least *at_least,
                                       kz_law *out);

/* Says where a pack is inconsistent, for the log, after KZ_ERROR_PACK_INCONSISTENT.

   Errors: as kz_law_open_already_verified() but for KZ_ERROR_PACK_INCONSISTENT. */
KZ_NODISCARD
kz_status kz_pack_fault_get(const uint8_t *pack,
                            size_t length,
                            const kz_at_least *at_least,
                            kz_pack_fault *out);

/* Decides the test cases in the law's pack and compares the results with those expected. Call it before the
   law is used and before its sequence is kept. A law without test cases passes, and so does the built-in law.

   Errors: KZ_ERROR_SELF_TEST. */
KZ_NODISCARD
kz_status kz_law_self_test(const kz_law *law);

/* Chooses between two slots. Call it first with 'passed' zero, to get the 'at_least' for opening the packs.
   Open them, and call it again: it says which law to use and what to write. If a write is cut off at any byte,
   the old law or the new one is used, never one older than a law used before.

   Errors: KZ_ERROR_BAD_SLOT for 'passed'. */
KZ_NODISCARD
kz_status kz_law_choose(const kz_slots *slots,
                        kz_slot_choice *out);

#if KZ_HAS_ED25519
/* A kz_verifier, for programs without an Ed25519 of their own. 'context' points to the KZ_KEY_BYTES of the
   public key. It refuses signatures whose second half is not reduced, and keys of small order.

   Errors: KZ_ERROR_PACK_SIGNATURE. */
KZ_NODISCARD
kz_status kz_ed25519(void *context,
                     const uint8_t *message,
                     size_t length,
                     const uint8_t *signature);
#endif

/* ==== Records: tickets for the scanner, receipts for the audit log ======================================== */

/* The bytes of a ticket. */
#define KZ_TICKET_BYTES 31

/* The bytes of the identifier in a ticket. */
#define KZ_IDENTIFIER_BYTES 16

/* The bytes of a receipt. */
#define KZ_RECEIPT_BYTES 158

/* A capture ticket for the scanner. Numbers are little-endian:

   0-2    "KZT"
   3      the version of the layout, 2
   4-19   the identifier
   20-21  the basis, a kz_provision
   22     the obligation: mandatory or voluntary
   23-24  the year of the decision
   25, 26 its month and day
   27-30  CRC-32 (ISO-HDLC) of the bytes before */
typedef struct kz_ticket_record {
  uint8_t bytes[KZ_TICKET_BYTES];        /* The bytes. */
} kz_ticket_record;

/* The contents of a ticket. */
typedef struct kz_ticket {
  uint8_t identifier[KZ_IDENTIFIER_BYTES]; /* The identifier that the caller gave. */
  kz_date on;                            /* The day of the decision. */
  kz_provision basis;                    /* The provision by which the prints are taken. */
  kz_obligation obligation;              /* Mandatory or voluntary. */
  uint8_t reserved;                      /* Zero. */
} kz_ticket;

/* A receipt for the audit log. Numbers are little-endian; a day is a year (2 bytes), a month and a day; a set
   is the two low bytes of a kz_set:

   0-2     "KZR"
   3       the version of the layout, 2
   4-9     the version of the library: three numbers of 2 bytes
   10-41   the name of the law in UTF-8, then zeros
   42-45   its sequence
   46-53   its digest
   54-57   the day up to which it was known
   58-61   the day of the decision
   62, 63  the edition, the age reading
   64-87   the facts, each as the set of values that were possible
   88-89   the possible obligations
   90-153  the basis: up to 32 kz_provision, then zeros
   154-157 CRC-32 (ISO-HDLC) of the bytes before

   The facts are, in this order: occasion, standing, age band, fingerprinted, action, visa_channel,
   permanent_resident, held_at_commencement, question_1 to question_4. */
typedef struct kz_receipt_record {
  uint8_t bytes[KZ_RECEIPT_BYTES];       /* The bytes. */
} kz_receipt_record;

/* What a receipt says, and whether its decision still comes out. */
typedef struct kz_verification {
  uint64_t law_digest;                   /* The digest of the law that decided. */
  uint8_t law_name[KZ_LAW_NAME_BYTES];   /* The name of that law in UTF-8, then zeros. */
  uint32_t law_sequence;                 /* The sequence of that law. */
  kz_date law_known_until;               /* The day up to which that law was known. */
  kz_date on;                            /* The day of the decision. */
  kz_set obligations_then;               /* The obligations that were possible, as a set of kz_obligation. */
  /* Those that the same facts leave possible now: a set of kz_obligation. */
  kz_set obligations_now;
  uint16_t library[3];                   /* The version of the library that decided: major, minor, patch. */
  /* Whether the facts still lead to the same obligations on the same basis. */
  kz_answer same;
  kz_answer library_changed;             /* Whether this library has another version. */
  kz_answer law_changed;                 /* Whether this law is another one. */
  uint8_t reserved[3];                   /* Zero. */
} kz_verification;

/* Decides, and issues a capture ticket for the scanner. The ticket holds nothing personal.

   'identifier': KZ_IDENTIFIER_BYTES random bytes. They are refused if they contain a valid IIN: twelve digits
   as text, from any byte on, whatever is between them; or packed, four bits each, from any half-byte on, if
   they begin with a birth date and a century. About one random identifier in 7000 is refused by chance: draw
   another one.

   Errors: as kz_assess(); KZ_ERROR_TICKET_IDENTIFIER; KZ_ERROR_TICKET_EDITION; KZ_ERROR_TICKET_UNDECIDED;
   KZ_ERROR_TICKET_OBLIGATION; KZ_ERROR_TICKET_CAUTION. */
KZ_NODISCARD
kz_status kz_ticket_issue(const kz_law *law,
                          const kz_facts *facts,
                          const uint8_t *identifier,
                          kz_ticket_record *out);

/* Reads a capture ticket.

   Errors: KZ_ERROR_TICKET_DAMAGED; KZ_ERROR_TICKET_VERSION; KZ_ERROR_TICKET_IDENTIFIER. */
KZ_NODISCARD
kz_status kz_ticket_read(const uint8_t *ticket, size_t length, kz_ticket *out);

/* Decides, and writes a receipt for the audit log: what the decision rests on, without the birth date. A
   series of receipts of one person still gives the birthday away: it is between the last receipt with one age
   and the first with the next. Keep one for each person, and with it nothing that identifies the person, such
   as an IIN.

   Errors: as kz_assess(). */
KZ_NODISCARD
kz_status kz_receipt_issue(const kz_law *law,
                           const kz_facts *facts,
                           kz_receipt_record *out);

/* Reads a receipt, decides again from its facts by this law, and says whether the result is the same, and
   whether library or law has changed.

   Errors: KZ_ERROR_RECEIPT_DAMAGED; KZ_ERROR_RECEIPT_VERSION; KZ_ERROR_RECEIPT_UNKNOWN;
   KZ_ERROR_EDITION_UNKNOWN; KZ_ERROR_LAW_INCOMPLETE; KZ_ERROR_RECEIPT_FALSE. */
KZ_NODISCARD
kz_status kz_receipt_verify(const kz_law *law,
                            const uint8_t *receipt,
                            size_t length,
                            kz_verification *out);

/* ==== Names and texts =====================================================================================
   Names are for logs and files; texts are for people, in three languages. */

/* A language of the texts. */
typedef uint8_t kz_language;
#define KZ_LANGUAGE_KK 1                                 /* Kazakh. */
#define KZ_LANGUAGE_RU 2                                 /* Russian. */
#define KZ_LANGUAGE_EN 3                                 /* English. */

/* The two forms of a text. */
typedef uint8_t kz_text_form;
/* A few words, at most 40 characters, without a full stop. */
#define KZ_TEXT_FORM_LABEL 1
/* At most 160 characters, with its full stop or question mark; for a fact it is the question that asks for it. Not every value has one. */
#define KZ_TEXT_FORM_SENTENCE 2

/* The name of a value of a closed set, or the identifier of a provision, a document or an edition of the law;
   NULL if there is none. The value of a status is its number, negated: see kz_status_name(). */
const char *kz_name(const kz_law *law,
                    kz_vocabulary of,
                    uint16_t value);

/* How many values a closed set has, or how many provisions, documents or editions the law has. 0 for statuses,
   and if there is no such vocabulary. */
uint16_t kz_vocabulary_count(const kz_law *law,
                             kz_vocabulary of);

/* The vocabulary of a fact's values; 0 for the birth date, and if there is no such fact. */
kz_vocabulary kz_fact_vocabulary(kz_fact fact);

/* The name of a status, such as "bad_on" for KZ_ERROR_BAD_ON: "ok" for KZ_OK, "unknown" if there is no such
   status. Never NULL. */
const char *kz_status_name(kz_status status);

#if KZ_HAS_TEXT_KK
/* kz_text() in Kazakh. */
const char *kz_text_kk(const kz_law *law, kz_vocabulary of, uint16_t code, kz_text_form form);
#endif

#if KZ_HAS_TEXT_RU
/* kz_text() in Russian. */
const char *kz_text_ru(const kz_law *law, kz_vocabulary of, uint16_t code, kz_text_form form);
#endif

#if KZ_HAS_TEXT_EN
/* kz_text() in English. */
const char *kz_text_en(const kz_law *law, kz_vocabulary of, uint16_t code, kz_text_form form);
#endif

/* A text in a language: for a value of a closed set, or for a provision, document, edition or question of the
   law. NULL if there is no such value; if it has no sentence (every value has a label); or if the language is
   switched off by its KZ_HAS_TEXT_ macro.

   'code' is the number of the value; for KZ_VOCABULARY_STATUS it is a kz_status, negated.

   A program that calls it links all languages that are switched on. A program with one language calls
   kz_text_kk(), kz_text_ru() or kz_text_en(), and links that one alone. */
static inline const char *kz_text(const kz_law *law,
                                  kz_language language,
                                  kz_vocabulary of,
                                  uint16_t code,
                                  kz_text_form form)
{
    switch (language) {
#if KZ_HAS_TEXT_KK
    case KZ_LANGUAGE_KK:
        return kz_text_kk(law, of, code, form);
#endif
#if KZ_HAS_TEXT_RU
    case KZ_LANGUAGE_RU:
        return kz_text_ru(law, of, code, form);
#endif
#if KZ_HAS_TEXT_EN
    case KZ_LANGUAGE_EN:
        return kz_text_en(law, of, code, form);
#endif
    default:
        (void)law;
        (void)of;
        (void)code;
        (void)form;
        return NULL;
    }
}

/* ==== Statuses ============================================================================================ */

/* A day that is missing, does not exist, or is outside the years 1 to 9999. */
#define KZ_ERROR_DATE_NOT_SUPPORTED (-1)
/* A birth date that allows no day from the year 1 to 9999. */
#define KZ_ERROR_BIRTH_NOT_SUPPORTED (-2)
/* The birth date, as far as it is known, allows no day up to the decision date. */
#define KZ_ERROR_BIRTH_AFTER_DECISION (-3)
/* A treaty's number of days that is not from 1 to 366. */
#define KZ_ERROR_TREATY_DAYS (-4)
/* Asked about a day before the event that starts the term. */
#define KZ_ERROR_DECISION_BEFORE_EVENT (-5)
/* No calendar covers a year that the answer needs. */
#define KZ_ERROR_CALENDAR_NOT_COVERED (-6)
/* A moment whose local day is not from 2019-01-01 to 9999-12-31, or for which the law has no offset from UTC. */
#define KZ_ERROR_CLOCK_NOT_SUPPORTED (-7)
#define KZ_ERROR_IIN_LENGTH (-8)                         /* An IIN that is not 12 bytes long. */
#define KZ_ERROR_IIN_DIGIT (-9)                          /* An IIN with a byte that is not an ASCII digit. */
/* An IIN that is never issued: all zeros, or without a check digit. */
#define KZ_ERROR_IIN_UNISSUABLE (-10)
#define KZ_ERROR_IIN_CHECK_DIGIT (-11)                   /* An IIN with a wrong check digit. */
#define KZ_ERROR_EDITION_NOT_SUPPORTED (-12)             /* A plan under an edition other than edition 1. */
/* The event is before the first day of the registration rules. */
#define KZ_ERROR_NOT_IN_FORCE (-13)
/* The last day of the allowed stay is before the arrival. */
#define KZ_ERROR_STAY_BEFORE_ARRIVAL (-14)
/* The event is before the arrival, or before the last event of the case. */
#define KZ_ERROR_DATE_BACKWARDS (-15)
#define KZ_ERROR_INVALID_EVENT (-16)                     /* The event does not fit the state of the case. */
#define KZ_ERROR_MISSING_DATA (-17)                      /* The submission lacks required items. */
/* The place is not one of those where people are registered. */
#define KZ_ERROR_PLACE_NOT_ELIGIBLE (-18)
#define KZ_ERROR_CASE_FOREIGN (-19)                      /* Not a stored case, or one of another version. */
#define KZ_ERROR_CASE_DAMAGED (-20)                      /* The stored case is damaged. */
/* A required text is missing, or nothing in it is visible. */
#define KZ_ERROR_TEXT_MISSING (-23)
#define KZ_ERROR_TEXT_TOO_LONG (-24)                     /* A text is longer than its field takes. */
#define KZ_ERROR_TEXT_NOT_UTF8 (-25)                     /* A text is not valid UTF-8. */
/* A text contains a control character or an invisible one. */
#define KZ_ERROR_TEXT_CONTROL (-26)
#define KZ_ERROR_STAY_REVERSED (-27)                     /* A term of stay ends before it begins. */
/* A text is longer than a QR code that fits in the buffers can hold. */
#define KZ_ERROR_QR_TOO_LONG (-28)
/* A ticket for a decision under an edition other than edition 1. */
#define KZ_ERROR_TICKET_EDITION (-30)
/* A ticket for a decision that leaves more than one obligation or basis possible. */
#define KZ_ERROR_TICKET_UNDECIDED (-31)
/* A ticket for an obligation that is neither mandatory nor voluntary. */
#define KZ_ERROR_TICKET_OBLIGATION (-32)
/* A ticket for a decision with a caution whose row refuses tickets. */
#define KZ_ERROR_TICKET_CAUTION (-33)
#define KZ_ERROR_TICKET_IDENTIFIER (-34)                 /* A ticket's identifier contains a valid IIN. */
/* Not a ticket: cut off, damaged, or impossible contents. */
#define KZ_ERROR_TICKET_DAMAGED (-35)
#define KZ_ERROR_TICKET_VERSION (-36)                    /* A ticket of another version of the layout. */
/* Not a receipt: cut off, damaged, or impossible contents. */
#define KZ_ERROR_RECEIPT_DAMAGED (-37)
#define KZ_ERROR_RECEIPT_VERSION (-38)                   /* A receipt of another version of the layout. */
/* A receipt with a fact or setting that this library does not know: a later one wrote it. */
#define KZ_ERROR_RECEIPT_UNKNOWN (-39)
/* A receipt of this library and law with a decision that they do not reach. */
#define KZ_ERROR_RECEIPT_FALSE (-40)
/* A country code that is neither two nor three capital letters nor three digits. */
#define KZ_ERROR_COUNTRY_CODE (-45)
/* The new last day of the stay is before the event, or not later than the one known. */
#define KZ_ERROR_STAY_NOT_EXTENDED (-46)
/* The clock shows a day before the law's last known one: it was not set. */
#define KZ_ERROR_CLOCK_NOT_SET (-47)
/* A rule for stays with a number outside 1 to 366, with a total or a window alone, or with a total above its window. */
#define KZ_ERROR_STAY_RULE (-48)
/* Stays that are not in order, a stay that ends before it begins, or one going on that is not the last. */
#define KZ_ERROR_STAY_ORDER (-49)
#define KZ_ERROR_STAY_AFTER_DECISION (-50)               /* A stay with a day after the decision date. */
#define KZ_ERROR_EDITION_UNKNOWN (-51)                   /* The law has no edition of this number. */
/* The law is incomplete: it lacks a row for this person, or for what is asked. */
#define KZ_ERROR_LAW_INCOMPLETE (-52)
/* The answer to question 1 is not yes or no, or the law has no question 1. */
#define KZ_ERROR_BAD_QUESTION_1 (-53)
/* The answer to question 2 is not yes or no, or the law has no question 2. */
#define KZ_ERROR_BAD_QUESTION_2 (-54)
/* The answer to question 3 is not yes or no, or the law has no question 3. */
#define KZ_ERROR_BAD_QUESTION_3 (-55)
/* The answer to question 4 is not yes or no, or the law has no question 4. */
#define KZ_ERROR_BAD_QUESTION_4 (-56)
#define KZ_ERROR_NULL (-100)                             /* A pointer is NULL that must not be. */
#define KZ_ERROR_RESERVED (-101)                         /* A reserved byte is not zero. */
/* The law was not opened. NULL is the built-in law. */
#define KZ_ERROR_BAD_LAW (-102)
#define KZ_ERROR_BAD_KIND (-103)                         /* The term is not one of its constants. */
/* The fact is not one of its constants, or it is the birth date, which has no single value. */
#define KZ_ERROR_BAD_FACT (-104)
/* The decision date is missing or not a valid day. */
#define KZ_ERROR_BAD_ON (-110)
#define KZ_ERROR_BAD_AGE_READING (-112)                  /* The age reading is not one of its constants. */
#define KZ_ERROR_BAD_STANDING (-113)                     /* The standing is not one of its constants. */
#define KZ_ERROR_BAD_PERMANENT_RESIDENT (-114)           /* permanent_resident is not a kz_answer. */
/* The birth date or its precision is not valid, or what the precision does not cover is not zero. */
#define KZ_ERROR_BAD_BIRTH (-115)
/* declined contains a number that is no fact, or a fact that is never asked for. */
#define KZ_ERROR_BAD_DECLINED (-116)
#define KZ_ERROR_BAD_OCCASION (-117)                     /* The occasion is not one of its constants. */
#define KZ_ERROR_BAD_ACTION (-118)                       /* The action is not one of its constants. */
#define KZ_ERROR_BAD_VISA_CHANNEL (-119)                 /* The visa channel is not one of its constants. */
#define KZ_ERROR_BAD_FINGERPRINTED (-120)                /* fingerprinted is not a kz_answer. */
#define KZ_ERROR_BAD_HELD_AT_COMMENCEMENT (-121)         /* held_at_commencement is not a kz_answer. */
#define KZ_ERROR_BAD_LOCATION (-122)                     /* The location is not one of its constants. */
#define KZ_ERROR_BAD_MAY_ENTER (-123)                    /* may_enter is not a kz_answer. */
#define KZ_ERROR_BAD_HAS_IIN (-124)                      /* has_iin is not a kz_answer. */
#define KZ_ERROR_BAD_MISSION_IN_PILOT (-125)             /* mission_in_pilot is not a kz_answer. */
#define KZ_ERROR_BAD_MISSION_TAKES_FINGERPRINTS (-126)   /* mission_takes_fingerprints is not a kz_answer. */
/* passport_in_foreign_language is not a kz_answer. */
#define KZ_ERROR_BAD_PASSPORT_IN_FOREIGN_LANGUAGE (-127)
/* The day of the event is missing or not a valid day. */
#define KZ_ERROR_BAD_FROM (-128)
#define KZ_ERROR_BAD_WEEK (-129)                         /* The week is not one of its constants. */
/* The treaty is not one of its constants, has days without being KZ_TREATY_DAYS, or is KZ_TREATY_EXEMPT in kz_arrival. */
#define KZ_ERROR_BAD_TREATY (-130)
#define KZ_ERROR_BAD_STAY_REGIME (-131)                  /* The stay regime is not one of its constants. */
#define KZ_ERROR_BAD_ARRIVED_TO_LIVE (-132)              /* arrived_to_live is not a kz_answer. */
/* The last day of the stay is not a valid day, is missing for KZ_EVENT_STAY_EXTENDED, or is given for another event. */
#define KZ_ERROR_BAD_STAY_UNTIL (-133)
#define KZ_ERROR_BAD_DATE (-134)                         /* The date is missing or not a valid day. */
#define KZ_ERROR_BAD_ZONE (-135)                         /* The zone is not one of its constants. */
/* A year of the program's calendar has a number outside 1 to 9999, a certainty that is not one of its constants, or a bit for a day that its month does not have. */
#define KZ_ERROR_BAD_CALENDAR (-136)
/* The struct holds no window (see outcome), or one that this library did not write. */
#define KZ_ERROR_BAD_WINDOW (-137)
#define KZ_ERROR_BAD_FIRST_DAY (-139)                    /* first_day is not one of its constants. */
#define KZ_ERROR_BAD_PROVISION (-138)                    /* No provision has this number. */
/* The day of arrival is missing or not a valid day. */
#define KZ_ERROR_BAD_ARRIVED_ON (-150)
#define KZ_ERROR_BAD_EVENT (-151)                        /* The event is not one of its constants. */
/* The data contain an unknown item, or are given for another event than a submission. */
#define KZ_ERROR_BAD_DATA (-152)
/* The place is not one of its constants, or is given for another event than a submission. */
#define KZ_ERROR_BAD_PLACE_OF_STAY (-153)
#define KZ_ERROR_BUFFER_TOO_SMALL (-160)                 /* The text does not fit in the buffer. */
/* The case is not registered: there is no certificate. */
#define KZ_ERROR_NOT_REGISTERED (-161)
/* The kind of mission is not one of its constants. */
#define KZ_ERROR_BAD_MISSION_KIND (-170)
/* A stay has a day that is not valid, or no day of entry. */
#define KZ_ERROR_BAD_STAYS (-171)
#define KZ_ERROR_BAD_LATIN_OR_CYRILLIC (-172)            /* latin_or_cyrillic is not a kz_answer. */
#define KZ_ERROR_BAD_CONVENTION_STATE (-173)             /* convention_state is not a kz_answer. */
#define KZ_ERROR_BAD_PROCEDURE (-174)                    /* The procedure is not one of its constants. */
#define KZ_ERROR_BAD_FINDING (-175)                      /* The finding is not one of its constants. */
#define KZ_ERROR_BAD_OBLIGATION (-186)                   /* The obligation is not one of its constants. */
#define KZ_ERROR_NOT_POSSIBLE (-187)                     /* The facts exclude this obligation. */
#define KZ_ERROR_PACK_TOO_SHORT (-200)                   /* The pack is cut off. */
#define KZ_ERROR_NOT_A_PACK (-201)                       /* The bytes do not start as a pack does. */
#define KZ_ERROR_PACK_FORMAT (-202)                      /* The pack has another version of the layout. */
/* The pack has another version of the vocabulary of facts and values. */
#define KZ_ERROR_PACK_VOCABULARY (-203)
#define KZ_ERROR_PACK_CHECKSUM (-204)                    /* The pack is damaged: its checksum is wrong. */
/* The pack's signature is wrong: the verifier refuses it. */
#define KZ_ERROR_PACK_SIGNATURE (-205)
#define KZ_ERROR_PACK_OTHER_LAW (-206)                   /* The pack holds a law of another name. */
/* The pack's law has a lower sequence than is accepted. */
#define KZ_ERROR_PACK_OLDER (-207)
/* The pack is inconsistent: kz_pack_fault_get() says where. */
#define KZ_ERROR_PACK_INCONSISTENT (-208)
/* A test case of the law has another result than expected. */
#define KZ_ERROR_SELF_TEST (-209)
#define KZ_ERROR_BAD_SLOT (-210)                         /* passed is neither 0 nor 1. */
/* The machine-readable zone cannot be read: kz_mrz_fault_get() says where. */
#define KZ_ERROR_BAD_MRZ (-220)

/* ==== Editions, documents and provisions ==================================================================
   The numbers of the built-in law. Another law may have others: kz_provision_at() finds them. */

#define KZ_EDITION_ENACTED 1                             /* Edition 1. */
#define KZ_EDITION_ANNOUNCED 2                           /* Edition 2. */

/* Law No. 50-VIII of 23 December 2023 (law firm's summary). */
#define KZ_DOCUMENT_L50 1
/* Joint order of 19 March 2024 on the IIN pilot (law firm's summary). */
#define KZ_DOCUMENT_PILOT 2
/* Order of the Minister of Internal Affairs No. 923 of 17 November 2025. */
#define KZ_DOCUMENT_R923 3
/* Ministry of Internal Affairs, briefing before 2024 (press report). */
#define KZ_DOCUMENT_MIA 4
/* Reported elsewhere; the text of the act was not at hand. */
#define KZ_DOCUMENT_NOTE 5

#define KZ_PROVISION_L50_COMMENCEMENT 1                  /* The fingerprint rules start. */
#define KZ_PROVISION_L50_CITIZEN_VOLUNTARY 2             /* Citizens: voluntary. */
/* Foreigners and stateless persons: mandatory only from the age of 16. */
#define KZ_PROVISION_L50_AGE_16 3
#define KZ_PROVISION_L50_CASES 4                         /* The list of mandatory cases is closed. */
#define KZ_PROVISION_L50_CASE_1 5                        /* Seafarer's identity card of Kazakhstan. */
#define KZ_PROVISION_L50_CASE_2 6                        /* Permit for temporary or permanent residence. */
/* Foreigner's residence card; identity certificate (reading: of a stateless person). */
#define KZ_PROVISION_L50_CASE_3 7
/* Status of asylum seeker; refugee certificate; travel document (reading: a refugee's). */
#define KZ_PROVISION_L50_CASE_4 8
#define KZ_PROVISION_L50_CASE_5 9                        /* Expulsion; readmission under ratified treaties. */
#define KZ_PROVISION_L50_CASE_6 10                       /* Visas of Kazakhstan. */
/* The prints are taken once, into Kazakhstan's database. */
#define KZ_PROVISION_L50_ONCE 11
/* Suspended for visas issued in international airports, or electronically without a visit to a foreign establishment. */
#define KZ_PROVISION_L50_VISA_SUSPENSION 12
/* Who holds a valid residence card, temporary residence permit or visa on 2024-01-01 need not come now, but must on extension, restoration or replacement. */
#define KZ_PROVISION_L50_HELD_DOCUMENT 13
/* Where: the migration service department at the place of stay in Kazakhstan. */
#define KZ_PROVISION_L50_PLACE 14
/* What to bring: the IIN; a notarised translation of a passport in a foreign language (reading: and the passport itself). */
#define KZ_PROVISION_L50_PAPERS 15
#define KZ_PROVISION_L50_BIOMETRICS 16                   /* Fingers and palms are taken. */
#define KZ_PROVISION_L50_CERTIFICATE 17                  /* A certificate of set form is issued afterwards. */
/* In Kazakhstan staff of the Ministry of Internal Affairs, the Ministry of Foreign Affairs and the National Security Committee supply the data. */
#define KZ_PROVISION_L50_COLLECTORS_HOME 18
/* Abroad foreign establishments collect the data of citizens of Kazakhstan. */
#define KZ_PROVISION_L50_COLLECTORS_ABROAD 19
/* Refusing a mandatory registration: administrative liability in the form of expulsion. */
#define KZ_PROVISION_L50_REFUSAL 20
/* An IIN may be obtained through another person under a power of attorney. */
#define KZ_PROVISION_L50_IIN_PROXY 21
/* An IIN needs a personal visit to the registering authority in Kazakhstan. */
#define KZ_PROVISION_L50_IIN_IN_PERSON 22
/* The loop that the document itself notes: visa, prints, IIN, presence, visa. */
#define KZ_PROVISION_L50_IIN_DEADLOCK 23
/* An IIN through embassies and consulates general, for citizens of foreign states. */
#define KZ_PROVISION_PILOT_PERIOD 24
#define KZ_PROVISION_PILOT_COUNTRIES 25                  /* 96 countries, of which six are named. */
#define KZ_PROVISION_PILOT_IN_PERSON 26                  /* The applicant comes in person. */
/* Application, copy of the identity document, the original for comparison. */
#define KZ_PROVISION_PILOT_PAPERS 27
/* A notarised translation if the document shows the data in neither Latin nor Cyrillic. */
#define KZ_PROVISION_PILOT_TRANSLATION 28
/* That notarisation is legalised or apostilled, except for states of the Minsk and Chisinau Conventions. */
#define KZ_PROVISION_PILOT_LEGALISATION 29
#define KZ_PROVISION_PILOT_CERTIFICATE 30                /* A registration certificate is issued. */
/* One working day; the day of filing does not count. */
#define KZ_PROVISION_PILOT_TERM 31
#define KZ_PROVISION_PILOT_REFUSAL_1 32                  /* Documents or data found untrue. */
#define KZ_PROVISION_PILOT_REFUSAL_2 33                  /* The data do not meet the legal requirements. */
#define KZ_PROVISION_PILOT_REFUSAL_3 34                  /* The person already has an IIN. */
#define KZ_PROVISION_R923_COMMENCEMENT 35                /* The registration rules start. */
/* Immigrant: a foreigner or stateless person who arrived to live in Kazakhstan, temporarily or permanently; place of temporary stay. */
#define KZ_PROVISION_R923_DEFINITIONS 36
/* Arrivals from states with a stay regime of up to ninety days register no later than the thirtieth calendar day from crossing the border. */
#define KZ_PROVISION_R923_30_DAYS 37
#define KZ_PROVISION_R923_TREATY 38                      /* Unless a ratified treaty says otherwise. */
#define KZ_PROVISION_R923_DATA 39                        /* The data to enter. */
/* The host is notified in the mobile application, and confirms or refuses. */
#define KZ_PROVISION_R923_HOST 40
/* After confirmation the state's system forms a certificate and its number. */
#define KZ_PROVISION_R923_CERTIFICATE 41
#define KZ_PROVISION_R923_REFUSAL_1 42                   /* The data are untrue. */
#define KZ_PROVISION_R923_REFUSAL_2 43                   /* The person has overstayed. */
#define KZ_PROVISION_R923_REFUSAL_3 44                   /* The host refuses. */
/* On a change of address the immigrant registers anew within five working days. */
#define KZ_PROVISION_R923_MOVE 45
/* Registering at a new place ends the old registration. */
#define KZ_PROVISION_R923_DEREGISTRATION 46
/* Houses, flats, dormitories, hotels, holiday homes, sanatoria, other premises used for living. */
#define KZ_PROVISION_R923_PLACES 47
#define KZ_PROVISION_MIA_COMMENCEMENT 48                 /* The announced start. */
/* Announced for all citizens and for foreigners permanently residing in Kazakhstan (reading: and for stateless persons). */
#define KZ_PROVISION_MIA_SCOPE 49
#define KZ_PROVISION_MIA_UNDER_12 50                     /* Children under 12: none. */
#define KZ_PROVISION_MIA_12_16 51                        /* From 12 until 16: voluntary. */
/* Taken when issuing an identity card, a passport, a foreigner's residence card, a stateless person's certificate. */
#define KZ_PROVISION_MIA_DOCUMENTS 52
/* The first time such a document is received or changed, whatever the reason. */
#define KZ_PROVISION_MIA_FIRST_TIME 53
#define KZ_PROVISION_MIA_PLACE 54                        /* At the public service centre. */
/* The patterns of the fingers are taken; palms are not mentioned. */
#define KZ_PROVISION_MIA_BIOMETRICS 55
/* The database holds a unique identifier only: no name, no IIN. */
#define KZ_PROVISION_MIA_DEPERSONALISED 56
/* A citizen who lost the passport abroad may report having been fingerprinted, for a simplified recovery. */
#define KZ_PROVISION_MIA_LOST_ABROAD 57
/* Refusing a mandatory registration: administrative liability (kind not stated). */
#define KZ_PROVISION_MIA_LIABILITY 58
/* Fingerprinting by foreign establishments leaves out visas issued electronically without a visit. */
#define KZ_PROVISION_NOTE_EVISA 59
/* A second pilot; in the embassy in Russia from 18 April 2025. */
#define KZ_PROVISION_NOTE_PILOT_2 60
/* The host notifies of an arrival, and of a change of address, within three working days. */
#define KZ_PROVISION_NOTE_ARRIVAL_NOTICE 61
/* Foreign establishments themselves take the prints of foreigners from 16 who apply there for a visa. */
#define KZ_PROVISION_NOTE_MISSION_PRINTS 62
/* Leaves out diplomats, guests of state bodies, those exempt by reciprocity, and those who physically cannot give prints. */
#define KZ_PROVISION_NOTE_MISSION_EXEMPT 63
/* The record of the prints holds the IIN only if there is one. */
#define KZ_PROVISION_NOTE_IIN_IF_ANY 64
/* A permit for temporary or permanent residence is applied for with the certificate of fingerprinting. */
#define KZ_PROVISION_NOTE_PRINTS_CERTIFICATE 65
/* A pilot adds conditions to permanent residence: language test, points, interview. */
#define KZ_PROVISION_NOTE_RESIDENCE_PILOT 66
/* Visa-free stays: at most 30 days an entry, 90 days in any 180. */
#define KZ_PROVISION_NOTE_STAY_90 67
/* Citizens of the Eurasian Economic Union: 90 days in any 180. */
#define KZ_PROVISION_NOTE_STAY_EAEU 68
#define KZ_PROVISION_NOTE_STAY_TURKEY 69                 /* Citizens of Turkey: 90 days. */
/* No registration in the first thirty days, counted from the day of entry. */
#define KZ_PROVISION_NOTE_TREATY_RUSSIA 70
#define KZ_PROVISION_NOTE_TREATY_KYRGYZSTAN 71           /* No registration in the first thirty days. */

/* ==== Vocabularies ========================================================================================
   What kz_name() and kz_text() can look up. */

#define KZ_VOCABULARY_FACT 1                             /* kz_fact. */
#define KZ_VOCABULARY_STANDING 2                         /* kz_standing. */
#define KZ_VOCABULARY_OCCASION 3                         /* kz_occasion. */
#define KZ_VOCABULARY_ACTION 4                           /* kz_action. */
#define KZ_VOCABULARY_VISA_CHANNEL 5                     /* kz_visa_channel. */
#define KZ_VOCABULARY_ANSWER 6                           /* kz_answer. */
#define KZ_VOCABULARY_LOCATION 7                         /* kz_location. */
#define KZ_VOCABULARY_EDITION 8                          /* kz_edition. */
#define KZ_VOCABULARY_AGE_READING 9                      /* kz_age_reading. */
#define KZ_VOCABULARY_OBLIGATION 10                      /* kz_obligation. */
#define KZ_VOCABULARY_WEEK 11                            /* kz_week. */
#define KZ_VOCABULARY_CERTAINTY 12                       /* kz_certainty. */
#define KZ_VOCABULARY_REASON 13                          /* kz_reason. */
#define KZ_VOCABULARY_TREATY 14                          /* kz_treaty. */
#define KZ_VOCABULARY_STAY_REGIME 15                     /* kz_stay_regime. */
#define KZ_VOCABULARY_TERM_OUTCOME 16                    /* kz_term_outcome. */
#define KZ_VOCABULARY_COVERAGE 17                        /* kz_coverage. */
#define KZ_VOCABULARY_DAY_STATE 18                       /* kz_day_state. */
#define KZ_VOCABULARY_ZONE 19                            /* kz_zone. */
#define KZ_VOCABULARY_SEX 20                             /* kz_sex. */
#define KZ_VOCABULARY_DOCUMENT 21                        /* kz_document. */
#define KZ_VOCABULARY_STATUS 22                          /* kz_status, negated; the numbers have gaps. */
#define KZ_VOCABULARY_VERDICT 23                         /* kz_verdict. */
#define KZ_VOCABULARY_STEP 24                            /* kz_step. */
#define KZ_VOCABULARY_GOAL 25                            /* kz_goal. */
#define KZ_VOCABULARY_EVENT 26                           /* kz_event. */
#define KZ_VOCABULARY_CASE_STATE 27                      /* kz_case_state. */
#define KZ_VOCABULARY_TERM 28                            /* kz_term. */
#define KZ_VOCABULARY_DATA_ITEM 29                       /* kz_data_item. */
#define KZ_VOCABULARY_PLACE_OF_STAY 30                   /* kz_place_of_stay. */
#define KZ_VOCABULARY_CERTIFICATE_FIELD 31               /* kz_certificate_field. */
#define KZ_VOCABULARY_LAW_KNOWN 32                       /* kz_law_known. */
#define KZ_VOCABULARY_MISSION_KIND 33                    /* kz_mission_kind. */
#define KZ_VOCABULARY_PROCEDURE 34                       /* kz_procedure. */
#define KZ_VOCABULARY_FINDING 35                         /* kz_finding. */
#define KZ_VOCABULARY_CURE 36                            /* kz_cure. */
#define KZ_VOCABULARY_PROVISION 37                       /* kz_provision. */
#define KZ_VOCABULARY_BIRTH_PRECISION 38                 /* kz_birth_precision. */
#define KZ_VOCABULARY_OUTCOME 39                         /* kz_outcome. */
#define KZ_VOCABULARY_FIRST_DAY 40                       /* kz_first_day. */
#define KZ_VOCABULARY_AGE_BAND 41                        /* kz_age_band. */
#define KZ_VOCABULARY_LANGUAGE 42                        /* kz_language. */
#define KZ_VOCABULARY_STAY_STATE 43                      /* kz_stay_state. */
#define KZ_VOCABULARY_DOCUMENT_KIND 44                   /* kz_document_kind. */


/* ==== Stack =============================================================================================== */

/* The stack that each call takes on a Cortex-M0, in bytes: the limit, from the frames along the deepest
   chain of calls; then the measured value. kz_law_open() takes in addition what its verifier takes;
   kz_ed25519(), which takes several kilobytes, is not measured.

   kz_abi_version                   8     8
   kz_add_working_days            472   452
   kz_assess                      716   716
   kz_assess_columns             1196  1196
   kz_assess_many                 756   756
   kz_case_apply                 1032   972
   kz_case_day                   1296  1296
   kz_case_get                   1128  1068
   kz_case_init                   512   452
   kz_case_window                1632  1632
   kz_certificate_check           432   424
   kz_certificate_render         1232  1172
   kz_country_get                 272   240
   kz_data_missing                 36    36
   kz_explain                     772   772
   kz_fact_vocabulary               8     8
   kz_facts_set                   128   128
   kz_iin_check                   192   132
   kz_iin_papers                  584   276
   kz_iin_way_at                  656   624
   kz_is_working_day              456   436
   kz_law_choose                  128   128
   kz_law_get                      40    40
   kz_law_open                   1672  1496
   kz_law_open_already_verified  1664  1488
   kz_law_self_test               676   180
   kz_local_date                  176   176
   kz_milestone_after             512   512
   kz_mission_in_pilot            152    92
   kz_mrz_fault_get               664   320
   kz_mrz_read                    704   644
   kz_name                        148    24
   kz_pack_fault_get             1648  1472
   kz_plan                       1472  1432
   kz_provision_at                 16    16
   kz_provision_get               104   104
   kz_qr_encode                   680   680
   kz_receipt_issue              1108  1108
   kz_receipt_verify             1224  1224
   kz_refusal_get                  52    52
   kz_status_name                  24    24
   kz_stay_count                  380   380
   kz_text_en                     252    20
   kz_text_kk                     252    20
   kz_text_ru                     252    20
   kz_ticket_issue                716   716
   kz_ticket_read                 456   400
   kz_today                       176   176
   kz_version_string                8     8
   kz_vocabulary_count             96    32
   kz_window_get                 1640  1640
   kz_window_state                128   128 */

#ifdef __cplusplus
}
#endif

#endif /* KZ_RULES_H */
