//! The rows of a law: bytes that are read in place, in any memory. Numbers are little-endian; a day is a
//! [`PackedDay`]; a set has one bit a value. The layouts are those of a pack.

#![allow(
    clippy::new_ret_no_self,
    clippy::wrong_self_convention,
    reason = "`new` makes the bytes of a row, and columns have the names on the page"
)]

use crate::base::day::{Day, PackedDay};
use crate::base::set::Set;
use crate::facts::{Answer, Birth, Circumstances, Facts, Location, Region, Standing};

mod check;

use super::condition::Condition;
use super::vocabulary::*;
use super::{Edition, Provision};

/// `N` bytes of a row, from byte `AT` on.
#[inline(always)] // so that the place is a constant, and nothing is checked at run time
const fn at<const AT: usize, const N: usize>(row: &[u8]) -> [u8; N] {
    match row.split_at_checked(AT) {
        Some((_, rest)) => match rest.first_chunk() {
            Some(bytes) => *bytes,
            None => [0; N],
        },
        None => [0; N],
    }
}

/// Declares rows: for each field its number type and its first byte. `new_bytes` takes the fields in that order;
/// each field has a method that reads it.
macro_rules! rows {
    ($(
        $(#[$doc:meta])*
        $name:ident[$size:literal] { $( $field:ident: $kind:ident @ $at:literal, )+ }
    )+) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub struct $name<'a>(&'a [u8; $size]);

        impl<'a> $name<'a> {
            /// The bytes of a row.
            pub const BYTES: usize = $size;

            /// The row in these bytes, at compile time.
            #[allow(dead_code)]
            pub(crate) const fn of(bytes: &'a [u8; $size]) -> Self {
                Self(bytes)
            }

            /// Whether the bytes outside all fields are zero.
            #[allow(dead_code)]
            fn is_padded(self) -> bool {
                const USED: [bool; $size] = {
                    let mut used = [false; $size];
                    $( mark::<{ $at }>(&mut used, size_of::<$kind>()); )+
                    used
                };
                self.0.iter().zip(USED).all(|(byte, used)| used || *byte == 0)
            }

            #[allow(clippy::too_many_arguments)] // one a field
            const fn new_bytes($($field: $kind),+) -> [u8; $size] {
                let mut row = [0; $size];
                $( set::<{ $at }>(&mut row, &$field.to_le_bytes()); )+
                row
            }

            $(
                #[allow(dead_code)] // not every field is read
                #[inline(always)]
                const fn $field(self) -> $kind {
                    $kind::from_le_bytes(at::<$at, { size_of::<$kind>() }>(self.0))
                }
            )+
        }

        impl<'a> From<&'a [u8; $size]> for $name<'a> {
            #[inline(always)]
            fn from(row: &'a [u8; $size]) -> Self {
                Self(row)
            }
        }
    )+ };
}

/// Writes bytes to a place of a row.
#[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)] // evaluated at compile time, or on hosts
const fn set<const AT: usize>(row: &mut [u8], bytes: &[u8]) {
    let mut place = 0;
    while place < bytes.len() {
        row[AT + place] = bytes[place];
        place += 1;
    }
}

/// Marks the bytes of a field.
#[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)] // evaluated at compile time only
const fn mark<const AT: usize>(used: &mut [bool], size: usize) {
    let mut place = 0;
    while place < size {
        used[AT + place] = true;
        place += 1;
    }
}

/// The most provisions that a step, or a deadlock, rests on.
pub const MAX_ROW_PROVISIONS: usize = super::capacity::STEP_PROVISIONS;

