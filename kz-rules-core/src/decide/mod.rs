//! Decisions: whether the law asks for a person's fingerprints, and why.

mod assess;
mod assessment;
mod columns;
mod explain;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use assess::{Person, leads_to, next_question, row_bit};
pub use assess::{Settings, assess};
pub(crate) use assessment::cautions;
pub use assessment::{Assessment, Outcome, OutcomeKind};
pub use columns::{AnswerColumns, ColumnsError, FactColumns, HOLDS_FOREVER, RowError};
pub use explain::{MAX_PASSED, Passed, Trace, explain};
pub(crate) use walk::{Rules, Walk};
