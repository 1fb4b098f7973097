/* A visitor at the kiosk: what to ask next, and what the law requires once that is known. */
#include <zephyr/kernel.h>

#include "kz_rules.h"

int main(void)
{
	kz_facts facts = {0}; /* nothing is known yet */
	kz_assessment answer;

	facts.on = (kz_date){2026, 11, 22};
	facts.birth = (kz_date){1990, 5, 17};
	facts.birth_precision = KZ_BIRTH_PRECISION_DAY;
	facts.standing = KZ_STANDING_FOREIGNER;
	facts.occasion = KZ_OCCASION_RESIDENCE_CARD;
	/* NULL: the built-in law */
	if (kz_assess(NULL, &facts, &answer) == KZ_OK && answer.ask != 0) {
		printk("undecided: ask for %s\n", kz_name(NULL, KZ_VOCABULARY_FACT, answer.ask));
	}
	facts.fingerprinted = KZ_ANSWER_NO;
	facts.action = KZ_ACTION_FIRST_ISSUE;
	if (kz_assess(NULL, &facts, &answer) == KZ_OK && answer.outcome == KZ_OUTCOME_DECIDED) {
		printk("decided: %s\n", kz_name(NULL, KZ_VOCABULARY_OBLIGATION, answer.obligation));
	}
	return 0;
}
