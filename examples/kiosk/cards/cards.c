#include "cards/cards.h"

#include "cards/card.h"
#include "input/facts.h"
#include "kiosk.h"

#include <string.h>

static void assess(const kz_facts *facts, int why)
{
    kz_assessment answer;
    const kz_status status = kz_assess(kiosk_law, facts, &answer);

    if (status == KZ_OK) {
        card_assessment(facts, &answer, answer.ask);
        if (why) {
            card_why(facts, &answer);
        }
    } else {
        card_error(status);
    }
}

static void term(const terms_question *question)
{
    kz_window window;
    kz_window_day day;
    const kz_status status = terms_answer(question, &window, &day);

    if (status == KZ_OK) {
        card_term(question, &window, &day);
    } else {
        card_error(status);
    }
}

int cards(const char *kind, int why)
{
    union {
        kz_facts facts;
        terms_question term;
    } question;
    const int of_terms = strcmp(kind, "terms") == 0;
    const table_form *const form = of_terms ? &terms_form : &facts_form;
    table input;
    table_row row;

    if (of_terms ? why : strcmp(kind, "assess") != 0) {
        return KIOSK_BAD_USE;
    }
    if (!table_open(&input, form)) {
        return KIOSK_BAD_INPUT;
    }
    while (table_next(&input, &row, &question)) {
        card_heading(row.id, row.who);
        if (row.wrong != TABLE_OK) {
            card_wrong(form, &row);
        } else if (of_terms) {
            term(&question.term);
        } else {
            assess(&question.facts, why);
        }
    }
    card_law_version();
    return KIOSK_OK;
}
