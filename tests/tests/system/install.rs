//! `make install`, and the README's example in C built with what it installs.

use std::env;
use std::ffi::CStr;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use kz_rules_ffi::{KZ_ABI_VERSION, kz_version_string};
use kz_rules_tests::readme::{c_example, run_c_example};
use kz_rules_tests::tools::{folder, has, installed, make_install, root, run, shown, succeed};

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
    assert_eq!(run_c_example(&mut command), expected);
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
fn a_prefix_that_the_files_could_not_name_is_refused() {
    if has("make") {
        let folder = folder("refused");
        let below = |name: &str| folder.join(name).display().to_string();
        let refused = [
            ("prefix".to_owned(), "must begin with a slash"),
            (below("a b"), "must have no space, nor any of | & \\"),
            (below("a&b"), "must have no space, nor any of | & \\"),
        ];
        for (prefix, why) in refused {
            let output = run(make_install().arg(format!("PREFIX={prefix}")));
            let said = shown(&output);
            assert!(!output.status.success(), "{prefix}: {said}");
            assert!(said.contains(&format!("{why}: {prefix}")), "{said}");
        }
    }
}

/// A copy of what installing needs, with stand-ins for what is built, on a machine without cargo.
struct Tree {
    folder: PathBuf,
}

impl Tree {
    fn new(name: &str) -> Tree {
        let tree = Tree {
            folder: folder(name),
        };
        for folder in [
            "bin",
            "cmake",
            "include",
            "kz-rules-core",
            "kz-rules-ffi",
            "scripts",
            "target",
        ] {
            fs::create_dir(tree.folder.join(folder)).expect("it is new");
        }
        for file in [
            "Cargo.lock",
            "Cargo.toml",
            "cmake/kz-rules-config-version.cmake.in",
            "cmake/kz-rules-config.cmake.in",
            "cmake/kz-rules.pc.in",
            "include/kz_rules.h",
            "scripts/install-library",
            "scripts/version",
        ] {
            fs::copy(root().join(file), tree.folder.join(file)).expect("it is in the repository");
        }
        tree.write("kz-rules-core/lib.rs", "");
        let paths = env::var_os("PATH").expect("a path");
        for tool in [
            "cat", "dirname", "find", "grep", "head", "install", "ln", "mkdir", "od", "sed",
        ] {
            let mut files = env::split_paths(&paths).map(|folder| folder.join(tool));
            let found = files.find(|file| file.is_file()).expect(tool);
            symlink(found, tree.folder.join("bin").join(tool)).expect("a link");
        }
        tree
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.join(file), text).expect("the folder is ours");
    }

    /// What stands in for the archive and the shared library.
    fn build(&self) {
        self.write("target/libkz_rules.a", "an archive");
        let shared = format!("target/libkz_rules.so.{KZ_ABI_VERSION}");
        self.write(&shared, "\u{7f}ELF\u{2}");
    }

    /// A program that stands in for one of the machine.
    fn program(&self, name: &str, script: &str) {
        let file = self.folder.join("bin").join(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("the folder is ours");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it is ours");
    }

    fn prefix(&self) -> PathBuf {
        self.folder.join("prefix")
    }

    fn install(&self) -> Command {
        let mut command = Command::new(self.folder.join("scripts/install-library"));
        command.env_clear().env("PATH", self.folder.join("bin"));
        command.env("PREFIX", self.prefix());
        command
    }

    /// What it says when it refuses.
    fn refused(&self) -> String {
        let output = run(&mut self.install());
        assert!(!output.status.success(), "{}", shown(&output));
        assert!(!self.prefix().exists(), "nothing is installed");
        shown(&output)
    }
}

#[test]
fn without_cargo_what_was_built_last_is_installed() {
    let tree = Tree::new("no-cargo");
    let said = tree.refused();
    assert!(said.contains("there is no target/libkz_rules.a"), "{said}");
    assert!(said.contains("run `make archive cdylib` first"), "{said}");

    tree.build();
    for source in ["include/kz_rules.h", "kz-rules-core/lib.rs", "Cargo.toml"] {
        let file = fs::File::options()
            .append(true)
            .open(tree.folder.join(source))
            .expect("it is there");
        let changed = |when| file.set_modified(when).expect("it is ours");
        changed(SystemTime::now() + Duration::from_secs(60));
        let said = tree.refused();
        let why = format!("target/libkz_rules.a is older than {source}");
        assert!(said.contains(&why), "{said}");
        changed(SystemTime::UNIX_EPOCH);
    }
    succeed(&mut tree.install());
    let archive = fs::read_to_string(tree.prefix().join("lib/libkz_rules.a"));
    assert_eq!(archive.expect("it is installed"), "an archive");
}

