//! What forbids a law to replace another on devices in the field: mistakes that a device could not recover from, and
//! answers that change for days in the past.

use crate::day::{Day, Days, Moment};
use crate::diff::{Difference, diff};
use crate::model::Law;

/// The most by which a sequence may grow: a device never goes back, so too high a number uses up those that are
/// left.
pub const MOST_SEQUENCE_STEP: u32 = 1_000;

/// How many hours ahead a change must lie: packs have to be rolled out, and people have been told their answers.
pub const NOTICE_HOURS: i64 = 48;

/// A reason not to sign a law that replaces another.
#[derive(Clone, Debug)]
pub enum Objection {
    /// It has another name: devices refuse it.
    OtherLaw {
        /// The name of the older law.
        old: String,
        /// The name of the newer law.
        new: String,
    },
    /// Its sequence is not higher: devices refuse it, or cannot tell the two apart.
    SequenceNotHigher {
        /// The sequence of the older law.
        old: u32,
        /// The sequence of the newer law.
        new: u32,
    },
    /// Its sequence is more than [`MOST_SEQUENCE_STEP`] higher.
    SequenceJump {
        /// The sequence of the older law.
        old: u32,
        /// The sequence of the newer law.
        new: u32,
    },
    /// It is known until an earlier day.
    KnownUntilEarlier {
        /// Until when the older law is known.
        old: Day,
        /// Until when the newer law is known.
        new: Day,
    },
    /// A number or an identifier of the older law has another meaning, or an identifier has another number.
    Renumbered {
        /// What it is: a document, a provision, an edition.
        what: &'static str,
        /// The number and the identifier in the older law.
        old: (u16, String),
        /// The number and the identifier in the newer law.
        new: (u16, String),
    },
    /// Answers change for days in the past, or on days that begin in less than [`NOTICE_HOURS`]: these.
    /// `--retroactive` allows it.
    Retroactive(Box<Difference>),
    /// The laws are too large to compare: their tables cut persons into too many parts.
    TooLarge,
}

impl Objection {
    /// Whether `--retroactive` allows it.
    #[must_use]
    pub fn is_retroactive(&self) -> bool {
        matches!(self, Self::Retroactive(_))
    }

    /// In words; [`print`](crate::diff::print) lists the answers that change.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::OtherLaw { old, new } => format!("the law is `{new}`, the one before it `{old}`"),
            Self::SequenceNotHigher { old, new } => {
                format!("sequence {new} is not higher than {old}: no device would take it")
            }
            Self::SequenceJump { old, new } => format!(
                "sequence {new} is more than {MOST_SEQUENCE_STEP} higher than {old}: no device could be brought back"
            ),
            Self::KnownUntilEarlier { old, new } => {
                format!("known until {new}, which is before {old}: clocks could be set back")
            }
            Self::Renumbered { what, old, new } => format!(
                "{what} {} `{}` was {} `{}`: numbers and identifiers are permanent",
                new.0, new.1, old.0, old.1
            ),
            Self::Retroactive(difference) => format!(
                "answers change for days before {}, which are over or begin in less than {NOTICE_HOURS} hours",
                difference.period.until
            ),
            Self::TooLarge => "the laws cut persons into far too many parts to be compared".into(),
        }
    }
}

/// What forbids a law to replace another at a moment; empty if nothing does.
#[must_use]
pub fn careful(old: &Law, new: &Law, now: Moment) -> Vec<Objection> {
    let mut found = Vec::new();
    let (before, after) = (&old.identity, &new.identity);
    if before.name != after.name {
        found.push(Objection::OtherLaw {
            old: before.name.clone(),
            new: after.name.clone(),
        });
    }
    let [one, other] = [before.sequence, after.sequence];
    if other <= one {
        found.push(Objection::SequenceNotHigher {
            old: one,
            new: other,
        });
    } else if other - one > MOST_SEQUENCE_STEP {
        found.push(Objection::SequenceJump {
            old: one,
            new: other,
        });
    }
    if after.known_until < before.known_until {
        found.push(Objection::KnownUntilEarlier {
            old: before.known_until,
            new: after.known_until,
        });
    }
    renumbered(old, new, &mut found);
    let period = Days {
        from: Day::FIRST,
        until: first_free(old, new, now),
    };
    match diff(old, new, period) {
        Some(difference) if difference.changes_answers() => {
            found.push(Objection::Retroactive(Box::new(difference)));
        }
        Some(_) => {}
        None => found.push(Objection::TooLarge),
    }
    found
}

/// The first day that begins everywhere in the country at least [`NOTICE_HOURS`] from now.
#[must_use]
pub fn first_free(old: &Law, new: &Law, now: Moment) -> Day {
    let offsets = old.clock.iter().chain(&new.clock);
    let ahead = offsets.map(|offset| offset.minutes).max().unwrap_or(0);
    let hours = i64::from(now.day.number()) * 24;
    let minutes = (hours + NOTICE_HOURS) * 60 + i64::from(now.minute) + i64::from(ahead);
    // The first local midnight from then on.
    let days = minutes.div_euclid(1440) + i64::from(minutes.rem_euclid(1440) > 0);
    Day::FIRST.plus(i32::try_from(days).unwrap_or(i32::MAX))
}

fn renumbered(old: &Law, new: &Law, found: &mut Vec<Objection>) {
    let documents = |law: &Law| -> Vec<(u16, String)> {
        let rows = law.documents.iter();
        rows.map(|row| (row.number, row.id.clone())).collect()
    };
    let provisions = |law: &Law| -> Vec<(u16, String)> {
        let rows = law.provisions.iter();
        rows.map(|row| (row.number, row.id.clone())).collect()
    };
    let editions = |law: &Law| -> Vec<(u16, String)> {
        let rows = law.editions.iter();
        rows.map(|row| (row.number.into(), row.name.clone()))
            .collect()
    };
    for (what, old, new) in [
        ("document", documents(old), documents(new)),
        ("provision", provisions(old), provisions(new)),
        ("edition", editions(old), editions(new)),
    ] {
        for one in &old {
            let other = new
                .iter()
                .find(|other| (other.0 == one.0) != (other.1 == one.1));
            if let Some(other) = other {
                found.push(Objection::Renumbered {
                    what,
                    old: one.clone(),
                    new: other.clone(),
                });
            }
        }
    }
}
