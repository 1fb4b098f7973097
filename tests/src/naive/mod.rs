//! A second evaluator of the legal model, written from its text alone.
//!
//! It knows no sets, no boxes and no rule tables: a fully known case goes through an `if` chain, and a fact that is
//! not known is tried with each of its values, one completion after the other. It is slow and meant to be: its
//! worth is that it shares no thought with `kz-rules-core`.
//!
//! [`assess`] is sections 2, 3 and 4 of the legal model, [`plan`] is section 6, [`registration`] is
//! section 7. This file holds the facts and their words, and how a line of a vector file is read.

pub mod assess;
pub mod plan;
pub mod registration;

use time::{Date, Month, macros::date};

/// Declares a closed set with the words of the vector files, in the order of the legal model.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($value:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[allow(missing_docs, reason = "each value is explained by its word")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name { $($value),+ }

        impl $name {
            /// Every value, in the order of the legal model.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            /// The word of the vector files.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$value => $word),+ }
            }

            /// The value with exactly this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Which of the two sources is asked.
    Edition { Enacted = "enacted", Announced = "announced" }
}
words! {
    /// A fact that is one or the other.
    YesNo { Yes = "yes", No = "no" }
}
words! {
    /// What the person is to Kazakhstan.
    Standing { Citizen = "citizen", Foreigner = "foreigner", Stateless = "stateless" }
}
words! {
    /// What the person comes for.
    Occasion {
        SeafarerIdentity = "seafarer_identity",
        TemporaryResidencePermit = "temporary_residence_permit",
        PermanentResidencePermit = "permanent_residence_permit",
        ResidenceCard = "residence_card",
        StatelessIdentity = "stateless_identity",
        AsylumSeekerStatus = "asylum_seeker_status",
        RefugeeCertificate = "refugee_certificate",
        RefugeeTravelDocument = "refugee_travel_document",
        Expulsion = "expulsion",
        Readmission = "readmission",
        Visa = "visa",
        CitizenPassport = "citizen_passport",
        CitizenIdentityCard = "citizen_identity_card",
        Other = "other",
    }
}
words! {
    /// What is asked for about the document.
    Action {
        FirstIssue = "first_issue",
        Extension = "extension",
        Restoration = "restoration",
        Replacement = "replacement",
        Holding = "holding",
    }
}
words! {
    /// How a visa is issued.
    VisaChannel {
        ForeignMission = "foreign_mission",
        Airport = "airport",
        Electronic = "electronic",
        InKazakhstan = "in_kazakhstan",
    }
}
words! {
    /// Where the person is.
    Location { InKazakhstan = "in_kazakhstan", Abroad = "abroad" }
}
words! {
    /// The age bands of the two editions.
    Band { Under12 = "under_12", From12 = "from_12", From16 = "from_16" }
}

/// What is known of the day of birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Birth {
    /// Nothing.
    Unknown,
    /// The year.
    Year(i32),
    /// The year and the month.
    Month(i32, Month),
    /// The whole date.
    Day(Date),
}

/// When an age is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgeReading {
    /// At the start of the birthday.
    Birthday,
    /// At the start of the day after it.
    DayAfter,
}

/// The facts of section 3 with the settings; `None` is a fact that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the columns of the vector files")]
pub struct Facts {
    pub on: Date,
    pub edition: Edition,
    pub age_reading: AgeReading,
    pub standing: Option<Standing>,
    pub permanent_resident: Option<YesNo>,
    pub birth: Birth,
    /// No more precise birth date is to be had. No fact: it has no completions.
    pub birth_final: bool,
    pub occasion: Option<Occasion>,
    pub action: Option<Action>,
    pub visa_channel: Option<VisaChannel>,
    pub fingerprinted: Option<YesNo>,
    pub held_at_commencement: Option<YesNo>,
}

impl Facts {
    /// Nothing known but the day, under `enacted`.
    pub const fn on(on: Date) -> Self {
        Self {
            on,
            edition: Edition::Enacted,
            age_reading: AgeReading::Birthday,
            standing: None,
            permanent_resident: None,
            birth: Birth::Unknown,
            birth_final: false,
            occasion: None,
            action: None,
            visa_channel: None,
            fingerprinted: None,
            held_at_commencement: None,
        }
    }

