/* Measures on the board how much stack each function of the library takes: the stack below the call is painted, and
   the part that has changed afterwards was used. Each function gets the inputs that are known to need most; the
   script compares the result with the upper bound from the code.

   Prints one line for each function: its name, the most bytes that a call took, and whether a call failed
   unexpectedly. */
/* Only the stack of the calls is measured; their results are not checked. */
#define KZ_NODISCARD
#include "kz_rules.h"
#include "pack.h"
#include "paint.h"
#include "uart.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define WORD(pointer) ((uint32_t)(uintptr_t)(pointer))
#define DATE(year, month, day) ((uint32_t)(year) | (uint32_t)(month) << 16 | (uint32_t)(day) << 24)

/* Measures a call with up to eight words of arguments. CALL may fail, SUCCEED must not. */
#define CALL(function, ...) \
    measure(#function, (void (*)(void))(function), (const uint32_t[8]){__VA_ARGS__})
#define SUCCEED(function, ...) (failed |= CALL(function, __VA_ARGS__) != (uint32_t)KZ_OK)

uint32_t call_painted(const uint32_t *words, void (*function)(void));
extern uint32_t stack_bottom[];
uint32_t *painted_to;

static const char *measured;
static unsigned worst;
static int failed;

static void print_byte(char byte)
{
    uart_put((uint8_t)byte);
    while (!uart_is_sent()) {
    }
}

static void print(const char *text)
{
    while (*text != '\0') {
        print_byte(*text++);
    }
}

static void print_number(unsigned number)
{
    if (number >= 10) {
        print_number(number / 10);
    }
    print_byte((char)('0' + number % 10));
}

/* Prints the line of the function measured so far. */
static void told(void)
{
    if (measured != NULL) {
        print(measured);
        print(" ");
        print_number(worst);
        print(failed ? " FAILED\n" : " ok\n");
    }
    worst = 0;
    failed = 0;
}

static uint32_t measure(const char *name, void (*function)(void), const uint32_t *words)
{
    const uint32_t *lowest = stack_bottom;
    uint32_t result;
    unsigned used;

    if (measured == NULL || strcmp(measured, name) != 0) {
        told();
        measured = name;
    }
    result = call_painted(words, function);
    while (lowest < painted_to && *lowest == PAINT) {
        lowest++;
    }
    used = (unsigned)((const char *)painted_to - (const char *)lowest);
    worst = used > worst ? used : worst;
    failed |= lowest == stack_bottom; /* may exceed the number that exists */
    return result;
}

/* The inputs: all facts unknown, or a few known, for every occasion and birth date that matters. */
static kz_facts persons[4];

static void begin(void)
{
    static const kz_date births[] = {{0, 0, 0}, {1990, 0, 0}, {2012, 0, 0}, {1990, 5, 17}};
    size_t i;

    for (i = 0; i < COUNT(persons); i++) {
        persons[i].on = (kz_date){2026, 11, 22};
        persons[i].birth = births[i];
        persons[i].birth_precision = births[i].year == 0 ? 0
                                     : births[i].day == 0 ? KZ_BIRTH_PRECISION_YEAR
                                                          : KZ_BIRTH_PRECISION_DAY;
    }
}

/* Calls it for every person, occasion and edition, with nothing else known. */
#define FOR_EACH_PERSON(facts) \
    for (size_t person = 0; person < COUNT(persons); person++) \
        for (kz_occasion occasion = 0; kz_name(NULL, KZ_VOCABULARY_OCCASION, occasion) != NULL || occasion == 0; occasion++) \
            for (int edition = 0; edition <= KZ_EDITION_ANNOUNCED; edition++) \
                for (kz_facts facts = with(persons[person], occasion, (kz_edition)edition), *once = &facts; \
                     once != NULL; once = NULL)

static kz_facts with(kz_facts facts, kz_occasion occasion, kz_edition edition)
{
    facts.occasion = occasion;
    facts.edition = edition;
    return facts;
}

static union {
    kz_assessment assessments[3];
    kz_plan_answer plan;
    kz_trace trace;
    kz_window window;
    kz_milestone milestone;
    kz_case_view view;
    kz_provision_info provision;
    kz_stay_answer stay;
    char text[2048];
    uint8_t qr[2 * KZ_QR_BUFFER];
    uint8_t rest[128];
} out;
static size_t many;

/* Tables of persons in columns: of the first person everything is known, of the second little, of the third nothing. */
static void columns(void)
{
    static const int32_t on[] = {20779, 20000, 19000}, birth[] = {7441, 15000, 0};
    static const uint8_t birth_validity[] = {3};
    static const kz_occasion occasion[] = {KZ_OCCASION_RESIDENCE_CARD, KZ_OCCASION_VISA, 0};
    static const kz_standing standing[] = {KZ_STANDING_FOREIGNER, 0, 0};
    static const kz_answer answers[] = {KZ_ANSWER_NO, 0, 0};
    static const kz_action action[] = {KZ_ACTION_FIRST_ISSUE, 0, 0};
    static kz_status statuses[3];
    static uint8_t obligations[3], ask[3];
    static kz_provision basis[3];
    static int32_t holds_until[3];
    static const kz_fact_columns facts = {.on = on,
                                          .birth = birth,
                                          .birth_validity = birth_validity,
                                          .occasion = occasion,
                                          .standing = standing,
                                          .fingerprinted = answers,
                                          .action = action};
    static const kz_answer_columns out_columns = {statuses, obligations, basis, ask, holds_until};
    kz_edition edition;

    for (edition = 0; edition < 3; edition++) {
        SUCCEED(kz_assess_columns, 0, WORD(&facts), 3, edition, KZ_AGE_READING_DAY_AFTER, WORD(&out_columns));
    }
}

static void decisions(void)
{
    static const uint8_t identifier[KZ_IDENTIFIER_BYTES] = {0xF1, 0xE2, 0xD3, 0xC4, 0xB5, 0xA6};
    static kz_ticket_record ticket;
    static kz_receipt_record receipt;
    /* A person for whom a ticket is issued. */
    const kz_facts visitor = {.on = {2026, 11, 22},
                              .birth = {1990, 5, 17},
                              .birth_precision = KZ_BIRTH_PRECISION_DAY,
                              .standing = KZ_STANDING_FOREIGNER,
                              .occasion = KZ_OCCASION_RESIDENCE_CARD,
                              .action = KZ_ACTION_FIRST_ISSUE,
                              .fingerprinted = KZ_ANSWER_NO};

    SUCCEED(kz_assess, 0, WORD(&visitor), WORD(&out));
    FOR_EACH_PERSON(facts) SUCCEED(kz_assess, 0, WORD(&facts), WORD(&out));
    SUCCEED(kz_assess_many, 0, WORD(persons), COUNT(out.assessments), WORD(&out), WORD(&many));
    columns();
    SUCCEED(kz_plan, 0, WORD(&visitor), WORD(&out));
    FOR_EACH_PERSON(facts) CALL(kz_plan, 0, WORD(&facts), WORD(&out));
    FOR_EACH_PERSON(facts)
    {
        kz_obligation obligation;

        for (obligation = 1; obligation <= KZ_OBLIGATION_NOT_IN_FORCE; obligation++) {
            CALL(kz_explain, 0, WORD(&facts), obligation, WORD(&out));
        }
    }
    SUCCEED(kz_explain, 0, WORD(&visitor), KZ_OBLIGATION_MANDATORY, WORD(&out));
    FOR_EACH_PERSON(facts) CALL(kz_ticket_issue, 0, WORD(&facts), WORD(identifier), WORD(&ticket));
    SUCCEED(kz_ticket_issue, 0, WORD(&visitor), WORD(identifier), WORD(&ticket));
    SUCCEED(kz_ticket_read, WORD(&ticket), sizeof ticket, WORD(&out));
    FOR_EACH_PERSON(facts) SUCCEED(kz_receipt_issue, 0, WORD(&facts), WORD(&receipt));
    FOR_EACH_PERSON(facts)
    {
        kz_receipt_issue(NULL, &facts, &receipt);
        SUCCEED(kz_receipt_verify, 0, WORD(&receipt), sizeof receipt, WORD(&out));
    }
    FOR_EACH_PERSON(facts)
    {
        uint8_t place;

        for (place = 0; place < 4; place++) {
            SUCCEED(kz_iin_way_at, 0, WORD(&facts), place, WORD(&out));
        }
    }
}

/* A caller's calendar: years like the built-in one, and one more. */
static const kz_year years[] = {{.year = 2027, .certainty = KZ_CERTAINTY_PUBLISHED},
                                {.year = 2031, .certainty = KZ_CERTAINTY_PROJECTED, .five = {0x3FF}}};

static void days(void)
{
    const uint32_t own = WORD(years), own_count = COUNT(years);
    kz_term_question arrival = {.from = {2026, 8, 3},
                       .on = {2026, 8, 20},
                       .stay_until = {2026, 10, 30},
                       .stay_regime = 1,
                       .standing = KZ_STANDING_FOREIGNER,
                       .arrived_to_live = KZ_ANSWER_YES};
    const kz_term_question application = {.from = {2024, 6, 3}, .on = {2024, 6, 3}};
    static kz_window window;
    kz_week week;
    kz_treaty treaty;
    kz_term term;

    for (week = 0; week <= KZ_WEEK_SIX; week++) {
        SUCCEED(kz_is_working_day, 0, DATE(2026, 3, 8), week, 0, 0, WORD(&out));
        SUCCEED(kz_is_working_day, 0, DATE(2025, 1, 7), week, own, own_count, WORD(&out));
    }
    for (week = 0; week <= KZ_WEEK_SIX; week++) {
        SUCCEED(kz_add_working_days, 0, DATE(2025, 3, 7), 30, KZ_FIRST_DAY_EVENT, week, 0, 0, WORD(&out));
        SUCCEED(kz_add_working_days, 0, DATE(2025, 3, 7), 3, 0, week, own, own_count, WORD(&out));
    }
    for (treaty = 0; treaty <= KZ_TREATY_DAYS; treaty++) {
        arrival.treaty = treaty;
        arrival.treaty_days = treaty == KZ_TREATY_DAYS ? 60 : 0;
        for (term = 1; term <= KZ_TERM_NOTICE; term++) {
            SUCCEED(kz_window_get, 0, term, WORD(&arrival), 0, 0, WORD(&out));
            SUCCEED(kz_window_get, 0, term, WORD(&arrival), own, own_count, WORD(&out));
        }
    }
    SUCCEED(kz_window_get, 0, KZ_TERM_IIN_MISSION, WORD(&application), 0, 0, WORD(&out));
    SUCCEED(kz_window_get, 0, KZ_TERM_IIN_MISSION, WORD(&application), own, own_count, WORD(&out));
    kz_window_get(NULL, KZ_TERM_MOVE, &arrival, NULL, 0, &window);
    SUCCEED(kz_window_state, WORD(&window), DATE(2026, 8, 4), WORD(&out));
    SUCCEED(kz_window_state, WORD(&window), DATE(2026, 9, 10), WORD(&out));
    /* A 64-bit argument begins at an even register. */
    SUCCEED(kz_local_date, 0, 0, 1800000000u, 0, KZ_ZONE_EAST, WORD(&out));
    SUCCEED(kz_today, 0, 0, 1800000000u, 0, KZ_ZONE_EAST, WORD(&out));
    SUCCEED(kz_milestone_after, 0, DATE(2023, 1, 1), WORD(&out));
    SUCCEED(kz_milestone_after, 0, DATE(2026, 1, 1), WORD(&out));
}

static void registration(void)
{
    static const kz_arrival arrival = {.arrived_on = {2026, 8, 3}, .stay_until = {2026, 10, 30}, .treaty = KZ_TREATY_NONE};
    static const kz_case_event submit = {.on = {2026, 8, 10}, .data = 0x7F, .event = KZ_EVENT_SUBMIT, .place = KZ_PLACE_OF_STAY_APARTMENT};
    static const kz_case_event confirm = {.on = {2026, 8, 11}, .event = KZ_EVENT_HOST_CONFIRMS};
    static const kz_case_event move = {.on = {2026, 8, 20}, .event = KZ_EVENT_MOVE};
    static const kz_certificate certificate = {
        .application_number = "000000012345",
        .surname = "Өмірбекқызы-Петрова",
        .given_name = "Айгүл",
        .patronymic = "Серікқызы",
        .passport = "N 01234567",
        .citizenship = "Қырғыз Республикасы / Кыргызская Республика",
        .address = "Алматы қаласы, Бостандық ауданы, Әл-Фараби даңғылы 71, 12-пәтер",
        .host_iin = "831205408725",
        .host_surname = "Әбдіғалиева",
        .host_given_name = "Гүлнұр",
        .host_patronymic = "Ұланқызы",
        .qr = "https://example.org/certificate/000000012345",
        .stay_from = {2026, 8, 3},
        .stay_until = {2026, 10, 30},
    };
    static kz_case at[4]; /* a case: arrived, submitted, registered, moved */
    const kz_case_event *events[] = {&submit, &confirm, &move};
    uint8_t side;
    size_t i;

    SUCCEED(kz_case_init, WORD(&arrival), WORD(&at[0]));
    for (i = 0; i < COUNT(events); i++) {
        at[i + 1] = at[i];
        SUCCEED(kz_case_apply, 0, WORD(&at[i + 1]), WORD(events[i]));
    }
    for (i = 0; i < COUNT(at); i++) {
        SUCCEED(kz_case_get, 0, WORD(&at[i]), WORD(&out));
    }
    for (i = 0; i < COUNT(at); i++) {
        SUCCEED(kz_case_window, 0, WORD(&at[i]), 0, 0, WORD(&out));
        CALL(kz_case_window, 0, WORD(&at[i]), WORD(years), COUNT(years), WORD(&out));
    }
    for (i = 0; i < COUNT(at); i++) {
        SUCCEED(kz_case_day, 0, WORD(&at[i]), DATE(2026, 8, 25), 0, 0, WORD(&out));
        CALL(kz_case_day, 0, WORD(&at[i]), DATE(2026, 8, 25), WORD(years), COUNT(years), WORD(&out));
    }
    SUCCEED(kz_data_missing, 0x11, WORD(&out));
    SUCCEED(kz_certificate_check, WORD(&certificate), WORD(&out));
    SUCCEED(kz_certificate_render, WORD(&at[2]), WORD(&certificate), WORD(out.text), sizeof out.text, WORD(&many));
    SUCCEED(kz_qr_encode, WORD(certificate.address), strlen(certificate.address), WORD(out.qr), KZ_QR_BUFFER,
            WORD(out.qr + KZ_QR_BUFFER), KZ_QR_BUFFER, WORD(&side));
    SUCCEED(kz_qr_encode, WORD(certificate.qr), strlen(certificate.qr), WORD(out.qr), KZ_QR_BUFFER,
            WORD(out.qr + KZ_QR_BUFFER), KZ_QR_BUFFER, WORD(&side));
}

static void words(void)
{
    static const kz_stay_rule rule = {30, 90, 180}, unlimited = {0, 0, 0};
    static const kz_stay stays[] = {{{2026, 8, 3}, {2026, 8, 20}}, {{2026, 9, 1}, {2026, 9, 28}}, {{2026, 11, 10}, {0, 0, 0}}};
    uint16_t place;
    kz_provision provision;
    kz_vocabulary vocabulary;
    kz_finding finding;
    kz_status status;

    CALL(kz_abi_version, 0);
    CALL(kz_version_string, 0);
    SUCCEED(kz_law_get, 0, WORD(&out));
    for (place = 0; (provision = kz_provision_at(NULL, place)) != 0; place++) {
        SUCCEED(kz_provision_get, 0, provision, WORD(&out));
    }
    CALL(kz_provision_at, 0, 0xFFFF);
    for (status = 1; status > -220; status--) {
        CALL(kz_status_name, (uint32_t)status);
    }
    for (vocabulary = 0; vocabulary < 64; vocabulary++) {
        CALL(kz_name, 0, vocabulary, 1);
        CALL(kz_vocabulary_count, 0, vocabulary);
        CALL(kz_fact_vocabulary, vocabulary);
    }
    {
        kz_facts facts = {0};
        SUCCEED(kz_facts_set, WORD(&facts), KZ_FACT_OCCASION, KZ_OCCASION_VISA);
        CALL(kz_facts_set, WORD(&facts), KZ_FACT_PASSPORT_IN_FOREIGN_LANGUAGE, 3);
    }
    for (vocabulary = 0; vocabulary < 64; vocabulary++) {
        CALL(kz_text_kk, 0, vocabulary, 1, KZ_TEXT_FORM_LABEL);
        CALL(kz_text_ru, 0, vocabulary, 2, KZ_TEXT_FORM_SENTENCE);
        CALL(kz_text_en, 0, vocabulary, 2, KZ_TEXT_FORM_SENTENCE);
    }
    SUCCEED(kz_mrz_read, WORD("I<UTOD23145890<7349<<<<<<<<<<<\r\n3407127M9507122UTO<<<<<<<<<<<2\r\nSTEVENSON<<PETER<JOHN<<<<<<<<<"), 94,
            DATE(1994, 6, 1), WORD(&out));
    SUCCEED(kz_mrz_fault_get, WORD("P<UTO"), 5, DATE(2026, 6, 1), WORD(&out));
    SUCCEED(kz_iin_check, WORD("831205408725"), 12, WORD(&out));
    SUCCEED(kz_iin_papers, 0, DATE(2025, 3, 7), 0, 0, WORD(&out));
    SUCCEED(kz_mission_in_pilot, 0, DATE(2024, 6, 3), KZ_MISSION_KIND_EMBASSY, WORD("CHN"), 3, WORD(&out));
    SUCCEED(kz_mission_in_pilot, 0, DATE(2024, 6, 3), KZ_MISSION_KIND_EMBASSY, WORD("999"), 3, WORD(&out));
    SUCCEED(kz_country_get, 0, DATE(2026, 11, 22), WORD("CHN"), 3, WORD(&out));
    SUCCEED(kz_country_get, 0, DATE(2026, 11, 22), WORD("999"), 3, WORD(&out));
    SUCCEED(kz_stay_count, DATE(2026, 11, 22), WORD(&rule), WORD(stays), COUNT(stays), WORD(&out));
    SUCCEED(kz_stay_count, DATE(2026, 11, 22), WORD(&unlimited), WORD(stays), COUNT(stays), WORD(&out));
    for (finding = 1; finding < 32; finding++) {
        CALL(kz_refusal_get, 0, 1, finding, WORD(&out));
        CALL(kz_refusal_get, 0, 2, finding, WORD(&out));
    }
}

/* Accepts any signature: the stack of a real verifier is in addition. */
static int32_t verify(void *context, const uint8_t *message, size_t length, const uint8_t *signature)
{
    (void)context, (void)message, (void)length, (void)signature;
    return 0;
}

static void packs(void)
{
    static const kz_at_least any;
    static const kz_slots slots = {.sequence = {1, 2}, .passed = {1, 1}};
    static kz_law law;

    SUCCEED(kz_law_open, WORD(pack), sizeof pack, WORD(verify), 0, WORD(&any), WORD(&law));
    SUCCEED(kz_law_open_already_verified, WORD(pack), sizeof pack, WORD(&any), WORD(&law));
    SUCCEED(kz_pack_fault_get, WORD(pack), sizeof pack, WORD(&any), WORD(&out));
    SUCCEED(kz_law_self_test, WORD(&law));
    SUCCEED(kz_law_choose, WORD(&slots), WORD(&out));
}

int main(void)
{
    uart_start();
    begin();
    packs();
    decisions();
    days();
    registration();
    words();
    told();
    return 0;
}
