/* The key that packs are signed with: the public half of an Ed25519 key, in PEM. */
#ifndef KEY_H
#define KEY_H

#include "input/text.h"
#include "kz_rules.h"

/* Reads the key from the file NAME.pub that `kz-law key` writes, or from any other SubjectPublicKeyInfo in PEM (RFC 8410).
   Returns 0 if it is not one. */
int key_read(text pem, uint8_t key[KZ_KEY_BYTES]);

#endif
