//! Facts about a person and what is known of them (legal model, section 3).
//!
//! A fact that is not known is a set of values that are all still possible. [`Facts::default`]
//! knows nothing; each builder method narrows one fact.

use core::fmt;

use crate::age::Birth;
use crate::closed_set::closed_set;
use crate::law::table::OpenRows;
use crate::region::{Places, Region};
use crate::set::{Set, Value};

closed_set! {
    /// A fact, in asking order: those of section 3 of the legal model, then the circumstances of
    /// section 6, which only a plan asks for.
    pub enum Fact {
        /// What the person comes for.
        Occasion = 1, "occasion";
        /// Citizen, foreigner or stateless.
        Standing = 2, "standing";
        /// The birth date.
        Birth = 3, "birth";
        /// Whether the prints are already in Kazakhstan's database.
        Fingerprinted = 4, "fingerprinted";
        /// Whether the document is issued, extended, restored, replaced or just held.
        Action = 5, "action";
        /// How the visa is obtained.
        VisaChannel = 6, "visa_channel";
        /// Whether a foreigner resides in Kazakhstan permanently.
        PermanentResident = 7, "permanent_resident";
        /// Whether the document was held, and valid, on 2024-01-01. Never asked.
        HeldAtCommencement = 8, "held_at_commencement";
        /// Where the person is.
        Location = 9, "location";
        /// Whether the person may enter Kazakhstan without the document asked for.
        MayEnter = 10, "may_enter";
        /// Whether the person has an IIN.
        HasIin = 11, "has_iin";
        /// Whether the foreign establishment takes part in the IIN pilot.
        MissionInPilot = 12, "mission_in_pilot";
        /// Whether the foreign establishment takes foreigners' prints.
        MissionTakesFingerprints = 13, "mission_takes_fingerprints";
        /// Whether the passport is in a foreign language.
        PassportInForeignLanguage = 14, "passport_in_foreign_language";
    }
}

closed_set! {
    /// What a person is to Kazakhstan.
    pub enum Standing {
        /// A citizen of Kazakhstan.
        Citizen = 1, "citizen";
        /// A citizen of another state.
        Foreigner = 2, "foreigner";
        /// A person without citizenship.
        Stateless = 3, "stateless";
    }
}

closed_set! {
    /// What the person comes for: mostly a document.
    pub enum Occasion {
        /// A seafarer's identity card of Kazakhstan.
        SeafarerIdentity = 1, "seafarer_identity";
        /// A permit for temporary residence.
        TemporaryResidencePermit = 2, "temporary_residence_permit";
        /// A permit for permanent residence.
        PermanentResidencePermit = 3, "permanent_residence_permit";
        /// A foreigner's residence card.
        ResidenceCard = 4, "residence_card";
        /// An identity certificate of a stateless person.
        StatelessIdentity = 5, "stateless_identity";
        /// The status of a person who seeks asylum.
        AsylumSeekerStatus = 6, "asylum_seeker_status";
        /// A refugee's certificate.
        RefugeeCertificate = 7, "refugee_certificate";
        /// A refugee's travel document.
        RefugeeTravelDocument = 8, "refugee_travel_document";
        /// Expulsion from Kazakhstan.
        Expulsion = 9, "expulsion";
        /// Readmission under a ratified treaty.
        Readmission = 10, "readmission";
        /// A visa of Kazakhstan.
        Visa = 11, "visa";
        /// A passport of a citizen of Kazakhstan.
        CitizenPassport = 12, "citizen_passport";
        /// An identity card of a citizen of Kazakhstan.
        CitizenIdentityCard = 13, "citizen_identity_card";
        /// Anything else.
        Other = 14, "other";
    }
}

closed_set! {
    /// What is done with the document. It has no meaning for expulsion and readmission.
    pub enum Action {
        /// It is issued for the first time.
        FirstIssue = 1, "first_issue";
        /// Its term is extended.
        Extension = 2, "extension";
        /// It is restored.
        Restoration = 3, "restoration";
        /// It is replaced.
        Replacement = 4, "replacement";
        /// It is already held, and nothing is asked for.
        Holding = 5, "holding";
    }
}

