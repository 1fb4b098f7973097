/* Overwrites personal data that is no longer needed, in a way that the compiler does not remove. */
#ifndef WIPE_H
#define WIPE_H

#include <stddef.h>

void wipe(void *bytes, size_t length);

/* Overwrites the stack below the caller, as deep as any mode uses it: functions passed personal data there. */
void wipe_stack(void);

#endif
