//! Who must, may or need not be fingerprinted (legal model, sections 2 to 4).
//!
//! The rows of an edition's table are run over a whole region of completions at once. What a row
//! takes is decided; the rest, cut into regions that do not overlap, goes on to the next row. A
//! person of whom everything is known is a region of one completion, never cut: for them the table
//! is a chain of `if`s.

use heapless::Vec;
use time::Date;

use crate::age::{AgeReading, Ages};
use crate::day::Day;

use crate::error::Error;
use crate::facts::{AgeBand, Fact, Facts, Occasion, VisaChannel};
use crate::law::rule::{Obligation, Rule};
use crate::law::table::{Rows, Table};
use crate::law::{Edition, Provision};
use crate::region::{Marks, Region};
use crate::set::{Set, bit};

/// How the question is asked. These are settings, not facts: they are never unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which source decides.
    pub edition: Edition,
    /// When a person reaches an age.
    pub age_reading: AgeReading,
}

/// What the law asks, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assessment {
    /// The obligation, or what must be asked to know it.
    pub outcome: Outcome,
    /// The provisions of the rows that decided, over all completions, in the order of the table.
    pub basis: Vec<Provision, MAX_BASIS>,
    /// The facts on which the obligation still depends, a birth date that is final included.
    pub relevant: Set<Fact>,
    /// The first day after the decision date on which, with the same facts, the possible
    /// obligations differ; none if they never do.
    pub holds_until: Option<Day>,
    /// The two provisions that contradict each other on this answer, the one that decides first.
    pub conflict: Option<[Provision; 2]>,
    /// Developments outside the sources that may change the answer, and MIA-UNDER-12.
    pub cautions: Vec<Provision, MAX_CAUTIONS>,
    /// What else the law says of a mandatory fingerprinting; none for any other outcome.
    pub duties: Option<&'static Duties>,
}

/// The most provisions that one answer rests on.
pub const MAX_BASIS: usize = 12;
/// The most cautions that one answer carries.
pub const MAX_CAUTIONS: usize = 2;

/// The obligation, or what must be asked to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every completion of the facts leads to this obligation.
    Decided(Obligation),
    /// The facts leave more than one obligation possible.
    Undecided {
        /// The obligations that some completion leads to, and no others.
        possible: Set<Obligation>,
        /// The fact to ask for next; none if only a final birth date is left.
        ask: Option<Fact>,
    },
}

impl Outcome {
    /// The obligations that are possible: one if it is decided.
    #[must_use]
    pub fn possible(self) -> Set<Obligation> {
        match self {
            Self::Decided(obligation) => obligation.into(),
            Self::Undecided { possible, .. } => possible,
        }
    }

    /// The fact to ask for next.
    #[must_use]
    pub const fn ask(self) -> Option<Fact> {
        match self {
            Self::Decided(_) => None,
            Self::Undecided { ask, .. } => ask,
        }
    }
}

/// What the law says of a mandatory fingerprinting. None means that the edition's source is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Duties {
    /// What follows a refusal.
    pub consequence: Provision,
    /// What to bring.
    pub papers: Option<Provision>,
    /// Where to go.
    pub place: Provision,
    /// Who collects the data in Kazakhstan.
    pub collectors_home: Option<Provision>,
    /// Who collects the data abroad.
    pub collectors_abroad: Option<Provision>,
    /// What is taken.
    pub taken: Provision,
    /// What is issued afterwards.
    pub issued: Option<Provision>,
}

impl Edition {
    const fn duties(self) -> &'static Duties {
        match self {
            Self::Enacted => &Duties {
                consequence: Provision::L50Refusal,
                papers: Some(Provision::L50Papers),
                place: Provision::L50Place,
                collectors_home: Some(Provision::L50CollectorsHome),
                collectors_abroad: Some(Provision::L50CollectorsAbroad),
                taken: Provision::L50Biometrics,
                issued: Some(Provision::L50Certificate),
            },
            Self::Announced => &Duties {
                consequence: Provision::MiaLiability,
                papers: None,
                place: Provision::MiaPlace,
                collectors_home: None,
                collectors_abroad: None,
                taken: Provision::MiaBiometrics,
                issued: None,
            },
        }
    }
}

/// What the law asks on the day `on` of the person of whom `facts` are known.
///
/// # Errors
///
/// [`Error::DateNotSupported`] if `on` is not in the years 1 to 9999, [`Error::BirthNotSupported`]
/// if the birth date is not, and [`Error::BirthAfterDecision`] if it allows no day up to `on`.
pub fn assess(on: Date, facts: &Facts, settings: Settings) -> Result<Assessment, Error> {
    assess_on(Day::of(on).ok_or(Error::DateNotSupported)?, facts, settings)
}

