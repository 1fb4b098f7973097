/* A program that calls two Rust libraries: kz-rules and `second`. Prints what both answer. */
#include <stdio.h>
#include "kz_rules.h"

uint32_t second_digit_sum(uint32_t number);

int main(void)
{
    kz_facts facts = {0};
    kz_assessment answer;

    facts.on = (kz_date){2026, 11, 22};
    facts.birth = (kz_date){1990, 5, 17};
    facts.birth_precision = KZ_BIRTH_PRECISION_DAY;
    facts.standing = KZ_STANDING_FOREIGNER;
    facts.occasion = KZ_OCCASION_RESIDENCE_CARD;
    facts.fingerprinted = KZ_ANSWER_NO;
    facts.action = KZ_ACTION_FIRST_ISSUE;
    if (kz_assess(NULL, &facts, &answer) != KZ_OK || answer.outcome != KZ_OUTCOME_DECIDED)
        return 1;
    printf("%s\n", kz_name(NULL, KZ_VOCABULARY_OBLIGATION, answer.obligation));
    printf("%u\n", (unsigned)second_digit_sum(4096));
    return 0;
}
