/* Calls every function with any arguments: random, nearly right, right, and NULL. Each argument ends where memory ends, so that
   a byte read or written behind it stops the program. Checked after each call: nothing was written beside the outputs, no
   output with an error, every status has a name, and what comes out is within its bounds.
   Usage: calls PACK COUNT [INPUT...]     so many random calls, and for each input the calls that its bytes choose
   Built with FUZZ it has no main: a fuzzer chooses, and the pack is that which the environment names as PACK. */
#include "arguments.h"

/* ---- The functions -------------------------------------------------------------------------------------------- */

static void decide(void)
{
    const kz_law *law = any_law();
    kz_facts *facts = any_facts();
    kz_date on = facts ? facts->on : any_day();
    kz_assessment *out = output(sizeof *out);
    if (CALL(kz_assess(law, facts, out))) {
        check_list(out->basis, out->basis_count, KZ_BASIS_MAX);
        check_list(out->cautions, out->caution_count, KZ_CAUTIONS_MAX);
        CHECK(out->basis_count > 0 && out->obligations != 0);
        CHECK((out->outcome == KZ_OUTCOME_DECIDED) == (out->obligation != 0));
        CHECK(out->ask == 0 || KZ_SET_HAS(out->relevant, out->ask));
        CHECK(is_day_or_none(out->holds_until) && is_zero(out->reserved, sizeof out->reserved));
        CHECK(is_zero(&out->holds_until, sizeof on) || order(out->holds_until) > order(on));
    }
}

static void decide_many(void)
{
    size_t count = below(4), place;
    const kz_law *law = any_law();
    kz_facts *facts = input(count * sizeof *facts);
    kz_assessment *out = block(SCRATCH, count * sizeof *out, 1);
    size_t *done = block(SCRATCH, sizeof *done, 1);
    size_t before = done ? *done : 0;
    kz_status status;
    for (place = 0; facts && place < count; place++)
        make_facts(&facts[place]);
    if (count == 0)
        must_fail = !done; /* Nobody is asked about by no law. */
    before_call();
    status = kz_assess_many(law, facts, count, out, done);
    if (done && *done != before)
        CHECK(*done <= count && (status == KZ_OK) == (*done == count));
    after_call(status);
}

/* A column of codes with so many values, or none. */
static uint8_t *codes(size_t count, uint8_t values)
{
    uint8_t *column = optional(count);
    size_t place;
    for (place = 0; column && place < count; place++)
        column[place] = any_of(values);
    return column;
}

/* A column of answers to a question: this law has none, so that a person who answers one gets an error. */
static uint8_t *answers_to_question(size_t count)
{
    return codes(count, below(8) ? 0 : 2);
}

/* Most days of a column are among so many from the first on; the others are any number. */
static void make_days(int32_t *column, size_t count, int32_t first, uint32_t days)
{
    size_t place;
    for (place = 0; column && place < count; place++)
        if (below(20))
            column[place] = first + (int32_t)below(days);
}

static uint32_t *sets_of_declined(size_t count)
{
    uint32_t *column = optional(count * sizeof *column);
    size_t place;
    for (place = 0; column && place < count; place++)
        column[place] = below(4) == 0 ? below(1u << 18) : 0;
    return column;
}

/* A person who got an answer has all of it, one who got an error has nothing but the status. */
static void check_person(const kz_answer_columns *answers, size_t person, int32_t on)
{
    int is_answered = answers->status[person] == KZ_OK;
    CHECK(strcmp(kz_status_name(answers->status[person]), "unknown") != 0);
    if (answers->obligations)
        CHECK((answers->obligations[person] != 0) == is_answered && answers->obligations[person] < 1u << KZ_OBLIGATION_NOT_IN_FORCE);
    if (answers->basis)
        CHECK((answers->basis[person] != 0) == is_answered);
    if (answers->ask)
        CHECK(answers->ask[person] == 0 || (is_answered && answers->ask[person] <= KZ_FACT_QUESTION_4));
    if (answers->holds_until)
        CHECK(is_answered ? answers->holds_until[person] > on : answers->holds_until[person] == 0);
}

