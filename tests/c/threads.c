/* Threads that call at once, and a signal that calls while they do: each answer is what it is to one caller alone. */
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>

enum { THREADS = 8, ROUNDS = 6000 };

/* What is asked, and what is answered to one caller alone. */
static kz_facts facts;
static kz_term_question question;
static kz_case registered;
static kz_assessment assessment;
static kz_plan_answer plan;
static kz_window window;
static kz_case_view view;
static char certificate_text[2048];
static uint8_t code[KZ_QR_BUFFER];

static const kz_certificate certificate = {
    "1", "Иванов", "Иван", NULL, "N1", "KG", "Алматы", "831205408725", "А", "Б", NULL, NULL, {2026, 8, 3}, {2026, 10, 30},
};
static const char content[] = "https://example.org/certificate/1";

static volatile sig_atomic_t signals;
static volatile sig_atomic_t other_in_signal;

/* Whether a few calls answer as they did: those that a signal may make too. */
static int are_same(void)
{
    kz_assessment a;
    kz_window w;
    kz_case_view v;
    return kz_assess(NULL, &facts, &a) == KZ_OK && memcmp(&a, &assessment, sizeof a) == 0
        && kz_window_get(NULL, KZ_TERM_REGISTRATION, &question, NULL, 0, &w) == KZ_OK && memcmp(&w, &window, sizeof w) == 0
        && kz_case_get(NULL, &registered, &v) == KZ_OK && memcmp(&v, &view, sizeof v) == 0;
}

static void on_signal(int number)
{
    (void)number;
    signals++;
    if (!are_same())
        other_in_signal = 1;
}

static void *call(void *nothing)
{
    unsigned round;
    for (round = 0; round < ROUNDS; round++) {
        kz_plan_answer p;
        kz_receipt_record receipt;
        kz_verification verified;
        char text[sizeof certificate_text];
        size_t needed;
        CHECK(are_same());
        CHECK(kz_plan(NULL, &facts, &p) == KZ_OK && memcmp(&p, &plan, sizeof p) == 0);
        CHECK(kz_certificate_render(&registered, &certificate, text, sizeof text, &needed) == KZ_OK);
        CHECK(strcmp(text, certificate_text) == 0);
        CHECK(kz_receipt_issue(NULL, &facts, &receipt) == KZ_OK);
        CHECK(kz_receipt_verify(NULL, receipt.bytes, sizeof receipt.bytes, &verified) == KZ_OK);
        CHECK(verified.same == KZ_ANSWER_YES);
        if (round % 256 == 0) {
            uint8_t scratch[KZ_QR_BUFFER], modules[KZ_QR_BUFFER] = {0}, side;
            CHECK(kz_qr_encode(content, strlen(content), scratch, sizeof scratch, modules, sizeof modules, &side) == KZ_OK);
            CHECK(memcmp(modules, code, (size_t)side * side / 8) == 0);
        }
    }
    return nothing;
}

static void ask_alone(void)
{
    static const kz_arrival arrival = {{2026, 8, 3}, {2026, 10, 30}, 0, KZ_TREATY_NONE, KZ_WEEK_FIVE};
    kz_case_event event = {{2026, 8, 4}, {0, 0, 0}, 127, KZ_EVENT_SUBMIT, KZ_PLACE_OF_STAY_APARTMENT, {0, 0}};
    uint8_t scratch[KZ_QR_BUFFER], side;
    size_t needed;
    facts.on = (kz_date){2026, 11, 22};
    facts.birth = (kz_date){1990, 5, 17};
    facts.birth_precision = KZ_BIRTH_PRECISION_DAY;
    facts.standing = KZ_STANDING_FOREIGNER;
    facts.occasion = KZ_OCCASION_VISA;
    facts.action = KZ_ACTION_FIRST_ISSUE;
    facts.fingerprinted = KZ_ANSWER_NO;
    question.from = (kz_date){2026, 8, 3};
    question.on = (kz_date){2026, 8, 20};
    CHECK(kz_case_init(&arrival, &registered) == KZ_OK);
    CHECK(kz_case_apply(NULL, &registered, &event) == KZ_OK);
    event.event = KZ_EVENT_HOST_CONFIRMS;
    event.data = 0;
    event.place = 0;
    CHECK(kz_case_apply(NULL, &registered, &event) == KZ_OK);
    CHECK(kz_assess(NULL, &facts, &assessment) == KZ_OK);
    CHECK(kz_plan(NULL, &facts, &plan) == KZ_OK);
    CHECK(kz_window_get(NULL, KZ_TERM_REGISTRATION, &question, NULL, 0, &window) == KZ_OK);
    CHECK(kz_case_get(NULL, &registered, &view) == KZ_OK);
    CHECK(kz_certificate_render(&registered, &certificate, certificate_text, sizeof certificate_text, &needed) == KZ_OK);
    CHECK(kz_qr_encode(content, strlen(content), scratch, sizeof scratch, code, sizeof code, &side) == KZ_OK);
}

int main(void)
{
    pthread_t threads[THREADS];
    struct sigaction action;
    const struct itimerval often = {{0, 500}, {0, 500}};
    unsigned number;
    ask_alone();
    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    CHECK(sigaction(SIGPROF, &action, NULL) == 0 && setitimer(ITIMER_PROF, &often, NULL) == 0);
    for (number = 0; number < THREADS; number++)
        CHECK(pthread_create(&threads[number], NULL, call, NULL) == 0);
    for (number = 0; number < THREADS; number++)
        CHECK(pthread_join(threads[number], NULL) == 0);
    CHECK(signals > 10 && !other_in_signal);
    return 0;
}
