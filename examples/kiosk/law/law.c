#include "law/law.h"

#include "input/hex.h"
#include "kiosk.h"
#include "law/key.h"
#include "law/slots.h"
#include "port/port.h"
#include "ui/out.h"
#include "ui/prose.h"
#include "words.h"

#include <string.h>

const kz_law *kiosk_law = NULL;

/* The open laws; a law from a file is the first of them. */
static slots opened;
static const char *from = "built_in";
static uint8_t law_key[KZ_KEY_BYTES];

/* A file was named for the slots that cannot hold them. */
static int has_no_slots;

/* Reads a whole file. Returns 0 after an error message if it cannot. */
static int read_file(const char *name, const uint8_t **bytes, size_t *length)
{
    switch (port_file(name, bytes, length)) {
    case PORT_FILE:
        return 1;
    case PORT_FILE_TOO_LONG:
        out_complain("the file is too long", text_of(name));
        return 0;
    default:
        out_complain("the file cannot be read", text_of(name));
        return 0;
    }
}

static int read_key(const char *file)
{
    const uint8_t *bytes;
    text pem;

    if (!read_file(file, &bytes, &pem.length)) {
        return 0;
    }
    pem.start = (const char *)bytes;
    if (!key_read(pem, law_key)) {
        out_complain("not an Ed25519 public key", text_of(file));
        return 0;
    }
    return 1;
}

/* Prints why a pack is refused, and where it is inconsistent. */
static int refuse(const char *file, kz_status status, const uint8_t *bytes, size_t length)
{
    static const kz_at_least any = {0};
    char row[4 + OUT_NUMBER_BYTES] = "row ";
    kz_pack_fault fault;

    out_complain(prose_error(status), text_of(file));
    if (status == KZ_ERROR_PACK_INCONSISTENT && kz_pack_fault_get(bytes, length, &any, &fault) == KZ_OK) {
        out_number(fault.row, row + 4);
        out_complain(fault.section, text_of(fault.row == 0 ? "" : row));
    }
    return KIOSK_BAD_LAW;
}

int law_load(const char *pack, const char *key_file, const char *name)
{
    const uint8_t *bytes;
    size_t length;
    kz_at_least at_least = {0};
    kz_law_identity built_in;
    kz_status status;

    if (!read_key(key_file) || !read_file(pack, &bytes, &length)) {
        return KIOSK_BAD_LAW;
    }
    if (name != NULL) {
        if (strlen(name) > sizeof at_least.name) {
            out_complain("the name of the law is too long", text_of(name));
            return KIOSK_BAD_USE;
        }
        memcpy(at_least.name, name, strlen(name));
    } else if (kz_law_get(NULL, &built_in) == KZ_OK) {
        at_least.sequence = built_in.sequence;
    }
    status = kz_law_open(bytes, length, port_verify, law_key, &at_least, &opened.law[0]);
    if (status == KZ_OK) {
        status = kz_law_self_test(&opened.law[0]);
    }
    if (status != KZ_OK) {
        return refuse(pack, status, bytes, length);
    }
    kiosk_law = &opened.law[0];
    from = "pack";
    return KIOSK_OK;
}

/* Decides by the law of the slots. */
static void decide_by_slots(void)
{
    static const char *const slot[] = {"built_in", "slot_1", "slot_2"};

    kiosk_law = slots_law(&opened);
    from = slot[opened.choice.open];
}

void law_boot(void)
{
    const slots_flash *const flash = port_flash();

    if (flash != NULL) {
        slots_open(flash, &opened);
        decide_by_slots();
    }
}

int law_keep(const char *file, const char *key_file)
{
    if (!read_key(key_file)) {
        return KIOSK_BAD_LAW;
    }
    switch (port_keep(file, law_key)) {
    case PORT_SLOTS:
        law_boot();
        return KIOSK_OK;
    case PORT_OTHER_FILE:
        /* As with a damaged pack: whoever stands before the kiosk gets an answer, which names its law. What is left of the
           file is not used. The record of the highest sequence may be gone, and a pack older than one used would open. */
        out_complain("not a whole file of slots, so the built-in law decides until you remove it", text_of(file));
        has_no_slots = 1;
        return KIOSK_OK;
    default:
        out_complain("the file cannot hold slots", text_of(file));
        return KIOSK_BAD_LAW;
    }
}

int law_install(const char *pack)
{
    const slots_flash *const flash = port_flash();
    const uint8_t *bytes;
    size_t length;
    kz_status status;

    if (flash == NULL) {
        return has_no_slots ? KIOSK_BAD_LAW : KIOSK_BAD_USE;
    }
    if (!read_file(pack, &bytes, &length)) {
        return KIOSK_BAD_LAW;
    }
    status = slots_install(flash, &opened, bytes, length);
    decide_by_slots();
    return status == KZ_OK ? law_show() : refuse(pack, status, bytes, length);
}

static void write_field(const char *name, const char *value)
{
    out(name);
    out("=");
    out(value);
    out("\n");
}

int law_show(void)
{
    char name[KZ_LAW_NAME_BYTES + 1], number[OUT_NUMBER_BYTES], day[OUT_DAY_BYTES];
    kz_law_identity law;
    uint8_t digest[8];
    unsigned i;

    if (kz_law_get(kiosk_law, &law) != KZ_OK) {
        return KIOSK_BAD_LAW;
    }
    for (i = 0; i < sizeof digest; i++) {
        digest[i] = (uint8_t)(law.digest >> (8 * (sizeof digest - 1 - i)));
    }
    write_field("law", words_law(name));
    write_field("sequence", out_count(law.sequence, number));
    out("digest=");
    hex_write(digest, sizeof digest);
    out("\n");
    write_field("known_until", out_day(law.known_until, day));
    write_field("from", from);
    if (port_flash() != NULL) {
        write_field("slot_1", kz_status_name(opened.status[0]));
        write_field("slot_2", kz_status_name(opened.status[1]));
    }
    return KIOSK_OK;
}
