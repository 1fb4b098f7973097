//! `make dist`: from a zip to the first answer, without Rust; made again, the bytes are the same.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use kz_rules_tests::readme::{c_example, run_c_example};
use kz_rules_tests::tools::{emulator, folder, has, has_emulator, root, run, shown, succeed};

use crate::vendor::CRATES;

const BOARD: &str = "thumbv6m-none-eabi";

/// Makes the zips for this host and for a Cortex-M0, in a folder of this name.
fn make_dist(name: &str) -> PathBuf {
    let dist = folder(name);
    let mut make = Command::new("make");
    make.args(["--silent", "-C"]).arg(root()).arg("dist");
    make.arg(format!("ONLY=host {BOARD}"));
    succeed(make.env("DIST", &dist));
    dist
}

/// The folder of the zips, made once.
fn dist() -> &'static Path {
    static DIST: OnceLock<PathBuf> = OnceLock::new();
    DIST.get_or_init(|| make_dist("dist"))
}

/// Unpacks the zip for a target; returns its folder.
fn unpacked(target: &str, name: &str) -> PathBuf {
    let folder = folder(name);
    let package = format!("kz-rules-{}-{target}", env!("CARGO_PKG_VERSION"));
    let mut unzip = Command::new("unzip");
    unzip.arg("-q").arg(dist().join(format!("{package}.zip")));
    succeed(unzip.arg("-d").arg(&folder));
    folder.join(package)
}

/// Rust's name for this host.
fn host() -> String {
    let version = succeed(Command::new("rustc").arg("-vV"));
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc says its host").to_owned()
}

/// A command on a machine where cargo and rustc fail.
fn without_rust(program: &Path, name: &str) -> Command {
    let bin = folder(name);
    for tool in ["cargo", "rustc"] {
        let file = bin.join(tool);
        fs::write(&file, "#!/bin/sh\necho no Rust here >&2\nexit 1\n").expect("the folder is ours");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it is ours");
    }
    let mut paths = vec![bin];
    paths.extend(env::split_paths(&env::var_os("PATH").expect("a path")));
    let mut command = Command::new(program);
    command.env("PATH", env::join_paths(paths).expect("paths"));
    command.env("QEMU", emulator("arm").join(" "));
    command
}

fn has_all(programs: &[&str]) -> bool {
    programs.iter().all(|program| has(program))
}

#[test]
fn the_self_test_answers_on_this_host_and_on_a_cortex_m0_without_rust() {
    if !has_all(&["make", "zip", "unzip", "gcc", "arm-none-eabi-gcc"]) || !has_emulator("arm") {
        return;
    }
    let expected = format!("kz-rules {}: mandatory\n", env!("CARGO_PKG_VERSION"));
    for (target, name) in [(host().as_str(), "dist-host"), (BOARD, "dist-board")] {
        let package = unpacked(target, name);
        let bin = format!("{name}-bin");
        assert_eq!(
            succeed(&mut without_rust(&package.join("selftest/run"), &bin)),
            expected
        );
        // It can also fail: here another answer is expected.
        let source = package.join("selftest/selftest.c");
        let text = fs::read_to_string(&source).expect("a source");
        fs::write(
            &source,
            text.replace("KZ_OBLIGATION_MANDATORY", "KZ_OBLIGATION_EXEMPT"),
        )
        .expect("it is ours");
        let output = run(&mut without_rust(&package.join("selftest/run"), &bin));
        assert!(!output.status.success(), "{target}: {}", shown(&output));
    }
}

#[test]
fn the_example_builds_with_what_the_zip_tells_pkg_config() {
    if !has_all(&["make", "zip", "unzip", "pkg-config"]) {
        return;
    }
    let package = unpacked(&host(), "dist-pkg-config");
    let ask = |question: &str| {
        let mut pkg_config = Command::new("pkg-config");
        pkg_config.env("PKG_CONFIG_PATH", package.join("lib/pkgconfig"));
        succeed(pkg_config.args([question, "kz-rules"]))
            .trim()
            .to_owned()
    };
    let source_folder = folder("dist-example");
    let (source, expected) = c_example(&source_folder);
    let in_cpp = root().join("examples/minimal/ask.cpp");
    for (compiler, standard, source) in [("gcc", "-std=c99", source), ("g++", "-std=c++17", in_cpp)]
    {
        if !has(compiler) {
            continue;
        }
        let program = source_folder.join(compiler);
        let mut compile = Command::new(compiler);
        compile.args([standard, "-Wall", "-Werror"]).arg(source);
        compile.args(ask("--cflags").split_whitespace());
        let archive = ask("--variable=archive");
        succeed(compile.arg(archive).arg("-o").arg(&program));
        assert_eq!(run_c_example(&mut Command::new(program)), expected);
    }
}

