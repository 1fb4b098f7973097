// ask.c in C++: asks until no further fact matters, and prints what the law requires of the person, why, and until when.
#define KZ_RULES_OSTREAM
#include "kz_rules.hpp"

#include <cstdlib>
#include <iostream>
#include <string>

namespace {

const kz::Law law; // the built-in one
constexpr auto English = kz::Language::En;

// Asks for a fact. The answer is the number of a value, or a year for the birth date.
void ask(kz::Facts &facts, kz::Fact fact)
{
    std::cout << law.sentence<English>(fact) << '\n';
    if (const auto of = kz::fact_vocabulary(fact))
        for (std::uint16_t code = 1; code <= law.count(*of); code++)
            std::cout << "  " << code << ' ' << law.label<English>({*of, code}) << '\n';
    std::string line;
    std::getline(std::cin, line);
    const int number = std::atoi(line.c_str());
    if (fact == kz::Fact::Birth && !facts.birth() && number > 0 && number <= facts.on()->year())
        facts.birth(kz::Birth(static_cast<std::uint16_t>(number)));
    else if (number < 1 || number > 255 || facts.set(fact, static_cast<std::uint8_t>(number)) != kz::Status::Ok)
        facts.decline(fact); // it is not asked for again
}

} // namespace

int main()
{
    kz::Facts facts(kz::Date(2026, 11, 22)); // from a clock: law.today()
    auto answer = law.assess(facts);
    for (; answer && answer->ask(); answer = law.assess(facts))
        ask(facts, *answer->ask());
    if (!answer) {
        std::cout << "error: " << answer.status() << '\n';
        return 1;
    }
    if (answer->outcome() != kz::Outcome::Decided)
        std::cout << "One of these:\n";
    for (const auto obligation : answer->obligations())
        std::cout << law.sentence<English>(obligation) << '\n';
    for (const auto provision : answer->basis())
        std::cout << "- " << law.sentence<English>(provision) << '\n';
    if (const auto until = answer->holds_until())
        std::cout << "From " << *until << " on it may be another answer.\n";
    if (answer->law() == kz::LawKnown::Assumed)
        std::cout << law.sentence<English>(answer->law()) << '\n';
}
