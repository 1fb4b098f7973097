#![allow(
    clippy::arithmetic_side_effects,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

use time::macros::date;

use super::*;

const CALENDAR: Calendar<'static> = Calendar::KAZAKHSTAN;

/// A person whom the rules cover, without a treaty.
fn immigrant(from: Date) -> Term {
    Term::from(from)
        .standing(Standing::Foreigner)
        .arrived_to_live(true)
        .stay_regime(StayRegime::UpTo90)
        .treaty(Treaty::None)
}

fn window(answer: Result<TermAnswer, Error>) -> Window {
    match answer {
        Ok(TermAnswer::Window(window)) => window,
        other => panic!("{other:?}"),
    }
}

fn registration(term: Term) -> Window {
    window(term.registration(&CALENDAR))
}

fn move_(term: Term) -> Window {
    window(term.move_(&CALENDAR))
}

fn days(skipped: &Skipped) -> &[(Date, Reason)] {
    assert_eq!(usize::from(skipped.count), skipped.first.len());
    &skipped.first
}

#[test]
fn registration_counts_the_crossing_or_starts_the_day_after() {
    let window = registration(immigrant(date!(2026 - 08 - 03)));
    assert_eq!(window.provision, Provision::R92330Days);
    assert_eq!(
        (window.strict, window.lenient),
        (date!(2026 - 09 - 01), date!(2026 - 09 - 02))
    );
    assert_eq!(
        (days(&window.strict_skipped), days(&window.lenient_skipped)),
        (&[][..], &[][..])
    );
    assert!(!window.transitional);
}

#[test]
fn only_the_lenient_day_of_a_registration_moves_to_a_working_day() {
    // Strict is Friday 4 December; Saturday moves to Monday, or in a six-day week not at all.
    let term = immigrant(date!(2026 - 11 - 05));
    let five = registration(term);
    assert_eq!(
        (five.strict, five.lenient),
        (date!(2026 - 12 - 04), date!(2026 - 12 - 07))
    );
    assert_eq!(
        days(&five.lenient_skipped),
        [
            (date!(2026 - 12 - 05), Reason::RestDay),
            (date!(2026 - 12 - 06), Reason::RestDay)
        ],
    );
    let six = registration(term.week(Week::Six));
    assert_eq!(
        (six.strict, six.lenient),
        (date!(2026 - 12 - 04), date!(2026 - 12 - 05))
    );
    // Strict is Saturday all the same.
    assert_eq!(
        registration(immigrant(date!(2026 - 11 - 06))).strict,
        date!(2026 - 12 - 05)
    );
}

#[test]
fn a_treaty_gives_its_own_number_of_days() {
    let term = immigrant(date!(2026 - 09 - 21));
    let with = |treaty| term.treaty(treaty).registration(&CALENDAR);
    let window_of = |days| window(with(Treaty::Days(days)));
    assert_eq!(window_of(90).strict, date!(2026 - 12 - 19));
    assert_eq!(window_of(90).lenient, date!(2026 - 12 - 21));
    assert_eq!(window_of(1).strict, date!(2026 - 09 - 21));
    assert_eq!(window_of(366).strict, date!(2027 - 09 - 21));
    for days in [0, 367, u16::MAX] {
        assert_eq!(with(Treaty::Days(days)), Err(Error::TreatyDays));
        assert!(term.treaty(Treaty::Days(days)).move_(&CALENDAR).is_ok());
    }
    assert_eq!(
        window(with(Treaty::Unknown)).strict,
        window(with(Treaty::None)).strict
    );
}

#[test]
fn a_move_counts_five_working_days() {
    // Thursday before the weekend and Capital Day.
    let window = move_(immigrant(date!(2026 - 07 - 02)));
    assert_eq!(window.provision, Provision::R923Move);
    assert_eq!(
        (window.strict, window.lenient),
        (date!(2026 - 07 - 09), date!(2026 - 07 - 10))
    );
    let passed = [
        (date!(2026 - 07 - 04), Reason::RestDay),
        (date!(2026 - 07 - 05), Reason::RestDay),
        (date!(2026 - 07 - 06), Reason::CapitalDay),
    ];
    assert_eq!(days(&window.strict_skipped), passed);
    assert_eq!(days(&window.lenient_skipped), passed);
}

