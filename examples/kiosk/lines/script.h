/* What happened to a registration case, as text: events joined with ';', each as event@day. A
   submission goes on with /full, from which the items that are not stated are taken (-item), and with
   /place; a place that is no word of the legal model is none of those in which people are registered.
   An extended stay goes on with its new last day.

     submit@2026-08-10/full-patronymic/house;host_confirms@2026-08-11;stay_extended@2026-08-20/2026-11-30
 */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "input/text.h"
#include "kz_rules.h"

/* What script_next() found. */
enum {
    SCRIPT_END,   /* no more events */
    SCRIPT_EVENT, /* an event */
    SCRIPT_WRONG  /* something that cannot be read */
};

/* Reads the next event, and takes it off the script. */
int script_next(text *script, kz_case_event *event);

#endif
