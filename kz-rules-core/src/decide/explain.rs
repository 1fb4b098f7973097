//! Why a decision came out as it did: the rows that were passed over, and the fact that kept each
//! from fitting.

use heapless::Vec;

use super::assess::{Person, Settings};
use super::walk::{Part, Walk};
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::set::{Set, bit};
use crate::facts::{AgeBand, Birth, Fact, Facts, Region};
use crate::law::{Law, MAX_ROWS, Obligation, Provision, Rule};

/// The most rows that can be passed over: all above the last.
pub const MAX_PASSED: usize = MAX_ROWS - 1;

/// The way through an edition's table to one obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Trace {
    /// A completion that leads here: the facts of section 3 of the legal model, each with one value. A
    /// fact given with one value keeps it; so do the circumstances, which decide nothing here.
    pub completion: Facts,
    /// The rows that were passed over, in the order of the table.
    pub passed: Vec<Passed, MAX_PASSED>,
    /// The obligation that the next row decided.
    pub obligation: Obligation,
    /// The provision of that row.
    pub basis: Provision,
}

/// A row that was passed over: "not this provision, since that fact is what it is".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Passed {
    /// The provision of the row. Several rows may rest on one.
    pub provision: Provision,
    /// The fact that kept it from fitting: the first in asking order, given facts before those that were
    /// not given. None: the row does not apply on this day, whatever the facts.
    pub fact: Option<Fact>,
    /// Whether the given facts alone rule the row out. If not, the completion's value of the fact does.
    pub given: bool,
}

/// Why the built-in law leads to `obligation`: see [`Law::explain`].
///
/// # Errors
///
/// Those of [`Law::assess`].
///
/// ```
/// use kz_rules_core::{Day, Fact, Facts, Obligation, Settings, Standing, built_in, explain};
///
/// let facts = Facts::default().standing(Standing::Citizen).fingerprinted(false);
/// let today = Day::new(2026, 11, 22).unwrap();
/// let trace = explain(today, &facts, Settings::default(), Obligation::Voluntary)?
///     .expect("it is possible");
/// let passed: Vec<_> = trace.passed.iter().map(|row| (row.provision, row.fact)).collect();
/// assert_eq!(passed, [
///     (built_in::L50_COMMENCEMENT, None), // over since 2024-01-01
///     (built_in::L50_ONCE, Some(Fact::Fingerprinted)),
/// ]);
/// assert_eq!(trace.basis, built_in::L50_CITIZEN_VOLUNTARY);
/// # Ok::<(), kz_rules_core::Error>(())
/// ```
pub fn explain(
    on: Day,
    facts: &Facts,
    settings: Settings,
    obligation: Obligation,
) -> Result<Option<Trace>, Error> {
    Law::BUILT_IN.explain(on, facts, settings, obligation)
}

impl Law<'_> {
    /// Why these facts lead to `obligation` on the day `on`, or can lead to it if more than one is
    /// possible. None if it is not possible.
    ///
    /// # Errors
    ///
    /// Those of [`Law::assess`].
    pub fn explain(
        self,
        on: Day,
        facts: &Facts,
        settings: Settings,
        obligation: Obligation,
    ) -> Result<Option<Trace>, Error> {
        let person = Person::of(self, on, facts, settings)?;
        let given = person.region_on(on);
        let mut walk = Walk::new(person.rules, on, given);
        while let Some(Part { region, rule, row }) = walk.next()? {
            if rule.obligation() != obligation {
                continue;
            }
            let (completion, chosen) = self.completion(on, facts, settings, region);
            let mut passed = Vec::new();
            for above in person.rules.iter().take(row) {
                // No table has more rows than there is room for.
                passed.push(pass(above.into(), on, given, chosen)).ok();
            }
            return Ok(Some(Trace {
                completion,
                passed,
                obligation,
                basis: rule.basis(),
            }));
        }
        Ok(None)
    }

    /// A completion in one of the possible parts, as facts and as a region: for each fact the value with
    /// the lowest number, for the birth date the youngest person in the highest age band.
    fn completion(
        self,
        on: Day,
        facts: &Facts,
        settings: Settings,
        part: Region,
    ) -> (Facts, Region) {
        let mut region = part.with_lowest();
        let bands: Set<AgeBand> = Set::from_bits(part.values(Fact::Birth));
        let mut birth = facts.birth;
        if let Some(band) = AgeBand::ALL.iter().rfind(|band| bands.contains(**band)) {
            region = region.with(Fact::Birth, bit(band.code()));
            let youngest = birth.youngest(*band, self.ages(), on, settings.age_reading);
            birth = youngest.map_or(birth, Birth::from);
        }
        // `Facts` keeps the birth date in a field of its own.
        let mut told = region.with(Fact::Birth, facts.region.values(Fact::Birth));
        // Questions that the law does not have stay unanswered.
        for ((_, mask), has) in Region::facts().skip(FIRST_QUESTION).zip(self.questions()) {
            if !has {
                told = told.widened(mask, Region::ALL);
            }
        }
        let chosen = Facts {
            region: told,
            birth,
            ..*facts
        };
        (chosen, region)
    }
}

