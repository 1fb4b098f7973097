//! A lawyer's expectations of a law: persons, each with the answer that the law must give.
//!
//! The columns are those of `assess.csv` (legal model, section 11). The law is asked as on a device: by its compiled
//! rows.

use crate::day::Day;
use crate::diagnostic::near;
use crate::page::quoted;
use kz_rules_core::{
    self as rules, Action, Answer, Birth, Fact, Facts, Law, Occasion, Settings, Standing,
    VisaChannel,
};
use std::collections::{BTreeMap, BTreeSet};

/// The columns that describe a person.
pub const INPUTS: [&str; 15] = [
    "on",
    "edition",
    "standing",
    "permanent_resident",
    "birth",
    "occasion",
    "action",
    "visa_channel",
    "fingerprinted",
    "held_at_commencement",
    "question_1",
    "question_2",
    "question_3",
    "question_4",
    "declined",
];

/// The columns of the expected answer. An empty cell expects nothing.
pub const EXPECTED: [&str; 9] = [
    "=status",
    "=obligations",
    "=basis",
    "=ask",
    "=relevant",
    "=holds_until",
    "=conflict",
    "=cautions",
    "=law",
];

/// The columns that are only for the reader.
pub const NOTES: [&str; 4] = ["id", "who", "provision", "source"];

/// A person, and the expected answer. `Debug` names the given columns, but not their contents.
#[derive(Clone, PartialEq, Eq)]
pub struct Case {
    /// The line of the file, from 1.
    pub line: usize,
    /// The name of the case; empty if it has none.
    pub id: String,
    /// The given cells, by column; empty ones are left out.
    pub told: BTreeMap<&'static str, String>,
    /// The expected cells, by column.
    pub expected: BTreeMap<&'static str, String>,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Case")
            .field("line", &self.line)
            .field("told", &self.told.keys())
            .field("expected", &self.expected)
            .finish_non_exhaustive()
    }
}

/// A cell that differs from what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line of the file, from 1.
    pub line: usize,
    /// The name of the case; empty if it has none.
    pub id: String,
    /// The column.
    pub column: &'static str,
    /// What was expected.
    pub expected: String,
    /// What came out.
    pub got: String,
}

/// Why a file is not a table of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// Reads a table of cases.
///
/// # Errors
///
/// The first thing wrong: an unknown column, a broken line, a table that expects nothing.
pub fn read(text: &str) -> Result<Vec<Case>, Unreadable> {
    let wrong = |line: usize, message: String| Unreadable { line, message };
    let mut reader =
        csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap_or(text).as_bytes());
    let broken = |error: csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        wrong(usize::try_from(line).unwrap_or(0), error.to_string())
    };
    let header = reader.headers().map_err(broken)?.clone();
    let mut columns = Vec::new();
    for name in &header {
        let mut known = INPUTS.into_iter().chain(EXPECTED).chain(NOTES);
        let Some(column) = known.clone().find(|known| *known == name) else {
            let hint = match near(name, known.by_ref()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the columns are {}", quoted(&known.collect::<Vec<_>>())),
            };
            return Err(wrong(1, format!("no column `{name}`: {hint}")));
        };
        if columns.contains(&column) {
            return Err(wrong(1, format!("the column `{column}` stands twice")));
        }
        columns.push(column);
    }
    if !columns.contains(&"on") {
        return Err(wrong(1, "no column `on`: the day of each case".into()));
    }
    if !columns.iter().any(|column| EXPECTED.contains(column)) {
        let message = format!("nothing is expected: add one of {}", quoted(&EXPECTED));
        return Err(wrong(1, message));
    }
    let mut cases = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(0, csv::Position::line);
        let mut case = Case {
            line: usize::try_from(line).unwrap_or(0),
            id: String::new(),
            told: BTreeMap::new(),
            expected: BTreeMap::new(),
        };
        for (column, text) in columns.iter().zip(&record) {
            if column.starts_with('=') {
                case.expected.insert(column, text.to_owned());
            } else if *column == "id" {
                text.clone_into(&mut case.id);
            } else if INPUTS.contains(column) && !text.is_empty() {
                case.told.insert(column, text.to_owned());
            }
        }
        cases.push(case);
    }
    if cases.is_empty() {
        return Err(wrong(1, "no cases".into()));
    }
    Ok(cases)
}

