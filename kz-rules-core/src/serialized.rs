//! What `serde` writes and reads. Values are the legal model's words, days are `2026-11-27`, provisions and editions are
//! their permanent numbers, since names belong to a law. Facts are a map of those that are known.
//!
//! Facts, questions and answers hold personal data: even the end of an answer's validity can be a birthday. For storage
//! there are `Ticket` and `Receipt`. Errors of reading facts or days never show the input. Facts are read from
//! self-describing formats, such as JSON, CBOR and RON; answers contain lists whose length is not known beforehand.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{self, SerializeMap, SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

use crate::base::set::Value;
use crate::{
    Answer, Assessment, Birth, BirthPrecision, Day, Duty, Error, Fact, Facts, ParseError, Plan,
    PlanStep, Provision, Set,
};

/// Writes and reads the values of a closed set as their words.
macro_rules! by_name {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::serialized::read_text(deserializer)
            }
        }
    };
}
pub(crate) use by_name;

/// Reads a value from its text.
pub(crate) fn read_text<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err = ParseError>,
    D: Deserializer<'de>,
{
    if deserializer.is_human_readable() {
        // A format that was asked for a text would show the wrong input in its error.
        deserializer.deserialize_any(Text(PhantomData))
    } else {
        deserializer.deserialize_str(Text(PhantomData))
    }
}

/// Wrong input may be personal data: it is not shown.
const NOT_A_TEXT: &str = "a text was expected";

macro_rules! not_shown {
    ($error:ident: $($method:ident($kind:ty)),+) => { $(
        fn $method<E: de::Error>(self, _: $kind) -> Result<Self::Value, E> {
            Err(E::custom($error))
        }
    )+ };
}

struct Text<T>(PhantomData<T>);

impl<T: FromStr<Err = ParseError>> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(E::custom)
    }

    /// Yes or no, for types that have these values.
    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<T, E> {
        self.visit_str(Answer::from(yes).name())
    }

    not_shown! { NOT_A_TEXT: visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_bytes(&[u8]) }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer)
    }
}

/// A birth date as its text, which its `Debug` does not show.
struct Written(Birth);

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some((precision, first)) = self.0.known() else {
            return Ok(());
        };
        let (year, month) = (first.year(), first.month());
        match precision {
            BirthPrecision::Year => write!(f, "{year:04}"),
            BirthPrecision::Month => write!(f, "{year:04}-{month:02}"),
            BirthPrecision::Day => write!(f, "{first}"),
        }
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The known part; none if nothing is known.
impl Serialize for Birth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.is_supported() {
            return Err(ser::Error::custom(Error::BirthNotSupported));
        }
        match self.known() {
            Some(_) => serializer.serialize_some(&Written(*self)),
            None => serializer.serialize_none(),
        }
    }
}

impl<'de> Deserialize<'de> for Birth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Known)
    }
}

struct Known;

impl<'de> Visitor<'de> for Known {
    type Value = Birth;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a birth date as a text, or none")
    }

    fn visit_none<E: de::Error>(self) -> Result<Birth, E> {
        Ok(Birth::UNKNOWN)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Birth, E> {
        Ok(Birth::UNKNOWN)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Birth, D::Error> {
        read_text(deserializer)
    }
}

impl<T: Value + Serialize> Serialize for Set<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self)
    }
}

impl<'de, T: Value + Deserialize<'de>> Deserialize<'de> for Set<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Values(PhantomData))
        } else {
            deserializer.deserialize_seq(Values(PhantomData))
        }
    }
}

struct Values<T>(PhantomData<T>);

const NOT_A_LIST: &str = "a list of words was expected";

impl<'de, T: Value + Deserialize<'de>> Visitor<'de> for Values<T> {
    type Value = Set<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Set<T>, A::Error> {
        let mut set = Set::EMPTY;
        while let Some(value) = values.next_element()? {
            set.insert(value);
        }
        Ok(set)
    }

    not_shown! {
        NOT_A_LIST: visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_str(&str), visit_bytes(&[u8])
    }
}

/// The possible values of a fact, one bit each. One value is written as its word, several as a list.
struct Possible(u32, &'static [&'static str]);

impl Serialize for Possible {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(bits, names) = *self;
        let possible = || {
            let numbered = (0u32..).zip(names);
            numbered.filter(move |(place, _)| bits.unbounded_shr(*place) & 1 != 0)
        };
        let mut named = possible().map(|(_, name)| *name);
        match (named.next(), named.next()) {
            (Some(name), None) => serializer.serialize_str(name),
            _ => serializer.collect_seq(possible().map(|(_, name)| *name)),
        }
    }
}

