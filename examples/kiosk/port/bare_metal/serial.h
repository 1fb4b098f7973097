/* The serial line: lines of input, bytes of output, and their errors.
 *
 * The end of the first line tells who is sending. LF means a program: input and output are raw bytes. CR, as Enter
 * sends it, means a person at a terminal: input is echoed, Backspace and DEL delete a character, Ctrl-U the line,
 * other control bytes do nothing, and output lines end with CR LF. Later lines end with CR, LF or CR LF. EOT (Ctrl-D)
 * at the start of a line ends the input.
 *
 * While the kiosk processes a line it reads nothing. So it sends XOFF when it has a line, repeatedly until the sender
 * is silent, and XON when it is ready for more; XON and XOFF are never part of input or output. Nothing is lost from
 * a sender that sends one line after each XON, nor from one that stops at XOFF within SERIAL_ROOM bytes, without a
 * pause of SERIAL_SILENCE bytes before it stops. Losses from other senders are detected: each line that may be
 * incomplete is refused.
 */
#ifndef SERIAL_H
#define SERIAL_H

#include <stddef.h>

enum { SERIAL_ROOM = 240, SERIAL_SILENCE = 16 };

void serial_start(void);

/* Reads the first line, in which control bytes do nothing, and puts a NUL after at most 'capacity' bytes. Enter alone
   prints a prompt. Returns the same as port_read_line(). */
int serial_read_first(char *line, size_t capacity);

/* As port_read_line() and port_write(). */
int serial_read_line(char *line, size_t capacity, size_t *length);
void serial_write(const char *bytes, size_t length);

#endif