rows! {
    /// A document of the law.
    DocumentRow[8] { raw_number: u16 @ 0, raw_kind: u8 @ 2, raw_known: u32 @ 4, }
    /// A provision: its number, its document, the days on which it applies.
    ProvisionRow[12] { raw_number: u16 @ 0, raw_document: u16 @ 2, raw_from: u32 @ 4, raw_until: u32 @ 8, }
    /// A row of an edition.
    Rule[20] { raw_takes: u64 @ 0, raw_from: u32 @ 8, raw_until: u32 @ 12, raw_basis: u16 @ 16, raw_obligation: u8 @ 18, }
    /// A row of *Conflicts*.
    Conflict[10] {
        raw_edition: u8 @ 0, raw_other: u8 @ 1, raw_obligation: u8 @ 2, raw_basis: u16 @ 4, raw_first: u16 @ 6, raw_second: u16 @ 8,
    }
    /// A row of *Cautions*.
    Caution[28] {
        raw_takes: u64 @ 0, raw_from: u32 @ 8, raw_until: u32 @ 12, raw_provision: u16 @ 16, raw_carried: u8 @ 18,
        raw_ticket: u8 @ 19, raw_obligations: u8 @ 20, raw_blocked: u8 @ 21, raw_standing: u8 @ 22, raw_arrived: u8 @ 23,
        raw_regime: u8 @ 24, raw_treaty: u8 @ 25, raw_covered: u8 @ 26,
    }
    /// A row of *Steps*.
    StepRow[32] {
        raw_takes: u64 @ 0, raw_circumstances: u32 @ 8, raw_from: u32 @ 12, raw_until: u32 @ 16,
        raw_step: u8 @ 20, raw_place: u8 @ 21, raw_gives: u8 @ 22, raw_needs: u8 @ 23, raw_provisions: u64 @ 24,
    }
    /// A row of *Where a document is obtained*.
    ObtainedRow[20] { raw_takes: u64 @ 0, raw_from: u32 @ 8, raw_until: u32 @ 12, raw_place: u8 @ 16, }
    /// A row of *What a deadlock rests on*.
    DeadlockRow[20] { raw_provisions: u64 @ 0, raw_from: u32 @ 8, raw_until: u32 @ 12, raw_blocked: u8 @ 16, }
    /// A row of *Terms*.
    TermRow[12] {
        raw_term: u8 @ 0, raw_unit: u8 @ 1, raw_strict: u8 @ 2, raw_lenient: u8 @ 3, raw_days: u16 @ 4,
        raw_provision: u16 @ 6, raw_in_force: u16 @ 8, raw_by: u8 @ 10,
    }
    /// A row of *Who is covered*.
    CoverageRow[8] {
        raw_term: u8 @ 0, raw_covered: u8 @ 1, raw_standing: u8 @ 2, raw_arrived: u8 @ 3, raw_regime: u8 @ 4,
        raw_treaty: u8 @ 5, raw_provision: u16 @ 6,
    }
    /// A row of *Grounds for refusal*.
    GroundRow[6] { raw_ground: u16 @ 0, raw_procedure: u8 @ 2, raw_finding: u8 @ 3, raw_cure: u8 @ 4, }
    /// A row of *Countries*: the codes, and what is known; 0: not known.
    CountryRow[28] {
        raw_alpha_2: u16 @ 0, raw_numeric: u16 @ 2, raw_alpha_3: u32 @ 4, raw_from: u32 @ 8, raw_pilot: u16 @ 12,
        raw_entry: u16 @ 14, raw_total: u16 @ 16, raw_window: u16 @ 18, raw_stay: u16 @ 20, raw_treaty: u16 @ 22,
        raw_treaty_by: u16 @ 24,
    }
    /// A row of *Years*.
    YearsRow[6] { raw_first: u16 @ 0, raw_last: u16 @ 2, raw_certainty: u8 @ 4, }
    /// A laid-out year: for each kind of week twelve words from January, in which bit `d - 1` is set if day `d` is
    /// worked.
    LaidOutYear[100] { raw_number: u16 @ 0, raw_certainty: u8 @ 2, }
    /// A row of *Holidays*.
    HolidayRow[8] {
        raw_month: u8 @ 0, raw_day: u8 @ 1, raw_reason: u8 @ 2, raw_substituted: u8 @ 3, raw_first: u16 @ 4, raw_last: u16 @ 6,
    }
    /// A row of *Movable days*.
    MovableRow[8] { raw_day: u32 @ 0, raw_reason: u8 @ 4, }
    /// A row of *Transfers*.
    TransferRow[8] { raw_worked: u32 @ 0, raw_off: u32 @ 4, }
    /// A row of *Clock*.
    ClockRow[12] { raw_from: u64 @ 0, raw_offset: u16 @ 8, raw_zone: u8 @ 10, }
    /// The duties of an edition: the provision of each duty, in the order of [`Duty`]; 0: none.
    DutiesRow[14] {
        raw_consequence: u16 @ 0, raw_papers: u16 @ 2, raw_place: u16 @ 4, raw_collectors_home: u16 @ 6,
        raw_collectors_abroad: u16 @ 8, raw_taken: u16 @ 10, raw_issued: u16 @ 12,
    }
    /// A lawyer's case: a person, a day, and the expected answer.
    CaseRow[32] {
        raw_facts: u64 @ 0, raw_born_from: u32 @ 8, raw_born_until: u32 @ 12, raw_on: u32 @ 16, raw_edition: u8 @ 20,
        raw_obligations: u8 @ 21, raw_basis: u64 @ 24,
    }
}

/// The provision with a number; none for 0.
const fn provision(number: u16) -> Option<Provision> {
    Provision::from_number(number)
}

