#include "lines/script.h"

#include "input/day.h"
#include "words.h"

#include <string.h>

/* Takes off the part before a separator, and the separator. Returns 0, and takes everything, if there is no separator. */
static int take(text *from, char separator, text *piece)
{
    size_t length = 0;

    while (length < from->length && from->start[length] != separator) {
        length++;
    }
    piece->start = from->start;
    piece->length = length;
    from->start += length;
    from->length -= length;
    if (from->length == 0) {
        return 0;
    }
    from->start++;
    from->length--;
    return 1;
}

/* Reads the stated items: 'full', and the missing ones. */
static int read_data(text stated, kz_set *data)
{
    text word;
    uint8_t item;
    int more = take(&stated, '-', &word);

    if (!text_is(word, "full")) {
        return 0;
    }
    for (item = 1; *words_of(KZ_VOCABULARY_DATA_ITEM, item) != '\0'; item++) {
        *data |= (kz_set)1 << (item - 1u);
    }
    while (more) {
        more = take(&stated, '-', &word);
        item = words_value(KZ_VOCABULARY_DATA_ITEM, word);
        if (item == 0) {
            return 0;
        }
        *data &= ~((kz_set)1 << (item - 1u));
    }
    return 1;
}

static int read_event(text from, kz_case_event *event)
{
    text word, day, stated;
    int more;

    memset(event, 0, sizeof *event);
    if (!take(&from, '@', &word)) {
        return 0;
    }
    event->event = words_value(KZ_VOCABULARY_EVENT, word);
    more = take(&from, '/', &day);
    if (event->event == 0 || !day_read(day, &event->on)) {
        return 0;
    }
    if (event->event == KZ_EVENT_STAY_EXTENDED) {
        return more && !take(&from, '/', &day) && day_read(day, &event->stay_until);
    }
    if (event->event != KZ_EVENT_SUBMIT) {
        return !more;
    }
    if (!more || !take(&from, '/', &stated) || !read_data(stated, &event->data)) {
        return 0;
    }
    more = take(&from, '/', &word);
    event->place = words_value(KZ_VOCABULARY_PLACE_OF_STAY, word);
    return !more;
}

int script_next(text *script, kz_case_event *event)
{
    text piece;

    if (script->length == 0) {
        return SCRIPT_END;
    }
    /* A separator after the last event announces another one. */
    if (take(script, ';', &piece) && script->length == 0) {
        return SCRIPT_WRONG;
    }
    return read_event(piece, event) ? SCRIPT_EVENT : SCRIPT_WRONG;
}
