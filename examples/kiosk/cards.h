/* The mode 'cards': a table of questions in, a card for each out. */
#ifndef CARDS_H
#define CARDS_H

/* Answers each line of the input. Returns as lines(). */
int cards(const char *kind);

#endif
