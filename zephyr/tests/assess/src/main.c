/* Archive and header belong together: a difference in a struct or calling convention would show here. */
#include <zephyr/ztest.h>

#include "kz_rules.h"

ZTEST(kz_rules, test_the_archive_has_the_interface_of_the_header)
{
	zassert_equal(kz_abi_version(), KZ_ABI_VERSION);
}

ZTEST(kz_rules, test_a_foreigner_who_asks_for_a_residence_card_is_fingerprinted)
{
	kz_facts facts = {0};
	kz_assessment answer;

	facts.on = (kz_date){2026, 11, 22};
	facts.birth = (kz_date){1990, 5, 17};
	facts.birth_precision = KZ_BIRTH_PRECISION_DAY;
	facts.standing = KZ_STANDING_FOREIGNER;
	facts.occasion = KZ_OCCASION_RESIDENCE_CARD;
	zassert_equal(kz_assess(NULL, &facts, &answer), KZ_OK);
	zassert_equal(answer.ask, KZ_FACT_FINGERPRINTED);
	facts.fingerprinted = KZ_ANSWER_NO;
	facts.action = KZ_ACTION_FIRST_ISSUE;
	zassert_equal(kz_assess(NULL, &facts, &answer), KZ_OK);
	zassert_equal(answer.obligation, KZ_OBLIGATION_MANDATORY);
}

ZTEST(kz_rules, test_a_wrong_day_is_an_error)
{
	kz_facts facts = {0};
	kz_assessment answer;

	facts.on = (kz_date){2026, 2, 30};
	zassert_not_equal(kz_assess(NULL, &facts, &answer), KZ_OK);
}

ZTEST_SUITE(kz_rules, NULL, NULL, NULL, NULL, NULL);
