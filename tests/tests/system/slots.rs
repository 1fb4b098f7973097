//! The two slots of the kiosk, on flash whose power is cut at every byte of every write.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use kz_rules_core::{CaseRow, Day, Edition, Facts, Obligation, Sections, Standing, built_in};
use kz_rules_tests::packs::{owned, unsigned};
use kz_rules_tests::tools::{archive, folder, has, read, root, succeed};

#[test]
fn whatever_byte_a_write_is_cut_at_the_old_law_or_the_new_one_decides() {
    if !has("gcc") {
        return;
    }
    let folder = folder("slots");
    let pack = |law: &Sections<'_>| -> PathBuf {
        let file = folder.join(format!("{}.kzl", law.sequence));
        fs::write(&file, unsigned(law)).expect("the folder is ours");
        file
    };
    let of = |sequence: u32| {
        let (first, this) = ("| kazakhstan | 1 |", format!("| kazakhstan | {sequence} |"));
        owned(&read("law/kazakhstan.md").replacen(first, &this, 1), &[])
    };
    let sound = [2, 3, 4].map(|sequence| pack(&of(sequence).sections()));
    let citizen = Facts::default()
        .standing(Standing::Citizen)
        .fingerprinted(false);
    let wrong = CaseRow::new(
        Day::new(2026, 1, 1).expect("a day"),
        Edition::FIRST,
        &citizen,
        Obligation::Mandatory.into(),
        &[built_in::L50_CITIZEN_VOLUNTARY],
    );
    let failing = pack(&of(5).with_cases(vec![wrong]).sections());
    let program = folder.join("slots");
    let mut gcc = Command::new("gcc");
    gcc.args([
        "-std=c99",
        "-O2",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Wconversion",
        "-Werror",
    ]);
    for include in ["include", "examples/kiosk"] {
        gcc.arg("-I").arg(root().join(include));
    }
    for source in ["tests/c/slots.c", "examples/kiosk/law/slots.c"] {
        gcc.arg(root().join(source));
    }
    succeed(gcc.arg(archive()).arg("-o").arg(&program));
    let cuts = succeed(Command::new(&program).args(&sound).arg(failing));
    let bytes = fs::read(&sound[1]).expect("it was built").len();
    let cuts: usize = cuts.trim().parse().expect("how many cuts");
    assert!(cuts > 2 * bytes, "only {cuts} cuts");
    println!("{cuts} cuts");
}
