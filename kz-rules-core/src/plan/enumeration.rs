//! Compares plans with an enumeration of every completion that follows the legal model step by step: for
//! the built-in law, and for laws with other rows.

#![allow(clippy::cast_possible_truncation)] // small numbers

use std::boxed::Box;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::string::String;
use std::vec::Vec;
use std::{format, vec};

use super::*;
use crate::facts::*;
use crate::law::*;

/// Every completion, one value of each fact.
type Completion = BTreeMap<Fact, u32>;

fn completions(facts: Region, circumstances: Circumstances) -> Vec<Completion> {
    let mut all = vec![Completion::new()];
    let facts = Region::facts().map(|(fact, _)| (fact, facts.values(fact)));
    let circumstances = Circumstances::facts().map(|(fact, _)| (fact, circumstances.values(fact)));
    for (fact, values) in facts.chain(circumstances) {
        let mut more = Vec::new();
        for one in &all {
            for value in (0..16)
                .map(|place| 1 << place)
                .filter(|value| values & value != 0)
            {
                let mut one = one.clone();
                one.insert(fact, value);
                more.push(one);
            }
        }
        all = more;
    }
    all
}

fn is_among(one: &Completion, takes: Region, circumstances: Circumstances) -> bool {
    Region::facts().all(|(fact, _)| one[&fact] & takes.values(fact) != 0)
        && Circumstances::facts().all(|(fact, _)| one[&fact] & circumstances.values(fact) != 0)
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct One {
    verdict: Verdict,
    steps: Vec<Step>,
    blocked: Vec<Goal>,
}

/// A step as it is taken: the step, what it gives and needs, its row.
type Taken = (Step, Goal, BTreeSet<Goal>, Option<usize>);

fn obligation(law: Law<'_>, on: Day, one: &Completion) -> Obligation {
    let mut rules = law.rules(Edition::FIRST).unwrap().iter().map(Rule::from);
    let fits = |rule: &Rule<'_>| {
        rule.period().includes(on) && is_among(one, rule.takes(), Circumstances::ALL)
    };
    rules.find(fits).unwrap().obligation()
}

