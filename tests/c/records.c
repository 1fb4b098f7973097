/* Bytes of a case, a ticket and a receipt that were damaged: flipped bits, bursts, cuts, erased pieces, and a case whose power
   was cut while it was written. None is taken for one that is whole. */
#include "check.h"

#include <string.h>

enum { BYTES_MAX = 256, CHAIN_MAX = 24 };

typedef int accepts(const uint8_t *bytes, size_t size);

static int accepts_case(const uint8_t *bytes, size_t size)
{
    kz_case it;
    kz_case_view view;
    if (size != sizeof it)
        return 0;
    memcpy(&it, bytes, sizeof it);
    return kz_case_get(NULL, &it, &view) == KZ_OK;
}

static int accepts_ticket(const uint8_t *bytes, size_t size)
{
    kz_ticket ticket;
    return kz_ticket_read(bytes, size, &ticket) == KZ_OK;
}

static int accepts_receipt(const uint8_t *bytes, size_t size)
{
    kz_verification verified;
    return kz_receipt_verify(NULL, bytes, size, &verified) == KZ_OK;
}

static void flip(uint8_t *bytes, size_t bit)
{
    bytes[bit / 8] ^= (uint8_t)(1u << (bit % 8));
}

static void damage(const void *whole, size_t size, accepts *accepted)
{
    uint8_t bytes[BYTES_MAX];
    size_t bits = size * 8, first, second, width, run;
    CHECK(size + 16 <= sizeof bytes && accepted(whole, size));
    memcpy(bytes, whole, size);
    for (first = 0; first < bits; first++) {
        flip(bytes, first);
        CHECK(!accepted(bytes, size));
        for (second = 0; second < first; second++) {
            flip(bytes, second);
            CHECK(!accepted(bytes, size));
            flip(bytes, second);
        }
        flip(bytes, first);
    }
    for (run = 0; run < 200000; run++) {
        unsigned left = 3 + below(4);
        while (left-- > 0)
            flip(bytes, below((uint32_t)bits));
        CHECK(memcmp(bytes, whole, size) == 0 || !accepted(bytes, size));
        memcpy(bytes, whole, size);
    }
    /* A burst: the first bit and the last are wrong, those between them are anything. */
    for (first = 0; first < bits; first++)
        for (width = 2; width <= 32 && first + width <= bits; width++) {
            flip(bytes, first);
            flip(bytes, first + width - 1);
            for (second = first + 1; second < first + width - 1; second++)
                if (below(2))
                    flip(bytes, second);
            CHECK(!accepted(bytes, size));
            memcpy(bytes, whole, size);
        }
    memset(bytes + size, 0, 16);
    for (width = 0; width < size + 16; width++)
        CHECK(width == size || !accepted(bytes, width));
    for (width = 1; width <= size; width++)
        for (first = 0; first + width <= size; first++) {
            memset(bytes + first, below(2) ? 0 : 0xFF, width);
            CHECK(memcmp(bytes, whole, size) == 0 || !accepted(bytes, size));
            memcpy(bytes, whole, size);
        }
}

static kz_case chain[CHAIN_MAX];
static unsigned chain_length;

/* A case after each of its events. */
static void make_chain(void)
{
    static const kz_event round[] = {
        KZ_EVENT_SUBMIT, KZ_EVENT_HOST_CONFIRMS, KZ_EVENT_MOVE, KZ_EVENT_SUBMIT, KZ_EVENT_HOST_DECLINES, KZ_EVENT_STAY_EXTENDED,
    };
    static const kz_arrival arrival = {{2026, 8, 3}, {2027, 6, 1}, 0, KZ_TREATY_NONE, KZ_WEEK_FIVE};
    CHECK(kz_case_init(&arrival, &chain[0]) == KZ_OK);
    for (chain_length = 1; chain_length < CHAIN_MAX; chain_length++) {
        kz_case_event event = {{2026, 8, 3}, {0, 0, 0}, 0, 0, 0, {0, 0}};
        event.on.day = (uint8_t)(3 + chain_length);
        event.event = round[(chain_length - 1) % 6];
        if (event.event == KZ_EVENT_SUBMIT) {
            event.data = 127;
            event.place = KZ_PLACE_OF_STAY_APARTMENT;
        }
        if (event.event == KZ_EVENT_STAY_EXTENDED)
            event.stay_until = (kz_date){2027, 7, (uint8_t)chain_length};
        chain[chain_length] = chain[chain_length - 1];
        CHECK(kz_case_apply(NULL, &chain[chain_length], &event) == KZ_OK);
    }
}

