/* The layout of every struct that crosses the interface, as C sees it. Once released a number here
 * never changes; the Rust test of the header reads the same lines. P is the size of a pointer. */
#include "kz_rules.h"

#ifdef __cplusplus
#define CHECK(condition, message) static_assert(condition, message)
#else
#define CHECK(condition, message) _Static_assert(condition, message)
#endif

#define P sizeof(void *)
#define SIZE(type, size) CHECK(sizeof(type) == (size), #type)
#define FIELD(type, field, offset, size)                                                           \
    CHECK(offsetof(type, field) == (offset) && sizeof(((type *)0)->field) == (size), #type "." #field)

SIZE(kz_date, 4);
FIELD(kz_date, year, 0, 2);
FIELD(kz_date, month, 2, 1);
FIELD(kz_date, day, 3, 1);

SIZE(kz_provision_info, 3 * P + 16);
FIELD(kz_provision_info, id, 0, P);
FIELD(kz_provision_info, title, P, P);
FIELD(kz_provision_info, place, 2 * P, P);
FIELD(kz_provision_info, from, 3 * P, 4);
FIELD(kz_provision_info, until, 3 * P + 4, 4);
FIELD(kz_provision_info, known_as_of, 3 * P + 8, 4);
FIELD(kz_provision_info, provision, 3 * P + 12, 2);
FIELD(kz_provision_info, document, 3 * P + 14, 1);
FIELD(kz_provision_info, reserved, 3 * P + 15, 1);

SIZE(kz_milestone, 168);
FIELD(kz_milestone, day, 0, 4);
FIELD(kz_milestone, started_count, 4, 1);
FIELD(kz_milestone, ended_count, 5, 1);
FIELD(kz_milestone, started, 6, 80);
FIELD(kz_milestone, ended, 86, 80);
FIELD(kz_milestone, reserved, 166, 2);

SIZE(kz_facts, 28);
FIELD(kz_facts, on, 0, 4);
FIELD(kz_facts, birth, 4, 4);
FIELD(kz_facts, birth_precision, 8, 1);
FIELD(kz_facts, birth_final, 9, 1);
FIELD(kz_facts, edition, 10, 1);
FIELD(kz_facts, age_reading, 11, 1);
FIELD(kz_facts, occasion, 12, 1);
FIELD(kz_facts, standing, 13, 1);
FIELD(kz_facts, fingerprinted, 14, 1);
FIELD(kz_facts, action, 15, 1);
FIELD(kz_facts, visa_channel, 16, 1);
FIELD(kz_facts, permanent_resident, 17, 1);
FIELD(kz_facts, held_at_commencement, 18, 1);
FIELD(kz_facts, location, 19, 1);
FIELD(kz_facts, may_enter, 20, 1);
FIELD(kz_facts, has_iin, 21, 1);
FIELD(kz_facts, mission_in_pilot, 22, 1);
FIELD(kz_facts, mission_takes_fingerprints, 23, 1);
FIELD(kz_facts, passport_in_foreign_language, 24, 1);
FIELD(kz_facts, reserved, 25, 3);

SIZE(kz_assessment, 64);
FIELD(kz_assessment, outcome, 0, 1);
FIELD(kz_assessment, obligation, 1, 1);
FIELD(kz_assessment, ask, 2, 1);
FIELD(kz_assessment, basis_count, 3, 1);
FIELD(kz_assessment, obligations, 4, 2);
FIELD(kz_assessment, relevant, 6, 2);
FIELD(kz_assessment, holds_until, 8, 4);
FIELD(kz_assessment, basis, 12, 24);
FIELD(kz_assessment, cautions, 36, 4);
FIELD(kz_assessment, caution_count, 40, 1);
FIELD(kz_assessment, reserved, 41, 3);
FIELD(kz_assessment, conflict, 44, 4);
FIELD(kz_assessment, consequence, 48, 2);
FIELD(kz_assessment, papers, 50, 2);
FIELD(kz_assessment, place, 52, 2);
FIELD(kz_assessment, collectors_home, 54, 2);
FIELD(kz_assessment, collectors_abroad, 56, 2);
FIELD(kz_assessment, taken, 58, 2);
FIELD(kz_assessment, issued, 60, 2);
FIELD(kz_assessment, reserved2, 62, 2);

SIZE(kz_year, 100);
FIELD(kz_year, year, 0, 2);
FIELD(kz_year, certainty, 2, 1);
FIELD(kz_year, reserved, 3, 1);
FIELD(kz_year, five, 4, 48);
FIELD(kz_year, six, 52, 48);

SIZE(kz_calendar_day, 4);
FIELD(kz_calendar_day, working, 0, 1);
FIELD(kz_calendar_day, reason, 1, 1);
FIELD(kz_calendar_day, certainty, 2, 1);
FIELD(kz_calendar_day, reserved, 3, 1);

SIZE(kz_term, 20);
FIELD(kz_term, from, 0, 4);
FIELD(kz_term, on, 4, 4);
FIELD(kz_term, stay_until, 8, 4);
FIELD(kz_term, treaty_days, 12, 2);
FIELD(kz_term, treaty, 14, 1);
FIELD(kz_term, week, 15, 1);
FIELD(kz_term, stay_regime, 16, 1);
FIELD(kz_term, standing, 17, 1);
FIELD(kz_term, arrived_to_live, 18, 1);
FIELD(kz_term, reserved, 19, 1);

SIZE(kz_skipped_day, 8);
FIELD(kz_skipped_day, date, 0, 4);
FIELD(kz_skipped_day, reason, 4, 1);
FIELD(kz_skipped_day, reserved, 5, 3);

SIZE(kz_skipped, 68);
FIELD(kz_skipped, count, 0, 2);
FIELD(kz_skipped, listed, 2, 1);
FIELD(kz_skipped, reserved, 3, 1);
FIELD(kz_skipped, days, 4, 64);

SIZE(kz_window, 160);
FIELD(kz_window, outcome, 0, 1);
FIELD(kz_window, covered, 1, 1);
FIELD(kz_window, transitional, 2, 1);
FIELD(kz_window, certainty, 3, 1);
FIELD(kz_window, strict, 4, 4);
FIELD(kz_window, lenient, 8, 4);
FIELD(kz_window, stay_until, 12, 4);
FIELD(kz_window, provision, 16, 2);
FIELD(kz_window, cautions, 18, 4);
FIELD(kz_window, caution_count, 22, 1);
FIELD(kz_window, reserved, 23, 1);
FIELD(kz_window, strict_skipped, 24, 68);
FIELD(kz_window, lenient_skipped, 92, 68);

SIZE(kz_window_day, 8);
FIELD(kz_window_day, state, 0, 1);
FIELD(kz_window_day, reserved, 1, 3);
FIELD(kz_window_day, days_left, 4, 4);

SIZE(kz_arrival, 12);
FIELD(kz_arrival, arrived_on, 0, 4);
FIELD(kz_arrival, stay_until, 4, 4);
FIELD(kz_arrival, treaty_days, 8, 2);
FIELD(kz_arrival, treaty, 10, 1);
FIELD(kz_arrival, week, 11, 1);

SIZE(kz_case, 80);
FIELD(kz_case, version, 0, 4);
FIELD(kz_case, body, 4, 72);
FIELD(kz_case, checksum, 76, 4);

SIZE(kz_case_event, 8);
FIELD(kz_case_event, on, 0, 4);
FIELD(kz_case_event, data, 4, 2);
FIELD(kz_case_event, event, 6, 1);
FIELD(kz_case_event, place, 7, 1);

SIZE(kz_past_event, 8);
FIELD(kz_past_event, on, 0, 4);
FIELD(kz_past_event, event, 4, 1);
FIELD(kz_past_event, state, 5, 1);
FIELD(kz_past_event, refusal, 6, 1);
FIELD(kz_past_event, reserved, 7, 1);

SIZE(kz_case_view, 104);
FIELD(kz_case_view, arrived_on, 0, 4);
FIELD(kz_case_view, stay_until, 4, 4);
FIELD(kz_case_view, registered_on, 8, 4);
FIELD(kz_case_view, deregistered_on, 12, 4);
FIELD(kz_case_view, moved_on, 16, 4);
FIELD(kz_case_view, earliest, 20, 4);
FIELD(kz_case_view, treaty_days, 24, 2);
FIELD(kz_case_view, registrations, 26, 2);
FIELD(kz_case_view, events, 28, 2);
FIELD(kz_case_view, possible, 30, 2);
FIELD(kz_case_view, treaty, 32, 1);
FIELD(kz_case_view, week, 33, 1);
FIELD(kz_case_view, state, 34, 1);
FIELD(kz_case_view, refusal, 35, 1);
FIELD(kz_case_view, history_count, 36, 1);
FIELD(kz_case_view, reserved, 37, 3);
FIELD(kz_case_view, history, 40, 64);

SIZE(kz_case_basis, 6);
FIELD(kz_case_basis, provisions, 0, 4);
FIELD(kz_case_basis, count, 4, 1);
FIELD(kz_case_basis, reserved, 5, 1);

SIZE(kz_certificate, 12 * P + 8);
FIELD(kz_certificate, application_number, 0, P);
FIELD(kz_certificate, surname, P, P);
FIELD(kz_certificate, given_name, 2 * P, P);
FIELD(kz_certificate, patronymic, 3 * P, P);
FIELD(kz_certificate, passport, 4 * P, P);
FIELD(kz_certificate, citizenship, 5 * P, P);
FIELD(kz_certificate, address, 6 * P, P);
FIELD(kz_certificate, host_iin, 7 * P, P);
FIELD(kz_certificate, host_surname, 8 * P, P);
FIELD(kz_certificate, host_given_name, 9 * P, P);
FIELD(kz_certificate, host_patronymic, 10 * P, P);
FIELD(kz_certificate, qr, 11 * P, P);
FIELD(kz_certificate, stay_from, 12 * P, 4);
FIELD(kz_certificate, stay_until, 12 * P + 4, 4);

SIZE(kz_certificate_fault, 8);
FIELD(kz_certificate_fault, fault, 0, 4);
FIELD(kz_certificate_fault, field, 4, 1);
FIELD(kz_certificate_fault, reserved, 5, 3);
SIZE(kz_plan_step, 8);
FIELD(kz_plan_step, step, 0, 1);
FIELD(kz_plan_step, provision_count, 1, 1);
FIELD(kz_plan_step, provisions, 2, 6);

SIZE(kz_plan_answer, 68);
FIELD(kz_plan_answer, verdict, 0, 1);
FIELD(kz_plan_answer, ask, 1, 1);
FIELD(kz_plan_answer, relevant, 2, 2);
FIELD(kz_plan_answer, blocked, 4, 2);
FIELD(kz_plan_answer, ways_out, 6, 2);
FIELD(kz_plan_answer, step_count, 8, 1);
FIELD(kz_plan_answer, basis_count, 9, 1);
FIELD(kz_plan_answer, steps, 10, 48);
FIELD(kz_plan_answer, basis, 58, 4);
FIELD(kz_plan_answer, cautions, 62, 4);
FIELD(kz_plan_answer, caution_count, 66, 1);
FIELD(kz_plan_answer, reserved, 67, 1);
SIZE(kz_ticket_record, 30);
FIELD(kz_ticket_record, bytes, 0, 30);

SIZE(kz_ticket, 24);
FIELD(kz_ticket, identifier, 0, 16);
FIELD(kz_ticket, on, 16, 4);
FIELD(kz_ticket, basis, 20, 2);
FIELD(kz_ticket, obligation, 22, 1);
FIELD(kz_ticket, reserved, 23, 1);

SIZE(kz_receipt_record, 74);
FIELD(kz_receipt_record, bytes, 0, 74);

SIZE(kz_verification, 22);
FIELD(kz_verification, on, 0, 4);
FIELD(kz_verification, law_known_until, 4, 4);
FIELD(kz_verification, library, 8, 6);
FIELD(kz_verification, obligations_then, 14, 2);
FIELD(kz_verification, obligations_now, 16, 2);
FIELD(kz_verification, same, 18, 1);
FIELD(kz_verification, library_changed, 19, 1);
FIELD(kz_verification, law_changed, 20, 1);
FIELD(kz_verification, reserved, 21, 1);

SIZE(kz_passed, 4);
FIELD(kz_passed, provision, 0, 2);
FIELD(kz_passed, fact, 2, 1);
FIELD(kz_passed, given, 3, 1);

SIZE(kz_trace, 96);
FIELD(kz_trace, completion, 0, 28);
FIELD(kz_trace, basis, 28, 2);
FIELD(kz_trace, obligation, 30, 1);
FIELD(kz_trace, passed_count, 31, 1);
FIELD(kz_trace, passed, 32, 64);

SIZE(kz_iin_way_info, 12);
FIELD(kz_iin_way_info, way, 0, 1);
FIELD(kz_iin_way_info, open, 1, 1);
FIELD(kz_iin_way_info, provision_count, 2, 1);
FIELD(kz_iin_way_info, reserved, 3, 1);
FIELD(kz_iin_way_info, provisions, 4, 6);
FIELD(kz_iin_way_info, establishments, 10, 2);

SIZE(kz_pilot_papers, 16);
FIELD(kz_pilot_papers, running, 0, 1);
FIELD(kz_pilot_papers, translation, 1, 1);
FIELD(kz_pilot_papers, legalisation, 2, 1);
FIELD(kz_pilot_papers, reserved, 3, 1);
FIELD(kz_pilot_papers, presence, 4, 2);
FIELD(kz_pilot_papers, papers, 6, 2);
FIELD(kz_pilot_papers, translation_by, 8, 2);
FIELD(kz_pilot_papers, legalisation_by, 10, 2);
FIELD(kz_pilot_papers, issued, 12, 2);
FIELD(kz_pilot_papers, term, 14, 2);

SIZE(kz_refusal, 4);
FIELD(kz_refusal, ground, 0, 2);
FIELD(kz_refusal, cure, 2, 1);
FIELD(kz_refusal, inferred, 3, 1);

SIZE(kz_iin_hint, 8);
FIELD(kz_iin_hint, birth, 0, 4);
FIELD(kz_iin_hint, sex, 4, 1);
FIELD(kz_iin_hint, reserved, 5, 3);
