#include "prose.h"

const char *prose_obligation(kz_obligation obligation)
{
    switch (obligation) {
    case KZ_OBLIGATION_MANDATORY:
        return "Fingerprinting is mandatory.";
    case KZ_OBLIGATION_VOLUNTARY:
        return "Fingerprinting is voluntary: it can be done, and nobody has to.";
    case KZ_OBLIGATION_NOT_REQUIRED:
        return "No fingerprints are required.";
    case KZ_OBLIGATION_SUSPENDED:
        return "The requirement is suspended: no fingerprints are taken for now.";
    case KZ_OBLIGATION_NOT_IN_FORCE:
        return "The fingerprint rules are not in force on this day.";
    default:
        return "";
    }
}

const char *prose_provision(kz_provision provision)
{
    switch (provision) {
    case KZ_PROVISION_L50_COMMENCEMENT:
    case KZ_PROVISION_MIA_COMMENCEMENT:
        return "The fingerprint rules start on 1 January 2024.";
    case KZ_PROVISION_L50_CITIZEN_VOLUNTARY:
        return "Citizens of Kazakhstan decide for themselves.";
    case KZ_PROVISION_L50_AGE_16:
        return "For foreigners and stateless persons the duty begins at the age of 16.";
    case KZ_PROVISION_L50_CASES:
        return "It is mandatory in the cases that the law lists, and in no other.";
    case KZ_PROVISION_L50_CASE_1:
        return "A seafarer's identity card of Kazakhstan is on the list of mandatory cases.";
    case KZ_PROVISION_L50_CASE_2:
        return "A permit for temporary or permanent residence is on the list of mandatory cases.";
    case KZ_PROVISION_L50_CASE_3:
        return "A foreigner's residence card, and a stateless person's identity certificate, are on "
               "the list of mandatory cases.";
    case KZ_PROVISION_L50_CASE_4:
        return "The status of an asylum seeker, and a refugee's certificate and travel document, are "
               "on the list of mandatory cases.";
    case KZ_PROVISION_L50_CASE_5:
        return "Expulsion, and readmission under a ratified treaty, are on the list of mandatory "
               "cases.";
    case KZ_PROVISION_L50_CASE_6:
        return "Visas of Kazakhstan are on the list of mandatory cases.";
    case KZ_PROVISION_L50_ONCE:
        return "The prints are taken once: it is done for whom Kazakhstan's database has.";
    case KZ_PROVISION_L50_VISA_SUSPENSION:
        return "Until 1 July 2025 visas issued in an international airport, or electronically without "
               "a visit to a foreign establishment, go without.";
    case KZ_PROVISION_L50_HELD_DOCUMENT:
        return "Who held the document, valid, on 1 January 2024 need not come for it now, but must "
               "when it is extended, restored or replaced.";
    case KZ_PROVISION_L50_PLACE:
        return "At the migration service department of the place of stay in Kazakhstan.";
    case KZ_PROVISION_L50_PAPERS:
        return "The IIN; and for a passport in a foreign language its notarised translation.";
    case KZ_PROVISION_L50_BIOMETRICS:
        return "Prints of the fingers and of the palms.";
    case KZ_PROVISION_L50_CERTIFICATE:
        return "A certificate of set form.";
    case KZ_PROVISION_L50_COLLECTORS_HOME:
        return "In Kazakhstan: staff of the Ministry of Internal Affairs, the Ministry of Foreign "
               "Affairs and the National Security Committee.";
    case KZ_PROVISION_L50_COLLECTORS_ABROAD:
        return "Abroad: the foreign establishments, of which the source says so for citizens of "
               "Kazakhstan only.";
    case KZ_PROVISION_L50_REFUSAL:
        return "Administrative liability: expulsion from Kazakhstan.";
    case KZ_PROVISION_L50_IIN_PROXY:
        return "An IIN may be obtained through another person, under a power of attorney.";
    case KZ_PROVISION_L50_IIN_IN_PERSON:
        return "An IIN needs a personal visit to the registering authority in Kazakhstan.";
    case KZ_PROVISION_L50_IIN_DEADLOCK:
        return "The source itself notes the loop: the visa needs the prints, the prints an IIN, the "
               "IIN presence, and presence the visa.";
    case KZ_PROVISION_MIA_SCOPE:
        return "Announced for all citizens, and of the foreigners for permanent residents.";
    case KZ_PROVISION_MIA_UNDER_12:
        return "Children under 12 were announced to be left out.";
    case KZ_PROVISION_MIA_12_16:
        return "From 12 until 16 it was announced as voluntary.";
    case KZ_PROVISION_MIA_DOCUMENTS:
        return "Prints were announced for the issue of an identity card, a passport, a foreigner's "
               "residence card and a stateless person's certificate.";
    case KZ_PROVISION_MIA_FIRST_TIME:
        return "Prints were announced for the first such document after the start, not for later "
               "ones.";
    case KZ_PROVISION_MIA_PLACE:
        return "At the public service centre.";
    case KZ_PROVISION_MIA_BIOMETRICS:
        return "Prints of the fingers; palms are not mentioned.";
    case KZ_PROVISION_MIA_LIABILITY:
        return "Administrative liability of a kind that is not stated.";
    case KZ_PROVISION_PILOT_TERM:
        return "The IIN is ready in one working day, the day of filing not counted.";
    case KZ_PROVISION_R923_30_DAYS:
        return "Who arrives from a state with a stay regime of up to ninety days registers by the "
               "thirtieth calendar day from crossing the border.";
    case KZ_PROVISION_R923_TREATY:
        return "A ratified treaty may set another number of days, or exempt. It is not known whether "
               "there is one.";
    case KZ_PROVISION_R923_REFUSAL_2:
        return "Who has overstayed is refused registration.";
    case KZ_PROVISION_R923_MOVE:
        return "After a change of address the immigrant registers anew within five working days.";
    case KZ_PROVISION_NOTE_EVISA:
        return "Since 21 October 2025, it is reported, foreign establishments take no prints for "
               "visas issued electronically without a visit.";
    case KZ_PROVISION_NOTE_PILOT_2:
        return "In 2025, it is reported, some foreign establishments gave an IIN to closed categories "
               "of applicants.";
    case KZ_PROVISION_NOTE_ARRIVAL_NOTICE:
        return "The host has to notify of the arrival within three working days, it is reported.";
    default:
        return "";
    }
}

