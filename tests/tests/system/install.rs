//! `make install`, and the README's example in C built with the installed library.

use std::env;
use std::ffi::CStr;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use kz_rules_ffi::{KZ_ABI_VERSION, kz_version_string};
use kz_rules_tests::readme::{c_example, run_c_example};
use kz_rules_tests::tools::{
    folder, has, installed, make_install, root, run, shown, skip, succeed,
};

use crate::cmake::FAST;

/// The version, as a C program sees it.
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

/// Builds the README's example with these flags; returns the program, and its expected output.
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

/// Asserts that a program linked with the shared library needs it, and runs with it.
fn needs_the_shared_library(program: &Path, expected: &str) {
    let needed = succeed(Command::new("readelf").arg("--dynamic").arg(program));
    let name = format!("[libkz_rules.so.{KZ_ABI_VERSION}]");
    assert!(needed.contains(&name), "{program:?} needs {name}: {needed}");
    let mut command = Command::new(program);
    command.env("LD_LIBRARY_PATH", installed().join("lib"));
    assert_eq!(run_c_example(&mut command), expected);
}

/// The files and links below a folder, by relative path.
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
        "usr/include/kz_rules.hpp".to_owned(),
        "usr/lib/cmake/kz-rules/kz-rules-config-version.cmake".to_owned(),
        "usr/lib/cmake/kz-rules/kz-rules-config.cmake".to_owned(),
        "usr/lib/libkz_rules.a".to_owned(),
        "usr/lib/libkz_rules.so".to_owned(),
        format!("usr/lib/libkz_rules.so.{KZ_ABI_VERSION}"),
        "usr/lib/pkgconfig/kz-rules.pc".to_owned(),
        "usr/share/licenses/kz-rules/LICENSE-APACHE".to_owned(),
        "usr/share/licenses/kz-rules/LICENSE-MIT".to_owned(),
    ];
    assert_eq!(files(&stage), expected);
    let link = fs::read_link(stage.join("usr/lib/libkz_rules.so")).expect("a link");
    assert_eq!(
        link.to_str(),
        Some(&*format!("libkz_rules.so.{KZ_ABI_VERSION}"))
    );
    // The flags for a user name the final place of the files, not the one where they were staged.
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
            (below("a b"), "must have no space, nor any of | & \\ \" $"),
            (below("a&b"), "must have no space, nor any of | & \\ \" $"),
        ];
        for (prefix, why) in refused {
            let output = run(make_install().arg(format!("PREFIX={prefix}")));
            let said = shown(&output);
            assert!(!output.status.success(), "{prefix}: {said}");
            assert!(said.contains(&format!("{why}: {prefix}")), "{said}");
        }
    }
}

