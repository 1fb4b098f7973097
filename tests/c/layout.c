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

SIZE(kz_law, 512);
FIELD(kz_law, opaque, 0, 512);

SIZE(kz_date, 4);
FIELD(kz_date, year, 0, 2);
FIELD(kz_date, month, 2, 1);
FIELD(kz_date, day, 3, 1);

SIZE(kz_law_identity, 2 * P + 16);
FIELD(kz_law_identity, digest, 0, 8);
FIELD(kz_law_identity, sequence, 8, 4);
FIELD(kz_law_identity, known_until, 12, 4);
FIELD(kz_law_identity, name, 16, P);
FIELD(kz_law_identity, name_length, P + 16, P);

SIZE(kz_provision_info, 3 * P + 24);
FIELD(kz_provision_info, id, 0, P);
FIELD(kz_provision_info, title, P, P);
FIELD(kz_provision_info, place, 2 * P, P);
FIELD(kz_provision_info, from, 3 * P, 4);
FIELD(kz_provision_info, until, 3 * P + 4, 4);
FIELD(kz_provision_info, known_as_of, 3 * P + 8, 4);
FIELD(kz_provision_info, provision, 3 * P + 12, 2);
FIELD(kz_provision_info, document, 3 * P + 14, 2);
FIELD(kz_provision_info, kind, 3 * P + 16, 1);
FIELD(kz_provision_info, reserved, 3 * P + 17, 7);

SIZE(kz_at_least, 36);
FIELD(kz_at_least, sequence, 0, 4);
FIELD(kz_at_least, name, 4, 32);

SIZE(kz_pack_fault, P + 8);
FIELD(kz_pack_fault, section, 0, P);
FIELD(kz_pack_fault, row, P, 2);
FIELD(kz_pack_fault, reserved, P + 2, 6);

SIZE(kz_slots, 32);
FIELD(kz_slots, sequence, 0, 8);
FIELD(kz_slots, at_least, 8, 4);
FIELD(kz_slots, passed, 12, 2);
FIELD(kz_slots, reserved, 14, 2);
FIELD(kz_slots, records, 16, 16);

SIZE(kz_slot_choice, 16);
FIELD(kz_slot_choice, at_least, 0, 4);
FIELD(kz_slot_choice, open, 4, 1);
FIELD(kz_slot_choice, write, 5, 1);
FIELD(kz_slot_choice, record, 6, 1);
FIELD(kz_slot_choice, reserved, 7, 1);
FIELD(kz_slot_choice, record_bytes, 8, 8);

SIZE(kz_milestone, 168);
FIELD(kz_milestone, day, 0, 4);
FIELD(kz_milestone, started_count, 4, 1);
FIELD(kz_milestone, ended_count, 5, 1);
FIELD(kz_milestone, started, 6, 80);
FIELD(kz_milestone, ended, 86, 80);
FIELD(kz_milestone, reserved, 166, 2);

SIZE(kz_facts, 36);
FIELD(kz_facts, on, 0, 4);
FIELD(kz_facts, birth, 4, 4);
FIELD(kz_facts, birth_precision, 8, 1);
FIELD(kz_facts, edition, 9, 1);
FIELD(kz_facts, age_reading, 10, 1);
FIELD(kz_facts, reserved, 11, 1);
FIELD(kz_facts, occasion, 12, 1);
FIELD(kz_facts, standing, 13, 1);
FIELD(kz_facts, fingerprinted, 14, 1);
FIELD(kz_facts, action, 15, 1);
FIELD(kz_facts, visa_channel, 16, 1);
FIELD(kz_facts, permanent_resident, 17, 1);
FIELD(kz_facts, held_at_commencement, 18, 1);
FIELD(kz_facts, question_1, 19, 1);
FIELD(kz_facts, question_2, 20, 1);
FIELD(kz_facts, question_3, 21, 1);
FIELD(kz_facts, question_4, 22, 1);
FIELD(kz_facts, location, 23, 1);
FIELD(kz_facts, may_enter, 24, 1);
FIELD(kz_facts, has_iin, 25, 1);
FIELD(kz_facts, mission_in_pilot, 26, 1);
FIELD(kz_facts, mission_takes_fingerprints, 27, 1);
FIELD(kz_facts, passport_in_foreign_language, 28, 1);
FIELD(kz_facts, reserved2, 29, 3);
FIELD(kz_facts, declined, 32, 4);

