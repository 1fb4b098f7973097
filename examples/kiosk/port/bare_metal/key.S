/* The key that packs must be signed with, built in: KEY names the file of its 32 bytes. */
    .section .rodata.law_key, "a"
    .global law_key
law_key:
    .incbin KEY
