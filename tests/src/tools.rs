//! The repository, its scripts, and the programs that the tests call: compilers, valgrind.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::thread;

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package lies in the repository")
}

/// The text of a file of the repository.
///
/// # Panics
///
/// If it cannot be read, or is not valid UTF-8.
pub fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Asserts that a generated file equals the committed one.
///
/// # Panics
///
/// If it does not: names the first line that differs, and the command that renews the file.
pub fn is_committed(file: &str, printed: &str, command: &str) {
    let committed = fs::read_to_string(root().join(file)).unwrap_or_default();
    for (number, (new, old)) in (1..).zip(printed.lines().zip(committed.lines())) {
        assert_eq!(
            new, old,
            "{file}, line {number}, is out of date: run `{command}`"
        );
    }
    assert!(
        printed == committed,
        "{file} is out of date: run `{command}`"
    );
}

/// The kiosk, built.
pub fn kiosk() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| script("kiosk", &[]))
}

/// The law compiler, built.
pub fn law_tool() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| script("law", &["tool"]))
}

/// gcc with the sources of the kiosk and of its port for this host.
#[must_use]
pub fn kiosk_compiler(options: &[&str]) -> Command {
    let files = kiosk_sources().map(|(file, _)| root().join(file));
    let mut gcc = Command::new("gcc");
    gcc.arg("-std=c99")
        .args(options)
        .arg("-I")
        .arg(root().join("include"))
        .arg("-I")
        .arg(root().join("examples/kiosk"))
        .args(files)
        .arg(root().join("examples/kiosk/port/posix/port.c"));
    gcc
}

/// The sources of the kiosk without its ports: path and text.
pub fn kiosk_sources() -> impl Iterator<Item = (String, String)> {
    let mut files = Vec::new();
    for folder in [
        "",
        "cards/",
        "input/",
        "interview/",
        "law/",
        "lines/",
        "text/",
        "ui/",
    ] {
        let folder = format!("examples/kiosk/{folder}");
        for file in fs::read_dir(root().join(&folder)).expect("a folder of the kiosk") {
            let name = file.expect("a file").file_name();
            let name = name.into_string().expect("a name in UTF-8");
            if name.ends_with(".c") {
                files.push(format!("{folder}{name}"));
            }
        }
    }
    files.sort();
    files.into_iter().map(|file| (file.clone(), read(&file)))
}

/// The Rust sources in a folder and its subfolders: path in the folder and text, in order.
pub fn rust_sources(folder: &str) -> Vec<(String, String)> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                below(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let folder = root().join(folder);
    let mut paths = Vec::new();
    below(&folder, &mut paths);
    paths.sort();
    let source = |path: PathBuf| {
        let name = path.strip_prefix(&folder).expect("it is in it");
        let text = fs::read_to_string(&path).expect("a source");
        (name.to_str().expect("a name").to_owned(), text)
    };
    paths.into_iter().map(source).collect()
}

/// The static archive for this host, built.
pub fn archive() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| script("archive", &[]))
}

/// Builds the static archive with these features only, into this folder. It need not be fast.
pub fn archive_with(features: &str, folder: &Path) -> PathBuf {
    let archive = folder.join("libkz_rules.a");
    let mut build = Command::new(root().join("scripts/archive"));
    build.env(
        "KZ_RULES_CARGO_FLAGS",
        "--config profile.release.opt-level=1",
    );
    succeed(build.args(["static", features]).env("OUTPUT", &archive));
    archive
}

/// The shared library for this host, built.
pub fn shared_library() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| script("archive", &["shared"]))
}

/// `make install`.
pub fn make_install() -> Command {
    let mut make = Command::new("make");
    make.args(["--silent", "-C"]).arg(root()).arg("install");
    make
}

/// A prefix into which the library is installed.
pub fn installed() -> &'static Path {
    static PREFIX: OnceLock<PathBuf> = OnceLock::new();
    PREFIX.get_or_init(|| {
        let prefix = folder("prefix");
        succeed(make_install().arg(format!("PREFIX={}", prefix.display())));
        prefix
    })
}

