/* What all cards have in common. */
#include "card.h"

#include "page.h"
#include "port.h"
#include "prose.h"
#include "words.h"

/* Shows what came from outside: it must not command the terminal. */
static void show(text from_outside)
{
    size_t i;

    for (i = 0; i < from_outside.length; i++) {
        const unsigned char byte = (unsigned char)from_outside.start[i];

        port_write(byte < 0x20 || byte == 0x7F ? " " : from_outside.start + i, 1);
    }
}

void card_heading(text id, text who)
{
    out("\n== ");
    show(id);
    if (who.length > 0) {
        out("  ");
        show(who);
    }
    out("\n");
}

void card_provision(kz_provision provision)
{
    const char *document;
    const char *place;

    prose_citation(provision, &document, &place);
    page_text(prose_provision(provision));
    page_row("");
    page_text("[");
    page_text(words_provision(provision));
    page_text(": ");
    page_text(document);
    page_text(*place == '\0' ? "" : ", ");
    page_text(place);
    page_text("]");
}

void card_error(kz_status status)
{
    page_row(prose_phrase(KZ_PHRASE_NO_ANSWER));
    page_text(prose_error(status));
    page_end();
}

void card_wrong(const table_form *form, const table_row *row)
{
    page_row(prose_phrase(KZ_PHRASE_NO_ANSWER));
    switch (row->wrong) {
    case TABLE_TOO_LONG:
        page_text(prose_phrase_sentence(KZ_PHRASE_LINE_TOO_LONG));
        break;
    case TABLE_QUOTES:
        page_text(prose_phrase_sentence(KZ_PHRASE_LINE_QUOTES));
        break;
    case TABLE_FIELDS:
        page_text(prose_phrase_sentence(KZ_PHRASE_LINE_FIELDS));
        break;
    default:
        page_text(prose_phrase(KZ_PHRASE_UNREADABLE));
        page_text(": ");
        page_text(prose_name(form->column(row->column)));
        break;
    }
    page_end();
}

void card_law_version(void)
{
    out("\n");
    page_row(prose_phrase(KZ_PHRASE_LAW_AS_OF));
    page_day(kz_law_version());
    page_text(". ");
    page_text(prose_phrase_sentence(KZ_PHRASE_LAW_AS_OF));
    page_end();
}
