#include "lines/stay.h"

#include "input/day.h"
#include "lines/kinds.h"
#include "ui/out.h"
#include "words.h"

#include <string.h>

enum { ON, PER_ENTRY, TOTAL, WINDOW, STAYS };

static const char *column(unsigned index)
{
    static const char *const names[] = {"on", "per_entry", "total", "window", "stays"};

    return index < sizeof names / sizeof names[0] ? names[index] : NULL;
}

/* Reads a number of the rule. For the library 0 means not given, so a 0 in the text is as wrong as a number that is too
   large. */
static int read_number(text value, uint16_t *number)
{
    if (value.length == 0) {
        return 1;
    }
    if (!text_number(value, number)) {
        return 0;
    }
    if (*number == 0) {
        *number = UINT16_MAX;
    }
    return 1;
}

/* Reads a stay: entered/left; without the day of leaving if it has not ended. */
static int read_stay(text value, kz_stay *stay)
{
    text left;
    text entered = text_before(value, '/', &left);

    return left.start != NULL && day_read(entered, &stay->entered)
           && (left.length == 0 || day_read(left, &stay->left));
}

static int read_stays(text value, stay_question *to)
{
    text stay;

    if (value.length == 0) {
        return 1;
    }
    do {
        stay = text_before(value, ';', &value);
        if (to->count == STAY_MAX || !read_stay(stay, &to->stays[to->count])) {
            return 0;
        }
        to->count++;
    } while (value.start != NULL);
    return 1;
}

static int read_question(void *question, unsigned index, text value)
{
    stay_question *const to = question;

    switch (index) {
    case ON:
        return day_read(value, &to->on);
    case PER_ENTRY:
        return read_number(value, &to->rule.per_entry);
    case TOTAL:
        return read_number(value, &to->rule.total);
    case WINDOW:
        return read_number(value, &to->rule.window);
    default:
        return read_stays(value, to);
    }
}

const table_form stay_form = {column, read_question, sizeof(stay_question)};

static void write_last(const kz_last_day *last)
{
    char buffer[OUT_DAY_BYTES];

    out(",");
    switch (last->kind) {
    case KZ_LAST_DAY_KIND_DAY:
        out(out_day(last->day, buffer));
        break;
    case KZ_LAST_DAY_KIND_UNLIMITED:
        out("unlimited");
        break;
    case KZ_LAST_DAY_KIND_NEVER:
        out("never");
        break;
    default:
        break;
    }
}

static kz_status answer(const void *question)
{
    const stay_question *const of = question;
    kz_stay_answer answer;
    char number[OUT_NUMBER_BYTES], day[OUT_DAY_BYTES];
    const kz_status status = kz_stay_count(of->on, &of->rule, of->stays, of->count, &answer);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    out(words_of(KZ_VOCABULARY_STAY_STATE, answer.state));
    out(",");
    out(out_count(answer.used_strict, number));
    out(",");
    out(out_count(answer.used_lenient, number));
    write_last(&answer.last_strict);
    write_last(&answer.last_lenient);
    out(",");
    out(out_day(answer.next_entry, day));
    return KZ_OK;
}

const lines_kind lines_stay = {
    "stay",
    &stay_form,
    "status,state,used_strict,used_lenient,last_strict,last_lenient,next_entry",
    answer,
    0,
};
