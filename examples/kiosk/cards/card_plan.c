/* The card of a plan: numbered steps, or what blocks them. */
#include "cards/card.h"

#include "cards/rows.h"
#include "input/text.h"
#include "kiosk.h"
#include "ui/out.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "words.h"

static void numbered_steps(const kz_plan_answer *answer)
{
    unsigned i, j;

    for (i = 0; i < answer->step_count; i++) {
        const kz_plan_step *const step = &answer->steps[i];

        page_row(i == 0 ? prose_phrase(PHRASE_STEPS) : "");
        page_number((int32_t)i + 1);
        page_text(". ");
        page_text(prose_step(step->step));
        for (j = 0; j < step->provision_count; j++) {
            page_text(j == 0 ? " [" : ", ");
            page_text(words_provision(step->provisions[j]));
        }
        page_text(step->provision_count > 0 ? "]" : "");
    }
}

/* Draws the loop: each needs the next, and the last the first.
 *
 *   +-> visa -> fingerprints -> IIN -> presence in Kazakhstan -+
 *   |                                                          |
 *   +----------------------------------------------------------+
 */
static void loop(kz_set blocked)
{
    static const kz_goal order[] = {KZ_GOAL_DOCUMENT, KZ_GOAL_FINGERPRINTS, KZ_GOAL_IIN,
                                    KZ_GOAL_PRESENCE};
    static const char arrow[] = "-> ";
    unsigned width = 0, at;
    unsigned i;

    out("  +");
    for (i = 0; i < sizeof order / sizeof order[0]; i++) {
        if (KZ_SET_HAS(blocked, order[i])) {
            const char *const name = prose_goal(order[i]);

            out(arrow);
            out(name);
            out(" ");
            width += text_characters(text_of(arrow)) + text_characters(text_of(name)) + 1;
        }
    }
    out("-+\n  |");
    for (at = 0; at <= width; at++) {
        out(" ");
    }
    out("|\n  +");
    for (at = 0; at <= width; at++) {
        out("-");
    }
    out("+\n");
}

static void obstacles(const kz_plan_answer *answer)
{
    const char *separator = "";
    kz_goal goal;

    page_row(prose_phrase(PHRASE_OUT_OF_REACH));
    for (goal = 1; goal <= KZ_GOAL_DOCUMENT; goal++) {
        if (KZ_SET_HAS(answer->blocked, goal)) {
            page_text(separator);
            page_text(prose_goal(goal));
            separator = "; ";
        }
    }
    if (answer->verdict == KZ_VERDICT_DEADLOCK) {
        page_row(prose_phrase(PHRASE_LOOP));
        page_text(prose_phrase_sentence(PHRASE_LOOP));
        page_end();
        loop(answer->blocked);
    }
}

static void ways_out(kz_set channels)
{
    kz_visa_channel channel;

    if (channels == 0) {
        return;
    }
    page_row(prose_phrase(PHRASE_WAYS_OUT));
    page_text(prose_phrase_sentence(PHRASE_WAYS_OUT));
    for (channel = 1; channel <= KZ_VISA_CHANNEL_IN_KAZAKHSTAN; channel++) {
        if (KZ_SET_HAS(channels, channel)) {
            page_row("");
            page_text("- ");
            page_text(prose_label(KZ_VOCABULARY_VISA_CHANNEL, channel));
        }
    }
}

/* What to bring for the prints, and for the application. */
static void papers(const kz_facts *facts, const kz_plan_answer *answer)
{
    kz_assessment assessment;

    if (answer->step_count > 0 && kz_assess(kiosk_law, facts, &assessment) == KZ_OK) {
        row_papers(assessment.papers != 0, assessment.papers, answer->cautions,
                   answer->caution_count);
    }
}

/* Why the document is out of reach, and what might help. */
static void why(const kz_facts *facts, const kz_plan_answer *answer)
{
    unsigned i;

    for (i = 0; i < answer->basis_count; i++) {
        page_row(i > 0 ? "" : prose_phrase(PHRASE_WHY));
        row_provision(answer->basis[i]);
    }
    if (answer->verdict == KZ_VERDICT_NO_DOCUMENT && facts->occasion == KZ_OCCASION_OTHER) {
        page_row(prose_phrase(PHRASE_OTHERWISE_IF));
        page_text(prose_label(KZ_VOCABULARY_FACT, KZ_FACT_OCCASION));
        page_text(": ");
        page_text(prose_label(KZ_VOCABULARY_OCCASION, KZ_OCCASION_IIN));
    }
}

void card_plan(const kz_facts *facts, const kz_plan_answer *answer, kz_fact ask)
{
    page_row(prose_phrase(PHRASE_ANSWER));
    page_text(prose_verdict(answer->verdict));
    if (answer->verdict == KZ_VERDICT_DEADLOCK) {
        page_text(" ");
        page_text(prose_phrase_sentence(PHRASE_BY_SOURCES_ALONE));
    }
    numbered_steps(answer);
    if (answer->relevant != 0) {
        row_open_questions(answer->relevant, ask);
    }
    ways_out(answer->ways_out);
    row_cautions(answer->cautions, answer->caution_count);
    row_law(answer->law);
    if (answer->blocked != 0) {
        obstacles(answer);
    }
    why(facts, answer);
    papers(facts, answer);
    row_facts(facts);
}
