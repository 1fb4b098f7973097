//! How many days a person has stayed without a visa, and until when a stay is lawful (legal model, section 10).
//!
//! Days can be counted in two ways: strictly from the day of entry on, leniently from the day after it.

use crate::base::closed_set::closed_set;
use crate::base::day::{Day, LAST_NUMBER, PackedDay};
use crate::base::error::Error;

closed_set! {
    /// How a day relates to the stay without a visa.
    pub enum StayState {
        /// The stay is lawful in both readings.
        InTime = 1, "in_time";
        /// The stay is lawful in the lenient reading only.
        Contested = 2, "contested";
        /// The stay is lawful in neither reading.
        Overstayed = 3, "overstayed";
        /// No stay is going on.
        Outside = 4, "outside";
        /// There is no rule to judge by.
        Unknown = 5, "unknown";
    }
}

/// How long one may stay without a visa. Each number may be missing; the default has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct StayRule {
    /// The most days of one stay, from 1 to 366.
    pub per_entry: Option<u16>,
    /// The most days in any `window` days in a row: from 1 to `window`. Given together with `window`, or not at
    /// all.
    pub total: Option<u16>,
    /// The days of the window, from 1 to 366.
    pub window: Option<u16>,
}

/// A stay in Kazakhstan.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Stay {
    /// The day of entry.
    pub entered: Day,
    /// The day of leaving; none: the stay is going on.
    pub left: Option<Day>,
}

/// The last lawful day of a stay: every day from the first to this one is lawful.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[allow(
    clippy::exhaustive_enums,
    reason = "a day, before all of them, or after"
)]
pub enum LastDay {
    /// There is none: the first day is unlawful already.
    Never,
    /// This day.
    Day(Day),
    /// No day up to 9999-12-31 is unlawful.
    Unlimited,
}

closed_set! {
    /// The kind of a stay's last lawful day; 0: no stay is going on, or there is no rule.
    pub enum LastDayKind {
        /// A day.
        Day = 1, "day";
        /// No day is unlawful.
        Unlimited = 2, "unlimited";
        /// The first day is unlawful already.
        Never = 3, "never";
    }
}

/// The result of counting the stays so far.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct StayAnswer {
    /// The state of the decision date.
    pub state: StayState,
    /// The days counted in the window that ends on the decision date, in the strict reading; without a window,
    /// only those of the stay going on.
    pub used_strict: u32,
    /// The same in the lenient reading.
    pub used_lenient: u32,
    /// The last lawful day of the stay going on, in the strict reading; none without such a stay, or without
    /// a rule.
    pub last_strict: Option<LastDay>,
    /// The same in the lenient reading.
    pub last_lenient: Option<LastDay>,
    /// If no stay is going on: the first day, from the decision date on, on which an entry is lawful in the
    /// strict reading. None if that would be after 9999-12-31, during a stay, or without a rule.
    pub next_entry: Option<Day>,
}

/// Counts the days of stay of a person.
///
/// `stays`: the stays so far, in order; the last may be going on. They are not copied: they are iterated about
/// twenty times.
///
/// # Errors
///
/// In this order:
///
/// - [`Error::StayRule`] if a number of the rule is not from 1 to 366, if total or window is given alone, or
///   if the total is greater than the window.
/// - [`Error::StayOrder`] if a stay ends before it begins, if it begins before the end of the one before it
///   (the day itself may be the same), or if one that is not the last is going on.
/// - [`Error::StayAfterDecision`] if a stay begins or ends after `on`.
///
/// ```
/// use kz_rules_core::{LastDay, Stay, StayRule, StayState, day, stay};
///
/// let rule = StayRule { per_entry: Some(30), total: Some(90), window: Some(180) };
/// let stays = [Stay { entered: day(2026, 3, 1), left: None }];
/// let answer = stay(rule, &stays, day(2026, 3, 10))?;
/// assert_eq!(answer.state, StayState::InTime);
/// assert_eq!(answer.used_strict, 10);
/// assert_eq!(answer.last_strict, Some(LastDay::Day(day(2026, 3, 30))));
/// # Ok::<(), kz_rules_core::Error>(())
/// ```
pub fn stay(rule: StayRule, stays: &[Stay], on: Day) -> Result<StayAnswer, Error> {
    count_stays(rule, stays.iter().copied(), on)
}

