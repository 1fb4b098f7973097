//! Completions of facts and circumstances, narrowed wherever a condition divides them.
//!
//! A question is asked about all of them at once. Where a condition holds for some only, the question goes
//! on with those, and the others are set aside; it is asked about them later. So no list of parts is kept,
//! only what was set aside on the way: at most one entry for each value that can be taken from a fact.

use heapless::Vec;

use crate::base::day::Day;
use crate::facts::{Circumstances, Fact, Region};
use crate::law::Period;

/// At least one value of each fact is left; every other value may be set aside in a division of its own.
const MAX_DIVISIONS: usize = {
    let values = Region::ALL.bits().count_ones() + Circumstances::ALL.bits().count_ones();
    values as usize - Fact::ALL.len()
};

/// Values of one fact that were set aside.
#[derive(Clone, Copy)]
struct Division {
    /// The place of the fact in asking order, from 0.
    place: u8,
    /// Whether the values that were set aside are now the current ones; `aside` then holds those that were current before.
    is_swapped: bool,
    /// The values; the first value of the fact is the lowest bit.
    aside: u16,
}

/// Some completions: a product of facts and circumstances.
pub(crate) struct Completions {
    pub(super) facts: Region,
    pub(super) circumstances: Circumstances,
    divisions: Vec<Division, MAX_DIVISIONS, u8>,
}

impl Completions {
    pub(crate) const fn new(facts: Region, circumstances: Circumstances) -> Self {
        Self {
            facts,
            circumstances,
            divisions: Vec::new(),
        }
    }

    /// Whether a condition holds. If it holds for some completions only, they are narrowed to those.
    pub(crate) fn meet(&mut self, facts: Region, circumstances: Circumstances) -> bool {
        if self.facts.meet(facts).is_empty() || self.circumstances.meet(circumstances).is_empty() {
            return false;
        }
        while self.divide_facts(facts) {}
        while let Some(place) = self.circumstances.first_beyond(circumstances, 0) {
            let place = usize::from(place).saturating_add(Fact::OF_PERSON);
            self.divide(place, circumstances.bits().into());
        }
        true
    }

    /// Whether a fact of a person has one of some values: see [`Completions::meet`].
    pub(super) fn are(&mut self, facts: Region) -> bool {
        self.meet(facts, Circumstances::ALL)
    }

    /// The value of the first row that fits; none if no row fits. A row is the region that it takes, the
    /// days on which it applies, and its value.
    ///
    /// Completions are not divided between rows with the same value.
    pub(super) fn first_fit<T: PartialEq>(
        &mut self,
        on: Day,
        rows: impl Iterator<Item = (Region, Period, T)> + Clone,
    ) -> Option<T> {
        loop {
            let mut said = None;
            let mut dividing = None;
            let mut differ = false;
            for (takes, period, says) in rows.clone() {
                if self.facts.meet(takes).is_empty() || !period.includes(on) {
                    continue;
                }
                match &said {
                    None => said = Some(says),
                    Some(said) => differ = *said != says,
                }
                if differ || self.facts.is_within(takes) {
                    break;
                }
                dividing = dividing.or(Some(takes));
            }
            match dividing {
                Some(takes) if differ => self.divide_facts(takes),
                _ => return said,
            };
        }
    }

    /// Goes on to the completions that were set aside last; false if there are none.
    pub(crate) fn advance(&mut self) -> bool {
        while let Some(division) = self.divisions.last_mut() {
            let Division {
                place,
                is_swapped,
                aside,
            } = *division;
            let (values, mask) = at(self.facts, self.circumstances, place.into());
            let aside = u64::from(aside).wrapping_shl(mask.trailing_zeros());
            if is_swapped {
                self.divisions.pop();
                self.put(place.into(), mask, values | aside);
            } else {
                division.is_swapped = true;
                division.aside = low(values.wrapping_shr(mask.trailing_zeros()));
                self.put(place.into(), mask, aside);
                return true;
            }
        }
        false
    }

    /// Narrows the first fact with values that a row does not take to those that it takes; false if there is
    /// no such fact.
    fn divide_facts(&mut self, takes: Region) -> bool {
        let place = self.facts.first_beyond(takes, 0);
        if let Some(place) = place {
            self.divide(place.into(), takes.bits());
        }
        place.is_some()
    }

    /// Narrows the fact at a place to the values that are also in `word`, and sets the others aside.
    #[allow(clippy::cast_possible_truncation)] // there are eighteen places
    fn divide(&mut self, place: usize, word: u64) {
        let (values, mask) = at(self.facts, self.circumstances, place);
        let aside = low((values & !word).wrapping_shr(mask.trailing_zeros()));
        // There is room for all that can be set aside.
        let _ = self.divisions.push(Division {
            place: place as u8,
            is_swapped: false,
            aside,
        });
        self.put(place, mask, values & word);
    }

