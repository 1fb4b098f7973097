#include "ui/page.h"

#include "input/text.h"
#include "input/wipe.h"
#include "port/port.h"
#include "ui/out.h"

/* Characters per line, and per label before the text. */
enum { WIDTH = 80, LABEL = 18 };

/* The current word. A longer one may be broken. */
static char word[80];
static size_t word_length;
static int word_spaced; /* whether a space comes before it */

/* The position in the line, in characters; 0: no row has begun. */
static unsigned at;

/* The column in which the lines after the first begin. */
static unsigned indent;

static void spaces_to(unsigned column)
{
    for (; at < column; at++) {
        port_write(" ", 1);
    }
}

/* Writes the word, on the next line if it does not fit on this one. */
static void end_word(void)
{
    text piece;
    unsigned width;

    piece.start = word;
    piece.length = word_length;
    width = text_characters(piece);
    if (word_length > 0) {
        if (at > indent && word_spaced && at + 1 + width > WIDTH) {
            out("\n");
            at = 0;
            spaces_to(indent);
        } else if (at > indent && word_spaced) {
            spaces_to(at + 1);
        }
        port_write(word, word_length);
        at += width;
    }
    word_length = 0;
    word_spaced = 0;
}

void page_row(const char *label)
{
    page_end();
    indent = LABEL;
    spaces_to(2);
    out(label);
    at += text_characters(text_of(label));
    spaces_to(at < LABEL ? LABEL : at + 1);
}

void page_paragraph(void)
{
    page_end();
    indent = 0;
}

void page_text(const char *string)
{
    for (; *string != '\0'; string++) {
        if (*string == ' ' || word_length == sizeof word) {
            end_word();
        }
        if (*string == ' ') {
            word_spaced = 1;
        } else {
            word[word_length++] = *string;
        }
    }
}

void page_day(kz_date day)
{
    char buffer[OUT_DAY_BYTES];

    page_text(out_day(day, buffer));
}

void page_number(int32_t number)
{
    char buffer[OUT_NUMBER_BYTES];

    page_text(out_number(number, buffer));
}

void page_count(uint32_t number)
{
    char buffer[OUT_NUMBER_BYTES];

    page_text(out_count(number, buffer));
}

void page_end(void)
{
    end_word();
    if (at > 0) {
        out("\n");
    }
    at = 0;
}

void page_forget(void)
{
    wipe(word, sizeof word);
}