#[test]
fn a_program_is_told_what_the_library_was_built_without() {
    let told = |name: &str, functions: &str| {
        let tree = Tree::new(name);
        tree.build();
        tree.write("target/libkz_rules.a", functions);
        succeed(&mut tree.install());
        let read = |file: &str| fs::read_to_string(tree.prefix().join(file)).expect("a text");
        let line = |text: String, start: &str| {
            let mut lines = text.lines();
            let line = lines.find_map(|line| line.strip_prefix(start));
            line.expect("the line").to_owned()
        };
        (
            line(read("lib/pkgconfig/kz-rules.pc"), "Cflags: "),
            line(
                read("lib/cmake/kz-rules/kz-rules-config.cmake"),
                "set(kz-rules_left_out ",
            ),
        )
    };
    let all = "kz_text_kk kz_text_ru kz_text_en kz_qr_encode kz_ed25519";
    assert_eq!(
        told("built-with-all", all),
        ("-I${includedir}".into(), "\"\")".into())
    );
    let (flags, definitions) = told("built-with-some", "kz_text_ru kz_qr_encode kz_ed25519");
    assert_eq!(
        flags,
        "-I${includedir} -DKZ_HAS_TEXT_KK=0 -DKZ_HAS_TEXT_EN=0"
    );
    assert_eq!(definitions, "\" KZ_HAS_TEXT_KK=0 KZ_HAS_TEXT_EN=0\")");
}

#[test]
fn the_loader_is_told_of_a_library_where_it_looks() {
    let tree = Tree::new("loader");
    tree.build();
    let told = tree.folder.join("told");
    let looks_in = |folder: &Path| {
        let listed = format!("echo '{}: (from a file)'", folder.display());
        let script = format!(
            "case $* in *-N*) {listed} ;; *) echo >'{}' ;; esac",
            told.display()
        );
        tree.program("ldconfig", &script);
    };
    let user = |id: &str| tree.program("id", &format!("echo {id}"));

    looks_in(Path::new("/"));
    user("0");
    let said = succeed(&mut tree.install());
    assert!(said.contains("LD_LIBRARY_PATH") && !told.exists(), "{said}");

    looks_in(&tree.prefix().join("lib"));
    user("1000");
    let said = succeed(&mut tree.install());
    assert!(said.contains("Run `ldconfig` as root"), "{said}");
    assert!(!told.exists(), "{said}");

    user("0");
    let staged = tree.folder.join("staged");
    let said = succeed(tree.install().env("DESTDIR", &staged));
    assert!(
        !said.contains("LD_LIBRARY_PATH") && !told.exists(),
        "{said}"
    );

    let said = succeed(&mut tree.install());
    assert!(!said.contains("LD_LIBRARY_PATH"), "{said}");
    assert!(told.exists(), "{said}");
}

#[test]
fn what_installing_prints_is_what_a_program_needs() {
    if !has("make") || !has("pkg-config") || !has("gcc") {
        return;
    }
    let prefix = folder("printed");
    let said = succeed(make_install().arg(format!("PREFIX={}", prefix.display())));
    let lines = said
        .lines()
        .filter_map(|line| line.trim().strip_prefix("export "));
    let printed: Vec<_> = lines.filter_map(|line| line.split_once('=')).collect();
    let names: Vec<_> = printed.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        names,
        ["PKG_CONFIG_PATH", "CMAKE_PREFIX_PATH", "LD_LIBRARY_PATH"]
    );
    let command = |program: &Path| {
        let mut command = Command::new(program);
        command.envs(printed.iter().copied());
        command
    };
    let mut pkg_config = command(Path::new("pkg-config"));
    let flags = succeed(pkg_config.args(["--cflags", "--libs", "kz-rules"]));
    let (program, expected) = compile("printed-example", &[&flags]);
    assert_eq!(run_c_example(&mut command(&program)), expected);

    // Or the program knows the folder itself.
    let rpath = said
        .split_whitespace()
        .find(|word| word.starts_with("-Wl,-rpath,"));
    let (program, expected) = compile("printed-rpath", &[&flags, rpath.expect("an option")]);
    assert_eq!(run_c_example(&mut Command::new(program)), expected);
    let cmake = prefix.join("lib/cmake/kz-rules");
    assert!(cmake.is_dir() && Path::new(printed[1].1) == prefix);
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
    assert_eq!(run_c_example(&mut Command::new(program)), expected);
    let all = pkg_config(&["--static", "--cflags", "--libs"]);
    let (program, expected) = compile("pkg-config-static", &["-static", &all]);
    assert_eq!(run_c_example(&mut Command::new(program)), expected);
}
