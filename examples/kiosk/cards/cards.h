/* The mode 'cards': a table of questions in, a card for each out. */
#ifndef CARDS_H
#define CARDS_H

/* What is added to the cards of assessments. */
enum { CARDS_WHY = 1, CARDS_RECEIPT = 2 };

/* Answers each line of the input. 'with': CARDS_WHY, the rows of the law that were passed over; CARDS_RECEIPT, the number
   of a receipt; both only an assessment has. Returns as lines(). */
int cards(const char *kind, unsigned with);

#endif
