#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "small numbers"
)]

use std::collections::BTreeSet;
use std::vec::Vec;

use super::*;
use crate::law::{Sections, day};
use crate::vectors;

const CALENDAR: Calendar<'static> = Law::BUILT_IN.calendar();

fn days_of(years: core::ops::RangeInclusive<u16>) -> impl Iterator<Item = Day> {
    years.flat_map(|year| {
        let number = day(year, 1, 1).number();
        let all = (number..).map_while(Day::from_number);
        all.take_while(move |day| day.year() == year)
    })
}

fn is_rest(day: Day, week: Week) -> bool {
    let from_monday = day.date().weekday().number_days_from_monday();
    from_monday == 6 || (from_monday == 5 && week == Week::Five)
}

/// A holiday: month and day, the first year and the last, whether it is substituted.
type Holiday = (u8, u8, u16, u16, bool);

/// A second implementation of section 8, day by day.
fn naive_working_days(
    year: u16,
    week: Week,
    holidays: &[Holiday],
    movable: &[Day],
    transfers: &[(Day, Day)],
) -> BTreeSet<Day> {
    let kept = holidays
        .iter()
        .filter(|(_, _, first, last, _)| *first <= year && (year <= *last || *last == 0));
    let kept = kept.filter_map(|(month, day, _, _, substituted)| {
        Some((Day::new(year, *month, *day)?, *substituted))
    });
    let mut kept: Vec<(Day, bool)> = kept.collect();
    kept.sort();
    let mut off: BTreeSet<Day> = kept.iter().map(|(day, _)| *day).collect();
    off.extend(movable.iter().filter(|day| day.year() == year));
    for (holiday, substituted) in kept {
        if substituted && is_rest(holiday, week) {
            let mut next = holiday;
            while is_rest(next, week) || off.contains(&next) {
                next = next.plus(1).unwrap();
            }
            off.insert(next);
        }
    }
    let mut working: BTreeSet<Day> = days_of(year..=year)
        .filter(|day| !is_rest(*day, week) && !off.contains(day))
        .collect();
    for (worked, off) in transfers.iter().filter(|_| week == Week::Five) {
        if worked.year() == year {
            working.insert(*worked);
        }
        working.remove(off);
    }
    working
}

/// The tables of the law, written down a second time.
fn naive_law(year: u16, week: Week) -> BTreeSet<Day> {
    let holidays = [
        (1, 1, 0, 0, true),
        (1, 2, 0, 0, true),
        (1, 7, 0, 0, false),
        (3, 8, 0, 0, true),
        (3, 15, 2027, 0, true),
        (3, 21, 0, 0, true),
        (3, 22, 0, 0, true),
        (3, 23, 0, 0, true),
        (5, 1, 0, 0, true),
        (5, 7, 0, 0, true),
        (5, 9, 0, 0, true),
        (7, 6, 0, 0, true),
        (8, 30, 0, 2025, true),
        (10, 25, 2022, 0, true),
        (12, 16, 0, 0, true),
    ];
    let kurban_ait = [
        day(2023, 6, 28),
        day(2024, 6, 16),
        day(2025, 6, 6),
        day(2026, 5, 27),
        day(2027, 5, 16),
        day(2028, 5, 5),
        day(2029, 4, 24),
        day(2030, 4, 13),
    ];
    let transfers = [
        (day(2023, 7, 1), day(2023, 7, 7)),
        (day(2024, 5, 4), day(2024, 5, 8)),
        (day(2025, 1, 5), day(2025, 1, 3)),
    ];
    naive_working_days(year, week, &holidays, &kurban_ait, &transfers)
}

#[test]
fn the_vectors_come_out() {
    let columns = ["=working", "=certainty"];
    for vector in vectors::read("calendar.csv") {
        let answer = || {
            let week = match vector.get("week") {
                "five" => Week::Five,
                "six" => Week::Six,
                _ => return Err(vectors::bad("week")),
            };
            let day = vector.day("date")?;
            let working = CALENDAR.is_working_day(day, week);
            let certainty = CALENDAR.certainty(day).map_err(vectors::status)?;
            let working = if working.map_err(vectors::status)? {
                "yes"
            } else {
                "no"
            };
            Ok(std::vec![working.into(), certainty.name().into()])
        };
        vector.assert(&columns, answer());
    }
}

