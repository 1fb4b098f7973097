//! The pilot: an IIN through foreign establishments (legal model, section 5).

use super::way::IinWay;
use crate::base::day::Day;
use crate::facts::Answer;
use crate::law::{Law, Step};

/// What an application in the pilot needs.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct PilotPapers<'a> {
    /// Whether a notarised translation is needed; none: not known.
    pub translation: Option<Answer>,
    /// Whether that notarisation must be legalised or bear an apostille; none: not known.
    pub legalisation: Option<Answer>,
    /// The way at the establishment, with the provisions that it rests on. The term `iin_mission` says
    /// when the IIN is ready.
    pub way: IinWay<'a>,
}

impl<'a> Law<'a> {
    /// The papers of an application for an IIN filed at a foreign establishment on a day; none if the
    /// way is closed to everybody then.
    ///
    /// `latin_or_cyrillic`: whether the document shows the person's data in Latin or Cyrillic letters.
    /// `convention_state`: whether the translation is notarised in a state party to one of the two
    /// conventions that make legalisation unnecessary. Either may be unknown.
    #[must_use]
    pub fn pilot_papers(
        self,
        on: Day,
        latin_or_cyrillic: Option<Answer>,
        convention_state: Option<Answer>,
    ) -> Option<PilotPapers<'a>> {
        let mut ways = self.iin_ways(on);
        let way = ways.find(|way| way.step() == Step::IinAtMission)?;
        let translation = latin_or_cyrillic.map(not);
        Some(PilotPapers {
            translation,
            legalisation: both(translation, convention_state.map(not)),
            way,
        })
    }
}

/// [`Law::pilot_papers`] of the built-in law.
#[must_use]
pub fn pilot_papers(
    on: Day,
    latin_or_cyrillic: Option<Answer>,
    convention_state: Option<Answer>,
) -> Option<PilotPapers<'static>> {
    Law::BUILT_IN.pilot_papers(on, latin_or_cyrillic, convention_state)
}

const fn not(answer: Answer) -> Answer {
    match answer {
        Answer::Yes => Answer::No,
        Answer::No => Answer::Yes,
    }
}

/// `yes` if both are `yes`, `no` if either is `no`, else not known.
const fn both(one: Option<Answer>, other: Option<Answer>) -> Option<Answer> {
    match (one, other) {
        (Some(Answer::No), _) | (_, Some(Answer::No)) => Some(Answer::No),
        (Some(Answer::Yes), Some(Answer::Yes)) => Some(Answer::Yes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;
    use std::vec::Vec;

    use super::*;
    use crate::law::day;

    const LAW: Law<'static> = Law::BUILT_IN;

    #[test]
    fn the_needs_follow_from_two_facts() {
        const YES: Option<Answer> = Some(Answer::Yes);
        const NO: Option<Answer> = Some(Answer::No);
        let cases = [
            // letters, convention state: translation, legalisation
            (YES, YES, NO, NO),
            (YES, NO, NO, NO),
            (YES, None, NO, NO),
            (NO, YES, YES, NO),
            (NO, NO, YES, YES),
            (NO, None, YES, None),
            (None, YES, None, NO),
            (None, NO, None, None),
            (None, None, None, None),
        ];
        for (letters, state, translation, legalisation) in cases {
            let papers = LAW.pilot_papers(day(2024, 6, 1), letters, state).unwrap();
            let needs = (papers.translation, papers.legalisation);
            assert_eq!(needs, (translation, legalisation), "{letters:?} {state:?}");
        }
    }

    #[test]
    fn there_are_papers_while_the_pilot_runs() {
        let runs = |on| LAW.pilot_papers(on, None, None).is_some();
        assert!(!runs(day(2024, 4, 12)) && runs(day(2024, 4, 13)));
        assert!(runs(day(2024, 12, 31)) && !runs(day(2025, 1, 1)));
    }

    #[test]
    fn the_way_names_what_else_its_document_says() {
        let papers = LAW.pilot_papers(day(2024, 6, 1), None, None).unwrap();
        let provisions = papers.way.document_provisions();
        let provisions: Vec<_> = provisions.map(|provision| provision.to_string()).collect();
        for id in ["PILOT-TRANSLATION", "PILOT-LEGALISATION", "PILOT-TERM"] {
            assert!(provisions.iter().any(|known| known == id), "{id}");
        }
        assert!(provisions.iter().all(|id| id.starts_with("PILOT-")));
    }
}
