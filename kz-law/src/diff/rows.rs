//! Rows that are looked up instead of matched in order: which were added, removed or changed.

use crate::condition::{list, words};
use crate::day::{Day, Days};
use crate::model::{Conditions, Law, ProvisionIndex};
use crate::section::Section;
use crate::vocabulary::{CARRIERS, GOALS};

/// A row that only one law has, or that differs between the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// Its section.
    pub section: Section,
    /// What it is about: the identifier of a provision, the name of a term, the code of a country …
    pub key: String,
    /// The row of the older law.
    pub old: Option<Shown>,
    /// The row of the newer law.
    pub new: Option<Shown>,
    /// The days on which it can change an answer.
    pub days: Days,
    /// Whether it can change an answer; if not, only its words differ.
    pub decides: bool,
}

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The line of its page.
    pub line: usize,
    /// The row in words.
    pub words: String,
}

/// A row of either law.
struct Row {
    key: String,
    shown: Shown,
    /// What is compared: conditions as sets, so that different spellings of the same condition are equal.
    content: String,
    days: Days,
    decides: bool,
}

/// The sections whose rows are compared; editions are not among them.
const SECTIONS: [Section; 13] = [
    Section::Questions,
    Section::Conflicts,
    Section::Cautions,
    Section::Steps,
    Section::Terms,
    Section::Covered,
    Section::Grounds,
    Section::Years,
    Section::Countries,
    Section::Clock,
    Section::Provisions,
    Section::Documents,
    Section::Ages,
];

