/* Working days. */
#include "input/day.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "ui/out.h"
#include "words.h"

static const char *column(unsigned index)
{
    static const char *const names[] = {"date", "week"};

    return index < 2 ? names[index] : NULL;
}

static int read_question(void *question, unsigned index, text value)
{
    calendar_question *const to = question;

    return index == 0 ? day_read(value, &to->date)
                      : words_read(KZ_VOCABULARY_WEEK, value, &to->week) && to->week != 0;
}

static kz_status answer(const void *question)
{
    const calendar_question *const of = question;
    kz_calendar_day day;
    const kz_status status = kz_is_working_day(kiosk_law, of->date, of->week, NULL, 0, &day);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_of(KZ_VOCABULARY_ANSWER, day.working));
    out(",");
    out(words_of(KZ_VOCABULARY_CERTAINTY, day.certainty));
    return KZ_OK;
}

static const table_form form = {column, read_question, sizeof(calendar_question)};

const lines_kind lines_calendar = {"calendar", &form, "status,working,certainty", answer, 0};