const char *prose_question(kz_fact fact)
{
    switch (fact) {
    case KZ_FACT_OCCASION:
        return "What is it about?";
    case KZ_FACT_STANDING:
        return "What is the person to Kazakhstan?";
    case KZ_FACT_BIRTH:
        return "When was the person born?";
    case KZ_FACT_FINGERPRINTED:
        return "Are the person's prints in Kazakhstan's database already?";
    case KZ_FACT_ACTION:
        return "What is to be done with the document?";
    case KZ_FACT_VISA_CHANNEL:
        return "How is the visa obtained?";
    case KZ_FACT_PERMANENT_RESIDENT:
        return "Does the person live in Kazakhstan permanently?";
    case KZ_FACT_LOCATION:
        return "Where is the person?";
    case KZ_FACT_MAY_ENTER:
        return "May the person enter Kazakhstan without this document: visa-free, or with another "
               "visa?";
    case KZ_FACT_HAS_IIN:
        return "Does the person have an IIN?";
    case KZ_FACT_MISSION_IN_PILOT:
        return "Does the embassy or consulate general take part in the IIN pilot?";
    case KZ_FACT_MISSION_TAKES_FINGERPRINTS:
        return "Does the foreign establishment, or the airport's visa office, take foreigners' "
               "prints?";
    case KZ_FACT_PASSPORT_IN_FOREIGN_LANGUAGE:
        return "Is the passport in a foreign language?";
    default:
        return "";
    }
}

const char *prose_verdict(kz_verdict verdict)
{
    switch (verdict) {
    case KZ_VERDICT_FEASIBLE:
        return "The document can be had.";
    case KZ_VERDICT_DEADLOCK:
        return "The visa cannot be had: it needs what only presence in Kazakhstan gives, and "
               "presence needs the visa.";
    case KZ_VERDICT_BLOCKED:
        return "The document cannot be had from here.";
    case KZ_VERDICT_NOT_COVERED:
        return "The sources do not say how citizens, and their documents, go about it.";
    case KZ_VERDICT_NO_DOCUMENT:
        return "There is no document to obtain.";
    case KZ_VERDICT_DEPENDS:
        return "It depends on what is not known yet.";
    default:
        return "";
    }
}

const char *prose_step(kz_step step)
{
    switch (step) {
    case KZ_STEP_TRANSLATE_PASSPORT:
        return "Have the passport translated, and the translation notarised.";
    case KZ_STEP_IIN_AT_MISSION:
        return "Get an IIN at the embassy or consulate general, in person.";
    case KZ_STEP_IIN_BY_PROXY:
        return "Get an IIN through another person, under a power of attorney.";
    case KZ_STEP_FINGERPRINT_AT_MISSION:
        return "Have the prints taken at the foreign establishment.";
    case KZ_STEP_ENTER:
        return "Enter Kazakhstan.";
    case KZ_STEP_IIN_IN_PERSON:
        return "Get an IIN at the registering authority in Kazakhstan, in person.";
    case KZ_STEP_FINGERPRINT_IN_KAZAKHSTAN:
        return "Have the prints taken at the migration service department.";
    case KZ_STEP_LEAVE:
        return "Leave Kazakhstan.";
    case KZ_STEP_OBTAIN_DOCUMENT:
        return "Obtain the document.";
    default:
        return "";
    }
}

const char *prose_goal(kz_goal goal)
{
    switch (goal) {
    case KZ_GOAL_PRESENCE:
        return "presence in Kazakhstan";
    case KZ_GOAL_IIN:
        return "IIN";
    case KZ_GOAL_TRANSLATION:
        return "translation";
    case KZ_GOAL_FINGERPRINTS:
        return "fingerprints";
    case KZ_GOAL_DOCUMENT:
        return "document";
    default:
        return "";
    }
}

const char *prose_error(kz_status status)
{
    switch (status) {
    case KZ_ERROR_BIRTH_NOT_SUPPORTED:
        return "The birth date is too far back to be reckoned with.";
    case KZ_ERROR_BIRTH_AFTER_DECISION:
        return "The birth date lies after the day that is asked about.";
    case KZ_ERROR_EDITION_NOT_SUPPORTED:
        return "There are plans under the law as enacted only.";
    case KZ_ERROR_TREATY_DAYS:
        return "A treaty's number of days is from 1 to 366.";
    case KZ_ERROR_DECISION_BEFORE_EVENT:
        return "The day that is asked about lies before the event.";
    case KZ_ERROR_CALENDAR_NOT_COVERED:
        return "The working days of that year are not known yet.";
    case KZ_ERROR_DATE_NOT_SUPPORTED:
        return "A day of the answer lies outside the years 1 to 9999.";
    case KZ_ERROR_CLOCK_NOT_SUPPORTED:
        return "The clock tells no day from 2019-01-01 to 9999-12-31.";
    default:
        return "";
    }
}
