//! The way to a document: section 6.

use crate::Wrong;
use crate::assess::{Carried, Rows};
use crate::completions::Completions;
use crate::facts::{FACTS, Facts, MANDATORY, bit, fact};
use crate::law::{Law, Where, carrier};
use crate::set::Set;
use time::Date;

const PRESENCE: u8 = 1 << 0;
const IIN: u8 = 1 << 1;
const FINGERPRINTS: u8 = 1 << 2;
const DOCUMENT: u8 = 1 << 3;
const TRANSLATION: u8 = 1 << 4;
/// Not a goal of the law: what `leave` gives.
const LEFT: u8 = 1 << 5;

const ENTER: u8 = 0;
const LEAVE: u8 = 1;
const OBTAIN_DOCUMENT: u8 = 2;

const VISA: u8 = 10;
const HOLDING: u8 = 4;
const IN_KAZAKHSTAN: u8 = 0;
const CITIZEN: u64 = bit(fact::STANDING, 0);
/// citizen_passport, citizen_identity_card.
const OF_CITIZENS: u64 = bit(fact::OCCASION, 11) | bit(fact::OCCASION, 12);
/// expulsion, readmission, other.
const NO_DOCUMENT: u64 = bit(fact::OCCASION, 8) | bit(fact::OCCASION, 9) | bit(fact::OCCASION, 13);
const FOR_IIN: u64 = bit(fact::OCCASION, 14);

/// The values that this section itself distinguishes.
pub(crate) const GROUPS: [u64; 10] = [
    CITIZEN,
    OF_CITIZENS,
    NO_DOCUMENT,
    FOR_IIN,
    bit(fact::OCCASION, VISA),
    bit(fact::ACTION, HOLDING),
    bit(fact::LOCATION, IN_KAZAKHSTAN),
    bit(fact::MAY_ENTER, 1),
    bit(fact::HAS_IIN, 1),
    bit(fact::PASSPORT_IN_FOREIGN_LANGUAGE, 1),
];

/// The verdicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The law does not cover such a person or document.
    NotCovered,
    /// Nothing to obtain.
    NoDocument,
    /// There is a way.
    Feasible,
    /// There is none.
    Blocked,
    /// There is none, but having the document would open one.
    Deadlock,
    /// The completions do not agree.
    Depends,
}

impl Verdict {
    /// The word in the vector files.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::NotCovered => "not_covered",
            Verdict::NoDocument => "no_document",
            Verdict::Feasible => "feasible",
            Verdict::Blocked => "blocked",
            Verdict::Deadlock => "deadlock",
            Verdict::Depends => "depends",
        }
    }
}

/// Steps by their words; each goal is given once, so that there are at most six.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Words([u8; 8], u8);

/// The answer for one completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Outcome {
    verdict: Verdict,
    steps: Words,
    blocked: u8,
}

/// A step that was taken. `row` is the place in *Steps*, or none for those of the engine.
#[derive(Clone, Copy)]
struct Taken {
    word: u8,
    gives: u8,
    needs: u8,
    row: Option<usize>,
}

/// The way of one completion.
struct Way<'a> {
    law: &'a Law,
    on: Date,
    person: u64,
    reached: u8,
    taken: [Option<Taken>; 8],
    count: usize,
}

/// What stays the same for all completions.
struct Table<'a> {
    law: &'a Law,
    on: Date,
    rows: Rows<'a>,
}

impl Way<'_> {
    fn has(&self, fact: usize, value: u8) -> bool {
        self.person & bit(fact, value) != 0
    }

    fn take(&mut self, step: Taken) {
        self.taken[self.count] = Some(step);
        self.count += 1;
        self.reached |= step.gives;
    }

    /// Rounds of the steps open in a place, until nothing new comes. `document`: how it is obtained there, if it is.
    fn rounds(&mut self, home: bool, document: Option<Taken>) {
        loop {
            let before = self.reached;
            for (at, step) in self.law.steps.iter().enumerate() {
                let there = if home { step.home } else { step.abroad };
                let open =
                    there && step.condition.open(self.on) && step.condition.takes(self.person);
                if open && step.needs & !before == 0 && step.gives & self.reached == 0 {
                    self.take(Taken {
                        word: step.word,
                        gives: step.gives,
                        needs: step.needs,
                        row: Some(at),
                    });
                }
            }
            if let Some(step) = document
                && step.needs & !before == 0
                && self.reached & DOCUMENT == 0
            {
                self.take(step);
            }
            if self.reached == before {
                return;
            }
        }
    }

    /// The steps that a goal needs: back from it over the steps taken. Calls `keep` from the last to the first.
    fn walk_back(&self, target: u8, mut keep: impl FnMut(&Taken)) {
        let mut needed = target;
        for step in self.taken[..self.count].iter().rev().flatten() {
            if step.gives & needed != 0 {
                needed |= step.needs;
                keep(step);
            }
        }
    }
}