/// What the model says about one completion, step by step, and the rows that the steps come from.
fn one(law: Law<'_>, on: Day, one: &Completion) -> (One, Vec<(Step, usize)>) {
    let is = |fact, code: u8| one[&fact] == 1 << (code - 1);
    let settled = |verdict| {
        let (steps, blocked) = (vec![], vec![]);
        (
            One {
                verdict,
                steps,
                blocked,
            },
            vec![],
        )
    };
    let occasion = Occasion::ALL
        .iter()
        .find(|occasion| is(Fact::Occasion, occasion.code()));
    let occasion = *occasion.unwrap();
    match occasion {
        _ if is(Fact::Standing, 1) => return settled(Verdict::NotCovered),
        Occasion::CitizenPassport | Occasion::CitizenIdentityCard => {
            return settled(Verdict::NotCovered);
        }
        Occasion::Expulsion | Occasion::Readmission | Occasion::Other => {
            return settled(Verdict::NoDocument);
        }
        _ if is(Fact::Action, Action::Holding.code()) => return settled(Verdict::Feasible),
        _ => {}
    }
    let for_iin = occasion == Occasion::Iin;
    let mandatory = obligation(law, on, one) == Obligation::Mandatory;
    let places = law.obtained().iter().map(ObtainedRow::from);
    let place = places
        .filter(|row| row.period().includes(on))
        .find(|row| is_among(one, row.takes(), Circumstances::ALL))
        .unwrap()
        .place();
    let target = if for_iin { Goal::Iin } else { Goal::Document };
    let needs_at = |there: Location| {
        let mut needs = BTreeSet::new();
        if mandatory {
            needs.insert(Goal::Fingerprints);
        }
        if there == Location::InKazakhstan {
            needs.insert(Goal::Presence);
        }
        needs
    };

    let mut have = BTreeSet::new();
    let start_in = is(Fact::Location, 1);
    let start = [
        (start_in, Goal::Presence),
        (is(Fact::HasIin, 1), Goal::Iin),
        (is(Fact::PassportInForeignLanguage, 2), Goal::Translation),
    ];
    have.extend(start.iter().filter(|(has, _)| *has).map(|(_, goal)| *goal));

    let mut taken: Vec<Taken> = Vec::new();
    let rounds = |there: Location, have: &mut BTreeSet<Goal>, taken: &mut Vec<Taken>| {
        loop {
            let mut steps: Vec<Taken> = Vec::new();
            for (number, row) in law.steps().iter().map(StepRow::from).enumerate() {
                if row.period().includes(on)
                    && row.place().contains(there)
                    && is_among(one, row.takes(), row.circumstances())
                {
                    let needs = row.needs().iter().collect();
                    steps.push((row.step(), row.gives(), needs, Some(number)));
                }
            }
            if !for_iin && place.contains(there) {
                steps.push((Step::ObtainDocument, Goal::Document, needs_at(there), None));
            }
            let before = have.clone();
            for step in steps {
                if step.2.is_subset(&before) && !have.contains(&step.1) {
                    have.insert(step.1);
                    taken.push(step);
                }
            }
            if *have == before {
                return;
            }
        }
    };
    let mut inside = start_in;
    if !start_in {
        rounds(Location::Abroad, &mut have, &mut taken);
        if !have.contains(&target) && is(Fact::MayEnter, 1) {
            taken.push((Step::Enter, Goal::Presence, BTreeSet::new(), None));
            have.insert(Goal::Presence);
            inside = true;
        }
    }
    let mut leaves = None;
    if inside {
        rounds(Location::InKazakhstan, &mut have, &mut taken);
        let needs = needs_at(Location::Abroad);
        if !for_iin
            && !have.contains(&target)
            && place.contains(Location::Abroad)
            && needs.is_subset(&have)
        {
            leaves = Some(needs.clone());
            taken.push((Step::ObtainDocument, Goal::Document, needs, None));
            have.insert(Goal::Document);
        }
    }
    if have.contains(&target) {
        let mut needed = BTreeSet::from([target]);
        let (mut steps, mut rows) = (Vec::new(), Vec::new());
        for (step, gives, needs, row) in taken.into_iter().rev() {
            if needed.contains(&gives) {
                needed.extend(needs);
                steps.push(step);
                rows.extend(row.map(|row| (step, row)));
                if step == Step::ObtainDocument && leaves.is_some() {
                    steps.push(Step::Leave);
                }
            }
        }
        steps.reverse();
        let verdict = Verdict::Feasible;
        let blocked = vec![];
        return (
            One {
                verdict,
                steps,
                blocked,
            },
            rows,
        );
    }
    let named: &[Goal] = match (for_iin, mandatory) {
        (true, _) => &[Goal::Presence, Goal::Iin],
        (_, true) => &[
            Goal::Presence,
            Goal::Iin,
            Goal::Fingerprints,
            Goal::Document,
        ],
        (_, false) => &[Goal::Presence, Goal::Document],
    };
    let blocked: Vec<Goal> = named
        .iter()
        .copied()
        .filter(|goal| !have.contains(goal))
        .collect();
    let is_deadlock =
        !for_iin && place.contains(Location::Abroad) && blocked.contains(&Goal::Presence);
    let verdict = if is_deadlock {
        Verdict::Deadlock
    } else {
        Verdict::Blocked
    };
    (
        One {
            verdict,
            steps: vec![],
            blocked,
        },
        vec![],
    )
}