/// The provision with a number that is not 0 in any checked row.
const fn required(number: u16) -> Provision {
    match Provision::from_number(number) {
        Some(provision) => provision,
        None => Provision::LAST,
    }
}

/// The provisions of a list of up to four numbers.
const fn four(numbers: u64) -> Provisions {
    Provisions(numbers)
}

/// Up to four provisions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Provisions(u64);

impl Provisions {
    /// No provision.
    pub const NONE: Self = Self(0);

    /// A list of provisions. Those after the fourth are dropped; the law compiler refuses such a list.
    #[must_use]
    pub const fn of(mut list: &[Provision]) -> Self {
        let mut all = 0;
        while let [rest @ .., last] = list {
            all = all << 16 | last.number() as u64;
            list = rest;
        }
        Self(all)
    }

    /// The provisions, in their order.
    pub fn iter(self) -> impl Iterator<Item = Provision> + Clone {
        let mut left = self.0;
        core::iter::from_fn(move || {
            #[allow(clippy::cast_possible_truncation)] // the lowest of four numbers
            let next = provision(left as u16);
            left >>= 16;
            next
        })
    }
}

impl core::fmt::Debug for Provisions {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A range of days.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) from: PackedDay,
    pub(crate) until: PackedDay,
}

impl Period {
    pub(crate) const ALL: Self = Self {
        from: PackedDay::BEFORE_ALL,
        until: PackedDay::AFTER_ALL,
    };

    pub(crate) const NEVER: Self = Self {
        from: PackedDay::AFTER_ALL,
        until: PackedDay::BEFORE_ALL,
    };

    #[inline(always)]
    const fn of_bits(from: u32, until: u32) -> Self {
        Self {
            from: PackedDay::from_bits(from),
            until: PackedDay::from_bits(until),
        }
    }

    pub(crate) const fn new(from: Option<Day>, until: Option<Day>) -> Self {
        Self {
            from: match from {
                Some(day) => day.packed(),
                None => PackedDay::BEFORE_ALL,
            },
            until: match until {
                Some(day) => day.packed(),
                None => PackedDay::AFTER_ALL,
            },
        }
    }

    /// The days in both.
    pub(crate) const fn meet(self, other: Self) -> Self {
        Self {
            from: if self.from.is_before(other.from) {
                other.from
            } else {
                self.from
            },
            until: if self.until.is_before(other.until) {
                self.until
            } else {
                other.until
            },
        }
    }

    pub(crate) const fn includes(self, day: Day) -> bool {
        let day = day.packed();
        !day.is_before(self.from) && day.is_before(self.until)
    }
}

/// The low bits of a set, which fit in a byte.
#[allow(clippy::cast_possible_truncation)]
const fn low(bits: u32) -> u8 {
    bits as u8
}

const fn number(provision: Option<Provision>) -> u16 {
    match provision {
        Some(provision) => provision.number(),
        None => 0,
    }
}

const fn packed(day: Option<Day>) -> u32 {
    match day {
        Some(day) => day.packed().bits(),
        None => 0,
    }
}

macro_rules! period {
    ($($name:ident)+) => { $(
        impl $name<'_> {
            /// The days on which it applies.
            #[inline(always)]
            pub(crate) const fn period(self) -> Period {
                Period::of_bits(self.raw_from(), self.raw_until())
            }
        }
    )+ };
}

period! { ProvisionRow Rule Caution StepRow ObtainedRow DeadlockRow }

impl DocumentRow<'_> {
    /// A row.
    #[must_use]
    pub const fn new(
        number: u16,
        kind: DocumentKind,
        known_as_of: Option<Day>,
    ) -> [u8; DocumentRow::BYTES] {
        Self::new_bytes(number, kind.code(), packed(known_as_of))
    }

    /// The document's permanent number.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.raw_number()
    }

    /// An act or a report.
    #[must_use]
    pub fn kind(self) -> DocumentKind {
        DocumentKind::from_code(self.raw_kind()).unwrap_or(DocumentKind::Report)
    }

    /// The day as of which the document is known, if it is stated.
    #[must_use]
    pub const fn known_as_of(self) -> Option<Day> {
        PackedDay::from_bits(self.raw_known()).day()
    }
}

