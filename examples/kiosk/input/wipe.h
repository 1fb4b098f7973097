/* Overwrites what is personal once it is no longer needed, so that the compiler does not leave it out. */
#ifndef WIPE_H
#define WIPE_H

#include <stddef.h>

void wipe(void *bytes, size_t length);

/* Overwrites the stack below the caller, as far as any mode reaches into it: what is known of a person was handed from function to
   function there. */
void wipe_stack(void);

#endif
