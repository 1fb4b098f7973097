//! The kiosk with a pack: all laws next to the vectors, its refusals and their messages, and interview
//! questions that only the pack has.

use std::fs;
use std::path::Path;
use std::process::Command;

use kz_rules_core::{Language, PackSection};
use kz_rules_tests::laws::laws;
use kz_rules_tests::ministry::{Ministry, by};
use kz_rules_tests::packs::{HEADER, sections};
use kz_rules_tests::rust_api::KINDS;
use kz_rules_tests::tools::{feed, has, in_one_line, kiosk, read, root, shown};
use kz_rules_tests::vectors::Vectors;

#[test]
fn all_laws_answer_their_vectors() {
    let ministry = Ministry::shared();
    for law in laws() {
        let page = if law.name == "kazakhstan" {
            "law/kazakhstan.md".to_owned()
        } else {
            format!("tests/vectors/laws/{}.md", law.name)
        };
        let pack = ministry.build(&format!("{}.kzl", law.name), &page, false);
        let mut kinds = 0;
        for kind in KINDS {
            let file = format!("{}/{kind}.csv", law.vectors());
            if !root().join(&file).is_file() {
                continue;
            }
            kinds += 1;
            let output = by(
                &pack,
                &ministry.key(),
                &["lines", kind],
                read(&file).as_bytes(),
            );
            assert!(
                output.status.success() && output.stderr.is_empty(),
                "{file}: {}",
                shown(&output)
            );
            is_the_file(&Vectors::read(&file), &output.stdout, &file);
        }
        assert!(kinds >= 5, "{}: {kinds} kinds", law.name);
    }
}

/// Asserts that the kiosk's output is, byte for byte, the ids of the vectors and the expected results.
fn is_the_file(vectors: &Vectors, written: &[u8], file: &str) {
    let (names, lines) = vectors.table();
    let columns: Vec<_> = (0..names.len())
        .filter(|place| names[*place] == "id" || names[*place].starts_with('='))
        .collect();
    let line = |texts: &[String]| {
        let texts: Vec<_> = columns
            .iter()
            .map(|place| texts[*place].trim_start_matches('='))
            .collect();
        texts.join(",") + "\n"
    };
    let expected: String = std::iter::once(line(names))
        .chain(lines.iter().map(|texts| line(texts)))
        .collect();
    let written = String::from_utf8_lossy(written);
    let difference = expected
        .lines()
        .zip(written.lines())
        .find(|(expected, written)| expected != written);
    assert!(
        expected == written,
        "{file}: (expected, written) {difference:?}"
    );
    assert!(lines.len() > 50, "{file}");
}

const PAGE: &str = "law/amendments/evisa-2026/kazakhstan.md";

/// Where a section begins in a pack.
fn start_of(section: PackSection, pack: &[u8]) -> usize {
    let all = sections(pack).expect("they fill it");
    let (_, bytes) = &all[section as usize - 1];
    bytes.start
}

/// Asserts that the kiosk ends with the status for a law, and this message about the pack.
fn is_refused(pack: &Path, key: &Path, options: &[&str], says: &str) {
    let arguments = [options, &["lines", "assess"]].concat();
    let output = by(pack, key, &arguments, b"on\n2026-01-01\n");
    assert_eq!(output.status.code(), Some(5), "{says}: {}", shown(&output));
    assert!(output.stdout.is_empty(), "{}", shown(&output));
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(
        said.starts_with("kiosk: ") && said.contains(says),
        "{says}: {said}"
    );
    let names = |file: &Path| said.contains(file.to_str().expect("UTF-8"));
    assert!(names(pack) || names(key), "{said}");
}

