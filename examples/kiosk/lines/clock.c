/* Days by a clock. */
#include "kiosk.h"
#include "lines/kinds.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

static const char *column(unsigned index)
{
    static const char *const names[] = {"unix", "zone"};

    return index < 2 ? names[index] : NULL;
}

static int read_question(void *question, unsigned index, text value)
{
    clock_question *const to = question;

    return index == 0 ? text_seconds(value, &to->unix_seconds)
                      : words_read(KZ_VOCABULARY_ZONE, value, &to->zone) && to->zone != 0;
}

static kz_status answer(const void *question)
{
    const clock_question *const of = question;
    kz_date day;
    const kz_status status = kz_local_date(kiosk_law, of->unix_seconds, of->zone, &day);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    write_day(day);
    return KZ_OK;
}

static const table_form form = {column, read_question, sizeof(clock_question)};

const lines_kind lines_clock = {"clock", &form, "status,date", answer, 0};