#[test]
fn a_second_run_makes_the_same_bytes_with_right_checksums() {
    if !has_all(&["make", "zip", "unzip"]) {
        return;
    }
    let again = make_dist("dist-again");
    let names = |folder: &Path| -> BTreeSet<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let names = entries.map(|entry| entry.expect("a file").file_name());
        names
            .map(|name| name.into_string().expect("UTF-8"))
            .collect()
    };
    assert_eq!(names(dist()), names(&again));
    assert_eq!(names(&again).len(), 3, "two zips and their checksums");
    for name in names(&again) {
        let read = |folder: &Path| fs::read(folder.join(&name)).expect("a file");
        assert!(read(dist()) == read(&again), "{name}");
    }
    let check = |folder: &Path| {
        let mut check = Command::new("sha256sum");
        succeed(
            check
                .args(["--check", "--quiet", "SHA256SUMS"])
                .current_dir(folder),
        );
    };
    check(dist());
    check(&unpacked(BOARD, "dist-checksums"));
}

#[test]
fn the_bill_of_materials_lists_the_parts_of_the_archive_and_their_licences() {
    if !has_all(&["make", "zip", "unzip"]) {
        return;
    }
    let package = unpacked(BOARD, "dist-sbom");
    let sbom = fs::read_to_string(package.join("sbom.cdx.json")).expect("a text");
    let components = sbom.lines().filter_map(|line| {
        let purl = line.trim().strip_prefix("\"purl\": \"")?;
        Some(purl.split_once('@')?.0.to_owned())
    });
    let mut expected: BTreeSet<_> = CRATES.map(|name| format!("pkg:cargo/{name}")).into();
    expected.extend([
        "pkg:cargo/kz-rules-core".into(),
        "pkg:generic/rust-core".into(),
    ]);
    assert_eq!(components.collect::<BTreeSet<_>>(), expected);
    assert_eq!(sbom.matches("\"alg\": \"SHA-256\"").count(), CRATES.len());
    for name in CRATES.into_iter().chain(["kz-rules"]) {
        let licences = fs::read_dir(package.join("share/licenses").join(name));
        assert!(licences.expect(name).next().is_some(), "{name}");
    }
}

#[test]
fn platformio_gets_the_archive_for_the_boards_processor() {
    if !has("python3") {
        return;
    }
    let cross_gcc = fs::read_to_string(root().join("scripts/cross-gcc")).expect("a script");
    // For each board: its processor, its chip, an option of its code; and the archive.
    for (processor, chip, option, target) in [
        ("cortex-m0", "nrf51822", "", "thumbv6m-none-eabi"),
        ("cortex-m0plus", "rp2040", "", "thumbv6m-none-eabi"),
        ("cortex-m3", "stm32f103c8t6", "", "thumbv7m-none-eabi"),
        (
            "cortex-m4",
            "nrf52840",
            "-mfloat-abi=softfp",
            "thumbv7em-none-eabi",
        ),
        (
            "cortex-m7",
            "imxrt1062",
            "-mfloat-abi=hard",
            "thumbv7em-none-eabihf",
        ),
        ("cortex-m33", "ra4m1", "", "thumbv8m.main-none-eabi"),
        ("", "esp32c6", "", "riscv32imac-unknown-none-elf"),
    ] {
        assert!(
            cross_gcc.contains(&format!("{target})")),
            "{target} is built"
        );
        let path = format!("lib/{target}");
        assert!(
            platformio(processor, chip, option).ends_with(&format!("{path} kz_rules\n")),
            "{processor}"
        );
    }
    assert!(platformio("avr", "atmega328p", "").contains("no archive here"));
}

/// Where the library's script for PlatformIO looks for the archive, or its error.
fn platformio(processor: &str, chip: &str, option: &str) -> String {
    let stand_in = format!(
        "class Board:\n    def get(self, key, default):\n        return {{'build.cpu': '{processor}', 'build.mcu': '{chip}'}}[key]\n\
         class Environment:\n    def BoardConfig(self): return Board()\n    def Flatten(self, flags): return flags\n    \
         def get(self, key, default): return ['{option}']\n    \
         def Append(self, LIBPATH, LIBS): print(*LIBPATH, *LIBS)\n\
         script = open('packaging/platformio/kz_rules.py').read()\n\
         exec(script, {{'env': Environment(), 'Import': lambda name: None}})\n"
    );
    let mut python = Command::new("python3");
    let output = run(python.args(["-c", &stand_in]).current_dir(root()));
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}
