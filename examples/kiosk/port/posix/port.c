/* The port for a machine with a C library: standard input, output and error, files, and the system's
   clock. */
#include "kiosk.h"
#include "port/port.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Nobody takes the answers: a full disk, a closed pipe. */
static void give_up(void)
{
    fputs("kiosk: the output cannot be written\n", stderr);
    exit(KIOSK_BAD_OUTPUT);
}

static void show(void)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        give_up();
    }
}

int port_read_line(char *line, size_t capacity, size_t *length)
{
    static int after_cr; /* a line feed is its other half */
    size_t count = 0;
    int byte = EOF;

    show();
    while (count < capacity && (byte = getc(stdin)) != EOF) {
        const int is_half = byte == '\n' && after_cr;

        after_cr = byte == '\r';
        if (is_half) {
            continue;
        }
        if (byte == '\n' || byte == '\r') {
            break;
        }
        line[count++] = (char)byte;
    }
    *length = count;
    if (count == capacity) {
        return PORT_PART;
    }
    return byte == EOF && count == 0 ? PORT_END : PORT_LINE;
}

void port_write(const char *bytes, size_t length)
{
    if (fwrite(bytes, 1, length, stdout) != length) {
        give_up();
    }
}

void port_complain(const char *bytes, size_t length)
{
    show();
    fwrite(bytes, 1, length, stderr);
}

int64_t port_unix_seconds(void)
{
    return (int64_t)time(NULL);
}

int port_file(const char *name, const uint8_t **bytes, size_t *length)
{
    static uint8_t buffer[256 * 1024 + 1]; /* more than any pack of a law has, and a byte */
    FILE *const file = fopen(name, "rb");
    int failed;

    if (file == NULL) {
        return PORT_NO_FILE;
    }
    *bytes = buffer;
    *length = fread(buffer, 1, sizeof buffer, file);
    failed = ferror(file);
    fclose(file);
    if (failed) {
        return PORT_NO_FILE;
    }
    return *length == sizeof buffer ? PORT_FILE_TOO_LONG : PORT_FILE;
}

int32_t port_verify(void *key, const uint8_t *message, size_t length, const uint8_t *signature)
{
    return kz_ed25519(key, message, length, signature);
}

const slots_flash *port_flash(void)
{
    return NULL;
}

int main(int argc, char **argv)
{
    int result = kiosk_main(argc, argv);

    if (ferror(stdin)) {
        fputs("kiosk: the input cannot be read\n", stderr);
        result = KIOSK_BAD_INPUT;
    }
    show();
    return result;
}
