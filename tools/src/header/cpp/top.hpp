// kz-rules for C++17 and later: what the law of Kazakhstan requires of a person at a fingerprint kiosk.
//
// A thin layer on kz_rules.h, which is the manual: it explains each C function that is called here, and its errors.
// SPDX-License-Identifier: MIT OR Apache-2.0
//
// This file is generated. Do not edit it.
//
//   #include <cstdio>
//   #include "kz_rules.hpp"
//
//   int main()
//   {
//       const auto facts = kz::Facts(kz::Date(2026, 11, 22))
//                              .standing(kz::Standing::Foreigner)
//                              .occasion(kz::Occasion::ResidenceCard);
//       const kz::Law law; // the built-in one
//       const auto answer = law.assess(facts);
//       if (!answer)
//           return 1; // answer.status() says why
//       if (answer->outcome() == kz::Outcome::Decided)
//           std::printf("%s\n", law.name(answer->obligation()).data());
//       else if (const auto ask = answer->ask())
//           std::printf("ask for %s\n", law.name(*ask).data());
//       return 0;
//   }
//
// The rules:
//
//   - A struct is the C struct of the same name (Facts: kz_facts), with accessors in place of fields. C functions take it. A
//     setter has the name of its field and returns the struct, so that calls can be chained.
//   - Unknown, none or not given is std::nullopt, where C has 0 or a day that is not given. So all values of closed sets, days
//     and numbers of the law are optional, and so is any other number whose comment says what "0:" means.
//   - A list is a range of values, and a Span points to values owned by others. Both are valid as long as their struct.
//   - A call returns a Result: a value, or the status that says why there is none.
//   - Nothing here throws, allocates, or needs run-time type information.
//   - Calls that need a law are members of Law, at the end. All others are functions, or members of their type.
//
// Define KZ_RULES_OSTREAM before this header for operator<<.
#ifndef KZ_RULES_HPP
#define KZ_RULES_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "kz_rules.h"

#if __cplusplus >= 202002L
#include <span>
#endif
#ifdef KZ_RULES_OSTREAM
#include <ostream>
#endif

namespace kz {

// ==== Statuses ===============================================================================================

//@statuses
// ==== Numbers, spans, lists, sets and results ================================================================

// An edition of a law; 'edition' has those of the built-in law.
enum class Edition : kz_edition {};
// A document of a law; 'document' has those of the built-in law.
enum class Document : kz_document {};
// A rule in a document of a law, or a caution; 'provision' has those of the built-in law.
enum class Provision : kz_provision {};
// A closed set whose names and texts can be looked up.
enum class Vocabulary : kz_vocabulary;

namespace detail {

// A numbered type: how many values it has (0: the law says), and its vocabulary (0: none).
template <std::uint16_t Count, kz_vocabulary Of>
struct Numbered {
    static constexpr std::uint16_t count = Count;
    static constexpr kz_vocabulary vocabulary = Of;
};
template <class E>
struct About;
template <>
struct About<Edition> : Numbered<0, KZ_VOCABULARY_EDITION> {};
template <>
struct About<Document> : Numbered<0, KZ_VOCABULARY_DOCUMENT> {};
template <>
struct About<Provision> : Numbered<0, KZ_VOCABULARY_PROVISION> {};
template <>
struct About<Status> : Numbered<0, KZ_VOCABULARY_STATUS> {};

template <class E>
constexpr std::optional<E> given(std::underlying_type_t<E> code) noexcept
{
    return code == 0 ? std::nullopt : std::optional<E>(static_cast<E>(code));
}

template <class E>
constexpr std::underlying_type_t<E> code(std::optional<E> value) noexcept
{
    return value ? static_cast<std::underlying_type_t<E>>(*value) : std::underlying_type_t<E>{};
}

// For a number whose 0 means none.
template <class N>
constexpr std::optional<N> not_zero(N number) noexcept
{
    return number == 0 ? std::nullopt : std::optional<N>(number);
}

inline std::optional<std::string_view> text(const char *given) noexcept
{
    return given ? std::optional<std::string_view>(given) : std::nullopt;
}

constexpr std::string_view text(const char *given, std::size_t length) noexcept
{
    return given ? std::string_view(given, length) : std::string_view("");
}

// A text that is padded with zeros.
template <class C, std::size_t N>
std::string_view padded(const C (&bytes)[N]) noexcept
{
    const auto *chars = reinterpret_cast<const char *>(bytes);
    const void *end = std::memchr(chars, 0, N);
    return std::string_view(chars, end ? static_cast<std::size_t>(static_cast<const char *>(end) - chars) : N);
}

// How many numbers come before the first 0.
template <class C, std::size_t N>
constexpr std::size_t until_zero(const C (&numbers)[N]) noexcept
{
    std::size_t count = 0;
    while (count < N && numbers[count] != 0)
        count++;
    return count;
}

// Whether two C structs, which have no padding, have the same bytes.
template <class C>
bool same(const C &a, const C &b) noexcept
{
    static_assert(std::has_unique_object_representations_v<C>);
    return std::memcmp(&a, &b, sizeof a) == 0;
}

} // namespace detail

// A pointer to contiguous values owned by others, and their number. Made from an array, or from anything with data() and size().
template <class T>
class Span {
public:
    constexpr Span() noexcept = default;
    constexpr Span(T *data, std::size_t size) noexcept : data_(data), size_(size) {}
    template <std::size_t N>
    constexpr Span(T (&array)[N]) noexcept : data_(array), size_(N)
    {
    }
    // The element type must be the same but for const: a pointer to a derived struct would step wrongly.
    template <class Container, class D = std::remove_pointer_t<decltype(std::declval<Container &>().data())>,
              class = std::enable_if_t<std::is_convertible_v<D (*)[], T (*)[]>>, class = decltype(std::declval<Container &>().size())>
    constexpr Span(Container &&container) noexcept : data_(container.data()), size_(container.size())
    {
    }

