/* The two slots of a device: the law that decides, and the next one.
 *
 * It does not depend on the kiosk: copy it. A pack is written to the slot that does not decide, and counts once it
 * has been verified and tested there; then its sequence is recorded. If power fails at any byte of a write, the next
 * slots_open() opens the old law or the new one: some law if there was one, and never an older one.
 */
#ifndef SLOTS_H
#define SLOTS_H

#include "kz_rules.h"

/* Flash that can be read like memory. No two slots or records share an erase unit. */
typedef struct {
    const uint8_t *slot[2];
    size_t slot_bytes;
    const uint8_t *record[2]; /* KZ_RECORD_BYTES each */
    /* Erases the slot or record that begins at 'to', and writes these bytes there. The next slots_open() detects a failed
       or interrupted write. */
    void (*write)(const uint8_t *to, const uint8_t *bytes, size_t length);
    /* The verifier of signatures, and its argument: see kz_law_open(). */
    kz_verifier verify;
    void *key;
} slots_flash;

typedef struct {
    /* For each slot: its law, and KZ_OK if it was opened and passed its self-test, else why not. */
    kz_law law[2];
    kz_status status[2];
    kz_slot_choice choice;
} slots;

/* Opens both slots, chooses, and records the sequence of the law that decides. */
void slots_open(const slots_flash *flash, slots *of);

/* The law that decides, which lies in 'of'; NULL: the built-in law. */
const kz_law *slots_law(const slots *of);

/* Writes a pack to the slot that does not decide, and opens both again. Returns KZ_OK if the pack decides now, else why
   not: then the previous law still decides. KZ_ERROR_PACK_TOO_SHORT is also returned if the slot is too small for the pack.
   */
kz_status slots_install(const slots_flash *flash, slots *of, const uint8_t *pack, size_t length);

#endif
