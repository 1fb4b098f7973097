#include "machine.h"

#include <stddef.h>
#include <string.h>

int main(void);

/* From sections.ld: only the addresses matter. */
extern unsigned char data_start[], data_end[], bss_start[], bss_end[];
extern const unsigned char data_values[];

void machine_main(void)
{
    memcpy(data_start, data_values, (size_t)(data_end - data_start));
    memset(bss_start, 0, (size_t)(bss_end - bss_start));
    machine_exit(main());
}