    /// The facts of a line, `column` giving the text of a column, empty where there is none.
    ///
    /// # Errors
    ///
    /// `bad_` and the name of the first column that cannot be read.
    pub fn read<'a>(column: impl Fn(&str) -> &'a str) -> Result<Self, String> {
        let on = parse_date(column("on")).ok_or("bad_on")?;
        Ok(Self {
            edition: optional("edition", &column, Edition::parse)?.unwrap_or(Edition::Enacted),
            standing: optional("standing", &column, Standing::parse)?,
            permanent_resident: optional("permanent_resident", &column, YesNo::parse)?,
            birth: optional("birth", &column, parse_birth)?.unwrap_or(Birth::Unknown),
            birth_final: optional("birth_final", &column, YesNo::parse)? == Some(YesNo::Yes),
            occasion: optional("occasion", &column, Occasion::parse)?,
            action: optional("action", &column, Action::parse)?,
            visa_channel: optional("visa_channel", &column, VisaChannel::parse)?,
            fingerprinted: optional("fingerprinted", &column, YesNo::parse)?,
            held_at_commencement: optional("held_at_commencement", &column, YesNo::parse)?,
            ..Self::on(on)
        })
    }

    /// For each fact of [`ASKING_ORDER`] the values it may have; the bands stand for the birth dates.
    fn possible<'a>(&self, bands: &'a [u8]) -> [&'a [u8]; 8] {
        [
            values(self.occasion.map(|it| it as u8), Occasion::ALL.len()),
            values(self.standing.map(|it| it as u8), Standing::ALL.len()),
            bands,
            values(self.fingerprinted.map(|it| it as u8), YesNo::ALL.len()),
            values(self.action.map(|it| it as u8), Action::ALL.len()),
            values(self.visa_channel.map(|it| it as u8), VisaChannel::ALL.len()),
            values(self.permanent_resident.map(|it| it as u8), YesNo::ALL.len()),
            values(
                self.held_at_commencement.map(|it| it as u8),
                YesNo::ALL.len(),
            ),
        ]
    }
}

/// The facts in the asking order. The last one changes no obligation and so must never come out as relevant; it stands here
/// so that it would be seen if it did.
pub const ASKING_ORDER: [&str; 8] = [
    "occasion",
    "standing",
    "birth",
    "fingerprinted",
    "action",
    "visa_channel",
    "permanent_resident",
    "held_at_commencement",
];

/// Where birth stands in [`ASKING_ORDER`].
const BIRTH: usize = 2;

/// How many values each fact of [`ASKING_ORDER`] has.
const SIZES: [usize; 8] = [
    Occasion::ALL.len(),
    Standing::ALL.len(),
    Band::ALL.len(),
    YesNo::ALL.len(),
    Action::ALL.len(),
    VisaChannel::ALL.len(),
    YesNo::ALL.len(),
    YesNo::ALL.len(),
];

/// A person about whom everything is known: one completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the columns of the vector files")]
pub struct Person {
    pub occasion: Occasion,
    pub standing: Standing,
    pub band: Band,
    pub fingerprinted: bool,
    pub action: Action,
    pub visa_channel: VisaChannel,
    pub permanent_resident: bool,
    pub held_at_commencement: bool,
}

