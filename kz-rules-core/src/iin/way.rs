//! Ways to obtain an IIN, by date and place (legal model, sections 5 and 6): the steps of a law that
//! give one.

use core::fmt;

use crate::base::day::Day;
use crate::base::set::Set;
use crate::facts::{Answer, Circumstances, Fact, Facts};
use crate::law::{Goal, Law, Provision, Step, StepRow};
use crate::plan::Completions;

/// A way to obtain an IIN under a law on a day: a step that gives one.
#[derive(Clone, Copy)]
pub struct IinWay<'a> {
    law: Law<'a>,
    step: Step,
    on: Day,
}

impl fmt::Debug for IinWay<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IinWay")
            .field("step", &self.step)
            .field("on", &self.on)
            .finish_non_exhaustive()
    }
}

impl<'a> Law<'a> {
    /// The ways to obtain an IIN that are open to somebody on a day, in the order of preference.
    ///
    /// ```
    /// use kz_rules_core::{Law, Step, day};
    ///
    /// let steps = |on| Law::BUILT_IN.iin_ways(on).map(|way| way.step()).collect::<Vec<_>>();
    /// assert_eq!(steps(day(2024, 6, 1)), [Step::IinAtMission, Step::IinInPerson]);
    /// assert_eq!(steps(day(2025, 6, 1)), [Step::IinInPerson]);
    /// ```
    pub fn iin_ways(self, on: Day) -> impl Iterator<Item = IinWay<'a>> {
        let steps = self.iin_rows(on).map(StepRow::step).enumerate();
        // Each step once, where its first row stands.
        let first = move |(place, step): &(usize, Step)| {
            let mut before = self.iin_rows(on).map(StepRow::step).take(*place);
            !before.any(|earlier| earlier == *step)
        };
        steps.filter(first).map(move |(_, step)| IinWay {
            law: self,
            step,
            on,
        })
    }

    /// The rows on a day that give an IIN.
    fn iin_rows(self, on: Day) -> impl Iterator<Item = StepRow<'a>> + Clone {
        let rows = self.steps().iter().map(StepRow::from);
        rows.filter(move |row| row.gives() == Goal::Iin && row.period().includes(on))
    }
}

