//! `kz-law key`, `build`, `verify` and `show`, as a ministry runs them.

use crate::common::root;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> Output {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output();
    output.unwrap_or_else(|error| panic!("{program}: {error}"))
}

fn kz_law(folder: &Path, arguments: &[&str]) -> i32 {
    let output = run(folder, env!("CARGO_BIN_EXE_kz-law"), arguments);
    output.status.code().expect("a status")
}

fn build(folder: &Path, page: &str, pack: &str, key: &str) -> i32 {
    kz_law(
        folder,
        &[
            "build",
            page,
            "-o",
            pack,
            "--key",
            key,
            "--languages",
            "kk,ru,en",
        ],
    )
}

#[test]
fn a_law_is_built_signed_verified_and_shown() {
    let folder = folder("pack");
    let page = root().join("law/kazakhstan.md");
    let page = page.to_str().expect("UTF-8");
    let read = |file: &str| std::fs::read(folder.join(file)).unwrap();
    assert_eq!(kz_law(&folder, &["key", "ministry"]), 0);
    let key = read("ministry.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(folder.join("ministry.key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // A key is never overwritten, nor its other half made anew.
    assert_eq!(kz_law(&folder, &["key", "ministry"]), 2);
    std::fs::rename(folder.join("ministry.pub"), folder.join("kept.pub")).unwrap();
    assert_eq!(kz_law(&folder, &["key", "ministry"]), 2);
    assert!(read("ministry.key") == key && !folder.join("ministry.pub").exists());

    assert_eq!(build(&folder, page, "law.kzl", "ministry.key"), 0);
    assert_eq!(build(&folder, page, "again.kzl", "ministry.key"), 0);
    assert!(
        read("law.kzl") == read("again.kzl"),
        "the same page gives the same bytes"
    );
    assert_eq!(
        kz_law(&folder, &["verify", "law.kzl", "--key", "kept.pub"]),
        0
    );

    assert_eq!(kz_law(&folder, &["show", "law.kzl", "-o", "shown"]), 0);
    assert_eq!(
        build(&folder, "shown/law.md", "shown.kzl", "ministry.key"),
        0
    );
    assert!(
        read("shown.kzl") == read("law.kzl"),
        "a page that is shown gives the same bytes"
    );

    // Another key, and a byte that is another.
    assert_eq!(kz_law(&folder, &["key", "other"]), 0);
    assert_eq!(
        kz_law(&folder, &["verify", "law.kzl", "--key", "other.pub"]),
        1
    );
    let mut damaged = read("law.kzl");
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    std::fs::write(folder.join("damaged.kzl"), &damaged).unwrap();
    assert_eq!(
        kz_law(&folder, &["verify", "damaged.kzl", "--key", "kept.pub"]),
        1
    );

    // A page that is no law leaves the pack that is there.
    std::fs::write(folder.join("wrong.md"), "# Nothing\n").unwrap();
    assert_eq!(build(&folder, "wrong.md", "law.kzl", "ministry.key"), 1);
    assert!(read("law.kzl") == read("again.kzl"));
}

/// As `docs/pack.md` shows it.
#[test]
fn openssl_checks_a_signature_and_makes_keys() {
    let folder = folder("openssl");
    let page = root().join("law/kazakhstan.md");
    let page = page.to_str().expect("UTF-8");
    let openssl = |arguments: &[&str]| run(&folder, "openssl", arguments).status.success();
    assert!(openssl(&[
        "genpkey",
        "-algorithm",
        "ed25519",
        "-out",
        "theirs.key"
    ]));
    assert!(openssl(&[
        "pkey",
        "-in",
        "theirs.key",
        "-pubout",
        "-out",
        "theirs.pub"
    ]));
    assert_eq!(kz_law(&folder, &["key", "ours"]), 0);
    for key in ["ours", "theirs"] {
        let (secret, public) = (format!("{key}.key"), format!("{key}.pub"));
        assert_eq!(build(&folder, page, "law.kzl", &secret), 0);
        assert_eq!(kz_law(&folder, &["verify", "law.kzl", "--key", &public]), 0);
        let pack = std::fs::read(folder.join("law.kzl")).unwrap();
        let (message, signature) = pack.split_at(pack.len() - 64);
        std::fs::write(folder.join("message"), message).unwrap();
        std::fs::write(folder.join("signature"), signature).unwrap();
        let check = |public: &str| {
            openssl(&[
                "pkeyutl",
                "-verify",
                "-rawin",
                "-pubin",
                "-inkey",
                public,
                "-in",
                "message",
                "-sigfile",
                "signature",
            ])
        };
        assert!(check(&public));
        let other = if key == "ours" {
            "theirs.pub"
        } else {
            "ours.pub"
        };
        assert!(!check(other));
    }
}