impl ProvisionRow<'_> {
    /// A row.
    #[must_use]
    pub const fn new(
        provision: Provision,
        document: u16,
        from: Option<Day>,
        until: Option<Day>,
    ) -> [u8; ProvisionRow::BYTES] {
        let Period { from, until } = Period::new(from, until);
        Self::new_bytes(provision.number(), document, from.bits(), until.bits())
    }

    /// The provision.
    #[must_use]
    pub const fn provision(self) -> Provision {
        required(self.raw_number())
    }

    /// The permanent number of its document.
    #[must_use]
    pub const fn document(self) -> u16 {
        self.raw_document()
    }

    /// The first day on which it applies; none if no such day is stated.
    #[must_use]
    pub const fn from_day(self) -> Option<Day> {
        self.period().from.day()
    }

    /// The first day on which it no longer applies; none if it does not end.
    #[must_use]
    pub const fn until_day(self) -> Option<Day> {
        self.period().until.day()
    }

    /// Whether it applies on a day.
    #[must_use]
    pub const fn applies_on(self, day: Day) -> bool {
        self.period().includes(day)
    }
}

impl Rule<'_> {
    /// A row.
    #[must_use]
    pub const fn new(
        when: Condition,
        obligation: Obligation,
        basis: Provision,
    ) -> [u8; Rule::BYTES] {
        Self::new_bytes(
            when.facts.bits(),
            when.period.from.bits(),
            when.period.until.bits(),
            basis.number(),
            obligation.code(),
        )
    }

    #[inline(always)]
    pub(crate) const fn takes(self) -> Region {
        Region::from_bits(self.raw_takes())
    }

    /// What the row decides.
    #[must_use]
    #[inline(always)]
    pub fn obligation(self) -> Obligation {
        Obligation::from_code(self.raw_obligation()).unwrap_or(Obligation::NotInForce)
    }

    /// The provision that the row rests on.
    #[must_use]
    #[inline(always)]
    pub const fn basis(self) -> Provision {
        required(self.raw_basis())
    }
}

impl Conflict<'_> {
    /// A row.
    #[must_use]
    pub const fn new(
        edition: Edition,
        basis: Provision,
        other: Edition,
        obligation: Obligation,
        [first, second]: [Provision; 2],
    ) -> [u8; Conflict::BYTES] {
        Self::new_bytes(
            edition.number(),
            other.number(),
            obligation.code(),
            basis.number(),
            first.number(),
            second.number(),
        )
    }

    pub(crate) const fn edition(self) -> Edition {
        Edition::new(self.raw_edition())
    }

    pub(crate) const fn other(self) -> Edition {
        Edition::new(self.raw_other())
    }

    pub(crate) fn obligation(self) -> Option<Obligation> {
        Obligation::from_code(self.raw_obligation())
    }

    pub(crate) const fn basis(self) -> Provision {
        required(self.raw_basis())
    }

    pub(crate) const fn provisions(self) -> [Provision; 2] {
        [required(self.raw_first()), required(self.raw_second())]
    }
}

impl Caution<'_> {
    /// A row: the provision, what carries it, when, and whether it refuses a ticket. It is carried only on days on
    /// which `provisions` says that the provision applies.
    #[must_use]
    pub const fn new(
        provision: Provision,
        mut carried: &[Carrier],
        when: Condition,
        refuses_ticket: bool,
        provisions: &[[u8; ProvisionRow::BYTES]],
    ) -> [u8; Caution::BYTES] {
        let when = when.during(provisions, provision);
        let mut carriers = 0;
        while let [carrier, rest @ ..] = carried {
            carriers |= crate::base::set::bit(carrier.code());
            carried = rest;
        }
        Self::new_bytes(
            when.facts.bits(),
            when.period.from.bits(),
            when.period.until.bits(),
            provision.number(),
            low(carriers),
            refuses_ticket as u8,
            low(when.obligations.bits()),
            low(when.blocked.bits()),
            low(when.term_standing.bits()),
            low(when.arrived_to_live.bits()),
            low(when.stay_regime.bits()),
            low(when.treaty.bits()),
            low(when.covered.bits()),
        )
    }

    pub(crate) const fn takes(self) -> Region {
        Region::from_bits(self.raw_takes())
    }

    pub(crate) const fn provision(self) -> Provision {
        required(self.raw_provision())
    }

    pub(crate) fn is_carried_by(self, carrier: Carrier) -> bool {
        Set::<Carrier>::from_bits(self.raw_carried().into()).contains(carrier)
    }

    pub(crate) const fn refuses_ticket(self) -> bool {
        self.raw_ticket() != 0
    }

    pub(crate) fn obligations(self) -> Set<Obligation> {
        Set::from_bits(self.raw_obligations().into())
    }

    /// The goals of which a complete answer must list one; empty: no such condition.
    pub(crate) fn blocked(self) -> Set<Goal> {
        Set::from_bits(self.raw_blocked().into())
    }

    pub(crate) fn term_standing(self) -> Set<Standing> {
        Set::from_bits(self.raw_standing().into())
    }

    pub(crate) fn arrived_to_live(self) -> Set<Answer> {
        Set::from_bits(self.raw_arrived().into())
    }

    pub(crate) fn stay_regime(self) -> Set<StayRegime> {
        Set::from_bits(self.raw_regime().into())
    }

    pub(crate) fn treaty(self) -> Set<ToldTreaty> {
        Set::from_bits(self.raw_treaty().into())
    }

    pub(crate) fn covered(self) -> Set<Covered> {
        Set::from_bits(self.raw_covered().into())
    }
}

