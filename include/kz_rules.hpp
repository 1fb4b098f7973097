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

// What is wrong with a call. An ignored one warns.
enum class [[nodiscard]] Status : kz_status {
    Ok = KZ_OK, // It succeeded.
    DateNotSupported = KZ_ERROR_DATE_NOT_SUPPORTED, // A day that is missing, does not exist, or is outside the years 1 to 9999.
    BirthNotSupported = KZ_ERROR_BIRTH_NOT_SUPPORTED, // A birth date that allows no day from the year 1 to 9999.
    BirthAfterDecision = KZ_ERROR_BIRTH_AFTER_DECISION, // The birth date, as far as it is known, allows no day up to the decision date.
    TreatyDays = KZ_ERROR_TREATY_DAYS, // A treaty's number of days that is not from 1 to 366.
    DecisionBeforeEvent = KZ_ERROR_DECISION_BEFORE_EVENT, // Asked about a day before the event that starts the term.
    CalendarNotCovered = KZ_ERROR_CALENDAR_NOT_COVERED, // No calendar covers a year that the answer needs.
    ClockNotSupported = KZ_ERROR_CLOCK_NOT_SUPPORTED, // A moment whose local day is not from 2019-01-01 to 9999-12-31, or for which the law has no offset from UTC.
    IinLength = KZ_ERROR_IIN_LENGTH, // An IIN that is not 12 bytes long.
    IinDigit = KZ_ERROR_IIN_DIGIT, // An IIN with a byte that is not an ASCII digit.
    IinUnissuable = KZ_ERROR_IIN_UNISSUABLE, // An IIN that is never issued: all zeros, or without a check digit.
    IinCheckDigit = KZ_ERROR_IIN_CHECK_DIGIT, // An IIN with a wrong check digit.
    EditionNotSupported = KZ_ERROR_EDITION_NOT_SUPPORTED, // A plan under an edition other than edition 1.
    NotInForce = KZ_ERROR_NOT_IN_FORCE, // The event is before the first day of the registration rules.
    StayBeforeArrival = KZ_ERROR_STAY_BEFORE_ARRIVAL, // The last day of the allowed stay is before the arrival.
    DateBackwards = KZ_ERROR_DATE_BACKWARDS, // The event is before the arrival, or before the last event of the case.
    InvalidEvent = KZ_ERROR_INVALID_EVENT, // The event does not fit the state of the case.
    MissingData = KZ_ERROR_MISSING_DATA, // The submission lacks required items.
    PlaceNotEligible = KZ_ERROR_PLACE_NOT_ELIGIBLE, // The place is not one of those where people are registered.
    CaseForeign = KZ_ERROR_CASE_FOREIGN, // Not a stored case, or one of another version.
    CaseDamaged = KZ_ERROR_CASE_DAMAGED, // The stored case is damaged.
    TextMissing = KZ_ERROR_TEXT_MISSING, // A required text is missing, or nothing in it is visible.
    TextTooLong = KZ_ERROR_TEXT_TOO_LONG, // A text is longer than its field takes.
    TextNotUtf8 = KZ_ERROR_TEXT_NOT_UTF8, // A text is not valid UTF-8.
    TextControl = KZ_ERROR_TEXT_CONTROL, // A text contains a control character or an invisible one.
    StayReversed = KZ_ERROR_STAY_REVERSED, // A term of stay ends before it begins.
    QrTooLong = KZ_ERROR_QR_TOO_LONG, // A text is longer than a QR code that fits in the buffers can hold.
    TicketEdition = KZ_ERROR_TICKET_EDITION, // A ticket for a decision under an edition other than edition 1.
    TicketUndecided = KZ_ERROR_TICKET_UNDECIDED, // A ticket for a decision that leaves more than one obligation or basis possible.
    TicketObligation = KZ_ERROR_TICKET_OBLIGATION, // A ticket for an obligation that is neither mandatory nor voluntary.
    TicketCaution = KZ_ERROR_TICKET_CAUTION, // A ticket for a decision with a caution whose row refuses tickets.
    TicketIdentifier = KZ_ERROR_TICKET_IDENTIFIER, // A ticket's identifier contains a valid IIN.
    TicketDamaged = KZ_ERROR_TICKET_DAMAGED, // Not a ticket: cut off, damaged, or impossible contents.
    TicketVersion = KZ_ERROR_TICKET_VERSION, // A ticket of another version of the layout.
    ReceiptDamaged = KZ_ERROR_RECEIPT_DAMAGED, // Not a receipt: cut off, damaged, or impossible contents.
    ReceiptVersion = KZ_ERROR_RECEIPT_VERSION, // A receipt of another version of the layout.
    ReceiptUnknown = KZ_ERROR_RECEIPT_UNKNOWN, // A receipt with a fact or setting that this library does not know: a later one wrote it.
    ReceiptFalse = KZ_ERROR_RECEIPT_FALSE, // A receipt of this library and law with a decision that they do not reach.
    CountryCode = KZ_ERROR_COUNTRY_CODE, // A country code that is neither two nor three capital letters nor three digits.
    StayNotExtended = KZ_ERROR_STAY_NOT_EXTENDED, // The new last day of the stay is before the event, or not later than the one known.
    ClockNotSet = KZ_ERROR_CLOCK_NOT_SET, // The clock shows a day before the law's last known one: it was not set.
    StayRule = KZ_ERROR_STAY_RULE, // A rule for stays with a number outside 1 to 366, with a total or a window alone, or with a total above its window.
    StayOrder = KZ_ERROR_STAY_ORDER, // Stays that are not in order, a stay that ends before it begins, or one going on that is not the last.
    StayAfterDecision = KZ_ERROR_STAY_AFTER_DECISION, // A stay with a day after the decision date.
    EditionUnknown = KZ_ERROR_EDITION_UNKNOWN, // The law has no edition of this number.
    LawIncomplete = KZ_ERROR_LAW_INCOMPLETE, // The law is incomplete: it lacks a row for this person, or for what is asked.
    BadQuestion1 = KZ_ERROR_BAD_QUESTION_1, // The answer to question 1 is not yes or no, or the law has no question 1.
    BadQuestion2 = KZ_ERROR_BAD_QUESTION_2, // The answer to question 2 is not yes or no, or the law has no question 2.
    BadQuestion3 = KZ_ERROR_BAD_QUESTION_3, // The answer to question 3 is not yes or no, or the law has no question 3.
    BadQuestion4 = KZ_ERROR_BAD_QUESTION_4, // The answer to question 4 is not yes or no, or the law has no question 4.
    Null = KZ_ERROR_NULL, // A pointer is NULL that must not be.
    Reserved = KZ_ERROR_RESERVED, // A reserved byte is not zero.
    BadLaw = KZ_ERROR_BAD_LAW, // The law was not opened. NULL is the built-in law.
    BadKind = KZ_ERROR_BAD_KIND, // The term is not one of its constants.
    BadFact = KZ_ERROR_BAD_FACT, // The fact is not one of its constants, or it is the birth date, which has no single value.
    BadOn = KZ_ERROR_BAD_ON, // The decision date is missing or not a valid day.
    BadAgeReading = KZ_ERROR_BAD_AGE_READING, // The age reading is not one of its constants.
    BadStanding = KZ_ERROR_BAD_STANDING, // The standing is not one of its constants.
    BadPermanentResident = KZ_ERROR_BAD_PERMANENT_RESIDENT, // permanent_resident is not a kz_answer.
    BadBirth = KZ_ERROR_BAD_BIRTH, // The birth date or its precision is not valid, or what the precision does not cover is not zero.
    BadDeclined = KZ_ERROR_BAD_DECLINED, // declined contains a number that is no fact, or a fact that is never asked for.
    BadOccasion = KZ_ERROR_BAD_OCCASION, // The occasion is not one of its constants.
    BadAction = KZ_ERROR_BAD_ACTION, // The action is not one of its constants.
    BadVisaChannel = KZ_ERROR_BAD_VISA_CHANNEL, // The visa channel is not one of its constants.
    BadFingerprinted = KZ_ERROR_BAD_FINGERPRINTED, // fingerprinted is not a kz_answer.
    BadHeldAtCommencement = KZ_ERROR_BAD_HELD_AT_COMMENCEMENT, // held_at_commencement is not a kz_answer.
    BadLocation = KZ_ERROR_BAD_LOCATION, // The location is not one of its constants.
    BadMayEnter = KZ_ERROR_BAD_MAY_ENTER, // may_enter is not a kz_answer.
    BadHasIin = KZ_ERROR_BAD_HAS_IIN, // has_iin is not a kz_answer.
    BadMissionInPilot = KZ_ERROR_BAD_MISSION_IN_PILOT, // mission_in_pilot is not a kz_answer.
    BadMissionTakesFingerprints = KZ_ERROR_BAD_MISSION_TAKES_FINGERPRINTS, // mission_takes_fingerprints is not a kz_answer.
    BadPassportInForeignLanguage = KZ_ERROR_BAD_PASSPORT_IN_FOREIGN_LANGUAGE, // passport_in_foreign_language is not a kz_answer.
    BadFrom = KZ_ERROR_BAD_FROM, // The day of the event is missing or not a valid day.
    BadWeek = KZ_ERROR_BAD_WEEK, // The week is not one of its constants.
    BadTreaty = KZ_ERROR_BAD_TREATY, // The treaty is not one of its constants, has days without being KZ_TREATY_DAYS, or is KZ_TREATY_EXEMPT in kz_arrival.
    BadStayRegime = KZ_ERROR_BAD_STAY_REGIME, // The stay regime is not one of its constants.
    BadArrivedToLive = KZ_ERROR_BAD_ARRIVED_TO_LIVE, // arrived_to_live is not a kz_answer.
    BadStayUntil = KZ_ERROR_BAD_STAY_UNTIL, // The last day of the stay is not a valid day, is missing for KZ_EVENT_STAY_EXTENDED, or is given for another event.
    BadDate = KZ_ERROR_BAD_DATE, // The date is missing or not a valid day.
    BadZone = KZ_ERROR_BAD_ZONE, // The zone is not one of its constants.
    BadCalendar = KZ_ERROR_BAD_CALENDAR, // A year of the program's calendar has a number outside 1 to 9999, a certainty that is not one of its constants, or a bit for a day that its month does not have.
    BadWindow = KZ_ERROR_BAD_WINDOW, // The struct holds no window (see outcome), or one that this library did not write.
    BadFirstDay = KZ_ERROR_BAD_FIRST_DAY, // first_day is not one of its constants.
    BadProvision = KZ_ERROR_BAD_PROVISION, // No provision has this number.
    BadArrivedOn = KZ_ERROR_BAD_ARRIVED_ON, // The day of arrival is missing or not a valid day.
    BadEvent = KZ_ERROR_BAD_EVENT, // The event is not one of its constants.
    BadData = KZ_ERROR_BAD_DATA, // The data contain an unknown item, or are given for another event than a submission.
    BadPlaceOfStay = KZ_ERROR_BAD_PLACE_OF_STAY, // The place is not one of its constants, or is given for another event than a submission.
    BufferTooSmall = KZ_ERROR_BUFFER_TOO_SMALL, // The text does not fit in the buffer.
    NotRegistered = KZ_ERROR_NOT_REGISTERED, // The case is not registered: there is no certificate.
    BadMissionKind = KZ_ERROR_BAD_MISSION_KIND, // The kind of mission is not one of its constants.
    BadStays = KZ_ERROR_BAD_STAYS, // A stay has a day that is not valid, or no day of entry.
    BadLatinOrCyrillic = KZ_ERROR_BAD_LATIN_OR_CYRILLIC, // latin_or_cyrillic is not a kz_answer.
    BadConventionState = KZ_ERROR_BAD_CONVENTION_STATE, // convention_state is not a kz_answer.
    BadProcedure = KZ_ERROR_BAD_PROCEDURE, // The procedure is not one of its constants.
    BadFinding = KZ_ERROR_BAD_FINDING, // The finding is not one of its constants.
    BadObligation = KZ_ERROR_BAD_OBLIGATION, // The obligation is not one of its constants.
    NotPossible = KZ_ERROR_NOT_POSSIBLE, // The facts exclude this obligation.
    PackTooShort = KZ_ERROR_PACK_TOO_SHORT, // The pack is cut off.
    NotAPack = KZ_ERROR_NOT_A_PACK, // The bytes do not start as a pack does.
    PackFormat = KZ_ERROR_PACK_FORMAT, // The pack has another version of the layout.
    PackVocabulary = KZ_ERROR_PACK_VOCABULARY, // The pack has another version of the vocabulary of facts and values.
    PackChecksum = KZ_ERROR_PACK_CHECKSUM, // The pack is damaged: its checksum is wrong.
    PackSignature = KZ_ERROR_PACK_SIGNATURE, // The pack's signature is wrong: the verifier refuses it.
    PackOtherLaw = KZ_ERROR_PACK_OTHER_LAW, // The pack holds a law of another name.
    PackOlder = KZ_ERROR_PACK_OLDER, // The pack's law has a lower sequence than is accepted.
    PackInconsistent = KZ_ERROR_PACK_INCONSISTENT, // The pack is inconsistent: kz_pack_fault_get() says where.
    SelfTest = KZ_ERROR_SELF_TEST, // A test case of the law has another result than expected.
    BadSlot = KZ_ERROR_BAD_SLOT, // passed is neither 0 nor 1.
    BadMrz = KZ_ERROR_BAD_MRZ, // The machine-readable zone cannot be read: kz_mrz_fault_get() says where.
};

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

// ==== Version and days =======================================================================================

// The answer to a yes-or-no question.
enum class Answer : kz_answer {
    Yes = KZ_ANSWER_YES, // Yes.
    No = KZ_ANSWER_NO, // No.
};
template <>
struct detail::About<Answer> : detail::Numbered<2, KZ_VOCABULARY_ANSWER> {};

// Whether the law is known on the decision date (legal model, section 1).
enum class LawKnown : kz_law_known {
    Known = KZ_LAW_KNOWN_KNOWN, // The day is not after the last day on which the law is known.
    Assumed = KZ_LAW_KNOWN_ASSUMED, // The answer assumes that nothing has changed since that day.
};
template <>
struct detail::About<LawKnown> : detail::Numbered<2, KZ_VOCABULARY_LAW_KNOWN> {};

// The version of this interface. It changes when programs must be rebuilt with the new header.
inline constexpr std::size_t abi_version = KZ_ABI_VERSION;

// ==== Decide: must this person be fingerprinted? =============================================================

// A fact, in asking order: those of section 3 of the legal model, then the circumstances of
// section 6, which only a plan asks for.
enum class Fact : kz_fact {
    Occasion = KZ_FACT_OCCASION, // What the person comes for.
    Standing = KZ_FACT_STANDING, // Citizen, foreigner or stateless.
    Birth = KZ_FACT_BIRTH, // The birth date.
    Fingerprinted = KZ_FACT_FINGERPRINTED, // Whether the prints are already in Kazakhstan's database.
    Action = KZ_FACT_ACTION, // Whether the document is issued, extended, restored, replaced or just held.
    VisaChannel = KZ_FACT_VISA_CHANNEL, // How the visa is obtained.
    PermanentResident = KZ_FACT_PERMANENT_RESIDENT, // Whether a foreigner resides in Kazakhstan permanently.
    HeldAtCommencement = KZ_FACT_HELD_AT_COMMENCEMENT, // Whether the document was held, and valid, when the fingerprint rules started. Never asked.
    Question1 = KZ_FACT_QUESTION_1, // The law's own question 1. The law's texts give its wording.
    Question2 = KZ_FACT_QUESTION_2, // The law's own question 2.
    Question3 = KZ_FACT_QUESTION_3, // The law's own question 3.
    Question4 = KZ_FACT_QUESTION_4, // The law's own question 4.
    Location = KZ_FACT_LOCATION, // Where the person is.
    MayEnter = KZ_FACT_MAY_ENTER, // Whether the person may enter Kazakhstan without the document asked for.
    HasIin = KZ_FACT_HAS_IIN, // Whether the person has an IIN.
    MissionInPilot = KZ_FACT_MISSION_IN_PILOT, // Whether the foreign establishment takes part in the IIN pilot.
    MissionTakesFingerprints = KZ_FACT_MISSION_TAKES_FINGERPRINTS, // Whether the foreign establishment takes foreigners' prints.
    PassportInForeignLanguage = KZ_FACT_PASSPORT_IN_FOREIGN_LANGUAGE, // Whether the passport is in a foreign language.
};
template <>
struct detail::About<Fact> : detail::Numbered<18, KZ_VOCABULARY_FACT> {};

// What the person comes for: mostly a document.
enum class Occasion : kz_occasion {
    SeafarerIdentity = KZ_OCCASION_SEAFARER_IDENTITY, // A seafarer's identity card of Kazakhstan.
    TemporaryResidencePermit = KZ_OCCASION_TEMPORARY_RESIDENCE_PERMIT, // A permit for temporary residence.
    PermanentResidencePermit = KZ_OCCASION_PERMANENT_RESIDENCE_PERMIT, // A permit for permanent residence.
    ResidenceCard = KZ_OCCASION_RESIDENCE_CARD, // A foreigner's residence card.
    StatelessIdentity = KZ_OCCASION_STATELESS_IDENTITY, // An identity certificate of a stateless person.
    AsylumSeekerStatus = KZ_OCCASION_ASYLUM_SEEKER_STATUS, // The status of a person who seeks asylum.
    RefugeeCertificate = KZ_OCCASION_REFUGEE_CERTIFICATE, // A refugee's certificate.
    RefugeeTravelDocument = KZ_OCCASION_REFUGEE_TRAVEL_DOCUMENT, // A refugee's travel document.
    Expulsion = KZ_OCCASION_EXPULSION, // Expulsion from Kazakhstan.
    Readmission = KZ_OCCASION_READMISSION, // Readmission under a ratified treaty.
    Visa = KZ_OCCASION_VISA, // A visa of Kazakhstan.
    CitizenPassport = KZ_OCCASION_CITIZEN_PASSPORT, // A passport of a citizen of Kazakhstan.
    CitizenIdentityCard = KZ_OCCASION_CITIZEN_IDENTITY_CARD, // An identity card of a citizen of Kazakhstan.
    Other = KZ_OCCASION_OTHER, // Anything else.
    Iin = KZ_OCCASION_IIN, // An IIN, and no document.
};
template <>
struct detail::About<Occasion> : detail::Numbered<15, KZ_VOCABULARY_OCCASION> {};

// Whether a person is a citizen, a foreigner or stateless.
enum class Standing : kz_standing {
    Citizen = KZ_STANDING_CITIZEN, // A citizen of Kazakhstan.
    Foreigner = KZ_STANDING_FOREIGNER, // A citizen of another state.
    Stateless = KZ_STANDING_STATELESS, // A person without citizenship.
};
template <>
struct detail::About<Standing> : detail::Numbered<3, KZ_VOCABULARY_STANDING> {};

// What is done with the document. It has no meaning for expulsion and readmission.
enum class Action : kz_action {
    FirstIssue = KZ_ACTION_FIRST_ISSUE, // It is issued for the first time.
    Extension = KZ_ACTION_EXTENSION, // Its term is extended.
    Restoration = KZ_ACTION_RESTORATION, // It is restored.
    Replacement = KZ_ACTION_REPLACEMENT, // It is replaced.
    Holding = KZ_ACTION_HOLDING, // It is already held, and nothing is asked for.
};
template <>
struct detail::About<Action> : detail::Numbered<5, KZ_VOCABULARY_ACTION> {};

// How a visa is obtained.
enum class VisaChannel : kz_visa_channel {
    ForeignMission = KZ_VISA_CHANNEL_FOREIGN_MISSION, // At a foreign establishment of Kazakhstan.
    Airport = KZ_VISA_CHANNEL_AIRPORT, // In an international airport.
    Electronic = KZ_VISA_CHANNEL_ELECTRONIC, // Electronically, without a visit to a foreign establishment.
    InKazakhstan = KZ_VISA_CHANNEL_IN_KAZAKHSTAN, // From an authority in Kazakhstan.
};
template <>
struct detail::About<VisaChannel> : detail::Numbered<4, KZ_VOCABULARY_VISA_CHANNEL> {};

// Where a person is.
enum class Location : kz_location {
    InKazakhstan = KZ_LOCATION_IN_KAZAKHSTAN, // In Kazakhstan.
    Abroad = KZ_LOCATION_ABROAD, // Abroad.
};
template <>
struct detail::About<Location> : detail::Numbered<2, KZ_VOCABULARY_LOCATION> {};

// How much of a birth date is known; 0: nothing.
enum class BirthPrecision : kz_birth_precision {
    Year = KZ_BIRTH_PRECISION_YEAR, // The year.
    Month = KZ_BIRTH_PRECISION_MONTH, // The year and the month.
    Day = KZ_BIRTH_PRECISION_DAY, // The full date.
};
template <>
struct detail::About<BirthPrecision> : detail::Numbered<3, KZ_VOCABULARY_BIRTH_PRECISION> {};

