//! Persons in words.

use crate::day::Days;
use crate::model::Law;
use crate::region::{Axis, Region};
use crate::vocabulary::full_set;

/// The order in which a person is described, after standing and age.
const ORDER: [Axis; 26] = [
    Axis::Occasion,
    Axis::VisaChannel,
    Axis::Action,
    Axis::Fingerprinted,
    Axis::PermanentResident,
    Axis::HeldAtCommencement,
    Axis::Question1,
    Axis::Question2,
    Axis::Question3,
    Axis::Question4,
    Axis::OtherQuestion1,
    Axis::OtherQuestion2,
    Axis::OtherQuestion3,
    Axis::OtherQuestion4,
    Axis::Location,
    Axis::MayEnter,
    Axis::HasIin,
    Axis::MissionInPilot,
    Axis::MissionTakesFingerprints,
    Axis::PassportInForeignLanguage,
    Axis::Obligation,
    Axis::Blocked,
    Axis::Covered,
    Axis::ArrivedToLive,
    Axis::StayRegime,
    Axis::Treaty,
];

/// A region in words: what is true for everybody in it; "anybody" if that is nothing.
#[must_use]
pub fn people(law: &Law, region: &Region) -> String {
    let everybody = law.everybody();
    let mut words = Vec::new();
    let told = |axis: Axis| region.get(axis) != everybody.get(axis);
    if told(Axis::Standing) || told(Axis::Age) {
        let mut who = if told(Axis::Standing) {
            values(region.get(Axis::Standing), 3, |number| match number {
                1 => "a citizen".into(),
                2 => "a foreigner".into(),
                _ => "a stateless person".into(),
            })
        } else {
            "a person".to_owned()
        };
        if told(Axis::Age) {
            who.push(' ');
            who.push_str(&ages(law, region.get(Axis::Age)));
        }
        words.push(who);
    }
    for axis in ORDER {
        if told(axis) {
            words.push(one(law, axis, region.get(axis)));
        }
    }
    if words.is_empty() {
        "anybody".into()
    } else {
        words.join(", ")
    }
}

/// One person of a region, described by what the region restricts.
#[must_use]
pub fn person(law: &Law, region: &Region) -> String {
    people(law, &narrow(law, region))
}

/// The region with a single value for every axis that it restricts.
#[must_use]
pub fn narrow(law: &Law, region: &Region) -> Region {
    let everybody = law.everybody();
    let first = region.person();
    let told = Axis::ALL
        .into_iter()
        .filter(|axis| region.get(*axis) != everybody.get(*axis));
    told.fold(*region, |told, axis| told.with(axis, first.get(axis)))
}

/// Axes that follow from other facts, and are not facts of a person.
pub const DERIVED: [Axis; 3] = [Axis::Obligation, Axis::Blocked, Axis::Covered];

/// The region without the axes that follow from the facts, except one.
#[must_use]
pub fn facts(law: &Law, region: &Region, but: Option<Axis>) -> Region {
    let everybody = law.everybody();
    let derived = DERIVED.into_iter().filter(|axis| Some(*axis) != but);
    derived.fold(*region, |region, axis| {
        region.with(axis, everybody.get(axis))
    })
}

/// A region on some days, in words.
#[must_use]
pub fn people_on(law: &Law, region: &Region, days: Days) -> String {
    let days = days.words();
    let people = people(law, region);
    if days.is_empty() {
        people
    } else {
        format!("{people}, {days}")
    }
}

