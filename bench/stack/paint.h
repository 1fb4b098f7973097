/* What the unused stack is filled with: as unlike an address, a date or a small number as it gets. */
#define PAINT 0x5AA5C33C
