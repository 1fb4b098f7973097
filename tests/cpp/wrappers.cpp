// Calls every function of kz_rules.hpp beside the C function that it calls: the same status, the same bytes. Arguments differ from
// each other, so that two that change places are seen; and each question is asked of a law that was never opened, so that a law
// that is left out is seen.
// Usage: wrappers PACK     a pack of any signature
#define KZ_RULES_OSTREAM
#include "kz_rules.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <vector>

namespace {

unsigned compared = 0, answered = 0;

void check(bool is_so, const char *what, int line)
{
    compared++;
    if (!is_so) {
        std::fprintf(stderr, "line %d: %s\n", line, what);
        std::exit(1);
    }
}

#define CHECK(what) check((what), #what, __LINE__)

// The C function writes to a struct of its own; both must be the same.
template <class C, class T, class Call>
void same_as(const kz::Result<T> &result, Call call, const char *what, int line)
{
    C out;
    std::memset(&out, 0, sizeof out);
    const kz_status status = call(&out);
    check(static_cast<kz_status>(result.status()) == status, what, line);
    check(std::memcmp(static_cast<const C *>(&*result), &out, sizeof out) == 0, what, line);
    check(bool(result) == (status == KZ_OK), what, line);
    answered += status == KZ_OK;
}

#define SAME(c_type, result, c_call) \
    same_as<c_type>(result, [&](c_type *out) { return c_call; }, #c_call, __LINE__)

const kz::Date today(2026, 11, 22);
const kz::OpenedLaw never_opened;

// ---- Arguments ----

std::vector<kz::Facts> persons()
{
    using namespace kz;
    std::vector<Facts> all;
    all.push_back(Facts(today));
    all.push_back(Facts(today).standing(Standing::Foreigner).occasion(Occasion::ResidenceCard).action(Action::FirstIssue));
    all.push_back(Facts(all.back()).birth(Date(1990, 5, 17)).fingerprinted(Answer::No));
    all.push_back(Facts(all.back()).occasion(Occasion::Visa).visa_channel(VisaChannel::ForeignMission).location(Location::Abroad)
                      .may_enter(Answer::No).has_iin(Answer::No).mission_in_pilot(Answer::Yes)
                      .mission_takes_fingerprints(Answer::Yes).passport_in_foreign_language(Answer::Yes));
    all.push_back(Facts(today).standing(Standing::Citizen).birth(Birth(2013)).edition(edition::announced));
    all.push_back(Facts(today).birth(Birth(2012, 12)).decline(Fact::Standing).age_reading(AgeReading::DayAfter));
    all.push_back(Facts(today).birth(Date(2027, 1, 1)));
    all.push_back(Facts());
    return all;
}

const kz::Year &caller_year()
{
    static const kz::Year year = [] {
        kz::Year made(2031, kz::Certainty::Projected);
        for (std::uint8_t month = 1; month <= 12; month++)
            for (std::uint8_t day = 1; day <= 28; day++)
                made.worked(kz::Week::Five, month, day, day % 2 == 0).worked(kz::Week::Six, month, day);
        return made;
    }();
    return year;
}

// ---- The types of the header itself ----

void sets_lists_and_results()
{
    using namespace kz;
    static_assert(Set<Standing>{Standing::Citizen, Standing::Stateless}.bits() == 5);
    static_assert(Date(2026, 11, 22) < Date(2026, 12, 1) && Date(2027, 1, 1) > Date(2026, 12, 31));
    static_assert(Date(2026, 1, 1) <= Date(2026, 1, 1) && Date(2026, 1, 2) >= Date(2026, 1, 1) && Date(1, 1, 1) != Date(1, 1, 2));
    Set<Standing> set{Standing::Stateless, Standing::Citizen};
    std::vector<Standing> found(set.begin(), set.end());
    CHECK((found == std::vector<Standing>{Standing::Citizen, Standing::Stateless}));
    CHECK(set.size() == 2 && set.has(Standing::Citizen) && !set.has(Standing::Foreigner));
    CHECK((set | Set<Standing>{Standing::Foreigner}).size() == 3 && (set & Set<Standing>{Standing::Citizen}).size() == 1);
    CHECK(set.erase(Standing::Citizen) == Set<Standing>{Standing::Stateless} && set != Set<Standing>());
    CHECK(set.insert(Standing::Foreigner).size() == 2 && Set<Standing>().empty());
    Set<Fact> last{Fact::PassportInForeignLanguage};
    CHECK(*last.begin() == Fact::PassportInForeignLanguage);
    std::size_t steps = 0;
    for (const Step step : Values<Step>())
        CHECK(static_cast<std::size_t>(step) == ++steps);
    CHECK(steps == Values<Step>().size() && steps == Law().count(Vocabulary::Step));

    const kz_provision numbers[] = {7, 9, 0};
    const List<Provision, kz_provision> list(numbers, detail::until_zero(numbers));
    CHECK(list.size() == 2 && !list.empty() && list[1] == Provision{9} && *++list.begin() == Provision{9});
    auto walk = list.begin();
    CHECK(*walk++ == Provision{7} && *walk == Provision{9} && ++walk == list.end());

    const std::array<std::uint8_t, 3> bytes{1, 2, 3};
    const std::uint8_t plain[] = {4, 5};
    CHECK(Bytes(bytes).size() == 3 && Bytes(plain)[1] == 5 && Bytes().empty() && *(Bytes(bytes).end() - 1) == 3);

    const Result<Date> good(today), bad(Status::BadOn);
    CHECK(good && !bad && *good == today && bad.status() == Status::BadOn && bad.value_or(today) == today && good != bad);
    CHECK(good->year() == 2026 && good == Result<Date>(today) && std::strcmp(today.iso().data(), "2026-11-22") == 0);

    std::ostringstream said;
    said << today << ' ' << Status::BadOn << ' ' << Standing::Foreigner << ' ' << Set<Answer>{Answer::No, Answer::Yes};
    CHECK(said.str() == "2026-11-22 bad_on foreigner {yes, no}");
}

void numbers_that_may_be_none()
{
    using namespace kz;
    constexpr StayRule none, rule = StayRule().per_entry(30).total(90).window(180);
    static_assert(!none.per_entry() && !none.total() && !none.window());
    static_assert(rule.per_entry() == 30 && rule.total() == 90 && rule.window() == 180);
    CHECK(StayRule(rule).per_entry(std::nullopt).total({}).window(none.window()) == none);
    CHECK(Arrival().treaty_days(20).treaty_days() == 20 && Arrival().treaty_days(20).treaty_days({}) == Arrival());
    static_assert(!TermQuestion().treaty_days() && TermQuestion().treaty_days(60).treaty_days() == 60);
    static_assert(!CountryAnswer().treaty() && !CaseView().treaty_days() && !PackFault().row());
    static_assert(!SlotChoice().open() && !SlotChoice().record());
}

void facts_are_built()
{
    using namespace kz;
    kz_facts c;
    std::memset(&c, 0, sizeof c);
    c.on = kz_date{2026, 11, 22};
    c.birth = kz_date{1990, 5, 0};
    c.birth_precision = KZ_BIRTH_PRECISION_MONTH;
    c.occasion = KZ_OCCASION_VISA;
    c.declined = KZ_SET_OF(KZ_FACT_ACTION);
    Facts facts = Facts(today).birth(Birth(1990, 5)).occasion(Occasion::Visa).decline(Fact::Action);
    CHECK(facts == Facts(c) && facts != Facts(today));
    CHECK(facts.birth() == Birth(1990, 5) && facts.birth() != std::optional<Birth>(Birth(1990)));
    CHECK(Facts(facts).birth(Date(1990, 5, 17)).birth()->precision() == BirthPrecision::Day);
    CHECK(Facts(facts).birth(Birth(1990)).birth()->known().month == 0);
    CHECK(Facts(facts).birth(std::nullopt).occasion(std::nullopt).declined({}) == Facts(today));
    CHECK(facts.declined().has(Fact::Action) && !Facts(today).birth());
    for (const Fact fact : Values<Fact>())
        for (std::uint8_t code = 0; code < 5; code++) {
            kz_facts other = c;
            Facts mine = facts;
            CHECK(static_cast<kz_status>(mine.set(fact, code)) == kz_facts_set(&other, static_cast<kz_fact>(fact), code));
            CHECK(mine == Facts(other));
        }
    const Year &year = caller_year();
    CHECK(year.five[10] == 0x0AAAAAAA && year.six[0] == 0x0FFFFFFF && year.year() == 2031);
    CHECK(year.is_worked(Week::Five, 11, 2) && !year.is_worked(Week::Five, 11, 1) && year.is_worked(Week::Six, 11, 1));
    CHECK(!year.is_worked(Week::Six, 13, 1) && !year.is_worked(Week::Six, 0, 1) && !year.is_worked(Week::Six, 1, 0));
    CHECK(Year(year).worked(Week::Six, 13, 1).worked(Week::Five, 1, 32) == year);
    CHECK(!Year(year).worked(Week::Five, 11, 2, false).is_worked(Week::Five, 11, 2));
    AtLeast least;
    CHECK(least.name("a law") && least.name() == "a law" && least.sequence(7).sequence() == 7);
    CHECK(!least.name("a name that is longer than any law's") && least.name() == "a law" && least.name("b") && least.name() == "b");
    static const char full[] = "a name of all thirty-two bytes..";
    CHECK(least.name(full) && least.name() == full);
}

// ---- The questions ----

void decide(kz::Law law)
{
    const auto all = persons();
    for (const kz::Facts &facts : all) {
        SAME(kz_assessment, law.assess(facts), kz_assess(law.c(), &facts, out));
        SAME(kz_plan_answer, law.plan(facts), kz_plan(law.c(), &facts, out));
        SAME(kz_receipt_record, law.issue_receipt(facts), kz_receipt_issue(law.c(), &facts, out));
        for (const kz::Obligation obligation : kz::Values<kz::Obligation>())
            SAME(kz_trace, law.explain(facts, obligation), kz_explain(law.c(), &facts, static_cast<kz_obligation>(obligation), out));
        for (std::uint8_t place = 0; place < 4; place++)
            SAME(kz_iin_way_info, law.iin_way_at(facts, place), kz_iin_way_at(law.c(), &facts, place, out));
        const std::array<std::uint8_t, kz::identifier_bytes> identifier{0xF1, 0xF2, 0xF3};
        const auto ticket = law.issue_ticket(facts, identifier);
        SAME(kz_ticket_record, ticket, kz_ticket_issue(law.c(), &facts, identifier.data(), out));
        SAME(kz_ticket, kz::read_ticket(ticket->bytes()), kz_ticket_read(ticket->bytes().data(), KZ_TICKET_BYTES, out));
        const auto receipt = law.issue_receipt(facts);
        SAME(kz_verification, law.verify_receipt(receipt->bytes()),
             kz_receipt_verify(law.c(), receipt->bytes().data(), KZ_RECEIPT_BYTES, out));
        SAME(kz_verification, law.verify_receipt({}), kz_receipt_verify(law.c(), nullptr, 0, out));
    }
}

void decide_many(kz::Law law)
{
    const auto all = persons();
    std::vector<kz::Assessment> answers(all.size());
    std::vector<kz_assessment> expected(all.size());
    std::size_t done = 0;
    for (const std::size_t count : {std::size_t{3}, all.size()}) {
        const auto progress = law.assess_many(kz::Span<const kz::Facts>(all.data(), count), answers);
        const kz_status status = kz_assess_many(law.c(), all.data(), count, expected.data(), &done);
        CHECK(static_cast<kz_status>(progress.status) == status && progress.done == done && bool(progress) == (status == KZ_OK));
        for (std::size_t place = 0; place < done; place++)
            CHECK(answers[place] == kz::Assessment(expected[place]));
    }
    const auto refused = law.assess_many(all, kz::Span<kz::Assessment>(answers.data(), 2));
    CHECK(refused.status == kz::Status::BufferTooSmall && refused.done == 0);
}

void decide_columns(kz::Law law)
{
    // The first becomes 16 on the day: not before the next one in the other reading.
    const std::array<std::int32_t, 3> on{20779, 20779, 20000}, birth{14935, 16000, 16000};
    const std::array<std::uint8_t, 1> on_validity{3}, birth_validity{5};
    const std::array<std::uint8_t, 3> standing{2, 1, 2}, occasion{4, 12, 4}, fingerprinted{2, 0, 1}, action{1, 2, 3}, channel{0, 1, 2},
        resident{0, 1, 2}, held{2, 1, 0};
    const std::array<kz_set, 3> declined{0, KZ_SET_OF(KZ_FACT_BIRTH), 0};
    const auto facts = kz::FactColumns().on(on).on_validity(on_validity).birth(birth).birth_validity(birth_validity).standing(standing)
                           .occasion(occasion).fingerprinted(fingerprinted).action(action).visa_channel(channel)
                           .permanent_resident(resident).held_at_commencement(held).question_1({}).declined(declined);
    CHECK(facts.rows() == 3 && kz::FactColumns().rows() == 0 && kz::FactColumns().on(on).birth_validity({}).rows() == 3);
    CHECK(facts.fits(3) && !facts.fits(2) && !facts.fits(4) && kz::FactColumns().fits(3) && kz::AnswerColumns().fits(3));
    struct Answers {
        kz_status status[3];
        std::uint8_t obligations[3];
        kz_provision basis[3];
        kz_fact ask[3];
        std::int32_t holds_until[3];
    } mine, c;
    for (const auto edition : {std::optional<kz::Edition>(), std::optional<kz::Edition>(kz::edition::announced)}) {
        std::memset(&mine, 0, sizeof mine);
        std::memset(&c, 0, sizeof c);
        const auto answers = kz::AnswerColumns().status(mine.status).obligations(mine.obligations).basis(mine.basis).ask(mine.ask)
                                 .holds_until(mine.holds_until);
        kz_answer_columns of_c = {c.status, c.obligations, c.basis, c.ask, c.holds_until};
        const kz::Status status = law.assess_columns(facts, answers, edition, kz::AgeReading::DayAfter);
        const kz_edition number = edition ? static_cast<kz_edition>(*edition) : kz_edition{0};
        CHECK(static_cast<kz_status>(status) == kz_assess_columns(law.c(), &facts, 3, number, KZ_AGE_READING_DAY_AFTER, &of_c));
        CHECK(std::memcmp(&mine, &c, sizeof c) == 0);
        CHECK(law.assess_columns(facts, kz::AnswerColumns(answers).ask({mine.ask, 2})) == kz::Status::BufferTooSmall);
    }
    const kz_answer_columns status_alone = {c.status, nullptr, nullptr, nullptr, nullptr};
    const kz::Status status = law.assess_columns(facts, kz::AnswerColumns().status(mine.status));
    CHECK(static_cast<kz_status>(status) == kz_assess_columns(law.c(), &facts, 3, 0, 0, &status_alone));
    CHECK(std::memcmp(mine.status, c.status, sizeof c.status) == 0);
}

// As many persons are assessed as there are decision dates, or none: never some of them.
void columns_that_fit(kz::Law law)
{
    using namespace kz;
    const std::array<std::int32_t, 10> on{20779, 20779, 20779, 20779, 20779, 20779, 20779, 20779, 20779, 20779};
    const std::array<std::uint8_t, 10> of_nobody{}, bits{0xFF, 0xFF};
    const std::array<kz_set, 10> none_declined{};
    std::array<kz_status, 10> status{}, status_of_c{};
    std::array<std::uint8_t, 10> obligations{};
    std::array<kz_provision, 10> basis{};
    std::array<kz_fact, 10> asked{};
    std::array<std::int32_t, 10> holds_until{};
    FactColumns facts;
    AnswerColumns answers;
    // What is given anew has the length that is given, be it longer or shorter.
    for (const std::size_t rows : {std::size_t{2}, std::size_t{9}, std::size_t{3}, std::size_t{0}, std::size_t{9}}) {
        facts.on({on.data(), rows}).standing({of_nobody.data(), rows});
        answers.status({status.data(), rows});
        status.fill(77);
        status_of_c.fill(77);
        const kz_answer_columns of_c = {status_of_c.data(), nullptr, nullptr, nullptr, nullptr};
        const kz_status said = kz_assess_columns(law.c(), &facts, rows, 0, 0, &of_c);
        CHECK(facts.rows() == rows && static_cast<kz_status>(law.assess_columns(facts, answers)) == said && status == status_of_c);
    }
    const Status said = law.assess_columns(facts, answers);
    const auto refused = [&](const FactColumns &some, const AnswerColumns &room) {
        status.fill(77);
        const Status of_some = law.assess_columns(some, room);
        return of_some == Status::BufferTooSmall && status[0] == 77 && status[9] == 77;
    };
    const auto taken = [&](const FactColumns &some, const AnswerColumns &room) { return law.assess_columns(some, room) == said; };
    FactColumns &(FactColumns::*const bytes[])(Kept<const std::uint8_t>) = {
        &FactColumns::occasion, &FactColumns::standing, &FactColumns::fingerprinted, &FactColumns::action, &FactColumns::visa_channel,
        &FactColumns::permanent_resident, &FactColumns::held_at_commencement, &FactColumns::question_1, &FactColumns::question_2,
        &FactColumns::question_3, &FactColumns::question_4};
    for (const std::size_t rows : {std::size_t{0}, std::size_t{8}, std::size_t{10}}) {
        for (const auto column : bytes) {
            FactColumns some(facts);
            (some.*column)({of_nobody.data(), rows});
            for (const auto other : bytes)
                if (other != column)
                    (some.*other)({of_nobody.data(), 9});
            CHECK(refused(some, answers));
        }
        CHECK(refused(FactColumns(facts).birth({on.data(), rows}), answers));
        CHECK(refused(FactColumns(facts).declined({none_declined.data(), rows}), answers));
        CHECK(refused(FactColumns(facts).on({on.data(), rows}), AnswerColumns(answers).status(status)));
    }
    CHECK(refused(FactColumns(facts).on({}), answers));
    for (const auto validity : {&FactColumns::on_validity, &FactColumns::birth_validity}) {
        CHECK(refused((FactColumns(facts).*validity)({bits.data(), 1}), answers));
        CHECK(taken((FactColumns(facts).*validity)({bits.data(), 2}), answers) && taken((FactColumns(facts).*validity)(bits), answers));
    }
    CHECK(refused(facts, AnswerColumns(answers).status({status.data(), 8})) && taken(facts, AnswerColumns(answers).status(status)));
    CHECK(refused(facts, AnswerColumns(answers).obligations({obligations.data(), 8})));
    CHECK(refused(facts, AnswerColumns(answers).basis({basis.data(), 8})) && refused(facts, AnswerColumns(answers).ask({asked.data(), 8})));
    CHECK(refused(facts, AnswerColumns(answers).holds_until({holds_until.data(), 8})));
    CHECK(taken(facts, AnswerColumns(answers).obligations(obligations).basis(basis).ask(asked).holds_until(holds_until)));
}

void deadlines(kz::Law law)
{
    const auto question = kz::TermQuestion().from(kz::Date(2025, 12, 20)).on(kz::Date(2026, 1, 5)).treaty(kz::Treaty::Days)
                              .treaty_days(60).week(kz::Week::Six).stay_regime(kz::StayRegime::UpTo90)
                              .standing(kz::Standing::Foreigner).arrived_to_live(kz::Answer::Yes).stay_until(kz::Date(2026, 3, 1));
    const auto later = kz::TermQuestion().from(kz::Date(2031, 2, 3)).on(kz::Date(2031, 2, 5));
    const kz::Span<const kz::Year> years(&caller_year(), 1);
    for (const kz::Term term : kz::Values<kz::Term>()) {
        const auto number = static_cast<kz_term>(term);
        const auto window = law.window(term, question);
        SAME(kz_window, window, kz_window_get(law.c(), number, &question, nullptr, 0, out));
        SAME(kz_window, law.window(term, later, years), kz_window_get(law.c(), number, &later, years.data(), 1, out));
        SAME(kz_window_day, kz::window_state(*window, kz::Date(2026, 1, 4)), kz_window_state(&*window, kz_date{2026, 1, 4}, out));
    }
    for (const kz::Week week : kz::Values<kz::Week>()) {
        const auto number = static_cast<kz_week>(week);
        SAME(kz_calendar_day, law.working_day(kz::Date(2026, 3, 21), week),
             kz_is_working_day(law.c(), kz_date{2026, 3, 21}, number, nullptr, 0, out));
        SAME(kz_calendar_day, law.working_day(kz::Date(2031, 3, 21), week, years),
             kz_is_working_day(law.c(), kz_date{2031, 3, 21}, number, years.data(), 1, out));
        for (const kz::FirstDay first : kz::Values<kz::FirstDay>())
            SAME(kz_date, law.add_working_days(kz::Date(2031, 5, 2), 9, first, week, years),
                 kz_add_working_days(law.c(), kz_date{2031, 5, 2}, 9, static_cast<kz_first_day>(first), number, years.data(), 1, out));
    }
    // In 2020 there was an hour between the zones, and it was midnight in one.
    for (const kz::Zone zone : {kz::Zone::East, kz::Zone::West, kz::Zone{9}})
        for (const std::int64_t seconds : {INT64_C(1795303800), INT64_C(1500000000), INT64_C(1591036200)}) {
            SAME(kz_date, law.local_date(seconds, zone), kz_local_date(law.c(), seconds, static_cast<kz_zone>(zone), out));
            SAME(kz_date, law.today(seconds, zone), kz_today(law.c(), seconds, static_cast<kz_zone>(zone), out));
        }
}

void stays_and_countries(kz::Law law)
{
    const auto rule = kz::StayRule().per_entry(30).total(90).window(180);
    const std::array<kz::Stay, 2> stays{kz::Stay().entered(kz::Date(2026, 8, 1)).left(kz::Date(2026, 8, 20)),
                                        kz::Stay().entered(kz::Date(2026, 11, 1))};
    SAME(kz_stay_answer, kz::count_stays(today, rule, stays), kz_stay_count(today, &rule, stays.data(), 2, out));
    SAME(kz_stay_answer, kz::count_stays(today, rule, {}), kz_stay_count(today, &rule, nullptr, 0, out));
    for (const char *code : {"RU", "TUR", "156", "ru", "XX"}) {
        const std::size_t length = std::strlen(code);
        SAME(kz_country_answer, law.country(today, code), kz_country_get(law.c(), today, code, length, out));
        for (std::uint8_t kind = 0; kind < 4; kind++) {
            kz_answer answer = 0;
            const kz_status status = kz_mission_in_pilot(law.c(), today, kind, code, length, &answer);
            const auto mine = law.mission_in_pilot(today, kz::detail::given<kz::MissionKind>(kind), code);
            CHECK(static_cast<kz_status>(mine.status()) == status && kz::detail::code(*mine) == answer);
        }
    }
    for (std::uint8_t latin = 0; latin < 3; latin++)
        for (std::uint8_t state = 0; state < 3; state++)
            SAME(kz_pilot_papers,
                 law.iin_papers(kz::Date(2024, 5, 6), kz::detail::given<kz::Answer>(latin), kz::detail::given<kz::Answer>(state)),
                 kz_iin_papers(law.c(), kz_date{2024, 5, 6}, latin, state, out));
    for (const char *iin : {"900517300009", "900517300008", "123", "12345678901x"})
        SAME(kz_iin_hint, kz::check_iin(iin), kz_iin_check(iin, std::strlen(iin), out));
}

kz::Certificate certificate()
{
    return kz::Certificate().application_number("A-1").surname("Doe").given_name("Jane").passport("P 7").citizenship("Utopia")
        .address("Almaty").host_iin("900101350003").host_surname("Host").host_given_name("Given").host_patronymic("Patron")
        .patronymic("Patronymic").qr("https://example.org").stay_from(kz::Date(2026, 8, 2)).stay_until(kz::Date(2026, 10, 2));
}

void registration(kz::Law law)
{
    using namespace kz;
    const auto arrival = Arrival().arrived_on(Date(2026, 8, 2)).stay_until(Date(2026, 10, 2)).week(Week::Six)
                             .treaty(Treaty::Days).treaty_days(20);
    auto mine = begin_case(arrival);
    SAME(kz_case, mine, kz_case_init(&arrival, out));
    Case kept = *mine;
    kz_case c = kept;
    Set<DataItem> all;
    for (const DataItem item : Values<DataItem>())
        all.insert(item);
    const std::array<CaseEvent, 4> events{
        CaseEvent().on(Date(2026, 8, 4)).event(Event::Submit).data(Set<DataItem>{DataItem::Surname}).place(PlaceOfStay::Hotel),
        CaseEvent().on(Date(2026, 8, 5)).event(Event::Submit).data(all).place(PlaceOfStay::Hotel),
        CaseEvent().on(Date(2026, 8, 6)).event(Event::StayExtended).stay_until(Date(2026, 11, 2)),
        CaseEvent().on(Date(2026, 8, 7)).event(Event::HostConfirms)};
    // No calendar has the year 0: who leaves the years out gets another status.
    const Year no_year;
    const Span<const Year> years(&caller_year(), 1), wrong_years(&no_year, 1);
    const Certificate text = certificate();
    char rendered[2048], of_c[2048];
    for (const CaseEvent &event : events) {
        CHECK(static_cast<kz_status>(law.apply(kept, event)) == kz_case_apply(law.c(), &c, &event) && kept == Case(c));
        SAME(kz_case_view, law.view(kept), kz_case_get(law.c(), &c, out));
        SAME(kz_window, law.window(kept), kz_case_window(law.c(), &c, nullptr, 0, out));
        for (const auto given : {years, wrong_years}) {
            SAME(kz_window, law.window(kept, given), kz_case_window(law.c(), &c, given.data(), 1, out));
            SAME(kz_window_day, law.window_day(kept, Date(2026, 8, 1), given),
                 kz_case_day(law.c(), &c, kz_date{2026, 8, 1}, given.data(), 1, out));
        }
        SAME(kz_window_day, law.window_day(kept, Date(2026, 8, 9)), kz_case_day(law.c(), &c, kz_date{2026, 8, 9}, nullptr, 0, out));
        std::size_t needed = 0;
        const kz_status status = kz_certificate_render(&c, &text, of_c, sizeof of_c, &needed);
        const auto written = render(kept, text, rendered);
        const auto size = rendered_size(kept, text);
        CHECK(static_cast<kz_status>(written.status()) == status && static_cast<kz_status>(size.status()) == status);
        CHECK(!written || (*written == of_c && written->size() + 1 == needed && *size == needed));
        CHECK(!written || render(kept, text, Span<char>(rendered, 9)).status() == Status::BufferTooSmall);
    }
    CHECK(!law.identity() || render(kept, text, Span<char>(rendered)));
    for (const Procedure procedure : Values<Procedure>())
        for (const Finding finding : Values<Finding>())
            SAME(kz_refusal, law.refusal(procedure, finding),
                 kz_refusal_get(law.c(), static_cast<kz_procedure>(procedure), static_cast<kz_finding>(finding), out));
    kz_set missing = 0;
    for (const kz_set stated : {kz_set{0}, kz_set{5}, all.bits(), kz_set{1} << 30}) {
        const auto lacks = missing_data(Set<DataItem>(stated));
        CHECK(static_cast<kz_status>(lacks.status()) == kz_data_missing(stated, &missing));
        CHECK(!lacks || lacks->bits() == missing);
    }
    SAME(kz_certificate_fault, check(text), kz_certificate_check(&text, out));
    const Certificate wrong = Certificate(text).patronymic(nullptr).citizenship("\n");
    SAME(kz_certificate_fault, check(wrong), kz_certificate_check(&wrong, out));
    CHECK(text == certificate() && wrong != text && !wrong.patronymic() && text.surname() == "Doe");
}

void qr_codes()
{
    std::array<std::uint8_t, kz::qr_buffer> scratch{}, modules{}, of_c{};
    std::uint8_t side = 0;
    const auto code = kz::qr_encode("https://example.org", scratch, modules);
    CHECK(code && kz_qr_encode("https://example.org", 19, scratch.data(), scratch.size(), of_c.data(), of_c.size(), &side) == KZ_OK);
    CHECK(code->side() == side && modules == of_c);
    unsigned dark = 0;
    for (unsigned y = 0; y < side; y++)
        for (unsigned x = 0; x < side; x++) {
            CHECK(code->is_dark(x, y) == (KZ_QR_IS_DARK(of_c, side, x, y) != 0));
            dark += code->is_dark(x, y);
        }
    CHECK(dark > 100 && code->is_dark(0, 0) && !code->is_dark(side, 0) && !code->is_dark(0, side));
    CHECK(kz::qr_encode("", scratch, modules).status() == kz::Status::TextMissing);
    CHECK(kz::qr_encode("https://example.org", scratch, kz::Span<std::uint8_t>(modules.data(), 9)).status() == kz::Status::QrTooLong);
}

void zones()
{
    // The specimens of ICAO Doc 9303, and what is none.
    const std::string_view zones[] = {
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n",
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<\n",
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204158ZE184226B<<<<<10\n",
        "P<UTO",
        "",
    };
    for (const auto zone : zones)
        for (const kz::Date on : {today, kz::Date(1980, 1, 1), kz::Date(2026, 2, 30)}) {
            SAME(kz_mrz, kz::read_mrz(zone, on), kz_mrz_read(zone.data(), zone.size(), on, out));
            SAME(kz_mrz_fault, kz::mrz_fault(zone, on), kz_mrz_fault_get(zone.data(), zone.size(), on, out));
        }
    const auto passport = kz::read_mrz(zones[0], today);
    CHECK(passport && passport->birth() == kz::Birth(kz::Date(1974, 8, 12)) && passport->country() == "UTO");
    CHECK(passport && passport->expires() == kz::Date(2012, 4, 15) && passport->document() == kz::MrzDocument::Passport);
    const auto fault = kz::mrz_fault(zones[2], today);
    CHECK(fault && fault->line() == 2 && fault->expected() == kz::MrzExpected::CheckDigit);
}

void the_law_and_its_words(kz::Law law)
{
    using namespace kz;
    SAME(kz_law_identity, law.identity(), kz_law_get(law.c(), out));
    CHECK(static_cast<kz_status>(law.self_test()) == kz_law_self_test(law.c()));
    for (std::uint16_t place = 0; place < 80; place++) {
        const auto provision = law.provision_at(place);
        CHECK(detail::code(provision) == kz_provision_at(law.c(), place));
        const auto number = provision.value_or(Provision{999});
        SAME(kz_provision_info, law.provision(number), kz_provision_get(law.c(), static_cast<kz_provision>(number), out));
    }
    SAME(kz_milestone, law.milestone_after(Date(2023, 12, 31)), kz_milestone_after(law.c(), kz_date{2023, 12, 31}, out));
    // Where C has none, there is an empty text that ends with a NUL.
    const auto is = [](std::string_view mine, const char *c) {
        return mine.data() != nullptr && mine.data()[mine.size()] == 0 && (c ? mine == c && mine.data() == c : mine.empty());
    };
    const auto identity = law.identity();
    CHECK(identity->name().data() != nullptr && identity->name().empty() == !identity);
    for (std::uint8_t number = 0; number <= 45; number++) {
        const auto of = static_cast<Vocabulary>(number);
        CHECK(law.count(of) == kz_vocabulary_count(law.c(), number));
        for (std::uint16_t code = 0; code < 20; code++) {
            const Value value(of, code);
            CHECK(is(law.name(value), kz_name(law.c(), number, code)));
            CHECK(is(law.label<Language::Kk>(value), kz_text_kk(law.c(), number, code, KZ_TEXT_FORM_LABEL)));
            CHECK(is(law.label<Language::Ru>(value), kz_text_ru(law.c(), number, code, KZ_TEXT_FORM_LABEL)));
            CHECK(is(law.sentence<Language::En>(value), kz_text_en(law.c(), number, code, KZ_TEXT_FORM_SENTENCE)));
            for (const Language language : Values<Language>()) {
                const auto in = static_cast<kz_language>(language);
                CHECK(is(law.label(language, value), kz_text(law.c(), in, number, code, KZ_TEXT_FORM_LABEL)));
                CHECK(is(law.sentence(language, value), kz_text(law.c(), in, number, code, KZ_TEXT_FORM_SENTENCE)));
            }
        }
    }
    CHECK(law.text<Language::Ru>(Step::Enter, TextForm::Label)
          == law.text(Language::Ru, Value(Vocabulary::Step, KZ_STEP_ENTER), TextForm::Label));
    CHECK(law.name(provision::l50_case_3) == law.name({Vocabulary::Provision, KZ_PROVISION_L50_CASE_3}));
    CHECK(law.label<Language::En>(Status::BadOn) == law.label<Language::En>({Vocabulary::Status, -KZ_ERROR_BAD_ON}));
}

void names()
{
    using namespace kz;
    CHECK(name(Standing::Foreigner) == "foreigner" && name(Step::Enter) == kz_name(nullptr, KZ_VOCABULARY_STEP, KZ_STEP_ENTER));
    CHECK(Law().name(std::optional<Standing>()).empty() && Law().name(std::optional<Standing>(Standing::Citizen)) == "citizen");
    CHECK(name(Status::Ok) == "ok" && name(Status::BadOn) == kz_status_name(KZ_ERROR_BAD_ON));
    CHECK(version() == kz_version_string() && library_abi_version() == kz_abi_version() && abi_version == kz_abi_version());
    for (const Fact fact : Values<Fact>())
        CHECK(detail::code(fact_vocabulary(fact)) == kz_fact_vocabulary(static_cast<kz_fact>(fact)));
}

// ---- Packs ----

std::int32_t take_all(void *, const std::uint8_t *, std::size_t, const std::uint8_t *)
{
    return 0;
}

kz::OpenedLaw packs(kz::Bytes pack)
{
    using namespace kz;
    unsigned calls = 0;
    const auto opened = OpenedLaw::open(pack, [&](Bytes message, Bytes signature) {
        calls++;
        return signature.size() == signature_bytes && message.data() == pack.data() && message.size() < pack.size();
    });
    const kz_at_least any = {0, {0}};
    SAME(kz_law, opened, kz_law_open(pack.data(), pack.size(), take_all, nullptr, &any, out));
    CHECK(opened && calls == 1);
    CHECK(OpenedLaw::open(pack, [](Bytes, Bytes) { return false; }).status() == Status::PackSignature);
    CHECK(OpenedLaw::open({pack.data(), 9}, Ed25519{{}}).status() == Status::PackTooShort);
    AtLeast high = AtLeast().sequence(4000000000u);
    CHECK(OpenedLaw::open(pack, [](Bytes, Bytes) { return true; }, high).status() == Status::PackOlder);
#if __cplusplus >= 202002L
    CHECK(bool(OpenedLaw::open_already_verified(std::span(pack.data(), pack.size()))));
#endif
    SAME(kz_law, OpenedLaw::open_already_verified(pack), kz_law_open_already_verified(pack.data(), pack.size(), &any, out));
    SAME(kz_law, OpenedLaw::open_already_verified(pack, high), kz_law_open_already_verified(pack.data(), pack.size(), &high, out));
    SAME(kz_pack_fault, pack_fault(pack), kz_pack_fault_get(pack.data(), pack.size(), &any, out));
    SAME(kz_pack_fault, pack_fault(pack, high), kz_pack_fault_get(pack.data(), pack.size(), &high, out));
    CHECK(*opened == *OpenedLaw::open_already_verified(pack) && *opened != never_opened);

    // RFC 8032, 7.1, test 2.
    const Ed25519 verifier{{0x3d, 0x40, 0x17, 0xc3, 0xe8, 0x43, 0x89, 0x5a, 0x92, 0xb7, 0x0a, 0xa7, 0x4d, 0x1b, 0x7e, 0xbc,
                            0x9c, 0x98, 0x2c, 0xcf, 0x2e, 0xc4, 0x96, 0x8c, 0xc0, 0xcd, 0x55, 0xf1, 0x2a, 0xf4, 0x66, 0x0c}};
    const std::uint8_t message[] = {0x72}, other[] = {0x73};
    std::uint8_t signature[] = {0x92, 0xa0, 0x09, 0xa9, 0xf0, 0xd4, 0xca, 0xb8, 0x72, 0x0e, 0x82, 0x0b, 0x5f, 0x64, 0x25, 0x40,
                                0xa2, 0xb2, 0x7b, 0x54, 0x16, 0x50, 0x3f, 0x8f, 0xb3, 0x76, 0x22, 0x23, 0xeb, 0xdb, 0x69, 0xda,
                                0x08, 0x5a, 0xc1, 0xe4, 0x3e, 0x15, 0x99, 0x6e, 0x45, 0x8f, 0x36, 0x13, 0xd0, 0xf1, 0x1d, 0x8c,
                                0x38, 0x7b, 0x2e, 0xae, 0xb4, 0x30, 0x2a, 0xee, 0xb0, 0x0d, 0x29, 0x16, 0x12, 0xbb, 0x0c, 0x00};
    std::array<std::uint8_t, key_bytes> key = verifier.key;
    CHECK(kz_ed25519(key.data(), message, 1, signature) == KZ_OK && kz_ed25519(key.data(), other, 1, signature) != KZ_OK);
    CHECK(verifier(message, signature) && !verifier(other, signature) && !verifier(message, Bytes(signature, 63)));
    return *opened;
}

void slots()
{
    using namespace kz;
    const std::array<std::uint8_t, record_bytes> record{1, 2, 3, 4, 5, 6, 7, 8};
    kz_slots c;
    std::memset(&c, 0, sizeof c);
    c.sequence[1] = 5;
    c.passed[1] = 1;
    c.at_least = 3;
    std::memcpy(c.records[0], record.data(), record.size());
    const Slots mine = Slots().passed(2, 5).passed(3, 8).at_least(3).record(1, record).record(0, record).record(3, record);
    CHECK(mine == Slots(c) && mine.passed(2) == 5u && !mine.passed(1) && !mine.passed(0) && !mine.passed(3));
    CHECK(Slots(mine).passed(2, std::nullopt) == Slots().at_least(3).record(1, record));
    const auto choice = choose(mine);
    SAME(kz_slot_choice, choice, kz_law_choose(&c, out));
    CHECK(choice && choice->open() == 2);
}

} // namespace

int main(int argc, char **argv)
{
    std::vector<std::uint8_t> bytes;
    std::FILE *file = argc == 2 ? std::fopen(argv[1], "rb") : nullptr;
    if (!file)
        return 2;
    for (int byte = std::fgetc(file); byte != EOF; byte = std::fgetc(file))
        bytes.push_back(static_cast<std::uint8_t>(byte));
    std::fclose(file);
    sets_lists_and_results();
    numbers_that_may_be_none();
    facts_are_built();
    qr_codes();
    zones();
    names();
    slots();
    const kz::OpenedLaw opened = packs(bytes);
    for (const kz::Law law : {kz::Law(), kz::Law(opened), kz::Law(never_opened)}) {
        decide(law);
        decide_many(law);
        decide_columns(law);
        columns_that_fit(law);
        deadlines(law);
        stays_and_countries(law);
        registration(law);
        the_law_and_its_words(law);
    }
    std::printf("%u comparisons, %u answers\n", compared, answered);
    return 0;
}
