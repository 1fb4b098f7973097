//! The closed sets, as the bytes that C passes. build.rs writes their constants into the header,
//! from the core.

#![allow(missing_docs)] // documented where the core defines them, and so in the header

pub type kz_fact = u8;
pub type kz_standing = u8;
pub type kz_occasion = u8;
pub type kz_action = u8;
pub type kz_visa_channel = u8;
pub type kz_answer = u8;
pub type kz_location = u8;
pub type kz_birth_precision = u8;
pub type kz_edition = u8;
pub type kz_age_reading = u8;
pub type kz_obligation = u8;
pub type kz_document = u16;
pub type kz_week = u8;
pub type kz_certainty = u8;
pub type kz_reason = u8;
pub type kz_treaty = u8;
pub type kz_stay_regime = u8;
pub type kz_coverage = u8;
pub type kz_day_state = u8;
pub type kz_outcome = u8;
pub type kz_term_outcome = u8;
pub type kz_first_day = u8;
pub type kz_zone = u8;
pub type kz_sex = u8;
pub type kz_event = u8;
pub type kz_case_state = u8;
pub type kz_data_item = u8;
pub type kz_place_of_stay = u8;
pub type kz_certificate_field = u8;
pub type kz_vocabulary = u8;
pub type kz_verdict = u8;
pub type kz_step = u8;
pub type kz_goal = u8;
pub type kz_mission_kind = u8;
pub type kz_procedure = u8;
pub type kz_finding = u8;
pub type kz_cure = u8;
pub type kz_provision = u16;
pub type kz_set = u32;
pub type kz_language = u8;
pub type kz_text_form = u8;
pub type kz_age_band = u8;
pub type kz_term = u8;
pub type kz_law_known = u8;
pub type kz_document_kind = u8;
pub type kz_stay_state = u8;
pub type kz_last_day_kind = u8;