impl Person {
    /// Every person there can be, each at its place in the tables.
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for &occasion in Occasion::ALL {
            for &standing in Standing::ALL {
                for &band in Band::ALL {
                    for fingerprinted in [true, false] {
                        for &action in Action::ALL {
                            for &visa_channel in VisaChannel::ALL {
                                for permanent_resident in [true, false] {
                                    for held_at_commencement in [true, false] {
                                        all.push(Self {
                                            occasion,
                                            standing,
                                            band,
                                            fingerprinted,
                                            action,
                                            visa_channel,
                                            permanent_resident,
                                            held_at_commencement,
                                        });
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        all
    }
}

const DIGITS: [u8; 14] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/// The values a fact may have: the one known, or all of them.
fn values(known: Option<u8>, size: usize) -> &'static [u8] {
    match known {
        Some(value) => &DIGITS[usize::from(value)..=usize::from(value)],
        None => &DIGITS[..size],
    }
}

/// How far apart in a table two completions are whose value of the fact at `place` differs by one.
fn stride(sizes: &[usize], place: usize) -> usize {
    sizes[place + 1..].iter().product()
}

/// The places in a table of every combination of possible values: the completions.
fn completions(possible: &[&[u8]], sizes: &[usize]) -> Vec<usize> {
    let mut places = vec![0];
    for (values, size) in possible.iter().zip(sizes) {
        places = places
            .iter()
            .flat_map(|place| {
                values
                    .iter()
                    .map(move |&value| place * size + usize::from(value))
            })
            .collect();
    }
    places
}

/// Whether two completions that differ in the fact at `fact` alone are told apart by `differ`.
///
/// Each completion is held against the one with the first possible value of that fact: if those are all alike, so
/// are any two.
fn is_relevant(
    fact: usize,
    possible: &[&[u8]],
    sizes: &[usize],
    places: &[usize],
    differ: impl Fn(usize, usize) -> bool,
) -> bool {
    if possible[fact].len() == 1 {
        return false;
    }
    let stride = stride(sizes, fact);
    let first = usize::from(possible[fact][0]);
    places.iter().any(|&place| {
        let value = place / stride % sizes[fact];
        differ(place, place - (value - first) * stride)
    })
}

/// A person who may have been born on `birth`, and the days on which the two ages are reached, if the calendar of the `time` crate
/// goes as far.
#[derive(Clone, Copy)]
struct Life {
    birth: Date,
    twelve: Option<Date>,
    sixteen: Option<Date>,
}

impl Life {
    fn from(birth: Date, reading: AgeReading) -> Self {
        let reaches = |age| day_of_age(birth, age, reading);
        Self {
            birth,
            twelve: reaches(12),
            sixteen: reaches(16),
        }
    }

    fn band(&self, on: Date) -> Band {
        if self.sixteen.is_some_and(|day| on >= day) {
            Band::From16
        } else if self.twelve.is_some_and(|day| on >= day) {
            Band::From12
        } else {
            Band::Under12
        }
    }
}

/// The first day of an age: in a year without 29 February, 1 March stands in for it.
fn day_of_age(birth: Date, age: i32, reading: AgeReading) -> Option<Date> {
    let year = birth.year() + age;
    let birthday = Date::from_calendar_date(year, birth.month(), birth.day())
        .or_else(|_| Date::from_calendar_date(year, Month::March, 1))
        .ok()?;
    match reading {
        AgeReading::Birthday => Some(birthday),
        AgeReading::DayAfter => birthday.next_day(),
    }
}

/// Every life that the words of a birth date allow, later than the decision or not; none is listed for an unknown birth.
fn lives(birth: Birth, reading: AgeReading) -> Vec<Life> {
    let (first, same_period): (Date, fn(Date, Date) -> bool) = match birth {
        Birth::Unknown => return Vec::new(),
        Birth::Day(day) => (day, |a, b| a == b),
        Birth::Month(year, month) => (first_of(year, month), |a, b| {
            (a.year(), a.month()) == (b.year(), b.month())
        }),
        Birth::Year(year) => (first_of(year, Month::January), |a, b| a.year() == b.year()),
    };
    std::iter::successors(Some(first), |day| day.next_day())
        .take_while(|&day| same_period(day, first))
        .map(|day| Life::from(day, reading))
        .collect()
}

fn first_of(year: i32, month: Month) -> Date {
    Date::from_calendar_date(year, month, 1).expect("a year of the calendar")
}

/// The bands a person may be in on a day: any, if nothing is known of the birth; else those of the births that are
/// not later than the day.
fn bands(birth: Birth, lives: &[Life], on: Date) -> Vec<u8> {
    let born = || lives.iter().filter(|life| life.birth <= on);
    let may_be = |band: Band| birth == Birth::Unknown || born().any(|life| life.band(on) == band);
    Band::ALL
        .iter()
        .filter(|&&band| may_be(band))
        .map(|&band| band as u8)
        .collect()
}

/// The days on which some provision starts or ends.
const MILESTONES: [Date; 7] = [
    date!(2024 - 01 - 01),
    date!(2024 - 02 - 24),
    date!(2024 - 04 - 13),
    date!(2025 - 01 - 01),
    date!(2025 - 07 - 01),
    date!(2025 - 10 - 21),
    date!(2026 - 07 - 01),
];

/// The value of a column that may be empty.
fn optional<'a, T>(
    name: &str,
    column: &impl Fn(&str) -> &'a str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, String> {
    match column(name) {
        "" => Ok(None),
        text => parse(text).map(Some).ok_or_else(|| format!("bad_{name}")),
    }
}

/// `YYYY-MM-DD`, of the years 0001 to 9999.
pub fn parse_date(text: &str) -> Option<Date> {
    match parse_birth(text)? {
        Birth::Day(day) => Some(day),
        _ => None,
    }
}

/// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, of the years 0001 to 9999.
pub fn parse_birth(text: &str) -> Option<Birth> {
    let number = |text: &str, digits| {
        let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<u16>().ok()).flatten()
    };
    let mut parts = text.split('-');
    let year = i32::from(number(parts.next()?, 4).filter(|&year| year > 0)?);
    let Some(month) = parts.next() else {
        return Some(Birth::Year(year));
    };
    let month = Month::try_from(u8::try_from(number(month, 2)?).ok()?).ok()?;
    let Some(day) = parts.next() else {
        return Some(Birth::Month(year, month));
    };
    let day = u8::try_from(number(day, 2)?).ok()?;
    if parts.next().is_some() {
        return None;
    }
    Date::from_calendar_date(year, month, day)
        .ok()
        .map(Birth::Day)
}

/// A date as the vector files write it.
pub fn print_date(day: Date) -> String {
    format!(
        "{:04}-{:02}-{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    )
}