fn obtain(needs: u8) -> Taken {
    Taken {
        word: OBTAIN_DOCUMENT,
        gives: DOCUMENT,
        needs,
        row: None,
    }
}

impl Table<'_> {
    /// The answer for a completion; `keep` is called with the rows of *Steps* by which the plan goes.
    fn outcome(&self, person: u64, mandatory: bool, keep: impl FnMut(u8, usize)) -> Outcome {
        let done = |verdict| Outcome {
            verdict,
            steps: Words::default(),
            blocked: 0,
        };
        if person & (CITIZEN | OF_CITIZENS) != 0 {
            return done(Verdict::NotCovered);
        }
        if person & NO_DOCUMENT != 0 {
            return done(Verdict::NoDocument);
        }
        if person & bit(fact::ACTION, HOLDING) != 0 {
            return done(Verdict::Feasible);
        }
        self.way(person, mandatory, keep)
    }

    fn way(&self, person: u64, mandatory: bool, mut keep: impl FnMut(u8, usize)) -> Outcome {
        let mut way = Way {
            law: self.law,
            on: self.on,
            person,
            reached: 0,
            taken: [None; 8],
            count: 0,
        };
        let for_iin = person & FOR_IIN != 0;
        let target = if for_iin { IIN } else { DOCUMENT };
        let place = self.place(person);
        let needs = if mandatory { FINGERPRINTS } else { 0 };
        let abroad = (!for_iin && place.abroad).then(|| obtain(needs));
        let home = (!for_iin && place.home).then(|| obtain(needs | PRESENCE));
        let is_home = way.has(fact::LOCATION, IN_KAZAKHSTAN);
        if is_home {
            way.reached |= PRESENCE;
        }
        if way.has(fact::HAS_IIN, 1) {
            way.reached |= IIN;
        }
        if way.has(fact::PASSPORT_IN_FOREIGN_LANGUAGE, 0) {
            way.reached |= TRANSLATION;
        }
        if !is_home {
            way.rounds(false, abroad);
            if way.reached & target == 0 && way.has(fact::MAY_ENTER, 1) {
                way.take(Taken {
                    word: ENTER,
                    gives: PRESENCE,
                    needs: 0,
                    row: None,
                });
            }
        }
        if way.reached & PRESENCE != 0 {
            way.rounds(true, home);
            if way.reached & target == 0
                && abroad.is_some_and(|step| step.needs & !way.reached == 0)
            {
                way.take(Taken {
                    word: LEAVE,
                    gives: LEFT,
                    needs,
                    row: None,
                });
                way.take(obtain(needs | LEFT));
            }
        }
        if way.reached & target != 0 {
            let mut words = Words::default();
            way.walk_back(target, |step| {
                words.0.rotate_right(1);
                words.0[0] = step.word;
                words.1 += 1;
                if let Some(row) = step.row {
                    keep(step.word, row);
                }
            });
            return Outcome {
                verdict: Verdict::Feasible,
                steps: words,
                blocked: 0,
            };
        }
        let listed = match (for_iin, mandatory) {
            (true, _) => PRESENCE | IIN,
            (false, true) => PRESENCE | IIN | FINGERPRINTS | DOCUMENT,
            (false, false) => PRESENCE | DOCUMENT,
        };
        let blocked = listed & !way.reached;
        let from_itself = !for_iin && place.abroad && blocked & PRESENCE != 0;
        Outcome {
            verdict: if from_itself {
                Verdict::Deadlock
            } else {
                Verdict::Blocked
            },
            steps: Words::default(),
            blocked,
        }
    }

    fn place(&self, person: u64) -> &Where {
        let rows = &self.law.places;
        rows.iter()
            .find(|row| row.condition.open(self.on) && row.condition.takes(person))
            .expect("the last row is always")
    }

    /// The provisions of the first row of *What a deadlock rests on* that fits.
    fn deadlock(&self, person: u64, blocked: u8) -> &[u8] {
        let rows = &self.law.deadlocks;
        rows.iter()
            .find(|row| {
                let condition = &row.condition;
                condition.open(self.on)
                    && condition.takes(person)
                    && (condition.blocked == 0 || condition.blocked & blocked != 0)
            })
            .map_or(&[], |row| &row.provisions)
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The verdict.
    pub verdict: Verdict,
    /// Whether all completions agree in verdict, steps and `blocked`.
    pub complete: bool,
    /// The steps, in order: the place of the word in [`Law::step_words`], and the provisions that apply.
    pub steps: Vec<(u8, Set)>,
    /// The goals that cannot be reached: bit N for goal N of [`crate::condition::GOALS`].
    pub blocked: u8,
    /// What a deadlock rests on.
    pub basis: Vec<u8>,
    /// The fact or circumstance to ask next.
    pub ask: Option<usize>,
    /// The other visa channels by which there is a way: bit N for channel N.
    pub ways_out: u8,
    /// The provisions of the cautions, in order.
    pub cautions: Vec<u8>,
    /// Whether the law is known on the decision date.
    pub known: bool,
}

