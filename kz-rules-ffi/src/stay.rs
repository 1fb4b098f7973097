//! Stays without a visa, and what a law says of a country.

use core::ffi::c_char;

use kz_rules_core::{
    Answer, Country, CountryAnswer, LastDay, MissionKind, Stay, StayAnswer, StayRegime, StayRule,
    count_stays,
};

use crate::date::kz_date;
use crate::facts::optional;
use crate::law::{fill, kz_law, law};
use crate::pointer::{Failure, read, read_many, write};
use crate::status::{BadInput, kz_status};
use crate::types::*;

/// The most provisions that an answer on a country names.
pub const KZ_COUNTRY_PROVISIONS_MAX: usize = 2;

const _: () = assert!(KZ_COUNTRY_PROVISIONS_MAX == kz_rules_core::MAX_COUNTRY_PROVISIONS);

/// How long one may stay without a visa. All zero: not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_stay_rule {
    /// The most days of one stay, from 1 to 366; 0: not known.
    pub per_entry: u16,
    /// The most days within any `window` days, from 1 to `window`; 0: not known, and neither is `window`.
    pub total: u16,
    /// The length of the window in days, from 1 to 366; 0: not known, and neither is `total`.
    pub window: u16,
}

/// A stay in Kazakhstan.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_stay {
    /// The day of entry. Must be given.
    pub entered: kz_date,
    /// The day of leaving; not given: the stay is going on.
    pub left: kz_date,
}

/// The last day up to which a stay is lawful without a break.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_last_day {
    /// The day, if `kind` says that there is one.
    pub day: kz_date,
    /// A day, unlimited or never; 0: no stay is going on, or no rule is known.
    pub kind: kz_last_day_kind,
    /// Zero.
    pub reserved: u8,
}

/// The result of counting stays, in two readings: strict counts the day of entry, lenient does not.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_stay_answer {
    /// Strict: the days used in the window that ends on the decision date; without a window, in the stay going
    /// on.
    pub used_strict: u32,
    /// The same, lenient.
    pub used_lenient: u32,
    /// Strict: the last lawful day of the stay going on.
    pub last_strict: kz_last_day,
    /// The same, lenient.
    pub last_lenient: kz_last_day,
    /// If `state` is KZ_STAY_STATE_OUTSIDE: the first day from the decision date on which an entry is lawful, strict; not
    /// given: none up to 9999-12-31. Else not given.
    pub next_entry: kz_date,
    /// Where the decision date stands.
    pub state: kz_stay_state,
    /// Zero.
    pub reserved: [u8; 3],
}

/// What a law says about a country on a day. What it does not say is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_country_answer {
    /// How long its citizens may stay without a visa.
    pub stay: kz_stay_rule,
    /// For how many days a treaty requires no registration; 0: the law names no such treaty.
    pub treaty: u16,
    /// The provisions on the stay and the treaty. They are reports.
    pub provisions: [kz_provision; KZ_COUNTRY_PROVISIONS_MAX],
    /// How many of `provisions` are given.
    pub provision_count: u8,
    /// Yes: embassies and consulates general there are in the IIN pilot. 0: not known.
    pub pilot: kz_answer,
    /// The stay regime that follows from `stay`.
    pub stay_regime: kz_stay_regime,
    /// Whether the law is known on the day.
    pub law: kz_law_known,
}

impl From<kz_stay_rule> for StayRule {
    fn from(rule: kz_stay_rule) -> Self {
        let known = |days: u16| (days != 0).then_some(days);
        Self {
            per_entry: known(rule.per_entry),
            total: known(rule.total),
            window: known(rule.window),
        }
    }
}

impl From<StayRule> for kz_stay_rule {
    fn from(rule: StayRule) -> Self {
        Self {
            per_entry: rule.per_entry.unwrap_or_default(),
            total: rule.total.unwrap_or_default(),
            window: rule.window.unwrap_or_default(),
        }
    }
}

impl kz_stay {
    fn read(&self) -> Result<Stay, Failure> {
        Ok(Stay {
            entered: self.entered.required(BadInput::Stays)?,
            left: self.left.optional(BadInput::Stays)?,
        })
    }
}

impl From<Option<LastDay>> for kz_last_day {
    fn from(last: Option<LastDay>) -> Self {
        Self {
            day: last.and_then(LastDay::day).into(),
            kind: last.map_or(0, |last| last.kind().code()),
            reserved: 0,
        }
    }
}

