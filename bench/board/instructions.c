/* Counts the instructions of kz_assess, by the built-in law and by a pack, and of opening the pack, on a Cortex-M3 in
 * QEMU; on a Cortex-M0 only of opening packs, also of a slow one. `make instructions` runs it with -icount, where
 * every instruction takes the same time, and SysTick counts them. Prints a line for each named case through
 * semihosting: what is known, the count, the name.
 */
#include <stdint.h>

#include "pack.h"
#ifdef CORTEX_M0
#include "kz_rules.h"
#else
#include "people.h"
#endif

#include <stddef.h>

/* Each instruction takes 2^6 ns (-icount shift=6); a tick of SysTick takes 40 ns (25 MHz), on the Cortex-M0 62.5 ns (16
   MHz). */
#define PICOSECONDS_PER_INSTRUCTION 64000u
#ifdef CORTEX_M0
#define PICOSECONDS_PER_TICK 62500u
#else
#define PICOSECONDS_PER_TICK 40000u
#endif

#define SYSTICK_CONTROL (*(volatile uint32_t *)0xE000E010u)
#define SYSTICK_RELOAD (*(volatile uint32_t *)0xE000E014u)
#define SYSTICK_VALUE (*(volatile uint32_t *)0xE000E018u)
#define TICKS 0x1000000u /* It counts down from here, and wraps around: 24 bits. */

void start(void);
void round_ended(void);
int main(void);

extern unsigned char stack_top[];

__attribute__((section(".vectors"), used)) static const struct {
    void *stack;
    void (*start)(void);
    void (*others[13])(void);
    void (*round_ended)(void);
} vectors = {stack_top, start, {0}, round_ended};

static volatile uint32_t rounds;

void round_ended(void)
{
    rounds++;
}

/* The ticks since the start. */
static uint64_t now(void)
{
    uint32_t before, value;

    do {
        before = rounds;
        value = SYSTICK_VALUE;
    } while (rounds != before);
    return (uint64_t)before * TICKS + (TICKS - 1 - value);
}

static void semihosting(uint32_t operation, const void *argument)
{
    register uint32_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;

    __asm__ volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
}

static void print(const char *text)
{
    semihosting(4, text); /* SYS_WRITE0 */
}

static void print_number(uint64_t number)
{
    char digits[21], *first = digits + sizeof digits - 1;

    *first = '\0';
    do {
        *--first = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    print(first);
}

/* The code to measure. */
struct call {
    const uint8_t *pack;
    size_t length;
    const kz_law *law;
    const kz_facts *facts;
};

static int refused; /* whether any call failed */
static kz_law opened;

#ifndef CORTEX_M0
static kz_status assess(const struct call *call)
{
    kz_assessment answer;

    return kz_assess(call->law, call->facts, &answer);
}
#endif

static kz_status open(const struct call *call)
{
    const kz_at_least any = {0};

    return kz_law_open_already_verified(call->pack, call->length, &any, &opened);
}

/* The overhead, which is subtracted: the call, and reading the clock. */
__attribute__((noinline)) static kz_status nothing(const struct call *call)
{
    kz_assessment answer;

    __asm__ volatile("" : : "r"(call), "r"(&answer) : "memory");
    return KZ_OK;
}

static uint64_t ticks(kz_status (*function)(const struct call *), const struct call *call)
{
    const uint64_t before = now();

    if (function(call) != KZ_OK) {
        refused = 1;
    }
    return now() - before;
}

static uint64_t instructions(kz_status (*function)(const struct call *), const struct call *call)
{
    const uint64_t more = ticks(function, call) - ticks(nothing, call);

    return (more * PICOSECONDS_PER_TICK + PICOSECONDS_PER_INSTRUCTION / 2) / PICOSECONDS_PER_INSTRUCTION;
}

static void line(const char *kind, uint64_t count, const char *name)
{
    print(kind);
    print(" ");
    print_number(count);
    print(" ");
    print(name);
    print("\n");
}

int main(void)
{
    struct call call = {pack, sizeof pack, NULL, NULL};

    SYSTICK_RELOAD = TICKS - 1;
    SYSTICK_VALUE = 0;
    SYSTICK_CONTROL = 7; /* enabled, by the processor's clock, with its interrupt */
    line("open", instructions(open, &call), "the built-in law as a pack");
#ifdef CORTEX_M0
    call.pack = slow;
    call.length = sizeof slow;
    line("slow", instructions(open, &call), "a pack that takes long");
#else
    unsigned i;

    for (i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
        call.facts = &PEOPLE[i].facts;
        call.law = NULL;
        line(KNOWN[PEOPLE[i].known], instructions(assess, &call), PEOPLE[i].name);
        if (PEOPLE[i].known == ALL) {
            call.law = &opened;
            line("pack", instructions(assess, &call), PEOPLE[i].name);
        }
    }
#endif
    return refused;
}

void start(void)
{
    const uint32_t exited[] = {0x20026u, (uint32_t)main()};

    semihosting(0x20, exited); /* SYS_EXIT_EXTENDED */
    for (;;) {
    }
}