// When a person reaches an age.
enum class AgeReading : kz_age_reading {
    Birthday = KZ_AGE_READING_BIRTHDAY, // At the start of the birthday.
    DayAfter = KZ_AGE_READING_DAY_AFTER, // At the start of the day after the birthday.
};
template <>
struct detail::About<AgeReading> : detail::Numbered<2, KZ_VOCABULARY_AGE_READING> {};

// A range of ages that a law distinguishes. The law's section *Ages* sets the limits.
enum class AgeBand : kz_age_band {
    Band1 = KZ_AGE_BAND_BAND_1, // Below the first age.
    Band2 = KZ_AGE_BAND_BAND_2, // From the first age, and below the second.
    Band3 = KZ_AGE_BAND_BAND_3, // From the second age, and below the third.
    Band4 = KZ_AGE_BAND_BAND_4, // From the third age.
};
template <>
struct detail::About<AgeBand> : detail::Numbered<4, KZ_VOCABULARY_AGE_BAND> {};

// What kind of answer an assessment is.
enum class Outcome : kz_outcome {
    Decided = KZ_OUTCOME_DECIDED, // One obligation, whatever is still unknown.
    Undecided = KZ_OUTCOME_UNDECIDED, // More than one obligation is possible.
};
template <>
struct detail::About<Outcome> : detail::Numbered<2, KZ_VOCABULARY_OUTCOME> {};

// What the law asks of a person as to fingerprinting (legal model, section 4).
enum class Obligation : kz_obligation {
    Mandatory = KZ_OBLIGATION_MANDATORY, // Fingerprinting is mandatory.
    Voluntary = KZ_OBLIGATION_VOLUNTARY, // Fingerprinting is voluntary.
    NotRequired = KZ_OBLIGATION_NOT_REQUIRED, // Nothing is required.
    Suspended = KZ_OBLIGATION_SUSPENDED, // The requirement is suspended.
    NotInForce = KZ_OBLIGATION_NOT_IN_FORCE, // The rules are not in force yet.
};
template <>
struct detail::About<Obligation> : detail::Numbered<5, KZ_VOCABULARY_OBLIGATION> {};

// The most provisions that an assessment rests on.
inline constexpr std::size_t basis_max = KZ_BASIS_MAX;

// The most cautions that an answer carries.
inline constexpr std::size_t cautions_max = KZ_CAUTIONS_MAX;

// The 'holds_until' of kz_answer_columns for an answer that never changes.
inline constexpr std::int32_t holds_forever = KZ_HOLDS_FOREVER;

// The most rows that can be passed over on the way to an obligation.
inline constexpr std::size_t passed_max = KZ_PASSED_MAX;

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

// The decision date, what is known about a person, and two settings. All zero but 'on': nothing is known yet.
struct Facts : kz_facts {
    constexpr Facts() noexcept : kz_facts{} {}
    constexpr explicit Facts(const kz_facts &c) noexcept : kz_facts(c) {}

    // The decision date. Must be given.
    constexpr std::optional<Date> on() const noexcept { return detail::day(kz_facts::on); }
    constexpr Facts &on(std::optional<Date> value) noexcept { kz_facts::on = detail::day(value); return *this; }

    // The birth date. What 'birth_precision' does not cover is zero.
    constexpr std::optional<Birth> birth() const noexcept { return detail::birth(kz_facts::birth, kz_facts::birth_precision); }
    constexpr Facts &birth(std::optional<Birth> value) noexcept { kz_facts::birth = detail::day(value); kz_facts::birth_precision = detail::precision(value); return *this; }

    // Which edition of the law decides; 0: edition 1, the law as enacted.
    constexpr std::optional<Edition> edition() const noexcept { return detail::given<Edition>(kz_facts::edition); }
    constexpr Facts &edition(std::optional<Edition> value) noexcept { kz_facts::edition = detail::code(value); return *this; }

    // When a person reaches an age; 0: at the start of the birthday.
    constexpr std::optional<AgeReading> age_reading() const noexcept { return detail::given<AgeReading>(kz_facts::age_reading); }
    constexpr Facts &age_reading(std::optional<AgeReading> value) noexcept { kz_facts::age_reading = detail::code(value); return *this; }

    // What the person comes for.
    constexpr std::optional<Occasion> occasion() const noexcept { return detail::given<Occasion>(kz_facts::occasion); }
    constexpr Facts &occasion(std::optional<Occasion> value) noexcept { kz_facts::occasion = detail::code(value); return *this; }

    // Citizen, foreigner or stateless.
    constexpr std::optional<Standing> standing() const noexcept { return detail::given<Standing>(kz_facts::standing); }
    constexpr Facts &standing(std::optional<Standing> value) noexcept { kz_facts::standing = detail::code(value); return *this; }

    // Whether the prints are already in Kazakhstan's database.
    constexpr std::optional<Answer> fingerprinted() const noexcept { return detail::given<Answer>(kz_facts::fingerprinted); }
    constexpr Facts &fingerprinted(std::optional<Answer> value) noexcept { kz_facts::fingerprinted = detail::code(value); return *this; }

    // What is done with the document.
    constexpr std::optional<Action> action() const noexcept { return detail::given<Action>(kz_facts::action); }
    constexpr Facts &action(std::optional<Action> value) noexcept { kz_facts::action = detail::code(value); return *this; }

    // How the visa is obtained.
    constexpr std::optional<VisaChannel> visa_channel() const noexcept { return detail::given<VisaChannel>(kz_facts::visa_channel); }
    constexpr Facts &visa_channel(std::optional<VisaChannel> value) noexcept { kz_facts::visa_channel = detail::code(value); return *this; }

    // Whether a foreigner resides in Kazakhstan permanently.
    constexpr std::optional<Answer> permanent_resident() const noexcept { return detail::given<Answer>(kz_facts::permanent_resident); }
    constexpr Facts &permanent_resident(std::optional<Answer> value) noexcept { kz_facts::permanent_resident = detail::code(value); return *this; }

    // Whether the document was already held, and valid, when the fingerprint rules started. Never asked for.
    constexpr std::optional<Answer> held_at_commencement() const noexcept { return detail::given<Answer>(kz_facts::held_at_commencement); }
    constexpr Facts &held_at_commencement(std::optional<Answer> value) noexcept { kz_facts::held_at_commencement = detail::code(value); return *this; }

    // The answer to the law's own question 1. Must be 0 if the law has no such question.
    constexpr std::optional<Answer> question_1() const noexcept { return detail::given<Answer>(kz_facts::question_1); }
    constexpr Facts &question_1(std::optional<Answer> value) noexcept { kz_facts::question_1 = detail::code(value); return *this; }

    // The same for question 2.
    constexpr std::optional<Answer> question_2() const noexcept { return detail::given<Answer>(kz_facts::question_2); }
    constexpr Facts &question_2(std::optional<Answer> value) noexcept { kz_facts::question_2 = detail::code(value); return *this; }

    // The same for question 3.
    constexpr std::optional<Answer> question_3() const noexcept { return detail::given<Answer>(kz_facts::question_3); }
    constexpr Facts &question_3(std::optional<Answer> value) noexcept { kz_facts::question_3 = detail::code(value); return *this; }

    // The same for question 4.
    constexpr std::optional<Answer> question_4() const noexcept { return detail::given<Answer>(kz_facts::question_4); }
    constexpr Facts &question_4(std::optional<Answer> value) noexcept { kz_facts::question_4 = detail::code(value); return *this; }

    // Where the person is. This and the next five fields matter only to plans and ways to an IIN.
    constexpr std::optional<Location> location() const noexcept { return detail::given<Location>(kz_facts::location); }
    constexpr Facts &location(std::optional<Location> value) noexcept { kz_facts::location = detail::code(value); return *this; }

    // Whether the person may enter Kazakhstan without the document asked for.
    constexpr std::optional<Answer> may_enter() const noexcept { return detail::given<Answer>(kz_facts::may_enter); }
    constexpr Facts &may_enter(std::optional<Answer> value) noexcept { kz_facts::may_enter = detail::code(value); return *this; }

    // Whether the person has an IIN.
    constexpr std::optional<Answer> has_iin() const noexcept { return detail::given<Answer>(kz_facts::has_iin); }
    constexpr Facts &has_iin(std::optional<Answer> value) noexcept { kz_facts::has_iin = detail::code(value); return *this; }

    // Whether the foreign establishment takes part in the IIN pilot.
    constexpr std::optional<Answer> mission_in_pilot() const noexcept { return detail::given<Answer>(kz_facts::mission_in_pilot); }
    constexpr Facts &mission_in_pilot(std::optional<Answer> value) noexcept { kz_facts::mission_in_pilot = detail::code(value); return *this; }

    // Whether the foreign establishment (for a visa issued in an airport, the office there) takes
    // foreigners' prints.
    constexpr std::optional<Answer> mission_takes_fingerprints() const noexcept { return detail::given<Answer>(kz_facts::mission_takes_fingerprints); }
    constexpr Facts &mission_takes_fingerprints(std::optional<Answer> value) noexcept { kz_facts::mission_takes_fingerprints = detail::code(value); return *this; }

    // Whether the passport is in a foreign language.
    constexpr std::optional<Answer> passport_in_foreign_language() const noexcept { return detail::given<Answer>(kz_facts::passport_in_foreign_language); }
    constexpr Facts &passport_in_foreign_language(std::optional<Answer> value) noexcept { kz_facts::passport_in_foreign_language = detail::code(value); return *this; }

    // A set of kz_fact, without KZ_FACT_HELD_AT_COMMENCEMENT: what the person cannot tell, or not more exactly. It is not
    // asked for.
    constexpr Set<Fact> declined() const noexcept { return Set<Fact>(kz_facts::declined); }
    constexpr Facts &declined(Set<Fact> value) noexcept { kz_facts::declined = value.bits(); return *this; }

    friend bool operator==(const Facts &a, const Facts &b) noexcept { return detail::same<kz_facts>(a, b); }
    friend bool operator!=(const Facts &a, const Facts &b) noexcept { return !(a == b); }

    // Nothing is known but the decision date.
    constexpr explicit Facts(Date decided_on) noexcept : Facts() { on(decided_on); }

    // Sets a fact to a value of its vocabulary and removes it from 'declined'; 0 makes it unknown again.
    Status set(Fact fact, std::uint8_t code) noexcept { return static_cast<Status>(kz_facts_set(this, static_cast<kz_fact>(fact), code)); }

    // The person cannot tell this fact: it is not asked for.
    constexpr Facts &decline(Fact fact) noexcept { return declined(declined().insert(fact)); }
};
static_assert(sizeof(Facts) == sizeof(kz_facts));

// What the law requires of a person, and why.
struct Assessment : kz_assessment {
    constexpr Assessment() noexcept : kz_assessment{} {}
    constexpr explicit Assessment(const kz_assessment &c) noexcept : kz_assessment(c) {}

    // Decided or undecided.
    constexpr std::optional<Outcome> outcome() const noexcept { return detail::given<Outcome>(kz_assessment::outcome); }

    // The obligation, if it is decided; else 0.
    constexpr std::optional<Obligation> obligation() const noexcept { return detail::given<Obligation>(kz_assessment::obligation); }

    // The fact to ask for next; 0: nothing is left to ask for, even if the outcome is undecided.
    constexpr std::optional<Fact> ask() const noexcept { return detail::given<Fact>(kz_assessment::ask); }

    // The possible obligations, as a set of kz_obligation.
    constexpr Set<Obligation> obligations() const noexcept { return Set<Obligation>(kz_assessment::obligations); }

    // The facts on which the obligation still depends, declined ones included: a set of kz_fact.
    constexpr Set<Fact> relevant() const noexcept { return Set<Fact>(kz_assessment::relevant); }

    // The first day after the decision date on which the same facts give other possible obligations; not
    // given: there is none.
    constexpr std::optional<Date> holds_until() const noexcept { return detail::day(kz_assessment::holds_until); }

    // The provisions that the possible obligations rest on, in the order of the law.
    constexpr List<Provision, kz_provision> basis() const & noexcept { return {kz_assessment::basis, kz_assessment::basis_count}; }
    List<Provision, kz_provision> basis() const && = delete;

    // What may change the answer, such as developments outside the sources.
    constexpr List<Provision, kz_provision> cautions() const & noexcept { return {kz_assessment::cautions, kz_assessment::caution_count}; }
    List<Provision, kz_provision> cautions() const && = delete;

    // Whether the law is known on the decision date. After the law's last known day the answer is an
    // assumption.
    constexpr std::optional<LawKnown> law() const noexcept { return detail::given<LawKnown>(kz_assessment::law); }

    // Two provisions that contradict each other on this answer; the first one decides. Zeros: none.
    constexpr List<Provision, kz_provision> conflict() const & noexcept { return {kz_assessment::conflict, detail::until_zero(kz_assessment::conflict)}; }
    List<Provision, kz_provision> conflict() const && = delete;

    // If mandatory: what follows a refusal. In this and the fields below, 0: the source does not say.
    constexpr std::optional<Provision> consequence() const noexcept { return detail::given<Provision>(kz_assessment::consequence); }

    // If mandatory: what to bring.
    constexpr std::optional<Provision> papers() const noexcept { return detail::given<Provision>(kz_assessment::papers); }

    // If mandatory: where to go.
    constexpr std::optional<Provision> place() const noexcept { return detail::given<Provision>(kz_assessment::place); }

    // If mandatory: who collects the data in Kazakhstan.
    constexpr std::optional<Provision> collectors_home() const noexcept { return detail::given<Provision>(kz_assessment::collectors_home); }

    // If mandatory: who collects the data abroad.
    constexpr std::optional<Provision> collectors_abroad() const noexcept { return detail::given<Provision>(kz_assessment::collectors_abroad); }

    // If mandatory: what is taken.
    constexpr std::optional<Provision> taken() const noexcept { return detail::given<Provision>(kz_assessment::taken); }

    // If mandatory: what is issued afterwards.
    constexpr std::optional<Provision> issued() const noexcept { return detail::given<Provision>(kz_assessment::issued); }

    friend bool operator==(const Assessment &a, const Assessment &b) noexcept { return detail::same<kz_assessment>(a, b); }
    friend bool operator!=(const Assessment &a, const Assessment &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Assessment) == sizeof(kz_assessment));

// Facts of many persons, one column for each fact: item n of every column is about person n. If a column is
// NULL, the fact is not known for anybody.
//
// A fact is one of its constants; 0: not known. A day is a number of days since 1970-01-01, as Arrow's date32.
// A validity bitmap has one bit for each person, the lowest bit of the first byte first, as in Arrow. If a bit
// is 0, the day is not known, whatever its column holds.
struct FactColumns : kz_fact_columns, detail::Table<16> {
    constexpr FactColumns() noexcept : kz_fact_columns{} {}

    // The decision dates. Must be given.
    constexpr FactColumns &on(Kept<const std::int32_t> column) noexcept
    {
        kz_fact_columns::on = column.data();
        rows_[0] = detail::facts(column);
        return *this;
    }

    // Which decision dates are given; NULL: all. A person without one gets KZ_ERROR_BAD_ON.
    constexpr FactColumns &on_validity(Kept<const std::uint8_t> column) noexcept
    {
        kz_fact_columns::on_validity = column.data();
        rows_[1] = detail::bits(column);
        return *this;
    }

    // The birth dates, each known in full or not at all.
    constexpr FactColumns &birth(Kept<const std::int32_t> column) noexcept
    {
        kz_fact_columns::birth = column.data();
        rows_[2] = detail::facts(column);
        return *this;
    }

    // Which birth dates are known; NULL: all.
    constexpr FactColumns &birth_validity(Kept<const std::uint8_t> column) noexcept
    {
        kz_fact_columns::birth_validity = column.data();
        rows_[3] = detail::bits(column);
        return *this;
    }

    // What the person comes for.
    constexpr FactColumns &occasion(Kept<const kz_occasion> column) noexcept
    {
        kz_fact_columns::occasion = column.data();
        rows_[4] = detail::facts(column);
        return *this;
    }

    // Citizen, foreigner or stateless.
    constexpr FactColumns &standing(Kept<const kz_standing> column) noexcept
    {
        kz_fact_columns::standing = column.data();
        rows_[5] = detail::facts(column);
        return *this;
    }

    // Whether the prints are already in Kazakhstan's database.
    constexpr FactColumns &fingerprinted(Kept<const kz_answer> column) noexcept
    {
        kz_fact_columns::fingerprinted = column.data();
        rows_[6] = detail::facts(column);
        return *this;
    }

    // What is done with the document.
    constexpr FactColumns &action(Kept<const kz_action> column) noexcept
    {
        kz_fact_columns::action = column.data();
        rows_[7] = detail::facts(column);
        return *this;
    }

    // How the visa is obtained.
    constexpr FactColumns &visa_channel(Kept<const kz_visa_channel> column) noexcept
    {
        kz_fact_columns::visa_channel = column.data();
        rows_[8] = detail::facts(column);
        return *this;
    }

    // Whether a foreigner resides in Kazakhstan permanently.
    constexpr FactColumns &permanent_resident(Kept<const kz_answer> column) noexcept
    {
        kz_fact_columns::permanent_resident = column.data();
        rows_[9] = detail::facts(column);
        return *this;
    }

    // Whether the document was already held, and valid, when the fingerprint rules started.
    constexpr FactColumns &held_at_commencement(Kept<const kz_answer> column) noexcept
    {
        kz_fact_columns::held_at_commencement = column.data();
        rows_[10] = detail::facts(column);
        return *this;
    }

    // The answer to the law's own question 1. Must be 0 if the law has no such question.
    constexpr FactColumns &question_1(Kept<const kz_answer> column) noexcept
    {
        kz_fact_columns::question_1 = column.data();
        rows_[11] = detail::facts(column);
        return *this;
    }

    // The same for question 2.
    constexpr FactColumns &question_2(Kept<const kz_answer> column) noexcept
    {
        kz_fact_columns::question_2 = column.data();
        rows_[12] = detail::facts(column);
        return *this;
    }

    // The same for question 3.
    constexpr FactColumns &question_3(Kept<const kz_answer> column) noexcept
    {
        kz_fact_columns::question_3 = column.data();
        rows_[13] = detail::facts(column);
        return *this;
    }

    // The same for question 4.
    constexpr FactColumns &question_4(Kept<const kz_answer> column) noexcept
    {
        kz_fact_columns::question_4 = column.data();
        rows_[14] = detail::facts(column);
        return *this;
    }

    // What is not asked for: sets of kz_fact, without KZ_FACT_HELD_AT_COMMENCEMENT.
    constexpr FactColumns &declined(Kept<const kz_set> column) noexcept
    {
        kz_fact_columns::declined = column.data();
        rows_[15] = detail::facts(column);
        return *this;
    }

    // The number of persons: as many as 'on' has days.
    constexpr std::size_t rows() const noexcept { return rows_[0].fewest; }
    static_assert(offsetof(kz_fact_columns, on) == 0, "the first column");
};

// Answers, one column for each kind. A column that is not wanted is NULL. For a person with an error, all is
// zero but the status.
struct AnswerColumns : kz_answer_columns, detail::Table<5> {
    constexpr AnswerColumns() noexcept : kz_answer_columns{} {}

    // KZ_OK, or the error that kz_assess() returns for this person. Must be given.
    constexpr AnswerColumns &status(Kept<kz_status> column) noexcept
    {
        kz_answer_columns::status = column.data();
        rows_[0] = detail::room(column);
        return *this;
    }

    // The possible obligations, as a set of kz_obligation.
    constexpr AnswerColumns &obligations(Kept<std::uint8_t> column) noexcept
    {
        kz_answer_columns::obligations = column.data();
        rows_[1] = detail::room(column);
        return *this;
    }

    // The first provision of the basis.
    constexpr AnswerColumns &basis(Kept<kz_provision> column) noexcept
    {
        kz_answer_columns::basis = column.data();
        rows_[2] = detail::room(column);
        return *this;
    }

    // The fact to ask for next; 0: none.
    constexpr AnswerColumns &ask(Kept<kz_fact> column) noexcept
    {
        kz_answer_columns::ask = column.data();
        rows_[3] = detail::room(column);
        return *this;
    }

    // As in kz_assessment, in days since 1970-01-01; KZ_HOLDS_FOREVER: the answer never changes.
    constexpr AnswerColumns &holds_until(Kept<std::int32_t> column) noexcept
    {
        kz_answer_columns::holds_until = column.data();
        rows_[4] = detail::room(column);
        return *this;
    }
};

// A row of the law that was passed over, and the fact that excluded it.
struct Passed : kz_passed {
    constexpr Passed() noexcept : kz_passed{} {}
    constexpr explicit Passed(const kz_passed &c) noexcept : kz_passed(c) {}

