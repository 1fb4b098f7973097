//! No page, however broken, makes the compiler panic; and a page that it formats is in form.

use crate::common::base;
use proptest::prelude::*;

/// One change of a page.
#[derive(Clone, Debug)]
enum Change {
    Replace(usize, String),
    Insert(usize, String),
    DropLine(usize),
    RepeatLine(usize),
    SwapLines(usize, usize),
    SwapCells(usize, usize),
    Cut(usize),
}

fn changes() -> impl Strategy<Value = Change> {
    let place = 0..30_000_usize;
    let line = 0..400_usize;
    let text = prop_oneof![
        "[|#`>\\-*=!<;, \t\r\n0-9a-zA-Z_]{0,6}",
        Just("| ".to_owned()),
        Just("\n\n".to_owned()),
        Just("```\n".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("# ".to_owned()),
        Just("9999-12-31".to_owned()),
        Just("0001-01-01".to_owned()),
        Just("65535".to_owned()),
        ".{0,4}",
    ];
    prop_oneof![
        (place.clone(), text.clone()).prop_map(|(place, text)| Change::Replace(place, text)),
        (place.clone(), text).prop_map(|(place, text)| Change::Insert(place, text)),
        line.clone().prop_map(Change::DropLine),
        line.clone().prop_map(Change::RepeatLine),
        (line.clone(), line.clone()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        (line.clone(), line).prop_map(|(one, other)| Change::SwapCells(one, other)),
        place.prop_map(Change::Cut),
    ]
}

fn at(page: &str, place: usize) -> usize {
    let mut place = place.min(page.len());
    while !page.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn apply(page: &str, change: &Change) -> String {
    let mut lines: Vec<&str> = page.split_inclusive('\n').collect();
    let count = lines.len().max(1);
    match change {
        Change::Replace(place, text) => {
            let (from, to) = (at(page, *place), at(page, place + text.len()));
            format!("{}{text}{}", &page[..from], &page[to..])
        }
        Change::Insert(place, text) => {
            let place = at(page, *place);
            format!("{}{text}{}", &page[..place], &page[place..])
        }
        Change::DropLine(line) if !lines.is_empty() => {
            lines.remove(line % count);
            lines.concat()
        }
        Change::RepeatLine(line) if !lines.is_empty() => {
            lines.insert(line % count, lines[line % count]);
            lines.concat()
        }
        Change::SwapLines(one, other) if !lines.is_empty() => {
            lines.swap(one % count, other % count);
            lines.concat()
        }
        Change::SwapCells(one, other) if !lines.is_empty() => {
            let cell = |line: usize| {
                lines[line % count]
                    .split('|')
                    .nth(1)
                    .unwrap_or("")
                    .to_owned()
            };
            page.replacen(
                &format!("|{}|", cell(*one)),
                &format!("|{}|", cell(*other)),
                1,
            )
        }
        Change::Cut(place) => page[..at(page, *place)].to_owned(),
        _ => page.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_makes_it_panic(list in prop::collection::vec(changes(), 1..6)) {
        let page = list.iter().fold(base(), |page, change| apply(&page, change));
        let checked = kz_law::check(&page);
        for error in &checked.errors {
            prop_assert!(error.span.start <= error.span.end && error.span.end <= page.len(), "{error:?}");
            prop_assert!(page.is_char_boundary(error.span.start) && page.is_char_boundary(error.span.end), "{error:?}");
            prop_assert!(error.span.line >= 1 && error.span.column >= 1, "{error:?}");
        }
        if let Some(law) = checked.law() {
            let found = kz_law::finding::findings(&checked.reading.page, law);
            prop_assert!(found.iter().all(|finding| !finding.is_error()));
        }
        if let Ok(formatted) = kz_law::format::format(&page) {
            prop_assert_eq!(kz_law::format::format(&formatted), Ok(formatted.clone()));
            prop_assert_eq!(kz_law::check(&formatted).errors.len(), checked.errors.len());
        }
    }
}
