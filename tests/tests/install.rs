//! `make install`, and the README's example in C built with what it installs.

use std::ffi::CStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kz_rules_ffi::{KZ_ABI_VERSION, kz_version_string};
use kz_rules_tests::readme::c_example;
use kz_rules_tests::tools::{folder, has, installed, make_install, run, succeed};

/// The version, as a C program is told it.
fn version() -> &'static str {
    // SAFETY: the text is static and ends with NUL.
    let version = unsafe { CStr::from_ptr(kz_version_string()) };
    version.to_str().expect("a version is ASCII")
}

fn pkg_config(arguments: &[&str]) -> String {
    let mut command = Command::new("pkg-config");
    command.env("PKG_CONFIG_PATH", installed().join("lib/pkgconfig"));
    let printed = succeed(command.args(arguments).arg("kz-rules"));
    printed.trim().to_owned()
}

/// Builds the README's example with these flags; gives the program, and what it must print.
fn compile(name: &str, flags: &[&str]) -> (PathBuf, String) {
    let folder = folder(name);
    let (source, expected) = c_example(&folder);
    let program = folder.join("example");
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=c99", "-Wall", "-Werror"]).arg(source);
    let flags = flags.iter().flat_map(|flags| flags.split_whitespace());
    succeed(gcc.args(flags).arg("-o").arg(&program));
    (program, expected)
}

/// A program that was linked with the shared library needs it to run, and runs with it.
fn needs_the_shared_library(program: &Path, expected: &str) {
    let needed = succeed(Command::new("readelf").arg("--dynamic").arg(program));
    let name = format!("[libkz_rules.so.{KZ_ABI_VERSION}]");
    assert!(needed.contains(&name), "{program:?} needs {name}: {needed}");
    let mut command = Command::new(program);
    command.env("LD_LIBRARY_PATH", installed().join("lib"));
    assert_eq!(succeed(&mut command), expected);
}

/// The files and links below a folder, by their paths in it.
fn files(folder: &Path) -> Vec<String> {
    let find = succeed(
        Command::new("find")
            .current_dir(folder)
            .args([".", "!", "-type", "d"]),
    );
    let mut files: Vec<_> = find.lines().map(|line| line[2..].to_owned()).collect();
    files.sort();
    files
}

#[test]
fn every_file_is_where_it_belongs_below_destdir() {
    if !has("make") {
        return;
    }
    let stage = folder("stage");
    let destdir = format!("DESTDIR={}", stage.display());
    succeed(make_install().args(["PREFIX=/usr", &destdir]));
    let expected = [
        "usr/include/kz_rules.h".to_owned(),
        "usr/lib/cmake/kz-rules/kz-rules-config-version.cmake".to_owned(),
        "usr/lib/cmake/kz-rules/kz-rules-config.cmake".to_owned(),
        "usr/lib/libkz_rules.a".to_owned(),
        "usr/lib/libkz_rules.so".to_owned(),
        format!("usr/lib/libkz_rules.so.{KZ_ABI_VERSION}"),
        "usr/lib/pkgconfig/kz-rules.pc".to_owned(),
    ];
    assert_eq!(files(&stage), expected);
    let link = fs::read_link(stage.join("usr/lib/libkz_rules.so")).expect("a link");
    assert_eq!(
        link.to_str(),
        Some(&*format!("libkz_rules.so.{KZ_ABI_VERSION}"))
    );
    // What a user compiles with is where the files will be, not where they were staged.
    let pc = fs::read_to_string(stage.join("usr/lib/pkgconfig/kz-rules.pc")).expect("a text");
    assert!(pc.starts_with("prefix=/usr\n"), "{pc}");
}

#[test]
fn a_relative_prefix_is_refused() {
    if has("make") {
        let output = run(make_install().arg("PREFIX=prefix"));
        assert!(!output.status.success());
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("must begin with a slash: prefix")
        );
    }
}

#[test]
fn every_file_tells_the_same_version() {
    if !has("make") || !has("pkg-config") {
        return;
    }
    assert_eq!(env!("CARGO_PKG_VERSION"), version());
    assert_eq!(pkg_config(&["--modversion"]), version());
    let package = installed().join("lib/cmake/kz-rules/kz-rules-config-version.cmake");
    let package = fs::read_to_string(package).expect("a text");
    assert!(package.contains(&format!("set(PACKAGE_VERSION \"{}\")", version())));
    for left_open in files(installed())
        .iter()
        .filter(|file| file.contains("kz-rules"))
    {
        let text = fs::read_to_string(installed().join(left_open)).expect("a text");
        assert!(!text.contains('@'), "{left_open}: {text}");
    }
}

#[test]
fn the_example_builds_with_the_shared_library_that_pkg_config_names() {
    if !has("make") || !has("pkg-config") || !has("gcc") || !has("readelf") {
        return;
    }
    let (program, expected) = compile("pkg-config", &[&pkg_config(&["--cflags", "--libs"])]);
    needs_the_shared_library(&program, &expected);
}

#[test]
fn the_example_builds_with_the_archive_that_pkg_config_names() {
    if !has("make") || !has("pkg-config") || !has("gcc") {
        return;
    }
    let cflags = pkg_config(&["--cflags"]);
    let archive = pkg_config(&["--variable=archive"]);
    let (program, expected) = compile("pkg-config-archive", &[&cflags, &archive]);
    assert_eq!(succeed(&mut Command::new(program)), expected);
    let all = pkg_config(&["--static", "--cflags", "--libs"]);
    let (program, expected) = compile("pkg-config-static", &["-static", &all]);
    assert_eq!(succeed(&mut Command::new(program)), expected);
}
