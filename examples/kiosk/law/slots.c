#include "law/slots.h"

#include <string.h>

/* Opens a slot and tests its law. */
static kz_status open_slot(const slots_flash *flash, unsigned slot, const kz_at_least *at_least,
                           kz_law *law, uint32_t *sequence)
{
    kz_law_identity identity;
    kz_status status =
        kz_law_open(flash->slot[slot], flash->slot_bytes, flash->verify, flash->key, at_least, law);

    if (status == KZ_OK) {
        status = kz_law_self_test(law);
    }
    if (status == KZ_OK) {
        status = kz_law_get(law, &identity);
    }
    *sequence = status == KZ_OK ? identity.sequence : 0;
    return status;
}

/* Chooses between the slots that passed. The arguments all come from this file, so the call cannot fail; if it did, the
   built-in law would decide. */
static void choose(const kz_slots *from, kz_slot_choice *choice)
{
    if (kz_law_choose(from, choice) != KZ_OK) {
        memset(choice, 0, sizeof *choice);
    }
}

void slots_open(const slots_flash *flash, slots *of)
{
    kz_law_identity built_in;
    kz_slots found;
    kz_at_least at_least;
    unsigned i;

    memset(of, 0, sizeof *of);
    memset(&found, 0, sizeof found);
    memset(&at_least, 0, sizeof at_least);
    if (kz_law_get(NULL, &built_in) == KZ_OK) {
        found.at_least = built_in.sequence;
    }
    for (i = 0; i < 2; i++) {
        memcpy(found.records[i], flash->record[i], KZ_RECORD_BYTES);
    }
    choose(&found, &of->choice);
    at_least.sequence = of->choice.at_least;
    for (i = 0; i < 2; i++) {
        of->status[i] = open_slot(flash, i, &at_least, &of->law[i], &found.sequence[i]);
        found.passed[i] = of->status[i] == KZ_OK;
    }
    choose(&found, &of->choice);
    if (of->choice.record != 0) {
        flash->write(flash->record[of->choice.record - 1], of->choice.record_bytes, KZ_RECORD_BYTES);
    }
}

const kz_law *slots_law(const slots *of)
{
    return of->choice.open == 0 ? NULL : &of->law[of->choice.open - 1];
}

kz_status slots_install(const slots_flash *flash, slots *of, const uint8_t *pack, size_t length)
{
    const unsigned slot = of->choice.write - 1u;

    if (length > flash->slot_bytes) {
        return KZ_ERROR_PACK_TOO_SHORT;
    }
    flash->write(flash->slot[slot], pack, length);
    slots_open(flash, of);
    if (of->status[slot] == KZ_OK && of->choice.open != slot + 1) {
        return KZ_ERROR_PACK_OLDER;
    }
    return of->status[slot];
}
