//! The facts and circumstances of a person, their words, and what may be unknown: section 3.

use time::{Date, Duration, Month};

/// Places of the facts in [`FACTS`]: first those that are asked for, in the asking order.
pub mod fact {
    #![allow(missing_docs, reason = "the names are the words of section 3 and 6")]
    pub const OCCASION: usize = 0;
    pub const STANDING: usize = 1;
    /// The age band: how many of the law's ages are reached.
    pub const BIRTH: usize = 2;
    pub const FINGERPRINTED: usize = 3;
    pub const ACTION: usize = 4;
    pub const VISA_CHANNEL: usize = 5;
    pub const PERMANENT_RESIDENT: usize = 6;
    pub const QUESTION_1: usize = 7;
    pub const HELD_AT_COMMENCEMENT: usize = 11;
    /// The first circumstance; circumstances matter only to plans.
    pub const LOCATION: usize = 12;
    pub const MAY_ENTER: usize = 13;
    pub const HAS_IIN: usize = 14;
    pub const MISSION_IN_PILOT: usize = 15;
    pub const MISSION_TAKES_FINGERPRINTS: usize = 16;
    pub const PASSPORT_IN_FOREIGN_LANGUAGE: usize = 17;
}

const YES_NO: &[&str] = &["no", "yes"];

/// Every fact with the words of its values. A value is its place; of yes and no, 1 is yes.
pub const FACTS: [(&str, &[&str]); 18] = [
    (
        "occasion",
        &[
            "seafarer_identity",
            "temporary_residence_permit",
            "permanent_residence_permit",
            "residence_card",
            "stateless_identity",
            "asylum_seeker_status",
            "refugee_certificate",
            "refugee_travel_document",
            "expulsion",
            "readmission",
            "visa",
            "citizen_passport",
            "citizen_identity_card",
            "other",
            "iin",
        ],
    ),
    ("standing", &["citizen", "foreigner", "stateless"]),
    ("birth", &["", "", "", ""]),
    ("fingerprinted", YES_NO),
    (
        "action",
        &[
            "first_issue",
            "extension",
            "restoration",
            "replacement",
            "holding",
        ],
    ),
    (
        "visa_channel",
        &["foreign_mission", "airport", "electronic", "in_kazakhstan"],
    ),
    ("permanent_resident", YES_NO),
    ("question_1", YES_NO),
    ("question_2", YES_NO),
    ("question_3", YES_NO),
    ("question_4", YES_NO),
    ("held_at_commencement", YES_NO),
    ("location", &["in_kazakhstan", "abroad"]),
    ("may_enter", YES_NO),
    ("has_iin", YES_NO),
    ("mission_in_pilot", YES_NO),
    ("mission_takes_fingerprints", YES_NO),
    ("passport_in_foreign_language", YES_NO),
];

/// The obligations, in the order of the vector files.
pub const OBLIGATIONS: [&str; 5] = [
    "mandatory",
    "voluntary",
    "not_required",
    "suspended",
    "not_in_force",
];

/// The place of `mandatory` in [`OBLIGATIONS`].
pub const MANDATORY: u8 = 0;

/// How many of [`FACTS`] an assessment uses; a plan uses all.
pub const ASSESS_FACTS: usize = fact::LOCATION;

/// The first bit of each fact. A person is a number with one bit for the value of each fact.
const OFFSETS: [u32; 19] = {
    let mut offsets = [0; 19];
    let mut at = 0;
    while at < 18 {
        offsets[at + 1] = offsets[at] + FACTS[at].1.len() as u32;
        at += 1;
    }
    offsets
};

/// The bit of a value.
pub const fn bit(fact: usize, value: u8) -> u64 {
    1 << (OFFSETS[fact] + value as u32)
}

/// The bits of all values of a fact.
pub const fn bits(fact: usize) -> u64 {
    (1 << OFFSETS[fact + 1]) - (1 << OFFSETS[fact])
}