#[test]
fn each_refusal_has_its_message() {
    if !has("openssl") {
        return;
    }
    let ministry = Ministry::new("kiosk-refusals");
    let key = ministry.key();
    let pack = ministry.build("law.kzl", PAGE, false);
    let whole = fs::read(&pack).expect("it was built");
    let changed = |name: &str, at: usize, byte: u8| {
        let mut bytes = whole.clone();
        assert_ne!(bytes[at], byte);
        bytes[at] = byte;
        ministry.file(name, &bytes)
    };
    let says = |pack: &Path, says: &str| is_refused(pack, &key, &[], says);
    says(
        &ministry.file("short", &whole[..whole.len() - 1]),
        "The law pack is cut off: ",
    );
    says(
        &ministry.file("page", read(PAGE).as_bytes()),
        "Not a law pack: ",
    );
    says(&changed("format", 6, 2), "Law pack of another format: ");
    says(
        &changed("vocabulary", 8, 2),
        "Law pack of another vocabulary: ",
    );
    says(
        &changed("damaged", HEADER + 7, 0xFF),
        "The law pack is damaged: ",
    );
    let forged = changed("forged", whole.len() - 1, 0xFF);
    says(&forged, "The law pack's signature is wrong: ");
    is_refused(
        &pack,
        &Ministry::shared().key(),
        &[],
        "The law pack's signature is wrong: ",
    );
    is_refused(
        &pack,
        &key,
        &["--law-name", "kazakh"],
        "The pack holds another law: ",
    );
    let older = ministry.change(&pack, "older", |bytes| bytes[24..28].fill(0));
    says(&older, "The pack holds an older law: ");
    let inconsistent = ministry.change(&pack, "inconsistent", |bytes| {
        let row = start_of(PackSection::Edition1, bytes) + 20 * 2;
        bytes[row + 16..row + 18].fill(0xFF);
    });
    says(&inconsistent, "kiosk: edition_1: row 3\n");
    let cases = "law/amendments/evisa-2026/cases.csv";
    let with_cases = ministry.build_with("cases.kzl", PAGE, &["--cases", cases]);
    let output = by(&with_cases, &key, &["law"], b"");
    assert!(output.status.success(), "{}", shown(&output));
    let failing = ministry.change(&with_cases, "failing", |bytes| {
        let obligations = start_of(PackSection::Cases, bytes) + 21;
        assert_eq!(bytes[obligations], 1, "the first case is mandatory");
        bytes[obligations] = 2;
    });
    says(&failing, "The law fails its own cases: ");

    let none = key.with_extension("none");
    says(&none, "the file cannot be read");
    says(&ministry.file("long", &vec![0; 256 * 1024 + 1]), "too long");
    is_refused(&pack, &none, &[], "the file cannot be read: ");
    let text = fs::read_to_string(&key).expect("it was made");
    for (name, other) in [
        ("pack.pub", String::from_utf8_lossy(&whole).into_owned()),
        ("cut.pub", text.replace("-----END PUBLIC KEY-----\n", "")),
        ("digit.pub", text.replacen('A', "!", 1)),
        (
            "kind.pub",
            text.replacen("MCowBQYDK2VwAyEA", "MCowBQYDK2VuAyEA", 1),
        ),
        ("more.pub", text.replacen("\n", "\nAAAA", 1)),
        ("less.pub", text.replacen("MCow", "", 1)),
    ] {
        assert_ne!(text, other);
        let other = ministry.file(name, other.as_bytes());
        is_refused(&pack, &other, &[], "not an Ed25519 public key");
    }

    // In the requested language, wherever the option is.
    for (language, said) in [
        (Language::Kk, "Заң пакетінің қолтаңбасы"),
        (Language::Ru, "Подпись пакета закона"),
    ] {
        is_refused(&forged, &key, &["--lang", language.name()], said);
    }
}

