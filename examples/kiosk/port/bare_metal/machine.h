/* What the port needs of a processor and its board, apart from the serial line. The machine calls
   main() when memory is ready, and ends with what it returns. */
#ifndef MACHINE_H
#define MACHINE_H

/* Ends the program, and the emulator with this exit status; without one it stops here. */
void machine_exit(int status);

/* Puts the initial values into memory, calls main(), and ends. */
void machine_main(void);

/* The exit status after a fault of the processor: an access out of bounds, an unknown instruction. */
#define MACHINE_FAULT 70

#endif
