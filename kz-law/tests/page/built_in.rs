//! The built-in law of the library is what the page gives.

use crate::common::{self, read};
use kz_law::constants::constants;
use kz_law::texts::{self, Texts};
use kz_law::{Law, OwnedLaw};
use kz_rules_core::Language;

fn page() -> Law {
    kz_law::compile(&read("law/kazakhstan.md")).expect("the page is a law")
}

fn texts(law: &Law) -> Vec<(Language, Texts)> {
    let read = |language: &Language| {
        let (texts, found) = texts::read(&read(&format!("law/texts/{language}.md")), law);
        assert_eq!(found, []);
        (*language, texts)
    };
    Language::ALL.iter().map(read).collect()
}

/// Fails with the first line that differs.
fn assert_committed(path: &str, given: &str) {
    let committed = read(path);
    for (place, line) in given.lines().enumerate() {
        let now = committed.lines().nth(place).unwrap_or("(nothing)");
        assert_eq!(
            line,
            now,
            "{path}:{} is not what the page gives: `make law` renews it",
            place + 1
        );
    }
    assert_eq!(
        given, committed,
        "{path} has more than the page gives: `make law` renews it"
    );
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
        name sequence known_until digest documents document_texts provisions provision_texts ages questions names
        editions duties conflicts cautions steps obtained deadlocks terms coverage grounds countries years
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
    assert_eq!(
        sections.texts[2].get(2 * first + 1),
        Some("Start of the fingerprint rules")
    );
}

#[test]
fn the_program_writes_the_files_and_says_when_they_are_old() {
    let page = common::base();
    let name = "constants";
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    let texts = common::root().join("law/texts");
    let texts = texts.to_str().expect("UTF-8");
    let run = |more: &[&str]| {
        let arguments = ["constants", "law.md", "-o", "built_in.rs", "--texts", texts];
        common::program(name, page.as_bytes(), &[&arguments, more].concat())
    };
    assert_eq!(run(&["--check"]).status.code(), Some(1));
    assert_eq!(run(&[]).status.code(), Some(0));
    assert_eq!(run(&["--check"]).status.code(), Some(0));
    for file in ["built_in.rs", "built_in/texts.rs"] {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).expect("it was written");
        let committed = read(&format!("kz-rules-core/src/law/{file}"));
        assert!(text == committed, "{file}");
        std::fs::write(&path, text.replacen("\n\n", "\n", 1)).expect("a file");
        let checked = run(&["--check"]);
        let told = String::from_utf8_lossy(&checked.stderr).into_owned();
        assert_eq!(checked.status.code(), Some(1));
        assert!(
            told.contains(file) && told.contains("`make law` renews it"),
            "{told}"
        );
        assert_eq!(run(&[]).status.code(), Some(0));
    }
}
