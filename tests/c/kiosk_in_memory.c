/* The kiosk in memory: its input and its output are arrays, so that it can be run many times, and what it leaves be
 * looked at.
 *
 * kiosk_in_memory residue INPUT MODE OPTION|- NEEDLE...   what is found of these texts after the mode has ended
 * kiosk_in_memory modes                                   all modes, one a line
 * kiosk_in_memory random COUNT INPUT...                   so many inputs made from these, in every mode and language
 * kiosk_in_memory inputs INPUT...                         inputs as a fuzzer makes them: mode, language, then the text
 *
 * Built with FUZZ it has no main: a fuzzer makes the inputs.
 */
#include "input/character.h"
#include "kiosk.h"
#include "port/port.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char bytes[1 << 18];
    size_t length;
    int too_much;
} sink;

static const char *in;
static size_t left;
static sink answers, complaints;

int port_read_line(char *line, size_t capacity, size_t *length)
{
    size_t count = 0;
    int ended = 0, any = left > 0;

    while (left > 0 && count < capacity && !ended) {
        const char byte = *in++;

        left--;
        ended = byte == '\n' || byte == '\r';
        if (byte == '\r' && left > 0 && *in == '\n') {
            in++;
            left--;
        }
        if (!ended) {
            line[count++] = byte;
        }
    }
    *length = count;
    return count == capacity ? PORT_PART : any ? PORT_LINE : PORT_END;
}

static void add(sink *to, const char *bytes, size_t length)
{
    if (length > sizeof to->bytes - to->length) {
        to->too_much = 1;
        return;
    }
    memcpy(to->bytes + to->length, bytes, length);
    to->length += length;
}

void port_write(const char *bytes, size_t length)
{
    add(&answers, bytes, length);
}

void port_complain(const char *bytes, size_t length)
{
    add(&complaints, bytes, length);
}

int64_t port_unix_seconds(void)
{
    return 1795305600; /* 2026-11-22 */
}

int port_file(const char *name, const uint8_t **bytes, size_t *length)
{
    (void)name, (void)bytes, (void)length;
    return PORT_NO_FILE;
}

int32_t port_verify(void *key, const uint8_t *message, size_t length, const uint8_t *signature)
{
    return kz_ed25519(key, message, length, signature);
}

const slots_flash *port_flash(void)
{
    return NULL;
}

int port_keep(const char *name, uint8_t *key)
{
    (void)name, (void)key;
    return PORT_NO_SLOTS;
}

static int run(const char *input, size_t length, char **arguments)
{
    int count = 0;

    in = input;
    left = length;
    answers.length = complaints.length = 0;
    answers.too_much = complaints.too_much = 0;
    while (arguments[count] != NULL) {
        count++;
    }
    return kiosk_main(count, arguments);
}

static size_t load(const char *file, char *into, size_t capacity)
{
    FILE *const from = fopen(file, "rb");
    size_t length;

    if (from == NULL) {
        exit(9);
    }
    setbuf(from, NULL); /* no copy of it is kept */
    length = fread(into, 1, capacity, from);
    fclose(from);
    return length;
}

/* --- What is left. */

extern char __data_start[], _end[];

/* How often a text stands in some memory, which other code may have written. */
static unsigned found(const volatile char *from, const volatile char *to, const char *needle)
{
    const size_t length = strlen(needle);
    unsigned count = 0;

    for (; (size_t)(to - from) >= length; from++) {
        size_t i;

        for (i = 0; i < length && from[i] == needle[i]; i++) {
        }
        count += i == length;
    }
    return count;
}

enum { STACK = 64 * 1024 };

/* Puts zeros on the stack below, so that what is found there later comes from the kiosk; or looks there. */
static unsigned __attribute__((noinline)) stack(int look, char **needles)
{
    volatile char below[STACK];
    unsigned count = 0;
    size_t i;

    if (!look) {
        for (i = 0; i < sizeof below; i++) {
            below[i] = 0;
        }
        return 0;
    }
    for (; *needles != NULL; needles++) {
        count += found(below, below + sizeof below, *needles);
    }
    return count;
}

static int residue(int count, char **arguments)
{
    static char input[1 << 14];
    const size_t length = load(arguments[0], input, sizeof input);
    char *mode[] = {"kiosk", arguments[1], strcmp(arguments[2], "-") == 0 ? NULL : arguments[2], NULL};
    unsigned in_memory = 0, on_stack, i;
    int result;

    stack(0, NULL);
    result = run(input, length, mode);
    on_stack = stack(1, arguments + 3);
    memset(input, 0, sizeof input);
    memset(&answers, 0, sizeof answers);
    for (i = 3; i < (unsigned)count; i++) {
        in_memory += found(__data_start, _end, arguments[i]);
    }
    printf("%d %u %u\n", result, in_memory, on_stack);
    return 0;
}