static void decide_columns(void)
{
    size_t count = below(12), place;
    size_t bits = (count + 7) / 8;
    const kz_law *law = any_law();
    kz_fact_columns *facts = input(sizeof *facts);
    kz_answer_columns *answers = input(sizeof *answers);
    int32_t *on = input(count * sizeof *on), *birth = optional(count * sizeof *birth);
    make_days(on, count, 19000, 3000);
    make_days(birth, count, 0, 20000);
    if (facts) {
        facts->on = on;
        facts->on_validity = optional(bits);
        facts->birth = birth;
        facts->birth_validity = optional(bits);
        facts->occasion = codes(count, 15);
        facts->standing = codes(count, 3);
        facts->fingerprinted = codes(count, 2);
        facts->action = codes(count, 5);
        facts->visa_channel = codes(count, 4);
        facts->permanent_resident = codes(count, 2);
        facts->held_at_commencement = codes(count, 2);
        facts->question_1 = answers_to_question(count);
        facts->question_2 = answers_to_question(count);
        facts->question_3 = answers_to_question(count);
        facts->question_4 = answers_to_question(count);
        facts->declined = sets_of_declined(count);
    }
    if (answers) {
        answers->status = output(count * sizeof *answers->status);
        answers->obligations = wanted(count);
        answers->basis = wanted(count * sizeof *answers->basis);
        answers->ask = wanted(count);
        answers->holds_until = wanted(count * sizeof *answers->holds_until);
    }
    if (CALL(kz_assess_columns(law, facts, count, any_of(2), any_of(2), answers)))
        for (place = 0; place < count; place++)
            check_person(answers, place, on[place]);
}

static void explain(void)
{
    const kz_law *law = any_law();
    kz_facts *facts = any_facts();
    uint8_t obligation = any_of(5);
    kz_trace *out = output(sizeof *out);
    if (CALL(kz_explain(law, facts, obligation, out))) {
        CHECK(out->basis != 0 && out->obligation == obligation && out->passed_count <= KZ_PASSED_MAX);
        CHECK(is_zero(&out->passed[out->passed_count], (KZ_PASSED_MAX - out->passed_count) * sizeof *out->passed));
    }
}

static void set_fact(void)
{
    kz_facts *facts = block(OUTPUT, sizeof *facts, 1);
    if (facts)
        make_facts(facts);
    CALL(kz_facts_set(facts, any_of(18), any_of(5)));
}

static void plan(void)
{
    const kz_law *law = any_law();
    kz_facts *facts = any_facts();
    kz_plan_answer *out = output(sizeof *out);
    if (CALL(kz_plan(law, facts, out))) {
        CHECK(out->verdict >= 1 && out->verdict <= 6 && out->step_count <= KZ_PLAN_STEPS_MAX && out->reserved == 0);
        check_list(out->basis, out->basis_count, KZ_PLAN_BASIS_MAX);
        check_list(out->cautions, out->caution_count, KZ_CAUTIONS_MAX);
        CHECK(out->ask == 0 || KZ_SET_HAS(out->relevant, out->ask));
    }
}

static kz_window found;

static void check_window(const kz_window *window)
{
    check_list(window->cautions, window->caution_count, KZ_CAUTIONS_MAX);
    CHECK(window->strict_skipped.listed <= KZ_SKIPPED_MAX && window->strict_skipped.listed <= window->strict_skipped.count);
    CHECK(window->lenient_skipped.listed <= KZ_SKIPPED_MAX && window->lenient_skipped.listed <= window->lenient_skipped.count);
    CHECK(is_day_or_none(window->stay_until));
    if (window->outcome == KZ_TERM_OUTCOME_WINDOW) {
        CHECK(is_day(window->strict) && is_day(window->lenient) && order(window->strict) <= order(window->lenient));
        found = *window;
    } else {
        CHECK(is_zero(&window->strict, sizeof window->strict) && is_zero(&window->lenient, sizeof window->lenient));
    }
}

