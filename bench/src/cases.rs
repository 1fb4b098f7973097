//! Persons made up, the same in every run.

use crate::abi::{Date, Facts};

/// A small generator of numbers that look random (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }

    fn one_to(&mut self, last: u8) -> u8 {
        1 + self.below(last.into()) as u8
    }

    fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    fn date(&mut self, first_year: u16, last_year: u16) -> Date {
        let years = u64::from(last_year - first_year) + 1;
        let year = first_year + self.below(years) as u16;
        let month = self.one_to(12);
        let length = match month {
            2 if year.is_multiple_of(4) => 29, // of the years 1904 to 2096
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        Date {
            year,
            month,
            day: self.one_to(length),
        }
    }

    /// A person of whom everything is known, under the enacted edition.
    fn known(&mut self) -> Facts {
        let first_year = if self.one_in(4) { 2023 } else { 2024 };
        let on = self.date(first_year, 2027);
        // More children than there are: their answers take the longer way.
        let oldest = if self.one_in(2) { 2000 } else { 1940 };
        let birth = loop {
            let birth = self.date(oldest, on.year);
            if birth <= on {
                break birth;
            }
        };
        let mut facts = Facts {
            on,
            birth,
            birth_precision: 3,
            birth_final: self.one_to(2),
            standing: self.one_to(3),
            permanent_resident: self.one_to(2),
            occasion: self.one_to(14),
            action: self.one_to(5),
            visa_channel: self.one_to(4),
            fingerprinted: if self.one_in(8) { 1 } else { 2 },
            held_at_commencement: self.one_to(2),
            ..Facts::default()
        };
        for circumstance in &mut facts.circumstances {
            *circumstance = self.one_to(2);
        }
        facts
    }

    /// Forgets the birth date or a part of it, and each other fact once in four times.
    fn forget(&mut self, facts: &mut Facts) {
        match self.below(4) {
            0 => {}
            1 => {
                facts.birth.day = 0;
                facts.birth_precision = 2;
            }
            2 => {
                facts.birth.day = 0;
                facts.birth.month = 0;
                facts.birth_precision = 1;
            }
            _ => {
                facts.birth = Date::default();
                facts.birth_precision = 0;
            }
        }
        let facts = [
            &mut facts.standing,
            &mut facts.permanent_resident,
            &mut facts.occasion,
            &mut facts.action,
            &mut facts.visa_channel,
            &mut facts.fingerprinted,
            &mut facts.held_at_commencement,
        ];
        for fact in facts {
            if self.one_in(4) {
                *fact = 0;
            }
        }
    }
}

/// Persons of whom everything is known, under the enacted edition.
pub fn known(count: usize) -> Vec<Facts> {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    (0..count).map(|_| numbers.known()).collect()
}

/// Persons of half of whom everything is known, under both editions.
pub fn mixed(count: usize) -> Vec<Facts> {
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let mut person = || {
        let mut facts = numbers.known();
        facts.edition = numbers.below(3) as u8;
        if numbers.one_in(2) {
            numbers.forget(&mut facts);
        }
        facts
    };
    (0..count).map(|_| person()).collect()
}
