// Parts of the structs of kz_rules.hpp that are not generated. Each begins with a line that names the C struct, and is written
// into the struct (a field that is named there gets no generated accessor) or before it.
//@members kz_facts
    // Nothing is known but the decision date.
    constexpr explicit Facts(Date decided_on) noexcept : Facts() { on(decided_on); }

    // Sets a fact to a value of its vocabulary and removes it from 'declined'; 0 makes it unknown again.
    Status set(Fact fact, std::uint8_t code) noexcept { return static_cast<Status>(kz_facts_set(this, static_cast<kz_fact>(fact), code)); }

    // The person cannot tell this fact: it is not asked for.
    constexpr Facts &decline(Fact fact) noexcept { return declined(declined().insert(fact)); }
//@before kz_facts
// A birth date that may be known in part.
class Birth {
public:
    constexpr Birth(Date date) noexcept : known_(date), precision_(BirthPrecision::Day) {}
    constexpr explicit Birth(std::uint16_t in_year) noexcept : known_{in_year, 0, 0}, precision_(BirthPrecision::Year) {}
    constexpr Birth(std::uint16_t in_year, std::uint8_t in_month) noexcept
        : known_{in_year, in_month, 0}, precision_(BirthPrecision::Month)
    {
    }
    constexpr Birth(const kz_date &known, BirthPrecision precision) noexcept : known_(known), precision_(precision) {}

    constexpr BirthPrecision precision() const noexcept { return precision_; }
    // What is not known is zero.
    constexpr const kz_date &known() const noexcept { return known_; }
    friend constexpr bool operator==(const Birth &a, const Birth &b) noexcept
    {
        return a.precision_ == b.precision_ && Date(a.known_) == Date(b.known_);
    }
    friend constexpr bool operator!=(const Birth &a, const Birth &b) noexcept { return !(a == b); }

private:
    kz_date known_;
    BirthPrecision precision_;
};

namespace detail {

constexpr std::optional<Birth> birth(const kz_date &known, kz_birth_precision precision) noexcept
{
    return precision == 0 ? std::nullopt : std::optional<Birth>(Birth(known, static_cast<BirthPrecision>(precision)));
}

constexpr kz_date day(const std::optional<Birth> &value) noexcept
{
    return value ? value->known() : kz_date{};
}

constexpr kz_birth_precision precision(const std::optional<Birth> &value) noexcept
{
    return value ? static_cast<kz_birth_precision>(value->precision()) : kz_birth_precision{};
}

} // namespace detail
//@members kz_fact_columns
    // The number of persons: as many as 'on' has days.
    constexpr std::size_t rows() const noexcept { return rows_[0].fewest; }
    static_assert(offsetof(kz_fact_columns, on) == 0, "the first column");
//@members kz_year
    // A year without working days: add them with worked().
    constexpr Year(std::uint16_t number, Certainty how_sure) noexcept : Year() { year(number).certainty(how_sure); }

    // Whether a day is a working day; months and days are numbered from 1.
    constexpr bool is_worked(Week week, std::uint8_t month, std::uint8_t day) const noexcept
    {
        const std::uint32_t *months = week == Week::Six ? kz_year::six : kz_year::five;
        return is_day(month, day) && (months[month - 1] >> (day - 1) & 1) != 0;
    }
    // Sets whether a day is a working day. An impossible day is ignored.
    constexpr Year &worked(Week week, std::uint8_t month, std::uint8_t day, bool is = true) noexcept
    {
        std::uint32_t *months = week == Week::Six ? kz_year::six : kz_year::five;
        if (is_day(month, day)) {
            const std::uint32_t bit = UINT32_C(1) << (day - 1);
            months[month - 1] = is ? months[month - 1] | bit : months[month - 1] & ~bit;
        }
        return *this;
    }

private:
    static constexpr bool is_day(std::uint8_t month, std::uint8_t day) noexcept
    {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
//@members kz_at_least
    // The law's name; empty: that of the built-in law. Returns false and changes nothing if the name is too long.
    [[nodiscard]] bool name(std::string_view value) noexcept
    {
        if (value.size() > sizeof kz_at_least::name)
            return false;
        std::memset(kz_at_least::name, 0, sizeof kz_at_least::name);
        std::memcpy(kz_at_least::name, value.data(), value.size());
        return true;
    }
    std::string_view name() const & noexcept { return detail::padded(kz_at_least::name); }
    std::string_view name() const && = delete;
//@members kz_slots
    // The sequence of the law in slot 1 or 2, if its pack was opened and passed Law::self_test().
    constexpr std::optional<std::uint32_t> passed(std::size_t slot) const noexcept
    {
        return is_one(slot) && kz_slots::passed[slot - 1] != 0 ? std::optional<std::uint32_t>(kz_slots::sequence[slot - 1]) : std::nullopt;
    }
    constexpr Slots &passed(std::size_t slot, std::optional<std::uint32_t> its_sequence) noexcept
    {
        if (is_one(slot)) {
            kz_slots::passed[slot - 1] = its_sequence.has_value();
            kz_slots::sequence[slot - 1] = its_sequence.value_or(0);
        }
        return *this;
    }
    // Record 1 or 2, whatever is in that flash.
    constexpr Slots &record(std::size_t number, const std::array<std::uint8_t, record_bytes> &bytes) noexcept
    {
        for (std::size_t place = 0; is_one(number) && place < record_bytes; place++)
            kz_slots::records[number - 1][place] = bytes[place];
        return *this;
    }

private:
    static constexpr bool is_one(std::size_t number) noexcept { return number == 1 || number == 2; }