/// The same as [`stay`], for stays that are not in a slice.
///
/// # Errors
///
/// As for [`stay`].
pub fn count_stays(
    rule: StayRule,
    stays: impl Iterator<Item = Stay> + Clone,
    on: Day,
) -> Result<StayAnswer, Error> {
    let limits = Limits::of(rule)?;
    check_order(stays.clone(), on)?;
    let last = stays.clone().last();
    let entered = last.filter(|stay| stay.left.is_none());
    let entered = entered.map(|stay| stay.entered.number());
    let history = History { stays };

    let on = on.number();
    let used = |reading: Reading| match (limits.window, entered) {
        (Some(window), _) => history.in_window(on, window.days, reading),
        (None, Some(entered)) => on.wrapping_sub(reading.first(entered)).wrapping_add(1),
        (None, None) => 0,
    };
    let mut answer = StayAnswer {
        state: StayState::Unknown,
        used_strict: used(Reading::Strict).unsigned_abs(),
        used_lenient: used(Reading::Lenient).unsigned_abs(),
        last_strict: None,
        last_lenient: None,
        next_entry: None,
    };
    if limits.per_entry.is_none() && limits.window.is_none() {
        return Ok(answer);
    }
    if let Some(entered) = entered {
        let [strict, lenient] = [Reading::Strict, Reading::Lenient]
            .map(|reading| history.first_unlawful(entered, limits, reading));
        answer.last_strict = Some(LastDay::before(strict, entered));
        answer.last_lenient = Some(LastDay::before(lenient, entered));
        answer.state = if on < strict {
            StayState::InTime
        } else if on < lenient {
            StayState::Contested
        } else {
            StayState::Overstayed
        };
    } else {
        answer.state = StayState::Outside;
        answer.next_entry = Day::from_number(history.next_entry(on, limits));
    }
    Ok(answer)
}

impl LastDay {
    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> LastDayKind {
        match self {
            Self::Never => LastDayKind::Never,
            Self::Day(_) => LastDayKind::Day,
            Self::Unlimited => LastDayKind::Unlimited,
        }
    }

    /// The day, if it is one.
    #[must_use]
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Never | Self::Unlimited => None,
        }
    }

    /// The day before the first unlawful one of a stay.
    const fn before(unlawful: i32, entered: i32) -> Self {
        if unlawful <= entered {
            return Self::Never;
        }
        if unlawful > LAST_NUMBER {
            return Self::Unlimited;
        }
        match Day::from_number(unlawful.wrapping_sub(1)) {
            Some(day) => Self::Day(day),
            None => Self::Never,
        }
    }
}

#[derive(Clone, Copy)]
enum Reading {
    Strict,
    Lenient,
}

impl Reading {
    /// The first day that counts in a stay that begins on `entered`.
    const fn first(self, entered: i32) -> i32 {
        match self {
            Self::Strict => entered,
            Self::Lenient => entered.wrapping_add(1),
        }
    }
}

/// The limits of a rule; `None`: it has no such limit.
#[derive(Clone, Copy)]
struct Limits {
    per_entry: Option<i32>,
    window: Option<Window>,
}

#[derive(Clone, Copy)]
struct Window {
    total: i32,
    days: i32,
}

impl Limits {
    fn of(rule: StayRule) -> Result<Self, Error> {
        let numbers = [rule.per_entry, rule.total, rule.window];
        if numbers
            .into_iter()
            .flatten()
            .any(|days| !matches!(days, 1..=366))
        {
            return Err(Error::StayRule);
        }
        let window = match (rule.total, rule.window) {
            (None, None) => None,
            (Some(total), Some(days)) if total <= days => Some(Window {
                total: total.into(),
                days: days.into(),
            }),
            _ => return Err(Error::StayRule),
        };
        Ok(Self {
            per_entry: rule.per_entry.map(i32::from),
            window,
        })
    }
}

