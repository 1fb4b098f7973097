//! The built-in law. Generated from law/kazakhstan.md and law/texts: `make law` renews it.

#![cfg_attr(rustfmt, rustfmt_skip)]

mod texts;

use super::*;
use crate::calendar::lay_out;
use crate::facts::*;

/// The fingerprint rules start. *L50, fingerprint registration, introduction.*
pub const L50_COMMENCEMENT: Provision = Provision::new(1);
/// Citizens: voluntary. *L50, fingerprint registration, first point.*
pub const L50_CITIZEN_VOLUNTARY: Provision = Provision::new(2);
/// Foreigners and stateless persons: mandatory only from the age of 16. *L50, fingerprint registration, second point.*
pub const L50_AGE_16: Provision = Provision::new(3);
/// The list of mandatory cases is closed. *L50, fingerprint registration, second point.*
pub const L50_CASES: Provision = Provision::new(4);
/// Seafarer's identity card of Kazakhstan. *L50, fingerprint registration, case 1.*
pub const L50_CASE_1: Provision = Provision::new(5);
/// Permit for temporary or permanent residence. *L50, fingerprint registration, case 2.*
pub const L50_CASE_2: Provision = Provision::new(6);
/// Foreigner's residence card; identity certificate (reading: of a stateless person). *L50, fingerprint registration, case 3.*
pub const L50_CASE_3: Provision = Provision::new(7);
/// Status of asylum seeker; refugee certificate; travel document (reading: a refugee's). *L50, fingerprint registration, case 4.*
pub const L50_CASE_4: Provision = Provision::new(8);
/// Expulsion; readmission under ratified treaties. *L50, fingerprint registration, case 5.*
pub const L50_CASE_5: Provision = Provision::new(9);
/// Visas of Kazakhstan. *L50, fingerprint registration, case 6.*
pub const L50_CASE_6: Provision = Provision::new(10);
/// The prints are taken once, into Kazakhstan's database. *L50, fingerprint registration, third point.*
pub const L50_ONCE: Provision = Provision::new(11);
/// Suspended for visas issued in international airports, or electronically without a visit to a foreign establishment. *L50, fingerprint registration, fourth point.*
pub const L50_VISA_SUSPENSION: Provision = Provision::new(12);
/// Who holds a valid residence card, temporary residence permit or visa on 2024-01-01 need not come now, but must on extension, restoration or replacement. *L50, fingerprint registration, fifth point.*
pub const L50_HELD_DOCUMENT: Provision = Provision::new(13);
/// Where: the migration service department at the place of stay in Kazakhstan. *L50, fingerprint registration, sixth point.*
pub const L50_PLACE: Provision = Provision::new(14);
/// What to bring: the IIN; a notarised translation of a passport in a foreign language (reading: and the passport itself). *L50, fingerprint registration, sixth point.*
pub const L50_PAPERS: Provision = Provision::new(15);
/// Fingers and palms are taken. *L50, fingerprint registration, sixth point.*
pub const L50_BIOMETRICS: Provision = Provision::new(16);
/// A certificate of set form is issued afterwards. *L50, fingerprint registration, sixth point.*
pub const L50_CERTIFICATE: Provision = Provision::new(17);
/// In Kazakhstan staff of the Ministry of Internal Affairs, the Ministry of Foreign Affairs and the National Security Committee supply the data. *L50, fingerprint registration, seventh point.*
pub const L50_COLLECTORS_HOME: Provision = Provision::new(18);
/// Abroad foreign establishments collect the data of citizens of Kazakhstan. *L50, fingerprint registration, seventh point.*
pub const L50_COLLECTORS_ABROAD: Provision = Provision::new(19);
/// Refusing a mandatory registration: administrative liability in the form of expulsion. *L50, fingerprint registration, eighth point (Code of Administrative Offences, art. 443-1).*
pub const L50_REFUSAL: Provision = Provision::new(20);
/// An IIN may be obtained through another person under a power of attorney. *L50, obtaining an IIN, first point.*
pub const L50_IIN_PROXY: Provision = Provision::new(21);
/// An IIN needs a personal visit to the registering authority in Kazakhstan. *L50, obtaining an IIN, first point.*
pub const L50_IIN_IN_PERSON: Provision = Provision::new(22);
/// The loop that the document itself notes: visa, prints, IIN, presence, visa. *L50, obtaining an IIN, second point.*
pub const L50_IIN_DEADLOCK: Provision = Provision::new(23);
/// An IIN through embassies and consulates general, for citizens of foreign states. *PILOT, term and place.*
pub const PILOT_PERIOD: Provision = Provision::new(24);
/// 96 countries, of which six are named. *PILOT, term and place.*
pub const PILOT_COUNTRIES: Provision = Provision::new(25);
/// The applicant comes in person. *PILOT, procedure.*
pub const PILOT_IN_PERSON: Provision = Provision::new(26);
/// Application, copy of the identity document, the original for comparison. *PILOT, procedure.*
pub const PILOT_PAPERS: Provision = Provision::new(27);
/// A notarised translation if the document shows the data in neither Latin nor Cyrillic. *PILOT, procedure.*
pub const PILOT_TRANSLATION: Provision = Provision::new(28);
/// That notarisation is legalised or apostilled, except for states of the Minsk and Chisinau Conventions. *PILOT, procedure.*
pub const PILOT_LEGALISATION: Provision = Provision::new(29);
/// A registration certificate is issued. *PILOT, procedure.*
pub const PILOT_CERTIFICATE: Provision = Provision::new(30);
/// One working day; the day of filing does not count. *PILOT, procedure.*
pub const PILOT_TERM: Provision = Provision::new(31);
/// Documents or data found untrue. *PILOT, refusal, first ground.*
pub const PILOT_REFUSAL_1: Provision = Provision::new(32);
/// The data do not meet the legal requirements. *PILOT, refusal, second ground.*
pub const PILOT_REFUSAL_2: Provision = Provision::new(33);
/// The person already has an IIN. *PILOT, refusal, third ground.*
pub const PILOT_REFUSAL_3: Provision = Provision::new(34);
/// The registration rules start. *R923, item 4.*
pub const R923_COMMENCEMENT: Provision = Provision::new(35);
/// Immigrant: a foreigner or stateless person who arrived to live in Kazakhstan, temporarily or permanently; place of temporary stay. *R923, rules, para 2.*
pub const R923_DEFINITIONS: Provision = Provision::new(36);
/// Arrivals from states with a stay regime of up to ninety days register no later than the thirtieth calendar day from crossing the border. *R923, rules, para 3.*
pub const R923_30_DAYS: Provision = Provision::new(37);
/// Unless a ratified treaty says otherwise. *R923, rules, para 3.*
pub const R923_TREATY: Provision = Provision::new(38);
/// The data to enter. *R923, rules, para 3.*
pub const R923_DATA: Provision = Provision::new(39);
/// The host is notified in the mobile application, and confirms or refuses. *R923, rules, para 3.*
pub const R923_HOST: Provision = Provision::new(40);
/// After confirmation the state's system forms a certificate and its number. *R923, rules, para 3 and annex.*
pub const R923_CERTIFICATE: Provision = Provision::new(41);
/// The data are untrue. *R923, rules, para 4 (1).*
pub const R923_REFUSAL_1: Provision = Provision::new(42);
/// The person has overstayed. *R923, rules, para 4 (2).*
pub const R923_REFUSAL_2: Provision = Provision::new(43);
/// The host refuses. *R923, rules, para 4 (3).*
pub const R923_REFUSAL_3: Provision = Provision::new(44);
/// On a change of address the immigrant registers anew within five working days. *R923, rules, para 5.*
pub const R923_MOVE: Provision = Provision::new(45);
/// Registering at a new place ends the old registration. *R923, rules, para 6.*
pub const R923_DEREGISTRATION: Provision = Provision::new(46);
/// Houses, flats, dormitories, hotels, holiday homes, sanatoria, other premises used for living. *R923, rules, para 7.*
pub const R923_PLACES: Provision = Provision::new(47);
/// The announced start. *MIA, paragraph 2.*
pub const MIA_COMMENCEMENT: Provision = Provision::new(48);
/// Announced for all citizens and for foreigners permanently residing in Kazakhstan (reading: and for stateless persons). *MIA, paragraph 4.*
pub const MIA_SCOPE: Provision = Provision::new(49);
/// Children under 12: none. *MIA, paragraph 4.*
pub const MIA_UNDER_12: Provision = Provision::new(50);
/// From 12 until 16: voluntary. *MIA, paragraph 4.*
pub const MIA_12_16: Provision = Provision::new(51);
/// Taken when issuing an identity card, a passport, a foreigner's residence card, a stateless person's certificate. *MIA, paragraph 5.*
pub const MIA_DOCUMENTS: Provision = Provision::new(52);
/// The first time such a document is received or changed, whatever the reason. *MIA, paragraph 6.*
pub const MIA_FIRST_TIME: Provision = Provision::new(53);
/// At the public service centre. *MIA, paragraph 5.*
pub const MIA_PLACE: Provision = Provision::new(54);
/// The patterns of the fingers are taken; palms are not mentioned. *MIA, paragraph 2.*
pub const MIA_BIOMETRICS: Provision = Provision::new(55);
/// The database holds a unique identifier only: no name, no IIN. *MIA, paragraph 10.*
pub const MIA_DEPERSONALISED: Provision = Provision::new(56);
/// A citizen who lost the passport abroad may report having been fingerprinted, for a simplified recovery. *MIA, paragraph 8.*
pub const MIA_LOST_ABROAD: Provision = Provision::new(57);
/// Refusing a mandatory registration: administrative liability (kind not stated). *MIA, paragraph 11.*
pub const MIA_LIABILITY: Provision = Provision::new(58);
/// Fingerprinting by foreign establishments leaves out visas issued electronically without a visit. *NOTE, Order of the Minister of Foreign Affairs, 30 September 2025 (press).*
pub const NOTE_EVISA: Provision = Provision::new(59);
/// A second pilot; in the embassy in Russia from 18 April 2025. *NOTE, second IIN pilot for closed categories of applicants (press).*
pub const NOTE_PILOT_2: Provision = Provision::new(60);
/// The host notifies of an arrival, and of a change of address, within three working days. *NOTE, Government decree No. 148 of 2012.*
pub const NOTE_ARRIVAL_NOTICE: Provision = Provision::new(61);
/// Foreign establishments themselves take the prints of foreigners from 16 who apply there for a visa. *NOTE, Order of the Minister of Foreign Affairs, 30 September 2025 (press).*
pub const NOTE_MISSION_PRINTS: Provision = Provision::new(62);
/// Leaves out diplomats, guests of state bodies, those exempt by reciprocity, and those who physically cannot give prints. *NOTE, Order of the Minister of Foreign Affairs, 30 September 2025 (press).*
pub const NOTE_MISSION_EXEMPT: Provision = Provision::new(63);
/// The record of the prints holds the IIN only if there is one. *NOTE, fingerprinting rules of the Ministry of Internal Affairs, 2024 (expert commentary of 20 November 2024).*
pub const NOTE_IIN_IF_ANY: Provision = Provision::new(64);
/// A permit for temporary or permanent residence is applied for with the certificate of fingerprinting. *NOTE, Order No. 905 of 18 November 2024 (legal alert).*
pub const NOTE_PRINTS_CERTIFICATE: Provision = Provision::new(65);
/// A pilot adds conditions to permanent residence: language test, points, interview. *NOTE, Joint order No. 41/60/47 of 30 January 2026 (press).*
pub const NOTE_RESIDENCE_PILOT: Provision = Provision::new(66);
/// Visa-free stays: at most 30 days an entry, 90 days in any 180. *NOTE, Government decree No. 148 of 2012 as amended (press).*
pub const NOTE_STAY_90: Provision = Provision::new(67);
/// Citizens of the Eurasian Economic Union: 90 days in any 180. *NOTE, Government decree No. 148 of 2012 as amended (press).*
pub const NOTE_STAY_EAEU: Provision = Provision::new(68);
/// Citizens of Turkey: 90 days. *NOTE, Decree of 25 August 2025 (press).*
pub const NOTE_STAY_TURKEY: Provision = Provision::new(69);
/// No registration in the first thirty days, counted from the day of entry. *NOTE, Agreement with Russia of 7 June 2012 (press).*
pub const NOTE_TREATY_RUSSIA: Provision = Provision::new(70);
/// No registration in the first thirty days. *NOTE, Protocol with Kyrgyzstan (press).*
pub const NOTE_TREATY_KYRGYZSTAN: Provision = Provision::new(71);