/// The expected answer as text, by enumeration.
fn expected(law: Law<'_>, on: Day, facts: &Facts) -> String {
    let ages = Ages::of(facts.birth, law.ages(), AgeReading::Birthday);
    let region = facts.region.with(Fact::Birth, ages.bands_on(on));
    let all = completions(region, facts.circumstances);
    let mut answers = BTreeMap::new();
    let mut rows = BTreeSet::new();
    for each in &all {
        let (answer, by) = one(law, on, each);
        rows.extend(by);
        answers.insert(each.clone(), answer);
    }
    let mut relevant = Set::EMPTY;
    for fact in Fact::ALL.iter().copied().filter(|fact| fact.is_asked()) {
        let mut groups: HashMap<Vec<(Fact, u32)>, &One> = HashMap::new();
        for (each, answer) in &answers {
            let others = each.iter().filter(|(other, _)| **other != fact);
            let others = others.map(|(fact, value)| (*fact, *value)).collect();
            if *groups.entry(others).or_insert(answer) != answer {
                relevant.insert(fact);
            }
        }
    }
    let first = answers.values().next().unwrap();
    let is_complete = answers.values().all(|answer| answer == first);
    let verdicts: Set<Verdict> = answers.values().map(|answer| answer.verdict).collect();
    let blocked = if is_complete {
        first.blocked.clone()
    } else {
        vec![]
    };
    let lists =
        |goals: Set<Goal>| goals.is_empty() || blocked.iter().any(|goal| goals.contains(*goal));
    let mut cautions: Vec<Provision> = Vec::new();
    for row in law.cautions().iter().map(Caution::from) {
        let fulfils = |each: &Completion| {
            is_among(each, row.takes(), Circumstances::ALL)
                && row.obligations().contains(obligation(law, on, each))
        };
        if row.is_carried_by(Carrier::Plan)
            && row.period().includes(on)
            && lists(row.blocked())
            && all.iter().any(fulfils)
            && !cautions.contains(&row.provision())
        {
            cautions.push(row.provision());
        }
    }
    let (mut basis, mut ways_out, mut steps) = (vec![], vec![], vec![]);
    if is_complete {
        for step in &first.steps {
            let mut provisions = Vec::new();
            for (_, row) in rows.iter().filter(|(by, _)| by == step) {
                let row = StepRow::from(&law.steps()[*row]);
                for provision in row.provisions().iter() {
                    if law.applies_on(provision, on) && !provisions.contains(&provision) {
                        provisions.push(provision);
                    }
                }
            }
            steps.push((*step, provisions));
        }
        if first.verdict == Verdict::Deadlock {
            let mut rows = law.deadlocks().iter().map(DeadlockRow::from);
            let row = rows.find(|row| row.period().includes(on) && lists(row.blocked()));
            basis = row.unwrap().provisions().iter().collect();
        }
        let visa = facts.possible_occasions() == Occasion::Visa.into();
        if visa && matches!(first.verdict, Verdict::Deadlock | Verdict::Blocked) {
            for channel in VisaChannel::ALL {
                let region = region.with(Fact::VisaChannel, bit(channel.code()));
                let all = completions(region, facts.circumstances);
                if all
                    .iter()
                    .all(|each| one(law, on, each).0.verdict == Verdict::Feasible)
                {
                    ways_out.push(*channel);
                }
            }
        }
    }
    let verdict = verdicts.single().unwrap_or(Verdict::Depends);
    let ask = relevant.difference(facts.declined).first();
    format!(
        "{verdict} {steps:?} {blocked:?} {basis:?} {relevant:?} {ask:?} {ways_out:?} {cautions:?}"
    )
}

fn found(law: Law<'_>, on: Day, facts: &Facts) -> String {
    let plan = law.plan(on, facts, Settings::default()).unwrap();
    let steps: Vec<(Step, Vec<Provision>)> = plan
        .steps()
        .map(|step| {
            let provisions = step.provisions();
            let named = if step.step == Step::ObtainDocument {
                0
            } else {
                usize::MAX
            };
            (step.step, provisions.take(named).collect())
        })
        .collect();
    let blocked: Vec<Goal> = plan.blocked.iter().collect();
    let basis: Vec<Provision> = plan.basis().collect();
    let ways_out: Vec<VisaChannel> = plan.ways_out.iter().collect();
    let cautions: Vec<Provision> = plan.cautions().collect();
    let Plan {
        verdict,
        relevant,
        ask,
        ..
    } = plan;
    format!(
        "{verdict} {steps:?} {blocked:?} {basis:?} {relevant:?} {ask:?} {ways_out:?} {cautions:?}"
    )
}

