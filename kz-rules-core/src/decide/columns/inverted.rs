//! The rows of an edition, inverted: for each value of each fact, the set of rows that take it, one bit each. The rows that fit a
//! person are then an `&` of words, without a branch. The first of them decides, if it also takes every value of the person's
//! unknown facts.

use core::ops::Range;

use super::super::assess::row_bit;
use super::super::walk::Rules;
use super::{CODES, FactColumns, HOLDS_FOREVER};
use crate::base::day::{FIRST_NUMBER, LAST_NUMBER, PackedDay};
use crate::base::set::Set;
use crate::facts::{AGES, AgeReading, Fact, Region};
use crate::law::{Law, MAX_QUESTIONS, MAX_ROWS, Rule};

/// How many persons are decided together: their state lies on the stack.
pub(super) const BLOCK: usize = 64;
/// A number for each person of a block.
type Block = [u32; BLOCK];
const _: () = assert!(BLOCK <= u64::BITS as usize && BLOCK.is_multiple_of(8));

/// The most values that a code can have, including 0 for unknown.
const NUMBERS: usize = 16;
/// How many combinations of codes the table of a group has.
const KEYS: usize = 256;
/// The most groups: the facts fill three, and groups are processed in pairs. If more were needed, nobody would be decided here.
const GROUPS: usize = 4;
const _: () = assert!(GROUPS.is_multiple_of(2));

/// Facts that are looked up together.
#[derive(Clone, Copy)]
struct Group {
    /// The factor of each fact's code in the key; 0: the fact is not in the group.
    strides: [u8; CODES],
    /// For each key, the rows that take its codes.
    rows: [u32; KEYS],
}

impl Group {
    const EMPTY: Self = Self {
        strides: [0; CODES],
        rows: [u32::MAX; KEYS],
    };

    /// The rows that take the codes of this key. An invalid code may lead to any entry: `Codes::check` leaves no row sure for it.
    #[inline(always)]
    fn rows(&self, key: u8) -> u32 {
        let rows = self.rows.get(usize::from(key) % KEYS);
        rows.copied().unwrap_or_default()
    }

    /// Adds a fact to a group of `size` combinations that has room for it. `by_number`: for each value's number, the rows that take
    /// it.
    #[allow(clippy::cast_possible_truncation)] // there is room
    fn put(&mut self, fact: usize, size: usize, by_number: &[u32]) {
        if let Some(stride) = self.strides.get_mut(fact) {
            *stride = size as u8;
        }
        let (before, rest) = self.rows.split_at_mut(size.min(KEYS));
        let later = by_number.iter().skip(1);
        for (rows, number) in rest.chunks_mut(size.max(1)).zip(later) {
            for (rows, before) in rows.iter_mut().zip(&*before) {
                *rows = before & number;
            }
        }
        for rows in before {
            *rows &= by_number.first().copied().unwrap_or_default();
        }
    }
}

/// The number of bands; in a table by bands, also the place of an unknown birth date.
const BANDS: usize = AGES + 1;
/// The shift of the obligation within a decision.
const OBLIGATION: u32 = 16;
/// A table with an entry for each band, and one for an unknown birth date.
type ByBand = [u32; BANDS + 1];

/// What is needed to check a column of codes.
#[derive(Clone, Copy, Default)]
struct Codes {
    /// The rows that take all values of the fact.
    whole: u32,
    /// How many values there are; 0 for a question that the law does not have.
    values: u8,
}

/// The rows of an edition, inverted: sets of rows, one bit each.
pub(super) struct Inverted {
    /// The rows that take at least one value of every fact.
    any: u32,
    /// The rows that take all values of every fact without a column.
    all: u32,
    facts: [Codes; CODES],
    groups: [Group; GROUPS],
    /// How many groups are in use.
    count: usize,
    /// For each band, the rows that take it.
    in_band: ByBand,
    /// For each band, the rows that take it or a later one.
    from_band: ByBand,
    /// For each band, the rows that take it and all later ones, and do not end.
    ever: ByBand,
    /// The rows that take all bands.
    whole_bands: u32,
    /// For each row with a first or a last day: its bit, its first day, and the first day on which it no longer applies.
    /// Unused entries have no bit.
    periods: [(u32, i32, i32); MAX_ROWS],
    /// For each age, the days of life from which it may be reached, and from which it surely is.
    ages: [(i32, i32); AGES],
    /// For each row, the number of its provision, and above it the obligation as a set.
    decisions: [u32; MAX_ROWS],
}

