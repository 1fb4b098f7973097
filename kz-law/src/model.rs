//! A law as it was read: every section as rows, each with its line in the page.
//!
//! Names are resolved: a provision, document or edition is a place in the law's list of them, from 0. Words are
//! [`Word`]s with a number; sets of words are bit sets, with bit n-1 for number n.

use crate::day::{Day, Days, Moment, YearDay};
use crate::diagnostic::Span;
use crate::region::{Axis, Region};
use crate::vocabulary::Word;

/// A place in [`Law::provisions`].
pub type ProvisionIndex = usize;
/// A place in [`Law::documents`].
pub type DocumentIndex = usize;
/// A place in [`Law::editions`]: the edition's number minus one.
pub type EditionIndex = usize;

/// A law.
#[derive(Clone, Debug, Default)]
pub struct Law {
    /// The title of the page.
    pub title: String,
    /// *Identity*.
    pub identity: Identity,
    /// *Documents*.
    pub documents: Vec<Document>,
    /// *Provisions*.
    pub provisions: Vec<Provision>,
    /// *Ages*, ascending.
    pub ages: Vec<Age>,
    /// *Questions*.
    pub questions: Vec<Question>,
    /// *Edition N* with its duties, by number.
    pub editions: Vec<Edition>,
    /// *Conflicts*.
    pub conflicts: Vec<Conflict>,
    /// *Cautions*.
    pub cautions: Vec<Caution>,
    /// *Steps*.
    pub steps: Vec<Step>,
    /// *Where a document is obtained*.
    pub places: Vec<PlaceRow>,
    /// *What a deadlock rests on*.
    pub deadlocks: Vec<DeadlockRow>,
    /// *Terms*.
    pub terms: Vec<Term>,
    /// *Who is covered*.
    pub coverage: Vec<CoverageRow>,
    /// *Grounds for refusal*.
    pub grounds: Vec<Ground>,
    /// *Countries*.
    pub countries: Vec<Country>,
    /// *Years*.
    pub years: Vec<Years>,
    /// *Holidays*.
    pub holidays: Vec<Holiday>,
    /// *Movable days*.
    pub movable_days: Vec<MovableDay>,
    /// *Transfers*.
    pub transfers: Vec<Transfer>,
    /// *Clock*.
    pub clock: Vec<Offset>,
}

/// *Identity*: which law it is.
#[derive(Clone, Debug)]
pub struct Identity {
    /// The line.
    pub line: usize,
    /// The name: the same in every version of the law.
    pub name: String,
    /// The number of the version.
    pub sequence: u32,
    /// The day until which the law is known.
    pub known_until: Day,
}

impl Default for Identity {
    fn default() -> Self {
        Self {
            line: 0,
            name: String::new(),
            sequence: 0,
            known_until: Day::FIRST,
        }
    }
}

/// A document with provisions.
#[derive(Clone, Debug)]
pub struct Document {
    /// The line.
    pub line: usize,
    /// The permanent number.
    pub number: u16,
    /// The permanent identifier.
    pub id: String,
    /// `law` or `report`.
    pub kind: Word,
    /// The title.
    pub title: String,
    /// The day as of which it is known.
    pub known_as_of: Option<Day>,
}

/// One rule in a document.
#[derive(Clone, Debug)]
pub struct Provision {
    /// The line.
    pub line: usize,
    /// The permanent number.
    pub number: u16,
    /// The permanent identifier.
    pub id: String,
    /// Its document.
    pub document: DocumentIndex,
    /// Its place in the document.
    pub place: String,
    /// The first day on which it applies, if there is one.
    pub from: Option<Day>,
    /// The first day on which it no longer applies, if there is one.
    pub until: Option<Day>,
    /// What it says.
    pub substance: String,
}

impl Provision {
    /// The days on which it applies.
    #[must_use]
    pub fn days(&self) -> Days {
        Days {
            from: self.from.unwrap_or(Day::FIRST),
            until: self.until.unwrap_or(Day::END),
        }
    }
}

