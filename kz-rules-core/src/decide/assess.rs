//! Who must, may or need not be fingerprinted (legal model, sections 2 to 4).
//!
//! The rows of an edition are run over a whole region of completions at once. What a row takes is decided;
//! the rest is cut into regions that do not overlap and passed to the rows below. A person whose facts are
//! all known is a region of one completion and is never cut: the table is then a chain of `if`s.

use super::assessment::Assessment;
use super::walk::{Part, Rules, Uncovered, Walk};
use crate::base::day::{Day, PackedDay};
use crate::base::error::Error;
use crate::base::set::Set;
use crate::facts::{AgeReading, Ages, Fact, Facts, Region};
use crate::law::{Carrier, Caution, Conflict, Edition, Law, Obligation, Provision, Rule};

/// How a question is asked. These are settings, not facts: they are never unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, deny_unknown_fields))]
pub struct Settings {
    /// Which edition of the law decides.
    pub edition: Edition,
    /// When a person reaches an age.
    pub age_reading: AgeReading,
}

/// What the built-in law asks of a person with these facts on the day `on`: see [`Law::assess`].
///
/// # Errors
///
/// Those of [`Law::assess`].
pub fn assess(on: Day, facts: &Facts, settings: Settings) -> Result<Assessment<'static>, Error> {
    Law::BUILT_IN.assess(on, facts, settings)
}

impl<'a> Law<'a> {
    /// What the law asks of a person with these facts on the day `on`.
    ///
    /// # Errors
    ///
    /// [`Error::EditionUnknown`] if the law has no such edition, [`Error::BirthNotSupported`] if the birth
    /// date is outside the years 1 to 9999, [`Error::BirthAfterDecision`] if it allows no day up to `on`,
    /// [`Error::Question1`] to [`Error::Question4`] for an answer to a question that the law does not have,
    /// and [`Error::LawIncomplete`] if no row of the edition takes the person, on the day `on` or on a later one.
    #[inline(always)] // a caller that reads single fields never builds the whole answer
    pub fn assess(
        self,
        on: Day,
        facts: &Facts,
        settings: Settings,
    ) -> Result<Assessment<'a>, Error> {
        let person = Person::of(self, on, facts, settings)?;
        let bands = person.ages.bands_on(on);
        let first = settings.edition == Edition::FIRST;
        let region = person.facts.with(Fact::Birth, bands);
        let mut found = Findings::scan(person.rules, on, person.facts, bands);
        if !found.is_whole {
            found.walk_whole(person.rules, on, region)?;
        }
        Ok(Assessment {
            possible: found.obligations,
            ask: next_question(found.relevant, facts.declined),
            relevant: found.relevant,
            holds_until: person.holds_until(&found, on)?,
            law_known: self.is_known_on(on),
            law: self,
            edition: settings.edition,
            rows: found.rows,
            cautions: if first {
                self.assess_cautions(on, region, &found, person.rules)
            } else {
                0
            },
            conflict: self.conflict_note(on, region, settings.edition, &found, person.rules),
        })
    }

    /// The rows of *Cautions*, one bit each, that an assessment carries.
    fn assess_cautions(self, on: Day, region: Region, found: &Findings, rules: Rules<'_>) -> u32 {
        let mut cautions = 0u32;
        for (row, caution) in self.cautions().iter().enumerate() {
            let caution = Caution::from(caution);
            if caution.is_carried_by(Carrier::Assess)
                && !caution.obligations().is_disjoint(found.obligations)
                && !region.meet(caution.takes()).is_empty()
                && caution.period().includes(on)
            {
                cautions |= row_bit(row);
            }
        }
        if found.is_whole {
            cautions
        } else {
            self.cautions_that_lead(cautions, on, region, rules)
        }
    }

    /// Those of some rows of *Cautions* under which some completion leads to an obligation that they name.
    #[cold]
    #[inline(never)]
    fn cautions_that_lead(self, rows: u32, on: Day, region: Region, rules: Rules<'_>) -> u32 {
        let mut cautions = 0u32;
        for (row, caution) in self.cautions().iter().enumerate() {
            let (bit, caution) = (row_bit(row), Caution::from(caution));
            let takes = region.meet(caution.takes());
            if rows & bit != 0 && leads_to(rules, on, takes, caution.obligations()) {
                cautions |= bit;
            }
        }
        cautions
    }

    /// The row of *Conflicts*, counted from 1, whose note an answer carries; 0: none.
    fn conflict_note(
        self,
        on: Day,
        region: Region,
        edition: Edition,
        found: &Findings,
        rules: Rules<'_>,
    ) -> u8 {
        let mut number = 0u8;
        for conflict in self.conflicts() {
            number = number.wrapping_add(1);
            let conflict = Conflict::from(conflict);
            if conflict.edition() == edition
                && found.bases(rules).all(|basis| basis == conflict.basis())
                && let Ok(others) = self.rules(conflict.other())
                && let Some(obligation) = conflict.obligation()
                && leads_to(others, on, region, obligation.into())
            {
                return number;
            }
        }
        0
    }
}

