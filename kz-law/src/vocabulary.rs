//! The words that the library's interface fixes and no law can change, with their numbers.
//!
//! A word's number is its place in its list, from 1. A law says what follows from the words; it cannot add one.

/// A list of words; the first has number 1.
#[derive(Debug, PartialEq, Eq)]
pub struct List {
    /// What the words of the list are, for messages: "an obligation".
    pub what: &'static str,
    /// The words, in the order of their numbers.
    pub words: &'static [&'static str],
}

/// One word of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The list that the word is of.
    pub list: &'static List,
    /// Its number, from 1.
    pub number: u8,
}

impl List {
    /// The word with this spelling.
    #[must_use]
    pub fn word(&'static self, text: &str) -> Option<Word> {
        let place = self.words.iter().position(|word| *word == text)?;
        self.numbered(u8::try_from(place).ok()?.checked_add(1)?)
    }

    /// The word with this number.
    #[must_use]
    pub fn numbered(&'static self, number: u8) -> Option<Word> {
        (number >= 1 && usize::from(number) <= self.words.len())
            .then_some(Word { list: self, number })
    }

    /// All words, in the order of their numbers.
    pub fn all(&'static self) -> impl Iterator<Item = Word> {
        (1..=u8::MAX).map_while(|number| self.numbered(number))
    }

    /// The set of all words: bit n-1 stands for number n.
    #[must_use]
    pub fn full(&self) -> u16 {
        full_set(self.words.len())
    }
}

/// A set with the first `count` values: bit n-1 stands for number n.
#[must_use]
pub fn full_set(count: usize) -> u16 {
    if count >= 16 {
        u16::MAX
    } else {
        (1 << count) - 1
    }
}

impl Word {
    /// The spelling.
    #[must_use]
    pub fn text(self) -> &'static str {
        self.list
            .words
            .get(usize::from(self.number.wrapping_sub(1)))
            .copied()
            .unwrap_or("")
    }

    /// The set that holds this word alone.
    #[must_use]
    pub fn bit(self) -> u16 {
        1u16.checked_shl(u32::from(self.number.wrapping_sub(1)))
            .unwrap_or(0)
    }

    /// Whether the word is spelt so.
    #[must_use]
    pub fn is(self, text: &str) -> bool {
        self.text() == text
    }
}

impl std::fmt::Debug for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.text())
    }
}

impl std::fmt::Display for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident, $what:literal: $($word:literal)*;)*) => {
        $($(#[$doc])* pub static $name: List = List { what: $what, words: &[$($word),*] };)*
    };
}

lists! {
    /// What the fingerprint registration, or an IIN, is asked for with.
    OCCASIONS, "an occasion": "seafarer_identity" "temporary_residence_permit" "permanent_residence_permit"
        "residence_card" "stateless_identity" "asylum_seeker_status" "refugee_certificate" "refugee_travel_document"
        "expulsion" "readmission" "visa" "citizen_passport" "citizen_identity_card" "other" "iin";
    /// What the person is to Kazakhstan.
    STANDINGS, "a standing": "citizen" "foreigner" "stateless";
    /// What is asked for.
    ACTIONS, "an action": "first_issue" "extension" "restoration" "replacement" "holding";
    /// Where a visa comes from.
    VISA_CHANNELS, "a visa channel": "foreign_mission" "airport" "electronic" "in_kazakhstan";
    /// The answers to a question.
    ANSWERS, "`yes` or `no`": "yes" "no";
    /// Where the person is.
    LOCATIONS, "a location": "in_kazakhstan" "abroad";
    /// What an edition gives.
    OBLIGATIONS, "an obligation": "mandatory" "voluntary" "not_required" "suspended" "not_in_force";
    /// What goes with a mandatory registration.
    DUTIES, "a duty": "consequence" "papers" "place" "collectors_home" "collectors_abroad" "taken" "issued";
    /// Where a document is obtained, or a step taken.
    PLACES, "a place": "in_kazakhstan" "abroad" "both";
    /// The steps that rows of *Steps* have. `enter`, `leave` and `obtain_document` are the engine's.
    STEPS, "a step": "translate_passport" "iin_at_mission" "iin_in_person" "iin_by_proxy" "fingerprint_at_mission"
        "fingerprint_in_kazakhstan";
    /// The steps that are the engine's own and no rows.
    ENGINE_STEPS, "a step of the engine": "enter" "leave" "obtain_document";
    /// What a row of *Steps* gives or needs.
    GOALS, "a goal": "presence" "iin" "translation" "fingerprints";
    /// What a plan's list `blocked` names.
    BLOCKED, "a blocked goal": "presence" "iin" "fingerprints" "document";
    /// The deadlines that a law has.
    TERMS, "a term": "registration" "move" "iin_mission" "notice";
    /// What a caution is carried by.
    CARRIERS, "a carrier": "assess" "plan" "registration" "move" "iin_mission" "notice";
    /// What a caution does to a capture ticket.
    TICKETS, "a word for a ticket": "refused";
    /// How the days of a term are counted.
    UNITS, "a unit": "calendar" "working";
    /// The first day that counts.
    FIRST_DAYS, "a first day": "event" "next";
    /// The day by which it is decided whether a term is in force.
    DECIDING_DAYS, "a deciding day": "decision" "event";
    /// Whether a term covers a person.
    COVERAGES, "a coverage": "yes" "no" "unknown";
    /// What is known of a treaty on registration.
    TREATIES, "a treaty": "none" "exempt" "days" "not_given";
    /// The stay regime of an immigrant's state.
    STAY_REGIMES, "a stay regime": "up_to_90" "other";
    /// What refuses an application.
    PROCEDURES, "a procedure": "pilot_iin" "registration";
    /// What was found.
    FINDINGS, "a finding": "false_data" "noncompliant_data" "has_iin" "stay_exceeded" "host_declined";
    /// What may be done about it.
    CURES, "a cure": "submit_true_data" "use_existing_iin" "another_place_or_consent";
    /// Why a day is off, as a law may say it.
    REASONS, "a reason": "day_off" "new_year" "orthodox_christmas" "womens_day" "constitution_day" "nauryz"
        "unity_day" "defender_day" "victory_day" "kurban_ait" "capital_day" "republic_day" "independence_day";
    /// How sure a year of the calendar is.
    CERTAINTIES, "a certainty": "published" "projected";
    /// The time zones.
    ZONES, "a zone": "east" "west";
    /// What a document is.
    KINDS, "a kind of document": "law" "report";
}