/// An age that conditions may name.
#[derive(Clone, Copy, Debug)]
pub struct Age {
    /// The line.
    pub line: usize,
    /// The age, in years.
    pub years: u8,
}

/// One of the law's own questions.
#[derive(Clone, Debug)]
pub struct Question {
    /// The line.
    pub line: usize,
    /// 1 to 4: the fact is `question_1` to `question_4`.
    pub number: u8,
    /// The identifier, small letters.
    pub id: String,
}

/// An edition: a table of its own.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The line of the heading.
    pub line: usize,
    /// The number, from 1.
    pub number: u8,
    /// The name.
    pub name: String,
    /// The rows; the first that fits decides.
    pub rows: Vec<EditionRow>,
    /// *Duties of edition N*.
    pub duties: Vec<DutyRow>,
}

/// A row of an edition.
#[derive(Clone, Debug)]
pub struct EditionRow {
    /// The line.
    pub line: usize,
    /// Whom it takes.
    pub conditions: Conditions,
    /// The obligation that it gives.
    pub obligation: Word,
    /// By which provision.
    pub basis: ProvisionIndex,
}

/// A duty that goes with a mandatory obligation.
#[derive(Clone, Copy, Debug)]
pub struct DutyRow {
    /// The line.
    pub line: usize,
    /// The duty.
    pub duty: Word,
    /// By which provision.
    pub provision: ProvisionIndex,
}

/// A note that an answer carries where two editions differ.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The line.
    pub line: usize,
    /// The edition of the answer.
    pub edition: EditionIndex,
    /// The basis that every completion must have.
    pub basis: ProvisionIndex,
    /// The other edition.
    pub other: EditionIndex,
    /// The obligation that at least one completion has under the other edition.
    pub obligation: Word,
    /// The two provisions of the note.
    pub provisions: [ProvisionIndex; 2],
}

/// A reported development that an answer carries.
#[derive(Clone, Debug)]
pub struct Caution {
    /// The line.
    pub line: usize,
    /// The provision, which is the caution.
    pub provision: ProvisionIndex,
    /// What carries it: a set of carriers.
    pub carried_by: u16,
    /// When.
    pub conditions: Conditions,
    /// Whether an answer that carries it refuses a capture ticket.
    pub refuses_ticket: bool,
}

/// A row of a step.
#[derive(Clone, Debug)]
pub struct Step {
    /// The line.
    pub line: usize,
    /// The step.
    pub step: Word,
    /// Where it is taken: `in_kazakhstan`, `abroad` or `both`.
    pub place: Word,
    /// The goal that it gives.
    pub gives: Word,
    /// The goals that it needs: a set of goals.
    pub needs: u16,
    /// When it is open.
    pub conditions: Conditions,
    /// What it rests on.
    pub provisions: Vec<ProvisionIndex>,
}

/// A row of *Where a document is obtained*; the first that fits decides.
#[derive(Clone, Debug)]
pub struct PlaceRow {
    /// The line.
    pub line: usize,
    /// When.
    pub conditions: Conditions,
    /// Where: `in_kazakhstan`, `abroad` or `both`.
    pub place: Word,
}

/// A row of *What a deadlock rests on*; the first that fits decides.
#[derive(Clone, Debug)]
pub struct DeadlockRow {
    /// The line.
    pub line: usize,
    /// When.
    pub conditions: Conditions,
    /// What it rests on.
    pub provisions: Vec<ProvisionIndex>,
}

/// A deadline.
#[derive(Clone, Debug)]
pub struct Term {
    /// The line.
    pub line: usize,
    /// Which.
    pub term: Word,
    /// The event that starts it, in words.
    pub event: String,
    /// How many days.
    pub days: u16,
    /// `calendar` or `working`.
    pub unit: Word,
    /// The first day that counts, strictly read: `event` or `next`.
    pub strict: Word,
    /// The first day that counts, leniently read.
    pub lenient: Word,
    /// The provision that sets it.
    pub provision: ProvisionIndex,
    /// It is in force while this provision applies …
    pub in_force: ProvisionIndex,
    /// … on this day: `decision` or `event`.
    pub on_the_day_of: Word,
}

