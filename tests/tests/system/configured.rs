//! The user's configuration of cargo, in variables and in files: with any configuration, the scripts and CMake take what they
//! have just built, for the right machine, and write where they say.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use kz_rules_tests::tools::{folder, has, root, run, shown, succeed};

use crate::cmake::has_cmake;
use crate::vendor::{vendored, without_network};

/// A copy of the source tree that needs no network, in a folder of its own.
fn tree(folder: &Path) -> PathBuf {
    let tree = folder.join("kz-rules");
    succeed(Command::new("cp").arg("-R").arg(vendored()).arg(&tree));
    // Do not copy what was built there.
    fs::remove_dir_all(tree.join("target")).expect("it has a target folder");
    tree
}

/// A program that calls the library.
const PROGRAM: &str = "#include \"kz_rules.h\"
int main(void)
{
    kz_facts facts = {0};
    kz_assessment answer;
    return kz_abi_version() == KZ_ABI_VERSION ? kz_assess(NULL, &facts, &answer) == KZ_OK : 2;
}
";

/// Asserts that a program linked with this archive runs: the archive is for this host, and needs nothing of `std`.
fn links(folder: &Path, archive: &Path) {
    let (source, program) = (folder.join("program.c"), folder.join("program"));
    fs::write(&source, PROGRAM).expect("the folder is ours");
    let mut gcc = Command::new("gcc");
    gcc.arg("-I").arg(root().join("include")).arg(&source);
    succeed(gcc.arg(archive).arg("-o").arg(&program));
    succeed(&mut Command::new(program));
}