static void window(void)
{
    size_t count;
    const kz_law *law = any_law();
    kz_term_question *question = input(sizeof *question);
    const kz_year *years = any_years(&count);
    kz_window *out = output(sizeof *out);
    if (question && below(20)) {
        memset(question, 0, sizeof *question);
        question->from = any_day();
        question->on = below(2) ? any_day() : question->from;
        question->stay_until = day_or_none();
        question->treaty = any_of(3);
        question->treaty_days = (uint16_t)(question->treaty == KZ_TREATY_DAYS ? below(368) : 0);
        question->week = any_of(2);
        question->stay_regime = any_of(2);
        question->standing = any_of(3);
        question->arrived_to_live = any_of(2);
    }
    if (CALL(kz_window_get(law, any_of(4), question, years, count, out)))
        check_window(out);
}

static void window_state(void)
{
    kz_window *window = input(sizeof *window);
    kz_date on = any_day();
    kz_window_day *out = output(sizeof *out);
    if (window && below(3))
        *window = found;
    if (CALL(kz_window_state(window, on, out)))
        CHECK(out->state >= 1 && out->state <= KZ_DAY_STATE_BARRED && is_zero(out->reserved, 3) && out->days_late >= 0);
}

static void stay(void)
{
    size_t count = below(5), place;
    kz_stay_rule *rule = input(sizeof *rule);
    kz_stay *stays = input(count * sizeof *stays);
    kz_date on = {9999, 12, 31}, day = {2026, 1, 1};
    kz_stay_answer *out = output(sizeof *out);
    for (place = 0; stays && place < count && below(30); place++) {
        stays[place].entered = day;
        day.day = (uint8_t)(day.day + below(4));
        stays[place].left = day;
    }
    if (stays && count && below(2))
        memset(&stays[count - 1].left, 0, sizeof on);
    if (rule && below(20)) {
        rule->per_entry = (uint16_t)below(100);
        rule->window = (uint16_t)(below(2) ? 0 : 1 + below(180));
        rule->total = (uint16_t)(rule->window ? 1 + below(rule->window) : 0);
    }
    if (CALL(kz_stay_count(below(2) ? on : any_day(), rule, stays, count, out))) {
        CHECK(out->state >= 1 && out->state <= KZ_STAY_STATE_UNKNOWN && is_zero(out->reserved, 3));
        CHECK(is_day_or_none(out->last_strict.day) && is_day_or_none(out->last_lenient.day) && is_day_or_none(out->next_entry));
    }
}

static const char *any_country(size_t *size)
{
    static const char *const codes[] = {"RU", "CN", "DEU", "IND", "156", "398", "kz", "X"};
    const char *code = codes[below(sizeof codes / sizeof *codes)];
    char *country;
    *size = below(20) ? strlen(code) : below(5);
    country = block(INPUT, *size, 0);
    memcpy(country, code, *size < strlen(code) ? *size : strlen(code));
    return country;
}

static void country(void)
{
    size_t size;
    const kz_law *law = any_law();
    const char *code = any_country(&size);
    kz_country_answer *out = output(sizeof *out);
    if (CALL(kz_country_get(law, any_day(), code, size, out)))
        check_list(out->provisions, out->provision_count, KZ_COUNTRY_PROVISIONS_MAX);
}

static void mission(void)
{
    size_t size;
    const kz_law *law = any_law();
    const char *code = any_country(&size);
    kz_answer *out = output(sizeof *out);
    if (CALL(kz_mission_in_pilot(law, any_day(), any_of(3), code, size, out)))
        CHECK(*out <= KZ_ANSWER_YES);
}

