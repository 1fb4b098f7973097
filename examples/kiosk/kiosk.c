#include "kiosk.h"

#include "ask.h"
#include "cards.h"
#include "day.h"
#include "lines.h"
#include "out.h"
#include "port.h"

#include <string.h>

static const char usage[] =
    "kiosk lines KIND      answer a table of questions with a table; KIND is assess, terms, iin,\n"
    "                      calendar or clock\n"
    "kiosk cards [KIND]    answer it with a card for each person; KIND is assess or terms\n"
    "kiosk cards --why     the same for assess, with what the law passed over, and why\n"
    "kiosk receipts        answer questions of the kind assess with receipts, for audit\n"
    "kiosk verify          check a table of receipts: the decision from the same facts today\n"
    "kiosk ask [--on DATE] ask what matters until the answer is clear; DATE is YYYY-MM-DD, today\n"
    "                      if it is not given\n"
    "kiosk --help          show this\n"
    "\n"
    "A table is CSV on the standard input, its columns named in the first line.\n";

static int bad_use(const char *wrong, const char *about)
{
    out_complain(wrong, text_of(about));
    port_complain(usage, sizeof usage - 1);
    return KIOSK_BAD_USE;
}

/* The day on which the interview takes place: the argument, or today. */
static int interview(const char *day)
{
    kz_date on;

    if (day != NULL && !day_read(text_of(day), &on)) {
        return bad_use("no such day", day);
    }
    if (day == NULL && kz_local_date(port_unix_seconds(), KZ_ZONE_EAST, &on) != KZ_OK) {
        return bad_use("the clock is not set; give the day with --on", "");
    }
    ask(on);
    return KIOSK_OK;
}

int kiosk_main(int argc, char **argv)
{
    const char *const mode = argc > 1 ? argv[1] : "--help";
    int result = KIOSK_BAD_USE;

    if (strcmp(mode, "--help") == 0 && argc <= 2) {
        out(usage);
        return KIOSK_OK;
    }
    if (strcmp(mode, "ask") == 0 && argc == 2) {
        return interview(NULL);
    }
    if (strcmp(mode, "ask") == 0 && argc == 4 && strcmp(argv[2], "--on") == 0) {
        return interview(argv[3]);
    }
    if ((strcmp(mode, "receipts") == 0 || strcmp(mode, "verify") == 0) && argc == 2) {
        return lines(mode);
    }
    if (strcmp(mode, "lines") == 0 && argc == 3) {
        result = lines(argv[2]);
    } else if (strcmp(mode, "cards") == 0 && argc <= 3) {
        const int why = argc == 3 && strcmp(argv[2], "--why") == 0;

        result = cards(argc == 3 && !why ? argv[2] : "assess", why);
    }
    return result == KIOSK_BAD_USE ? bad_use("wrong arguments, at", argv[argc - 1]) : result;
}