/// How many facts come before the questions in asking order.
const FIRST_QUESTION: usize = Fact::Question1 as usize - 1;

/// Why a row was passed over: it does not apply on the day, or a given or chosen fact does not fit it.
fn pass(rule: Rule<'_>, on: Day, given: Region, chosen: Region) -> Passed {
    let applies = rule.period().includes(on);
    let by_given = given.first_difference(rule.takes());
    Passed {
        provision: rule.basis(),
        fact: if applies {
            by_given.or_else(|| chosen.first_difference(rule.takes()))
        } else {
            None
        },
        given: !applies || by_given.is_some(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use std::vec::Vec as List;

    use super::*;
    use crate::decide::assess;
    use crate::facts::{Action, AgeReading, Occasion, Standing, VisaChannel};
    use crate::law::built_in::*;
    use crate::law::day;

    fn trace(on: Day, facts: &Facts, settings: Settings, obligation: Obligation) -> Trace {
        explain(on, facts, settings, obligation).unwrap().unwrap()
    }

    fn id(provision: Provision) -> &'static str {
        Law::BUILT_IN.provision(provision).unwrap().id()
    }

    fn passed(trace: &Trace) -> List<(&'static str, &'static str, bool)> {
        let row = |row: &Passed| {
            (
                id(row.provision),
                row.fact.map_or("over", Fact::name),
                row.given,
            )
        };
        trace.passed.iter().map(row).collect()
    }

    #[test]
    fn a_trace_names_each_passed_row_and_the_fact_against_it() {
        let facts = Facts::default()
            .standing(Standing::Foreigner)
            .born(day(1990, 5, 17))
            .occasion(Occasion::Visa)
            .action(Action::FirstIssue)
            .visa_channel(VisaChannel::ForeignMission)
            .fingerprinted(false);
        let before = trace(
            day(2025, 6, 30),
            &facts,
            Settings::default(),
            Obligation::Mandatory,
        );
        let expected = [
            ("L50-COMMENCEMENT", "over", true),
            ("L50-ONCE", "fingerprinted", true),
            ("L50-CITIZEN-VOLUNTARY", "standing", true),
            ("L50-AGE-16", "birth", true),
            ("L50-HELD-DOCUMENT", "action", true),
            ("L50-CASES", "action", true),
            ("L50-CASES", "occasion", true),
            ("L50-VISA-SUSPENSION", "visa_channel", true),
            ("L50-CASE-1", "occasion", true),
            ("L50-CASE-2", "occasion", true),
            ("L50-CASE-3", "occasion", true),
            ("L50-CASE-4", "occasion", true),
            ("L50-CASE-5", "occasion", true),
        ];
        assert_eq!(passed(&before), expected);
        assert_eq!(before.basis, L50_CASE_6);
        // On the next day the suspension is over, whatever the channel.
        let after = trace(
            day(2025, 7, 1),
            &facts,
            Settings::default(),
            Obligation::Mandatory,
        );
        assert_eq!(
            passed(&after).get(7),
            Some(&("L50-VISA-SUSPENSION", "over", true))
        );
    }

    #[test]
    fn the_first_row_has_nothing_above_it() {
        let on = day(2023, 12, 31);
        let first = trace(
            on,
            &Facts::default(),
            Settings::default(),
            Obligation::NotInForce,
        );
        assert!(first.passed.is_empty());
        assert_eq!(first.basis, L50_COMMENCEMENT);
    }

    #[test]
    fn a_fact_from_the_completion_is_marked_as_not_given() {
        let on = day(2026, 11, 22);
        let nothing = Facts::default();
        let way = trace(on, &nothing, Settings::default(), Obligation::Voluntary);
        let expected = [
            ("L50-COMMENCEMENT", "over", true),
            ("L50-ONCE", "fingerprinted", false),
        ];
        assert_eq!(passed(&way), expected);
        let decided = assess(on, &way.completion, Settings::default()).unwrap();
        assert_eq!(decided.possible.single(), Some(Obligation::Voluntary));
    }

    #[test]
    fn a_given_fact_is_named_before_one_that_is_not() {
        let on = day(2026, 11, 22);
        // The occasion is not known, and comes first in asking order; the action is.
        let facts = Facts::default().action(Action::FirstIssue);
        let way = trace(on, &facts, Settings::default(), Obligation::Mandatory);
        assert_eq!(
            passed(&way).get(4),
            Some(&("L50-HELD-DOCUMENT", "action", true))
        );
    }

    #[test]
    fn an_obligation_that_is_not_possible_has_no_trace() {
        let on = day(2026, 11, 22);
        let citizen = Facts::default()
            .standing(Standing::Citizen)
            .fingerprinted(false);
        for obligation in Obligation::ALL {
            let found = explain(on, &citizen, Settings::default(), *obligation).unwrap();
            assert_eq!(found.is_some(), *obligation == Obligation::Voluntary);
        }
    }

    #[test]
    fn a_partly_known_birth_date_is_completed_within_what_it_allows() {
        let on = day(2026, 11, 22);
        let settings = Settings {
            edition: ANNOUNCED,
            ..Settings::default()
        };
        let citizen = Facts::default()
            .standing(Standing::Citizen)
            .occasion(Occasion::CitizenPassport)
            .action(Action::FirstIssue)
            .fingerprinted(false);
        let born = |birth: Birth, obligation| {
            trace(on, &citizen.born(birth), settings, obligation)
                .completion
                .birth()
        };
        let year = Birth::year(2014);
        assert_eq!(
            born(year, Obligation::NotRequired),
            day(2014, 12, 31).into()
        );
        assert_eq!(born(year, Obligation::Voluntary), day(2014, 11, 22).into());
        assert_eq!(
            born(Birth::UNKNOWN, Obligation::Mandatory),
            day(2010, 11, 22).into()
        );
        assert_eq!(born(Birth::UNKNOWN, Obligation::NotRequired), on.into());
        let day = Birth::from(day(1999, 1, 2));
        assert_eq!(born(day, Obligation::Mandatory), day);
    }

    #[test]
    fn an_unknown_birth_date_becomes_the_youngest_of_the_eldest_band() {
        let settings = |age_reading| Settings {
            edition: ANNOUNCED,
            age_reading,
        };
        let born = |on, reading, obligation| {
            let nothing = Facts::default();
            let birth = trace(on, &nothing, settings(reading), obligation)
                .completion
                .birth();
            birth.known_day().unwrap()
        };
        // 12 years before 29 February 2112 there was no such day, 16 years before there was.
        let on = day(2112, 2, 29);
        let born_for = |obligation| born(on, AgeReading::Birthday, obligation);
        assert_eq!(born_for(Obligation::Voluntary), day(2100, 2, 28));
        assert_eq!(born_for(Obligation::Mandatory), day(2096, 2, 29));
        let reading = AgeReading::DayAfter;
        assert_eq!(born(on, reading, Obligation::Mandatory), day(2096, 2, 28));

        let citizen = Facts::default()
            .standing(Standing::Citizen)
            .fingerprinted(false);
        let way = trace(on, &citizen, Settings::default(), Obligation::Voluntary);
        assert_eq!(way.completion.birth(), day(2096, 2, 29).into());
    }
}
