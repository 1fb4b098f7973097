#include "lines/lines.h"

#include "input/csv.h"
#include "input/day.h"
#include "input/facts.h"
#include "input/hex.h"
#include "input/line.h"
#include "input/table.h"
#include "input/terms.h"
#include "kiosk.h"
#include "lines/country.h"
#include "lines/registration.h"
#include "lines/stay.h"
#include "ui/out.h"
#include "words.h"

#include <string.h>

/* A list: what separates its next item. */
static const char *separate(int *any)
{
    const char *separator = *any ? "|" : "";

    *any = 1;
    return separator;
}

static void write_set(kz_set set, kz_vocabulary of)
{
    const char *word;
    int any = 0;
    uint8_t value;

    for (value = 1; *(word = words_of(of, value)) != '\0'; value++) {
        if (KZ_SET_HAS(set, value)) {
            out(separate(&any));
            out(word);
        }
    }
}

static void write_provisions(const kz_provision *provisions, unsigned count)
{
    int any = 0;
    unsigned i;

    for (i = 0; i < count; i++) {
        out(separate(&any));
        out(words_provision(provisions[i]));
    }
}

static void sort_by_name(kz_provision *provisions, unsigned count)
{
    unsigned i, at;

    for (i = 1; i < count; i++) {
        const kz_provision moving = provisions[i];
        const char *const name = words_provision(moving);

        for (at = i; at > 0 && strcmp(words_provision(provisions[at - 1]), name) > 0; at--) {
            provisions[at] = provisions[at - 1];
        }
        provisions[at] = moving;
    }
}

static void write_day(kz_date day)
{
    char buffer[OUT_DAY_BYTES];

    out(out_day(day, buffer));
}

/* Whether the law is known on the day asked about. */
static void write_law(kz_law_known law)
{
    out(",");
    out(words_of(KZ_VOCABULARY_LAW_KNOWN, law));
}

/* Answers: each writes the columns of its kind, status first, or returns the error. */

static kz_status answer_assess(const void *question)
{
    kz_assessment answer;
    const kz_status status = kz_assess(kiosk_law, question, &answer);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    write_set(answer.obligations, KZ_VOCABULARY_OBLIGATION);
    out(",");
    sort_by_name(answer.basis, answer.basis_count);
    write_provisions(answer.basis, answer.basis_count);
    out(",");
    out(words_of(KZ_VOCABULARY_FACT, answer.ask));
    out(",");
    write_set(answer.relevant, KZ_VOCABULARY_FACT);
    out(",");
    write_day(answer.holds_until);
    out(",");
    write_provisions(answer.conflict, answer.conflict[0] != 0 ? 2 : 0);
    out(",");
    write_provisions(answer.cautions, answer.caution_count);
    write_law(answer.law);
    return KZ_OK;
}

static kz_status answer_plan(const void *question)
{
    kz_plan_answer answer;
    const kz_status status = kz_plan(kiosk_law, question, &answer);
    int any = 0;
    unsigned i;

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_of(KZ_VOCABULARY_VERDICT, answer.verdict));
    out(",");
    for (i = 0; i < answer.step_count; i++) {
        out(separate(&any));
        out(words_of(KZ_VOCABULARY_STEP, answer.steps[i].step));
    }
    out(",");
    write_set(answer.blocked, KZ_VOCABULARY_GOAL);
    out(",");
    write_provisions(answer.basis, answer.basis_count);
    out(",");
    out(words_of(KZ_VOCABULARY_FACT, answer.ask));
    out(",");
    write_set(answer.ways_out, KZ_VOCABULARY_VISA_CHANNEL);
    out(",");
    write_provisions(answer.cautions, answer.caution_count);
    write_law(answer.law);
    return KZ_OK;
}

