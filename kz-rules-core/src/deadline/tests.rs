use std::string::{String, ToString};
use std::vec::Vec;

use super::*;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::calendar::{Calendar, Year};
use crate::facts::Standing;
use crate::law::*;

const LAW: Law<'static> = Law::BUILT_IN;
const CALENDAR: Calendar<'static> = LAW.calendar();

/// A person whom the rules cover, without a treaty.
fn immigrant(from: Day) -> TermQuestion {
    TermQuestion::from(from)
        .standing(Standing::Foreigner)
        .arrived_to_live(true)
        .stay_regime(StayRegime::UpTo90)
        .treaty(Treaty::None)
}

/// The questions that most tests ask.
trait Ask {
    fn ask(&self, term: Term, calendar: &Calendar<'_>) -> Result<TermAnswer, Error>;

    fn registration(&self, calendar: &Calendar<'_>) -> Result<TermAnswer, Error> {
        self.ask(Term::Registration, calendar)
    }

    fn move_(&self, calendar: &Calendar<'_>) -> Result<TermAnswer, Error> {
        self.ask(Term::Move, calendar)
    }

    fn iin_at_mission(&self, calendar: &Calendar<'_>) -> Result<TermAnswer, Error> {
        self.ask(Term::IinMission, calendar)
    }
}

impl Ask for TermQuestion {
    fn ask(&self, term: Term, calendar: &Calendar<'_>) -> Result<TermAnswer, Error> {
        LAW.term(term, self, calendar)
    }
}

fn window(answer: Result<TermAnswer, Error>) -> Window {
    match answer.map(|answer| answer.outcome) {
        Ok(TermOutcome::Window(window)) => window,
        other => panic!("{other:?}"),
    }
}

/// The provision by which the term is not in force, if it is not.
fn not_in_force(answer: Result<TermAnswer, Error>) -> Option<String> {
    let answer = answer.unwrap();
    (answer.outcome == TermOutcome::NotInForce).then(|| answer.provision.to_string())
}

/// The provision that excludes the person, if one does.
fn not_covered(answer: Result<TermAnswer, Error>) -> Option<String> {
    let answer = answer.unwrap();
    let by = answer.covered_by;
    (answer.outcome == TermOutcome::NotCovered).then(|| {
        assert_eq!(
            (answer.covered, by),
            (Some(Covered::No), Some(answer.provision))
        );
        answer.provision.to_string()
    })
}

fn cautions(answer: Result<TermAnswer, Error>) -> Vec<String> {
    let cautions = answer.unwrap().cautions;
    cautions.iter().map(|caution| caution.to_string()).collect()
}

fn registration(term: TermQuestion) -> Window {
    window(term.registration(&CALENDAR))
}

fn move_(term: TermQuestion) -> Window {
    window(term.move_(&CALENDAR))
}

fn days(skipped: &Skipped) -> &[(Day, Reason)] {
    assert_eq!(usize::from(skipped.count), skipped.first.len());
    &skipped.first
}

#[test]
fn registration_counts_the_crossing_or_starts_the_day_after() {
    let window = registration(immigrant(day(2026, 8, 3)));
    assert_eq!(window.provision.to_string(), "R923-30-DAYS");
    assert_eq!(
        (window.strict, window.lenient),
        (day(2026, 9, 1), day(2026, 9, 2))
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
    let term = immigrant(day(2026, 11, 5));
    let five = registration(term);
    assert_eq!(
        (five.strict, five.lenient),
        (day(2026, 12, 4), day(2026, 12, 7))
    );
    assert_eq!(
        days(&five.lenient_skipped),
        [
            (day(2026, 12, 5), Reason::RestDay),
            (day(2026, 12, 6), Reason::RestDay)
        ],
    );
    let six = registration(term.week(Week::Six));
    assert_eq!(
        (six.strict, six.lenient),
        (day(2026, 12, 4), day(2026, 12, 5))
    );
    // Strict is Saturday all the same.
    assert_eq!(
        registration(immigrant(day(2026, 11, 6))).strict,
        day(2026, 12, 5)
    );
}

#[test]
fn a_treaty_gives_its_own_number_of_days() {
    let term = immigrant(day(2026, 9, 21));
    let with = |treaty| term.treaty(treaty).registration(&CALENDAR);
    let window_of = |days| window(with(Treaty::Days(days)));
    assert_eq!(window_of(90).strict, day(2026, 12, 19));
    assert_eq!(window_of(90).lenient, day(2026, 12, 21));
    assert_eq!(window_of(1).strict, day(2026, 9, 21));
    assert_eq!(window_of(366).strict, day(2027, 9, 21));
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
    let window = move_(immigrant(day(2026, 7, 2)));
    assert_eq!(window.provision.to_string(), "R923-MOVE");
    assert_eq!(
        (window.strict, window.lenient),
        (day(2026, 7, 9), day(2026, 7, 10))
    );
    let passed = [
        (day(2026, 7, 4), Reason::RestDay),
        (day(2026, 7, 5), Reason::RestDay),
        (day(2026, 7, 6), Reason::CapitalDay),
    ];
    assert_eq!(days(&window.strict_skipped), passed);
    assert_eq!(days(&window.lenient_skipped), passed);
}

#[test]
fn a_move_on_a_day_off_has_one_window_and_strict_passes_over_that_day() {
    let window = move_(immigrant(day(2026, 7, 5)));
    assert_eq!(
        (window.strict, window.lenient),
        (day(2026, 7, 13), day(2026, 7, 13))
    );
    assert_eq!(
        days(&window.strict_skipped).first(),
        Some(&(day(2026, 7, 5), Reason::RestDay))
    );
    assert_eq!(
        days(&window.lenient_skipped).first(),
        Some(&(day(2026, 7, 6), Reason::CapitalDay))
    );
}

#[test]
fn more_than_eight_skipped_days_are_counted() {
    // Works from Monday to Thursday, and again from the end of the month.
    let mut five = [0; 12];
    five[2] = 0b1100_0000_0000_0000_0000_0000_0001_1110;
    let years = [Year::new(2032, Certainty::Published, five, five)];
    let window = window(immigrant(day(2032, 3, 1)).move_(&CALENDAR.with(&years)));
    assert_eq!(window.strict, day(2032, 3, 31));
    assert_eq!(window.strict_skipped.count, 26);
    assert_eq!(window.strict_skipped.first.len(), 8);
    assert_eq!(
        window.strict_skipped.first.first(),
        Some(&(day(2032, 3, 1), Reason::DayOff))
    );
    assert_eq!(
        window.strict_skipped.first.last(),
        Some(&(day(2032, 3, 12), Reason::DayOff))
    );
}

#[test]
fn the_iin_is_ready_on_the_next_working_day() {
    let ready = |term: TermQuestion| window(term.iin_at_mission(&CALENDAR));
    let window = ready(TermQuestion::from(day(2024, 12, 13)));
    assert_eq!(window.provision.to_string(), "PILOT-TERM");
    assert_eq!(
        (window.strict, window.lenient),
        (day(2024, 12, 17), day(2024, 12, 17))
    );
    let passed = [
        (day(2024, 12, 14), Reason::RestDay),
        (day(2024, 12, 15), Reason::RestDay),
        (day(2024, 12, 16), Reason::IndependenceDay),
    ];
    assert_eq!(days(&window.strict_skipped), passed);
    assert_eq!(days(&window.lenient_skipped), passed);
    let answer = TermQuestion::from(day(2024, 12, 13)).iin_at_mission(&CALENDAR);
    assert_eq!(answer.as_ref().unwrap().covered, None);
    assert!(cautions(answer).is_empty());
    // No stay bars it.
    let stayed = ready(TermQuestion::from(day(2024, 12, 13)).stay_until(day(2024, 12, 14)));
    assert_eq!(stayed, window);
    assert_eq!(stayed.state(day(2024, 12, 17)), DayState::DueToday);
    assert_eq!(stayed.state(day(2024, 12, 18)), DayState::Overdue);
}

#[test]
fn each_rule_is_in_force_on_its_days() {
    let commencement = Some("R923-COMMENCEMENT".to_string());
    let before = day(2026, 6, 30);
    let start = day(2026, 7, 1);
    let asked_before = immigrant(before).registration(&CALENDAR);
    assert_eq!(not_in_force(asked_before), commencement);
    assert!(registration(immigrant(before).on(start)).transitional);
    assert!(!registration(immigrant(start)).transitional);
    let moved_before = immigrant(before).on(start).move_(&CALENDAR);
    assert_eq!(not_in_force(moved_before), commencement);
    assert!(!move_(immigrant(start)).transitional);
    for (filed, in_pilot) in [
        (day(2024, 4, 12), false),
        (day(2024, 4, 13), true),
        (day(2024, 12, 31), true),
        (day(2025, 1, 1), false),
    ] {
        let question = TermQuestion::from(filed).on(day(2025, 6, 1));
        let answer = not_in_force(question.iin_at_mission(&CALENDAR));
        assert_eq!(answer.is_none(), in_pilot, "{filed:?}");
        assert!(answer.is_none_or(|by| by == "PILOT-PERIOD"));
    }
}

#[test]
fn coverage_is_answered_even_before_the_term_is_in_force() {
    let question = immigrant(day(2026, 6, 1));
    for (question, covered) in [
        (question, Covered::Yes),
        (question.standing(None), Covered::Unknown),
        (question.standing(Standing::Citizen), Covered::No),
    ] {
        let answer = question.registration(&CALENDAR).unwrap();
        assert_eq!(answer.outcome, TermOutcome::NotInForce);
        assert_eq!(answer.covered, Some(covered));
    }
}

#[test]
fn a_crossing_before_the_rules_is_due_from_their_first_day_on() {
    let start = day(2026, 7, 1);
    let lenient = registration(immigrant(start)).lenient;
    for (crossed, strict) in [
        (day(2026, 6, 30), day(2026, 7, 29)),
        (day(2026, 6, 3), day(2026, 7, 2)),
        (day(2026, 6, 2), start),
        (day(2026, 5, 1), start),
        (day(1, 1, 1), start),
    ] {
        let window = registration(immigrant(crossed).on(start));
        assert_eq!(
            (window.strict, window.lenient),
            (strict, lenient),
            "{crossed:?}"
        );
    }
    // Who is not covered has no window, and nothing transitional.
    let citizen = immigrant(day(2026, 6, 30))
        .on(start)
        .standing(Standing::Citizen);
    let answer = citizen.registration(&CALENDAR);
    assert_eq!(not_covered(answer).as_deref(), Some("R923-DEFINITIONS"));
}

#[test]
fn strict_is_never_after_the_allowed_stay() {
    let crossed = day(2026, 8, 3);
    let until = |last| registration(immigrant(crossed).stay_until(last)).strict;
    assert_eq!(until(day(2026, 8, 20)), day(2026, 8, 20));
    assert_eq!(until(crossed), crossed);
    assert_eq!(until(day(2027, 1, 1)), day(2026, 9, 1));
    // A stay that was over before the event does not change the deadline.
    assert_eq!(until(day(2026, 8, 2)), day(2026, 9, 1));
    // Nor one that was over before the rules.
    let earlier = immigrant(day(2026, 6, 20)).on(day(2026, 7, 1));
    assert_eq!(
        registration(earlier.stay_until(day(2026, 6, 30))).strict,
        day(2026, 7, 19)
    );
    assert_eq!(
        registration(earlier.stay_until(day(2026, 7, 1))).strict,
        day(2026, 7, 1)
    );
}

#[test]
fn a_capped_strict_day_skipped_nothing_after_it() {
    let window = move_(immigrant(day(2026, 7, 3)).stay_until(day(2026, 7, 5)));
    assert_eq!(
        (window.strict, window.lenient),
        (day(2026, 7, 5), day(2026, 7, 13))
    );
    let weekend = [
        (day(2026, 7, 4), Reason::RestDay),
        (day(2026, 7, 5), Reason::RestDay),
    ];
    assert_eq!(days(&window.strict_skipped), weekend);
    assert_eq!(window.lenient_skipped.count, 5);
}

#[test]
fn a_day_is_open_due_contested_overdue_or_barred() {
    let term = immigrant(day(2026, 11, 5)).stay_until(day(2026, 12, 8));
    let window = registration(term);
    for (on, state, left) in [
        (day(2026, 11, 4), DayState::Open, 30),
        (day(2026, 12, 3), DayState::Open, 1),
        (day(2026, 12, 4), DayState::DueToday, 0),
        (day(2026, 12, 5), DayState::Contested, -1),
        (day(2026, 12, 7), DayState::Contested, -3),
        (day(2026, 12, 8), DayState::Overdue, -4),
        (day(2026, 12, 9), DayState::Barred, -5),
    ] {
        assert_eq!(
            (window.state(on), window.days_left(on)),
            (state, left),
            "{on:?}"
        );
    }
    // Barred comes first, even before a deadline.
    let over = registration(term.stay_until(day(2026, 11, 1)));
    assert_eq!(over.state(day(2026, 11, 5)), DayState::Barred);
    assert!(over.days_left(day(1, 1, 1)) > 0 && over.days_left(day(9999, 12, 31)) < 0);
}

#[test]
fn coverage_is_yes_no_or_unknown() {
    let base = immigrant(day(2026, 8, 3));
    for (term, registration, move_) in [
        (base, Some(Covered::Yes), Some(Covered::Yes)),
        (
            base.standing(Standing::Stateless),
            Some(Covered::Yes),
            Some(Covered::Yes),
        ),
        (base.standing(Standing::Citizen), None, None),
        (
            base.standing(None),
            Some(Covered::Unknown),
            Some(Covered::Unknown),
        ),
        (base.arrived_to_live(false), None, None),
        (
            base.arrived_to_live(None),
            Some(Covered::Unknown),
            Some(Covered::Unknown),
        ),
        (
            base.stay_regime(StayRegime::Other),
            None,
            Some(Covered::Unknown),
        ),
        (
            base.stay_regime(None),
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
            base.standing(Standing::Citizen).stay_regime(None),
            None,
            None,
        ),
        (
            TermQuestion::from(day(2026, 8, 3)),
            Some(Covered::Unknown),
            Some(Covered::Unknown),
        ),
    ] {
        let covered = |answer: Result<TermAnswer, Error>| {
            let answer = answer.unwrap();
            answer.covered.filter(|_| answer.window().is_some())
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
    let base = immigrant(day(2026, 8, 3));
    let by = |answer: Result<TermAnswer, Error>| answer.unwrap().provision.to_string();
    let registration = |term: TermQuestion| by(term.registration(&CALENDAR));
    let move_ = |term: TermQuestion| by(term.move_(&CALENDAR));
    let regime = base.stay_regime(StayRegime::Other);
    let exempt = base.treaty(Treaty::Exempt);
    assert_eq!(registration(base), "R923-30-DAYS");
    assert_eq!(registration(regime), "R923-30-DAYS");
    assert_eq!(registration(exempt), "R923-TREATY");
    let both = exempt.stay_regime(StayRegime::Other);
    assert_eq!(registration(both), "R923-30-DAYS");
    for visitor in [
        base.arrived_to_live(false),
        exempt.standing(Standing::Citizen),
    ] {
        assert_eq!(registration(visitor), "R923-DEFINITIONS");
        assert_eq!(move_(visitor), "R923-DEFINITIONS");
    }
    for covered in [base, regime, exempt] {
        assert_eq!(move_(covered), "R923-MOVE");
    }
    // What leaves it open is named too.
    let open = regime.move_(&CALENDAR).unwrap().covered_by;
    assert_eq!(open.unwrap().to_string(), "R923-30-DAYS");
    let filed = |day| by(TermQuestion::from(day).iin_at_mission(&CALENDAR));
    assert_eq!(filed(day(2024, 4, 12)), "PILOT-PERIOD");
    assert_eq!(filed(day(2024, 4, 13)), "PILOT-TERM");
}

#[test]
fn cautions_are_carried_in_force_or_not_and_covered_or_not() {
    let base = immigrant(day(2026, 8, 3));
    let notice = ["NOTE-ARRIVAL-NOTICE"];
    let unknown = base.treaty(Treaty::Unknown);
    assert_eq!(cautions(base.registration(&CALENDAR)), notice);
    assert_eq!(cautions(unknown.move_(&CALENDAR)), notice);
    let both = ["NOTE-ARRIVAL-NOTICE", "R923-TREATY"];
    assert_eq!(cautions(unknown.registration(&CALENDAR)), both);
    for term in [
        base.arrived_to_live(false),
        unknown.arrived_to_live(false),
        immigrant(day(2026, 6, 1)).treaty(Treaty::Unknown),
    ] {
        for answer in [term.registration(&CALENDAR), term.move_(&CALENDAR)] {
            assert!(answer.as_ref().unwrap().window().is_none());
            assert_eq!(cautions(answer), notice);
        }
    }
    // A caution is carried on the days of its provision, by the day that decides.
    let filed = |filed| TermQuestion::from(filed).on(day(2026, 6, 1));
    for (filing, carried) in [
        (day(2024, 12, 31), &[][..]),
        (day(2025, 1, 1), &["NOTE-PILOT-2"][..]),
        (day(2025, 12, 31), &["NOTE-PILOT-2"][..]),
        (day(2026, 1, 1), &[][..]),
    ] {
        let answer = filed(filing).iin_at_mission(&CALENDAR);
        assert_eq!(cautions(answer), carried, "{filing:?}");
    }
}

#[test]
fn a_window_is_projected_if_either_day_is() {
    // Strict on Thursday, the last day of a published year; lenient after the holidays.
    let window = registration(immigrant(day(2026, 12, 2)));
    assert_eq!(
        (window.strict, window.lenient),
        (day(2026, 12, 31), day(2027, 1, 5))
    );
    assert_eq!(window.certainty, Certainty::Projected);
    assert_eq!(
        registration(immigrant(day(2026, 12, 1))).certainty,
        Certainty::Published
    );
}

#[test]
fn errors_come_in_their_order() {
    use Error::{CalendarNotCovered, DecisionBeforeEvent, TreatyDays};
    let late = immigrant(day(2030, 12, 31)).treaty(Treaty::Days(0));
    let treaty = late.on(day(2031, 1, 1));
    assert_eq!(
        late.on(day(2030, 12, 30)).registration(&CALENDAR),
        Err(DecisionBeforeEvent)
    );
    let both_before = late.on(day(2026, 6, 30));
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
    let old = immigrant(day(2020, 1, 1)).treaty(Treaty::Days(0));
    assert!(not_in_force(old.registration(&CALENDAR)).is_some());
    assert_eq!(
        treaty.standing(Standing::Citizen).registration(&CALENDAR),
        Err(TreatyDays)
    );
    let citizen = treaty.treaty(Treaty::None).standing(Standing::Citizen);
    assert!(not_covered(citizen.registration(&CALENDAR)).is_some());
    assert!(not_covered(citizen.move_(&CALENDAR)).is_some());
    assert_eq!(
        late.treaty(Treaty::None).registration(&CALENDAR),
        Err(CalendarNotCovered)
    );
    assert_eq!(late.move_(&CALENDAR), Err(CalendarNotCovered));
    // After the last day of all there is none.
    let end = immigrant(day(9999, 12, 31));
    assert_eq!(end.registration(&CALENDAR), Err(CalendarNotCovered));
}

#[test]
fn a_window_may_end_on_the_last_day_of_all() {
    let mut works = [0; 12];
    for (month, days) in works.iter_mut().zip(1..) {
        *month = (1 << crate::base::day::days_of(9999, days)) - 1;
    }
    let years = [Year::new(9999, Certainty::Published, works, works)];
    let calendar = CALENDAR.with(&years);
    let ends = day(9999, 12, 31);
    let crossed = window(immigrant(day(9999, 12, 1)).registration(&calendar));
    assert_eq!((crossed.strict, crossed.lenient), (day(9999, 12, 30), ends));
    let moved = window(immigrant(day(9999, 12, 26)).move_(&calendar));
    assert_eq!((moved.strict, moved.lenient), (day(9999, 12, 30), ends));
    let moved = immigrant(day(9999, 12, 27)).move_(&calendar);
    assert_eq!(moved, Err(Error::CalendarNotCovered));
}

#[test]
fn a_window_never_ends_before_it_starts_and_a_later_event_never_ends_it_sooner() {
    for week in [Week::Five, Week::Six] {
        let mut earlier: Option<(Window, Window)> = None;
        let mut event = day(2026, 7, 1);
        while event < day(2030, 11, 15) {
            let term = immigrant(event).week(week);
            let windows = (registration(term), move_(term));
            for (now, before) in [
                (&windows.0, earlier.as_ref().map(|w| &w.0)),
                (&windows.1, earlier.as_ref().map(|w| &w.1)),
            ] {
                assert!(
                    event <= now.strict && now.strict <= now.lenient,
                    "{event:?}"
                );
                assert!(
                    before.is_none_or(|b| b.strict <= now.strict && b.lenient <= now.lenient),
                    "{event:?}"
                );
            }
            earlier = Some(windows);
            event = event.plus(1).unwrap();
        }
    }
}

#[test]
fn nobody_is_late_in_a_transitional_window() {
    let window = registration(immigrant(day(2026, 6, 20)).on(day(2026, 7, 1)));
    let later = day(2027, 7, 1);
    assert!(window.transitional && later > window.lenient);
    assert_eq!(window.state(later), DayState::Contested);
    assert_eq!(window.days_late(later), 0);
    let window = registration(immigrant(day(2026, 7, 1)));
    assert_eq!(window.state(later), DayState::Overdue);
    assert_eq!(window.days_late(later), 335);
    assert_eq!(window.days_late(window.lenient), 0);
}

/// The built-in law with one term, and with these rows for whom it covers.
fn with_law<T>(
    term: [u8; TermRow::BYTES],
    coverage: &[[u8; CoverageRow::BYTES]],
    check: impl FnOnce(Law<'_>) -> T,
) -> T {
    let terms = [term];
    let sections = Sections {
        terms: &terms,
        coverage,
        ..*built_in_for_tests()
    };
    check(Law::from(&sections))
}

#[test]
fn days_units_and_first_days_are_the_laws() {
    use {DecidedBy::Decision, FirstDay::*, Unit::*};
    let id = |id| LAW.provision_by_id(id).unwrap();
    let (by, in_force) = (id("R923-30-DAYS"), id("R923-COMMENCEMENT"));
    // Friday before Capital Day.
    let crossed = immigrant(day(2026, 7, 3));
    for (unit, strict, strict_day, lenient_day) in [
        (Calendar, Counted, day(2026, 7, 4), day(2026, 7, 7)),
        (Calendar, NotCounted, day(2026, 7, 5), day(2026, 7, 7)),
        (Working, Counted, day(2026, 7, 7), day(2026, 7, 8)),
        (Working, NotCounted, day(2026, 7, 8), day(2026, 7, 8)),
    ] {
        for term in Term::ALL.iter().copied() {
            let row = TermRow::new(term, 2, unit, strict, NotCounted, by, in_force, Decision);
            with_law(row, &[], |law| {
                let answer = law.term(term, &crossed, &CALENDAR).unwrap();
                let window = answer.window().unwrap();
                assert_eq!((window.strict, window.lenient), (strict_day, lenient_day));
                assert_eq!(answer.covered, None);
                // An event before the first day of the rules is treated as one on that day.
                let before = crossed.on(day(2026, 7, 1));
                let before = TermQuestion {
                    from: day(2026, 6, 1),
                    ..before
                };
                let answer = law.term(term, &before, &CALENDAR).unwrap();
                let window = answer.window().unwrap();
                assert!(window.transitional);
                assert_eq!(window.strict, day(2026, 7, 1));
            });
        }
    }
    let row = TermRow::new(
        Term::Move,
        2,
        Working,
        Counted,
        Counted,
        by,
        in_force,
        Decision,
    );
    let other = with_law(row, &[], |law| law.term(Term::Notice, &crossed, &CALENDAR));
    assert_eq!(other, Err(Error::LawIncomplete));
}

#[test]
fn days_off_before_the_first_day_of_the_rules_count_only_if_the_term_reaches_it() {
    use {DecidedBy::Decision, FirstDay::*, Unit::*};
    let id = |id| LAW.provision_by_id(id).unwrap();
    let (by, in_force) = (id("R923-30-DAYS"), id("R923-COMMENCEMENT"));
    let start = day(2026, 7, 1);
    let row = TermRow::new(
        Term::Move,
        3,
        Working,
        NotCounted,
        NotCounted,
        by,
        in_force,
        Decision,
    );
    let strict = |event| {
        let asked = immigrant(event).on(start);
        let answer = with_law(row, &[], |law| law.term(Term::Move, &asked, &CALENDAR));
        let window = window(answer);
        assert!(window.transitional);
        (window.strict, days(&window.strict_skipped).to_vec())
    };
    let rest = [27, 28].map(|date| (day(2026, 6, date), Reason::RestDay));
    // A Friday: the third working day is the first day of the rules.
    assert_eq!(strict(day(2026, 6, 26)), (start, rest.to_vec()));
    // A day sooner the term would end before the rules.
    assert_eq!(strict(day(2026, 6, 25)), (start, [].to_vec()));
}

#[test]
fn coverage_goes_by_the_rows_of_the_law() {
    use {DecidedBy::Event, FirstDay::*, Unit::*};
    let id = |id| LAW.provision_by_id(id).unwrap();
    let (by, in_force) = (id("R923-MOVE"), id("R923-COMMENCEMENT"));
    let rows = [
        CoverageRow::new(
            Term::Registration,
            when().stay_regime(&[StayRegime::Other]),
            Covered::Unknown,
            id("R923-30-DAYS"),
        ),
        CoverageRow::new(
            Term::Registration,
            when().treaty(&[ToldTreaty::None]),
            Covered::No,
            id("R923-TREATY"),
        ),
    ];
    let row = TermRow::new(
        Term::Registration,
        2,
        Working,
        Counted,
        NotCounted,
        by,
        in_force,
        Event,
    );
    let covered = |question: TermQuestion| {
        let answer = with_law(row, &rows, |law| {
            law.term(Term::Registration, &question, &CALENDAR)
        });
        answer.unwrap().covered.unwrap()
    };
    let crossed = TermQuestion::from(day(2026, 8, 3));
    // A treaty that is not given counts as none, and one row that says no is enough.
    assert_eq!(covered(crossed), Covered::No);
    let treaty = crossed.treaty(Treaty::Days(10));
    assert_eq!(covered(treaty), Covered::Unknown);
    assert_eq!(
        covered(treaty.stay_regime(StayRegime::UpTo90)),
        Covered::Yes
    );
    assert_eq!(
        covered(treaty.stay_regime(StayRegime::Other)),
        Covered::Unknown
    );
}

#[test]
fn a_country_is_shown_as_it_was_given() {
    for code in ["UZ", "UZB", "860", "004"] {
        assert_eq!(code.parse::<Country>().unwrap().to_string(), code);
    }
}

#[test]
fn a_treaty_has_a_kind_if_it_is_known() {
    for (treaty, kind) in [
        (Treaty::Unknown, None),
        (Treaty::None, Some(TreatyKind::None)),
        (Treaty::Exempt, Some(TreatyKind::Exempt)),
        (Treaty::Days(90), Some(TreatyKind::Days)),
    ] {
        assert_eq!(treaty.kind(), kind);
    }
}
