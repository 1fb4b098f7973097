/* The interviews about a document: what the law asks of the person, and the way to the document. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "kz_rules.h"

/* Asks what matters until the obligation is clear, or all that is left cannot be told, or the input ends; then shows the
   card. Then the same for the way to the document, which is not asked about if there is none. */
void document_ask(kz_date on);

/* The way alone. */
void document_ask_way(kz_date on);

#endif