impl StepRow<'_> {
    /// A row. `place`: where the step is taken; `gives`: its goal; `needs`: what must be reached before.
    #[must_use]
    pub const fn new(
        step: Step,
        place: Set<Location>,
        gives: Goal,
        needs: Set<Goal>,
        when: Condition,
        provisions: &[Provision],
    ) -> [u8; StepRow::BYTES] {
        Self::new_bytes(
            when.facts.bits(),
            when.circumstances.bits(),
            when.period.from.bits(),
            when.period.until.bits(),
            step.code(),
            low(place.bits()),
            gives.code(),
            low(needs.bits()),
            Provisions::of(provisions).0,
        )
    }

    pub(crate) const fn takes(self) -> Region {
        Region::from_bits(self.raw_takes())
    }

    pub(crate) const fn circumstances(self) -> Circumstances {
        Circumstances::from_bits(self.raw_circumstances())
    }

    /// The step.
    #[must_use]
    pub fn step(self) -> Step {
        Step::from_code(self.raw_step()).unwrap_or(Step::Enter)
    }

    pub(crate) fn place(self) -> Set<Location> {
        Set::from_bits(self.raw_place().into())
    }

    pub(crate) fn gives(self) -> Goal {
        Goal::from_code(self.raw_gives()).unwrap_or(Goal::Document)
    }

    pub(crate) fn needs(self) -> Set<Goal> {
        Set::from_bits(self.raw_needs().into())
    }

    pub(crate) const fn provisions(self) -> Provisions {
        four(self.raw_provisions())
    }
}

impl ObtainedRow<'_> {
    /// A row.
    #[must_use]
    pub const fn new(when: Condition, place: Set<Location>) -> [u8; ObtainedRow::BYTES] {
        Self::new_bytes(
            when.facts.bits(),
            when.period.from.bits(),
            when.period.until.bits(),
            low(place.bits()),
        )
    }

    pub(crate) const fn takes(self) -> Region {
        Region::from_bits(self.raw_takes())
    }

    pub(crate) fn place(self) -> Set<Location> {
        Set::from_bits(self.raw_place().into())
    }
}

impl DeadlockRow<'_> {
    /// A row.
    #[must_use]
    pub const fn new(when: Condition, provisions: &[Provision]) -> [u8; DeadlockRow::BYTES] {
        Self::new_bytes(
            Provisions::of(provisions).0,
            when.period.from.bits(),
            when.period.until.bits(),
            low(when.blocked.bits()),
        )
    }

    /// The goals of which one must be blocked; empty: no such condition.
    pub(crate) fn blocked(self) -> Set<Goal> {
        Set::from_bits(self.raw_blocked().into())
    }

    pub(crate) const fn provisions(self) -> Provisions {
        four(self.raw_provisions())
    }
}

impl TermRow<'_> {
    /// A row.
    #[must_use]
    #[allow(clippy::too_many_arguments)] // the columns of the page
    pub const fn new(
        term: Term,
        days: u16,
        unit: Unit,
        strict: FirstDay,
        lenient: FirstDay,
        provision: Provision,
        in_force: Provision,
        by: DecidedBy,
    ) -> [u8; TermRow::BYTES] {
        Self::new_bytes(
            term.code(),
            unit.code(),
            strict.code(),
            lenient.code(),
            days,
            provision.number(),
            in_force.number(),
            by.code(),
        )
    }

    pub(crate) const fn term(self) -> Option<Term> {
        Term::from_code(self.raw_term())
    }

    pub(crate) fn unit(self) -> Unit {
        Unit::from_code(self.raw_unit()).unwrap_or(Unit::Calendar)
    }

    pub(crate) fn strict(self) -> FirstDay {
        FirstDay::from_code(self.raw_strict()).unwrap_or_default()
    }

    pub(crate) fn lenient(self) -> FirstDay {
        FirstDay::from_code(self.raw_lenient()).unwrap_or_default()
    }

    pub(crate) const fn days(self) -> u16 {
        self.raw_days()
    }

    pub(crate) const fn provision(self) -> Provision {
        required(self.raw_provision())
    }

    pub(crate) const fn in_force(self) -> Provision {
        required(self.raw_in_force())
    }

    pub(crate) fn decided_by(self) -> DecidedBy {
        DecidedBy::from_code(self.raw_by()).unwrap_or(DecidedBy::Decision)
    }
}

