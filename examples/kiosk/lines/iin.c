/* Individual identification numbers. */
#include "lines/kinds.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

static const char *column(unsigned index)
{
    return index == 0 ? "iin" : NULL;
}

static int read_question(void *question, unsigned index, text value)
{
    (void)index;
    *(text *)question = value;
    return 1;
}

static kz_status answer(const void *question)
{
    const text *const number = question;
    kz_iin_hint hint;
    const kz_status status = kz_iin_check(number->start, number->length, &hint);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    write_day(hint.birth);
    out(",");
    out(words_of(KZ_VOCABULARY_SEX, hint.sex));
    return KZ_OK;
}

static const table_form form = {column, read_question, sizeof(text)};

const lines_kind lines_iin = {"iin", &form, "status,birth,sex", answer, 0};
