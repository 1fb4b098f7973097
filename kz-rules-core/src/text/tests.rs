//! Every value has its text, in every language of the build. How texts are written is checked in tests/tests/law/glossary.rs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Language, Text, TextForm, Vocabulary, glossary_lines, label, sentence};
use crate::law::built_in_for_tests;
use crate::{DayState, Edition, Error, Fact, Law, Obligation, Strings};

/// A line of a glossary.
struct Line {
    language: Language,
    of: Vocabulary,
    word: &'static str,
    label: Option<&'static str>,
    sentence: Option<&'static str>,
}

impl Line {
    fn name(&self) -> String {
        format!("{}, {}, {}", self.language, self.of, self.word)
    }
}

fn languages() -> impl Iterator<Item = Language> {
    let in_build = |language: &Language| !words(*language, Vocabulary::Language).is_empty();
    Language::ALL.iter().copied().filter(in_build)
}

/// The words of a set in a language.
fn words(language: Language, of: Vocabulary) -> Vec<&'static str> {
    glossary_lines(language, of).map(|line| line.0).collect()
}

/// Every line of a set in a language.
fn set(language: Language, of: Vocabulary) -> impl Iterator<Item = Line> {
    glossary_lines(language, of).map(move |(word, label, sentence)| Line {
        language,
        of,
        word,
        label: label.map(Text::as_str),
        sentence: sentence.map(Text::as_str),
    })
}

/// The texts of the law in a language, from `law/texts`, for the documents, editions, provisions and questions.
fn of_law(language: Language) -> Vec<Line> {
    let root = env!("CARGO_MANIFEST_DIR");
    let file = std::format!("{root}/law/texts/{}.md", language.name());
    let page: &'static str = std::fs::read_to_string(file).expect("texts").leak();
    let law = Law::BUILT_IN;
    let of = |id: &str| {
        if law.all_documents().any(|document| document.id() == id) {
            Vocabulary::Document
        } else if law.all_provisions().any(|provision| provision.id() == id) {
            Vocabulary::Provision
        } else {
            let edition = law.edition_by_name(id);
            assert!(edition.is_some(), "{id} is nothing of the law's");
            Vocabulary::Edition
        }
    };
    let rows = page.lines().filter(|line| line.starts_with('|')).skip(2);
    let line = |row: &'static str| {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [word, label, sentence] = *cells else {
            panic!("{language}: {row}");
        };
        Line {
            language,
            of: of(word),
            word,
            label: Some(label).filter(|text| !text.is_empty()),
            sentence: Some(sentence).filter(|text| !text.is_empty()),
        }
    };
    rows.map(line).collect()
}

/// What the library says, and what the law says.
fn lines() -> impl Iterator<Item = Line> {
    languages().flat_map(|language| {
        Vocabulary::ALL
            .iter()
            .flat_map(move |of| set(language, *of))
            .chain(of_law(language))
    })
}

/// The lines that break a rule, by name.
fn wrong(breaks: impl Fn(&Line) -> bool) -> Vec<String> {
    lines().filter(breaks).map(|line| line.name()).collect()
}

const NONE: Vec<String> = Vec::new();

#[test]
fn every_value_has_a_label() {
    assert_eq!(wrong(|line| line.label.is_none()), NONE);
}

#[test]
fn every_fact_has_a_question_and_every_provision_and_error_a_sentence() {
    let needs = [Vocabulary::Provision, Vocabulary::Obligation];
    let question = |line: &Line| line.sentence.is_some_and(|text| text.ends_with('?'));
    assert_eq!(
        wrong(|line| line.of == Vocabulary::Fact && !question(line)),
        NONE
    );
    assert_eq!(
        wrong(|line| needs.contains(&line.of) && (line.sentence.is_none() || question(line))),
        NONE
    );
    for language in languages() {
        let without = |error: &&Error| sentence(language, **error).is_none();
        assert_eq!(Error::ALL.iter().find(without), None, "{language}");
    }
}

#[test]
fn every_language_has_the_same_values_in_the_same_forms() {
    let mut forms = BTreeMap::new();
    for line in lines() {
        let form = (line.label.is_some(), line.sentence.is_some());
        let first = *forms.entry((line.of, line.word)).or_insert(form);
        assert_eq!(form, first, "{}", line.name());
    }
    for of in Vocabulary::ALL {
        let orders: BTreeSet<_> = languages().map(|language| words(language, *of)).collect();
        assert!(orders.len() <= 1, "{of}: {orders:?}");
    }
}

/// The text of a value of the library's sets.
fn text_of(
    language: Language,
    of: Vocabulary,
    number: u16,
    form: TextForm,
) -> Option<&'static str> {
    Law::BUILT_IN
        .text(language, of, number, form)
        .map(Text::as_str)
}

