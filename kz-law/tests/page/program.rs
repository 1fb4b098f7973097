//! The program: its commands, and its exit status: 0 right, 1 a wrong law, 2 a wrong call.

use crate::common::{base, edited, program};

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn exit_statuses() {
    let page = base();
    let status = |page: &str, arguments: &[&str]| {
        program("status", page.as_bytes(), arguments).status.code()
    };
    assert_eq!(status(&page, &["check", "law.md"]), Some(0));
    assert_eq!(status("", &["check", "law.md"]), Some(1));
    assert_eq!(status("", &["list", "law.md", "terms"]), Some(1));
    assert_eq!(status(&page, &["check", "no-such-law.md"]), Some(2));
    assert_eq!(status(&page, &["check"]), Some(2));
    assert_eq!(status(&page, &["list", "law.md", "nothing"]), Some(2));
    assert_eq!(status(&page, &["whom", "law.md", "1", "99"]), Some(2));
    assert_eq!(
        status(
            &page,
            &[
                "why-not",
                "law.md",
                "1",
                "1",
                "2025-01-01",
                "standing=alien"
            ]
        ),
        Some(2)
    );
}

#[test]
fn fmt_writes_the_page_in_form() {
    let page = edited(&[("|---|\n| 12 |", "|---|\n|   12|")]);
    let output = program("fmt", page.as_bytes(), &["fmt", "--check", "law.md"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "law.md:113: not in the form that `kz-law fmt` writes\n"
    );
    assert_eq!(
        program("fmt", page.as_bytes(), &["fmt", "law.md"])
            .status
            .code(),
        Some(0)
    );
    let written =
        std::fs::read_to_string(format!("{}/fmt/law.md", env!("CARGO_TARGET_TMPDIR"))).unwrap();
    assert_eq!(written, base());
    assert_eq!(
        program("fmt", written.as_bytes(), &["fmt", "--check", "law.md"])
            .status
            .code(),
        Some(0)
    );
}

#[test]
fn lists() {
    for name in kz_law::list::names() {
        let output = program(
            &format!("list-{name}"),
            base().as_bytes(),
            &["list", "law.md", name],
        );
        assert_eq!(output.status.code(), Some(0), "{name}");
        let list = text(&output.stdout);
        let head: Vec<&str> = list.lines().take(4).collect();
        insta::assert_snapshot!(
            format!("list_{name}"),
            format!("{}\n… {} lines", head.join("\n"), list.lines().count())
        );
    }
}

#[test]
fn whom_a_row_takes() {
    let output = program("whom", base().as_bytes(), &["whom", "law.md", "1", "8"]);
    let expected = "a foreigner or a stateless person from 16, visa, airport or electronic, first issue, not fingerprinted, \
                    from 2024-01-01 until 2025-07-01\n";
    assert_eq!(text(&output.stdout), expected);
}

#[test]
fn why_a_row_does_not_take_a_person() {
    let ask = |row: &str, on: &str, facts: &[&str]| {
        let mut arguments = vec!["why-not", "law.md", "1", row, on];
        arguments.extend(facts);
        text(&program("why", base().as_bytes(), &arguments).stdout)
    };
    let visa = [
        "standing=foreigner",
        "age=30",
        "occasion=visa",
        "visa_channel=airport",
        "action=extension",
        "fingerprinted=no",
    ];
    assert_eq!(
        ask("8", "2025-08-01", &visa),
        "not fulfilled: action = first_issue\nnot fulfilled: on < 2025-07-01\n"
    );
    assert_eq!(ask("14", "2025-08-01", &visa), "the row takes the person\n");
    assert_eq!(
        ask(
            "13",
            "2025-08-01",
            &["occasion=expulsion", "standing=citizen"]
        ),
        "above it: row 2\nabove it: row 3\n"
    );
    assert_eq!(
        ask("2", "2025-08-01", &[]),
        "it depends on what is not told\n"
    );
}
