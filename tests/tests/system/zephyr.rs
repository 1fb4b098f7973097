//! kz-rules as a module of Zephyr: its sample and its test, built for boards of Zephyr's own continuous integration. Zephyr is
//! not installed here: tests/cmake/zephyr imitates its CMake package.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use kz_rules_tests::tools::{folder, has, read, root, run, shown, skip, succeed};

use crate::cmake::{FAST, commands, has_cmake, left_out, machine, shared_work, toolchain};
use crate::vendor::CRATES;

/// A board, the options of its processor, and its Rust target if there is one.
struct Board {
    name: String,
    options: String,
    target: String,
}

/// The rows of zephyr/boards.csv.
fn boards() -> Vec<Board> {
    let table = read("zephyr/boards.csv");
    let rows = table.lines().skip(1).map(|line| {
        let cells: Vec<_> = line.split(',').collect();
        let [name, options, target] = *cells else {
            panic!("three columns: {line}");
        };
        Board {
            name: name.to_owned(),
            options: options.replace(' ', ";"),
            target: target.to_owned(),
        }
    });
    rows.collect()
}

/// Configures an application of zephyr/ for the first row of a board.
fn configure(name: &str, application: &str, board: &str, options: &[&str]) -> PathBuf {
    let folder = folder(&format!("zephyr-{name}"));
    let boards = boards();
    let board = boards.iter().find(|it| it.name == board).expect("a board");
    let processor = format!("-DOPTIONS={}", board.options);
    let mut cmake = Command::new("cmake");
    cmake.arg("-S").arg(root().join("zephyr").join(application));
    cmake
        .arg("-B")
        .arg(&folder)
        .args(["-G", "Ninja", &processor]);
    let package = root().join("tests/cmake/zephyr");
    cmake.arg(format!("-DZephyr_DIR={}", package.display()));
    cmake.arg(format!("-DZEPHYR_EXTRA_MODULES={}", root().display()));
    let mut all = vec![&*processor];
    all.extend(options);
    cmake.arg(shared_work(&all));
    succeed(cmake.args(options));
    folder
}

/// Builds what was configured. None, with a loud skip, if nothing here builds for the target.
fn build(folder: &Path, variables: &[(&str, &str)]) -> Option<PathBuf> {
    let mut cmake = Command::new("cmake");
    cmake.envs(variables.iter().copied());
    let output = run(cmake.arg("--build").arg(folder));
    let said = shown(&output);
    if said.contains("nothing here builds for") {
        skip(&said);
        return None;
    }
    assert!(output.status.success(), "{said}");
    Some(folder.join("program"))
}

#[test]
fn the_sample_and_the_test_run_on_both_native_simulators() {
    if !has_cmake() || !has("readelf") {
        return;
    }
    let sample = read("zephyr/sample/sample.yaml");
    let expected: String = sample
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- \"")?.strip_suffix('"'))
        .map(|line| format!("{line}\n"))
        .collect();
    assert!(expected.contains("decided: mandatory\n"), "{expected}");
    for (board, name, of, variables) in [
        ("native_sim", "32", "Intel 80386", &[FAST][..]),
        (
            "native_sim/native/64",
            "64",
            "Advanced Micro Devices X86-64",
            &[],
        ),
    ] {
        let folder = configure(&format!("sample-{name}"), "sample", board, &[]);
        let Some(program) = build(&folder, variables) else {
            continue;
        };
        assert_eq!(machine(&program), of);
        assert_eq!(succeed(&mut Command::new(program)), expected, "{board}");
        let folder = configure(&format!("test-{name}"), "tests/assess", board, &[]);
        let Some(program) = build(&folder, variables) else {
            continue;
        };
        let printed = succeed(&mut Command::new(program));
        assert_eq!(printed, "PROJECT EXECUTION SUCCESSFUL\n", "{board}");
    }
}

#[test]
fn the_sample_is_linked_for_a_cortex_m4() {
    if has_cmake() && has("arm-none-eabi-gcc") && has("readelf") {
        let cortex_m4 = toolchain("cortex-m4.cmake");
        let folder = configure("cortex-m4", "sample", "mps2/an386", &[&cortex_m4]);
        if let Some(program) = build(&folder, &[]) {
            assert_eq!(machine(&program), "ARM");
        }
    }
}

#[test]
fn an_application_without_the_option_is_not_linked_with_the_module() {
    if has_cmake() {
        let off = ["-DEXTRA_CONFIGS=CONFIG_KZ_RULES=n"];
        let folder = configure("off", "sample", "native_sim/native/64", &off);
        assert!(!commands(&folder).contains("scripts/archive"));
    }
}

#[test]
fn the_module_gives_the_features_that_were_chosen() {
    if has_cmake() {
        let alone = "-DEXTRA_CONFIGS=CONFIG_KZ_RULES_TEXT_RU=n;CONFIG_KZ_RULES_TEXT_EN=n;CONFIG_KZ_RULES_ED25519=n";
        let folder = configure("features", "sample", "qemu_cortex_m3", &[alone]);
        let commands = commands(&folder);
        let call = "scripts/archive thumbv7m-none-eabi text-kk,qr,mrz ";
        assert!(commands.contains(call), "{commands}");
        assert_eq!(left_out(&commands), ["ED25519", "TEXT_EN", "TEXT_RU"]);
    }
}

