#include "if_chain.h"

#include <string.h>

/* A day as a number that sorts like days; only for comparisons. */
typedef uint32_t day;
#define DAY(year, month, of_month) (((day)(year) << 9) | ((day)(month) << 5) | (day)(of_month))
#define NEVER DAY(10000, 1, 1)

#define COMMENCEMENT DAY(2024, 1, 1)
#define SUSPENSION_END DAY(2025, 7, 1)
#define MISSION_NOTES DAY(2025, 10, 21)
#define PRINTS_CERTIFICATE_NOTE DAY(2024, 12, 8)
#define KNOWN_UNTIL DAY(2025, 11, 19)

static int is_leap_year(unsigned year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned length_of_month(unsigned year, unsigned month)
{
    static const uint8_t lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : lengths[month - 1];
}

static int is_date(kz_date date)
{
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12
        && date.day >= 1 && date.day <= length_of_month(date.year, date.month);
}

/* The day on which a person born on 'birth' reaches an age. */
static day reaches(kz_date birth, unsigned age, kz_age_reading reading)
{
    unsigned year = birth.year + age;
    unsigned month = birth.month;
    unsigned of_month = birth.day;

    if (month == 2 && of_month == 29 && !is_leap_year(year)) {
        month = 3;
        of_month = 1;
    }
    if (reading == KZ_AGE_READING_DAY_AFTER) {
        of_month++;
        if (of_month > length_of_month(year, month)) {
            of_month = 1;
            month++;
            if (month > 12) {
                month = 1;
                year++;
            }
        }
    }
    return year > 9999 ? NEVER : DAY(year, month, of_month);
}

/* The obligation and its basis for an occasion, for a person of 16 or older who is to be asked. */
static inline kz_obligation by_occasion(kz_occasion occasion, kz_action action,
                                        kz_visa_channel channel, int is_suspended,
                                        kz_provision *basis)
{
    switch (occasion) {
    case KZ_OCCASION_VISA:
        if (action == KZ_ACTION_FIRST_ISSUE && is_suspended
            && (channel == KZ_VISA_CHANNEL_AIRPORT || channel == KZ_VISA_CHANNEL_ELECTRONIC)) {
            *basis = KZ_PROVISION_L50_VISA_SUSPENSION;
            return KZ_OBLIGATION_SUSPENDED;
        }
        *basis = KZ_PROVISION_L50_CASE_6;
        return KZ_OBLIGATION_MANDATORY;
    case KZ_OCCASION_SEAFARER_IDENTITY:
        *basis = KZ_PROVISION_L50_CASE_1;
        return KZ_OBLIGATION_MANDATORY;
    case KZ_OCCASION_TEMPORARY_RESIDENCE_PERMIT:
    case KZ_OCCASION_PERMANENT_RESIDENCE_PERMIT:
        *basis = KZ_PROVISION_L50_CASE_2;
        return KZ_OBLIGATION_MANDATORY;
    case KZ_OCCASION_RESIDENCE_CARD:
    case KZ_OCCASION_STATELESS_IDENTITY:
        *basis = KZ_PROVISION_L50_CASE_3;
        return KZ_OBLIGATION_MANDATORY;
    case KZ_OCCASION_ASYLUM_SEEKER_STATUS:
    case KZ_OCCASION_REFUGEE_CERTIFICATE:
    case KZ_OCCASION_REFUGEE_TRAVEL_DOCUMENT:
        *basis = KZ_PROVISION_L50_CASE_4;
        return KZ_OBLIGATION_MANDATORY;
    case KZ_OCCASION_EXPULSION:
    case KZ_OCCASION_READMISSION:
        *basis = KZ_PROVISION_L50_CASE_5;
        return KZ_OBLIGATION_MANDATORY;
    default:
        *basis = KZ_PROVISION_L50_CASES;
        return KZ_OBLIGATION_NOT_REQUIRED;
    }
}

/* The obligation on a day, and its basis. */
static kz_obligation decide(const kz_facts *facts, day on, day sixteen, kz_provision *basis)
{
    if (on < COMMENCEMENT) {
        *basis = KZ_PROVISION_L50_COMMENCEMENT;
        return KZ_OBLIGATION_NOT_IN_FORCE;
    }
    if (facts->fingerprinted == KZ_ANSWER_YES) {
        *basis = KZ_PROVISION_L50_ONCE;
        return KZ_OBLIGATION_NOT_REQUIRED;
    }
    if (facts->standing == KZ_STANDING_CITIZEN) {
        *basis = KZ_PROVISION_L50_CITIZEN_VOLUNTARY;
        return KZ_OBLIGATION_VOLUNTARY;
    }
    if (on < sixteen) {
        *basis = KZ_PROVISION_L50_AGE_16;
        return KZ_OBLIGATION_NOT_REQUIRED;
    }
    if (facts->action == KZ_ACTION_HOLDING && facts->held_at_commencement == KZ_ANSWER_YES
        && (facts->occasion == KZ_OCCASION_TEMPORARY_RESIDENCE_PERMIT
            || facts->occasion == KZ_OCCASION_RESIDENCE_CARD
            || facts->occasion == KZ_OCCASION_VISA)) {
        *basis = KZ_PROVISION_L50_HELD_DOCUMENT;
        return KZ_OBLIGATION_NOT_REQUIRED;
    }
    if (facts->action == KZ_ACTION_HOLDING && facts->occasion != KZ_OCCASION_EXPULSION
        && facts->occasion != KZ_OCCASION_READMISSION) {
        *basis = KZ_PROVISION_L50_CASES;
        return KZ_OBLIGATION_NOT_REQUIRED;
    }
    return by_occasion(facts->occasion, facts->action, facts->visa_channel, on < SUSPENSION_END, basis);
}

/* Whether the Ministry announced it as mandatory for a citizen who is not fingerprinted yet. */
static int announced_as_mandatory(const kz_facts *facts, day on, day sixteen)
{
    return on >= sixteen && facts->action != KZ_ACTION_HOLDING
        && (facts->occasion == KZ_OCCASION_CITIZEN_PASSPORT
            || facts->occasion == KZ_OCCASION_CITIZEN_IDENTITY_CARD
            || facts->occasion == KZ_OCCASION_RESIDENCE_CARD
            || facts->occasion == KZ_OCCASION_STATELESS_IDENTITY);
}

static kz_date date_of(day of)
{
    kz_date date;

    date.year = (uint16_t)(of >> 9);
    date.month = (uint8_t)(of >> 5 & 15);
    date.day = (uint8_t)(of & 31);
    return date;
}

static void caution(kz_assessment *out, kz_provision provision)
{
    out->cautions[out->caution_count++] = provision;
}

kz_status if_chain(const kz_facts *facts, kz_assessment *out)
{
    day on, birth, sixteen, change;
    kz_obligation obligation;
    kz_provision basis, ignored;

    if (!is_date(facts->on)) {
        return KZ_ERROR_BAD_ON;
    }
    if (!is_date(facts->birth)) {
        return KZ_ERROR_BAD_BIRTH;
    }
    on = DAY(facts->on.year, facts->on.month, facts->on.day);
    birth = DAY(facts->birth.year, facts->birth.month, facts->birth.day);
    if (birth > on) {
        return KZ_ERROR_BIRTH_AFTER_DECISION;
    }
    sixteen = reaches(facts->birth, 16, facts->age_reading);
    obligation = decide(facts, on, sixteen, &basis);

    memset(out, 0, sizeof *out);
    out->outcome = KZ_OUTCOME_DECIDED;
    out->obligation = obligation;
    out->obligations = (kz_set)(1u << (obligation - 1));
    out->basis[0] = basis;
    out->basis_count = 1;
    out->law = on <= KNOWN_UNTIL ? KZ_LAW_KNOWN_KNOWN : KZ_LAW_KNOWN_ASSUMED;

    /* Three days may change the obligation; it holds until the first of them that does. */
    change = NEVER;
    if (on < COMMENCEMENT) {
        change = COMMENCEMENT;
    } else if (obligation == KZ_OBLIGATION_SUSPENDED) {
        change = SUSPENSION_END;
    } else if (on < sixteen && sixteen < NEVER
               && decide(facts, sixteen, sixteen, &ignored) != obligation) {
        change = sixteen;
    }
    if (change != NEVER) {
        out->holds_until = date_of(change);
    }

    if (obligation == KZ_OBLIGATION_VOLUNTARY) {
        if (announced_as_mandatory(facts, on, sixteen)) {
            out->conflict[0] = KZ_PROVISION_L50_CITIZEN_VOLUNTARY;
            out->conflict[1] = KZ_PROVISION_MIA_SCOPE;
        }
        if (on < reaches(facts->birth, 12, facts->age_reading)) {
            caution(out, KZ_PROVISION_MIA_UNDER_12);
        }
    } else if (obligation == KZ_OBLIGATION_MANDATORY) {
        if (on >= MISSION_NOTES && facts->occasion == KZ_OCCASION_VISA) {
            if (facts->visa_channel == KZ_VISA_CHANNEL_ELECTRONIC) {
                caution(out, KZ_PROVISION_NOTE_EVISA);
            } else if (facts->visa_channel == KZ_VISA_CHANNEL_FOREIGN_MISSION) {
                caution(out, KZ_PROVISION_NOTE_MISSION_PRINTS);
                caution(out, KZ_PROVISION_NOTE_MISSION_EXEMPT);
            }
        }
        out->consequence = KZ_PROVISION_L50_REFUSAL;
        out->papers = KZ_PROVISION_L50_PAPERS;
        out->place = KZ_PROVISION_L50_PLACE;
        out->collectors_home = KZ_PROVISION_L50_COLLECTORS_HOME;
        out->collectors_abroad = KZ_PROVISION_L50_COLLECTORS_ABROAD;
        out->taken = KZ_PROVISION_L50_BIOMETRICS;
        out->issued = KZ_PROVISION_L50_CERTIFICATE;
    }
    if (on >= PRINTS_CERTIFICATE_NOTE && facts->fingerprinted == KZ_ANSWER_YES
        && facts->standing != KZ_STANDING_CITIZEN && facts->action != KZ_ACTION_HOLDING
        && (facts->occasion == KZ_OCCASION_TEMPORARY_RESIDENCE_PERMIT
            || facts->occasion == KZ_OCCASION_PERMANENT_RESIDENCE_PERMIT)) {
        caution(out, KZ_PROVISION_NOTE_PRINTS_CERTIFICATE);
    }
    return KZ_OK;
}

kz_status if_chain_many(const kz_facts *facts, size_t count, kz_assessment *out)
{
    kz_status status = KZ_OK;
    size_t i;

    for (i = 0; i < count && status == KZ_OK; i++) {
        status = if_chain(&facts[i], &out[i]);
    }
    return status;
}

/* Days from 1970-01-01. */
#define FIRST_DAY (-719162)
#define LAST_DAY 2932896
#define COMMENCEMENT_DAY 19723
#define SUSPENSION_END_DAY 20270

/* The date of a day, by the usual algorithm with eras of 400 years that begin in March. */
static kz_date civil(int32_t number)
{
    unsigned days = (unsigned)(number + 719468);
    unsigned era = days / 146097;
    unsigned of_era = days % 146097;
    unsigned year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    unsigned of_year = of_era - (365 * year + year / 4 - year / 100);
    unsigned month = (5 * of_year + 2) / 153;
    kz_date date;

    date.day = (uint8_t)(of_year - (153 * month + 2) / 5 + 1);
    date.month = (uint8_t)(month < 10 ? month + 3 : month - 9);
    date.year = (uint16_t)(year + 400 * era + (date.month <= 2));
    return date;
}

/* Whether a person is 16. Dates are computed only for persons who are not clearly older or younger. */
static int is_sixteen(int32_t on, int32_t birth, kz_age_reading reading)
{
    kz_date date;

    if (on - birth > 17 * 366) {
        return 1;
    }
    if (on - birth < 15 * 365) {
        return 0;
    }
    date = civil(on);
    return DAY(date.year, date.month, date.day) >= reaches(civil(birth), 16, reading);
}

/* The obligation of one row, and its basis. */
static kz_obligation decide_row(const kz_fact_columns *facts, size_t i, kz_age_reading reading,
                                kz_provision *basis)
{
    int32_t on = facts->on[i];
    kz_occasion occasion;

    if (on < COMMENCEMENT_DAY) {
        *basis = KZ_PROVISION_L50_COMMENCEMENT;
        return KZ_OBLIGATION_NOT_IN_FORCE;
    }
    if (facts->fingerprinted[i] == KZ_ANSWER_YES) {
        *basis = KZ_PROVISION_L50_ONCE;
        return KZ_OBLIGATION_NOT_REQUIRED;
    }
    if (facts->standing[i] == KZ_STANDING_CITIZEN) {
        *basis = KZ_PROVISION_L50_CITIZEN_VOLUNTARY;
        return KZ_OBLIGATION_VOLUNTARY;
    }
    if (!is_sixteen(on, facts->birth[i], reading)) {
        *basis = KZ_PROVISION_L50_AGE_16;
        return KZ_OBLIGATION_NOT_REQUIRED;
    }
    occasion = facts->occasion[i];
    if (facts->action[i] == KZ_ACTION_HOLDING) {
        if (facts->held_at_commencement[i] == KZ_ANSWER_YES
            && (occasion == KZ_OCCASION_TEMPORARY_RESIDENCE_PERMIT
                || occasion == KZ_OCCASION_RESIDENCE_CARD || occasion == KZ_OCCASION_VISA)) {
            *basis = KZ_PROVISION_L50_HELD_DOCUMENT;
            return KZ_OBLIGATION_NOT_REQUIRED;
        }
        if (occasion != KZ_OCCASION_EXPULSION && occasion != KZ_OCCASION_READMISSION) {
            *basis = KZ_PROVISION_L50_CASES;
            return KZ_OBLIGATION_NOT_REQUIRED;
        }
    }
    return by_occasion(occasion, facts->action[i], facts->visa_channel[i], on < SUSPENSION_END_DAY,
                       basis);
}

void if_chain_columns(const kz_fact_columns *facts, size_t count, kz_age_reading reading,
                      const kz_answer_columns *answers)
{
    size_t i;

    for (i = 0; i < count; i++) {
        int32_t on = facts->on[i], birth = facts->birth[i];
        kz_obligation obligation;

        answers->obligations[i] = 0;
        answers->basis[i] = 0;
        answers->ask[i] = 0;
        if (on < FIRST_DAY || on > LAST_DAY) {
            answers->status[i] = KZ_ERROR_BAD_ON;
            continue;
        }
        if (birth < FIRST_DAY || birth > LAST_DAY) {
            answers->status[i] = KZ_ERROR_BAD_BIRTH;
            continue;
        }
        if (birth > on) {
            answers->status[i] = KZ_ERROR_BIRTH_AFTER_DECISION;
            continue;
        }
        obligation = decide_row(facts, i, reading, &answers->basis[i]);
        answers->obligations[i] = (uint8_t)(1u << (obligation - 1));
        answers->status[i] = KZ_OK;
    }
}