    constexpr T *data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr T &operator[](std::size_t place) const noexcept { return data_[place]; }
    constexpr T *begin() const noexcept { return data_; }
    constexpr T *end() const noexcept { return data_ + size_; }

private:
    T *data_ = nullptr;
    std::size_t size_ = 0;
};

using Bytes = Span<const std::uint8_t>;

namespace detail {

// Whether a type only points to values.
template <class T>
inline constexpr bool is_span = false;
template <class T>
inline constexpr bool is_span<Span<T>> = true;
#if __cplusplus >= 202002L
template <class T, std::size_t N>
inline constexpr bool is_span<std::span<T, N>> = true;
#endif

} // namespace detail

// A span of values that are used after the call, and must stay in place until then. It cannot be made from a temporary container.
template <class T>
class Kept : public Span<T> {
    template <class Values>
    static constexpr bool stays = std::is_lvalue_reference_v<Values> || detail::is_span<std::remove_cv_t<Values>>;

public:
    constexpr Kept() noexcept = default;
    constexpr Kept(T *data, std::size_t size) noexcept : Span<T>(data, size) {}
    template <class Values, std::enable_if_t<std::is_convertible_v<Values, Span<T>> && stays<Values>, int> = 0>
    constexpr Kept(Values &&values) noexcept : Span<T>(values)
    {
    }
    template <class Values, std::enable_if_t<std::is_convertible_v<Values, Span<T>> && !stays<Values>, int> = 0>
    Kept(Values &&) = delete;
};

namespace detail {

// How many rows a table may have, by one of its columns. A column that is not given allows any number.
struct Rows {
    std::size_t fewest = 0, most = SIZE_MAX;
};

// Facts: exactly one for each row.
template <class T>
constexpr Rows facts(Span<T> column) noexcept
{
    return column.data() ? Rows{column.size(), column.size()} : Rows{};
}

// A bitmap: at least one bit for each row.
constexpr Rows bits(Bytes column) noexcept
{
    return column.data() && column.size() <= SIZE_MAX / 8 ? Rows{0, column.size() * 8} : Rows{};
}

// Answers: room for at least one for each row.
template <class T>
constexpr Rows room(Span<T> column) noexcept
{
    return column.data() ? Rows{0, column.size()} : Rows{};
}

// The lengths of the columns of a table.
template <std::size_t Columns>
class Table {
public:
    // Whether each column that is given fits a table of this many rows.
    constexpr bool fits(std::size_t rows) const noexcept
    {
        for (const Rows &column : rows_)
            if (rows < column.fewest || rows > column.most)
                return false;
        return true;
    }

protected:
    Rows rows_[Columns]{};
};

// A forward iterator over values that are made when they are read, from a Place, which knows the next one.
template <class T, class Place>
class Walk {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T *;
    using reference = T;

