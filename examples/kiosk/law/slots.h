/* The two slots of a device: the law that decides, and the next one.
 *
 * It needs nothing of the kiosk: copy it. A pack is written to the slot that does not decide, and counts once it has
 * been verified and tested there; then its sequence is kept. Whatever byte a write is cut at, the next
 * slots_open() opens the old law or the new one: never none where there was one, never an older one.
 */
#ifndef SLOTS_H
#define SLOTS_H

#include "kz_rules.h"

/* Flash that can be read like memory. No slot or record shares with another what is erased at once. */
typedef struct {
    const uint8_t *slot[2];
    size_t slot_bytes;
    const uint8_t *record[2]; /* each of KZ_RECORD_BYTES */
    /* Erases the slot or record that begins at 'to', and writes this there. What fails or is cut short is seen by
       the next slots_open(). */
    void (*write)(const uint8_t *to, const uint8_t *bytes, size_t length);
    /* Whether a signature is right, and what it is called with: see kz_law_open(). */
    kz_verifier verify;
    void *key;
} slots_flash;

typedef struct {
    /* Of each slot: its law, and KZ_OK if it was opened and passed its self test, else why not. */
    kz_law law[2];
    kz_status status[2];
    kz_slot_choice choice;
} slots;

/* Opens both slots, chooses, and keeps the sequence of the law that decides. */
void slots_open(const slots_flash *flash, slots *of);

/* The law that decides, which is in 'of'; NULL: the built-in one. */
const kz_law *slots_law(const slots *of);

/* Writes a pack to the slot that does not decide, and opens both again. Returns KZ_OK if it decides now, else why not:
   then the law from before still decides. KZ_ERROR_PACK_TOO_SHORT too if the slot is too small for it. */
kz_status slots_install(const slots_flash *flash, slots *of, const uint8_t *pack, size_t length);

#endif
