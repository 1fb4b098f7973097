/* The port for a machine with POSIX: standard input, output and error, files, and the system's clock. */
#define _POSIX_C_SOURCE 200112L

#include "kiosk.h"
#include "port/port.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Nobody reads the answers: a full disk, a closed pipe. */
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

enum { PACK_MAX = 256 * 1024 }; /* larger than any pack */

int port_file(const char *name, const uint8_t **bytes, size_t *length)
{
    static uint8_t buffer[PACK_MAX + 1];
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

/* A file of slots and records, and a copy of its content: a law is used in place. */
static FILE *kept;
static struct {
    uint8_t slot[2][PACK_MAX], record[2][KZ_RECORD_BYTES];
} image;

/* Reads the rest of the file. Returns 0 if it cannot. */
static int reload(size_t at, size_t length)
{
    return fseek(kept, (long)at, SEEK_SET) == 0 && fread((uint8_t *)&image + at, 1, length, kept) == length;
}

/* Writes to the disk before it returns, so that a record never gets there before its pack. The copy in memory equals the
   file. */
static void write_file(const uint8_t *to, const uint8_t *bytes, size_t length)
{
    const size_t at = (size_t)(to - (const uint8_t *)&image);
    const int is_written = fseek(kept, (long)at, SEEK_SET) == 0 && fwrite(bytes, 1, length, kept) == length
        && fflush(kept) == 0 && fsync(fileno(kept)) == 0;

    if (!is_written) {
        clearerr(kept);
    }
    if (!reload(at, length)) {
        memset((uint8_t *)&image + at, 0, length);
    }
}

static slots_flash flash = {
    {image.slot[0], image.slot[1]}, PACK_MAX, {image.record[0], image.record[1]}, write_file, port_verify, NULL,
};

const slots_flash *port_flash(void)
{
    return kept == NULL ? NULL : &flash;
}

/* If a standard stream is closed, the file could get its number, and output would go into the slots. */
static int is_ours(FILE *file)
{
    return fileno(file) > STDERR_FILENO;
}

/* Writes erased flash to a new file. Returns 0 if not all of it is on the disk. */
static int write_erased(const char *name)
{
    FILE *const file = fopen(name, "wb");
    int is_written;

    if (file == NULL) {
        return 0;
    }
    memset(&image, 0xFF, sizeof image);
    is_written = is_ours(file) && fwrite(&image, 1, sizeof image, file) == sizeof image && fflush(file) == 0
        && fsync(fileno(file)) == 0;
    return fclose(file) == 0 && is_written;
}

/* Brings the new name of a file to the disk. Where a folder cannot be synced, the file system is trusted. */
static void keep_name(char *name)
{
    char *const end = strrchr(name, '/');
    int folder;

    if (end != NULL) {
        end[1] = '\0';
    }
    folder = open(end != NULL ? name : ".", O_RDONLY);
    if (folder >= 0) {
        fsync(folder);
        close(folder);
    }
}

/* Creates a file of slots, whole or not at all: if the power fails, there is none yet, and the next start creates it. */
static int create(const char *name)
{
    static const char suffix[] = ".new";
    char other[FILENAME_MAX];
    const size_t length = strlen(name);

    if (length > sizeof other - sizeof suffix) {
        return 0;
    }
    memcpy(other, name, length);
    memcpy(other + length, suffix, sizeof suffix);
    if (!write_erased(other) || rename(other, name) != 0) {
        remove(other);
        return 0;
    }
    keep_name(other);
    return 1;
}

int port_keep(const char *name, uint8_t *key)
{
    int found = PORT_SLOTS;

    kept = fopen(name, "r+b");
    if (kept == NULL && errno == ENOENT && create(name)) {
        kept = fopen(name, "r+b");
    }
    if (kept == NULL) {
        return PORT_NO_SLOTS;
    }
    if (!is_ours(kept)) {
        found = PORT_NO_SLOTS;
    } else if (!reload(0, sizeof image) || getc(kept) != EOF) {
        found = PORT_OTHER_FILE;
    }
    if (found != PORT_SLOTS) {
        fclose(kept);
        kept = NULL;
    }
    flash.key = key;
    return found;
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
