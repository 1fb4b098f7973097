//! A law: the tables of its page, as the other modules use them.

use crate::calendar::Calendar;
use crate::clock::Zones;
use crate::condition::{Condition, telling};
use crate::country::Country;
use crate::set::Set;
use time::Date;

/// A provision, and the days on which it applies.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Its identifier.
    pub id: String,
    /// The first day.
    pub from: Option<Date>,
    /// The first day on which it no longer applies.
    pub until: Option<Date>,
}

impl Provision {
    /// Whether it applies on a day.
    pub fn applies(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on < until)
    }
}

/// A row of an edition.
#[derive(Clone, Debug)]
pub struct Row {
    /// Whom it takes.
    pub condition: Condition,
    /// The place of the obligation in [`OBLIGATIONS`](crate::facts::OBLIGATIONS).
    pub obligation: u8,
    /// The provision.
    pub basis: u8,
}

/// An edition of the law.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its name.
    pub name: String,
    /// Its rows, in order.
    pub rows: Vec<Row>,
    /// Its duties, each with its provision or none.
    pub duties: Vec<(String, Option<u8>)>,
    /// The days on which some row begins or ends.
    pub days: Vec<Date>,
    /// The values to try for unknown facts in an assessment.
    pub values: u64,
}

/// A row of *Conflicts*.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// The place of the edition.
    pub edition: usize,
    /// The basis.
    pub basis: u8,
    /// The place of the other edition.
    pub other: usize,
    /// The obligation under the other edition.
    pub obligation: u8,
    /// The two provisions of the note.
    pub provisions: Vec<u8>,
}

/// What can carry a caution: places in `carried_by`.
pub const CARRIERS: [&str; 6] = [
    "registration",
    "move",
    "iin_mission",
    "notice",
    "assess",
    "plan",
];

/// Places in [`CARRIERS`] of those that are not terms.
pub(crate) mod carrier {
    pub(crate) const ASSESS: usize = 4;
    pub(crate) const PLAN: usize = 5;
}

/// A row of *Cautions*.
#[derive(Clone, Debug)]
pub struct Caution {
    /// The provision.
    pub provision: u8,
    /// Bit N for carrier N of [`CARRIERS`].
    pub carried_by: u8,
    /// When.
    pub condition: Condition,
    /// Whether an answer with it refuses a ticket.
    pub refuses_ticket: bool,
}

/// A row of *Steps*.
#[derive(Clone, Debug)]
pub struct Step {
    /// The place of its word in [`Law::step_words`].
    pub word: u8,
    /// Whether it can be taken in Kazakhstan.
    pub home: bool,
    /// Whether it can be taken abroad.
    pub abroad: bool,
    /// The goal: bit N for goal N of [`GOALS`](crate::condition::GOALS).
    pub gives: u8,
    /// The goals it needs.
    pub needs: u8,
    /// When it is open.
    pub condition: Condition,
    /// What it rests on.
    pub provisions: Vec<u8>,
}

/// A row of *Where a document is obtained*.
#[derive(Clone, Debug)]
pub struct Where {
    /// For whom.
    pub condition: Condition,
    /// In Kazakhstan.
    pub home: bool,
    /// Abroad.
    pub abroad: bool,
}

/// A row of *What a deadlock rests on*.
#[derive(Clone, Debug)]
pub struct Deadlock {
    /// When.
    pub condition: Condition,
    /// The provisions.
    pub provisions: Vec<u8>,
}

/// A row of *Terms*.
#[derive(Clone, Debug)]
pub struct Term {
    /// How many days.
    pub days: u16,
    /// Whether working days are counted.
    pub working: bool,
    /// Whether, strictly, the day after the event is the first that counts.
    pub strict_next: bool,
    /// Whether, leniently, the day after the event is the first that counts.
    pub lenient_next: bool,
    /// The provision.
    pub provision: u8,
    /// The provision that must apply for it to be in force.
    pub in_force: u8,
    /// Whether it must apply on the decision date, or on that of the event.
    pub by_decision: bool,
}

/// A row of *Who is covered*.
#[derive(Clone, Debug)]
pub struct Covers {
    /// The place of the term in [`CARRIERS`].
    pub term: usize,
    /// Who.
    pub condition: Condition,
    /// The name of its single fact.
    pub fact: String,
    /// Whether it is not covered; if not, it is unknown.
    pub no: bool,
}

