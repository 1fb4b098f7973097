//! The built-in law of the library is what the page gives.
#![allow(clippy::expect_used, clippy::panic)]

use kz_law::constants::constants;
use kz_law::vocabulary::LANGUAGES;
use kz_law::{Law, OwnedLaw, Texts};
use std::path::PathBuf;

fn read(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn page() -> Law {
    kz_law::compile(&read("law/kazakhstan.md")).expect("the page is a law")
}

fn texts(law: &Law) -> Vec<Texts> {
    let read = |language| {
        let source = read(&format!("law/texts/{language}.md"));
        Texts::read(language, &source, law).expect("its texts are right")
    };
    LANGUAGES.all().map(read).collect()
}

/// Fails with the first line that differs.
fn assert_committed(path: &str, given: &str) {
    let committed = read(path);
    for (place, line) in given.lines().enumerate() {
        let now = committed.lines().nth(place).unwrap_or("(nothing)");
        assert_eq!(line, now, "{path}:{} is not what the page gives: `make law` renews it", place + 1);
    }
    assert_eq!(given, committed, "{path} has more than the page gives: `make law` renews it");
}

#[test]
fn the_constants_are_those_that_the_page_gives() {
    let law = page();
    let constants = constants(&law, &texts(&law));
    assert_committed("kz-rules-core/src/law/built_in.rs", &constants.law);
    assert_committed("kz-rules-core/src/law/built_in/texts.rs", &constants.texts);
}

#[test]
fn the_law_of_the_page_is_the_built_in_law() {
    let owned = OwnedLaw::of(&page(), &[]).expect("a law");
    let (made, built) = (owned.sections(), kz_rules_core::Law::BUILT_IN.sections());
    macro_rules! same {
        ($($section:ident)+) => { $( assert_eq!(made.$section, built.$section, stringify!($section)); )+ };
    }
    same! {
        name sequence known_until digest documents document_texts provisions provision_texts ages questions question_texts
        editions edition_texts duties conflicts cautions steps obtained deadlocks terms coverage grounds countries years
        laid_out holidays movable_days transfers clock
    }
    assert_ne!(made.digest, 0);
}

#[test]
fn texts_are_found_in_the_order_of_a_compiled_law() {
    let law = page();
    let owned = OwnedLaw::of(&law, &texts(&law)).expect("a law");
    let sections = owned.sections();
    let names = sections.texts.map(|texts| texts.get(0).unwrap_or_default());
    assert_eq!(names, ["Қазақша", "Русский", "English"]);
    let things = law.documents.len() + law.editions.len() + law.provisions.len() + 4;
    for texts in sections.texts {
        assert!(texts.get(2 * things).is_some() && texts.get(2 * things + 1).is_none());
    }
    let first = law.documents.len() + law.editions.len();
    assert_eq!(sections.texts[2].get(2 * first + 1), Some("Start of the fingerprint rules"));
}
