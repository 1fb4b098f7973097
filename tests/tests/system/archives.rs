//! `scripts/archive`, called twice at once.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

use kz_rules_tests::tools::{folder, root, succeed};

/// An archive with these features, in a folder of its own.
fn built_with(features: &str) -> PathBuf {
    let archive = folder(&format!("only-{features}")).join("libkz_rules.a");
    let mut build = Command::new(root().join("scripts/archive"));
    // It need not be fast.
    build.env(
        "KZ_RULES_CARGO_FLAGS",
        "--config profile.release.opt-level=1",
    );
    succeed(build.args(["static", features]).env("OUTPUT", &archive));
    archive
}

#[test]
fn two_archives_built_at_once_have_the_features_that_each_asked_for() {
    let builds = ["qr", "mrz"].map(|features| thread::spawn(move || built_with(features)));
    let [qr, mrz] = builds.map(|build| fs::read(build.join().expect("it ends")).expect("a file"));
    let defines = |archive: &[u8], function: &str| {
        let name = function.as_bytes();
        archive.windows(name.len()).any(|bytes| bytes == name)
    };
    for (archive, has, lacks) in [
        (qr, "kz_qr_encode", "kz_mrz_read"),
        (mrz, "kz_mrz_read", "kz_qr_encode"),
    ] {
        assert!(defines(&archive, has), "no {has}");
        assert!(!defines(&archive, lacks), "{lacks} is there");
    }
}
