/* The machine-readable zone of a passport, an identity card or a visa, scanned or typed where a question is asked. */
#ifndef ZONE_H
#define ZONE_H

#include "input/text.h"
#include "kz_rules.h"

/* Says that a zone is an answer too; nothing if the kiosk was built without zones. */
void zone_invite(void);

/* Whether a zone begins with what was said. */
int zone_begins(text said);

/* Hears the lines of the zone that begins so, and says which document it is, but not whose. Returns 0, and has said what is
   wrong and where, if it cannot be read. */
int zone_hear(text first, kz_date on, kz_mrz *mrz);

#endif