    constexpr Walk() noexcept = default;
    constexpr explicit Walk(Place place) noexcept : place_(place) {}
    constexpr T operator*() const noexcept { return place_.value(); }
    constexpr Walk &operator++() noexcept
    {
        place_.next();
        return *this;
    }
    constexpr Walk operator++(int) noexcept
    {
        Walk before = *this;
        place_.next();
        return before;
    }
    friend constexpr bool operator==(const Walk &a, const Walk &b) noexcept { return a.place_.at == b.place_.at; }
    friend constexpr bool operator!=(const Walk &a, const Walk &b) noexcept { return !(a == b); }

private:
    Place place_{};
};

template <class T, class C>
struct Element {
    const C *at = nullptr;
    constexpr T value() const noexcept { return static_cast<T>(*at); }
    constexpr void next() noexcept { at++; }
};

template <class E>
struct Number {
    std::uint16_t at = 0;
    constexpr E value() const noexcept { return static_cast<E>(at); }
    constexpr void next() noexcept { at++; }
};

template <class E>
struct Bit {
    kz_set at = 0;
    constexpr E value() const noexcept
    {
        std::underlying_type_t<E> number = 1;
        for (kz_set rest = at; rest > 1 && (rest & 1) == 0; rest >>= 1)
            number++;
        return static_cast<E>(number);
    }
    constexpr void next() noexcept { at &= at - 1; }
};

} // namespace detail

// A list in a C struct, with values of the C++ type.
template <class T, class C>
class List {
public:
    using iterator = detail::Walk<T, detail::Element<T, C>>;

    constexpr List() noexcept = default;
    constexpr List(const C *data, std::size_t size) noexcept : data_(data), size_(size) {}
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr T operator[](std::size_t place) const noexcept { return static_cast<T>(data_[place]); }
    constexpr iterator begin() const noexcept { return iterator({data_}); }
    constexpr iterator end() const noexcept { return iterator({data_ + size_}); }

private:
    const C *data_ = nullptr;
    std::size_t size_ = 0;
};

// All values of a closed set, in order: for (auto step : kz::Values<kz::Step>())
template <class E>
class Values {
    static_assert(detail::About<E>::count != 0, "the law says how many there are: Law::count()");

public:
    using iterator = detail::Walk<E, detail::Number<E>>;

    constexpr std::size_t size() const noexcept { return detail::About<E>::count; }
    constexpr iterator begin() const noexcept { return iterator({1}); }
    constexpr iterator end() const noexcept { return iterator({detail::About<E>::count + 1}); }
};

// A set of values of one closed set, which has at most 32. It is a range, in the order of the closed set.
template <class E>
class Set {
public:
    using iterator = detail::Walk<E, detail::Bit<E>>;

    constexpr Set() noexcept = default;
    constexpr Set(std::initializer_list<E> values) noexcept
    {
        for (const E value : values)
            insert(value);
    }
    constexpr explicit Set(kz_set bits) noexcept : bits_(bits) {}