/// The answers of all completions.
fn outcomes(table: &Table<'_>, completions: &Completions) -> Result<Vec<Outcome>, Wrong> {
    let mut answers = Vec::with_capacity(completions.number());
    completions.each(|person| {
        if let Some(row) = table.rows.decide(person) {
            answers.push(table.outcome(person, row.obligation == MANDATORY, |_, _| ()));
        }
    });
    if answers.len() == completions.number() {
        Ok(answers)
    } else {
        Err(Wrong::NoRow)
    }
}

fn completions(law: &Law, facts: &Facts) -> Completions {
    Completions::new(facts, &law.ages, facts.on, FACTS.len(), law.plan_values)
}

/// Plans the way to a document.
pub fn plan(law: &Law, facts: &Facts) -> Result<Plan, Wrong> {
    if facts.edition != 0 {
        return Err(Wrong::EditionNotSupported);
    }
    if facts.birth.first > facts.on {
        return Err(Wrong::BirthAfterDecision);
    }
    let table = Table {
        law,
        on: facts.on,
        rows: Rows::new(law, 0, facts.on),
    };
    let completions = completions(law, facts);
    let answers = outcomes(&table, &completions)?;
    let first = answers[0];
    let complete = answers.iter().all(|answer| *answer == first);
    let same_verdict = answers.iter().all(|answer| answer.verdict == first.verdict);
    // Everything but held_at_commencement is asked for.
    let asked = completions.relevant(&answers) & !(1 << fact::HELD_AT_COMMENCEMENT);
    let asked = asked & !facts.declined;
    let mut plan = Plan {
        verdict: if same_verdict {
            first.verdict
        } else {
            Verdict::Depends
        },
        complete,
        steps: Vec::new(),
        blocked: 0,
        basis: Vec::new(),
        ask: (asked != 0).then(|| asked.trailing_zeros() as usize),
        ways_out: 0,
        cautions: Vec::new(),
        known: law.is_known(facts.on),
    };
    if complete {
        let words = &first.steps.0[..usize::from(first.steps.1)];
        plan.steps = words.iter().map(|word| (*word, Set::default())).collect();
        plan.blocked = first.blocked;
        plan.ways_out = ways_out(&table, facts, first.verdict)?;
    }
    say_provisions(&table, &completions, &mut plan);
    Ok(plan)
}

/// Goes over the completions again for the provisions of steps, deadlock and cautions.
fn say_provisions(table: &Table<'_>, completions: &Completions, plan: &mut Plan) {
    let (law, on) = (table.law, table.on);
    let mut carried = Carried::new(law, carrier::PLAN, on, plan.blocked);
    completions.each(|person| {
        let Some(row) = table.rows.decide(person) else {
            return;
        };
        carried.look_at(person, row.obligation);
        if !plan.complete {
            return;
        }
        let steps = &mut plan.steps;
        table.outcome(person, row.obligation == MANDATORY, |word, row| {
            for step in steps.iter_mut().filter(|step| step.0 == word) {
                for &provision in &law.steps[row].provisions {
                    if law.applies(provision, on) {
                        step.1.insert(provision);
                    }
                }
            }
        });
        if plan.verdict == Verdict::Deadlock {
            for provision in table.deadlock(person, plan.blocked) {
                if !plan.basis.contains(provision) {
                    plan.basis.push(*provision);
                }
            }
        }
    });
    plan.cautions = carried.provisions();
}

/// For a visa without a way: the other channels under which every completion has one.
fn ways_out(table: &Table<'_>, facts: &Facts, verdict: Verdict) -> Result<u8, Wrong> {
    let stuck = matches!(verdict, Verdict::Deadlock | Verdict::Blocked);
    if !stuck || facts.values[fact::OCCASION] != Some(VISA) {
        return Ok(0);
    }
    let mut ways_out = 0;
    for channel in (0..4).filter(|channel| facts.values[fact::VISA_CHANNEL] != Some(*channel)) {
        let other = facts.with(fact::VISA_CHANNEL, channel);
        let answers = outcomes(table, &completions(table.law, &other))?;
        if answers
            .iter()
            .all(|answer| answer.verdict == Verdict::Feasible)
        {
            ways_out |= 1 << channel;
        }
    }
    Ok(ways_out)
}
