//! The words that the library's interface fixes and that no law can change, with their numbers.
//!
//! They are those of the library's closed sets. A word's number is its place in its list, from 1. A law says what
//! follows from the words; it cannot add one.

use kz_rules_core as rules;

/// A list of words; the first has number 1.
#[derive(Debug, PartialEq, Eq)]
pub struct List {
    /// The kind of the words, for messages: "an obligation".
    pub what: &'static str,
    /// The words, in the order of their numbers.
    pub words: &'static [&'static str],
}

/// One word of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The list of the word.
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

    /// The set with only this word.
    #[must_use]
    pub fn bit(self) -> u16 {
        1u16.checked_shl(u32::from(self.number.wrapping_sub(1)))
            .unwrap_or(0)
    }

    /// Whether the word has this spelling.
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
    ($($(#[$doc:meta])* $name:ident, $what:literal: $words:expr;)*) => {
        $($(#[$doc])* pub static $name: List = List { what: $what, words: $words };)*
    };
}

/// The words before a place in a list.
const fn before(words: &'static [&'static str], place: usize) -> &'static [&'static str] {
    words.split_at(place).0
}

/// The words from a place in a list on.
const fn after(words: &'static [&'static str], place: usize) -> &'static [&'static str] {
    words.split_at(place).1
}

/// Where the engine's own steps begin.
const ENGINE: usize = rules::Step::Enter.code() as usize - 1;
/// The goals that rows of a law can have come before the document.
const DOCUMENT: usize = rules::Goal::Document.code() as usize - 1;
/// The reasons that a law can give come after those that the library finds.
const DAY_OFF: usize = rules::Reason::DayOff.code() as usize - 1;
const GOAL_NAMES: &[&str] = rules::Goal::NAMES;
const LOCATION_NAMES: &[&str] = rules::Location::NAMES;

lists! {
    /// The occasion for a fingerprint registration or an IIN.
    OCCASIONS, "an occasion": rules::Occasion::NAMES;
    /// Whether the person is a citizen, a foreigner or stateless.
    STANDINGS, "a standing": rules::Standing::NAMES;
    /// What is done with the document.
    ACTIONS, "an action": rules::Action::NAMES;
    /// How a visa is obtained.
    VISA_CHANNELS, "a visa channel": rules::VisaChannel::NAMES;
    /// The answers to a question.
    ANSWERS, "`yes` or `no`": rules::Answer::NAMES;
    /// Where the person is.
    LOCATIONS, "a location": rules::Location::NAMES;
    /// The obligation that an edition gives.
    OBLIGATIONS, "an obligation": rules::Obligation::NAMES;
    /// What goes with a mandatory registration.
    DUTIES, "a duty": rules::Duty::NAMES;
    /// Where a document is obtained, or a step taken.
    PLACES, "a place": &[LOCATION_NAMES[0], LOCATION_NAMES[1], "both"];
    /// The steps that rows of *Steps* can have. `enter`, `leave` and `obtain_document` are built into the engine.
    STEPS, "a step": before(rules::Step::NAMES, ENGINE);
    /// The steps that are built into the engine and have no rows.
    ENGINE_STEPS, "a step of the engine": after(rules::Step::NAMES, ENGINE);
    /// What a row of *Steps* gives or needs.
    GOALS, "a goal": before(rules::Goal::NAMES, DOCUMENT);
    /// The goals that a plan's list `blocked` can name: all but the translation.
    BLOCKED, "a blocked goal": &[GOAL_NAMES[0], GOAL_NAMES[1], GOAL_NAMES[3], GOAL_NAMES[4]];
    /// The deadlines that a law has.
    TERMS, "a term": rules::Term::NAMES;
    /// What can carry a caution.
    CARRIERS, "a carrier": rules::Carrier::NAMES;
    /// What a caution does to a capture ticket.
    TICKETS, "a word for a ticket": &["refused"];
    /// How the days of a term are counted.
    UNITS, "a unit": rules::Unit::NAMES;
    /// The first day that counts.
    FIRST_DAYS, "a first day": rules::FirstDay::NAMES;
    /// The day that decides whether a term is in force.
    DECIDING_DAYS, "a deciding day": rules::DecidedBy::NAMES;
    /// Whether a term covers a person.
    COVERAGES, "a coverage": rules::Covered::NAMES;
    /// What is known about a treaty on registration.
    TREATIES, "a treaty": rules::ToldTreaty::NAMES;
    /// The stay regime of an immigrant's state.
    STAY_REGIMES, "a stay regime": rules::StayRegime::NAMES;
    /// What can be refused.
    PROCEDURES, "a procedure": rules::Procedure::NAMES;
    /// What was found.
    FINDINGS, "a finding": rules::Finding::NAMES;
    /// What may be done about it.
    CURES, "a cure": rules::Cure::NAMES;
    /// Why a day is off, in the words of a law.
    REASONS, "a reason": after(rules::Reason::NAMES, DAY_OFF);
    /// How sure a year of the calendar is.
    CERTAINTIES, "a certainty": rules::Certainty::NAMES;
    /// The time zones.
    ZONES, "a zone": rules::Zone::NAMES;
    /// The kind of a document.
    KINDS, "a kind of document": rules::DocumentKind::NAMES;
}
