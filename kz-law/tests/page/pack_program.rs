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

#[test]
fn a_pack_carries_its_cases_and_one_whose_cases_fail_is_not_written() {
    let folder = folder("pack-cases");
    let amendment = root().join("law/amendments/evisa-2026");
    let page = amendment.join("kazakhstan.md");
    let page = page.to_str().expect("UTF-8");
    let mut right = std::fs::read_to_string(amendment.join("cases.csv")).unwrap();
    // Of which little is known: a month of birth, and a year.
    let columns = right.lines().next().unwrap().split(',').count();
    for (id, birth) in [("month", "2000-02"), ("year", "1999")] {
        let known =
            format!("{id},,2023-06-01,foreigner,{birth},,,,,,not_in_force,L50-COMMENCEMENT,");
        assert_eq!(known.split(',').count(), columns);
        right += &format!("{known}\n");
    }
    std::fs::write(folder.join("right.csv"), &right).unwrap();
    let wrong = right.replace("not_required", "mandatory");
    assert_ne!(right, wrong);
    std::fs::write(folder.join("wrong.csv"), wrong).unwrap();
    assert_eq!(kz_law(&folder, &["key", "k"]), 0);
    let build = |cases: &str| {
        let call = ["build", page, "-o", "p.kzl", "--key", "k.key", "--cases"];
        kz_law(&folder, &[&call[..], &[cases]].concat())
    };
    assert_eq!(build("wrong.csv"), 1);
    assert!(!folder.join("p.kzl").exists());
    assert_eq!(build("right.csv"), 0);
    assert_eq!(kz_law(&folder, &["verify", "p.kzl", "--key", "k.pub"]), 0);
    let bytes = std::fs::read(folder.join("p.kzl")).unwrap();
    let at_least = kz_rules_core::AtLeast {
        name: "kazakhstan",
        sequence: 2,
    };
    let opened = kz_rules_core::Law::open_already_verified(&bytes, at_least).unwrap();
    assert!(!opened.cases.is_empty());
    assert_eq!(kz_rules_core::Law::from(&opened).self_test(), Ok(()));
    // They are shown, and built again.
    assert_eq!(kz_law(&folder, &["show", "p.kzl", "-o", "shown"]), 0);
    let again = [
        "build",
        "shown/law.md",
        "-o",
        "q.kzl",
        "--key",
        "k.key",
        "--cases",
        "shown/cases.csv",
    ];
    assert_eq!(kz_law(&folder, &again), 0);
    assert!(std::fs::read(folder.join("q.kzl")).unwrap() == bytes);
}

#[test]
fn a_pack_follows_the_one_that_devices_have() {
    let folder = folder("pack-after");
    let base = root().join("law/kazakhstan.md");
    let evisa = root().join("law/amendments/evisa-2026/kazakhstan.md");
    let [base, evisa] = [&base, &evisa].map(|page| page.to_str().expect("UTF-8"));
    assert_eq!(kz_law(&folder, &["key", "k"]), 0);
    let build = |page: &str, pack: &str, more: &[&str]| {
        let call = ["build", page, "-o", pack, "--key", "k.key"];
        kz_law(&folder, &[&call[..], more].concat())
    };
    assert_eq!(build(base, "old.kzl", &[]), 0);
    // The same sequence again, and answers that change for days that are over.
    assert_eq!(build(base, "new.kzl", &["--after", "old.kzl"]), 1);
    assert_eq!(build(evisa, "new.kzl", &["--after", "old.kzl"]), 1);
    assert!(!folder.join("new.kzl").exists());
    let meant = ["--after", "old.kzl", "--retroactive"];
    assert_eq!(build(evisa, "new.kzl", &meant), 0);
    // Back to the older one: never.
    let back = ["--after", "new.kzl", "--retroactive"];
    assert_eq!(build(base, "back.kzl", &back), 1);
    assert_eq!(build(base, "x.kzl", &["--retroactive"]), 2);
}