#[test]
fn a_move_on_a_day_off_has_one_window_and_strict_passes_over_that_day() {
    let window = move_(immigrant(date!(2026 - 07 - 05)));
    assert_eq!(
        (window.strict, window.lenient),
        (date!(2026 - 07 - 13), date!(2026 - 07 - 13))
    );
    assert_eq!(
        days(&window.strict_skipped).first(),
        Some(&(date!(2026 - 07 - 05), Reason::RestDay))
    );
    assert_eq!(
        days(&window.lenient_skipped).first(),
        Some(&(date!(2026 - 07 - 06), Reason::CapitalDay))
    );
}

#[test]
fn more_than_eight_skipped_days_are_counted() {
    // Works from Monday to Thursday, and again from the end of the month.
    let mut five = [0; 12];
    five[2] = 0b1100_0000_0000_0000_0000_0000_0001_1110;
    let years = [crate::calendar::Year::new(
        2032,
        Certainty::Published,
        five,
        five,
    )];
    let window = window(immigrant(date!(2032 - 03 - 01)).move_(&Calendar::with(&years)));
    assert_eq!(window.strict, date!(2032 - 03 - 31));
    assert_eq!(window.strict_skipped.count, 26);
    assert_eq!(window.strict_skipped.first.len(), 8);
    assert_eq!(
        window.strict_skipped.first.first(),
        Some(&(date!(2032 - 03 - 01), Reason::DayOff))
    );
    assert_eq!(
        window.strict_skipped.first.last(),
        Some(&(date!(2032 - 03 - 12), Reason::DayOff))
    );
}

#[test]
fn the_iin_is_ready_on_the_next_working_day() {
    let ready = |term: Term| window(term.iin_at_mission(&CALENDAR));
    let window = ready(Term::from(date!(2024 - 12 - 13)));
    assert_eq!(window.provision, Provision::PilotTerm);
    assert_eq!(
        (window.strict, window.lenient),
        (date!(2024 - 12 - 17), date!(2024 - 12 - 17))
    );
    let passed = [
        (date!(2024 - 12 - 14), Reason::RestDay),
        (date!(2024 - 12 - 15), Reason::RestDay),
        (date!(2024 - 12 - 16), Reason::IndependenceDay),
    ];
    assert_eq!(days(&window.strict_skipped), passed);
    assert_eq!(days(&window.lenient_skipped), passed);
    assert_eq!((window.covered, window.cautions.len()), (None, 0));
    // No stay bars it.
    let stayed = ready(Term::from(date!(2024 - 12 - 13)).stay_until(date!(2024 - 12 - 14)));
    assert_eq!(stayed, window);
    assert_eq!(stayed.state(date!(2024 - 12 - 17)), DayState::DueToday);
    assert_eq!(stayed.state(date!(2024 - 12 - 18)), DayState::Overdue);
}

#[test]
fn each_rule_is_in_force_on_its_days() {
    let not_in_force = Ok(TermAnswer::NotInForce {
        provision: Provision::R923Commencement,
    });
    let before = date!(2026 - 06 - 30);
    let start = date!(2026 - 07 - 01);
    assert_eq!(immigrant(before).registration(&CALENDAR), not_in_force);
    assert!(registration(immigrant(before).on(start)).transitional);
    assert!(!registration(immigrant(start)).transitional);
    assert_eq!(immigrant(before).on(start).move_(&CALENDAR), not_in_force);
    assert!(!move_(immigrant(start)).transitional);
    let not_in_pilot = Ok(TermAnswer::NotInForce {
        provision: Provision::PilotPeriod,
    });
    for (filed, in_pilot) in [
        (date!(2024 - 04 - 12), false),
        (date!(2024 - 04 - 13), true),
        (date!(2024 - 12 - 31), true),
        (date!(2025 - 01 - 01), false),
    ] {
        let answer = Term::from(filed)
            .on(date!(2025 - 06 - 01))
            .iin_at_mission(&CALENDAR);
        assert_eq!(answer != not_in_pilot, in_pilot, "{filed}");
    }
}