static void case_init(void)
{
    kz_arrival *arrival = input(sizeof *arrival);
    kz_case *out = output(sizeof *out);
    if (arrival && below(20)) {
        memset(arrival, 0, sizeof *arrival);
        arrival->arrived_on = any_day();
        arrival->stay_until = below(3) ? day_or_none() : arrival->arrived_on;
        arrival->treaty = any_of(3);
        arrival->treaty_days = (uint16_t)(arrival->treaty == KZ_TREATY_DAYS ? below(368) : 0);
        arrival->week = any_of(2);
    }
    if (CALL(kz_case_init(arrival, out)))
        kept = *out;
}

static void case_apply(void)
{
    const kz_law *law = any_law();
    kz_case *it = any_case(OUTPUT);
    kz_case_event *event = input(sizeof *event);
    if (event && below(20)) {
        kz_case_view view;
        memset(event, 0, sizeof *event);
        event->on = any_day();
        if (below(4) && kz_case_get(NULL, &kept, &view) == KZ_OK)
            event->on = view.earliest;
        event->event = any_of(7);
        if (event->event == KZ_EVENT_SUBMIT) {
            event->data = below(10) ? 127 : below(256);
            event->place = any_of(7);
        }
        if (event->event == KZ_EVENT_STAY_EXTENDED)
            event->stay_until = any_day();
    }
    if (CALL(kz_case_apply(law, it, event)))
        kept = *it;
}

static void case_get(void)
{
    const kz_law *law = any_law();
    kz_case *it = any_case(INPUT);
    kz_case_view *out = output(sizeof *out);
    if (CALL(kz_case_get(law, it, out))) {
        unsigned past = out->history_count;
        CHECK(is_day(out->arrived_on) && is_day(out->earliest) && is_day_or_none(out->stay_until) && is_zero(out->reserved, 3));
        CHECK(past == (out->events < KZ_HISTORY_MAX ? out->events : KZ_HISTORY_MAX));
        CHECK(is_zero(&out->history[past], (KZ_HISTORY_MAX - past) * sizeof *out->history));
        CHECK((out->registrations > 0) == is_day(out->registered_on));
        CHECK((out->state == KZ_CASE_STATE_REFUSED) == (out->finding != 0));
    }
}

static void case_window(void)
{
    size_t count;
    const kz_law *law = any_law();
    kz_case *it = any_case(INPUT);
    const kz_year *years = any_years(&count);
    kz_window *out = output(sizeof *out);
    if (CALL(kz_case_window(law, it, years, count, out)))
        check_window(out);
}

static void case_day(void)
{
    size_t count;
    const kz_law *law = any_law();
    kz_case *it = any_case(INPUT);
    const kz_year *years = any_years(&count);
    kz_window_day *out = output(sizeof *out);
    if (CALL(kz_case_day(law, it, any_day(), years, count, out)))
        CHECK(out->state <= KZ_DAY_STATE_WITH_HOST && is_zero(out->reserved, 3));
}

static void missing_and_refusal(void)
{
    kz_set *missing = output(sizeof *missing);
    kz_set stated = below(2) ? below(128) : (kz_set)random_number();
    const kz_law *law;
    kz_refusal *refusal;
    if (CALL(kz_data_missing(stated, missing)))
        CHECK((*missing & stated) == 0 && *missing < 128);
    law = any_law();
    refusal = output(sizeof *refusal);
    if (CALL(kz_refusal_get(law, any_of(2), any_of(5), refusal)))
        CHECK((refusal->cure != 0) == (refusal->inferred != 0));
}

static kz_certificate *any_certificate(void)
{
    kz_certificate *it = input(sizeof *it);
    if (!it)
        return it;
    it->application_number = below(30) ? some_text("1") : NULL;
    it->surname = some_text("Ивановa");
    it->given_name = some_text("Анна");
    it->patronymic = below(2) ? some_text("Петровна") : NULL;
    it->passport = some_text("N1");
    it->citizenship = some_text("DEU");
    it->address = some_text("Алматы, Абай 1");
    it->host_iin = some_text("831205408725");
    it->host_surname = some_text("Ахметов");
    it->host_given_name = some_text("Асан");
    it->host_patronymic = below(2) ? some_text("Б") : NULL;
    it->qr = below(2) ? some_text("https://example.org") : NULL;
    it->stay_from = any_day();
    it->stay_until = below(2) ? any_day() : it->stay_from;
    return it;
}

