/* RISC-V in machine mode: start, traps, and the end of the program through SiFive's test device. */
#include "machine.h"

#include <stdint.h>

/* From the board's linker script. */
extern volatile uint32_t test_device;

void start(void);

static __attribute__((used)) void faulted(void)
{
    machine_exit(MACHINE_FAULT);
}

/* The stack may have caused the fault: reset it. */
static __attribute__((aligned(4), naked, used)) void fault(void)
{
    __asm__("la sp, stack_top\n\t"
            "j faulted");
}

/* Tells the processor where traps go (mtvec), and where the stack is. */
__attribute__((section(".start"), naked, used)) void start(void)
{
    __asm__(".option arch, +zicsr\n\t"
            "la sp, stack_top\n\t"
            "la t0, fault\n\t"
            "csrw mtvec, t0\n\t"
            "j machine_main");
}

void machine_exit(int status)
{
    test_device = status == 0 ? 0x5555u : (uint32_t)status << 16 | 0x3333u;
    for (;;) {
    }
}