impl<'a> IinWay<'a> {
    /// The step of a plan that takes this way.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// The provisions that the way rests on, each once: those of all its rows, if they apply on the
    /// day.
    pub fn provisions(&self) -> impl Iterator<Item = Provision> + use<'a> {
        let (law, on) = (self.law, self.on);
        let all = self.rows().flat_map(|row| row.provisions().iter());
        let applies = all.clone().enumerate().filter(move |(place, provision)| {
            let mut before = all.clone().take(*place);
            law.applies_on(*provision, on) && !before.any(|earlier| earlier == *provision)
        });
        applies.map(|(_, provision)| provision)
    }

    /// All provisions of the documents that the way rests on, if they apply on the day: what else
    /// those documents say.
    pub fn document_provisions(&self) -> impl Iterator<Item = Provision> + use<'a> {
        let (way, on) = (*self, self.on);
        let document = move |provision| Some(way.law.provision(provision)?.row().document());
        let all = way.law.all_provisions().map(|entry| entry.row());
        all.filter(move |row| {
            let mut documents = way.provisions().filter_map(document);
            row.applies_on(on) && documents.any(|number| number == row.document())
        })
        .map(|row| row.provision())
    }

    /// Whether the way is open to a person with these facts: `yes`, `no`, or both, if that depends on
    /// unknown facts.
    #[must_use]
    pub fn is_open(&self, facts: &Facts) -> Set<Answer> {
        let mut completions = Completions::new(facts.region, facts.circumstances);
        let mut answers = Set::EMPTY;
        loop {
            let is_open = self.rows().any(|row| {
                let at = Circumstances::ALL.with(Fact::Location, row.place().bits());
                completions.meet(row.takes(), row.circumstances().meet(at))
            });
            answers.insert(is_open.into());
            if !completions.advance() {
                return answers;
            }
        }
    }

    fn rows(&self) -> impl Iterator<Item = StepRow<'a>> + Clone + use<'a> {
        let step = self.step;
        self.law
            .iin_rows(self.on)
            .filter(move |row| row.step() == step)
    }
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};
    use std::vec::Vec;

    use super::*;
    use crate::facts::{Location, Standing};
    use crate::law::{Sections, built_in_for_tests, day, when};

    const LAW: Law<'static> = Law::BUILT_IN;

    fn way(step: Step, on: Day) -> Option<IinWay<'static>> {
        LAW.iin_ways(on).find(|way| way.step() == step)
    }

    /// At a mission, in person, by proxy: open or not, or not known.
    fn open(on: Day, facts: &Facts) -> [Option<bool>; 3] {
        [Step::IinAtMission, Step::IinInPerson, Step::IinByProxy].map(|step| {
            let Some(way) = way(step, on) else {
                return Some(false);
            };
            let answer = way.is_open(facts).single();
            answer.map(|answer| answer == Answer::Yes)
        })
    }

    #[test]
    fn ways_are_open_by_date() {
        let abroad = Facts::default()
            .location(Location::Abroad)
            .standing(Standing::Foreigner)
            .mission_in_pilot(true);
        let days = [
            (day(2023, 6, 1), false, true),
            (day(2024, 2, 23), false, true),
            (day(2024, 2, 24), false, false),
            (day(2024, 4, 12), false, false),
            (day(2024, 4, 13), true, false),
            (day(2024, 12, 31), true, false),
            (day(2025, 1, 1), false, false),
        ];
        for (on, mission, proxy) in days {
            assert_eq!(open(on, &abroad), [Some(mission), Some(false), Some(proxy)]);
            let home = abroad.location(Location::InKazakhstan);
            assert_eq!(open(on, &home), [Some(false), Some(true), Some(proxy)]);
        }
    }

    #[test]
    fn unknown_facts_can_leave_a_way_undecided() {
        let in_pilot = day(2024, 6, 1);
        let nothing = Facts::default();
        assert_eq!(open(in_pilot, &nothing), [None, None, Some(false)]);
        let after = day(2025, 6, 1);
        assert_eq!(open(after, &nothing), [Some(false), None, Some(false)]);
        let closed = [
            nothing.location(Location::InKazakhstan),
            nothing.standing(Standing::Stateless),
            nothing.standing(Set::from_iter([Standing::Stateless, Standing::Citizen])),
            nothing.mission_in_pilot(false),
        ];
        let mission = way(Step::IinAtMission, in_pilot).unwrap();
        for facts in closed {
            assert_eq!(mission.is_open(&facts), false.into());
        }
    }

    #[test]
    fn rows_of_a_step_that_together_take_everybody_leave_nobody_out() {
        let row = |when| {
            let place = Location::set(Location::ALL);
            StepRow::new(Step::IinByProxy, place, Goal::Iin, Set::EMPTY, when, &[])
        };
        let steps = [
            row(when().standing(&[Standing::Citizen])),
            row(when().may_enter(&[Answer::Yes])),
            row(when().standing(&[Standing::Foreigner, Standing::Stateless])),
        ];
        let open = |steps: &[_], facts: &Facts| {
            let sections = Sections {
                steps,
                ..*built_in_for_tests()
            };
            let law = Law::from(&sections);
            let mut ways = law.iin_ways(day(2025, 1, 1));
            let way = ways.next().unwrap();
            assert!(ways.next().is_none());
            way.is_open(facts)
        };
        let nothing = Facts::default();
        assert_eq!(open(&steps, &nothing), true.into());
        assert_eq!(open(&steps[..2], &nothing).len(), 2);
        assert_eq!(open(&steps[..2], &nothing.may_enter(true)), true.into());
        let foreigner = nothing.standing(Standing::Foreigner);
        assert_eq!(open(&steps[..1], &foreigner), false.into());
    }

    #[test]
    fn provisions_are_those_that_apply() {
        let named = |step, on| -> Vec<String> {
            let provisions = way(step, on).into_iter().flat_map(|way| way.provisions());
            provisions.map(|provision| provision.to_string()).collect()
        };
        let pilot = ["PILOT-PERIOD", "PILOT-IN-PERSON", "PILOT-PAPERS"];
        assert_eq!(named(Step::IinAtMission, day(2024, 12, 31)), pilot);
        assert!(named(Step::IinAtMission, day(2025, 1, 1)).is_empty());
        assert!(named(Step::IinInPerson, day(2024, 2, 23)).is_empty());
        assert_eq!(
            named(Step::IinInPerson, day(2024, 2, 24)),
            ["L50-IIN-IN-PERSON"]
        );
        assert_eq!(named(Step::IinByProxy, day(2024, 2, 23)), ["L50-IIN-PROXY"]);
        assert!(named(Step::IinByProxy, day(2024, 2, 24)).is_empty());
    }
}
