//! Programs with several Rust libraries: two archives next to each other, and one archive of an umbrella
//! crate. docs/abi.md tells a user what to do; this tests it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kz_rules_tests::interface;
use kz_rules_tests::tools::{
    archive, folder, has, read, root, run, shared_library, shown, skip, succeed,
};

/// What tests/link/program.c prints: the answer of each library.
const ANSWERS: &str = "mandatory\n19\n";

/// The arguments for cargo to build the archive of tests/link/second; the manifest follows.
const SECOND: [&str; 10] = [
    "rustc",
    "--quiet",
    "--locked",
    "--crate-type",
    "staticlib",
    "--features",
    "panic-handler",
    "--message-format",
    "json-render-diagnostics",
    "--manifest-path",
];

/// The compiler options that let two Rust archives share a program.
const FAT_LTO: [&str; 4] = ["-C", "lto=fat", "-C", "codegen-units=1"];

/// The file built by a call of scripts/artifact.
fn built_by(build: &mut Command) -> PathBuf {
    PathBuf::from(succeed(build).trim_end())
}

fn manifest(of: &str) -> PathBuf {
    root().join("tests/link").join(of).join("Cargo.toml")
}

/// Links tests/link/program.c with these archives, in this order.
fn link(compiler: &mut Command, archives: &[&Path], program: &Path) -> Output {
    let compiler = compiler
        .args(["-std=c99", "-Wall", "-Wextra", "-Werror", "-I"])
        .arg(root().join("include"))
        .arg(root().join("tests/link/program.c"));
    run(compiler.args(archives).arg("-o").arg(program))
}

/// Asserts that the program links with these archives on this host, and prints the right answers.
fn answers(archives: &[&Path], program: &Path) {
    let output = link(&mut Command::new("gcc"), archives, program);
    assert!(output.status.success(), "{archives:?}: {}", shown(&output));
    assert_eq!(succeed(&mut Command::new(program)), ANSWERS, "{archives:?}");
}

#[test]
fn two_rust_archives_share_a_program_in_either_order() {
    if !has("gcc") {
        return;
    }
    let target_dir = root().join("target/archive");
    let mut build = Command::new(root().join("scripts/artifact"));
    build.args(["libsecond.a", "cargo"]).args(SECOND);
    build
        .arg(manifest("second"))
        .args(["--release", "--target", "host-tuple"]);
    let second = built_by(build.arg("--target-dir").arg(&target_dir));
    let program = folder("two-archives").join("program");
    answers(&[archive(), &second], &program);
    answers(&[&second, archive()], &program);
}

#[test]
fn two_rust_archives_share_a_program_on_a_cortex_m4() {
    if !has("arm-none-eabi-gcc") {
        return;
    }
    let target = "thumbv7em-none-eabi";
    let script = |name: &str| {
        let mut command = Command::new(root().join("scripts").join(name));
        command.current_dir(root());
        command
    };
    let kz_rules = folder("archive-cortex-m4").join("libkz_rules.a");
    let mut build = script("archive");
    build.arg(target);
    let built = run(build.env("OUTPUT", &kz_rules));
    if built.status.code() == Some(3) {
        skip(&shown(&built));
        return;
    }
    assert!(built.status.success(), "{}", shown(&built));
    let cargo = root().join("scripts/bare-metal-cargo");
    let mut build = script("artifact");
    build.arg("libsecond.a").arg(cargo).arg(target);
    build.args(SECOND).arg(manifest("second"));
    let second =
        built_by(build.args(["--profile", "firmware", "--target-dir", "target/bare-metal"]));
    let program = folder("two-archives-cortex-m4").join("program.elf");
    for archives in [[&*kz_rules, &*second], [&*second, &*kz_rules]] {
        let mut gcc = Command::new("arm-none-eabi-gcc");
        gcc.args(["-mcpu=cortex-m4", "-mthumb", "--specs=nosys.specs"]);
        let output = link(&mut gcc, &archives, &program);
        assert!(output.status.success(), "{archives:?}: {}", shown(&output));
    }
}

/// The functions for C that an archive has.
fn functions(archive: &Path) -> BTreeSet<String> {
    // nm complains about objects of Rust's own that it cannot read, and continues.
    let output = run(Command::new("nm").arg("--extern-only").arg(archive));
    let text = String::from_utf8_lossy(&output.stdout);
    let names = text.lines().filter_map(|line| line.split_once(" T "));
    let names = names.map(|(_, name)| name.to_owned());
    names.filter(|name| name.starts_with("kz_")).collect()
}

