//! Facts about a person and what is known of them (legal model, section 3).
//!
//! A fact that is not known is a set of values that are all still possible. [`Facts::default`]
//! knows nothing; each builder method narrows one fact. Facts do not depend on a law.

mod birth;
mod region;
mod vocabulary;

use core::fmt;

pub(crate) use birth::{AGES, Ages};
pub use birth::{AgeReading, Birth, BirthPrecision};
pub(crate) use region::{Circumstances, Region};
pub use vocabulary::{Action, AgeBand, Answer, Fact, Location, Occasion, Standing, VisaChannel};

use crate::base::error::ParseError;
use crate::base::set::{Set, Value};

/// What is known of a person. [`Facts::default`] knows nothing.
///
/// Each method sets one fact: to one value, to `true` or `false`, or to a [`Set`] of values that are still possible. Setting a
/// fact again replaces what was set before.
///
/// ```
/// use kz_rules_core::{Action, Day, Facts, Occasion, Standing};
///
/// let facts = Facts::default()
///     .standing(Standing::Foreigner)
///     .born(Day::new(1990, 5, 17).unwrap())
///     .occasion(Occasion::ResidenceCard)
///     .action(Action::FirstIssue)
///     .fingerprinted(false);
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    pub(crate) region: Region,
    pub(crate) circumstances: Circumstances,
    pub(crate) birth: Birth,
    pub(crate) declined: Set<Fact>,
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Facts")
            .field("known", &Known(self))
            .field("birth", &self.birth)
            .field("declined", &self.declined)
            .finish()
    }
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            region: Region::ALL,
            circumstances: Circumstances::ALL,
            birth: Birth::UNKNOWN,
            declined: Set::EMPTY,
        }
    }
}

/// Shows the facts of which something is known, each with the values that are still possible.
pub(crate) struct Known<'a>(pub(crate) &'a Facts);

macro_rules! narrowing {
    ($( $(#[$meta:meta])* $method:ident / $known:ident: $word:ident, $fact:ident($kind:ty); )+) => {
        impl Facts {
            $(
                $(#[$meta])*
                #[must_use]
                #[inline]
                pub fn $method(mut self, is: impl Into<Set<$kind>>) -> Self {
                    let given = is.into();
                    // An empty set says nothing: the fact stays as it was.
                    if !given.is_empty() {
                        self.$word = self.$word.with(Fact::$fact, given.bits());
                    }
                    self
                }

                #[doc = concat!("What [`Facts::", stringify!($method), "`] can still be.")]
                #[must_use]
                pub const fn $known(&self) -> Set<$kind> {
                    Set::from_bits(self.$word.values(Fact::$fact))
                }
            )+
        }

        impl Facts {
            /// Sets one fact from text: the legal model's name of a value, or for the birth date as much of it as is known:
            /// `1990-05-17`, `1990-05` or `1990`.
            ///
            /// ```
            /// use kz_rules_core::{Fact, Facts, Occasion, day};
            ///
            /// let facts = Facts::default()
            ///     .tell("occasion".parse()?, "visa")?
            ///     .tell(Fact::Birth, "1990-05-17")?
            ///     .tell(Fact::Fingerprinted, "no")?;
            /// let same = Facts::default().occasion(Occasion::Visa).born(day(1990, 5, 17)).fingerprinted(false);
            /// assert_eq!(facts, same);
            /// # Ok::<(), kz_rules_core::ParseError>(())
            /// ```
            ///
            /// # Errors
            ///
            /// [`ParseError`], which says what was expected, if the fact has no value of that name.
            pub fn tell(self, fact: Fact, value: &str) -> Result<Self, ParseError> {
                Ok(match fact {
                    Fact::Birth => self.born(value.parse::<Birth>()?),
                    $( Fact::$fact => self.$method(value.parse::<$kind>()?), )+
                })
            }
        }

        impl Fact {
            /// The names of its values, in the order of their numbers: the legal model's words. The birth date has none.
            #[must_use]
            pub const fn value_names(self) -> &'static [&'static str] {
                match self {
                    Self::Birth => &[],
                    $( Self::$fact => <$kind>::NAMES, )+
                }
            }
        }

        #[cfg(feature = "serde")]
        impl Facts {
            /// The possible values of a fact, one bit each; none for the birth date.
            pub(crate) fn possible(&self, fact: Fact) -> u32 {
                match fact {
                    Fact::Birth => 0,
                    $( Fact::$fact => self.$known().bits(), )+
                }
            }

            /// The same facts, with these values of one, one bit each.
            pub(crate) fn with_possible(self, fact: Fact, bits: u32) -> Self {
                match fact {
                    Fact::Birth => self,
                    $( Fact::$fact => self.$method(Set::from_bits(bits)), )+
                }
            }
        }

        impl fmt::Debug for Known<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut map = f.debug_map();
                $(
                    if let Some(known) = partly(self.0.$known()) {
                        map.entry(&Fact::$fact, &known);
                    }
                )+
                map.finish()
            }
        }
    };
}

