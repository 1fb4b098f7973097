/* A driver of a UART on this host: memory stands for the registers.
   Usage: uart_registers WIDTH OFFSET VALUE...     puts each value into the register of so many bytes at this place, and
   prints what uart_lost() then says. */
#include "uart.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

union {
    uint64_t aligned;
    uint8_t bytes[4096];
} uart;

int main(int argc, char **argv)
{
    int i;

    for (i = 3; i < argc; i++) {
        const uint32_t value = (uint32_t)strtoul(argv[i], NULL, 0);

        memcpy(uart.bytes + strtoul(argv[2], NULL, 0), &value, strtoul(argv[1], NULL, 0));
        printf("%d\n", uart_lost());
    }
    return 0;
}