/// A map by the names of the facts: the birth date, each fact about which something is known, and the declined facts.
impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for fact in Fact::ALL {
            let (bits, names) = (self.possible(*fact), fact.value_names());
            if *fact == Fact::Birth && self.birth() != Birth::UNKNOWN {
                map.serialize_entry(fact.name(), &self.birth())?;
            } else if (bits.count_ones() as usize) < names.len() {
                map.serialize_entry(fact.name(), &Possible(bits, names))?;
            }
        }
        if !self.declined().is_empty() {
            map.serialize_entry(DECLINED, &self.declined())?;
        }
        map.end()
    }
}

const DECLINED: &str = "declined";

/// A fact that is missing or null is not known; `true` and `false` are read as yes and no.
impl<'de> Deserialize<'de> for Facts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfFacts)
    }
}

struct OfFacts;

const NOT_A_MAP: &str = "facts by their names were expected";

impl<'de> Visitor<'de> for OfFacts {
    type Value = Facts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("facts by their names")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Facts, A::Error> {
        let mut facts = Facts::default();
        let mut told = Set::EMPTY;
        let mut has_declined = false;
        while let Some(key) = map.next_key::<Key>()? {
            let is_new = match key {
                Key::Declined => !core::mem::replace(&mut has_declined, true),
                Key::Fact(fact) => told.insert(fact),
            };
            if !is_new {
                return Err(de::Error::custom("a fact is told twice"));
            }
            facts = match key {
                Key::Declined => facts.with_declined(map.next_value()?),
                Key::Fact(Fact::Birth) => facts.born(map.next_value::<Birth>()?),
                Key::Fact(fact) => {
                    let value = map.next_value_seed(ValuesOf(fact))?;
                    value.map_or(facts, |bits| facts.with_possible(fact, bits))
                }
            };
        }
        Ok(facts)
    }

    not_shown! {
        NOT_A_MAP: visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_str(&str), visit_bytes(&[u8])
    }
}

/// A name in the map of facts.
enum Key {
    Fact(Fact),
    Declined,
}

impl FromStr for Key {
    type Err = ParseError;

    fn from_str(name: &str) -> Result<Self, ParseError> {
        match name {
            DECLINED => Ok(Self::Declined),
            name => name.parse().map(Self::Fact),
        }
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer)
    }
}

/// The values of a fact, one bit each; none if it is not known.
#[derive(Clone, Copy)]
struct ValuesOf(Fact);

impl ValuesOf {
    fn bit_of<E: de::Error>(self, word: &str) -> Result<u32, E> {
        let (fact, names) = (self.0, self.0.value_names());
        let place = (0u32..).zip(names).find(|(_, name)| **name == word);
        let (place, _) = place.ok_or_else(|| E::custom(ParseError::word(fact.name(), names)))?;
        Ok(1u32.unbounded_shl(place))
    }
}

impl<'de> DeserializeSeed<'de> for ValuesOf {
    type Value = Option<u32>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<u32>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

const NOT_VALUES: &str = "a word or a list of words was expected";

impl<'de> Visitor<'de> for ValuesOf {
    type Value = Option<u32>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word or a list of words")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Option<u32>, E> {
        Ok(None)
    }

    fn visit_none<E: de::Error>(self) -> Result<Option<u32>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<u32>, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Option<u32>, E> {
        self.bit_of(Answer::from(yes).name()).map(Some)
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Option<u32>, E> {
        self.bit_of(word).map(Some)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut words: A) -> Result<Option<u32>, A::Error> {
        let mut bits = 0;
        while let Some(bit) = words.next_element_seed(self)? {
            bits |= bit.ok_or_else(|| de::Error::custom(NOT_VALUES))?;
        }
        Ok((bits != 0).then_some(bits))
    }

    not_shown! { NOT_VALUES: visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_bytes(&[u8]) }
}

impl Serialize for Provision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.number())
    }
}

impl<'de> Deserialize<'de> for Provision {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u16::deserialize(deserializer)?;
        Self::from_number(number).ok_or_else(|| de::Error::custom("provisions are numbered from 1"))
    }
}

/// The items of an iterator, as a list; the function starts the iterator.
struct List<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}

/// The duties of an answer that the law has, by their names.
struct Duties<'a>(&'a Assessment<'a>);

