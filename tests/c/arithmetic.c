/* Days, working days, windows, the clock and counts of a case, at the ends of all years and with any calendar, beside a second
   way to compute them: by counting days one by one. */
#include "check.h"

#include <string.h>

enum { YEARS_MAX = 7, LAST_YEAR = 9999 };

/* The days from 0001-01-01: that day is number 1. */
static long number_of(kz_date day)
{
    long before = day.year - 1L, number = before * 365 + before / 4 - before / 100 + before / 400;
    unsigned month;
    for (month = 1; month < day.month; month++)
        number += days_of(day.year, month);
    return number + day.day;
}

static kz_date day_of(long number)
{
    kz_date day = {1, 1, 1};
    long years = (number - 1) / 366;
    day.year = (uint16_t)(1 + years);
    while (day.year < LAST_YEAR) {
        kz_date next = {(uint16_t)(day.year + 1), 1, 1};
        if (number_of(next) > number)
            break;
        day.year++;
    }
    number -= number_of(day);
    while (number >= (long)days_of(day.year, day.month))
        number -= (long)days_of(day.year, day.month++);
    day.day = (uint8_t)(1 + number);
    return day;
}

static kz_date date(unsigned year, unsigned month, unsigned day)
{
    kz_date made = {(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return made;
}

static int is_same(kz_date one, kz_date other)
{
    return memcmp(&one, &other, sizeof one) == 0;
}

static long first_day, last_day;

static kz_year years[YEARS_MAX];
static unsigned year_count;

/* Whether a day is worked by the caller's calendar, which covers it; -1 if it does not. */
static int is_worked(long number, kz_week week)
{
    kz_date day = day_of(number);
    unsigned place;
    for (place = 0; place < year_count; place++)
        if (years[place].year == day.year)
            return (week == KZ_WEEK_SIX ? years[place].six : years[place].five)[day.month - 1] >> (day.day - 1) & 1;
    return -1;
}

/* Years in which all days are worked, none, five of seven at random, few, or every other. */
static void make_years(unsigned first, unsigned count, unsigned kind)
{
    static const unsigned of_forty[] = {40, 0, 28, 1, 20};
    unsigned place, month, day;
    memset(years, 0, sizeof years);
    year_count = count;
    for (place = 0; place < count; place++) {
        years[place].year = (uint16_t)(first + place);
        years[place].certainty = (uint8_t)(1 + below(2));
        for (month = 1; month <= 12; month++)
            for (day = 0; day < days_of(first + place, month); day++) {
                years[place].five[month - 1] |= (uint32_t)(below(40) < of_forty[kind]) << day;
                years[place].six[month - 1] |= (uint32_t)(below(7) < 6) << day;
            }
    }
}

/* The first working day from a day on, past the last covered day 0. */
static long next_worked(long number, kz_week week)
{
    for (; number <= last_day; number++) {
        int worked = is_worked(number, week);
        if (worked != 0)
            return worked > 0 ? number : 0;
    }
    return 0;
}

static void working_days(long from)
{
    uint16_t days = (uint16_t)(below(3) ? below(60) : below(65536));
    kz_first_day first = (kz_first_day)below(3);
    kz_week week = (kz_week)below(3);
    kz_date found;
    kz_status status = kz_add_working_days(NULL, day_of(from), days, first, week, years, year_count, &found);
    long at = from - 1;
    unsigned left;
    if (days == 0) {
        CHECK(status == KZ_OK && is_same(found, day_of(from)));
        return;
    }
    if (first != KZ_FIRST_DAY_EVENT)
        at++;
    for (left = days; left > 0; left--) {
        at = next_worked(at + 1, week);
        if (at == 0) {
            CHECK(status == KZ_ERROR_CALENDAR_NOT_COVERED);
            return;
        }
    }
    CHECK(status == KZ_OK && is_same(found, day_of(at)));
}

/* The window of a registration: thirty days or those of a treaty, the day of arrival counted or not; not before the rules
   began. */
static void registration(long from)
{
    kz_term_question question = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, 0, 0, 0, 0, 0, 0, 0};
    long on = from + (long)below(800), rules = number_of(date(2026, 7, 1)), stay = 0, strict, lenient;
    unsigned days = 30;
    kz_window window;
    kz_window_day stands;
    kz_status status;
    question.from = day_of(from);
    question.on = day_of(on < last_day ? on : last_day);
    question.week = (kz_week)below(3);
    question.treaty = below(3) ? KZ_TREATY_NONE : KZ_TREATY_DAYS;
    if (question.treaty == KZ_TREATY_DAYS)
        question.treaty_days = (uint16_t)(days = below(9) ? below(368) : below(65536));
    if (below(2)) {
        stay = from - 5 + (long)below(100);
        stay = stay < first_day ? first_day : stay > last_day ? last_day : stay;
        question.stay_until = day_of(stay);
    }
    status = kz_window_get(NULL, KZ_TERM_REGISTRATION, &question, years, year_count, &window);
    if (number_of(question.on) < rules) {
        CHECK(status == KZ_OK && window.outcome == KZ_TERM_OUTCOME_NOT_IN_FORCE);
        return;
    }
    if (days < 1 || days > 366) {
        CHECK(status == KZ_ERROR_TREATY_DAYS);
        return;
    }
    strict = from + (long)days - 1;
    lenient = next_worked((from > rules ? from : rules) + (long)days, question.week);
    if (strict < rules && from < rules)
        strict = rules;
    if (stay >= from && stay >= rules && strict > stay)
        strict = stay;
    if (lenient == 0 || (strict <= last_day && is_worked(strict, KZ_WEEK_FIVE) < 0)) {
        CHECK(status == KZ_ERROR_CALENDAR_NOT_COVERED);
        return;
    }
    CHECK(status == KZ_OK && window.outcome == KZ_TERM_OUTCOME_WINDOW);
    CHECK(is_same(window.strict, day_of(strict)) && is_same(window.lenient, day_of(lenient)));
    on = from + (long)below(500) - 50;
    on = on < first_day ? first_day : on > last_day ? last_day : on;
    CHECK(kz_window_state(&window, day_of(on), &stands) == KZ_OK);
    CHECK(stands.days_left == strict - on);
    CHECK(stands.days_late == (from < rules || on <= lenient ? 0 : on - lenient));
    if (stay != 0 && on > stay)
        CHECK(stands.state == KZ_DAY_STATE_BARRED);
    else if (on <= strict)
        CHECK(stands.state == (on < strict ? KZ_DAY_STATE_OPEN : KZ_DAY_STATE_DUE_TODAY));
    else
        CHECK(stands.state == (from < rules || on <= lenient ? KZ_DAY_STATE_CONTESTED : KZ_DAY_STATE_OVERDUE));
}

/* The windows and days counted at the last days of all years and the first. */
static void ends(void)
{
    static const unsigned firsts[] = {LAST_YEAR - 3, 1, 2026};
    unsigned place, kind, run;
    for (place = 0; place < 3; place++)
        for (kind = 0; kind < 5; kind++) {
            unsigned first = firsts[place], count = first == 2026 ? YEARS_MAX : 4;
            long begin = number_of(date(first, 1, 1)), end = number_of(date(first + count - 1, 12, 31));
            make_years(first, count, kind);
            for (run = 0; run < 2000; run++) {
                long from = begin + (long)below((uint32_t)(end - begin + 1));
                from = run % 4 == 0 ? end - (long)below(400) : run % 16 == 1 ? begin + (long)below(20) : from;
                working_days(from);
                registration(from);
            }
        }
}

/* A window that ends on the last day of all: where every day is worked, each term that begins late enough does. */
static void last_window(void)
{
    static const struct {
        kz_term term;
        uint8_t from, month;
        kz_status status;
    } asked[] = {
        {KZ_TERM_REGISTRATION, 1, 12, KZ_OK}, {KZ_TERM_REGISTRATION, 2, 12, KZ_ERROR_CALENDAR_NOT_COVERED},
        {KZ_TERM_MOVE, 26, 12, KZ_OK},        {KZ_TERM_MOVE, 27, 12, KZ_ERROR_CALENDAR_NOT_COVERED},
    };
    unsigned place;
    make_years(LAST_YEAR, 1, 0);
    for (place = 0; place < sizeof asked / sizeof *asked; place++) {
        kz_term_question question = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, 0, KZ_TREATY_NONE, 0, 0, 0, 0, 0};
        kz_window window;
        question.from = question.on = date(LAST_YEAR, asked[place].month, asked[place].from);
        CHECK(kz_window_get(NULL, asked[place].term, &question, years, year_count, &window) == asked[place].status);
        if (asked[place].status == KZ_OK)
            CHECK(is_same(window.lenient, date(LAST_YEAR, 12, 31)));
    }
}

