//! Every text: of the library, of the built-in law and of the kiosk.

use std::collections::HashMap;
use std::sync::LazyLock;

use kz_rules_core::{Edition, Language, Law, Text, TextForm, Vocabulary, glossary_lines};

use crate::tools::read;

/// A text: label and sentence.
pub type Told = (Option<&'static str>, Option<&'static str>);

/// The name of the set of the kiosk's phrases.
pub const PHRASES: &str = "phrase";

/// The names of the sets: those of the library and the law, then the kiosk's.
pub fn sets() -> impl Iterator<Item = &'static str> {
    Vocabulary::ALL.iter().map(|of| of.name()).chain([PHRASES])
}

/// The words of a set, in order, each with its texts in a language.
///
/// # Panics
///
/// If there is no such set.
pub fn set(language: Language, of: &str) -> Vec<(&'static str, Told)> {
    if of == PHRASES {
        return phrases(language);
    }
    let of = Vocabulary::from_name(of).unwrap_or_else(|| panic!("no set is called {of}"));
    let law = Law::BUILT_IN;
    let numbers: Vec<(&'static str, u16)> = match of {
        Vocabulary::Document => {
            let all = law.all_documents();
            all.map(|entry| (entry.id(), entry.row().number()))
                .collect()
        }
        Vocabulary::Edition => (1..)
            .map_while(|number| Some((law.edition_name(Edition::new(number))?, number.into())))
            .collect(),
        Vocabulary::Provision => {
            let all = law.all_provisions();
            all.map(|entry| (entry.id(), entry.row().provision().number()))
                .collect()
        }
        _ => {
            let text = |text: Option<Text<'static>>| text.map(|text| text.as_str());
            return glossary_lines(language, of)
                .map(|(word, label, sentence)| (word, (text(label), text(sentence))))
                .collect();
        }
    };
    let told = |number| {
        let text = |form| {
            law.text(language, of, number, form)
                .map(|text| text.as_str())
        };
        (text(TextForm::Label), text(TextForm::Sentence))
    };
    numbers
        .into_iter()
        .map(|(word, number)| (word, told(number)))
        .collect()
}

/// The names of the kiosk's phrases in C, without `PHRASE_`, in order.
pub fn phrase_names() -> impl Iterator<Item = String> {
    let header = read("examples/kiosk/text/phrases.h");
    let names = header.lines().filter_map(|line| {
        let name = line.strip_prefix("    PHRASE_")?;
        Some(name.split([',', ' ']).next()?.to_owned())
    });
    names.collect::<Vec<_>>().into_iter()
}

/// The kiosk's own phrases, in the order of the language's file.
fn phrases(language: Language) -> Vec<(&'static str, Told)> {
    static ALL: LazyLock<HashMap<Language, Vec<(&'static str, Told)>>> = LazyLock::new(|| {
        let all = Language::ALL.iter();
        all.map(|language| (*language, read_phrases(*language)))
            .collect()
    });
    ALL[&language].clone()
}

fn read_phrases(language: Language) -> Vec<(&'static str, Told)> {
    let file = format!("examples/kiosk/text/phrases.{language}.inc");
    let text: &'static str = read(&file).leak();
    let lines = text.lines().filter(|line| line.starts_with("PHRASE"));
    lines
        .map(|line| {
            let strings: Vec<_> = line.split('"').collect();
            let [name, label, ", ", sentence, ")"] = *strings else {
                panic!("{file}: {line}");
            };
            let name = name
                .strip_prefix("PHRASE(")
                .and_then(|name| name.strip_suffix(", "));
            let word = name.unwrap_or_else(|| panic!("{file}: {line}"));
            let given = |text: &'static str| Some(text).filter(|text| !text.is_empty());
            let word: &'static str = word.to_lowercase().leak();
            (word, (given(label), given(sentence)))
        })
        .collect()
}

/// The text of a phrase of the kiosk: label and sentence.
///
/// # Panics
///
/// If there is no such phrase.
pub fn phrase(language: Language, word: &str) -> Told {
    let all = phrases(language);
    let found = all.into_iter().find(|line| line.0 == word);
    found.unwrap_or_else(|| panic!("{word} is no phrase")).1
}
