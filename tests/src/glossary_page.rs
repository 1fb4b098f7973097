//! The page of all texts, docs/glossary.md.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::glossary::{PHRASES, Told, set, sets};
use crate::tools::read;
use crate::vectors::table;
use kz_rules_core::{Language, Law};

/// The certificate fields for which the annex of order No. 923 gives Kazakh and Russian texts.
const ANNEX: [&str; 12] = [
    "application_number",
    "surname",
    "given_name",
    "patronymic",
    "passport",
    "citizenship",
    "address",
    "stay",
    "host_iin",
    "host_surname",
    "host_given_name",
    "qr",
];

fn all(language: Language) -> impl Iterator<Item = (&'static str, &'static str, Told)> {
    sets().flat_map(move |of| {
        set(language, of)
            .into_iter()
            .map(move |(word, told)| (of, word, told))
    })
}

/// The page.
///
/// # Panics
///
/// If a required text is missing.
pub fn page() -> String {
    let mut page = format!(
        "# Glossary\n\n\
         Printed by `make docs` from the texts of the library (`kz-rules-core/src/text/`), of the law (`law/texts/`) and of the \
         kiosk\n(`examples/kiosk/text/`, set `phrase`); a test fails when it is out of date. They state the substance of the law \
         as its sources had it\non {:?}, in the project's own words. How they are written is checked in \
         `tests/tests/law/glossary.rs`.\n\n",
        Law::BUILT_IN.known_until()
    );
    terms(&mut page);
    reviewed(&mut page);
    sizes(&mut page);
    characters(&mut page);
    for of in sets() {
        texts(&mut page, of);
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
    for term in ANNEX {
        write!(page, "| {term}").unwrap();
        for language in Language::ALL {
            let found = set(*language, "certificate_field")
                .into_iter()
                .find(|(word, _)| *word == term);
            let (label, _) = found
                .unwrap_or_else(|| panic!("{language} has no {term}"))
                .1;
            write!(page, " | {}", label.unwrap_or_default()).unwrap();
        }
        page.push_str(" |\n");
    }
}

/// The texts that no speaker has reviewed: those that changed since a review are among them.
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
        let mut sets: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let (mut count, mut of) = (0, 0);
        for (set, word, (label, sentence)) in all(*language) {
            let (label, sentence) = (label.unwrap_or_default(), sentence.unwrap_or_default());
            let line = [&language.to_string(), set, word, label, sentence];
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
    page.push_str(
        "\n## Size\n\nBytes of the characters and closing NULs, of the library and the law: ",
    );
    page.push_str(
        "what a program carries that calls the language.\n\n| language | bytes |\n|---|---|\n",
    );
    for language in Language::ALL {
        let length = |text: Option<&str>| text.map_or(0, str::len) + 1;
        let bytes: usize = all(*language)
            .filter(|(of, ..)| *of != PHRASES)
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

fn texts(page: &mut String, of: &str) {
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