/// The bit of an obligation, after those of the facts: cautions have conditions on it.
pub const fn obligation_bit(obligation: u8) -> u64 {
    1 << (OFFSETS[18] + obligation as u32)
}

/// The place of a fact by its name.
pub fn fact_of(name: &str) -> Option<usize> {
    FACTS.iter().position(|(fact, _)| *fact == name)
}

/// The place of a word in a list.
pub fn place(words: &[&str], word: &str) -> Option<u8> {
    let place = words.iter().position(|known| *known == word)?;
    u8::try_from(place).ok()
}

/// The value of a fact by its word.
pub fn value_of(fact: usize, word: &str) -> Option<u8> {
    place(FACTS[fact].1, word).filter(|_| fact != fact::BIRTH)
}

/// All dates that a birth date may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Birth {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl Birth {
    /// Nothing known: every date that can be written.
    pub fn unknown() -> Birth {
        Birth {
            first: date(1, 1, 1),
            last: Date::MAX,
        }
    }

    /// A full date.
    pub fn day(day: Date) -> Birth {
        Birth {
            first: day,
            last: day,
        }
    }

    /// A year and month.
    pub fn month(year: i32, month: Month) -> Birth {
        let last = month.length(year);
        Birth {
            first: date(year, month as u8, 1),
            last: date(year, month as u8, last),
        }
    }

    /// A year.
    pub fn year(year: i32) -> Birth {
        Birth {
            first: date(year, 1, 1),
            last: date(year, 12, 31),
        }
    }
}

/// A date that is known to exist.
fn date(year: i32, month: u8, day: u8) -> Date {
    let month = Month::try_from(month).expect("a month");
    Date::from_calendar_date(year, month, day).expect("a date")
}

/// When an age is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgeReading {
    /// At the start of the birthday.
    #[default]
    Birthday,
    /// A day later.
    DayAfter,
}

/// The day on which an age is reached; none if it is after the last supported day.
pub fn reached(birth: Date, age: u16, reading: AgeReading) -> Option<Date> {
    let year = birth.year() + i32::from(age);
    // Born on 29 February: on 1 March in a year without that day.
    let birthday = birth
        .replace_year(year)
        .ok()
        .or_else(|| Date::from_calendar_date(year, Month::March, 1).ok())?;
    match reading {
        AgeReading::Birthday => Some(birthday),
        AgeReading::DayAfter => birthday.checked_add(Duration::DAY),
    }
}

/// How many of the ages a person of that birth date has reached on a day.
pub fn band(ages: &[u16], birth: Date, on: Date, reading: AgeReading) -> u8 {
    let reached = |age: &&u16| reached(birth, **age, reading).is_some_and(|day| day <= on);
    ages.iter().filter(reached).count() as u8
}

/// What is given about a person, and the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The decision date.
    pub on: Date,
    /// The place of the edition: 0 is edition 1.
    pub edition: usize,
    /// The setting for ages.
    pub age_reading: AgeReading,
    /// What is known of the birth date.
    pub birth: Birth,
    /// The value of each of [`FACTS`], if known; that of birth is ignored.
    pub values: [Option<u8>; 18],
    /// The facts that are not asked for again: bit N for fact N.
    pub declined: u32,
}

impl Facts {
    /// Nothing known.
    pub fn on(on: Date) -> Facts {
        Facts {
            on,
            edition: 0,
            age_reading: AgeReading::Birthday,
            birth: Birth::unknown(),
            values: [None; 18],
            declined: 0,
        }
    }

    /// Sets one fact.
    pub fn with(mut self, fact: usize, value: u8) -> Facts {
        self.values[fact] = Some(value);
        self
    }

    /// The lowest and the highest age band possible on a day; births are up to that day.
    pub fn bands(&self, ages: &[u16], day: Date) -> (u8, u8) {
        let youngest = self.birth.last.min(day);
        (
            band(ages, youngest, day, self.age_reading),
            band(ages, self.birth.first, day, self.age_reading),
        )
    }
}