fn check_order(stays: impl Iterator<Item = Stay>, on: Day) -> Result<(), Error> {
    // The first day on which the next stay may begin; none after a stay that is going on.
    let mut free_from = Some(PackedDay::BEFORE_ALL);
    let mut late = false;
    for stay in stays {
        if free_from.is_none_or(|free| stay.entered.packed() < free)
            || stay.left.is_some_and(|left| left < stay.entered)
        {
            return Err(Error::StayOrder);
        }
        free_from = stay.left.map(Day::packed);
        late |= stay.left.unwrap_or(stay.entered) > on;
    }
    if late {
        return Err(Error::StayAfterDecision);
    }
    Ok(())
}

/// Stays in order; only the last may be going on. Days are numbers.
struct History<I> {
    stays: I,
}

impl<I: Iterator<Item = Stay> + Clone> History<I> {
    /// The days counted in the window that ends on a day. A stay going on is counted up to that day.
    fn in_window(&self, end: i32, days: i32, reading: Reading) -> i32 {
        let begin = end.wrapping_sub(days).wrapping_add(1);
        let mut count = 0i32;
        // The day of the last departure: already counted.
        let mut left_on = None;
        for stay in self.stays.clone() {
            let entered = stay.entered.number();
            let mut first = reading.first(entered);
            if left_on == Some(first) {
                first = first.wrapping_add(1);
            }
            left_on = stay.left.map(Day::number);
            let first = first.max(begin);
            let last = left_on.map_or(end, |left| left.min(end));
            if first <= last {
                count = count.wrapping_add(last.wrapping_sub(first)).wrapping_add(1);
            }
        }
        count
    }

    /// The first day of the stay going on that is unlawful; `i32::MAX` if none is.
    fn first_unlawful(&self, entered: i32, limits: Limits, reading: Reading) -> i32 {
        let by_entry = limits.per_entry;
        let by_entry = by_entry.map_or(i32::MAX, |days| reading.first(entered).wrapping_add(days));
        let Some(window) = limits.window.filter(|window| window.total < window.days) else {
            return by_entry;
        };
        // While the stay goes on each day counts, so the count in the window never falls; and a window that
        // begins after the entry is full.
        let is_lawful = |day| self.in_window(day, window.days, reading) <= window.total;
        let by_window = first_that(entered, window.days, |day| !is_lawful(day));
        by_window.min(by_entry)
    }

    /// The first day, from `on` on, on which an entry is lawful in the strict reading. No stay is going on.
    fn next_entry(&self, on: i32, limits: Limits) -> i32 {
        let Some(window) = limits.window else {
            return on;
        };
        let counted = |day| self.in_window(day, window.days, Reading::Strict);
        // If the person left on this day, it is already counted: an entry on it adds nothing.
        let is_counted = self.in_window(on, 1, Reading::Strict);
        if counted(on).wrapping_sub(is_counted) < window.total {
            return on;
        }
        // From the next day on the count never rises, and a window that begins there is empty.
        let next = on.wrapping_add(1);
        first_that(next, window.days, |day| counted(day) < window.total)
    }
}

/// The first of `days` days for which `is` holds, or the day after them. If it holds for a day, it holds for
/// all later days.
fn first_that(first: i32, days: i32, is: impl Fn(i32) -> bool) -> i32 {
    let (mut low, mut high) = (first, first.wrapping_add(days));
    while low < high {
        let middle = low.wrapping_add(high.wrapping_sub(low) >> 1);
        if is(middle) {
            high = middle;
        } else {
            low = middle.wrapping_add(1);
        }
    }
    low
}

#[cfg(test)]
mod tests;