/* --- Random input. */

static uint64_t state = 88172645463325252u;

static size_t below(size_t end)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (size_t)((state >> 11) % end);
}

static char *const modes[][3] = {
    {"lines", "assess", NULL}, {"lines", "plan", NULL},   {"lines", "terms", NULL},    {"lines", "registration", NULL},
    {"lines", "stay", NULL},   {"lines", "country", NULL}, {"lines", "ticket", NULL},  {"lines", "refusal", NULL},
    {"lines", "pilot", NULL},  {"lines", "iin", NULL},    {"lines", "calendar", NULL}, {"lines", "clock", NULL},
    {"receipts", NULL, NULL},  {"verify", NULL, NULL},    {"cards", NULL, NULL},       {"cards", "terms", NULL},
    {"cards", "plan", NULL},   {"cards", "registration", NULL}, {"cards", "stay", NULL}, {"cards", "--why", NULL},
    {"cards", "--receipt", NULL}, {"ask", NULL, NULL},    {"ask", "document", NULL},   {"ask", "stay", NULL},
    {"ask", "guest", NULL},    {"plan", NULL, NULL},      {"certificate", NULL, NULL},
};
static char *const languages[] = {"en", "kk", "ru"};
enum { MODES = sizeof modes / sizeof modes[0], LANGUAGES = 3, TABLES = 14, VERIFY = 13 };

static void fail(const char *what, char **arguments)
{
    printf("%s:", what);
    for (; *arguments != NULL; arguments++) {
        printf(" %s", *arguments);
    }
    printf("\n%.*s\n", (int)answers.length, answers.bytes);
    exit(1);
}

/* All that is shown to a person is seen, and commands nothing. */
static int is_shown(const sink *of)
{
    text rest;

    rest.start = of->bytes;
    rest.length = of->length;
    while (rest.length > 0) {
        const uint32_t character = character_next(&rest);
        const int does = character_does(character);

        if (character != '\n' && does != CHARACTER_SEEN && does != CHARACTER_BLANK) {
            return 0;
        }
    }
    return 1;
}

/* Every record of a table has as many fields as the first, and its end. */
static int is_table(const sink *of)
{
    unsigned fields = 1, first = 0;
    int quoted = 0;
    size_t i;

    for (i = 0; i < of->length; i++) {
        const char byte = of->bytes[i];

        quoted ^= byte == '"';
        fields += byte == ',' && !quoted;
        if (byte == '\n' && !quoted) {
            if (first != 0 && fields != first) {
                return 0;
            }
            first = fields;
            fields = 1;
        }
    }
    return !quoted && (of->length == 0 || of->bytes[of->length - 1] == '\n');
}

/* Whether the first field of some record would be read as a formula. */
static int has_formula(const sink *of)
{
    int begins = 1, quoted = 0;
    size_t i;

    for (i = 0; i < of->length; i++) {
        const char byte = of->bytes[i];

        if (begins && byte != '"' && memchr("=+-@", byte, 4) != NULL) {
            return 1;
        }
        quoted ^= byte == '"';
        begins = (byte == '\n' && !quoted) || (begins && byte == '"');
    }
    return 0;
}

/* A table for a spreadsheet is also safe for a terminal; one for a program has the ids as they came. */
static void check_spreadsheet(const char *input, size_t length, size_t mode, char *language, int expected)
{
    char *arguments[7] = {"kiosk", "--spreadsheet", "--lang", language, modes[mode][0], modes[mode][1], NULL};

    if (run(input, length, arguments) != expected) {
        fail("another exit status", arguments);
    }
    if (!is_table(&answers) || !is_shown(&answers) || !is_shown(&complaints)) {
        fail("what is not to be shown", arguments);
    }
    if (has_formula(&answers)) {
        fail("a formula", arguments);
    }
}

