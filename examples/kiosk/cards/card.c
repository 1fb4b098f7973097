/* What all cards share. */
#include "cards/card.h"

#include "cards/rows.h"
#include "input/hex.h"
#include "kiosk.h"
#include "ui/out.h"
#include "ui/page.h"
#include "ui/prose.h"

void card_heading(text id, text who)
{
    out("\n== ");
    out_foreign(id);
    if (who.length > 0) {
        out("  ");
        out_foreign(who);
    }
    out("\n");
}

void card_error(kz_status status)
{
    page_row(prose_phrase(PHRASE_NO_ANSWER));
    page_text(prose_error(status));
    row_law(0);
    page_end();
}

void card_wrong(const table_form *form, const table_row *row)
{
    page_row(prose_phrase(PHRASE_NO_ANSWER));
    switch (row->wrong) {
    case TABLE_LOST:
        page_text(prose_phrase_sentence(PHRASE_LINE_LOST));
        break;
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
    row_law(0);
    page_end();
}

void card_receipt(const kz_facts *facts)
{
    kz_receipt_record receipt;
    char digits[3];
    unsigned i;

    if (kz_receipt_issue(kiosk_law, facts, &receipt) != KZ_OK) {
        return;
    }
    page_row(prose_phrase(PHRASE_RECEIPT));
    for (i = 0; i < sizeof receipt.bytes; i++) {
        page_text(i > 0 && i % 4 == 0 ? " " : "");
        page_text(hex_of(receipt.bytes[i], digits));
    }
    page_end();
}

void card_end(void)
{
    out("\n");
    page_row(prose_phrase(PHRASE_ATTENTION));
    page_text(prose_phrase_sentence(PHRASE_LAW_AS_OF));
    page_end();
}