/// A set of values, unless all are possible.
fn partly<T: Value>(possible: Set<T>) -> Option<Set<T>> {
    (possible.len() < T::ALL.len()).then_some(possible)
}

// In asking order.
narrowing! {
    /// What the person comes for.
    occasion / possible_occasions: region, Occasion(Occasion);
    /// Whether the person is a citizen, a foreigner or stateless.
    standing / possible_standings: region, Standing(Standing);
    /// Whether the prints are already in Kazakhstan's database.
    fingerprinted / possibly_fingerprinted: region, Fingerprinted(Answer);
    /// What is done with the document.
    action / possible_actions: region, Action(Action);
    /// How the visa is obtained.
    visa_channel / possible_visa_channels: region, VisaChannel(VisaChannel);
    /// Whether a foreigner resides in Kazakhstan permanently.
    permanent_resident / possibly_permanent_resident: region, PermanentResident(Answer);
    /// Whether the document held was already held, and valid, when the fingerprint rules started.
    held_at_commencement / possibly_held_at_commencement: region, HeldAtCommencement(Answer);
    /// The answer to the law's own question 1. An answer to a question that the law does not have is an error.
    question_1 / possible_question_1: region, Question1(Answer);
    /// The answer to the law's own question 2. An answer to a question that the law does not have is an error.
    question_2 / possible_question_2: region, Question2(Answer);
    /// The answer to the law's own question 3. An answer to a question that the law does not have is an error.
    question_3 / possible_question_3: region, Question3(Answer);
    /// The answer to the law's own question 4. An answer to a question that the law does not have is an error.
    question_4 / possible_question_4: region, Question4(Answer);
    /// Where the person is.
    location / possible_locations: circumstances, Location(Location);
    /// Whether the person may enter Kazakhstan without the document asked for.
    may_enter / possibly_may_enter: circumstances, MayEnter(Answer);
    /// Whether the person has an IIN.
    has_iin / possibly_has_iin: circumstances, HasIin(Answer);
    /// Whether the foreign establishment takes part in the IIN pilot.
    mission_in_pilot / possibly_mission_in_pilot: circumstances, MissionInPilot(Answer);
    /// Whether the foreign establishment (for a visa issued in an airport, the office there) takes
    /// foreigners' prints.
    mission_takes_fingerprints / possibly_mission_takes_fingerprints: circumstances, MissionTakesFingerprints(Answer);
    /// Whether the passport is in a foreign language.
    passport_in_foreign_language / possibly_passport_in_foreign_language: circumstances, PassportInForeignLanguage(Answer);
}

/// Converts codes into a word of sets. Each fact is named here, so that the compiler knows its place.
macro_rules! told {
    ($product:ident: $($fact:ident = $code:expr),+) => {
        $product::of_told($( $product::told(Fact::$fact, $code) )|+)
    };
}

/// Whether a code is higher than the last value of its fact. Eight codes are compared at once.
#[inline]
fn any_too_high(codes: &[u8; 17]) -> bool {
    const TOP: u64 = 0x8080_8080_8080_8080;
    let (eights, rest) = codes.as_chunks::<8>();
    let (highest, last) = region::HIGHEST.as_chunks::<8>();
    let mut beyond = 0;
    for (codes, highest) in eights.iter().zip(highest) {
        // The addition carries into the top bit of a byte if its code is too high. A code with the top bit set may carry into
        // the next byte, but then it is too high itself.
        let codes = u64::from_le_bytes(*codes);
        beyond |= codes | codes.wrapping_add(!TOP ^ u64::from_le_bytes(*highest));
    }
    beyond & TOP != 0 || rest.iter().zip(last).any(|(code, highest)| code > highest)
}