static void far_windows(void)
{
    kz_window window;
    kz_window_day stands;
    memset(&window, 0, sizeof window);
    window.outcome = KZ_TERM_OUTCOME_WINDOW;
    window.transitional = KZ_ANSWER_NO;
    window.certainty = KZ_CERTAINTY_PUBLISHED;
    window.provision = KZ_PROVISION_L50_ONCE;
    window.strict = window.lenient = date(LAST_YEAR, 12, 31);
    CHECK(kz_window_state(&window, date(1, 1, 1), &stands) == KZ_OK);
    CHECK(stands.days_left == last_day - first_day && stands.days_late == 0);
    window.strict = window.lenient = date(1, 1, 1);
    CHECK(kz_window_state(&window, date(LAST_YEAR, 12, 31), &stands) == KZ_OK);
    CHECK(stands.days_left == first_day - last_day && stands.days_late == last_day - first_day);
}

/* Until when the answer holds for a child whose sixteenth birthday is at the end of all years. */
static void last_birthdays(void)
{
    static const struct {
        kz_date on, born, holds_until;
        kz_age_reading reading;
    } asked[] = {
        {{9998, 1, 1}, {9983, 12, 31}, {9999, 12, 31}, KZ_AGE_READING_BIRTHDAY},
        {{9999, 12, 30}, {9983, 12, 30}, {9999, 12, 31}, KZ_AGE_READING_DAY_AFTER},
        {{9999, 12, 30}, {9983, 12, 31}, {0, 0, 0}, KZ_AGE_READING_DAY_AFTER},
        {{9999, 12, 31}, {9984, 1, 1}, {0, 0, 0}, KZ_AGE_READING_BIRTHDAY},
        {{9984, 2, 28}, {9968, 2, 29}, {9984, 2, 29}, KZ_AGE_READING_BIRTHDAY},
        {{9983, 2, 28}, {9967, 3, 1}, {9983, 3, 1}, KZ_AGE_READING_BIRTHDAY},
    };
    unsigned place;
    for (place = 0; place < sizeof asked / sizeof *asked; place++) {
        kz_facts facts;
        kz_assessment answer;
        memset(&facts, 0, sizeof facts);
        facts.on = asked[place].on;
        facts.birth = asked[place].born;
        facts.birth_precision = KZ_BIRTH_PRECISION_DAY;
        facts.age_reading = asked[place].reading;
        facts.standing = KZ_STANDING_FOREIGNER;
        facts.occasion = KZ_OCCASION_RESIDENCE_CARD;
        facts.action = KZ_ACTION_FIRST_ISSUE;
        facts.fingerprinted = KZ_ANSWER_NO;
        CHECK(kz_assess(NULL, &facts, &answer) == KZ_OK);
        CHECK(answer.obligation == KZ_OBLIGATION_NOT_REQUIRED && is_same(answer.holds_until, asked[place].holds_until));
    }
}

