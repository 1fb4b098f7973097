#include "lines/registration.h"

#include "input/day.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "lines/script.h"
#include "lines/write.h"
#include "ui/out.h"
#include "words.h"

#include <string.h>

enum { ARRIVED_ON, STAY_UNTIL, TREATY, WEEK, SCRIPT };

static const char *column(unsigned index)
{
    static const char *const names[] = {"arrived_on", "stay_until", "treaty", "week", "script"};

    return index < sizeof names / sizeof names[0] ? names[index] : NULL;
}

/* A treaty is a word, or its number of days. A person who is exempt has no case. */
static int read_treaty(text value, kz_arrival *arrival)
{
    if (text_number(value, &arrival->treaty_days)) {
        arrival->treaty = KZ_TREATY_DAYS;
        return 1;
    }
    arrival->treaty = text_is(value, "none") ? KZ_TREATY_NONE : 0;
    return arrival->treaty != 0 || value.length == 0;
}

/* Whether every event of a script can be read. */
static int is_script(text script)
{
    kz_case_event event;
    int found;

    while ((found = script_next(&script, &event)) == SCRIPT_EVENT) {
    }
    return found == SCRIPT_END;
}

static int read_question(void *question, unsigned index, text value)
{
    registration_question *const to = question;
    kz_arrival *const arrival = &to->arrival;

    switch (index) {
    case ARRIVED_ON:
        return day_read(value, &arrival->arrived_on);
    case STAY_UNTIL:
        return value.length == 0 || day_read(value, &arrival->stay_until);
    case TREATY:
        return read_treaty(value, arrival);
    case WEEK:
        return words_read(KZ_VOCABULARY_WEEK, value, &arrival->week);
    default:
        to->script = value;
        return is_script(value);
    }
}

const table_form registration_form = {column, read_question, sizeof(registration_question)};

kz_status registration_run(const registration_question *question, kz_case *reached,
                           kz_status *refused)
{
    kz_status status = kz_case_init(&question->arrival, reached);
    text script = question->script;
    kz_case_event event;

    *refused = KZ_OK;
    while (status == KZ_OK && *refused == KZ_OK && script_next(&script, &event) == SCRIPT_EVENT) {
        *refused = kz_case_apply(kiosk_law, reached, &event);
    }
    return status;
}

void registration_event(const registration_question *question, unsigned number, kz_case_event *event)
{
    text script = question->script;
    unsigned i;

    for (i = 0; i <= number && script_next(&script, event) == SCRIPT_EVENT; i++) {
    }
    if (i <= number) {
        memset(event, 0, sizeof *event);
    }
}

/* With an error, the state of the case after the last accepted event. */
static kz_status answer(const void *question)
{
    kz_case reached;
    kz_case_view view;
    kz_window window;
    kz_status refused;
    char number[OUT_NUMBER_BYTES];
    kz_status status = registration_run(question, &reached, &refused);

    if (status == KZ_OK) {
        status = kz_case_get(kiosk_law, &reached, &view);
    }
    if (status != KZ_OK) {
        return status;
    }
    memset(&window, 0, sizeof window);
    status = kz_case_window(kiosk_law, &reached, NULL, 0, &window);
    if (refused != KZ_OK) {
        status = refused;
    }
    out(status == KZ_OK ? "ok" : words_error(status));
    out(",");
    out(words_of(KZ_VOCABULARY_CASE_STATE, view.state));
    out(",");
    out(words_of(KZ_VOCABULARY_FINDING, view.finding));
    out(",");
    out(out_number(view.registrations, number));
    out(",");
    write_day(view.deregistered_on);
    out(",");
    write_day(view.stay_until);
    out(",");
    write_day(window.strict);
    out(",");
    write_day(window.lenient);
    return KZ_OK;
}

const lines_kind lines_registration = {
    "registration",
    &registration_form,
    "status,state,ground,registrations,deregistered_on,stay_until,strict,lenient",
    answer,
    0,
};