impl From<StayAnswer> for kz_stay_answer {
    fn from(answer: StayAnswer) -> Self {
        Self {
            used_strict: answer.used_strict,
            used_lenient: answer.used_lenient,
            last_strict: answer.last_strict.into(),
            last_lenient: answer.last_lenient.into(),
            next_entry: answer.next_entry.into(),
            state: answer.state.code(),
            reserved: [0; 3],
        }
    }
}

impl From<CountryAnswer> for kz_country_answer {
    fn from(from: CountryAnswer) -> Self {
        let mut answer = Self {
            stay: from.stay.into(),
            treaty: from.treaty.unwrap_or_default(),
            pilot: from.pilot.map_or(0, Answer::code),
            stay_regime: from.stay_regime.map_or(0, StayRegime::code),
            law: from.law.code(),
            ..Self::default()
        };
        answer.provision_count = fill(&mut answer.provisions, from.provisions.iter().copied());
        answer
    }
}

/// Counts the days that a person stayed without a visa: how many are used, which day is the last lawful one,
/// and from which day on a new entry is lawful.
///
/// `stays`: all stays so far, in order. Only the last may be going on. A stay may begin on the day on which the
/// one before it ended. The array is read about twenty times.
///
/// Errors: KZ_ERROR_BAD_STAYS for a day in `stays`; KZ_ERROR_STAY_RULE; KZ_ERROR_STAY_ORDER;
/// KZ_ERROR_STAY_AFTER_DECISION.
///
/// # Safety
///
/// `stays` points to `count` of its type, unless that is 0; `rule` and `out` are NULL or point to their
/// types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_stay_count(
    on: kz_date,
    rule: *const kz_stay_rule,
    stays: *const kz_stay,
    count: usize,
    out: *mut kz_stay_answer,
) -> kz_status {
    let answer = || {
        let on = on.required(BadInput::On)?;
        // SAFETY: as promised by the caller.
        let rule = unsafe { read(rule) }?;
        // SAFETY: as promised by the caller.
        let stays = unsafe { read_many(stays, count) }?;
        for stay in stays {
            stay.read()?;
        }
        // Each was just read.
        let stays = stays.iter().filter_map(|stay| stay.read().ok());
        Ok(count_stays((*rule).into(), stays, on)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says what the law has about a country on a day: the IIN pilot there, the stay of its citizens without a
/// visa, and a treaty on their registration.
///
/// `country`: an ISO 3166-1 code of `length` bytes: two or three capital letters, or three digits. If the law
/// does not have the country, all is zero but `law`.
///
/// Errors: KZ_ERROR_COUNTRY_CODE if the code does not have this form.
///
/// # Safety
///
/// `country` points to `length` bytes, unless that is 0, or is NULL; `law` and `out` are NULL or point to
/// their types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_country_get(
    law: *const kz_law,
    on: kz_date,
    country: *const c_char,
    length: usize,
    out: *mut kz_country_answer,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let on = on.required(BadInput::On)?;
        // SAFETY: as promised by the caller.
        let country = Country::parse(unsafe { read_many(country.cast::<u8>(), length) }?)?;
        Ok(law.country(country, on))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Says whether a foreign establishment takes part in the IIN pilot on a day. Yes: it is an embassy or a
/// consulate general, and the law names a provision for its country that applies on that day. 0: not known.
///
/// `kind` 0: not known. `country`: as for kz_country_get().
///
/// Errors: KZ_ERROR_BAD_MISSION_KIND for `kind`; KZ_ERROR_COUNTRY_CODE.
///
/// # Safety
///
/// As kz_country_get.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_mission_in_pilot(
    law: *const kz_law,
    on: kz_date,
    kind: kz_mission_kind,
    country: *const c_char,
    length: usize,
    out: *mut kz_answer,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        let on = on.required(BadInput::On)?;
        let kind = optional::<MissionKind>(kind, BadInput::MissionKind)?;
        // SAFETY: as promised by the caller.
        let country = Country::parse(unsafe { read_many(country.cast::<u8>(), length) }?)?;
        let answer = law.mission_in_pilot(kind, country, on);
        Ok(answer.map_or(0, Answer::code))
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}