    // The provision of the row. Several rows may have the same one.
    constexpr std::optional<Provision> provision() const noexcept { return detail::given<Provision>(kz_passed::provision); }

    // The fact that excluded the row: the first in asking order, facts that were given before others. 0: the
    // row does not apply on this day, whatever the facts.
    constexpr std::optional<Fact> fact() const noexcept { return detail::given<Fact>(kz_passed::fact); }

    // Yes: what was given excludes the row, or the day does. No: the value assumed in 'completion' does.
    constexpr std::optional<Answer> given() const noexcept { return detail::given<Answer>(kz_passed::given); }

    friend bool operator==(const Passed &a, const Passed &b) noexcept { return detail::same<kz_passed>(a, b); }
    friend bool operator!=(const Passed &a, const Passed &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Passed) == sizeof(kz_passed));

// The way through the rows of an edition to one obligation.
struct Trace : kz_trace {
    constexpr Trace() noexcept : kz_trace{} {}
    constexpr explicit Trace(const kz_trace &c) noexcept : kz_trace(c) {}

    // Facts that lead to this obligation: those given, with one value assumed for each other fact that matters
    // to fingerprinting (from KZ_FACT_OCCASION to KZ_FACT_QUESTION_4). All other fields are as given.
    constexpr Facts completion() const noexcept { return Facts(kz_trace::completion); }

    // The provision of the row that decided.
    constexpr std::optional<Provision> basis() const noexcept { return detail::given<Provision>(kz_trace::basis); }

    // The obligation.
    constexpr std::optional<Obligation> obligation() const noexcept { return detail::given<Obligation>(kz_trace::obligation); }

    // The rows above that row, in the order of the law.
    constexpr List<Passed, kz_passed> passed() const & noexcept { return {kz_trace::passed, kz_trace::passed_count}; }
    List<Passed, kz_passed> passed() const && = delete;

    friend bool operator==(const Trace &a, const Trace &b) noexcept { return detail::same<kz_trace>(a, b); }
    friend bool operator!=(const Trace &a, const Trace &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Trace) == sizeof(kz_trace));

// ==== Plan: by which steps is the document obtained? =========================================================

// Whether the document can be obtained.
enum class Verdict : kz_verdict {
    Feasible = KZ_VERDICT_FEASIBLE, // It can: by the steps named, or without any.
    Deadlock = KZ_VERDICT_DEADLOCK, // It cannot: presence in Kazakhstan would come from the very document asked for.
    Blocked = KZ_VERDICT_BLOCKED, // It cannot: the goals in blocked are out of reach.
    NotCovered = KZ_VERDICT_NOT_COVERED, // The sources do not cover citizens, or citizens' documents.
    NoDocument = KZ_VERDICT_NO_DOCUMENT, // Nothing is obtained on this occasion.
    Depends = KZ_VERDICT_DEPENDS, // It depends on facts that are not known.
};
template <>
struct detail::About<Verdict> : detail::Numbered<6, KZ_VOCABULARY_VERDICT> {};

// A step of a plan. Entering, leaving and obtaining the document are built into the engine: no law has
// rows for them.
enum class Step : kz_step {
    TranslatePassport = KZ_STEP_TRANSLATE_PASSPORT, // Have the passport translated, and the translation notarised.
    IinAtMission = KZ_STEP_IIN_AT_MISSION, // Obtain an IIN at a foreign establishment.
    IinInPerson = KZ_STEP_IIN_IN_PERSON, // Obtain an IIN in person, in Kazakhstan.
    IinByProxy = KZ_STEP_IIN_BY_PROXY, // Obtain an IIN through another person, under a power of attorney.
    FingerprintAtMission = KZ_STEP_FINGERPRINT_AT_MISSION, // Have the prints taken at a foreign establishment, or at the office in the airport.
    FingerprintInKazakhstan = KZ_STEP_FINGERPRINT_IN_KAZAKHSTAN, // Have the prints taken in Kazakhstan.
    Enter = KZ_STEP_ENTER, // Enter Kazakhstan.
    Leave = KZ_STEP_LEAVE, // Leave Kazakhstan.
    ObtainDocument = KZ_STEP_OBTAIN_DOCUMENT, // Obtain the document.
};
template <>
struct detail::About<Step> : detail::Numbered<9, KZ_VOCABULARY_STEP> {};

// What a plan has to reach.
enum class Goal : kz_goal {
    Presence = KZ_GOAL_PRESENCE, // To be in Kazakhstan.
    Iin = KZ_GOAL_IIN, // An IIN.
    Translation = KZ_GOAL_TRANSLATION, // A passport in a language that the authority takes, or its translation.
    Fingerprints = KZ_GOAL_FINGERPRINTS, // Fingerprints in the database.
    Document = KZ_GOAL_DOCUMENT, // The document asked for.
};
template <>
struct detail::About<Goal> : detail::Numbered<5, KZ_VOCABULARY_GOAL> {};

// The most steps of one plan.
inline constexpr std::size_t plan_steps_max = KZ_PLAN_STEPS_MAX;

// The most provisions that are listed for one step.
inline constexpr std::size_t plan_step_provisions_max = KZ_PLAN_STEP_PROVISIONS_MAX;

// The most provisions that a deadlock rests on.
inline constexpr std::size_t plan_basis_max = KZ_PLAN_BASIS_MAX;

// A step of a plan.
struct PlanStep : kz_plan_step {
    constexpr PlanStep() noexcept : kz_plan_step{} {}
    constexpr explicit PlanStep(const kz_plan_step &c) noexcept : kz_plan_step(c) {}

    // What to do.
    constexpr std::optional<Step> step() const noexcept { return detail::given<Step>(kz_plan_step::step); }

    // What the step rests on. For KZ_STEP_OBTAIN_DOCUMENT: the provision that makes prints mandatory.
    constexpr List<Provision, kz_provision> provisions() const & noexcept { return {kz_plan_step::provisions, kz_plan_step::provision_count}; }
    List<Provision, kz_provision> provisions() const && = delete;

    friend bool operator==(const PlanStep &a, const PlanStep &b) noexcept { return detail::same<kz_plan_step>(a, b); }
    friend bool operator!=(const PlanStep &a, const PlanStep &b) noexcept { return !(a == b); }
};
static_assert(sizeof(PlanStep) == sizeof(kz_plan_step));

// The way to the document, or why there is none. As long as unknown facts can change the steps or the blocked
// goals, 'steps', 'blocked', 'basis' and 'ways_out' are empty.
struct PlanAnswer : kz_plan_answer {
    constexpr PlanAnswer() noexcept : kz_plan_answer{} {}
    constexpr explicit PlanAnswer(const kz_plan_answer &c) noexcept : kz_plan_answer(c) {}

    // Whether the document can be obtained.
    constexpr std::optional<Verdict> verdict() const noexcept { return detail::given<Verdict>(kz_plan_answer::verdict); }

    // The fact to ask for next; 0: the answer is complete, or what is missing may not be asked for.
    constexpr std::optional<Fact> ask() const noexcept { return detail::given<Fact>(kz_plan_answer::ask); }

    // Whether the law is known on the decision date.
    constexpr std::optional<LawKnown> law() const noexcept { return detail::given<LawKnown>(kz_plan_answer::law); }

    // The facts on which the answer still depends, declined ones included: a set of kz_fact.
    constexpr Set<Fact> relevant() const noexcept { return Set<Fact>(kz_plan_answer::relevant); }

    // If the document cannot be obtained: what cannot be reached, a set of kz_goal.
    constexpr Set<Goal> blocked() const noexcept { return Set<Goal>(kz_plan_answer::blocked); }

    // If a visa cannot be obtained: the channels through which it can, as far as the fingerprint rule goes, a
    // set of kz_visa_channel. The sources do not say whether the person is eligible for them.
    constexpr Set<VisaChannel> ways_out() const noexcept { return Set<VisaChannel>(kz_plan_answer::ways_out); }

    // The steps, in order.
    constexpr List<PlanStep, kz_plan_step> steps() const & noexcept { return {kz_plan_answer::steps, kz_plan_answer::step_count}; }
    List<PlanStep, kz_plan_step> steps() const && = delete;

    // What a deadlock rests on.
    constexpr List<Provision, kz_provision> basis() const & noexcept { return {kz_plan_answer::basis, kz_plan_answer::basis_count}; }
    List<Provision, kz_provision> basis() const && = delete;

    // What may change the answer, such as developments outside the sources.
    constexpr List<Provision, kz_provision> cautions() const & noexcept { return {kz_plan_answer::cautions, kz_plan_answer::caution_count}; }
    List<Provision, kz_provision> cautions() const && = delete;

    friend bool operator==(const PlanAnswer &a, const PlanAnswer &b) noexcept { return detail::same<kz_plan_answer>(a, b); }
    friend bool operator!=(const PlanAnswer &a, const PlanAnswer &b) noexcept { return !(a == b); }
};
static_assert(sizeof(PlanAnswer) == sizeof(kz_plan_answer));

// ==== Deadlines: by which day? ===============================================================================

// A term: within how many days something is to be done.
enum class Term : kz_term {
    Registration = KZ_TERM_REGISTRATION, // Registration after crossing the border.
    Move = KZ_TERM_MOVE, // Registration anew after a change of address.
    IinMission = KZ_TERM_IIN_MISSION, // An IIN from a foreign establishment.
    Notice = KZ_TERM_NOTICE, // The host's notice of an arrival or a change of address.
};
template <>
struct detail::About<Term> : detail::Numbered<4, KZ_VOCABULARY_TERM> {};

// The kind of a term's outcome.
enum class TermOutcome : kz_term_outcome {
    NotInForce = KZ_TERM_OUTCOME_NOT_IN_FORCE, // The term is not in force on the day that decides it: the decision date or the day of the event.
    NotCovered = KZ_TERM_OUTCOME_NOT_COVERED, // The term does not cover the person: there is no window.
    Window = KZ_TERM_OUTCOME_WINDOW, // There is a window.
};
template <>
struct detail::About<TermOutcome> : detail::Numbered<3, KZ_VOCABULARY_TERM_OUTCOME> {};

// Whether a rule covers the person.
enum class Coverage : kz_coverage {
    Yes = KZ_COVERAGE_YES, // It covers the person.
    No = KZ_COVERAGE_NO, // It does not cover the person.
    Unknown = KZ_COVERAGE_UNKNOWN, // Not known; a window is valid if the rule covers the person.
};
template <>
struct detail::About<Coverage> : detail::Numbered<3, KZ_VOCABULARY_COVERAGE> {};

// What a ratified treaty says about the registration; 0: it is not known whether there is one.
enum class Treaty : kz_treaty {
    None = KZ_TREATY_NONE, // There is none.
    Exempt = KZ_TREATY_EXEMPT, // It exempts the person.
    Days = KZ_TREATY_DAYS, // It gives the person a number of days.
};
template <>
struct detail::About<Treaty> : detail::Numbered<3, KZ_VOCABULARY_TREATY> {};

// How long citizens of the state from which the person arrived may stay without a visa.
enum class StayRegime : kz_stay_regime {
    UpTo90 = KZ_STAY_REGIME_UP_TO_90, // Up to ninety days.
    Other = KZ_STAY_REGIME_OTHER, // Longer, or by visa only.
};
template <>
struct detail::About<StayRegime> : detail::Numbered<2, KZ_VOCABULARY_STAY_REGIME> {};

// How many days of the week are worked.
enum class Week : kz_week {
    Five = KZ_WEEK_FIVE, // Saturday and Sunday are rest days.
    Six = KZ_WEEK_SIX, // Sunday is the rest day.
};
template <>
struct detail::About<Week> : detail::Numbered<2, KZ_VOCABULARY_WEEK> {};

// How sure a year's calendar is.
enum class Certainty : kz_certainty {
    Published = KZ_CERTAINTY_PUBLISHED, // As published.
    Projected = KZ_CERTAINTY_PROJECTED, // Expected: days declared later are not included.
};
template <>
struct detail::About<Certainty> : detail::Numbered<2, KZ_VOCABULARY_CERTAINTY> {};

// Why a day is off. A holiday that falls on a rest day is reported as the holiday.
enum class Reason : kz_reason {
    RestDay = KZ_REASON_REST_DAY, // A rest day of the week.
    Substitute = KZ_REASON_SUBSTITUTE, // A day off in place of a holiday that fell on a rest day.
    Transfer = KZ_REASON_TRANSFER, // A day off in exchange for a rest day that is worked.
    DayOff = KZ_REASON_DAY_OFF, // A day off in a caller's calendar, or a holiday that has no name here yet.
    NewYear = KZ_REASON_NEW_YEAR, // New Year.
    OrthodoxChristmas = KZ_REASON_ORTHODOX_CHRISTMAS, // Orthodox Christmas.
    WomensDay = KZ_REASON_WOMENS_DAY, // International Women's Day.
    ConstitutionDay = KZ_REASON_CONSTITUTION_DAY, // Constitution Day.
    Nauryz = KZ_REASON_NAURYZ, // Nauryz.
    UnityDay = KZ_REASON_UNITY_DAY, // The Day of the Unity of the People.
    DefenderDay = KZ_REASON_DEFENDER_DAY, // Defender's Day.
    VictoryDay = KZ_REASON_VICTORY_DAY, // Victory Day.
    KurbanAit = KZ_REASON_KURBAN_AIT, // The first day of Kurban Ait.
    CapitalDay = KZ_REASON_CAPITAL_DAY, // Capital Day.
    RepublicDay = KZ_REASON_REPUBLIC_DAY, // Republic Day.
    IndependenceDay = KZ_REASON_INDEPENDENCE_DAY, // Independence Day.
};
template <>
struct detail::About<Reason> : detail::Numbered<16, KZ_VOCABULARY_REASON> {};

// The state of a day in a window.
enum class DayState : kz_day_state {
    Open = KZ_DAY_STATE_OPEN, // Before the strict day.
    DueToday = KZ_DAY_STATE_DUE_TODAY, // The strict day.
    Contested = KZ_DAY_STATE_CONTESTED, // After the strict day, not after the lenient one: late in one reading. In a transitional window, every day after the strict one.
    Overdue = KZ_DAY_STATE_OVERDUE, // After the lenient day: late in every reading.
    Barred = KZ_DAY_STATE_BARRED, // After the last day of the allowed stay: the registration is refused, on the ground whose finding is stay_exceeded.
    WithHost = KZ_DAY_STATE_WITH_HOST, // Only in a registration case: the host has to answer, and the rules set no term for that.
};
template <>
struct detail::About<DayState> : detail::Numbered<6, KZ_VOCABULARY_DAY_STATE> {};

// The most skipped days that are listed.
inline constexpr std::size_t skipped_max = KZ_SKIPPED_MAX;

// A question about a deadline. All zero but 'from' and 'on': nothing else is known.
struct TermQuestion : kz_term_question {
    constexpr TermQuestion() noexcept : kz_term_question{} {}
    constexpr explicit TermQuestion(const kz_term_question &c) noexcept : kz_term_question(c) {}

    // The day of the event: of crossing the border, of changing the address, of filing. Must be given.
    constexpr std::optional<Date> from() const noexcept { return detail::day(kz_term_question::from); }
    constexpr TermQuestion &from(std::optional<Date> value) noexcept { kz_term_question::from = detail::day(value); return *this; }

    // The decision date: the day asked about. Must be given, and not before 'from'.
    constexpr std::optional<Date> on() const noexcept { return detail::day(kz_term_question::on); }
    constexpr TermQuestion &on(std::optional<Date> value) noexcept { kz_term_question::on = detail::day(value); return *this; }

    // The last day of the allowed stay, if known.
    constexpr std::optional<Date> stay_until() const noexcept { return detail::day(kz_term_question::stay_until); }
    constexpr TermQuestion &stay_until(std::optional<Date> value) noexcept { kz_term_question::stay_until = detail::day(value); return *this; }

    // The days that the treaty gives, from 1 to 366; 0: 'treaty' is not KZ_TREATY_DAYS.
    constexpr std::optional<std::uint16_t> treaty_days() const noexcept { return detail::not_zero(kz_term_question::treaty_days); }
    constexpr TermQuestion &treaty_days(std::optional<std::uint16_t> value) noexcept { kz_term_question::treaty_days = value.value_or(0); return *this; }

    // What a ratified treaty says about registration.
    constexpr std::optional<Treaty> treaty() const noexcept { return detail::given<Treaty>(kz_term_question::treaty); }
    constexpr TermQuestion &treaty(std::optional<Treaty> value) noexcept { kz_term_question::treaty = detail::code(value); return *this; }

    // The working week; 0: five days.
    constexpr std::optional<Week> week() const noexcept { return detail::given<Week>(kz_term_question::week); }
    constexpr TermQuestion &week(std::optional<Week> value) noexcept { kz_term_question::week = detail::code(value); return *this; }

    // The stay regime of the state that the person arrived from.
    constexpr std::optional<StayRegime> stay_regime() const noexcept { return detail::given<StayRegime>(kz_term_question::stay_regime); }
    constexpr TermQuestion &stay_regime(std::optional<StayRegime> value) noexcept { kz_term_question::stay_regime = detail::code(value); return *this; }

    // Citizen, foreigner or stateless.
    constexpr std::optional<Standing> standing() const noexcept { return detail::given<Standing>(kz_term_question::standing); }
    constexpr TermQuestion &standing(std::optional<Standing> value) noexcept { kz_term_question::standing = detail::code(value); return *this; }

    // Whether the person arrived to live in Kazakhstan, temporarily or permanently.
    constexpr std::optional<Answer> arrived_to_live() const noexcept { return detail::given<Answer>(kz_term_question::arrived_to_live); }
    constexpr TermQuestion &arrived_to_live(std::optional<Answer> value) noexcept { kz_term_question::arrived_to_live = detail::code(value); return *this; }

    friend bool operator==(const TermQuestion &a, const TermQuestion &b) noexcept { return detail::same<kz_term_question>(a, b); }
    friend bool operator!=(const TermQuestion &a, const TermQuestion &b) noexcept { return !(a == b); }
};
static_assert(sizeof(TermQuestion) == sizeof(kz_term_question));

// A day off that was skipped.
struct SkippedDay : kz_skipped_day {
    constexpr SkippedDay() noexcept : kz_skipped_day{} {}
    constexpr explicit SkippedDay(const kz_skipped_day &c) noexcept : kz_skipped_day(c) {}

    // The day.
    constexpr std::optional<Date> date() const noexcept { return detail::day(kz_skipped_day::date); }

    // Why it is off.
    constexpr std::optional<Reason> reason() const noexcept { return detail::given<Reason>(kz_skipped_day::reason); }

    friend bool operator==(const SkippedDay &a, const SkippedDay &b) noexcept { return detail::same<kz_skipped_day>(a, b); }
    friend bool operator!=(const SkippedDay &a, const SkippedDay &b) noexcept { return !(a == b); }
};
static_assert(sizeof(SkippedDay) == sizeof(kz_skipped_day));

// The days off that were skipped on the way to a deadline.
struct Skipped : kz_skipped {
    constexpr Skipped() noexcept : kz_skipped{} {}
    constexpr explicit Skipped(const kz_skipped &c) noexcept : kz_skipped(c) {}

    // How many there are in all.
    constexpr std::uint16_t count() const noexcept { return kz_skipped::count; }

    // The first skipped days.
    constexpr List<SkippedDay, kz_skipped_day> days() const & noexcept { return {kz_skipped::days, kz_skipped::listed}; }
    List<SkippedDay, kz_skipped_day> days() const && = delete;

    friend bool operator==(const Skipped &a, const Skipped &b) noexcept { return detail::same<kz_skipped>(a, b); }
    friend bool operator!=(const Skipped &a, const Skipped &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Skipped) == sizeof(kz_skipped));

// The answer to a question about a deadline. Without a window, 'strict', 'lenient', 'stay_until', 'certainty',
// 'transitional' and the skipped days are zero.
struct Window : kz_window {
    constexpr Window() noexcept : kz_window{} {}
    constexpr explicit Window(const kz_window &c) noexcept : kz_window(c) {}

    // Not in force, not covered, or a window.
    constexpr std::optional<TermOutcome> outcome() const noexcept { return detail::given<TermOutcome>(kz_window::outcome); }

    // Whether the term covers the person, in force or not; 0: the law does not say whom it covers, or this is the window
    // of a case.
    constexpr std::optional<Coverage> covered() const noexcept { return detail::given<Coverage>(kz_window::covered); }

    // Yes: the event was before the rules came into force. They do not say what applies: the window is an
    // interpretation, and nobody is overdue.
    constexpr std::optional<Answer> transitional() const noexcept { return detail::given<Answer>(kz_window::transitional); }

    // Projected if the calendar of the year of 'strict' or 'lenient' is.
    constexpr std::optional<Certainty> certainty() const noexcept { return detail::given<Certainty>(kz_window::certainty); }