/// A copy of what installing needs, with substitutes for what is built, on a machine without cargo.
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
            "include/kz_rules.hpp",
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "scripts/install-library",
            "scripts/version",
        ] {
            fs::copy(root().join(file), tree.folder.join(file)).expect("it is in the repository");
        }
        tree.write("kz-rules-core/lib.rs", "");
        let paths = env::var_os("PATH").expect("a path");
        for tool in [
            "cat", "dirname", "find", "grep", "head", "install", "ln", "mkdir", "mktemp", "od",
            "readlink", "rm", "rmdir", "sed", "tr", "uname",
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

    /// Substitutes for the archive and the shared library.
    fn build(&self) {
        self.write("target/libkz_rules.a", "an archive");
        let shared = format!("target/libkz_rules.so.{KZ_ABI_VERSION}");
        self.write(
            &shared,
            &format!("\u{7f}ELF\u{2}{}\u{3e}\0", "\0".repeat(13)),
        );
    }

    /// A substitute for a program of the machine.
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

    /// Its output when it refuses.
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
fn a_program_learns_what_the_library_was_built_without() {
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
    let all = "kz_text_kk kz_text_ru kz_text_en kz_qr_encode kz_mrz_read kz_ed25519";
    assert_eq!(
        told("built-with-all", all),
        ("-I${includedir}".into(), "\"\")".into())
    );
    let (flags, definitions) = told(
        "built-with-some",
        "kz_text_ru kz_qr_encode kz_mrz_read kz_ed25519",
    );
    assert_eq!(
        flags,
        "-I${includedir} -DKZ_HAS_TEXT_KK=0 -DKZ_HAS_TEXT_EN=0"
    );
    assert_eq!(definitions, "\" KZ_HAS_TEXT_KK=0 KZ_HAS_TEXT_EN=0\")");
}

#[test]
fn the_loader_finds_a_library_installed_where_it_looks() {
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
fn installing_prints_what_a_program_needs() {
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

    // Or the program itself contains the folder.
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

/// Calls `make install` or `make uninstall` with these variables, from this umask.
fn make(target: &str, variables: &[&str], umask: &str) {
    let mut make = Command::new("make");
    make.args(["--silent", "-C"]).arg(root()).arg(target);
    make.args(variables);
    let script = format!("umask {umask}; exec \"$0\" \"$@\"");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script, "make"]).args(make.get_args());
    succeed(&mut shell);
}

#[test]
fn installed_files_are_readable_by_all_and_writable_by_the_owner_with_any_umask() {
    if !has("make") {
        return;
    }
    for umask in ["077", "000"] {
        let stage = folder(&format!("umask-{umask}"));
        let destdir = format!("DESTDIR={}/new", stage.display());
        make("install", &["PREFIX=/usr", &destdir], umask);
        let mut find = Command::new("find");
        find.arg(stage.join("new")).args(["-printf", "%y %m %f\\n"]);
        let listed = succeed(&mut find);
        assert!(listed.lines().count() > 15, "{listed}");
        for line in listed.lines() {
            let shared = format!("libkz_rules.so.{KZ_ABI_VERSION}");
            let right = match line.as_bytes()[0] {
                b'l' => true,
                b'd' => line.starts_with("d 755 "),
                _ if line.ends_with(&shared) => line.starts_with("f 755 "),
                _ => line.starts_with("f 644 "),
            };
            assert!(right, "umask {umask}: {line}");
        }
        // Also files left by an earlier call.
        let pc = stage.join("new/usr/lib/pkgconfig/kz-rules.pc");
        fs::set_permissions(&pc, fs::Permissions::from_mode(0o600)).expect("it is ours");
        make("install", &["PREFIX=/usr", &destdir], umask);
        let mode = fs::metadata(&pc).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o644);
    }
}

#[test]
fn the_library_is_in_libdir_and_is_found_there_after_moving_the_prefix() {
    if !["make", "pkg-config", "gcc", "cmake", "ninja"]
        .into_iter()
        .all(has)
    {
        return;
    }
    let stage = folder("libdir");
    let destdir = format!("DESTDIR={}", stage.display());
    let variables = [
        "PREFIX=/usr",
        "LIBDIR=lib/x86_64-linux-gnu",
        "INCLUDEDIR=/usr/include/kz",
        &destdir,
    ];
    make("install", &variables, "022");
    let pc = stage.join("usr/lib/x86_64-linux-gnu/pkgconfig");
    let text = fs::read_to_string(pc.join("kz-rules.pc")).expect("a text");
    let paths =
        "prefix=/usr\nlibdir=${prefix}/lib/x86_64-linux-gnu\nincludedir=${prefix}/include/kz\n";
    assert!(text.starts_with(paths), "{text}");
    let told = |what: &str| {
        let mut pkg_config = Command::new("pkg-config");
        pkg_config.env("PKG_CONFIG_PATH", &pc);
        pkg_config.arg(format!("--define-variable=prefix={}/usr", stage.display()));
        succeed(pkg_config.args([what, "kz-rules"]))
    };
    let (cflags, flags) = (told("--cflags"), told("--variable=archive"));
    let (program, expected) = compile("libdir-pkg-config", &[&cflags, &flags]);
    assert_eq!(run_c_example(&mut Command::new(program)), expected);

    let build = folder("libdir-cmake");
    let (source, expected) = c_example(&build);
    let mut cmake = Command::new("cmake");
    cmake.arg("-S").arg(root().join("tests/cmake"));
    cmake
        .arg("-B")
        .arg(&build)
        .args(["-G", "Ninja", "-DWAY=package"]);
    // The folder that Debian's compiler names.
    cmake.arg("-DCMAKE_LIBRARY_ARCHITECTURE=x86_64-linux-gnu");
    cmake.arg(format!("-DCMAKE_PREFIX_PATH={}/usr", stage.display()));
    succeed(cmake.arg(format!("-DSOURCE={}", source.display())));
    succeed(Command::new("cmake").arg("--build").arg(&build));
    assert_eq!(
        run_c_example(&mut Command::new(build.join("program"))),
        expected
    );
}

