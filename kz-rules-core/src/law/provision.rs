//! The catalogue of provisions (legal model, section 1).

use time::Date;
use time::macros::date;

use super::{
    FINGERPRINTS_START, IIN_IN_PERSON_START, PILOT_END, PILOT_START, REGISTRATION_START,
    VISA_SUSPENSION_END,
};
use crate::closed_set::closed_set;
use crate::text::{Text, text};

closed_set! {
    /// A document that the law is taken from, each known as of its own date.
    pub enum Document {
        /// Law firm's summary of Law No. 50-VIII of 23 December 2023.
        Law50 = 1, "L50";
        /// Law firm's summary of the joint order of 19 March 2024.
        Pilot = 2, "PILOT";
        /// Order of the Minister of Internal Affairs No. 923 of 17 November 2025.
        Order923 = 3, "R923";
        /// Press report of a briefing of the Ministry of Internal Affairs.
        Ministry = 4, "MIA";
        /// No document of the sources: a development reported elsewhere.
        Note = 5, "NOTE";
    }
}

impl Document {
    /// What the document is called in a citation.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Law50 => text!("Law No. 50-VIII of 23 December 2023 (law firm's summary)"),
            Self::Pilot => {
                text!("Joint order of 19 March 2024 on the IIN pilot (law firm's summary)")
            }
            Self::Order923 => {
                text!("Order of the Minister of Internal Affairs No. 923 of 17 November 2025")
            }
            Self::Ministry => {
                text!("Ministry of Internal Affairs, briefing before 2024 (press report)")
            }
            Self::Note => text!("Outside the sources"),
        }
    }

    /// The day as of which the document is known; none for a report without a date.
    #[must_use]
    pub const fn known_as_of(self) -> Option<Date> {
        match self {
            Self::Law50 => Some(date!(2024 - 01 - 01)),
            Self::Pilot => Some(date!(2024 - 03 - 19)),
            Self::Order923 => Some(super::LAW_KNOWN_UNTIL),
            Self::Ministry | Self::Note => None,
        }
    }
}

/// Writes the catalogue once, as an enum and as the table of what is known of each provision.
macro_rules! catalogue {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident = $code:literal, $id:literal, $document:ident, $place:literal
            $(, from $from:expr)? $(, until $until:expr)?;
    )+) => {
        /// One rule of one document, or a caution.
        ///
        /// Its number is given once and for ever. So is its identifier, [`Provision::id`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "defmt", derive(defmt::Format))]
        #[repr(u16)]
        #[non_exhaustive]
        pub enum Provision {
            $( #[doc = concat!("`", $id, "`. ")] $(#[doc = $doc])+ $name = $code, )+
        }

        impl Provision {
            /// Every provision, in the order of the legal model.
            pub const ALL: &'static [Self] = &[$( Self::$name ),+];

            /// The provision with this number, if there is one.
            #[must_use]
            pub const fn from_code(code: u16) -> Option<Self> {
                match code { $( $code => Some(Self::$name), )+ _ => None }
            }

            /// What it says, in short: its documentation here, for tools that print it elsewhere.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$name => concat!($($doc, "\n"),+) ),+ }
            }

            /// The catalogue's entry.
            const fn entry(self) -> Entry {
                match self {
                    $( Self::$name => Entry {
                        id: text!($id),
                        document: Document::$document,
                        place: text!($place),
                    }, )+
                }
            }

            /// The first day it applies, and the first day it no longer does. Apart from the entry:
            /// a program that asks for days alone is not to carry the texts.
            const fn days(self) -> (Option<Date>, Option<Date>) {
                match self { $( Self::$name => (day!($($from)?), day!($($until)?)), )+ }
            }
        }
    };
}

macro_rules! day {
    () => {
        None
    };
    ($day:expr) => {
        Some($day)
    };
}

struct Entry {
    id: Text,
    document: Document,
    place: Text,
}

