//! kz-rules for Python. Each module converts Python's values into the types of the library, asks the law, and converts the
//! answer; nothing is decided here.

mod arrow;
mod assess;
mod calendar;
mod country;
mod error;
mod facts;
mod iin;
mod law;
mod plan;
mod stay;
mod table;
mod term;
mod words;

use pyo3::prelude::*;

/// The compiled half of `kz_rules`.
#[pymodule]
mod _native {
    #[pymodule_export]
    use crate::assess::{Assessment, assess};
    #[pymodule_export]
    use crate::calendar::{CalendarDay, add_working_days, calendar_day};
    #[pymodule_export]
    use crate::country::{Country, country};
    #[pymodule_export]
    use crate::iin::Iin;
    #[pymodule_export]
    use crate::law::{Law, Provision};
    #[pymodule_export]
    use crate::plan::{Plan, PlanStep, plan};
    #[pymodule_export]
    use crate::stay::{Stay, stay};
    #[pymodule_export]
    use crate::table::{Answers, assess_table};
    #[pymodule_export]
    use crate::term::{Term, Window, term};
    #[pymodule_export]
    use crate::words::{label, sentence, vocabulary};
}
