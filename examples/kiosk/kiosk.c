#include "kiosk.h"

#include "cards/cards.h"
#include "cards/certificate.h"
#include "input/csv.h"
#include "input/day.h"
#include "input/line.h"
#include "input/wipe.h"
#include "interview/dialogue.h"
#include "interview/document.h"
#include "interview/stay.h"
#include "law/law.h"
#include "lines/lines.h"
#include "port/port.h"
#include "ui/code.h"
#include "ui/out.h"
#include "ui/page.h"
#include "ui/prose.h"

#include <string.h>

/* -DKIOSK_USAGE=0 leaves it out on a board with little flash. */
#ifndef KIOSK_USAGE
#define KIOSK_USAGE 1
#endif

static const char usage[] =
#if KIOSK_USAGE
    "kiosk [OPTION [VALUE]]... MODE\n"
    "\n"
    "  --lang kk|ru|en     speak Kazakh, Russian or English; if not given, English, else Russian, else Kazakh\n"
    "  --law PACK          decide by the law in this file, which `kz-law build` wrote, if it is signed\n"
    "  --law-key NAME.pub  by this key, not older than the built-in law, and of its name\n"
    "  --slots FILE        decide by the law in one of the two slots in this file, signed by --law-key, as a board\n"
    "                      does by its flash; a file that is not there is made\n"
    "  --law-name NAME     a law of this name, of any age\n"
    "  --spreadsheet       no value; write tables so that a spreadsheet takes no id for a formula\n"
    "  --dark              no value; draw QR codes for a dark terminal\n"
    "\n"
    "kiosk lines KIND      answer a table of questions with a table; KIND is assess, plan, terms,\n"
    "                      registration, stay, country, ticket, refusal, pilot, iin, calendar or\n"
    "                      clock\n"
    "kiosk cards [KIND]    answer it with a card for each person; KIND is assess, which it is if nothing\n"
    "                      is said, plan, terms, registration or stay\n"
    "  --why               with what the law passed over, and why: for assess\n"
    "  --receipt           with the number of a receipt, which verify reads: for assess\n"
    "kiosk receipts        answer questions of the kind assess with receipts, for audit\n"
    "kiosk verify          check a table of receipts: by which law each was decided, and what the\n"
    "                      same facts lead to by the law in use; exit status 1 if one is false or\n"
    "                      cannot be read\n"
    "kiosk ask [ABOUT] [--on DATE]\n"
    "                      ask what matters until the answer is clear; ABOUT is document, stay or guest,\n"
    "                      and asked for if it is not given; DATE is YYYY-MM-DD, today if it is not given\n"
    "kiosk plan [--on DATE] ask about the way to a document alone: its steps, or what blocks it\n"
    "kiosk certificate [--pbm]\n"
    "                      print a copy of a registration certificate from lines of name=value, with\n"
    "                      its QR code; or the QR code alone, as a PBM file\n"
    "kiosk law             say which law decides, and where it comes from\n"
    "kiosk install PACK    write a pack to the slot that does not decide, test it, keep its sequence, and say\n"
    "                      which law decides now; with --slots\n"
    "kiosk --help          show this\n"
    "\n"
    "A table is CSV on the standard input, its columns named in the first line, separated by commas,\n"
    "semicolons or tabs. Answers are separated by commas. An id is copied as it is, for a program.\n"
#endif
    "";

static int bad_use(const char *wrong, const char *about)
{
    out_complain(wrong, text_of(about));
    port_complain(usage, sizeof usage - 1);
    return KIOSK_BAD_USE;
}

/* The topics of an interview. */
typedef struct {
    const char *name; /* NULL: ask for it */
    void (*hold)(kz_date on);
} topic;

static void ask_door(kz_date on)
{
    static const phrase doors[] = {PHRASE_DOOR_DOCUMENT, PHRASE_DOOR_STAY, PHRASE_DOOR_GUEST};
    static void (*const hold[])(kz_date) = {document_ask, stay_ask, stay_ask_host};
    unsigned door;

    ask(prose_phrase_sentence(PHRASE_DOOR));
    if (hear_choice(doors, sizeof doors / sizeof doors[0], &door) == SAID) {
        hold[door - 1](on);
    }
}

static const topic topics[] = {
    {"document", document_ask}, {"stay", stay_ask}, {"guest", stay_ask_host},
    {NULL, ask_door},
};

/* The topic of this name, or the last; NULL if there is none. */
static const topic *topic_of(const char *name)
{
    unsigned i;

    for (i = 0; topics[i].name != NULL; i++) {
        if (name != NULL && strcmp(topics[i].name, name) == 0) {
            return &topics[i];
        }
    }
    return name == NULL ? &topics[i] : NULL;
}

