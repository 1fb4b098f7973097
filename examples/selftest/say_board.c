/* Prints on the serial line of a board. */
#include "uart.h"

void say(const char *text);

void say(const char *text)
{
    static uint8_t is_started;

    if (is_started == 0)
        uart_start();
    is_started = 1;
    for (; *text != '\0'; text++) {
        uart_put((uint8_t)*text);
        while (uart_is_sent() == 0) {
        }
    }
}
