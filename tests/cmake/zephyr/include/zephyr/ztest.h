/* What a test here needs of Zephyr's header of this name: main() runs all tests, and the first that fails ends it. */
#include <stddef.h>

#include <zephyr/kernel.h>

typedef void (*ztest_function)(void);
extern const ztest_function __start_ztests[], __stop_ztests[];

void ztest_is(int holds, const char *what);

#define ZTEST(suite, name)                                                                                    \
	static void name(void);                                                                               \
	static const ztest_function name##_entry __attribute__((section("ztests"), used)) = name;            \
	static void name(void)
#define ZTEST_SUITE(suite, predicate, setup, before, after, teardown)                                         \
	int main(void)                                                                                        \
	{                                                                                                     \
		for (const ztest_function *test = __start_ztests; test != __stop_ztests; test++) {            \
			(*test)();                                                                            \
		}                                                                                             \
		printk("%s\n", "PROJECT EXECUTION SUCCESSFUL");                                               \
		return 0;                                                                                     \
	}
#define zassert_equal(a, b) ztest_is((a) == (b), #a " == " #b)
#define zassert_not_equal(a, b) ztest_is((a) != (b), #a " != " #b)
