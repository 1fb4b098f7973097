//! The sections of a law: their headings, and the columns of their tables.

/// One section of a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The law's name, its sequence number, and the day until which it is known.
    Identity,
    /// The documents with provisions.
    Documents,
    /// The rules of the documents.
    Provisions,
    /// The ages that conditions may name.
    Ages,
    /// The law's own questions.
    Questions,
    /// The table of an edition.
    Edition(u8),
    /// What goes with a mandatory obligation of an edition.
    Duties(u8),
    /// Notes where two editions differ.
    Conflicts,
    /// Reported developments that an answer carries.
    Cautions,
    /// The steps on the way to a document.
    Steps,
    /// Where a document is obtained.
    Where,
    /// What a deadlock rests on.
    Deadlock,
    /// The deadlines.
    Terms,
    /// Whom a term covers.
    Covered,
    /// Why an application is refused.
    Grounds,
    /// What is known about countries.
    Countries,
    /// The calendar, which has no table of its own.
    Calendar,
    /// The years that the calendar covers.
    Years,
    /// The holidays of every year.
    Holidays,
    /// Days off with another date each year.
    MovableDays,
    /// Working days moved to rest days.
    Transfers,
    /// The offsets of the time zones.
    Clock,
    /// The texts of a law in one language, on a page of their own.
    Texts,
    /// Who gets another answer, on a page of intended changes.
    Intended,
    /// Which other rows change, on such a page.
    IntendedRows,
}

use Section::{
    Ages, Calendar, Cautions, Clock, Conflicts, Countries, Covered, Deadlock, Documents, Duties,
    Edition, Grounds, Holidays, Identity, MovableDays, Provisions, Questions, Steps, Terms,
    Transfers, Where, Years,
};

impl Section {
    /// Every section of a law page except editions and their duties, in the order of the base law.
    pub const FIXED: [Self; 20] = [
        Identity,
        Documents,
        Provisions,
        Ages,
        Questions,
        Conflicts,
        Cautions,
        Steps,
        Where,
        Deadlock,
        Terms,
        Covered,
        Grounds,
        Countries,
        Calendar,
        Years,
        Holidays,
        MovableDays,
        Transfers,
        Clock,
    ];

    /// The heading; without the name for an edition.
    #[must_use]
    pub fn heading(self) -> String {
        match self {
            Edition(number) => format!("Edition {number}"),
            Duties(number) => format!("Duties of edition {number}"),
            Identity => "Identity".into(),
            Documents => "Documents".into(),
            Provisions => "Provisions".into(),
            Ages => "Ages".into(),
            Questions => "Questions".into(),
            Conflicts => "Conflicts".into(),
            Cautions => "Cautions".into(),
            Steps => "Steps".into(),
            Where => "Where a document is obtained".into(),
            Deadlock => "What a deadlock rests on".into(),
            Terms => "Terms".into(),
            Covered => "Who is covered".into(),
            Grounds => "Grounds for refusal".into(),
            Countries => "Countries".into(),
            Calendar => "Calendar".into(),
            Years => "Years".into(),
            Holidays => "Holidays".into(),
            MovableDays => "Movable days".into(),
            Transfers => "Transfers".into(),
            Clock => "Clock".into(),
            Self::Texts => "Texts".into(),
            Self::Intended => "Intended changes".into(),
            Self::IntendedRows => "Other intended changes".into(),
        }
    }

    /// The section with this heading, and the name if it is an edition.
    #[must_use]
    pub fn of_heading(heading: &str) -> Option<(Self, Option<&str>)> {
        if let Some(section) = Self::FIXED
            .into_iter()
            .find(|section| section.heading() == heading)
        {
            return Some((section, None));
        }
        if let Some(number) = heading.strip_prefix("Duties of edition ") {
            return Some((Duties(edition_number(number)?), None));
        }
        let (number, name) = heading.strip_prefix("Edition ")?.split_once(": ")?;
        Some((Edition(edition_number(number)?), Some(name)))
    }

    /// The columns of its table; none for *Calendar*, which has no table.
    #[must_use]
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Identity => &["law", "sequence", "known until"],
            Documents => &["number", "id", "kind", "title", "known as of"],
            Provisions => &[
                "number",
                "id",
                "document",
                "place",
                "from",
                "until",
                "substance",
            ],
            Ages => &["age"],
            Questions => &["number", "id"],
            Edition(_) => &["if", "obligation", "basis"],
            Duties(_) => &["duty", "provision"],
            Conflicts => &[
                "edition",
                "basis",
                "other edition",
                "obligation",
                "provisions",
            ],
            Cautions => &["caution", "carried by", "if", "ticket"],
            Steps => &["step", "where", "gives", "needs", "open if", "provisions"],
            Where => &["if", "where"],
            Deadlock => &["if", "provisions"],
            Terms => &[
                "term",
                "event",
                "days",
                "unit",
                "strict",
                "lenient",
                "provision",
                "in force",
                "on the day of",
            ],
            Covered => &["term", "if", "covered", "provision"],
            Grounds => &["ground", "procedure", "finding", "cure"],
            Countries => &[
                "alpha-2",
                "alpha-3",
                "numeric",
                "pilot",
                "days an entry",
                "days",
                "window",
                "stay provision",
                "from",
                "treaty",
                "treaty provision",
            ],
            Calendar => &[],
            Years => &["from", "to", "certainty"],
            Holidays => &["day", "reason", "first year", "last year", "substituted"],
            MovableDays => &["day", "reason"],
            Transfers => &["worked", "off"],
            Clock => &["zone", "from", "offset"],
            Self::Texts => &["id", "label", "sentence"],
            Self::Intended => &["edition", "if", "from", "to", "basis"],
            Self::IntendedRows => &["section", "rows"],
        }
    }

    /// Whether its table may have no rows.
    #[must_use]
    pub fn may_be_empty(self) -> bool {
        matches!(
            self,
            Questions | Conflicts | Cautions | MovableDays | Transfers
        )
    }
}

fn edition_number(text: &str) -> Option<u8> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    digits.then(|| text.parse().ok()).flatten()
}
