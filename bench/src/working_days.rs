//! Five working days added, from every working day that the built-in calendar covers.

use std::ops::RangeInclusive;

use bdays::{HolidayCalendar, HolidayCalendarCache};
use chrono::NaiveDate;
use kz_rules_core::{Day, FirstDay, Law, Week, day};
use kz_rules_ffi::kz_date;

use crate::abi;
use crate::report::{Table, nanoseconds};

const DAYS: u16 = 5;
const YEARS: RangeInclusive<u16> = 2023..=2030;

/// The same calendar for the crate `bdays`: weekend days that are worked, and weekdays off.
struct ForBdays {
    worked: Vec<NaiveDate>,
    off: Vec<NaiveDate>,
}

impl HolidayCalendar<NaiveDate> for ForBdays {
    fn is_holiday(&self, date: NaiveDate) -> bool {
        self.off.binary_search(&date).is_ok()
    }

    fn is_bday(&self, date: NaiveDate) -> bool {
        !(bdays::is_weekend(date) || self.is_holiday(date))
            || self.worked.binary_search(&date).is_ok()
    }
}

fn chrono(day: Day) -> NaiveDate {
    let (month, of_month) = (day.month().into(), day.day().into());
    NaiveDate::from_ymd_opt(day.year().into(), month, of_month).expect("a day is a date")
}

fn every_day() -> impl Iterator<Item = Day> {
    let first = day(*YEARS.start(), 1, 1);
    std::iter::successors(Some(first), |day| day.plus(1)).take_while(|day| YEARS.contains(&day.year()))
}

fn by_library(from: Day) -> Day {
    Law::BUILT_IN
        .calendar()
        .add_working_days(from, DAYS, FirstDay::NotCounted, Week::Five)
        .expect("the calendar covers it")
}

/// Day after day, each looked up in the sorted list of days off.
fn by_search(off: &[Day], from: Day) -> Day {
    let mut day = from;
    let mut left = DAYS;
    while left > 0 {
        day = day.plus(1).expect("far from the last day");
        if off.binary_search(&day).is_err() {
            left -= 1;
        }
    }
    day
}

/// Day after day, in step with the sorted list of days off, which is searched once.
fn by_walk(off: &[Day], from: Day) -> Day {
    let mut day = from;
    let mut place = off.partition_point(|off| *off <= from);
    let mut left = DAYS;
    while left > 0 {
        day = day.plus(1).expect("far from the last day");
        if off.get(place) == Some(&day) {
            place += 1;
        } else {
            left -= 1;
        }
    }
    day
}

pub fn measure() {
    let works = |day: &Day| {
        Law::BUILT_IN
            .calendar()
            .is_working_day(*day, Week::Five)
            .expect("the calendar covers it")
    };
    let off: Vec<Day> = every_day().filter(|day| !works(day)).collect();
    // Without the last days: no calendar covers their answers.
    let mut from: Vec<Day> = every_day().filter(works).collect();
    from.truncate(from.len() - usize::from(DAYS));

    let calendar = || ForBdays {
        worked: every_day()
            .filter(works)
            .map(chrono)
            .filter(|d| bdays::is_weekend(*d))
            .collect(),
        off: off
            .iter()
            .copied()
            .map(chrono)
            .filter(|d| bdays::is_weekday(*d))
            .collect(),
    };
    let plain = calendar();
    let days: Vec<NaiveDate> = every_day().map(chrono).collect();
    let cached = HolidayCalendarCache::new(calendar(), days[0], days[days.len() - 1]);
    let from_chrono: Vec<NaiveDate> = from.iter().copied().map(chrono).collect();
    let from_c: Vec<kz_date> = from
        .iter()
        .map(|day| kz_date::from(*day))
        .collect();

    for (place, day) in from.iter().enumerate() {
        let expected = by_library(*day);
        assert_eq!(by_search(&off, *day), expected);
        assert_eq!(by_walk(&off, *day), expected);
        let expected_by_bdays = chrono(expected);
        assert_eq!(
            plain.advance_bdays(from_chrono[place], DAYS.into()),
            expected_by_bdays
        );
        assert_eq!(
            cached.advance_bdays(from_chrono[place], DAYS.into()),
            expected_by_bdays
        );
        let c = abi::add_working_days(from_c[place], DAYS);
        assert_eq!((c.year, c.month, c.day), (expected.year(), expected.month(), expected.day()));
    }

    let count = from.len();
    let mut table = Table::new(&format!(
        "Five working days added, from each of the {count} working days of 2023 to 2030"
    ));
    table.row(
        "Calendar::add_working_days",
        nanoseconds(&from, |day| by_library(*day)),
    );
    table.row("kz_add_working_days (the C interface)", {
        nanoseconds(&from_c, |day| abi::add_working_days(*day, DAYS))
    });
    table.row("bdays, with its cache", {
        nanoseconds(&from_chrono, |day| cached.advance_bdays(*day, DAYS.into()))
    });
    table.row("bdays, without", {
        nanoseconds(&from_chrono, |day| plain.advance_bdays(*day, DAYS.into()))
    });
    table.row("plain loop beside a sorted list of days off", {
        nanoseconds(&from, |day| by_walk(&off, *day))
    });
    table.row("plain loop with a binary search a day", {
        nanoseconds(&from, |day| by_search(&off, *day))
    });
}