/// Repeatable pseudo-random numbers.
fn numbers() -> impl FnMut(u32) -> u32 {
    let mut state = 1u64;
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 33) as u32 % below
    }
}

#[test]
fn any_tables_are_laid_out_as_section_8_says() {
    let mut random = numbers();
    for _ in 0..2000 {
        let year = 1990 + random(60) as u16;
        // Close together, so that substitutes meet; in any order; some twice. None at the end of the year.
        let holidays: Vec<Holiday> = (0..random(16))
            .map(|_| {
                let (month, day) = (1 + random(3) as u8, 1 + random(31) as u8);
                let (first, last) = (random(2) as u16 * 2010, random(2) as u16 * 2030);
                (month, day, first, last, random(3) > 0)
            })
            .collect();
        let movable: Vec<Day> = (0..random(4))
            .filter_map(|_| {
                Day::new(
                    year - random(2) as u16,
                    1 + random(4) as u8,
                    1 + random(31) as u8,
                )
            })
            .collect();
        // After all else.
        let (sunday, monday) = {
            let mut days = days_of(year..=year).skip(200 + random(100) as usize);
            (
                days.find(|day| is_rest(*day, Week::Six)).unwrap(),
                days.find(|day| !is_rest(*day, Week::Five)).unwrap(),
            )
        };
        let transfers = [(sunday, monday)];

        let holiday_rows: Vec<_> = holidays
            .iter()
            .map(|(month, day, first, last, substituted)| {
                HolidayRow::new(*month, *day, Reason::DayOff, *first, *last, *substituted)
            })
            .collect();
        let movable_rows: Vec<_> = movable
            .iter()
            .map(|day| MovableRow::new(*day, Reason::KurbanAit))
            .collect();
        let transfer_rows = transfers.map(|(worked, off)| TransferRow::new(worked, off));
        let row = lay_out(
            year,
            Certainty::Published,
            &holiday_rows,
            &movable_rows,
            &transfer_rows,
        );
        let laid_out = LaidOutYear::from(&row);
        assert_eq!(laid_out.number(), year);
        assert_eq!(laid_out.certainty(), Certainty::Published);
        for week in [Week::Five, Week::Six] {
            let working = naive_working_days(year, week, &holidays, &movable, &transfers);
            let found = days_of(year..=year)
                .filter(|day| laid_out.month(week, day.month()) & bit(day.day()) != 0);
            assert_eq!(
                found.collect::<BTreeSet<_>>(),
                working,
                "{year} {week} {holidays:?} {movable:?}"
            );
            let count = (1..=12).map(|month| laid_out.month(week, month).count_ones());
            assert_eq!(count.sum::<u32>() as usize, working.len());
        }
    }
}

#[test]
fn a_holiday_without_a_free_day_after_it_has_no_substitute() {
    // 30 and 31 December 2028 are a Saturday and a Sunday.
    let holidays = [
        HolidayRow::new(12, 30, Reason::DayOff, 0, 0, true),
        HolidayRow::new(12, 31, Reason::DayOff, 0, 0, true),
    ];
    let row = lay_out(2028, Certainty::Projected, &holidays, &[], &[]);
    let without = lay_out(2028, Certainty::Projected, &[], &[], &[]);
    let december = |row| LaidOutYear::from(row).month(Week::Five, 12);
    assert_eq!(december(&row), december(&without));
    assert_eq!(
        LaidOutYear::from(&row).month(Week::Six, 12),
        december_six(&without) & !bit(30)
    );
}

fn december_six(row: &[u8; LaidOutYear::BYTES]) -> u32 {
    LaidOutYear::from(row).month(Week::Six, 12)
}

