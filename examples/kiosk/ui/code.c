#include "ui/code.h"

#include "input/wipe.h"
#include "port/port.h"
#include "ui/out.h"

#if KZ_HAS_QR

/* The light modules required around a code. */
#define MARGIN 4u

static uint8_t modules[KZ_QR_BUFFER];
static uint8_t scratch[KZ_QR_BUFFER];
static uint8_t side;
static int on_dark;

kz_status code_make(text content)
{
    return kz_qr_encode(content.start, content.length, scratch, sizeof scratch, modules,
                        sizeof modules, &side);
}

/* The modules per side, with the margins. */
static unsigned whole(void)
{
    return side + 2 * MARGIN;
}

/* Whether a module, counted with the margins, is dark. */
static int is_dark(unsigned x, unsigned y)
{
    const unsigned end = MARGIN + side;

    return x >= MARGIN && x < end && y >= MARGIN && y < end
           && KZ_QR_IS_DARK(modules, side, x - MARGIN, y - MARGIN) != 0;
}

void code_on_dark(int wanted)
{
    on_dark = wanted;
}

/* Whether a module is ink. */
static int is_ink(unsigned x, unsigned y)
{
    return is_dark(x, y) != on_dark;
}

void code_print(void)
{
    static const char *const blocks[] = {" ", "\xE2\x96\x80", "\xE2\x96\x84", "\xE2\x96\x88"};
    unsigned x, y;

    for (y = 0; y < whole(); y += 2) {
        for (x = 0; x < whole(); x++) {
            out(blocks[is_ink(x, y) + 2 * is_ink(x, y + 1)]);
        }
        out("\n");
    }
}

void code_picture(void)
{
    char number[OUT_NUMBER_BYTES];
    unsigned x, y, line;

    out("P4\n");
    out(out_number((int32_t)(whole() * 8), number));
    out(" ");
    out(number);
    out("\n");
    for (y = 0; y < whole(); y++) {
        for (line = 0; line < 8; line++) {
            for (x = 0; x < whole(); x++) {
                /* One byte per row of a module: a module is eight pixels wide. */
                port_write(is_dark(x, y) ? "\xFF" : "\0", 1);
            }
        }
    }
}

void code_forget(void)
{
    wipe(modules, sizeof modules);
    wipe(scratch, sizeof scratch);
}

int code_is_built_in(void)
{
    return 1;
}

#else

int code_is_built_in(void)
{
    return 0;
}

kz_status code_make(text content)
{
    (void)content;
    return KZ_OK;
}

void code_print(void)
{
}

void code_on_dark(int wanted)
{
    (void)wanted;
}

void code_picture(void)
{
}

void code_forget(void)
{
}

#endif
