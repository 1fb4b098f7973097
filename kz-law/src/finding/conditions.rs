//! What is found out about one condition: that it can be dropped, or a witness that it matters.

use crate::diagnostic::{Diagnostic, Kind, Span};

/// One condition, and whether it matters.
pub(super) struct Told {
    /// Where it is.
    pub(super) span: Span,
    /// Two persons who show that it matters; none if it can be dropped.
    pub(super) witness: Option<String>,
}

impl Told {
    pub(super) fn finding(&self) -> Option<Diagnostic> {
        self.witness.is_none().then(|| {
            Diagnostic::finding(
                Kind::Droppable,
                self.span,
                "without this condition every answer is the same",
            )
        })
    }

    pub(super) fn witness(&self) -> Option<Diagnostic> {
        let words = self.witness.as_ref()?;
        Some(Diagnostic::finding(Kind::Witness, self.span, words.clone()))
    }
}
