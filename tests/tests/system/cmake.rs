//! kz-rules in CMake builds: the README's example as a user's program, with the installed package and the
//! subdirectory, on this host and on a Cortex-M4.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kz_rules_ffi::KZ_ABI_VERSION;
use kz_rules_tests::readme::{c_example, run_c_example};
use kz_rules_tests::tools::{folder, has, installed, root, run, shown, skip, succeed};

/// A build of tests/cmake in one of its ways.
pub(crate) struct Build {
    pub(crate) folder: PathBuf,
    /// The expected output of the program.
    expected: String,
    configured: Output,
}

impl Build {
    /// Configures it; `name` is the name of its folder.
    pub(crate) fn new(name: &str, way: &str, options: &[&str]) -> Build {
        let folder = folder(&format!("cmake-{name}"));
        let (source, expected) = c_example(&folder);
        let mut cmake = Command::new("cmake");
        cmake.arg("-S").arg(root().join("tests/cmake"));
        cmake.arg("-B").arg(&folder).env("CMAKE_GENERATOR", "Ninja");
        cmake.arg(format!("-DWAY={way}"));
        cmake.arg(format!("-DSOURCE={}", source.display()));
        cmake.arg(format!("-DCMAKE_PREFIX_PATH={}", installed().display()));
        cmake.arg(shared_work(options));
        let configured = run(cmake.args(options));
        Build {
            folder,
            expected,
            configured,
        }
    }

    /// CMake's output of a configuration that must have succeeded.
    pub(crate) fn said(&self) -> String {
        assert!(
            self.configured.status.success(),
            "{}",
            shown(&self.configured)
        );
        String::from_utf8_lossy(&self.configured.stdout).into_owned()
    }

