//! The obligation of a person, and what else an answer says: sections 2, 3 and 4.

use crate::Wrong;
use crate::completions::Completions;
use crate::condition::Condition;
use crate::facts::{ASSESS_FACTS, Facts, MANDATORY, fact, obligation_bit, reached};
use crate::law::{Law, Row, carrier};
use crate::set::Set;
use time::Date;

/// The facts that are asked for.
const ASKED: u32 = (1 << fact::HELD_AT_COMMENCEMENT) - 1;

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Bit N for obligation N of [`crate::facts::OBLIGATIONS`].
    pub obligations: u8,
    /// The provisions of the rows that decide, over all completions.
    pub basis: Set,
    /// The fact to ask for next.
    pub ask: Option<usize>,
    /// The relevant facts of the asking order: bit N for fact N.
    pub relevant: u32,
    /// The first day on which the set of obligations differs.
    pub holds_until: Option<Date>,
    /// The row of *Conflicts* whose note is carried.
    pub conflict: Option<usize>,
    /// The provisions of the cautions, in order.
    pub cautions: Vec<u8>,
    /// Whether an answer with these cautions refuses a capture ticket.
    pub ticket_refused: bool,
    /// Whether the law is known on the decision date.
    pub known: bool,
}

/// The rows of an edition that can decide on a day.
fn open_rows(law: &Law, edition: usize, day: Date) -> Vec<&Row> {
    let rows = law.editions[edition].rows.iter();
    rows.filter(|row| row.condition.open(day)).collect()
}

fn first<'a>(rows: &[&'a Row], person: u64) -> Option<&'a Row> {
    rows.iter().find(|row| row.condition.takes(person)).copied()
}

/// The obligation of a completion by an edition on a day.
pub(crate) struct Rows<'a>(Vec<&'a Row>);

impl<'a> Rows<'a> {
    pub(crate) fn new(law: &'a Law, edition: usize, day: Date) -> Rows<'a> {
        Rows(open_rows(law, edition, day))
    }

    pub(crate) fn decide(&self, person: u64) -> Option<&'a Row> {
        first(&self.0, person)
    }
}

/// Cautions whose conditions some completion fulfils: each once, in the order of the table.
pub(crate) struct Carried<'a> {
    rows: Vec<(&'a Condition, u8, bool)>,
    found: u32,
}

impl<'a> Carried<'a> {
    /// The rows that may be carried, without those whose goals `blocked` does not name.
    pub(crate) fn new(law: &'a Law, carrier: usize, on: Date, blocked: u8) -> Carried<'a> {
        let rows = law
            .carried(carrier, on)
            .filter(|row| row.condition.blocked == 0 || row.condition.blocked & blocked != 0);
        Carried {
            rows: rows
                .map(|row| (&row.condition, row.provision, row.refuses_ticket))
                .collect(),
            found: 0,
        }
    }

    pub(crate) fn look_at(&mut self, person: u64, obligation: u8) {
        for (at, (condition, ..)) in self.rows.iter().enumerate() {
            if condition.takes(person | obligation_bit(obligation)) {
                self.found |= 1 << at;
            }
        }
    }

    fn rows(&self) -> impl Iterator<Item = &(&'a Condition, u8, bool)> {
        let rows = self.rows.iter().enumerate();
        rows.filter(|(at, _)| self.found & (1 << at) != 0)
            .map(|(_, row)| row)
    }

    pub(crate) fn provisions(&self) -> Vec<u8> {
        let mut provisions = Vec::new();
        for (_, provision, _) in self.rows() {
            if !provisions.contains(provision) {
                provisions.push(*provision);
            }
        }
        provisions
    }
}

/// The set of obligations over all completions on a day: births up to that day, the rows of that day.
fn obligations(law: &Law, facts: &Facts, day: Date) -> Result<u8, Wrong> {
    let rows = Rows::new(law, facts.edition, day);
    let mut obligations = 0;
    let mut complete = true;
    completions(law, facts, day).each(|person| match rows.decide(person) {
        Some(row) => obligations |= 1 << row.obligation,
        None => complete = false,
    });
    if complete {
        Ok(obligations)
    } else {
        Err(Wrong::NoRow)
    }
}

fn completions(law: &Law, facts: &Facts, day: Date) -> Completions {
    let values = law.editions[facts.edition].values;
    Completions::new(facts, &law.ages, day, ASSESS_FACTS, values)
}

/// The days after the decision date on which anything can change: a row begins or ends, or the oldest or the youngest
/// person possible reaches an age.
fn later_days(law: &Law, facts: &Facts) -> Vec<Date> {
    let mut days = law.editions[facts.edition].days.clone();
    for &age in &law.ages {
        days.extend(reached(facts.birth.first, age, facts.age_reading));
        days.extend(reached(facts.birth.last, age, facts.age_reading));
    }
    days.retain(|day| *day > facts.on);
    days.sort();
    days.dedup();
    days
}

/// Assesses a person.
pub fn assess(law: &Law, facts: &Facts) -> Result<Assessment, Wrong> {
    if facts.birth.first > facts.on {
        return Err(Wrong::BirthAfterDecision);
    }
    let rows = Rows::new(law, facts.edition, facts.on);
    let completions = completions(law, facts, facts.on);
    let mut carried = (facts.edition == 0).then(|| Carried::new(law, carrier::ASSESS, facts.on, 0));
    let mut answers = Vec::with_capacity(completions.number());
    let mut basis = Set::default();
    let mut missing = false;
    let mut obligation_set = 0;
    completions.each(|person| {
        let Some(row) = rows.decide(person) else {
            missing = true;
            return;
        };
        answers.push(row.obligation);
        obligation_set |= 1 << row.obligation;
        basis.insert(row.basis);
        if let Some(carried) = &mut carried {
            carried.look_at(person, row.obligation);
        }
    });
    if missing {
        return Err(Wrong::NoRow);
    }
    let relevant = completions.relevant(&answers) & ASKED;
    let asked = relevant & !facts.declined;
    let mut holds_until = None;
    for day in later_days(law, facts) {
        if obligations(law, facts, day)? != obligation_set {
            holds_until = Some(day);
            break;
        }
    }
    Ok(Assessment {
        obligations: obligation_set,
        basis,
        ask: (asked != 0).then(|| asked.trailing_zeros() as usize),
        relevant,
        holds_until,
        conflict: conflict(law, facts, &completions, basis),
        cautions: carried.as_ref().map_or(Vec::new(), Carried::provisions),
        ticket_refused: carried.is_some_and(|carried| carried.rows().any(|row| row.2)),
        known: law.is_known(facts.on),
    })
}

/// The first row of *Conflicts* that fits.
fn conflict(law: &Law, facts: &Facts, completions: &Completions, basis: Set) -> Option<usize> {
    law.conflicts.iter().position(|conflict| {
        if conflict.edition != facts.edition || basis != Set::of(conflict.basis) {
            return false;
        }
        let rows = Rows::new(law, conflict.other, facts.on);
        let mut given = false;
        completions.each(|person| {
            let other = rows.decide(person).map(|row| row.obligation);
            given |= other == Some(conflict.obligation);
        });
        given
    })
}

/// Whether a capture ticket can be made from an answer (section 4): edition 1, one obligation, mandatory or voluntary, one basis.
pub fn makes_ticket(facts: &Facts, answer: &Assessment) -> bool {
    let voluntary = 1;
    facts.edition == 0
        && (answer.obligations == 1 << MANDATORY || answer.obligations == 1 << voluntary)
        && answer.basis.iter().count() == 1
        && !answer.ticket_refused
}
