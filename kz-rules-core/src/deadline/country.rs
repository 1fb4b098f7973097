//! What a law says about the citizens of a country, and about missions in it (legal model, sections 5 and 10).

use core::fmt;
use core::str::FromStr;

use heapless::Vec;

use super::stay::StayRule;
use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::facts::Answer;
use crate::law::{CountryRow, Law, LawKnown, Provision, StayRegime};

closed_set! {
    /// The kind of a foreign establishment of Kazakhstan.
    pub enum MissionKind {
        /// An embassy.
        Embassy = 1, "embassy";
        /// A consulate general.
        ConsulateGeneral = 2, "consulate_general";
        /// Another one, such as a consulate or a diplomatic mission.
        Other = 3, "other";
    }
}

/// A country code (ISO 3166-1) in one of its three forms. Only the form is checked, not whether the code is
/// assigned to a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Country(Code);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
enum Code {
    Alpha2([u8; 2]),
    Alpha3([u8; 3]),
    Numeric(u16),
}

impl Country {
    /// Reads two capital letters (`CN`), three (`CHN`), or three digits (`156`).
    ///
    /// # Errors
    ///
    /// [`Error::CountryCode`] for anything else.
    pub fn parse(code: &[u8]) -> Result<Self, Error> {
        let all = |is: fn(&u8) -> bool| code.iter().all(is);
        let code = match *code {
            [a, b] if all(u8::is_ascii_uppercase) => Code::Alpha2([a, b]),
            [a, b, c] if all(u8::is_ascii_uppercase) => Code::Alpha3([a, b, c]),
            [a, b, c] if all(u8::is_ascii_digit) => {
                let digits = [a, b, c].map(|digit| u16::from(digit & 0xF));
                let number = digits.into_iter().fold(0u16, |number, digit| {
                    number.wrapping_mul(10).wrapping_add(digit)
                });
                Code::Numeric(number)
            }
            _ => return Err(Error::CountryCode),
        };
        Ok(Self(code))
    }

    fn is_of(self, row: &CountryRow<'_>) -> bool {
        match self.0 {
            Code::Alpha2(code) => row.alpha_2() == code,
            Code::Alpha3(code) => row.alpha_3() == code,
            Code::Numeric(code) => row.numeric() == code,
        }
    }
}

/// The code as it was given.
impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = match &self.0 {
            Code::Alpha2(letters) => letters.as_slice(),
            Code::Alpha3(letters) => letters.as_slice(),
            Code::Numeric(number) => return write!(f, "{number:03}"),
        };
        f.pad(str::from_utf8(letters).unwrap_or_default())
    }
}

impl FromStr for Country {
    type Err = Error;

    /// See [`Country::parse`].
    fn from_str(code: &str) -> Result<Self, Error> {
        Self::parse(code.as_bytes())
    }
}

/// The most provisions that an answer about a country names: on the stay, and the treaty.
pub const MAX_COUNTRY_PROVISIONS: usize = 2;

/// What a law says about a country on a day. What it does not say for that day is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct CountryAnswer {
    /// Whether embassies and consulates general there are in the pilot: yes, or not known.
    pub pilot: Option<Answer>,
    /// How long its citizens may stay without a visa; without numbers if that is not known.
    pub stay: StayRule,
    /// The stay regime that follows from it.
    pub stay_regime: Option<StayRegime>,
    /// The number of days for which a treaty requires no registration.
    pub treaty: Option<u16>,
    /// The provisions on the stay and the treaty, each once. They come from reports.
    pub provisions: Vec<Provision, MAX_COUNTRY_PROVISIONS, u8>,
    /// Whether the law is known on the day, or assumed.
    pub law: LawKnown,
}

/// The most days of an entry in the regime `up_to_90`, as the legal model defines it (section 10).
const UP_TO_90: u16 = 90;

impl StayRule {
    /// The regime that follows from the rule, if it has a number.
    fn regime(self) -> Option<StayRegime> {
        if self == Self::default() {
            return None;
        }
        Some(match self.per_entry {
            Some(..=UP_TO_90) => StayRegime::UpTo90,
            _ => StayRegime::Other,
        })
    }
}