static kz_status answer_terms(const void *question)
{
    kz_window window;
    kz_window_day day;
    char number[OUT_NUMBER_BYTES];
    const kz_status status = terms_answer(question, &window, &day);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    if (window.outcome != KZ_TERM_OUTCOME_NOT_IN_FORCE) {
        out(words_of(KZ_VOCABULARY_COVERAGE, window.covered));
    }
    out(",");
    if (window.outcome == KZ_TERM_OUTCOME_NOT_IN_FORCE) {
        out(words_of(KZ_VOCABULARY_TERM_OUTCOME, window.outcome));
    } else if (window.transitional == KZ_ANSWER_YES) {
        out("transitional");
    }
    out(",");
    write_day(window.strict);
    out(",");
    write_day(window.lenient);
    out(",");
    out(words_of(KZ_VOCABULARY_DAY_STATE, day.state));
    out(",");
    out(day.state != 0 ? out_number(day.days_left, number) : "");
    out(",");
    out(day.state != 0 ? out_number(day.days_late, number) : "");
    out(",");
    out(words_of(KZ_VOCABULARY_CERTAINTY, window.certainty));
    out(",");
    write_provisions(window.cautions, window.caution_count);
    write_law(window.law);
    return KZ_OK;
}

static const char *iin_column(unsigned index)
{
    return index == 0 ? "iin" : NULL;
}

static int iin_read(void *question, unsigned index, text value)
{
    (void)index;
    *(text *)question = value;
    return 1;
}

static kz_status answer_iin(const void *question)
{
    const text *const number = question;
    kz_iin_hint hint;
    const kz_status status = kz_iin_check(number->start, number->length, &hint);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    write_day(hint.birth);
    out(",");
    out(words_of(KZ_VOCABULARY_SEX, hint.sex));
    return KZ_OK;
}

typedef struct {
    kz_date date;
    kz_week week;
} calendar_question;

static const char *calendar_column(unsigned index)
{
    static const char *const names[] = {"date", "week"};

    return index < 2 ? names[index] : NULL;
}

static int calendar_read(void *question, unsigned index, text value)
{
    calendar_question *const to = question;

    return index == 0 ? day_read(value, &to->date)
                      : words_read(KZ_VOCABULARY_WEEK, value, &to->week) && to->week != 0;
}

static kz_status answer_calendar(const void *question)
{
    const calendar_question *const of = question;
    kz_calendar_day day;
    const kz_status status = kz_is_working_day(kiosk_law, of->date, of->week, NULL, 0, &day);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_of(KZ_VOCABULARY_ANSWER, day.working));
    out(",");
    out(words_of(KZ_VOCABULARY_CERTAINTY, day.certainty));
    return KZ_OK;
}

typedef struct {
    int64_t unix_seconds;
    kz_zone zone;
} clock_question;

static const char *clock_column(unsigned index)
{
    static const char *const names[] = {"unix", "zone"};

    return index < 2 ? names[index] : NULL;
}

static int clock_read(void *question, unsigned index, text value)
{
    clock_question *const to = question;

    return index == 0 ? text_seconds(value, &to->unix_seconds)
                      : words_read(KZ_VOCABULARY_ZONE, value, &to->zone) && to->zone != 0;
}

static kz_status answer_clock(const void *question)
{
    const clock_question *const of = question;
    kz_date day;
    const kz_status status = kz_local_date(kiosk_law, of->unix_seconds, of->zone, &day);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    write_day(day);
    return KZ_OK;
}

static kz_status answer_receipts(const void *question)
{
    kz_receipt_record receipt;
    const kz_status status = kz_receipt_issue(kiosk_law, question, &receipt);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    hex_write(receipt.bytes, sizeof receipt.bytes);
    return KZ_OK;
}

typedef struct {
    size_t length;
    uint8_t bytes[LINE_MAX_BYTES / 2]; /* one of another version may be longer */
} verify_question;

static const char *verify_column(unsigned index)
{
    return index == 0 ? "receipt" : NULL;
}

static int verify_read(void *question, unsigned index, text value)
{
    verify_question *const to = question;

    (void)index;
    return value.length > 0 && hex_read(value, to->bytes, sizeof to->bytes, &to->length);
}

