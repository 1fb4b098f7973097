// What a program that tries each accessor of kz_rules.hpp is made of: tests/tests/interface/cpp.rs writes its main.
#include "kz_rules.hpp"

#include <cstdio>
#include <cstdlib>

#define CHECK(what) \
    do { \
        if (!(what)) { \
            std::fprintf(stderr, "line %d: %s\n", __LINE__, #what); \
            std::exit(1); \
        } \
    } while (0)

namespace {

// Every byte becomes 1: a day, a value of every closed set, a number, a list whose elements are such.
template <class C>
void set(C &field)
{
    std::memset(&field, 1, sizeof field);
}

inline void set(const char *&field)
{
    field = "text";
}

template <class C>
void empty(C &field)
{
    std::memset(&field, 0, sizeof field);
}

// Of a text with a length, the bytes are none.
inline void empty(const char *&field)
{
    field = nullptr;
}

template <class T>
bool is_told(const T &value)
{
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
        return value != T();
    } else {
        const auto *bytes = reinterpret_cast<const unsigned char *>(&value);
        return bytes[0] != 0;
    }
}

template <class T>
bool is_told(const std::optional<T> &value)
{
    return value.has_value();
}

inline bool is_told(std::string_view value)
{
    return value.data() != nullptr && !value.empty();
}

template <class E>
bool is_told(kz::Set<E> set)
{
    return !set.empty();
}

template <class T>
bool is_told(kz::Span<T> span)
{
    return span[0] != 0;
}

template <class T, class C>
bool is_told(kz::List<T, C> list)
{
    return !list.empty() && is_told(list[0]);
}

// What is given to the setter of a field: what its accessor tells; a text as C has it.
template <class T, class C>
T to_set(T told, const C &)
{
    return told;
}

inline const char *to_set(std::optional<std::string_view>, const char *field)
{
    return field;
}

} // namespace
