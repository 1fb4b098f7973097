//! Rules for texts: those of the library, of the law and of the kiosk. docs/glossary.md shows them, and
//! docs/reviewed-texts.csv lists those that a speaker of the language has read.

use std::collections::{BTreeMap, BTreeSet};

use kz_rules_core::Language;
use kz_rules_tests::glossary::{PHRASES, phrase_names, set, sets};
use kz_rules_tests::glossary_page;
use kz_rules_tests::tools::{is_committed, kiosk_sources, read};
use kz_rules_tests::vectors::table;

const LABEL_LIMIT: usize = 40;
const SENTENCE_LIMIT: usize = 160;

/// Words in Latin letters that are used unchanged in Kazakh and Russian.
const LATIN: [&str; 2] = ["QR", "VIII"];

/// Labels that are the same in two languages, because the word is.
const SAME: [&str; 7] = [
    "Виза",
    "Иммигрант",
    "Наурыз мейрамы",
    "Паспорт",
    "QR-код",
    "Реадмиссия",
    "Редакция",
];

/// A value, and its texts in a language.
struct Line {
    language: Language,
    of: &'static str,
    word: &'static str,
    label: Option<&'static str>,
    sentence: Option<&'static str>,
}

impl Line {
    fn texts(&self) -> impl Iterator<Item = &'static str> {
        self.label.into_iter().chain(self.sentence)
    }

    fn name(&self) -> String {
        format!("{}, {}, {}", self.language, self.of, self.word)
    }
}

/// The texts of the library, the law and the kiosk.
fn lines() -> impl Iterator<Item = Line> {
    Language::ALL.iter().flat_map(|language| {
        sets().flat_map(move |of| {
            let all = set(*language, of).into_iter();
            all.map(move |(word, (label, sentence))| Line {
                language: *language,
                of,
                word,
                label,
                sentence,
            })
        })
    })
}

/// The lines that break a rule, by name.
fn wrong(breaks: impl Fn(&Line) -> bool) -> Vec<String> {
    lines().filter(breaks).map(|line| line.name()).collect()
}

const NONE: Vec<String> = Vec::new();

#[test]
fn every_phrase_has_a_label_in_every_language_and_is_used() {
    let sources: String = kiosk_sources()
        .filter(|(file, _)| !file.contains("/text/"))
        .map(|(_, text)| text)
        .collect();
    let said: BTreeSet<_> = sources
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter_map(|word| word.strip_prefix("PHRASE_"))
        .collect();
    for name in phrase_names().filter(|name| name != "NONE" && name != "COUNT") {
        for language in Language::ALL {
            let word = name.to_lowercase();
            let texts = set(*language, PHRASES);
            let found: Vec<_> = texts.iter().filter(|line| line.0 == word).collect();
            assert_eq!(found.len(), 1, "{language}: lines of {name}");
            assert!(found[0].1.0.is_some(), "{language}: label of {name}");
        }
        assert!(said.contains(name.as_str()), "the kiosk never says {name}");
    }
}

/// A C compiler would replace it with another character.
#[test]
fn no_text_of_the_kiosk_has_a_trigraph() {
    assert_eq!(
        wrong(|line| line.texts().any(|text| text.contains("??"))),
        NONE
    );
}

#[test]
fn texts_are_as_long_as_a_screen_allows() {
    let longer = |text: Option<&str>, limit| text.is_some_and(|text| text.chars().count() > limit);
    assert_eq!(wrong(|line| longer(line.label, LABEL_LIMIT)), NONE);
    assert_eq!(wrong(|line| longer(line.sentence, SENTENCE_LIMIT)), NONE);
}

#[test]
fn a_sentence_ends_as_one_and_a_label_does_not() {
    let ends = |text: &str| text.ends_with(['.', '?']);
    assert_eq!(
        wrong(|line| line.sentence.is_some_and(|text| !ends(text))),
        NONE
    );
    assert_eq!(
        wrong(|line| line
            .label
            .is_some_and(|text| text.ends_with(['.', '?', ':', ',', ' ']))),
        NONE
    );
    let begins =
        |text: &str| text.starts_with(|first: char| first.is_uppercase() || !first.is_alphabetic());
    assert_eq!(wrong(|line| line.texts().any(|text| !begins(text))), NONE);
    let spaced = |text: &str| {
        text.trim() != text
            || ["  ", " .", " ,", " :", " ;"]
                .iter()
                .any(|bad| text.contains(bad))
    };
    assert_eq!(wrong(|line| line.texts().any(spaced)), NONE);
}