static void certificate(void)
{
    kz_certificate_fault *fault;
    kz_certificate *it = any_certificate();
    kz_case *of;
    size_t capacity = below(2) ? 3000 : below(1500), *needed, before;
    char *buffer;
    kz_status status;
    fault = output(sizeof *fault);
    if (CALL(kz_certificate_check(it, fault)))
        CHECK((fault->fault == KZ_OK) == (fault->field == 0));
    it = any_certificate();
    of = any_case(INPUT);
    buffer = block(OUTPUT, capacity, 0);
    needed = block(SCRATCH, sizeof *needed, 0);
    before = *needed;
    before_call();
    status = kz_certificate_render(of, it, buffer, capacity, needed);
    if (status == KZ_OK) {
        CHECK(*needed <= capacity && buffer[*needed - 1] == 0 && strlen(buffer) == *needed - 1);
        check_text(buffer);
    } else {
        CHECK(status == KZ_ERROR_BUFFER_TOO_SMALL ? *needed > capacity : *needed == before);
    }
    after_call(status);
}

static void qr(void)
{
    size_t size = below(60), first = below(2) ? KZ_QR_BUFFER : below(1500), second = below(2) ? first : below(1500);
    uint8_t *side;
    char *text = input(size);
    uint8_t *scratch = block(SCRATCH, first, 1), *modules = block(SCRATCH, second, 1);
    side = output(sizeof *side);
    if (text && below(10))
        memset(text, 'A', size);
    if (CALL(kz_qr_encode(text, size, scratch, first, modules, second, side))) {
        CHECK(*side >= 21 && (*side - 17) % 4 == 0 && ((size_t)*side * *side + 7) / 8 <= second);
        CHECK(KZ_QR_IS_DARK(modules, *side, 0u, 0u) && KZ_QR_IS_DARK(modules, *side, *side - 1u, 0u));
    }
}

static void iin(void)
{
    size_t size = below(10) ? 12 : below(20), place;
    char *digits = input(size);
    const kz_law *law;
    kz_facts *facts;
    kz_iin_hint *hint = output(sizeof *hint);
    kz_iin_way_info *way;
    kz_pilot_papers *papers;
    for (place = 0; digits && place < size && below(100); place++)
        digits[place] = (char)('0' + below(10));
    if (CALL(kz_iin_check(digits, size, hint)))
        CHECK(is_day_or_none(hint->birth) && is_day(hint->birth) == (hint->sex != 0) && is_zero(hint->reserved, 3));
    law = any_law();
    facts = any_facts();
    way = output(sizeof *way);
    if (CALL(kz_iin_way_at(law, facts, (uint8_t)below(5), way)))
        check_list(way->provisions, way->provision_count, KZ_IIN_WAY_PROVISIONS_MAX);
    law = any_law();
    papers = output(sizeof *papers);
    if (CALL(kz_iin_papers(law, any_day(), any_of(2), any_of(2), papers)))
        check_list(papers->provisions, papers->provision_count, KZ_IIN_WAY_PROVISIONS_MAX);
}