catalogue! {
    /// The fingerprint rules start.
    L50Commencement = 1, "L50-COMMENCEMENT", Law50, "fingerprint registration, introduction", from FINGERPRINTS_START;
    /// For citizens of Kazakhstan it is voluntary.
    L50CitizenVoluntary = 2, "L50-CITIZEN-VOLUNTARY", Law50, "fingerprint registration, first point", from FINGERPRINTS_START;
    /// For foreigners and stateless persons it is mandatory only from the age of 16.
    L50Age16 = 3, "L50-AGE-16", Law50, "fingerprint registration, second point", from FINGERPRINTS_START;
    /// The list of mandatory cases is closed.
    L50Cases = 4, "L50-CASES", Law50, "fingerprint registration, second point", from FINGERPRINTS_START;
    /// Issue of a seafarer's identity card of Kazakhstan.
    L50Case1 = 5, "L50-CASE-1", Law50, "fingerprint registration, case 1", from FINGERPRINTS_START;
    /// A permit for temporary or permanent residence.
    L50Case2 = 6, "L50-CASE-2", Law50, "fingerprint registration, case 2", from FINGERPRINTS_START;
    /// A foreigner's residence card; an identity certificate (reading: of a stateless person).
    L50Case3 = 7, "L50-CASE-3", Law50, "fingerprint registration, case 3", from FINGERPRINTS_START;
    /// Status of asylum seeker, refugee certificate, travel document (reading: a refugee's).
    L50Case4 = 8, "L50-CASE-4", Law50, "fingerprint registration, case 4", from FINGERPRINTS_START;
    /// Expulsion; readmission under ratified treaties.
    L50Case5 = 9, "L50-CASE-5", Law50, "fingerprint registration, case 5", from FINGERPRINTS_START;
    /// Visas of Kazakhstan.
    L50Case6 = 10, "L50-CASE-6", Law50, "fingerprint registration, case 6", from FINGERPRINTS_START;
    /// The prints are taken once, into Kazakhstan's database.
    L50Once = 11, "L50-ONCE", Law50, "fingerprint registration, third point", from FINGERPRINTS_START;
    /// Suspended for visas issued in international airports, and electronically without a visit to a foreign establishment.
    L50VisaSuspension = 12, "L50-VISA-SUSPENSION", Law50, "fingerprint registration, fourth point", from FINGERPRINTS_START, until VISA_SUSPENSION_END;
    /// Who holds a valid residence card, temporary residence permit or visa on 2024-01-01 need not come now, but must on extension, restoration or replacement.
    L50HeldDocument = 13, "L50-HELD-DOCUMENT", Law50, "fingerprint registration, fifth point", from FINGERPRINTS_START;
    /// Where: the migration service department at the place of stay in Kazakhstan.
    L50Place = 14, "L50-PLACE", Law50, "fingerprint registration, sixth point", from FINGERPRINTS_START;
    /// What to bring: the IIN, and a notarised translation of a passport in a foreign language.
    L50Papers = 15, "L50-PAPERS", Law50, "fingerprint registration, sixth point", from FINGERPRINTS_START;
    /// Fingers and palms are taken.
    L50Biometrics = 16, "L50-BIOMETRICS", Law50, "fingerprint registration, sixth point", from FINGERPRINTS_START;
    /// A certificate of set form is issued afterwards.
    L50Certificate = 17, "L50-CERTIFICATE", Law50, "fingerprint registration, sixth point", from FINGERPRINTS_START;
    /// In Kazakhstan staff of the Ministries of Internal and of Foreign Affairs and of the National Security Committee supply the data.
    L50CollectorsHome = 18, "L50-COLLECTORS-HOME", Law50, "fingerprint registration, seventh point", from FINGERPRINTS_START;
    /// Abroad foreign establishments take the prints of citizens of Kazakhstan.
    L50CollectorsAbroad = 19, "L50-COLLECTORS-ABROAD", Law50, "fingerprint registration, seventh point", from FINGERPRINTS_START;
    /// Refusing a mandatory registration: administrative liability in the form of expulsion.
    L50Refusal = 20, "L50-REFUSAL", Law50, "fingerprint registration, eighth point (Code of Administrative Offences, art. 443-1)", from FINGERPRINTS_START;
    /// An IIN may be obtained through another person under a power of attorney. No first day is stated.
    L50IinProxy = 21, "L50-IIN-PROXY", Law50, "obtaining an IIN, first point", until IIN_IN_PERSON_START;
    /// An IIN needs a personal visit to the registering authority in Kazakhstan.
    L50IinInPerson = 22, "L50-IIN-IN-PERSON", Law50, "obtaining an IIN, first point", from IIN_IN_PERSON_START;
    /// The loop: visa, prints, IIN, presence, visa.
    L50IinDeadlock = 23, "L50-IIN-DEADLOCK", Law50, "obtaining an IIN, second point", from IIN_IN_PERSON_START;
    /// An IIN through embassies and consulates general, for citizens of foreign states.
    PilotPeriod = 24, "PILOT-PERIOD", Pilot, "term and place", from PILOT_START, until PILOT_END;
    /// 96 countries, of which six are named: China, Turkey, Estonia, Latvia, Lithuania, Russia.
    PilotCountries = 25, "PILOT-COUNTRIES", Pilot, "term and place", from PILOT_START, until PILOT_END;
    /// The applicant comes in person.
    PilotInPerson = 26, "PILOT-IN-PERSON", Pilot, "procedure", from PILOT_START, until PILOT_END;
    /// Application, copy of the identity document, and the original for comparison.
    PilotPapers = 27, "PILOT-PAPERS", Pilot, "procedure", from PILOT_START, until PILOT_END;
    /// A notarised translation if the document shows the data in neither Latin nor Cyrillic.
    PilotTranslation = 28, "PILOT-TRANSLATION", Pilot, "procedure", from PILOT_START, until PILOT_END;
    /// That notarisation is legalised or apostilled, but for the states of the Minsk and Chisinau Conventions.
    PilotLegalisation = 29, "PILOT-LEGALISATION", Pilot, "procedure", from PILOT_START, until PILOT_END;
    /// A registration certificate is issued.
    PilotCertificate = 30, "PILOT-CERTIFICATE", Pilot, "procedure", from PILOT_START, until PILOT_END;
    /// One working day; the day of filing does not count.
    PilotTerm = 31, "PILOT-TERM", Pilot, "procedure", from PILOT_START, until PILOT_END;
    /// May be refused: documents or data found untrue.
    PilotRefusal1 = 32, "PILOT-REFUSAL-1", Pilot, "refusal, first ground", from PILOT_START, until PILOT_END;
    /// May be refused: the data do not meet the legal requirements.
    PilotRefusal2 = 33, "PILOT-REFUSAL-2", Pilot, "refusal, second ground", from PILOT_START, until PILOT_END;
    /// May be refused: the person already has an IIN.
    PilotRefusal3 = 34, "PILOT-REFUSAL-3", Pilot, "refusal, third ground", from PILOT_START, until PILOT_END;
    /// The registration rules start.
    R923Commencement = 35, "R923-COMMENCEMENT", Order923, "item 4", from REGISTRATION_START;
    /// Immigrant, registration, the migration police information system, place of temporary stay.
    R923Definitions = 36, "R923-DEFINITIONS", Order923, "rules, para 2", from REGISTRATION_START;
    /// Arrivals from states with a stay regime of up to ninety days register by the thirtieth calendar day from crossing the border.
    R92330Days = 37, "R923-30-DAYS", Order923, "rules, para 3", from REGISTRATION_START;
    /// Unless a ratified treaty says otherwise.
    R923Treaty = 38, "R923-TREATY", Order923, "rules, para 3", from REGISTRATION_START;
    /// The data to enter.
    R923Data = 39, "R923-DATA", Order923, "rules, para 3", from REGISTRATION_START;
    /// The host is notified, and confirms or refuses.
    R923Host = 40, "R923-HOST", Order923, "rules, para 3", from REGISTRATION_START;
    /// After confirmation the state's system forms a registration certificate.
    R923Certificate = 41, "R923-CERTIFICATE", Order923, "rules, para 3 and annex", from REGISTRATION_START;
    /// Ground for refusal: the data are untrue.
    R923Refusal1 = 42, "R923-REFUSAL-1", Order923, "rules, para 4 (1)", from REGISTRATION_START;
    /// Ground for refusal: the person has overstayed.
    R923Refusal2 = 43, "R923-REFUSAL-2", Order923, "rules, para 4 (2)", from REGISTRATION_START;
    /// Ground for refusal: the host refuses.
    R923Refusal3 = 44, "R923-REFUSAL-3", Order923, "rules, para 4 (3)", from REGISTRATION_START;
    /// On a change of address the immigrant registers anew within five working days.
    R923Move = 45, "R923-MOVE", Order923, "rules, para 5", from REGISTRATION_START;
    /// Registering at a new place ends the old registration.
    R923Deregistration = 46, "R923-DEREGISTRATION", Order923, "rules, para 6", from REGISTRATION_START;
    /// Where an immigrant can be registered.
    R923Places = 47, "R923-PLACES", Order923, "rules, para 7", from REGISTRATION_START;
    /// The announced start.
    MiaCommencement = 48, "MIA-COMMENCEMENT", Ministry, "paragraph 2", from FINGERPRINTS_START;
    /// For all citizens and for foreigners permanently residing in Kazakhstan (reading: and for stateless persons).
    MiaScope = 49, "MIA-SCOPE", Ministry, "paragraph 4", from FINGERPRINTS_START;
    /// Children under 12: none.
    MiaUnder12 = 50, "MIA-UNDER-12", Ministry, "paragraph 4", from FINGERPRINTS_START;
    /// From 12 until 16: voluntary.
    Mia12To16 = 51, "MIA-12-16", Ministry, "paragraph 4", from FINGERPRINTS_START;
    /// Taken when issuing an identity card, a passport, a foreigner's residence card, a stateless person's certificate.
    MiaDocuments = 52, "MIA-DOCUMENTS", Ministry, "paragraph 5", from FINGERPRINTS_START;
    /// The first time such a document is received or changed after the start.
    MiaFirstTime = 53, "MIA-FIRST-TIME", Ministry, "paragraph 6", from FINGERPRINTS_START;
    /// At the public service centre.
    MiaPlace = 54, "MIA-PLACE", Ministry, "paragraph 5", from FINGERPRINTS_START;
    /// The patterns of the fingers are taken; palms are not mentioned.
    MiaBiometrics = 55, "MIA-BIOMETRICS", Ministry, "paragraph 2", from FINGERPRINTS_START;
    /// The database holds a unique identifier only.
    MiaDepersonalised = 56, "MIA-DEPERSONALISED", Ministry, "paragraph 10", from FINGERPRINTS_START;
    /// A citizen who lost the passport abroad may report having been fingerprinted.
    MiaLostAbroad = 57, "MIA-LOST-ABROAD", Ministry, "paragraph 8", from FINGERPRINTS_START;
    /// Refusing a mandatory registration: administrative liability of a kind not stated.
    MiaLiability = 58, "MIA-LIABILITY", Ministry, "paragraph 11", from FINGERPRINTS_START;
    /// Caution: fingerprinting by foreign establishments leaves out visas issued electronically without a visit.
    NoteEvisa = 59, "NOTE-EVISA", Note, "Order of the Minister of Foreign Affairs, 30 September 2025 (press)", from date!(2025 - 10 - 21);
    /// Caution: a second IIN pilot until 31 December 2025.
    NotePilot2 = 60, "NOTE-PILOT-2", Note, "Second pilot for closed categories of applicants (press)", from date!(2025 - 01 - 01), until date!(2026 - 01 - 01);
    /// Caution: the host's duty to notify of an arrival within three working days.
    NoteArrivalNotice = 61, "NOTE-ARRIVAL-NOTICE", Note, "Government decree of 2012, No. 148";
}

