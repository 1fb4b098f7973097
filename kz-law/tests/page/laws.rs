//! The four laws: they are right and in form, and what the compiler finds worth a look in them is kept in `snapshots/`.

use crate::common::{base, edited, laws, program};
use kz_law::table::Table;

#[test]
fn all_laws_are_right() {
    for (name, page) in laws() {
        let output = program(
            &format!("law-{name}"),
            page.as_bytes(),
            &["check", "law.md"],
        );
        assert_eq!(output.status.code(), Some(0), "{name}");
        let both =
            String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap();
        insta::assert_snapshot!(format!("law_{name}"), both);
    }
}

#[test]
fn witnesses_of_the_base_law() {
    let output = program(
        "witness",
        base().as_bytes(),
        &["check", "--witness", "law.md"],
    );
    insta::assert_snapshot!("witnesses", String::from_utf8(output.stdout).unwrap());
}

#[test]
fn all_laws_are_in_form() {
    for (name, page) in laws() {
        assert_eq!(kz_law::format::format(&page).as_ref(), Ok(&page), "{name}");
    }
}

#[test]
fn formatting_trims_cells_and_keeps_the_rest() {
    let page = edited(&[
        ("| 12 |\n| 16 |", "|   12|  \n|16\t|"),
        ("| age |\n|---|", "| age   |\n|:------|"),
        (
            "| 03-08 | womens_day | | | yes |",
            "| 03-08 | womens_day |  |    | yes |",
        ),
    ]);
    assert_eq!(kz_law::format::format(&page), Ok(base()));
    let crlf = format!("\u{feff}{}", page.replace('\n', "\r\n"));
    let formatted = kz_law::format::format(&crlf).unwrap();
    assert_eq!(
        formatted,
        format!("\u{feff}{}", base().replace('\n', "\r\n"))
    );
    assert!(kz_law::compile(&formatted).is_ok());
}

#[test]
fn sections_stand_in_any_order() {
    let page = base();
    let place = page.find("## Clock").unwrap();
    let (head, tail) = page.split_at(page.find("## Identity").unwrap());
    let moved = format!(
        "{head}{}\n{}",
        &page[place..],
        tail.replace(&page[place..], "")
    );
    assert_eq!(kz_law::check(&moved).errors, []);
}

#[test]
fn parts_of_nothing_known() {
    let most: Vec<(String, usize)> = laws()
        .into_iter()
        .map(|(name, page)| {
            let law = kz_law::compile(&page).unwrap();
            let cuts = Table::edition(&law, &law.editions[0]).cuts().unwrap();
            (
                name,
                cuts.iter().map(kz_law::table::Cut::parts).max().unwrap(),
            )
        })
        .collect();
    insta::assert_snapshot!("parts", format!("{most:?}"));
}

#[test]
fn a_page_gives_a_law_if_it_has_no_errors() {
    let page = base();
    let right = kz_law::check(&page);
    let name = right.law().map(|law| law.identity.name.as_str());
    assert_eq!(name, Some("kazakhstan"));
    let page = edited(&[("| kazakhstan | 1 |", "| kazakhstan | 0 |")]);
    assert!(kz_law::check(&page).law().is_none());
}

#[test]
fn a_clock_may_begin_with_a_moment_before_2019() {
    let page = edited(&[("| west | | 300 |", "| west | 2018-12-30T23:59Z | 300 |")]);
    assert_eq!(kz_law::check(&page).errors, []);
}
