/* The law that the kiosk uses, kiosk_law (kiosk.h): where it comes from, and what it is. */
#ifndef LAW_H
#define LAW_H

/* Uses the law of a pack: the names of the files of the pack and of the public key; 'name': the law's name, NULL: that of
   the built-in law. Returns KIOSK_OK, or an error after a message. */
int law_load(const char *pack, const char *key, const char *name);

/* Uses the law in the flash of the machine, if it has such flash. */
void law_boot(void);

/* Uses the law in a file that holds slots like flash: the names of that file and of the public key. Returns KIOSK_OK, or an
   error after a message. If the file has another length than one of slots, the built-in law decides, and a message says so. */
int law_keep(const char *file, const char *key);

/* The mode 'install': writes a pack to the slot that does not decide, and shows which law decides then. The pack's sequence
   is recorded after its cases gave the expected answers. */
int law_install(const char *pack);

/* The mode 'law': shows which law decides, and where it comes from. */
int law_show(void);

#endif