    // Acting by this day is in time in every reading of the law. Tell people this day.
    constexpr std::optional<Date> strict() const noexcept { return detail::day(kz_window::strict); }

    // Acting after this day is late in every reading. Never before 'strict'.
    constexpr std::optional<Date> lenient() const noexcept { return detail::day(kz_window::lenient); }

    // The last day of the allowed stay, if it is known and matters.
    constexpr std::optional<Date> stay_until() const noexcept { return detail::day(kz_window::stay_until); }

    // The provision that sets the term. Without a window: the one that says when it is in force, or that
    // excludes the person.
    constexpr std::optional<Provision> provision() const noexcept { return detail::given<Provision>(kz_window::provision); }

    // The provision that makes 'covered' no or unknown; 0: none.
    constexpr std::optional<Provision> covered_by() const noexcept { return detail::given<Provision>(kz_window::covered_by); }

    // What may change the answer, such as developments outside the sources.
    constexpr List<Provision, kz_provision> cautions() const & noexcept { return {kz_window::cautions, kz_window::caution_count}; }
    List<Provision, kz_provision> cautions() const && = delete;

    // Whether the law is known on the decision date; 0 in the window of a case.
    constexpr std::optional<LawKnown> law() const noexcept { return detail::given<LawKnown>(kz_window::law); }

    // The days off skipped on the way to 'strict'.
    constexpr Skipped strict_skipped() const noexcept { return Skipped(kz_window::strict_skipped); }

    // The days off skipped on the way to 'lenient'.
    constexpr Skipped lenient_skipped() const noexcept { return Skipped(kz_window::lenient_skipped); }

    friend bool operator==(const Window &a, const Window &b) noexcept { return detail::same<kz_window>(a, b); }
    friend bool operator!=(const Window &a, const Window &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Window) == sizeof(kz_window));

// Where a day stands in a window.
struct WindowDay : kz_window_day {
    constexpr WindowDay() noexcept : kz_window_day{} {}
    constexpr explicit WindowDay(const kz_window_day &c) noexcept : kz_window_day(c) {}

    // Where the day stands; 0: no window is running (from kz_case_day() alone).
    constexpr std::optional<DayState> state() const noexcept { return detail::given<DayState>(kz_window_day::state); }

    // Calendar days to the strict day; negative after it.
    constexpr std::int32_t days_left() const noexcept { return kz_window_day::days_left; }

    // Calendar days after the lenient day; 0 until then, and always in a transitional window.
    constexpr std::int32_t days_late() const noexcept { return kz_window_day::days_late; }

    friend bool operator==(const WindowDay &a, const WindowDay &b) noexcept { return detail::same<kz_window_day>(a, b); }
    friend bool operator!=(const WindowDay &a, const WindowDay &b) noexcept { return !(a == b); }
};
static_assert(sizeof(WindowDay) == sizeof(kz_window_day));

// ==== Stays without a visa, and countries ====================================================================

// How a day relates to the stay without a visa.
enum class StayState : kz_stay_state {
    InTime = KZ_STAY_STATE_IN_TIME, // The stay is lawful in both readings.
    Contested = KZ_STAY_STATE_CONTESTED, // The stay is lawful in the lenient reading only.
    Overstayed = KZ_STAY_STATE_OVERSTAYED, // The stay is lawful in neither reading.
    Outside = KZ_STAY_STATE_OUTSIDE, // No stay is going on.
    Unknown = KZ_STAY_STATE_UNKNOWN, // There is no rule to judge by.
};
template <>
struct detail::About<StayState> : detail::Numbered<5, KZ_VOCABULARY_STAY_STATE> {};

// The kind of a stay's last lawful day; 0: no stay is going on, or there is no rule.
enum class LastDayKind : kz_last_day_kind {
    Day = KZ_LAST_DAY_KIND_DAY, // A day.
    Unlimited = KZ_LAST_DAY_KIND_UNLIMITED, // No day is unlawful.
    Never = KZ_LAST_DAY_KIND_NEVER, // The first day is unlawful already.
};
template <>
struct detail::About<LastDayKind> : detail::Numbered<3, 0> {};

// The kind of a foreign establishment of Kazakhstan.
enum class MissionKind : kz_mission_kind {
    Embassy = KZ_MISSION_KIND_EMBASSY, // An embassy.
    ConsulateGeneral = KZ_MISSION_KIND_CONSULATE_GENERAL, // A consulate general.
    Other = KZ_MISSION_KIND_OTHER, // Another one, such as a consulate or a diplomatic mission.
};
template <>
struct detail::About<MissionKind> : detail::Numbered<3, KZ_VOCABULARY_MISSION_KIND> {};

// The most provisions that an answer on a country names.
inline constexpr std::size_t country_provisions_max = KZ_COUNTRY_PROVISIONS_MAX;

// How long one may stay without a visa. All zero: not known.
struct StayRule : kz_stay_rule {
    constexpr StayRule() noexcept : kz_stay_rule{} {}
    constexpr explicit StayRule(const kz_stay_rule &c) noexcept : kz_stay_rule(c) {}

    // The most days of one stay, from 1 to 366; 0: not known.
    constexpr std::optional<std::uint16_t> per_entry() const noexcept { return detail::not_zero(kz_stay_rule::per_entry); }
    constexpr StayRule &per_entry(std::optional<std::uint16_t> value) noexcept { kz_stay_rule::per_entry = value.value_or(0); return *this; }

    // The most days within any 'window' days, from 1 to 'window'; 0: not known, and neither is 'window'.
    constexpr std::optional<std::uint16_t> total() const noexcept { return detail::not_zero(kz_stay_rule::total); }
    constexpr StayRule &total(std::optional<std::uint16_t> value) noexcept { kz_stay_rule::total = value.value_or(0); return *this; }

    // The length of the window in days, from 1 to 366; 0: not known, and neither is 'total'.
    constexpr std::optional<std::uint16_t> window() const noexcept { return detail::not_zero(kz_stay_rule::window); }
    constexpr StayRule &window(std::optional<std::uint16_t> value) noexcept { kz_stay_rule::window = value.value_or(0); return *this; }

    friend bool operator==(const StayRule &a, const StayRule &b) noexcept { return detail::same<kz_stay_rule>(a, b); }
    friend bool operator!=(const StayRule &a, const StayRule &b) noexcept { return !(a == b); }
};
static_assert(sizeof(StayRule) == sizeof(kz_stay_rule));

// A stay in Kazakhstan.
struct Stay : kz_stay {
    constexpr Stay() noexcept : kz_stay{} {}
    constexpr explicit Stay(const kz_stay &c) noexcept : kz_stay(c) {}

    // The day of entry. Must be given.
    constexpr std::optional<Date> entered() const noexcept { return detail::day(kz_stay::entered); }
    constexpr Stay &entered(std::optional<Date> value) noexcept { kz_stay::entered = detail::day(value); return *this; }

    // The day of leaving; not given: the stay is going on.
    constexpr std::optional<Date> left() const noexcept { return detail::day(kz_stay::left); }
    constexpr Stay &left(std::optional<Date> value) noexcept { kz_stay::left = detail::day(value); return *this; }

    friend bool operator==(const Stay &a, const Stay &b) noexcept { return detail::same<kz_stay>(a, b); }
    friend bool operator!=(const Stay &a, const Stay &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Stay) == sizeof(kz_stay));

// The last day up to which a stay is lawful without a break.
struct LastDay : kz_last_day {
    constexpr LastDay() noexcept : kz_last_day{} {}
    constexpr explicit LastDay(const kz_last_day &c) noexcept : kz_last_day(c) {}

    // The day, if 'kind' says that there is one.
    constexpr std::optional<Date> day() const noexcept { return detail::day(kz_last_day::day); }

    // A day, unlimited or never; 0: no stay is going on, or no rule is known.
    constexpr std::optional<LastDayKind> kind() const noexcept { return detail::given<LastDayKind>(kz_last_day::kind); }

    friend bool operator==(const LastDay &a, const LastDay &b) noexcept { return detail::same<kz_last_day>(a, b); }
    friend bool operator!=(const LastDay &a, const LastDay &b) noexcept { return !(a == b); }
};
static_assert(sizeof(LastDay) == sizeof(kz_last_day));

// The result of counting stays, in two readings: strict counts the day of entry, lenient does not.
struct StayAnswer : kz_stay_answer {
    constexpr StayAnswer() noexcept : kz_stay_answer{} {}
    constexpr explicit StayAnswer(const kz_stay_answer &c) noexcept : kz_stay_answer(c) {}

    // Strict: the days used in the window that ends on the decision date; without a window, in the stay going
    // on.
    constexpr std::uint32_t used_strict() const noexcept { return kz_stay_answer::used_strict; }

    // The same, lenient.
    constexpr std::uint32_t used_lenient() const noexcept { return kz_stay_answer::used_lenient; }

    // Strict: the last lawful day of the stay going on.
    constexpr LastDay last_strict() const noexcept { return LastDay(kz_stay_answer::last_strict); }

    // The same, lenient.
    constexpr LastDay last_lenient() const noexcept { return LastDay(kz_stay_answer::last_lenient); }

    // If 'state' is KZ_STAY_STATE_OUTSIDE: the first day from the decision date on which an entry is lawful, strict; not
    // given: none up to 9999-12-31. Else not given.
    constexpr std::optional<Date> next_entry() const noexcept { return detail::day(kz_stay_answer::next_entry); }

    // Where the decision date stands.
    constexpr std::optional<StayState> state() const noexcept { return detail::given<StayState>(kz_stay_answer::state); }

    friend bool operator==(const StayAnswer &a, const StayAnswer &b) noexcept { return detail::same<kz_stay_answer>(a, b); }
    friend bool operator!=(const StayAnswer &a, const StayAnswer &b) noexcept { return !(a == b); }
};
static_assert(sizeof(StayAnswer) == sizeof(kz_stay_answer));

// What a law says about a country on a day. What it does not say is zero.
struct CountryAnswer : kz_country_answer {
    constexpr CountryAnswer() noexcept : kz_country_answer{} {}
    constexpr explicit CountryAnswer(const kz_country_answer &c) noexcept : kz_country_answer(c) {}

    // How long its citizens may stay without a visa.
    constexpr StayRule stay() const noexcept { return StayRule(kz_country_answer::stay); }

    // For how many days a treaty requires no registration; 0: the law names no such treaty.
    constexpr std::optional<std::uint16_t> treaty() const noexcept { return detail::not_zero(kz_country_answer::treaty); }

    // The provisions on the stay and the treaty. They are reports.
    constexpr List<Provision, kz_provision> provisions() const & noexcept { return {kz_country_answer::provisions, kz_country_answer::provision_count}; }
    List<Provision, kz_provision> provisions() const && = delete;

    // Yes: embassies and consulates general there are in the IIN pilot. 0: not known.
    constexpr std::optional<Answer> pilot() const noexcept { return detail::given<Answer>(kz_country_answer::pilot); }

    // The stay regime that follows from 'stay'.
    constexpr std::optional<StayRegime> stay_regime() const noexcept { return detail::given<StayRegime>(kz_country_answer::stay_regime); }

    // Whether the law is known on the day.
    constexpr std::optional<LawKnown> law() const noexcept { return detail::given<LawKnown>(kz_country_answer::law); }

    friend bool operator==(const CountryAnswer &a, const CountryAnswer &b) noexcept { return detail::same<kz_country_answer>(a, b); }
    friend bool operator!=(const CountryAnswer &a, const CountryAnswer &b) noexcept { return !(a == b); }
};
static_assert(sizeof(CountryAnswer) == sizeof(kz_country_answer));

// ==== Registration of an immigrant ===========================================================================

// What can happen to a registration case.
enum class Event : kz_event {
    Submit = KZ_EVENT_SUBMIT, // The immigrant submits the data and the place of stay.
    HostConfirms = KZ_EVENT_HOST_CONFIRMS, // The host, who provides the place, confirms.
    HostDeclines = KZ_EVENT_HOST_DECLINES, // The host refuses.
    DataFoundFalse = KZ_EVENT_DATA_FOUND_FALSE, // The data submitted are found untrue.
    Move = KZ_EVENT_MOVE, // The address changes.
    StayExtended = KZ_EVENT_STAY_EXTENDED, // The allowed stay is extended.
    Departs = KZ_EVENT_DEPARTS, // The immigrant leaves Kazakhstan.
};
template <>
struct detail::About<Event> : detail::Numbered<7, KZ_VOCABULARY_EVENT> {};

// The state of a registration case.
enum class CaseState : kz_case_state {
    New = KZ_CASE_STATE_NEW, // Nothing is submitted, and nothing was ever confirmed.
    AwaitingHost = KZ_CASE_STATE_AWAITING_HOST, // Submitted; the host, who provides the place, has to answer.
    Registered = KZ_CASE_STATE_REGISTERED, // The last submission is confirmed.
    Refused = KZ_CASE_STATE_REFUSED, // The last submission is refused.
    Moved = KZ_CASE_STATE_MOVED, // The address changed after a registration, which stands until a new one is confirmed.
    Departed = KZ_CASE_STATE_DEPARTED, // The person left Kazakhstan: nothing follows.
};
template <>
struct detail::About<CaseState> : detail::Numbered<6, KZ_VOCABULARY_CASE_STATE> {};

// What a submission states about a person.
enum class DataItem : kz_data_item {
    Surname = KZ_DATA_ITEM_SURNAME, // The surname.
    GivenName = KZ_DATA_ITEM_GIVEN_NAME, // The given name.
    Patronymic = KZ_DATA_ITEM_PATRONYMIC, // The patronymic, if the person has one: the only item that may be left out.
    BirthDate = KZ_DATA_ITEM_BIRTH_DATE, // The date of birth.
    Passport = KZ_DATA_ITEM_PASSPORT, // The data of the passport.
    Host = KZ_DATA_ITEM_HOST, // The data of the person who provides the place.
    Address = KZ_DATA_ITEM_ADDRESS, // The address.
};
template <>
struct detail::About<DataItem> : detail::Numbered<7, KZ_VOCABULARY_DATA_ITEM> {};

// Where an immigrant can be registered.
enum class PlaceOfStay : kz_place_of_stay {
    House = KZ_PLACE_OF_STAY_HOUSE, // A dwelling house.
    Apartment = KZ_PLACE_OF_STAY_APARTMENT, // A flat.
    Dormitory = KZ_PLACE_OF_STAY_DORMITORY, // A dormitory.
    Hotel = KZ_PLACE_OF_STAY_HOTEL, // A hotel.
    HolidayHome = KZ_PLACE_OF_STAY_HOLIDAY_HOME, // A holiday home.
    Sanatorium = KZ_PLACE_OF_STAY_SANATORIUM, // A sanatorium.
    OtherResidential = KZ_PLACE_OF_STAY_OTHER_RESIDENTIAL, // Another building, or premises, used for people to live in.
};
template <>
struct detail::About<PlaceOfStay> : detail::Numbered<7, KZ_VOCABULARY_PLACE_OF_STAY> {};

// What can be refused.
enum class Procedure : kz_procedure {
    PilotIin = KZ_PROCEDURE_PILOT_IIN, // The IIN at a foreign establishment, in the pilot.
    Registration = KZ_PROCEDURE_REGISTRATION, // The registration of an immigrant.
};
template <>
struct detail::About<Procedure> : detail::Numbered<2, KZ_VOCABULARY_PROCEDURE> {};

// What was found about an application.
enum class Finding : kz_finding {
    FalseData = KZ_FINDING_FALSE_DATA, // Documents or data are untrue.
    NoncompliantData = KZ_FINDING_NONCOMPLIANT_DATA, // The data do not meet the legal requirements.
    HasIin = KZ_FINDING_HAS_IIN, // The person already has an IIN.
    StayExceeded = KZ_FINDING_STAY_EXCEEDED, // The person has overstayed.
    HostDeclined = KZ_FINDING_HOST_DECLINED, // The host refuses.
};
template <>
struct detail::About<Finding> : detail::Numbered<5, KZ_VOCABULARY_FINDING> {};

// What may help against a refusal. Each is an inference: the sources name no cure.
enum class Cure : kz_cure {
    SubmitTrueData = KZ_CURE_SUBMIT_TRUE_DATA, // Submit true data.
    UseExistingIin = KZ_CURE_USE_EXISTING_IIN, // Use the IIN that exists.
    AnotherPlaceOrConsent = KZ_CURE_ANOTHER_PLACE_OR_CONSENT, // Find another place, or win the host's consent.
};
template <>
struct detail::About<Cure> : detail::Numbered<3, KZ_VOCABULARY_CURE> {};

// A field of the registration certificate, in the order of the annex.
enum class CertificateField : kz_certificate_field {
    ApplicationNumber = KZ_CERTIFICATE_FIELD_APPLICATION_NUMBER, // The number of the application.
    Surname = KZ_CERTIFICATE_FIELD_SURNAME, // The surname.
    GivenName = KZ_CERTIFICATE_FIELD_GIVEN_NAME, // The given name.
    Patronymic = KZ_CERTIFICATE_FIELD_PATRONYMIC, // The patronymic, if the person has one.
    Passport = KZ_CERTIFICATE_FIELD_PASSPORT, // The series and number of the passport.
    Citizenship = KZ_CERTIFICATE_FIELD_CITIZENSHIP, // The citizenship.
    Address = KZ_CERTIFICATE_FIELD_ADDRESS, // The address in Kazakhstan.
    Stay = KZ_CERTIFICATE_FIELD_STAY, // The term of stay.
    HostIin = KZ_CERTIFICATE_FIELD_HOST_IIN, // The IIN of the person who provides the place.
    HostSurname = KZ_CERTIFICATE_FIELD_HOST_SURNAME, // That person's surname.
    HostGivenName = KZ_CERTIFICATE_FIELD_HOST_GIVEN_NAME, // That person's given name.
    HostPatronymic = KZ_CERTIFICATE_FIELD_HOST_PATRONYMIC, // That person's patronymic, if there is one.
    Qr = KZ_CERTIFICATE_FIELD_QR, // The content of the QR code, if it is known.
};
template <>
struct detail::About<CertificateField> : detail::Numbered<13, KZ_VOCABULARY_CERTIFICATE_FIELD> {};

// How many of the last events a case remembers.
inline constexpr std::size_t history_max = KZ_HISTORY_MAX;

// How a case begins. All zero but 'arrived_on': nothing else is known.
struct Arrival : kz_arrival {
    constexpr Arrival() noexcept : kz_arrival{} {}
    constexpr explicit Arrival(const kz_arrival &c) noexcept : kz_arrival(c) {}

    // The day of arrival. Must be given.
    constexpr std::optional<Date> arrived_on() const noexcept { return detail::day(kz_arrival::arrived_on); }
    constexpr Arrival &arrived_on(std::optional<Date> value) noexcept { kz_arrival::arrived_on = detail::day(value); return *this; }

    // The last day of the allowed stay, if known.
    constexpr std::optional<Date> stay_until() const noexcept { return detail::day(kz_arrival::stay_until); }
    constexpr Arrival &stay_until(std::optional<Date> value) noexcept { kz_arrival::stay_until = detail::day(value); return *this; }

    // The days that the treaty gives, from 1 to 366; 0: 'treaty' is not KZ_TREATY_DAYS.
    constexpr std::optional<std::uint16_t> treaty_days() const noexcept { return detail::not_zero(kz_arrival::treaty_days); }
    constexpr Arrival &treaty_days(std::optional<std::uint16_t> value) noexcept { kz_arrival::treaty_days = value.value_or(0); return *this; }

    // What a ratified treaty says about registration. An exempt person has no case: KZ_TREATY_EXEMPT is an
    // error.
    constexpr std::optional<Treaty> treaty() const noexcept { return detail::given<Treaty>(kz_arrival::treaty); }
    constexpr Arrival &treaty(std::optional<Treaty> value) noexcept { kz_arrival::treaty = detail::code(value); return *this; }

    // The working week; 0: five days.
    constexpr std::optional<Week> week() const noexcept { return detail::given<Week>(kz_arrival::week); }
    constexpr Arrival &week(std::optional<Week> value) noexcept { kz_arrival::week = detail::code(value); return *this; }

    friend bool operator==(const Arrival &a, const Arrival &b) noexcept { return detail::same<kz_arrival>(a, b); }
    friend bool operator!=(const Arrival &a, const Arrival &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Arrival) == sizeof(kz_arrival));

// A registration case. It holds no names or numbers of the person. The program may store its bytes anywhere
// and read them back later, on any machine.
//
// kz_case_init() makes a case, kz_case_apply() changes it, kz_case_get() reads it. Every function that takes a
// case first checks its CRC-32, which finds up to four flipped bits and any burst of up to 32. A zeroed case
// is refused, and so is one that no sequence of events leads to, even with a right checksum.
struct Case : kz_case {
    constexpr Case() noexcept : kz_case{} {}
    constexpr explicit Case(const kz_case &c) noexcept : kz_case(c) {}

