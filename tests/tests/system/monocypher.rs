//! Monocypher, with which the firmware verifies packs: like `kz_ed25519`, it accepts only the signatures of RFC 8032.

use std::process::Command;

use kz_rules_tests::tools::{feed, folder, has, read, root, shown, succeed};

#[test]
fn monocypher_accepts_only_the_signatures_of_rfc_8032() {
    if !has("gcc") {
        return;
    }
    let sources = succeed(&mut Command::new(root().join("scripts/monocypher")));
    let sources = sources.trim();
    let program = folder("monocypher").join("monocypher");
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=c99", "-O2", "-I", sources])
        .arg(format!("-I{sources}/optional"))
        .arg(root().join("tests/c/monocypher.c"))
        .arg(format!("{sources}/monocypher.c"))
        .arg(format!("{sources}/optional/monocypher-ed25519.c"));
    succeed(gcc.arg("-o").arg(&program));
    let (mut names, mut input, mut expected) = (Vec::new(), String::new(), String::new());
    let table = read("tests/ed25519.csv");
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [name, key, message, signature, verdict] = cells[..] else {
            panic!("{line}");
        };
        names.push(name);
        input.push_str(&format!("{key},{message},{signature},\n"));
        expected.push_str(&format!("{verdict}\n"));
    }
    let output = feed(&mut Command::new(program), input.as_bytes());
    assert!(output.status.success(), "{}", shown(&output));
    let got = String::from_utf8(output.stdout).expect("ASCII");
    for ((name, got), expected) in names.iter().zip(got.lines()).zip(expected.lines()) {
        assert_eq!(got, expected, "{name}");
    }
    assert_eq!(got, expected);
}
