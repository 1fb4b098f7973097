//! docs/glossary.md says what the library says, and docs/reviewed-texts.csv what it said.

use kz_rules_core::{Language, Vocabulary};
use kz_rules_tests::glossary::{page, set};
use kz_rules_tests::tools::{is_committed, read};
use kz_rules_tests::vectors::table;

#[test]
fn the_page_is_up_to_date() {
    is_committed("docs/glossary.md", &page(), "make docs");
}

#[test]
fn a_review_is_of_a_text_that_there_is_and_says_whose_it_is() {
    let (names, lines) = table(read("docs/reviewed-texts.csv").as_bytes());
    let columns = [
        "language", "set", "word", "label", "sentence", "reviewer", "on",
    ];
    assert_eq!(names, columns);
    for line in lines {
        let language = Language::from_name(&line[0]).unwrap_or_else(|| panic!("{line:?}"));
        let of = Vocabulary::from_name(&line[1]).unwrap_or_else(|| panic!("{line:?}"));
        assert!(
            set(language, of).iter().any(|it| it.0 == line[2]),
            "{line:?}"
        );
        assert!(
            !line[5].is_empty() && line[6].len() == "2026-01-01".len(),
            "{line:?}"
        );
    }
}
