//! A question about a term, and its answer.

use heapless::Vec;

use super::coverage::{Coverage, Told};
use super::treaty::Treaty;
use super::window::Window;
use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::calendar::Calendar;
use crate::facts::{Answer, Standing};
use crate::law::{
    Covered, DecidedBy, Law, LawKnown, MAX_CAUTIONS, Provision, ProvisionRow, StayRegime, Term,
    TermRow, Week,
};

/// A question about a term: what happened, when it is asked, and what is known of the person.
///
/// ```
/// use kz_rules_core::{
///     Day, DayState, Law, Standing, StayRegime, Term, TermOutcome, TermQuestion, Treaty,
/// };
///
/// let day = |month, day| Day::new(2026, month, day).unwrap();
/// let question = TermQuestion::from(day(8, 3))
///     .on(day(8, 20))
///     .standing(Standing::Foreigner)
///     .arrived_to_live(true)
///     .stay_regime(StayRegime::UpTo90)
///     .treaty(Treaty::None);
/// let law = Law::BUILT_IN;
/// let answer = law.term(Term::Registration, &question, &law.calendar())?;
/// let window = answer.window().unwrap();
/// assert_eq!((window.strict, window.lenient), (day(9, 1), day(9, 2)));
/// assert_eq!(window.state(day(8, 20)), DayState::Open);
/// # Ok::<(), kz_rules_core::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct TermQuestion {
    pub(super) from: Day,
    pub(super) on: Day,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) week: Week,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) treaty: Treaty,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) stay_regime: Option<StayRegime>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) standing: Option<Standing>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) arrived_to_live: Option<Answer>,
    #[cfg_attr(feature = "serde", serde(default))]
    pub(super) stay_until: Option<Day>,
}

impl TermQuestion {
    /// A term that starts with an event on this day: the border is crossed, the address changes, the
    /// application is filed. The decision date is the same day, and nothing is known of the person.
    #[must_use]
    pub const fn from(event: Day) -> Self {
        Self {
            from: event,
            on: event,
            week: Week::Five,
            treaty: Treaty::Unknown,
            stay_regime: None,
            standing: None,
            arrived_to_live: None,
            stay_until: None,
        }
    }

    /// The decision date: the day on which it is asked.
    #[must_use]
    pub const fn on(mut self, day: Day) -> Self {
        self.on = day;
        self
    }

    /// The working week; five days by default.
    #[must_use]
    pub const fn week(mut self, week: Week) -> Self {
        self.week = week;
        self
    }

    /// What a ratified treaty says. It matters only for the registration.
    #[must_use]
    pub const fn treaty(mut self, treaty: Treaty) -> Self {
        self.treaty = treaty;
        self
    }

    /// The stay regime of the state from which the person arrived.
    #[must_use]
    pub fn stay_regime(mut self, regime: impl Into<Option<StayRegime>>) -> Self {
        self.stay_regime = regime.into();
        self
    }

    /// Whether the person is a citizen, a foreigner or stateless.
    #[must_use]
    pub fn standing(mut self, standing: impl Into<Option<Standing>>) -> Self {
        self.standing = standing.into();
        self
    }

    /// Whether the person arrived to live in Kazakhstan, temporarily or permanently.
    #[must_use]
    pub fn arrived_to_live(mut self, yes: impl Into<Option<bool>>) -> Self {
        self.arrived_to_live = yes.into().map(Answer::from);
        self
    }

    /// The last day of the allowed stay. It matters for the registration and the move.
    #[must_use]
    pub fn stay_until(mut self, last: impl Into<Option<Day>>) -> Self {
        self.stay_until = last.into();
        self
    }

    /// The last day of the allowed stay, if it is known and matters for the term.
    pub(super) fn stay_of(&self, term: Term) -> Option<Day> {
        let matters = matches!(term, Term::Registration | Term::Move);
        self.stay_until.filter(|_| matters)
    }
}

/// The answer to a question about a term.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TermAnswer {
    /// Whether the law is known on the decision date.
    pub law: LawKnown,
    /// Whether the term covers the person, even if it is not in force; none if the law has no rows
    /// about that.
    pub covered: Option<Covered>,
    /// The provision of the row that excludes the person or leaves it open; none if no row does.
    pub covered_by: Option<Provision>,
    /// What follows.
    pub outcome: TermOutcome,
    /// The provision that `outcome` rests on: the one that says when the term is in force, if it is
    /// not; the one that excludes the person; or the one that sets the term.
    pub provision: Provision,
    /// Cautions, in the order of the law.
    pub cautions: Vec<Provision, MAX_CAUTIONS, u8>,
}

/// What follows from a term.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[allow(
    clippy::exhaustive_enums,
    reason = "programs must decide about every outcome"
)]
pub enum TermOutcome {
    /// The term is not in force on the day that decides it: the decision date or the day of the event.
    NotInForce,
    /// The term does not cover the person.
    NotCovered,
    /// There is a deadline. If it is not known whether the term covers the person, it is valid only if
    /// the term does.
    Window(Window),
}