/// The functions that the header declares.
fn declared() -> BTreeSet<String> {
    let description = interface::describe(&read("include/kz_rules.h"));
    let names = interface::prototypes(&description).into_iter();
    let names = names.filter_map(|prototype| prototype.split_once('('));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// The panic handler, which no call reaches (docs/abi.md): the linker looks for it by name.
const PANIC_HANDLER: &str = "kz_a_panic_is_reachable";

#[test]
fn the_shared_library_exports_only_the_functions_of_the_header() {
    if !has("nm") {
        return;
    }
    let exported = succeed(
        Command::new("nm")
            .args(["--dynamic", "--defined-only"])
            .arg(shared_library()),
    );
    let names = exported.lines().filter_map(|line| line.rsplit(' ').next());
    let mut expected = declared();
    expected.insert(PANIC_HANDLER.into());
    assert_eq!(names.map(str::to_owned).collect::<BTreeSet<_>>(), expected);
}

#[test]
fn the_archive_also_exports_only_weak_functions_of_compilers() {
    if !has("nm") {
        return;
    }
    // nm complains about objects of Rust's own that it cannot read, and continues.
    let output = run(Command::new("nm")
        .args(["--extern-only", "--defined-only"])
        .arg(archive()));
    let text = String::from_utf8_lossy(&output.stdout);
    let mut functions = BTreeSet::new();
    for line in text.lines() {
        if let [_, kind, name] = line.split(' ').collect::<Vec<_>>()[..] {
            if name.starts_with("kz_") {
                functions.insert(name.to_owned());
            } else {
                // From compiler-rt: names with two underscores belong to compilers.
                assert!(name.starts_with("__"), "{kind} {name}");
            }
        }
    }
    functions.remove(PANIC_HANDLER);
    assert_eq!(functions, declared());
}

#[test]
fn an_umbrella_has_every_function_of_both_libraries() {
    if !has("gcc") || !has("nm") {
        return;
    }
    let target_dir = root().join("target/archive");
    let mut build = Command::new(root().join("scripts/artifact"));
    build.args([
        "libumbrella.a",
        "cargo",
        "build",
        "--quiet",
        "--locked",
        "--release",
    ]);
    build.args([
        "--target",
        "host-tuple",
        "--message-format",
        "json-render-diagnostics",
    ]);
    build.arg("--manifest-path").arg(manifest("umbrella"));
    // The archive only has to be linked: it need not be fast.
    build.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    let umbrella = built_by(build.arg("--target-dir").arg(&target_dir));
    assert_eq!(functions(&umbrella), declared());
    answers(&[&umbrella], &folder("umbrella").join("program"));
}

/// Links a program that calls two small Rust archives, each compiled with these options.
fn link_two(name: &str, options: &[&str]) -> Output {
    let folder = folder(name);
    let text = read("tests/link/second/src/lib.rs");
    let mut archives = Vec::new();
    for library in ["second", "third"] {
        let source = folder.join(library).with_extension("rs");
        fs::write(&source, text.replace("second", library)).expect("the folder is ours");
        let archive = folder.join(format!("lib{library}.a"));
        let mut rustc = Command::new("rustc");
        rustc.args([
            "--edition=2024",
            "--crate-type=staticlib",
            "-O",
            "-C",
            "panic=abort",
        ]);
        rustc
            .args(["--cfg", "feature=\"panic-handler\""])
            .args(options);
        succeed(rustc.arg(&source).arg("-o").arg(&archive));
        archives.push(archive);
    }
    let program = folder.join("program.c");
    let text = "unsigned second_digit_sum(unsigned), third_digit_sum(unsigned);\n\
                int main(void) { return second_digit_sum(1) != third_digit_sum(10); }\n";
    fs::write(&program, text).expect("the folder is ours");
    let mut gcc = Command::new("gcc");
    gcc.arg(&program)
        .args(&archives)
        .arg("-o")
        .arg(folder.join("program"));
    run(&mut gcc)
}

#[test]
fn fat_lto_is_what_lets_two_rust_archives_share_a_program() {
    if !has("gcc") {
        return;
    }
    let output = link_two("with-lto", &FAT_LTO);
    assert!(output.status.success(), "{}", shown(&output));
    let said = shown(&link_two("without-lto", &[]));
    assert!(
        said.contains("multiple definition") && said.contains("rust_begin_unwind"),
        "docs/abi.md says that this does not link, and names the symbol: {said}"
    );
}
