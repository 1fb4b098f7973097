//! English. No speaker has reviewed it yet: see docs/glossary.md.

use super::{Strings, Vocabulary};

glossary! {
    Obligation {
        "mandatory" = "Mandatory", "Fingerprinting is mandatory.";
        "voluntary" = "Voluntary", "Fingerprinting is voluntary: it can be done, and nobody has to.";
        "not_required" = "Not required", "No fingerprints are required.";
        "suspended" = "Suspended", "The requirement is suspended on this day.";
        "not_in_force" = "Not in force yet", "The fingerprint rules are not in force on this day.";
    }
    OutcomeKind {
        "decided" = "Decided", "There is one answer, whatever is still unknown.";
        "undecided" = "Undecided", "More than one answer is possible so far.";
    }
    Fact {
        "occasion" = "Purpose of the application", "What is your application about?";
        "standing" = "Citizenship", "Are you a citizen of Kazakhstan, a citizen of another state, or stateless?";
        "birth" = "Birth date", "When were you born?";
        "fingerprinted" = "Prints in Kazakhstan's database", "Has Kazakhstan already taken your fingerprints into its database?";
        "action" = "What is done with the document", "What is to be done with the document?";
        "visa_channel" = "How the visa is obtained", "How do you obtain the visa?";
        "permanent_resident" = "Permanent residence in Kazakhstan", "Do you live in Kazakhstan permanently?";
        "held_at_commencement" = "Held and valid on 1 January 2024", "Did you have this document on 1 January 2024, and was it valid then?";
        "question_1" = "Question 1 of this law", "What is your answer to question 1 of this law: yes or no?";
        "question_2" = "Question 2 of this law", "What is your answer to question 2 of this law: yes or no?";
        "question_3" = "Question 3 of this law", "What is your answer to question 3 of this law: yes or no?";
        "question_4" = "Question 4 of this law", "What is your answer to question 4 of this law: yes or no?";
        "location" = "Where the person is", "Where are you now?";
        "may_enter" = "Entry without this document", "May you enter Kazakhstan without the document that you ask for: visa-free, or with another visa?";
        "has_iin" = "Has an IIN", "Do you have an IIN?";
        "mission_in_pilot" = "Establishment in the IIN pilot", "Does the foreign establishment of Kazakhstan take part in the IIN pilot?";
        "mission_takes_fingerprints" = "Establishment takes prints", "Does the foreign establishment, or the office in the airport, take fingerprints of foreigners?";
        "passport_in_foreign_language" = "Passport in a foreign language", "Is your passport in a foreign language?";
    }
    BirthPrecision {
        "year" = "Year";
        "month" = "Year and month";
        "day" = "Full date";
    }
    Standing {
        "citizen" = "Citizen of Kazakhstan";
        "foreigner" = "Foreigner", "A citizen of another state.";
        "stateless" = "Stateless person", "A person without citizenship of any state.";
    }
    Occasion {
        "seafarer_identity" = "Seafarer's identity card";
        "temporary_residence_permit" = "Permit for temporary residence";
        "permanent_residence_permit" = "Permit for permanent residence";
        "residence_card" = "Foreigner's residence card";
        "stateless_identity" = "Stateless person's certificate";
        "asylum_seeker_status" = "Status of asylum seeker";
        "refugee_certificate" = "Refugee certificate";
        "refugee_travel_document" = "Refugee's travel document";
        "expulsion" = "Expulsion";
        "readmission" = "Readmission";
        "visa" = "Visa of Kazakhstan";
        "citizen_passport" = "Passport of a citizen of Kazakhstan";
        "citizen_identity_card" = "Identity card of a citizen of Kazakhstan";
        "other" = "Something else";
        "iin" = "An IIN, and no document";
    }
    Action {
        "first_issue" = "First issue";
        "extension" = "Extension";
        "restoration" = "Restoration";
        "replacement" = "Replacement";
        "holding" = "None: I already hold it", "The document is already held, and nothing is asked for.";
    }
    VisaChannel {
        "foreign_mission" = "At a foreign establishment";
        "airport" = "In an international airport";
        "electronic" = "Electronically, without a visit";
        "in_kazakhstan" = "From an authority in Kazakhstan";
    }
    Answer {
        "yes" = "Yes";
        "no" = "No";
    }
    Location {
        "in_kazakhstan" = "In Kazakhstan";
        "abroad" = "Abroad";
    }
    AgeBand {
        "band_1" = "Below the first age", "The first age that the law names is not reached.";
        "band_2" = "From the first age", "The first age that the law names is reached, and the next one is not.";
        "band_3" = "From the second age", "The second age that the law names is reached, and the next one is not.";
        "band_4" = "From the third age", "The third age that the law names is reached.";
    }
    AgeReading {
        "birthday" = "On the birthday";
        "day_after" = "On the day after the birthday";
    }
    Week {
        "five" = "Five-day week", "Saturday and Sunday are rest days.";
        "six" = "Six-day week", "Sunday is the rest day.";
    }
    Term {
        "registration" = "Registration after arrival";
        "move" = "Registration after a change of address";
        "iin_mission" = "IIN at a foreign establishment";
        "notice" = "Notice given by the host";
    }
    LawKnown {
        "known" = "Known law", "The law is known as of the day that is asked about.";
        "assumed" = "Law assumed unchanged", "Assuming that nothing has changed since the last known day.";
    }
    StayState {
        "in_time" = "In time", "The stay is in time on the day that is asked about, in every reading.";
        "contested" = "Disputable", "Overstayed in one reading, not yet in another.";
        "overstayed" = "Overstay", "The allowed days are exceeded in every reading.";
        "outside" = "Outside Kazakhstan", "The person is not staying in Kazakhstan on the day that is asked about.";
        "unknown" = "Not known", "No rule for the days of stay is known.";
    }
    DocumentKind {
        "law" = "Legal act", "This document can be the basis of an answer by the law as enacted.";
        "report" = "Report", "This is a report alone: it is never the basis of an answer by the law as enacted.";
    }
    FirstDay {
        "next" = "The first day does not count";
        "event" = "The first day counts", "The first day counts if it is a working day.";
    }
    Certainty {
        "published" = "Published", "The calendar is as published.";
        "projected" = "Projected", "The calendar is projected: days off may still be set or moved.";
    }
    Reason {
        "rest_day" = "Rest day";
        "substitute" = "Day off for a holiday on a rest day";
        "transfer" = "Transferred day off";
        "day_off" = "Day off";
        "new_year" = "New Year";
        "orthodox_christmas" = "Orthodox Christmas";
        "womens_day" = "International Women's Day";
        "constitution_day" = "Constitution Day";
        "nauryz" = "Nauryz";
        "unity_day" = "Unity Day";
        "defender_day" = "Defender of the Fatherland Day";
        "victory_day" = "Victory Day";
        "kurban_ait" = "Kurban Ait";
        "capital_day" = "Capital Day";
        "republic_day" = "Republic Day";
        "independence_day" = "Independence Day";
    }
    TreatyKind {
        "none" = "No treaty";
        "exempt" = "The treaty exempts from registration";
        "days" = "The treaty sets the days";
    }
    StayRegime {
        "up_to_90" = "Up to ninety days";
        "other" = "Longer, or by visa only";
    }
    TermOutcomeKind {
        "not_in_force" = "Not in force", "No deadline: the rule is not in force on the day that matters.";
        "not_covered" = "Not covered", "No deadline: the rule does not cover the person.";
        "window" = "Deadline";
    }
    Covered {
        "yes" = "Covered";
        "no" = "Not covered", "The rule does not cover the person.";
        "unknown" = "Not known whether covered", "It is not known whether the rule covers the person: the days hold if it does.";
    }
    DayState {
        "open" = "In time", "There is still time.";
        "due_today" = "Today", "Today is the day.";
        "contested" = "Disputable", "Late in one reading, in time in another: please act today.";
        "overdue" = "Late", "The deadline has passed in every reading.";
        "barred" = "Stay has ended", "The allowed stay has ended: registration is refused.";
        "with_host" = "Waiting for the host", "The host has yet to confirm, and the order sets no term for it.";
    }
    Zone {
        "east" = "Almaty, Astana, Kostanay and the rest";
        "west" = "Aktobe, Aktau, Atyrau, Oral, Kyzylorda";
    }
    Sex {
        "male" = "Male";
        "female" = "Female";
    }
    Verdict {
        "feasible" = "Possible", "There is a way to the document.";
        "deadlock" = "Legal dead end", "The visa needs what only presence in Kazakhstan gives, and presence needs the visa.";
        "blocked" = "Blocked", "No way to the document is known under these circumstances.";
        "not_covered" = "Not in the sources", "The sources do not say how this document is obtained.";
        "no_document" = "No document", "No document is obtained here.";
        "depends" = "It depends", "It depends on what is still unknown.";
    }
    Step {
        "translate_passport" = "Translation of the passport", "Have the passport translated, and the translation notarised.";
        "iin_at_mission" = "IIN at a foreign establishment", "Apply in person for an IIN at the foreign establishment of Kazakhstan.";
        "iin_in_person" = "IIN in person", "Apply for an IIN by a personal visit to the registering authority in Kazakhstan.";
        "iin_by_proxy" = "IIN through another person", "Obtain the IIN through another person under a power of attorney.";
        "fingerprint_at_mission" = "Prints at a foreign establishment", "Have the prints taken at the foreign establishment of Kazakhstan, or at its office in the airport.";
        "fingerprint_in_kazakhstan" = "Prints in Kazakhstan", "Have the prints taken at the migration service department of the place of stay in Kazakhstan.";
        "enter" = "Entry", "Enter Kazakhstan.";
        "leave" = "Departure", "Leave Kazakhstan: this visa is obtained abroad.";
        "obtain_document" = "The document", "Obtain the document.";
    }
    Goal {
        "presence" = "Presence in Kazakhstan";
        "iin" = "IIN";
        "translation" = "Translation of the passport";
        "fingerprints" = "Fingerprints";
        "document" = "Document";
    }
    CaseState {
        "new" = "New", "Nothing has been submitted yet.";
        "awaiting_host" = "Waiting for the host", "The data are submitted. The host has yet to confirm.";
        "registered" = "Registered", "The immigrant is registered at this address.";
        "refused" = "Refused", "Registration is refused.";
        "moved" = "Moved", "The address has changed. The old registration stands until a new one is confirmed.";
        "departed" = "Departed", "The immigrant has left Kazakhstan. No registration stands, and no deadline runs.";
    }
    EventKind {
        "submit" = "Data submitted";
        "host_confirms" = "The host confirms";
        "host_declines" = "The host refuses";
        "data_found_false" = "Data found untrue";
        "move" = "Change of address";
        "stay_extended" = "Stay extended";
        "departs" = "Departure from Kazakhstan";
    }
    DataItem {
        "surname" = "Surname";
        "given_name" = "Given name";
        "patronymic" = "Patronymic (if any)";
        "birth_date" = "Birth date";
        "passport" = "Passport data";
        "host" = "Data of the host";
        "address" = "Address of stay (residence)";
    }
    PlaceOfStay {
        "house" = "House";
        "apartment" = "Flat";
        "dormitory" = "Dormitory";
        "hotel" = "Hotel";
        "holiday_home" = "Holiday home";
        "sanatorium" = "Sanatorium";
        "other_residential" = "Other building or premises to live in";
    }
    CertificateField {
        "application_number" = "Application number";
        "surname" = "Surname";
        "given_name" = "Given name";
        "patronymic" = "Patronymic (if any)";
        "passport" = "Series and number of the passport";
        "citizenship" = "Citizenship";
        "address" = "Address of stay in Kazakhstan";
        "stay" = "Term of stay (residence)";
        "host_iin" = "IIN of the host";
        "host_surname" = "Surname of the host";
        "host_given_name" = "Given name of the host";
        "host_patronymic" = "Patronymic of the host (if any)";
        "qr" = "QR code";
    }
    MissionKind {
        "embassy" = "Embassy";
        "consulate_general" = "Consulate general";
        "other" = "Another foreign establishment";
    }
    Procedure {
        "pilot_iin" = "IIN at a foreign establishment";
        "registration" = "Registration of an immigrant";
    }
    Finding {
        "false_data" = "Untrue documents or data", "Documents or data were found untrue.";
        "noncompliant_data" = "Data not as the law requires", "The data do not meet the legal requirements.";
        "has_iin" = "An IIN exists already", "The person already has an IIN.";
        "stay_exceeded" = "Overstay", "The person has overstayed.";
        "host_declined" = "Refusal by the host", "The host refuses.";
    }
    Cure {
        "submit_true_data" = "Submit true data", "True data may be submitted. This is an inference: the sources name no cure.";
        "use_existing_iin" = "Use the IIN that exists", "The IIN that exists may be used. This is an inference: the sources name no cure.";
        "another_place_or_consent" = "Another place, or the host's consent", "Another place, or the host's consent, may help. This is an inference: the sources name no cure.";
    }
    Status {
        "date_not_supported" = "Day out of range", "The day lies outside the years 1 to 9999.";
        "birth_not_supported" = "Birth date out of range", "The birth date allows no day of the years 1 to 9999.";
        "birth_after_decision" = "Birth after the day asked about", "The birth date lies after the day that is asked about.";
        "treaty_days" = "Number of days out of range", "A treaty's number of days is from 1 to 366.";
        "decision_before_event" = "Day before the event", "The day that is asked about lies before the event.";
        "calendar_not_covered" = "Working days not known", "No calendar covers a year that the answer needs.";
        "clock_not_supported" = "Clock out of range", "The clock shows no day from 1 January 2019 to 31 December 9999.";
        "iin_length" = "Wrong length of the IIN", "An IIN has twelve digits.";
        "iin_digit" = "Not a digit in the IIN", "An IIN consists of digits only.";
        "iin_unissuable" = "No IIN is like this", "Such a number is never issued as an IIN. Please check it.";
        "iin_check_digit" = "Wrong check digit of the IIN", "The last digit does not fit the others. Please check the number.";
        "edition_not_supported" = "Only for the law as enacted", "A plan is made for the law as enacted only.";
        "not_in_force" = "Not in force yet", "The registration rules are not in force on this day.";
        "stay_before_arrival" = "Stay ends before arrival", "The last day of stay lies before the day of arrival.";
        "date_backwards" = "Days out of order", "The day lies before the arrival, or before the event ahead of it.";
        "invalid_event" = "Not possible in this state", "This event does not fit the state of the case.";
        "missing_data" = "Data are missing", "Data that are required are missing.";
        "place_not_eligible" = "Place not eligible", "The rules do not name such a place for registration.";
        "case_foreign" = "Not a case of this version", "What was kept is no registration case, or one of another version.";
        "case_damaged" = "The case is damaged", "The registration case that was kept is damaged.";
        "text_missing" = "A text is missing", "A text that must be given is missing.";
        "text_too_long" = "A text is too long", "A text is longer than its field takes.";
        "text_not_utf8" = "A text cannot be read", "A text is not written in the encoding that is needed.";
        "text_control" = "A text has hidden or control characters", "A text holds control or invisible characters.";
        "stay_reversed" = "Stay ends before it begins", "The term of stay ends before it begins.";
        "qr_too_long" = "Too long for a QR code", "The text is longer than the QR code can hold.";
        "ticket_edition" = "No ticket: not the law as enacted", "A ticket is made for a decision under the law as enacted only.";
        "ticket_undecided" = "No ticket: undecided", "A ticket is made only if one obligation with one basis is left.";
        "ticket_obligation" = "No ticket: nothing to take", "A ticket is made only if fingerprinting is mandatory or voluntary.";
        "ticket_caution" = "No ticket: a caution", "A caution of the answer lets no ticket be made.";
        "ticket_identifier" = "No ticket: an IIN in the identifier", "The identifier of a ticket must not hold an IIN.";
        "ticket_damaged" = "The ticket is damaged", "This is no ticket, or it is damaged.";
        "ticket_version" = "Ticket of another version", "The ticket is of another version.";
        "receipt_damaged" = "The receipt is damaged", "This is no receipt, or it is damaged.";
        "receipt_version" = "Receipt of another version", "The receipt is of another version.";
        "receipt_unknown" = "Receipt with unknown facts", "The receipt holds a fact or setting that this library does not know.";
        "receipt_false" = "The receipt does not hold", "The decision on the receipt is not the one that comes out of its facts.";
        "country_code" = "Not a country code", "A country code is two or three capital letters, or three digits.";
        "stay_not_extended" = "Stay not extended", "The new last day of stay lies before the event, or is no later than the last day known.";
        "clock_not_set" = "The clock is not set", "The clock shows a day before the last day on which the law is known.";
        "stay_rule" = "Stay rule not valid", "The numbers of days of a rule are from 1 to 366; the total goes with its window, and is no greater.";
        "stay_order" = "Stays out of order", "A stay begins before the one ahead of it has ended, or ends before it begins.";
        "stay_after_decision" = "Stay after the day asked about", "A stay begins or ends after the day that is asked about.";
        "edition_unknown" = "No such edition", "The law has no such edition.";
        "law_incomplete" = "No row for this person", "No row of the loaded law takes this person.";
        "bad_question_1" = "No question 1", "The law has no question 1.";
        "bad_question_2" = "No question 2", "The law has no question 2.";
        "bad_question_3" = "No question 3", "The law has no question 3.";
        "bad_question_4" = "No question 4", "The law has no question 4.";
        "null" = "Nothing was given";
        "reserved" = "A reserved byte is not zero";
        "bad_law" = "Not valid: law";
        "bad_kind" = "Not valid: term";
        "bad_fact" = "Not valid: fact";
        "bad_on" = "Not valid: day asked about";
        "bad_age_reading" = "Not valid: reading of the age";
        "bad_standing" = "Not valid: citizenship";
        "bad_permanent_resident" = "Not valid: permanent residence";
        "bad_birth" = "Not valid: birth date";
        "bad_declined" = "Not valid: facts that cannot be told";
        "bad_occasion" = "Not valid: occasion";
        "bad_action" = "Not valid: action";
        "bad_visa_channel" = "Not valid: how the visa is obtained";
        "bad_fingerprinted" = "Not valid: prints in the database";
        "bad_held_at_commencement" = "Not valid: held on 1 January 2024";
        "bad_location" = "Not valid: where the person is";
        "bad_may_enter" = "Not valid: entry without this document";
        "bad_has_iin" = "Not valid: has an IIN";
        "bad_mission_in_pilot" = "Not valid: establishment in the pilot";
        "bad_mission_takes_fingerprints" = "Not valid: establishment takes prints";
        "bad_passport_in_foreign_language" = "Not valid: language of the passport";
        "bad_from" = "Not valid: day of the event";
        "bad_week" = "Not valid: week";
        "bad_treaty" = "Not valid: treaty";
        "bad_stay_regime" = "Not valid: stay regime";
        "bad_arrived_to_live" = "Not valid: arrived to live";
        "bad_stay_until" = "Not valid: last day of stay";
        "bad_date" = "Not valid: date";
        "bad_zone" = "Not valid: time zone";
        "bad_calendar" = "Not valid: calendar";
        "bad_window" = "Not valid: window of days";
        "bad_first_day" = "Not valid: counting of the first day";
        "bad_provision" = "Not valid: provision";
        "bad_arrived_on" = "Not valid: day of arrival";
        "bad_event" = "Not valid: event";
        "bad_data" = "Not valid: data submitted";
        "bad_place_of_stay" = "Not valid: place of stay";
        "buffer_too_small" = "The text does not fit";
        "not_registered" = "No certificate: not registered";
        "bad_mission_kind" = "Not valid: kind of establishment";
        "bad_stays" = "Not valid: days of stay";
        "bad_latin_or_cyrillic" = "Not valid: letters of the document";
        "bad_convention_state" = "Not valid: state of the translation";
        "bad_procedure" = "Not valid: procedure";
        "bad_finding" = "Not valid: finding";
        "bad_obligation" = "Not valid: obligation";
        "not_possible" = "The facts rule this out";
        "pack_too_short" = "The law pack is cut off";
        "not_a_pack" = "Not a law pack";
        "pack_format" = "Law pack of another format";
        "pack_vocabulary" = "Law pack of another vocabulary";
        "pack_checksum" = "The law pack is damaged";
        "pack_signature" = "The law pack's signature is wrong";
        "pack_other_law" = "The pack holds another law";
        "pack_older" = "The pack holds an older law";
        "pack_inconsistent" = "The law pack is inconsistent";
        "self_test" = "The law fails its own cases";
        "bad_slot" = "Not valid: state of a slot";
        "bad_mrz" = "Not valid: passport";
    }
    Language {
        "kk" = "Kazakh";
        "ru" = "Russian";
        "en" = "English";
    }
}
