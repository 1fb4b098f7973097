#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use std::collections::BTreeSet;
use std::vec::Vec;

use time::macros::date;

use super::*;

const CALENDAR: Calendar<'static> = Calendar::KAZAKHSTAN;

fn days_of(years: core::ops::RangeInclusive<i32>) -> impl Iterator<Item = Date> {
    years.flat_map(|year| {
        (1..=time::util::days_in_year(year))
            .map(move |ordinal| Date::from_ordinal_date(year, ordinal).unwrap())
    })
}

/// Section 8 once more, day by day, from a list of its own.
fn naive_working_days(year: i32, week: Week) -> BTreeSet<Date> {
    let on =
        |month: u8, day| Date::from_calendar_date(year, month.try_into().unwrap(), day).unwrap();
    let rest = |day: Date| {
        let from_monday = day.weekday().number_days_from_monday();
        from_monday == 6 || (from_monday == 5 && week == Week::Five)
    };
    let mut substituted: Vec<Date> = [
        (1, 1),
        (1, 2),
        (3, 8),
        (3, 21),
        (3, 22),
        (3, 23),
        (5, 1),
        (5, 7),
        (5, 9),
        (7, 6),
        (10, 25),
        (12, 16),
    ]
    .map(|(month, day)| on(month, day))
    .into();
    if year >= 2027 {
        substituted.push(on(3, 15));
    } else if year <= 2025 {
        substituted.push(on(8, 30));
    }
    substituted.sort();
    let (month, day) = match year {
        2023 => (6, 28),
        2024 => (6, 16),
        2025 => (6, 6),
        2026 => (5, 27),
        2027 => (5, 16),
        2028 => (5, 5),
        2029 => (4, 24),
        _ => (4, 13),
    };
    let mut off: BTreeSet<Date> = substituted.iter().copied().collect();
    off.extend([on(1, 7), on(month, day)]);
    for holiday in substituted {
        if rest(holiday) {
            let mut substitute = holiday;
            while rest(substitute) || off.contains(&substitute) {
                substitute = substitute.next_day().unwrap();
            }
            off.insert(substitute);
        }
    }
    let mut working: BTreeSet<Date> = days_of(year..=year)
        .filter(|day| !rest(*day) && !off.contains(day))
        .collect();
    let transfer = match year {
        2023 => Some((on(7, 1), on(7, 7))),
        2024 => Some((on(5, 4), on(5, 8))),
        2025 => Some((on(1, 5), on(1, 3))),
        _ => None,
    };
    if let (Week::Five, Some((works, is_off))) = (week, transfer) {
        assert!(working.insert(works));
        assert!(working.remove(&is_off));
    }
    working
}

#[test]
fn every_day_works_as_section_8_says() {
    for week in [Week::Five, Week::Six] {
        for year in 2023..=2030 {
            let working = naive_working_days(year, week);
            for day in days_of(year..=year) {
                assert_eq!(
                    CALENDAR.is_working_day(day, week),
                    Ok(working.contains(&day)),
                    "{day} {week}"
                );
            }
        }
    }
}

#[test]
fn working_days_are_counted_as_one_by_one() {
    for week in [Week::Five, Week::Six] {
        let working: Vec<Date> = (2023..=2030)
            .flat_map(|year| naive_working_days(year, week))
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
                        "{days} from {from} {first} {week}",
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
                "{day}"
            );
            match reason {
                Some(Reason::RestDay) => assert!(is_rest_day(day, week)),
                Some(Reason::Substitute | Reason::Transfer) => assert!(!is_rest_day(day, week)),
                _ => {}
            }
        }
    }
}

#[test]
fn reasons_go_by_their_names() {
    for (day, five, six) in [
        (
            date!(2024 - 01 - 01),
            Some(Reason::NewYear),
            Some(Reason::NewYear),
        ),
        (
            date!(2024 - 01 - 02),
            Some(Reason::NewYear),
            Some(Reason::NewYear),
        ),
        (
            date!(2024 - 01 - 07),
            Some(Reason::OrthodoxChristmas),
            Some(Reason::OrthodoxChristmas),
        ),
        (date!(2024 - 01 - 08), None, None),
        (
            date!(2024 - 03 - 08),
            Some(Reason::WomensDay),
            Some(Reason::WomensDay),
        ),
        (
            date!(2026 - 03 - 15),
            Some(Reason::RestDay),
            Some(Reason::RestDay),
        ),
        (
            date!(2027 - 03 - 15),
            Some(Reason::ConstitutionDay),
            Some(Reason::ConstitutionDay),
        ),
        (
            date!(2024 - 03 - 23),
            Some(Reason::Nauryz),
            Some(Reason::Nauryz),
        ),
        (date!(2024 - 03 - 25), Some(Reason::Substitute), None),
        (
            date!(2024 - 05 - 01),
            Some(Reason::UnityDay),
            Some(Reason::UnityDay),
        ),
        (date!(2024 - 05 - 04), None, None),
        (
            date!(2024 - 05 - 07),
            Some(Reason::DefenderDay),
            Some(Reason::DefenderDay),
        ),
        (date!(2024 - 05 - 08), Some(Reason::Transfer), None),
        (
            date!(2024 - 05 - 09),
            Some(Reason::VictoryDay),
            Some(Reason::VictoryDay),
        ),
        (
            date!(2024 - 06 - 16),
            Some(Reason::KurbanAit),
            Some(Reason::KurbanAit),
        ),
        (date!(2024 - 06 - 17), None, None),
        (date!(2024 - 06 - 15), Some(Reason::RestDay), None),
        (
            date!(2024 - 07 - 06),
            Some(Reason::CapitalDay),
            Some(Reason::CapitalDay),
        ),
        (
            date!(2025 - 08 - 30),
            Some(Reason::ConstitutionDay),
            Some(Reason::ConstitutionDay),
        ),
        (date!(2025 - 09 - 01), Some(Reason::Substitute), None),
        (date!(2027 - 08 - 30), None, None),
        (
            date!(2024 - 10 - 25),
            Some(Reason::RepublicDay),
            Some(Reason::RepublicDay),
        ),
        (
            date!(2024 - 12 - 16),
            Some(Reason::IndependenceDay),
            Some(Reason::IndependenceDay),
        ),
    ] {
        assert_eq!(CALENDAR.reason(day, Week::Five), Ok(five), "{day} five");
        assert_eq!(CALENDAR.reason(day, Week::Six), Ok(six), "{day} six");
    }
}

