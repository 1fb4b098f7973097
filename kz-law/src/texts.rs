//! The texts of a law in one language: a label and a sentence for documents, provisions, editions and questions.

use crate::diagnostic::{Diagnostic, Kind, near};
use crate::model::Law;
use crate::page::Page;
use crate::section::Section;
use std::collections::{BTreeMap, BTreeSet};

pub use kz_rules_core::capacity::{LABEL, SENTENCE};

/// The texts of a law in one language.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// The language's name, in the language itself.
    pub language: String,
    /// The texts, by identifier.
    pub texts: BTreeMap<String, Text>,
}

/// One text.
#[derive(Clone, Debug)]
pub struct Text {
    /// The line.
    pub line: usize,
    /// A few words.
    pub label: String,
    /// A sentence, perhaps empty.
    pub sentence: String,
}

impl Texts {
    /// The label and sentence of everything that has texts, in the order of a compiled law: documents, editions and
    /// provisions in the order of the page, then the four questions. Empty if there is none.
    pub fn in_order<'a>(&'a self, law: &'a Law) -> impl Iterator<Item = [&'a str; 2]> {
        in_order(law).map(|id| {
            let text = id.and_then(|id| self.texts.get(id));
            text.map_or([""; 2], |text| {
                [text.label.as_str(), text.sentence.as_str()]
            })
        })
    }
}

/// The identifiers of everything that has texts, in the order of a compiled law; none for a question that the law does not
/// have.
pub fn in_order(law: &Law) -> impl Iterator<Item = Option<&str>> {
    let documents = law.documents.iter().map(|row| row.id.as_str());
    let editions = law.editions.iter().map(|row| row.name.as_str());
    let provisions = law.provisions.iter().map(|row| row.id.as_str());
    let named = documents.chain(editions).chain(provisions);
    named.map(Some).chain(questions(law))
}

/// The identifiers of the four questions; none for one that the law does not have.
pub fn questions(law: &Law) -> impl Iterator<Item = Option<&str>> {
    (1..=4).map(|number| {
        let mut questions = law.questions.iter();
        let question = questions.find(|question| question.number == number);
        question.map(|question| question.id.as_str())
    })
}

/// Reads a page of texts, and reports what is wrong with it as errors, and parts of the law without a text as findings.
#[must_use]
pub fn read(source: &str, law: &Law) -> (Texts, Vec<Diagnostic>) {
    let (page, mut found) = Page::read_texts(source);
    let names = names(law);
    let mut texts = Texts {
        language: page.title.to_owned(),
        texts: BTreeMap::new(),
    };
    if page.title.is_empty() {
        let start = page.span(0..0);
        found.push(
            Diagnostic::error(Kind::MissingSection, start, "no title")
                .help("the title `# …` is the language's name"),
        );
    }
    for row in page
        .tables
        .get(&Section::Texts)
        .map_or(&[][..], |table| &table.rows)
    {
        let [id, label, sentence] = row.cells[..] else {
            continue;
        };
        if !names.contains(id.text) {
            let error = Diagnostic::error(
                Kind::NotDeclared,
                id.span,
                format!("the law has no `{}`", id.text),
            );
            found.push(match near(id.text, names.iter().copied()) {
                Some(name) => error.help(format!("did you mean `{name}`?")),
                None => error.help("texts are of documents, provisions, editions and questions"),
            });
        }
        if label.text.is_empty() {
            found.push(
                Diagnostic::error(Kind::EmptyCell, label.span, "an empty cell")
                    .help("expected a label"),
            );
        }
        for (cell, what, most) in [(label, "label", LABEL), (sentence, "sentence", SENTENCE)] {
            let count = cell.text.chars().count();
            if count > most {
                let message = format!("a {what} of {count} characters");
                found.push(
                    Diagnostic::error(Kind::Capacity, cell.span, message)
                        .help(format!("at most {most}")),
                );
            }
        }
        let text = Text {
            line: row.span.line,
            label: label.text.to_owned(),
            sentence: sentence.text.to_owned(),
        };
        if texts.texts.insert(id.text.to_owned(), text).is_some() {
            found.push(Diagnostic::error(
                Kind::Twice,
                id.span,
                format!("`{}` has two texts", id.text),
            ));
        }
    }
    let missing: Vec<&str> = names
        .into_iter()
        .filter(|name| !texts.texts.contains_key(*name))
        .collect();
    if !missing.is_empty() {
        let message = format!("no text for {}", crate::page::quoted(&missing));
        found.push(Diagnostic::finding(
            Kind::MissingRow,
            page.span(0..0),
            message,
        ));
    }
    found.sort_by_key(|diagnostic| diagnostic.span);
    (texts, found)
}

/// The identifiers of everything in a law that has texts.
fn names(law: &Law) -> BTreeSet<&str> {
    in_order(law).flatten().collect()
}
