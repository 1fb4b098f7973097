//! `scripts/archive`, called twice at once.

use std::fs;
use std::thread;

use kz_rules_tests::tools::{archive_with, folder};

#[test]
fn two_archives_built_at_once_have_the_features_that_each_asked_for() {
    let builds = ["qr", "mrz"].map(|features| {
        thread::spawn(move || archive_with(features, &folder(&format!("only-{features}"))))
    });
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
