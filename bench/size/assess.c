/* A program that asks the library one question. */
#include "kz_rules.h"

int main(void)
{
    kz_facts facts = {0};
    kz_assessment assessment;

    facts.on.year = 2026;
    facts.on.month = 7;
    facts.on.day = 1;
    return kz_assess(NULL, &facts, &assessment) == KZ_OK ? assessment.obligation : 0;
}
