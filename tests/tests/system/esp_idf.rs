//! kz-rules as a component of ESP-IDF. ESP-IDF is not installed here: tests/cmake/esp-idf imitates it.

use std::fs;
use std::process::Command;

use kz_rules_tests::tools::{folder, has, read, root, run, shown, succeed};

use crate::cmake::{Build, commands, has_cmake, left_out, machine, toolchain};

#[test]
fn the_component_is_linked_by_both_build_systems() {
    if has_cmake() && has("riscv64-unknown-elf-gcc") && has("readelf") {
        let esp32c6 = toolchain("esp32c6.cmake");
        for (name, options) in [
            ("esp-idf", vec![&*esp32c6]),
            ("esp-idf-v2", vec![&*esp32c6, "-DV2=1"]),
        ] {
            let build = Build::new(name, "esp-idf", &options);
            if let Some(program) = build.program() {
                assert_eq!(machine(&program), "RISC-V");
            }
        }
    }
}

#[test]
fn the_component_runs_on_the_target_linux() {
    if has_cmake() {
        Build::new("esp-idf-linux", "esp-idf", &["-DIDF_TARGET=linux"]).runs();
    }
}

#[test]
fn the_rust_target_has_the_instructions_and_the_abi_of_the_chip() {
    if has_cmake() {
        for (chip, target) in [
            ("esp32c3", "riscv32imc-unknown-none-elf"),
            ("esp32h21", "riscv32imac-unknown-none-elf"),
            ("esp32p4", "riscv32imafc-unknown-none-elf"),
        ] {
            let option = format!("-DIDF_TARGET={chip}");
            let build = Build::new("esp-idf-chip", "esp-idf", &[&option]);
            build.said();
            let commands = commands(&build.folder);
            assert!(
                commands.contains(&format!("scripts/archive {target} ")),
                "{commands}"
            );
        }
        let said = Build::new("esp32s3", "esp-idf", &["-DIDF_TARGET=esp32s3"]).refused();
        assert!(
            said.contains("esp32s3 is none that is known here"),
            "{said}"
        );
    }
}

#[test]
fn the_component_has_the_features_chosen_in_menuconfig() {
    if has_cmake() {
        let off = "-DCONFIGS=CONFIG_KZ_RULES_TEXT_RU;CONFIG_KZ_RULES_QR";
        let build = Build::new("esp-idf-features", "esp-idf", &["-DIDF_TARGET=linux", off]);
        build.said();
        let commands = commands(&build.folder);
        let call = "scripts/archive static text-kk,text-en,mrz,ed25519 ";
        assert!(commands.contains(call), "{commands}");
        assert_eq!(left_out(&commands), ["QR", "TEXT_RU"]);
    }
}

#[test]
fn a_subdirectory_of_another_component_is_an_ordinary_one() {
    if has_cmake() {
        let theirs = format!("-DCOMPONENT_DIR={}", root().join("tests").display());
        let options = ["-DESP_PLATFORM=1", &theirs];
        let said = Build::new("esp-idf-subdirectory", "subdirectory", &options).said();
        let version = format!("version {}", env!("CARGO_PKG_VERSION"));
        assert!(said.contains(&version), "{said}");
    }
}

#[test]
fn the_component_tells_its_requirements_in_a_script() {
    if has("cmake") {
        let script = root().join("tests/cmake/esp-idf/requirements.cmake");
        let output = run(Command::new("cmake").arg("-P").arg(script));
        let said = shown(&output);
        assert!(output.status.success(), "{said}");
        assert!(said.contains("registered 1, requires '', /"), "{said}");
    }
}

#[test]
fn the_manifest_has_the_version_and_everything_that_cargo_reads() {
    let manifest = read("idf_component.yml");
    let version = format!("\nversion: \"{}\"\n", env!("CARGO_PKG_VERSION"));
    assert!(manifest.contains(&version), "{manifest}");
    let excluded: Vec<_> = manifest
        .lines()
        .filter_map(|line| line.trim().strip_prefix("- \"")?.strip_suffix("/**/*\""))
        .collect();
    assert!(excluded.len() > 5, "{excluded:?}");
    let packed = folder("esp-idf-packed");
    for entry in fs::read_dir(root()).expect("the repository") {
        let name = entry.expect("an entry").file_name();
        if name != ".git" && !excluded.iter().any(|folder| name == *folder) {
            let mut cp = Command::new("cp");
            succeed(cp.arg("-R").arg(root().join(&name)).arg(&packed));
        }
    }
    for folder in excluded.iter().filter(|folder| **folder != "target") {
        assert!(
            root().join(folder).is_dir(),
            "{folder} is excluded, and is not there"
        );
        fs::remove_dir_all(packed.join(folder)).ok();
    }
    let mut metadata = Command::new("cargo");
    metadata.args(["metadata", "--locked", "--offline", "--no-deps"]);
    succeed(
        metadata
            .args(["--format-version", "1"])
            .current_dir(&packed),
    );
}