static void check(const char *input, size_t length, size_t mode, char *language)
{
    static sink before;
    char *arguments[6] = {"kiosk", "--lang", language, modes[mode][0], modes[mode][1], NULL};
    const int result = run(input, length, arguments);

    if (result != KIOSK_OK && result != KIOSK_BAD_INPUT) {
        fail("exit status", arguments);
    }
    if (mode != VERIFY && (result == KIOSK_BAD_INPUT) != (complaints.length > 0)) {
        fail("a complaint, or none", arguments);
    }
    if (answers.too_much) {
        fail("endless", arguments);
    }
    if (mode < TABLES && !is_table(&answers)) {
        fail("no table", arguments);
    }
    if (!is_shown(&complaints) || (mode >= TABLES && !is_shown(&answers))) {
        fail("what is not to be shown", arguments);
    }
    before.length = answers.length;
    memcpy(before.bytes, answers.bytes, answers.length);
    if (run(input, length, arguments) != result || answers.length != before.length
        || memcmp(answers.bytes, before.bytes, before.length) != 0) {
        fail("another answer the second time", arguments);
    }
    if (mode < TABLES) {
        check_spreadsheet(input, length, mode, language, result);
    }
}

/* Changes some bytes. Returns the length. */
static size_t change(char *bytes, size_t length, size_t capacity)
{
    static const char odd[] = ",,;\t\"\"\"--0123459|=@ \n\r\0aZ\x7f\x80\x9b\xc2\xe2\x80\xae\xef\xbb\xbf\xff";
    size_t times = below(12);

    while (times-- > 0) {
        const size_t at = below(length + 1);
        const char byte = odd[below(sizeof odd - 1)];

        switch (below(4)) {
        case 0:
            if (length < capacity) {
                memmove(bytes + at + 1, bytes + at, length - at);
                bytes[at] = byte;
                length++;
            }
            break;
        case 1:
            if (at < length) {
                memmove(bytes + at, bytes + at + 1, length - at - 1);
                length--;
            }
            break;
        case 2:
            if (length - at > 40) {
                /* A part comes twice. */
                const size_t part = below(40);

                if (length + part <= capacity) {
                    memmove(bytes + at + part, bytes + at, length - at);
                    length += part;
                }
            }
            break;
        default:
            if (at < length) {
                bytes[at] = byte;
            }
        }
    }
    return length;
}

/* A header, or the beginning, and some lines of a file. */
static size_t excerpt(const char *file, size_t length, char *into, size_t capacity)
{
    const char *const end = file + length;
    const char *line = memchr(file, '\n', length);
    size_t written, lines = 1 + below(6);

    line = line == NULL ? end : line + 1;
    written = (size_t)(line - file);
    memcpy(into, file, written);
    line += below((size_t)(end - line) + 1);
    while (lines-- > 0 && line < end) {
        const char *const next = memchr(line, '\n', (size_t)(end - line));
        const size_t part = (size_t)((next == NULL ? end : next + 1) - line);

        if (written + part > capacity) {
            break;
        }
        memcpy(into + written, line, part);
        written += part;
        line += part;
    }
    return written;
}

static int random_inputs(int count, char **arguments)
{
    static char file[1 << 18], input[1 << 13];
    const long times = atol(arguments[0]);
    int i;
    long n;

    for (i = 1; i < count; i++) {
        const size_t length = load(arguments[i], file, sizeof file);

        for (n = 0; n < times; n++) {
            const size_t mode = below(2) == 0 ? (size_t)(i - 1) % MODES : below(MODES);
            size_t made = excerpt(file, length, input, sizeof input / 2);

            made = change(input, made, sizeof input);
            check(input, made, mode, languages[below(LANGUAGES)]);
        }
    }
    printf("%ld inputs\n", times * (count - 1));
    return 0;
}

/* An input of a fuzzer: a byte for the mode, one for the language, then the text. */
static void check_input(const char *bytes, size_t size)
{
    if (size >= 2) {
        check(bytes + 2, size - 2, (unsigned char)bytes[0] % MODES, languages[(unsigned char)bytes[1] % LANGUAGES]);
    }
}

#ifdef FUZZ

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    check_input((const char *)bytes, size);
    return 0;
}

#else

static int list_modes(void)
{
    size_t i;

    for (i = 0; i < MODES; i++) {
        printf("%s%s%s\n", modes[i][0], modes[i][1] == NULL ? "" : " ", modes[i][1] == NULL ? "" : modes[i][1]);
    }
    return 0;
}

static int inputs(int count, char **files)
{
    static char input[1 << 16];

    for (; count > 0; count--) {
        check_input(input, load(*files++, input, sizeof input));
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 2 && strcmp(argv[1], "inputs") == 0) {
        return inputs(argc - 2, argv + 2);
    }
    if (argc == 2 && strcmp(argv[1], "modes") == 0) {
        return list_modes();
    }
    if (argc > 4 && strcmp(argv[1], "residue") == 0) {
        return residue(argc - 2, argv + 2);
    }
    if (argc > 3 && strcmp(argv[1], "random") == 0) {
        return random_inputs(argc - 2, argv + 2);
    }
    return 9;
}

#endif
