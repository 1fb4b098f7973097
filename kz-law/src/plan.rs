//! The way to a document, for everybody at once: persons with the same possible steps go the same way.

use crate::day::Days;
use crate::model::Law;
use crate::population::{Group, decided};
use crate::region::{Axis, Region};
use crate::table::{Table, spans};
use crate::vocabulary::{
    ACTIONS, BLOCKED, GOALS, LOCATIONS, OBLIGATIONS, OCCASIONS, STANDINGS, Word,
};

/// If there are more groups than this, they are not computed.
const LIMIT: usize = 1 << 20;

/// The result of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The verdict, as a word.
    pub verdict: &'static str,
    /// The steps that the target needs, in order: rows of *Steps* by place, and steps of the engine.
    pub steps: Vec<Taken>,
    /// The goals not reached: a set of [`BLOCKED`].
    pub blocked: u16,
}

/// A step of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The row of *Steps* at this place.
    Row(usize),
    /// `enter`, `leave` or `obtain_document`.
    Engine(&'static str),
}

/// Persons with the same possible steps, and the result of their plan.
#[derive(Clone, Debug)]
pub struct Way {
    /// The persons; their axis `blocked` is the list in the result.
    pub group: Group,
    /// Where the document is obtained.
    pub place: Word,
    /// The result.
    pub outcome: Outcome,
}

impl Outcome {
    /// In words.
    #[must_use]
    pub fn words(&self, law: &Law) -> String {
        let step = |taken: &Taken| match taken {
            Taken::Row(place) => law.steps.get(*place).map_or("", |row| row.step.text()),
            Taken::Engine(step) => step,
        };
        let steps: Vec<&str> = self.steps.iter().map(step).collect();
        let blocked: Vec<&str> = BLOCKED
            .all()
            .filter(|goal| self.blocked & goal.bit() != 0)
            .map(Word::text)
            .collect();
        match (steps.is_empty(), blocked.is_empty()) {
            (true, true) => self.verdict.to_owned(),
            (false, _) => format!("{} ({})", self.verdict, steps.join(", ")),
            (true, false) => format!("{} ({})", self.verdict, blocked.join(", ")),
        }
    }
}

/// Everybody, by the way that they go; none if there are too many ways.
#[must_use]
pub fn population(law: &Law) -> Option<Vec<Group>> {
    let ways = Ways::new(law)?.of(&law.everybody(), Days::ALL)?;
    Some(ways.into_iter().map(|way| way.group).collect())
}

/// Computes ways under a law.
#[derive(Debug)]
pub struct Ways<'l> {
    law: &'l Law,
    /// The completions of edition 1, and where the document is obtained.
    groups: Vec<(Group, Word)>,
}

impl<'l> Ways<'l> {
    /// Decides for everybody once; none if there are too many parts.
    #[must_use]
    pub fn new(law: &'l Law) -> Option<Self> {
        let places = Table::places(law);
        let mut groups = Vec::new();
        for group in decided(law)? {
            for span in places.spans() {
                let days = span.and(group.days);
                if days.is_empty() {
                    continue;
                }
                for (place, region) in places
                    .cut(days, 0..places.rows.len(), &[group.region])?
                    .taken
                {
                    groups.push((
                        Group {
                            days,
                            region,
                            one: false,
                        },
                        law.places.get(place)?.place,
                    ));
                }
            }
        }
        Some(Self { law, groups })
    }

    /// The ways of some people on some days; none if there are too many.
    #[must_use]
    pub fn of(&self, whom: &Region, when: Days) -> Option<Vec<Way>> {
        let law = self.law;
        let mut all = Vec::new();
        for span in spans(law.steps.iter().map(|row| row.conditions.days)) {
            let splitters = splitters(law, span);
            for (group, place) in &self.groups {
                let days = span.and(group.days).and(when);
                let Some(region) = group.region.and(whom).filter(|_| !days.is_empty()) else {
                    continue;
                };
                let mut parts = vec![region];
                for splitter in &splitters {
                    let mut next = Vec::with_capacity(parts.len());
                    for part in parts {
                        next.extend(part.and(splitter));
                        part.without(splitter, |rest| next.push(rest));
                    }
                    parts = next;
                    if parts.len() + all.len() > LIMIT {
                        return None;
                    }
                }
                all.extend(parts.into_iter().map(|part| {
                    let outcome = walk(law, days, &part, *place);
                    let region = part.with(Axis::Blocked, 1u16 << outcome.blocked);
                    let group = Group {
                        days,
                        region,
                        one: false,
                    };
                    Way {
                        group,
                        place: *place,
                        outcome,
                    }
                }));
            }
        }
        Some(all)
    }
}

/// Regions that separate ways: persons who are in the same ones go the same way, if decision and place are the
/// same.
fn splitters(law: &Law, days: Days) -> Vec<Region> {
    let one = |axis, number: u8| law.everybody().with(axis, 1 << (number - 1));
    let mut all = vec![
        one(Axis::Location, 1),
        one(Axis::MayEnter, 1),
        one(Axis::HasIin, 1),
        one(Axis::PassportInForeignLanguage, 1),
        one(Axis::Standing, 1),
        law.everybody().with(
            Axis::Occasion,
            words(&["citizen_passport", "citizen_identity_card"]),
        ),
        law.everybody().with(
            Axis::Occasion,
            words(&["expulsion", "readmission", "other"]),
        ),
        law.everybody().with(Axis::Occasion, words(&["iin"])),
        law.everybody()
            .with(Axis::Action, ACTIONS.word("holding").map_or(0, Word::bit)),
    ];
    all.extend(
        law.steps
            .iter()
            .filter(|row| row.conditions.days.contains(days.from))
            .map(|row| row.conditions.region),
    );
    all
}

