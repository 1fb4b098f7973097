//! The pilot: an IIN through foreign establishments (legal model, section 5).

use super::way::IinWay;
use crate::base::closed_set::closed_set;
use crate::base::day::Day;
use crate::base::error::Error;
use crate::facts::Answer;
use crate::law::{CountryRow, Law, Step};

closed_set! {
    /// What a foreign establishment of Kazakhstan is.
    pub enum MissionKind {
        /// An embassy.
        Embassy = 1, "embassy";
        /// A consulate general.
        ConsulateGeneral = 2, "consulate_general";
        /// Another one, such as a consulate or a diplomatic mission.
        Other = 3, "other";
    }
}

/// The code of a country (ISO 3166-1) in one of its three forms. It has the form of one; whether it
/// is given to a country is not looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CountryCode(Code);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
enum Code {
    Alpha2([u8; 2]),
    Alpha3([u8; 3]),
    Numeric(u16),
}

impl CountryCode {
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
            [_, _, _] if all(u8::is_ascii_digit) => {
                let digits = code.iter().map(|digit| u16::from(digit.wrapping_sub(b'0')));
                Code::Numeric(digits.fold(0, |number, digit| {
                    number.wrapping_mul(10).wrapping_add(digit)
                }))
            }
            _ => return Err(Error::CountryCode),
        };
        Ok(Self(code))
    }

    /// Whether it is a code of a country of a law.
    pub(crate) fn is_of(self, country: CountryRow<'_>) -> bool {
        match self.0 {
            Code::Alpha2(code) => country.alpha_2() == code,
            Code::Alpha3(code) => country.alpha_3() == code,
            Code::Numeric(code) => country.numeric() == code,
        }
    }
}

/// What an application in the pilot takes.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct PilotPapers<'a> {
    /// Whether a notarised translation is needed; none: not known.
    pub translation: Option<Answer>,
    /// Whether that notarisation must be legalised or bear an apostille; none: not known.
    pub legalisation: Option<Answer>,
    /// The way at the establishment, with the provisions that it rests on. When the IIN is ready, the term
    /// `iin_mission` says.
    pub way: IinWay<'a>,
}

impl<'a> Law<'a> {
    /// The papers of an application for an IIN filed at a foreign establishment on a day; none if the
    /// way is closed to everybody then.
    ///
    /// `latin_or_cyrillic`: whether the document shows the person's data in Latin or Cyrillic
    /// letters. `convention_state`: whether the translation is notarised in a state party to one of the
    /// two conventions that make legalisation needless. Either may be unknown.
    #[must_use]
    pub fn pilot_papers(
        self,
        on: Day,
        latin_or_cyrillic: Option<Answer>,
        convention_state: Option<Answer>,
    ) -> Option<PilotPapers<'a>> {
        let mut ways = self.iin_ways(on);
        let way = ways.find(|way| way.step() == Step::IinAtMission)?;
        let translation = latin_or_cyrillic.map(not);
        Some(PilotPapers {
            translation,
            legalisation: both(translation, convention_state.map(not)),
            way,
        })
    }

    /// Whether an establishment in a country takes part in the pilot on a day: `yes` for embassies and
    /// consulates general in a country whose row names a provision that applies then, else not known. A
    /// caller who knows better should say so.
    ///
    /// ```
    /// use kz_rules_core::{Answer, CountryCode, Law, MissionKind, day};
    ///
    /// let on = day(2024, 6, 1);
    /// let in_pilot = |code| {
    ///     let country = CountryCode::parse(code)?;
    ///     Ok::<_, kz_rules_core::Error>(Law::BUILT_IN.mission_in_pilot(Some(MissionKind::Embassy), country, on))
    /// };
    /// assert_eq!(in_pilot(b"CHN")?, Some(Answer::Yes));
    /// assert_eq!(in_pilot(b"FR")?, None);
    /// # Ok::<(), kz_rules_core::Error>(())
    /// ```
    #[must_use]
    pub fn mission_in_pilot(
        self,
        kind: Option<MissionKind>,
        country: CountryCode,
        on: Day,
    ) -> Option<Answer> {
        let of_the_kind = matches!(
            kind,
            Some(MissionKind::Embassy | MissionKind::ConsulateGeneral)
        );
        let mut rows = self.countries().iter().map(CountryRow::from);
        let row = rows.find(|row| country.is_of(*row))?;
        let takes_part = of_the_kind && self.applies_on(row.pilot()?, on);
        takes_part.then_some(Answer::Yes)
    }
}

