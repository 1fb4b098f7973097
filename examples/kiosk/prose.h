/* What the kiosk says, in English. Each is a static text, and "" if there is nothing to say. */
#ifndef PROSE_H
#define PROSE_H

#include "kz_rules.h"

/* A sentence. */
const char *prose_obligation(kz_obligation obligation);

/* What a provision says, as a sentence: those that an answer of the kiosk can name. */
const char *prose_provision(kz_provision provision);

/* A question that asks for a fact. */
const char *prose_question(kz_fact fact);

/* Whether the document can be had, as a sentence. */
const char *prose_verdict(kz_verdict verdict);

/* What to do, as a sentence. */
const char *prose_step(kz_step step);

/* What a step gives: a few words. */
const char *prose_goal(kz_goal goal);

/* What is wrong with a question that the library does not answer, as a sentence. */
const char *prose_error(kz_status status);

#endif