/// The same as [`assess`], for a day that is at hand as year, month and day.
///
/// # Errors
///
/// As [`assess`], but for the first.
pub fn assess_on(on: Day, facts: &Facts, settings: Settings) -> Result<Assessment, Error> {
    let ages = Ages::new(facts.birth, on, settings.age_reading)?;
    let question = Question::new(facts, settings.edition, on);
    let found = Findings::of(question.on(on, &ages));
    let basis = found.basis(question.table);
    let outcome = if let Some(obligation) = found.obligations.single() {
        Outcome::Decided(obligation)
    } else {
        Outcome::Undecided {
            possible: found.obligations,
            ask: next_question(found.relevant, facts.birth_final),
        }
    };
    Ok(Assessment {
        outcome,
        relevant: found.relevant,
        holds_until: question.next_change(found.obligations, on, &ages),
        conflict: conflict(&basis, on, facts, &ages),
        cautions: found.cautions(settings.edition, on),
        duties: match outcome {
            Outcome::Decided(Obligation::Mandatory) => Some(settings.edition.duties()),
            _ => None,
        },
        basis,
    })
}

/// The first relevant fact, in asking order, that can still be asked for.
pub(crate) fn next_question(relevant: Set<Fact>, birth_final: bool) -> Option<Fact> {
    relevant
        .iter()
        .find(|fact| !(birth_final && *fact == Fact::Birth))
}

/// The conflict of section 2: the enacted law leaves it to the citizen, and the Ministry announced
/// it as mandatory.
fn conflict(basis: &[Provision], on: Day, facts: &Facts, ages: &Ages) -> Option<[Provision; 2]> {
    let [Provision::L50CitizenVoluntary] = basis else {
        return None;
    };
    Question::new(facts, Edition::Announced, on)
        .on(on, ages)
        .obligations()
        .contains(Obligation::Mandatory)
        .then_some([Provision::L50CitizenVoluntary, Provision::MiaScope])
}

/// Facts before an edition's table, from the decision date on.
#[derive(Clone, Copy)]
pub(crate) struct Question {
    table: &'static Table,
    /// The rows that the facts leave open, whatever the age.
    rows: Rows,
    facts: Region,
}

impl Question {
    pub(crate) fn new(facts: &Facts, edition: Edition, on: Day) -> Self {
        let table = edition.table();
        Self {
            table,
            rows: table.applying(facts.open.of(edition), on),
            facts: facts.region,
        }
    }

    pub(crate) fn on(self, day: Day, ages: &Ages) -> Case {
        let bands = ages.bands_on(day);
        let rows = self.table.of_age(self.rows, bands);
        Case {
            table: self.table,
            rows: self.table.applying(rows, day),
            region: self.facts.with(Fact::Birth, bands),
        }
    }

    /// Whether the first row takes everyone, of whatever age, for good.
    fn is_settled(self) -> bool {
        let of_any_age = Case {
            table: self.table,
            rows: self.rows,
            region: self.facts,
        };
        let first = of_any_age.whole();
        first.is_some_and(|(_, row)| !self.table.ends(row))
    }

    /// The first day after `on` on which the possible obligations are no longer `obligations`.
    fn next_change(self, obligations: Set<Obligation>, on: Day, ages: &Ages) -> Option<Day> {
        if self.is_settled() {
            return None;
        }
        let mut day = on;
        loop {
            let end = self.table.next_end(self.rows, day);
            day = end.min(ages.next_change(day)).day()?;
            if self.on(day, ages).obligations() != obligations {
                return Some(day);
            }
        }
    }
}

/// A region of completions on one day, and the rows that take any of it.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) table: &'static Table,
    rows: Rows,
    pub(crate) region: Region,
}

impl Case {
    /// The completions of `region` alone, which must be some of these.
    pub(crate) const fn within(self, region: Region) -> Self {
        Self { region, ..self }
    }

    /// What is known on a day of a person's facts, the birth date reduced to age bands. Fails as
    /// [`assess_on`] does.
    pub(crate) fn of(on: Day, facts: &Facts, settings: Settings) -> Result<Self, Error> {
        let ages = Ages::new(facts.birth, on, settings.age_reading)?;
        Ok(Question::new(facts, settings.edition, on).on(on, &ages))
    }

    /// The same, from the region alone.
    pub(crate) fn of_region(on: Day, region: Region, edition: Edition) -> Self {
        let table = edition.table();
        Self {
            table,
            rows: table.applying(Rows::MAX, on),
            region,
        }
    }

    /// The possible obligations, and the provisions of the rows that decide.
    pub(crate) fn decision(self) -> (Set<Obligation>, Vec<Provision, MAX_BASIS>) {
        let found = Findings::of(self);
        (found.obligations, found.basis(self.table))
    }

    /// The first row, and the rows below it.
    fn split(self) -> Option<(&'static Rule, Rows)> {
        let below = self.rows & self.rows.wrapping_sub(1);
        self.table.first(self.rows).map(|rule| (rule, below))
    }

