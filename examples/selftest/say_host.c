/* Prints on standard output. */
#include <stdio.h>

void say(const char *text);

void say(const char *text)
{
    fputs(text, stdout);
}