SIZE(kz_fact_columns, 16 * P);
FIELD(kz_fact_columns, on, 0, P);
FIELD(kz_fact_columns, on_validity, P, P);
FIELD(kz_fact_columns, birth, 2 * P, P);
FIELD(kz_fact_columns, birth_validity, 3 * P, P);
FIELD(kz_fact_columns, occasion, 4 * P, P);
FIELD(kz_fact_columns, standing, 5 * P, P);
FIELD(kz_fact_columns, fingerprinted, 6 * P, P);
FIELD(kz_fact_columns, action, 7 * P, P);
FIELD(kz_fact_columns, visa_channel, 8 * P, P);
FIELD(kz_fact_columns, permanent_resident, 9 * P, P);
FIELD(kz_fact_columns, held_at_commencement, 10 * P, P);
FIELD(kz_fact_columns, question_1, 11 * P, P);
FIELD(kz_fact_columns, question_2, 12 * P, P);
FIELD(kz_fact_columns, question_3, 13 * P, P);
FIELD(kz_fact_columns, question_4, 14 * P, P);
FIELD(kz_fact_columns, declined, 15 * P, P);

SIZE(kz_answer_columns, 5 * P);
FIELD(kz_answer_columns, status, 0, P);
FIELD(kz_answer_columns, obligations, P, P);
FIELD(kz_answer_columns, basis, 2 * P, P);
FIELD(kz_answer_columns, ask, 3 * P, P);
FIELD(kz_answer_columns, holds_until, 4 * P, P);

SIZE(kz_assessment, 120);
FIELD(kz_assessment, outcome, 0, 1);
FIELD(kz_assessment, obligation, 1, 1);
FIELD(kz_assessment, ask, 2, 1);
FIELD(kz_assessment, basis_count, 3, 1);
FIELD(kz_assessment, obligations, 4, 4);
FIELD(kz_assessment, relevant, 8, 4);
FIELD(kz_assessment, holds_until, 12, 4);
FIELD(kz_assessment, basis, 16, 64);
FIELD(kz_assessment, cautions, 80, 16);
FIELD(kz_assessment, caution_count, 96, 1);
FIELD(kz_assessment, law, 97, 1);
FIELD(kz_assessment, conflict, 98, 4);
FIELD(kz_assessment, consequence, 102, 2);
FIELD(kz_assessment, papers, 104, 2);
FIELD(kz_assessment, place, 106, 2);
FIELD(kz_assessment, collectors_home, 108, 2);
FIELD(kz_assessment, collectors_abroad, 110, 2);
FIELD(kz_assessment, taken, 112, 2);
FIELD(kz_assessment, issued, 114, 2);
FIELD(kz_assessment, reserved, 116, 4);

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

SIZE(kz_term_question, 20);
FIELD(kz_term_question, from, 0, 4);
FIELD(kz_term_question, on, 4, 4);
FIELD(kz_term_question, stay_until, 8, 4);
FIELD(kz_term_question, treaty_days, 12, 2);
FIELD(kz_term_question, treaty, 14, 1);
FIELD(kz_term_question, week, 15, 1);
FIELD(kz_term_question, stay_regime, 16, 1);
FIELD(kz_term_question, standing, 17, 1);
FIELD(kz_term_question, arrived_to_live, 18, 1);
FIELD(kz_term_question, reserved, 19, 1);

SIZE(kz_skipped_day, 8);
FIELD(kz_skipped_day, date, 0, 4);
FIELD(kz_skipped_day, reason, 4, 1);
FIELD(kz_skipped_day, reserved, 5, 3);

SIZE(kz_skipped, 68);
FIELD(kz_skipped, count, 0, 2);
FIELD(kz_skipped, listed, 2, 1);
FIELD(kz_skipped, reserved, 3, 1);
FIELD(kz_skipped, days, 4, 64);

