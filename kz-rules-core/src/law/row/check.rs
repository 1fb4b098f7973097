//! Checks that the library can read a row: every number, day, set and reference in it.
//!
//! The code that decides relies on these checks.

use super::*;
use crate::base::set::{Value, bit};
use crate::facts::Fact;
use crate::law::{Sections, capacity};

/// The longest count of days that a row may give.
const MOST_DAYS: u16 = 366;
const LAST_YEAR: u16 = 9999;
/// The most minutes that a zone may be ahead of UTC, or behind it.
const MOST_OFFSET: u16 = 24 * 60;

/// Whether the bits are values of a closed set, at least one.
fn is_set<T: Value>(bits: u8) -> bool {
    bits != 0 && is_subset::<T>(bits)
}

fn is_subset<T: Value>(bits: u8) -> bool {
    u32::from(bits) & !all_of::<T>() == 0
}

/// All values of a closed set.
fn all_of<T: Value>() -> u32 {
    bit(T::LAST).wrapping_shl(1).wrapping_sub(1)
}

/// Whether the bits are a date that exists.
fn is_day(bits: u32) -> bool {
    let Some(day) = PackedDay::from_bits(bits).day() else {
        return false;
    };
    Day::new(day.year(), day.month(), day.day()) == Some(day)
}

/// Whether the bits are a bound of a period: a day, before all days, or after all days.
fn is_bound(bits: u32) -> bool {
    let bound = PackedDay::from_bits(bits);
    bound == PackedDay::BEFORE_ALL || bound == PackedDay::AFTER_ALL || is_day(bits)
}

fn is_period(period: Period) -> bool {
    is_bound(period.from.bits()) && is_bound(period.until.bits())
}

/// Whether the bits are no day, or a date that exists.
fn is_day_or_none(bits: u32) -> bool {
    bits == 0 || is_day(bits)
}

impl Sections<'_> {
    fn has(&self, number: u16) -> bool {
        self.provisions
            .iter()
            .any(|row| ProvisionRow::of(row).raw_number() == number)
    }

    fn has_or_none(&self, number: u16) -> bool {
        number == 0 || self.has(number)
    }

    /// Whether the law has these provisions, up to four, listed without a gap.
    fn has_all(&self, numbers: u64) -> bool {
        let mut left = numbers;
        while left != 0 {
            let [low, high, ..] = left.to_le_bytes();
            if !self.has(u16::from_le_bytes([low, high])) {
                return false;
            }
            left >>= 16;
        }
        true
    }

    /// Whether there are only bits of values, and no condition on a question that the law does not
    /// have.
    fn is_region(&self, bits: u64) -> bool {
        const FIRST: usize = Fact::Question1 as usize - 1;
        let questions = Region::facts().skip(FIRST);
        let told = questions
            .zip(self.questions)
            .any(|((_, mask), has)| !has && bits & mask != mask);
        Region::is_of_bits(bits) && !told
    }

    fn is_edition(&self, number: u8) -> bool {
        self.editions
            .get(Edition::new(number).place())
            .is_some_and(|rows| !rows.is_empty())
    }
}

fn are_circumstances(bits: u32) -> bool {
    Circumstances::is_of_bits(bits)
}

fn is_flag(byte: u8) -> bool {
    byte <= 1
}

impl DocumentRow<'_> {
    /// `before`: the rows above it.
    pub(crate) fn is_sound(self, before: &[[u8; DocumentRow::BYTES]]) -> bool {
        let is_new = |row| DocumentRow::of(row).number() != self.number();
        self.is_padded()
            && self.number() != 0
            && DocumentKind::from_code(self.raw_kind()).is_some()
            && is_day_or_none(self.raw_known())
            && before.iter().all(is_new)
    }
}

impl ProvisionRow<'_> {
    /// `before`: the rows above it.
    pub(crate) fn is_sound(self, law: &Sections<'_>, before: &[[u8; ProvisionRow::BYTES]]) -> bool {
        let is_new = |row| ProvisionRow::of(row).raw_number() != self.raw_number();
        let is_in = |row| DocumentRow::of(row).number() == self.document();
        self.raw_number() != 0
            && is_period(self.period())
            && self.period().from.is_before(self.period().until)
            && law.documents.iter().any(is_in)
            && before.iter().all(is_new)
    }
}

impl Rule<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        self.is_padded()
            && law.is_region(self.raw_takes())
            && is_period(self.period())
            && Obligation::from_code(self.raw_obligation()).is_some()
            && law.has(self.raw_basis())
    }
}

