/* Whether a text holds an IIN: what is to be opaque does not. */
#ifndef HOLDS_IIN_H
#define HOLDS_IIN_H

#include "input/text.h"

/* Whether twelve digits in the text are a valid IIN, also with spaces, '-', '.', '/', '_' and what is not seen between
   them. Of other numbers of twelve digits one in twelve or so is one by chance. */
int holds_iin(text of);

#endif
