//! Asks the library and the second implementation about one person, and compares the answers. It uses no words in between,
//! so that millions can be asked.

use kz_rules_core::{
    Action, AgeReading, Answer, Birth, Day, Edition, Fact, Facts, Goal, LawKnown, Location,
    Obligation, Occasion, Provision, Set, Settings, Standing, Step, VisaChannel,
};
use kz_rules_naive as naive;
use naive::condition::GOALS;
use naive::facts::{FACTS, OBLIGATIONS, fact};
use time::Date;

use crate::laws::Page;

/// A value of each fact for both; none if it is not known.
pub type Values = [Option<u8>; 18];

/// What is known of a birth date, for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Born {
    /// Nothing.
    Unknown,
    /// The year.
    Year(i32),
    /// Year and month.
    Month(Date),
    /// The day.
    Day(Date),
}

impl Born {
    /// The days that it allows.
    pub fn naive(self) -> naive::facts::Birth {
        use naive::facts::Birth;
        match self {
            Self::Unknown => Birth::unknown(),
            Self::Year(year) => Birth::year(year),
            Self::Month(day) => Birth::month(day.year(), day.month()),
            Self::Day(day) => Birth::day(day),
        }
    }

    fn core(self) -> Birth {
        let year = |year: i32| u16::try_from(year).expect("up to 9999");
        match self {
            Self::Unknown => Birth::UNKNOWN,
            Self::Year(of) => Birth::year(year(of)),
            Self::Month(day) => Birth::month(year(day.year()), day.month().into()),
            Self::Day(day) => Birth::from(day),
        }
    }
}

/// When and how the question is asked.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The decision date.
    pub on: Date,
    /// The place of the edition.
    pub edition: usize,
    /// Whether an age is reached a day after the birthday.
    pub day_after: bool,
    /// The birth date.
    pub born: Born,
}

/// A law, with a translation between the names that the two use.
pub struct Both<'a> {
    page: &'a Page,
    /// The places of provisions by their numbers.
    places: Vec<Option<u8>>,
    numbers: [Vec<u8>; 18],
    facts: [Fact; 18],
    obligations: [Obligation; 5],
    goals: [Goal; 5],
    steps: Vec<Step>,
}

/// The numbers of a fact's values in the library, by their places in the second implementation.
fn numbers(name: &str, words: &[&str]) -> Vec<u8> {
    let number = |word: &&str| {
        let number = match name {
            "occasion" => Occasion::from_name(word).map(Occasion::code),
            "standing" => Standing::from_name(word).map(Standing::code),
            "action" => Action::from_name(word).map(Action::code),
            "visa_channel" => VisaChannel::from_name(word).map(VisaChannel::code),
            "location" => Location::from_name(word).map(Location::code),
            "birth" => Some(0),
            _ => Answer::from_name(word).map(Answer::code),
        };
        number.unwrap_or_else(|| panic!("{name}: {word}"))
    };
    words.iter().map(number).collect()
}

impl<'a> Both<'a> {
    /// A law in both readings.
    ///
    /// # Panics
    ///
    /// If one has names that the other does not have.
    pub fn of(page: &'a Page) -> Self {
        let mut places = vec![None; usize::from(u16::MAX) + 1];
        for (place, provision) in page.naive.provisions.iter().enumerate() {
            let number = page.law().provision_by_id(&provision.id).expect("the same");
            places[usize::from(number.number())] = u8::try_from(place).ok();
        }
        let steps = page.naive.step_words.iter();
        Self {
            page,
            places,
            numbers: FACTS.map(|(name, words)| numbers(name, words)),
            facts: FACTS.map(|(name, _)| Fact::from_name(name).expect("the same")),
            obligations: OBLIGATIONS.map(|word| Obligation::from_name(word).expect("the same")),
            goals: GOALS.map(|word| Goal::from_name(word).expect("the same")),
            steps: steps
                .map(|word| Step::from_name(word).expect("the same"))
                .collect(),
        }
    }

    /// The question about a person for the library.
    ///
    /// # Panics
    ///
    /// If the day is not supported.
    pub fn core(&self, moment: Moment, values: &Values, declined: u32) -> (Day, Facts, Settings) {
        let mut codes = [0; 17];
        // The order of both, except for birth; in the library the questions come last among the facts of a person.
        let order = [0, 1, 3, 4, 5, 6, 11, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17];
        for (code, place) in codes.iter_mut().zip(order) {
            if let Some(value) = values[place] {
                *code = self.numbers[place][usize::from(value)];
            }
        }
        let declined = self.in_core(declined);
        let facts = Facts::from_codes(&codes).expect("numbers of values");
        let settings = Settings {
            edition: Edition::new(u8::try_from(moment.edition).expect("few") + 1),
            age_reading: if moment.day_after {
                AgeReading::DayAfter
            } else {
                AgeReading::Birthday
            },
        };
        let facts = facts.born(moment.born.core()).with_declined(declined);
        (
            Day::of(moment.on).expect("it is supported"),
            facts,
            settings,
        )
    }

    fn naive(&self, moment: Moment, values: &Values, declined: u32) -> naive::facts::Facts {
        let mut facts = naive::facts::Facts::on(moment.on);
        facts.edition = moment.edition;
        if moment.day_after {
            facts.age_reading = naive::facts::AgeReading::DayAfter;
        }
        facts.birth = moment.born.naive();
        facts.values = *values;
        facts.declined = declined;
        facts
    }

