//! Reads a law page: `docs/law-document.md`. It takes a correct page as given, and refuses only what it cannot read.

use crate::calendar::{Calendar, Week};
use crate::clock::Zones;
use crate::condition::{Condition, GOALS, telling, telling_values};
use crate::country::{self, Country};
use crate::facts::{OBLIGATIONS, place};
use crate::set::Set;
use std::collections::HashMap;
use time::{Date, Month};

/// A provision, and the days on which it applies.
#[derive(Clone, Debug)]
pub struct Provision {
    /// Its identifier.
    pub id: String,
    /// The first day.
    pub from: Option<Date>,
    /// The first day no longer.
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
    /// The place of the obligation in [`OBLIGATIONS`].
    pub obligation: u8,
    /// The provision.
    pub basis: u8,
}

/// An edition.
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
    /// The values that an assessment by it tries for unknown facts.
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
    /// What the other edition gives.
    pub obligation: u8,
    /// The two provisions of the note.
    pub provisions: Vec<u8>,
}

/// Who carries a caution: places in `carried_by`.
pub const CARRIERS: [&str; 6] = [
    "registration",
    "move",
    "iin_mission",
    "notice",
    "assess",
    "plan",
];

/// A row of *Cautions*.
#[derive(Clone, Debug)]
pub struct Caution {
    /// The provision.
    pub provision: u8,
    /// Bit N for carrier N of [`CARRIERS`].
    pub carried_by: u8,
    /// When.
    pub condition: Condition,
    /// Whether an answer with it makes no ticket.
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
    /// The goal: bit N for goal N of [`GOALS`].
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
    /// Strict: whether the day after the event is the first that counts.
    pub strict_next: bool,
    /// Lenient: the same.
    pub lenient_next: bool,
    /// The provision.
    pub provision: u8,
    /// The provision by which it is in force.
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
    /// The name of the one fact that it names.
    pub fact: String,
    /// Not covered; else it is unknown.
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
    /// The values that a plan tries for unknown facts.
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

type Tables = HashMap<String, Vec<Vec<String>>>;

/// The tables of a page by their headings, without the row of titles.
fn tables(page: &str) -> Tables {
    let mut tables = Tables::new();
    let mut heading = String::new();
    let mut fenced = false;
    for line in page.trim_start_matches('\u{feff}').lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced {
        } else if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim().to_string();
        } else if let Some(cells) = line.trim_end().strip_prefix('|') {
            let cells = cells.strip_suffix('|').unwrap_or(cells);
            let cells: Vec<_> = cells
                .split('|')
                .map(|cell| cell.trim().to_string())
                .collect();
            tables.entry(heading.clone()).or_default().push(cells);
        }
    }
    for rows in tables.values_mut() {
        // The titles, and the line under them.
        rows.drain(..rows.len().min(2));
    }
    tables
}

fn rows<'a>(tables: &'a Tables, heading: &str, width: usize) -> Result<&'a [Vec<String>], String> {
    let rows = tables
        .get(heading)
        .ok_or(format!("no section '{heading}'"))?;
    match rows.iter().find(|row| row.len() != width) {
        Some(row) => Err(format!("{heading}: {row:?}")),
        None => Ok(rows),
    }
}

/// Digits alone, up to 65535.
pub(crate) fn parse_number(text: &str) -> Option<u16> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// `YYYY-MM-DD` of the years 0001-9999.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = parse_number(text.get(..4)?).filter(|&year| year > 0)?;
    let month = u8::try_from(parse_number(text.get(5..7)?)?).ok()?;
    let day = u8::try_from(parse_number(text.get(8..)?)?).ok()?;
    Date::from_calendar_date(year.into(), Month::try_from(month).ok()?, day).ok()
}

fn need<T>(value: Option<T>, row: &[String]) -> Result<T, String> {
    value.ok_or_else(|| format!("cannot read {row:?}"))
}

fn optional<T>(cell: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if cell.is_empty() {
        Some(None)
    } else {
        read(cell).map(Some)
    }
}

fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(", ").filter(|word| !word.is_empty())
}

struct Reader {
    tables: Tables,
    provisions: Vec<Provision>,
    ages: Vec<u16>,
}

impl Reader {
    fn rows(&self, heading: &str, width: usize) -> Result<&[Vec<String>], String> {
        rows(&self.tables, heading, width)
    }

    fn provision(&self, id: &str) -> Option<u8> {
        let place = self.provisions.iter().position(|known| known.id == id)?;
        u8::try_from(place).ok()
    }

    fn provisions(&self, cell: &str) -> Option<Vec<u8>> {
        list(cell).map(|id| self.provision(id)).collect()
    }

    fn condition(&self, cell: &str) -> Result<Condition, String> {
        Condition::read(cell, &self.ages, &self.provisions)
    }