#[test]
fn who_crossed_before_the_rules_has_from_their_first_day_to_that_of_who_crossed_on_it() {
    let start = date!(2026 - 07 - 01);
    let lenient = registration(immigrant(start)).lenient;
    for (crossed, strict) in [
        (date!(2026 - 06 - 30), date!(2026 - 07 - 29)),
        (date!(2026 - 06 - 03), date!(2026 - 07 - 02)),
        (date!(2026 - 06 - 02), start),
        (date!(2026 - 05 - 01), start),
        (date!(0001 - 01 - 01), start),
    ] {
        let window = registration(immigrant(crossed).on(start));
        assert_eq!(
            (window.strict, window.lenient),
            (strict, lenient),
            "{crossed}"
        );
    }
    // Who is not covered has no window, and nothing transitional.
    let citizen = immigrant(date!(2026 - 06 - 30))
        .on(start)
        .standing(Standing::Citizen);
    assert_eq!(
        citizen.registration(&CALENDAR),
        Ok(TermAnswer::NotCovered {
            provision: Provision::R923Definitions,
            cautions: Cautions::new()
        }),
    );
}

#[test]
fn strict_is_never_after_the_allowed_stay() {
    let crossed = date!(2026 - 08 - 03);
    let until = |last| registration(immigrant(crossed).stay_until(last)).strict;
    assert_eq!(until(date!(2026 - 08 - 20)), date!(2026 - 08 - 20));
    assert_eq!(until(crossed), crossed);
    assert_eq!(until(date!(2027 - 01 - 01)), date!(2026 - 09 - 01));
    // A stay that was over before the event says nothing of the deadline.
    assert_eq!(until(date!(2026 - 08 - 02)), date!(2026 - 09 - 01));
    // Nor one that was over before the rules.
    let earlier = immigrant(date!(2026 - 06 - 20)).on(date!(2026 - 07 - 01));
    assert_eq!(
        registration(earlier.stay_until(date!(2026 - 06 - 30))).strict,
        date!(2026 - 07 - 19)
    );
    assert_eq!(
        registration(earlier.stay_until(date!(2026 - 07 - 01))).strict,
        date!(2026 - 07 - 01)
    );
}

#[test]
fn a_capped_strict_day_skipped_nothing_after_it() {
    let window = move_(immigrant(date!(2026 - 07 - 03)).stay_until(date!(2026 - 07 - 05)));
    assert_eq!(
        (window.strict, window.lenient),
        (date!(2026 - 07 - 05), date!(2026 - 07 - 13))
    );
    let weekend = [
        (date!(2026 - 07 - 04), Reason::RestDay),
        (date!(2026 - 07 - 05), Reason::RestDay),
    ];
    assert_eq!(days(&window.strict_skipped), weekend);
    assert_eq!(window.lenient_skipped.count, 5);
}

#[test]
fn a_day_is_open_due_contested_overdue_or_barred() {
    let term = immigrant(date!(2026 - 11 - 05)).stay_until(date!(2026 - 12 - 08));
    let window = registration(term);
    for (on, state, left) in [
        (date!(2026 - 11 - 04), DayState::Open, 30),
        (date!(2026 - 12 - 03), DayState::Open, 1),
        (date!(2026 - 12 - 04), DayState::DueToday, 0),
        (date!(2026 - 12 - 05), DayState::Contested, -1),
        (date!(2026 - 12 - 07), DayState::Contested, -3),
        (date!(2026 - 12 - 08), DayState::Overdue, -4),
        (date!(2026 - 12 - 09), DayState::Barred, -5),
    ] {
        assert_eq!(
            (window.state(on), window.days_left(on)),
            (state, left),
            "{on}"
        );
    }
    // Barred comes first, even before a deadline.
    let over = registration(term.stay_until(date!(2026 - 11 - 01)));
    assert_eq!(over.state(date!(2026 - 11 - 05)), DayState::Barred);
    assert!(over.days_left(Date::MIN) > 0 && over.days_left(Date::MAX) < 0);
}