static void passport(void)
{
    static const char *const zones[] = {
        "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<D231458907UTO7408122F1204159<<<<<<<6",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n",
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\rL8988901C4XXX4009078F9612109<<<<<<<<",
    };
    const char *const zone = zones[below(5)];
    size_t size = below(10) ? strlen(zone) : below(100);
    char sent[100], *bytes = input(size);
    kz_date on = any_day();
    kz_mrz *read = output(sizeof *read);
    kz_mrz_fault *fault;
    const int all_there = bytes != NULL && read != NULL;
    int is_read;
    fill(sent, sizeof sent);
    if (below(10))
        memcpy(sent, zone, strlen(zone));
    if (size && below(2))
        sent[below((uint32_t)size)] ^= (char)(1u << below(8));
    if (bytes)
        memcpy(bytes, sent, size);
    is_read = CALL(kz_mrz_read(bytes, size, on, read));
    if (is_read) {
        CHECK(is_day(read->expires) && read->birth_precision <= KZ_BIRTH_PRECISION_DAY && read->standing <= KZ_STANDING_STATELESS);
        CHECK(read->document != 0 && read->layout != 0 && read->nationality != 0 && is_zero(read->reserved, 3));
        CHECK(strlen(read->country) == (read->nationality == KZ_MRZ_NATIONALITY_COUNTRY ? 3u : 0u));
    }
    /* The same once more: what was there is gone. */
    bytes = input(size);
    if (bytes)
        memcpy(bytes, sent, size);
    fault = output(sizeof *fault);
    if (CALL(kz_mrz_fault_get(bytes, size, on, fault)) && all_there)
        CHECK((fault->expected == 0) == is_read && (fault->line == 0) == is_read && (fault->column == 0) == is_read);
}

static void calendar(void)
{
    size_t count;
    const kz_law *law = any_law();
    const kz_year *years = any_years(&count);
    kz_calendar_day *day = output(sizeof *day);
    kz_date *out, from = any_day();
    uint16_t days;
    if (CALL(kz_is_working_day(law, any_day(), any_of(2), years, count, day)))
        CHECK((day->working == KZ_ANSWER_YES) == (day->reason == 0) && day->certainty != 0 && day->reserved == 0);
    law = any_law();
    years = any_years(&count);
    out = output(sizeof *out);
    days = (uint16_t)(below(2) ? below(40) : below(65536));
    if (CALL(kz_add_working_days(law, from, days, any_of(2), any_of(2), years, count, out)))
        CHECK(is_day(*out) && order(*out) >= order(from));
}

static void time_of_day(void)
{
    int64_t seconds = below(2) ? (int64_t)random_number() : 1700000000 + (int64_t)below(400000000);
    const kz_law *law = any_law();
    kz_date *out = output(sizeof *out);
    if (CALL(kz_local_date(law, seconds, any_of(2), out)))
        CHECK(is_day(*out));
    law = any_law();
    out = output(sizeof *out);
    if (CALL(kz_today(law, seconds, any_of(2), out)))
        CHECK(is_day(*out));
}

static void law(void)
{
    const kz_law *law = any_law();
    kz_law_identity *identity = output(sizeof *identity);
    kz_provision_info *info;
    kz_milestone *milestone;
    kz_provision provision;
    if (CALL(kz_law_get(law, identity)))
        CHECK(identity->name_length > 0 && identity->name_length <= KZ_LAW_NAME_BYTES && is_day(identity->known_until));
    law = any_law();
    provision = kz_provision_at(law, (uint16_t)below(below(20) ? 200 : 65536));
    info = output(sizeof *info);
    if (CALL(kz_provision_get(law, below(10) ? provision : (kz_provision)below(65536), info))) {
        check_text(info->id);
        check_text(info->title);
        CHECK(is_day_or_none(info->from) && is_day_or_none(info->until) && is_zero(info->reserved, 7));
    }
    law = any_law();
    milestone = output(sizeof *milestone);
    if (CALL(kz_milestone_after(law, any_day(), milestone))) {
        check_list(milestone->started, milestone->started_count, KZ_MILESTONE_MAX);
        check_list(milestone->ended, milestone->ended_count, KZ_MILESTONE_MAX);
    }
    if (below(20) == 0) {
        law = any_law();
        CALL(kz_law_self_test(law));
    }
}

