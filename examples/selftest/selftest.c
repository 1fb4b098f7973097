/* The first answer: what the law requires of a foreigner who applies for a residence card. Prints it, and ends with 0 if it
   is the expected one. */
#include "kz_rules.h"

/* Prints a text: say_host.c, or say_board.c for a board. */
void say(const char *text);

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
    say("kz-rules ");
    say(kz_version_string());
    say(": ");
    if (kz_abi_version() != KZ_ABI_VERSION || kz_assess(NULL, &facts, &answer) != KZ_OK) {
        say("no answer\n");
        return 1;
    }
    say(kz_name(NULL, KZ_VOCABULARY_OBLIGATION, answer.obligation));
    say("\n");
    return answer.obligation == KZ_OBLIGATION_MANDATORY ? 0 : 1;
}