/* A stay going on at the end of all years, and the next entry after it. */
static void last_stays(void)
{
    kz_stay_rule rule = {30, 90, 180};
    kz_stay stay = {{9999, 12, 2}, {0, 0, 0}};
    kz_stay_answer answer;
    CHECK(kz_stay_count(date(9999, 12, 31), &rule, &stay, 1, &answer) == KZ_OK);
    CHECK(answer.state == KZ_STAY_STATE_IN_TIME && answer.used_strict == 30);
    CHECK(answer.last_strict.kind == KZ_LAST_DAY_KIND_UNLIMITED && answer.last_lenient.kind == KZ_LAST_DAY_KIND_UNLIMITED);
    stay.entered = date(9999, 12, 1);
    CHECK(kz_stay_count(date(9999, 12, 31), &rule, &stay, 1, &answer) == KZ_OK);
    CHECK(answer.state == KZ_STAY_STATE_CONTESTED && is_same(answer.last_strict.day, date(9999, 12, 30)));
    CHECK(answer.last_lenient.kind == KZ_LAST_DAY_KIND_UNLIMITED);
    stay.entered = date(9999, 9, 1);
    stay.left = date(9999, 12, 31);
    CHECK(kz_stay_count(date(9999, 12, 31), &rule, &stay, 1, &answer) == KZ_OK);
    CHECK(answer.state == KZ_STAY_STATE_OUTSIDE && is_same(answer.next_entry, date(0, 0, 0)));
    stay.entered = stay.left = date(1, 1, 1);
    CHECK(kz_stay_count(date(1, 1, 1), &rule, &stay, 1, &answer) == KZ_OK);
    CHECK(answer.used_strict == 1 && answer.used_lenient == 0 && is_same(answer.next_entry, date(1, 1, 1)));
}