/// Edition 1: enacted.
pub const ENACTED: Edition = Edition::new(1);
/// Edition 2: announced.
pub const ANNOUNCED: Edition = Edition::new(2);

/// Documents.
mod document {
    /// Law No. 50-VIII of 23 December 2023 (law firm's summary).
    pub(super) const L50: u16 = 1;
    /// Joint order of 19 March 2024 on the IIN pilot (law firm's summary).
    pub(super) const PILOT: u16 = 2;
    /// Order of the Minister of Internal Affairs No. 923 of 17 November 2025.
    pub(super) const R923: u16 = 3;
    /// Ministry of Internal Affairs, briefing before 2024 (press report).
    pub(super) const MIA: u16 = 4;
    /// Reported elsewhere; the text of the act was not at hand.
    pub(super) const NOTE: u16 = 5;
}

/// Where something is done.
mod place {
    use crate::base::set::Set;
    use crate::facts::Location;

    pub(super) const IN_KAZAKHSTAN: Set<Location> = Location::set(&[Location::InKazakhstan]);
    pub(super) const ABROAD: Set<Location> = Location::set(&[Location::Abroad]);
    pub(super) const BOTH: Set<Location> = Location::set(Location::ALL);
}

/// *Ages*.
const AGES: [u8; MAX_AGES] = [12, 16, 0];