    /// CMake's output, in one line, of a configuration that must have failed.
    pub(crate) fn refused(&self) -> String {
        let words = shown(&self.configured);
        assert!(!self.configured.status.success(), "{words}");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Builds the program. None, with a loud skip, if nothing here builds for the target.
    pub(crate) fn program(&self) -> Option<PathBuf> {
        self.said();
        let output = run(Command::new("cmake").arg("--build").arg(&self.folder));
        let said = shown(&output);
        if said.contains("nothing here builds for") {
            skip(&said);
            return None;
        }
        assert!(output.status.success(), "{said}");
        Some(self.folder.join("program"))
    }

    /// Builds the program, and runs it on this host.
    pub(crate) fn runs(&self) {
        let program = self.program().expect("this host has a compiler");
        assert_eq!(run_c_example(&mut Command::new(program)), self.expected);
    }
}

/// The option that makes cargo share the target folder with the scripts: what they built is not built again.
pub(crate) fn shared_work(options: &[&str]) -> String {
    let has = |what: &str| options.iter().any(|option| option.contains(what));
    // A 32-bit target on a 64-bit host is another host.
    let work = if has("TOOLCHAIN_FILE") {
        "bare-metal"
    } else if options.contains(&"-DOPTIONS=ARCH_POSIX") {
        "cross"
    } else {
        "archive"
    };
    format!(
        "-DKZ_RULES_WORK={}",
        root().join("target").join(work).display()
    )
}

/// The variable that builds an archive for another host, including `core`, quickly: it only has to be linked.
pub(crate) const FAST: (&str, &str) = (
    "KZ_RULES_CARGO_FLAGS",
    "--config profile.release.opt-level=0",
);

pub(crate) fn has_cmake() -> bool {
    ["cmake", "ninja", "make", "gcc"].into_iter().all(has)
}

/// The commands of a build configured with Ninja.
pub(crate) fn commands(folder: &Path) -> String {
    let mut ninja = Command::new("ninja");
    succeed(ninja.arg("-C").arg(folder).args(["-t", "commands"]))
}

/// The option for a toolchain of tests/cmake.
pub(crate) fn toolchain(name: &str) -> String {
    let file = root().join("tests/cmake").join(name);
    format!("-DCMAKE_TOOLCHAIN_FILE={}", file.display())
}

/// The machine in the ELF header of a program.
pub(crate) fn machine(program: &Path) -> String {
    let header = succeed(Command::new("readelf").arg("--file-header").arg(program));
    let line = header
        .lines()
        .find_map(|line| line.trim().strip_prefix("Machine:"));
    line.expect("a machine").trim().to_owned()
}

#[test]
fn an_installed_package_is_found_and_gives_the_archive() {
    if has_cmake() {
        let build = Build::new(
            "package",
            "package",
            &[concat!("-DASKED=", env!("CARGO_PKG_VERSION"))],
        );
        let version = format!("version {}", env!("CARGO_PKG_VERSION"));
        assert!(build.said().contains(&version), "{}", build.said());
        build.runs();
    }
}

#[test]
fn a_program_in_cpp_finds_its_header_in_an_installed_package_and_in_a_subdirectory() {
    if has_cmake() && has("g++") {
        let source = root().join("examples/minimal/ask.cpp");
        let source = format!("-DSOURCE={}", source.display());
        for way in ["package", "subdirectory"] {
            Build::new(&format!("{way}-cpp"), way, &[&source]).runs();
        }
    }
}

#[test]
fn an_installed_package_gives_the_shared_library() {
    if has_cmake() && has("readelf") {
        let build = Build::new("shared", "shared", &[]);
        build.runs();
        let program = build.folder.join("program");
        let needed = succeed(Command::new("readelf").arg("--dynamic").arg(program));
        let name = format!("[libkz_rules.so.{KZ_ABI_VERSION}]");
        assert!(needed.contains(&name), "{needed}");
    }
}

#[test]
fn an_installed_package_is_found_through_a_linked_folder() {
    if has_cmake() {
        let prefix = folder("cmake-linked-prefix");
        symlink(installed().join("lib"), prefix.join("lib")).expect("a link");
        let option = format!("-DCMAKE_PREFIX_PATH={}", prefix.display());
        Build::new("linked", "package", &[&option]).runs();
    }
}

/// The numbers of the version: major, minor, patch.
fn version() -> [u32; 3] {
    [
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
    ]
    .map(|part| part.parse().expect("a number"))
}

#[test]
fn a_compatible_version_and_a_range_with_this_one_are_accepted() {
    if has_cmake() {
        let [major, minor, _] = version();
        let this = env!("CARGO_PKG_VERSION");
        let accepted = [
            format!("{major}.{minor}"),
            format!("0.0...{}", major + 1),
            format!("{this}...{this}"),
            format!("{major}.{minor}...<{major}.{}", minor + 1),
        ];
        for asked in accepted {
            let option = format!("-DASKED={asked}");
            let said = Build::new("accepted", "package", &[&option]).said();
            assert!(said.contains(&format!("version {this}")), "{asked}: {said}");
        }
    }
}

#[test]
fn an_incompatible_version_is_refused() {
    if has_cmake() {
        let [major, minor, patch] = version();
        let this = env!("CARGO_PKG_VERSION");
        let others = [
            "0".to_owned(),
            "0.0".to_owned(),
            format!("{major}.{minor}.{}", patch + 1),
            format!("{major}.{}", minor + 1),
            format!("{}.0", major + 1),
            format!("0.0...<{this}"),
            format!("{major}.{minor}.{}...{}", patch + 1, major + 1),
        ];
        for asked in others {
            let option = format!("-DASKED={asked}");
            let said = Build::new("asked", "package", &[&option]).refused();
            assert!(
                said.contains("compatible with requested version"),
                "{asked}: {said}"
            );
        }
    }
}

#[test]
fn an_installed_package_is_not_for_another_machine() {
    if has_cmake() && has("arm-none-eabi-gcc") {
        let cortex_m4 = toolchain("cortex-m4.cmake");
        let said = Build::new("package-cortex-m4", "package", &[&cortex_m4]).refused();
        assert!(said.contains("(for Linux on x86_64|"), "{said}");
    }
}

#[test]
fn an_installed_package_is_not_for_pointers_of_another_size() {
    if has_cmake() {
        let size = size_of::<usize>();
        let option = format!("-DPOINTER={}", 12 - size); // 4 for 8, 8 for 4
        let said = Build::new("package-pointer", "package", &[&option]).refused();
        let ours = format!("(for pointers of {size} bytes)");
        assert!(said.contains(&ours), "{said}");
    }
}

#[test]
fn a_subdirectory_builds_the_archive_for_this_host() {
    if has_cmake() {
        let build = Build::new("subdirectory", "subdirectory", &["-GUnix Makefiles"]);
        let version = format!("version {}", env!("CARGO_PKG_VERSION"));
        assert!(build.said().contains(&version), "{}", build.said());
        build.runs();
    }
}

#[test]
fn a_subdirectory_builds_the_archive_for_a_cortex_m4() {
    if has_cmake() && has("arm-none-eabi-gcc") && has("readelf") {
        let cortex_m4 = toolchain("cortex-m4.cmake");
        let build = Build::new("cortex-m4", "subdirectory", &[&cortex_m4]);
        // Other builds may leave an archive with other features where the scripts put theirs.
        let scripts_own = root().join("target/libkz_rules-thumbv7em-none-eabi.a");
        let written = || {
            fs::metadata(&scripts_own)
                .and_then(|file| file.modified())
                .ok()
        };
        let before = written();
        if let Some(program) = build.program() {
            assert_eq!(machine(&program), "ARM");
            assert_eq!(written(), before, "{}", scripts_own.display());
        }
    }
}

#[test]
fn a_subdirectory_asks_for_the_target_of_another_machine() {
    if has_cmake() && has("arm-none-eabi-gcc") {
        let options = ["-DCMAKE_SYSTEM_NAME=Generic", "-DCMAKE_C_COMPILER_WORKS=1"];
        let said = Build::new("no-target", "subdirectory", &options).refused();
        assert!(
            said.contains("set KZ_RULES_TARGET to Rust's name"),
            "{said}"
        );
    }
}

/// The parts that the header is told to leave out, in the commands of a build.
pub(crate) fn left_out(commands: &str) -> Vec<&str> {
    let flags = commands
        .split_whitespace()
        .filter_map(|word| word.strip_prefix("-DKZ_HAS_")?.strip_suffix("=0"));
    let mut left_out: Vec<_> = flags.collect();
    left_out.sort_unstable();
    left_out.dedup(); // more files than one are compiled
    left_out
}

#[test]
fn a_subdirectory_gives_all_features_or_those_that_are_named() {
    if has_cmake() {
        let configured = |name, options: &[&str]| {
            let build = Build::new(name, "subdirectory", options);
            build.said();
            commands(&build.folder)
        };
        let all = configured("all-features", &[]);
        let call = "scripts/archive static text-kk,text-ru,text-en,qr,mrz,ed25519 ";
        assert!(all.contains(call) && left_out(&all).is_empty(), "{all}");
        let some = configured("some-features", &["-DKZ_RULES_FEATURES=qr;text-ru"]);
        assert!(
            some.contains("scripts/archive static qr,text-ru "),
            "{some}"
        );
        assert_eq!(left_out(&some), ["ED25519", "MRZ", "TEXT_EN", "TEXT_KK"]);
        let none = configured("no-features", &["-DKZ_RULES_FEATURES="]);
        assert!(none.contains("scripts/archive static \"\" "), "{none}");
        assert_eq!(
            left_out(&none),
            ["ED25519", "MRZ", "QR", "TEXT_EN", "TEXT_KK", "TEXT_RU"]
        );
    }
}
