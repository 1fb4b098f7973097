//! What a plan says.

use std::vec;
use std::vec::Vec;

use super::*;
use crate::facts::*;
use crate::law::built_in::*;
use crate::law::*;

/// A foreigner abroad who asks a mission for a first visa and has all but the prints.
fn visa() -> Facts {
    Facts::default()
        .occasion(Occasion::Visa)
        .standing(Standing::Foreigner)
        .born(day(1990, 5, 17))
        .fingerprinted(false)
        .action(Action::FirstIssue)
        .visa_channel(VisaChannel::ForeignMission)
        .location(Location::Abroad)
        .may_enter(false)
        .has_iin(true)
        .mission_takes_fingerprints(true)
        .passport_in_foreign_language(false)
}

fn named(plan: &Plan<'_>) -> Vec<(Step, Vec<Provision>)> {
    let steps = plan.steps();
    steps
        .map(|step| (step.step, step.provisions().collect()))
        .collect()
}

#[test]
fn a_document_rests_on_the_row_that_makes_its_prints_mandatory() {
    let on = day(2025, 12, 1);
    let settings = Settings::default();
    let found = plan(on, &visa(), settings).unwrap();
    let expected = [
        (Step::FingerprintAtMission, vec![L50_COLLECTORS_ABROAD]),
        (Step::ObtainDocument, vec![L50_CASE_6]),
    ];
    assert_eq!(named(&found), expected);
    // Prints already in the database do not change that.
    let found = plan(on, &visa().fingerprinted(true), settings).unwrap();
    assert_eq!(named(&found), expected[1..]);
}

#[test]
fn a_step_from_two_rows_rests_on_both_while_they_apply() {
    let both = Location::set(Location::ALL);
    let row = |answer, provisions: &[Provision]| {
        let when = when().question_1(&[answer]);
        let (step, gives) = (Step::FingerprintAtMission, Goal::Fingerprints);
        StepRow::new(step, both, gives, Set::EMPTY, when, provisions)
    };
    let steps = [
        // The pilot has ended by then.
        row(Answer::Yes, &[L50_PLACE, PILOT_PERIOD]),
        row(Answer::No, &[L50_PAPERS, L50_PLACE]),
    ];
    let sections = Sections {
        steps: &steps,
        questions: [true, false, false, false],
        ..*built_in_for_tests()
    };
    let law = Law::from(&sections);
    let of = |facts: Facts| {
        let plan = law
            .plan(day(2025, 12, 1), &facts, Settings::default())
            .unwrap();
        assert_eq!((plan.verdict, plan.ask), (Verdict::Feasible, None));
        named(&plan).remove(0)
    };
    let step = Step::FingerprintAtMission;
    assert_eq!(of(visa().question_1(true)), (step, vec![L50_PLACE]));
    assert_eq!(of(visa()), (step, vec![L50_PLACE, L50_PAPERS]));
}

#[test]
fn the_upper_of_two_steps_to_one_goal_is_taken() {
    let both = Location::set(Location::ALL);
    let iin = |step, needs, when| StepRow::new(step, both, Goal::Iin, needs, when, &[]);
    let prints = StepRow::new(
        Step::FingerprintInKazakhstan,
        both,
        Goal::Fingerprints,
        Goal::Iin.into(),
        when(),
        &[],
    );
    let steps = [
        // It would need a round more.
        iin(Step::IinInPerson, Goal::Translation.into(), when()),
        iin(
            Step::IinAtMission,
            Set::EMPTY,
            when().may_enter(&[Answer::Yes]),
        ),
        iin(Step::IinByProxy, Set::EMPTY, when()),
        prints,
        StepRow::new(
            Step::TranslatePassport,
            both,
            Goal::Translation,
            Set::EMPTY,
            when(),
            &[],
        ),
    ];
    let sections = Sections {
        steps: &steps,
        ..*built_in_for_tests()
    };
    let of = |facts: Facts| -> Vec<Step> {
        let plan = Law::from(&sections).plan(day(2025, 12, 1), &facts, Settings::default());
        plan.unwrap().steps().map(|step| step.step).collect()
    };
    let facts = visa().has_iin(false).passport_in_foreign_language(true);
    let last = [Step::FingerprintInKazakhstan, Step::ObtainDocument];
    assert_eq!(of(facts), [&[Step::IinByProxy][..], &last].concat());
    let guest = facts.may_enter(true);
    assert_eq!(of(guest), [&[Step::IinAtMission][..], &last].concat());
    let translated = guest.passport_in_foreign_language(false);
    assert_eq!(of(translated), [&[Step::IinInPerson][..], &last].concat());
    // Each answer to `may_enter` has its own plan; without an answer there is none.
    assert_eq!(of(facts.may_enter(Answer::set(Answer::ALL))), []);
}