/// Letters that Kazakh has and Russian does not.
const KAZAKH: &str = "әғқңөұүһіӘҒҚҢӨҰҮҺІ";

fn is_russian(letter: char) -> bool {
    matches!(letter, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')
}

/// Whether a word is written in the letters of its language, and not in some that only look like them.
fn is_spelt(language: Language, word: &str) -> bool {
    match language {
        Language::En => word.chars().all(|letter| letter.is_ascii_alphabetic()),
        Language::Ru => LATIN.contains(&word) || word.chars().all(is_russian),
        Language::Kk => {
            LATIN.contains(&word)
                || word
                    .chars()
                    .all(|letter| is_russian(letter) || KAZAKH.contains(letter))
        }
    }
}

#[test]
fn words_are_spelt_in_the_letters_of_their_language() {
    let misspelt = |line: &Line, text: &str| {
        text.split(|c: char| !c.is_alphabetic())
            .any(|word| !is_spelt(line.language, word))
    };
    assert_eq!(
        wrong(|line| line.texts().any(|text| misspelt(line, text))),
        NONE
    );
}

#[test]
fn a_font_needs_few_characters_besides_letters_and_digits() {
    let known = |c: char| c.is_alphabetic() || c.is_ascii_digit() || " .,:;?()-'№".contains(c);
    assert_eq!(
        wrong(|line| line.texts().any(|text| !text.chars().all(known))),
        NONE
    );
}

#[test]
fn every_language_has_the_same_values_in_the_same_forms() {
    let mut forms = BTreeMap::new();
    for line in lines() {
        let form = (line.label.is_some(), line.sentence.is_some());
        let first = *forms.entry((line.of, line.word)).or_insert(form);
        assert_eq!(form, first, "{}", line.name());
    }
    for of in sets() {
        let words = |language| set(language, of).into_iter().map(|line| line.0);
        let orders: BTreeSet<Vec<_>> = Language::ALL
            .iter()
            .map(|it| words(*it).collect())
            .collect();
        assert_eq!(orders.len(), 1, "{of}: {orders:?}");
    }
}

#[test]
fn every_language_names_the_same_numbers() {
    let numbers = |line: &Line| {
        let digits = |text: &str| {
            let mut all: Vec<_> = text
                .split(|c: char| !c.is_ascii_digit())
                .filter(|number| !number.is_empty())
                .map(str::to_owned)
                .collect();
            all.sort();
            all
        };
        (line.label.map(digits), line.sentence.map(digits))
    };
    let mut first = BTreeMap::new();
    let differs = |line: Line| {
        let now = numbers(&line);
        let before = first.entry((line.of, line.word)).or_insert(now.clone());
        (*before != now).then(|| format!("{}: {before:?}, {now:?}", line.name()))
    };
    let differing: Vec<_> = lines().filter_map(differs).collect();
    assert_eq!(differing, NONE);
}

#[test]
fn no_text_is_copied_from_another_language() {
    let mut seen = BTreeMap::new();
    let mut same = Vec::new();
    for line in lines() {
        for text in line.texts().filter(|text| !SAME.contains(text)) {
            let first = *seen.entry(text).or_insert(line.language);
            if first != line.language {
                same.push(format!("{}: {text}", line.name()));
            }
        }
    }
    assert_eq!(same, NONE);
}

#[test]
fn two_values_of_a_set_have_different_labels() {
    let mut seen = BTreeSet::new();
    let alike: Vec<_> = lines()
        .filter(|line| !seen.insert((line.language, line.of, line.label)))
        .map(|line| line.name())
        .collect();
    assert_eq!(alike, NONE);
}

#[test]
fn the_page_is_up_to_date() {
    is_committed("docs/glossary.md", &glossary_page::page(), "make docs");
}

#[test]
fn a_review_is_of_an_existing_text_and_names_the_reviewer() {
    let (names, lines) = table(read("docs/reviewed-texts.csv").as_bytes());
    let columns = [
        "language", "set", "word", "label", "sentence", "reviewer", "on",
    ];
    assert_eq!(names, columns);
    for line in lines {
        let language = Language::from_name(&line[0]).unwrap_or_else(|| panic!("{line:?}"));
        let of = sets().find(|of| *of == line[1]);
        let of = of.unwrap_or_else(|| panic!("{line:?}"));
        assert!(
            set(language, of).iter().any(|it| it.0 == line[2]),
            "{line:?}"
        );
        assert!(
            !line[5].is_empty() && line[6].len() == "2026-01-01".len(),
            "{line:?}"
        );
    }
}
