/* The mode 'certificate': prints a copy of a registration certificate. */
#ifndef CERTIFICATE_H
#define CERTIFICATE_H

/* Reads lines of the form name=value: how the case began and its events (the columns of a registration table), and the
   fields of the certificate; the last day of stay belongs to both. Blank lines and lines that begin with '#' are skipped; a
   name given twice is an error. Writes the text and the QR code, or with 'picture' only the QR code, as a PBM file. Returns
   the exit status. No personal data stays in memory. */
int certificate(int picture);

#endif