SIZE(kz_window, 174);
FIELD(kz_window, outcome, 0, 1);
FIELD(kz_window, covered, 1, 1);
FIELD(kz_window, transitional, 2, 1);
FIELD(kz_window, certainty, 3, 1);
FIELD(kz_window, strict, 4, 4);
FIELD(kz_window, lenient, 8, 4);
FIELD(kz_window, stay_until, 12, 4);
FIELD(kz_window, provision, 16, 2);
FIELD(kz_window, covered_by, 18, 2);
FIELD(kz_window, cautions, 20, 16);
FIELD(kz_window, caution_count, 36, 1);
FIELD(kz_window, law, 37, 1);
FIELD(kz_window, strict_skipped, 38, 68);
FIELD(kz_window, lenient_skipped, 106, 68);

SIZE(kz_window_day, 12);
FIELD(kz_window_day, state, 0, 1);
FIELD(kz_window_day, reserved, 1, 3);
FIELD(kz_window_day, days_left, 4, 4);
FIELD(kz_window_day, days_late, 8, 4);

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

SIZE(kz_case_event, 16);
FIELD(kz_case_event, on, 0, 4);
FIELD(kz_case_event, stay_until, 4, 4);
FIELD(kz_case_event, data, 8, 4);
FIELD(kz_case_event, event, 12, 1);
FIELD(kz_case_event, place, 13, 1);
FIELD(kz_case_event, reserved, 14, 2);

SIZE(kz_past_event, 8);
FIELD(kz_past_event, on, 0, 4);
FIELD(kz_past_event, event, 4, 1);
FIELD(kz_past_event, state, 5, 1);
FIELD(kz_past_event, reserved, 6, 2);

SIZE(kz_case_view, 108);
FIELD(kz_case_view, arrived_on, 0, 4);
FIELD(kz_case_view, stay_until, 4, 4);
FIELD(kz_case_view, registered_on, 8, 4);
FIELD(kz_case_view, deregistered_on, 12, 4);
FIELD(kz_case_view, moved_on, 16, 4);
FIELD(kz_case_view, earliest, 20, 4);
FIELD(kz_case_view, treaty_days, 24, 2);
FIELD(kz_case_view, registrations, 26, 2);
FIELD(kz_case_view, events, 28, 2);
FIELD(kz_case_view, ground, 30, 2);
FIELD(kz_case_view, possible, 32, 4);
FIELD(kz_case_view, treaty, 36, 1);
FIELD(kz_case_view, week, 37, 1);
FIELD(kz_case_view, state, 38, 1);
FIELD(kz_case_view, finding, 39, 1);
FIELD(kz_case_view, history_count, 40, 1);
FIELD(kz_case_view, reserved, 41, 3);
FIELD(kz_case_view, history, 44, 64);

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

SIZE(kz_plan_step, 18);
FIELD(kz_plan_step, step, 0, 1);
FIELD(kz_plan_step, provision_count, 1, 1);
FIELD(kz_plan_step, provisions, 2, 16);

SIZE(kz_plan_answer, 152);
FIELD(kz_plan_answer, verdict, 0, 1);
FIELD(kz_plan_answer, ask, 1, 1);
FIELD(kz_plan_answer, law, 2, 1);
FIELD(kz_plan_answer, step_count, 3, 1);
FIELD(kz_plan_answer, relevant, 4, 4);
FIELD(kz_plan_answer, blocked, 8, 4);
FIELD(kz_plan_answer, ways_out, 12, 4);
FIELD(kz_plan_answer, steps, 16, 108);
FIELD(kz_plan_answer, basis, 124, 8);
FIELD(kz_plan_answer, cautions, 132, 16);
FIELD(kz_plan_answer, basis_count, 148, 1);
FIELD(kz_plan_answer, caution_count, 149, 1);
FIELD(kz_plan_answer, reserved, 150, 2);

SIZE(kz_ticket_record, 31);
FIELD(kz_ticket_record, bytes, 0, 31);

SIZE(kz_ticket, 24);
FIELD(kz_ticket, identifier, 0, 16);
FIELD(kz_ticket, on, 16, 4);
FIELD(kz_ticket, basis, 20, 2);
FIELD(kz_ticket, obligation, 22, 1);
FIELD(kz_ticket, reserved, 23, 1);