/// The fewest and the most days of life after which an age is reached: 365 days a year and one for every fourth year. Fewest: each
/// century begun may lack a leap day. Most: one day more for a leap day still to come in the year of birth, one for a birth on 29
/// February, and one if the day after the birthday counts.
fn days_of_life(age: u8, reading: AgeReading) -> (i32, i32) {
    if age == 0 {
        return (i32::MAX, i32::MAX);
    }
    let days = i32::from(age).wrapping_mul(365);
    let (fourths, centuries) = (i32::from(age / 4), i32::from(age / 100));
    let after = i32::from(reading == AgeReading::DayAfter);
    (
        days.wrapping_add(fourths)
            .wrapping_sub(centuries)
            .wrapping_sub(1),
        days.wrapping_add(fourths)
            .wrapping_add(after)
            .wrapping_add(2),
    )
}

/// The number of the first day that is not before `day`.
fn number(day: PackedDay) -> i32 {
    match day.first_day() {
        Some(day) => day.number(),
        None if day == PackedDay::BEFORE_ALL => i32::MIN,
        None => i32::MAX,
    }
}

/// Whether `first` is not after `last`, and both are in the years 1 to 9999.
#[inline(always)]
fn is_span(first: i32, last: i32) -> bool {
    (FIRST_NUMBER <= first) & (first <= last) & (last <= LAST_NUMBER)
}

/// All rows, or none: without a branch, which the processor could not predict.
#[inline(always)]
fn mask(all: bool) -> u32 {
    u32::from(all).wrapping_neg()
}

impl Inverted {
    /// For no rows.
    #[inline(always)] // built in place: it is too long to be copied
    pub(super) fn new() -> Self {
        Self {
            any: u32::MAX,
            all: u32::MAX,
            facts: [Codes::default(); CODES],
            groups: [Group::EMPTY; GROUPS],
            count: 0,
            in_band: [0; BANDS + 1],
            from_band: [0; BANDS + 1],
            ever: [0; BANDS + 1],
            whole_bands: 0,
            periods: [(0, i32::MIN, i32::MAX); MAX_ROWS],
            ages: [(0, 0); AGES],
            decisions: [0; MAX_ROWS],
        }
    }

    /// Inverts the rows of an edition, once. Only facts that have a column in `columns` get a table.
    #[inline(never)] // its variables take stack only while it runs
    pub(super) fn fill(
        &mut self,
        law: Law<'_>,
        rules: Rules<'_>,
        reading: AgeReading,
        columns: &FactColumns<'_>,
    ) {
        self.ages = law.ages().map(|age| days_of_life(age, reading));
        self.fill_facts(law, rules, columns);
        self.fill_bands(law, rules);
        let mut periods = self.periods.iter_mut();
        for (row, (rule, decision)) in rules.iter().zip(&mut self.decisions).enumerate() {
            let rule = Rule::from(rule);
            let period = rule.period();
            let is_bounded =
                period.until != PackedDay::AFTER_ALL || period.from != PackedDay::BEFORE_ALL;
            if is_bounded && let Some(bounded) = periods.next() {
                *bounded = (row_bit(row), number(period.from), number(period.until));
            }
            let obligation = Set::from(rule.obligation()).bits();
            *decision = obligation << OBLIGATION | u32::from(rule.basis().number());
        }
    }

    #[allow(clippy::cast_possible_truncation)] // the values of a fact are few
    fn fill_facts(&mut self, law: Law<'_>, rules: Rules<'_>, columns: &FactColumns<'_>) {
        // The last facts are the law's questions.
        let has = [true; CODES - MAX_QUESTIONS]
            .into_iter()
            .chain(law.questions());
        let facts = self.facts.iter_mut().zip(columns.codes());
        let (mut groups, mut group, mut size) = (self.groups.iter_mut(), None, 1usize);
        for (place, (((fact, column), (_, mask)), has)) in facts.zip(coded()).zip(has).enumerate() {
            // Number 0: the rows that take any value.
            let mut by_number = [0; NUMBERS];
            let all = Region::ALL.values_in(mask);
            for (row, rule) in rules.iter().enumerate() {
                let (bit, values) = (row_bit(row), Rule::from(rule).takes().values_in(mask));
                for (number, rows) in by_number.iter_mut().enumerate() {
                    // The value of number 1 is the lowest bit.
                    let wanted = if number == 0 {
                        all
                    } else {
                        row_bit(number) >> 1
                    };
                    if values & wanted != 0 {
                        *rows |= bit;
                    }
                }
                if values == all {
                    fact.whole |= bit;
                }
            }
            // A row that takes no value of a fact takes nobody.
            self.any &= by_number.first().copied().unwrap_or_default();
            if column.is_none() {
                self.all &= fact.whole;
                continue;
            }
            if !has {
                continue;
            }
            fact.values = mask.count_ones() as u8;
            let numbers = usize::from(fact.values).wrapping_add(1);
            let by_number = by_number.get(..numbers).unwrap_or_default();
            if by_number.iter().all(|rows| *rows == fact.whole) {
                // No row depends on the fact.
                continue;
            }
            if self.count == 0 || size.wrapping_mul(numbers) > KEYS {
                (group, size) = (groups.next(), 1);
                self.count = self.count.wrapping_add(1);
            }
            match &mut group {
                Some(group) => group.put(place, size, by_number),
                None => self.all = 0,
            }
            size = size.wrapping_mul(numbers);
        }
    }