impl CoverageRow<'_> {
    /// A row: whom it names, and whether the term covers them. `covered`: no or unknown.
    #[must_use]
    pub const fn new(
        term: Term,
        when: Condition,
        covered: Covered,
        provision: Provision,
    ) -> [u8; CoverageRow::BYTES] {
        Self::new_bytes(
            term.code(),
            covered.code(),
            low(when.term_standing.bits()),
            low(when.arrived_to_live.bits()),
            low(when.stay_regime.bits()),
            low(when.treaty.bits()),
            provision.number(),
        )
    }

    pub(crate) const fn term(self) -> Option<Term> {
        Term::from_code(self.raw_term())
    }

    pub(crate) fn covered(self) -> Covered {
        Covered::from_code(self.raw_covered()).unwrap_or(Covered::Unknown)
    }

    pub(crate) fn standing(self) -> Set<Standing> {
        Set::from_bits(self.raw_standing().into())
    }

    pub(crate) fn arrived_to_live(self) -> Set<Answer> {
        Set::from_bits(self.raw_arrived().into())
    }

    pub(crate) fn stay_regime(self) -> Set<StayRegime> {
        Set::from_bits(self.raw_regime().into())
    }

    pub(crate) fn treaty(self) -> Set<ToldTreaty> {
        Set::from_bits(self.raw_treaty().into())
    }

    /// The provision that the row rests on.
    #[must_use]
    pub const fn provision(self) -> Provision {
        required(self.raw_provision())
    }
}

impl GroundRow<'_> {
    /// A row.
    #[must_use]
    pub const fn new(
        ground: Provision,
        procedure: Procedure,
        finding: Finding,
        cure: Option<Cure>,
    ) -> [u8; GroundRow::BYTES] {
        let cure = match cure {
            Some(cure) => cure.code(),
            None => 0,
        };
        Self::new_bytes(ground.number(), procedure.code(), finding.code(), cure)
    }

    pub(crate) const fn ground(self) -> Provision {
        required(self.raw_ground())
    }

    pub(crate) const fn procedure(self) -> Option<Procedure> {
        Procedure::from_code(self.raw_procedure())
    }

    pub(crate) const fn finding(self) -> Option<Finding> {
        Finding::from_code(self.raw_finding())
    }

    pub(crate) const fn cure(self) -> Option<Cure> {
        Cure::from_code(self.raw_cure())
    }
}

/// How long the citizens of a country may stay without a visa, according to a law.
#[derive(Clone, Copy)]
pub struct StayLine {
    /// The most days of one stay.
    pub per_entry: Option<u16>,
    /// The most days in any window of days, and the window.
    pub total: Option<(u16, u16)>,
    /// The provision.
    pub provision: Provision,
    /// The first day of the rule; none: it has always held.
    pub from: Option<Day>,
}

impl CountryRow<'_> {
    /// A row: the codes `b"RU"`, `b"RUS"` and 643; the provision on the pilot; the stay; the days of a
    /// treaty and its provision.
    #[must_use]
    pub const fn new(
        alpha_2: [u8; 2],
        alpha_3: [u8; 3],
        numeric: u16,
        pilot: Option<Provision>,
        stay: Option<StayLine>,
        treaty: Option<(u16, Provision)>,
    ) -> [u8; CountryRow::BYTES] {
        let [a, b, c] = alpha_3;
        let (mut entry, mut total, mut window, mut by, mut from) = (0, 0, 0, 0, 0);
        if let Some(stay) = stay {
            if let Some(days) = stay.per_entry {
                entry = days;
            }
            if let Some(days) = stay.total {
                (total, window) = days;
            }
            by = stay.provision.number();
            from = packed(stay.from);
        }
        let (days, treaty_by) = match treaty {
            Some((days, provision)) => (days, provision.number()),
            None => (0, 0),
        };
        Self::new_bytes(
            u16::from_le_bytes(alpha_2),
            numeric,
            u32::from_le_bytes([a, b, c, 0]),
            from,
            number(pilot),
            entry,
            total,
            window,
            by,
            days,
            treaty_by,
        )
    }

    /// The code of two letters.
    #[must_use]
    pub const fn alpha_2(self) -> [u8; 2] {
        self.raw_alpha_2().to_le_bytes()
    }

    /// The code of three letters.
    #[must_use]
    pub const fn alpha_3(self) -> [u8; 3] {
        let [a, b, c, _] = self.raw_alpha_3().to_le_bytes();
        [a, b, c]
    }

    /// The code of three digits, as a number.
    #[must_use]
    pub const fn numeric(self) -> u16 {
        self.raw_numeric()
    }

    pub(crate) const fn pilot(self) -> Option<Provision> {
        provision(self.raw_pilot())
    }

    /// 0: not known.
    pub(crate) const fn per_entry(self) -> u16 {
        self.raw_entry()
    }

    /// 0: not known.
    pub(crate) const fn total(self) -> u16 {
        self.raw_total()
    }

    /// 0: not known.
    pub(crate) const fn window(self) -> u16 {
        self.raw_window()
    }

    pub(crate) const fn stay_provision(self) -> Option<Provision> {
        provision(self.raw_stay())
    }

    /// The first day of the stay rule.
    pub(crate) const fn stay_from(self) -> PackedDay {
        PackedDay::from_bits(self.raw_from())
    }

    /// 0: not known.
    pub(crate) const fn treaty(self) -> u16 {
        self.raw_treaty()
    }

    pub(crate) const fn treaty_provision(self) -> Option<Provision> {
        provision(self.raw_treaty_by())
    }
}