closed_set! {
    /// How a visa is obtained.
    pub enum VisaChannel {
        /// At a foreign establishment of Kazakhstan.
        ForeignMission = 1, "foreign_mission";
        /// In an international airport.
        Airport = 2, "airport";
        /// Electronically, without a visit to a foreign establishment.
        Electronic = 3, "electronic";
        /// From an authority in Kazakhstan.
        InKazakhstan = 4, "in_kazakhstan";
    }
}

closed_set! {
    /// The answer to a question of yes or no.
    pub enum Answer {
        /// Yes.
        Yes = 1, "yes";
        /// No.
        No = 2, "no";
    }
}

closed_set! {
    /// Where a person is.
    pub enum Location {
        /// In Kazakhstan.
        InKazakhstan = 1, "in_kazakhstan";
        /// Abroad.
        Abroad = 2, "abroad";
    }
}

closed_set! {
    /// An age, as far as the rules tell ages apart.
    pub enum AgeBand {
        /// Under 12.
        Under12 = 1, "under_12";
        /// From 12 and under 16.
        From12 = 2, "from_12";
        /// From 16.
        From16 = 3, "from_16";
    }
}

impl From<bool> for Set<Answer> {
    fn from(yes: bool) -> Self {
        if yes { Answer::Yes } else { Answer::No }.into()
    }
}

/// What is known of a person. [`Facts::default`] knows nothing.
///
/// Each method tells one fact: one value, `true` or `false`, or a [`Set`] of values that are still
/// possible. Told again, it is what was told last.
///
/// ```
/// use kz_rules_core::{Action, Facts, Occasion, Standing};
/// use kz_rules_core::time::macros::date;
///
/// let facts = Facts::default()
///     .standing(Standing::Foreigner)
///     .born(date!(1990 - 05 - 17))
///     .occasion(Occasion::ResidenceCard)
///     .action(Action::FirstIssue)
///     .fingerprinted(false);
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    pub(crate) region: Region,
    /// The rows that no fact but the age has closed yet.
    pub(crate) open: OpenRows,
    pub(crate) birth: Birth,
    pub(crate) birth_final: bool,
}

impl fmt::Debug for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Facts")
            .field("known", &self.region)
            .field("birth", &self.birth)
            .field("birth_final", &self.birth_final)
            .finish()
    }
}

impl Default for Facts {
    fn default() -> Self {
        Self {
            region: Region::ALL,
            open: OpenRows::ALL,
            birth: Birth::UNKNOWN,
            birth_final: false,
        }
    }
}

/// Shows a region: the facts of which something is known, each with the values that are still possible.
macro_rules! shown {
    ($( $fact:ident($kind:ty); )+) => {
        impl fmt::Debug for Region {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut map = f.debug_map();
                $(
                    if let Some(known) = known::<$kind>(*self, Fact::$fact) {
                        map.entry(&Fact::$fact, &known);
                    }
                )+
                map.finish()
            }
        }

        #[cfg(feature = "defmt")]
        impl defmt::Format for Region {
            fn format(&self, f: defmt::Formatter<'_>) {
                let mut entries = crate::log::Entries::of(f);
                $(
                    if let Some(known) = known::<$kind>(*self, Fact::$fact) {
                        entries.next();
                        defmt::write!(f, "{}: {}", Fact::$fact, known);
                    }
                )+
                entries.finish();
            }
        }
    };
}

/// The values of a fact that are possible in a region, unless all are.
fn known<T: Value>(region: Region, fact: Fact) -> Option<Set<T>> {
    let possible = Set::from_bits(region.values(fact));
    (possible.len() < T::ALL.len()).then_some(possible)
}