    fn fill_bands(&mut self, law: Law<'_>, rules: Rules<'_>) {
        // A law with fewer ages has fewer bands.
        let last_band = law.ages().iter().take_while(|age| **age != 0).count();
        let there = row_bit(last_band.wrapping_add(1)).wrapping_sub(1);
        for (row, rule) in rules.iter().enumerate() {
            let (bit, rule) = (row_bit(row), Rule::from(rule));
            let bands = rule.takes().values(Fact::Birth) & there;
            let ends = rule.period().until != PackedDay::AFTER_ALL;
            if bands == there {
                self.whole_bands |= bit;
            }
            let tables = self.in_band.iter_mut().zip(&mut self.from_band);
            for (band, ((here, from), ever)) in tables.zip(&mut self.ever).enumerate() {
                let first = if band == BANDS { 0 } else { band };
                let later = there & row_bit(first).wrapping_neg();
                let now = if band == BANDS { there } else { row_bit(band) };
                if bands & now != 0 {
                    *here |= bit;
                }
                if bands & later != 0 {
                    *from |= bit;
                }
                if bands & later == later && !ends {
                    *ever |= bit;
                }
            }
        }
        let (bands, next) = (self.in_band.iter(), self.in_band.iter().skip(1));
        for ((from, surely), (band, next)) in self.ages.iter_mut().zip(bands.zip(next)) {
            if band == next {
                // No row tells the two bands apart: the age does not matter.
                (*from, *surely) = (i32::MAX, i32::MAX);
            }
        }
    }

    /// Writes the answers of a block of rows. Returns the rows that it cannot decide, one bit each; the first row is the lowest
    /// bit.
    #[inline(never)]
    #[allow(clippy::cast_possible_truncation)] // each cast keeps one field
    pub(super) fn decide(
        &self,
        columns: &FactColumns<'_>,
        rows: Range<usize>,
        obligations: &mut [u8],
        bases: &mut [u16],
        ask: &mut [u8],
        holds_until: &mut [i32],
    ) -> u64 {
        // For each person, the rows that decide if they come first.
        let mut sure = [self.all; BLOCK];
        let taking = self.taking(&mut sure, columns, &rows);
        if let Some(sets) = columns.declined.and_then(|sets| sets.get(rows.clone())) {
            for (sure, declined) in sure.iter_mut().zip(sets) {
                *sure &= mask(declined & !Fact::ASKED.bits() == 0);
            }
        }
        self.check_days(&mut sure, columns, &rows);

        let on = columns.on.get(rows.clone()).unwrap_or_default();
        let mut now = self.by_age(&self.in_band, columns, &rows);
        for (now, taking) in now.iter_mut().zip(&taking) {
            *now &= taking;
        }
        for (bit, from, until) in self.bounded() {
            if from != i32::MIN {
                for (now, on) in now.iter_mut().zip(on) {
                    *now &= !bit | mask(from <= *on);
                }
            }
            if until != i32::MAX {
                for (now, on) in now.iter_mut().zip(on) {
                    *now &= !bit | mask(*on < until);
                }
            }
        }
        let mut unsure = 0;
        for (sure, now) in sure.iter_mut().zip(&now).take(on.len()) {
            *sure &= now & now.wrapping_neg();
            unsure |= mask(*sure == 0);
        }
        let mut decided = [0; BLOCK];
        for (decided, now) in decided.iter_mut().zip(&now) {
            let row = now.trailing_zeros() as usize % MAX_ROWS;
            *decided = self.decisions.get(row).copied().unwrap_or_default();
        }
        for (cell, decided) in obligations.iter_mut().zip(&decided) {
            *cell = (*decided >> OBLIGATION) as u8;
        }
        for (cell, decided) in bases.iter_mut().zip(&decided) {
            *cell = *decided as u16;
        }
        let mut undecided = 0;
        if unsure != 0 {
            for (sure, place) in sure.iter().zip(0u32..) {
                undecided |= u64::from(*sure == 0).wrapping_shl(place);
            }
        }
        ask.fill(0);
        if holds_until.is_empty() {
            return undecided;
        }
        holds_until.fill(HOLDS_FOREVER);
        undecided | self.changes(taking, &now, columns, &rows)
    }

