//! The answer of an assessment (legal model, section 4): a small value; its lists are read from the tables
//! of the law.

use core::fmt;

use heapless::Vec;

use super::assess::rows_of;
use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::set::Set;
use crate::facts::Fact;
use crate::law::{
    Caution, Conflict, DutiesRow, Duty, Edition, Law, LawKnown, MAX_BASIS, MAX_CAUTIONS,
    Obligation, Provision, Rule,
};

/// What the law asks, and why.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Assessment<'a> {
    /// The obligations that some completion leads to, and no others.
    pub possible: Set<Obligation>,
    /// The fact to ask for next; none if the obligation is decided, or every fact left was declined or is
    /// never asked for.
    pub ask: Option<Fact>,
    /// The facts that can be asked for and on which the obligation still depends, declined ones included.
    pub relevant: Set<Fact>,
    /// The first day after the decision date on which, with the same facts, the possible obligations
    /// differ; none if they never do. It may be a minor's birthday, so `Debug` hides it.
    pub holds_until: Option<Day>,
    /// Whether the law is known on the decision date. If it is, the answer may still hold beyond the last
    /// day for which the law is known: from then on it is assumed.
    pub law_known: LawKnown,
    pub(crate) law: Law<'a>,
    pub(crate) edition: Edition,
    /// The rows that decided, over all completions, one bit each.
    pub(crate) rows: u32,
    /// The rows of *Cautions* that are carried, one bit each.
    pub(crate) cautions: u32,
    /// The row of *Conflicts*, counted from 1, whose note is carried; 0: none.
    pub(crate) conflict: u8,
}

impl<'a> Assessment<'a> {
    /// The obligation, or what to ask to find it.
    #[must_use]
    #[inline]
    pub fn outcome(&self) -> Outcome {
        match self.possible.single() {
            Some(obligation) => Outcome::Decided(obligation),
            None => Outcome::Undecided {
                possible: self.possible,
                ask: self.ask,
            },
        }
    }

    /// The provisions of the rows that decided, over all completions, each once, in the order of the table:
    /// at most [`MAX_BASIS`].
    pub fn basis(&self) -> impl Iterator<Item = Provision> + use<'a> {
        let rules = self.law.rules(self.edition).unwrap_or_default();
        let rows = self.rows;
        let mut seen = 0u32;
        rows_of(rules, rows).map(Rule::basis).filter(move |basis| {
            // The first row that took anything on this basis names it.
            let mut earlier = rows_of(rules, rows).take(seen as usize);
            seen = seen.wrapping_add(1);
            earlier.all(|row: Rule<'_>| row.basis() != *basis)
        })
    }

    /// The two provisions of the conflict that the answer carries, the one that decides first.
    #[must_use]
    pub fn conflict(&self) -> Option<[Provision; 2]> {
        let place = usize::from(self.conflict).checked_sub(1)?;
        let row = self.law.conflicts().get(place)?;
        Some(Conflict::from(row).provisions())
    }

    /// Whether there are any [`Assessment::cautions`].
    #[must_use]
    #[inline]
    pub const fn has_cautions(&self) -> bool {
        self.cautions != 0
    }

    /// The provisions of the cautions: developments that may change the answer, also outside the sources.
    /// Each once, in the order of the table, at most [`MAX_CAUTIONS`].
    pub fn cautions(&self) -> impl Iterator<Item = Provision> + use<'a> {
        cautions(self.law, self.cautions)
    }

    /// Whether a caution that the answer carries refuses a capture ticket.
    pub(crate) fn refuses_ticket(&self) -> bool {
        rows_of(self.law.cautions(), self.cautions).any(Caution::refuses_ticket)
    }

    /// The provision that governs this duty of a mandatory fingerprinting; none for any other outcome, or
    /// where the source is silent.
    #[must_use]
    pub fn duty(&self, duty: Duty) -> Option<Provision> {
        let place = usize::from(duty.code()).wrapping_sub(1);
        *self.duties()?.get(place)?
    }

    /// The same for all duties, in the order of [`Duty`].
    #[must_use]
    pub fn duties(&self) -> Option<[Option<Provision>; Duty::ALL.len()]> {
        if self.possible == Obligation::Mandatory.into() {
            let row = self.law.duties().get(self.edition.place())?;
            Some(DutiesRow::from(row).all())
        } else {
            None
        }
    }
}

/// The provisions of some rows of *Cautions*, each once.
pub(crate) fn cautions<'a>(law: Law<'a>, rows: u32) -> impl Iterator<Item = Provision> + use<'a> {
    let mut seen = 0usize;
    rows_of(law.cautions(), rows)
        .map(Caution::provision)
        .filter(move |provision| {
            let mut earlier = rows_of(law.cautions(), rows).take(seen);
            seen = seen.wrapping_add(1);
            earlier.all(|row: Caution<'_>| row.provision() != *provision)
        })
        .take(MAX_CAUTIONS)
}

/// Two answers are equal if they say the same; which rows led to them does not matter.
impl PartialEq for Assessment<'_> {
    fn eq(&self, other: &Self) -> bool {
        let said = |answer: &Self| {
            (
                answer.possible,
                answer.ask,
                answer.relevant,
                answer.holds_until,
                answer.law_known,
                answer.conflict(),
            )
        };
        said(self) == said(other)
            && self.basis().eq(other.basis())
            && self.cautions().eq(other.cautions())
            && Duty::ALL
                .iter()
                .all(|duty| self.duty(*duty) == other.duty(*duty))
    }
}

impl Eq for Assessment<'_> {}

impl fmt::Debug for Assessment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let basis: Vec<_, MAX_BASIS> = self.basis().collect();
        let cautions: Vec<_, MAX_CAUTIONS> = self.cautions().collect();
        f.debug_struct("Assessment")
            .field("outcome", &self.outcome())
            .field("basis", &basis)
            .field("relevant", &self.relevant)
            .field("holds_until", &self.holds_until.map(|_| Hidden))
            .field("law_known", &self.law_known)
            .field("conflict", &self.conflict())
            .field("cautions", &cautions)
            .finish()
    }
}

/// A day that may be a birthday.
struct Hidden;

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hidden")
    }
}

/// The obligation, or what to ask to find it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[allow(clippy::exhaustive_enums, reason = "decided or not")]
pub enum Outcome {
    /// Every completion of the facts leads to this obligation.
    Decided(Obligation),
    /// The facts leave more than one obligation possible.
    Undecided {
        /// The obligations that some completion leads to, and no others.
        possible: Set<Obligation>,
        /// The fact to ask for next; none if every fact left was declined or is never asked for.
        ask: Option<Fact>,
    },
}

closed_set! {
    /// What kind of answer an assessment is.
    pub enum OutcomeKind {
        /// One obligation, whatever is still unknown.
        Decided = 1, "decided";
        /// More than one obligation is possible.
        Undecided = 2, "undecided";
    }
}

impl Outcome {
    /// What kind of answer it is.
    #[must_use]
    pub const fn kind(self) -> OutcomeKind {
        match self {
            Self::Decided(_) => OutcomeKind::Decided,
            Self::Undecided { .. } => OutcomeKind::Undecided,
        }
    }
}
