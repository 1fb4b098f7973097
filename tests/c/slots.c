/* The two slots of a device on simulated flash whose power is cut at every byte of every write.
 *
 * slots OLD NEW NEXT FAILING: four packs, each of a higher sequence than the one before, of which the last fails its
 * self test. Prints how many cuts were made; ends with 1, and says where, if any law is opened that must not be.
 */
#include "law/slots.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOT = 16 * 1024, SECTOR = 4 * 1024, PACK_MAX = SLOT + 1 };

typedef struct {
    uint8_t slot[2][SLOT], record[2][SECTOR];
} memory;

static memory flash;

/* How many steps, a sector erased or a byte written, are left until the power is cut; below zero: it is not. */
static long left;
static jmp_buf cut;
static long cuts;

static void step(void)
{
    if (left == 0) {
        cuts++;
        longjmp(cut, 1);
    }
    left--;
}

static void write_flash(const uint8_t *to, const uint8_t *bytes, size_t length)
{
    uint8_t *const at = (uint8_t *)&flash + (to - (const uint8_t *)&flash);
    size_t i;

    for (i = 0; i < length; i += SECTOR) {
        step();
        memset(at + i, 0xFF, SECTOR);
    }
    for (i = 0; i < length; i++) {
        step();
        at[i] = bytes[i];
    }
}

/* The packs are signed with zeros. */
static int32_t verify(void *key, const uint8_t *message, size_t length, const uint8_t *signature)
{
    static const uint8_t zeros[KZ_SIGNATURE_BYTES];

    (void)key, (void)message, (void)length;
    return memcmp(signature, zeros, sizeof zeros) == 0 ? KZ_OK : KZ_ERROR_PACK_SIGNATURE;
}

static const slots_flash device = {
    {flash.slot[0], flash.slot[1]}, SLOT, {flash.record[0], flash.record[1]}, write_flash, verify, NULL,
};

typedef struct {
    uint8_t bytes[PACK_MAX];
    size_t length;
    uint32_t sequence;
} pack;

static void must(int is_so, const char *what, long at)
{
    if (!is_so) {
        fprintf(stderr, "slots: %s, cut %ld\n", what, at);
        exit(1);
    }
}

static uint32_t sequence_of(const kz_law *law)
{
    kz_law_identity identity;

    must(kz_law_get(law, &identity) == KZ_OK, "it is no law", -1);
    return identity.sequence;
}

static void read_pack(const char *name, pack *to)
{
    FILE *const file = fopen(name, "rb");
    const kz_at_least any = {0};
    kz_law law;

    must(file != NULL, name, -1);
    to->length = fread(to->bytes, 1, sizeof to->bytes, file);
    fclose(file);
    must(kz_law_open_already_verified(to->bytes, to->length, &any, &law) == KZ_OK, name, -1);
    to->sequence = sequence_of(&law);
}

/* The highest sequence that the device has kept. */
static uint32_t kept;

/* Boots without a cut: the sequence of the law that decides. What was kept is not forgotten. */
static uint32_t boot(void)
{
    slots opened;

    left = -1;
    slots_open(&device, &opened);
    must(opened.choice.at_least >= kept, "the highest sequence is forgotten", (long)kept);
    return sequence_of(slots_law(&opened));
}

static kz_status install(const pack *of)
{
    slots opened;

    slots_open(&device, &opened);
    return slots_install(&device, &opened, of->bytes, of->length);
}

/* Boots with the power cut at every step of what is written at boot. */
static void boot_with_cuts(uint32_t least, uint32_t most, long at)
{
    static memory before;
    uint32_t sequence;
    volatile int is_cut = 1;
    volatile long second;

    before = flash;
    for (second = 0; is_cut; second++) {
        slots opened;

        flash = before;
        left = second;
        if (setjmp(cut) == 0) {
            slots_open(&device, &opened);
            sequence = sequence_of(slots_law(&opened));
            must(sequence >= least && sequence <= most, "another law decides", at);
            is_cut = 0;
        }
        sequence = boot();
        must(sequence >= least && sequence <= most, "another law decides after a second cut", at);
    }
}

/* Installs with the power cut at every step, and boots after each. Where the last cut is, the new law decides. */
static void install_with_cuts(const pack *old, const pack *new)
{
    static memory before;
    volatile int is_cut = 1;
    volatile long at;

    before = flash;
    kept = old->sequence;
    for (at = 0; is_cut; at++) {
        uint32_t sequence;

        flash = before;
        left = at;
        if (setjmp(cut) == 0) {
            must(install(new) == KZ_OK, "it is not installed", at);
            is_cut = 0;
        }
        /* Once it is all written, the new law decides. */
        if (at < (long)new->length) {
            sequence = boot();
            must(sequence == old->sequence, "another law than the old one decides", at);
        } else {
            boot_with_cuts(is_cut ? old->sequence : new->sequence, new->sequence, at);
        }
        if (at % 500 == 0) {
            left = -1;
            must(install(new) == KZ_OK && boot() == new->sequence, "it cannot be installed any more", at);
        }
    }
    must(boot() == new->sequence, "the new law does not decide", at);
    kept = new->sequence;
}

/* If what decides is damaged later, the built-in law decides, and not the older one in the other slot. */
static void never_goes_back(void)
{
    const memory before = flash;
    slots opened;

    slots_open(&device, &opened);
    flash.slot[opened.choice.open - 1][1000] ^= 1;
    must(boot() == sequence_of(NULL), "an older law decides again", -1);
    flash = before;
}

/* What must not decide is refused, and the law from before decides. */
static void refuses(const pack *refused, kz_status why, const pack *old)
{
    const memory before = flash;

    left = -1;
    must(install(refused) == why, "it is refused for another reason", (long)refused->sequence);
    must(boot() == old->sequence, "a refused pack changed the law", (long)refused->sequence);
    flash = before;
}

int main(int argc, char **argv)
{
    static pack packs[4], other;
    int i;

    must(argc == 5, "four packs", -1);
    for (i = 0; i < 4; i++) {
        read_pack(argv[i + 1], &packs[i]);
        must(i == 0 || packs[i].sequence > packs[i - 1].sequence, argv[i + 1], -1);
    }
    memset(&flash, 0xFF, sizeof flash);
    left = -1;
    must(install(&packs[0]) == KZ_OK && boot() == packs[0].sequence, "a first pack", -1);
    install_with_cuts(&packs[0], &packs[1]);
    /* Now over the slot of the first. */
    install_with_cuts(&packs[1], &packs[2]);
    never_goes_back();

    refuses(&packs[3], KZ_ERROR_SELF_TEST, &packs[2]);
    refuses(&packs[1], KZ_ERROR_PACK_OLDER, &packs[2]);
    other = packs[3];
    other.bytes[other.length - 1] = 1;
    refuses(&other, KZ_ERROR_PACK_SIGNATURE, &packs[2]);
    other.length = PACK_MAX;
    refuses(&other, KZ_ERROR_PACK_TOO_SHORT, &packs[2]);
    printf("%ld\n", cuts);
    return 0;
}
