//! kz-rules in CMake builds: the README's example as a user's program, with the installed package, the
//! subdirectory, on this host and on a Cortex-M4, and as a module of Zephyr and a component of ESP-IDF. Of these
//! two the functions that the pieces call are replaced (tests/cmake): neither is installed here.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kz_rules_ffi::KZ_ABI_VERSION;
use kz_rules_tests::readme::{c_example, run_c_example};
use kz_rules_tests::tools::{folder, has, installed, read, root, run, shown, skip, succeed};

/// A build of tests/cmake in one of its ways.
struct Build {
    folder: PathBuf,
    /// What the program must print.
    expected: String,
    configured: Output,
}

impl Build {
    /// Configures it; `name` is its folder's.
    fn new(name: &str, way: &str, options: &[&str]) -> Build {
        let folder = folder(&format!("cmake-{name}"));
        let (source, expected) = c_example(&folder);
        let mut cmake = Command::new("cmake");
        cmake.arg("-S").arg(root().join("tests/cmake"));
        cmake.arg("-B").arg(&folder).env("CMAKE_GENERATOR", "Ninja");
        cmake.arg(format!("-DWAY={way}"));
        cmake.arg(format!("-DSOURCE={}", source.display()));
        cmake.arg(format!("-DCMAKE_PREFIX_PATH={}", installed().display()));
        let configured = run(cmake.args(options));
        Build {
            folder,
            expected,
            configured,
        }
    }

    /// What cmake said when it was configured, which must have succeeded.
    fn said(&self) -> String {
        assert!(
            self.configured.status.success(),
            "{}",
            shown(&self.configured)
        );
        String::from_utf8_lossy(&self.configured.stdout).into_owned()
    }

