/* Asks until no further fact matters, and prints what the law requires of the person, why, and until when. */
#include <stdio.h>
#include <stdlib.h>

#include "kz_rules.h"

static const char *label(kz_vocabulary of, uint16_t code)
{
    return kz_text_en(NULL, of, code, KZ_TEXT_FORM_LABEL); /* NULL: the built-in law */
}

static const char *sentence(kz_vocabulary of, uint16_t code)
{
    return kz_text_en(NULL, of, code, KZ_TEXT_FORM_SENTENCE);
}

/* Asks for a fact. The answer is the number of a value, or a year for the birth date; 0: not known. */
static void ask(kz_facts *facts, kz_fact fact)
{
    const kz_vocabulary of = kz_fact_vocabulary(fact);
    char line[32];
    int number = 0;
    uint16_t i;

    printf("%s\n", sentence(KZ_VOCABULARY_FACT, fact));
    for (i = 1; i <= kz_vocabulary_count(NULL, of); i++)
        printf("  %d %s\n", i, label(of, i));
    if (fgets(line, sizeof line, stdin) != NULL)
        number = atoi(line);
    if (fact == KZ_FACT_BIRTH && facts->birth_precision == 0 && number > 0 && number <= facts->on.year) {
        facts->birth.year = (uint16_t)number;
        facts->birth_precision = KZ_BIRTH_PRECISION_YEAR;
    } else if (number < 1 || number > 255 || kz_facts_set(facts, fact, (uint8_t)number) != KZ_OK) {
        facts->declined |= KZ_SET_OF(fact); /* it is not asked for again */
    }
}

int main(void)
{
    kz_facts facts = {0}; /* nothing is known yet */
    kz_assessment answer;
    kz_status status;
    uint8_t i;

    facts.on = (kz_date){2026, 11, 22}; /* from a clock: kz_today() */
    while ((status = kz_assess(NULL, &facts, &answer)) == KZ_OK && answer.ask != 0)
        ask(&facts, answer.ask);
    if (status != KZ_OK) {
        printf("error: %s\n", kz_status_name(status));
        return 1;
    }
    if (answer.outcome != KZ_OUTCOME_DECIDED)
        printf("One of these:\n");
    for (i = 1; i <= KZ_OBLIGATION_NOT_IN_FORCE; i++)
        if (KZ_SET_HAS(answer.obligations, i))
            printf("%s\n", sentence(KZ_VOCABULARY_OBLIGATION, i));
    for (i = 0; i < answer.basis_count; i++)
        printf("- %s\n", sentence(KZ_VOCABULARY_PROVISION, answer.basis[i]));
    if (answer.holds_until.year != 0)
        printf("From %d-%02d-%02d on it may be another answer.\n", answer.holds_until.year,
               answer.holds_until.month, answer.holds_until.day);
    if (answer.law == KZ_LAW_KNOWN_ASSUMED)
        printf("%s\n", sentence(KZ_VOCABULARY_LAW_KNOWN, answer.law));
    return 0;
}