    /// For each person of a block, the rows that take their codes. Clears in `sure` the rows that these codes leave unsure.
    #[inline(always)]
    fn taking(&self, sure: &mut Block, columns: &FactColumns<'_>, rows: &Range<usize>) -> Block {
        let columns = columns.codes();
        let codes = || {
            let codes = columns.iter();
            codes.map(|column| column.and_then(|column| column.get(rows.clone())))
        };
        for (codes, fact) in codes().zip(&self.facts) {
            if let Some(codes) = codes {
                fact.check(sure, codes);
            }
        }
        let mut keys = [[0u8; BLOCK]; GROUPS];
        for (group, keys) in self.groups.iter().zip(&mut keys).take(self.count) {
            for (codes, stride) in codes().zip(group.strides) {
                let Some(codes) = codes.filter(|_| stride != 0) else {
                    continue;
                };
                for (key, code) in keys.iter_mut().zip(codes) {
                    *key = key.wrapping_add(code.wrapping_mul(stride));
                }
            }
        }
        let mut taking = [self.any; BLOCK];
        let keys = keys.chunks(2);
        for (groups, keys) in self.groups.chunks(2).zip(keys).take(self.count.div_ceil(2)) {
            // Two at a time, so that `taking` is read and written once for both. An empty group takes all.
            if let ([one, other], [keys, other_keys]) = (groups, keys) {
                for (taking, (key, other_key)) in taking.iter_mut().zip(keys.iter().zip(other_keys))
                {
                    *taking &= one.rows(*key) & other.rows(*other_key);
                }
            }
        }
        taking
    }

    /// The persons of a block whose answer may change some day, one bit each.
    fn changes(
        &self,
        mut taking: Block,
        now: &Block,
        columns: &FactColumns<'_>,
        rows: &Range<usize>,
    ) -> u64 {
        let on = columns.on.get(rows.clone()).unwrap_or_default();
        for (bit, _, until) in self.bounded() {
            for (taking, on) in taking.iter_mut().zip(on) {
                *taking &= !bit | mask(*on < until);
            }
        }
        let from = self.by_age(&self.from_band, columns, rows);
        let ever = self.by_age(&self.ever, columns, rows);
        let mut changes = 0u64;
        let persons = taking.iter().zip(now).zip(from.iter().zip(&ever));
        for (((taking, now), (from, ever)), place) in persons.zip(0u32..) {
            let first = now & now.wrapping_neg();
            // The answer may change if a row above can take the person from now on, or if this row may cease to.
            let above = taking & from & first.wrapping_sub(1);
            let stays = (above == 0) & (ever & first != 0);
            changes |= u64::from(!stays).wrapping_shl(place);
        }
        changes
    }

    /// The rows with a first or a last day.
    fn bounded(&self) -> impl Iterator<Item = (u32, i32, i32)> {
        self.periods
            .iter()
            .copied()
            .take_while(|(bit, _, _)| *bit != 0)
    }

    /// The ages that matter to some row: the days of life from which each may be reached, from which it surely is, and its place in
    /// a table by bands.
    fn relevant_ages(&self) -> impl Iterator<Item = (i32, i32, usize)> {
        let ages = self.ages.iter().zip(1..);
        let ages = ages.map(|((from, surely), band)| (*from, *surely, band));
        ages.filter(|(from, _, _)| *from != i32::MAX)
    }

    /// Looks up each person of a block in a table by bands. Ages are the outer loop, so that the processor can handle several
    /// persons at once.
    #[inline(always)]
    fn by_age(&self, table: &ByBand, columns: &FactColumns<'_>, rows: &Range<usize>) -> Block {
        let band = |band: usize| table.get(band).copied().unwrap_or_default();
        let on = columns.on.get(rows.clone()).unwrap_or_default();
        let Some(birth) = columns.birth.and_then(|days| days.get(rows.clone())) else {
            return [band(BANDS); BLOCK];
        };
        let mut found = [band(0); BLOCK];
        for (_, surely, reached) in self.relevant_ages() {
            let reached = band(reached);
            for (found, (on, birth)) in found.iter_mut().zip(on.iter().zip(birth)) {
                let is_reached = mask(on.wrapping_sub(*birth) >= surely);
                *found = *found & !is_reached | reached & is_reached;
            }
        }
        if let Some(bitmap) = columns.birth_validity {
            for (found, valid) in found.iter_mut().zip(valid(bitmap, rows)) {
                *found = *found & valid | band(BANDS) & !valid;
            }
        }
        found
    }