impl<'a> Law<'a> {
    /// What the law says about a country on a day.
    ///
    /// ```
    /// use kz_rules_core::{Country, Law, StayRegime, day};
    ///
    /// let uzbekistan = Country::parse(b"UZ")?;
    /// let answer = Law::BUILT_IN.country(uzbekistan, day(2026, 6, 1));
    /// assert_eq!(answer.stay.per_entry, Some(30));
    /// assert_eq!(answer.stay_regime, Some(StayRegime::UpTo90));
    /// # Ok::<(), kz_rules_core::Error>(())
    /// ```
    #[must_use]
    pub fn country(self, country: Country, on: Day) -> CountryAnswer {
        let mut answer = CountryAnswer {
            pilot: None,
            stay: StayRule::default(),
            stay_regime: None,
            treaty: None,
            provisions: Vec::new(),
            law: self.is_known_on(on),
        };
        let Some(row) = self.country_row(country) else {
            return answer;
        };
        let applies =
            |provision: Option<Provision>| provision.filter(|each| self.applies_on(*each, on));
        let mut rests_on = |provision: Option<Provision>| {
            let Some(provision) = applies(provision) else {
                return false;
            };
            if !answer.provisions.contains(&provision) {
                // There is room for both.
                answer.provisions.push(provision).ok();
            }
            true
        };
        if applies(row.pilot()).is_some() {
            answer.pilot = Some(Answer::Yes);
        }
        if row.stay_from() <= on.packed() && rests_on(row.stay_provision()) {
            answer.stay = StayRule {
                per_entry: known(row.per_entry()),
                total: known(row.total()),
                window: known(row.window()),
            };
            answer.stay_regime = answer.stay.regime();
        }
        if rests_on(row.treaty_provision()) {
            answer.treaty = known(row.treaty());
        }
        answer
    }

    /// Whether an establishment takes part in the pilot on a day: yes for embassies and consulates general in a
    /// country whose row names a provision that applies on the day, else not known. A caller with better
    /// knowledge should use it instead.
    ///
    /// `kind`: none if it is not known.
    ///
    /// ```
    /// use kz_rules_core::{Answer, Country, Law, MissionKind, day};
    ///
    /// let (law, embassy, on) = (Law::BUILT_IN, Some(MissionKind::Embassy), day(2024, 6, 1));
    /// let in_china = law.mission_in_pilot(embassy, Country::parse(b"CHN")?, on);
    /// assert_eq!(in_china, Some(Answer::Yes));
    /// let in_france = law.mission_in_pilot(embassy, Country::parse(b"FR")?, on);
    /// assert_eq!(in_france, None);
    /// # Ok::<(), kz_rules_core::Error>(())
    /// ```
    #[must_use]
    pub fn mission_in_pilot(
        self,
        kind: Option<MissionKind>,
        country: Country,
        on: Day,
    ) -> Option<Answer> {
        match kind? {
            MissionKind::Embassy | MissionKind::ConsulateGeneral => {}
            MissionKind::Other => return None,
        }
        let pilot = self.country_row(country)?.pilot()?;
        self.applies_on(pilot, on).then_some(Answer::Yes)
    }

    fn country_row(self, country: Country) -> Option<CountryRow<'a>> {
        let mut rows = self.countries().iter().map(CountryRow::from);
        rows.find(|row| country.is_of(row))
    }
}

/// A number in a row; 0 is none.
const fn known(number: u16) -> Option<u16> {
    match number {
        0 => None,
        number => Some(number),
    }
}

/// What the built-in law says about a country on a day: see [`Law::country`].
#[must_use]
pub fn country(country: Country, on: Day) -> CountryAnswer {
    Law::BUILT_IN.country(country, on)
}

