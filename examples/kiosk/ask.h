/* The modes 'ask' and 'plan': the interview. */
#ifndef ASK_H
#define ASK_H

#include "kz_rules.h"

/* What an interview is about. */
typedef struct {
    /* The facts on which the answer still depends. */
    kz_status (*relevant)(const kz_facts *facts, kz_set *relevant);
    /* Shows the card, with the fact to ask for next; 0: none. */
    void (*show)(const kz_facts *facts, kz_fact ask);
} ask_topic;

extern const ask_topic ask_obligation; /* whether the person must be fingerprinted */
extern const ask_topic ask_plan;       /* the way to the document */

/* Asks what matters on this day until one answer is left, or nothing that the person knows, or the
   input ends; then shows the card. */
void ask(const ask_topic *about, kz_date on);

#endif
