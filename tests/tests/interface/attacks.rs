//! C programs that attack the interface: arguments that end where memory ends, arithmetic at the first and last years,
//! damaged records, threads and signals.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::hostile::corpus;
use kz_rules_tests::packs::{owned, unsigned};
use kz_rules_tests::tools::{archive, folder, has, read, root, succeed};

/// Builds a program of tests/c in a folder, and runs it.
fn attack(name: &str, folder: &Path, arguments: &[&str]) {
    let program = folder.join(name);
    let mut gcc = Command::new("gcc");
    gcc.args([
        "-std=c99",
        "-D_DEFAULT_SOURCE",
        "-O2",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Wconversion",
        "-Wundef",
        "-Werror",
        "-I",
    ]);
    gcc.arg(root().join("include"))
        .arg(root().join("tests/c").join(name).with_extension("c"));
    succeed(gcc.arg(archive()).arg("-lpthread").arg("-o").arg(&program));
    succeed(Command::new(program).args(arguments));
}

#[test]
fn no_call_touches_foreign_memory() {
    if !has("gcc") {
        return;
    }
    let folder = folder("calls");
    let pack = folder.join("law.kzl");
    let law = owned(&read("law/kazakhstan.md"), &[]);
    fs::write(&pack, unsigned(&law.sections())).expect("the folder is ours");
    let pack = pack.to_str().expect("a path in UTF-8");
    let inputs = corpus("calls");
    let inputs = inputs.iter().map(|file| file.to_str().expect("UTF-8"));
    let arguments: Vec<_> = [pack, "100000"].into_iter().chain(inputs).collect();
    attack("calls", &folder, &arguments);
}

#[test]
fn every_function_is_called() {
    let calls = read("tests/c/calls.c");
    let header = read("include/kz_rules.h");
    let names = header
        .lines()
        .filter(|line| !line.starts_with([' ', '#', '/', '}']) && !line.starts_with("typedef"))
        .filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next())
        .filter(|name| name.starts_with("kz_"));
    let mut count = 0;
    for name in names {
        assert!(calls.contains(&format!("{name}(")), "{name} is not called");
        count += 1;
    }
    assert!(count > 50, "the header's functions are found");
}

/// A column that is always NULL would be neither read nor written, whatever else is chosen.
#[test]
fn every_column_is_given() {
    let calls = read("tests/c/calls.c");
    let interface = read("tests/abi/interface.txt");
    let mut count = 0;
    for (columns, variable) in [
        ("kz_fact_columns", "facts"),
        ("kz_answer_columns", "answers"),
    ] {
        let fields = interface
            .lines()
            .filter_map(|line| line.strip_prefix(&format!("field {columns} ")));
        for field in fields.filter_map(|line| line.split(' ').next()) {
            let given = format!("{variable}->{field} = ");
            assert!(calls.contains(&given), "{columns}: {field} is always NULL");
            count += 1;
        }
    }
    assert_eq!(count, 16 + 5);
}

#[test]
fn arithmetic_is_right_at_the_first_and_last_years() {
    if has("gcc") {
        attack("arithmetic", &folder("arithmetic"), &[]);
    }
}

#[test]
fn no_damaged_record_is_accepted() {
    if has("gcc") {
        attack("records", &folder("records"), &[]);
    }
}

#[test]
fn threads_and_signals_do_not_disturb_each_other() {
    if has("gcc") {
        attack("threads", &folder("threads"), &[]);
    }
}