/// The bit of a row; 0 for a row that has no bit in the word.
#[allow(clippy::cast_possible_truncation)]
pub(crate) const fn row_bit(row: usize) -> u32 {
    if row < u32::BITS as usize {
        1u32.wrapping_shl(row as u32)
    } else {
        0
    }
}

/// Whether some completion of a region leads to one of these obligations.
#[inline(never)] // rarely needed, and large
pub(crate) fn leads_to(
    rules: Rules<'_>,
    on: Day,
    region: Region,
    obligations: Set<Obligation>,
) -> bool {
    let mut walk = Walk::new(rules, on, region);
    while let Ok(Some(part)) = walk.next() {
        if obligations.contains(part.rule.obligation()) {
            return true;
        }
    }
    false
}

/// The first relevant fact, in asking order, that was not declined.
pub(crate) fn next_question(relevant: Set<Fact>, declined: Set<Fact>) -> Option<Fact> {
    relevant.difference(declined).first()
}

/// A person to be decided under one edition of a law.
pub(crate) struct Person<'a> {
    pub(crate) rules: Rules<'a>,
    /// The known facts; every age band is possible.
    facts: Region,
    ages: Ages,
}

impl<'a> Person<'a> {
    #[inline(always)]
    pub(crate) fn of(
        law: Law<'a>,
        on: Day,
        facts: &Facts,
        settings: Settings,
    ) -> Result<Self, Error> {
        let rules = law.rules(settings.edition)?;
        law.must_have_questions(facts)?;
        facts.birth.must_allow(on)?;
        Ok(Self {
            rules,
            facts: facts.region,
            ages: Ages::of(facts.birth, law.ages(), settings.age_reading),
        })
    }

    /// The completions on a day, with the birth date reduced to age bands.
    pub(crate) fn region_on(&self, day: Day) -> Region {
        self.facts.with(Fact::Birth, self.ages.bands_on(day))
    }

    /// What the rows say on a day, with the facts to ask for.
    pub(super) fn found_on(&self, day: Day) -> Result<Findings, Error> {
        let mut found = Findings::scan(self.rules, day, self.facts, self.ages.bands_on(day));
        if !found.is_whole {
            found.walk_whole(self.rules, day, self.region_on(day))?;
        }
        Ok(found)
    }

    /// The first day after `day` on which the possible obligations differ from those in `found`; none if
    /// they never do.
    pub(super) fn holds_until(&self, found: &Findings, day: Day) -> Result<Option<Day>, Error> {
        let (mut next, mut ages, mut day) = (found.next, found.ages, day);
        loop {
            let change = next.min(self.ages.next_change(day, ages));
            match change.first_day() {
                None => return Ok(None),
                Some(later) => day = later,
            }
            let then = self.later(day)?;
            if then.obligations != found.obligations {
                return Ok(Some(day));
            }
            (next, ages) = (then.next, then.ages);
        }
    }

    /// What the rows say on a day, without the facts to ask for.
    #[inline(never)] // rarely needed: kept out of the common path
    pub(super) fn later(&self, day: Day) -> Result<Findings, Error> {
        let mut found = Findings::scan(self.rules, day, self.facts, self.ages.bands_on(day));
        if !found.is_whole {
            found.walk(self.rules, day, self.region_on(day))?;
        }
        Ok(found)
    }
}

/// What the rows of an edition say about a region on a day.
pub(crate) struct Findings {
    pub(crate) obligations: Set<Obligation>,
    /// The rows that took anything, one bit each.
    pub(crate) rows: u32,
    /// The facts on which the obligation depends.
    pub(crate) relevant: Set<Fact>,
    /// Whether one row took the whole region. Rows above it may still apply at other ages or on other days.
    is_whole: bool,
    /// The first later day on which a row that matters begins or ends.
    next: PackedDay,
    /// The ages that matter, one bit each; the first age is the lowest bit.
    ages: u32,
}

