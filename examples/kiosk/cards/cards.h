/* The mode 'cards': a table of questions in, a card for each out. */
#ifndef CARDS_H
#define CARDS_H

/* Answers each line of the input; 'why': with the rows of the law that were passed over, which only
   an assessment has. Returns as lines(). */
int cards(const char *kind, int why);

#endif
