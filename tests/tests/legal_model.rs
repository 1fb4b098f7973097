//! docs/legal-model.md says what the constants say.

use std::process::Command;

use kz_rules_tests::tools::{is_committed, succeed};

#[test]
fn the_page_is_up_to_date() {
    let printed = succeed(&mut Command::new(env!("CARGO_BIN_EXE_legal-model")));
    is_committed("docs/legal-model.md", &printed, "make docs");
}
