#include "interview/dialogue.h"

#include "input/day.h"
#include "input/line.h"
#include "ui/out.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

void ask(const char *question)
{
    out("\n");
    page_paragraph();
    page_text(question);
    page_end();
}

void ask_because(const kz_provision *provisions, unsigned count)
{
    unsigned i;

    if (count == 0) {
        return;
    }
    page_paragraph();
    page_text(prose_phrase(PHRASE_ASKED_BECAUSE));
    page_text(": ");
    for (i = 0; i < count; i++) {
        page_text(i == 0 ? "" : "; ");
        /* If there are many, their identifiers are enough. */
        if (count <= 2) {
            page_text(prose_label(KZ_VOCABULARY_PROVISION, provisions[i]));
            page_text(" [");
        }
        page_text(words_provision(provisions[i]));
        page_text(count <= 2 ? "]" : "");
    }
    page_text(".");
    page_end();
}

void say(phrase of)
{
    page_paragraph();
    page_text(prose_phrase_sentence(of));
    page_end();
}

static int is_space(char byte)
{
    return byte == ' ' || byte == '\t';
}

heard hear(text *said)
{
    line answer;

    for (;;) {
        out("> ");
        if (!line_read(&answer)) {
            out("\n");
            return END_OF_INPUT;
        }
        if (answer.whole && !line_is_blank(&answer)) {
            break;
        }
        say(answer.whole  ? PHRASE_PLEASE_ANSWER
            : answer.lost ? PHRASE_LINE_LOST
                          : PHRASE_TOO_LONG);
    }
    /* Typed input may have spaces around it. */
    for (; is_space(*answer.start); answer.start++) {
        answer.length--;
    }
    while (is_space(answer.start[answer.length - 1])) {
        answer.length--;
    }
    said->start = answer.start;
    said->length = answer.length;
    if (text_is(*said, "?")) {
        return DOES_NOT_KNOW;
    }
    return text_is(*said, "-") ? NO_MORE : SAID;
}

static void choice_row(unsigned number, const char *choice)
{
    char digits[OUT_NUMBER_BYTES];

    page_row(out_number((int32_t)number, digits));
    page_text(choice);
}

static void not_known_row(void)
{
    page_row("?");
    page_text(prose_phrase(PHRASE_NOT_KNOWN));
    page_end();
}

heard hear_word(kz_vocabulary of, other_reader other, const void *context, uint8_t *value)
{
    heard what;
    uint8_t i;
    text said;

    for (i = 1; *words_of(of, i) != '\0'; i++) {
        choice_row(i, prose_label(of, i));
    }
    not_known_row();
    while ((what = hear(&said)) == SAID || what == NO_MORE) {
        uint16_t number = words_value(of, said);

        if ((number != 0 || text_number(said, &number)) && number != 0 && number < i) {
            *value = (uint8_t)number;
            return SAID;
        }
        if (other == NULL) {
            say(PHRASE_CHOOSE_NUMBER);
        } else if (other(said, context, value)) {
            return SAID;
        }
    }
    return what;
}

heard hear_choice(const phrase *choices, unsigned count, unsigned *choice)
{
    heard what;
    unsigned i;
    text said;

    for (i = 0; i < count; i++) {
        choice_row(i + 1, prose_phrase(choices[i]));
    }
    page_end();
    while ((what = hear(&said)) != END_OF_INPUT) {
        uint16_t number = 0;

        if (text_number(said, &number) && number != 0 && number <= count) {
            *choice = number;
            return SAID;
        }
        for (i = 0; what == DOES_NOT_KNOW && i < count; i++) {
            choice_row(i + 1, prose_phrase_sentence(choices[i]));
        }
        say(PHRASE_CHOOSE_NUMBER);
    }
    return what;
}

heard hear_day(kz_date earliest, kz_date latest, kz_date *day)
{
    heard what;
    text said;

    while ((what = hear(&said)) == SAID) {
        kz_date read;

        if (!day_read(said, &read)) {
            say(PHRASE_NO_SUCH_DAY);
        } else if (latest.year != 0 && day_is_after(read, latest)) {
            say(PHRASE_DAY_TOO_LATE);
        } else if (earliest.year != 0 && day_is_after(earliest, read)) {
            say(PHRASE_DAY_TOO_EARLY);
        } else {
            *day = read;
            return SAID;
        }
    }
    return what;
}