    /// The row that takes the region whole, if that is the first one. Of a person of whom all is
    /// known there is no other case.
    fn whole(self) -> Option<(&'static Rule, Rows)> {
        self.split()
            .filter(|(rule, _)| self.region.is_within(rule.takes))
            .map(|(rule, below)| (rule, self.rows ^ below))
    }

    /// Runs the rows over the region: `taken` gets each part of it that a row takes, with the row,
    /// also as a bit; the parts do not overlap. The last rows of a table take everything, so
    /// nothing is left.
    pub(crate) fn each_part(self, mut taken: impl FnMut(Region, &Rule, Rows)) {
        // What rows have left, with the rows that are still to see it.
        let mut left: Vec<(Region, Rows), MAX_LEFT> = Vec::new();
        let mut part = self;
        while let Some((rule, below)) = part.split() {
            let met = part.region.meet(rule.takes);
            if met.is_empty() {
                part.rows = below;
                continue;
            }
            taken(met, rule, part.rows ^ below);
            part.region
                .without(rule.takes, |rest| keep(&mut left, (rest, below)));
            let Some(next) = left.pop() else {
                return;
            };
            (part.region, part.rows) = next;
        }
    }

    /// The possible obligations.
    fn obligations(self) -> Set<Obligation> {
        match self.whole() {
            Some((rule, _)) => rule.obligation.into(),
            None => Findings::of_parts(self).obligations,
        }
    }
}

/// The most regions that are left at one time, and that are taken in all, when nothing is known.
/// To know more makes either number smaller, never larger: each region then is a part of one of
/// these.
const MAX_LEFT: usize = 4;
const MAX_TAKEN: usize = 17;

pub(crate) fn keep<T, const N: usize>(list: &mut Vec<T, N>, item: T) {
    let kept = list.push(item);
    debug_assert!(kept.is_ok(), "the capacity is the most there can be");
}

/// What the parts that the rows took tell.
struct Findings {
    obligations: Set<Obligation>,
    /// The rows that took anything.
    rows: Rows,
    relevant: Set<Fact>,
    evisa: bool,
    under_12: bool,
}

impl Findings {
    const NONE: Self = Self {
        obligations: Set::EMPTY,
        rows: 0,
        relevant: Set::EMPTY,
        evisa: false,
        under_12: false,
    };

    fn of(case: Case) -> Self {
        let Some((rule, row)) = case.whole() else {
            return Self::of_parts(case);
        };
        let mut found = Self::NONE;
        found.note(case.region, rule, row);
        found
    }

    #[cold] // and out of the way of a person of whom all is known
    #[inline(never)]
    fn of_parts(case: Case) -> Self {
        let mut found = Self::NONE;
        let mut relevant = Marks::default();
        let mut parts: Vec<(Region, Obligation), MAX_TAKEN> = Vec::new();
        case.each_part(|part, rule, row| {
            found.note(part, rule, row);
            // Two parts that have no value in common in one fact alone hold two completions that
            // differ in that fact alone.
            for (other, differs) in &parts {
                if *differs != rule.obligation {
                    relevant.add(part.only_difference(*other));
                }
            }
            keep(&mut parts, (part, rule.obligation));
        });
        found.relevant = relevant.facts();
        found
    }

    fn note(&mut self, part: Region, rule: &Rule, row: Rows) {
        self.obligations.insert(rule.obligation);
        self.rows |= row;
        match rule.obligation {
            Obligation::Mandatory => self.evisa |= !part.meet(EVISA).is_empty(),
            Obligation::Voluntary => self.under_12 |= !part.meet(UNDER_12).is_empty(),
            _ => {}
        }
    }

    /// The provisions of the rows, each once: rows with one basis stand together in a table.
    fn basis(&self, table: &'static Table) -> Vec<Provision, MAX_BASIS> {
        let mut basis = Vec::new();
        let mut rows = self.rows;
        while let Some(rule) = table.first(rows) {
            if basis.last() != Some(&rule.basis) {
                keep(&mut basis, rule.basis);
            }
            rows &= rows.wrapping_sub(1);
        }
        basis
    }

    fn cautions(&self, edition: Edition, on: Day) -> Vec<Provision, MAX_CAUTIONS> {
        let mut cautions = Vec::new();
        if edition == Edition::Enacted {
            if self.evisa && Some(on) >= NOTE_EVISA_START {
                keep(&mut cautions, Provision::NoteEvisa);
            }
            // L50 names no lowest age for the voluntary registration.
            if self.under_12 {
                keep(&mut cautions, Provision::MiaUnder12);
            }
        }
        cautions
    }
}

/// The first day on which NOTE-EVISA is carried.
const NOTE_EVISA_START: Option<Day> = Day::new(2025, 10, 21);
const EVISA: Region = Region::ALL
    .with(Fact::Occasion, bit(Occasion::Visa.code()))
    .with(Fact::VisaChannel, bit(VisaChannel::Electronic.code()));
const UNDER_12: Region = Region::ALL.with(Fact::Birth, bit(AgeBand::Under12.code()));