static void names(void)
{
    const kz_law *law = any_law();
    kz_vocabulary of = (kz_vocabulary)below(below(10) ? 60 : 256);
    uint16_t code = (uint16_t)below(below(10) ? 250 : 65536);
    kz_text_form form = any_of(2);
    const char *texts[6];
    unsigned place;
    CHECK(KZ_ABI_VERSION == kz_abi_version());
    check_text(kz_version_string());
    check_text(kz_status_name((kz_status)random_number()));
    CHECK(kz_fact_vocabulary((kz_fact)below(256)) <= 60);
    texts[0] = kz_name(law, of, code);
    texts[1] = kz_text_kk(law, of, code, form);
    texts[2] = kz_text_ru(law, of, code, form);
    texts[3] = kz_text_en(law, of, code, form);
    texts[4] = kz_text(law, any_of(3), of, code, form);
    texts[5] = kz_text(law, KZ_LANGUAGE_EN, of, (uint16_t)(1 + below(kz_vocabulary_count(law, of) + 1u)), form);
    for (place = 0; place < 6; place++)
        if (texts[place])
            check_text(texts[place]);
    block_count = 0;
    must_fail = 0;
}

static int32_t accept(void *context, const uint8_t *message, size_t size, const uint8_t *signature)
{
    (void)message;
    (void)size;
    (void)signature;
    return *(int32_t *)context;
}

static void open_pack(void)
{
    size_t size = below(3) ? pack_size : below((uint32_t)pack_size);
    uint8_t *bytes = input(size);
    kz_at_least *at_least = input(sizeof *at_least);
    int32_t *context = block(INPUT, sizeof *context, 0);
    kz_law *law;
    kz_pack_fault *fault;
    *context = (int32_t)below(2);
    if (at_least)
        memset(at_least, 0, sizeof *at_least);
    if (bytes) {
        memcpy(bytes, pack, size);
        if (size && below(2))
            bytes[below((uint32_t)size)] ^= (uint8_t)(1u << below(8));
    }
    switch (below(3)) {
    case 0:
        law = output(sizeof *law);
        CALL(kz_law_open(bytes, size, accept, context, at_least, law));
        break;
    case 1:
        law = output(sizeof *law);
        CALL(kz_law_open_already_verified(bytes, size, at_least, law));
        break;
    default:
        fault = output(sizeof *fault);
        CALL(kz_pack_fault_get(bytes, size, at_least, fault));
    }
}

static void slots(void)
{
    kz_slots *it = input(sizeof *it);
    kz_slot_choice *out = output(sizeof *out);
    if (it && below(5)) {
        it->passed[0] = (uint8_t)below(2);
        it->passed[1] = (uint8_t)below(2);
        memset(it->reserved, 0, sizeof it->reserved);
    }
    if (CALL(kz_law_choose(it, out)))
        CHECK(out->open <= 2 && out->write >= 1 && out->write <= 2 && out->write != out->open && out->record <= 2);
}

static void signature(void)
{
    size_t size = below(100);
    uint8_t *key = input(KZ_KEY_BYTES), *message = input(size), *signed_by = input(KZ_SIGNATURE_BYTES);
    CHECK(!CALL(kz_ed25519(key, message, size, signed_by)));
}

static kz_ticket_record last_ticket;
static kz_receipt_record last_receipt;

/* The bytes of a record, cut or changed. */
static uint8_t *any_record(const uint8_t *good, size_t *size)
{
    size_t whole = *size;
    uint8_t *bytes;
    *size = below(4) ? whole : below(200);
    bytes = input(*size);
    if (bytes && below(10))
        memcpy(bytes, good, *size < whole ? *size : whole);
    if (bytes && *size && below(2))
        bytes[below((uint32_t)*size)] ^= (uint8_t)(1u << below(8));
    return bytes;
}