/// *Documents*.
static DOCUMENTS: [[u8; DocumentRow::BYTES]; 5] = [
    DocumentRow::new(document::L50, DocumentKind::Law, Some(day(2024, 1, 1))),
    DocumentRow::new(document::PILOT, DocumentKind::Law, Some(day(2024, 3, 19))),
    DocumentRow::new(document::R923, DocumentKind::Law, Some(day(2025, 11, 19))),
    DocumentRow::new(document::MIA, DocumentKind::Report, None),
    DocumentRow::new(document::NOTE, DocumentKind::Report, None),
];

const DOCUMENT_TEXTS: Strings = Strings::new(concat!(
    "L50\0", "Law No. 50-VIII of 23 December 2023 (law firm's summary)\0",
    "PILOT\0", "Joint order of 19 March 2024 on the IIN pilot (law firm's summary)\0",
    "R923\0", "Order of the Minister of Internal Affairs No. 923 of 17 November 2025\0",
    "MIA\0", "Ministry of Internal Affairs, briefing before 2024 (press report)\0",
    "NOTE\0", "Reported elsewhere; the text of the act was not at hand\0",
));

/// *Provisions*.
static PROVISIONS: [[u8; ProvisionRow::BYTES]; 71] = [
    ProvisionRow::new(L50_COMMENCEMENT, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CITIZEN_VOLUNTARY, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_AGE_16, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CASES, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CASE_1, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CASE_2, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CASE_3, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CASE_4, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CASE_5, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CASE_6, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_ONCE, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_VISA_SUSPENSION, document::L50, Some(day(2024, 1, 1)), Some(day(2025, 7, 1))),
    ProvisionRow::new(L50_HELD_DOCUMENT, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_PLACE, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_PAPERS, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_BIOMETRICS, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_CERTIFICATE, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_COLLECTORS_HOME, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_COLLECTORS_ABROAD, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_REFUSAL, document::L50, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(L50_IIN_PROXY, document::L50, None, Some(day(2024, 2, 24))),
    ProvisionRow::new(L50_IIN_IN_PERSON, document::L50, Some(day(2024, 2, 24)), None),
    ProvisionRow::new(L50_IIN_DEADLOCK, document::L50, Some(day(2024, 2, 24)), None),
    ProvisionRow::new(PILOT_PERIOD, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_COUNTRIES, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_IN_PERSON, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_PAPERS, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_TRANSLATION, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_LEGALISATION, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_CERTIFICATE, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_TERM, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_REFUSAL_1, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_REFUSAL_2, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(PILOT_REFUSAL_3, document::PILOT, Some(day(2024, 4, 13)), Some(day(2025, 1, 1))),
    ProvisionRow::new(R923_COMMENCEMENT, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_DEFINITIONS, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_30_DAYS, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_TREATY, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_DATA, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_HOST, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_CERTIFICATE, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_REFUSAL_1, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_REFUSAL_2, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_REFUSAL_3, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_MOVE, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_DEREGISTRATION, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(R923_PLACES, document::R923, Some(day(2026, 7, 1)), None),
    ProvisionRow::new(MIA_COMMENCEMENT, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_SCOPE, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_UNDER_12, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_12_16, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_DOCUMENTS, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_FIRST_TIME, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_PLACE, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_BIOMETRICS, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_DEPERSONALISED, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_LOST_ABROAD, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(MIA_LIABILITY, document::MIA, Some(day(2024, 1, 1)), None),
    ProvisionRow::new(NOTE_EVISA, document::NOTE, Some(day(2025, 10, 21)), None),
    ProvisionRow::new(NOTE_PILOT_2, document::NOTE, Some(day(2025, 1, 1)), Some(day(2026, 1, 1))),
    ProvisionRow::new(NOTE_ARRIVAL_NOTICE, document::NOTE, None, None),
    ProvisionRow::new(NOTE_MISSION_PRINTS, document::NOTE, Some(day(2025, 10, 21)), None),
    ProvisionRow::new(NOTE_MISSION_EXEMPT, document::NOTE, Some(day(2025, 10, 21)), None),
    ProvisionRow::new(NOTE_IIN_IF_ANY, document::NOTE, Some(day(2024, 11, 20)), None),
    ProvisionRow::new(NOTE_PRINTS_CERTIFICATE, document::NOTE, Some(day(2024, 12, 8)), None),
    ProvisionRow::new(NOTE_RESIDENCE_PILOT, document::NOTE, Some(day(2026, 2, 13)), None),
    ProvisionRow::new(NOTE_STAY_90, document::NOTE, Some(day(2023, 1, 27)), None),
    ProvisionRow::new(NOTE_STAY_EAEU, document::NOTE, Some(day(2023, 1, 27)), None),
    ProvisionRow::new(NOTE_STAY_TURKEY, document::NOTE, Some(day(2025, 8, 25)), None),
    ProvisionRow::new(NOTE_TREATY_RUSSIA, document::NOTE, None, None),
    ProvisionRow::new(NOTE_TREATY_KYRGYZSTAN, document::NOTE, None, None),
];

const PROVISION_TEXTS: Strings = Strings::new(concat!(
    "L50-COMMENCEMENT\0", "fingerprint registration, introduction\0", "the fingerprint rules start\0",
    "L50-CITIZEN-VOLUNTARY\0", "fingerprint registration, first point\0", "citizens: voluntary\0",
    "L50-AGE-16\0", "fingerprint registration, second point\0", "foreigners and stateless persons: mandatory only from the age of 16\0",
    "L50-CASES\0", "fingerprint registration, second point\0", "the list of mandatory cases is closed\0",
    "L50-CASE-1\0", "fingerprint registration, case 1\0", "seafarer's identity card of Kazakhstan\0",
    "L50-CASE-2\0", "fingerprint registration, case 2\0", "permit for temporary or permanent residence\0",
    "L50-CASE-3\0", "fingerprint registration, case 3\0", "foreigner's residence card; identity certificate (reading: of a stateless person)\0",
    "L50-CASE-4\0", "fingerprint registration, case 4\0", "status of asylum seeker; refugee certificate; travel document (reading: a refugee's)\0",
    "L50-CASE-5\0", "fingerprint registration, case 5\0", "expulsion; readmission under ratified treaties\0",
    "L50-CASE-6\0", "fingerprint registration, case 6\0", "visas of Kazakhstan\0",
    "L50-ONCE\0", "fingerprint registration, third point\0", "the prints are taken once, into Kazakhstan's database\0",
    "L50-VISA-SUSPENSION\0", "fingerprint registration, fourth point\0", "suspended for visas issued in international airports, or electronically without a visit to a foreign establishment\0",
    "L50-HELD-DOCUMENT\0", "fingerprint registration, fifth point\0", "who holds a valid residence card, temporary residence permit or visa on 2024-01-01 need not come now, but must on extension, restoration or replacement\0",
    "L50-PLACE\0", "fingerprint registration, sixth point\0", "where: the migration service department at the place of stay in Kazakhstan\0",
    "L50-PAPERS\0", "fingerprint registration, sixth point\0", "what to bring: the IIN; a notarised translation of a passport in a foreign language (reading: and the passport itself)\0",
    "L50-BIOMETRICS\0", "fingerprint registration, sixth point\0", "fingers and palms are taken\0",
    "L50-CERTIFICATE\0", "fingerprint registration, sixth point\0", "a certificate of set form is issued afterwards\0",
    "L50-COLLECTORS-HOME\0", "fingerprint registration, seventh point\0", "in Kazakhstan staff of the Ministry of Internal Affairs, the Ministry of Foreign Affairs and the National Security Committee supply the data\0",
    "L50-COLLECTORS-ABROAD\0", "fingerprint registration, seventh point\0", "abroad foreign establishments collect the data of citizens of Kazakhstan\0",
    "L50-REFUSAL\0", "fingerprint registration, eighth point (Code of Administrative Offences, art. 443-1)\0", "refusing a mandatory registration: administrative liability in the form of expulsion\0",
    "L50-IIN-PROXY\0", "obtaining an IIN, first point\0", "an IIN may be obtained through another person under a power of attorney\0",
    "L50-IIN-IN-PERSON\0", "obtaining an IIN, first point\0", "an IIN needs a personal visit to the registering authority in Kazakhstan\0",
    "L50-IIN-DEADLOCK\0", "obtaining an IIN, second point\0", "the loop that the document itself notes: visa, prints, IIN, presence, visa\0",
    "PILOT-PERIOD\0", "term and place\0", "an IIN through embassies and consulates general, for citizens of foreign states\0",
    "PILOT-COUNTRIES\0", "term and place\0", "96 countries, of which six are named\0",
    "PILOT-IN-PERSON\0", "procedure\0", "the applicant comes in person\0",
    "PILOT-PAPERS\0", "procedure\0", "application, copy of the identity document, the original for comparison\0",
    "PILOT-TRANSLATION\0", "procedure\0", "a notarised translation if the document shows the data in neither Latin nor Cyrillic\0",
    "PILOT-LEGALISATION\0", "procedure\0", "that notarisation is legalised or apostilled, except for states of the Minsk and Chisinau Conventions\0",
    "PILOT-CERTIFICATE\0", "procedure\0", "a registration certificate is issued\0",
    "PILOT-TERM\0", "procedure\0", "one working day; the day of filing does not count\0",
    "PILOT-REFUSAL-1\0", "refusal, first ground\0", "documents or data found untrue\0",
    "PILOT-REFUSAL-2\0", "refusal, second ground\0", "the data do not meet the legal requirements\0",
    "PILOT-REFUSAL-3\0", "refusal, third ground\0", "the person already has an IIN\0",
    "R923-COMMENCEMENT\0", "item 4\0", "the registration rules start\0",
    "R923-DEFINITIONS\0", "rules, para 2\0", "immigrant: a foreigner or stateless person who arrived to live in Kazakhstan, temporarily or permanently; place of temporary stay\0",
    "R923-30-DAYS\0", "rules, para 3\0", "arrivals from states with a stay regime of up to ninety days register no later than the thirtieth calendar day from crossing the border\0",
    "R923-TREATY\0", "rules, para 3\0", "unless a ratified treaty says otherwise\0",
    "R923-DATA\0", "rules, para 3\0", "the data to enter\0",
    "R923-HOST\0", "rules, para 3\0", "the host is notified in the mobile application, and confirms or refuses\0",
    "R923-CERTIFICATE\0", "rules, para 3 and annex\0", "after confirmation the state's system forms a certificate and its number\0",
    "R923-REFUSAL-1\0", "rules, para 4 (1)\0", "the data are untrue\0",
    "R923-REFUSAL-2\0", "rules, para 4 (2)\0", "the person has overstayed\0",
    "R923-REFUSAL-3\0", "rules, para 4 (3)\0", "the host refuses\0",
    "R923-MOVE\0", "rules, para 5\0", "on a change of address the immigrant registers anew within five working days\0",
    "R923-DEREGISTRATION\0", "rules, para 6\0", "registering at a new place ends the old registration\0",
    "R923-PLACES\0", "rules, para 7\0", "houses, flats, dormitories, hotels, holiday homes, sanatoria, other premises used for living\0",
    "MIA-COMMENCEMENT\0", "paragraph 2\0", "the announced start\0",
    "MIA-SCOPE\0", "paragraph 4\0", "announced for all citizens and for foreigners permanently residing in Kazakhstan (reading: and for stateless persons)\0",
    "MIA-UNDER-12\0", "paragraph 4\0", "children under 12: none\0",
    "MIA-12-16\0", "paragraph 4\0", "from 12 until 16: voluntary\0",
    "MIA-DOCUMENTS\0", "paragraph 5\0", "taken when issuing an identity card, a passport, a foreigner's residence card, a stateless person's certificate\0",
    "MIA-FIRST-TIME\0", "paragraph 6\0", "the first time such a document is received or changed, whatever the reason\0",
    "MIA-PLACE\0", "paragraph 5\0", "at the public service centre\0",
    "MIA-BIOMETRICS\0", "paragraph 2\0", "the patterns of the fingers are taken; palms are not mentioned\0",
    "MIA-DEPERSONALISED\0", "paragraph 10\0", "the database holds a unique identifier only: no name, no IIN\0",
    "MIA-LOST-ABROAD\0", "paragraph 8\0", "a citizen who lost the passport abroad may report having been fingerprinted, for a simplified recovery\0",
    "MIA-LIABILITY\0", "paragraph 11\0", "refusing a mandatory registration: administrative liability (kind not stated)\0",
    "NOTE-EVISA\0", "Order of the Minister of Foreign Affairs, 30 September 2025 (press)\0", "fingerprinting by foreign establishments leaves out visas issued electronically without a visit\0",
    "NOTE-PILOT-2\0", "second IIN pilot for closed categories of applicants (press)\0", "a second pilot; in the embassy in Russia from 18 April 2025\0",
    "NOTE-ARRIVAL-NOTICE\0", "Government decree No. 148 of 2012\0", "the host notifies of an arrival, and of a change of address, within three working days\0",
    "NOTE-MISSION-PRINTS\0", "Order of the Minister of Foreign Affairs, 30 September 2025 (press)\0", "foreign establishments themselves take the prints of foreigners from 16 who apply there for a visa\0",
    "NOTE-MISSION-EXEMPT\0", "Order of the Minister of Foreign Affairs, 30 September 2025 (press)\0", "leaves out diplomats, guests of state bodies, those exempt by reciprocity, and those who physically cannot give prints\0",
    "NOTE-IIN-IF-ANY\0", "fingerprinting rules of the Ministry of Internal Affairs, 2024 (expert commentary of 20 November 2024)\0", "the record of the prints holds the IIN only if there is one\0",
    "NOTE-PRINTS-CERTIFICATE\0", "Order No. 905 of 18 November 2024 (legal alert)\0", "a permit for temporary or permanent residence is applied for with the certificate of fingerprinting\0",
    "NOTE-RESIDENCE-PILOT\0", "Joint order No. 41/60/47 of 30 January 2026 (press)\0", "a pilot adds conditions to permanent residence: language test, points, interview\0",
    "NOTE-STAY-90\0", "Government decree No. 148 of 2012 as amended (press)\0", "visa-free stays: at most 30 days an entry, 90 days in any 180\0",
    "NOTE-STAY-EAEU\0", "Government decree No. 148 of 2012 as amended (press)\0", "citizens of the Eurasian Economic Union: 90 days in any 180\0",
    "NOTE-STAY-TURKEY\0", "Decree of 25 August 2025 (press)\0", "citizens of Turkey: 90 days\0",
    "NOTE-TREATY-RUSSIA\0", "Agreement with Russia of 7 June 2012 (press)\0", "no registration in the first thirty days, counted from the day of entry\0",
    "NOTE-TREATY-KYRGYZSTAN\0", "Protocol with Kyrgyzstan (press)\0", "no registration in the first thirty days\0",
));

const NAMES: Strings = Strings::new(concat!(
    "\0",
    "\0",
    "\0",
    "\0",
    "enacted\0",
    "announced\0",
));

/// *Edition 1: enacted*.
static ENACTED_RULES: [[u8; Rule::BYTES]; 14] = [
    Rule::new(when().until(day(2024, 1, 1)), Obligation::NotInForce, L50_COMMENCEMENT),
    Rule::new(when().fingerprinted(&[Answer::Yes]), Obligation::NotRequired, L50_ONCE),
    Rule::new(when().standing(&[Standing::Citizen]), Obligation::Voluntary, L50_CITIZEN_VOLUNTARY),
    Rule::new(when().age_below(&AGES, 16), Obligation::NotRequired, L50_AGE_16),
    Rule::new(when().action(&[Action::Holding]).occasion(&[Occasion::TemporaryResidencePermit, Occasion::ResidenceCard, Occasion::Visa]).held_at_commencement(&[Answer::Yes]), Obligation::NotRequired, L50_HELD_DOCUMENT),
    Rule::new(when().action(&[Action::Holding]).not_occasion(&[Occasion::Expulsion, Occasion::Readmission]), Obligation::NotRequired, L50_CASES),
    Rule::new(when().occasion(&[Occasion::CitizenPassport, Occasion::CitizenIdentityCard, Occasion::Other, Occasion::Iin]), Obligation::NotRequired, L50_CASES),
    Rule::new(when().occasion(&[Occasion::Visa]).visa_channel(&[VisaChannel::Airport, VisaChannel::Electronic]).action(&[Action::FirstIssue]).until(day(2025, 7, 1)), Obligation::Suspended, L50_VISA_SUSPENSION),
    Rule::new(when().occasion(&[Occasion::SeafarerIdentity]), Obligation::Mandatory, L50_CASE_1),
    Rule::new(when().occasion(&[Occasion::TemporaryResidencePermit, Occasion::PermanentResidencePermit]), Obligation::Mandatory, L50_CASE_2),
    Rule::new(when().occasion(&[Occasion::ResidenceCard, Occasion::StatelessIdentity]), Obligation::Mandatory, L50_CASE_3),
    Rule::new(when().occasion(&[Occasion::AsylumSeekerStatus, Occasion::RefugeeCertificate, Occasion::RefugeeTravelDocument]), Obligation::Mandatory, L50_CASE_4),
    Rule::new(when().occasion(&[Occasion::Expulsion, Occasion::Readmission]), Obligation::Mandatory, L50_CASE_5),
    Rule::new(when().occasion(&[Occasion::Visa]), Obligation::Mandatory, L50_CASE_6),
];

/// *Edition 2: announced*.
static ANNOUNCED_RULES: [[u8; Rule::BYTES]; 7] = [
    Rule::new(when().until(day(2024, 1, 1)), Obligation::NotInForce, MIA_COMMENCEMENT),
    Rule::new(when().fingerprinted(&[Answer::Yes]), Obligation::NotRequired, MIA_FIRST_TIME),
    Rule::new(when().standing(&[Standing::Foreigner]).permanent_resident(&[Answer::No]), Obligation::NotRequired, MIA_SCOPE),
    Rule::new(when().age_below(&AGES, 12), Obligation::NotRequired, MIA_UNDER_12),
    Rule::new(when().age_from(&AGES, 12).age_below(&AGES, 16), Obligation::Voluntary, MIA_12_16),
    Rule::new(when().occasion(&[Occasion::ResidenceCard, Occasion::StatelessIdentity, Occasion::CitizenPassport, Occasion::CitizenIdentityCard]).not_action(&[Action::Holding]), Obligation::Mandatory, MIA_DOCUMENTS),
    Rule::new(when(), Obligation::NotRequired, MIA_DOCUMENTS),
];

/// *Conflicts*.
static CONFLICTS: [[u8; Conflict::BYTES]; 1] = [
    Conflict::new(ENACTED, L50_CITIZEN_VOLUNTARY, ANNOUNCED, Obligation::Mandatory, [L50_CITIZEN_VOLUNTARY, MIA_SCOPE]),
];

/// *Cautions*.
static CAUTIONS: [[u8; Caution::BYTES]; 11] = [
    Caution::new(NOTE_EVISA, &[Carrier::Assess, Carrier::Plan], when().obligation(&[Obligation::Mandatory]).occasion(&[Occasion::Visa]).visa_channel(&[VisaChannel::Electronic]), false, &PROVISIONS),
    Caution::new(NOTE_MISSION_PRINTS, &[Carrier::Assess, Carrier::Plan], when().obligation(&[Obligation::Mandatory]).occasion(&[Occasion::Visa]).visa_channel(&[VisaChannel::ForeignMission]), false, &PROVISIONS),
    Caution::new(NOTE_MISSION_EXEMPT, &[Carrier::Assess, Carrier::Plan], when().obligation(&[Obligation::Mandatory]).occasion(&[Occasion::Visa]).visa_channel(&[VisaChannel::ForeignMission]), false, &PROVISIONS),
    Caution::new(MIA_UNDER_12, &[Carrier::Assess], when().obligation(&[Obligation::Voluntary]).age_below(&AGES, 12), true, &PROVISIONS),
    Caution::new(NOTE_PRINTS_CERTIFICATE, &[Carrier::Assess, Carrier::Plan], when().fingerprinted(&[Answer::Yes]).not_standing(&[Standing::Citizen]).occasion(&[Occasion::TemporaryResidencePermit, Occasion::PermanentResidencePermit]).not_action(&[Action::Holding]), false, &PROVISIONS),
    Caution::new(NOTE_RESIDENCE_PILOT, &[Carrier::Plan], when().not_standing(&[Standing::Citizen]).occasion(&[Occasion::PermanentResidencePermit]).not_action(&[Action::Holding]), false, &PROVISIONS),
    Caution::new(NOTE_IIN_IF_ANY, &[Carrier::Plan], when().blocked(&[Goal::Iin]).not_occasion(&[Occasion::Iin]), false, &PROVISIONS),
    Caution::new(NOTE_PILOT_2, &[Carrier::Plan], when().blocked(&[Goal::Iin]), false, &PROVISIONS),
    Caution::new(NOTE_PILOT_2, &[Carrier::IinMission], when(), false, &PROVISIONS),
    Caution::new(NOTE_ARRIVAL_NOTICE, &[Carrier::Registration, Carrier::Move], when().not_standing(&[Standing::Citizen]), false, &PROVISIONS),
    Caution::new(R923_TREATY, &[Carrier::Registration], when().not_covered(&[Covered::No]).treaty(&[ToldTreaty::NotGiven]), false, &PROVISIONS),
];

/// *Steps*.
static STEPS: [[u8; StepRow::BYTES]; 6] = [
    StepRow::new(Step::TranslatePassport, place::BOTH, Goal::Translation, Goal::set(&[]), when().passport_in_foreign_language(&[Answer::Yes]), &[L50_PAPERS]),
    StepRow::new(Step::IinAtMission, place::ABROAD, Goal::Iin, Goal::set(&[]), when().during(&PROVISIONS, PILOT_PERIOD).mission_in_pilot(&[Answer::Yes]).standing(&[Standing::Foreigner]), &[PILOT_PERIOD, PILOT_IN_PERSON, PILOT_PAPERS]),
    StepRow::new(Step::IinInPerson, place::IN_KAZAKHSTAN, Goal::Iin, Goal::set(&[Goal::Presence]), when(), &[L50_IIN_IN_PERSON]),
    StepRow::new(Step::IinByProxy, place::BOTH, Goal::Iin, Goal::set(&[]), when().during(&PROVISIONS, L50_IIN_PROXY), &[L50_IIN_PROXY]),
    StepRow::new(Step::FingerprintAtMission, place::ABROAD, Goal::Fingerprints, Goal::set(&[Goal::Iin, Goal::Translation]), when().mission_takes_fingerprints(&[Answer::Yes]), &[L50_COLLECTORS_ABROAD]),
    StepRow::new(Step::FingerprintInKazakhstan, place::IN_KAZAKHSTAN, Goal::Fingerprints, Goal::set(&[Goal::Presence, Goal::Iin, Goal::Translation]), when(), &[L50_PLACE, L50_COLLECTORS_HOME]),
];

/// *Where a document is obtained*.
static OBTAINED: [[u8; ObtainedRow::BYTES]; 3] = [
    ObtainedRow::new(when().occasion(&[Occasion::Visa]).visa_channel(&[VisaChannel::ForeignMission, VisaChannel::Airport]), place::ABROAD),
    ObtainedRow::new(when().occasion(&[Occasion::Visa]).visa_channel(&[VisaChannel::Electronic]), place::BOTH),
    ObtainedRow::new(when(), place::IN_KAZAKHSTAN),
];

/// *What a deadlock rests on*.
static DEADLOCKS: [[u8; DeadlockRow::BYTES]; 2] = [
    DeadlockRow::new(when().blocked(&[Goal::Iin]).during(&PROVISIONS, L50_IIN_DEADLOCK), &[L50_IIN_DEADLOCK]),
    DeadlockRow::new(when(), &[L50_PLACE, L50_COLLECTORS_ABROAD]),
];

/// *Terms*.
static TERMS: [[u8; TermRow::BYTES]; 4] = [
    TermRow::new(Term::Registration, 30, Unit::Calendar, FirstDay::Counted, FirstDay::NotCounted, R923_30_DAYS, R923_COMMENCEMENT, DecidedBy::Decision),
    TermRow::new(Term::Move, 5, Unit::Working, FirstDay::Counted, FirstDay::NotCounted, R923_MOVE, R923_COMMENCEMENT, DecidedBy::Event),
    TermRow::new(Term::IinMission, 1, Unit::Working, FirstDay::NotCounted, FirstDay::NotCounted, PILOT_TERM, PILOT_PERIOD, DecidedBy::Event),
    TermRow::new(Term::Notice, 3, Unit::Working, FirstDay::Counted, FirstDay::NotCounted, NOTE_ARRIVAL_NOTICE, NOTE_ARRIVAL_NOTICE, DecidedBy::Event),
];

/// *Who is covered*.
static COVERAGE: [[u8; CoverageRow::BYTES]; 8] = [
    CoverageRow::new(Term::Registration, when().standing(&[Standing::Citizen]), Covered::No, R923_DEFINITIONS),
    CoverageRow::new(Term::Registration, when().arrived_to_live(&[Answer::No]), Covered::No, R923_DEFINITIONS),
    CoverageRow::new(Term::Registration, when().stay_regime(&[StayRegime::Other]), Covered::No, R923_30_DAYS),
    CoverageRow::new(Term::Registration, when().treaty(&[ToldTreaty::Exempt]), Covered::No, R923_TREATY),
    CoverageRow::new(Term::Move, when().standing(&[Standing::Citizen]), Covered::No, R923_DEFINITIONS),
    CoverageRow::new(Term::Move, when().arrived_to_live(&[Answer::No]), Covered::No, R923_DEFINITIONS),
    CoverageRow::new(Term::Move, when().stay_regime(&[StayRegime::Other]), Covered::Unknown, R923_30_DAYS),
    CoverageRow::new(Term::Notice, when().standing(&[Standing::Citizen]), Covered::No, NOTE_ARRIVAL_NOTICE),
];

/// *Grounds for refusal*.
static GROUNDS: [[u8; GroundRow::BYTES]; 6] = [
    GroundRow::new(PILOT_REFUSAL_1, Procedure::PilotIin, Finding::FalseData, Some(Cure::SubmitTrueData)),
    GroundRow::new(PILOT_REFUSAL_2, Procedure::PilotIin, Finding::NoncompliantData, None),
    GroundRow::new(PILOT_REFUSAL_3, Procedure::PilotIin, Finding::HasIin, Some(Cure::UseExistingIin)),
    GroundRow::new(R923_REFUSAL_1, Procedure::Registration, Finding::FalseData, Some(Cure::SubmitTrueData)),
    GroundRow::new(R923_REFUSAL_2, Procedure::Registration, Finding::StayExceeded, None),
    GroundRow::new(R923_REFUSAL_3, Procedure::Registration, Finding::HostDeclined, Some(Cure::AnotherPlaceOrConsent)),
];

/// *Countries*.
static COUNTRIES: [[u8; CountryRow::BYTES]; 10] = [
    CountryRow::new(*b"AM", *b"ARM", 51, None, Some(StayLine { per_entry: Some(90), total: Some((90, 180)), provision: NOTE_STAY_EAEU, from: Some(day(2023, 1, 27)) }), None),
    CountryRow::new(*b"BY", *b"BLR", 112, None, Some(StayLine { per_entry: Some(90), total: Some((90, 180)), provision: NOTE_STAY_EAEU, from: Some(day(2023, 1, 27)) }), None),
    CountryRow::new(*b"CN", *b"CHN", 156, Some(PILOT_COUNTRIES), None, None),
    CountryRow::new(*b"EE", *b"EST", 233, Some(PILOT_COUNTRIES), None, None),
    CountryRow::new(*b"KG", *b"KGZ", 417, None, Some(StayLine { per_entry: Some(90), total: Some((90, 180)), provision: NOTE_STAY_EAEU, from: Some(day(2023, 1, 27)) }), Some((30, NOTE_TREATY_KYRGYZSTAN))),
    CountryRow::new(*b"LT", *b"LTU", 440, Some(PILOT_COUNTRIES), None, None),
    CountryRow::new(*b"LV", *b"LVA", 428, Some(PILOT_COUNTRIES), None, None),
    CountryRow::new(*b"RU", *b"RUS", 643, Some(PILOT_COUNTRIES), Some(StayLine { per_entry: Some(90), total: Some((90, 180)), provision: NOTE_STAY_EAEU, from: Some(day(2023, 1, 27)) }), Some((30, NOTE_TREATY_RUSSIA))),
    CountryRow::new(*b"TR", *b"TUR", 792, Some(PILOT_COUNTRIES), Some(StayLine { per_entry: Some(90), total: Some((90, 180)), provision: NOTE_STAY_TURKEY, from: Some(day(2025, 8, 25)) }), None),
    CountryRow::new(*b"UZ", *b"UZB", 860, None, Some(StayLine { per_entry: Some(30), total: Some((90, 180)), provision: NOTE_STAY_90, from: Some(day(2023, 1, 27)) }), None),
];

/// *Years*.
static YEARS: [[u8; YearsRow::BYTES]; 2] = [
    YearsRow::new(2023, 2026, Certainty::Published),
    YearsRow::new(2027, 2030, Certainty::Projected),
];

/// *Holidays*.
static HOLIDAYS: [[u8; HolidayRow::BYTES]; 15] = [
    HolidayRow::new(1, 1, Reason::NewYear, 0, 0, true),
    HolidayRow::new(1, 2, Reason::NewYear, 0, 0, true),
    HolidayRow::new(1, 7, Reason::OrthodoxChristmas, 0, 0, false),
    HolidayRow::new(3, 8, Reason::WomensDay, 0, 0, true),
    HolidayRow::new(3, 15, Reason::ConstitutionDay, 2027, 0, true),
    HolidayRow::new(3, 21, Reason::Nauryz, 0, 0, true),
    HolidayRow::new(3, 22, Reason::Nauryz, 0, 0, true),
    HolidayRow::new(3, 23, Reason::Nauryz, 0, 0, true),
    HolidayRow::new(5, 1, Reason::UnityDay, 0, 0, true),
    HolidayRow::new(5, 7, Reason::DefenderDay, 0, 0, true),
    HolidayRow::new(5, 9, Reason::VictoryDay, 0, 0, true),
    HolidayRow::new(7, 6, Reason::CapitalDay, 0, 0, true),
    HolidayRow::new(8, 30, Reason::ConstitutionDay, 0, 2025, true),
    HolidayRow::new(10, 25, Reason::RepublicDay, 2022, 0, true),
    HolidayRow::new(12, 16, Reason::IndependenceDay, 0, 0, true),
];

/// *Movable days*.
static MOVABLE_DAYS: [[u8; MovableRow::BYTES]; 8] = [
    MovableRow::new(day(2023, 6, 28), Reason::KurbanAit),
    MovableRow::new(day(2024, 6, 16), Reason::KurbanAit),
    MovableRow::new(day(2025, 6, 6), Reason::KurbanAit),
    MovableRow::new(day(2026, 5, 27), Reason::KurbanAit),
    MovableRow::new(day(2027, 5, 16), Reason::KurbanAit),
    MovableRow::new(day(2028, 5, 5), Reason::KurbanAit),
    MovableRow::new(day(2029, 4, 24), Reason::KurbanAit),
    MovableRow::new(day(2030, 4, 13), Reason::KurbanAit),
];

/// *Transfers*.
static TRANSFERS: [[u8; TransferRow::BYTES]; 3] = [
    TransferRow::new(day(2023, 7, 1), day(2023, 7, 7)),
    TransferRow::new(day(2024, 5, 4), day(2024, 5, 8)),
    TransferRow::new(day(2025, 1, 5), day(2025, 1, 3)),
];

/// *Years*, laid out.
static LAID_OUT: [[u8; LaidOutYear::BYTES]; 8] = [
    lay_out(2023, Certainty::Published, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),
    lay_out(2024, Certainty::Published, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),
    lay_out(2025, Certainty::Published, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),
    lay_out(2026, Certainty::Published, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),
    lay_out(2027, Certainty::Projected, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),
    lay_out(2028, Certainty::Projected, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),
    lay_out(2029, Certainty::Projected, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),
    lay_out(2030, Certainty::Projected, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),
];

/// *Clock*.
static CLOCK: [[u8; ClockRow::BYTES]; 3] = [
    ClockRow::new(Zone::East, None, 360),
    ClockRow::new(Zone::East, Some(moment(2024, 2, 29, 18, 0)), 300),
    ClockRow::new(Zone::West, None, 300),
];

/// The law.
pub(super) const LAW: Sections<'static> = Sections {
    name: "kazakhstan",
    sequence: 1,
    known_until: day(2025, 11, 19),
    digest: 0,
    documents: &DOCUMENTS,
    document_texts: DOCUMENT_TEXTS,
    provisions: &PROVISIONS,
    provision_texts: PROVISION_TEXTS,
    ages: AGES,
    questions: [false, false, false, false],
    names: NAMES,
    editions: [&ENACTED_RULES, &ANNOUNCED_RULES, &[], &[]],
    duties: &[
        DutiesRow::new(&[(Duty::Consequence, L50_REFUSAL), (Duty::Papers, L50_PAPERS), (Duty::Place, L50_PLACE), (Duty::CollectorsHome, L50_COLLECTORS_HOME), (Duty::CollectorsAbroad, L50_COLLECTORS_ABROAD), (Duty::Taken, L50_BIOMETRICS), (Duty::Issued, L50_CERTIFICATE)]),
        DutiesRow::new(&[(Duty::Consequence, MIA_LIABILITY), (Duty::Place, MIA_PLACE), (Duty::Taken, MIA_BIOMETRICS)]),
        DutiesRow::new(&[]),
        DutiesRow::new(&[]),
    ],
    conflicts: &CONFLICTS,
    cautions: &CAUTIONS,
    steps: &STEPS,
    obtained: &OBTAINED,
    deadlocks: &DEADLOCKS,
    terms: &TERMS,
    coverage: &COVERAGE,
    grounds: &GROUNDS,
    countries: &COUNTRIES,
    years: &YEARS,
    laid_out: &LAID_OUT,
    holidays: &HOLIDAYS,
    movable_days: &MOVABLE_DAYS,
    transfers: &TRANSFERS,
    clock: &CLOCK,
    cases: &[],
    texts: [texts::KK, texts::RU, texts::EN],
}
.sealed();
