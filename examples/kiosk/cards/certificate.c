#include "cards/certificate.h"

#include "input/day.h"
#include "input/line.h"
#include "kiosk.h"
#include "lines/registration.h"
#include "ui/code.h"
#include "ui/out.h"
#include "words.h"

#include <string.h>

/* The values read, each with a closing NUL: their lines are gone. */
static char values[2048];
static size_t values_length;

/* The most bytes that a copy has besides them: its labels in two languages, the days, the NUL. */
enum { LABELS_BYTES = 1200 };

/* Keeps a value. Returns NULL, and has complained, if there is no room. */
static const char *keep(text value)
{
    char *const kept = values + values_length;

    if (value.length >= sizeof values - values_length) {
        out_complain("there is no room for all this", text_of(""));
        return NULL;
    }
    memcpy(kept, value.start, value.length);
    kept[value.length] = '\0';
    values_length += value.length + 1;
    return kept;
}

/* Where a field of the certificate is kept; NULL if it is no text. */
static const char **place(kz_certificate *data, kz_certificate_field field)
{
    switch (field) {
    case KZ_CERTIFICATE_FIELD_APPLICATION_NUMBER:
        return &data->application_number;
    case KZ_CERTIFICATE_FIELD_SURNAME:
        return &data->surname;
    case KZ_CERTIFICATE_FIELD_GIVEN_NAME:
        return &data->given_name;
    case KZ_CERTIFICATE_FIELD_PATRONYMIC:
        return &data->patronymic;
    case KZ_CERTIFICATE_FIELD_PASSPORT:
        return &data->passport;
    case KZ_CERTIFICATE_FIELD_CITIZENSHIP:
        return &data->citizenship;
    case KZ_CERTIFICATE_FIELD_ADDRESS:
        return &data->address;
    case KZ_CERTIFICATE_FIELD_HOST_IIN:
        return &data->host_iin;
    case KZ_CERTIFICATE_FIELD_HOST_SURNAME:
        return &data->host_surname;
    case KZ_CERTIFICATE_FIELD_HOST_GIVEN_NAME:
        return &data->host_given_name;
    case KZ_CERTIFICATE_FIELD_HOST_PATRONYMIC:
        return &data->host_patronymic;
    case KZ_CERTIFICATE_FIELD_QR:
        return &data->qr;
    default:
        return NULL;
    }
}

/* Reads what a name stands for. Returns 0 if there is no such name, or the value cannot be read. */
static int read_value(registration_question *registration, kz_certificate *data, text name,
                      const char *value)
{
    const char **const field = place(data, words_value(KZ_VOCABULARY_CERTIFICATE_FIELD, name));
    const char *column;
    unsigned i;

    if (field != NULL) {
        *field = value;
        return 1;
    }
    if (text_is(name, "stay_from")) {
        return day_read(text_of(value), &data->stay_from);
    }
    for (i = 0; (column = registration_form.column(i)) != NULL; i++) {
        if (text_is(name, column)) {
            return registration_form.read(registration, i, text_of(value));
        }
    }
    return 0;
}

/* Reads all lines. Returns 0, and has complained, if one cannot be read. */
static int read_input(registration_question *registration, kz_certificate *data)
{
    line next;

    memset(registration, 0, sizeof *registration);
    memset(data, 0, sizeof *data);
    values_length = 0;
    while (line_read(&next)) {
        const char *const equals = memchr(next.start, '=', next.length);
        text name, value;
        const char *kept;

        name.start = next.start;
        if (line_is_blank(&next) || next.start[0] == '#') {
            continue;
        }
        if (equals == NULL || !next.whole) {
            name.length = next.length;
            out_complain(next.whole ? "no name=value" : "a line is too long", name);
            return 0;
        }
        name.length = (size_t)(equals - next.start);
        value.start = equals + 1;
        value.length = next.length - name.length - 1;
        if (memchr(value.start, '\0', value.length) != NULL) {
            out_complain("text_control", name);
            return 0;
        }
        if (value.length == 0) {
            continue; /* not given */
        }
        kept = keep(value);
        if (kept == NULL) {
            return 0;
        }
        if (!read_value(registration, data, name, kept)) {
            out_complain("no such name, or no such value", name);
            return 0;
        }
    }
    data->stay_until = registration->arrival.stay_until;
    return 1;
}

/* Complains about the certificate, by the field that is wrong if there is one. */
static void complain(const kz_certificate *data, kz_status status)
{
    kz_certificate_fault fault;

    if (status != KZ_ERROR_NOT_REGISTERED && kz_certificate_check(data, &fault) == KZ_OK
        && fault.field != 0) {
        out_complain(words_error(fault.fault),
                     text_of(words_of(KZ_VOCABULARY_CERTIFICATE_FIELD, fault.field)));
    } else if (status == KZ_ERROR_NOT_REGISTERED) {
        out_complain("the case is not registered: there is no certificate", text_of(""));
    } else {
        out_complain(words_error(status), text_of(""));
    }
}

int certificate(int picture)
{
    static char copy[sizeof values + LABELS_BYTES];
    registration_question registration;
    kz_certificate data;
    kz_case reached;
    kz_status status, refused;
    size_t needed;

    if (!read_input(&registration, &data)) {
        return KIOSK_BAD_INPUT;
    }
    if (registration.arrival.arrived_on.year == 0) {
        out_complain("the day of arrival is missing", text_of("arrived_on"));
        return KIOSK_BAD_INPUT;
    }
    status = registration_run(&registration, &reached, &refused);
    if (status == KZ_OK) {
        status = refused;
    }
    if (status != KZ_OK) {
        out_complain("the case", text_of(words_error(status)));
        return KIOSK_BAD_INPUT;
    }
    status = kz_certificate_render(&reached, &data, copy, sizeof copy, &needed);
    if (status == KZ_OK && data.qr != NULL) {
        status = code_make(text_of(data.qr));
    }
    if (status != KZ_OK) {
        complain(&data, status);
        return KIOSK_BAD_INPUT;
    }
    if (picture && data.qr == NULL) {
        out_complain("there is no QR code: its content is missing", text_of("qr"));
        return KIOSK_BAD_INPUT;
    }
    if (picture) {
        code_picture();
        return KIOSK_OK;
    }
    out(copy);
    if (data.qr != NULL) {
        code_print();
    }
    return KIOSK_OK;
}
