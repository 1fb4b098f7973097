//! `Debug` for structs with personal data: it shows their name, and no field.

use core::fmt;

macro_rules! hidden {
    ($($module:ident::$kind:ident),+ $(,)?) => { $(
        impl fmt::Debug for crate::$module::$kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($kind), " { .. }"))
            }
        }
    )+ };
}

hidden! {
    facts::kz_facts,
    assess::kz_assessment,
    columns::kz_fact_columns,
    columns::kz_answer_columns,
    explain::kz_trace,
    plan::kz_plan_answer,
    ticket::kz_ticket_record,
    ticket::kz_ticket,
    receipt::kz_receipt_record,
    receipt::kz_verification,
    term::kz_term_question,
    term::kz_skipped_day,
    term::kz_skipped,
    term::kz_window,
    term::kz_window_day,
    case::kz_arrival,
    case::kz_case,
    case::kz_case_event,
    case::kz_past_event,
    case::kz_case_view,
    certificate::kz_certificate,
    stay::kz_stay,
    stay::kz_last_day,
    stay::kz_stay_answer,
    iin::kz_iin_hint,
}

#[cfg(feature = "mrz")]
hidden! {
    mrz::kz_mrz,
}
