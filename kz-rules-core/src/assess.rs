//! Who must, may or need not be fingerprinted (legal model, sections 2 to 4).
//!
//! The rows of an edition's table are run over a whole region of completions at once. What a row
//! takes is decided; the rest, cut into regions that do not overlap, goes on to the next row. A
//! person of whom everything is known is a region of one completion, never cut: for them the table
//! is a chain of `if`s.

use heapless::Vec;
use time::Date;
use time::macros::date;

use crate::age::{AgeReading, Ages};

use crate::error::Error;
use crate::facts::{AgeBand, Fact, Facts, Occasion, VisaChannel};
use crate::law::rule::{Obligation, Rule};
use crate::law::{Edition, Provision};
use crate::region::{Marks, Region};
use crate::set::{Set, bit};

/// How the question is asked. These are settings, not facts: they are never unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which source decides.
    pub edition: Edition,
    /// When a person reaches an age.
    pub age_reading: AgeReading,
}

/// What the law asks, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assessment {
    /// The obligation, or what must be asked to know it.
    pub outcome: Outcome,
    /// The provisions of the rows that decided, over all completions, in the order of the table.
    pub basis: Vec<Provision, MAX_BASIS>,
    /// The facts on which the obligation still depends, a birth date that is final included.
    pub relevant: Set<Fact>,
    /// The first day after the decision date on which, with the same facts, the possible
    /// obligations differ; none if they never do.
    pub holds_until: Option<Date>,
    /// The two provisions that contradict each other on this answer, the one that decides first.
    pub conflict: Option<[Provision; 2]>,
    /// Developments outside the sources that may change the answer, and MIA-UNDER-12.
    pub cautions: Vec<Provision, MAX_CAUTIONS>,
    /// What else the law says of a mandatory fingerprinting; none for any other outcome.
    pub duties: Option<Duties>,
}

/// The most provisions that one answer rests on.
pub const MAX_BASIS: usize = 12;
/// The most cautions that one answer carries.
pub const MAX_CAUTIONS: usize = 2;

/// The obligation, or what must be asked to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every completion of the facts leads to this obligation.
    Decided(Obligation),
    /// The facts leave more than one obligation possible.
    Undecided {
        /// The obligations that some completion leads to, and no others.
        possible: Set<Obligation>,
        /// The fact to ask for next; none if only a final birth date is left.
        ask: Option<Fact>,
    },
}

impl Outcome {
    /// The obligations that are possible: one if it is decided.
    #[must_use]
    pub fn possible(self) -> Set<Obligation> {
        match self {
            Self::Decided(obligation) => obligation.into(),
            Self::Undecided { possible, .. } => possible,
        }
    }

    /// The fact to ask for next.
    #[must_use]
    pub const fn ask(self) -> Option<Fact> {
        match self {
            Self::Decided(_) => None,
            Self::Undecided { ask, .. } => ask,
        }
    }
}

/// What the law says of a mandatory fingerprinting. None means that the edition's source is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Duties {
    /// What follows a refusal.
    pub consequence: Provision,
    /// What to bring.
    pub papers: Option<Provision>,
    /// Where to go.
    pub place: Provision,
    /// Who collects the data in Kazakhstan.
    pub collectors_home: Option<Provision>,
    /// Who collects the data abroad.
    pub collectors_abroad: Option<Provision>,
    /// What is taken.
    pub taken: Provision,
    /// What is issued afterwards.
    pub issued: Option<Provision>,
}

impl Edition {
    const fn duties(self) -> Duties {
        match self {
            Self::Enacted => Duties {
                consequence: Provision::L50Refusal,
                papers: Some(Provision::L50Papers),
                place: Provision::L50Place,
                collectors_home: Some(Provision::L50CollectorsHome),
                collectors_abroad: Some(Provision::L50CollectorsAbroad),
                taken: Provision::L50Biometrics,
                issued: Some(Provision::L50Certificate),
            },
            Self::Announced => Duties {
                consequence: Provision::MiaLiability,
                papers: None,
                place: Provision::MiaPlace,
                collectors_home: None,
                collectors_abroad: None,
                taken: Provision::MiaBiometrics,
                issued: None,
            },
        }
    }
}

