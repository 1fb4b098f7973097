//! The columns of answers: dictionaries of words, and days.

use std::sync::Arc;

use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, Date32Array, DictionaryArray, Int8Array, StringArray};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{DataType, Field};
use kz_rules_core::{Edition, Error, Fact, HOLDS_FOREVER, Obligation, RowError, Rule, Set};

use crate::law::Law;

/// A column of answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Obligation,
    Obligations,
    Basis,
    Ask,
    HoldsUntil,
    Status,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::Obligation,
        Self::Obligations,
        Self::Basis,
        Self::Ask,
        Self::HoldsUntil,
        Self::Status,
    ];
    pub(super) const NAMES: [&str; 6] = [
        "obligation",
        "obligations",
        "basis",
        "ask",
        "holds_until",
        "status",
    ];
    /// The columns by default.
    pub(super) const DEFAULT: [Self; 3] = [Self::Obligation, Self::Basis, Self::Ask];

    pub(super) fn from_name(name: &str) -> Option<Self> {
        let mut named = Self::ALL.into_iter().zip(Self::NAMES);
        named.find(|(_, word)| *word == name).map(|(kind, _)| kind)
    }

    fn name(self) -> &'static str {
        let mut named = Self::ALL.into_iter().zip(Self::NAMES);
        named
            .find(|(kind, _)| *kind == self)
            .map_or("", |(_, name)| name)
    }
}

/// What is wrong with a row, as a number: 0 if nothing is.
#[derive(Clone, Copy, Default)]
pub(super) struct Status(u8);

impl Status {
    const FACTS: u8 = 4;
    const ERRORS: u8 = Self::FACTS + 20;
    const COUNT: u8 = 128;

    pub(super) fn is_ok(self) -> bool {
        self.0 == 0
    }

    pub(super) fn error(self) -> Option<RowError> {
        match self.0 {
            0 => None,
            1 => Some(RowError::On),
            2 => Some(RowError::Birth),
            3 => Some(RowError::Declined),
            Self::FACTS..Self::ERRORS => {
                Fact::from_code(self.0.wrapping_sub(Self::FACTS)).map(RowError::Fact)
            }
            _ => Error::from_code(self.0.wrapping_sub(Self::ERRORS)).map(RowError::Assess),
        }
    }

    /// Its name, as in the C interface.
    pub(super) fn word(self) -> String {
        self.error()
            .map_or_else(|| "ok".to_owned(), |error| error.name().to_string())
    }
}

impl From<Result<(), RowError>> for Status {
    fn from(answer: Result<(), RowError>) -> Self {
        Self(match answer {
            Ok(()) => 0,
            Err(RowError::On) => 1,
            Err(RowError::Birth) => 2,
            Err(RowError::Declined) => 3,
            Err(RowError::Fact(fact)) => fact.code().wrapping_add(Self::FACTS),
            Err(RowError::Assess(error)) => error.code().wrapping_add(Self::ERRORS),
        })
    }
}

impl From<Status> for usize {
    fn from(status: Status) -> Self {
        status.0.into()
    }
}

/// The number of sets of obligations.
const SETS: u32 = 1 << Obligation::ALL.len();

/// The key of a number without a word.
const NONE: i8 = -1;

/// A wanted column, with its words.
pub(super) struct Wanted {
    pub(super) kind: Kind,
    /// The words, each once.
    words: ArrayRef,
    /// For each number, the place of its word; words are added when needed.
    keys: Vec<i8>,
}

impl Wanted {
    pub(super) fn new(kind: Kind, law: &Law, edition: Edition) -> Self {
        let set = |bits: u32| Set::<Obligation>::from_bits(bits);
        let mut words = Words::default();
        match kind {
            Kind::Obligation => {
                for bits in 0..SETS {
                    words.push(set(bits).single().map(Obligation::name));
                }
            }
            Kind::Obligations => {
                for bits in 0..SETS {
                    let names: Vec<_> = set(bits).iter().map(Obligation::name).collect();
                    words.push((bits != 0).then(|| names.join("|")).as_deref());
                }
            }
            Kind::Basis => {
                let rows = law.rules().sections().editions;
                let rows = rows
                    .get(usize::from(edition.number()).wrapping_sub(1))
                    .copied()
                    .unwrap_or_default();
                for row in rows {
                    let basis = Rule::from(row).basis();
                    words.put(basis.number().into(), &law.id(basis));
                }
            }
            Kind::Ask => {
                words.push(None);
                for fact in Fact::ALL {
                    words.push(fact.is_asked().then_some(fact.name()));
                }
            }
            Kind::Status => {
                for number in 0..Status::COUNT {
                    let status = Status(number);
                    let exists = status.is_ok() || status.error().is_some();
                    words.push(exists.then(|| status.word()).as_deref());
                }
            }
            Kind::HoldsUntil => {}
        }
        Self {
            kind,
            words: Arc::new(StringArray::from(words.words)),
            keys: words.keys,
        }
    }

