//! What is wrong with a page, or worth knowing, as data.

/// A place in a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte, counted from the start of the page.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The line of the first byte, from 1.
    pub line: usize,
    /// The column of the first byte, in characters, from 1.
    pub column: usize,
}

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The page is not a law.
    Error,
    /// The page is a law, but this deserves a look.
    Finding,
}

/// The kind of a diagnostic. Its name in kebab case is its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// The page is not UTF-8.
    Encoding,
    /// A section is missing.
    MissingSection,
    /// A section occurs twice.
    SectionTwice,
    /// A heading, or a table under it, that is not a section of a law.
    UnknownSection,
    /// A table is missing, broken, indented, in a code fence, or one too many.
    Table,
    /// The columns are not those of the section.
    Columns,
    /// A row has too few or too many cells.
    Cells,
    /// A table is empty that must not be, or a required row is missing.
    MissingRow,
    /// A required cell is empty.
    EmptyCell,
    /// Not a number, or out of range.
    Number,
    /// Not a date, day of the year or moment.
    Date,
    /// An identifier or code that is not written as one.
    Identifier,
    /// A word that the vocabulary does not have.
    Word,
    /// A condition that cannot be read.
    Condition,
    /// A name that is not declared.
    NotDeclared,
    /// A number or name used twice, or entries that overlap.
    Twice,
    /// A cell that contradicts another cell or another row.
    Inconsistent,
    /// A person whom no row takes.
    Incomplete,
    /// A row that takes nobody.
    DeadRow,
    /// A basis that does not apply when its row decides.
    BasisNotInForce,
    /// A provision of a report as basis.
    ReportedBasis,
    /// A step whose needs nothing can give.
    NeedsNotMet,
    /// A calendar that cannot be laid out.
    Calendar,
    /// More than the library has room for.
    Capacity,
    /// A row changes the basis but never the obligation.
    BasisOnly,
    /// Conditions that nobody fulfils.
    NobodyFulfils,
    /// A condition that can be dropped.
    Droppable,
    /// An entry without effect.
    NoEffect,
    /// A pair of persons who differ in one condition only and get different answers.
    Witness,
}

impl Kind {
    /// The code: the name of the kind in kebab case.
    #[must_use]
    pub fn code(self) -> String {
        let mut code = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_ascii_uppercase() && !code.is_empty() {
                code.push('-');
            }
            code.push(letter.to_ascii_lowercase());
        }
        code
    }
}

/// One error or finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or finding.
    pub severity: Severity,
    /// What kind.
    pub kind: Kind,
    /// Where.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What was expected, or a near match.
    pub help: Option<String>,
    /// Other places that belong to it, each with a few words.
    pub related: Vec<(Span, String)>,
}

impl Diagnostic {
    /// An error.
    #[must_use]
    pub fn error(kind: Kind, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            kind,
            span,
            message: message.into(),
            help: None,
            related: Vec::new(),
        }
    }

    /// A finding.
    #[must_use]
    pub fn finding(kind: Kind, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Finding,
            ..Self::error(kind, span, message)
        }
    }

    /// Adds what was expected.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, span: Span, words: impl Into<String>) -> Self {
        self.related.push((span, words.into()));
        self
    }

    /// Whether it is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The nearest of some names, if it is near enough to be what was meant.
pub fn near<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = text.to_lowercase();
    names
        .into_iter()
        .map(|name| {
            (
                strsim::damerau_levenshtein(&lower, &name.to_lowercase()),
                name,
            )
        })
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, name)| *distance <= 1 + name.len() / 5)
        .map(|(_, name)| name)
}
