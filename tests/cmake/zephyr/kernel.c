/* Stands in for the kernel: prints, and on 32-bit x86 starts and ends the program, without a C library. */
#include <zephyr/ztest.h>

#if defined(__i386__)
static int call(int number, int first, const void *second, unsigned third)
{
	int result;

	__asm__ volatile("int $0x80"
			 : "=a"(result)
			 : "a"(number), "b"(first), "c"(second), "d"(third)
			 : "memory");
	return result;
}

static void put(const char *text, unsigned length)
{
	call(4, 1, text, length); /* write */
}

static void end(int status)
{
	call(1, status, NULL, 0); /* exit */
}

int main(void);

__attribute__((force_align_arg_pointer)) void _start(void)
{
	end(main());
}

void *memcpy(void *restrict to, const void *restrict from, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		((volatile char *)to)[i] = ((const char *)from)[i];
	}
	return to;
}

void *memmove(void *to, const void *from, size_t length)
{
	if (to < (void *)from) {
		return memcpy(to, from, length);
	}
	for (size_t i = length; i-- > 0;) {
		((volatile char *)to)[i] = ((const char *)from)[i];
	}
	return to;
}

void *memset(void *to, int byte, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		((volatile char *)to)[i] = (char)byte;
	}
	return to;
}

int memcmp(const void *a, const void *b, size_t length)
{
	const unsigned char *one = a, *other = b;

	for (size_t i = 0; i < length; i++) {
		if (one[i] != other[i]) {
			return one[i] - other[i];
		}
	}
	return 0;
}

int bcmp(const void *a, const void *b, size_t length)
{
	return memcmp(a, b, length);
}
#else
#include <stdio.h>
#include <stdlib.h>

static void put(const char *text, unsigned length)
{
	while (length-- > 0) {
		putchar(*text++);
	}
}

static void end(int status)
{
	exit(status);
}
#endif

static unsigned length_of(const char *text)
{
	unsigned length = 0;

	while (text[length] != '\0') {
		length++;
	}
	return length;
}

void printk(const char *format, const char *text)
{
	for (; *format != '\0'; format++) {
		if (format[0] == '%' && format[1] == 's') {
			put(text, length_of(text));
			format++;
		} else {
			put(format, 1);
		}
	}
}

void ztest_is(int holds, const char *what)
{
	if (!holds) {
		printk("failed: %s\n", what);
		end(1);
	}
}
