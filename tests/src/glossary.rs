//! Every text that there is: what the library says, and what the built-in law says; and the page of them, docs/glossary.md.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use kz_rules_core::{Edition, Language, Law, Text, TextForm, Vocabulary, glossary_lines};

use crate::tools::read;
use crate::vectors::table;

/// A text: label and sentence.
pub type Told = (Option<&'static str>, Option<&'static str>);

/// The words of a set, in order, each with its texts in a language.
pub fn set(language: Language, of: Vocabulary) -> Vec<(&'static str, Told)> {
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

/// The terms that the annex of order No. 923 has in Kazakh and Russian: set and word.
const ANNEX: [(Vocabulary, &str); 14] = [
    (Vocabulary::Phrase, "registration_certificate"),
    (Vocabulary::CertificateField, "application_number"),
    (Vocabulary::CertificateField, "surname"),
    (Vocabulary::CertificateField, "given_name"),
    (Vocabulary::CertificateField, "patronymic"),
    (Vocabulary::CertificateField, "passport"),
    (Vocabulary::CertificateField, "citizenship"),
    (Vocabulary::CertificateField, "address"),
    (Vocabulary::CertificateField, "stay"),
    (Vocabulary::CertificateField, "host_iin"),
    (Vocabulary::CertificateField, "host_surname"),
    (Vocabulary::CertificateField, "host_given_name"),
    (Vocabulary::CertificateField, "qr"),
    (Vocabulary::Phrase, "host"),
];

fn all(language: Language) -> impl Iterator<Item = (Vocabulary, &'static str, Told)> {
    Vocabulary::ALL.iter().flat_map(move |of| {
        set(language, *of)
            .into_iter()
            .map(move |(word, told)| (*of, word, told))
    })
}

/// The page of the documentation.
///
/// # Panics
///
/// If a text that it must have is missing.
pub fn page() -> String {
    let mut page = format!(
        "# Glossary\n\n\
         Printed by `make docs` from the texts of the library (`kz-rules-core/src/text/`) and of the law (`law/texts/`); a test \
         fails when it\nis out of date. They state the substance of the law as its sources had it on {:?}, in the project's \
         own words. What they must be\nis in the tests of the library's folder.\n\n",
        Law::BUILT_IN.known_until()
    );
    terms(&mut page);
    reviewed(&mut page);
    sizes(&mut page);
    characters(&mut page);
    for of in Vocabulary::ALL {
        texts(&mut page, *of);
    }
    page
}

fn columns(page: &mut String, first: &str) {
    writeln!(
        page,
        "| {first} | Kazakh | Russian | English |\n|---|---|---|---|"
    )
    .unwrap();
}

fn terms(page: &mut String) {
    page.push_str(
        "## Terms of the annex of order No. 923\n\n\
         The annex has them in Kazakh and Russian. Two of its Kazakh spellings are set right here: төлқұжат and нөмірі.\n\n",
    );
    columns(page, "term");
    for (of, term) in ANNEX {
        write!(page, "| {of}, {term}").unwrap();
        for language in Language::ALL {
            let found = set(*language, of)
                .into_iter()
                .find(|(word, _)| *word == term);
            let (label, _) = found
                .unwrap_or_else(|| panic!("{language} has no {of}, {term}"))
                .1;
            write!(page, " | {}", label.unwrap_or_default()).unwrap();
        }
        page.push_str(" |\n");
    }
}

/// What no speaker of the language has reviewed: a text that has changed since counts as such.
fn reviewed(page: &mut String) {
    page.push_str(
        "\n## Not reviewed\n\n\
         A review is a line of [`reviewed-texts.csv`](reviewed-texts.csv): language, set, word, label and sentence as they \
         were read, who read\nthem, and when. A text that has changed since is not reviewed. No speaker of the language has \
         reviewed these:\n\n| language | texts | of |\n|---|---|---|\n",
    );
    let (_, lines) = table(read("docs/reviewed-texts.csv").as_bytes());
    let reviewed: BTreeSet<_> = lines.iter().map(|line| line[..5].to_vec()).collect();
    let mut open = Vec::new();
    for language in Language::ALL {
        let mut sets: BTreeMap<Vocabulary, Vec<&str>> = BTreeMap::new();
        let (mut count, mut of) = (0, 0);
        for (set, word, (label, sentence)) in all(*language) {
            let (label, sentence) = (label.unwrap_or_default(), sentence.unwrap_or_default());
            let line = [
                &language.to_string(),
                &set.to_string(),
                word,
                label,
                sentence,
            ];
            of += 1;
            if !reviewed.contains(line.map(str::to_owned).as_slice()) {
                count += 1;
                sets.entry(set).or_default().push(word);
            }
        }
        writeln!(page, "| {language} | {count} | {of} |").unwrap();
        open.push((language, sets));
    }
    for (language, sets) in open {
        for (set, words) in sets {
            let all = words.len() == self::set(*language, set).len();
            let words = if all { "all".into() } else { words.join(", ") };
            write!(page, "\n- {language}, {set}: {words}").unwrap();
        }
    }
    page.push('\n');
}

fn sizes(page: &mut String) {
    page.push_str("\n## Size\n\nBytes of the characters and closing NULs, if the language is in the build.\n\n| language | bytes |\n|---|---|\n");
    for language in Language::ALL {
        let length = |text: Option<&str>| text.map_or(0, str::len) + 1;
        let bytes: usize = all(*language)
            .map(|(_, _, told)| length(told.0) + length(told.1))
            .sum();
        writeln!(page, "| {language} | {bytes} |").unwrap();
    }
}

fn characters(page: &mut String) {
    page.push_str(
        "\n## Characters\n\nWhat a font needs.\n\n| language | characters |\n|---|---|\n",
    );
    for language in Language::ALL {
        let characters: BTreeSet<char> = all(*language)
            .flat_map(|(_, _, (label, sentence))| [label, sentence])
            .flatten()
            .flat_map(str::chars)
            .filter(|c| *c != ' ')
            .collect();
        let characters: String = characters.into_iter().collect();
        writeln!(page, "| {language} | `{characters}` and the space |").unwrap();
    }
}

fn texts(page: &mut String, of: Vocabulary) {
    writeln!(page, "\n## {of}\n").unwrap();
    columns(page, "word");
    let [kk, ru, en] = [Language::Kk, Language::Ru, Language::En].map(|language| set(language, of));
    for (((word, kk), (_, ru)), (_, en)) in kk.into_iter().zip(ru).zip(en) {
        write!(page, "| {word}").unwrap();
        for (label, sentence) in [kk, ru, en] {
            write!(page, " | {}", label.unwrap_or_default()).unwrap();
            if let Some(sentence) = sentence {
                write!(page, "<br>{sentence}").unwrap();
            }
        }
        page.push_str(" |\n");
    }
}