impl Provision {
    /// The number of the provision: the one the C interface uses.
    #[must_use]
    pub const fn code(self) -> u16 {
        self as u16
    }

    /// The stable identifier, as in the legal model.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.id_text().as_str()
    }

    /// The stable identifier, for the C interface.
    #[must_use]
    pub const fn id_text(self) -> Text {
        self.entry().id
    }

    /// The document it stands in.
    #[must_use]
    pub const fn document(self) -> Document {
        self.entry().document
    }

    /// Where in the document it stands: article, paragraph or point. With
    /// [`Document::title`] it is the citation.
    #[must_use]
    pub const fn place(self) -> Text {
        self.entry().place
    }

    /// The first day it applies; none if the sources state none.
    #[must_use]
    pub const fn from(self) -> Option<Date> {
        self.days().0
    }

    /// The first day it no longer applies; none if it does not end.
    #[must_use]
    pub const fn until(self) -> Option<Date> {
        self.days().1
    }

    /// Whether it applies on a day.
    #[must_use]
    pub fn applies_on(self, day: Date) -> bool {
        let (from, until) = self.days();
        from.is_none_or(|from| from <= day) && until.is_none_or(|until| day < until)
    }

    /// The provision with this identifier, exactly, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|provision| provision.id() == id)
    }
}

impl core::fmt::Display for Provision {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.id())
    }
}