#[test]
fn the_occasion_is_asked_for_first() {
    let found = plan(day(2025, 12, 1), &Facts::default(), Settings::default()).unwrap();
    assert_eq!(
        (found.verdict, found.ask),
        (Verdict::Depends, Some(Fact::Occasion))
    );
    let declined = Facts::default().decline(Fact::Occasion);
    let found = plan(day(2025, 12, 1), &declined, Settings::default()).unwrap();
    assert_eq!(found.ask, Some(Fact::Standing));
    assert!(found.relevant.contains(Fact::Occasion));
}

#[test]
fn errors_come_in_order() {
    let on = day(2025, 12, 1);
    let announced = Settings {
        edition: ANNOUNCED,
        ..Settings::default()
    };
    let late = visa().born(day(2026, 1, 1));
    let error = |facts: &Facts, settings| plan(on, facts, settings).unwrap_err();
    assert_eq!(error(&late.question_2(true), announced), Error::Question2);
    assert_eq!(error(&late, announced), Error::EditionNotSupported);
    let enacted = Settings::default();
    assert_eq!(error(&late, enacted), Error::BirthAfterDecision);
    let never = visa().born(Birth::year(0));
    assert_eq!(error(&never, enacted), Error::BirthNotSupported);
}

#[test]
fn a_law_that_leaves_somebody_out_gives_no_plan() {
    let on = day(2025, 12, 1);
    let visas = when().occasion(&[Occasion::Visa]);
    let rules = [Rule::new(visas, Obligation::Mandatory, L50_CASE_6)];
    let obtained = [ObtainedRow::new(visas, Location::Abroad.into())];
    let mut without_rows = *built_in_for_tests();
    without_rows.editions[0] = &rules;
    let without_place = Sections {
        obtained: &obtained,
        ..*built_in_for_tests()
    };
    let without_basis = Sections {
        deadlocks: &[],
        ..*built_in_for_tests()
    };
    let deadlock = visa().mission_takes_fingerprints(false);
    let by = |sections: &Sections<'_>, facts: &Facts| {
        let plan = Law::from(sections).plan(on, facts, Settings::default());
        plan.map(|plan| plan.verdict)
    };
    assert_eq!(by(&without_rows, &deadlock), Ok(Verdict::Deadlock));
    let any = Facts::default();
    assert_eq!(by(&without_rows, &any), Err(Error::LawIncomplete));
    assert_eq!(by(&without_place, &any), Err(Error::LawIncomplete));
    assert_eq!(by(&without_basis, &visa()), Ok(Verdict::Feasible));
    assert_eq!(by(&without_basis, &deadlock), Err(Error::LawIncomplete));
}

/// `Debug` shows all that a plan and a step say.
fn equal_if_shown_equal<T: PartialEq + core::fmt::Debug>(all: &[T]) {
    for one in all {
        for other in all {
            let same = std::format!("{one:?}") == std::format!("{other:?}");
            assert_eq!(one == other, same, "{one:?}, {other:?}");
        }
    }
}

#[test]
fn plans_are_equal_if_they_say_the_same() {
    let persons = [
        visa(),
        visa().fingerprinted(true),
        visa().has_iin(false),
        visa().mission_takes_fingerprints(false),
        visa().may_enter(true),
        visa().occasion(Occasion::Iin),
        Facts::default(),
        Facts::default().decline(Fact::Occasion),
    ];
    let days = [day(2025, 12, 1), day(2026, 11, 22), day(2099, 1, 1)];
    let plans: Vec<_> = days
        .iter()
        .flat_map(|on| persons.map(|facts| plan(*on, &facts, Settings::default()).unwrap()))
        .collect();
    equal_if_shown_equal(&plans);
    let steps: Vec<_> = plans.iter().flat_map(Plan::steps).collect();
    let one = steps.first().unwrap();
    let other = PlanStep {
        step: Step::Leave,
        ..*one
    };
    assert_ne!(*one, other);
    equal_if_shown_equal(&steps);
}