/// A law.
#[derive(Clone, Debug)]
pub struct Law {
    /// Its name.
    pub name: String,
    /// Its sequence number.
    pub sequence: u64,
    /// The day up to which it is known.
    pub known_until: Date,
    /// The provisions, in order.
    pub provisions: Vec<Provision>,
    /// The ages, ascending.
    pub ages: Vec<u16>,
    /// Which of the questions 1 to 4 it has.
    pub questions: [bool; 4],
    /// The editions.
    pub editions: Vec<Edition>,
    /// *Conflicts*.
    pub conflicts: Vec<Conflict>,
    /// *Cautions*.
    pub cautions: Vec<Caution>,
    /// The words of the steps; the first three are the engine's.
    pub step_words: Vec<String>,
    /// *Steps*.
    pub steps: Vec<Step>,
    /// *Where a document is obtained*.
    pub places: Vec<Where>,
    /// *What a deadlock rests on*.
    pub deadlocks: Vec<Deadlock>,
    /// The values to try for unknown facts in a plan.
    pub plan_values: u64,
    /// The terms, in the order of [`CARRIERS`].
    pub terms: Vec<Term>,
    /// *Who is covered*.
    pub covers: Vec<Covers>,
    /// *Grounds for refusal*: ground, procedure, finding, cure.
    pub grounds: Vec<[String; 4]>,
    /// *Countries*.
    pub countries: Vec<Country>,
    /// The calendar of each week.
    pub calendars: [Calendar; 2],
    /// *Clock*.
    pub zones: Zones,
}

impl Law {
    pub(crate) fn find_telling_values(&mut self) {
        for at in 0..self.editions.len() {
            let others = self.conflicts.iter().filter(|row| row.edition == at);
            let read = others.map(|row| row.other).chain([at]);
            let rows = read.flat_map(|edition| self.editions[edition].rows.iter());
            let mut sets: Vec<_> = rows.map(|row| row.condition.allowed).collect();
            if at == 0 {
                sets.extend(self.carried_sets(carrier::ASSESS));
            }
            self.editions[at].values = telling(&sets);
        }
        let mut sets = Vec::from(crate::plan::GROUPS);
        sets.extend(
            self.editions[0]
                .rows
                .iter()
                .map(|row| row.condition.allowed),
        );
        sets.extend(self.carried_sets(carrier::PLAN));
        sets.extend(self.steps.iter().map(|row| row.condition.allowed));
        sets.extend(self.places.iter().map(|row| row.condition.allowed));
        sets.extend(self.deadlocks.iter().map(|row| row.condition.allowed));
        self.plan_values = telling(&sets);
    }

    fn carried_sets(&self, carrier: usize) -> impl Iterator<Item = u64> {
        let cautions = self.cautions.iter();
        let carried = cautions.filter(move |row| row.carried_by & (1 << carrier) != 0);
        carried.map(|row| row.condition.allowed)
    }

    /// The same law, but every value is tried for an unknown fact: slow, and without the assumption that one of several
    /// values is enough if no condition distinguishes them.
    pub fn trying_every_value(&self) -> Law {
        let mut law = self.clone();
        law.plan_values = u64::MAX;
        for edition in &mut law.editions {
            edition.values = u64::MAX;
        }
        law
    }

    /// Whether the law is known on a day.
    pub fn is_known(&self, on: Date) -> bool {
        on <= self.known_until
    }

    /// Whether a provision applies on a day.
    pub fn applies(&self, provision: u8, on: Date) -> bool {
        self.provisions[usize::from(provision)].applies(on)
    }

    /// The identifier of a provision.
    pub fn id(&self, provision: u8) -> &str {
        &self.provisions[usize::from(provision)].id
    }

    /// The identifiers of a set of provisions, sorted.
    pub fn ids(&self, set: Set) -> Vec<&str> {
        let mut ids: Vec<_> = set.iter().map(|provision| self.id(provision)).collect();
        ids.sort();
        ids
    }

    /// The rows of *Cautions* that a carrier carries on a day.
    pub(crate) fn carried(&self, carrier: usize, on: Date) -> impl Iterator<Item = &Caution> {
        self.cautions.iter().filter(move |row| {
            row.carried_by & (1 << carrier) != 0
                && self.applies(row.provision, on)
                && row.condition.open(on)
        })
    }
}