macro_rules! narrowing {
    ($( $(#[$meta:meta])* $method:ident / $known:ident: $fact:ident($kind:ty); )+) => {
        impl Facts {
            $(
                $(#[$meta])*
                #[must_use]
                #[inline]
                pub fn $method(mut self, is: impl Into<Set<$kind>>) -> Self {
                    let given = is.into();
                    // No value at all says nothing: the fact stays as unknown as it was.
                    if !given.is_empty() {
                        self.region = self.region.with(Fact::$fact, given.bits());
                        self.open = OpenRows::meeting(self.region);
                    }
                    self
                }

                #[doc = concat!("What [`Facts::", stringify!($method), "`] can still be.")]
                #[must_use]
                pub const fn $known(&self) -> Set<$kind> {
                    Set::from_bits(self.region.values(Fact::$fact))
                }
            )+

            /// Facts by the numbers of their values, all but the birth date, in asking order; 0 for
            /// one that is not known.
            ///
            /// # Errors
            ///
            /// The first fact that has no value with its number.
            #[inline(never)] // one copy serves all
            pub fn from_codes(codes: &[u8; 13]) -> Result<Self, Fact> {
                let [$($method),+] = *codes;
                let (mut places, mut open) = (Places::default(), OpenRows::ALL);
                $(
                    open = open.taking(places.add(Fact::$fact, $method)?);
                )+
                Ok(Self {
                    region: Region::of(places),
                    open,
                    ..Self::default()
                })
            }
        }

        // After the ages come the facts that are told by a builder method.
        shown! { Birth(AgeBand); $( $fact($kind); )+ }
    };
}

// In asking order, as the codes are.
narrowing! {
    /// What the person comes for.
    occasion / possible_occasions: Occasion(Occasion);
    /// What the person is to Kazakhstan.
    standing / possible_standings: Standing(Standing);
    /// Whether the prints are already in Kazakhstan's database.
    fingerprinted / possibly_fingerprinted: Fingerprinted(Answer);
    /// What is done with the document.
    action / possible_actions: Action(Action);
    /// How the visa is obtained.
    visa_channel / possible_visa_channels: VisaChannel(VisaChannel);
    /// Whether a foreigner resides in Kazakhstan permanently.
    permanent_resident / possibly_permanent_resident: PermanentResident(Answer);
    /// Whether the document held was already held, and valid, on 2024-01-01.
    held_at_commencement / possibly_held_at_commencement: HeldAtCommencement(Answer);
    /// Where the person is.
    location / possible_locations: Location(Location);
    /// Whether the person may enter Kazakhstan without the document asked for.
    may_enter / possibly_may_enter: MayEnter(Answer);
    /// Whether the person has an IIN.
    has_iin / possibly_has_iin: HasIin(Answer);
    /// Whether the foreign establishment takes part in the IIN pilot.
    mission_in_pilot / possibly_mission_in_pilot: MissionInPilot(Answer);
    /// Whether the foreign establishment (for a visa issued in an airport, the office there) takes
    /// foreigners' prints.
    mission_takes_fingerprints / possibly_mission_takes_fingerprints: MissionTakesFingerprints(Answer);
    /// Whether the passport is in a foreign language.
    passport_in_foreign_language / possibly_passport_in_foreign_language: PassportInForeignLanguage(Answer);
}

impl Facts {
    /// The birth date, as far as it is known.
    #[must_use]
    pub fn born(mut self, birth: impl Into<Birth>) -> Self {
        self.birth = birth.into();
        self
    }

    /// No more precise birth date is to be had: do not ask for one.
    #[must_use]
    pub const fn birth_is_final(mut self) -> Self {
        self.birth_final = true;
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
            let mut codes = [0; 13];
            codes[place] = u8::MAX;
            assert_eq!(Facts::from_codes(&codes), Err(*fact));
        }
    }

    #[test]
    fn what_says_nothing_is_nothing_known() {
        assert_eq!(Facts::from_codes(&[0; 13]), Ok(Facts::default()));
        let all = |set: &[Occasion]| set.iter().copied().collect::<Set<_>>();
        let told = Facts::default().occasion(all(Occasion::ALL));
        assert_eq!(told, Facts::default());
    }
}
