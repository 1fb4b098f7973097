/* The pattern of the unused stack: as unlike an address, a date or a small number as possible. */
#define PAINT 0x5AA5C33C