/* Bytes of two cases mixed are one of both, or none. */
static void check_mixed(const kz_case *one, const kz_case *other, const uint8_t *mixed)
{
    CHECK(memcmp(mixed, one, sizeof *one) == 0 || memcmp(mixed, other, sizeof *other) == 0 || !accepts_case(mixed, sizeof *one));
}

static void power_cuts(void)
{
    unsigned from, to, run;
    size_t written, at;
    uint8_t mixed[sizeof(kz_case)];
    for (from = 0; from < chain_length; from++)
        for (to = 0; to < chain_length; to++)
            for (written = 0; written <= sizeof mixed; written++) {
                const kz_case *old = &chain[from], *new = &chain[to];
                /* Forwards, and backwards. */
                memcpy(mixed, old, sizeof mixed);
                memcpy(mixed, new, written);
                check_mixed(old, new, mixed);
                /* Flash: the byte that was being programmed has some zeros of both. */
                if (written < sizeof mixed) {
                    mixed[written] &= ((const uint8_t *)new)[written];
                    check_mixed(old, new, mixed);
                }
                memcpy(mixed, old, sizeof mixed);
                memcpy(mixed + written, (const uint8_t *)new + written, sizeof mixed - written);
                check_mixed(old, new, mixed);
            }
    /* Any pages of 4 to 32 bytes are written, the others are not. */
    for (run = 0; run < 200000; run++) {
        const kz_case *old = &chain[below(chain_length)], *new = &chain[below(chain_length)];
        size_t size = (size_t)4 << below(4);
        memcpy(mixed, old, sizeof mixed);
        for (at = 0; at < sizeof mixed; at += size)
            if (below(2))
                memcpy(mixed + at, (const uint8_t *)new + at, sizeof mixed - at < size ? sizeof mixed - at : size);
        check_mixed(old, new, mixed);
    }
}

int main(void)
{
    static const uint8_t identifier[KZ_IDENTIFIER_BYTES] = {0xA5, 1, 2, 3};
    kz_facts facts;
    kz_ticket_record ticket;
    kz_receipt_record receipt;
    memset(&facts, 0, sizeof facts);
    facts.on = (kz_date){2026, 11, 22};
    facts.birth = (kz_date){1990, 5, 17};
    facts.birth_precision = KZ_BIRTH_PRECISION_DAY;
    facts.standing = KZ_STANDING_FOREIGNER;
    facts.occasion = KZ_OCCASION_RESIDENCE_CARD;
    facts.action = KZ_ACTION_FIRST_ISSUE;
    facts.fingerprinted = KZ_ANSWER_NO;
    CHECK(kz_ticket_issue(NULL, &facts, identifier, &ticket) == KZ_OK);
    CHECK(kz_receipt_issue(NULL, &facts, &receipt) == KZ_OK);
    make_chain();
    power_cuts();
    damage(&chain[0], sizeof *chain, accepts_case);
    damage(&chain[CHAIN_MAX - 1], sizeof *chain, accepts_case);
    damage(ticket.bytes, sizeof ticket.bytes, accepts_ticket);
    damage(receipt.bytes, sizeof receipt.bytes, accepts_receipt);
    return 0;
}
