//! Fully known persons, as in the second implementation, and the library's answers for them.

use kz_rules_core::{Day, Facts, Outcome, Provision, Settings};
use kz_rules_naive::facts::{ASSESS_FACTS, bit, fact};
use kz_rules_naive::law::Row;
use kz_rules_tests::both::{Born, Both, Moment, Values};
use kz_rules_tests::laws::Page;
use time::{Date, Duration};

/// The facts of an assessment except birth and the law's own questions.
pub(super) const OF_PERSON: [usize; 7] = [
    fact::OCCASION,
    fact::STANDING,
    fact::FINGERPRINTED,
    fact::ACTION,
    fact::VISA_CHANNEL,
    fact::PERMANENT_RESIDENT,
    fact::HELD_AT_COMMENCEMENT,
];

/// The same, and the law's own questions.
pub(super) const WITH_QUESTIONS: [usize; 11] = {
    let [a, b, c, d, e, f, g] = OF_PERSON;
    let first = fact::QUESTION_1;
    [a, b, c, d, e, f, g, first, first + 1, first + 2, first + 3]
};

/// The values of the facts; for birth, the age.
pub(super) type Person = [u8; ASSESS_FACTS];

pub(super) fn bits_of(person: &Person) -> u64 {
    let each = person.iter().enumerate();
    each.map(|(of, value)| bit(of, *value)).sum()
}

/// The row of an edition that decides.
pub(super) fn decides(rows: &[Row], person: u64, on: Date) -> Option<usize> {
    rows.iter()
        .position(|row| row.condition.open(on) && row.condition.takes(person))
}

/// A birth date for an age on a day, well within the age.
fn born(page: &Page, age: u8, on: Date) -> Date {
    let years = age
        .checked_sub(1)
        .map_or(0, |place| page.naive.ages[usize::from(place)]);
    on - Duration::days(i64::from(years) * 366 + 20)
}

/// The question about a person for the library.
pub(super) fn question(
    page: &Page,
    both: &Both<'_>,
    edition: usize,
    person: &Person,
    on: Date,
) -> (Day, Facts, Settings) {
    let mut told: Values = [None; 18];
    for (of, value) in person.iter().enumerate() {
        let is_question = (fact::QUESTION_1..fact::QUESTION_1 + 4).contains(&of);
        let is_asked = !is_question || page.naive.questions[of - fact::QUESTION_1];
        if of != fact::BIRTH && is_asked {
            told[of] = Some(*value);
        }
    }
    let moment = Moment {
        on,
        edition,
        day_after: false,
        born: Born::Day(born(page, person[fact::BIRTH], on)),
    };
    both.core(moment, &told, 0)
}

/// The library's answer: obligation and basis.
pub(super) fn answer(
    page: &Page,
    both: &Both<'_>,
    edition: usize,
    person: &Person,
    on: Date,
) -> (u8, u8) {
    let (day, facts, settings) = question(page, both, edition, person, on);
    let assessment = page
        .law()
        .assess(day, &facts, settings)
        .expect("a row takes everybody");
    let Outcome::Decided(obligation) = assessment.outcome() else {
        panic!("{person:?} on {on}: all is known, and it is undecided");
    };
    let basis: Vec<Provision> = assessment.basis().collect();
    assert_eq!(basis.len(), 1, "one row decides");
    (obligation.code() - 1, both.place(basis[0]))
}