#[test]
fn impossible_days_and_years_are_laid_out_too() {
    let holidays = [
        (0, 1),
        (13, 1),
        (4, 0),
        (4, 31),
        (4, 33),
        (2, 29),
        (255, 255),
    ];
    let holidays =
        holidays.map(|(month, day)| HolidayRow::new(month, day, Reason::DayOff, 0, 0, true));
    let movable = [[0; MovableRow::BYTES], [255; MovableRow::BYTES]];
    let transfers = [[0; TransferRow::BYTES], [255; TransferRow::BYTES]];
    for number in [1, 2023, 9999] {
        let row = lay_out(
            number,
            Certainty::Projected,
            &holidays,
            &movable,
            &transfers,
        );
        assert_eq!(row, lay_out(number, Certainty::Projected, &[], &[], &[]));
    }
    for number in [0, 10_000, u16::MAX] {
        let row = lay_out(
            number,
            Certainty::Projected,
            &holidays,
            &movable,
            &transfers,
        );
        assert_eq!(
            row,
            LaidOutYear::new(number, Certainty::Projected, [0; 12], [0; 12])
        );
    }
}

#[test]
fn every_day_works_as_section_8_says() {
    for week in [Week::Five, Week::Six] {
        for year in 2023..=2030 {
            let working = naive_law(year, week);
            for day in days_of(year..=year) {
                assert_eq!(
                    CALENDAR.is_working_day(day, week),
                    Ok(working.contains(&day)),
                    "{day:?} {week}"
                );
            }
        }
    }
}

#[test]
fn working_days_are_counted_as_one_by_one() {
    for week in [Week::Five, Week::Six] {
        let working: Vec<Day> = (2023..=2030)
            .flat_map(|year| naive_law(year, week))
            .collect();
        for from in days_of(2023..=2030) {
            for (first, start) in [
                (
                    FirstDay::Counted,
                    working.partition_point(|day| *day < from),
                ),
                (
                    FirstDay::NotCounted,
                    working.partition_point(|day| *day <= from),
                ),
            ] {
                assert_eq!(CALENDAR.add_working_days(from, 0, first, week), Ok(from));
                for days in (1..=32).chain([247, 1000, u16::MAX]) {
                    let expected = working.get(start + usize::from(days) - 1);
                    assert_eq!(
                        CALENDAR.add_working_days(from, days, first, week),
                        expected.copied().ok_or(Error::CalendarNotCovered),
                        "{days} from {from:?} {first} {week}",
                    );
                }
                if first == FirstDay::Counted {
                    let next = working.get(start).copied().ok_or(Error::CalendarNotCovered);
                    assert_eq!(CALENDAR.next_working_day(from, week), next);
                }
            }
        }
    }
}

#[test]
fn exactly_the_days_off_have_a_reason() {
    for week in [Week::Five, Week::Six] {
        for day in days_of(2023..=2030) {
            let reason = CALENDAR.reason(day, week).unwrap();
            assert_eq!(
                reason.is_none(),
                CALENDAR.is_working_day(day, week).unwrap(),
                "{day:?}"
            );
            match reason {
                Some(Reason::RestDay) => assert!(is_rest(day, week)),
                Some(Reason::Substitute | Reason::Transfer) => assert!(!is_rest(day, week)),
                _ => {}
            }
        }
    }
}