impl Findings {
    /// Looks for one row that takes the whole region, and collects what may change the answer later. If
    /// there is no such row, every row matters that takes some person with these facts at any age.
    #[inline(never)] // one copy serves the decision day and the later ones
    fn scan(rules: Rules<'_>, on: Day, facts: Region, bands: u32) -> Self {
        let region = facts.with(Fact::Birth, bands);
        let today = on.packed();
        let mut found = Self {
            obligations: Set::EMPTY,
            rows: 0,
            relevant: Set::EMPTY,
            is_whole: false,
            next: PackedDay::AFTER_ALL,
            ages: 0,
        };
        let mut is_cut = false;
        let mut below = rules.iter();
        while let Some(rule) = below.next() {
            let rule = Rule::from(rule);
            let takes = rule.takes();
            // `facts` allows any age: a row for another age may apply later.
            if facts.meet(takes).is_empty() {
                continue;
            }
            let period = rule.period();
            if period.until <= today {
                continue;
            }
            let of_ages = takes.values(Fact::Birth);
            found.ages |= of_ages ^ (of_ages >> 1);
            if today < period.from {
                found.next = found.next.min(period.from);
                continue;
            }
            found.next = found.next.min(period.until);
            if is_cut || of_ages & bands == 0 {
                continue;
            }
            if region.is_within(takes) {
                found.obligations = rule.obligation().into();
                let row = rules.len().wrapping_sub(below.len()).wrapping_sub(1);
                found.rows = row_bit(row);
                found.is_whole = true;
                return found;
            }
            is_cut = true;
        }
        found
    }

    /// Finds what the rows say if none takes the whole region, with the relevant facts.
    #[cold] // kept off the path on which every fact is known
    #[inline(never)]
    fn walk_whole(&mut self, rules: Rules<'_>, on: Day, region: Region) -> Result<(), Error> {
        self.walk(rules, on, region)?;
        if self.obligations.single().is_none() {
            self.relevant = relevant(rules, on, region);
        }
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn walk(&mut self, rules: Rules<'_>, on: Day, region: Region) -> Result<(), Error> {
        let mut walk = Walk::new(rules, on, region);
        while let Some(Part { rule, row, .. }) = walk.next()? {
            self.obligations.insert(rule.obligation());
            self.rows |= row_bit(row);
        }
        Ok(())
    }

    /// The provisions of the rows that took anything.
    fn bases<'a>(&self, rules: Rules<'a>) -> impl Iterator<Item = Provision> + use<'a> {
        rows_of(rules, self.rows).map(Rule::basis)
    }
}

/// Some rows of a table, by their bits.
pub(super) fn rows_of<'a, R: From<&'a [u8; N]>, const N: usize>(
    table: &'a [[u8; N]],
    mut rows: u32,
) -> impl Iterator<Item = R> + use<'a, R, N> {
    core::iter::from_fn(move || {
        let row = table.get(rows.trailing_zeros() as usize)?;
        rows &= rows.wrapping_sub(1);
        Some(row.into())
    })
}

/// The facts that can be asked for and that change the obligation on their own: two completions that differ
/// in this fact alone lead to different obligations.
///
/// A part has one obligation. It is widened to all values that the region allows for one fact. If the
/// widened part leads to another obligation, that obligation comes from a completion that differs in this
/// fact alone.
#[cold]
#[inline(never)]
fn relevant(rules: Rules<'_>, on: Day, region: Region) -> Set<Fact> {
    let mut relevant = Set::EMPTY;
    let mut walk = Walk::new(rules, on, region);
    while let Ok(Some(part)) = walk.next() {
        let obligation = part.rule.obligation();
        for (fact, mask) in Region::facts() {
            let widened = part.region.widened(mask, region);
            if fact.is_asked()
                && !relevant.contains(fact)
                && widened != part.region
                && leads_elsewhere(rules, on, widened, obligation)
            {
                relevant.insert(fact);
            }
        }
    }
    relevant
}

/// Whether some completion of a region leads to an obligation other than this one.
fn leads_elsewhere(rules: Rules<'_>, on: Day, region: Region, obligation: Obligation) -> bool {
    let others = Obligation::set(Obligation::ALL).difference(obligation.into());
    leads_to(rules, on, region, others)
}

impl From<Uncovered> for Error {
    fn from(_: Uncovered) -> Self {
        Self::LawIncomplete
    }
}
