#include "lines/write.h"

#include "ui/out.h"
#include "words.h"

const char *write_separator(int *any)
{
    const char *separator = *any ? "|" : "";

    *any = 1;
    return separator;
}

void write_set(kz_set set, kz_vocabulary of)
{
    const char *word;
    int any = 0;
    uint8_t value;

    for (value = 1; *(word = words_of(of, value)) != '\0'; value++) {
        if (KZ_SET_HAS(set, value)) {
            out(write_separator(&any));
            out(word);
        }
    }
}

void write_provisions(const kz_provision *provisions, unsigned count)
{
    int any = 0;
    unsigned i;

    for (i = 0; i < count; i++) {
        out(write_separator(&any));
        out(words_provision(provisions[i]));
    }
}

void write_day(kz_date day)
{
    char buffer[OUT_DAY_BYTES];

    out(out_day(day, buffer));
}

void write_law(kz_law_known law)
{
    out(",");
    out(words_of(KZ_VOCABULARY_LAW_KNOWN, law));
}