/// What the law asks on the day `on` of the person of whom `facts` are known.
///
/// # Errors
///
/// [`Error::DateNotSupported`] if `on` is not in the years 1 to 9999, [`Error::BirthNotSupported`]
/// if the birth date is not, and [`Error::BirthAfterDecision`] if it allows no day up to `on`.
pub fn assess(on: Date, facts: &Facts, settings: Settings) -> Result<Assessment, Error> {
    if on.year() < 1 {
        return Err(Error::DateNotSupported);
    }
    let ages = Ages::new(facts.birth, on, settings.age_reading)?;
    let region = facts.region.with(Fact::Birth, ages.bands_on(on));
    let rules = settings.edition.rules();

    let found = Findings::of(rules, on, region);
    let basis = found.basis(rules);
    let outcome = if let Some(obligation) = found.obligations.single() {
        Outcome::Decided(obligation)
    } else {
        Outcome::Undecided {
            possible: found.obligations,
            ask: next_question(found.relevant, facts.birth_final),
        }
    };
    Ok(Assessment {
        outcome,
        relevant: found.relevant,
        holds_until: holds_until(found.obligations, on, facts.region, &ages, rules),
        conflict: conflict(&basis, on, region),
        cautions: found.cautions(settings.edition, on),
        duties: (outcome == Outcome::Decided(Obligation::Mandatory))
            .then_some(settings.edition.duties()),
        basis,
    })
}

/// The first relevant fact, in asking order, that can still be asked for.
fn next_question(relevant: Set<Fact>, birth_final: bool) -> Option<Fact> {
    relevant
        .iter()
        .find(|fact| !(birth_final && *fact == Fact::Birth))
}

/// The first day after `on` on which the possible obligations are no longer `obligations`.
fn holds_until(
    obligations: Set<Obligation>,
    on: Date,
    facts: Region,
    ages: &Ages,
    rules: &'static [Rule],
) -> Option<Date> {
    let mut day = on;
    loop {
        let rule_ends = rules
            .iter()
            .filter_map(Rule::until)
            .filter(|end| *end > day);
        day = rule_ends.chain(ages.next_change(day)).min()?;
        if obligations_on(rules, day, facts.with(Fact::Birth, ages.bands_on(day))) != obligations {
            return Some(day);
        }
    }
}

/// The conflict of section 2: the enacted law leaves it to the citizen, and the Ministry announced
/// it as mandatory.
fn conflict(basis: &[Provision], on: Date, region: Region) -> Option<[Provision; 2]> {
    let conflicting = basis == [Provision::L50CitizenVoluntary]
        && obligations_on(Edition::Announced.rules(), on, region).contains(Obligation::Mandatory);
    conflicting.then_some([Provision::L50CitizenVoluntary, Provision::MiaScope])
}

fn obligations_on(rules: &'static [Rule], on: Date, region: Region) -> Set<Obligation> {
    let mut obligations = Set::EMPTY;
    each_taken(rules, on, region, |_, rule, _| {
        obligations.insert(rule.obligation)
    });
    obligations
}

