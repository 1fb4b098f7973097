/* Arguments of a call: blocks of memory that end before a page that must not be touched. After the call everything around them,
   and what it had no business to write to, is as it was. */
#ifndef BLOCKS_H
#define BLOCKS_H

#include "check.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BLOCKS = 32, PAGES = 16, MARGIN = 64 };

enum role {
    INPUT,   /* Stays as it is. */
    OUTPUT,  /* Stays as it is, unless the status is KZ_OK. */
    SCRATCH, /* May be written to in any case. */
};

struct block {
    enum role role;
    uint8_t *at;
    size_t size;
};

static uint8_t *memory;
static size_t page;
static struct block blocks[BLOCKS];
static unsigned block_count;
/* What the margin and the block were before the call. */
static uint8_t *copies;
/* A pointer is NULL that must not be, or the law is none. */
static int must_fail;

static uint8_t *slot(uint8_t *of, unsigned number)
{
    return of + number * (PAGES + 1) * page;
}

static void get_memory(void)
{
    unsigned number;
    size_t size;
    page = (size_t)sysconf(_SC_PAGESIZE);
    size = BLOCKS * (PAGES + 1) * page;
    memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    copies = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    CHECK(memory != MAP_FAILED && copies != MAP_FAILED);
    for (number = 0; number < BLOCKS; number++)
        CHECK(mprotect(slot(memory, number) + PAGES * page, page, PROT_NONE) == 0);
}

static void fill(void *block, size_t size)
{
    uint8_t *bytes = block;
    while (size-- > 0)
        *bytes++ = (uint8_t)random_number();
}

/* A block of random bytes; now and then NULL, with 'may_be_null'. */
static void *block(enum role role, size_t size, int may_be_null)
{
    struct block *now = &blocks[block_count];
    CHECK(block_count < BLOCKS && size + MARGIN <= PAGES * page);
    if (may_be_null && below(40) == 0) {
        /* Of nothing there need be no array. */
        must_fail |= size > 0;
        return NULL;
    }
    now->role = role;
    now->at = slot(memory, block_count) + PAGES * page - size;
    now->size = size;
    fill(now->at - MARGIN, MARGIN + size);
    block_count++;
    return now->at;
}

/* Something that may be left out. */
static void *optional(size_t size)
{
    return below(4) ? block(INPUT, size, 0) : NULL;
}

/* The same for an output. */
static void *wanted(size_t size)
{
    return below(4) ? block(OUTPUT, size, 0) : NULL;
}

static void *input(size_t size)
{
    return block(INPUT, size, 1);
}

static void *output(size_t size)
{
    return block(OUTPUT, size, 1);
}

static void before_call(void)
{
    unsigned number;
    for (number = 0; number < block_count; number++)
        memcpy(slot(copies, number), blocks[number].at - MARGIN, MARGIN + blocks[number].size);
}

static int is_zero(const void *block, size_t size)
{
    const uint8_t *bytes = block;
    while (size-- > 0)
        if (*bytes++ != 0)
            return 0;
    return 1;
}

/* Whether a call succeeded, after everything around it was looked at. Then all blocks are free again. */
static int after_call(kz_status status)
{
    unsigned number;
    CHECK(strcmp(kz_status_name(status), "unknown") != 0);
    CHECK(!must_fail || status != KZ_OK);
    for (number = 0; number < block_count; number++) {
        const struct block *now = &blocks[number];
        const uint8_t *before = slot(copies, number);
        int may_change = now->role == SCRATCH || (now->role == OUTPUT && status == KZ_OK);
        CHECK(memcmp(now->at - MARGIN, before, may_change ? MARGIN : MARGIN + now->size) == 0);
    }
    block_count = 0;
    must_fail = 0;
    return status == KZ_OK;
}

/* Makes a call, and looks at everything around it. Whether it succeeded. */
#define CALL(call) (before_call(), after_call(call))

#endif