static void records(void)
{
    const kz_law *law = any_law();
    kz_facts *facts = any_facts();
    uint8_t *identifier = input(KZ_IDENTIFIER_BYTES), *bytes;
    kz_ticket_record *ticket = output(sizeof *ticket);
    kz_receipt_record *receipt;
    kz_ticket *read;
    kz_verification *verified;
    size_t size;
    if (CALL(kz_ticket_issue(law, facts, identifier, ticket)))
        last_ticket = *ticket;
    size = sizeof last_ticket.bytes;
    bytes = any_record(last_ticket.bytes, &size);
    read = output(sizeof *read);
    if (CALL(kz_ticket_read(bytes, size, read)))
        CHECK(is_day(read->on) && read->basis != 0 && read->obligation != 0 && read->reserved == 0);
    law = any_law();
    facts = any_facts();
    receipt = output(sizeof *receipt);
    if (CALL(kz_receipt_issue(law, facts, receipt)))
        last_receipt = *receipt;
    law = any_law();
    size = sizeof last_receipt.bytes;
    bytes = any_record(last_receipt.bytes, &size);
    verified = output(sizeof *verified);
    if (CALL(kz_receipt_verify(law, bytes, size, verified)))
        CHECK(is_day(verified->on) && verified->obligations_now != 0 && is_zero(verified->reserved, 3));
}

/* ---- All of them ---------------------------------------------------------------------------------------------- */

static void open_law(const char *file)
{
    static const kz_at_least any;
    FILE *in = fopen(file, "rb");
    uint8_t *bytes;
    get_memory();
    CHECK(in != NULL && fseek(in, 0, SEEK_END) == 0);
    pack_size = (size_t)ftell(in);
    rewind(in);
    /* It ends where memory ends too, and is never free again. */
    bytes = mmap(NULL, (PAGES + 1) * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(bytes != MAP_FAILED && pack_size <= PAGES * page);
    bytes += PAGES * page - pack_size;
    CHECK(fread(bytes, 1, pack_size, in) == pack_size && fclose(in) == 0);
    CHECK(mprotect(bytes + pack_size, page, PROT_NONE) == 0);
    pack = bytes;
    CHECK(kz_law_open_already_verified(pack, pack_size, &any, &pack_law) == KZ_OK);
}

/* As if nothing had been called yet. */
static void start_again(void)
{
    static const kz_arrival arrival = {{2026, 8, 3}, {0, 0, 0}, 0, 0, 0};
    memset(&found, 0, sizeof found);
    memset(&last_ticket, 0, sizeof last_ticket);
    memset(&last_receipt, 0, sizeof last_receipt);
    CHECK(kz_case_init(&arrival, &kept) == KZ_OK);
}

static void call_one(void)
{
    static void (*const functions[])(void) = {
        decide, decide_many, decide_columns, explain, set_fact, plan, window, window_state, stay, country, mission,
        case_init, case_apply, case_apply, case_apply, case_get, case_window, case_day, missing_and_refusal, certificate,
        qr, iin, passport, calendar, time_of_day, law, names, slots, records,
    };
    functions[below(sizeof functions / sizeof *functions)]();
    if (below(64) == 0)
        open_pack();
    if (below(256) == 0)
        signature();
}

/* The calls that these bytes choose. The noise that fills what nobody chooses is the same for the same bytes. */
static void calls_of(const uint8_t *bytes, size_t size)
{
    start_again();
    random_state = 88172645463325252u;
    choices = bytes;
    choices_left = size;
    while (choices_left > 0)
        call_one();
}

#ifdef FUZZ

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (!memory)
        open_law(getenv("PACK"));
    calls_of(bytes, size);
    return 0;
}

#else

int main(int count, char **arguments)
{
    static uint8_t bytes[1 << 16];
    unsigned long left;
    int place;
    CHECK(count >= 3);
    open_law(arguments[1]);
    for (place = 3; place < count; place++) {
        FILE *in = fopen(arguments[place], "rb");
        CHECK(in != NULL);
        calls_of(bytes, fread(bytes, 1, sizeof bytes, in));
        CHECK(fclose(in) == 0);
    }
    start_again();
    for (left = strtoul(arguments[2], NULL, 10); left > 0; left--)
        call_one();
    return 0;
}

#endif