/// Sets variables that move what cargo builds, or build it so that it does not link; no target of this name is installed.
fn configured(command: &mut Command, elsewhere: &Path) {
    for (name, value) in [
        ("CARGO_BUILD_TARGET", "wasm32-unknown-unknown"),
        ("CARGO_INCREMENTAL", "1"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ("CARGO_PROFILE_RELEASE_PANIC", "unwind"),
        ("RUSTFLAGS", "-C debuginfo=1"),
    ] {
        command.env(name, value);
    }
    for name in [
        "CARGO_TARGET_DIR",
        "CARGO_BUILD_TARGET_DIR",
        "CARGO_BUILD_BUILD_DIR",
    ] {
        command.env(name, elsewhere.join(name));
    }
}

/// The same as a configuration file.
const FILE: &str = r#"
[build]
target = ["wasm32-unknown-unknown", "thumbv6m-none-eabi"]
target-dir = "elsewhere/target"
build-dir = "elsewhere/build"
rustflags = ["-C", "debuginfo=1"]

[profile.release]
codegen-units = 16
lto = false
opt-level = 1
panic = "unwind"
"#;

#[test]
fn an_archive_is_the_one_just_built_with_any_variables() {
    if !has("gcc") {
        return;
    }
    let folder = folder("configured-variables");
    let archive = folder.join("libkz_rules.a");
    fs::write(&archive, "a stale one").expect("the folder is ours");
    let mut build = Command::new(root().join("scripts/archive"));
    configured(build.args(["static", ""]), &folder);
    build.env("KZ_RULES_WORK", folder.join("work"));
    let printed = succeed(build.env("OUTPUT", &archive));
    assert_eq!(printed.trim(), archive.to_str().expect("UTF-8"));
    links(&folder, &archive);
    // What is for this host must be where the script says.
    assert!(!folder.join("CARGO_TARGET_DIR").exists());
    assert!(!folder.join("CARGO_BUILD_TARGET_DIR").exists());
}

#[test]
fn an_archive_is_the_one_just_built_below_a_configuration_file() {
    if !has("gcc") {
        return;
    }
    let folder = folder("configured-file");
    fs::create_dir(folder.join(".cargo")).expect("the folder is ours");
    fs::write(folder.join(".cargo/config.toml"), FILE).expect("the folder is ours");
    let tree = tree(&folder);
    let mut build = without_network(tree.join("scripts/archive").to_str().expect("UTF-8"));
    let printed = succeed(build.args(["static", ""]));
    assert_eq!(printed.trim(), "target/libkz_rules.a");
    links(&folder, &tree.join("target/libkz_rules.a"));
    assert!(!folder.join("elsewhere/target").exists());
}

/// The files below a folder, each with its time of change.
fn state(folder: &Path) -> String {
    let mut find = Command::new("find");
    let listed = succeed(find.arg(folder).args(["-printf", "%p %T@\\n"]));
    let mut lines: Vec<_> = listed.lines().collect();
    lines.sort_unstable();
    lines.join("\n")
}

#[test]
fn a_cmake_subdirectory_writes_nothing_into_its_source() {
    if !has_cmake() {
        return;
    }
    let folder = folder("configured-subdirectory");
    let tree = tree(&folder);
    let source = folder.join("main.c");
    fs::write(&source, PROGRAM).expect("the folder is ours");
    // Root may write anyway: then the comparison below is the test.
    succeed(Command::new("chmod").args(["-R", "a-w"]).arg(&tree));
    let before = state(&tree);
    let build = folder.join("build");
    let mut cmake = without_network("cmake");
    cmake.arg("-S").arg(root().join("tests/cmake"));
    cmake
        .arg("-B")
        .arg(&build)
        .args(["-G", "Ninja", "-DWAY=subdirectory"]);
    cmake.arg(format!("-DKZ_RULES={}", tree.display()));
    cmake.arg("-DKZ_RULES_FEATURES=");
    succeed(cmake.arg(format!("-DSOURCE={}", source.display())));
    let mut make = without_network("cmake");
    configured(&mut make, &folder);
    // As set by a library that is installed for another machine.
    make.env("KZ_RULES_TARGET", "aarch64-unknown-linux-gnu");
    succeed(make.arg("--build").arg(&build));
    succeed(&mut Command::new(build.join("program")));
    let after = state(&tree);
    succeed(Command::new("chmod").args(["-R", "u+w"]).arg(&tree));
    assert_eq!(before, after);
    assert!(build.join("kz-rules/cargo").is_dir());
}

#[test]
fn a_target_is_named_to_cargo_only_if_one_is_configured() {
    let folder = folder("configured-host");
    let named = |home: &Path, target: Option<&str>| {
        let mut script = Command::new(root().join("scripts/host-target"));
        script
            .env("CARGO_HOME", home)
            .env_remove("CARGO_BUILD_TARGET");
        if let Some(target) = target {
            script.env("CARGO_BUILD_TARGET", target);
        }
        succeed(&mut script)
    };
    assert_eq!(named(&folder, None), "");
    let host = "--target host-tuple\n";
    assert_eq!(named(&folder, Some("wasm32-unknown-unknown")), host);
    fs::write(folder.join("config.toml"), FILE).expect("the folder is ours");
    assert_eq!(named(&folder, None), host);
}

#[test]
fn the_tools_are_built_for_this_host_with_any_target_configured() {
    let bin = folder("configured-tools");
    let program = |name: &str, script: &str| {
        let file = bin.join(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("the folder is ours");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it is ours");
    };
    let log = bin.join("log");
    // It reports a configured target, and builds what is there already.
    program(
        "cargo",
        &format!(
            "case $* in *'config get'*) ;; *) echo \"$*\" >>'{0}/log'; \
             echo '{{\"executable\":\"{0}/tools\"}} {{\"executable\":\"{0}/kz-law\"}}' ;; esac",
            bin.display()
        ),
    );
    program("tools", "echo called with \"$*\"");
    program("kz-law", "echo called with \"$*\"");
    let paths = env::var("PATH").expect("a path");
    for (script, argument, called) in [
        ("scripts/tools", "size", "called with size\n"),
        ("scripts/law", "--check", "called with constants "),
    ] {
        let mut command = Command::new(root().join(script));
        command.env("PATH", format!("{}:{paths}", bin.display()));
        let output = run(command.arg(argument));
        assert!(shown(&output).contains(called), "{}", shown(&output));
        let built = fs::read_to_string(&log).expect("cargo was called");
        assert!(built.contains("--target host-tuple"), "{script}: {built}");
        fs::remove_file(&log).expect("it is ours");
    }
}
