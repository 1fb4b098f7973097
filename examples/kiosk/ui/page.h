/* Rows of words for a person: a label, then text broken into lines between words. */
#ifndef PAGE_H
#define PAGE_H

#include "kz_rules.h"

/* Begins a row; with the label "", a new line of the same row. */
void page_row(const char *label);

/* Begins a paragraph: lines from the left edge, without a label. */
void page_paragraph(void);

/* Continues the row. Lines are broken at spaces, never between two calls. */
void page_text(const char *string);

void page_day(kz_date day);
void page_number(int32_t number);
void page_count(uint32_t number);

/* Ends the last row or paragraph. */
void page_end(void);

/* Overwrites the last word, which may be a day of the person's. */
void page_forget(void);

#endif
