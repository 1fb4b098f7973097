/* The interviews about a stay in Kazakhstan, for the person who stays and for the host. */
#ifndef INTERVIEW_STAY_H
#define INTERVIEW_STAY_H

#include "kz_rules.h"

/* My stay: the registration, a move, the host's notice, the days without a visa. */
void stay_ask(kz_date on);

/* My guest: the notice, and the registration that the host confirms. */
void stay_ask_host(kz_date on);

#endif