/// The cells that differ from what a case expects, under a law; empty if all are right.
#[must_use]
pub fn wrong(law: Law<'_>, case: &Case) -> Vec<Wrong> {
    let got = answer(law, case);
    let wrong = |column: &'static str, expected: &str, got: &str| Wrong {
        line: case.line,
        id: case.id.clone(),
        column,
        expected: expected.to_owned(),
        got: got.to_owned(),
    };
    let status = got.get("=status").map_or("ok", String::as_str);
    if status != "ok" && !case.expected.contains_key("=status") {
        return vec![wrong("=status", "ok", status)];
    }
    let cell = |column: &str| got.get(column).map_or("", String::as_str);
    let other = case
        .expected
        .iter()
        .filter(|(column, expected)| !same(cell(column), expected));
    other
        .map(|(column, expected)| wrong(column, expected, cell(column)))
        .collect()
}

/// The cells that differ from what the cases expect.
#[must_use]
pub fn check(law: Law<'_>, cases: &[Case]) -> Vec<Wrong> {
    cases.iter().flat_map(|case| wrong(law, case)).collect()
}

/// Whether two cells say the same: a list joined with `|` is a set.
fn same(one: &str, other: &str) -> bool {
    let set = |text: &str| text.split('|').map(str::to_owned).collect::<BTreeSet<_>>();
    one == other || set(one) == set(other)
}