/// The rows that differ on some days of a period. `cut` are the same laws with the ages and questions of
/// both.
#[must_use]
pub fn rows(old: [&Law; 2], new: [&Law; 2], period: Days) -> Vec<RowChange> {
    let editions = old[0].editions.iter().chain(&new[0].editions);
    let mut numbers: Vec<u8> = editions.map(|edition| edition.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let duties = numbers.into_iter().map(Section::Duties);
    let mut changes = Vec::new();
    for section in duties.chain(SECTIONS) {
        section_changes(section, old, new, period, &mut changes);
    }
    changes
}

fn section_changes(
    section: Section,
    old: [&Law; 2],
    new: [&Law; 2],
    period: Days,
    changes: &mut Vec<RowChange>,
) {
    let (all_old, all_new) = (of(section, old), of(section, new));
    let (mut before, mut after): (Vec<&Row>, Vec<&Row>) = (Vec::new(), all_new.iter().collect());
    let mut common = Vec::new();
    for row in &all_old {
        match after.iter().position(|other| other.content == row.content) {
            Some(place) => common.push((row, after.remove(place))),
            None => before.push(row),
        }
    }
    let mut push = |key: &str, old: Option<&Row>, new: Option<&Row>| {
        let one = old.or(new);
        let days = match (old, new) {
            (Some(old), Some(new)) => differing(section, old.days, new.days),
            _ => one.map_or(Days::ALL, |row| row.days),
        };
        if days.and(period).is_empty() {
            return;
        }
        let decides = old.is_some_and(|row| row.decides) || new.is_some_and(|row| row.decides);
        // A provision that was added or removed matters through the rows that name it.
        let alone = section == Section::Provisions && (old.is_none() || new.is_none());
        let dates =
            section != Section::Provisions || old.map(|row| row.days) != new.map(|row| row.days);
        changes.push(RowChange {
            section,
            key: key.to_owned(),
            old: old.map(|row| row.shown.clone()),
            new: new.map(|row| row.shown.clone()),
            days,
            decides: decides && !alone && dates,
        });
    };
    for row in before {
        let other = after.iter().position(|other| other.key == row.key);
        push(&row.key, Some(row), other.map(|place| after.remove(place)));
    }
    for row in after {
        push(&row.key, None, Some(row));
    }
    // The upper of two steps to one goal is taken; cautions are carried in the order of their table.
    if matches!(section, Section::Steps | Section::Cautions) {
        let lines = common.iter().map(|(_, new)| new.shown.line);
        if !lines.clone().is_sorted() {
            let moved = common
                .iter()
                .zip(common.iter().skip(1))
                .find(|(one, next)| one.1.shown.line > next.1.shown.line);
            if let Some(((old, new), _)) = moved {
                let place = |line: usize| Shown {
                    line,
                    words: "in this order".into(),
                };
                changes.push(RowChange {
                    section,
                    key: "order".into(),
                    old: Some(place(old.shown.line)),
                    new: Some(place(new.shown.line)),
                    days: Days::ALL,
                    decides: true,
                });
            }
        }
    }
}

/// The days on which a changed row can give another answer.
fn differing(section: Section, old: Days, new: Days) -> Days {
    let hull = |from: Day, until: Day| Days { from, until };
    if section == Section::Provisions && old != new {
        let from =
            (old.from != new.from).then(|| hull(old.from.min(new.from), old.from.max(new.from)));
        let until = (old.until != new.until)
            .then(|| hull(old.until.min(new.until), old.until.max(new.until)));
        return match (from, until) {
            (Some(from), Some(until)) => hull(from.from, until.until),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => old,
        };
    }
    hull(old.from.min(new.from), old.until.max(new.until))
}

/// Collects the rows of a section.
fn of(section: Section, [law, cut]: [&Law; 2]) -> Vec<Row> {
    let id = |provision: ProvisionIndex| law.provision_id(provision).to_owned();
    let ids = |list: &[ProvisionIndex]| {
        let ids: Vec<String> = list.iter().map(|provision| id(*provision)).collect();
        ids.join(", ")
    };
    let row = |key: String, line: usize, said: String, days: Days| Row {
        content: format!("{key} {said}"),
        key,
        shown: Shown { line, words: said },
        days,
        decides: true,
    };
    // Conditions are compared as sets.
    let when = |row: Row, rest: String, cut: Option<&Conditions>| {
        let sets = cut.map_or_else(String::new, |cut| {
            format!("{:?} {:?}", cut.region, cut.days)
        });
        let days = row.days.and(cut.map_or(Days::ALL, |cut| cut.days));
        Row {
            content: format!("{} {rest} {sets}", row.key),
            days,
            ..row
        }
    };
    match section {
        Section::Duties(number) => {
            let edition = law.editions.iter().find(|other| other.number == number);
            let duties = edition.map_or(&[][..], |edition| &edition.duties);
            duties
                .iter()
                .map(|duty| {
                    row(
                        duty.duty.to_string(),
                        duty.line,
                        id(duty.provision),
                        Days::ALL,
                    )
                })
                .collect()
        }
        Section::Conflicts => law
            .conflicts
            .iter()
            .map(|conflict| {
                let said = format!(
                    "edition {} by {}, edition {} {}: {}",
                    conflict.edition + 1,
                    id(conflict.basis),
                    conflict.other + 1,
                    conflict.obligation,
                    ids(&conflict.provisions)
                );
                row(id(conflict.basis), conflict.line, said, Days::ALL)
            })
            .collect(),
        Section::Cautions => law
            .cautions
            .iter()
            .zip(&cut.cautions)
            .map(|(caution, cut)| {
                let ticket = if caution.refuses_ticket { ", ticket refused" } else { "" };
                let carriers = list(&CARRIERS, caution.carried_by);
                let said = format!("{carriers}: {}{ticket}", words(law, &caution.conditions));
                let days = law.provision_days(caution.provision);
                when(
                    row(id(caution.provision), caution.line, said, days),
                    format!("{carriers} {ticket}"),
                    Some(&cut.conditions),
                )
            })
            .collect(),
        Section::Steps => law
            .steps
            .iter()
            .zip(&cut.steps)
            .map(|(step, cut)| {
                let needs = match step.needs {
                    0 => String::new(),
                    needs => format!(", needs {}", list(&GOALS, needs)),
                };
                let rest = format!(
                    "{}, gives {}{needs}; by {}",
                    step.place,
                    step.gives,
                    ids(&step.provisions)
                );
                let said = format!("{rest}; open if {}", words(law, &step.conditions));
                when(
                    row(step.step.to_string(), step.line, said, Days::ALL),
                    rest,
                    Some(&cut.conditions),
                )
            })
            .collect(),
        Section::Terms => law
            .terms
            .iter()
            .map(|term| {
                let said = format!(
                    "{} {} days, strict from {}, lenient from {}; by {}, in force with {} on the day of {}",
                    term.days, term.unit, term.strict, term.lenient, id(term.provision), id(term.in_force), term.on_the_day_of
                );
                let days = law.provision_days(term.in_force);
                row(term.term.to_string(), term.line, said, days)
            })
            .collect(),
        Section::Covered => law
            .coverage
            .iter()
            .zip(&cut.coverage)
            .map(|(coverage, cut)| {
                let rest = format!("{} by {}", coverage.covered, id(coverage.provision));
                let said = format!("{}: {rest}", words(law, &coverage.conditions));
                let term = law.terms.iter().find(|term| term.term == coverage.term);
                let days = term.map_or(Days::ALL, |term| law.provision_days(term.in_force));
                when(
                    row(coverage.term.to_string(), coverage.line, said, days),
                    rest,
                    Some(&cut.conditions),
                )
            })
            .collect(),
        Section::Grounds => law
            .grounds
            .iter()
            .map(|ground| {
                let cure = ground.cure.map_or_else(String::new, |cure| format!(", cure {cure}"));
                let said = format!("{}: {}{cure}", ground.procedure, ground.finding);
                row(id(ground.provision), ground.line, said, Days::ALL)
            })
            .collect(),
        Section::Countries => law.countries.iter().map(|country| {
            let mut said = vec![format!("{} {:03}", country.alpha3, country.numeric)];
            said.extend(country.pilot.map(|pilot| format!("pilot by {}", id(pilot))));
            said.extend(country.stay.map(|stay| {
                let entry = stay.entry.map(|days| format!(" {days} days an entry"));
                let total = stay.total.map(|(days, window)| format!(" {days} in any {window} days"));
                let from = stay.from.map(|from| format!(" from {from}"));
                let [entry, total, from] = [entry, total, from].map(Option::unwrap_or_default);
                format!("stay{entry}{total} by {}{from}", id(stay.provision))
            }));
            said.extend(country.treaty.map(|(days, treaty)| format!("treaty {days} days by {}", id(treaty))));
            row(country.alpha2.clone(), country.line, said.join("; "), Days::ALL)
        }).collect(),
        Section::Years => {
            let years = law.years.iter().flat_map(|years| {
                (years.from..=years.to).map(move |year| (year, years))
            });
            years.map(|(year, years)| {
                let first = |year: u16| Day::new(year, 1, 1).unwrap_or(Day::END);
                let days = Days { from: first(year), until: first(year + 1) };
                row(year.to_string(), years.line, years.certainty.to_string(), days)
            }).collect()
        }
        Section::Clock => law
            .clock
            .iter()
            .map(|offset| {
                let from = offset.from.map_or_else(|| "always".to_owned(), |from| format!("from {from}"));
                let days = Days {
                    from: offset.from.map_or(Day::FIRST, |from| from.day),
                    until: Day::END,
                };
                row(format!("{} {from}", offset.zone), offset.line, format!("{} minutes", offset.minutes), days)
            })
            .collect(),
        Section::Questions => law
            .questions
            .iter()
            .map(|question| Row {
                decides: false,
                ..row(question.id.clone(), question.line, format!("question {}", question.number), Days::ALL)
            })
            .collect(),
        Section::Ages => law
            .ages
            .iter()
            .map(|age| Row {
                decides: false,
                ..row(age.years.to_string(), age.line, "an age".into(), Days::ALL)
            })
            .collect(),
        Section::Provisions => law
            .provisions
            .iter()
            .map(|provision| {
                let document = law.documents.get(provision.document);
                let said = format!(
                    "{}, {}{}: {}",
                    document.map_or("", |document| document.id.as_str()),
                    provision.place,
                    match provision.days().words().as_str() {
                        "" => String::new(),
                        days => format!(", {days}"),
                    },
                    provision.substance
                );
                row(provision.id.clone(), provision.line, said, provision.days())
            })
            .collect(),
        Section::Documents => law
            .documents
            .iter()
            .map(|document| {
                let known = document.known_as_of.map_or_else(String::new, |day| format!(", known as of {day}"));
                let said = format!("{}: {}{known}", document.kind, document.title);
                Row {
                    decides: false,
                    ..row(document.id.clone(), document.line, said, Days::ALL)
                }
            })
            .collect(),
        _ => Vec::new(),
    }
}
