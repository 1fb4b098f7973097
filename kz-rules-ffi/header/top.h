/* kz-rules: what the law of Kazakhstan asks of a person at a fingerprint kiosk.
 *
 * Not legal advice: the library says what its sources say, up to the day that kz_law_get() tells
 * (known_until), and names them. SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * Generated from the Rust source: do not edit; `make header` renews it.
 *
 * How to use it. Zero a struct, fill in what is known, call one function, look at its status:
 *
 *   - Structs are plain and the caller's. Zero means "not given" or "unknown" everywhere, so a
 *     zeroed struct is valid, but for the days that must be given. Reserved bytes are zero, in and
 *     out.
 *   - An output is written only if the function returns KZ_OK. It overlaps no input and no other
 *     output; the case that kz_case_apply changes is the one struct that is both.
 *   - A law decides. Functions that read it take a pointer to it as their first argument: NULL is
 *     the law that the library is built with. No other can be opened yet, so that any other pointer
 *     is KZ_ERROR_BAD_LAW. It is not followed.
 *   - A closed set is a byte with constants; its values are numbered from 1 without gaps. A kz_set
 *     holds several values: KZ_SET_HAS(set, value).
 *   - A fact that the person cannot tell is 0, and in the set `declined`: then it is not asked for,
 *     and the answer takes account of each of its values.
 *   - Provisions, documents and editions are numbered by the law. Their constants are those of the
 *     built-in one.
 *   - Every function may be called from any thread and from an interrupt: it keeps no state, takes
 *     no lock, allocates nothing, and cannot panic (of kz_qr_encode that is tested, of all others
 *     proven). It reads its inputs and writes its outputs, and nothing else.
 *   - Numbers of constants are given once and for ever.
 */
#ifndef KZ_RULES_H
#define KZ_RULES_H

#include <stddef.h>
#include <stdint.h>

/* A set of values of one closed set: bit n is the value numbered n + 1. */
typedef uint32_t kz_set;
/* Whether a value is in a set: 1 or 0; 0 for a value that no set can hold. It reads `value` more than once. */
#define KZ_SET_HAS(set, value) ((value) >= 1 && (value) <= 32 ? ((set) >> ((value) - 1)) & 1u : 0u)

/* Whether the module in column x of row y of a QR code (kz_qr_encode) is dark: 1 or 0. It reads its
   arguments more than once. */
#define KZ_QR_IS_DARK(modules, side, x, y) \
    (((modules)[((y) * (side) + (x)) / 8] >> (((y) * (side) + (x)) % 8)) & 1u)