/// The first fact, in asking order, that has no value with its code.
#[cold]
#[inline(never)]
fn first_too_high(codes: &[u8; 17]) -> Fact {
    let coded = Fact::ALL.iter().filter(|fact| **fact != Fact::Birth);
    let mut numbered = coded.zip(codes.iter().zip(&region::HIGHEST));
    let found = numbered.find(|(_, (code, highest))| code > highest);
    found.map_or(Fact::Occasion, |(fact, _)| *fact)
}

impl Facts {
    /// Facts from the numbers of their values, in asking order, without the birth date; 0 for an unknown fact.
    ///
    /// # Errors
    ///
    /// The first fact that has no value with its code.
    #[inline(always)] // what a caller does not read is then not computed
    pub fn from_codes(codes: &[u8; 17]) -> Result<Self, Fact> {
        if any_too_high(codes) {
            return Err(first_too_high(codes));
        }
        let [occasion, standing, person @ .., a, b, c, d, e, f] = *codes;
        let [
            fingerprinted,
            action,
            channel,
            resident,
            held,
            q1,
            q2,
            q3,
            q4,
        ] = person;
        Ok(Self {
            region: told!(Region: Occasion = occasion, Standing = standing, Birth = 0,
                Fingerprinted = fingerprinted, Action = action, VisaChannel = channel,
                PermanentResident = resident, HeldAtCommencement = held,
                Question1 = q1, Question2 = q2, Question3 = q3, Question4 = q4),
            circumstances: told!(Circumstances: Location = a, MayEnter = b, HasIin = c,
                MissionInPilot = d, MissionTakesFingerprints = e, PassportInForeignLanguage = f),
            ..Self::default()
        })
    }

    /// The birth date, as far as it is known.
    #[must_use]
    pub fn born(mut self, birth: impl Into<Birth>) -> Self {
        self.birth = birth.into();
        self
    }

    /// Marks a fact as declined: the person cannot state it, or not more precisely. It is then not asked for.
    #[must_use]
    pub fn decline(mut self, fact: Fact) -> Self {
        self.declined.insert(fact);
        self
    }

    /// The declined facts, which are not asked for.
    #[must_use]
    pub const fn declined(&self) -> Set<Fact> {
        self.declined
    }

    /// The same facts, with these declined and no others.
    #[must_use]
    pub const fn with_declined(mut self, declined: Set<Fact>) -> Self {
        self.declined = declined;
        self
    }

    /// The birth date, as far as it is known.
    #[must_use]
    pub const fn birth(&self) -> Birth {
        self.birth
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_asking_order() {
        let coded = Fact::ALL.iter().filter(|fact| **fact != Fact::Birth);
        for (place, fact) in coded.enumerate() {
            let mut codes = [0; 17];
            codes[place] = u8::MAX;
            assert_eq!(Facts::from_codes(&codes), Err(*fact));
        }
    }

    #[test]
    fn codes_are_the_numbers_of_values() {
        let mut codes = [0; 17];
        (codes[0], codes[1], codes[3], codes[10], codes[11]) = (15, 2, 5, 1, 2);
        let told = Facts::default()
            .occasion(Occasion::Iin)
            .standing(Standing::Foreigner)
            .action(Action::Holding)
            .question_4(true)
            .location(Location::Abroad);
        assert_eq!(Facts::from_codes(&codes), Ok(told));
    }

    #[test]
    fn a_fact_is_set_by_names() {
        let known = |birth: &str| Facts::default().tell(Fact::Birth, birth);
        assert_eq!(known("1990"), Ok(Facts::default().born(Birth::year(1990))));
        assert_eq!(
            known("1990-05"),
            Ok(Facts::default().born(Birth::month(1990, 5)))
        );
        for wrong in [
            "0000",
            "1990-13",
            "1990-02-29",
            "90",
            "1990-05-17-1",
            "1990--17",
        ] {
            assert!(known(wrong).is_err(), "{wrong}");
        }
        let wrong = Facts::default().tell(Fact::MayEnter, "true").unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "not a value of Answer: expected yes or no"
        );
    }

    #[test]
    fn all_values_of_a_fact_say_nothing() {
        assert_eq!(Facts::from_codes(&[0; 17]), Ok(Facts::default()));
        let all: Set<Occasion> = Occasion::ALL.iter().copied().collect();
        assert_eq!(Facts::default().occasion(all), Facts::default());
    }
}