/// The answer for a case, by column; after an error only its status.
#[must_use]
pub fn answer(law: Law<'_>, case: &Case) -> BTreeMap<&'static str, String> {
    match asked(law, case) {
        Ok(answer) => answer,
        Err(status) => BTreeMap::from([("=status", status)]),
    }
}

/// What is known of a person, column by column.
#[derive(Clone, Copy, Debug, Default)]
pub struct Person {
    /// The decision date.
    pub on: Option<rules::Day>,
    /// The facts.
    pub facts: Facts,
    /// How the question is asked.
    pub settings: Settings,
}

impl Person {
    /// Takes the text of a column of [`INPUTS`]; other columns are ignored. None if it cannot be read under this law.
    pub fn tell(&mut self, law: Law<'_>, column: &str, text: &str) -> Option<()> {
        let facts = self.facts;
        macro_rules! fact {
            ($kind:ident $fact:ident) => {
                self.facts = facts.$fact($kind::from_name(text)?)
            };
        }
        let question = column.strip_prefix("question_");
        let question = question.and_then(|number| number.parse().ok());
        if question.is_some_and(|number| law.question(number).is_none()) {
            return None;
        }
        match column {
            "on" => self.on = Some(day(text)?),
            "edition" => self.settings.edition = law.edition_by_name(text)?,
            "birth" => self.facts = facts.born(birth(text)?),
            "occasion" => fact!(Occasion occasion),
            "standing" => fact!(Standing standing),
            "action" => fact!(Action action),
            "visa_channel" => fact!(VisaChannel visa_channel),
            "fingerprinted" => fact!(Answer fingerprinted),
            "permanent_resident" => fact!(Answer permanent_resident),
            "held_at_commencement" => fact!(Answer held_at_commencement),
            "question_1" => fact!(Answer question_1),
            "question_2" => fact!(Answer question_2),
            "question_3" => fact!(Answer question_3),
            "question_4" => fact!(Answer question_4),
            "declined" => {
                for name in text.split('|') {
                    let fact = Fact::from_name(name).filter(|fact| fact.is_asked());
                    self.facts = self.facts.decline(fact?);
                }
            }
            _ => {}
        }
        Some(())
    }
}

/// The day, the facts and the settings of a case.
///
/// # Errors
///
/// `bad_` and the first column, in the order of [`INPUTS`], that cannot be read under this law.
pub fn person(law: Law<'_>, case: &Case) -> Result<(rules::Day, Facts, Settings), String> {
    let mut person = Person::default();
    for column in INPUTS {
        let Some(text) = case.told.get(column) else {
            continue;
        };
        let told = person.tell(law, column, text);
        told.ok_or_else(|| format!("bad_{column}"))?;
    }
    Ok((person.on.ok_or("bad_on")?, person.facts, person.settings))
}

fn asked(law: Law<'_>, case: &Case) -> Result<BTreeMap<&'static str, String>, String> {
    let (on, facts, settings) = person(law, case)?;
    let found = law
        .assess(on, &facts, settings)
        .map_err(|error| error.name().to_owned())?;
    let id = |provision| law.provision(provision).map_or("", |entry| entry.id());
    let mut basis: Vec<&str> = found.basis().map(id).collect();
    basis.sort_unstable();
    let joined = |names: Vec<&str>| names.join("|");
    let obligations = found.possible.iter().map(|value| value.name());
    let conflict = found.conflict().into_iter().flatten().map(id);
    Ok(BTreeMap::from([
        ("=status", "ok".to_owned()),
        ("=obligations", joined(obligations.collect())),
        ("=basis", joined(basis)),
        (
            "=ask",
            found.ask.map_or("", |fact: Fact| fact.name()).to_owned(),
        ),
        (
            "=relevant",
            joined(found.relevant.iter().map(Fact::name).collect()),
        ),
        (
            "=holds_until",
            found
                .holds_until
                .map_or_else(String::new, |day| format!("{day:?}")),
        ),
        ("=conflict", joined(conflict.collect())),
        ("=cautions", joined(found.cautions().map(id).collect())),
        ("=law", found.law_known.name().to_owned()),
    ]))
}

/// The library's day, from `YYYY-MM-DD`.
#[must_use]
pub fn day(text: &str) -> Option<rules::Day> {
    rules::Day::of(Day::parse(text)?.date()?)
}

/// A birth date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
#[must_use]
pub fn birth(text: &str) -> Option<Birth> {
    let number = |text: &str, width: usize| {
        let digits = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u16>().ok()).flatten()
    };
    let birth = match text.split('-').collect::<Vec<_>>()[..] {
        [year] => Birth::year(number(year, 4)?),
        [year, month] => Birth::month(number(year, 4)?, u8::try_from(number(month, 2)?).ok()?),
        _ => day(text)?.into(),
    };
    birth.is_supported().then_some(birth)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a test fails if it panics

    use super::*;

    fn error(text: &str) -> (usize, String) {
        let error = read(text).unwrap_err();
        (error.line, error.message)
    }

    #[test]
    fn an_invalid_table_says_why() {
        let near = "no column `standng`: did you mean `standing`?".to_owned();
        assert_eq!(
            error("on,standng,=basis\n2025-01-01,citizen,X\n"),
            (1, near)
        );
        assert!(
            error("on,standing\n2025-01-01,citizen\n")
                .1
                .starts_with("nothing is expected")
        );
        assert_eq!(error("on,=basis\n"), (1, "no cases".into()));
        assert_eq!(
            error("on,on,=basis\n"),
            (1, "the column `on` stands twice".into())
        );
        assert_eq!(
            error("standing,=basis\n").1,
            "no column `on`: the day of each case"
        );
        assert_eq!(error("on,=basis\n2025-01-01,X\n2025-01-01\n").0, 3);
    }

    #[test]
    fn wrong_cells_are_named_with_their_line() {
        let text = "id,on,standing,birth,=obligations,=basis\n\
                    one,2025-01-01,citizen,1990-01-01,voluntary|not_required,L50-CITIZEN-VOLUNTARY|L50-ONCE\n\
                    two,2025-01-01,citizen,1990-01-01,not_required|voluntary,L50-ONCE\n\
                    three,2025-01-01,citizen,2026-01-01,voluntary,L50-ONCE\n";
        let cases = read(text).unwrap();
        let wrong: Vec<_> = check(Law::BUILT_IN, &cases)
            .into_iter()
            .map(|wrong| (wrong.line, wrong.column, wrong.expected, wrong.got))
            .collect();
        let both = "L50-CITIZEN-VOLUNTARY|L50-ONCE";
        assert_eq!(
            wrong,
            [
                (3, "=basis", "L50-ONCE".to_owned(), both.to_owned()),
                (4, "=status", "ok".into(), "birth_after_decision".into()),
            ]
        );
    }
}