#[test]
fn the_declared_holidays_are_in_date_order() {
    assert!(
        HOLIDAYS
            .iter()
            .filter_map(|holiday| holiday.in_year(2027))
            .is_sorted()
    );
}

#[test]
fn years_are_published_until_2026() {
    assert_eq!(
        CALENDAR.certainty(date!(2023 - 01 - 01)),
        Ok(Certainty::Published)
    );
    assert_eq!(
        CALENDAR.certainty(date!(2026 - 12 - 31)),
        Ok(Certainty::Published)
    );
    assert_eq!(
        CALENDAR.certainty(date!(2027 - 01 - 01)),
        Ok(Certainty::Projected)
    );
    assert_eq!(
        CALENDAR.certainty(date!(2030 - 12 - 31)),
        Ok(Certainty::Projected)
    );
}

#[test]
fn other_years_are_not_covered() {
    for day in [
        Date::MIN,
        date!(0001 - 01 - 01),
        date!(2022 - 12 - 31),
        date!(2031 - 01 - 01),
        Date::MAX,
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
fn a_callers_years_are_added_or_take_the_place_of_the_built_in_ones() {
    let years = [
        // A decree of later: Kurban Ait on another day than expected, and a transfer.
        Year::declared(
            2027,
            Certainty::Published,
            &[date!(2027 - 05 - 17), date!(2028 - 05 - 04)],
            &[Transfer::new(date!(2027 - 03 - 13), date!(2027 - 03 - 16))],
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
    let calendar = Calendar::with(&years);
    let five = |day| {
        (
            calendar.is_working_day(day, Week::Five).unwrap(),
            calendar.reason(day, Week::Five).unwrap(),
        )
    };

    assert_eq!(
        calendar.certainty(date!(2027 - 06 - 01)),
        Ok(Certainty::Published)
    );
    assert_eq!(five(date!(2027 - 05 - 17)), (false, Some(Reason::DayOff)));
    assert_eq!(five(date!(2027 - 05 - 16)), (false, Some(Reason::RestDay)));
    assert_eq!(five(date!(2027 - 05 - 04)), (true, None));
    assert_eq!(five(date!(2027 - 03 - 13)), (true, None));
    assert_eq!(five(date!(2027 - 03 - 16)), (false, Some(Reason::DayOff)));
    assert_eq!(
        calendar.is_working_day(date!(2027 - 03 - 16), Week::Six),
        Ok(true)
    );
    // 8 May 2027 is a Saturday; 9 May, Sunday, is substituted on Monday.
    assert_eq!(five(date!(2027 - 05 - 10)), (false, Some(Reason::DayOff)));

    assert_eq!(
        calendar.certainty(date!(2031 - 01 - 01)),
        Ok(Certainty::Projected)
    );
    assert_eq!(
        calendar.add_working_days(date!(2030 - 12 - 31), 1, FirstDay::NotCounted, Week::Five),
        Ok(date!(2031 - 01 - 01)),
    );
    assert_eq!(
        calendar.add_working_days(date!(2031 - 01 - 01), 1, FirstDay::NotCounted, Week::Five),
        Err(Error::CalendarNotCovered),
    );

    assert_eq!(
        five(date!(2026 - 05 - 27)),
        (false, Some(Reason::KurbanAit))
    );
}

#[test]
fn the_built_in_years_can_be_declared_again() {
    for number in 2023..=2030 {
        let built_in = CALENDAR.year(number).unwrap();
        let again = Year::declared(
            built_in.number(),
            built_in.certainty(),
            &kazakhstan::KURBAN_AIT,
            &kazakhstan::TRANSFERS,
        );
        assert_eq!(again, *built_in);
        let [five, six] = [Week::Five, Week::Six].map(|week| *again.working_days(week));
        assert_eq!(
            Year::new(again.number(), again.certainty(), five, six),
            again
        );
    }
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
    let calendar = Calendar::with(&years);
    let add = |days| {
        calendar.add_working_days(
            date!(9999 - 12 - 30),
            days,
            FirstDay::NotCounted,
            Week::Five,
        )
    };
    assert_eq!(add(1), Ok(date!(9999 - 12 - 31)));
    assert_eq!(add(2), Err(Error::CalendarNotCovered));
}

#[test]
fn a_year_takes_100_bytes() {
    assert_eq!(size_of::<Year>(), 100);
}