#[test]
fn a_text_is_found_by_its_value() {
    for language in languages() {
        for error in Error::ALL {
            let place = words(language, Vocabulary::Status)
                .iter()
                .position(|word| *word == error.name())
                .expect("it builds");
            let line = set(language, Vocabulary::Status)
                .nth(place)
                .expect("a line");
            assert_eq!(label(language, *error).map(Text::as_str), line.label);
            assert_eq!(sentence(language, *error).map(Text::as_str), line.sentence);
        }
    }
    #[cfg(feature = "text-en")]
    {
        let text = |text: Option<Text<'static>>| text.map(Text::as_str);
        let en = Language::En;
        assert_eq!(text(label(en, Obligation::Mandatory)), Some("Mandatory"));
        assert_eq!(
            text(sentence(en, Obligation::Mandatory)),
            Some("Fingerprinting is mandatory.")
        );
        assert_eq!(text(label(en, DayState::Overdue)), Some("Late"));
        assert_eq!(
            text(sentence(en, Fact::HasIin)),
            Some("Do you have an IIN?")
        );
        assert_eq!(text(sentence(en, Language::En)), None);
        let last = label(en, Error::IinCheckDigit).expect("a label");
        assert_eq!(last.as_c_str(), c"Wrong check digit of the IIN");
    }
    let _ = (Obligation::ALL, DayState::ALL, Fact::ALL);
}

#[test]
fn every_language_has_texts_for_the_law_in_the_order_of_its_page() {
    let law = Law::BUILT_IN;
    let documents = law.all_documents().map(|document| document.id());
    let editions = (1..).map_while(|number| law.edition_name(Edition::new(number)));
    let provisions = law.all_provisions().map(|provision| provision.id());
    let expected: Vec<_> = documents.chain(editions).chain(provisions).collect();
    for language in languages() {
        let found: Vec<_> = of_law(language).iter().map(|line| line.word).collect();
        assert_eq!(found, expected, "{language}");
    }
}

#[test]
fn a_text_of_a_law_is_found_by_the_number_that_the_law_gives() {
    let built_in = built_in_for_tests();
    for language in languages() {
        let lines = of_law(language);
        // The language's name, then two texts of each thing.
        let mut texts = std::string::String::from("Name\0");
        for text in lines.iter().flat_map(|line| [line.label, line.sentence]) {
            texts.push_str(text.unwrap_or_default());
            texts.push('\0');
        }
        let mut sections = *built_in;
        sections.texts = [Strings::new(""); 3];
        sections.texts[usize::from(language.code()) - 1] = Strings::new(&texts);
        let law = Law::from(&sections);
        let number = |line: &Line| match line.of {
            Vocabulary::Document => {
                let mut all = law.all_documents();
                let found = all.find(|document| document.id() == line.word);
                found.map(|document| document.row().number())
            }
            Vocabulary::Edition => law
                .edition_by_name(line.word)
                .map(|edition| edition.number().into()),
            _ => {
                let found = law.provision_by_id(line.word);
                found.map(|provision| provision.number())
            }
        };
        for line in &lines {
            let number = number(line).expect("it is the law's");
            let text = |form| law.text(language, line.of, number, form).map(Text::as_str);
            assert_eq!(text(TextForm::Label), line.label, "{}", line.name());
            assert_eq!(text(TextForm::Sentence), line.sentence, "{}", line.name());
            for other in Language::ALL.iter().filter(|other| **other != language) {
                // In a language that the law lacks it has the built-in law's texts.
                let librarys = Law::BUILT_IN.text(*other, line.of, number, TextForm::Label);
                assert_eq!(law.text(*other, line.of, number, TextForm::Label), librarys);
            }
        }
    }
}

#[test]
fn an_unknown_value_has_no_text() {
    for language in Language::ALL {
        for of in Vocabulary::ALL {
            for form in TextForm::ALL {
                let last = match of {
                    // The law gives the numbers of these.
                    Vocabulary::Provision | Vocabulary::Document | Vocabulary::Edition => Some(998),
                    _ => u16::try_from(words(*language, *of).len()).ok(),
                };
                let past = last.expect("few") + 1;
                for number in [0, past, u16::MAX] {
                    assert_eq!(text_of(*language, *of, number, *form), None);
                }
                if !languages().any(|it| it == *language) {
                    assert_eq!(text_of(*language, *of, 1, *form), None);
                }
            }
        }
    }
}

#[test]
fn every_set_has_a_text_for_each_of_its_values_and_none_more() {
    for language in languages() {
        for (of, known) in super::KNOWN {
            assert_eq!(words(language, *of).len(), *known, "{language}, {of}");
        }
        for of in Vocabulary::ALL {
            let of_law = [
                Vocabulary::Provision,
                Vocabulary::Edition,
                Vocabulary::Document,
            ];
            let known = super::KNOWN.iter().any(|(known, _)| known == of);
            // The statuses are held to in the C interface.
            assert!(
                known || of_law.contains(of) || *of == Vocabulary::Status,
                "{of}: nothing holds its texts to its values"
            );
        }
    }
}
