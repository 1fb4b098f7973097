//! Reads a law page: `docs/law-document.md`. It expects a correct page, and refuses only what it cannot read.

use crate::calendar::{Calendar, Week};
use crate::clock::Zones;
use crate::condition::{Condition, GOALS};
use crate::country::{self, Country};
use crate::facts::{OBLIGATIONS, place};
use crate::law::{
    CARRIERS, Caution, Conflict, Covers, Deadlock, Edition, Law, Provision, Row, Step, Term, Where,
};
use std::collections::HashMap;
use time::{Date, Month};

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

/// Only digits, up to 65535.
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

/// Whether it is in Kazakhstan, and whether it is abroad.
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
}
