//! The facts and their values (legal model, section 3), and the circumstances of a plan (section 6). No law
//! can change them.

use crate::base::closed_set::closed_set;
use crate::base::set::Set;

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
        /// Whether the document was held, and valid, when the fingerprint rules started. Never asked.
        HeldAtCommencement = 8, "held_at_commencement";
        /// The law's own question 1. The law's texts give its wording.
        Question1 = 9, "question_1";
        /// The law's own question 2.
        Question2 = 10, "question_2";
        /// The law's own question 3.
        Question3 = 11, "question_3";
        /// The law's own question 4.
        Question4 = 12, "question_4";
        /// Where the person is.
        Location = 13, "location";
        /// Whether the person may enter Kazakhstan without the document asked for.
        MayEnter = 14, "may_enter";
        /// Whether the person has an IIN.
        HasIin = 15, "has_iin";
        /// Whether the foreign establishment takes part in the IIN pilot.
        MissionInPilot = 16, "mission_in_pilot";
        /// Whether the foreign establishment takes foreigners' prints.
        MissionTakesFingerprints = 17, "mission_takes_fingerprints";
        /// Whether the passport is in a foreign language.
        PassportInForeignLanguage = 18, "passport_in_foreign_language";
    }
}

closed_set! {
    /// Whether a person is a citizen, a foreigner or stateless.
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
        /// An IIN, and no document.
        Iin = 15, "iin";
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
    /// The answer to a yes-or-no question.
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
    /// A range of ages that a law distinguishes. The law's section *Ages* sets the limits.
    pub enum AgeBand {
        /// Below the first age.
        Band1 = 1, "band_1";
        /// From the first age, and below the second.
        Band2 = 2, "band_2";
        /// From the second age, and below the third.
        Band3 = 3, "band_3";
        /// From the third age.
        Band4 = 4, "band_4";
    }
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl From<bool> for Set<Answer> {
    fn from(yes: bool) -> Self {
        Answer::from(yes).into()
    }
}

impl Fact {
    /// How many facts a row of an edition can name (legal model, section 3). They come first in [`Fact::ALL`]; the others are
    /// circumstances of a plan.
    pub const OF_PERSON: usize = 12;

    /// The facts that are asked for: those that can be declined.
    pub const ASKED: Set<Self> =
        Self::set(Self::ALL).difference(Self::set(&[Self::HeldAtCommencement]));

    /// Whether the fact is ever asked for: all are, except [`Fact::HeldAtCommencement`].
    #[must_use]
    pub const fn is_asked(self) -> bool {
        !matches!(self, Self::HeldAtCommencement)
    }
}