/// Runs a script that builds something and prints, on its last line, the path of the result.
fn script(name: &str, arguments: &[&str]) -> PathBuf {
    let mut command = Command::new(root().join("scripts").join(name));
    let output = run(command.args(arguments).current_dir(root()));
    assert!(
        output.status.success(),
        "scripts/{name} failed: {}",
        shown(&output)
    );
    let printed = String::from_utf8(output.stdout).expect("a path in UTF-8");
    let path = root().join(printed.lines().last().expect("the path that was built"));
    assert!(path.is_file(), "scripts/{name} built no {}", path.display());
    path
}

/// Runs a command to its end.
///
/// # Panics
///
/// If it cannot be started.
pub fn run(command: &mut Command) -> Output {
    command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// Runs a command to its end with this input.
///
/// # Panics
///
/// If it cannot be started.
pub fn feed(command: &mut Command, input: &[u8]) -> Output {
    let command = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let mut stdin = child.stdin.take().expect("it is piped");
    thread::scope(|scope| {
        // A program that stops reading closes its input: then the rest is not written.
        scope.spawn(move || stdin.write_all(input).ok());
        child.wait_with_output().expect("it ends")
    })
}

/// Runs a command that must succeed; returns its output.
///
/// # Panics
///
/// If it fails, with its output.
pub fn succeed(command: &mut Command) -> String {
    let output = run(command);
    assert!(
        output.status.success(),
        "{command:?} failed: {}",
        shown(&output)
    );
    String::from_utf8(output.stdout).expect("output in UTF-8")
}

/// How a run ended, and its output, for a person.
pub fn shown(output: &Output) -> String {
    let (out, err) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    format!("{}\n{out}\n{err}", output.status)
}

/// Whether a program is installed. If not, the part of the test that needs it is skipped loudly;
/// under `CI=true` that is a failure.
///
/// # Panics
///
/// Under `CI=true`, if it is not installed.
pub fn has(program: &str) -> bool {
    let paths = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&paths).any(|folder| folder.join(program).is_file());
    if !found {
        skip(&format!("{program} is not installed"));
    }
    found
}

/// The words that call QEMU for a processor, `arm` or `riscv32`.
#[must_use]
pub fn emulator(processor: &str) -> [String; 2] {
    [
        root().join("scripts/qemu").display().to_string(),
        processor.to_owned(),
    ]
}

/// Whether there is QEMU for a processor. If not, it says so.
pub fn has_emulator(processor: &str) -> bool {
    let [script, processor] = emulator(processor);
    let output = run(Command::new(script).args([&processor, "--version"]));
    if !output.status.success() {
        skip(&shown(&output));
    }
    output.status.success()
}

/// Reports on the terminal, past the test harness, that something is not tested.
///
/// # Panics
///
/// Under `CI=true`: there nothing may be skipped.
pub fn skip(why: &str) {
    assert!(
        env::var_os("CI").as_deref() != Some(OsStr::new("true")),
        "nothing may be skipped here: {why}"
    );
    writeln!(io::stderr(), "SKIPPED: {why}").expect("standard error takes all");
}

/// An empty folder of this name in the target folder, for what a test writes.
///
/// # Panics
///
/// If it cannot be made.
pub fn folder(name: &str) -> PathBuf {
    // The test itself is in target/release/deps.
    let test = env::current_exe().expect("the test knows where it lies");
    let path = test
        .ancestors()
        .nth(2)
        .expect("a profile's folder")
        .join("kz-rules-tests")
        .join(name);
    if path.exists() {
        fs::remove_dir_all(&path).expect("it is ours");
    }
    fs::create_dir_all(&path).expect("the target folder can be written to");
    path
}

/// A text in one line, with single spaces.
#[must_use]
pub fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
