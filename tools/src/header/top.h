/* kz-rules: what the law of Kazakhstan asks of a person at a fingerprint kiosk.
 *
 * Not legal advice: the library says what its sources say, up to the day that kz_law_get() tells
 * (known_until), and names them. SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * This file is generated. Do not edit it.
 *
 * For C++17 and later kz_rules.hpp is a layer on it.
 *
 * How to use it: zero a struct, fill in what is known, call one function, look at its status.
 *
 *   #include <stdio.h>
 *   #include "kz_rules.h"
 *
 *   int main(void)
 *   {
 *       kz_facts facts = {0};
 *       kz_assessment answer;
 *
 *       facts.on = (kz_date){2026, 11, 22};
 *       facts.standing = KZ_STANDING_FOREIGNER;
 *       facts.occasion = KZ_OCCASION_RESIDENCE_CARD;
 *       if (kz_assess(NULL, &facts, &answer) != KZ_OK)
 *           return 1;
 *       if (answer.outcome == KZ_OUTCOME_DECIDED)
 *           printf("%s\n", kz_name(NULL, KZ_VOCABULARY_OBLIGATION, answer.obligation));
 *       else if (answer.ask != 0)
 *           printf("ask for %s\n", kz_name(NULL, KZ_VOCABULARY_FACT, answer.ask));
 *       return 0;
 *   }
 *
 * The rules:
 *
 *   - The law comes first, then inputs, then outputs. NULL is the law that the library is built with;
 *     any other was opened by kz_law_open(). A zeroed kz_law is KZ_ERROR_BAD_LAW.
 *   - Structs are plain and the caller's. Zero means "unknown" or "not given", so a zeroed struct is
 *     valid, but for the days that must be given. Reserved bytes are zero, in and out.
 *   - A status is KZ_OK, or negative and says what is wrong. An output is written only with KZ_OK
 *     (kz_assess_many() says what it has written before an error). It must not overlap an input or
 *     another output; the case of kz_case_apply() is both.
 *   - A closed set is a byte with constants, numbered from 1 without gaps. A kz_set holds several
 *     values of one: see KZ_SET_HAS.
 *   - Every function may be called from any thread and from an interrupt: it keeps no state, takes no
 *     lock, allocates nothing and does not panic (for all but kz_qr_encode() and kz_ed25519() the linker
 *     proves it). It reads its inputs, writes its outputs, nothing else. Mind the stack: the table at the end.
 *   - Numbers of constants and statuses are stable; never reused.
 *
 * The subjects, in this order: decide; plan; deadlines; stays and countries; registration; QR code;
 * IIN; calendar and clock; the law; packs; records; names and texts. Then statuses, provisions,
 * vocabularies, and what each function takes of the stack. The library has texts in Kazakh, Russian and
 * English, QR codes and a verifier of signatures; what a program does not call is not linked into it.
 */
#ifndef KZ_RULES_H
#define KZ_RULES_H

#include <stddef.h>
#include <stdint.h>

