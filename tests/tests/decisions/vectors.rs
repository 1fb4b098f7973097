//! Every conformance vector of every law through the Rust API: every result column is compared. (The second
//! implementation is compared with them in its own package.)

use std::fs;

use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::rust_api::{self, KINDS};
use kz_rules_tests::tools::root;
use kz_rules_tests::vectors::Vectors;

fn compare(page: &Page, kind: &str, at_least: usize) {
    let vectors = Vectors::read(&format!("{}/{kind}.csv", page.vectors()));
    assert!(
        vectors.lines().len() >= at_least,
        "{} {kind}: some vectors are gone",
        page.name
    );
    let answers = vectors.lines();
    vectors.compare(answers.map(|line| rust_api::answer(page.law(), kind, line)));
}

#[test]
fn every_vector_of_the_built_in_law_has_its_answer() {
    let at_least = [
        ("assess", 523),
        ("plan", 480),
        ("terms", 469),
        ("registration", 224),
        ("stay", 200),
        ("country", 111),
        ("iin", 143),
        ("calendar", 254),
        ("clock", 90),
    ];
    assert_eq!(at_least.map(|(kind, _)| kind), KINDS);
    for (kind, at_least) in at_least {
        compare(&laws()[0], kind, at_least);
    }
}

#[test]
fn every_vector_of_every_other_law_has_its_answer() {
    for page in &laws()[1..] {
        let files = fs::read_dir(root().join(page.vectors())).expect("the folder of its vectors");
        let kinds = files.map(|file| {
            let file = file.expect("a file").file_name().into_string();
            let kind = file.expect("UTF-8").strip_suffix(".csv").map(str::to_owned);
            kind.expect("a table")
        });
        let mut kinds: Vec<_> = kinds.collect();
        kinds.sort_unstable();
        assert_eq!(
            kinds,
            ["assess", "calendar", "plan", "registration", "terms"],
            "{}",
            page.name
        );
        for kind in kinds {
            compare(page, &kind, 50);
        }
    }
}

#[test]
fn every_vector_of_our_own_has_its_answer() {
    let files = fs::read_dir(root().join("tests/own")).expect("our own vectors");
    let mut kinds = 0;
    for file in files {
        let name = file
            .expect("a file")
            .file_name()
            .into_string()
            .expect("UTF-8");
        let Some(kind) = name.strip_suffix(".csv") else {
            continue;
        };
        let vectors = Vectors::read(&format!("tests/own/{name}"));
        let answers = vectors.lines();
        vectors.compare(answers.map(|line| rust_api::answer(laws()[0].law(), kind, line)));
        kinds += 1;
    }
    assert_eq!(kinds, 4);
}
