/* The machine-readable zone of a passport, an identity card or a visa, scanned or typed where a question is asked. */
#ifndef ZONE_H
#define ZONE_H

#include "input/text.h"
#include "kz_rules.h"

#if KZ_HAS_MRZ

/* Says that a zone is an answer too. */
void zone_invite(void);

/* Whether a zone begins with what was said. */
int zone_begins(text said);

/* Hears the lines of the zone that begins so, and says which document it is, but not whose. Returns 0, and has said what is
   wrong and where, if it cannot be read. */
int zone_hear(text first, kz_date on, kz_mrz *mrz);

#else

/* Nothing is an answer, so that what comes of one is left out too. */
#define zone_invite() ((void)0)
#define zone_begins(said) ((void)(said), 0)
#define zone_hear(first, on, mrz) ((void)(first), (void)(on), (void)(mrz), 0)

#endif

#endif
