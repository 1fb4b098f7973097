#include "ui/ask.h"

#include "cards/card.h"
#include "input/day.h"
#include "input/facts.h"
#include "input/line.h"
#include "kiosk.h"
#include "ui/out.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

/* What the person said. */
enum { END_OF_INPUT, SAID, DOES_NOT_KNOW };

/* Says a sentence, on a line of its own. */
static void say(phrase of)
{
    out(prose_phrase_sentence(of));
    out("\n");
}

/* Reads an answer. The person who does not know says "?". */
static int listen(text *said)
{
    line answer;

    for (;;) {
        out("> ");
        if (!line_read(&answer)) {
            out("\n");
            return END_OF_INPUT;
        }
        if (answer.whole && !line_is_blank(&answer)) {
            break;
        }
        say(answer.whole ? PHRASE_PLEASE_ANSWER : PHRASE_TOO_LONG);
    }
    /* What is typed by hand may have spaces around it. */
    for (; *answer.start == ' ' || *answer.start == '\t'; answer.start++) {
        answer.length--;
    }
    while (answer.start[answer.length - 1] == ' ' || answer.start[answer.length - 1] == '\t') {
        answer.length--;
    }
    said->start = answer.start;
    said->length = answer.length;
    return text_is(*said, "?") ? DOES_NOT_KNOW : SAID;
}

/* Asks for a fact that is given as a word: by its number or itself. */
static int ask_word(const facts_word *fact, kz_facts *facts)
{
    uint8_t value;
    text said;
    int heard;

    for (value = 1; *words_of(fact->words, value) != '\0'; value++) {
        char number[OUT_NUMBER_BYTES];

        page_row(out_number(value, number));
        page_text(prose_label(fact->words, value));
    }
    page_row("?");
    page_text(prose_phrase(PHRASE_NOT_KNOWN));
    page_end();
    while ((heard = listen(&said)) == SAID) {
        uint16_t number = 0;

        value = words_value(fact->words, said);
        if (value == 0 && text_number(said, &number) && number <= UINT8_MAX
            && *words_of(fact->words, (uint8_t)number) != '\0') {
            value = (uint8_t)number;
        }
        if (value != 0) {
            facts_set(facts, fact, value);
            break;
        }
        say(PHRASE_CHOOSE_NUMBER);
    }
    return heard;
}

/* Whether the facts can be assessed; says why not. */
static int is_possible(const kz_facts *facts)
{
    kz_assessment answer;
    const kz_status status = kz_assess(kiosk_law, facts, &answer);

    if (status != KZ_OK) {
        out(prose_error(status));
        out("\n");
    }
    return status == KZ_OK;
}

static int ask_birth(kz_facts *facts)
{
    char buffer[OUT_DAY_BYTES];
    text said;
    int heard;

    page_row("");
    page_text(prose_phrase_sentence(facts->birth_precision != 0 ? PHRASE_MORE_OF_THE_DATE
                                                                : PHRASE_GIVE_DATE));
    page_end();
    while ((heard = listen(&said)) == SAID) {
        kz_facts with = *facts;

        if (!day_read_birth(said, &with.birth, &with.birth_precision)) {
            say(PHRASE_NO_SUCH_DATE);
        } else if (text_is(said, out_day(facts->birth, buffer))) {
            say(PHRASE_MORE_OF_THE_DATE);
        } else if (is_possible(&with)) {
            *facts = with;
            break;
        }
    }
    return heard;
}

static kz_status obligation_next(const kz_facts *facts, kz_fact *next)
{
    kz_assessment answer;
    const kz_status status = kz_assess(kiosk_law, facts, &answer);

    *next = status == KZ_OK ? answer.ask : 0;
    return status;
}

static void obligation_show(const kz_facts *facts)
{
    kz_assessment answer;

    if (kz_assess(kiosk_law, facts, &answer) == KZ_OK) {
        card_assessment(facts, &answer, answer.ask);
    }
}

static kz_status plan_next(const kz_facts *facts, kz_fact *next)
{
    kz_plan_answer answer;
    const kz_status status = kz_plan(kiosk_law, facts, &answer);

    *next = status == KZ_OK ? answer.ask : 0;
    return status;
}

static void plan_show(const kz_facts *facts)
{
    kz_plan_answer answer;

    if (kz_plan(kiosk_law, facts, &answer) == KZ_OK) {
        card_plan(facts, &answer, answer.ask);
    }
}

const ask_topic ask_obligation = {obligation_next, obligation_show};
const ask_topic ask_plan = {plan_next, plan_show};

void ask(const ask_topic *about, kz_date on)
{
    kz_facts facts = {0};
    kz_fact fact;
    int heard = SAID;

    facts.on = on;
    for (;;) {
        const kz_status status = about->next(&facts, &fact);
        const facts_word *word;

        if (status != KZ_OK) {
            card_error(status);
            return;
        }
        if (fact == 0) {
            break;
        }
        out("\n");
        out(prose_question(fact));
        out("\n");
        word = facts_word_of(fact);
        heard = word == NULL ? ask_birth(&facts) : ask_word(word, &facts);
        if (heard == END_OF_INPUT) {
            break;
        }
        if (heard == DOES_NOT_KNOW) {
            /* It is not asked for again. */
            facts_decline(&facts, fact);
        }
    }
    card_heading(text_of(prose_phrase(PHRASE_ANSWER)), text_of(""));
    about->show(&facts);
    card_law_version();
}
