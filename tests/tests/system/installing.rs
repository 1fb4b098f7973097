//! scripts/install and scripts/qemu: what the project needs is installed, and no package of the user's is removed.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::{Command, Output};

use kz_rules_tests::tools::{folder, root, run, shown};

/// Writes shell scripts into a folder.
fn programs(bin: &Path, programs: &[(&str, String)]) {
    for (program, script) in programs {
        let file = bin.join(program);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("the folder is ours");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("it is ours");
    }
}

/// Runs scripts/install as root on a machine whose apt-get would remove these packages; returns what it was told to
/// install.
fn install(name: &str, removed: &[&str], ci: bool) -> (Output, String) {
    let bin = folder(name);
    let installed = bin.join("installed");
    let removals: String = removed
        .iter()
        .map(|it| format!("echo 'Remv {it} [1.0]';"))
        .collect();
    let log = installed.display();
    programs(
        &bin,
        &[
            ("dpkg-query", "exit 1".to_owned()),
            ("id", "echo 0".to_owned()),
            (
                "apt-get",
                format!(
                    "case \"$*\" in *' -s') {removals} ;; *install*) echo \"$*\" >>{log};; esac"
                ),
            ),
        ],
    );
    let mut install = Command::new(root().join("scripts/install"));
    install
        .arg("cargo-web")
        .env("PATH", format!("{}:/usr/bin:/bin", bin.display()));
    if ci {
        install.env("CI", "true");
    } else {
        install.env_remove("CI");
    }
    let output = run(&mut install);
    (output, fs::read_to_string(installed).unwrap_or_default())
}

#[test]
fn a_package_of_the_user_is_never_removed() {
    for ci in [false, true] {
        let (output, installed) = install("install-in-the-way", &["rustc", "cargo"], ci);
        assert_eq!(output.status.code(), Some(3), "{}", shown(&output));
        assert!(
            shown(&output).contains("this would remove: rustc cargo."),
            "{}",
            shown(&output)
        );
        assert_eq!(installed, "", "nothing is installed");
    }
}

#[test]
fn a_package_that_nothing_excludes_is_installed_and_apt_get_may_remove_nothing() {
    let (output, installed) = install("install-alone", &[], true);
    assert!(output.status.success(), "{}", shown(&output));
    assert!(installed.contains("install cargo-web"), "{installed}");
    assert!(installed.contains("--no-remove"), "{installed}");
}

/// What scripts/qemu needs of this machine. An emulator that the machine has is not among it.
const TOOLS: &str = "cat chmod dirname find grep mkdir mktemp mv paste rm sed sh sort tr";

/// Calls scripts/qemu, in a copy of the scripts, on a machine whose apt-get would remove a package, and does or does not have one to
/// download.
fn qemu(tree: &Path, has_a_package: bool) -> Output {
    let bin = tree.join("bin");
    let _ = fs::create_dir_all(&bin);
    let _ = fs::create_dir(tree.join("scripts"));
    for script in ["install", "qemu"] {
        fs::copy(
            root().join("scripts").join(script),
            tree.join("scripts").join(script),
        )
        .expect("the folder is ours");
    }
    for tool in TOOLS.split(' ') {
        let _ = symlink(Path::new("/usr/bin").join(tool), bin.join(tool));
    }
    let found = if has_a_package {
        "echo 'Inst qemu-system-arm (7)'"
    } else {
        ":"
    };
    programs(
        &bin,
        &[
            ("dpkg-query", "exit 1".to_owned()),
            ("id", "echo 0".to_owned()),
            (
                "apt-get",
                format!("case \"$*\" in *download*) : >$PWD/a.deb ;; *' -s'*|'-s '*) echo 'Remv qemu-utils [1]'; {found} ;; esac"),
            ),
            // dpkg -x FILE FOLDER
            (
                "dpkg",
                "mkdir -p $3/usr/bin $3/usr/lib/some $3/lib; : >$3/usr/lib/some/a.so.1\n\
                 printf '#!/bin/sh\\necho \"$* with $LD_LIBRARY_PATH\"\\n' >$3/usr/bin/qemu-system-arm\n\
                 chmod 755 $3/usr/bin/qemu-system-arm"
                    .to_owned(),
            ),
        ],
    );
    let mut qemu = Command::new(tree.join("scripts/qemu"));
    run(qemu.args(["arm", "--version"]).env("PATH", &bin))
}

#[test]
fn an_emulator_that_would_remove_a_package_is_unpacked_into_the_target_folder() {
    let tree = folder("qemu-unpacked");
    let output = qemu(&tree, true);
    assert!(output.status.success(), "{}", shown(&output));
    let libraries = tree.join("target/qemu/qemu-system-arm/usr/lib/some");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        format!("--version with {}\n", libraries.display())
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("Unpacked qemu-system-arm"), "{said}");
    // The second call finds it.
    let again = qemu(&tree, false);
    assert_eq!(again.stdout, output.stdout);
    assert!(again.stderr.is_empty(), "{}", shown(&again));
}

#[test]
fn without_an_emulator_nothing_is_left_and_it_is_said() {
    let tree = folder("qemu-missing");
    let output = qemu(&tree, false);
    assert_eq!(output.status.code(), Some(3), "{}", shown(&output));
    assert!(
        shown(&output).contains("this would remove: qemu-utils"),
        "{}",
        shown(&output)
    );
    let left = fs::read_dir(tree.join("target/qemu")).expect("it was begun");
    assert_eq!(left.count(), 0);
}