static kz_status answer_verify(const void *question)
{
    const verify_question *const of = question;
    kz_verification found;
    char number[OUT_NUMBER_BYTES];
    text name;
    const kz_status status = kz_receipt_verify(kiosk_law, of->bytes, of->length, &found);

    if (status != KZ_OK) {
        return status;
    }
    name.start = (const char *)found.law_name;
    name.length = 0;
    while (name.length < sizeof found.law_name && found.law_name[name.length] != 0) {
        name.length++;
    }
    out("ok,");
    write_day(found.on);
    out(",");
    write_set(found.obligations_then, KZ_VOCABULARY_OBLIGATION);
    out(",");
    write_set(found.obligations_now, KZ_VOCABULARY_OBLIGATION);
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, found.same));
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, found.library_changed));
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, found.law_changed));
    out(",");
    csv_write(name);
    out(",");
    out(out_count(found.law_sequence, number));
    return KZ_OK;
}

static const table_form iin_form = {iin_column, iin_read, sizeof(text)};
static const table_form calendar_form = {calendar_column, calendar_read, sizeof(calendar_question)};
static const table_form clock_form = {clock_column, clock_read, sizeof(clock_question)};
static const table_form verify_form = {verify_column, verify_read, sizeof(verify_question)};

typedef struct {
    const char *name;
    const table_form *form;
    const char *results; /* the names of the columns that the answer writes */
    kz_status (*answer)(const void *question);
} kind_of_line;

static const kind_of_line kinds[] = {
    {"assess", &facts_form, "status,obligations,basis,ask,relevant,holds_until,conflict,cautions,law",
     answer_assess},
    {"plan", &facts_plan_form, "status,verdict,steps,blocked,basis,ask,ways_out,cautions,law",
     answer_plan},
    {"terms", &terms_form,
     "status,covered,note,strict,lenient,state,days_left,days_late,certainty,cautions,law",
     answer_terms},
    {"registration", &registration_form, registration_results, registration_answer},
    {"stay", &stay_form, stay_results, stay_answer},
    {"country", &country_form, country_results, country_answer},
    {"iin", &iin_form, "status,birth,sex", answer_iin},
    {"calendar", &calendar_form, "status,working,certainty", answer_calendar},
    {"clock", &clock_form, "status,date", answer_clock},
    {"receipts", &facts_form, "status,receipt", answer_receipts},
    {"verify", &verify_form,
     "status,on,then,now,same,library_changed,law_changed,law,sequence", answer_verify},
};

/* Writes what is wrong with a line. */
static void write_wrong(const kind_of_line *kind, const table_row *row)
{
    switch (row->wrong) {
    case TABLE_TOO_LONG:
        out("line_too_long");
        break;
    case TABLE_QUOTES:
        out("line_quotes");
        break;
    case TABLE_FIELDS:
        out("line_fields");
        break;
    default:
        out("bad_");
        out(kind->form->column(row->column));
        break;
    }
}

static void answer_line(const kind_of_line *kind, const table_row *row, const void *question)
{
    kz_status status = KZ_OK;
    const char *rest;

    csv_write(row->id);
    out(",");
    if (row->wrong == TABLE_OK) {
        status = kind->answer(question);
    }
    if (row->wrong != TABLE_OK || status != KZ_OK) {
        if (row->wrong != TABLE_OK) {
            write_wrong(kind, row);
        } else {
            out(words_error(status));
        }
        /* The other columns of an error are empty. */
        for (rest = kind->results; (rest = strchr(rest, ',')) != NULL; rest++) {
            out(",");
        }
    }
    out("\n");
}

int lines(const char *name)
{
    union {
        kz_facts facts;
        terms_question term;
        text iin;
        calendar_question calendar;
        clock_question clock;
        registration_question registration;
        stay_question stay;
        country_question country;
        verify_question receipt;
    } question;
    const kind_of_line *kind = NULL;
    table input;
    table_row row;
    unsigned i;

    for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(name, kinds[i].name) == 0) {
            kind = &kinds[i];
        }
    }
    if (kind == NULL) {
        return KIOSK_BAD_USE;
    }
    if (!table_open(&input, kind->form)) {
        return KIOSK_BAD_INPUT;
    }
    out("id,");
    out(kind->results);
    out("\n");
    while (table_next(&input, &row, &question)) {
        answer_line(kind, &row, &question);
    }
    return KIOSK_OK;
}
