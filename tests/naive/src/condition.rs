//! The conditions of a row: a cell headed `if` or `open if`.

use crate::facts::{FACTS, OBLIGATIONS, bit, bits, fact, fact_of, obligation_bit, place, value_of};
use crate::law::Provision;
use crate::page::parse_date;
use time::Date;

/// The goals of a plan, in the order in which `blocked` lists them; translation is never listed.
pub const GOALS: [&str; 5] = ["presence", "iin", "fingerprints", "document", "translation"];

/// The facts of a term besides standing, with the words of their values.
pub const TERM_FACTS: [(&str, &[&str]); 4] = [
    ("arrived_to_live", &["no", "yes"]),
    ("stay_regime", &["up_to_90", "other"]),
    ("treaty", &["none", "exempt", "days"]),
    ("covered", &["no", "unknown", "yes"]),
];

/// What a row requires. All its conditions must hold, so they come to the values allowed for each fact, and one span of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The values allowed: see [`bit`].
    pub allowed: u64,
    /// The values allowed for each of [`TERM_FACTS`]: bit N for value N.
    pub term: [u8; 4],
    /// Whether the treaty must not be given.
    pub treaty_not_given: bool,
    /// Goals of which the list `blocked` must name one, unless this is empty: bit N for goal N.
    pub blocked: u8,
    /// The first day.
    pub from: Option<Date>,
    /// The first day that no longer counts.
    pub until: Option<Date>,
}

impl Condition {
    /// Reads a cell.
    pub fn read(cell: &str, ages: &[u16], provisions: &[Provision]) -> Result<Condition, String> {
        let mut condition = Condition {
            allowed: u64::MAX,
            term: [u8::MAX; 4],
            treaty_not_given: false,
            blocked: 0,
            from: None,
            until: None,
        };
        if cell != "always" {
            for part in cell.split("; ") {
                condition
                    .add(part, ages, provisions)
                    .ok_or_else(|| format!("condition '{part}'"))?;
            }
        }
        Ok(condition)
    }

    fn add(&mut self, part: &str, ages: &[u16], provisions: &[Provision]) -> Option<()> {
        if part == "treaty not given" {
            self.treaty_not_given = true;
            return Some(());
        }
        if let Some(id) = part.strip_prefix("during ") {
            let provision = provisions.iter().find(|provision| provision.id == id)?;
            self.narrow(provision.from, provision.until);
            return Some(());
        }
        let (name, rest) = part.split_once(' ')?;
        let (sign, words) = rest.split_once(' ')?;
        match (name, sign) {
            ("on", ">=") => self.narrow(Some(parse_date(words)?), None),
            ("on", "<") => self.narrow(None, Some(parse_date(words)?)),
            ("age", ">=" | "<") => {
                let age: u16 = words.parse().ok()?;
                let place = ages.iter().position(|known| *known == age)?;
                for band in 0..4_u8 {
                    if (usize::from(band) > place) != (sign == ">=") {
                        self.allowed &= !bit(fact::BIRTH, band);
                    }
                }
            }
            ("blocked", "=") => {
                for word in words.split(", ") {
                    self.blocked |= 1 << place(&GOALS, word)?;
                }
            }
            (_, "=" | "!=") => self.values(name, sign == "!=", words)?,
            _ => return None,
        }
        Some(())
    }

    fn values(&mut self, name: &str, not: bool, words: &str) -> Option<()> {
        if let Some(at) = TERM_FACTS.iter().position(|(fact, _)| *fact == name) {
            let mut named = 0;
            for word in words.split(", ") {
                named |= 1 << place(TERM_FACTS[at].1, word)?;
            }
            self.term[at] &= if not { !named } else { named };
            return Some(());
        }
        let (all, mut named) = match name {
            "obligation" => (
                (0..5).fold(0, |all, obligation| all | obligation_bit(obligation)),
                0,
            ),
            _ => (bits(fact_of(name)?), 0),
        };
        for word in words.split(", ") {
            named |= match name {
                "obligation" => obligation_bit(place(&OBLIGATIONS, word)?),
                _ => bit(fact_of(name)?, value_of(fact_of(name)?, word)?),
            };
        }
        self.allowed &= !(if not { named } else { all & !named });
        Some(())
    }

    fn narrow(&mut self, from: Option<Date>, until: Option<Date>) {
        self.from = self.from.max(from);
        self.until = match (self.until, until) {
            (Some(mine), Some(other)) => Some(mine.min(other)),
            (mine, other) => mine.or(other),
        };
    }

    /// Whether the conditions on the day hold.
    pub fn open(&self, on: Date) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on < until)
    }

    /// Whether the row takes a person (a bit for the value of each fact).
    pub fn takes(&self, person: u64) -> bool {
        person & !self.allowed == 0
    }
}

/// The first of each group of values that none of the sets distinguishes: those to try for an unknown fact.
pub(crate) fn telling(sets: &[u64]) -> u64 {
    let mut kept = 0;
    for (at, (_, words)) in FACTS.iter().enumerate() {
        let values = 0..words.len() as u8;
        for value in values {
            let alike = |other: u8| {
                sets.iter()
                    .all(|set| (set & bit(at, value) == 0) == (set & bit(at, other) == 0))
            };
            if !(0..value).any(alike) {
                kept |= bit(at, value);
            }
        }
    }
    kept
}
