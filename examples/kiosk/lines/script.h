/* The events of a registration case as text: event@day, joined with ';'.
 *
 * A submission continues with /full, without the items that are not stated (-item), and with /place; a place that is
 * not a word of the legal model counts as one in which nobody is registered. An extended stay continues with its new
 * last day.
 *
 *   submit@2026-08-10/full-patronymic/house;host_confirms@2026-08-11;stay_extended@2026-08-20/2026-11-30
 */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "input/text.h"
#include "kz_rules.h"

/* The result of script_next(). */
enum {
    SCRIPT_END,   /* no more events */
    SCRIPT_EVENT, /* an event */
    SCRIPT_WRONG  /* an event that cannot be read */
};

/* Reads the next event, and removes it from the script. */
int script_next(text *script, kz_case_event *event);

#endif