    /// What cmake said, in one line, when it was configured, which must have failed.
    fn refused(&self) -> String {
        let words = shown(&self.configured);
        assert!(!self.configured.status.success(), "{words}");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Builds the program. Nothing, and a loud skip, if nothing here builds for the target.
    fn program(&self) -> Option<PathBuf> {
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
    fn runs(&self) {
        let program = self.program().expect("this host has a compiler");
        assert_eq!(run_c_example(&mut Command::new(program)), self.expected);
    }
}

fn has_cmake() -> bool {
    ["cmake", "ninja", "make", "gcc"].into_iter().all(has)
}

/// The option that names a toolchain of tests/cmake.
fn toolchain(name: &str) -> String {
    let file = root().join("tests/cmake").join(name);
    format!("-DCMAKE_TOOLCHAIN_FILE={}", file.display())
}

/// What the ELF header of a program says of its machine.
fn machine(program: &Path) -> String {
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
fn a_version_that_promises_the_same_and_a_range_with_this_one_are_accepted() {
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
fn a_version_that_promises_something_else_is_refused() {
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
        assert!(said.contains("(for its own machine)"), "{said}");
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
        // Where the scripts leave the archive, others may leave one with other features.
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

#[test]
fn the_zephyr_module_is_linked_if_the_application_wants_it() {
    if has_cmake() && has("arm-none-eabi-gcc") && has("readelf") {
        let options = [
            &*toolchain("cortex-m4.cmake"),
            "-DCONFIG_KZ_RULES=y",
            "-DCONFIG_KZ_RULES_TARGET=thumbv7em-none-eabi",
        ];
        let build = Build::new("zephyr", "zephyr", &options);
        if let Some(program) = build.program() {
            assert_eq!(machine(&program), "ARM");
        }
    }
}

#[test]
fn the_zephyr_module_gives_the_features_that_were_chosen() {
    if has_cmake() && has("arm-none-eabi-gcc") {
        let options = [
            &*toolchain("cortex-m4.cmake"),
            "-DCONFIG_KZ_RULES=y",
            "-DCONFIG_KZ_RULES_TARGET=thumbv7em-none-eabi",
            "-DCONFIG_KZ_RULES_TEXT_KK=y",
            "-DCONFIG_KZ_RULES_QR=y",
        ];
        let build = Build::new("zephyr-features", "zephyr", &options);
        build.said();
        let mut ninja = Command::new("ninja");
        ninja.arg("-C").arg(&build.folder).args(["-t", "commands"]);
        let commands = succeed(&mut ninja);
        let call = "scripts/archive thumbv7em-none-eabi text-kk,qr ";
        assert!(commands.contains(call), "{commands}");
        assert_eq!(left_out(&commands), ["ED25519", "TEXT_EN", "TEXT_RU"]);
    }
}

/// What the header is told to leave out, in the commands of a build.
fn left_out(commands: &str) -> Vec<&str> {
    let flags = commands
        .split_whitespace()
        .filter_map(|word| word.strip_prefix("-DKZ_HAS_")?.strip_suffix("=0"));
    let mut left_out: Vec<_> = flags.collect();
    left_out.sort_unstable();
    left_out
}

#[test]
fn a_subdirectory_gives_all_features_or_those_that_are_named() {
    if has_cmake() {
        let commands = |name, options: &[&str]| {
            let build = Build::new(name, "subdirectory", options);
            build.said();
            let mut ninja = Command::new("ninja");
            ninja.arg("-C").arg(&build.folder).args(["-t", "commands"]);
            succeed(&mut ninja)
        };
        let all = commands("all-features", &[]);
        let call = "scripts/archive static text-kk,text-ru,text-en,qr,ed25519 ";
        assert!(all.contains(call) && left_out(&all).is_empty(), "{all}");
        let some = commands("some-features", &["-DKZ_RULES_FEATURES=qr;text-ru"]);
        assert!(
            some.contains("scripts/archive static qr,text-ru "),
            "{some}"
        );
        assert_eq!(left_out(&some), ["ED25519", "TEXT_EN", "TEXT_KK"]);
        let none = commands("no-features", &["-DKZ_RULES_FEATURES="]);
        assert!(none.contains("scripts/archive static \"\" "), "{none}");
        assert_eq!(
            left_out(&none),
            ["ED25519", "QR", "TEXT_EN", "TEXT_KK", "TEXT_RU"]
        );
    }
}

#[test]
fn an_option_of_zephyr_is_on_unless_it_is_switched_off() {
    let kconfig = read("zephyr/Kconfig");
    for feature in ["TEXT_KK", "TEXT_RU", "TEXT_EN", "QR", "ED25519"] {
        let option = kconfig
            .split("\nconfig ")
            .find(|option| option.starts_with(&format!("KZ_RULES_{feature}\n")));
        let option = option.expect("an option of the library's");
        assert!(option.contains("\tdefault y\n"), "{option}");
    }
}

#[test]
fn the_esp_idf_component_is_linked_for_a_risc_v_chip_only() {
    if has_cmake() && has("riscv64-unknown-elf-gcc") && has("readelf") {
        let esp32c6 = toolchain("esp32c6.cmake");
        let build = Build::new("esp-idf", "esp-idf", &[&esp32c6]);
        if let Some(program) = build.program() {
            assert_eq!(machine(&program), "RISC-V");
        }
        let said = Build::new("esp32s3", "esp-idf", &["-DIDF_TARGET=esp32s3"]).refused();
        assert!(
            said.contains("esp32s3 is none that is known here"),
            "{said}"
        );
    }
}

#[test]
fn a_subdirectory_of_another_esp_idf_component_is_one_like_any() {
    if has_cmake() {
        let theirs = format!("-DCOMPONENT_DIR={}", root().join("tests").display());
        let options = ["-DESP_PLATFORM=1", &theirs];
        let said = Build::new("esp-idf-subdirectory", "subdirectory", &options).said();
        let version = format!("version {}", env!("CARGO_PKG_VERSION"));
        assert!(said.contains(&version), "{said}");
    }
}

#[test]
fn the_esp_idf_component_tells_its_requirements_in_a_script() {
    if has("cmake") {
        let script = root().join("tests/cmake/esp-idf-requirements.cmake");
        let output = run(Command::new("cmake").arg("-P").arg(script));
        let said = shown(&output);
        assert!(output.status.success(), "{said}");
        assert!(
            said.contains("registered with INCLUDE_DIRS;include"),
            "{said}"
        );
    }
}
