//! Checks a law: everything that the compiler refuses.

mod calendar;
mod capacity;
mod consistency;
mod decisions;
mod unique;

use crate::diagnostic::{Diagnostic, Kind, Span};
use crate::model::Law;
use crate::read::{Reading, read};
use crate::section::Section;

/// A page that has been checked.
#[derive(Debug)]
pub struct Checked<'s> {
    /// The page, and the law as far as it could be read.
    pub reading: Reading<'s>,
    /// All errors, in the order of the page.
    pub errors: Vec<Diagnostic>,
}

impl Checked<'_> {
    /// The law, if the page has no errors.
    #[must_use]
    pub fn law(&self) -> Option<&Law> {
        self.errors.is_empty().then_some(&self.reading.law)
    }
}

/// Reads and checks a page.
#[must_use]
pub fn check(source: &str) -> Checked<'_> {
    let reading = read(source);
    let mut checker = Checker {
        reading: &reading,
        errors: reading.errors.clone(),
    };
    checker.unique();
    checker.consistency();
    checker.decisions();
    checker.calendar();
    checker.capacity();
    if checker.errors.is_empty() && reading.is_whole() {
        checker.opens();
    }
    let mut errors = checker.errors;
    if errors.is_empty() && !reading.is_whole() {
        let span = reading.page.span(0..0);
        errors.push(Diagnostic::error(
            Kind::Table,
            span,
            "not all of the page could be read",
        ));
    }
    errors.sort_by(|one, other| {
        (one.span, one.kind, &one.message).cmp(&(other.span, other.kind, &other.message))
    });
    errors.dedup();
    Checked { reading, errors }
}

/// The law of a page.
///
/// # Errors
///
/// Everything that is wrong with it.
pub fn compile(source: &str) -> Result<Law, Vec<Diagnostic>> {
    let Checked { reading, errors } = check(source);
    if errors.is_empty() {
        Ok(reading.law)
    } else {
        Err(errors)
    }
}

struct Checker<'r, 's> {
    reading: &'r Reading<'s>,
    errors: Vec<Diagnostic>,
}

impl Checker<'_, '_> {
    fn cell(&self, section: Section, line: usize, column: &str) -> Span {
        self.reading.page.cell(section, line, column)
    }
}