    fn in_core(&self, facts: u32) -> Set<Fact> {
        let some = self.facts.iter().enumerate();
        some.filter(|(place, _)| facts & 1 << place != 0)
            .map(|(_, fact)| *fact)
            .collect()
    }

    /// The place of a provision in the second implementation.
    ///
    /// # Panics
    ///
    /// If the law does not have it.
    pub fn place(&self, provision: Provision) -> u8 {
        self.places[usize::from(provision.number())].expect("a provision of the law")
    }

    /// A list of provisions as a set; each must occur once.
    fn set(&self, provisions: impl Iterator<Item = Provision>) -> naive::set::Set {
        let mut set = naive::set::Set::default();
        for provision in provisions {
            let place = self.place(provision);
            assert!(!set.contains(place), "{provision} is named twice");
            set.insert(place);
        }
        set
    }

    fn is_list(&self, provisions: impl Iterator<Item = Provision>, expected: &[u8]) -> bool {
        provisions
            .map(|provision| self.place(provision))
            .eq(expected.iter().copied())
    }

    /// Compares the assessments.
    ///
    /// # Panics
    ///
    /// If they differ.
    pub fn assess(&self, moment: Moment, values: &Values, declined: u32) {
        let (on, facts, settings) = self.core(moment, values, declined);
        let got = self.page.law().assess(on, &facts, settings);
        let naive = self.naive(moment, values, declined);
        let expected = naive::assess::assess(&self.page.naive, &naive);
        let same = match (&got, &expected) {
            (Err(got), Err(expected)) => got.name() == expected.word(),
            (Ok(got), Ok(expected)) => {
                let obligations = self.obligations.iter().enumerate();
                let obligations = obligations
                    .filter(|(place, _)| expected.obligations & 1 << place != 0)
                    .map(|(_, obligation)| *obligation);
                let conflict = expected.conflict.map(|row| &self.page.naive.conflicts[row]);
                let conflict = conflict.map_or(&[][..], |row| &row.provisions);
                got.possible == obligations.collect()
                    && self.set(got.basis()) == expected.basis
                    && got.ask == expected.ask.map(|place| self.facts[place])
                    && got.relevant == self.in_core(expected.relevant)
                    && got.holds_until.map(Date::from) == expected.holds_until
                    && self.is_list(got.conflict().into_iter().flatten(), conflict)
                    && self.is_list(got.cautions(), &expected.cautions)
                    && (got.law_known == LawKnown::Known) == expected.known
            }
            _ => false,
        };
        assert!(
            same,
            "{}: {naive:?}\nlibrary: {got:?}\nnaive: {expected:?}",
            self.page.name
        );
    }

    /// Compares the plans.
    ///
    /// # Panics
    ///
    /// If they differ.
    pub fn plan(&self, moment: Moment, values: &Values, declined: u32) {
        let (on, facts, settings) = self.core(moment, values, declined);
        let got = self.page.law().plan(on, &facts, settings);
        let naive = self.naive(moment, values, declined);
        let expected = naive::plan::plan(&self.page.naive, &naive);
        let same = match (&got, &expected) {
            (Err(got), Err(expected)) => got.name() == expected.word(),
            (Ok(got), Ok(expected)) => {
                let goals = self.goals.iter().enumerate();
                let blocked = goals
                    .filter(|(place, _)| expected.blocked & 1 << place != 0)
                    .map(|(_, goal)| *goal);
                let channels = FACTS[fact::VISA_CHANNEL].1.iter().enumerate();
                let ways_out = channels
                    .filter(|(place, _)| expected.ways_out & 1 << place != 0)
                    .filter_map(|(_, word)| VisaChannel::from_name(word));
                // To obtain the document the library names a provision of the rules; the model asks for none.
                let steps = got.steps().map(|step| {
                    let provisions = match step.step {
                        Step::ObtainDocument => naive::set::Set::default(),
                        _ => self.set(step.provisions()),
                    };
                    (step.step, provisions)
                });
                let expected_steps = expected.steps.iter();
                let expected_steps =
                    expected_steps.map(|(word, set)| (self.steps[usize::from(*word)], *set));
                got.verdict.name() == expected.verdict.word()
                    && steps.eq(expected_steps)
                    && got.blocked == blocked.collect()
                    && self.is_list(got.basis(), &expected.basis)
                    && got.ask == expected.ask.map(|place| self.facts[place])
                    && got.ways_out == ways_out.collect()
                    && self.is_list(got.cautions(), &expected.cautions)
                    && (got.law_known == LawKnown::Known) == expected.known
            }
            _ => false,
        };
        assert!(
            same,
            "{}: {naive:?}\nlibrary: {got:?}\nnaive: {expected:?}",
            self.page.name
        );
    }
}

/// How many combinations of known and unknown values there are of some facts.
pub fn combinations(facts: &[usize]) -> usize {
    facts.iter().map(|fact| FACTS[*fact].1.len() + 1).product()
}

/// The combination with this number of known and unknown values of some facts; all other facts are unknown.
pub fn combination(facts: &[usize], number: usize) -> Values {
    let mut rest = number;
    let mut values = [None; 18];
    for fact in facts {
        // The next digit of the number; 0 is unknown.
        let count = FACTS[*fact].1.len() + 1;
        let digit = u8::try_from(rest % count).expect("few");
        values[*fact] = digit.checked_sub(1);
        rest /= count;
    }
    values
}
