/* The port for a board without an operating system: everything uses one serial line (serial.h).
 *
 * The first line that the board receives holds the arguments, separated by spaces; the input follows. Error messages
 * go where the answers go. There is no clock and there are no files: packs have flash of their own.
 */
#include "flash.h"
#include "kiosk.h"
#include "machine.h"
#include "port/port.h"
#include "serial.h"
#include "ui/out.h"

#include <monocypher-ed25519.h>
#include <string.h>

/* The longest line of arguments, and the most arguments, with some room. Surplus arguments are dropped, but what remains is
   still too many for any mode. */
enum { ARGUMENTS_BYTES = 64, ARGUMENTS_MAX = 8 };

int port_read_line(char *line, size_t capacity, size_t *length)
{
    return serial_read_line(line, capacity, length);
}

void port_write(const char *bytes, size_t length)
{
    serial_write(bytes, length);
}

void port_complain(const char *bytes, size_t length)
{
    port_write(bytes, length);
}

int64_t port_unix_seconds(void)
{
    return -1;
}

int port_file(const char *name, const uint8_t **bytes, size_t *length)
{
    (void)name, (void)bytes, (void)length;
    return PORT_NO_FILE;
}

int32_t port_verify(void *key, const uint8_t *message, size_t length, const uint8_t *signature)
{
    return crypto_ed25519_check(signature, key, message, length);
}

/* From the board's linker script, addresses and a number; and from key.S. */
extern const uint8_t slot_1[], slot_2[], slot_bytes[], record_1[], record_2[];
extern uint8_t law_key[KZ_KEY_BYTES];

const slots_flash *port_flash(void)
{
    static const slots_flash flash = {
        {slot_1, slot_2}, (size_t)slot_bytes, {record_1, record_2}, flash_write, port_verify, law_key,
    };

    return &flash;
}

int port_keep(const char *name, uint8_t *key)
{
    (void)name, (void)key;
    return PORT_NO_SLOTS;
}

/* Splits a line at its spaces. Returns the number of words, without those that do not fit. */
static int split(char *line, char **arguments)
{
    int count = 0;

    while (count < ARGUMENTS_MAX && *(line += strspn(line, " \t")) != '\0') {
        arguments[count++] = line;
        line += strcspn(line, " \t");
        if (*line != '\0') {
            *line++ = '\0';
        }
    }
    return count;
}

int main(void)
{
    char line[ARGUMENTS_BYTES + 1];
    char *arguments[1 + ARGUMENTS_MAX + 1] = {NULL};
    int found;

    serial_start();
    while ((found = serial_read_first(line, ARGUMENTS_BYTES)) == PORT_LOST) {
        out_complain("the line of arguments was damaged: send it again", text_of(""));
    }
    if (found == PORT_PART) {
        out_complain("the line of arguments is too long", text_of(""));
        return KIOSK_BAD_USE;
    }
    return kiosk_main(1 + split(line, arguments + 1), arguments);
}