/* The local day of any moment: UTC+6 in the east until 2024-03-01, UTC+5 everywhere since. */
static void clock_(void)
{
    static const int64_t hours = 3600, merged = 1709229600, from = 1546300800, to = 253402300800;
    static const int64_t special[] = {
        INT64_MIN, INT64_MIN + 18000, INT64_MIN + 21600, INT64_MAX, INT64_MAX - 18000, INT64_MAX - 21600, -1, 0, 1,
        INT32_MIN, INT32_MAX, (int64_t)INT32_MAX + 1, UINT32_MAX, (int64_t)UINT32_MAX + 1,
    };
    const long epoch = number_of(date(1970, 1, 1));
    unsigned run;
    for (run = 0; run < 200000; run++) {
        kz_zone zone = (kz_zone)(1 + run % 2);
        unsigned kind = below(6), place = run / 2;
        int64_t seconds = kind == 0 ? from - 100000 + (int64_t)below(200000)
            : kind == 1             ? to - 200000 + (int64_t)below(400000)
            : kind == 2             ? merged - 100000 + (int64_t)below(200000)
            : kind == 3             ? (int64_t)random_number()
                                    : from + (int64_t)(random_number() % (uint64_t)(to - from));
        kz_date day;
        kz_status status;
        long number = 0;
        if (place < sizeof special / sizeof *special)
            seconds = special[place];
        status = kz_local_date(NULL, seconds, zone, &day);
        if (seconds > 0 && seconds < 2 * to) {
            int64_t offset = zone == KZ_ZONE_EAST && seconds < merged ? 6 : 5;
            number = epoch + (long)((seconds + offset * hours) / (24 * hours));
        }
        if (number < number_of(date(2019, 1, 1)) || number > last_day)
            CHECK(status == KZ_ERROR_CLOCK_NOT_SUPPORTED);
        else
            CHECK(status == KZ_OK && is_same(day, day_of(number)));
    }
}

/* The counts of a case stop at the most that fits, and the case goes on. */
static void counts(void)
{
    static const kz_arrival arrival = {{2026, 8, 3}, {0, 0, 0}, 0, KZ_TREATY_NONE, KZ_WEEK_FIVE};
    static const kz_event round[] = {KZ_EVENT_SUBMIT, KZ_EVENT_HOST_CONFIRMS, KZ_EVENT_MOVE};
    kz_case it;
    kz_case_view view;
    unsigned long number;
    CHECK(kz_case_init(&arrival, &it) == KZ_OK);
    for (number = 0; number < 3ul * 65540; number++) {
        kz_case_event event = {{2026, 8, 4}, {0, 0, 0}, 0, 0, 0, {0, 0}};
        event.event = round[number % 3];
        if (event.event == KZ_EVENT_SUBMIT) {
            event.data = 127;
            event.place = KZ_PLACE_OF_STAY_HOUSE;
        }
        CHECK(kz_case_apply(NULL, &it, &event) == KZ_OK);
    }
    CHECK(kz_case_get(NULL, &it, &view) == KZ_OK && view.events == 65535 && view.registrations == 65535);
}

int main(void)
{
    first_day = number_of(date(1, 1, 1));
    last_day = number_of(date(LAST_YEAR, 12, 31));
    ends();
    last_window();
    far_windows();
    last_birthdays();
    last_stays();
    clock_();
    counts();
    return 0;
}