/// Repeatable pseudo-random numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(end)) as u32
    }

    fn one_in(&mut self, of: u32) -> bool {
        self.below(of) == 0
    }

    /// Some of the first `values` bits, at least one.
    fn some(&mut self, values: u32) -> u32 {
        1 + self.below((1 << values) - 1)
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u32) as usize]
    }
}

/// Facts that are partly unknown, with few enough completions to enumerate.
fn some_facts(dice: &mut Dice, questions: bool) -> Facts {
    loop {
        let mut facts = Facts::default();
        let odds = 2 + dice.below(6);
        for (fact, _) in Region::facts() {
            let all = Region::ALL.values(fact);
            let is_question = fact >= Fact::Question1 && fact <= Fact::Question4;
            if is_question && !questions || fact == Fact::Birth || dice.one_in(odds) {
                continue;
            }
            let mut values = 1 << dice.below(all.count_ones());
            if dice.one_in(8) {
                values |= 1 << dice.below(all.count_ones());
            }
            // Most ways are for visas.
            if fact == Fact::Occasion && dice.one_in(2) {
                values = bit(Occasion::Visa.code());
            }
            if fact == Fact::Standing && !dice.one_in(6) {
                values = dice.pick(&[2, 4, 6]);
            }
            facts.region = facts.region.with(fact, values);
        }
        for (fact, _) in Circumstances::facts() {
            if !dice.one_in(odds) {
                facts.circumstances = facts.circumstances.with(fact, 1 << dice.below(2));
            }
        }
        if !dice.one_in(4) {
            facts = facts.born(Birth::year(1985 + dice.below(38) as u16));
        }
        if dice.one_in(3) {
            facts = facts.decline(dice.pick(Fact::ALL));
        }
        let region = facts.region;
        let count: u32 = Region::facts()
            .map(|(fact, _)| region.values(fact).count_ones())
            .chain(
                Circumstances::facts()
                    .map(|(fact, _)| facts.circumstances.values(fact).count_ones()),
            )
            .product();
        if count <= 400 {
            return facts;
        }
    }
}

fn compare(
    law: Law<'_>,
    dice: &mut Dice,
    questions: bool,
    times: usize,
) -> BTreeMap<String, usize> {
    let mut seen = BTreeMap::new();
    for _ in 0..times {
        let on = Day::new(2023 + dice.below(5) as u16, 1 + dice.below(12) as u8, 15);
        let on = on.unwrap();
        let facts = some_facts(dice, questions);
        let expected = expected(law, on, &facts);
        assert_eq!(found(law, on, &facts), expected, "on {on:?} of {facts:?}");
        let verdict = expected.split(' ').next().unwrap();
        *seen.entry(verdict.into()).or_insert(0) += 1;
    }
    seen
}

#[test]
fn plans_agree_with_the_enumeration() {
    let mut dice = Dice(1);
    let seen = compare(Law::BUILT_IN, &mut dice, false, 1000);
    assert_eq!(seen.len(), Verdict::ALL.len(), "{seen:?}");
}

/// A condition on a few facts, and perhaps on circumstances and days.
fn some_condition(dice: &mut Dice, circumstances: bool) -> Condition {
    let mut when = when();
    for _ in 0..dice.below(3) {
        let facts: Vec<Fact> = Region::facts().map(|(fact, _)| fact).collect();
        let fact = dice.pick(&facts);
        let values = dice.some(Region::ALL.values(fact).count_ones());
        when.facts = when.facts.with(fact, values);
    }
    if circumstances && dice.one_in(2) {
        let facts: Vec<Fact> = Circumstances::facts().map(|(fact, _)| fact).collect();
        when.circumstances = when.circumstances.with(dice.pick(&facts), dice.some(2));
    }
    if dice.one_in(5) {
        let day = Day::new(2023 + dice.below(5) as u16, 1 + dice.below(12) as u8, 1).unwrap();
        when = if dice.one_in(2) {
            when.from(day)
        } else {
            when.until(day)
        };
    }
    when
}

