//! What the compiler says of a page of texts.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use common::{base, read};
use kz_law::vocabulary::LANGUAGES;
use kz_law::{Kind, Law, Texts};

fn english() -> String {
    read("law/texts/en.md")
}

/// Kind, line and message of each error.
fn errors(page: &str, law: &Law) -> Vec<(Kind, usize, String)> {
    let language = LANGUAGES.word("en").unwrap();
    let errors = Texts::read(language, page, law).err().unwrap_or_default();
    let told = errors
        .into_iter()
        .map(|error| (error.kind, error.span.line, error.message));
    told.collect()
}

fn line_of(page: &str, start: &str) -> usize {
    page.lines()
        .position(|line| line.starts_with(start))
        .unwrap()
        + 1
}

#[test]
fn the_texts_of_the_base_law_are_right() {
    let law = kz_law::compile(&base()).unwrap();
    for language in LANGUAGES.all() {
        let page = read(&format!("law/texts/{language}.md"));
        let texts = Texts::read(language, &page, &law).unwrap();
        assert!(!texts.name.is_empty());
        assert!(
            texts
                .get("L50-ONCE")
                .is_some_and(|(label, sentence)| !label.is_empty() && !sentence.is_empty())
        );
        assert_eq!(texts.get("L50-TWICE"), None);
    }
}

#[test]
fn a_bom_and_carriage_returns_are_accepted() {
    let law = kz_law::compile(&base()).unwrap();
    let page = format!("\u{feff}{}", english().replace('\n', "\r\n"));
    assert_eq!(errors(&page, &law), []);
}

#[test]
fn each_thing_of_the_law_has_one_row() {
    let law = kz_law::compile(&base()).unwrap();
    let page = english();
    let place = line_of(&page, "| L50-ONCE |");
    let row = page.lines().nth(place - 1).unwrap();

    let without = page.replace(&format!("{row}\n"), "");
    let last = without.lines().count();
    assert_eq!(
        errors(&without, &law),
        [(Kind::MissingRow, last, "no row for `L50-ONCE`".into())]
    );

    let twice = page.replace(row, &format!("{row}\n{row}"));
    assert_eq!(
        errors(&twice, &law),
        [(Kind::Twice, place + 1, "`L50-ONCE` has two rows".into())]
    );

    let unknown = page.replace(row, &format!("{row}\n| L50-TWICE | x | y |"));
    assert_eq!(
        errors(&unknown, &law),
        [(
            Kind::NotDeclared,
            place + 1,
            "the law has no `L50-TWICE`".into()
        )]
    );
}

#[test]
fn texts_have_room() {
    let law = kz_law::compile(&base()).unwrap();
    let page = english();
    let place = line_of(&page, "| L50-ONCE |");
    let row = page.lines().nth(place - 1).unwrap().to_owned();
    // Characters are counted, not bytes.
    for (label, sentence, wrong) in [
        (40, 160, &[][..]),
        (41, 160, &["a label of 41 characters"]),
        (40, 161, &["a sentence of 161 characters"]),
        (
            41,
            161,
            &["a label of 41 characters", "a sentence of 161 characters"],
        ),
        (40, 0, &[]),
        (0, 1, &["an empty cell"]),
    ] {
        let texts = format!(
            "| L50-ONCE | {} | {} |",
            "ә".repeat(label),
            "ү".repeat(sentence)
        );
        let found = errors(&page.replace(&row, &texts), &law);
        let messages: Vec<&str> = found
            .iter()
            .map(|(_, _, message)| message.as_str())
            .collect();
        assert_eq!(messages, wrong);
        assert!(found.iter().all(|(_, line, _)| *line == place));
    }
}

#[test]
fn the_form_is_a_title_and_one_table() {
    let law = kz_law::compile(&base()).unwrap();
    let page = english();
    let first = |page: &str| {
        errors(page, &law)
            .into_iter()
            .next()
            .map(|(kind, _, _)| kind)
    };
    assert_eq!(first(""), Some(Kind::EmptyCell));
    assert_eq!(first("# English\n"), Some(Kind::Table));
    assert_eq!(
        first(&page.replace("# English", "English")),
        Some(Kind::EmptyCell)
    );
    assert_eq!(
        first(&page.replace("| id | label |", "| id | labels |")),
        Some(Kind::Columns)
    );
    assert_eq!(
        first(&page.replace("|---|---|---|\n", "")),
        Some(Kind::Table)
    );
    assert_eq!(
        first(&page.replace("\n| L50-ONCE |", "\n\n| L50-ONCE |")),
        Some(Kind::Table)
    );
    assert_eq!(
        first(&page.replace("| L50-ONCE |", "| L50-ONCE | x |")),
        Some(Kind::Cells)
    );
}

#[test]
fn a_question_has_texts_as_a_provision_has() {
    let row = "|---|---|\n\n## Edition 1";
    let page = base();
    assert!(page.contains(row));
    let law =
        kz_law::compile(&page.replace(row, "|---|---|\n| 2 | diplomat |\n\n## Edition 1")).unwrap();
    let missing = errors(&english(), &law);
    assert!(
        matches!(&missing[..], [(Kind::MissingRow, _, message)] if message == "no row for `diplomat`")
    );
    let page = english() + "| diplomat | Diplomats | Is the applicant a diplomat? |\n";
    let texts = Texts::read(LANGUAGES.word("en").unwrap(), &page, &law).unwrap();
    let owned = kz_law::OwnedLaw::of(&law, &[texts]).unwrap();
    let sections = owned.sections();
    assert_eq!(sections.questions, [false, true, false, false]);
    assert_eq!(sections.question_texts.get(1), Some("diplomat"));
    let english = sections.texts[2];
    let before = law.documents.len() + law.editions.len() + law.provisions.len();
    let labels: [_; 4] = std::array::from_fn(|question| english.get(1 + 2 * (before + question)));
    assert_eq!(labels, [Some(""), Some("Diplomats"), Some(""), Some("")]);
}
