/* The serial line: lines of input, bytes of output, and what may go wrong with them.
 *
 * A program uses it in another way than a person, and the end of the first line tells which of them it is. If it is LF, a
 * program: input is taken as it is, and output goes out as it is. If it is CR, as Enter sends, a person at a
 * terminal: what is typed is shown, Backspace and DEL take back a character and Ctrl-U all of the line, other control bytes do
 * nothing, and output ends its lines with CR LF. Every later line ends with CR, LF or CR LF. EOT (Ctrl-D) at the start of
 * a line ends the input.
 *
 * While the kiosk works on a line nobody reads. So it sends XOFF when it has a line, again and again until the sender is
 * silent, and XON when it wants more; XON and XOFF are never part of input or output. Nothing is lost of a sender that
 * sends one line after each XON, nor of one that stops at XOFF: SERIAL_ROOM bytes later at most, without a pause of SERIAL_SILENCE bytes
 * before that. What another sender loses is noticed: each line that may lack something is refused.
 */
#ifndef SERIAL_H
#define SERIAL_H

#include <stddef.h>

enum { SERIAL_ROOM = 240, SERIAL_SILENCE = 16 };

void serial_start(void);

/* Reads the first line, in which control bytes do nothing, and puts a NUL after its 'capacity' bytes at most. Enter alone
   brings a prompt. Returns what port_read_line() does. */
int serial_read_first(char *line, size_t capacity);

/* As port_read_line() and port_write(). */
int serial_read_line(char *line, size_t capacity, size_t *length);
void serial_write(const char *bytes, size_t length);

#endif