const fn not(answer: Answer) -> Answer {
    match answer {
        Answer::Yes => Answer::No,
        Answer::No => Answer::Yes,
    }
}

/// `yes` if both are, `no` if either is `no`.
const fn both(one: Option<Answer>, other: Option<Answer>) -> Option<Answer> {
    match (one, other) {
        (Some(Answer::No), _) | (_, Some(Answer::No)) => Some(Answer::No),
        (Some(Answer::Yes), Some(Answer::Yes)) => Some(Answer::Yes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString;
    use std::vec::Vec;

    use super::*;
    use crate::law::day;

    const LAW: Law<'static> = Law::BUILT_IN;

    fn takes_part(kind: Option<MissionKind>, code: &str, on: Day) -> Result<Option<Answer>, Error> {
        let country = CountryCode::parse(code.as_bytes())?;
        Ok(LAW.mission_in_pilot(kind, country, on))
    }

    #[test]
    fn the_named_countries_take_part_in_all_three_codes_while_the_provision_applies() {
        let named = [
            "CN CHN 156",
            "TR TUR 792",
            "EE EST 233",
            "LV LVA 428",
            "LT LTU 440",
            "RU RUS 643",
        ];
        let days = [
            (day(2024, 4, 12), None),
            (day(2024, 4, 13), Some(Answer::Yes)),
            (day(2024, 12, 31), Some(Answer::Yes)),
            (day(2025, 1, 1), None),
        ];
        for code in named.iter().flat_map(|codes| codes.split(' ')) {
            for (on, answer) in days {
                for kind in [MissionKind::Embassy, MissionKind::ConsulateGeneral] {
                    assert_eq!(takes_part(Some(kind), code, on), Ok(answer), "{code}");
                }
                for kind in [Some(MissionKind::Other), None] {
                    assert_eq!(takes_part(kind, code, on), Ok(None), "{code}");
                }
            }
        }
    }

    #[test]
    fn of_other_countries_nothing_is_known() {
        let on = day(2024, 6, 1);
        for code in [
            "DE", "DEU", "276", "FR", "KZ", "KAZ", "398", "ZZ", "000", "CHI", "UZ", "UZB", "860",
        ] {
            let answer = takes_part(Some(MissionKind::Embassy), code, on);
            assert_eq!(answer, Ok(None), "{code}");
        }
    }

    #[test]
    fn what_has_not_the_form_of_a_code_is_an_error() {
        for code in [
            "", "C", "cn", "Cn", "chn", "CHn", "CHNA", "15", "1", "1560", "C1", "CH1", "15N",
            " CN", "CN ", "К", "Қ", "15\0", "C\0",
        ] {
            assert_eq!(
                CountryCode::parse(code.as_bytes()),
                Err(Error::CountryCode),
                "{code}"
            );
        }
    }

    #[test]
    fn the_needs_follow_from_two_facts() {
        const YES: Option<Answer> = Some(Answer::Yes);
        const NO: Option<Answer> = Some(Answer::No);
        let cases = [
            // letters, convention state: translation, legalisation
            (YES, YES, NO, NO),
            (YES, NO, NO, NO),
            (YES, None, NO, NO),
            (NO, YES, YES, NO),
            (NO, NO, YES, YES),
            (NO, None, YES, None),
            (None, YES, None, NO),
            (None, NO, None, None),
            (None, None, None, None),
        ];
        for (letters, state, translation, legalisation) in cases {
            let papers = LAW.pilot_papers(day(2024, 6, 1), letters, state).unwrap();
            let needs = (papers.translation, papers.legalisation);
            assert_eq!(needs, (translation, legalisation), "{letters:?} {state:?}");
        }
    }

    #[test]
    fn there_are_papers_while_the_pilot_runs() {
        let runs = |on| LAW.pilot_papers(on, None, None).is_some();
        assert!(!runs(day(2024, 4, 12)) && runs(day(2024, 4, 13)));
        assert!(runs(day(2024, 12, 31)) && !runs(day(2025, 1, 1)));
    }

    #[test]
    fn the_way_names_what_else_its_document_says() {
        let papers = LAW.pilot_papers(day(2024, 6, 1), None, None).unwrap();
        let provisions = papers.way.document_provisions();
        let provisions: Vec<_> = provisions.map(|provision| provision.to_string()).collect();
        for id in ["PILOT-TRANSLATION", "PILOT-LEGALISATION", "PILOT-TERM"] {
            assert!(provisions.iter().any(|known| known == id), "{id}");
        }
        assert!(provisions.iter().all(|id| id.starts_with("PILOT-")));
    }
}