    // "KZC", and the version of the layout.
    constexpr Span<const std::uint8_t> version() const & noexcept { return Span<const std::uint8_t>(kz_case::version); }
    Span<const std::uint8_t> version() const && = delete;

    // The data of the case.
    constexpr Span<const std::uint8_t> body() const & noexcept { return Span<const std::uint8_t>(kz_case::body); }
    Span<const std::uint8_t> body() const && = delete;

    // The checksum of all bytes before it, low byte first.
    constexpr Span<const std::uint8_t> checksum() const & noexcept { return Span<const std::uint8_t>(kz_case::checksum); }
    Span<const std::uint8_t> checksum() const && = delete;

    friend bool operator==(const Case &a, const Case &b) noexcept { return detail::same<kz_case>(a, b); }
    friend bool operator!=(const Case &a, const Case &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Case) == sizeof(kz_case));

// An event to apply to a case.
struct CaseEvent : kz_case_event {
    constexpr CaseEvent() noexcept : kz_case_event{} {}
    constexpr explicit CaseEvent(const kz_case_event &c) noexcept : kz_case_event(c) {}

    // The day. Must be given.
    constexpr std::optional<Date> on() const noexcept { return detail::day(kz_case_event::on); }
    constexpr CaseEvent &on(std::optional<Date> value) noexcept { kz_case_event::on = detail::day(value); return *this; }

    // For KZ_EVENT_STAY_EXTENDED: the new last day of the stay, which must be given. Else not given.
    constexpr std::optional<Date> stay_until() const noexcept { return detail::day(kz_case_event::stay_until); }
    constexpr CaseEvent &stay_until(std::optional<Date> value) noexcept { kz_case_event::stay_until = detail::day(value); return *this; }

    // For KZ_EVENT_SUBMIT: the items that are stated, a set of kz_data_item. Else 0.
    constexpr Set<DataItem> data() const noexcept { return Set<DataItem>(kz_case_event::data); }
    constexpr CaseEvent &data(Set<DataItem> value) noexcept { kz_case_event::data = value.bits(); return *this; }

    // What happens. Must be given.
    constexpr std::optional<Event> event() const noexcept { return detail::given<Event>(kz_case_event::event); }
    constexpr CaseEvent &event(std::optional<Event> value) noexcept { kz_case_event::event = detail::code(value); return *this; }

    // For KZ_EVENT_SUBMIT: the place; 0: none of those where people are registered. Else 0.
    constexpr std::optional<PlaceOfStay> place() const noexcept { return detail::given<PlaceOfStay>(kz_case_event::place); }
    constexpr CaseEvent &place(std::optional<PlaceOfStay> value) noexcept { kz_case_event::place = detail::code(value); return *this; }

    friend bool operator==(const CaseEvent &a, const CaseEvent &b) noexcept { return detail::same<kz_case_event>(a, b); }
    friend bool operator!=(const CaseEvent &a, const CaseEvent &b) noexcept { return !(a == b); }
};
static_assert(sizeof(CaseEvent) == sizeof(kz_case_event));

// A past event of a case.
struct PastEvent : kz_past_event {
    constexpr PastEvent() noexcept : kz_past_event{} {}
    constexpr explicit PastEvent(const kz_past_event &c) noexcept : kz_past_event(c) {}

    // The day.
    constexpr std::optional<Date> on() const noexcept { return detail::day(kz_past_event::on); }

    // What happened.
    constexpr std::optional<Event> event() const noexcept { return detail::given<Event>(kz_past_event::event); }

    // Where the case stood after it.
    constexpr std::optional<CaseState> state() const noexcept { return detail::given<CaseState>(kz_past_event::state); }

    friend bool operator==(const PastEvent &a, const PastEvent &b) noexcept { return detail::same<kz_past_event>(a, b); }
    friend bool operator!=(const PastEvent &a, const PastEvent &b) noexcept { return !(a == b); }
};
static_assert(sizeof(PastEvent) == sizeof(kz_past_event));

// The contents of a case.
struct CaseView : kz_case_view {
    constexpr CaseView() noexcept : kz_case_view{} {}
    constexpr explicit CaseView(const kz_case_view &c) noexcept : kz_case_view(c) {}

    // The day of arrival.
    constexpr std::optional<Date> arrived_on() const noexcept { return detail::day(kz_case_view::arrived_on); }

    // The last day of the allowed stay; not given: not known.
    constexpr std::optional<Date> stay_until() const noexcept { return detail::day(kz_case_view::stay_until); }

    // The day of the last confirmation; not given: none.
    constexpr std::optional<Date> registered_on() const noexcept { return detail::day(kz_case_view::registered_on); }

    // The last day on which a registration ended, by departure or by a newer one; not given: none did.
    constexpr std::optional<Date> deregistered_on() const noexcept { return detail::day(kz_case_view::deregistered_on); }

    // The day of the last move since the last confirmation; not given: none.
    constexpr std::optional<Date> moved_on() const noexcept { return detail::day(kz_case_view::moved_on); }

    // The earliest day that the next event may have.
    constexpr std::optional<Date> earliest() const noexcept { return detail::day(kz_case_view::earliest); }

    // The days that a treaty gives; 0: none does.
    constexpr std::optional<std::uint16_t> treaty_days() const noexcept { return detail::not_zero(kz_case_view::treaty_days); }

    // How many registrations were confirmed; 65535: or more.
    constexpr std::uint16_t registrations() const noexcept { return kz_case_view::registrations; }

    // How many events the case took; 65535: or more.
    constexpr std::uint16_t events() const noexcept { return kz_case_view::events; }

    // The law's ground for the refusal; 0: it names none, or the case is not refused.
    constexpr std::optional<Provision> ground() const noexcept { return detail::given<Provision>(kz_case_view::ground); }

    // The events that are possible now, a set of kz_event.
    constexpr Set<Event> possible() const noexcept { return Set<Event>(kz_case_view::possible); }

    // What a treaty says about registration.
    constexpr std::optional<Treaty> treaty() const noexcept { return detail::given<Treaty>(kz_case_view::treaty); }

    // The working week.
    constexpr std::optional<Week> week() const noexcept { return detail::given<Week>(kz_case_view::week); }

    // Where the case stands.
    constexpr std::optional<CaseState> state() const noexcept { return detail::given<CaseState>(kz_case_view::state); }

    // Why the last submission is refused; 0: it is not.
    constexpr std::optional<Finding> finding() const noexcept { return detail::given<Finding>(kz_case_view::finding); }

    // The last events, oldest first.
    constexpr List<PastEvent, kz_past_event> history() const & noexcept { return {kz_case_view::history, kz_case_view::history_count}; }
    List<PastEvent, kz_past_event> history() const && = delete;

    friend bool operator==(const CaseView &a, const CaseView &b) noexcept { return detail::same<kz_case_view>(a, b); }
    friend bool operator!=(const CaseView &a, const CaseView &b) noexcept { return !(a == b); }
};
static_assert(sizeof(CaseView) == sizeof(kz_case_view));

// A ground for refusal. All zero: the finding is none.
struct Refusal : kz_refusal {
    constexpr Refusal() noexcept : kz_refusal{} {}
    constexpr explicit Refusal(const kz_refusal &c) noexcept : kz_refusal(c) {}

    // The ground.
    constexpr std::optional<Provision> ground() const noexcept { return detail::given<Provision>(kz_refusal::ground); }

    // What may help; 0: nothing is known to.
    constexpr std::optional<Cure> cure() const noexcept { return detail::given<Cure>(kz_refusal::cure); }

    // Yes: the cure is an inference; no source names it. 0 without a cure.
    constexpr std::optional<Answer> inferred() const noexcept { return detail::given<Answer>(kz_refusal::inferred); }

    friend bool operator==(const Refusal &a, const Refusal &b) noexcept { return detail::same<kz_refusal>(a, b); }
    friend bool operator!=(const Refusal &a, const Refusal &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Refusal) == sizeof(kz_refusal));

// The contents of a registration certificate (R923-CERTIFICATE), which the state's system issued.
//
// Texts are UTF-8 and end with a NUL: at most 64 bytes for numbers, 256 for names and the citizenship, 512 for the
// address and the QR code. Each must be given unless it may be NULL, and must contain a visible character. These are errors:
// control characters, and Unicode characters that break lines, change the writing direction or are invisible.
struct Certificate : kz_certificate {
    constexpr Certificate() noexcept : kz_certificate{} {}
    constexpr explicit Certificate(const kz_certificate &c) noexcept : kz_certificate(c) {}

    // The number of the application.
    std::optional<std::string_view> application_number() const noexcept { return detail::text(kz_certificate::application_number); }
    constexpr Certificate &application_number(const char *value) noexcept { kz_certificate::application_number = value; return *this; }

    // The surname.
    std::optional<std::string_view> surname() const noexcept { return detail::text(kz_certificate::surname); }
    constexpr Certificate &surname(const char *value) noexcept { kz_certificate::surname = value; return *this; }

    // The given name.
    std::optional<std::string_view> given_name() const noexcept { return detail::text(kz_certificate::given_name); }
    constexpr Certificate &given_name(const char *value) noexcept { kz_certificate::given_name = value; return *this; }

    // The patronymic; NULL: none.
    std::optional<std::string_view> patronymic() const noexcept { return detail::text(kz_certificate::patronymic); }
    constexpr Certificate &patronymic(const char *value) noexcept { kz_certificate::patronymic = value; return *this; }

    // The series and number of the passport.
    std::optional<std::string_view> passport() const noexcept { return detail::text(kz_certificate::passport); }
    constexpr Certificate &passport(const char *value) noexcept { kz_certificate::passport = value; return *this; }

    // The citizenship.
    std::optional<std::string_view> citizenship() const noexcept { return detail::text(kz_certificate::citizenship); }
    constexpr Certificate &citizenship(const char *value) noexcept { kz_certificate::citizenship = value; return *this; }

    // The address in Kazakhstan.
    std::optional<std::string_view> address() const noexcept { return detail::text(kz_certificate::address); }
    constexpr Certificate &address(const char *value) noexcept { kz_certificate::address = value; return *this; }

    // The IIN of the person who provides the place.
    std::optional<std::string_view> host_iin() const noexcept { return detail::text(kz_certificate::host_iin); }
    constexpr Certificate &host_iin(const char *value) noexcept { kz_certificate::host_iin = value; return *this; }

    // That person's surname.
    std::optional<std::string_view> host_surname() const noexcept { return detail::text(kz_certificate::host_surname); }
    constexpr Certificate &host_surname(const char *value) noexcept { kz_certificate::host_surname = value; return *this; }

    // That person's given name.
    std::optional<std::string_view> host_given_name() const noexcept { return detail::text(kz_certificate::host_given_name); }
    constexpr Certificate &host_given_name(const char *value) noexcept { kz_certificate::host_given_name = value; return *this; }

    // That person's patronymic; NULL: none.
    std::optional<std::string_view> host_patronymic() const noexcept { return detail::text(kz_certificate::host_patronymic); }
    constexpr Certificate &host_patronymic(const char *value) noexcept { kz_certificate::host_patronymic = value; return *this; }

    // The content of the QR code; NULL: not known.
    std::optional<std::string_view> qr() const noexcept { return detail::text(kz_certificate::qr); }
    constexpr Certificate &qr(const char *value) noexcept { kz_certificate::qr = value; return *this; }

    // The first day of the term of stay. Must be given.
    constexpr std::optional<Date> stay_from() const noexcept { return detail::day(kz_certificate::stay_from); }
    constexpr Certificate &stay_from(std::optional<Date> value) noexcept { kz_certificate::stay_from = detail::day(value); return *this; }

    // The last day of the term of stay. Must be given.
    constexpr std::optional<Date> stay_until() const noexcept { return detail::day(kz_certificate::stay_until); }
    constexpr Certificate &stay_until(std::optional<Date> value) noexcept { kz_certificate::stay_until = detail::day(value); return *this; }

    friend bool operator==(const Certificate &a, const Certificate &b) noexcept { return a.application_number() == b.application_number() && a.surname() == b.surname() && a.given_name() == b.given_name() && a.patronymic() == b.patronymic() && a.passport() == b.passport() && a.citizenship() == b.citizenship() && a.address() == b.address() && a.host_iin() == b.host_iin() && a.host_surname() == b.host_surname() && a.host_given_name() == b.host_given_name() && a.host_patronymic() == b.host_patronymic() && a.qr() == b.qr() && a.stay_from() == b.stay_from() && a.stay_until() == b.stay_until(); }
    friend bool operator!=(const Certificate &a, const Certificate &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Certificate) == sizeof(kz_certificate));

// The first fault of a certificate.
struct CertificateFault : kz_certificate_fault {
    constexpr CertificateFault() noexcept : kz_certificate_fault{} {}
    constexpr explicit CertificateFault(const kz_certificate_fault &c) noexcept : kz_certificate_fault(c) {}

    // What is wrong with the field; KZ_OK: nothing.
    constexpr Status fault() const noexcept { return static_cast<Status>(kz_certificate_fault::fault); }

    // The first faulty field, in the order of the annex; 0: none.
    constexpr std::optional<CertificateField> field() const noexcept { return detail::given<CertificateField>(kz_certificate_fault::field); }

    friend bool operator==(const CertificateFault &a, const CertificateFault &b) noexcept { return detail::same<kz_certificate_fault>(a, b); }
    friend bool operator!=(const CertificateFault &a, const CertificateFault &b) noexcept { return !(a == b); }
};
static_assert(sizeof(CertificateFault) == sizeof(kz_certificate_fault));

// ==== QR code ================================================================================================

// The bytes of each buffer for a code of up to 97 modules a side: up to 666 bytes of ASCII, or 665 of other
// text.
inline constexpr std::size_t qr_buffer = KZ_QR_BUFFER;

// The bytes of each buffer for any code, up to 177 modules a side: up to 2331 bytes of ASCII, or 2330 of other
// text.
inline constexpr std::size_t qr_buffer_max = KZ_QR_BUFFER_MAX;

// ==== IIN: the individual identification number ==============================================================

// The sex that an IIN hints at.
enum class Sex : kz_sex {
    Male = KZ_SEX_MALE, // Male.
    Female = KZ_SEX_FEMALE, // Female.
};
template <>
struct detail::About<Sex> : detail::Numbered<2, KZ_VOCABULARY_SEX> {};

// The most provisions that a way to an IIN rests on.
inline constexpr std::size_t iin_way_provisions_max = KZ_IIN_WAY_PROVISIONS_MAX;

// What the digits of an IIN suggest. Never decide by it: since 2013 the digits have no such meaning in law.
struct IinHint : kz_iin_hint {
    constexpr IinHint() noexcept : kz_iin_hint{} {}
    constexpr explicit IinHint(const kz_iin_hint &c) noexcept : kz_iin_hint(c) {}

    // The birth date; not given: no hint.
    constexpr std::optional<Date> birth() const noexcept { return detail::day(kz_iin_hint::birth); }

    // The sex; 0: no hint.
    constexpr std::optional<Sex> sex() const noexcept { return detail::given<Sex>(kz_iin_hint::sex); }

    friend bool operator==(const IinHint &a, const IinHint &b) noexcept { return detail::same<kz_iin_hint>(a, b); }
    friend bool operator!=(const IinHint &a, const IinHint &b) noexcept { return !(a == b); }
};
static_assert(sizeof(IinHint) == sizeof(kz_iin_hint));

// A way to obtain an IIN, for a person and a day.
struct IinWayInfo : kz_iin_way_info {
    constexpr IinWayInfo() noexcept : kz_iin_way_info{} {}
    constexpr explicit IinWayInfo(const kz_iin_way_info &c) noexcept : kz_iin_way_info(c) {}

    // The step of a plan that takes this way; 0: there is no such way.
    constexpr std::optional<Step> step() const noexcept { return detail::given<Step>(kz_iin_way_info::step); }

    // Whether it is open to the person; 0: that depends on unknown facts.
    constexpr std::optional<Answer> open() const noexcept { return detail::given<Answer>(kz_iin_way_info::open); }

    // The provisions that the way rests on and that apply on the day.
    constexpr List<Provision, kz_provision> provisions() const & noexcept { return {kz_iin_way_info::provisions, kz_iin_way_info::provision_count}; }
    List<Provision, kz_provision> provisions() const && = delete;

    friend bool operator==(const IinWayInfo &a, const IinWayInfo &b) noexcept { return detail::same<kz_iin_way_info>(a, b); }
    friend bool operator!=(const IinWayInfo &a, const IinWayInfo &b) noexcept { return !(a == b); }
};
static_assert(sizeof(IinWayInfo) == sizeof(kz_iin_way_info));

// What an application for an IIN at a foreign establishment needs. All is 0 but 'running' if that way is
// closed to everybody on the day.
struct PilotPapers : kz_pilot_papers {
    constexpr PilotPapers() noexcept : kz_pilot_papers{} {}
    constexpr explicit PilotPapers(const kz_pilot_papers &c) noexcept : kz_pilot_papers(c) {}

    // Whether the way is open on the day.
    constexpr std::optional<Answer> running() const noexcept { return detail::given<Answer>(kz_pilot_papers::running); }

    // Whether a notarised translation is needed; 0: not known.
    constexpr std::optional<Answer> translation() const noexcept { return detail::given<Answer>(kz_pilot_papers::translation); }

    // Whether that notarisation must be legalised or bear an apostille; 0: not known.
    constexpr std::optional<Answer> legalisation() const noexcept { return detail::given<Answer>(kz_pilot_papers::legalisation); }

    // The provisions that the way rests on. kz_window_get() says when the IIN is ready.
    constexpr List<Provision, kz_provision> provisions() const & noexcept { return {kz_pilot_papers::provisions, kz_pilot_papers::provision_count}; }
    List<Provision, kz_provision> provisions() const && = delete;

    friend bool operator==(const PilotPapers &a, const PilotPapers &b) noexcept { return detail::same<kz_pilot_papers>(a, b); }
    friend bool operator!=(const PilotPapers &a, const PilotPapers &b) noexcept { return !(a == b); }
};
static_assert(sizeof(PilotPapers) == sizeof(kz_pilot_papers));

// ==== Passports: the machine-readable zone ===================================================================

// The kind of a document with a zone.
enum class MrzDocument : kz_mrz_document {
    Passport = KZ_MRZ_DOCUMENT_PASSPORT, // A passport, or another document in place of one: P.
    Card = KZ_MRZ_DOCUMENT_CARD, // Another travel document, such as an identity card or a residence permit: A, C or I.
    CrewCertificate = KZ_MRZ_DOCUMENT_CREW_CERTIFICATE, // A crew member certificate: AC.
    Visa = KZ_MRZ_DOCUMENT_VISA, // A visa of any country: V.
};
template <>
struct detail::About<MrzDocument> : detail::Numbered<4, 0> {};

// The size of a document, and so the layout of its zone.
enum class MrzLayout : kz_mrz_layout {
    Td1 = KZ_MRZ_LAYOUT_TD1, // A card: three lines of 30 characters (part 5).
    Td2 = KZ_MRZ_LAYOUT_TD2, // A larger card: two lines of 36 (part 6).
    Td3 = KZ_MRZ_LAYOUT_TD3, // A passport: two lines of 44 (part 4).
    MrvA = KZ_MRZ_LAYOUT_MRV_A, // A visa on a page of its own: two lines of 44 (part 7).
    MrvB = KZ_MRZ_LAYOUT_MRV_B, // A smaller visa: two lines of 36 (part 7).
};
template <>
struct detail::About<MrzLayout> : detail::Numbered<5, 0> {};

// What a zone says about the holder's nationality.
enum class MrzNationality : kz_mrz_nationality {
    Country = KZ_MRZ_NATIONALITY_COUNTRY, // A citizen of a country, whose code it gives.
    Stateless = KZ_MRZ_NATIONALITY_STATELESS, // A stateless person: XXA.
    Refugee = KZ_MRZ_NATIONALITY_REFUGEE, // A refugee, who may have a nationality or none: XXB or XXC.
    Unspecified = KZ_MRZ_NATIONALITY_UNSPECIFIED, // No country: unspecified (XXX), an organisation (EUE, UNA, UNK, UNO, and other codes that begin with X), or British but not a citizen (GBD, GBN, GBO, GBP, GBS).
};
template <>
struct detail::About<MrzNationality> : detail::Numbered<4, 0> {};

