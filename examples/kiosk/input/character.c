#include "input/character.h"

uint32_t character_next(text *from)
{
    const unsigned char first = (unsigned char)from->start[0];
    /* The length of the character in bytes; 0: no character begins like this. */
    const unsigned length = first < 0x80   ? 1
                            : first < 0xC2 ? 0
                            : first < 0xE0 ? 2
                            : first < 0xF0 ? 3
                            : first < 0xF5 ? 4
                                           : 0;
    /* Limits of the second byte: nothing overlong, no surrogate, nothing past 10FFFF. */
    unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    uint32_t character = length < 2 ? first : first & (0xFFu >> (length + 1));
    unsigned taken = 1;

    while (taken < length && taken < from->length) {
        const unsigned char byte = (unsigned char)from->start[taken];

        if (byte < least || byte > most) {
            break;
        }
        character = character << 6 | (byte & 0x3Fu);
        least = 0x80;
        most = 0xBF;
        taken++;
    }
    from->start += taken;
    from->length -= taken;
    return taken == length ? character : CHARACTER_WRONG;
}

typedef struct {
    uint32_t first, last;
} range;

static const range blank[] = {
    {0x20, 0x20},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
    {0x202F, 0x202F}, {0x205F, 0x205F}, {0x2800, 0x2800}, {0x3000, 0x3000},
};

static const range commands[] = {
    {0x00, 0x1F},
    {0x7F, 0x9F},
    {0x2028, 0x2029},
};

static const range invisible[] = {
    {0xAD, 0xAD},       {0x34F, 0x34F},     {0x61C, 0x61C},     {0x115F, 0x1160},   {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x206F},   {0x3164, 0x3164},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

static int is_in(uint32_t character, const range *ranges, size_t count)
{
    size_t i;

    for (i = 0; i < count && character > ranges[i].last; i++) {
    }
    return i < count && character >= ranges[i].first;
}

int character_does(uint32_t character)
{
    if (character == CHARACTER_WRONG) {
        return CHARACTER_NONE;
    }
    if (is_in(character, blank, sizeof blank / sizeof blank[0])) {
        return CHARACTER_BLANK;
    }
    if (is_in(character, commands, sizeof commands / sizeof commands[0])) {
        return CHARACTER_COMMANDS;
    }
    return is_in(character, invisible, sizeof invisible / sizeof invisible[0]) ? CHARACTER_INVISIBLE
                                                                               : CHARACTER_SEEN;
}

/* Takes the next character that counts in a name, in lower case; 0: none is left. */
static uint32_t next_of_name(text *name)
{
    while (name->length > 0) {
        const uint32_t character = character_next(name);
        const int does = character_does(character);

        if (character >= 'A' && character <= 'Z') {
            return character - 'A' + 'a';
        }
        if (character != '-' && character != '_'
            && (does == CHARACTER_SEEN || does == CHARACTER_NONE)) {
            return character;
        }
    }
    return 0;
}

int character_same_name(text one, text other)
{
    uint32_t next;

    do {
        next = next_of_name(&one);
        if (next != next_of_name(&other)) {
            return 0;
        }
    } while (next != 0);
    return 1;
}
