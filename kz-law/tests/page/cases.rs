//! `kz-law cases`: every vector of every law is a case that its law fulfils; what is wrong is named with its line.

use crate::common::{base, laws, program, read};
use kz_law::{OwnedLaw, cases};
use kz_rules_core::Law;

#[test]
fn every_vector_is_a_case() {
    for (name, page) in laws() {
        let path = if page == base() {
            "tests/vectors/assess.csv".to_owned()
        } else {
            format!("tests/vectors/laws/{name}/assess.csv")
        };
        let law = OwnedLaw::of(&kz_law::compile(&page).unwrap(), &[]).unwrap();
        let sections = law.sections();
        let cases = cases::read(&read(&path)).unwrap();
        assert!(cases.len() >= 50, "{name}");
        assert_eq!(cases::check(Law::from(&sections), &cases), [], "{name}");
    }
}

#[test]
fn exit_statuses() {
    let run = |name: &str, cases: &str, file: &str| {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("cases.csv"), cases).unwrap();
        let output = program(name, base().as_bytes(), &["cases", "law.md", file]);
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap(),
        )
    };
    let right = "id,on,occasion,standing,birth,fingerprinted,=obligations\n\
                 a,2025-01-01,expulsion,stateless,1990-01-01,no,mandatory\n";
    let (status, said) = run("cases-right", right, "cases.csv");
    assert_eq!(
        (status, said.as_str()),
        (Some(0), "cases.csv: 1 case, 0 wrong\n")
    );
    let (status, said) = run(
        "cases-wrong",
        &right.replace("mandatory", "voluntary"),
        "cases.csv",
    );
    assert_eq!(
        (status, said.as_str()),
        (
            Some(1),
            "cases.csv:2: a, obligations: expected `voluntary`, got `mandatory`\ncases.csv: 1 case, 1 wrong\n"
        )
    );
    let (status, said) = run("cases-none", "on,age\n", "cases.csv");
    assert_eq!(status, Some(1));
    assert!(said.starts_with("cases.csv:1: no column `age`"), "{said}");
    assert_eq!(run("cases-gone", right, "nothing.csv").0, Some(2));
}
