//! An interview: asks a visitor for the facts that the law needs, and logs the steps to the document.
//!
//! Facts can be logged directly: a birth date hides itself.

use defmt::{info, warn};
use kz_rules_core::{
    Action, Answer, Day, Error, Fact, Facts, Location, Occasion, Settings, Standing, VisaChannel,
    assess, day, plan,
};

const TODAY: Day = day(2026, 11, 22);
const BORN: Day = day(1990, 5, 17);

/// Holds the interview.
pub(crate) fn hold() -> Result<(), Error> {
    let settings = Settings::default();
    let mut facts = Facts::default();

    let answer = loop {
        let answer = assess(TODAY, &facts, settings)?;
        let Some(fact) = answer.ask else { break answer };
        info!("asking for {}", fact);
        facts = told(facts, fact);
    };
    info!("{}", answer);

    let plan = loop {
        let plan = plan(TODAY, &facts, settings)?;
        let Some(fact) = plan.ask else { break plan };
        info!("asking for {}", fact);
        facts = told(facts, fact);
    };
    info!("{}", plan);
    info!("{}", facts);

    if let Err(error) = assess(day(1990, 5, 16), &facts, settings) {
        warn!("no answer for a day before the birth: {}", error);
    }
    Ok(())
}

/// This visitor's answer to the question for a fact.
fn told(facts: Facts, asked: Fact) -> Facts {
    match asked {
        Fact::Occasion => facts.occasion(Occasion::Visa),
        Fact::Standing => facts.standing(Standing::Foreigner),
        Fact::Birth => facts.born(BORN),
        Fact::Fingerprinted => facts.fingerprinted(false),
        Fact::Action => facts.action(Action::FirstIssue),
        Fact::VisaChannel => facts.visa_channel(VisaChannel::ForeignMission),
        Fact::PermanentResident => facts.permanent_resident(false),
        Fact::HeldAtCommencement => facts.held_at_commencement(false),
        Fact::Location => facts.location(Location::Abroad),
        Fact::MayEnter => facts.may_enter(false),
        Fact::HasIin => facts.has_iin(true),
        Fact::MissionInPilot => facts.mission_in_pilot(Answer::No),
        Fact::MissionTakesFingerprints => facts.mission_takes_fingerprints(true),
        Fact::PassportInForeignLanguage => facts.passport_in_foreign_language(true),
        // The built-in law has no questions of its own.
        Fact::Question1 | Fact::Question2 | Fact::Question3 | Fact::Question4 => {
            facts.decline(asked)
        }
    }
}
