#include "cards/certificate.h"

#include "input/day.h"
#include "input/line.h"
#include "input/wipe.h"
#include "kiosk.h"
#include "lines/registration.h"
#include "ui/code.h"
#include "ui/out.h"
#include "words.h"

#include <string.h>

/* The values read, each with a closing NUL. They are copied, since the buffer of the line is reused. */
static char values[2048];
static size_t values_length;

/* The most bytes that a copy has besides the values: labels in two languages, days, the NUL. */
enum { LABELS_BYTES = 1200 };

static char copy[sizeof values + LABELS_BYTES];

/* Stores a value. Returns NULL if there is no room. */
static const char *keep(text value)
{
    char *const kept = values + values_length;

    if (value.length >= sizeof values - values_length) {
        return NULL;
    }
    memcpy(kept, value.start, value.length);
    kept[value.length] = '\0';
    values_length += value.length + 1;
    return kept;
}

/* Where a field of the certificate is stored; NULL if it is not a text. */
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

/* The names: the certificate's fields by number, then the columns of a registration. The term of stay is a field with two
   days; one of them is a column. */
enum { NO_NAME = 0, FIRST_COLUMN = KZ_CERTIFICATE_FIELD_QR + 1 };

/* The number of a name, and the kiosk's copy of the name. */
static unsigned number_of(text name, const char **known)
{
    const kz_certificate_field field = words_value(KZ_VOCABULARY_CERTIFICATE_FIELD, name);
    unsigned i;

    if (text_is(name, "stay_from")) {
        *known = "stay_from";
        return KZ_CERTIFICATE_FIELD_STAY;
    }
    if (field != 0 && field != KZ_CERTIFICATE_FIELD_STAY) {
        *known = words_of(KZ_VOCABULARY_CERTIFICATE_FIELD, field);
        return field;
    }
    for (i = 0; (*known = registration_form.column(i)) != NULL; i++) {
        if (text_is(name, *known)) {
            return FIRST_COLUMN + i;
        }
    }
    return NO_NAME;
}

/* Reads the value of a name. Returns 0 if it cannot be read. */
static int read_value(registration_question *registration, kz_certificate *data, unsigned number,
                      const char *value)
{
    if (number >= FIRST_COLUMN) {
        return registration_form.read(registration, number - FIRST_COLUMN, text_of(value));
    }
    if (number == KZ_CERTIFICATE_FIELD_STAY) {
        return day_read(text_of(value), &data->stay_from);
    }
    *place(data, (kz_certificate_field)number) = value;
    return 1;
}

/* What was read: which names, and the line of each. */
typedef struct {
    registration_question registration;
    kz_certificate data;
    uint32_t given; /* one bit per name */
    uint32_t line;
} input;

/* Reads a line. Returns 0 after an error message if it cannot be read. */
static int read_line(input *to, const line *from)
{
    const char *const equals = memchr(from->start, '=', from->length);
    const char *known, *kept = NULL, *wrong = NULL;
    text name, value;
    unsigned number;

    if (line_is_blank(from) || from->start[0] == '#') {
        return 1;
    }
    if (!from->whole || equals == NULL) {
        out_complain_line(to->line, from->whole  ? "no name=value"
                                    : from->lost ? "something of the line was lost on the way"
                                                 : "the line is too long", "");
        return 0;
    }
    name.start = from->start;
    name.length = (size_t)(equals - from->start);
    value.start = equals + 1;
    value.length = from->length - name.length - 1;
    number = number_of(name, &known);
    if (number == NO_NAME) {
        out_complain_line(to->line, "no such name", "");
        return 0;
    }
    if ((to->given >> number & 1) != 0) {
        wrong = "it is given twice";
    } else if (memchr(value.start, '\0', value.length) != NULL) {
        wrong = "text_control";
    } else if (value.length > 0 && (kept = keep(value)) == NULL) {
        wrong = "there is no room for all this";
    } else if (value.length > 0
               && !read_value(&to->registration, &to->data, number, kept)) {
        wrong = "its value cannot be read";
    }
    to->given |= (uint32_t)1 << number;
    if (wrong != NULL) {
        out_complain_line(to->line, wrong, known);
    }
    return wrong == NULL;
}

/* Reads all lines. Returns 0 after an error message if one cannot be read. */
static int read_input(input *to)
{
    line next;

    memset(to, 0, sizeof *to);
    values_length = 0;
    while (line_read(&next)) {
        to->line++;
        if (!read_line(to, &next)) {
            return 0;
        }
    }
    to->data.stay_until = to->registration.arrival.stay_until;
    return 1;
}

/* Prints an error about the certificate, with the wrong field if there is one. */
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

static int answer(int picture)
{
    input read;
    kz_case reached;
    kz_status status, refused;
    size_t needed;

    if (!read_input(&read)) {
        return KIOSK_BAD_INPUT;
    }
    if (read.registration.arrival.arrived_on.year == 0) {
        out_complain("the day of arrival is missing", text_of("arrived_on"));
        return KIOSK_BAD_INPUT;
    }
    status = registration_run(&read.registration, &reached, &refused);
    if (status == KZ_OK) {
        status = refused;
    }
    if (status != KZ_OK) {
        out_complain("the case", text_of(words_error(status)));
        return KIOSK_BAD_INPUT;
    }
    status = kz_certificate_render(&reached, &read.data, copy, sizeof copy, &needed);
    if (status == KZ_OK && read.data.qr != NULL) {
        status = code_make(text_of(read.data.qr));
    }
    if (status != KZ_OK) {
        complain(&read.data, status);
        return KIOSK_BAD_INPUT;
    }
    if (picture && !code_is_built_in()) {
        out_complain("this kiosk is built without QR codes", text_of(""));
        return KIOSK_BAD_INPUT;
    }
    if (picture && read.data.qr == NULL) {
        out_complain("there is no QR code: its content is missing", text_of("qr"));
        return KIOSK_BAD_INPUT;
    }
    if (picture) {
        code_picture();
        return KIOSK_OK;
    }
    out(copy);
    if (read.data.qr != NULL) {
        code_print();
    }
    return KIOSK_OK;
}

int certificate(int picture)
{
    const int result = answer(picture);

    wipe(values, sizeof values);
    wipe(copy, sizeof copy);
    code_forget();
    return result;
}
