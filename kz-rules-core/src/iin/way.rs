//! Ways to obtain an IIN, by date and place (legal model, sections 5 and 6).

use time::Date;

use crate::closed_set::closed_set;
use crate::day::Day;
use crate::facts::{Answer, Facts};
use crate::law::Provision;
use crate::plan::{Step, row};
use crate::set::Set;

closed_set! {
    /// A way to obtain an IIN, in the order of preference.
    pub enum IinWay {
        /// At a foreign establishment that takes part in the pilot.
        AtMission = 1, "iin_at_mission";
        /// In person, at the registering authority in Kazakhstan.
        InPerson = 2, "iin_in_person";
        /// Through another person, under a power of attorney.
        ByProxy = 3, "iin_by_proxy";
    }
}

impl IinWay {
    /// The step of a plan that takes this way.
    #[must_use]
    pub const fn step(self) -> Step {
        match self {
            Self::AtMission => Step::IinAtMission,
            Self::InPerson => Step::IinInPerson,
            Self::ByProxy => Step::IinByProxy,
        }
    }

    /// The provisions that the way rests on, on a day of the years 1 to 9999: those that apply. None
    /// if the way is closed on that day, and for the visit in person before there was a rule about it.
    pub fn provisions(self, on: Date) -> impl Iterator<Item = Provision> {
        let row = row(self.step()).zip(Day::of(on));
        let provisions = row.map_or(&[][..], |(row, on)| row.provisions_on(on));
        provisions.iter().copied()
    }

    /// The provision on which establishments take part, for a way through one, on a day on which it
    /// applies. [`mission_in_pilot`](crate::mission_in_pilot) tells what it says of one.
    #[must_use]
    pub fn establishments(self, on: Date) -> Option<Provision> {
        let named = match self {
            Self::AtMission => Some(Provision::PilotCountries),
            Self::InPerson | Self::ByProxy => None,
        };
        named.filter(|provision| provision.applies_on(on))
    }

    /// Whether the way is open on a day of the years 1 to 9999 to the person of whom these facts are
    /// known: `yes`, `no`, or both, if that depends on what is not known. It depends on the location,
    /// and for [`IinWay::AtMission`] on the standing and on whether the establishment takes part.
    #[must_use]
    pub fn is_open(self, on: Date, facts: &Facts) -> Set<Answer> {
        let row = row(self.step()).zip(Day::of(on));
        let Some((row, _)) = row.filter(|(row, on)| row.days.include(*on)) else {
            return false.into();
        };
        let takes = row.takes();
        let mut answers = Set::EMPTY;
        if !facts.region.meet(takes).is_empty() {
            answers.insert(Answer::Yes);
        }
        if !facts.region.is_within(takes) {
            answers.insert(Answer::No);
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use time::macros::date;

    use super::*;
    use crate::facts::{Location, Standing};

    fn open(on: Date, facts: &Facts) -> [Option<bool>; 3] {
        let answer = |way: IinWay| way.is_open(on, facts).single();
        [IinWay::AtMission, IinWay::InPerson, IinWay::ByProxy]
            .map(|way| answer(way).map(|answer| answer == Answer::Yes))
    }

    #[test]
    fn ways_are_open_by_date() {
        let abroad = Facts::default()
            .location(Location::Abroad)
            .standing(Standing::Foreigner)
            .mission_in_pilot(true);
        let days = [
            (date!(2023 - 06 - 01), false, true),
            (date!(2024 - 02 - 23), false, true),
            (date!(2024 - 02 - 24), false, false),
            (date!(2024 - 04 - 12), false, false),
            (date!(2024 - 04 - 13), true, false),
            (date!(2024 - 12 - 31), true, false),
            (date!(2025 - 01 - 01), false, false),
        ];
        for (on, mission, proxy) in days {
            assert_eq!(open(on, &abroad), [Some(mission), Some(false), Some(proxy)]);
            let home = abroad.location(Location::InKazakhstan);
            assert_eq!(open(on, &home), [Some(false), Some(true), Some(proxy)]);
        }
    }

    #[test]
    fn what_is_not_known_leaves_a_way_open_or_not() {
        let in_pilot = date!(2024 - 06 - 01);
        let nothing = Facts::default();
        assert_eq!(open(in_pilot, &nothing), [None, None, Some(false)]);
        let after = date!(2025 - 06 - 01);
        assert_eq!(open(after, &nothing), [Some(false), None, Some(false)]);
        let closed = [
            nothing.location(Location::InKazakhstan),
            nothing.standing(Standing::Stateless),
            nothing.standing(Set::from_iter([Standing::Stateless, Standing::Citizen])),
            nothing.mission_in_pilot(false),
        ];
        for facts in closed {
            assert_eq!(IinWay::AtMission.is_open(in_pilot, &facts), false.into());
        }
    }

    #[test]
    fn provisions_are_those_that_apply() {
        let named = |way: IinWay, on| -> Vec<_> { way.provisions(on).map(Provision::id).collect() };
        let pilot = ["PILOT-PERIOD", "PILOT-IN-PERSON", "PILOT-PAPERS"];
        assert_eq!(named(IinWay::AtMission, date!(2024 - 12 - 31)), pilot);
        assert!(named(IinWay::AtMission, date!(2025 - 01 - 01)).is_empty());
        let establishments = |on| IinWay::ALL.iter().map(move |way| way.establishments(on));
        let named_in_pilot = [Some(Provision::PilotCountries), None, None];
        assert!(establishments(date!(2024 - 12 - 31)).eq(named_in_pilot));
        assert!(establishments(date!(2025 - 01 - 01)).eq([None; 3]));
        assert!(named(IinWay::InPerson, date!(2024 - 02 - 23)).is_empty());
        assert_eq!(
            named(IinWay::InPerson, date!(2024 - 02 - 24)),
            ["L50-IIN-IN-PERSON"]
        );
        assert_eq!(
            named(IinWay::ByProxy, date!(2024 - 02 - 23)),
            ["L50-IIN-PROXY"]
        );
        assert!(named(IinWay::ByProxy, date!(2024 - 02 - 24)).is_empty());
    }
}