// What was expected at a place in a zone.
enum class MrzExpected : kz_mrz_expected {
    Line = KZ_MRZ_EXPECTED_LINE, // Two lines of 44 or of 36 characters, or three of 30: a line is missing, too many, too short or too long.
    Character = KZ_MRZ_EXPECTED_CHARACTER, // A capital letter from A to Z, a digit or the filler <.
    Document = KZ_MRZ_EXPECTED_DOCUMENT, // A kind of document with lines of this length: P or V for 44 characters; A, C, I or V for 36; A, C or I for 30.
    Letter = KZ_MRZ_EXPECTED_LETTER, // A letter or the filler.
    Digit = KZ_MRZ_EXPECTED_DIGIT, // A digit.
    Country = KZ_MRZ_EXPECTED_COUNTRY, // A country: three letters, or D and two fillers.
    Date = KZ_MRZ_EXPECTED_DATE, // A month or a day of a date that exists.
    CheckDigit = KZ_MRZ_EXPECTED_CHECK_DIGIT, // A check digit that fits: a character that it covers was misread, or the digit itself was.
};
template <>
struct detail::About<MrzExpected> : detail::Numbered<8, 0> {};

// What a zone says. 'birth', 'birth_precision' and 'standing' are as in kz_facts. Names and numbers are left
// out.
struct Mrz : kz_mrz {
    constexpr Mrz() noexcept : kz_mrz{} {}
    constexpr explicit Mrz(const kz_mrz &c) noexcept : kz_mrz(c) {}

    // The birth date. What 'birth_precision' does not cover is zero.
    constexpr std::optional<Birth> birth() const noexcept { return detail::birth(kz_mrz::birth, kz_mrz::birth_precision); }

    // The last day on which the document is valid; not given: the zone does not say.
    constexpr std::optional<Date> expires() const noexcept { return detail::day(kz_mrz::expires); }

    // What follows from the nationality; 0: nothing, for refugees and if no country is named.
    constexpr std::optional<Standing> standing() const noexcept { return detail::given<Standing>(kz_mrz::standing); }

    // What the document is.
    constexpr std::optional<MrzDocument> document() const noexcept { return detail::given<MrzDocument>(kz_mrz::document); }

    // Its size.
    constexpr std::optional<MrzLayout> layout() const noexcept { return detail::given<MrzLayout>(kz_mrz::layout); }

    // The holder's nationality. No check digit covers it: show it to the person.
    constexpr std::optional<MrzNationality> nationality() const noexcept { return detail::given<MrzNationality>(kz_mrz::nationality); }

    // The three letters of the country of citizenship, for kz_country_get(), with a closing NUL; "" if the
    // zone names none. They are not compared with a list of countries.
    std::string_view country() const & noexcept { return detail::padded(kz_mrz::country); }
    std::string_view country() const && = delete;

    friend bool operator==(const Mrz &a, const Mrz &b) noexcept { return detail::same<kz_mrz>(a, b); }
    friend bool operator!=(const Mrz &a, const Mrz &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Mrz) == sizeof(kz_mrz));

// Where a zone cannot be read, and what is expected there. It holds nothing of the zone itself. All zero: the
// zone can be read.
struct MrzFault : kz_mrz_fault {
    constexpr MrzFault() noexcept : kz_mrz_fault{} {}
    constexpr explicit MrzFault(const kz_mrz_fault &c) noexcept : kz_mrz_fault(c) {}

    // The line, from 1.
    constexpr std::uint8_t line() const noexcept { return kz_mrz_fault::line; }

    // The column, from 1.
    constexpr std::uint8_t column() const noexcept { return kz_mrz_fault::column; }

    // What is expected there.
    constexpr std::optional<MrzExpected> expected() const noexcept { return detail::given<MrzExpected>(kz_mrz_fault::expected); }

    friend bool operator==(const MrzFault &a, const MrzFault &b) noexcept { return detail::same<kz_mrz_fault>(a, b); }
    friend bool operator!=(const MrzFault &a, const MrzFault &b) noexcept { return !(a == b); }
};
static_assert(sizeof(MrzFault) == sizeof(kz_mrz_fault));

// ==== Calendar and clock =====================================================================================

// Which day is the first that counts.
enum class FirstDay : kz_first_day {
    Next = KZ_FIRST_DAY_NEXT, // The day after.
    Event = KZ_FIRST_DAY_EVENT, // The day itself; for working days, only if it is one.
};
template <>
struct detail::About<FirstDay> : detail::Numbered<2, KZ_VOCABULARY_FIRST_DAY> {};

// A time zone of Kazakhstan.
enum class Zone : kz_zone {
    East = KZ_ZONE_EAST, // Almaty, Astana, Kostanay and the rest.
    West = KZ_ZONE_WEST, // Aktobe, Aktau, Atyrau, Oral, Kyzylorda.
};
template <>
struct detail::About<Zone> : detail::Numbered<2, KZ_VOCABULARY_ZONE> {};

// The working days of one year, in a calendar of the program.
struct Year : kz_year {
    constexpr Year() noexcept : kz_year{} {}
    constexpr explicit Year(const kz_year &c) noexcept : kz_year(c) {}

    // The year, from 1 to 9999. Must be given.
    constexpr std::uint16_t year() const noexcept { return kz_year::year; }
    constexpr Year &year(std::uint16_t value) noexcept { kz_year::year = value; return *this; }

    // Published or projected. Must be given.
    constexpr std::optional<Certainty> certainty() const noexcept { return detail::given<Certainty>(kz_year::certainty); }
    constexpr Year &certainty(std::optional<Certainty> value) noexcept { kz_year::certainty = detail::code(value); return *this; }

    friend bool operator==(const Year &a, const Year &b) noexcept { return detail::same<kz_year>(a, b); }
    friend bool operator!=(const Year &a, const Year &b) noexcept { return !(a == b); }

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
};
static_assert(sizeof(Year) == sizeof(kz_year));

// A day in the calendar.
struct CalendarDay : kz_calendar_day {
    constexpr CalendarDay() noexcept : kz_calendar_day{} {}
    constexpr explicit CalendarDay(const kz_calendar_day &c) noexcept : kz_calendar_day(c) {}

    // Whether it is a working day.
    constexpr std::optional<Answer> working() const noexcept { return detail::given<Answer>(kz_calendar_day::working); }

    // Why it is off; 0 if it is a working day.
    constexpr std::optional<Reason> reason() const noexcept { return detail::given<Reason>(kz_calendar_day::reason); }

    // Published or projected.
    constexpr std::optional<Certainty> certainty() const noexcept { return detail::given<Certainty>(kz_calendar_day::certainty); }

    friend bool operator==(const CalendarDay &a, const CalendarDay &b) noexcept { return detail::same<kz_calendar_day>(a, b); }
    friend bool operator!=(const CalendarDay &a, const CalendarDay &b) noexcept { return !(a == b); }
};
static_assert(sizeof(CalendarDay) == sizeof(kz_calendar_day));

// ==== The law ================================================================================================

// The kind of a document of the law.
enum class DocumentKind : kz_document_kind {
    Law = KZ_DOCUMENT_KIND_LAW, // An act, or a summary of it.
    Report = KZ_DOCUMENT_KIND_REPORT, // A report: none of its provisions is the basis of an obligation of edition 1.
};
template <>
struct detail::About<DocumentKind> : detail::Numbered<2, KZ_VOCABULARY_DOCUMENT_KIND> {};

// The most provisions that start, or that end, on one day.
inline constexpr std::size_t milestone_max = KZ_MILESTONE_MAX;

// The most bytes of a law's name.
inline constexpr std::size_t law_name_bytes = KZ_LAW_NAME_BYTES;

// Which law it is.
struct LawIdentity : kz_law_identity {
    constexpr LawIdentity() noexcept : kz_law_identity{} {}
    constexpr explicit LawIdentity(const kz_law_identity &c) noexcept : kz_law_identity(c) {}

    // A hash of everything in the law that decides.
    constexpr std::uint64_t digest() const noexcept { return kz_law_identity::digest; }

    // The law's number among those of its name: a later law has a higher one.
    constexpr std::uint32_t sequence() const noexcept { return kz_law_identity::sequence; }

    // The day up to which the law is known: a fact about its sources, not a warranty.
    constexpr std::optional<Date> known_until() const noexcept { return detail::day(kz_law_identity::known_until); }

    // The law's name: 'name_length' bytes of UTF-8, without a closing NUL.
    std::string_view name() const noexcept { return detail::text(kz_law_identity::name, kz_law_identity::name_length); }

    friend bool operator==(const LawIdentity &a, const LawIdentity &b) noexcept { return a.digest() == b.digest() && a.sequence() == b.sequence() && a.known_until() == b.known_until() && a.name() == b.name(); }
    friend bool operator!=(const LawIdentity &a, const LawIdentity &b) noexcept { return !(a == b); }
};
static_assert(sizeof(LawIdentity) == sizeof(kz_law_identity));

// A provision, with its citation and the days on which it applies.
struct ProvisionInfo : kz_provision_info {
    constexpr ProvisionInfo() noexcept : kz_provision_info{} {}
    constexpr explicit ProvisionInfo(const kz_provision_info &c) noexcept : kz_provision_info(c) {}

    // The stable identifier.
    std::optional<std::string_view> id() const noexcept { return detail::text(kz_provision_info::id); }

    // The first part of the citation: the title of the document.
    std::optional<std::string_view> title() const noexcept { return detail::text(kz_provision_info::title); }

    // The second part of the citation: the place in the document.
    std::optional<std::string_view> place() const noexcept { return detail::text(kz_provision_info::place); }

    // The first day it applies; not given: the sources state none.
    constexpr std::optional<Date> from() const noexcept { return detail::day(kz_provision_info::from); }

    // The first day it no longer applies; not given: it does not end.
    constexpr std::optional<Date> until() const noexcept { return detail::day(kz_provision_info::until); }

    // The day as of which the document is known; not given: it bears no date.
    constexpr std::optional<Date> known_as_of() const noexcept { return detail::day(kz_provision_info::known_as_of); }

    // The number of the provision.
    constexpr std::optional<Provision> provision() const noexcept { return detail::given<Provision>(kz_provision_info::provision); }

    // The document that it is in.
    constexpr std::optional<Document> document() const noexcept { return detail::given<Document>(kz_provision_info::document); }

    // Whether that document is an act or a report.
    constexpr std::optional<DocumentKind> kind() const noexcept { return detail::given<DocumentKind>(kz_provision_info::kind); }

    friend bool operator==(const ProvisionInfo &a, const ProvisionInfo &b) noexcept { return a.id() == b.id() && a.title() == b.title() && a.place() == b.place() && a.from() == b.from() && a.until() == b.until() && a.known_as_of() == b.known_as_of() && a.provision() == b.provision() && a.document() == b.document() && a.kind() == b.kind(); }
    friend bool operator!=(const ProvisionInfo &a, const ProvisionInfo &b) noexcept { return !(a == b); }
};
static_assert(sizeof(ProvisionInfo) == sizeof(kz_provision_info));

// A day on which provisions start or end.
struct Milestone : kz_milestone {
    constexpr Milestone() noexcept : kz_milestone{} {}
    constexpr explicit Milestone(const kz_milestone &c) noexcept : kz_milestone(c) {}

    // The day; not given: the law, as far as it is known, does not change again.
    constexpr std::optional<Date> day() const noexcept { return detail::day(kz_milestone::day); }

    // The provisions that apply from this day.
    constexpr List<Provision, kz_provision> started() const & noexcept { return {kz_milestone::started, kz_milestone::started_count}; }
    List<Provision, kz_provision> started() const && = delete;

    // The provisions that no longer apply from this day.
    constexpr List<Provision, kz_provision> ended() const & noexcept { return {kz_milestone::ended, kz_milestone::ended_count}; }
    List<Provision, kz_provision> ended() const && = delete;

    friend bool operator==(const Milestone &a, const Milestone &b) noexcept { return detail::same<kz_milestone>(a, b); }
    friend bool operator!=(const Milestone &a, const Milestone &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Milestone) == sizeof(kz_milestone));

// ==== Packs: a law that a device loads =======================================================================

// The bytes of a signature (Ed25519, RFC 8032).
inline constexpr std::size_t signature_bytes = KZ_SIGNATURE_BYTES;

// The bytes of a record, which keeps the highest sequence seen.
inline constexpr std::size_t record_bytes = KZ_RECORD_BYTES;

// The bytes of a public key (Ed25519, RFC 8032).
inline constexpr std::size_t key_bytes = KZ_KEY_BYTES;

// Which laws are accepted. Zeroed: all with the name of the built-in law.
struct AtLeast : kz_at_least {
    constexpr AtLeast() noexcept : kz_at_least{} {}
    constexpr explicit AtLeast(const kz_at_least &c) noexcept : kz_at_least(c) {}

    // The lowest sequence: the highest that the device has seen, from kz_law_choose(). If it is lower than
    // that of the built-in law, an older law may come back.
    constexpr std::uint32_t sequence() const noexcept { return kz_at_least::sequence; }
    constexpr AtLeast &sequence(std::uint32_t value) noexcept { kz_at_least::sequence = value; return *this; }

    friend bool operator==(const AtLeast &a, const AtLeast &b) noexcept { return detail::same<kz_at_least>(a, b); }
    friend bool operator!=(const AtLeast &a, const AtLeast &b) noexcept { return !(a == b); }

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
};
static_assert(sizeof(AtLeast) == sizeof(kz_at_least));

// Where a pack is inconsistent.
struct PackFault : kz_pack_fault {
    constexpr PackFault() noexcept : kz_pack_fault{} {}
    constexpr explicit PackFault(const kz_pack_fault &c) noexcept : kz_pack_fault(c) {}

    // The name of the section, such as "edition_1"; NULL: the pack is consistent.
    std::optional<std::string_view> section() const noexcept { return detail::text(kz_pack_fault::section); }

    // The row or text, from 1; 0: the section as a whole.
    constexpr std::optional<std::uint16_t> row() const noexcept { return detail::not_zero(kz_pack_fault::row); }

    friend bool operator==(const PackFault &a, const PackFault &b) noexcept { return a.section() == b.section() && a.row() == b.row(); }
    friend bool operator!=(const PackFault &a, const PackFault &b) noexcept { return !(a == b); }
};
static_assert(sizeof(PackFault) == sizeof(kz_pack_fault));

// Two slots for packs and two records of the highest sequence seen, as read from flash. They are numbered 1
// and 2; number 1 is first in each array.
struct Slots : kz_slots {
    constexpr Slots() noexcept : kz_slots{} {}
    constexpr explicit Slots(const kz_slots &c) noexcept : kz_slots(c) {}

    // The lowest sequence to accept, whatever the records say: that of the built-in law if the packs are
    // later versions of it.
    constexpr std::uint32_t at_least() const noexcept { return kz_slots::at_least; }
    constexpr Slots &at_least(std::uint32_t value) noexcept { kz_slots::at_least = value; return *this; }

    friend bool operator==(const Slots &a, const Slots &b) noexcept { return detail::same<kz_slots>(a, b); }
    friend bool operator!=(const Slots &a, const Slots &b) noexcept { return !(a == b); }

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
};
static_assert(sizeof(Slots) == sizeof(kz_slots));

// Which law to use, and what to write.
struct SlotChoice : kz_slot_choice {
    constexpr SlotChoice() noexcept : kz_slot_choice{} {}
    constexpr explicit SlotChoice(const kz_slot_choice &c) noexcept : kz_slot_choice(c) {}

    // The lowest sequence to accept: for kz_at_least.
    constexpr std::uint32_t at_least() const noexcept { return kz_slot_choice::at_least; }

    // The slot whose law to use; 0: the built-in law.
    constexpr std::optional<std::uint8_t> open() const noexcept { return detail::not_zero(kz_slot_choice::open); }

    // The slot to write the next pack to.
    constexpr std::uint8_t write() const noexcept { return kz_slot_choice::write; }

    // The record to write now, because the law to use has a higher sequence than the records; 0: none.
    constexpr std::optional<std::uint8_t> record() const noexcept { return detail::not_zero(kz_slot_choice::record); }

    // What to write to it.
    constexpr Span<const std::uint8_t> record_bytes() const & noexcept { return Span<const std::uint8_t>(kz_slot_choice::record_bytes); }
    Span<const std::uint8_t> record_bytes() const && = delete;

    friend bool operator==(const SlotChoice &a, const SlotChoice &b) noexcept { return detail::same<kz_slot_choice>(a, b); }
    friend bool operator!=(const SlotChoice &a, const SlotChoice &b) noexcept { return !(a == b); }
};
static_assert(sizeof(SlotChoice) == sizeof(kz_slot_choice));

// ==== Records: tickets for the scanner, receipts for the audit log ===========================================

// The bytes of a ticket.
inline constexpr std::size_t ticket_bytes = KZ_TICKET_BYTES;

// The bytes of the identifier in a ticket.
inline constexpr std::size_t identifier_bytes = KZ_IDENTIFIER_BYTES;

// The bytes of a receipt.
inline constexpr std::size_t receipt_bytes = KZ_RECEIPT_BYTES;

// A capture ticket for the scanner. Numbers are little-endian:
//
// 0-2    "KZT"
// 3      the version of the layout, 2
// 4-19   the identifier
// 20-21  the basis, a kz_provision
// 22     the obligation: mandatory or voluntary
// 23-24  the year of the decision
// 25, 26 its month and day
// 27-30  CRC-32 (ISO-HDLC) of the bytes before
struct TicketRecord : kz_ticket_record {
    constexpr TicketRecord() noexcept : kz_ticket_record{} {}
    constexpr explicit TicketRecord(const kz_ticket_record &c) noexcept : kz_ticket_record(c) {}

    // The bytes.
    constexpr Span<const std::uint8_t> bytes() const & noexcept { return Span<const std::uint8_t>(kz_ticket_record::bytes); }
    Span<const std::uint8_t> bytes() const && = delete;

    friend bool operator==(const TicketRecord &a, const TicketRecord &b) noexcept { return detail::same<kz_ticket_record>(a, b); }
    friend bool operator!=(const TicketRecord &a, const TicketRecord &b) noexcept { return !(a == b); }
};
static_assert(sizeof(TicketRecord) == sizeof(kz_ticket_record));

// The contents of a ticket.
struct Ticket : kz_ticket {
    constexpr Ticket() noexcept : kz_ticket{} {}
    constexpr explicit Ticket(const kz_ticket &c) noexcept : kz_ticket(c) {}

    // The identifier that the caller gave.
    constexpr Span<const std::uint8_t> identifier() const & noexcept { return Span<const std::uint8_t>(kz_ticket::identifier); }
    Span<const std::uint8_t> identifier() const && = delete;

    // The day of the decision.
    constexpr std::optional<Date> on() const noexcept { return detail::day(kz_ticket::on); }

    // The provision by which the prints are taken.
    constexpr std::optional<Provision> basis() const noexcept { return detail::given<Provision>(kz_ticket::basis); }

    // Mandatory or voluntary.
    constexpr std::optional<Obligation> obligation() const noexcept { return detail::given<Obligation>(kz_ticket::obligation); }

    friend bool operator==(const Ticket &a, const Ticket &b) noexcept { return detail::same<kz_ticket>(a, b); }
    friend bool operator!=(const Ticket &a, const Ticket &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Ticket) == sizeof(kz_ticket));

// A receipt for the audit log. Numbers are little-endian; a day is a year (2 bytes), a month and a day; a set
// is the two low bytes of a kz_set:
//
// 0-2     "KZR"
// 3       the version of the layout, 2
// 4-9     the version of the library: three numbers of 2 bytes
// 10-41   the name of the law in UTF-8, then zeros
// 42-45   its sequence
// 46-53   its digest
// 54-57   the day up to which it was known
// 58-61   the day of the decision
// 62, 63  the edition, the age reading
// 64-87   the facts, each as the set of values that were possible
// 88-89   the possible obligations
// 90-153  the basis: up to 32 kz_provision, then zeros
// 154-157 CRC-32 (ISO-HDLC) of the bytes before
//
// The facts are, in this order: occasion, standing, age band, fingerprinted, action, visa_channel,
// permanent_resident, held_at_commencement, question_1 to question_4.
struct ReceiptRecord : kz_receipt_record {
    constexpr ReceiptRecord() noexcept : kz_receipt_record{} {}
    constexpr explicit ReceiptRecord(const kz_receipt_record &c) noexcept : kz_receipt_record(c) {}

    // The bytes.
    constexpr Span<const std::uint8_t> bytes() const & noexcept { return Span<const std::uint8_t>(kz_receipt_record::bytes); }
    Span<const std::uint8_t> bytes() const && = delete;

    friend bool operator==(const ReceiptRecord &a, const ReceiptRecord &b) noexcept { return detail::same<kz_receipt_record>(a, b); }
    friend bool operator!=(const ReceiptRecord &a, const ReceiptRecord &b) noexcept { return !(a == b); }
};
static_assert(sizeof(ReceiptRecord) == sizeof(kz_receipt_record));

// What a receipt says, and whether its decision still comes out.
struct Verification : kz_verification {
    constexpr Verification() noexcept : kz_verification{} {}
    constexpr explicit Verification(const kz_verification &c) noexcept : kz_verification(c) {}

    // The digest of the law that decided.
    constexpr std::uint64_t law_digest() const noexcept { return kz_verification::law_digest; }

