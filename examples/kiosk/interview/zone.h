/* The machine-readable zone of a passport, an identity card or a visa, scanned or typed where a question is asked. */
#ifndef ZONE_H
#define ZONE_H

#include "input/text.h"
#include "kz_rules.h"

#if KZ_HAS_MRZ

/* Says that a zone is accepted too. */
void zone_invite(void);

/* Whether this answer begins a zone. */
int zone_begins(text said);

/* Reads the remaining lines of the zone and shows what document it is, but not the name. Returns 0 after saying what is
   wrong, and where, if it cannot be read. */
int zone_hear(text first, kz_date on, kz_mrz *mrz);

#else

/* No answer begins a zone, so that the compiler drops the code behind it. */
#define zone_invite() ((void)0)
#define zone_begins(said) ((void)(said), 0)
#define zone_hear(first, on, mrz) ((void)(first), (void)(on), (void)(mrz), 0)

#endif

#endif
