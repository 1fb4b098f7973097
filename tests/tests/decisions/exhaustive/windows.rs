//! Compares windows with the second implementation, which counts day by day: every pair of days of two years, for each
//! term and week. The other facts of a term go through all their values from pair to pair.

use std::time::Instant;

use kz_rules_core::{
    Certainty, Day, LawKnown, Standing, StayRegime, Term, TermAnswer, TermOutcome, TermQuestion,
    Treaty, Week,
};
use kz_rules_naive as naive;
use kz_rules_tests::both::Both;
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::{earlier, later};
use naive::calendar;
use naive::term::{Kind, Running};
use time::Date;

use super::stride;

/// The days of two years: the rules begin in the first, and in the second the calendar is projected.
const DAYS: usize = 730;
const FIRST_YEAR: i32 = 2026;

/// The number of questions about two days: terms, weeks, treaties, regimes, standings, arrivals, ends of the stay.
const OF_DAYS: usize = TERMS_AND_WEEKS * 7 * 3 * 4 * 3 * 6;
const TERMS_AND_WEEKS: usize = Kind::ALL.len() * 2;

fn day(date: Date) -> Day {
    Day::of(date).expect("it is supported")
}

/// The question with this number about two days, for both.
fn question(from: Date, on: Date, number: usize) -> (Term, TermQuestion, naive::term::Question) {
    let mut rest = number;
    let mut next = |count| {
        let digit = rest % count;
        rest /= count;
        digit
    };
    let kind = Kind::ALL[next(Kind::ALL.len())];
    let term = Term::from_name(kind.word()).expect("the same terms");
    let (week, naive_week) = [
        (Week::Five, calendar::Week::Five),
        (Week::Six, calendar::Week::Six),
    ][next(2)];
    let treaties = [
        (Treaty::Unknown, naive::term::Treaty::Unknown),
        (Treaty::None, naive::term::Treaty::None),
        (Treaty::Exempt, naive::term::Treaty::Exempt),
        (Treaty::Days(1), naive::term::Treaty::Days(1)),
        (Treaty::Days(90), naive::term::Treaty::Days(90)),
        (Treaty::Days(366), naive::term::Treaty::Days(366)),
        (Treaty::Days(367), naive::term::Treaty::Days(367)),
    ];
    let (treaty, naive_treaty) = treaties[next(treaties.len())];
    let regime = [None, Some(StayRegime::UpTo90), Some(StayRegime::Other)];
    let regime_at = next(regime.len());
    let standing = [
        None,
        Some(Standing::Citizen),
        Some(Standing::Foreigner),
        Some(Standing::Stateless),
    ];
    let standing_at = next(standing.len());
    let arrived = [None, Some(false), Some(true)][next(3)];
    let stay_until = [
        None,
        Some(earlier(from, 1)),
        Some(from),
        Some(later(from, 4)),
        Some(later(from, 29)),
        Some(later(from, 200)),
    ][next(6)];
    let place = |at: usize| at.checked_sub(1).map(|at| u8::try_from(at).expect("few"));
    let core = TermQuestion::from(day(from))
        .on(day(on))
        .week(week)
        .treaty(treaty)
        .stay_regime(regime[regime_at])
        .standing(standing[standing_at])
        .arrived_to_live(arrived)
        .stay_until(stay_until.map(day));
    let naive = naive::term::Question {
        kind,
        from,
        on,
        week: naive_week,
        treaty: naive_treaty,
        stay_regime: place(regime_at),
        standing: place(standing_at),
        arrived_to_live: arrived.map(u8::from),
        stay_until,
    };
    (term, core, naive)
}

fn is_same(both: &Both<'_>, got: &TermAnswer, expected: &naive::term::Answer, on: Date) -> bool {
    let window = got.window();
    let shown = window.map(|window| {
        let on = day(on);
        (
            Date::from(window.strict),
            Date::from(window.lenient),
            window.certainty == Certainty::Projected,
            window.state(on).name(),
            i64::from(window.days_left(on)),
            i64::from(window.days_late(on)),
        )
    });
    let running = expected.running.map(|it: Running| {
        (
            it.window.strict,
            it.window.lenient,
            it.window.projected,
            it.state.word(),
            it.days_left,
            it.days_late,
        )
    });
    let covered = expected
        .covered
        .map(|place| ["no", "unknown", "yes"][usize::from(place)]);
    let cautions = got.cautions.iter().map(|it| both.place(*it));
    (got.outcome != TermOutcome::NotInForce) == expected.in_force
        && got.covered.map(|covered| covered.name()) == covered
        && window.is_some_and(|window| window.transitional) == expected.transitional
        && shown == running
        && cautions.eq(expected.cautions.iter().copied())
        && (got.law == LawKnown::Known) == expected.known
}

/// Compares the answers to a question about a term.
fn compare(page: &Page, both: &Both<'_>, from: Date, on: Date, number: usize) {
    let (term, question, naive) = question(from, on, number);
    let law = page.law();
    let got = law.term(term, &question, &law.calendar());
    let expected = naive::term::term(&page.naive, &naive);
    let same = match (&got, &expected) {
        (Ok(got), Ok(expected)) => is_same(both, got, expected, on),
        (Err(got), Err(expected)) => got.name() == expected.word(),
        _ => false,
    };
    assert!(
        same,
        "{}: {naive:?}\nlibrary: {got:?}\nnaive: {expected:?}",
        page.name
    );
}

#[test]
fn every_pair_of_days_of_two_years() {
    let start = Instant::now();
    assert_eq!(Kind::ALL.len(), Term::ALL.len());
    let first = Date::from_ordinal_date(FIRST_YEAR, 1).expect("a day");
    let both: Vec<_> = laws().iter().map(Both::of).collect();
    let froms: Vec<_> = (0..laws().len())
        .flat_map(|law| (0..DAYS).map(move |from| (law, from)))
        .collect();
    let stride = stride(1, 29);
    let cases = compared(&froms, |&(law, from)| {
        let mut cases = 0;
        // Different days each time.
        for on in (from % stride..DAYS).step_by(stride) {
            let days = (later(first, from), later(first, on));
            // The other facts of this pair, the same for each term and week.
            let others = (from * DAYS + on) * 7919 % (OF_DAYS / TERMS_AND_WEEKS);
            for term_and_week in 0..TERMS_AND_WEEKS {
                let number = others * TERMS_AND_WEEKS + term_and_week;
                compare(&laws()[law], &both[law], days.0, days.1, number);
                cases += 1;
            }
        }
        cases
    });
    println!("{cases} windows are equal, {:?}", start.elapsed());
}