    // The name of that law in UTF-8, then zeros.
    std::string_view law_name() const & noexcept { return detail::padded(kz_verification::law_name); }
    std::string_view law_name() const && = delete;

    // The sequence of that law.
    constexpr std::uint32_t law_sequence() const noexcept { return kz_verification::law_sequence; }

    // The day up to which that law was known.
    constexpr std::optional<Date> law_known_until() const noexcept { return detail::day(kz_verification::law_known_until); }

    // The day of the decision.
    constexpr std::optional<Date> on() const noexcept { return detail::day(kz_verification::on); }

    // The obligations that were possible, as a set of kz_obligation.
    constexpr Set<Obligation> obligations_then() const noexcept { return Set<Obligation>(kz_verification::obligations_then); }

    // Those that the same facts leave possible now: a set of kz_obligation.
    constexpr Set<Obligation> obligations_now() const noexcept { return Set<Obligation>(kz_verification::obligations_now); }

    // The version of the library that decided: major, minor, patch.
    constexpr Span<const std::uint16_t> library() const & noexcept { return Span<const std::uint16_t>(kz_verification::library); }
    Span<const std::uint16_t> library() const && = delete;

    // Whether the facts still lead to the same obligations on the same basis.
    constexpr std::optional<Answer> same() const noexcept { return detail::given<Answer>(kz_verification::same); }

    // Whether this library has another version.
    constexpr std::optional<Answer> library_changed() const noexcept { return detail::given<Answer>(kz_verification::library_changed); }

    // Whether this law is another one.
    constexpr std::optional<Answer> law_changed() const noexcept { return detail::given<Answer>(kz_verification::law_changed); }

    friend bool operator==(const Verification &a, const Verification &b) noexcept { return detail::same<kz_verification>(a, b); }
    friend bool operator!=(const Verification &a, const Verification &b) noexcept { return !(a == b); }
};
static_assert(sizeof(Verification) == sizeof(kz_verification));

// ==== Names and texts ========================================================================================

// A language of the texts.
enum class Language : kz_language {
    Kk = KZ_LANGUAGE_KK, // Kazakh.
    Ru = KZ_LANGUAGE_RU, // Russian.
    En = KZ_LANGUAGE_EN, // English.
};
template <>
struct detail::About<Language> : detail::Numbered<3, KZ_VOCABULARY_LANGUAGE> {};

// The two forms of a text.
enum class TextForm : kz_text_form {
    Label = KZ_TEXT_FORM_LABEL, // A few words, at most 40 characters, without a full stop.
    Sentence = KZ_TEXT_FORM_SENTENCE, // At most 160 characters, with its full stop or question mark; for a fact it is the question that asks for it. Not every value has one.
};
template <>
struct detail::About<TextForm> : detail::Numbered<2, 0> {};

// ==== Editions, documents and provisions =====================================================================

// The numbers of the built-in law. Another law may have others: Law::provision_at() finds them.

namespace edition {
// Edition 1.
inline constexpr Edition enacted{KZ_EDITION_ENACTED};
// Edition 2.
inline constexpr Edition announced{KZ_EDITION_ANNOUNCED};
} // namespace edition

namespace document {
// Law No. 50-VIII of 23 December 2023 (law firm's summary).
inline constexpr Document l50{KZ_DOCUMENT_L50};
// Joint order of 19 March 2024 on the IIN pilot (law firm's summary).
inline constexpr Document pilot{KZ_DOCUMENT_PILOT};
// Order of the Minister of Internal Affairs No. 923 of 17 November 2025.
inline constexpr Document r923{KZ_DOCUMENT_R923};
// Ministry of Internal Affairs, briefing before 2024 (press report).
inline constexpr Document mia{KZ_DOCUMENT_MIA};
// Reported elsewhere; the text of the act was not at hand.
inline constexpr Document note{KZ_DOCUMENT_NOTE};
} // namespace document

namespace provision {
// The fingerprint rules start.
inline constexpr Provision l50_commencement{KZ_PROVISION_L50_COMMENCEMENT};
// Citizens: voluntary.
inline constexpr Provision l50_citizen_voluntary{KZ_PROVISION_L50_CITIZEN_VOLUNTARY};
// Foreigners and stateless persons: mandatory only from the age of 16.
inline constexpr Provision l50_age_16{KZ_PROVISION_L50_AGE_16};
// The list of mandatory cases is closed.
inline constexpr Provision l50_cases{KZ_PROVISION_L50_CASES};
// Seafarer's identity card of Kazakhstan.
inline constexpr Provision l50_case_1{KZ_PROVISION_L50_CASE_1};
// Permit for temporary or permanent residence.
inline constexpr Provision l50_case_2{KZ_PROVISION_L50_CASE_2};
// Foreigner's residence card; identity certificate (reading: of a stateless person).
inline constexpr Provision l50_case_3{KZ_PROVISION_L50_CASE_3};
// Status of asylum seeker; refugee certificate; travel document (reading: a refugee's).
inline constexpr Provision l50_case_4{KZ_PROVISION_L50_CASE_4};
// Expulsion; readmission under ratified treaties.
inline constexpr Provision l50_case_5{KZ_PROVISION_L50_CASE_5};
// Visas of Kazakhstan.
inline constexpr Provision l50_case_6{KZ_PROVISION_L50_CASE_6};
// The prints are taken once, into Kazakhstan's database.
inline constexpr Provision l50_once{KZ_PROVISION_L50_ONCE};
// Suspended for visas issued in international airports, or electronically without a visit to a foreign establishment.
inline constexpr Provision l50_visa_suspension{KZ_PROVISION_L50_VISA_SUSPENSION};
// Who holds a valid residence card, temporary residence permit or visa on 2024-01-01 need not come now, but must on extension, restoration or replacement.
inline constexpr Provision l50_held_document{KZ_PROVISION_L50_HELD_DOCUMENT};
// Where: the migration service department at the place of stay in Kazakhstan.
inline constexpr Provision l50_place{KZ_PROVISION_L50_PLACE};
// What to bring: the IIN; a notarised translation of a passport in a foreign language (reading: and the passport itself).
inline constexpr Provision l50_papers{KZ_PROVISION_L50_PAPERS};
// Fingers and palms are taken.
inline constexpr Provision l50_biometrics{KZ_PROVISION_L50_BIOMETRICS};
// A certificate of set form is issued afterwards.
inline constexpr Provision l50_certificate{KZ_PROVISION_L50_CERTIFICATE};
// In Kazakhstan staff of the Ministry of Internal Affairs, the Ministry of Foreign Affairs and the National Security Committee supply the data.
inline constexpr Provision l50_collectors_home{KZ_PROVISION_L50_COLLECTORS_HOME};
// Abroad foreign establishments collect the data of citizens of Kazakhstan.
inline constexpr Provision l50_collectors_abroad{KZ_PROVISION_L50_COLLECTORS_ABROAD};
// Refusing a mandatory registration: administrative liability in the form of expulsion.
inline constexpr Provision l50_refusal{KZ_PROVISION_L50_REFUSAL};
// An IIN may be obtained through another person under a power of attorney.
inline constexpr Provision l50_iin_proxy{KZ_PROVISION_L50_IIN_PROXY};
// An IIN needs a personal visit to the registering authority in Kazakhstan.
inline constexpr Provision l50_iin_in_person{KZ_PROVISION_L50_IIN_IN_PERSON};
// The loop that the document itself notes: visa, prints, IIN, presence, visa.
inline constexpr Provision l50_iin_deadlock{KZ_PROVISION_L50_IIN_DEADLOCK};
// An IIN through embassies and consulates general, for citizens of foreign states.
inline constexpr Provision pilot_period{KZ_PROVISION_PILOT_PERIOD};
// 96 countries, of which six are named.
inline constexpr Provision pilot_countries{KZ_PROVISION_PILOT_COUNTRIES};
// The applicant comes in person.
inline constexpr Provision pilot_in_person{KZ_PROVISION_PILOT_IN_PERSON};
// Application, copy of the identity document, the original for comparison.
inline constexpr Provision pilot_papers{KZ_PROVISION_PILOT_PAPERS};
// A notarised translation if the document shows the data in neither Latin nor Cyrillic.
inline constexpr Provision pilot_translation{KZ_PROVISION_PILOT_TRANSLATION};
// That notarisation is legalised or apostilled, except for states of the Minsk and Chisinau Conventions.
inline constexpr Provision pilot_legalisation{KZ_PROVISION_PILOT_LEGALISATION};
// A registration certificate is issued.
inline constexpr Provision pilot_certificate{KZ_PROVISION_PILOT_CERTIFICATE};
// One working day; the day of filing does not count.
inline constexpr Provision pilot_term{KZ_PROVISION_PILOT_TERM};
// Documents or data found untrue.
inline constexpr Provision pilot_refusal_1{KZ_PROVISION_PILOT_REFUSAL_1};
// The data do not meet the legal requirements.
inline constexpr Provision pilot_refusal_2{KZ_PROVISION_PILOT_REFUSAL_2};
// The person already has an IIN.
inline constexpr Provision pilot_refusal_3{KZ_PROVISION_PILOT_REFUSAL_3};
// The registration rules start.
inline constexpr Provision r923_commencement{KZ_PROVISION_R923_COMMENCEMENT};
// Immigrant: a foreigner or stateless person who arrived to live in Kazakhstan, temporarily or permanently; place of temporary stay.
inline constexpr Provision r923_definitions{KZ_PROVISION_R923_DEFINITIONS};
// Arrivals from states with a stay regime of up to ninety days register no later than the thirtieth calendar day from crossing the border.
inline constexpr Provision r923_30_days{KZ_PROVISION_R923_30_DAYS};
// Unless a ratified treaty says otherwise.
inline constexpr Provision r923_treaty{KZ_PROVISION_R923_TREATY};
// The data to enter.
inline constexpr Provision r923_data{KZ_PROVISION_R923_DATA};
// The host is notified in the mobile application, and confirms or refuses.
inline constexpr Provision r923_host{KZ_PROVISION_R923_HOST};
// After confirmation the state's system forms a certificate and its number.
inline constexpr Provision r923_certificate{KZ_PROVISION_R923_CERTIFICATE};
// The data are untrue.
inline constexpr Provision r923_refusal_1{KZ_PROVISION_R923_REFUSAL_1};
// The person has overstayed.
inline constexpr Provision r923_refusal_2{KZ_PROVISION_R923_REFUSAL_2};
// The host refuses.
inline constexpr Provision r923_refusal_3{KZ_PROVISION_R923_REFUSAL_3};
// On a change of address the immigrant registers anew within five working days.
inline constexpr Provision r923_move{KZ_PROVISION_R923_MOVE};
// Registering at a new place ends the old registration.
inline constexpr Provision r923_deregistration{KZ_PROVISION_R923_DEREGISTRATION};
// Houses, flats, dormitories, hotels, holiday homes, sanatoria, other premises used for living.
inline constexpr Provision r923_places{KZ_PROVISION_R923_PLACES};
// The announced start.
inline constexpr Provision mia_commencement{KZ_PROVISION_MIA_COMMENCEMENT};
// Announced for all citizens and for foreigners permanently residing in Kazakhstan (reading: and for stateless persons).
inline constexpr Provision mia_scope{KZ_PROVISION_MIA_SCOPE};
// Children under 12: none.
inline constexpr Provision mia_under_12{KZ_PROVISION_MIA_UNDER_12};
// From 12 until 16: voluntary.
inline constexpr Provision mia_12_16{KZ_PROVISION_MIA_12_16};
// Taken when issuing an identity card, a passport, a foreigner's residence card, a stateless person's certificate.
inline constexpr Provision mia_documents{KZ_PROVISION_MIA_DOCUMENTS};
// The first time such a document is received or changed, whatever the reason.
inline constexpr Provision mia_first_time{KZ_PROVISION_MIA_FIRST_TIME};
// At the public service centre.
inline constexpr Provision mia_place{KZ_PROVISION_MIA_PLACE};
// The patterns of the fingers are taken; palms are not mentioned.
inline constexpr Provision mia_biometrics{KZ_PROVISION_MIA_BIOMETRICS};
// The database holds a unique identifier only: no name, no IIN.
inline constexpr Provision mia_depersonalised{KZ_PROVISION_MIA_DEPERSONALISED};
// A citizen who lost the passport abroad may report having been fingerprinted, for a simplified recovery.
inline constexpr Provision mia_lost_abroad{KZ_PROVISION_MIA_LOST_ABROAD};
// Refusing a mandatory registration: administrative liability (kind not stated).
inline constexpr Provision mia_liability{KZ_PROVISION_MIA_LIABILITY};
// Fingerprinting by foreign establishments leaves out visas issued electronically without a visit.
inline constexpr Provision note_evisa{KZ_PROVISION_NOTE_EVISA};
// A second pilot; in the embassy in Russia from 18 April 2025.
inline constexpr Provision note_pilot_2{KZ_PROVISION_NOTE_PILOT_2};
// The host notifies of an arrival, and of a change of address, within three working days.
inline constexpr Provision note_arrival_notice{KZ_PROVISION_NOTE_ARRIVAL_NOTICE};
// Foreign establishments themselves take the prints of foreigners from 16 who apply there for a visa.
inline constexpr Provision note_mission_prints{KZ_PROVISION_NOTE_MISSION_PRINTS};
// Leaves out diplomats, guests of state bodies, those exempt by reciprocity, and those who physically cannot give prints.
inline constexpr Provision note_mission_exempt{KZ_PROVISION_NOTE_MISSION_EXEMPT};
// The record of the prints holds the IIN only if there is one.
inline constexpr Provision note_iin_if_any{KZ_PROVISION_NOTE_IIN_IF_ANY};
// A permit for temporary or permanent residence is applied for with the certificate of fingerprinting.
inline constexpr Provision note_prints_certificate{KZ_PROVISION_NOTE_PRINTS_CERTIFICATE};
// A pilot adds conditions to permanent residence: language test, points, interview.
inline constexpr Provision note_residence_pilot{KZ_PROVISION_NOTE_RESIDENCE_PILOT};
// Visa-free stays: at most 30 days an entry, 90 days in any 180.
inline constexpr Provision note_stay_90{KZ_PROVISION_NOTE_STAY_90};
// Citizens of the Eurasian Economic Union: 90 days in any 180.
inline constexpr Provision note_stay_eaeu{KZ_PROVISION_NOTE_STAY_EAEU};
// Citizens of Turkey: 90 days.
inline constexpr Provision note_stay_turkey{KZ_PROVISION_NOTE_STAY_TURKEY};
// No registration in the first thirty days, counted from the day of entry.
inline constexpr Provision note_treaty_russia{KZ_PROVISION_NOTE_TREATY_RUSSIA};
// No registration in the first thirty days.
inline constexpr Provision note_treaty_kyrgyzstan{KZ_PROVISION_NOTE_TREATY_KYRGYZSTAN};
} // namespace provision

// ==== Vocabularies ===========================================================================================

// A closed set whose names and texts can be looked up.
enum class Vocabulary : kz_vocabulary {
    Fact = KZ_VOCABULARY_FACT, // kz_fact.
    Standing = KZ_VOCABULARY_STANDING, // kz_standing.
    Occasion = KZ_VOCABULARY_OCCASION, // kz_occasion.
    Action = KZ_VOCABULARY_ACTION, // kz_action.
    VisaChannel = KZ_VOCABULARY_VISA_CHANNEL, // kz_visa_channel.
    Answer = KZ_VOCABULARY_ANSWER, // kz_answer.
    Location = KZ_VOCABULARY_LOCATION, // kz_location.
    Edition = KZ_VOCABULARY_EDITION, // kz_edition.
    AgeReading = KZ_VOCABULARY_AGE_READING, // kz_age_reading.
    Obligation = KZ_VOCABULARY_OBLIGATION, // kz_obligation.
    Week = KZ_VOCABULARY_WEEK, // kz_week.
    Certainty = KZ_VOCABULARY_CERTAINTY, // kz_certainty.
    Reason = KZ_VOCABULARY_REASON, // kz_reason.
    Treaty = KZ_VOCABULARY_TREATY, // kz_treaty.
    StayRegime = KZ_VOCABULARY_STAY_REGIME, // kz_stay_regime.
    TermOutcome = KZ_VOCABULARY_TERM_OUTCOME, // kz_term_outcome.
    Coverage = KZ_VOCABULARY_COVERAGE, // kz_coverage.
    DayState = KZ_VOCABULARY_DAY_STATE, // kz_day_state.
    Zone = KZ_VOCABULARY_ZONE, // kz_zone.
    Sex = KZ_VOCABULARY_SEX, // kz_sex.
    Document = KZ_VOCABULARY_DOCUMENT, // kz_document.
    Status = KZ_VOCABULARY_STATUS, // kz_status, negated; the numbers have gaps.
    Verdict = KZ_VOCABULARY_VERDICT, // kz_verdict.
    Step = KZ_VOCABULARY_STEP, // kz_step.
    Goal = KZ_VOCABULARY_GOAL, // kz_goal.
    Event = KZ_VOCABULARY_EVENT, // kz_event.
    CaseState = KZ_VOCABULARY_CASE_STATE, // kz_case_state.
    Term = KZ_VOCABULARY_TERM, // kz_term.
    DataItem = KZ_VOCABULARY_DATA_ITEM, // kz_data_item.
    PlaceOfStay = KZ_VOCABULARY_PLACE_OF_STAY, // kz_place_of_stay.
    CertificateField = KZ_VOCABULARY_CERTIFICATE_FIELD, // kz_certificate_field.
    LawKnown = KZ_VOCABULARY_LAW_KNOWN, // kz_law_known.
    MissionKind = KZ_VOCABULARY_MISSION_KIND, // kz_mission_kind.
    Procedure = KZ_VOCABULARY_PROCEDURE, // kz_procedure.
    Finding = KZ_VOCABULARY_FINDING, // kz_finding.
    Cure = KZ_VOCABULARY_CURE, // kz_cure.
    Provision = KZ_VOCABULARY_PROVISION, // kz_provision.
    BirthPrecision = KZ_VOCABULARY_BIRTH_PRECISION, // kz_birth_precision.
    Outcome = KZ_VOCABULARY_OUTCOME, // kz_outcome.
    FirstDay = KZ_VOCABULARY_FIRST_DAY, // kz_first_day.
    AgeBand = KZ_VOCABULARY_AGE_BAND, // kz_age_band.
    Language = KZ_VOCABULARY_LANGUAGE, // kz_language.
    StayState = KZ_VOCABULARY_STAY_STATE, // kz_stay_state.
    DocumentKind = KZ_VOCABULARY_DOCUMENT_KIND, // kz_document_kind.
};
template <>
struct detail::About<Vocabulary> : detail::Numbered<44, 0> {};

// ==== Functions that need no law =============================================================================

// The version of the interface of the linked library. Compare it with abi_version once, at start.
inline std::uint32_t library_abi_version() noexcept
{
    return kz_abi_version();
}

// The version of the library, as "major.minor.patch".
inline std::string_view version() noexcept
{
    return kz_version_string();
}

// The name of a status, such as "bad_on". Never empty.
inline std::string_view name(Status status) noexcept
{
    return kz_status_name(static_cast<kz_status>(status));
}

// The vocabulary of a fact's values; none for the birth date.
inline std::optional<Vocabulary> fact_vocabulary(Fact fact) noexcept
{
    return detail::given<Vocabulary>(kz_fact_vocabulary(static_cast<kz_fact>(fact)));
}

// Where a day stands in a window, and how many days are left or late.
inline Result<WindowDay> window_state(const Window &window, Date on) noexcept
{
    return Result<WindowDay>::from([&](kz_window_day *out) { return kz_window_state(&window, on, out); });
}

// Counts the days that a person stayed without a visa, and says until when the stay, or from when a new entry, is lawful.
inline Result<StayAnswer> count_stays(Date on, const StayRule &rule, Span<const Stay> stays) noexcept
{
    return Result<StayAnswer>::from([&](kz_stay_answer *out) { return kz_stay_count(on, &rule, stays.data(), stays.size(), out); });
}

// Starts the case of an immigrant who arrived.
inline Result<Case> begin_case(const Arrival &arrival) noexcept
{
    return Result<Case>::from([&](kz_case *out) { return kz_case_init(&arrival, out); });
}

// The required items that are missing in a submission that states these.
inline Result<Set<DataItem>> missing_data(Set<DataItem> stated) noexcept
{
    kz_set missing = 0;
    const auto status = static_cast<Status>(kz_data_missing(stated.bits(), &missing));
    return status == Status::Ok ? Result<Set<DataItem>>(Set<DataItem>(missing)) : Result<Set<DataItem>>(status);
}

// Which field of a certificate is faulty, and why.
inline Result<CertificateFault> check(const Certificate &certificate) noexcept
{
    return Result<CertificateFault>::from([&](kz_certificate_fault *out) { return kz_certificate_check(&certificate, out); });
}