    #[allow(clippy::cast_possible_truncation)] // values of a circumstance lie in the lower half
    fn put(&mut self, place: usize, mask: u64, values: u64) {
        if place < Fact::OF_PERSON {
            self.facts = Region::from_bits(self.facts.bits() & !mask | values);
        } else {
            let word = self.circumstances.bits() & !(mask as u32) | values as u32;
            self.circumstances = Circumstances::from_bits(word);
        }
    }
}

/// The values of the fact at a place, unshifted, and their mask.
fn at(facts: Region, circumstances: Circumstances, place: usize) -> (u64, u64) {
    if let Some(mask) = Region::MASKS.get(place) {
        return (facts.bits() & mask, *mask);
    }
    let mask = Circumstances::MASKS.get(place.wrapping_sub(Fact::OF_PERSON));
    let mask = mask.copied().unwrap_or_default();
    ((circumstances.bits() & mask).into(), mask.into())
}

/// The values of a fact, shifted to the lowest bit: at most fifteen.
#[allow(clippy::cast_possible_truncation)]
const fn low(values: u64) -> u16 {
    values as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_completion_comes_once_and_no_part_is_mixed() {
        let visa = Region::ALL
            .with(Fact::Occasion, 1 << 10)
            .with(Fact::Standing, 0b110);
        let adults = Region::ALL.with(Fact::Birth, 0b1100);
        let abroad = Circumstances::ALL.with(Fact::Location, 0b10);
        let mut all = Completions::new(Region::ALL, Circumstances::ALL);
        let (mut count, mut parts) = (0u64, 0);
        loop {
            let holds = all.meet(visa, Circumstances::ALL) && all.meet(adults, abroad);
            assert_eq!(
                holds,
                all.facts.is_within(visa.meet(adults)) && all.circumstances == abroad
            );
            let facts: u64 = Region::facts()
                .map(|(fact, _)| u64::from(all.facts.values(fact).count_ones()))
                .product();
            let circumstances: u64 = Circumstances::facts()
                .map(|(fact, _)| u64::from(all.circumstances.values(fact).count_ones()))
                .product();
            count += facts * circumstances;
            parts += 1;
            if !all.advance() {
                break;
            }
        }
        assert_eq!(count, 15 * 3 * 4 * 2 * 5 * 4 * (1 << 6) * (1 << 6));
        assert_eq!(parts, 5);
        assert!(all.facts == Region::ALL && all.circumstances == Circumstances::ALL);
    }

    #[test]
    fn there_is_room_for_every_value_set_aside_on_its_own() {
        let mut all = Completions::new(Region::ALL, Circumstances::ALL);
        for (fact, _) in Region::facts() {
            for value in (1..u32::BITS).rev() {
                all.are(Region::ALL.with(fact, (1 << value) - 1));
            }
        }
        for (fact, _) in Circumstances::facts() {
            all.meet(Region::ALL, Circumstances::ALL.with(fact, 1));
        }
        assert_eq!(all.divisions.len(), MAX_DIVISIONS);
        let mut parts = 1;
        while all.advance() {
            parts += 1;
        }
        assert_eq!(parts, MAX_DIVISIONS + 1);
        assert!(all.facts == Region::ALL && all.circumstances == Circumstances::ALL);
    }

    #[test]
    fn a_row_gives_a_fact_no_value_that_it_cannot_have() {
        let occasions = |values| Region::ALL.with(Fact::Occasion, values);
        let mut all = Completions::new(occasions(0b011), Circumstances::ALL);
        assert!(all.are(occasions(0b101)));
        assert_eq!(all.facts.values(Fact::Occasion), 0b001);
        assert!(all.advance());
        assert_eq!(all.facts.values(Fact::Occasion), 0b010);
        assert!(!all.advance());
        assert_eq!(all.facts.values(Fact::Occasion), 0b011);
    }

    #[test]
    fn rows_with_the_same_value_do_not_divide() {
        let row = |values, says| (Region::ALL.with(Fact::Occasion, values), Period::ALL, says);
        let on = Day::new(2025, 1, 1).unwrap();
        let mut all = Completions::new(Region::ALL, Circumstances::ALL);
        let same = [row(1, true), row(2, true), row(u32::MAX, true)];
        assert_eq!(all.first_fit(on, same.into_iter()), Some(true));
        assert!(all.facts == Region::ALL);
        let other = [row(1, true), row(2, false), row(u32::MAX, true)];
        assert_eq!(all.first_fit(on, other.into_iter()), Some(true));
        assert_eq!(all.facts.values(Fact::Occasion), 1);
        assert!(all.advance());
        assert_eq!(all.first_fit(on, other.into_iter()), Some(false));
        assert!(all.advance());
        assert_eq!(all.first_fit(on, other.into_iter()), Some(true));
        assert!(!all.advance());
    }
}
