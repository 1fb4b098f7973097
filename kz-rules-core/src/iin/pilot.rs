//! The pilot: an IIN through foreign establishments (legal model, sections 1 and 5).

use time::Date;

use crate::closed_set::closed_set;
use crate::error::Error;
use crate::facts::Answer;
use crate::law::Provision;

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
pub struct Country(Code);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
enum Code {
    Alpha2([u8; 2]),
    /// Three letters, or three digits.
    Three([u8; 3]),
}

impl Country {
    /// Reads two capital letters (`CN`), three (`CHN`), or three digits (`156`).
    ///
    /// # Errors
    ///
    /// [`Error::CountryCode`] for anything else.
    pub fn parse(code: &[u8]) -> Result<Self, Error> {
        let all = |is: fn(&u8) -> bool| code.iter().all(is);
        if let Ok(two) = code.try_into()
            && all(u8::is_ascii_uppercase)
        {
            Ok(Self(Code::Alpha2(two)))
        } else if let Ok(three) = code.try_into()
            && (all(u8::is_ascii_uppercase) || all(u8::is_ascii_digit))
        {
            Ok(Self(Code::Three(three)))
        } else {
            Err(Error::CountryCode)
        }
    }

    /// Whether it is one of the six that the source names.
    fn is_named(self) -> bool {
        match self.0 {
            Code::Alpha2(code) => NAMED.iter().any(|(alpha_2, _, _)| *alpha_2 == code),
            Code::Three(code) => NAMED
                .iter()
                .any(|(_, alpha_3, numeric)| *alpha_3 == code || *numeric == code),
        }
    }
}

/// The countries that the source names (PILOT-COUNTRIES), of 96.
const NAMED: [([u8; 2], [u8; 3], [u8; 3]); 6] = [
    (*b"CN", *b"CHN", *b"156"),
    (*b"TR", *b"TUR", *b"792"),
    (*b"EE", *b"EST", *b"233"),
    (*b"LV", *b"LVA", *b"428"),
    (*b"LT", *b"LTU", *b"440"),
    (*b"RU", *b"RUS", *b"643"),
];

/// Whether an establishment in a country takes part in the pilot (PILOT-PERIOD, PILOT-COUNTRIES):
/// `yes` for embassies and consulates general in the six countries that the source names, else not
/// known, since it does not name the other ninety. A caller who knows better should say so.
///
/// ```
/// use kz_rules_core::{Answer, Country, MissionKind, mission_in_pilot};
///
/// let in_china = mission_in_pilot(Some(MissionKind::Embassy), Country::parse(b"CHN")?);
/// assert_eq!(in_china, Some(Answer::Yes));
/// let in_france = mission_in_pilot(Some(MissionKind::Embassy), Country::parse(b"FR")?);
/// assert_eq!(in_france, None);
/// # Ok::<(), kz_rules_core::Error>(())
/// ```
#[must_use]
pub fn mission_in_pilot(kind: Option<MissionKind>, country: Country) -> Option<Answer> {
    let of_the_kind = matches!(
        kind,
        Some(MissionKind::Embassy | MissionKind::ConsulateGeneral)
    );
    (of_the_kind && country.is_named()).then_some(Answer::Yes)
}

/// What an application in the pilot takes, and what comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct PilotPapers {
    /// The applicant comes in person.
    pub presence: Provision,
    /// Application, copy of the identity document, and the original for comparison: always.
    pub papers: Provision,
    /// Whether a notarised translation is needed; none: not known.
    pub translation: Option<Answer>,
    /// The provision on it.
    pub translation_by: Provision,
    /// Whether that notarisation must be legalised or bear an apostille; none: not known.
    pub legalisation: Option<Answer>,
    /// The provision on it.
    pub legalisation_by: Provision,
    /// What is issued.
    pub issued: Provision,
    /// When: see [`Term::iin_at_mission`](crate::Term::iin_at_mission).
    pub term: Provision,
}

impl PilotPapers {
    /// The papers of an application filed on the day `on`; none if the pilot is not running then.
    ///
    /// `latin_or_cyrillic`: whether the document shows the person's data in Latin or Cyrillic
    /// letters. `convention_state`: whether the translation is notarised in a state party to the
    /// Minsk or the Chisinau Convention. Either may be unknown.
    #[must_use]
    pub fn on(
        on: Date,
        latin_or_cyrillic: Option<Answer>,
        convention_state: Option<Answer>,
    ) -> Option<Self> {
        let translation = latin_or_cyrillic.map(not);
        Provision::PilotPeriod.applies_on(on).then_some(Self {
            presence: Provision::PilotInPerson,
            papers: Provision::PilotPapers,
            translation,
            translation_by: Provision::PilotTranslation,
            legalisation: both(translation, convention_state.map(not)),
            legalisation_by: Provision::PilotLegalisation,
            issued: Provision::PilotCertificate,
            term: Provision::PilotTerm,
        })
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
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use time::macros::date;

    use super::*;

    fn takes_part(kind: Option<MissionKind>, code: &str) -> Result<Option<Answer>, Error> {
        Ok(mission_in_pilot(kind, Country::parse(code.as_bytes())?))
    }

    #[test]
    fn the_six_named_countries_take_part_in_all_three_codes() {
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
                assert_eq!(
                    takes_part(Some(kind), code),
                    Ok(Some(Answer::Yes)),
                    "{code}"
                );
            }
            for kind in [Some(MissionKind::Other), None] {
                assert_eq!(takes_part(kind, code), Ok(None), "{code}");
            }
        }
    }

    #[test]
    fn of_other_countries_nothing_is_known() {
        for code in [
            "DE", "DEU", "276", "FR", "KZ", "KAZ", "398", "ZZ", "000", "CHI",
        ] {
            assert_eq!(
                takes_part(Some(MissionKind::Embassy), code),
                Ok(None),
                "{code}"
            );
        }
    }

    #[test]
    fn what_has_not_the_form_of_a_code_is_an_error() {
        for code in [
            "", "C", "cn", "Cn", "chn", "CHn", "CHNA", "15", "1", "1560", "C1", "CH1", "15N",
            " CN", "CN ", "К", "Қ", "15\0", "C\0",
        ] {
            assert_eq!(
                Country::parse(code.as_bytes()),
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
            let papers = PilotPapers::on(date!(2024 - 06 - 01), letters, state).unwrap();
            let needs = (papers.translation, papers.legalisation);
            assert_eq!(needs, (translation, legalisation), "{letters:?} {state:?}");
        }
    }

    #[test]
    fn there_are_papers_while_the_pilot_runs() {
        let runs = |on| PilotPapers::on(on, None, None).is_some();
        assert!(!runs(date!(2024 - 04 - 12)) && runs(date!(2024 - 04 - 13)));
        assert!(runs(date!(2024 - 12 - 31)) && !runs(date!(2025 - 01 - 01)));
    }
}
