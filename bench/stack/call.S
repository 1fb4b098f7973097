/* uint32_t call_painted(const uint32_t words[8], void (*function)(void));

   Fills the stack from its bottom up to here with PAINT, writes down where it ends, and calls a
   function with these words: four in registers, four on the stack (AAPCS). Those too many do no harm.
   Below 'painted_to' is then what the function itself takes. */
#include "paint.h"

    .syntax unified
    .thumb
    .section .text.call_painted, "ax"
    .global call_painted
    .type call_painted, %function
    .thumb_func
call_painted:
    push {r4, r5, r6, lr}
    sub sp, #16
    mov r4, r0
    mov r5, r1
    ldr r0, [r4, #16]
    ldr r1, [r4, #20]
    ldr r2, [r4, #24]
    ldr r3, [r4, #28]
    mov r6, sp
    stm r6!, {r0, r1, r2, r3}
    mov r6, sp
    ldr r0, =painted_to
    str r6, [r0]
    ldr r0, =stack_bottom
    ldr r1, =PAINT
1:  str r1, [r0]
    adds r0, #4
    cmp r0, r6
    blo 1b
    ldm r4!, {r0, r1, r2, r3}
    blx r5
    add sp, #16
    pop {r4, r5, r6, pc}
    .pool