#[test]
fn reasons_go_by_their_names() {
    for (day, five, six) in [
        (
            day(2024, 1, 1),
            Some(Reason::NewYear),
            Some(Reason::NewYear),
        ),
        (
            day(2024, 1, 2),
            Some(Reason::NewYear),
            Some(Reason::NewYear),
        ),
        (
            day(2024, 1, 7),
            Some(Reason::OrthodoxChristmas),
            Some(Reason::OrthodoxChristmas),
        ),
        (day(2024, 1, 8), None, None),
        (
            day(2024, 3, 8),
            Some(Reason::WomensDay),
            Some(Reason::WomensDay),
        ),
        (
            day(2026, 3, 15),
            Some(Reason::RestDay),
            Some(Reason::RestDay),
        ),
        (
            day(2027, 3, 15),
            Some(Reason::ConstitutionDay),
            Some(Reason::ConstitutionDay),
        ),
        (day(2024, 3, 23), Some(Reason::Nauryz), Some(Reason::Nauryz)),
        (day(2024, 3, 25), Some(Reason::Substitute), None),
        (
            day(2024, 5, 1),
            Some(Reason::UnityDay),
            Some(Reason::UnityDay),
        ),
        (day(2024, 5, 4), None, None),
        (
            day(2024, 5, 7),
            Some(Reason::DefenderDay),
            Some(Reason::DefenderDay),
        ),
        (day(2024, 5, 8), Some(Reason::Transfer), None),
        (
            day(2024, 5, 9),
            Some(Reason::VictoryDay),
            Some(Reason::VictoryDay),
        ),
        (
            day(2024, 6, 16),
            Some(Reason::KurbanAit),
            Some(Reason::KurbanAit),
        ),
        (day(2024, 6, 17), None, None),
        (day(2024, 6, 15), Some(Reason::RestDay), None),
        (
            day(2024, 7, 6),
            Some(Reason::CapitalDay),
            Some(Reason::CapitalDay),
        ),
        (
            day(2025, 8, 30),
            Some(Reason::ConstitutionDay),
            Some(Reason::ConstitutionDay),
        ),
        (day(2025, 9, 1), Some(Reason::Substitute), None),
        (day(2027, 8, 30), None, None),
        (
            day(2024, 10, 25),
            Some(Reason::RepublicDay),
            Some(Reason::RepublicDay),
        ),
        (
            day(2024, 12, 16),
            Some(Reason::IndependenceDay),
            Some(Reason::IndependenceDay),
        ),
    ] {
        assert_eq!(CALENDAR.reason(day, Week::Five), Ok(five), "{day:?} five");
        assert_eq!(CALENDAR.reason(day, Week::Six), Ok(six), "{day:?} six");
    }
}

#[test]
fn years_are_published_until_2026() {
    assert_eq!(
        CALENDAR.certainty(day(2023, 1, 1)),
        Ok(Certainty::Published)
    );
    assert_eq!(
        CALENDAR.certainty(day(2026, 12, 31)),
        Ok(Certainty::Published)
    );
    assert_eq!(
        CALENDAR.certainty(day(2027, 1, 1)),
        Ok(Certainty::Projected)
    );
    assert_eq!(
        CALENDAR.certainty(day(2030, 12, 31)),
        Ok(Certainty::Projected)
    );
}

#[test]
fn other_years_are_not_covered() {
    for day in [
        day(1, 1, 1),
        day(2022, 12, 31),
        day(2031, 1, 1),
        day(9999, 12, 31),
    ] {
        assert_eq!(
            CALENDAR.is_working_day(day, Week::Five),
            Err(Error::CalendarNotCovered)
        );
        assert_eq!(CALENDAR.certainty(day), Err(Error::CalendarNotCovered));
        assert_eq!(
            CALENDAR.reason(day, Week::Five),
            Err(Error::CalendarNotCovered)
        );
        for days in [0, 1] {
            let added = CALENDAR.add_working_days(day, days, FirstDay::Counted, Week::Five);
            assert_eq!(added, Err(Error::CalendarNotCovered));
        }
    }
}

#[test]
fn a_callers_years_are_added_or_replace_the_built_in_ones() {
    let years = [
        // A later decree: Kurban Ait on another day than expected, and a transfer.
        Law::BUILT_IN.declared_year(
            2027,
            Certainty::Published,
            &[day(2027, 5, 17), day(2028, 5, 4)].map(|day| MovableRow::new(day, Reason::KurbanAit)),
            &[TransferRow::new(day(2027, 3, 13), day(2027, 3, 16))],
        ),
        // Works on the 1st of January and on no other day.
        Year::new(
            2031,
            Certainty::Projected,
            [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0; 12],
        ),
        Year::new(2031, Certainty::Published, [0; 12], [0; 12]),
    ];
    let calendar = CALENDAR.with(&years);
    let five = |day| {
        (
            calendar.is_working_day(day, Week::Five).unwrap(),
            calendar.reason(day, Week::Five).unwrap(),
        )
    };

    assert_eq!(
        calendar.certainty(day(2027, 6, 1)),
        Ok(Certainty::Published)
    );
    assert_eq!(five(day(2027, 5, 17)), (false, Some(Reason::DayOff)));
    assert_eq!(five(day(2027, 5, 16)), (false, Some(Reason::RestDay)));
    assert_eq!(five(day(2027, 5, 4)), (true, None));
    assert_eq!(five(day(2027, 3, 13)), (true, None));
    assert_eq!(five(day(2027, 3, 16)), (false, Some(Reason::DayOff)));
    assert_eq!(
        calendar.is_working_day(day(2027, 3, 16), Week::Six),
        Ok(true)
    );
    // 8 May 2027 is a Saturday; 9 May, Sunday, is substituted on Monday.
    assert_eq!(five(day(2027, 5, 10)), (false, Some(Reason::DayOff)));

    assert_eq!(
        calendar.certainty(day(2031, 1, 1)),
        Ok(Certainty::Projected)
    );
    assert_eq!(
        calendar.add_working_days(day(2030, 12, 31), 1, FirstDay::NotCounted, Week::Five),
        Ok(day(2031, 1, 1)),
    );
    assert_eq!(
        calendar.add_working_days(day(2031, 1, 1), 1, FirstDay::NotCounted, Week::Five),
        Err(Error::CalendarNotCovered),
    );

    assert_eq!(five(day(2026, 5, 27)), (false, Some(Reason::KurbanAit)));
}