impl Serialize for Duties<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let provision = |duty: &Duty| Some((*duty, self.0.duty(*duty)?));
        serializer.collect_map(Duty::ALL.iter().filter_map(provision))
    }
}

/// The fields, and the results of the methods of the same names; `obligation` is the only possible one.
impl Serialize for Assessment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut answer = serializer.serialize_struct("Assessment", 10)?;
        answer.serialize_field("obligation", &self.possible.single())?;
        answer.serialize_field("possible", &self.possible)?;
        answer.serialize_field("ask", &self.ask)?;
        answer.serialize_field("relevant", &self.relevant)?;
        answer.serialize_field("holds_until", &self.holds_until)?;
        answer.serialize_field("law_known", &self.law_known)?;
        answer.serialize_field("basis", &List(|| self.basis()))?;
        answer.serialize_field("conflict", &self.conflict())?;
        answer.serialize_field("cautions", &List(|| self.cautions()))?;
        answer.serialize_field("duties", &Duties(self))?;
        answer.end()
    }
}

/// The fields, and the results of the methods of the same names.
impl Serialize for Plan<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut plan = serializer.serialize_struct("Plan", 9)?;
        plan.serialize_field("verdict", &self.verdict)?;
        plan.serialize_field("steps", &List(|| self.steps()))?;
        plan.serialize_field("blocked", &self.blocked)?;
        plan.serialize_field("ask", &self.ask)?;
        plan.serialize_field("relevant", &self.relevant)?;
        plan.serialize_field("ways_out", &self.ways_out)?;
        plan.serialize_field("law_known", &self.law_known)?;
        plan.serialize_field("basis", &List(|| self.basis()))?;
        plan.serialize_field("cautions", &List(|| self.cautions()))?;
        plan.end()
    }
}