/// A row of *Who is covered*.
#[derive(Clone, Debug)]
pub struct CoverageRow {
    /// The line.
    pub line: usize,
    /// The term.
    pub term: Word,
    /// Its single condition.
    pub conditions: Conditions,
    /// `no` or `unknown`.
    pub covered: Word,
    /// By which provision.
    pub provision: ProvisionIndex,
}

/// A ground for refusal.
#[derive(Clone, Copy, Debug)]
pub struct Ground {
    /// The line.
    pub line: usize,
    /// The provision, which is the ground.
    pub provision: ProvisionIndex,
    /// What is refused.
    pub procedure: Word,
    /// What was found.
    pub finding: Word,
    /// What may be done about it, if anything.
    pub cure: Option<Word>,
}

/// What is known about a country.
#[derive(Clone, Debug)]
pub struct Country {
    /// The line.
    pub line: usize,
    /// The code of two letters.
    pub alpha2: String,
    /// The code of three letters.
    pub alpha3: String,
    /// The code of three digits.
    pub numeric: u16,
    /// The provision by which missions there are in the pilot.
    pub pilot: Option<ProvisionIndex>,
    /// The stay without a visa.
    pub stay: Option<StayRule>,
    /// Days for which no registration is needed, and the provision.
    pub treaty: Option<(u16, ProvisionIndex)>,
}

/// A stay without a visa.
#[derive(Clone, Copy, Debug)]
pub struct StayRule {
    /// Days an entry.
    pub entry: Option<u16>,
    /// Days in any window of days: (days, window).
    pub total: Option<(u16, u16)>,
    /// The provision.
    pub provision: ProvisionIndex,
    /// The first day on which it holds, if there is one.
    pub from: Option<Day>,
}

/// Years of the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    /// The line.
    pub line: usize,
    /// The first year.
    pub from: u16,
    /// The last year.
    pub to: u16,
    /// `published` or `projected`.
    pub certainty: Word,
}

/// A holiday of every year.
#[derive(Clone, Copy, Debug)]
pub struct Holiday {
    /// The line.
    pub line: usize,
    /// The day.
    pub day: YearDay,
    /// Why.
    pub reason: Word,
    /// The first year, if there is one.
    pub first_year: Option<u16>,
    /// The last year, if there is one.
    pub last_year: Option<u16>,
    /// Whether another day is off if it falls on a rest day.
    pub substituted: bool,
}

/// A day off with another date each year.
#[derive(Clone, Copy, Debug)]
pub struct MovableDay {
    /// The line.
    pub line: usize,
    /// The day.
    pub day: Day,
    /// Why.
    pub reason: Word,
}

/// A working day moved to a rest day, in the five-day week.
#[derive(Clone, Copy, Debug)]
pub struct Transfer {
    /// The line.
    pub line: usize,
    /// The rest day that is worked.
    pub worked: Day,
    /// The working day that is off.
    pub off: Day,
}

/// The offset of a zone, from a moment on.
#[derive(Clone, Copy, Debug)]
pub struct Offset {
    /// The line.
    pub line: usize,
    /// The zone.
    pub zone: Word,
    /// The moment, none for always.
    pub from: Option<Moment>,
    /// Minutes ahead of UTC.
    pub minutes: i16,
}

/// What must hold for a row: all of its conditions; none for `always`.
#[derive(Clone, Debug)]
pub struct Conditions {
    /// Where they are.
    pub span: Span,
    /// The conditions, as written.
    pub all: Vec<Condition>,
    /// Whom they take, on the days on which they can hold: everything but the day, as one product.
    pub region: Region,
    /// The days on which they can hold.
    pub days: Days,
}

/// One condition.
#[derive(Clone, Debug)]
pub struct Condition {
    /// Where it is.
    pub span: Span,
    /// What it says.
    pub test: Test,
}

