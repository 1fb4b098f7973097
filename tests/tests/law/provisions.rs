//! Documents, provisions and milestones of every law, as the second implementation reads its page.

use std::collections::BTreeSet;

use kz_rules_core::{Date, Day, Law, Provision};
use kz_rules_tests::laws::{Page, laws};
use time::macros::date;

fn day(date: Date) -> Day {
    Day::of(date).expect("it is supported")
}

fn of<'a>(law: Law<'a>, id: &str) -> (Provision, kz_rules_core::ProvisionRow<'a>) {
    let provision = law.provision_by_id(id).expect("the law has it");
    (provision, law.provision(provision).expect("it has").row())
}

#[test]
fn a_provision_has_its_number_its_document_and_a_place_in_it() {
    for page in laws() {
        let law = page.law();
        let mut numbers = BTreeSet::new();
        assert_eq!(law.all_provisions().count(), page.naive.provisions.len());
        for (entry, expected) in law.all_provisions().zip(&page.naive.provisions) {
            let provision = entry.row().provision();
            assert_eq!(entry.id(), expected.id, "in the order of the page");
            assert!(
                numbers.insert(provision),
                "{}: {} twice",
                page.name,
                entry.id()
            );
            assert_eq!(law.provision_by_id(entry.id()), Some(provision));
            let found = law.provision(provision).expect("it is the law's");
            assert_eq!(found.id(), entry.id());
            let document = entry.document().expect("it stands in one");
            assert!(entry.id().starts_with(&format!("{}-", document.id())));
            assert!(!document.title().as_str().is_empty());
            assert!(!entry.place().as_str().is_empty(), "{}", entry.id());
            assert!(!entry.substance().as_str().is_empty(), "{}", entry.id());
        }
        let beyond = (1..=u16::MAX).filter_map(Provision::from_number);
        let beyond = beyond.filter(|number| !numbers.contains(number));
        assert!(
            beyond
                .take(1000)
                .all(|number| law.provision(number).is_none())
        );
        assert_eq!(
            law.provision_by_id("l50-age-16"),
            None,
            "identifiers are exact"
        );
        assert_eq!(law.provision_by_id(""), None);
    }
    assert_eq!(Provision::from_number(0), None);
}

#[test]
fn a_provision_applies_from_its_first_day_until_the_day_before_its_end() {
    for page in laws() {
        let law = page.law();
        for expected in &page.naive.provisions {
            let (provision, row) = of(law, &expected.id);
            let days = (
                row.from_day().map(Date::from),
                row.until_day().map(Date::from),
            );
            assert_eq!(days, (expected.from, expected.until), "{}", expected.id);
            let ends = [date!(0001 - 01 - 01), date!(9999 - 12 - 31)];
            let changes = [expected.from, expected.until].into_iter().flatten();
            let asked = changes.flat_map(|day| [day.previous_day().expect("a day"), day]);
            for asked in asked.chain(ends) {
                let applies = law.applies_on(provision, day(asked));
                assert_eq!(
                    applies,
                    expected.applies(asked),
                    "{} on {asked}",
                    expected.id
                );
            }
        }
    }
}

#[test]
fn the_built_in_law_is_known_until_the_date_of_its_newest_document() {
    let law = Law::BUILT_IN;
    let newest = law
        .all_documents()
        .filter_map(|entry| entry.row().known_as_of());
    assert_eq!(newest.max(), Some(law.known_until()));
}

#[test]
fn milestones_are_the_days_on_which_a_provision_starts_or_ends() {
    for page in laws() {
        milestones(page);
    }
}

fn milestones(page: &Page) {
    let law = page.law();
    let all = &page.naive.provisions;
    let days = all
        .iter()
        .flat_map(|provision| [provision.from, provision.until]);
    let days: BTreeSet<_> = days.flatten().collect();
    assert!(!days.is_empty());
    let mut after = date!(0001 - 01 - 01);
    for changes in &days {
        for asked in [after, changes.previous_day().expect("a day")] {
            let milestone = law.milestone_after(day(asked)).expect("one more");
            assert_eq!(Date::from(milestone.day()), *changes, "after {asked}");
            let id = |provision| law.provision(provision).expect("it is the law's").id();
            let started = all.iter().filter(|each| each.from == Some(*changes));
            let ended = all.iter().filter(|each| each.until == Some(*changes));
            assert!(
                milestone
                    .started()
                    .map(id)
                    .eq(started.map(|each| each.id.as_str()))
            );
            assert!(
                milestone
                    .ended()
                    .map(id)
                    .eq(ended.map(|each| each.id.as_str()))
            );
        }
        after = *changes;
    }
    assert!(
        law.milestone_after(day(after)).is_none(),
        "after the last one"
    );
}
