/* The minimal start of a bare-metal program. It is measured, never run. */
int main(void);
void reset(void);

#if defined(__arm__)
extern const unsigned char stack_top;
__attribute__((section(".vectors"), used)) static const void *const vectors[] = {
    &stack_top,
    (const void *)reset,
};
#endif

void reset(void)
{
#if defined(__riscv)
    __asm__ volatile("la sp, stack_top");
#endif
    (void)main();
    for (;;) {
    }
}
