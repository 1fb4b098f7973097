/* The modes 'ask' and 'plan': the interview. */
#ifndef ASK_H
#define ASK_H

#include "kz_rules.h"

/* What an interview is about. */
typedef struct {
    /* The fact to ask for next; 0: none. */
    kz_status (*next)(const kz_facts *facts, kz_fact *next);
    /* Shows the card. */
    void (*show)(const kz_facts *facts);
} ask_topic;

extern const ask_topic ask_obligation; /* whether the person must be fingerprinted */
extern const ask_topic ask_plan;       /* the way to the document */

/* Asks what matters on this day until one answer is left, or nothing that the person knows, or the
   input ends; then shows the card. */
void ask(const ask_topic *about, kz_date on);

#endif
