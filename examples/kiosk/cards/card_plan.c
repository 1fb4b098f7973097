/* The card of a plan: numbered steps, or what is in the way. */
#include "cards/card.h"

#include "input/text.h"
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
    unsigned i;

    page_row(prose_phrase(PHRASE_OUT_OF_REACH));
    for (goal = 1; goal <= KZ_GOAL_DOCUMENT; goal++) {
        if (KZ_SET_HAS(answer->blocked, goal)) {
            page_text(separator);
            page_text(prose_goal(goal));
            separator = "; ";
        }
    }
    for (i = 0; i < answer->basis_count; i++) {
        page_row(i > 0 ? "" : prose_phrase(PHRASE_WHY));
        card_provision(answer->basis[i]);
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

void card_plan(const kz_facts *facts, const kz_plan_answer *answer, kz_fact ask)
{
    unsigned i;

    card_facts(facts);
    page_row(prose_phrase(PHRASE_ANSWER));
    page_text(prose_verdict(answer->verdict));
    if (answer->relevant != 0) {
        card_open_questions(answer->relevant, ask);
    }
    numbered_steps(answer);
    if (answer->blocked != 0) {
        obstacles(answer);
    }
    ways_out(answer->ways_out);
    for (i = 0; i < answer->caution_count; i++) {
        page_row(prose_phrase(PHRASE_CAUTION));
        card_provision(answer->cautions[i]);
    }
    card_law(answer->law);
    page_end();
}
