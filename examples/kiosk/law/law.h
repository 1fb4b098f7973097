/* The law that the kiosk decides by: kiosk_law (kiosk.h), where it comes from, and what it is. */
#ifndef LAW_H
#define LAW_H

/* Decides by the law of a pack: the names of the files of the pack and of the public key; 'name': the law's name, NULL:
   that of the built-in law. Returns KIOSK_OK, or has complained. */
int law_load(const char *pack, const char *key, const char *name);

/* Decides by what is in the flash of the machine, if it has such flash. */
void law_boot(void);

/* Decides by what is in a file that holds slots as flash does: the names of that file and of the public key. Returns KIOSK_OK,
   or has complained. */
int law_keep(const char *file, const char *key);

/* The mode 'install': writes a pack to the slot that does not decide, and shows which law decides then. The pack's sequence is
   kept once its cases came out right. */
int law_install(const char *pack);

/* The mode 'law': says which law decides, and where it comes from. */
int law_show(void);

#endif