    constexpr kz_set bits() const noexcept { return bits_; }
    constexpr bool has(E value) const noexcept { return KZ_SET_HAS(bits_, static_cast<kz_set>(value)) != 0; }
    constexpr bool empty() const noexcept { return bits_ == 0; }
    constexpr std::size_t size() const noexcept
    {
        std::size_t count = 0;
        for (kz_set rest = bits_; rest != 0; rest &= rest - 1)
            count++;
        return count;
    }
    constexpr Set &insert(E value) noexcept
    {
        KZ_SET_ADD(bits_, static_cast<kz_set>(value));
        return *this;
    }
    constexpr Set &erase(E value) noexcept
    {
        KZ_SET_REMOVE(bits_, static_cast<kz_set>(value));
        return *this;
    }
    constexpr iterator begin() const noexcept { return iterator({bits_}); }
    constexpr iterator end() const noexcept { return iterator({0}); }
    friend constexpr Set operator|(Set a, Set b) noexcept { return Set(a.bits_ | b.bits_); }
    friend constexpr Set operator&(Set a, Set b) noexcept { return Set(a.bits_ & b.bits_); }
    friend constexpr bool operator==(Set a, Set b) noexcept { return a.bits_ == b.bits_; }
    friend constexpr bool operator!=(Set a, Set b) noexcept { return a.bits_ != b.bits_; }

private:
    kz_set bits_ = 0;
};

// A value, or the status that says why there is none. Reading a result without a value gives a zeroed one.
template <class T>
class [[nodiscard]] Result {
public:
    constexpr Result(const T &value) noexcept : value_(value) {}
    constexpr Result(Status error) noexcept : status_(error) {}

    constexpr explicit operator bool() const noexcept { return status_ == Status::Ok; }
    constexpr Status status() const noexcept { return status_; }
    constexpr const T &operator*() const & noexcept { return value_; }
    constexpr T operator*() && noexcept { return value_; }
    constexpr const T *operator->() const & noexcept { return &value_; }
    // A list in a temporary would dangle: store the result first.
    const T *operator->() const && = delete;
    constexpr T value_or(T other) const noexcept { return *this ? value_ : other; }
    friend bool operator==(const Result &a, const Result &b) noexcept { return a.status_ == b.status_ && a.value_ == b.value_; }
    friend bool operator!=(const Result &a, const Result &b) noexcept { return !(a == b); }

    // From a call that writes a value and returns a C status.
    template <class Call>
    static Result from(Call &&call) noexcept
    {
        Result result{T()};
        result.status_ = static_cast<Status>(call(&result.value_));
        return result;
    }

private:
    Status status_ = Status::Ok;
    T value_{};
};

// A day of the Gregorian calendar.
struct Date : kz_date {
    // No day.
    constexpr Date() noexcept : kz_date{} {}
    constexpr Date(std::uint16_t in_year, std::uint8_t in_month, std::uint8_t on_day) noexcept : kz_date{in_year, in_month, on_day} {}
    constexpr explicit Date(const kz_date &c) noexcept : kz_date(c) {}

    constexpr std::uint16_t year() const noexcept { return kz_date::year; }
    constexpr std::uint8_t month() const noexcept { return kz_date::month; }
    constexpr std::uint8_t day() const noexcept { return kz_date::day; }
    // "2026-11-22", and a closing NUL.
    constexpr std::array<char, 11> iso() const noexcept
    {
        const auto digit = [](unsigned number) { return static_cast<char>('0' + number % 10); };
        const unsigned y = year(), m = month(), d = day();
        return {digit(y / 1000), digit(y / 100), digit(y / 10), digit(y), '-', digit(m / 10), digit(m), '-', digit(d / 10), digit(d), 0};
    }

    friend constexpr bool operator==(const Date &a, const Date &b) noexcept { return a.order() == b.order(); }
    friend constexpr bool operator!=(const Date &a, const Date &b) noexcept { return a.order() != b.order(); }
    friend constexpr bool operator<(const Date &a, const Date &b) noexcept { return a.order() < b.order(); }
    friend constexpr bool operator>(const Date &a, const Date &b) noexcept { return a.order() > b.order(); }
    friend constexpr bool operator<=(const Date &a, const Date &b) noexcept { return a.order() <= b.order(); }
    friend constexpr bool operator>=(const Date &a, const Date &b) noexcept { return a.order() >= b.order(); }

private:
    constexpr std::uint32_t order() const noexcept
    {
        return static_cast<std::uint32_t>(year()) << 16 | static_cast<std::uint32_t>(month()) << 8 | day();
    }
};

namespace detail {

constexpr std::optional<Date> day(const kz_date &given) noexcept
{
    return given.year == 0 && given.month == 0 && given.day == 0 ? std::nullopt : std::optional<Date>(Date(given));
}

constexpr kz_date day(const std::optional<Date> &value) noexcept
{
    return value ? kz_date(*value) : kz_date{};
}

} // namespace detail