/// Whether an establishment takes part in the pilot on a day, by the built-in law: see
/// [`Law::mission_in_pilot`].
#[must_use]
pub fn mission_in_pilot(kind: Option<MissionKind>, country: Country, on: Day) -> Option<Answer> {
    Law::BUILT_IN.mission_in_pilot(kind, country, on)
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};

    use super::*;
    use crate::law::{Sections, StayLine, built_in_for_tests, day};
    use crate::vectors;

    #[test]
    fn the_vectors_come_out() {
        let columns = [
            "=pilot",
            "=stay_regime",
            "=per_entry",
            "=total",
            "=window",
            "=treaty",
            "=provisions",
        ];
        for vector in vectors::read("country.csv") {
            let answer = || {
                let on = vector.day("on")?;
                let code = Country::parse(vector.get("country").as_bytes());
                let answer = country(code.map_err(vectors::status)?, on);
                let provisions = answer.provisions.iter().map(ToString::to_string);
                Ok(std::vec![
                    vectors::cell(answer.pilot),
                    vectors::cell(answer.stay_regime),
                    vectors::cell(answer.stay.per_entry),
                    vectors::cell(answer.stay.total),
                    vectors::cell(answer.stay.window),
                    vectors::cell(answer.treaty),
                    provisions.collect::<std::vec::Vec<String>>().join("|"),
                ])
            };
            vector.assert(&columns, answer());
        }
    }

    fn parse(code: &str) -> Result<Country, Error> {
        Country::parse(code.as_bytes())
    }

    /// A day on which the pilot runs.
    const PILOT: Day = day(2024, 6, 1);

    fn takes_part(kind: Option<MissionKind>, code: &str, on: Day) -> Option<Answer> {
        mission_in_pilot(kind, parse(code).unwrap(), on)
    }

    #[test]
    fn the_six_named_countries_take_part_in_all_three_codes_while_the_pilot_runs() {
        let named = [
            "CN CHN 156",
            "TR TUR 792",
            "EE EST 233",
            "LV LVA 428",
            "LT LTU 440",
            "RU RUS 643",
        ];
        for code in named.iter().flat_map(|codes| codes.split(' ')) {
            for kind in [MissionKind::Embassy, MissionKind::ConsulateGeneral] {
                let on = |on| takes_part(Some(kind), code, on);
                assert_eq!(on(day(2024, 4, 12)), None, "{code}");
                assert_eq!(on(day(2024, 4, 13)), Some(Answer::Yes), "{code}");
                assert_eq!(on(day(2024, 12, 31)), Some(Answer::Yes), "{code}");
                assert_eq!(on(day(2025, 1, 1)), None, "{code}");
            }
            for kind in [Some(MissionKind::Other), None] {
                assert_eq!(takes_part(kind, code, PILOT), None, "{code}");
            }
            let answer = country(parse(code).unwrap(), PILOT);
            assert_eq!(answer.pilot, Some(Answer::Yes));
        }
    }

    #[test]
    fn nothing_is_known_about_other_countries() {
        for code in [
            "DE", "DEU", "276", "FR", "KZ", "KAZ", "398", "ZZ", "000", "CHI",
        ] {
            let part = takes_part(Some(MissionKind::Embassy), code, PILOT);
            assert_eq!(part, None, "{code}");
            let answer = country(parse(code).unwrap(), PILOT);
            assert!(answer.provisions.is_empty(), "{code}");
            assert_eq!(
                (answer.stay, answer.stay_regime),
                (StayRule::default(), None)
            );
        }
    }

    #[test]
    fn a_malformed_code_is_an_error() {
        for code in [
            "", "C", "cn", "Cn", "chn", "CHn", "CHNA", "15", "1", "1560", "C1", "CH1", "15N",
            " CN", "CN ", "К", "Қ", "15\0", "C\0",
        ] {
            assert_eq!(parse(code), Err(Error::CountryCode), "{code}");
        }
    }

    #[test]
    fn the_provisions_stand_in_the_order_of_the_columns() {
        let russia = country(parse("643").unwrap(), PILOT);
        let provisions = russia.provisions.iter().map(ToString::to_string);
        assert_eq!(
            provisions.collect::<std::vec::Vec<_>>(),
            ["NOTE-STAY-EAEU", "NOTE-TREATY-RUSSIA"]
        );
    }

    #[test]
    fn a_law_may_know_part_of_a_rule() {
        let provision = Law::BUILT_IN.provision_by_id("NOTE-STAY-90").unwrap();
        let row = |alpha_2, numeric, per_entry, total| {
            let stay = StayLine {
                per_entry,
                total,
                provision,
                from: Some(day(2025, 1, 1)),
            };
            CountryRow::new(
                alpha_2,
                [0; 3],
                numeric,
                None,
                Some(stay),
                Some((14, provision)),
            )
        };
        let countries = [
            row(*b"AA", 1, Some(90), None),
            row(*b"AB", 2, Some(91), Some((90, 180))),
            row(*b"AC", 3, None, Some((90, 180))),
            row(*b"AD", 4, None, Some((90, 90))),
            row(*b"AE", 5, None, Some((91, 180))),
        ];
        let sections = Sections {
            countries: &countries,
            ..*built_in_for_tests()
        };
        let law = Law::from(&sections);
        for (code, regime) in [
            ("001", StayRegime::UpTo90),
            ("AB", StayRegime::Other),
            ("AC", StayRegime::Other),
            ("AD", StayRegime::Other),
            ("005", StayRegime::Other),
        ] {
            let answer = law.country(parse(code).unwrap(), day(2025, 1, 1));
            assert_eq!(answer.stay_regime, Some(regime), "{code}");
            assert_eq!(answer.treaty, Some(14));
            // For stay and treaty, named once.
            assert_eq!(answer.provisions.as_slice(), [provision]);
            let before = law.country(parse(code).unwrap(), day(2024, 12, 31));
            assert_eq!(
                (before.stay, before.stay_regime),
                (StayRule::default(), None)
            );
            assert_eq!(before.treaty, Some(14));
        }
    }
}