impl DutiesRow<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        self.all()
            .iter()
            .all(|duty| duty.is_none_or(|provision| law.has(provision.number())))
    }
}

impl Conflict<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        self.is_padded()
            && law.is_edition(self.raw_edition())
            && law.is_edition(self.raw_other())
            && self.obligation().is_some()
            && law.has(self.raw_basis())
            && law.has(self.raw_first())
            && law.has(self.raw_second())
    }
}

impl Caution<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        self.is_padded()
            && law.is_region(self.raw_takes())
            && is_period(self.period())
            && law.has(self.raw_provision())
            && is_set::<Carrier>(self.raw_carried())
            && is_flag(self.raw_ticket())
            && is_subset::<Obligation>(self.raw_obligations())
            && is_subset::<Goal>(self.raw_blocked())
            && is_subset::<Standing>(self.raw_standing())
            && is_subset::<Answer>(self.raw_arrived())
            && is_subset::<StayRegime>(self.raw_regime())
            && is_subset::<ToldTreaty>(self.raw_treaty())
            && is_subset::<Covered>(self.raw_covered())
    }
}

impl StepRow<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        let is_given_by_law = matches!(
            Goal::from_code(self.raw_gives()),
            Some(Goal::Iin | Goal::Translation | Goal::Fingerprints)
        );
        let is_of_law = !matches!(
            Step::from_code(self.raw_step()),
            None | Some(Step::Enter | Step::Leave | Step::ObtainDocument)
        );
        is_of_law
            && is_given_by_law
            && law.is_region(self.raw_takes())
            && are_circumstances(self.raw_circumstances())
            && is_period(self.period())
            && is_set::<Location>(self.raw_place())
            && is_subset::<Goal>(self.raw_needs())
            && law.has_all(self.raw_provisions())
    }
}

impl ObtainedRow<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        self.is_padded()
            && law.is_region(self.raw_takes())
            && is_period(self.period())
            && is_set::<Location>(self.raw_place())
    }

    /// Whether it takes everybody on every day.
    pub(crate) fn takes_all(self) -> bool {
        Region::ALL.is_within(self.takes()) && self.period() == Period::ALL
    }
}

impl DeadlockRow<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        self.is_padded()
            && is_period(self.period())
            && is_subset::<Goal>(self.raw_blocked())
            && law.has_all(self.raw_provisions())
    }

    /// Whether it takes every deadlock on every day.
    pub(crate) fn takes_all(self) -> bool {
        self.blocked().is_empty() && self.period() == Period::ALL
    }
}

impl TermRow<'_> {
    /// `before`: the rows above it.
    pub(crate) fn is_sound(self, law: &Sections<'_>, before: &[[u8; TermRow::BYTES]]) -> bool {
        self.is_padded()
            && self.term().is_some()
            && Unit::from_code(self.raw_unit()).is_some()
            && FirstDay::from_code(self.raw_strict()).is_some()
            && FirstDay::from_code(self.raw_lenient()).is_some()
            && !(self.strict() == FirstDay::NotCounted && self.lenient() == FirstDay::Counted)
            && matches!(self.days(), 1..=MOST_DAYS)
            && DecidedBy::from_code(self.raw_by()).is_some()
            && law.has(self.raw_provision())
            && law.has(self.raw_in_force())
            && before
                .iter()
                .all(|row| TermRow::of(row).term() != self.term())
    }
}

impl CoverageRow<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        self.term().is_some()
            && matches!(
                Covered::from_code(self.raw_covered()),
                Some(Covered::No | Covered::Unknown)
            )
            && is_subset::<Standing>(self.raw_standing())
            && is_subset::<Answer>(self.raw_arrived())
            && is_subset::<StayRegime>(self.raw_regime())
            && is_subset::<ToldTreaty>(self.raw_treaty())
            && law.has(self.raw_provision())
    }
}

impl GroundRow<'_> {
    /// `before`: the rows above it.
    pub(crate) fn is_sound(self, law: &Sections<'_>, before: &[[u8; GroundRow::BYTES]]) -> bool {
        let is_new = |row| {
            let row = GroundRow::of(row);
            row.procedure() != self.procedure() || row.finding() != self.finding()
        };
        self.is_padded()
            && law.has(self.raw_ground())
            && self.procedure().is_some()
            && self.finding().is_some()
            && (self.raw_cure() == 0 || self.cure().is_some())
            && before.iter().all(is_new)
    }
}