/// Some values of an axis in words.
#[must_use]
pub fn one(law: &Law, axis: Axis, set: u16) -> String {
    let yes = |yes: &str, no: &str| {
        if set == 1 {
            yes.to_owned()
        } else {
            no.to_owned()
        }
    };
    let count = axis.list().map_or(0, |list| list.words.len());
    let word = |number: u8| {
        let word = axis.list().and_then(|list| list.numbered(number));
        word.map_or_else(String::new, |word| plain(word.text()))
    };
    match axis {
        Axis::Age => ages(law, set),
        Axis::Occasion | Axis::Action => {
            let more = set.count_ones() > u32::try_from(count / 2).unwrap_or(0) + 1;
            if more {
                let others = full_set(count) & !set;
                format!("{} other than {}", axis.name(), values(others, count, word))
            } else {
                values(set, count, word)
            }
        }
        Axis::VisaChannel => values(set, count, |number| match number {
            4 => "visa issued in Kazakhstan".into(),
            _ => word(number),
        }),
        Axis::Fingerprinted => yes("fingerprinted", "not fingerprinted"),
        Axis::PermanentResident => yes("permanently resident", "not permanently resident"),
        Axis::HeldAtCommencement => yes("held at commencement", "not held at commencement"),
        Axis::Location => yes("in Kazakhstan", "abroad"),
        Axis::MayEnter => yes("may enter", "may not enter"),
        Axis::HasIin => yes("with an IIN", "without an IIN"),
        Axis::MissionInPilot => yes("mission in the pilot", "mission not in the pilot"),
        Axis::MissionTakesFingerprints => yes(
            "mission takes fingerprints",
            "mission takes no fingerprints",
        ),
        Axis::PassportInForeignLanguage => yes(
            "passport in a foreign language",
            "passport in no foreign language",
        ),
        Axis::Blocked => blocked(set),
        axis if axis.question().is_some() => {
            let question = law
                .questions
                .iter()
                .find(|question| Some(question.number) == axis.question());
            let name = question.map_or(axis.name(), |question| question.id.as_str());
            format!("{} {}", plain(name), yes("yes", "no"))
        }
        Axis::Standing => values(set, count, word),
        _ => format!("{} {}", plain(axis.name()), values(set, count, word)),
    }
}

/// The possible lists `blocked`: the goals that are in all of them, and those that are in none.
fn blocked(set: u16) -> String {
    let lists = (0..16_u16).filter(|list| set >> list & 1 == 1);
    let (every, any) = lists.fold((0b1111, 0), |(every, any), list| (every & list, any | list));
    let goals = |goals: u16| {
        let list = &crate::vocabulary::BLOCKED;
        values(goals, 4, |number| {
            list.numbered(number)
                .map_or("", |word| word.text())
                .to_owned()
        })
        .replace(" or ", " and ")
    };
    match (every, !any & 0b1111) {
        (0, 0) => "something blocked".into(),
        (0, none) => format!("not blocked: {}", goals(none)),
        (every, 0) => format!("blocked: {}", goals(every)),
        (every, none) => format!("blocked: {}, not {}", goals(every), goals(none)),
    }
}

fn plain(word: &str) -> String {
    word.replace('_', " ")
        .replace("iin", "IIN")
        .replace("kazakhstan", "Kazakhstan")
}

/// Values joined with "or".
fn values(set: u16, count: usize, word: impl Fn(u8) -> String) -> String {
    let words: Vec<String> = (1..=16_u8)
        .take(count)
        .filter(|number| set >> (number - 1) & 1 == 1)
        .map(word)
        .collect();
    words.join(" or ")
}

/// Age bands in words: "under 12", "from 12 to 15", "from 16".
fn ages(law: &Law, set: u16) -> String {
    let mut runs = Vec::new();
    let mut band = 0;
    while band <= law.ages.len() {
        if set >> band & 1 == 0 {
            band += 1;
            continue;
        }
        let from = band.checked_sub(1).and_then(|place| law.ages.get(place));
        while band <= law.ages.len() && set >> band & 1 == 1 {
            band += 1;
        }
        let until = law.ages.get(band - 1);
        runs.push(match (from, until) {
            (None, None) => "of any age".into(),
            (None, Some(until)) => format!("under {}", until.years),
            (Some(from), None) => format!("from {}", from.years),
            (Some(from), Some(until)) if from.years + 1 == until.years => {
                format!("of {}", from.years)
            }
            (Some(from), Some(until)) => format!("from {} to {}", from.years, until.years - 1),
        });
    }
    runs.join(" or ")
}
