//! Every completion of what is known: section 3.

use crate::facts::{FACTS, Facts, bit, bits, fact};
use time::Date;

/// All completions of some facts on a day. Those that differ in one fact only are neighbours along its axis.
#[derive(Clone, Copy, Debug)]
pub struct Completions {
    known: u64,
    axes: [(usize, u64); 18],
    count: usize,
}

impl Completions {
    /// The completions in the first `facts` facts. `values` are those to try for an unknown fact: of values that no
    /// condition distinguishes, one is enough.
    pub fn new(facts: &Facts, ages: &[u16], day: Date, number: usize, values: u64) -> Completions {
        let mut all = Completions {
            known: 0,
            axes: [(0, 0); 18],
            count: 0,
        };
        for at in 0..number.min(FACTS.len()) {
            let possible = match (at, facts.values[at]) {
                (fact::BIRTH, _) => {
                    let (low, high) = facts.bands(ages, day);
                    (low..=high).fold(0, |bands, band| bands | bit(at, band))
                }
                (_, Some(value)) => bit(at, value),
                (_, None) => bits(at) & values,
            };
            if possible.count_ones() == 1 {
                all.known |= possible;
            } else {
                all.axes[all.count] = (at, possible);
                all.count += 1;
            }
        }
        all
    }

    /// Calls the function with each completion, always in the same order.
    pub fn each(&self, mut call: impl FnMut(u64)) {
        walk(&self.axes[..self.count], self.known, &mut call);
    }

    /// How many there are.
    pub fn number(&self) -> usize {
        self.axes[..self.count]
            .iter()
            .map(|(_, values)| values.count_ones() as usize)
            .product()
    }

    /// The facts (bit N for fact N) for which two completions differ in this fact only and have different answers.
    /// `answers` has the answer for each completion, in the order of [`Completions::each`].
    pub fn relevant<T: PartialEq>(&self, answers: &[T]) -> u32 {
        let mut relevant = 0;
        let mut stride = 1;
        for &(fact, values) in self.axes[..self.count].iter().rev() {
            let size = values.count_ones() as usize;
            let differs = (stride..answers.len()).any(|at| {
                !(at / stride).is_multiple_of(size) && answers[at] != answers[at - stride]
            });
            if differs {
                relevant |= 1 << fact;
            }
            stride *= size;
        }
        relevant
    }
}

fn walk(axes: &[(usize, u64)], person: u64, call: &mut impl FnMut(u64)) {
    let Some(((_, values), rest)) = axes.split_first() else {
        return call(person);
    };
    let mut left = *values;
    while left != 0 {
        let value = left & left.wrapping_neg();
        walk(rest, person | value, call);
        left ^= value;
    }
}