fn words(occasions: &[&str]) -> u16 {
    occasions
        .iter()
        .filter_map(|word| OCCASIONS.word(word))
        .fold(0, |set, word| set | word.bit())
}

/// The state of a walk: the goals reached, and the steps taken, each with the goals that it gives and needs.
struct Walk {
    reached: u16,
    taken: Vec<(Taken, u16, u16)>,
}

/// The document as a goal, besides [`GOALS`].
const DOCUMENT: u16 = 1 << 4;

fn goal(name: &str) -> u16 {
    GOALS.word(name).map_or(0, Word::bit)
}

/// The way of persons who all go the same way, on days that are all alike.
#[must_use]
pub fn walk(law: &Law, days: Days, who: &Region, place: Word) -> Outcome {
    let is = |axis: Axis, set: u16| who.get(axis) & set != 0;
    let done = |verdict| Outcome {
        verdict,
        steps: Vec::new(),
        blocked: 0,
    };
    let word =
        |list: &'static crate::vocabulary::List, name: &str| list.word(name).map_or(0, Word::bit);
    if is(Axis::Standing, word(&STANDINGS, "citizen"))
        || is(
            Axis::Occasion,
            words(&["citizen_passport", "citizen_identity_card"]),
        )
    {
        return done("not_covered");
    }
    if is(
        Axis::Occasion,
        words(&["expulsion", "readmission", "other"]),
    ) {
        return done("no_document");
    }
    if is(Axis::Action, word(&ACTIONS, "holding")) {
        return done("feasible");
    }
    let yes = |axis| is(axis, 1);
    let here = is(Axis::Location, word(&LOCATIONS, "in_kazakhstan"));
    let mandatory = is(Axis::Obligation, word(&OBLIGATIONS, "mandatory"));
    let iin_alone = is(Axis::Occasion, words(&["iin"]));
    let (at_home, abroad) = (!place.is("abroad"), !place.is("in_kazakhstan"));
    let target = if iin_alone { goal("iin") } else { DOCUMENT };
    let document = if mandatory { goal("fingerprints") } else { 0 };
    let mut walk = Walk {
        reached: 0,
        taken: Vec::new(),
    };
    for (has, name) in [
        (here, "presence"),
        (yes(Axis::HasIin), "iin"),
        (!yes(Axis::PassportInForeignLanguage), "translation"),
    ] {
        walk.reached |= if has { goal(name) } else { 0 };
    }
    let open = |elsewhere: &str| -> Vec<(Taken, u16, u16)> {
        let rows = law.steps.iter().enumerate().filter(|(_, row)| {
            !row.place.is(elsewhere)
                && row.conditions.days.contains(days.from)
                && row.conditions.region.and(who).is_some()
        });
        rows.map(|(place, row)| (Taken::Row(place), row.gives.bit(), row.needs))
            .collect()
    };
    if !here {
        let mut steps = open("in_kazakhstan");
        if abroad && !iin_alone {
            steps.push((Taken::Engine("obtain_document"), DOCUMENT, document));
        }
        walk.rounds(&steps);
        if walk.reached & target == 0 && yes(Axis::MayEnter) {
            walk.take((Taken::Engine("enter"), goal("presence"), 0));
        }
    }
    if walk.reached & goal("presence") != 0 {
        let mut steps = open("abroad");
        if at_home && !iin_alone {
            steps.push((
                Taken::Engine("obtain_document"),
                DOCUMENT,
                document | goal("presence"),
            ));
        }
        walk.rounds(&steps);
        if walk.reached & target == 0 && abroad && !iin_alone && document & !walk.reached == 0 {
            walk.take((Taken::Engine("leave"), 0, document));
            walk.take((Taken::Engine("obtain_document"), DOCUMENT, document));
        }
    }
    if walk.reached & target != 0 {
        return Outcome {
            verdict: "feasible",
            steps: walk.needed(target),
            blocked: 0,
        };
    }
    let mut blocked = 0;
    for name in BLOCKED.all() {
        let asked = match name.text() {
            "presence" => true,
            "iin" => mandatory || iin_alone,
            "fingerprints" => mandatory && !iin_alone,
            _ => !iin_alone,
        };
        let bit = if name.is("document") {
            DOCUMENT
        } else {
            goal(name.text())
        };
        if asked && walk.reached & bit == 0 {
            blocked |= name.bit();
        }
    }
    let loops = abroad && !iin_alone && walk.reached & goal("presence") == 0;
    Outcome {
        verdict: if loops { "deadlock" } else { "blocked" },
        steps: Vec::new(),
        blocked,
    }
}

impl Walk {
    fn take(&mut self, step: (Taken, u16, u16)) {
        self.reached |= step.1;
        self.taken.push(step);
    }

    fn rounds(&mut self, steps: &[(Taken, u16, u16)]) {
        loop {
            let before = self.reached;
            for step in steps {
                if step.2 & !before == 0 && step.1 & self.reached == 0 {
                    self.take(*step);
                }
            }
            if self.reached == before {
                return;
            }
        }
    }

    /// The steps that a target needs, in the order in which they were taken.
    fn needed(&self, target: u16) -> Vec<Taken> {
        let mut wanted = target;
        let mut steps = Vec::new();
        let mut last = false;
        for (step, gives, needs) in self.taken.iter().rev() {
            let leaves = *step == Taken::Engine("leave") && last;
            if gives & wanted != 0 || leaves {
                wanted = wanted & !gives | needs;
                steps.push(*step);
            }
            last = *step == Taken::Engine("obtain_document");
        }
        steps.reverse();
        steps
    }
}