/// What a condition says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// An axis has one of these values. `negated`: it was written with `!=`, but the values are those allowed. A treaty
    /// that is not given has the value `not_given` here. Not for `blocked`.
    Values {
        /// What it is about.
        axis: Axis,
        /// The values: bit n-1 for number n; ages as bands.
        values: u16,
        /// Whether it was written with `!=`.
        negated: bool,
    },
    /// `age < …` or `age >= …`: the bands are `values`.
    Age {
        /// Whether it is `<`.
        below: bool,
        /// The age.
        years: u8,
        /// The bands.
        values: u16,
    },
    /// `on < …` (`until` that day) or `on >= …` (`from` that day).
    On {
        /// The days.
        days: Days,
        /// Whether it is `<`.
        below: bool,
    },
    /// `during PROVISION`.
    During {
        /// The provision.
        provision: ProvisionIndex,
        /// The days on which it applies.
        days: Days,
    },
    /// `blocked = …`: the list names one of these goals.
    Blocked {
        /// The goals: bit n-1 for number n of [`BLOCKED`](crate::vocabulary::BLOCKED).
        goals: u16,
    },
}

impl Test {
    /// The axis that it is about; none for a day.
    #[must_use]
    pub fn axis(self) -> Option<Axis> {
        match self {
            Self::Values { axis, .. } => Some(axis),
            Self::Age { .. } => Some(Axis::Age),
            Self::Blocked { .. } => Some(Axis::Blocked),
            Self::On { .. } | Self::During { .. } => None,
        }
    }

    /// The values of its axis that fulfil it, as in [`Region`].
    #[must_use]
    pub fn values(self) -> Option<u16> {
        match self {
            Self::Values { values, .. } | Self::Age { values, .. } => Some(values),
            Self::Blocked { goals } => Some(
                (0..16_u16)
                    .filter(|list| list & goals != 0)
                    .fold(0, |set, list| set | 1 << list),
            ),
            Self::On { .. } | Self::During { .. } => None,
        }
    }

    /// The days on which it can hold.
    #[must_use]
    pub fn days(self) -> Days {
        match self {
            Self::On { days, .. } | Self::During { days, .. } => days,
            _ => Days::ALL,
        }
    }
}

impl Conditions {
    /// Combines conditions, under a law with this number of ages.
    #[must_use]
    pub fn new(span: Span, all: Vec<Condition>, ages: usize) -> Self {
        let mut region = Region::everybody(ages);
        let mut days = Days::ALL;
        for condition in &all {
            if let (Some(axis), Some(values)) = (condition.test.axis(), condition.test.values()) {
                region = region.with(axis, region.get(axis) & values);
            }
            days = days.and(condition.test.days());
        }
        Self {
            span,
            all,
            region,
            days,
        }
    }

    /// Whether they are `always`.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.all.is_empty()
    }

    /// The same without the condition at a place, under a law with this number of ages.
    #[must_use]
    pub fn without(&self, place: usize, ages: usize) -> Self {
        let mut all = self.all.clone();
        if place < all.len() {
            all.remove(place);
        }
        Self::new(self.span, all, ages)
    }

    /// The values that they allow for an axis that they name.
    #[must_use]
    pub fn values(&self, axis: Axis) -> Option<u16> {
        let named = self
            .all
            .iter()
            .any(|condition| condition.test.axis() == Some(axis));
        named.then(|| self.region.get(axis))
    }
}

impl Law {
    /// The place of the provision with this identifier.
    #[must_use]
    pub fn provision(&self, id: &str) -> Option<ProvisionIndex> {
        self.provisions
            .iter()
            .position(|provision| provision.id == id)
    }

    /// The identifier of a provision.
    #[must_use]
    pub fn provision_id(&self, index: ProvisionIndex) -> &str {
        self.provisions
            .get(index)
            .map_or("", |provision| provision.id.as_str())
    }

    /// The days on which a provision applies.
    #[must_use]
    pub fn provision_days(&self, index: ProvisionIndex) -> Days {
        self.provisions
            .get(index)
            .map_or(Days::ALL, Provision::days)
    }

    /// Everybody, under this law.
    #[must_use]
    pub fn everybody(&self) -> Region {
        Region::everybody(self.ages.len())
    }
}