    fn editions(&self) -> Result<Vec<Edition>, String> {
        let mut editions = Vec::new();
        for number in 1..=4 {
            let start = format!("Edition {number}: ");
            let Some(heading) = self
                .tables
                .keys()
                .find(|heading| heading.starts_with(&start))
            else {
                break;
            };
            let mut rows = Vec::new();
            for row in self.rows(heading, 3)? {
                rows.push(Row {
                    condition: self.condition(&row[0])?,
                    obligation: need(place(&OBLIGATIONS, &row[1]), row)?,
                    basis: need(self.provision(&row[2]), row)?,
                });
            }
            let mut duties = Vec::new();
            for row in self.rows(&format!("Duties of edition {number}"), 2)? {
                let provision = optional(&row[1], |id| self.provision(id));
                duties.push((row[0].clone(), need(provision, row)?));
            }
            let bounds = rows
                .iter()
                .flat_map(|row| [row.condition.from, row.condition.until]);
            let mut days: Vec<_> = bounds.flatten().collect();
            days.sort();
            days.dedup();
            editions.push(Edition {
                name: heading[start.len()..].to_string(),
                rows,
                duties,
                days,
                values: 0,
            });
        }
        if editions.is_empty() {
            return Err("no edition".to_string());
        }
        Ok(editions)
    }

    fn conflicts(&self) -> Result<Vec<Conflict>, String> {
        let edition = |cell: &str| Some(usize::from(parse_number(cell)?.checked_sub(1)?));
        let mut conflicts = Vec::new();
        for row in self.rows("Conflicts", 5)? {
            conflicts.push(Conflict {
                edition: need(edition(&row[0]), row)?,
                basis: need(self.provision(&row[1]), row)?,
                other: need(edition(&row[2]), row)?,
                obligation: need(place(&OBLIGATIONS, &row[3]), row)?,
                provisions: need(self.provisions(&row[4]), row)?,
            });
        }
        Ok(conflicts)
    }

    fn cautions(&self) -> Result<Vec<Caution>, String> {
        let mut cautions = Vec::new();
        for row in self.rows("Cautions", 4)? {
            let mut carried_by = 0;
            for word in list(&row[1]) {
                carried_by |= 1 << need(place(&CARRIERS, word), row)?;
            }
            cautions.push(Caution {
                provision: need(self.provision(&row[0]), row)?,
                carried_by,
                condition: self.condition(&row[2])?,
                refuses_ticket: row[3] == "refused",
            });
        }
        Ok(cautions)
    }

    fn steps(&self, words: &mut Vec<String>) -> Result<Vec<Step>, String> {
        let mut steps = Vec::new();
        for row in self.rows("Steps", 6)? {
            let known = words.iter().position(|word| *word == row[0]);
            let word = known.unwrap_or(words.len());
            if word == words.len() {
                words.push(row[0].clone());
            }
            let goal = |word: &str| place(&GOALS, word).map(|goal| 1 << goal);
            let needs: Option<Vec<u8>> = list(&row[3]).map(goal).collect();
            let (home, abroad) = need(where_it_is(&row[1]), row)?;
            steps.push(Step {
                word: word as u8,
                home,
                abroad,
                gives: need(goal(&row[2]), row)?,
                needs: need(needs, row)?.iter().fold(0, |all, goal| all | goal),
                condition: self.condition(&row[4])?,
                provisions: need(self.provisions(&row[5]), row)?,
            });
        }
        Ok(steps)
    }

    fn places(&self) -> Result<Vec<Where>, String> {
        let mut places = Vec::new();
        for row in self.rows("Where a document is obtained", 2)? {
            let (home, abroad) = need(where_it_is(&row[1]), row)?;
            let condition = self.condition(&row[0])?;
            places.push(Where {
                condition,
                home,
                abroad,
            });
        }
        Ok(places)
    }

    fn deadlocks(&self) -> Result<Vec<Deadlock>, String> {
        let mut deadlocks = Vec::new();
        for row in self.rows("What a deadlock rests on", 2)? {
            deadlocks.push(Deadlock {
                condition: self.condition(&row[0])?,
                provisions: need(self.provisions(&row[1]), row)?,
            });
        }
        Ok(deadlocks)
    }

    fn terms(&self) -> Result<Vec<Term>, String> {
        let mut terms = Vec::new();
        for word in &CARRIERS[..4] {
            let found = self.rows("Terms", 9)?.iter().find(|row| row[0] == *word);
            let row = found.ok_or(format!("no term {word}"))?;
            terms.push(Term {
                days: need(parse_number(&row[2]), row)?,
                working: row[3] == "working",
                strict_next: row[4] == "next",
                lenient_next: row[5] == "next",
                provision: need(self.provision(&row[6]), row)?,
                in_force: need(self.provision(&row[7]), row)?,
                by_decision: row[8] == "decision",
            });
        }
        Ok(terms)
    }

    fn covers(&self) -> Result<Vec<Covers>, String> {
        let mut covers = Vec::new();
        for row in self.rows("Who is covered", 4)? {
            let term = need(place(&CARRIERS[..4], &row[0]), row)?;
            covers.push(Covers {
                term: term.into(),
                condition: self.condition(&row[1])?,
                fact: row[1].split(' ').next().unwrap_or("").to_string(),
                no: row[2] == "no",
            });
        }
        Ok(covers)
    }

