//! docs/legal-model.md says what the constants say.

use std::process::Command;

#[test]
fn the_page_is_up_to_date() {
    let printed = Command::new(env!("CARGO_BIN_EXE_legal-model"))
        .output()
        .expect("it runs");
    let printed = String::from_utf8(printed.stdout).expect("it prints UTF-8");
    let committed = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/legal-model.md");
    let committed = std::fs::read_to_string(committed).unwrap_or_default();
    for (number, (new, old)) in printed.lines().zip(committed.lines()).enumerate() {
        assert_eq!(
            new,
            old,
            "docs/legal-model.md, line {}, is out of date: run `make docs`",
            number + 1
        );
    }
    assert!(
        printed == committed,
        "docs/legal-model.md is out of date: run `make docs`"
    );
}
