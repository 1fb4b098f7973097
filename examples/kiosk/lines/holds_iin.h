/* Whether a text contains an IIN: an identifier that should be opaque must not. */
#ifndef HOLDS_IIN_H
#define HOLDS_IIN_H

#include "input/text.h"

/* Whether twelve digits in the text are a valid IIN, also with spaces, '-', '.', '/', '_' and invisible characters between
   them. About one in twelve other numbers of twelve digits is valid by chance. */
int holds_iin(text of);

#endif
