//! Hostile input: properties that must hold for any bytes. `make fuzz` searches for inputs that break them (fuzz/fuzz_targets),
//! and a test tries those of the corpus and changes of them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use kz_law::diff::{self, Difference, expect};
use kz_law::{Days, Diagnostic, OwnedLaw, cases, finding, format, texts};
use kz_rules_core::*;

use crate::laws::laws;
use crate::packs::{ANY, HEADER, ask_everything, owned, reseal, unsigned};
use crate::tools::read;

/// A function that must survive any bytes.
pub type Target = fn(&[u8]);

/// The properties that must hold for any bytes: the name, which is also that of the corpus, and the function that checks.
pub const TARGETS: [(&str, Target); 5] = [
    ("pack_bytes", pack_bytes),
    ("pack_fields", pack_fields),
    ("record", record),
    ("mrz", mrz),
    ("page", page),
];

/// Every law as a pack, without texts.
static PACKS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let pack = |text: &str| unsigned(&owned(text, &[]).sections());
    laws().iter().map(|law| pack(&law.text)).collect()
});

/// The same, and those with texts.
static PACKS_AND_TEXTS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let with = |text: &str| unsigned(&owned(text, &[Language::En]).sections());
    let all = laws().iter().zip(PACKS.iter());
    all.flat_map(|(law, without)| [without.clone(), with(&law.text)])
        .collect()
});

/// Where a pack stores its length.
const LENGTH: std::ops::Range<usize> = 12..16;

/// Opens any bytes as a pack: they must not make the library panic, loop or read outside them. A pack that opens is asked every
/// question.
pub fn pack_bytes(bytes: &[u8]) {
    if let Ok(sections) = Law::open_already_verified(bytes, ANY) {
        ask_everything(Law::from(&sections), day(2025, 2, 28));
    }
}

/// Writes a whole pack, if there is room, for a fuzzer to begin with; returns its size.
pub fn whole_pack(into: &mut [u8], seed: u32) -> Option<usize> {
    let pack = &PACKS[seed as usize % PACKS.len()];
    into.get_mut(..pack.len())?.copy_from_slice(pack);
    Some(pack.len())
}

/// Corrects the marks, the length, the digest and the checksum of changed bytes. Without this, nothing behind the checksum would
/// ever be reached.
pub fn make_whole(pack: &mut [u8]) {
    if pack.len() > HEADER + 100 {
        let size = u32::try_from(pack.len()).expect("an input is small");
        pack[..LENGTH.start].copy_from_slice(&PACKS[0][..LENGTH.start]);
        pack[LENGTH].copy_from_slice(&size.to_le_bytes());
        reseal(pack);
    }
}

/// Changes bytes of valid packs and corrects their checksum and digest, as somebody with the key could do. A pack that opens is
/// asked every question.
///
/// The input: which pack, the decision date, then changes of three bytes each: where (two bytes) and what.
pub fn pack_fields(input: &[u8]) {
    let Some(([which, year], changes)) = input.split_first_chunk() else {
        return;
    };
    let mut pack = PACKS_AND_TEXTS[usize::from(*which) % PACKS_AND_TEXTS.len()].clone();
    let (changes, _) = changes.as_chunks();
    for [low, high, byte] in changes {
        let at = usize::from(u16::from_le_bytes([*low, *high])) % pack.len();
        pack[at] = *byte;
    }
    reseal(&mut pack);
    if let Ok(sections) = Law::open_already_verified(&pack, ANY) {
        let on = day(2000 + u16::from(*year % 64), 2, 28);
        ask_everything(Law::from(&sections), on);
    }
}

/// Changes the bytes of a case, a ticket or a receipt: what is accepted must be written again as the same bytes, and can be
/// asked every question.
///
/// The input: which record, whether its checksum is corrected, then changes of two bytes each: where and what. If the first byte
/// is above 127, the rest is the record itself.
pub fn record(input: &[u8]) {
    let Some(([which, whole], changes)) = input.split_first_chunk() else {
        return;
    };
    let good = &RECORDS[usize::from(*which) % RECORDS.len()];
    let mut bytes = if *which > 127 {
        changes.to_vec()
    } else {
        let mut bytes = good.clone();
        for [at, byte] in changes.as_chunks().0 {
            let at = usize::from(*at) % bytes.len();
            bytes[at] = *byte;
        }
        bytes
    };
    if let (0, Some((body, checksum))) = (whole % 2, bytes.split_last_chunk_mut()) {
        *checksum = kz_law::pack::checksum(body).to_le_bytes();
    }
    if let Ok(case) = Case::from_bytes(&bytes) {
        assert_eq!(case.to_bytes()[..], bytes, "a case");
        ask_case(case);
    }
    if let Ok(ticket) = Ticket::read(&bytes) {
        assert_eq!(ticket.to_bytes()[..], bytes, "a ticket");
    }
    if let Ok(receipt) = Receipt::read(&bytes) {
        assert_eq!(receipt.to_bytes()[..], bytes, "a receipt");
        for law in laws() {
            let _ = law.law().verify_receipt(&receipt);
        }
    }
}