#[test]
fn the_built_in_years_can_be_declared_again() {
    let law = Law::BUILT_IN;
    for row in law.laid_out().iter().map(LaidOutYear::from) {
        let again = law.declared_year(
            row.number(),
            row.certainty(),
            law.movable_days(),
            law.transfers(),
        );
        assert_eq!(again, Year::from(row));
        let [five, six] = [Week::Five, Week::Six].map(|week| *again.working_days(week));
        assert_eq!(
            Year::new(again.number(), again.certainty(), five, six),
            again
        );
    }
}

#[test]
fn another_law_has_another_calendar() {
    let laid_out = [lay_out(2040, Certainty::Published, &[], &[], &[])];
    let sections = Sections {
        laid_out: &laid_out,
        holidays: &[],
        movable_days: &[],
        transfers: &[],
        ..*crate::law::built_in_for_tests()
    };
    let calendar = Law::from(&sections).calendar();
    // A Sunday and a Monday.
    assert_eq!(
        calendar.reason(day(2040, 1, 1), Week::Six),
        Ok(Some(Reason::RestDay))
    );
    assert_eq!(calendar.reason(day(2040, 1, 2), Week::Five), Ok(None));
    let not_covered = calendar.is_working_day(day(2026, 1, 1), Week::Five);
    assert_eq!(not_covered, Err(Error::CalendarNotCovered));
}

#[test]
fn counting_ends_with_the_last_day_whatever_years_a_caller_gives() {
    let years: Vec<Year> = (9999..=u16::MAX)
        .map(|number| Year::new(number, Certainty::Projected, [0; 12], [0; 12]))
        .collect();
    let calendar = CALENDAR.with(&years);
    let added = calendar.next_working_day(day(9999, 1, 1), Week::Five);
    assert_eq!(added, Err(Error::CalendarNotCovered));
}

#[test]
fn a_year_has_no_days_that_do_not_exist() {
    let lengths = |number| {
        Year::new(number, Certainty::Published, [u32::MAX; 12], [u32::MAX; 12])
            .working_days(Week::Six)
            .map(u32::count_ones)
    };
    assert_eq!(
        lengths(2031),
        [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    );
    assert_eq!(
        lengths(2032),
        [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    );
    assert_eq!(lengths(10_000), [0; 12]);
}

#[test]
fn a_calendar_may_reach_the_last_date() {
    let years = [Year::new(
        9999,
        Certainty::Projected,
        [u32::MAX; 12],
        [u32::MAX; 12],
    )];
    let calendar = CALENDAR.with(&years);
    let add =
        |days| calendar.add_working_days(day(9999, 12, 30), days, FirstDay::NotCounted, Week::Five);
    assert_eq!(add(1), Ok(day(9999, 12, 31)));
    assert_eq!(add(2), Err(Error::CalendarNotCovered));
}

#[test]
fn a_year_takes_100_bytes() {
    assert_eq!(size_of::<Year>(), 100);
}
