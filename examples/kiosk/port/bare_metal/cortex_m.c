/* Arm Cortex-M: the vector table, and the end of the program through semihosting. */
#include "machine.h"

#include <stdint.h>

void start(void);

static __attribute__((used)) void faulted(void)
{
    machine_exit(MACHINE_FAULT);
}

/* The stack may have caused the fault: reset it. */
static __attribute__((naked)) void fault(void)
{
    __asm__("ldr r0, =stack_top\n\t"
            "mov sp, r0\n\t"
            "bl faulted\n\t"
            ".ltorg");
}

extern unsigned char stack_top[];

/* No interrupts are used: only the processor's exceptions occur. */
__attribute__((section(".start"), used)) static const struct {
    void *stack;
    void (*start)(void);
    void (*exceptions[14])(void);
} vectors = {stack_top,
             start,
             {fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault, fault,
              fault}};

void start(void)
{
#ifdef __ARM_FP
    /* The floating-point unit is off until access to its coprocessors 10 and 11 is granted (CPACR). */
    *(volatile uint32_t *)0xE000ED88u |= 0xFu << 20;
    __asm__ volatile("dsb\n\tisb" : : : "memory");
#endif
    machine_main();
}

void machine_exit(int status)
{
    /* SYS_EXIT_EXTENDED: the application has ended (ADP_Stopped_ApplicationExit), with this status. */
    const uint32_t reason[] = {0x20026u, (uint32_t)status};
    register uint32_t operation __asm__("r0") = 0x20u;
    register const uint32_t *argument __asm__("r1") = reason;

    __asm__ volatile("bkpt 0xAB" : "+r"(operation) : "r"(argument) : "memory");
    for (;;) {
    }
}
