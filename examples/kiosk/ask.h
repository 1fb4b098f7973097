/* The mode 'ask': the interview. */
#ifndef ASK_H
#define ASK_H

#include "kz_rules.h"

/* Asks what matters on this day until one obligation is left, or nothing that the person knows, or
   the input ends; then shows the card. */
void ask(kz_date on);

#endif
