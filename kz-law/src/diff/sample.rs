//! One person of a group, described so that a kiosk can be asked about them.

use super::joint::question;
use crate::cases::Case;
use crate::day::{Day, Days};
use crate::explore::Persons;
use crate::model::Law;
use crate::region::Axis;
use std::collections::BTreeMap;

/// One person of a group on a day, by the columns of a law's input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The day.
    pub on: Day,
    /// The given columns of a kiosk's input, including `on`.
    pub told: BTreeMap<&'static str, String>,
}

impl Sample {
    /// The first person of a group, on its first day; if it has no first day, on its last, or on a day for which the
    /// law was written. Questions have the numbers that `law` gives them; those that it lacks are left out.
    #[must_use]
    pub fn of(group: &Persons, joint: &super::Joint, law: &Law, edition: &str) -> Self {
        let on = first_day(group.days, law.identity.known_until);
        let person = group.region.person();
        let everybody = joint.words.everybody();
        let mut told = BTreeMap::from([
            ("on", on.to_string()),
            ("edition", edition.to_owned()),
            ("birth", birth(&joint.words, person.get(Axis::Age), on)),
        ]);
        for axis in joint.axes() {
            let Some(list) = axis.list() else { continue };
            let question = axis.question().and_then(|number| {
                let mut all = joint.words.questions.iter();
                all.find(|question| question.number == number)
            });
            // A question that does not matter is left out.
            let column = match question {
                Some(_) if group.region.get(*axis) == everybody.get(*axis) => continue,
                Some(asked) => law
                    .questions
                    .iter()
                    .find(|own| own.id == asked.id)
                    .and_then(|own| self::question(own.number))
                    .map(Axis::name),
                None => Some(axis.name()),
            };
            let value = u8::try_from(person.get(*axis).trailing_zeros() + 1).ok();
            let word = value.and_then(|value| list.numbered(value));
            if let (Some(column), Some(word)) = (column, word) {
                told.insert(column, word.text().to_owned());
            }
        }
        Self { on, told }
    }

    /// The cells of some columns.
    #[must_use]
    pub fn cells(&self, columns: &[&str]) -> Vec<&str> {
        let cells = columns.iter().map(|column| self.told.get(*column));
        cells.map(|cell| cell.map_or("", String::as_str)).collect()
    }

    /// The person as a case without expectations.
    #[must_use]
    pub fn case(&self) -> Case {
        let told = self.told.iter().filter(|(_, text)| !text.is_empty());
        Case {
            line: 0,
            id: String::new(),
            told: told.map(|(name, text)| (*name, text.clone())).collect(),
            expected: BTreeMap::new(),
        }
    }
}

/// The first of some days; if there is no first, `known` if it is among them, else the last.
fn first_day(days: Days, known: Day) -> Day {
    if days.from > Day::FIRST {
        days.from
    } else if days.contains(known) {
        known
    } else {
        days.until.previous()
    }
}

/// A birth date in an age band on a day: 30 years, or the nearest age in the band.
fn birth(law: &Law, band: u16, on: Day) -> String {
    let band = usize::try_from(band.trailing_zeros()).unwrap_or(0);
    let from = band.checked_sub(1).and_then(|place| law.ages.get(place));
    let (from, until) = (from.map(|age| age.years), law.ages.get(band));
    let years = 30.min(until.map_or(u8::MAX, |until| until.years.saturating_sub(1)));
    let years = years.max(from.unwrap_or(0));
    let date = on
        .date()
        .map(|date| (u8::from(date.month()), date.day().min(28)));
    let year = on.year().checked_sub(u16::from(years));
    let birth = year
        .zip(date)
        .and_then(|(year, (month, day))| Day::new(year, month, day));
    birth.map_or_else(String::new, |birth| birth.to_string())
}