impl YearsRow<'_> {
    /// A row: the years `first` to `last`.
    #[must_use]
    pub const fn new(first: u16, last: u16, certainty: Certainty) -> [u8; YearsRow::BYTES] {
        Self::new_bytes(first, last, certainty.code())
    }

    /// The first year.
    #[must_use]
    pub const fn first(self) -> u16 {
        self.raw_first()
    }

    /// The last year.
    #[must_use]
    pub const fn last(self) -> u16 {
        self.raw_last()
    }

    /// How sure their calendar is.
    #[must_use]
    pub fn certainty(self) -> Certainty {
        Certainty::from_code(self.raw_certainty()).unwrap_or(Certainty::Projected)
    }
}

impl LaidOutYear<'_> {
    /// A row.
    #[must_use]
    #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)] // evaluated at compile time, or on hosts
    pub const fn new(
        number: u16,
        certainty: Certainty,
        five: [u32; 12],
        six: [u32; 12],
    ) -> [u8; LaidOutYear::BYTES] {
        let mut row = Self::new_bytes(number, certainty.code());
        let mut month = 0;
        while month < 12 {
            let (five, six) = (five[month].to_le_bytes(), six[month].to_le_bytes());
            let mut byte = 0;
            while byte < 4 {
                row[4 + 4 * month + byte] = five[byte];
                row[52 + 4 * month + byte] = six[byte];
                byte += 1;
            }
            month += 1;
        }
        row
    }

    pub(crate) const fn number(self) -> u16 {
        self.raw_number()
    }

    pub(crate) fn certainty(self) -> Certainty {
        Certainty::from_code(self.raw_certainty()).unwrap_or(Certainty::Projected)
    }

    /// The working days of a month, from 1 to 12.
    pub(crate) fn month(self, week: Week, month: u8) -> u32 {
        let first = match week {
            Week::Five => 0,
            Week::Six => 12,
        };
        let (words, _) = self.0.as_chunks();
        let word = usize::from(month).wrapping_add(first);
        // The first word is the number and the certainty.
        words.get(word).map_or(0, |word| u32::from_le_bytes(*word))
    }
}

impl HolidayRow<'_> {
    /// A row: a day of every year from the first year to the last; 0: no first, or no last.
    #[must_use]
    pub const fn new(
        month: u8,
        day: u8,
        reason: Reason,
        first: u16,
        last: u16,
        substituted: bool,
    ) -> [u8; HolidayRow::BYTES] {
        let last = if last == 0 { u16::MAX } else { last };
        Self::new_bytes(month, day, reason.code(), substituted as u8, first, last)
    }

    pub(crate) const fn month(self) -> u8 {
        self.raw_month()
    }

    pub(crate) const fn day(self) -> u8 {
        self.raw_day()
    }

    pub(crate) fn reason(self) -> Reason {
        Reason::from_code(self.raw_reason()).unwrap_or(Reason::DayOff)
    }

    pub(crate) const fn is_substituted(self) -> bool {
        self.raw_substituted() != 0
    }

    /// Its day in a year, if it is a holiday then.
    pub(crate) const fn in_year(self, year: u16) -> Option<Day> {
        if self.is_in(year) {
            Day::new(year, self.month(), self.day())
        } else {
            None
        }
    }

    /// Whether it is a holiday in a year.
    pub(crate) const fn is_in(self, year: u16) -> bool {
        self.raw_first() <= year && year <= self.raw_last()
    }
}