#[test]
fn coverage_is_yes_no_or_unknown() {
    let base = immigrant(date!(2026 - 08 - 03));
    for (term, registration, move_) in [
        (base, Some(Covered::Yes), Some(Covered::Yes)),
        (
            base.standing(Standing::Stateless),
            Some(Covered::Yes),
            Some(Covered::Yes),
        ),
        (base.standing(Standing::Citizen), None, None),
        (
            base.standing(None::<Standing>),
            Some(Covered::Unknown),
            Some(Covered::Unknown),
        ),
        (base.arrived_to_live(false), None, None),
        (
            base.arrived_to_live(None::<bool>),
            Some(Covered::Unknown),
            Some(Covered::Unknown),
        ),
        (
            base.stay_regime(StayRegime::Other),
            None,
            Some(Covered::Unknown),
        ),
        (
            base.stay_regime(None::<StayRegime>),
            Some(Covered::Unknown),
            Some(Covered::Unknown),
        ),
        (base.treaty(Treaty::Exempt), None, Some(Covered::Yes)),
        (
            base.treaty(Treaty::Unknown),
            Some(Covered::Yes),
            Some(Covered::Yes),
        ),
        (
            base.standing(Standing::Citizen)
                .stay_regime(None::<StayRegime>),
            None,
            None,
        ),
        (
            Term::from(date!(2026 - 08 - 03)),
            Some(Covered::Unknown),
            Some(Covered::Unknown),
        ),
    ] {
        let covered = |answer| match answer {
            Ok(TermAnswer::Window(window)) => Some(window.covered.unwrap()),
            Ok(TermAnswer::NotCovered { .. }) => None,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            covered(term.registration(&CALENDAR)),
            registration,
            "{term:?}"
        );
        assert_eq!(covered(term.move_(&CALENDAR)), move_, "{term:?}");
    }
}

#[test]
fn every_answer_names_the_provision_it_rests_on() {
    let base = immigrant(date!(2026 - 08 - 03));
    let registration = |term: Term| term.registration(&CALENDAR).unwrap().provision();
    let move_ = |term: Term| term.move_(&CALENDAR).unwrap().provision();
    let regime = base.stay_regime(StayRegime::Other);
    let exempt = base.treaty(Treaty::Exempt);
    assert_eq!(registration(base), Provision::R92330Days);
    assert_eq!(registration(regime), Provision::R92330Days);
    assert_eq!(registration(exempt), Provision::R923Treaty);
    assert_eq!(
        registration(exempt.stay_regime(StayRegime::Other)),
        Provision::R92330Days
    );
    for visitor in [
        base.arrived_to_live(false),
        exempt.standing(Standing::Citizen),
    ] {
        assert_eq!(registration(visitor), Provision::R923Definitions);
        assert_eq!(move_(visitor), Provision::R923Definitions);
    }
    for covered in [base, regime, exempt] {
        assert_eq!(move_(covered), Provision::R923Move);
    }
    let filed = |day| Term::from(day).iin_at_mission(&CALENDAR).unwrap();
    assert_eq!(
        filed(date!(2024 - 04 - 12)).provision(),
        Provision::PilotPeriod
    );
    assert_eq!(
        filed(date!(2024 - 04 - 13)).provision(),
        Provision::PilotTerm
    );
}

#[test]
fn cautions_are_carried_covered_or_not() {
    let base = immigrant(date!(2026 - 08 - 03));
    let notice = [Provision::NoteArrivalNotice];
    assert_eq!(registration(base).cautions, notice);
    assert_eq!(move_(base.treaty(Treaty::Unknown)).cautions, notice);
    assert_eq!(
        registration(base.treaty(Treaty::Unknown)).cautions,
        [Provision::NoteArrivalNotice, Provision::R923Treaty],
    );
    for term in [
        base.arrived_to_live(false),
        base.arrived_to_live(false).treaty(Treaty::Unknown),
    ] {
        for answer in [term.registration(&CALENDAR), term.move_(&CALENDAR)] {
            let Ok(TermAnswer::NotCovered { cautions, .. }) = answer else {
                panic!("{answer:?}")
            };
            assert_eq!(cautions, notice);
        }
    }
}

