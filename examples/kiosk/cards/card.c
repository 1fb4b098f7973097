/* What all cards have in common. */
#include "cards/card.h"

#include "kiosk.h"
#include "port/port.h"
#include "ui/page.h"
#include "ui/prose.h"
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
    page_row(prose_phrase(PHRASE_NO_ANSWER));
    page_text(prose_error(status));
    card_law(0);
    page_end();
}

void card_wrong(const table_form *form, const table_row *row)
{
    page_row(prose_phrase(PHRASE_NO_ANSWER));
    switch (row->wrong) {
    case TABLE_TOO_LONG:
        page_text(prose_phrase_sentence(PHRASE_LINE_TOO_LONG));
        break;
    case TABLE_QUOTES:
        page_text(prose_phrase_sentence(PHRASE_LINE_QUOTES));
        break;
    case TABLE_FIELDS:
        page_text(prose_phrase_sentence(PHRASE_LINE_FIELDS));
        break;
    default:
        page_text(prose_phrase(PHRASE_UNREADABLE));
        page_text(": ");
        page_text(prose_name(form->column(row->column)));
        break;
    }
    page_end();
}

/* The day up to which the law is known. */
static kz_date known_until(void)
{
    kz_law_identity law;
    kz_date none = {0, 0, 0};

    return kz_law_get(kiosk_law, &law) == KZ_OK ? law.known_until : none;
}

void card_law(kz_law_known known)
{
    char name[KZ_LAW_NAME_BYTES + 1];
    kz_law_identity law;

    if (kz_law_get(kiosk_law, &law) != KZ_OK) {
        return;
    }
    page_row(prose_phrase(PHRASE_LAW_AS_OF));
    page_day(law.known_until);
    page_text(" [");
    page_text(words_law(name));
    page_text(" ");
    page_count(law.sequence);
    page_text("]");
    if (known == KZ_LAW_KNOWN_ASSUMED) {
        page_text(". ");
        page_text(prose_label(KZ_VOCABULARY_LAW_KNOWN, known));
        page_text(".");
    }
}

int card_is_after_law(kz_date day)
{
    const kz_date last = known_until();

    if (day.year != last.year) {
        return day.year == 0 || day.year > last.year;
    }
    return day.month != last.month ? day.month > last.month : day.day > last.day;
}

void card_law_version(void)
{
    out("\n");
    page_row(prose_phrase(PHRASE_LAW_AS_OF));
    page_day(known_until());
    page_text(". ");
    page_text(prose_phrase_sentence(PHRASE_LAW_AS_OF));
    page_end();
}