SIZE(kz_receipt_record, 158);
FIELD(kz_receipt_record, bytes, 0, 158);

SIZE(kz_verification, 72);
FIELD(kz_verification, law_digest, 0, 8);
FIELD(kz_verification, law_name, 8, 32);
FIELD(kz_verification, law_sequence, 40, 4);
FIELD(kz_verification, law_known_until, 44, 4);
FIELD(kz_verification, on, 48, 4);
FIELD(kz_verification, obligations_then, 52, 4);
FIELD(kz_verification, obligations_now, 56, 4);
FIELD(kz_verification, library, 60, 6);
FIELD(kz_verification, same, 66, 1);
FIELD(kz_verification, library_changed, 67, 1);
FIELD(kz_verification, law_changed, 68, 1);
FIELD(kz_verification, reserved, 69, 3);

SIZE(kz_passed, 4);
FIELD(kz_passed, provision, 0, 2);
FIELD(kz_passed, fact, 2, 1);
FIELD(kz_passed, given, 3, 1);

SIZE(kz_trace, 164);
FIELD(kz_trace, completion, 0, 36);
FIELD(kz_trace, basis, 36, 2);
FIELD(kz_trace, obligation, 38, 1);
FIELD(kz_trace, passed_count, 39, 1);
FIELD(kz_trace, passed, 40, 124);

SIZE(kz_stay_rule, 6);
FIELD(kz_stay_rule, per_entry, 0, 2);
FIELD(kz_stay_rule, total, 2, 2);
FIELD(kz_stay_rule, window, 4, 2);

SIZE(kz_stay, 8);
FIELD(kz_stay, entered, 0, 4);
FIELD(kz_stay, left, 4, 4);

SIZE(kz_last_day, 6);
FIELD(kz_last_day, day, 0, 4);
FIELD(kz_last_day, kind, 4, 1);
FIELD(kz_last_day, reserved, 5, 1);

SIZE(kz_stay_answer, 28);
FIELD(kz_stay_answer, used_strict, 0, 4);
FIELD(kz_stay_answer, used_lenient, 4, 4);
FIELD(kz_stay_answer, last_strict, 8, 6);
FIELD(kz_stay_answer, last_lenient, 14, 6);
FIELD(kz_stay_answer, next_entry, 20, 4);
FIELD(kz_stay_answer, state, 24, 1);
FIELD(kz_stay_answer, reserved, 25, 3);

SIZE(kz_country_answer, 16);
FIELD(kz_country_answer, stay, 0, 6);
FIELD(kz_country_answer, treaty, 6, 2);
FIELD(kz_country_answer, provisions, 8, 4);
FIELD(kz_country_answer, provision_count, 12, 1);
FIELD(kz_country_answer, pilot, 13, 1);
FIELD(kz_country_answer, stay_regime, 14, 1);
FIELD(kz_country_answer, law, 15, 1);

SIZE(kz_iin_way_info, 20);
FIELD(kz_iin_way_info, step, 0, 1);
FIELD(kz_iin_way_info, open, 1, 1);
FIELD(kz_iin_way_info, provision_count, 2, 1);
FIELD(kz_iin_way_info, reserved, 3, 1);
FIELD(kz_iin_way_info, provisions, 4, 16);

SIZE(kz_pilot_papers, 20);
FIELD(kz_pilot_papers, running, 0, 1);
FIELD(kz_pilot_papers, translation, 1, 1);
FIELD(kz_pilot_papers, legalisation, 2, 1);
FIELD(kz_pilot_papers, provision_count, 3, 1);
FIELD(kz_pilot_papers, provisions, 4, 16);

SIZE(kz_refusal, 4);
FIELD(kz_refusal, ground, 0, 2);
FIELD(kz_refusal, cure, 2, 1);
FIELD(kz_refusal, inferred, 3, 1);

SIZE(kz_iin_hint, 8);
FIELD(kz_iin_hint, birth, 0, 4);
FIELD(kz_iin_hint, sex, 4, 1);
FIELD(kz_iin_hint, reserved, 5, 3);
