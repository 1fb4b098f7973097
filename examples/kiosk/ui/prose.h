/* The kiosk's texts in the person's language. Each is a static text, and "" if there is none. */
#ifndef PROSE_H
#define PROSE_H

#include "kz_rules.h"
#include "text/phrases.h"

/* Chooses the language by its word: kk, ru or en. Returns 0 if the kiosk or the library was built without it. */
int prose_speak(const char *language);

/* The current language. */
kz_language prose_language(void);

/* The label of a value. */
const char *prose_label(kz_vocabulary of, uint16_t code);

/* The label of a fact or another column of a question, by the legal model's word for it. */
const char *prose_name(const char *word);

/* A heading, and the sentence under it. */
const char *prose_phrase(phrase of);
const char *prose_phrase_sentence(phrase of);

/* A sentence for a value. */
const char *prose_sentence(kz_vocabulary of, uint16_t code);

const char *prose_obligation(kz_obligation obligation);

/* The sentence of a provision. */
const char *prose_provision(kz_provision provision);

/* Where a provision stands: document and place; "" if there is none. */
void prose_citation(kz_provision provision, const char **document, const char **place);

/* The question for a fact. */
const char *prose_question(kz_fact fact);

/* Whether the document can be obtained, as a sentence. */
const char *prose_verdict(kz_verdict verdict);

/* What to do, as a sentence. */
const char *prose_step(kz_step step);

/* What a step gives, in a few words. */
const char *prose_goal(kz_goal goal);

/* The error of a question that the library does not answer. */
const char *prose_error(kz_status status);

#endif
