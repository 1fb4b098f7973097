/* Counts the instructions of kz_assess, by the built-in law and by a pack, and of opening the pack, on a Cortex-M3 in QEMU:
 * make instructions runs it with -icount, where each instruction takes the same time, and SysTick tells how many went by.
 * Prints a line for each named case through semihosting: what is known, the count, the name. */
#include <stdint.h>

#include "pack.h"
#include "people.h"

#include <stddef.h>

/* Each instruction takes 2^6 ns (-icount shift=6), each tick of SysTick 40 ns (25 MHz). */
#define NANOSECONDS_PER_INSTRUCTION 64u
#define NANOSECONDS_PER_TICK 40u

#define SYSTICK_CONTROL (*(volatile uint32_t *)0xE000E010u)
#define SYSTICK_RELOAD (*(volatile uint32_t *)0xE000E014u)
#define SYSTICK_VALUE (*(volatile uint32_t *)0xE000E018u)
#define TICKS 0x1000000u /* It counts down from here, round and round: 24 bits. */

void start(void);
int main(void);

extern unsigned char stack_top[];

__attribute__((section(".vectors"), used)) static const struct {
    void *stack;
    void (*start)(void);
} vectors = {stack_top, start};

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

static void print_number(uint32_t number)
{
    char digits[11], *first = digits + sizeof digits - 1;

    *first = '\0';
    do {
        *--first = (char)('0' + number % 10);
        number /= 10;
    } while (number != 0);
    print(first);
}

/* Something to measure. */
struct call {
    const kz_law *law;
    const kz_facts *facts;
};

static int refused; /* whether any call failed */
static kz_law opened;

static kz_status assess(const struct call *call)
{
    kz_assessment answer;

    return kz_assess(call->law, call->facts, &answer);
}

static kz_status open(const struct call *call)
{
    const kz_at_least any = {0};

    (void)call;
    return kz_law_open_already_verified(pack, sizeof pack, &any, &opened);
}

/* What is measured besides, subtracted: the call, and the reading of the clock. */
__attribute__((noinline)) static kz_status nothing(const struct call *call)
{
    kz_assessment answer;

    __asm__ volatile("" : : "r"(call), "r"(&answer) : "memory");
    return KZ_OK;
}

static uint32_t ticks(kz_status (*function)(const struct call *), const struct call *call)
{
    uint32_t before, after;

    before = SYSTICK_VALUE;
    if (function(call) != KZ_OK) {
        refused = 1;
    }
    after = SYSTICK_VALUE;
    return (before - after) & (TICKS - 1);
}

static uint32_t instructions(kz_status (*function)(const struct call *), const struct call *call)
{
    const uint32_t more = ticks(function, call) - ticks(nothing, call);

    return (more * NANOSECONDS_PER_TICK + NANOSECONDS_PER_INSTRUCTION / 2) / NANOSECONDS_PER_INSTRUCTION;
}

static void line(const char *kind, uint32_t count, const char *name)
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
    struct call call = {0};
    unsigned i;

    SYSTICK_RELOAD = TICKS - 1;
    SYSTICK_VALUE = 0;
    SYSTICK_CONTROL = 5; /* on, by the processor's clock */
    line("open", instructions(open, &call), "the built-in law as a pack");
    for (i = 0; i < sizeof PEOPLE / sizeof *PEOPLE; i++) {
        call.facts = &PEOPLE[i].facts;
        call.law = NULL;
        line(KNOWN[PEOPLE[i].known], instructions(assess, &call), PEOPLE[i].name);
        if (PEOPLE[i].known == ALL) {
            call.law = &opened;
            line("pack", instructions(assess, &call), PEOPLE[i].name);
        }
    }
    return refused;
}

void start(void)
{
    const uint32_t exited[] = {0x20026u, (uint32_t)main()};

    semihosting(0x20, exited); /* SYS_EXIT_EXTENDED */
    for (;;) {
    }
}
