/* Calls kz_assess on named cases, by the built-in law and by a pack, and opens the pack. `make instructions` runs it
 * under callgrind; after each call the counts are dumped under the name of the case.
 */
#include <stdio.h>
#include <string.h>
#include <valgrind/callgrind.h>

#include "if_chain.h"
#include "pack.h"
#include "people.h"

/* Dumps the counts since the last reset, under a name. */
static void dump(const char *who, const char *known, const char *name)
{
    char trigger[100];

    sprintf(trigger, "%s:%s:%s", who, known, name);
    CALLGRIND_DUMP_STATS_AT(trigger);
}

int main(void)
{
    const kz_at_least any = {0};
    kz_law opened;
    kz_assessment by_library, by_hand;
    size_t i;

    CALLGRIND_ZERO_STATS;
    if (kz_law_open_already_verified(pack, sizeof pack, &any, &opened) != KZ_OK) {
        fprintf(stderr, "the pack is refused\n");
        return 1;
    }
    dump("kz", "open", "the built-in law as a pack");
    for (i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
        const struct person *person = &PEOPLE[i];

        CALLGRIND_ZERO_STATS;
        if (kz_assess(NULL, &person->facts, &by_library) != KZ_OK) {
            fprintf(stderr, "%s: kz_assess refuses it\n", person->name);
            return 1;
        }
        dump("kz", KNOWN[person->known], person->name);

        /* The chain by hand supports neither unknown facts nor the other edition. */
        if (person->known != ALL || person->facts.edition == KZ_EDITION_ANNOUNCED) {
            continue;
        }
        CALLGRIND_ZERO_STATS;
        if (if_chain(&person->facts, &by_hand) != KZ_OK
            || memcmp(&by_library, &by_hand, sizeof by_hand) != 0) {
            fprintf(stderr, "%s: the chain by hand answers otherwise\n", person->name);
            return 1;
        }
        dump("hand", KNOWN[person->known], person->name);
    }
    for (i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
        if (PEOPLE[i].known == ALL) {
            CALLGRIND_ZERO_STATS;
            if (kz_assess(&opened, &PEOPLE[i].facts, &by_library) != KZ_OK) {
                fprintf(stderr, "%s: kz_assess refuses it by the pack\n", PEOPLE[i].name);
                return 1;
            }
            dump("kz", "pack", PEOPLE[i].name);
        }
    }
    return 0;
}
