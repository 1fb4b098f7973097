//! Every text that there is: what the library says, and what the built-in law says.

use kz_rules_core::{Edition, Language, Law, Text, TextForm, Vocabulary, glossary_lines};

/// A text: label and sentence.
pub type Told = (Option<&'static str>, Option<&'static str>);

/// The words of a set, in order, each with its texts in a language.
pub fn set(language: Language, of: Vocabulary) -> Vec<(&'static str, Told)> {
    let law = Law::BUILT_IN;
    let numbers: Vec<(&'static str, u16)> = match of {
        Vocabulary::Document => {
            let all = law.all_documents();
            all.map(|entry| (entry.id(), entry.row().number().into()))
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
