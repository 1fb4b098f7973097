#include "ui/prose.h"

#include "kiosk.h"
#include "text/phrases.h"
#include "words.h"

static kz_language spoken = KZ_HAS_TEXT_EN   ? KZ_LANGUAGE_EN
                            : KZ_HAS_TEXT_RU ? KZ_LANGUAGE_RU
                                             : KZ_LANGUAGE_KK;

int prose_speak(const char *language)
{
    const kz_language wanted = words_value(KZ_VOCABULARY_LANGUAGE, text_of(language));

    if (!phrases_speak(wanted)) {
        return 0;
    }
    spoken = wanted;
    return 1;
}

kz_language prose_language(void)
{
    return spoken;
}

static const char *say(kz_vocabulary of, uint16_t code, kz_text_form form)
{
    const char *said = kz_text(kiosk_law, spoken, of, code, form);

    return said == NULL ? "" : said;
}

const char *prose_label(kz_vocabulary of, uint16_t code)
{
    return say(of, code, KZ_TEXT_FORM_LABEL);
}

const char *prose_sentence(kz_vocabulary of, uint16_t code)
{
    return say(of, code, KZ_TEXT_FORM_SENTENCE);
}

/* The labels of columns that are not facts. */
static const struct {
    const char *name;
    phrase called;
} columns[] = {
    {"on", PHRASE_DAY_ASKED_ABOUT},
    {"edition", PHRASE_EDITION},
    {"age_reading", PHRASE_AGE_READING},
    {"declined", PHRASE_DECLINED},
    {"kind", PHRASE_KIND},
    {"from", PHRASE_FROM},
    {"week", PHRASE_WEEK},
    {"treaty", PHRASE_TREATY},
    {"stay_regime", PHRASE_STAY_REGIME},
    {"arrived_to_live", PHRASE_ARRIVED_TO_LIVE},
    {"stay_until", PHRASE_STAY_UNTIL},
    {"arrived_on", PHRASE_CROSSED_BORDER},
    {"script", PHRASE_HISTORY},
    {"per_entry", PHRASE_DAYS_AN_ENTRY},
    {"total", PHRASE_DAYS_IN_ALL},
    {"window", PHRASE_WINDOW_DAYS},
    {"stays", PHRASE_STAYS},
};

const char *prose_name(const char *word)
{
    const text name = text_of(word);
    const kz_fact fact = words_value(KZ_VOCABULARY_FACT, name);
    unsigned i;

    if (fact != 0) {
        return prose_label(KZ_VOCABULARY_FACT, fact);
    }
    for (i = 0; i < sizeof columns / sizeof columns[0]; i++) {
        if (text_is(name, columns[i].name)) {
            return prose_phrase(columns[i].called);
        }
    }
    return "";
}

const char *prose_phrase(phrase of)
{
    return phrases_label(spoken, of);
}

const char *prose_phrase_sentence(phrase of)
{
    return phrases_sentence(spoken, of);
}

const char *prose_obligation(kz_obligation obligation)
{
    return prose_sentence(KZ_VOCABULARY_OBLIGATION, obligation);
}

/* The sentence, or the label if there is no sentence. */
static const char *say_all(kz_vocabulary of, uint16_t code)
{
    const char *const sentence = prose_sentence(of, code);

    return *sentence == '\0' ? prose_label(of, code) : sentence;
}

const char *prose_provision(kz_provision provision)
{
    /* A provision that only a pack without texts knows is shown by its identifier. */
    return say_all(KZ_VOCABULARY_PROVISION, provision);
}

void prose_citation(kz_provision provision, const char **document, const char **place)
{
    kz_provision_info info;

    *document = *place = "";
    if (kz_provision_get(kiosk_law, provision, &info) != KZ_OK) {
        return;
    }
    /* The library cites in English: title and place. For other languages the document's name is used. */
    *document = spoken == KZ_LANGUAGE_EN ? info.title
                                         : prose_label(KZ_VOCABULARY_DOCUMENT, info.document);
    *place = spoken == KZ_LANGUAGE_EN ? info.place : "";
}

const char *prose_question(kz_fact fact)
{
    return prose_sentence(KZ_VOCABULARY_FACT, fact);
}

const char *prose_error(kz_status status)
{
    return say_all(KZ_VOCABULARY_STATUS, (uint16_t)-status);
}

const char *prose_verdict(kz_verdict verdict)
{
    return prose_sentence(KZ_VOCABULARY_VERDICT, verdict);
}

const char *prose_step(kz_step step)
{
    return prose_sentence(KZ_VOCABULARY_STEP, step);
}

const char *prose_goal(kz_goal goal)
{
    return prose_label(KZ_VOCABULARY_GOAL, goal);
}
