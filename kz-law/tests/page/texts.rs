//! The texts of a law.

use crate::common::base;
use kz_law::{Kind, texts};

fn kinds(page: &str) -> Vec<(Kind, usize)> {
    let law = kz_law::compile(&base()).unwrap();
    texts::read(page, &law)
        .1
        .iter()
        .map(|found| (found.kind, found.span.line))
        .collect()
}

/// A page of texts for everything that the base law has.
fn page() -> String {
    let law = kz_law::compile(&base()).unwrap();
    let documents = law.documents.iter().map(|row| row.id.clone());
    let provisions = law.provisions.iter().map(|row| row.id.clone());
    let editions = law.editions.iter().map(|row| row.name.clone());
    let rows: Vec<String> = documents
        .chain(editions)
        .chain(provisions)
        .map(|id| format!("| {id} | label | |"))
        .collect();
    format!(
        "# English\n\n| id | label | sentence |\n|---|---|---|\n{}\n",
        rows.join("\n")
    )
}

#[test]
fn a_page_of_texts() {
    let law = kz_law::compile(&base()).unwrap();
    let source = page();
    let (texts, found) = texts::read(&source, &law);
    assert_eq!(found, []);
    assert_eq!(texts.language, "English");
    assert_eq!(texts.texts["L50-ONCE"].label, "label");
}

#[test]
fn what_is_wrong_with_texts() {
    assert_eq!(kinds("").len(), 3);
    assert_eq!(
        kinds(&page().replace("| L50 | label |", "| L51 | label |")),
        [(Kind::MissingRow, 1), (Kind::NotDeclared, 5)]
    );
    assert_eq!(
        kinds(&page().replace("| L50 | label |", "| L50 | |")),
        [(Kind::EmptyCell, 5)]
    );
    assert_eq!(
        kinds(&page().replace("| L50 | label |", &format!("| L50 | {} |", "ә".repeat(41)))),
        [(Kind::Capacity, 5)]
    );
    assert_eq!(
        kinds(&page().replace("| L50 | label |", &format!("| L50 | {} |", "ә".repeat(40)))),
        []
    );
    assert_eq!(
        kinds(&page().replace("| PILOT | label |", "| L50 | label |")),
        [(Kind::MissingRow, 1), (Kind::Twice, 6)]
    );
}

#[test]
fn a_question_has_texts_as_a_provision_has() {
    let none = "| number | id |\n|---|---|\n\n";
    let law = base().replace(
        none,
        &format!("{}| 2 | diplomat |\n\n", none.trim_end().to_owned() + "\n"),
    );
    let law = kz_law::compile(&law).unwrap();
    let page = page() + "| diplomat | Diplomats | Is the applicant a diplomat? |\n";
    let (texts, found) = texts::read(&page, &law);
    assert_eq!(found, []);
    let owned = kz_law::OwnedLaw::of(&law, &[(kz_rules_core::Language::En, texts)]).unwrap();
    let sections = owned.sections();
    assert_eq!(sections.questions, [false, true, false, false]);
    assert_eq!(sections.names.get(1), Some("diplomat"));
    let law = kz_rules_core::Law::from(&sections);
    let text = |number: u16, form| {
        let fact = u16::from(kz_rules_core::Fact::Question1.code()) + number - 1;
        let text = law.text(
            kz_rules_core::Language::En,
            kz_rules_core::Vocabulary::Fact,
            fact,
            form,
        );
        text.map(|text| text.as_str())
    };
    assert_eq!(text(2, kz_rules_core::TextForm::Label), Some("Diplomats"));
    assert_eq!(
        text(2, kz_rules_core::TextForm::Sentence),
        Some("Is the applicant a diplomat?")
    );
    assert!(sections.texts[0].is_empty());
}