#[test]
fn options_come_in_any_order_and_wrong_ones_are_bad_use() {
    let ministry = Ministry::shared();
    let (pack, key) = (ministry.build("options.kzl", PAGE, true), ministry.key());
    let (pack, key) = (pack.to_str().expect("UTF-8"), key.to_str().expect("UTF-8"));
    let ran = |arguments: &[&str]| feed(Command::new(kiosk()).args(arguments), b"");
    let expected = ran(&["--lang", "ru", "--law", pack, "--law-key", key, "law"]);
    let printed = String::from_utf8_lossy(&expected.stdout).into_owned();
    assert!(
        printed.starts_with("law=kazakhstan\nsequence=2\ndigest=")
            && printed.ends_with("\nknown_until=2026-11-01\nfrom=pack\n"),
        "{}",
        shown(&expected)
    );
    let other = ran(&[
        "--law-key",
        key,
        "--law-name",
        "kazakhstan",
        "--law",
        pack,
        "--lang",
        "ru",
        "law",
    ]);
    assert_eq!(other.stdout, expected.stdout, "{}", shown(&other));
    let long = "x".repeat(33);
    for wrong in [
        &["--law", pack, "law"][..],
        &["--law-key", key, "law"],
        &["--law-name", "kazakhstan", "law"],
        &["--law", pack, "--law-key"],
        &["--law", pack, "--law-key", key, "--law-name", &long, "law"],
        &["--law", pack, "--law-key", key, "--lang", "de", "law"],
        &["law", "more"],
    ] {
        let output = ran(wrong);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{wrong:?}: {}",
            shown(&output)
        );
        assert!(
            output.stdout.is_empty() && !output.stderr.is_empty(),
            "{wrong:?}"
        );
    }
    let built_in = ran(&["law"]);
    let printed = String::from_utf8_lossy(&built_in.stdout).into_owned();
    assert!(printed.ends_with("\nfrom=built_in\n"), "{printed}");
}

/// The question of the amendment: the texts of question_1 on its page.
fn question(language: Language) -> (String, String) {
    let page = read(&format!(
        "law/amendments/evisa-2026/texts/{}.md",
        language.name()
    ));
    let line = page
        .lines()
        .find(|line| line.starts_with("| exempt_from_prints "));
    let cells: Vec<_> = line
        .expect("its line")
        .split('|')
        .map(|cell| cell.trim().to_owned())
        .collect();
    (cells[2].clone(), cells[3].clone())
}

#[test]
fn the_interview_asks_the_packs_question_in_its_words() {
    let ministry = Ministry::shared();
    let (pack, key) = (ministry.build("interview.kzl", PAGE, true), ministry.key());
    let answers = "visa\nforeigner\n1988-04-17\nno\nfirst_issue\nforeign_mission\n";
    for language in Language::ALL {
        let (label, sentence) = question(*language);
        let asked = |last: &str| {
            let said = format!("{answers}{last}");
            let arguments = [
                "--lang",
                language.name(),
                "ask",
                "document",
                "--on",
                "2026-11-22",
            ];
            let output = by(&pack, &key, &arguments, said.as_bytes());
            assert!(
                output.status.success() && output.stderr.is_empty(),
                "{}",
                shown(&output)
            );
            String::from_utf8(output.stdout).expect("UTF-8")
        };
        let (yes, no) = (asked("yes\n"), asked("no\n"));
        for shown in [&yes, &no] {
            assert!(
                in_one_line(shown).contains(&sentence),
                "{language}: {sentence}\n{shown}"
            );
            assert!(shown.contains(&label), "{language}: {label}\n{shown}");
        }
        assert!(
            yes.contains("[MFA-EXEMPT: ") && !yes.contains("[L50-CASE-6: "),
            "{yes}"
        );
        assert!(
            no.contains("[L50-CASE-6: ") && !no.contains("[MFA-EXEMPT: "),
            "{no}"
        );
    }
}

/// With a pack without texts, a card uses the identifier of what has no text.
#[test]
fn a_card_by_a_pack_without_texts_says_why() {
    let ministry = Ministry::shared();
    let (pack, key) = (
        ministry.build("without-texts.kzl", PAGE, false),
        ministry.key(),
    );
    let visitor = "id,on,standing,birth,occasion,action,visa_channel,fingerprinted\n\
                   1,2026-02-01,foreigner,2000-02-29,visa,first_issue,electronic,no\n";
    for language in Language::ALL {
        let arguments = ["--lang", language.name(), "cards"];
        let output = by(&pack, &key, &arguments, visitor.as_bytes());
        let card = String::from_utf8(output.stdout).expect("UTF-8");
        let lines: Vec<&str> = card.lines().collect();
        let cited = lines.iter().position(|line| line.contains("[MFA-EVISA: "));
        let why = lines[cited.expect("it is cited") - 1];
        assert!(why.ends_with("  MFA-EVISA"), "{card}");
    }
}
