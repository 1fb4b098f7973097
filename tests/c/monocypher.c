/* Says for each line of the standard input whether Monocypher takes the signature, as the firmware asks it: key, message and
   signature in hexadecimal, a comma after each. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "monocypher-ed25519.h"

static uint8_t bytes[3][4096];

static uint8_t digit(char of)
{
    return (uint8_t)(of <= '9' ? of - '0' : of - 'a' + 10);
}

int main(void)
{
    static char line[2 * sizeof bytes];

    while (fgets(line, sizeof line, stdin) != NULL) {
        const char *from = line;
        size_t length[3];
        int i;

        for (i = 0; i < 3; i++) {
            for (length[i] = 0; *from != ','; from += 2) {
                bytes[i][length[i]++] = (uint8_t)(digit(from[0]) << 4 | digit(from[1]));
            }
            from++;
        }
        if (length[0] != 32 || length[2] != 64) {
            return 1;
        }
        puts(crypto_ed25519_check(bytes[2], bytes[0], bytes[1], length[1]) == 0 ? "right" : "wrong");
    }
    return 0;
}