/// Reads a machine-readable zone: if it can be read, it reads the same with other line ends; an error lies in the zone.
///
/// The input: the day, as years after 1900, then the zone.
pub fn mrz(input: &[u8]) {
    let Some((year, zone)) = input.split_first() else {
        return;
    };
    let on = day(1900 + u16::from(*year), 2, 28);
    match Mrz::read(zone, on) {
        Ok(mrz) => {
            let lines: Vec<_> = zone
                .split(|byte| !matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'<'))
                .collect();
            assert_eq!(Mrz::read(&lines.concat(), on), Ok(mrz));
            assert!(mrz.birth().is_supported());
            assert!(mrz.birth().known().is_none_or(|(_, first)| first <= on));
            if let Some(expires) = mrz.expires() {
                let far = expires.number().abs_diff(on.number());
                assert!(far <= 102 * 366, "{far} days"); // 29 February may be missing twice
            }
            assert_eq!(mrz.country().is_some(), mrz.country_code().is_some());
        }
        Err(error) => {
            assert!((1..=4).contains(&error.line) && (1..=45).contains(&error.column));
        }
    }
}

/// Cases of several lengths, a ticket and a receipt.
static RECORDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let law = Law::BUILT_IN;
    let on = day(2026, 11, 22);
    let mut case = Case::new(Arrival::on(on).stay_until(day(2027, 6, 1))).expect("a case");
    let mut records = vec![case.to_bytes().to_vec()];
    for event in [
        Event::Submit {
            on,
            data: DataItem::ALL.iter().copied().collect(),
            place: Some(PlaceOfStay::Apartment),
        },
        Event::HostConfirms { on },
        Event::StayExtended {
            on,
            until: day(2027, 7, 1),
        },
        Event::Move { on },
        Event::Departs { on },
    ] {
        case = case.apply(law, event).expect("it can happen");
        records.push(case.to_bytes().to_vec());
    }
    let facts = Facts::default()
        .standing(Standing::Foreigner)
        .born(day(1990, 5, 17))
        .occasion(Occasion::ResidenceCard)
        .action(Action::FirstIssue)
        .fingerprinted(false);
    let settings = Settings::default();
    let identifier = Identifier::new([7; 16]).expect("an identifier");
    let ticket = law.issue_ticket(on, &facts, settings, identifier);
    let receipt = law.issue_receipt(on, &facts, settings);
    records.push(ticket.expect("prints are taken").to_bytes().to_vec());
    records.push(receipt.expect("an answer").to_bytes().to_vec());
    records
});

fn ask_case(case: Case) {
    for law in laws().iter().map(|page| page.law()) {
        let calendar = law.calendar();
        let earliest = case.earliest(law);
        let _ = case.window(law, &calendar);
        let _ = case.refusal(law);
        for on in [day(1, 1, 1), earliest, day(9999, 12, 31)] {
            let _ = case.day(on, law, &calendar);
            let (data, place) = (
                DataItem::ALL.iter().copied().collect(),
                Some(PlaceOfStay::Apartment),
            );
            for event in [
                Event::Submit { on, data, place },
                Event::HostConfirms { on },
                Event::HostDeclines { on },
                Event::DataFoundFalse { on },
                Event::Move { on },
                Event::StayExtended { on, until: on },
                Event::Departs { on },
            ] {
                if let Ok(next) = case.apply(law, event) {
                    assert_eq!(Case::from_bytes(&next.to_bytes()), Ok(next));
                }
            }
        }
    }
}

