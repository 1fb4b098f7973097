//! Made-up persons, the same in every run.

use kz_rules_ffi::{kz_date, kz_facts};

/// A small generator of pseudo-random numbers (xorshift).
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

    fn date(&mut self, first_year: u16, last_year: u16) -> kz_date {
        let years = u64::from(last_year - first_year) + 1;
        let year = first_year + self.below(years) as u16;
        let month = self.one_to(12);
        let length = match month {
            2 if year.is_multiple_of(4) => 29, // of the years 1904 to 2096
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        kz_date {
            year,
            month,
            day: self.one_to(length),
        }
    }

    /// A person with every fact known, under the enacted edition.
    fn known(&mut self) -> kz_facts {
        let first_year = if self.one_in(4) { 2023 } else { 2024 };
        let on = self.date(first_year, 2027);
        // More children than in reality: their answers take longer.
        let oldest = if self.one_in(2) { 2000 } else { 1940 };
        let birth = loop {
            let birth = self.date(oldest, on.year);
            if number(birth) <= number(on) {
                break birth;
            }
        };
        let mut facts = kz_facts {
            on,
            birth,
            birth_precision: 3,
            standing: self.one_to(3),
            permanent_resident: self.one_to(2),
            occasion: self.one_to(15),
            action: self.one_to(5),
            visa_channel: self.one_to(4),
            fingerprinted: if self.one_in(8) { 1 } else { 2 },
            held_at_commencement: self.one_to(2),
            ..kz_facts::default()
        };
        for circumstance in [
            &mut facts.location,
            &mut facts.may_enter,
            &mut facts.has_iin,
            &mut facts.mission_in_pilot,
            &mut facts.mission_takes_fingerprints,
            &mut facts.passport_in_foreign_language,
        ] {
            *circumstance = self.one_to(2);
        }
        facts
    }

    /// Removes the birth date or a part of it, and each other fact in one of four cases.
    fn forget(&mut self, facts: &mut kz_facts) {
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
                facts.birth = kz_date::default();
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

/// A day as a number that sorts like days.
pub fn number(date: kz_date) -> i64 {
    i64::from(date.year) * 10_000 + i64::from(date.month) * 100 + i64::from(date.day)
}

/// The facts of a made-up person; `Debug` of the struct would hide them.
pub fn shown(facts: &kz_facts) -> String {
    let kz_facts { on, birth, occasion, standing, fingerprinted, action, visa_channel, .. } = facts;
    format!(
        "on {on:?}, born {birth:?}, occasion {occasion}, standing {standing}, fingerprinted {fingerprinted}, \
         action {action}, visa channel {visa_channel}"
    )
}

/// Persons with every fact known, under the enacted edition.
pub fn known(count: usize) -> Vec<kz_facts> {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    (0..count).map(|_| numbers.known()).collect()
}

/// Persons, half of them with every fact known, under both editions.
pub fn mixed(count: usize) -> Vec<kz_facts> {
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
