/* The mode 'cards': a table of questions in, a card for each out. */
#ifndef CARDS_H
#define CARDS_H

/* Additions to the cards of assessments. */
enum { CARDS_WHY = 1, CARDS_RECEIPT = 2 };

/* Answers each record of the input. 'with': CARDS_WHY adds the rows of the law that were passed over, CARDS_RECEIPT the
   receipt; only assessments have them. Returns the same as lines(). */
int cards(const char *kind, unsigned with);

#endif