/// Reads files of the law compiler: errors have positions, and accepted files pass their own checks.
///
/// The input: the kind of file, then its bytes. For a page of law also changes of the built-in one: where (two bytes), how many
/// bytes to remove, how many to insert, and these.
pub fn page(input: &[u8]) {
    let Some((what, bytes)) = input.split_first() else {
        return;
    };
    if what % 6 == 5 {
        return law_page(&changed(bytes));
    }
    let text = match kz_law::decode(bytes) {
        Ok(text) => text,
        Err(error) => return has_a_place(&error, bytes.len()),
    };
    let (law, rows, difference) = &*LAW;
    match what % 6 {
        0 => law_page(text),
        1 => {
            let (read, errors) = texts::read(text, law);
            errors.iter().for_each(|error| is_in(error, text));
            if !errors.iter().any(Diagnostic::is_error) {
                let _ = OwnedLaw::of(law, &[(Language::En, read)]);
            }
        }
        2 => match cases::read(text) {
            Ok(cases) => {
                let lines: BTreeSet<_> = cases.iter().map(|case| case.line).collect();
                assert!(!lines.contains(&0), "a case has a line");
                let _ = cases::check(Law::from(rows), &cases);
            }
            Err(wrong) => assert!(wrong.line >= 1 && !wrong.message.is_empty(), "{wrong:?}"),
        },
        3 => match expect::read(text, difference) {
            Ok(intended) => {
                for mismatch in expect::check(difference, &intended) {
                    assert!(!expect::words(difference, &mismatch).is_empty());
                }
            }
            Err(errors) => {
                assert!(!errors.is_empty());
                errors.iter().for_each(|error| is_in(error, text));
            }
        },
        _ => is_formatted(text, None),
    }
}

/// The built-in law, its rows, and the difference to an amendment.
static LAW: LazyLock<(kz_law::Law, Sections<'static>, Difference)> = LazyLock::new(|| {
    let compile = |page: &str| kz_law::compile(page).expect("a law");
    let law = compile(&laws()[0].text);
    let new = compile(&read("law/amendments/evisa-2026/kazakhstan.md"));
    let difference = diff::diff(&law, &new, Days::ALL).expect("days");
    let rows = Box::leak(Box::new(OwnedLaw::of(&law, &[]).expect("no errors")));
    (law, rows.sections(), difference)
});

/// The page of the built-in law with these changes.
fn changed(mut changes: &[u8]) -> String {
    let mut page = laws()[0].text.clone().into_bytes();
    while let Some(([low, high, gone, come], rest)) = changes.split_first_chunk() {
        let from = usize::from(u16::from_le_bytes([*low, *high])) % (page.len() + 1);
        let until = page.len().min(from + usize::from(*gone % 32));
        let (new, rest) = rest.split_at(rest.len().min(usize::from(*come % 32)));
        page.splice(from..until, new.iter().copied());
        changes = rest;
    }
    String::from_utf8_lossy(&page).into_owned()
}

fn law_page(page: &str) {
    let checked = kz_law::check(page);
    checked.errors.iter().for_each(|error| is_in(error, page));
    if let Some(law) = checked.law() {
        let found = finding::findings(&checked.reading.page, law);
        found.iter().for_each(|found| is_in(found, page));
        assert!(!found.iter().any(Diagnostic::is_error));
        let owned = OwnedLaw::of(law, &[]).expect("a law has no errors");
        let pack = unsigned(&owned.sections());
        assert!(
            Law::open_already_verified(&pack, ANY).is_ok(),
            "its pack opens"
        );
    }
    is_formatted(page, Some(checked.errors.len()));
}

/// A formatted page does not change when formatted again, and has no other errors.
fn is_formatted(page: &str, errors: Option<usize>) {
    match format::format(page) {
        Ok(formatted) => {
            assert_eq!(format::format(&formatted).as_ref(), Ok(&formatted));
            if let Some(errors) = errors {
                assert_eq!(kz_law::check(&formatted).errors.len(), errors);
            }
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            errors.iter().for_each(|error| is_in(error, page));
        }
    }
}

/// A diagnostic has a message, and a place in the text, between two characters.
fn is_in(found: &Diagnostic, text: &str) {
    has_a_place(found, text.len());
    let span = found.span;
    assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
}

fn has_a_place(found: &Diagnostic, length: usize) {
    let span = found.span;
    assert!(span.start <= span.end && span.end <= length, "{found:?}");
    assert!(span.line >= 1 && span.column >= 1, "{found:?}");
    assert!(!found.message.is_empty(), "{found:?}");
}