impl MovableRow<'_> {
    /// A row.
    #[must_use]
    pub const fn new(day: Day, reason: Reason) -> [u8; MovableRow::BYTES] {
        Self::new_bytes(day.packed().bits(), reason.code())
    }

    pub(crate) const fn day(self) -> Option<Day> {
        PackedDay::from_bits(self.raw_day()).day()
    }

    pub(crate) fn reason(self) -> Reason {
        Reason::from_code(self.raw_reason()).unwrap_or(Reason::DayOff)
    }
}

impl TransferRow<'_> {
    /// A row.
    #[must_use]
    pub const fn new(worked: Day, off: Day) -> [u8; TransferRow::BYTES] {
        Self::new_bytes(worked.packed().bits(), off.packed().bits())
    }

    pub(crate) const fn worked(self) -> Option<Day> {
        PackedDay::from_bits(self.raw_worked()).day()
    }

    pub(crate) const fn off(self) -> Option<Day> {
        PackedDay::from_bits(self.raw_off()).day()
    }
}

impl ClockRow<'_> {
    /// A row: from a moment in seconds since 1970 on (none: always) a zone has this offset from UTC in minutes.
    #[must_use]
    #[allow(clippy::cast_sign_loss)] // as bits
    pub const fn new(zone: Zone, from: Option<i64>, offset: i16) -> [u8; ClockRow::BYTES] {
        let from = match from {
            Some(moment) => moment,
            None => i64::MIN,
        };
        Self::new_bytes(from as u64, offset as u16, zone.code())
    }

    pub(crate) const fn zone(self) -> Option<Zone> {
        Zone::from_code(self.raw_zone())
    }

    #[allow(clippy::cast_possible_wrap)] // as bits
    pub(crate) const fn moment(self) -> i64 {
        self.raw_from() as i64
    }

    #[allow(clippy::cast_possible_wrap)] // as bits
    pub(crate) const fn offset_minutes(self) -> i16 {
        self.raw_offset() as i16
    }
}

impl DutiesRow<'_> {
    /// A row. If a duty is listed twice, the last one counts.
    #[must_use]
    #[allow(clippy::indexing_slicing)] // numbered from 1 without a gap
    pub const fn new(mut list: &[(Duty, Provision)]) -> [u8; DutiesRow::BYTES] {
        let mut duties = [0; Duty::ALL.len()];
        while let [(duty, provision), rest @ ..] = list {
            duties[(duty.code() as usize).wrapping_sub(1)] = provision.number();
            list = rest;
        }
        let [consequence, papers, place, home, abroad, taken, issued] = duties;
        Self::new_bytes(consequence, papers, place, home, abroad, taken, issued)
    }

    /// The provisions, in the order of [`Duty`].
    #[must_use]
    pub fn all(self) -> [Option<Provision>; Duty::ALL.len()] {
        [
            self.raw_consequence(),
            self.raw_papers(),
            self.raw_place(),
            self.raw_collectors_home(),
            self.raw_collectors_abroad(),
            self.raw_taken(),
            self.raw_issued(),
        ]
        .map(provision)
    }
}

impl CaseRow<'_> {
    /// A row: on this day, under this edition, these obligations are possible for a person with these facts, on
    /// this basis, in the order of the table. Circumstances and declined facts are not part of a case.
    #[must_use]
    pub fn new(
        on: Day,
        edition: Edition,
        facts: &Facts,
        obligations: Set<Obligation>,
        basis: &[Provision],
    ) -> [u8; CaseRow::BYTES] {
        let (first, last) = facts.birth.bounds();
        Self::new_bytes(
            facts.region.bits(),
            first.bits(),
            last.bits(),
            on.packed().bits(),
            edition.number(),
            low(obligations.bits()),
            Provisions::of(basis).0,
        )
    }

    /// The day; none only if the row was not checked.
    pub(crate) const fn on(self) -> Option<Day> {
        PackedDay::from_bits(self.raw_on()).day()
    }

    pub(crate) const fn edition(self) -> Edition {
        Edition::new(self.raw_edition())
    }

    pub(crate) fn facts(self) -> Facts {
        let born = [self.raw_born_from(), self.raw_born_until()].map(PackedDay::from_bits);
        Facts {
            region: Region::from_bits(self.raw_facts()),
            birth: Birth::of_bounds(born),
            ..Facts::default()
        }
    }

    pub(crate) fn obligations(self) -> Set<Obligation> {
        Set::from_bits(self.raw_obligations().into())
    }

    pub(crate) const fn basis(self) -> Provisions {
        four(self.raw_basis())
    }
}