impl CountryRow<'_> {
    /// `before`: the rows above it.
    pub(crate) fn is_sound(self, law: &Sections<'_>, before: &[[u8; CountryRow::BYTES]]) -> bool {
        let [.., fourth] = self.raw_alpha_3().to_le_bytes();
        let are_codes = self.alpha_2().iter().all(u8::is_ascii_uppercase)
            && self.alpha_3().iter().all(u8::is_ascii_uppercase)
            && fourth == 0
            && self.numeric() <= 999;
        let is_new = |row| {
            let row = CountryRow::of(row);
            row.alpha_2() != self.alpha_2()
                && row.alpha_3() != self.alpha_3()
                && row.numeric() != self.numeric()
        };
        let numbers = [self.per_entry(), self.total(), self.window()];
        let is_stay = numbers.iter().all(|days| *days <= MOST_DAYS)
            && self.total() <= self.window()
            && (self.total() == 0) == (self.window() == 0);
        let has_stay = self.raw_stay() != 0;
        let is_bare = numbers == [0; 3] && self.raw_from() == 0;
        self.is_padded()
            && are_codes
            && is_stay
            && (has_stay || is_bare)
            && is_day_or_none(self.raw_from())
            && self.treaty() <= MOST_DAYS
            && (self.treaty() == 0) == (self.raw_treaty_by() == 0)
            && law.has_or_none(self.raw_pilot())
            && law.has_or_none(self.raw_stay())
            && law.has_or_none(self.raw_treaty_by())
            && before.iter().all(is_new)
    }
}

impl YearsRow<'_> {
    /// `before`: the rows above it.
    pub(crate) fn is_sound(self, before: &[[u8; YearsRow::BYTES]]) -> bool {
        let is_new = |row| {
            let row = YearsRow::of(row);
            row.last() < self.first() || self.last() < row.first()
        };
        self.is_padded()
            && self.first() != 0
            && self.first() <= self.last()
            && self.last() <= LAST_YEAR
            && Certainty::from_code(self.raw_certainty()).is_some()
            && before.iter().all(is_new)
    }
}

impl HolidayRow<'_> {
    pub(crate) fn is_sound(self) -> bool {
        // The day must exist in some year: in a leap year every day does.
        const LEAP: u16 = 2000;
        Day::new(LEAP, self.month(), self.day()).is_some()
            && Reason::from_code(self.raw_reason()).is_some()
            && is_flag(self.raw_substituted())
            && self.raw_first() <= LAST_YEAR
            && self.raw_first() <= self.raw_last()
    }
}

impl MovableRow<'_> {
    pub(crate) fn is_sound(self) -> bool {
        self.is_padded() && is_day(self.raw_day()) && Reason::from_code(self.raw_reason()).is_some()
    }
}

impl TransferRow<'_> {
    pub(crate) fn is_sound(self) -> bool {
        is_day(self.raw_worked()) && is_day(self.raw_off()) && self.raw_worked() != self.raw_off()
    }
}

impl ClockRow<'_> {
    /// `before`: the rows above it.
    pub(crate) fn is_sound(self, before: &[[u8; ClockRow::BYTES]]) -> bool {
        let is_new = |row| {
            let row = ClockRow::of(row);
            row.zone() != self.zone() || row.moment() != self.moment()
        };
        self.is_padded()
            && self.zone().is_some()
            && self.offset_minutes().unsigned_abs() <= MOST_OFFSET
            && before.iter().all(is_new)
    }
}

impl CaseRow<'_> {
    pub(crate) fn is_sound(self, law: &Sections<'_>) -> bool {
        let (first, last) = (self.raw_born_from(), self.raw_born_until());
        let is_unknown = last == PackedDay::AFTER_ALL.bits() && first == PackedDay::FIRST.bits();
        let is_birth = is_unknown || is_day(first) && is_day(last) && first <= last;
        let region = Region::from_bits(self.raw_facts());
        self.is_padded()
            && law.is_region(self.raw_facts())
            && !region.is_empty()
            && is_birth
            && is_day(self.raw_on())
            && law.is_edition(self.raw_edition())
            && is_set::<Obligation>(self.raw_obligations())
            && law.has_all(self.raw_basis())
    }
}

// A row has room for exactly these provisions.
const _: () = assert!(capacity::STEP_PROVISIONS * 16 == u64::BITS as usize);