    pub(super) fn field(&self) -> Field {
        let kind = match self.kind {
            Kind::HoldsUntil => DataType::Date32,
            _ => DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8)),
        };
        Field::new(self.kind.name(), kind, true)
    }

    /// Room for the answers of this many rows.
    pub(super) fn room_for(&self, count: usize) -> Made {
        match self.kind {
            Kind::HoldsUntil => Made::Days(Vec::with_capacity(count)),
            _ => Made::Keys(Vec::with_capacity(count)),
        }
    }

    /// Adds the words of some numbers.
    pub(super) fn add<N: Copy + Into<usize>>(&self, made: &mut Made, numbers: &[N]) {
        let key = |number: &N| self.keys.get((*number).into()).copied().unwrap_or(NONE);
        if let Made::Keys(keys) = made {
            keys.extend(numbers.iter().map(key));
        }
    }

    /// The column.
    pub(super) fn column(&self, made: Made) -> ArrayRef {
        match made {
            Made::Days(days) => {
                let nulls = bits(&days, |day| *day != HOLDS_FOREVER);
                Arc::new(Date32Array::new(days.into(), Some(nulls)))
            }
            Made::Keys(mut keys) => {
                let mut nulls = None;
                if keys.contains(&NONE) {
                    nulls = Some(bits(&keys, |key| *key != NONE));
                    for key in &mut keys {
                        *key = (*key).max(0);
                    }
                }
                let keys = Int8Array::new(keys.into(), nulls);
                // SAFETY: each key is the place of a word, or null.
                Arc::new(unsafe {
                    DictionaryArray::<Int8Type>::new_unchecked(keys, self.words.clone())
                })
            }
        }
    }
}

/// A column of answers that is being made.
pub(super) enum Made {
    /// Places of words.
    Keys(Vec<i8>),
    /// Days until which answers hold.
    Days(Vec<i32>),
}

impl Made {
    /// Adds days; a row without an answer has none.
    pub(super) fn add_days(&mut self, days: &[i32], status: &[Status]) {
        let day =
            |(day, status): (&i32, &Status)| if status.is_ok() { *day } else { HOLDS_FOREVER };
        if let Self::Days(all) = self {
            all.extend(days.iter().zip(status).map(day));
        }
    }
}

/// A bit a row, eight rows a byte.
fn bits<T>(rows: &[T], is_told: impl Fn(&T) -> bool) -> NullBuffer {
    let byte = |rows: &[T]| {
        rows.iter()
            .rev()
            .fold(0u8, |byte, row| byte << 1 | u8::from(is_told(row)))
    };
    let bytes: Vec<u8> = rows.chunks(8).map(byte).collect();
    NullBuffer::new(BooleanBuffer::new(bytes.into(), 0, rows.len()))
}

/// Words, each once, and the number of each.
#[derive(Default)]
struct Words {
    words: Vec<String>,
    keys: Vec<i8>,
}

impl Words {
    /// The word of the next number, if it has one.
    fn push(&mut self, word: Option<&str>) {
        let number = self.keys.len();
        match word {
            Some(word) => self.put(number, word),
            None => self.keys.push(NONE),
        }
    }

    /// The word of a number.
    fn put(&mut self, number: usize, word: &str) {
        if self.keys.len() <= number {
            self.keys.resize(number.saturating_add(1), NONE);
        }
        let place = self
            .words
            .iter()
            .position(|known| known == word)
            .unwrap_or_else(|| {
                self.words.push(word.to_owned());
                self.words.len().saturating_sub(1)
            });
        if let Some(key) = self.keys.get_mut(number) {
            *key = i8::try_from(place).unwrap_or(NONE);
        }
    }
}