closed_set! {
    /// The kind of a term's outcome.
    pub enum TermOutcomeKind {
        /// The term is not in force on the day that decides it: the decision date or the day of the
        /// event.
        NotInForce = 1, "not_in_force";
        /// The term does not cover the person: there is no window.
        NotCovered = 2, "not_covered";
        /// There is a window.
        Window = 3, "window";
    }
}

impl TermOutcome {
    /// What kind of answer it is.
    #[must_use]
    pub const fn kind(&self) -> TermOutcomeKind {
        match self {
            Self::NotInForce => TermOutcomeKind::NotInForce,
            Self::NotCovered => TermOutcomeKind::NotCovered,
            Self::Window(_) => TermOutcomeKind::Window,
        }
    }
}

impl TermAnswer {
    /// The window, if there is one.
    #[must_use]
    pub const fn window(&self) -> Option<&Window> {
        match &self.outcome {
            TermOutcome::Window(window) => Some(window),
            TermOutcome::NotInForce | TermOutcome::NotCovered => None,
        }
    }
}

/// A term of a law, with the days on which it is in force.
#[derive(Clone, Copy)]
pub(crate) struct TermRule<'a> {
    pub(super) row: TermRow<'a>,
    in_force: ProvisionRow<'a>,
}

impl TermRule<'_> {
    /// The day that decides whether the term is in force.
    pub(super) fn day(self, from: Day, on: Day) -> Day {
        match self.row.decided_by() {
            DecidedBy::Decision => on,
            DecidedBy::Event => from,
        }
    }

    pub(super) fn is_in_force(self, day: Day) -> bool {
        self.in_force.applies_on(day)
    }

    /// The first day of the rules; none if no such day is stated.
    pub(crate) fn first_day(self) -> Option<Day> {
        self.in_force.from_day()
    }
}

impl<'a> Law<'a> {
    /// Until when something must be done, or will be ready, after an event: a term of the law's table
    /// *Terms*.
    ///
    /// # Errors
    ///
    /// In this order: [`Error::DecisionBeforeEvent`]; [`Error::LawIncomplete`] if the law lacks the
    /// term, or the provision that says when it is in force; [`Error::TreatyDays`], for a registration in
    /// force; [`Error::CalendarNotCovered`] if there is a window, and it does not lie in years that the
    /// calendar covers.
    pub fn term(
        self,
        term: Term,
        question: &TermQuestion,
        calendar: &Calendar<'_>,
    ) -> Result<TermAnswer, Error> {
        let (from, on) = (question.from, question.on);
        if on < from {
            return Err(Error::DecisionBeforeEvent);
        }
        let rule = self.term_rule(term)?;
        let day = rule.day(from, on);
        let told = Told::of(term, question);
        let Coverage { covered, by } = self.coverage_of(term, told);
        let (outcome, provision) = if !rule.is_in_force(day) {
            (TermOutcome::NotInForce, rule.row.in_force())
        } else {
            let days = rule.days(term, question.treaty)?;
            match (covered, by) {
                (Some(Covered::No), Some(by)) => (TermOutcome::NotCovered, by),
                _ => {
                    let window = rule.window(term, days, question, calendar)?;
                    let provision = window.provision;
                    (TermOutcome::Window(window), provision)
                }
            }
        };
        Ok(TermAnswer {
            law: self.is_known_on(on),
            covered,
            covered_by: by,
            outcome,
            provision,
            cautions: self.term_cautions(term, told, covered, day),
        })
    }

    /// The window of a term for a person whom it covers; none if the term is not in force.
    ///
    /// # Errors
    ///
    /// As [`Law::term`].
    pub(crate) fn window_of(
        self,
        term: Term,
        question: &TermQuestion,
        calendar: &Calendar<'_>,
    ) -> Result<Option<Window>, Error> {
        let (from, on) = (question.from, question.on);
        if on < from {
            return Err(Error::DecisionBeforeEvent);
        }
        let rule = self.term_rule(term)?;
        if !rule.is_in_force(rule.day(from, on)) {
            return Ok(None);
        }
        let days = rule.days(term, question.treaty)?;
        rule.window(term, days, question, calendar).map(Some)
    }

    /// A term of the law.
    ///
    /// # Errors
    ///
    /// [`Error::LawIncomplete`] if the law lacks the term, or the provision that says when it is in
    /// force.
    pub(crate) fn term_rule(self, term: Term) -> Result<TermRule<'a>, Error> {
        let mut rows = self.terms().iter().map(TermRow::from);
        let row = rows.find(|row| row.term() == Some(term));
        let row = row.ok_or(Error::LawIncomplete)?;
        let mut provisions = self.provisions().iter().map(ProvisionRow::from);
        let in_force = provisions.find(|provision| provision.provision() == row.in_force());
        let in_force = in_force.ok_or(Error::LawIncomplete)?;
        Ok(TermRule { row, in_force })
    }
}

/// [`Law::term`] of the built-in law.
///
/// # Errors
///
/// As there.
pub fn term(
    term: Term,
    question: &TermQuestion,
    calendar: &Calendar<'_>,
) -> Result<TermAnswer, Error> {
    Law::BUILT_IN.term(term, question, calendar)
}
