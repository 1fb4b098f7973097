/* The built-in key that packs must be signed with: KEY names the file with its 32 bytes. */
    .section .rodata.law_key, "a"
    .global law_key
law_key:
    .incbin KEY