// How many bytes render() needs, with the closing NUL.
inline Result<std::size_t> rendered_size(const Case &registration, const Certificate &certificate) noexcept
{
    std::size_t needed = 0;
    const auto status = static_cast<Status>(kz_certificate_render(&registration, &certificate, nullptr, 0, &needed));
    return status == Status::BufferTooSmall ? Result<std::size_t>(needed) : Result<std::size_t>(status);
}

// Writes a copy of the certificate of a registered case into a buffer, with a closing NUL, and returns the text.
inline Result<std::string_view> render(const Case &registration, const Certificate &certificate, Kept<char> buffer) noexcept
{
    std::size_t needed = 0;
    const auto status =
        static_cast<Status>(kz_certificate_render(&registration, &certificate, buffer.data(), buffer.size(), &needed));
    if (status != Status::Ok)
        return status;
    return std::string_view(buffer.data(), needed - 1);
}

// A QR code, in the buffer that it was encoded into.
class QrCode {
public:
    constexpr QrCode() noexcept = default;
    constexpr QrCode(const std::uint8_t *modules, std::uint8_t side) noexcept : modules_(modules), side_(side) {}

    // The modules on each side.
    constexpr std::uint8_t side() const noexcept { return side_; }
    // Whether the module in column x of row y is dark. All modules outside are light: the margin.
    constexpr bool is_dark(unsigned x, unsigned y) const noexcept
    {
        return x < side_ && y < side_ && KZ_QR_IS_DARK(modules_, side_, x, y) != 0;
    }

private:
    const std::uint8_t *modules_ = nullptr;
    std::uint8_t side_ = 0;
};

#if KZ_HAS_QR
// The smallest QR code of a text. Two buffers of qr_buffer or qr_buffer_max bytes; the code is in 'modules'.
inline Result<QrCode> qr_encode(std::string_view content, Span<std::uint8_t> scratch, Kept<std::uint8_t> modules) noexcept
{
    std::uint8_t side = 0;
    const auto status = static_cast<Status>(kz_qr_encode(content.data(), content.size(), scratch.data(), scratch.size(),
                                                         modules.data(), modules.size(), &side));
    if (status != Status::Ok)
        return status;
    return QrCode(modules.data(), side);
}
#endif

// Checks an IIN. Never decide by what its digits suggest.
inline Result<IinHint> check_iin(std::string_view iin) noexcept
{
    return Result<IinHint>::from([&](kz_iin_hint *out) { return kz_iin_check(iin.data(), iin.size(), out); });
}

#if KZ_HAS_MRZ
// Reads the machine-readable zone of a passport, an identity card or a visa, as a scanner sends it. 'on': today.
inline Result<Mrz> read_mrz(std::string_view zone, Date on) noexcept
{
    return Result<Mrz>::from([&](kz_mrz *out) { return kz_mrz_read(zone.data(), zone.size(), on, out); });
}

// Where a zone cannot be read, after Status::BadMrz.
inline Result<MrzFault> mrz_fault(std::string_view zone, Date on) noexcept
{
    return Result<MrzFault>::from([&](kz_mrz_fault *out) { return kz_mrz_fault_get(zone.data(), zone.size(), on, out); });
}
#endif

// Chooses between two slots of flash: which law to use, and what to write.
inline Result<SlotChoice> choose(const Slots &slots) noexcept
{
    return Result<SlotChoice>::from([&](kz_slot_choice *out) { return kz_law_choose(&slots, out); });
}

// Where a pack is inconsistent, after Status::PackInconsistent.
inline Result<PackFault> pack_fault(Bytes pack, const AtLeast &at_least = AtLeast()) noexcept
{
    return Result<PackFault>::from([&](kz_pack_fault *out) { return kz_pack_fault_get(pack.data(), pack.size(), &at_least, out); });
}

// Reads a capture ticket.
inline Result<Ticket> read_ticket(Bytes ticket) noexcept
{
    return Result<Ticket>::from([&](kz_ticket *out) { return kz_ticket_read(ticket.data(), ticket.size(), out); });
}

// ==== The law ================================================================================================

#if KZ_HAS_ED25519
// A verifier of packs, for programs without an Ed25519 of their own: OpenedLaw::open(pack, Ed25519{key}).
struct Ed25519 {
    std::array<std::uint8_t, key_bytes> key;

    bool operator()(Bytes message, Bytes signature) const noexcept
    {
        // The C function takes a pointer without const, but does not write to it.
        auto *context = const_cast<std::uint8_t *>(key.data());
        return signature.size() == signature_bytes
            && kz_ed25519(context, message.data(), message.size(), signature.data()) == KZ_OK;
    }
};
#endif

namespace detail {

template <class Verify>
std::int32_t verify(void *context, const std::uint8_t *message, std::size_t length, const std::uint8_t *signature)
{
    const bool is_right = (*static_cast<Verify *>(context))(Bytes(message, length), Bytes(signature, signature_bytes));
    return is_right ? KZ_OK : KZ_ERROR_PACK_SIGNATURE;
}

} // namespace detail

// An opened law. The pack must stay where it is, unchanged, as long as the law is used. Call Law(opened).self_test() before it decides.
struct OpenedLaw : kz_law {
    // No law: every call returns Status::BadLaw.
    constexpr OpenedLaw() noexcept : kz_law{} {}

    // 'verify', a bool (Bytes, Bytes), is called once with the message and its signature. If it returns false, the pack is refused.
    template <class Verify>
    static Result<OpenedLaw> open(Kept<const std::uint8_t> pack, Verify verify, const AtLeast &at_least = AtLeast()) noexcept
    {
        static_assert(std::is_invocable_r_v<bool, Verify &, Bytes, Bytes>, "a verifier takes a message and a signature, and returns bool");
        return Result<OpenedLaw>::from([&](kz_law *out) {
            return kz_law_open(pack.data(), pack.size(), &detail::verify<Verify>, &verify, &at_least, out);
        });
    }

    // Opens a pack whose signature was verified before. It is not checked here.
    static Result<OpenedLaw> open_already_verified(Kept<const std::uint8_t> pack, const AtLeast &at_least = AtLeast()) noexcept
    {
        return Result<OpenedLaw>::from(
            [&](kz_law *out) { return kz_law_open_already_verified(pack.data(), pack.size(), &at_least, out); });
    }

    friend bool operator==(const OpenedLaw &a, const OpenedLaw &b) noexcept { return detail::same(a, b); }
    friend bool operator!=(const OpenedLaw &a, const OpenedLaw &b) noexcept { return !(a == b); }
};

// Something with a name and texts: a value of a closed set, a number of the law, or any vocabulary with a code.
struct Value {
    Vocabulary of;
    std::uint16_t code;

    constexpr Value(Vocabulary vocabulary, std::uint16_t number) noexcept : of(vocabulary), code(number) {}
    template <class E, class = std::enable_if_t<detail::About<E>::vocabulary != 0>>
    constexpr Value(E value) noexcept : Value(std::optional<E>(value))
    {
    }
    // std::nullopt has no name and no texts.
    template <class E, class = std::enable_if_t<detail::About<E>::vocabulary != 0>>
    constexpr Value(std::optional<E> value) noexcept
        : of(static_cast<Vocabulary>(detail::About<E>::vocabulary)), code(number(detail::code(value)))
    {
    }

private:
    // A status is negative.
    template <class Code>
    static constexpr std::uint16_t number(Code code) noexcept
    {
        if constexpr (std::is_signed_v<Code>)
            return static_cast<std::uint16_t>(-code);
        else
            return code;
    }
};

// How many persons assess_many() answered.
struct [[nodiscard]] Progress {
    Status status;
    // The number of persons answered. On an error, the index of the person who has it.
    std::size_t done;

    constexpr explicit operator bool() const noexcept { return status == Status::Ok; }
};

// A law to decide by: the built-in one, or an opened one, which must stay where it is. It is as small as a pointer: pass it by
// value. Where a function takes 'years', they are a calendar of the program. They replace years of the law or are added to them.
class Law {
public:
    // The law that the library is built with.
    constexpr Law() noexcept = default;
    constexpr Law(const OpenedLaw &opened) noexcept : law_(&opened) {}
    Law(const OpenedLaw &&) = delete;
    // From a law of C; nullptr: the built-in one.
    constexpr explicit Law(const kz_law *law) noexcept : law_(law) {}
    constexpr const kz_law *c() const noexcept { return law_; }

    // ---- Decide ----

    // What the law requires of a person: the obligation with its reasons, or the fact to ask for next.
    Result<Assessment> assess(const Facts &facts) const noexcept
    {
        return Result<Assessment>::from([&](kz_assessment *out) { return kz_assess(law_, &facts, out); });
    }

    // Assesses persons in order. Status::BufferTooSmall if there is no room for all answers.
    Progress assess_many(Span<const Facts> persons, Span<Assessment> answers) const noexcept
    {
        if (answers.size() < persons.size())
            return {Status::BufferTooSmall, 0};
        std::size_t done = 0;
        const kz_status status = kz_assess_many(law_, persons.data(), persons.size(), answers.data(), &done);
        return {static_cast<Status>(status), done};
    }

    // Assesses the persons of a table: as many as 'on' has days. Status::BufferTooSmall, and nothing is written, if another column
    // has more or fewer facts, a bitmap has fewer bits, or an answer has less room.
    Status assess_columns(const FactColumns &persons, const AnswerColumns &answers, std::optional<Edition> edition = std::nullopt,
                          std::optional<AgeReading> age_reading = std::nullopt) const noexcept
    {
        if (!persons.fits(persons.rows()) || !answers.fits(persons.rows()))
            return Status::BufferTooSmall;
        return static_cast<Status>(
            kz_assess_columns(law_, &persons, persons.rows(), detail::code(edition), detail::code(age_reading), &answers));
    }

    // Why an obligation comes out or is possible: which rows were passed over, and which fact excluded each.
    Result<Trace> explain(const Facts &facts, Obligation obligation) const noexcept
    {
        return Result<Trace>::from(
            [&](kz_trace *out) { return kz_explain(law_, &facts, static_cast<kz_obligation>(obligation), out); });
    }

    // ---- Plan ----

    // By which steps a person gets the document, or why not; or which fact to ask for next.
    Result<PlanAnswer> plan(const Facts &facts) const noexcept
    {
        return Result<PlanAnswer>::from([&](kz_plan_answer *out) { return kz_plan(law_, &facts, out); });
    }

    // ---- Deadlines ----

    // By which day something must be done, or is ready, after an event.
    Result<Window> window(Term term, const TermQuestion &question, Span<const Year> years = {}) const noexcept
    {
        return Result<Window>::from([&](kz_window *out) {
            return kz_window_get(law_, static_cast<kz_term>(term), &question, years.data(), years.size(), out);
        });
    }

    // ---- Countries ----

    // What the law has about a country on a day. The code is from ISO 3166-1: two or three capital letters, or three digits.
    Result<CountryAnswer> country(Date on, std::string_view code) const noexcept
    {
        return Result<CountryAnswer>::from(
            [&](kz_country_answer *out) { return kz_country_get(law_, on, code.data(), code.size(), out); });
    }

    // Whether a foreign establishment takes part in the IIN pilot on a day: yes, or not known.
    Result<std::optional<Answer>> mission_in_pilot(Date on, std::optional<MissionKind> kind, std::string_view code) const noexcept
    {
        kz_answer answer = 0;
        const kz_status status = kz_mission_in_pilot(law_, on, detail::code(kind), code.data(), code.size(), &answer);
        if (status != KZ_OK)
            return static_cast<Status>(status);
        return detail::given<Answer>(answer);
    }

    // ---- Registration ----

    // Applies an event to a case. On an error the case stays as it was.
    Status apply(Case &registration, const CaseEvent &event) const noexcept
    {
        return static_cast<Status>(kz_case_apply(law_, &registration, &event));
    }

    // The contents of a case: its state, its days, its history.
    Result<CaseView> view(const Case &registration) const noexcept
    {
        return Result<CaseView>::from([&](kz_case_view *out) { return kz_case_get(law_, &registration, out); });
    }

    // The window that is running. All is empty if none is.
    Result<Window> window(const Case &registration, Span<const Year> years = {}) const noexcept
    {
        return Result<Window>::from(
            [&](kz_window *out) { return kz_case_window(law_, &registration, years.data(), years.size(), out); });
    }

    // Where a day stands in the window that is running.
    Result<WindowDay> window_day(const Case &registration, Date on, Span<const Year> years = {}) const noexcept
    {
        return Result<WindowDay>::from(
            [&](kz_window_day *out) { return kz_case_day(law_, &registration, on, years.data(), years.size(), out); });
    }

    // On which ground a finding leads to a refusal, and what may help against it.
    Result<Refusal> refusal(Procedure procedure, Finding finding) const noexcept
    {
        return Result<Refusal>::from([&](kz_refusal *out) {
            return kz_refusal_get(law_, static_cast<kz_procedure>(procedure), static_cast<kz_finding>(finding), out);
        });
    }

    // ---- IIN ----

    // A way to an IIN, and whether it is open to the person. 'place': its number, from 0, in order of preference.
    Result<IinWayInfo> iin_way_at(const Facts &facts, std::uint8_t place) const noexcept
    {
        return Result<IinWayInfo>::from([&](kz_iin_way_info *out) { return kz_iin_way_at(law_, &facts, place, out); });
    }

    // What an application for an IIN needs if it is filed at a foreign establishment.
    Result<PilotPapers> iin_papers(Date on, std::optional<Answer> latin_or_cyrillic, std::optional<Answer> convention_state) const noexcept
    {
        return Result<PilotPapers>::from([&](kz_pilot_papers *out) {
            return kz_iin_papers(law_, on, detail::code(latin_or_cyrillic), detail::code(convention_state), out);
        });
    }

    // ---- Calendar and clock ----

    // Whether a day is a working day, and if not, why.
    Result<CalendarDay> working_day(Date date, Week week, Span<const Year> years = {}) const noexcept
    {
        return Result<CalendarDay>::from([&](kz_calendar_day *out) {
            return kz_is_working_day(law_, date, static_cast<kz_week>(week), years.data(), years.size(), out);
        });
    }

    // The working day with this number, counted from a day.
    Result<Date> add_working_days(Date from, std::uint16_t days, FirstDay first_day, Week week, Span<const Year> years = {}) const noexcept
    {
        return Result<Date>::from([&](kz_date *out) {
            return kz_add_working_days(law_, from, days, static_cast<kz_first_day>(first_day), static_cast<kz_week>(week),
                                       years.data(), years.size(), out);
        });
    }

    // Converts seconds of UTC since the start of 1970 to the day in Kazakhstan.
    Result<Date> local_date(std::int64_t unix_seconds, Zone zone) const noexcept
    {
        return Result<Date>::from(
            [&](kz_date *out) { return kz_local_date(law_, unix_seconds, static_cast<kz_zone>(zone), out); });
    }

    // Which day it is today by a clock. Status::ClockNotSet if it cannot be right.
    Result<Date> today(std::int64_t unix_seconds, Zone zone) const noexcept
    {
        return Result<Date>::from([&](kz_date *out) { return kz_today(law_, unix_seconds, static_cast<kz_zone>(zone), out); });
    }

    // ---- The law itself ----

    // Which law it is.
    Result<LawIdentity> identity() const noexcept
    {
        return Result<LawIdentity>::from([&](kz_law_identity *out) { return kz_law_get(law_, out); });
    }

    // A provision, with its citation and the days on which it applies.
    Result<ProvisionInfo> provision(Provision number) const noexcept
    {
        return Result<ProvisionInfo>::from(
            [&](kz_provision_info *out) { return kz_provision_get(law_, static_cast<kz_provision>(number), out); });
    }

    // The provision at this place in the law, from 0; none after the last one.
    std::optional<Provision> provision_at(std::uint16_t place) const noexcept
    {
        return detail::given<Provision>(kz_provision_at(law_, place));
    }

    // On which day after this one the law changes next, and what changes.
    Result<Milestone> milestone_after(Date day) const noexcept
    {
        return Result<Milestone>::from([&](kz_milestone *out) { return kz_milestone_after(law_, day, out); });
    }

    // Decides the test cases in the law's pack, and compares the results with those expected.
    Status self_test() const noexcept { return static_cast<Status>(kz_law_self_test(law_)); }

    // ---- Records ----

    // Decides, and issues a capture ticket for the scanner. 'identifier': random bytes.
    Result<TicketRecord> issue_ticket(const Facts &facts, const std::array<std::uint8_t, identifier_bytes> &identifier) const noexcept
    {
        return Result<TicketRecord>::from(
            [&](kz_ticket_record *out) { return kz_ticket_issue(law_, &facts, identifier.data(), out); });
    }

    // Decides, and writes a receipt for the audit log.
    Result<ReceiptRecord> issue_receipt(const Facts &facts) const noexcept
    {
        return Result<ReceiptRecord>::from([&](kz_receipt_record *out) { return kz_receipt_issue(law_, &facts, out); });
    }

    // Reads a receipt, decides again from its facts, and says whether the result is the same.
    Result<Verification> verify_receipt(Bytes receipt) const noexcept
    {
        return Result<Verification>::from(
            [&](kz_verification *out) { return kz_receipt_verify(law_, receipt.data(), receipt.size(), out); });
    }

    // ---- Names and texts. They end with a NUL. Empty if there is none. ----

    // The name of a value, or the identifier of a provision, document or edition. For logs and files.
    std::string_view name(Value value) const noexcept
    {
        return view(kz_name(law_, static_cast<kz_vocabulary>(value.of), value.code));
    }

    // How many values a vocabulary has, numbered from 1.
    std::uint16_t count(Vocabulary of) const noexcept { return kz_vocabulary_count(law_, static_cast<kz_vocabulary>(of)); }

    // The text in a language that is fixed at compile time: a program links that language alone.
    template <Language L>
    std::string_view text(Value value, TextForm form) const noexcept
    {
        static_assert((KZ_HAS_TEXT_KK && L == Language::Kk) || (KZ_HAS_TEXT_RU && L == Language::Ru)
                          || (KZ_HAS_TEXT_EN && L == Language::En),
                      "the library is built without this language");
        [[maybe_unused]] const auto of = static_cast<kz_vocabulary>(value.of);
        [[maybe_unused]] const auto in_form = static_cast<kz_text_form>(form);
        const char *found = nullptr;
#if KZ_HAS_TEXT_KK
        if constexpr (L == Language::Kk)
            found = kz_text_kk(law_, of, value.code, in_form);
#endif
#if KZ_HAS_TEXT_RU
        if constexpr (L == Language::Ru)
            found = kz_text_ru(law_, of, value.code, in_form);
#endif
#if KZ_HAS_TEXT_EN
        if constexpr (L == Language::En)
            found = kz_text_en(law_, of, value.code, in_form);
#endif
        return view(found);
    }

    // The text in any language: a program links all that are switched on.
    std::string_view text(Language language, Value value, TextForm form) const noexcept
    {
        return view(kz_text(law_, static_cast<kz_language>(language), static_cast<kz_vocabulary>(value.of), value.code,
                            static_cast<kz_text_form>(form)));
    }

    // A few words.
    template <Language L>
    std::string_view label(Value value) const noexcept
    {
        return text<L>(value, TextForm::Label);
    }
    std::string_view label(Language language, Value value) const noexcept { return text(language, value, TextForm::Label); }

    // A sentence; of a fact it is the question that asks for it.
    template <Language L>
    std::string_view sentence(Value value) const noexcept
    {
        return text<L>(value, TextForm::Sentence);
    }
    std::string_view sentence(Language language, Value value) const noexcept { return text(language, value, TextForm::Sentence); }

private:
    static std::string_view view(const char *text) noexcept { return text ? text : ""; }

    const kz_law *law_ = nullptr;
};

// The name of a value of a closed set. For numbers of a law see Law::name().
template <class E, class = std::enable_if_t<detail::About<E>::count != 0 && detail::About<E>::vocabulary != 0>>
std::string_view name(E value) noexcept
{
    return Law().name(value);
}

#ifdef KZ_RULES_OSTREAM

inline std::ostream &operator<<(std::ostream &out, const Date &date)
{
    return out << date.iso().data();
}

inline std::ostream &operator<<(std::ostream &out, Status status)
{
    return out << name(status);
}

// The name of a value.
template <class E, class = std::enable_if_t<detail::About<E>::count != 0 && detail::About<E>::vocabulary != 0>>
std::ostream &operator<<(std::ostream &out, E value)
{
    return out << name(value);
}

// "{mandatory, voluntary}".
template <class E>
std::ostream &operator<<(std::ostream &out, Set<E> set)
{
    const char *between = "";
    out << '{';
    for (const E value : set) {
        out << between << value;
        between = ", ";
    }
    return out << '}';
}

#endif

} // namespace kz

#endif // KZ_RULES_HPP