    fn countries(&self) -> Result<Vec<Country>, String> {
        let mut countries = Vec::new();
        for row in self.rows("Countries", 11)? {
            let country = || {
                Some(Country {
                    codes: [row[0].clone(), row[1].clone(), row[2].clone()],
                    pilot: optional(&row[3], |id| self.provision(id))?,
                    stay: country::Rule {
                        per_entry: optional(&row[4], parse_number)?,
                        total: optional(&row[5], parse_number)?,
                        window: optional(&row[6], parse_number)?,
                    },
                    stay_provision: optional(&row[7], |id| self.provision(id))?,
                    stay_from: optional(&row[8], parse_date)?,
                    treaty: optional(&row[9], parse_number)?,
                    treaty_provision: optional(&row[10], |id| self.provision(id))?,
                })
            };
            countries.push(need(country(), row)?);
        }
        Ok(countries)
    }
}

/// In Kazakhstan, and abroad.
fn where_it_is(cell: &str) -> Option<(bool, bool)> {
    match cell {
        "in_kazakhstan" => Some((true, false)),
        "abroad" => Some((false, true)),
        "both" => Some((true, true)),
        _ => None,
    }
}

fn read_provisions(tables: &Tables) -> Result<Vec<Provision>, String> {
    let mut provisions = Vec::new();
    for row in rows(tables, "Provisions", 7)? {
        provisions.push(Provision {
            id: row[1].clone(),
            from: need(optional(&row[4], parse_date), row)?,
            until: need(optional(&row[5], parse_date), row)?,
        });
    }
    Ok(provisions)
}

impl Law {
    /// Reads a page.
    pub fn read(page: &str) -> Result<Law, String> {
        let tables = tables(page);
        let provisions = read_provisions(&tables)?;
        let mut ages = Vec::new();
        for row in rows(&tables, "Ages", 1)? {
            ages.push(need(parse_number(&row[0]), row)?);
        }
        let reader = Reader {
            tables,
            provisions,
            ages,
        };
        let identity = reader.rows("Identity", 3)?;
        let identity = identity.first().ok_or("no identity")?;
        let mut questions = [false; 4];
        for row in reader.rows("Questions", 2)? {
            let number = parse_number(&row[0]).and_then(|number| number.checked_sub(1));
            let number = number.filter(|number| *number < 4);
            questions[usize::from(need(number, row)?)] = true;
        }
        let engine = ["enter", "leave", "obtain_document"];
        let mut step_words: Vec<_> = engine.iter().map(|word| word.to_string()).collect();
        let mut grounds = Vec::new();
        for row in reader.rows("Grounds for refusal", 4)? {
            grounds.push([0, 1, 2, 3].map(|at: usize| row[at].clone()));
        }
        let mut law = Law {
            name: identity[0].clone(),
            sequence: need(identity[1].parse().ok(), identity)?,
            known_until: need(parse_date(&identity[2]), identity)?,
            questions,
            editions: reader.editions()?,
            conflicts: reader.conflicts()?,
            cautions: reader.cautions()?,
            steps: reader.steps(&mut step_words)?,
            step_words,
            places: reader.places()?,
            deadlocks: reader.deadlocks()?,
            plan_values: 0,
            terms: reader.terms()?,
            covers: reader.covers()?,
            grounds,
            countries: reader.countries()?,
            calendars: [
                Calendar::read(Week::Five, |heading, width| reader.rows(heading, width))?,
                Calendar::read(Week::Six, |heading, width| reader.rows(heading, width))?,
            ],
            zones: Zones::read(reader.rows("Clock", 3)?)?,
            provisions: reader.provisions,
            ages: reader.ages,
        };
        law.find_telling_values();
        Ok(law)
    }

    fn find_telling_values(&mut self) {
        for at in 0..self.editions.len() {
            let others = self.conflicts.iter().filter(|row| row.edition == at);
            let read = others.map(|row| row.other).chain([at]);
            let rows = read.flat_map(|edition| self.editions[edition].rows.iter());
            let cautions = self.cautions.iter().map(|row| &row.condition);
            let conditions = rows.map(|row| &row.condition).chain(cautions);
            self.editions[at].values = telling_values(conditions);
        }
        let rows = self.editions[0].rows.iter().map(|row| &row.condition);
        let conditions = rows
            .chain(self.cautions.iter().map(|row| &row.condition))
            .chain(self.steps.iter().map(|row| &row.condition))
            .chain(self.places.iter().map(|row| &row.condition))
            .chain(self.deadlocks.iter().map(|row| &row.condition));
        let mut sets: Vec<_> = conditions.map(|condition| condition.allowed).collect();
        sets.extend(crate::plan::GROUPS);
        self.plan_values = telling(&sets);
    }

    /// The same law, but every value is tried for an unknown fact: slow, and without the assumption that of values which no
    /// condition tells apart one will do.
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
