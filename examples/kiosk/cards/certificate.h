/* The mode 'certificate': prints a copy of a registration certificate. */
#ifndef CERTIFICATE_H
#define CERTIFICATE_H

/* Reads lines of the form name=value: how the case began and what happened to it (the columns of a
   registration table), and the fields of the certificate; the last day of stay is the same for both.
   Lines that are blank or begin with '#' are skipped; a name that comes twice is an error. Writes the
   text and the QR code, or, if 'picture', the QR code alone, as a PBM file. Returns what the program
   returns. Nothing of the person stays in memory. */
int certificate(int picture);

#endif
