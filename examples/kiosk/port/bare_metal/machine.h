/* What the port needs from a processor and its board, except the serial line. The machine calls main() when memory is
   ready, and ends with its result. */
#ifndef MACHINE_H
#define MACHINE_H

/* Ends the program, and the emulator with this exit status; without an emulator the program stops here. */
void machine_exit(int status);

/* Initialises memory, calls main(), and ends. */
void machine_main(void);

/* The exit status after a fault of the processor: an access out of bounds, an unknown instruction. */
#define MACHINE_FAULT 70

#endif