#[test]
fn uninstalling_removes_what_was_installed_and_nothing_else() {
    if !has("make") {
        return;
    }
    let stage = folder("uninstall");
    let destdir = format!("DESTDIR={}", stage.display());
    let variables = ["PREFIX=/opt/kz", "LIBDIR=lib64", &destdir];
    make("install", &variables, "022");
    let kept = [
        "opt/kz/include/other.h",
        "opt/kz/lib64/libkz_rules.so.0",
        "opt/kz/share/licenses/kz-rules/NOTICE",
    ];
    for file in kept {
        fs::write(stage.join(file), "another's").expect("it can be written");
    }
    // Without a prefix another one is used: nothing is there.
    make("uninstall", &["LIBDIR=lib64", &destdir], "022");
    assert!(stage.join("opt/kz/lib64/libkz_rules.a").exists());
    make("uninstall", &variables, "022");
    assert_eq!(files(&stage), kept);
    assert!(!stage.join("opt/kz/lib64/cmake/kz-rules").exists());

    // The link of another version stays.
    make("install", &variables, "022");
    let link = stage.join("opt/kz/lib64/libkz_rules.so");
    fs::remove_file(&link).expect("it is ours");
    symlink("libkz_rules.so.0", &link).expect("a link");
    make("uninstall", &variables, "022");
    assert!(fs::read_link(&link).is_ok());
}

#[test]
fn a_library_for_another_machine_is_installed_for_that_machine() {
    if !["make", "gcc", "readelf", "cmake", "ninja"]
        .into_iter()
        .all(has)
    {
        return;
    }
    let stage = folder("cross");
    let mut install = make_install();
    // A compiler for 32-bit x86, without its C library.
    install.args([
        "KZ_RULES_TARGET=i686-unknown-linux-gnu",
        "CC=gcc -m32 -nostartfiles",
    ]);
    install.args(["KZ_RULES_FEATURES=", "PREFIX=/usr"]);
    install.env(FAST.0, FAST.1);
    let output = run(install.arg(format!("DESTDIR={}", stage.display())));
    let said = shown(&output);
    if said.contains("nothing here builds for") {
        skip(&said);
        return;
    }
    assert!(output.status.success(), "{said}");
    assert!(!said.contains("LD_LIBRARY_PATH"), "{said}");
    let shared = stage.join(format!("usr/lib/libkz_rules.so.{KZ_ABI_VERSION}"));
    let header = succeed(
        Command::new("readelf")
            .args(["--file-header", "--dynamic"])
            .arg(shared),
    );
    assert!(header.contains("Intel 80386"), "{header}");
    assert!(
        header.contains(&format!("[libkz_rules.so.{KZ_ABI_VERSION}]")),
        "{header}"
    );
    let archive = Command::new("readelf")
        .arg("--file-header")
        .arg(stage.join("usr/lib/libkz_rules.a"))
        .output()
        .expect("it ends");
    let headers = String::from_utf8_lossy(&archive.stdout);
    assert!(
        headers.contains("Intel 80386") && !headers.contains("X86-64"),
        "{headers}"
    );

    // CMake accepts it for that machine, and for no other.
    let build = folder("cross-cmake");
    let (source, _) = c_example(&build);
    let configure = |options: &[&str]| {
        let mut cmake = Command::new("cmake");
        cmake.arg("-S").arg(root().join("tests/cmake"));
        cmake
            .arg("-B")
            .arg(&build)
            .args(["-G", "Ninja", "-DWAY=package"]);
        cmake.arg(format!("-DCMAKE_PREFIX_PATH={}/usr", stage.display()));
        cmake
            .arg(format!("-DSOURCE={}", source.display()))
            .args(options);
        let output = run(&mut cmake);
        fs::remove_file(build.join("CMakeCache.txt")).ok();
        shown(&output)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let said = configure(&["-DPOINTER=8"]);
    assert!(said.contains("(for pointers of 4 bytes)"), "{said}");
    let for_it = [
        "-DPOINTER=4",
        "-DCMAKE_SYSTEM_NAME=Linux",
        "-DCMAKE_SYSTEM_PROCESSOR=i686",
    ];
    let said = configure(&for_it);
    assert!(said.contains("version 0."), "{said}");
    let another = [
        "-DPOINTER=4",
        "-DCMAKE_SYSTEM_NAME=Linux",
        "-DCMAKE_SYSTEM_PROCESSOR=armv7l",
    ];
    let said = configure(&another);
    assert!(said.contains("(for Linux on x86_64|"), "{said}");
}
