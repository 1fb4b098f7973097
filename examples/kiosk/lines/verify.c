/* Receipts, decided again. */
#include "input/hex.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

static const char *column(unsigned index)
{
    return index == 0 ? "receipt" : NULL;
}

static int read_question(void *question, unsigned index, text value)
{
    verify_question *const to = question;

    (void)index;
    return value.length > 0 && hex_read(value, to->bytes, sizeof to->bytes, &to->length);
}

static kz_status answer(const void *question)
{
    const verify_question *const of = question;
    kz_verification found;
    char number[OUT_NUMBER_BYTES];
    text name;
    const kz_status status = kz_receipt_verify(kiosk_law, of->bytes, of->length, &found);

    if (status != KZ_OK) {
        return status;
    }
    name.start = (const char *)found.law_name;
    name.length = 0;
    while (name.length < sizeof found.law_name && found.law_name[name.length] != 0) {
        name.length++;
    }
    out("ok,");
    write_day(found.on);
    out(",");
    write_set(found.obligations_then, KZ_VOCABULARY_OBLIGATION);
    out(",");
    write_set(found.obligations_now, KZ_VOCABULARY_OBLIGATION);
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, found.same));
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, found.library_changed));
    out(",");
    out(words_of(KZ_VOCABULARY_ANSWER, found.law_changed));
    out(",");
    csv_write(name);
    out(",");
    out(out_count(found.law_sequence, number));
    return KZ_OK;
}

static const table_form form = {column, read_question, sizeof(verify_question)};

const lines_kind lines_verify = {
    "verify",
    &form,
    "status,on,then,now,same,library_changed,law_changed,law,sequence",
    answer,
    LINES_ALL_ANSWERED,
};