/* An interview on the day of the argument, or today. */
static int interview(void (*hold)(kz_date on), const char *day)
{
    kz_date on;

    if (day != NULL && !day_read(text_of(day), &on)) {
        return KIOSK_BAD_USE;
    }
    if (day == NULL && kz_today(kiosk_law, port_unix_seconds(), KZ_ZONE_EAST, &on) != KZ_OK) {
        /* Any error of the clock means that it was not set. */
        out_complain(prose_error(KZ_ERROR_CLOCK_NOT_SET), text_of("--on YYYY-MM-DD"));
        return KIOSK_BAD_CLOCK;
    }
    hold(on);
    return KIOSK_OK;
}

/* 'ask [ABOUT] [--on DATE]', 'plan [--on DATE]'. */
static int ask_mode(int argc, char **argv)
{
    const int plans = strcmp(argv[1], "plan") == 0;
    const topic *about;
    const char *name = NULL, *day = NULL;
    int at = 2;

    if (!plans && at < argc && strcmp(argv[at], "--on") != 0) {
        name = argv[at++];
    }
    if (argc - at == 2 && strcmp(argv[at], "--on") == 0) {
        day = argv[at + 1];
        at += 2;
    }
    about = topic_of(name);
    if (at != argc || about == NULL) {
        return KIOSK_BAD_USE;
    }
    return interview(plans ? document_ask_way : about->hold, day);
}

/* 'cards [KIND] [--why] [--receipt]'. */
static int cards_mode(int argc, char **argv)
{
    const char *kind = "assess";
    unsigned with = 0;
    int at = 2;

    if (at < argc && argv[at][0] != '-') {
        kind = argv[at++];
    }
    for (; at < argc; at++) {
        if (strcmp(argv[at], "--why") == 0) {
            with |= CARDS_WHY;
        } else if (strcmp(argv[at], "--receipt") == 0) {
            with |= CARDS_RECEIPT;
        } else {
            return KIOSK_BAD_USE;
        }
    }
    return cards(kind, with);
}

/* The values of the options; NULL: not given. */
typedef struct {
    const char *lang, *law, *law_key, *law_name, *slots;
    int spreadsheet, dark;
} options;

/* Where an option without a value is stored; NULL if it is not one. */
static int *flag(options *given, const char *name)
{
    if (strcmp(name, "--spreadsheet") == 0) {
        return &given->spreadsheet;
    }
    return strcmp(name, "--dark") == 0 ? &given->dark : NULL;
}

/* Where the value of an option is stored; NULL if it is not one. */
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
    if (strcmp(name, "--slots") == 0) {
        return &given->slots;
    }
    return strcmp(name, "--law-name") == 0 ? &given->law_name : NULL;
}

/* Applies the options. The language comes first, for errors about a pack. */
static int heed(const options *given)
{
    if (given->lang != NULL && !prose_speak(given->lang)) {
        return bad_use("no such language", given->lang);
    }
    csv_for_spreadsheet(given->spreadsheet);
    code_on_dark(given->dark);
    if (given->law != NULL && given->slots != NULL) {
        return bad_use("one or the other", "--law, --slots");
    }
    if ((given->law == NULL && given->slots == NULL) != (given->law_key == NULL)) {
        return bad_use("one needs the other", given->slots != NULL ? "--slots, --law-key" : "--law, --law-key");
    }
    if (given->law == NULL && given->law_name != NULL) {
        return bad_use("it needs --law", "--law-name");
    }
    if (given->law != NULL) {
        return law_load(given->law, given->law_key, given->law_name);
    }
    if (given->slots != NULL) {
        return law_keep(given->slots, given->law_key);
    }
    law_boot();
    return KIOSK_OK;
}

/* Removes the options from the arguments. Returns 0 after an error message if a value is missing. */
static int take_options(int *argc, char ***argv, options *given)
{
    while (*argc > 1) {
        int *const noted = flag(given, (*argv)[1]);
        const char **const value = option(given, (*argv)[1]);
        const int taken = noted != NULL ? 1 : 2;

        if (noted != NULL) {
            *noted = 1;
        } else if (value == NULL) {
            break;
        } else if (*argc == 2) {
            bad_use("it needs a value", (*argv)[1]);
            return 0;
        } else {
            *value = (*argv)[2];
        }
        *argc -= taken;
        *argv += taken;
    }
    return 1;
}

static int run(int argc, char **argv)
{
    options given = {NULL, NULL, NULL, NULL, NULL, 0, 0};
    const char *mode;
    int result;

    if (!take_options(&argc, &argv, &given)) {
        return KIOSK_BAD_USE;
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
        result = ask_mode(argc, argv);
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
    if (strcmp(mode, "install") == 0 && argc == 3) {
        result = law_install(argv[2]);
    } else if (strcmp(mode, "lines") == 0 && argc == 3) {
        result = lines(argv[2]);
    } else if (strcmp(mode, "cards") == 0) {
        result = cards_mode(argc, argv);
    }
    return result == KIOSK_BAD_USE ? bad_use("wrong arguments, at", argv[argc - 1]) : result;
}

int kiosk_main(int argc, char **argv)
{
    int result;

    line_start();
    result = run(argc, argv);
    line_forget();
    page_forget();
    wipe_stack();
    return result;
}
