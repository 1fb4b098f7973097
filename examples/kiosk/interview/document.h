/* The interviews about a document: what the law requires of the person, and the way to the document. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "kz_rules.h"

/* Asks what matters until the obligation is clear, the person does not know the rest, or the input ends; then shows the
   card. Then does the same for the way to the document, if there is one. */
void document_ask(kz_date on);

/* Only the way to the document. */
void document_ask_way(kz_date on);

#endif
