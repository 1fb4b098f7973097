//! The capacities of the library. A law that needs more is refused by the law compiler, and when a pack is opened.

/// Bytes of the law's name: a receipt keeps it.
pub const LAW_NAME: usize = 32;
/// Documents.
pub const DOCUMENTS: usize = 255;
/// Provisions; their numbers go to 65535.
pub const PROVISIONS: usize = 255;
/// Ages.
pub const AGES: usize = 3;
/// Questions of the law's own.
pub const QUESTIONS: usize = 4;
/// Editions.
pub const EDITIONS: usize = 4;
/// Rows of an edition.
pub const EDITION_ROWS: usize = 32;
/// Parts into which a table cuts "nothing known", on any day.
pub const PARTS: usize = 1024;
/// Rows of *Conflicts*.
pub const CONFLICTS: usize = 32;
/// Rows of *Cautions*.
pub const CAUTION_ROWS: usize = 24;
/// Cautions in one answer.
pub const CAUTIONS_IN_ANSWER: usize = 8;
/// Rows of *Steps*.
pub const STEPS: usize = 16;
/// Provisions of one row of *Steps* or *What a deadlock rests on*.
pub const STEP_PROVISIONS: usize = 4;
/// Rows of *Where a document is obtained*.
pub const PLACES: usize = 32;
/// Rows of *What a deadlock rests on*.
pub const DEADLOCKS: usize = 32;
/// Rows of *Who is covered*.
pub const COVERAGE: usize = 32;
/// Rows of *Grounds for refusal*.
pub const GROUNDS: usize = 32;
/// Countries.
pub const COUNTRIES: usize = 250;
/// Years of the calendar, all rows together.
pub const YEARS: usize = 32;
/// Rows of *Holidays*.
pub const HOLIDAYS: usize = 128;
/// Rows of *Movable days*.
pub const MOVABLE_DAYS: usize = 128;
/// Rows of *Transfers*.
pub const TRANSFERS: usize = 255;
/// Rows of *Clock*.
pub const CLOCK: usize = 64;
/// Provisions that start, or that end, on one day.
pub const MILESTONE: usize = 40;
/// Provisions of all rows of *Steps* for one step.
pub const NAMED_BY_STEP: usize = 8;
/// Parts into which the tables of a plan cut "nothing known", on any day.
pub const WAYS: usize = 8192;
/// A lawyer's cases in a pack.
pub const CASES: usize = 64;
/// Provisions of the basis of one case.
pub const CASE_BASIS: usize = STEP_PROVISIONS;
/// Characters of a label.
pub const LABEL: usize = 40;
/// Characters of a sentence.
pub const SENTENCE: usize = 160;
