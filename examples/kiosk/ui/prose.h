/* What the kiosk says, in the language of the person. Each is a static text, and "" if there is
 * nothing to say. */
#ifndef PROSE_H
#define PROSE_H

#include "kz_rules.h"
#include "text/phrases.h"

/* Chooses the language by its word: kk, ru or en. Returns 0 if the kiosk or the library was built without it. */
int prose_speak(const char *language);

/* The language that is spoken. */
kz_language prose_language(void);

/* What a value is called. */
const char *prose_label(kz_vocabulary of, uint16_t code);

/* What a fact or another column of a question is called, by the legal model's word for it. */
const char *prose_name(const char *word);

/* A heading, and what there is to say under it. */
const char *prose_phrase(phrase of);
const char *prose_phrase_sentence(phrase of);

/* A sentence for a value. */
const char *prose_sentence(kz_vocabulary of, uint16_t code);

const char *prose_obligation(kz_obligation obligation);

/* What a provision says, as a sentence. */
const char *prose_provision(kz_provision provision);

/* Where a provision stands: document and place, each "" for none. */
void prose_citation(kz_provision provision, const char **document, const char **place);

/* A question that asks for a fact. */
const char *prose_question(kz_fact fact);

/* Whether the document can be had, as a sentence. */
const char *prose_verdict(kz_verdict verdict);

/* What to do, as a sentence. */
const char *prose_step(kz_step step);

/* What a step gives: a few words. */
const char *prose_goal(kz_goal goal);

/* What is wrong with a question that the library does not answer. */
const char *prose_error(kz_status status);

#endif