#[test]
fn a_named_target_is_used() {
    if has_cmake() {
        let named = "-DEXTRA_CONFIGS=CONFIG_KZ_RULES_TARGET=thumbv6m-none-eabi";
        let folder = configure("named", "sample", "qemu_cortex_m3", &[named]);
        let commands = commands(&folder);
        assert!(
            commands.contains("scripts/archive thumbv6m-none-eabi "),
            "{commands}"
        );
    }
}

#[test]
fn each_board_has_the_rust_target_of_its_processor_and_abi_or_is_refused() {
    if !has("cmake") {
        return;
    }
    let script = root().join("tests/cmake/zephyr/target.cmake");
    let found = |options: &str, processor: &str| {
        let mut cmake = Command::new("cmake");
        cmake.arg(format!("-DOPTIONS={options}"));
        cmake.arg(format!("-DPROCESSOR={processor}"));
        run(cmake.arg("-P").arg(&script))
    };
    for board in boards() {
        let output = found(&board.options, "x86_64");
        // CMake breaks the lines of an error.
        let said = shown(&output);
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let Board { name, target, .. } = board;
        if target.is_empty() {
            assert!(!output.status.success(), "{name}: {said}");
            assert!(
                said.contains("name it in CONFIG_KZ_RULES_TARGET"),
                "{name}: {said}"
            );
        } else {
            assert!(
                said.ends_with(&format!("-- target {target}")),
                "{name}: {said}"
            );
        }
    }
    let said = shown(&found("ARCH_POSIX", "aarch64"));
    assert!(said.contains("native_sim/native/64"), "{said}");
}

#[test]
fn the_sample_and_the_test_name_boards_that_have_a_target() {
    let with_target: BTreeSet<_> = boards()
        .into_iter()
        .filter(|board| !board.target.is_empty())
        .map(|board| board.name)
        .collect();
    for file in [
        "zephyr/sample/sample.yaml",
        "zephyr/tests/assess/testcase.yaml",
    ] {
        let text = read(file);
        let (_, platforms) = text
            .split_once("  platform_allow:\n")
            .expect("the platforms");
        let platforms: Vec<_> = platforms
            .lines()
            .map_while(|line| line.strip_prefix("    - "))
            .collect();
        assert!(platforms.len() > 3, "{file}: {platforms:?}");
        for platform in platforms {
            assert!(with_target.contains(platform), "{file}: {platform}");
        }
    }
}

#[test]
fn the_module_names_its_applications_and_what_to_monitor() {
    let module = read("zephyr/module.yml");
    let list = |key: &str| -> Vec<String> {
        let (_, rest) = module.split_once(&format!("{key}:\n")).expect("the list");
        let items = rest
            .lines()
            .map_while(|line| line.trim().strip_prefix("- "));
        items.map(str::to_owned).collect()
    };
    for (key, file) in [
        ("samples", "sample.yaml"),
        ("tests", "assess/testcase.yaml"),
    ] {
        let [folder] = &*list(key) else {
            panic!("one folder of {key}");
        };
        assert!(root().join(folder).join(file).is_file(), "{folder}/{file}");
    }
    let lock = read("Cargo.lock");
    let version = |name: &str| {
        let (_, rest) = lock
            .split_once(&format!("name = \"{name}\"\nversion = \""))
            .expect("a package");
        rest.split('"').next().expect("a version").to_owned()
    };
    let mut expected = vec![format!(
        "pkg:generic/kz-rules@{}",
        env!("CARGO_PKG_VERSION")
    )];
    expected.extend(CRATES.map(|name| format!("pkg:cargo/{name}@{}", version(name))));
    assert_eq!(list("security:\n  external-references"), expected);
}

#[test]
fn each_feature_is_an_option_that_is_on_unless_it_is_switched_off() {
    let kconfig = read("cmake/features.kconfig");
    let features = read("cmake/kz-rules.cmake");
    let (_, features) = features
        .split_once("set(KZ_RULES_ALL_FEATURES ")
        .expect("the features");
    let (features, _) = features.split_once(')').expect("their end");
    let mut options = kconfig.split("\nconfig ").skip(1);
    for feature in features.split(' ') {
        let option = options.next().expect("an option");
        let name = feature.to_uppercase().replace('-', "_");
        assert!(
            option.starts_with(&format!("KZ_RULES_{name}\n")),
            "{option}"
        );
        assert!(option.contains("\tdefault y\n"), "{option}");
    }
    assert_eq!(options.next(), None);
    for file in ["Kconfig", "zephyr/Kconfig"] {
        let text = fs::read_to_string(root().join(file)).expect("a text");
        assert!(text.contains("features.kconfig\"\n"), "{file}: {text}");
    }
}