    /// Clears in `sure` the rows that the days or the possible ages leave unsure.
    #[inline(always)]
    fn check_days(&self, sure: &mut Block, columns: &FactColumns<'_>, rows: &Range<usize>) {
        let on = columns.on.get(rows.clone()).unwrap_or_default();
        if let Some(birth) = columns.birth.and_then(|days| days.get(rows.clone())) {
            let mut told = [0; BLOCK];
            for (told, (on, birth)) in told.iter_mut().zip(on.iter().zip(birth)) {
                *told = mask(is_span(*birth, *on));
            }
            for (from, surely, _) in self.relevant_ages() {
                for (told, (on, birth)) in told.iter_mut().zip(on.iter().zip(birth)) {
                    let days = on.wrapping_sub(*birth);
                    *told &= mask(days >= surely) | mask(days < from);
                }
            }
            if let Some(bitmap) = columns.birth_validity {
                for ((told, valid), on) in told.iter_mut().zip(valid(bitmap, rows)).zip(on) {
                    *told = *told & valid | self.sure_at_any_age(*on) & !valid;
                }
            }
            for (sure, told) in sure.iter_mut().zip(&told) {
                *sure &= told;
            }
        } else {
            for (sure, on) in sure.iter_mut().zip(on) {
                *sure &= self.sure_at_any_age(*on);
            }
        }
        if let Some(bitmap) = columns.on_validity {
            for (sure, valid) in sure.iter_mut().zip(valid(bitmap, rows)) {
                *sure &= valid;
            }
        }
    }

    /// The rows that surely take a person with an unknown birth date.
    fn sure_at_any_age(&self, on: i32) -> u32 {
        self.whole_bands & mask(is_span(on, on))
    }
}

impl Codes {
    /// Clears in `sure` the rows that these codes leave unsure.
    #[inline(always)]
    fn check(self, sure: &mut Block, codes: &[u8]) {
        let most = codes
            .iter()
            .fold(0, |most: u8, code| most.max(code.wrapping_sub(1)));
        if most < self.values {
            return;
        }
        for (sure, code) in sure.iter_mut().zip(codes) {
            let is_told = code.wrapping_sub(1) < self.values;
            *sure &= mask(is_told) | mask(*code == 0) & self.whole;
        }
    }
}

/// For each row of a block, all bits if it is valid, else none.
fn valid(bitmap: &[u8], rows: &Range<usize>) -> impl Iterator<Item = u32> {
    let bytes = bitmap.get(rows.start / 8..).unwrap_or_default();
    let bytes = bytes.iter().take(BLOCK / 8);
    bytes.flat_map(|byte| (0..8).map(move |bit| mask(byte >> bit & 1 != 0)))
}

/// The facts that are codes, with their masks.
fn coded() -> impl Iterator<Item = (Fact, u64)> {
    Region::facts().filter(|(fact, _)| *fact != Fact::Birth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::facts::Ages;

    #[test]
    fn ages_are_reached_within_the_days_of_life() {
        let years = [
            1, 3, 4, 1896, 1899, 1900, 1999, 2000, 2001, 2084, 2088, 2100,
        ];
        for age in [1, 3, 4, 12, 14, 16, 17, 18, 21, 60, 99, 100, 255] {
            for reading in AgeReading::ALL {
                let (from, surely) = days_of_life(age, *reading);
                let (mut least, mut most) = (i32::MAX, 0);
                for year in years {
                    let mut born = Day::new(year, 1, 1).unwrap();
                    while born.year() == year {
                        let ages = Ages::of(born.into(), [age, 0, 0], *reading);
                        let day = ages.next_change(born, 1).first_day().unwrap();
                        let days = day.number() - born.number();
                        (least, most) = (least.min(days), most.max(days));
                        born = born.plus(1).unwrap();
                    }
                }
                assert!(
                    from <= least && most <= surely,
                    "{age} {reading}: {least}..={most}"
                );
                // Narrow enough that few persons are assessed one by one.
                assert!(surely - from <= 6 + i32::from(age) / 100);
            }
        }
    }
}