/// Runs the rules over a region: `taken` gets each part of it that a row takes, with the row and
/// its place in the table, and the parts do not overlap. The last rows of a table take everything,
/// so nothing is left.
fn each_taken(
    rules: &'static [Rule],
    on: Date,
    region: Region,
    mut taken: impl FnMut(Region, &'static Rule, u32),
) {
    let mut left: Vec<Region, MAX_LEFT> = Vec::new();
    keep(&mut left, region);
    for (place, rule) in (0..).zip(rules) {
        if rule.until.is_some_and(|until| until <= on) {
            continue;
        }
        let mut at = 0usize;
        while let Some(part) = left.get(at).copied() {
            let met = part.meet(rule.takes);
            if met.is_empty() {
                at = at.wrapping_add(1);
                continue;
            }
            taken(met, rule, place);
            // The last part takes the place of this one, and what the row leaves goes to the end.
            if let Some(last) = left.pop() {
                if let Some(slot) = left.get_mut(at) {
                    *slot = last;
                }
            }
            part.without(rule.takes, |rest| keep(&mut left, rest));
        }
        if left.is_empty() {
            return;
        }
    }
}

/// The most regions that are left at one time, and that are taken in all, when nothing is known.
/// To know more makes either number smaller, never larger: each region then is a part of one of
/// these.
const MAX_LEFT: usize = 16;
const MAX_TAKEN: usize = 64;

fn keep<T, const N: usize>(list: &mut Vec<T, N>, item: T) {
    let kept = list.push(item);
    debug_assert!(kept.is_ok(), "the capacity is the most there can be");
}

/// What the parts that the rows took tell.
struct Findings {
    obligations: Set<Obligation>,
    /// The rows that took anything, one bit each.
    rows: u32,
    relevant: Set<Fact>,
    evisa: bool,
    under_12: bool,
}

impl Findings {
    fn of(rules: &'static [Rule], on: Date, region: Region) -> Self {
        let mut found = Self {
            obligations: Set::EMPTY,
            rows: 0,
            relevant: Set::EMPTY,
            evisa: false,
            under_12: false,
        };
        let mut relevant = Marks::default();
        let mut regions: Vec<Region, MAX_TAKEN> = Vec::new();
        let mut obligations: Vec<Obligation, MAX_TAKEN> = Vec::new();
        each_taken(rules, on, region, |part, rule, place| {
            let obligation = rule.obligation;
            found.obligations.insert(obligation);
            found.rows |= 1u32.wrapping_shl(place);
            found.evisa |= obligation == Obligation::Mandatory && !part.meet(EVISA).is_empty();
            found.under_12 |=
                obligation == Obligation::Voluntary && !part.meet(UNDER_12).is_empty();
            // Two parts that have no value in common in one fact alone hold two completions that
            // differ in that fact alone.
            for (other, differs) in regions.iter().zip(&obligations) {
                if *differs != obligation {
                    relevant.add(part.only_difference(*other));
                }
            }
            keep(&mut regions, part);
            keep(&mut obligations, obligation);
        });
        found.relevant = relevant.facts();
        found
    }

    /// The provisions of the rows, each once: rows with one basis stand together in a table.
    fn basis(&self, rules: &'static [Rule]) -> Vec<Provision, MAX_BASIS> {
        let mut basis = Vec::new();
        for (place, rule) in (0..).zip(rules) {
            let took = self.rows & 1u32.wrapping_shl(place) != 0;
            if took && basis.last() != Some(&rule.basis) {
                keep(&mut basis, rule.basis);
            }
        }
        basis
    }

    fn cautions(&self, edition: Edition, on: Date) -> Vec<Provision, MAX_CAUTIONS> {
        let mut cautions = Vec::new();
        if edition == Edition::Enacted {
            if self.evisa && on >= NOTE_EVISA_START {
                keep(&mut cautions, Provision::NoteEvisa);
            }
            // L50 names no lowest age for the voluntary registration.
            if self.under_12 {
                keep(&mut cautions, Provision::MiaUnder12);
            }
        }
        cautions
    }
}

const NOTE_EVISA_START: Date = date!(2025 - 10 - 21);
const EVISA: Region = Region::ALL
    .with(Fact::Occasion, bit(Occasion::Visa.code()))
    .with(Fact::VisaChannel, bit(VisaChannel::Electronic.code()));
const UNDER_12: Region = Region::ALL.with(Fact::Birth, bit(AgeBand::Under12.code()));
