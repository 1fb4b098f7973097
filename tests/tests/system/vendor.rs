//! `make vendor`: a source tree that builds the library without network and registry.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use kz_rules_tests::readme::{c_example, run_c_example};
use kz_rules_tests::tools::{archive, folder, has, root, run, shown, succeed};

/// The crates of the library, and those that they need.
pub(crate) const CRATES: [&str; 12] = [
    "byteorder",
    "deranged",
    "ed25519-compact",
    "hash32",
    "heapless",
    "num-conv",
    "powerfmt",
    "qrcodegen-no-heap",
    "stable_deref_trait",
    "time",
    "time-core",
    "time-macros",
];

/// The tree, written once.
pub(crate) fn vendored() -> &'static Path {
    static TREE: OnceLock<PathBuf> = OnceLock::new();
    TREE.get_or_init(|| {
        let tree = folder("vendor").join("tree");
        let mut make = Command::new("make");
        make.args(["--silent", "-C"]).arg(root()).arg("vendor");
        make.arg(format!("FOLDER={}", tree.display()));
        // The crates that the tests were built from are already here.
        succeed(make.env("CARGO_NET_OFFLINE", "true"));
        tree
    })
}

/// A command that finds only the crates of the tree.
pub(crate) fn without_network(program: &str) -> Command {
    // One for all: cargo keeps its locks there.
    static HOME: OnceLock<PathBuf> = OnceLock::new();
    let mut command = Command::new(program);
    command.env(
        "CARGO_HOME",
        HOME.get_or_init(|| folder("empty-cargo-home")),
    );
    command.env("CARGO_NET_OFFLINE", "true");
    command
}

#[test]
fn the_tree_has_only_the_library_and_what_it_needs() {
    if !has("make") {
        return;
    }
    let names = |path: PathBuf| -> BTreeSet<String> {
        let entries = fs::read_dir(path).expect("a folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        names.map(|it| it.into_string().expect("UTF-8")).collect()
    };
    assert_eq!(
        names(vendored().join("vendor")),
        CRATES.map(str::to_owned).into()
    );
    let lock = fs::read_to_string(vendored().join("Cargo.lock")).expect("a text");
    let locked = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'));
    let mut expected: BTreeSet<_> = CRATES.into();
    expected.extend(["kz-rules-core", "kz-rules-ffi"]);
    assert_eq!(locked.collect::<BTreeSet<_>>(), expected);
    // A second call writes over nothing.
    let again = run(Command::new(root().join("scripts/vendor")).arg(vendored()));
    assert_eq!(again.status.code(), Some(2), "{}", shown(&again));
    assert!(shown(&again).contains("exists"), "{}", shown(&again));
}

#[test]
fn it_builds_without_network_with_make_and_with_cmake() {
    if !["make", "gcc", "cmake", "ninja"].into_iter().all(has) {
        return;
    }
    let tree = vendored();
    let mut make = without_network("make");
    let built = run(make.args(["--silent", "-C"]).arg(tree).arg("archive"));
    assert!(built.status.success(), "{}", shown(&built));
    assert!(!shown(&built).contains("warning"), "{}", shown(&built));
    // The same sources give the same archive, to the byte, in any folder.
    let same = |file: &Path| fs::read(file).expect("an archive");
    assert!(
        same(&tree.join("target/libkz_rules.a")) == same(archive()),
        "the archive depends on the folder that it is built in"
    );
    // With it the example prints the same as with the archive that is built here.
    let printed = |archive: &Path, name: &str| {
        let program = folder(name).join("assess");
        let mut gcc = Command::new("gcc");
        gcc.args(["-std=c99", "-Wall", "-Werror", "-I"]);
        gcc.arg(tree.join("include"));
        gcc.arg(tree.join("examples/minimal/ask.c"));
        succeed(gcc.arg(archive).arg("-o").arg(&program));
        run_c_example(&mut Command::new(program))
    };
    assert_eq!(
        printed(&tree.join("target/libkz_rules.a"), "vendored-assess"),
        printed(archive(), "own-assess")
    );

    let folder = folder("vendored-cmake");
    let (source, expected) = c_example(&folder);
    let mut cmake = without_network("cmake");
    cmake.arg("-S").arg(root().join("tests/cmake"));
    cmake.arg("-B").arg(&folder).args(["-G", "Ninja"]);
    cmake.arg("-DWAY=subdirectory");
    cmake.arg(format!("-DKZ_RULES={}", tree.display()));
    // CMake does not build again what make has built.
    let work = tree.join("target/archive");
    cmake.arg(format!("-DKZ_RULES_WORK={}", work.display()));
    succeed(cmake.arg(format!("-DSOURCE={}", source.display())));
    succeed(without_network("cmake").arg("--build").arg(&folder));
    assert_eq!(
        run_c_example(&mut Command::new(folder.join("program"))),
        expected
    );
}
