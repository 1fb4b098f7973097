/* Assesses one person: what the law asks, on what basis, and what to ask next. */
#include <stdio.h>

#include "kz_rules.h"

/* The basis of an answer: what each provision says, and where it stands. */
static void print_basis(const kz_assessment *answer)
{
    kz_provision_info info;
    unsigned i;

    for (i = 0; i < answer->basis_count; i++) {
        if (kz_provision_get(NULL, answer->basis[i], &info) == KZ_OK) {
            printf("basis: %s\n       (%s, %s)\n",
                   kz_text(NULL, KZ_LANGUAGE_EN, KZ_VOCABULARY_PROVISION, answer->basis[i],
                           KZ_TEXT_FORM_SENTENCE),
                   info.title, info.place);
        }
    }
}

/* Prints what is known so far. Returns 0 if the facts are not valid. */
static int print_answer(const kz_facts *facts)
{
    kz_assessment answer;
    const kz_status status = kz_assess(NULL, facts, &answer); /* NULL: the built-in law */

    if (status != KZ_OK) {
        printf("error: %s\n", kz_status_name(status));
        return 0;
    }
    if (answer.outcome == KZ_OUTCOME_DECIDED) {
        printf("fingerprinting: %s\n", kz_name(NULL, KZ_VOCABULARY_OBLIGATION, answer.obligation));
    } else {
        printf("fingerprinting: undecided\n");
    }
    print_basis(&answer);
    if (answer.ask != 0) {
        printf("next question: %s\n", kz_text(NULL, KZ_LANGUAGE_EN, KZ_VOCABULARY_FACT, answer.ask,
                                              KZ_TEXT_FORM_SENTENCE));
    }
    return 1;
}

int main(void)
{
    kz_facts facts = {0}; /* 0: not known */

    facts.on = (kz_date){2026, 11, 22};
    facts.birth = (kz_date){1990, 5, 17};
    facts.birth_precision = KZ_BIRTH_PRECISION_DAY;
    facts.standing = KZ_STANDING_FOREIGNER;
    facts.occasion = KZ_OCCASION_RESIDENCE_CARD;
    facts.action = KZ_ACTION_FIRST_ISSUE;
    if (!print_answer(&facts)) {
        return 1;
    }
    printf("answer: no\n");
    facts.fingerprinted = KZ_ANSWER_NO;
    return print_answer(&facts) ? 0 : 1;
}
