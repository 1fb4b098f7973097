/* The kinds of tables that can be answered, one file each. */
#ifndef KINDS_H
#define KINDS_H

#include "input/line.h"
#include "input/table.h"
#include "input/terms.h"
#include "kz_rules.h"
#include "lines/registration.h"
#include "lines/stay.h"

/* Requirements for the records of a kind. */
enum {
    LINES_OPAQUE_ID = 1,   /* an id that contains an IIN is refused */
    LINES_ALL_ANSWERED = 2 /* a record that is not ok makes the exit status an error */
};

typedef struct {
    const char *name;
    const table_form *form;
    const char *results; /* the names of the columns of the answer */
    /* Writes these columns, the status first; or returns the error and writes nothing. */
    kz_status (*answer)(const void *question);
    unsigned held_to;
} lines_kind;

extern const lines_kind lines_assess, lines_plan, lines_terms, lines_registration, lines_stay,
    lines_country, lines_ticket, lines_refusal, lines_pilot, lines_iin, lines_calendar, lines_clock,
    lines_receipts, lines_verify;

/* The questions that are not in input/, registration.h or stay.h. */

typedef struct {
    kz_facts facts;
    uint8_t identifier[KZ_IDENTIFIER_BYTES];
} ticket_question;

typedef struct {
    kz_date on;
    text country;
} country_question;

typedef struct {
    kz_procedure procedure;
    kz_finding finding;
} refusal_question;

typedef struct {
    kz_date on;
    kz_mission_kind kind;
    text country;
    kz_answer latin_or_cyrillic, convention_state;
} pilot_question;

typedef struct {
    kz_date date;
    kz_week week;
} calendar_question;

typedef struct {
    int64_t unix_seconds;
    kz_zone zone;
} clock_question;

typedef struct {
    size_t length;
    uint8_t bytes[LINE_MAX_BYTES / 2]; /* another version may be longer */
} verify_question;

/* Room for any question. */
typedef union {
    kz_facts facts;
    ticket_question ticket;
    terms_question term;
    registration_question registration;
    stay_question stay;
    country_question country;
    refusal_question refusal;
    pilot_question pilot;
    text iin;
    calendar_question calendar;
    clock_question clock;
    verify_question receipt;
} lines_question;

#endif
