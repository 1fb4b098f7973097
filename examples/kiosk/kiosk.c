#include "kiosk.h"

#include "cards/cards.h"
#include "cards/certificate.h"
#include "input/day.h"
#include "law/law.h"
#include "lines/lines.h"
#include "port/port.h"
#include "ui/ask.h"
#include "ui/out.h"
#include "ui/prose.h"

#include <string.h>

static const char usage[] =
    "kiosk [OPTION VALUE]... MODE\n"
    "\n"
    "  --lang kk|ru|en     speak Kazakh, Russian or English, which it does if nothing is said\n"
    "  --law PACK          decide by the law in this file, which `kz-law build` wrote, if it is signed\n"
    "  --law-key NAME.pub  by this key, not older than the built-in law, and of its name\n"
    "  --law-name NAME     a law of this name, of any age\n"
    "\n"
    "kiosk lines KIND      answer a table of questions with a table; KIND is assess, plan, terms,\n"
    "                      registration, stay, country, iin, calendar or clock\n"
    "kiosk cards [KIND]    answer it with a card for each person; KIND is assess or terms\n"
    "kiosk cards --why     the same for assess, with what the law passed over, and why\n"
    "kiosk receipts        answer questions of the kind assess with receipts, for audit\n"
    "kiosk verify          check a table of receipts: by which law each was decided, and what the\n"
    "                      same facts lead to by the law in use\n"
    "kiosk ask [--on DATE] ask what matters until the answer is clear; DATE is YYYY-MM-DD, today\n"
    "                      if it is not given\n"
    "kiosk plan [--on DATE] the same for the way to the document: its steps, or what blocks it\n"
    "kiosk certificate [--pbm]\n"
    "                      print a copy of a registration certificate from lines of name=value, with\n"
    "                      its QR code; or the QR code alone, as a PBM file\n"
    "kiosk law             say which law decides, and where it comes from\n"
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
static int interview(const ask_topic *about, const char *day)
{
    kz_date on;

    if (day != NULL && !day_read(text_of(day), &on)) {
        return bad_use("no such day", day);
    }
    if (day == NULL && kz_today(kiosk_law, port_unix_seconds(), KZ_ZONE_EAST, &on) != KZ_OK) {
        /* Whatever is wrong with it, it was not set. */
        out_complain(prose_error(KZ_ERROR_CLOCK_NOT_SET), text_of("--on YYYY-MM-DD"));
        return KIOSK_BAD_CLOCK;
    }
    ask(about, on);
    return KIOSK_OK;
}

/* The values of the options; NULL: not given. */
typedef struct {
    const char *lang, *law, *law_key, *law_name;
} options;

/* Where the value of an option is kept; NULL if it is none. */
static const char **option(options *given, const char *name)
{
    if (strcmp(name, "--lang") == 0) {
        return &given->lang;
    }
    if (strcmp(name, "--law") == 0) {
        return &given->law;
    }
    if (strcmp(name, "--law-key") == 0) {
        return &given->law_key;
    }
    return strcmp(name, "--law-name") == 0 ? &given->law_name : NULL;
}

/* Does what the options say. The language comes first: what is wrong with a pack is told in it. */
static int heed(const options *given)
{
    if (given->lang != NULL && !prose_speak(given->lang)) {
        return bad_use("no such language", given->lang);
    }
    if ((given->law == NULL) != (given->law_key == NULL)) {
        return bad_use("one needs the other", "--law, --law-key");
    }
    if (given->law == NULL && given->law_name != NULL) {
        return bad_use("it needs --law", "--law-name");
    }
    if (given->law != NULL) {
        return law_load(given->law, given->law_key, given->law_name);
    }
    law_boot();
    return KIOSK_OK;
}

int kiosk_main(int argc, char **argv)
{
    options given = {NULL, NULL, NULL, NULL};
    const char **value;
    const char *mode;
    int result;

    for (; argc > 1 && (value = option(&given, argv[1])) != NULL; argc -= 2, argv += 2) {
        if (argc == 2) {
            return bad_use("it needs a value", argv[1]);
        }
        *value = argv[2];
    }
    result = heed(&given);
    if (result != KIOSK_OK) {
        return result;
    }
    result = KIOSK_BAD_USE;
    mode = argc > 1 ? argv[1] : "--help";

    if (strcmp(mode, "--help") == 0 && argc <= 2) {
        out(usage);
        return KIOSK_OK;
    }
    if (strcmp(mode, "ask") == 0 || strcmp(mode, "plan") == 0) {
        const ask_topic *const about = *mode == 'a' ? &ask_obligation : &ask_plan;

        if (argc == 2) {
            return interview(about, NULL);
        }
        if (argc == 4 && strcmp(argv[2], "--on") == 0) {
            return interview(about, argv[3]);
        }
    }
    if (strcmp(mode, "law") == 0 && argc == 2) {
        return law_show();
    }
    if (strcmp(mode, "certificate") == 0 && argc == 2) {
        return certificate(0);
    }
    if (strcmp(mode, "certificate") == 0 && argc == 3 && strcmp(argv[2], "--pbm") == 0) {
        return certificate(1);
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
