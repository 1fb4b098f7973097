/* Calls kz_assess on named cases, for callgrind to count: make instructions runs it. After each
 * call the counts so far are dumped under the name of the case. */
#include <stdio.h>
#include <string.h>
#include <valgrind/callgrind.h>

#include "if_chain.h"
#include "people.h"

int main(void)
{
    kz_assessment by_library, by_hand;
    char trigger[100];
    size_t i;

    for (i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
        const struct person *person = &PEOPLE[i];

        CALLGRIND_ZERO_STATS;
        if (kz_assess(NULL, &person->facts, &by_library) != KZ_OK) {
            fprintf(stderr, "%s: kz_assess refuses it\n", person->name);
            return 1;
        }
        sprintf(trigger, "kz:%s:%s", KNOWN[person->known], person->name);
        CALLGRIND_DUMP_STATS_AT(trigger);

        /* The chain by hand knows neither unknown facts nor the other edition. */
        if (person->known != ALL || person->facts.edition == KZ_EDITION_ANNOUNCED) {
            continue;
        }
        CALLGRIND_ZERO_STATS;
        if (if_chain(&person->facts, &by_hand) != KZ_OK
            || memcmp(&by_library, &by_hand, sizeof by_hand) != 0) {
            fprintf(stderr, "%s: the chain by hand answers otherwise\n", person->name);
            return 1;
        }
        sprintf(trigger, "hand:%s:%s", KNOWN[person->known], person->name);
        CALLGRIND_DUMP_STATS_AT(trigger);
    }
    return 0;
}