#[test]
fn a_window_is_projected_if_either_day_is() {
    // Strict on Thursday, the last day of a published year; lenient after the holidays.
    let window = registration(immigrant(date!(2026 - 12 - 02)));
    assert_eq!(
        (window.strict, window.lenient),
        (date!(2026 - 12 - 31), date!(2027 - 01 - 05))
    );
    assert_eq!(window.certainty, Certainty::Projected);
    assert_eq!(
        registration(immigrant(date!(2026 - 12 - 01))).certainty,
        Certainty::Published
    );
}

#[test]
fn errors_come_in_their_order() {
    use Error::{CalendarNotCovered, DateNotSupported, DecisionBeforeEvent, TreatyDays};
    let late = immigrant(date!(2030 - 12 - 31)).treaty(Treaty::Days(0));
    let treaty = late.on(date!(2031 - 01 - 01));
    assert_eq!(
        late.on(date!(2030 - 12 - 30)).registration(&CALENDAR),
        Err(DecisionBeforeEvent)
    );
    let both_before = late.on(date!(2026 - 06 - 30));
    assert_eq!(
        both_before.registration(&CALENDAR),
        Err(DecisionBeforeEvent)
    );
    assert_eq!(both_before.move_(&CALENDAR), Err(DecisionBeforeEvent));
    assert_eq!(
        both_before.iin_at_mission(&CALENDAR),
        Err(DecisionBeforeEvent)
    );
    // Not in force before the treaty, the treaty before coverage, coverage before the calendar.
    let old = immigrant(date!(2020 - 01 - 01)).treaty(Treaty::Days(0));
    assert!(matches!(
        old.registration(&CALENDAR),
        Ok(TermAnswer::NotInForce { .. })
    ));
    assert_eq!(
        treaty.standing(Standing::Citizen).registration(&CALENDAR),
        Err(TreatyDays)
    );
    let citizen = treaty.treaty(Treaty::None).standing(Standing::Citizen);
    assert!(matches!(
        citizen.registration(&CALENDAR),
        Ok(TermAnswer::NotCovered { .. })
    ));
    assert!(matches!(
        citizen.move_(&CALENDAR),
        Ok(TermAnswer::NotCovered { .. })
    ));
    assert_eq!(
        late.treaty(Treaty::None).registration(&CALENDAR),
        Err(CalendarNotCovered)
    );
    assert_eq!(late.move_(&CALENDAR), Err(CalendarNotCovered));
    // The end of dates, and days that are none of the law's.
    let end = immigrant(date!(9999 - 12 - 31));
    assert_eq!(end.registration(&CALENDAR), Err(CalendarNotCovered));
    for term in [
        end.on(Date::MIN),
        immigrant(date!(0000 - 12 - 31)),
        immigrant(date!(2026 - 08 - 03)).stay_until(date!(-0001 - 01 - 01)),
    ] {
        assert_eq!(term.registration(&CALENDAR), Err(DateNotSupported));
        assert_eq!(term.move_(&CALENDAR), Err(DateNotSupported));
        assert_eq!(term.iin_at_mission(&CALENDAR), Err(DateNotSupported));
    }
}

#[test]
fn a_window_never_ends_before_it_starts_and_a_later_event_never_ends_it_sooner() {
    for week in [Week::Five, Week::Six] {
        let mut earlier: Option<(Window, Window)> = None;
        let mut day = date!(2026 - 07 - 01);
        while day < date!(2030 - 11 - 15) {
            let term = immigrant(day).week(week);
            let windows = (registration(term), move_(term));
            for (now, before) in [
                (&windows.0, earlier.as_ref().map(|w| &w.0)),
                (&windows.1, earlier.as_ref().map(|w| &w.1)),
            ] {
                assert!(day <= now.strict && now.strict <= now.lenient, "{day}");
                assert!(
                    before.is_none_or(|b| b.strict <= now.strict && b.lenient <= now.lenient),
                    "{day}"
                );
            }
            earlier = Some(windows);
            day = day.next_day().unwrap();
        }
    }
}
