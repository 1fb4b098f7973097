#include "cards/cards.h"

#include "cards/card.h"
#include "input/facts.h"
#include "kiosk.h"

#include <string.h>

typedef union {
    kz_facts facts;
    terms_question term;
    registration_question registration;
    stay_question stay;
} question;

static kz_status assess(const question *of, unsigned with)
{
    kz_assessment answer;
    const kz_status status = kz_assess(kiosk_law, &of->facts, &answer);

    if (status == KZ_OK) {
        card_assessment(&of->facts, &answer, answer.ask);
    }
    if (status == KZ_OK && (with & CARDS_WHY) != 0) {
        card_why(&of->facts, &answer);
    }
    if (status == KZ_OK && (with & CARDS_RECEIPT) != 0) {
        card_receipt(&of->facts);
    }
    return status;
}

static kz_status plan(const question *of, unsigned with)
{
    kz_plan_answer answer;
    const kz_status status = kz_plan(kiosk_law, &of->facts, &answer);

    (void)with;
    if (status == KZ_OK) {
        card_plan(&of->facts, &answer, answer.ask);
    }
    return status;
}

static kz_status term(const question *of, unsigned with)
{
    kz_window window;
    kz_window_day day;
    const kz_status status = terms_answer(&of->term, &window, &day);

    (void)with;
    if (status == KZ_OK) {
        card_term(&of->term, &window, &day);
    }
    return status;
}

static kz_status registration(const question *of, unsigned with)
{
    kz_case reached;
    kz_status refused;
    const kz_status status = registration_run(&of->registration, &reached, &refused);

    (void)with;
    if (status == KZ_OK) {
        card_registration(&of->registration, &reached, refused);
    }
    return status;
}

static kz_status stay(const question *of, unsigned with)
{
    kz_stay_answer answer;
    const kz_status status =
        kz_stay_count(of->stay.on, &of->stay.rule, of->stay.stays, of->stay.count, &answer);

    (void)with;
    if (status == KZ_OK) {
        card_stay(&of->stay, &answer, NULL);
    }
    return status;
}

/* The kinds of cards. 'show' shows a card, or returns why there is none. */
static const struct {
    const char *name;
    const table_form *form;
    kz_status (*show)(const question *of, unsigned with);
} kinds[] = {
    {"assess", &facts_form, assess},
    {"plan", &facts_plan_form, plan},
    {"terms", &terms_form, term},
    {"registration", &registration_form, registration},
    {"stay", &stay_form, stay},
};

int cards(const char *kind, unsigned with)
{
    question asked;
    table input;
    table_row row;
    unsigned i;

    for (i = 0; i < sizeof kinds / sizeof kinds[0] && strcmp(kind, kinds[i].name) != 0; i++) {
    }
    if (i == sizeof kinds / sizeof kinds[0] || (with != 0 && i != 0)) {
        return KIOSK_BAD_USE;
    }
    if (!table_open(&input, kinds[i].form)) {
        return KIOSK_BAD_INPUT;
    }
    while (table_next(&input, &row, &asked)) {
        kz_status status = KZ_OK;

        card_heading(row.id, row.who);
        if (row.wrong != TABLE_OK) {
            card_wrong(kinds[i].form, &row);
        } else {
            status = kinds[i].show(&asked, with);
        }
        if (status != KZ_OK) {
            card_error(status);
        }
    }
    card_end();
    return KIOSK_OK;
}