impl Serialize for PlanStep<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut step = serializer.serialize_struct("PlanStep", 2)?;
        step.serialize_field("step", &self.step)?;
        step.serialize_field("provisions", &List(|| self.provisions()))?;
        step.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Action, Law, Occasion, Settings, Standing, Stay, StayRule, TermQuestion, Treaty, assess,
        day, plan,
    };
    use serde_json::{Value as Json, from_value, json, to_value};

    fn facts() -> Facts {
        Facts::default()
            .standing([Standing::Foreigner, Standing::Stateless])
            .occasion(Occasion::Visa)
            .born(Birth::month(1990, 5))
            .fingerprinted(false)
            .decline(Fact::Action)
    }

    #[test]
    fn facts_are_a_map_of_what_is_known() {
        let written = json!({
            "occasion": "visa",
            "standing": ["foreigner", "stateless"],
            "birth": "1990-05",
            "fingerprinted": "no",
            "declined": ["action"],
        });
        assert_eq!(to_value(facts()).unwrap(), written);
        assert_eq!(from_value::<Facts>(written).unwrap(), facts());
        assert_eq!(to_value(Facts::default()).unwrap(), json!({}));
    }

    #[test]
    fn every_value_of_every_fact_comes_back() {
        for fact in Fact::ALL {
            for name in fact.value_names() {
                let told = Facts::default().tell(*fact, name).unwrap();
                let back = from_value(to_value(told).unwrap()).unwrap();
                assert_eq!(told, back, "{fact} {name}");
            }
        }
        for birth in ["1990", "1990-05", "1990-05-17"] {
            let told = Facts::default().tell(Fact::Birth, birth).unwrap();
            assert_eq!(to_value(told).unwrap(), json!({ "birth": birth }));
        }
    }

    #[test]
    fn null_is_not_known_and_true_is_yes() {
        let read = json!({ "occasion": null, "birth": null, "may_enter": true, "declined": [] });
        let read: Facts = from_value(read).unwrap();
        assert_eq!(read, Facts::default().may_enter(true));
    }

    #[test]
    fn unreadable_input_is_named_and_not_shown() {
        let wrong = |facts: Json| from_value::<Facts>(facts).unwrap_err().to_string();
        let birth = [
            json!("17.05.1990"),
            json!(19_900_517),
            json!(19.9),
            json!(true),
        ];
        for birth in birth {
            let said = wrong(json!({ "birth": birth }));
            assert!(!said.contains("19"), "{said}");
            assert!(!said.contains("17.05") && !said.contains("0517"), "{said}");
        }
        let said = wrong(json!({ "standing": "alien" }));
        assert_eq!(
            said,
            "not a value of standing: expected citizen, foreigner or stateless"
        );
        assert!(wrong(json!({ "nationality": "x" })).starts_with("not a value of Fact"));
        assert!(wrong(json!({ "standing": true })).contains("standing"));
        let twice: Result<Facts, _> =
            serde_json::from_str(r#"{"standing":"citizen","standing":"foreigner"}"#);
        assert!(
            twice
                .unwrap_err()
                .to_string()
                .starts_with("a fact is told twice")
        );
        // In place of anything.
        for secret in [
            json!("1990-05-17"),
            json!(19_900_517),
            json!([19_900_517]),
            json!(["1990-05-17"]),
        ] {
            let of_facts = Fact::ALL.iter().map(|fact| fact.name()).chain([DECLINED]);
            let mut all: std::vec::Vec<_> = of_facts
                .map(|name| wrong_unless(json!({ name: secret })))
                .collect();
            all.push(wrong_unless(secret.clone()));
            for said in all {
                assert!(!said.contains("1990") && !said.contains("0517"), "{said}");
            }
            let stay = json!({ "entered": secret, "left": null });
            let said = from_value::<Stay>(stay)
                .map_or_else(|error| error.to_string(), |_| std::string::String::new());
            assert!(!said.contains("1990") && !said.contains("0517"), "{said}");
        }
        let unsupported = to_value(Facts::default().born(Birth::year(0)));
        assert!(unsupported.is_err());
    }

    /// The error for these facts; empty if they can be read.
    fn wrong_unless(facts: Json) -> std::string::String {
        from_value::<Facts>(facts)
            .map_or_else(|error| error.to_string(), |_| std::string::String::new())
    }

    #[test]
    fn a_misspelt_name_is_refused() {
        assert!(from_value::<Settings>(json!({ "edtion": 2 })).is_err());
        assert!(from_value::<StayRule>(json!({ "per_entri": 30 })).is_err());
        let stay = json!({ "entered": "2026-03-01", "left": null, "letf": "2026-03-02" });
        assert!(from_value::<Stay>(stay).is_err());
        let question =
            json!({ "from": "2026-08-03", "on": "2026-08-20", "stay_untill": "2026-08-10" });
        assert!(from_value::<TermQuestion>(question).is_err());
    }

    #[test]
    fn answers_are_their_fields_and_methods() {
        let facts = facts()
            .standing(Standing::Foreigner)
            .action(Action::FirstIssue);
        let answer = assess(day(2026, 11, 27), &facts, Settings::default()).unwrap();
        let written = to_value(answer).unwrap();
        assert_eq!(written["obligation"], json!("mandatory"));
        let basis: std::vec::Vec<_> = answer.basis().map(Provision::number).collect();
        assert_eq!(written["basis"], json!(basis));
        assert_eq!(written["duties"].as_object().unwrap().len(), {
            let duties = answer.duties().unwrap();
            duties.iter().flatten().count()
        });
        let plan = plan(day(2026, 11, 27), &facts, Settings::default()).unwrap();
        let written = to_value(plan).unwrap();
        assert_eq!(written["verdict"], json!(plan.verdict.name()));
        let steps = written["steps"].as_array().unwrap();
        assert!(
            plan.steps()
                .map(|step| step.step.name())
                .eq(steps.iter().map(|step| step["step"].as_str().unwrap()))
        );
    }

    #[test]
    fn questions_are_read() {
        let settings: Settings = from_value(json!({ "age_reading": "day_after" })).unwrap();
        assert_eq!(settings.edition.number(), 1);
        let rule: StayRule = from_value(json!({ "per_entry": 30 })).unwrap();
        assert_eq!((rule.per_entry, rule.total), (Some(30), None));
        let stay: Stay = from_value(json!({ "entered": "2026-03-01", "left": null })).unwrap();
        assert!(stay.entered == day(2026, 3, 1) && stay.left.is_none());
        let question = TermQuestion::from(day(2026, 8, 3)).treaty(Treaty::Days(30));
        let written = to_value(question).unwrap();
        assert_eq!(written["treaty"], json!({ "days": 30 }));
        assert!(from_value::<TermQuestion>(written).unwrap() == question);
        let short = json!({ "from": "2026-08-03", "on": "2026-08-20", "arrived_to_live": true });
        let read: TermQuestion = from_value(short).unwrap();
        let law = Law::BUILT_IN;
        let answer = law
            .term(crate::Term::Registration, &read, &law.calendar())
            .unwrap();
        let written = to_value(&answer).unwrap();
        assert_eq!(
            written["outcome"]["window"]["strict"],
            to_value(answer.window().unwrap().strict).unwrap()
        );
    }
}
