// A visit to the kiosk: the interview, the obligation with its reasons, the steps to the document, the registration deadline, and the
// ticket for the scanner. It needs no heap, no exceptions and no iostream.
// Input: the day, "2026-03-02"; then one answer per line: the number of a value, a year or day for the birth date, or nothing.
#include "kz_rules.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

const kz::Law law; // the built-in one; for a pack: kz::OpenedLaw::open()
constexpr auto English = kz::Language::En;

// Static texts end with a NUL.
const char *label(kz::Value value)
{
    return law.label<English>(value).data();
}

// A sentence where there is one.
const char *sentence(kz::Value value)
{
    const auto text = law.sentence<English>(value);
    return text.empty() ? label(value) : text.data();
}

const char *read_line()
{
    static char line[64];
    return std::fgets(line, sizeof line, stdin) != nullptr ? line : "";
}

std::optional<kz::Date> read_day(const char *line)
{
    unsigned year = 0, month = 0, day = 0;
    if (std::sscanf(line, "%4u-%2u-%2u", &year, &month, &day) != 3)
        return std::nullopt;
    return kz::Date(static_cast<std::uint16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day));
}

// Sets a fact from the person's answer. Anything that is not an answer means that the person does not know.
void take(kz::Facts &facts, kz::Fact fact, const char *line)
{
    const long number = std::strtol(line, nullptr, 10);
    if (fact == kz::Fact::Birth && read_day(line))
        facts.birth(*read_day(line));
    else if (fact == kz::Fact::Birth && !facts.birth() && number > 0 && number <= facts.on()->year())
        facts.birth(kz::Birth(static_cast<std::uint16_t>(number)));
    else if (number < 1 || number > 255 || facts.set(fact, static_cast<std::uint8_t>(number)) != kz::Status::Ok)
        facts.decline(fact);
}

// Asks until the answer names no further fact to ask for: the same loop for every question.
template <class Question>
auto ask(kz::Facts &facts, Question question)
{
    auto answer = question(facts);
    while (answer && answer->ask()) {
        const kz::Fact fact = *answer->ask();
        std::printf("? %s\n", sentence(fact));
        take(facts, fact, read_line());
        answer = question(facts);
    }
    return answer;
}

// Says why there is no answer.
int wrong(kz::Status status)
{
    std::printf("error: %s\n", kz::name(status).data());
    return 1;
}

void say_reasons(const kz::Assessment &answer, const kz::Facts &facts)
{
    for (const auto obligation : answer.obligations()) {
        std::printf("%s\n", sentence(obligation));
        const auto trace = law.explain(facts, obligation);
        if (!trace)
            continue;
        std::printf("  since: %s\n", sentence(trace->basis()));
        for (const auto passed : trace->passed())
            if (passed.fact() && passed.given() == kz::Answer::Yes)
                std::printf("  not by %s: %s\n", law.name(passed.provision()).data(), label(passed.fact()));
    }
    for (const auto caution : answer.cautions())
        std::printf("  but see: %s\n", sentence(caution));
}

void say_plan(const kz::PlanAnswer &plan)
{
    std::printf("%s\n", sentence(plan.verdict()));
    for (const auto step : plan.steps())
        std::printf("  %s\n", sentence(step.step()));
    for (const auto goal : plan.blocked())
        std::printf("  out of reach: %s\n", label(goal));
}

// The registration deadline of a person who arrived today, as far as it is known.
kz::Status say_deadline(const kz::Facts &facts)
{
    const auto question = kz::TermQuestion().from(facts.on()).on(facts.on()).standing(facts.standing())
                              .stay_regime(kz::StayRegime::UpTo90).arrived_to_live(kz::Answer::Yes);
    const auto window = law.window(kz::Term::Registration, question);
    if (!window)
        return window.status();
    if (const auto by = window->strict())
        std::printf("%s: by %s\n", label(kz::Term::Registration), by->iso().data());
    else
        std::printf("%s: %s\n", label(kz::Term::Registration), label(window->outcome()));
    return kz::Status::Ok;
}

// The ticket for the scanner. A kiosk draws the identifier at random.
kz::Status say_ticket(const kz::Facts &facts)
{
    const std::array<std::uint8_t, kz::identifier_bytes> identifier{0xA0, 0xB1, 0xC2, 0xD3};
    const auto ticket = law.issue_ticket(facts, identifier);
    if (!ticket)
        return ticket.status();
    std::printf("ticket: ");
    for (const auto byte : ticket->bytes())
        std::printf("%02x", byte);
    const auto read = kz::read_ticket(ticket->bytes());
    if (!read)
        return read.status();
    std::printf("\n  %s, by %s\n", label(read->obligation()), law.name(read->basis()).data());
    return kz::Status::Ok;
}

} // namespace

int main()
{
    const auto today = read_day(read_line());
    if (!today)
        return wrong(kz::Status::BadOn);
    kz::Facts facts(*today);
    const auto answer = ask(facts, [](const kz::Facts &known) { return law.assess(known); });
    if (!answer)
        return wrong(answer.status());
    say_reasons(*answer, facts);
    const auto plan = ask(facts, [](const kz::Facts &known) { return law.plan(known); });
    if (!plan)
        return wrong(plan.status());
    say_plan(*plan);
    if (const auto status = say_deadline(facts); status != kz::Status::Ok)
        return wrong(status);
    const auto status = say_ticket(facts);
    if (status != kz::Status::Ok)
        std::printf("no ticket: %s\n", sentence(status));
    return 0;
}
