/* What an application here needs of Zephyr's header of this name. */
#include <stddef.h>
#include <stdint.h>

void printk(const char *format, const char *text);