fn leaked<T>(rows: Vec<T>) -> &'static [T] {
    Box::leak(rows.into_boxed_slice())
}

/// A law with the built-in provisions and other rows.
fn some_law(dice: &mut Dice) -> Law<'static> {
    let provisions: Vec<Provision> = Law::BUILT_IN
        .all_provisions()
        .map(|entry| entry.row().provision())
        .collect();
    let obligations = [
        Obligation::Mandatory,
        Obligation::NotRequired,
        Obligation::Suspended,
    ];
    let places = [
        Set::from(Location::Abroad),
        Location::InKazakhstan.into(),
        Location::set(Location::ALL),
    ];
    let mut sections = *built_in_for_tests();
    let mut rules = Vec::new();
    for _ in 0..dice.below(8) {
        let (when, obligation) = (some_condition(dice, false), dice.pick(&obligations));
        rules.push(Rule::new(when, obligation, dice.pick(&provisions)));
    }
    rules.push(Rule::new(
        when(),
        Obligation::Mandatory,
        dice.pick(&provisions),
    ));
    sections.editions[0] = leaked(rules);
    let gives = [Goal::Iin, Goal::Translation, Goal::Fingerprints];
    let mut steps = Vec::new();
    for _ in 0..3 + dice.below(12) {
        // Mostly goals that come before `gives`, so that there are ways; now and then any.
        let gives = dice.pick(&gives);
        let mut needs = dice.below(16);
        if !dice.one_in(4) {
            needs &= bit(gives.code()) - 1;
        }
        steps.push(StepRow::new(
            dice.pick(&Step::ALL[..6]),
            dice.pick(&places),
            gives,
            Set::from_bits(needs),
            some_condition(dice, true),
            &provisions[dice.below(60) as usize..][..dice.below(5) as usize],
        ));
    }
    sections.steps = leaked(steps);
    let mut obtained = Vec::new();
    for _ in 0..dice.below(4) {
        obtained.push(ObtainedRow::new(
            some_condition(dice, false),
            dice.pick(&places),
        ));
    }
    obtained.push(ObtainedRow::new(when(), dice.pick(&places)));
    sections.obtained = leaked(obtained);
    let mut deadlocks = Vec::new();
    for _ in 0..dice.below(4) {
        let when = some_condition(dice, false).blocked(&[dice.pick(Goal::ALL)]);
        deadlocks.push(DeadlockRow::new(when, &[dice.pick(&provisions)]));
    }
    deadlocks.push(DeadlockRow::new(when(), &provisions[..4]));
    sections.deadlocks = leaked(deadlocks);
    let mut cautions = Vec::new();
    for _ in 0..dice.below(8) {
        let mut when = some_condition(dice, false);
        if dice.one_in(2) {
            when = when.obligation(&[dice.pick(&obligations)]);
        }
        if dice.one_in(3) {
            when = when.blocked(&[dice.pick(Goal::ALL)]);
        }
        let carrier = dice.pick(&[Carrier::Plan, Carrier::Plan, Carrier::Assess]);
        cautions.push(Caution::new(
            dice.pick(&provisions[..6]),
            &[carrier],
            when,
            false,
            sections.provisions,
        ));
    }
    sections.cautions = leaked(cautions);
    sections.questions = [true; 4];
    Law::from(&*Box::leak(Box::new(sections)))
}

#[test]
fn plans_under_other_laws_agree_with_the_enumeration() {
    let mut dice = Dice(2);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..80 {
        let law = some_law(&mut dice);
        for (verdict, times) in compare(law, &mut dice, true, 20) {
            *seen.entry(verdict).or_insert(0) += times;
        }
    }
    assert!(seen.values().all(|times| *times > 10), "{seen:?}");
    assert_eq!(seen.len(), Verdict::ALL.len(), "{seen:?}");
}
