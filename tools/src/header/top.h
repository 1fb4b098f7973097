/* kz-rules: what the law of Kazakhstan requires of a person at a fingerprint kiosk.
 *
 * Not legal advice. The library says what its sources say, and cites them. kz_law_get() tells the day up to
 * which they are known. SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * This file is generated. Do not edit it. For C++17 and later, kz_rules.hpp is a layer on it.
 *
 * How to use it: zero a struct, fill in what is known, call one function, check its status.
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
 * The rules hold everywhere below, where they are not repeated:
 *
 *   - The law comes first, then inputs, then outputs. NULL is the law that the library is built with; any other
 *     was opened by kz_law_open() or kz_law_open_already_verified().
 *   - Structs are plain and belong to the caller. Zero means unknown, none or not given. A zeroed struct is a
 *     valid input, except for what "must be given"; a zeroed kz_law, kz_case or kz_window is an error. Reserved
 *     bytes are zero, in and out.
 *   - A closed set is a byte with constants, numbered from 1 without gaps. A kz_set holds several values of one:
 *     see KZ_SET_HAS().
 *   - Texts are UTF-8. The library's texts end with a NUL, except the name of a law in kz_law_identity, which has
 *     a length; they are in flash, or in the pack of the law. A text that is given with its length needs no NUL.
 *   - Outputs are written only with KZ_OK, unless the function says otherwise. An output overlaps no input and
 *     no other output; only the case of kz_case_apply() is both.
 *   - A status is KZ_OK, or an error that the section Statuses explains. "Errors" lists the errors of a function
 *     but for these, which follow from its parameters:
 *       KZ_ERROR_NULL      A pointer is NULL. It may be for 'law', for inputs of 0 items or bytes, and where a
 *                          comment says so.
 *       KZ_ERROR_BAD_LAW   'law' was not opened. A function without a status returns 0 or NULL then.
 *       KZ_ERROR_RESERVED  A reserved byte of a struct that the program fills in is not zero.
 *       KZ_ERROR_BAD_...   A parameter or field is not one of its constants, is not a valid day, must be given and
 *                          is not, or must be 0 and is not. The status has its name: KZ_ERROR_BAD_WEEK for
 *                          'week'. Where it has another one, a comment says so.
 *   - Every function may be called from any thread and from an interrupt. It keeps no state, takes no lock,
 *     allocates nothing and does not panic (the linker proves it for all but kz_qr_encode() and kz_ed25519()).
 *     The table at the end says how much stack it takes, except for kz_ed25519().
 *   - The numbers of constants and statuses are stable and never reused.
 *
 * The subjects, in this order: decide; plan; deadlines; stays and countries; registration; QR code; IIN;
 * passports; calendar and clock; the law; packs; records; names and texts. Then statuses, provisions,
 * vocabularies and stack. A program links only what it calls.
 */
#ifndef KZ_RULES_H
#define KZ_RULES_H

#include <stddef.h>
#include <stdint.h>

