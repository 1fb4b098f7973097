//! The questions that the explorer asks the law compiler.
// A test may panic.
#![allow(clippy::expect_used, clippy::panic)]

use kz_law::table::Table;
use kz_law::{Axis, Day, Days, Law, Region};
use kz_law_wasm::{Answer, ask};
use serde_json::{Value, json};

const PAGE: &str = include_str!("../../../law/kazakhstan.md");
const AMENDED: &str = include_str!("../../../law/amendments/evisa-2026/kazakhstan.md");

fn json_of(question: &Value) -> Value {
    match ask(question) {
        Answer::Json(value) => value,
        Answer::Pack(bytes) => panic!("a pack of {} bytes", bytes.len()),
    }
}

fn compile(number: u64, page: &str) -> Value {
    json_of(&json!({ "ask": "compile", "law": number, "page": page }))
}

#[test]
fn a_law_is_returned_with_its_lines() {
    let told = compile(1, PAGE);
    assert_eq!(told["errors"], json!([]));
    let rows = told["law"]["editions"][0]["rows"].as_array();
    for row in rows.expect("rows") {
        let line = usize::try_from(row["line"].as_u64().expect("a line")).expect("small");
        let text = PAGE.lines().nth(line - 1).expect("a line of the page");
        let basis = row["basis"].as_str().expect("a basis");
        assert!(text.contains(basis), "{text} has no {basis}");
    }
}

#[test]
fn an_error_has_its_line_and_the_earlier_law_stays() {
    compile(1, PAGE);
    let told = compile(
        1,
        &PAGE.replace("standing = citizen |", "standing = citizan |"),
    );
    let line = PAGE
        .lines()
        .position(|line| line.contains("standing = citizen | v"));
    assert_eq!(told["errors"][0]["line"], json!(line.expect("a row") + 1));
    assert!(told.get("law").is_none());
    let whom = json!({ "ask": "whom", "law": 1, "edition": 1, "row": 2 });
    let groups = &json_of(&whom)["groups"];
    assert_eq!(
        groups[0]["facts"],
        json!({ "fingerprinted": [2], "standing": [1] })
    );
}

#[test]
fn a_pack_opens_and_has_the_digest_of_the_law() {
    compile(1, PAGE);
    let Answer::Pack(bytes) = ask(&json!({ "ask": "pack", "law": 1, "texts": {} })) else {
        panic!("no pack");
    };
    let at_least = kz_rules_core::AtLeast::of_built_in(0);
    let opened = kz_rules_core::Law::open_already_verified(&bytes, at_least);
    let opened = opened.expect("it opens");
    assert_eq!(
        opened.digest,
        kz_rules_core::Law::BUILT_IN.sections().digest
    );
}

#[test]
fn differences_list_the_persons() {
    compile(1, PAGE);
    compile(2, AMENDED);
    let found = json_of(&json!({ "ask": "differences", "old": 1, "new": 2 }));
    assert_eq!(found["changes"], json!(true));
    let change = &found["tables"][0]["changes"][0];
    assert_eq!(change["old"]["main"], json!("mandatory"));
    assert_eq!(change["new"]["main"], json!("not_required"));
    let same = json_of(&json!({ "ask": "differences", "old": 1, "new": 1 }));
    assert_eq!(same["changes"], json!(false));
}

#[test]
fn days_list_the_persons_with_another_answer() {
    compile(1, PAGE);
    let days = |before: &str, after: &str| {
        json_of(&json!({ "ask": "days", "law": 1, "edition": 1, "before": before, "after": after }))
    };
    let found = days("2025-06-30", "2025-07-01");
    let changes = found["changes"].as_array().expect("changes");
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0]["old"]["main"], json!("suspended"));
    assert_eq!(changes[0]["new"]["main"], json!("mandatory"));
    assert_eq!(
        changes[0]["groups"][0]["facts"]["visa_channel"],
        json!([2, 3])
    );
    assert_eq!(days("2025-07-01", "2030-01-01")["changes"], json!([]));
}

/// The obligation under the first edition for somebody whose facts are all known.
fn obligation(law: &Law, who: &Region, on: Day) -> &'static str {
    let table = Table::edition(law, &law.editions[0]);
    let days = Days {
        from: on,
        until: on.next(),
    };
    let cut = table
        .cut(days, 0..table.rows.len(), &[*who])
        .expect("few parts");
    law.editions[0].rows[cut.taken[0].0].obligation.text()
}

/// All who differ in one fact.
fn with_one_change(law: &Law, who: &Region) -> Vec<Region> {
    let everybody = law.everybody();
    let facts = Axis::ALL
        .into_iter()
        .filter(|axis| axis.place() < Axis::FACTS);
    facts
        .flat_map(|axis| {
            (0..16)
                .map(move |bit| (axis, 1 << bit))
                .filter(move |(axis, bit)| everybody.get(*axis) & bit != 0)
        })
        .map(|(axis, bit)| who.with(axis, bit))
        .collect()
}

#[test]
fn the_nearest_change_leads_there_and_no_smaller_one_does() {
    compile(1, PAGE);
    let law = kz_law::compile(PAGE).expect("a law");
    let day = Day::parse("2025-03-01").expect("a day");
    let everybody = law.everybody();
    let mut asked = 0;
    // Every twelfth of the persons with different occasion, standing, age, prints and action.
    for number in 0..1350_u32 {
        let mut rest = number * 12 + number % 7;
        let mut who = everybody.person();
        for (axis, count) in [
            (Axis::Occasion, 15),
            (Axis::Standing, 3),
            (Axis::Age, 3),
            (Axis::Fingerprinted, 2),
            (Axis::Action, 5),
            (Axis::VisaChannel, 4),
        ] {
            who = who.with(axis, 1 << (rest % count));
            rest /= count;
        }
        let now = obligation(&law, &who, day);
        for wanted in ["mandatory", "voluntary", "not_required", "suspended"] {
            if wanted == now {
                continue;
            }
            let facts: serde_json::Map<String, Value> = Axis::ALL[..Axis::FACTS]
                .iter()
                .filter(|axis| axis.question().is_none())
                .map(|axis| {
                    (
                        axis.name().to_owned(),
                        json!([who.get(*axis).trailing_zeros() + 1]),
                    )
                })
                .collect();
            let question = json!({
                "ask": "nearest", "law": 1, "edition": 1, "on": "2025-03-01", "facts": facts, "obligation": wanted,
            });
            let ways = json_of(&question);
            let ways = ways["ways"].as_array().expect("ways").clone();
            let fewest = ways.iter().map(|way| {
                way["facts"].as_object().map_or(0, serde_json::Map::len)
                    + usize::from(!way["day"].is_null())
            });
            let fewest = fewest.min().expect("a way");
            let one = with_one_change(&law, &who);
            let by_one = one
                .iter()
                .any(|other| obligation(&law, other, day) == wanted);
            let by_two = || {
                one.iter().any(|other| {
                    let two = with_one_change(&law, other);
                    two.iter()
                        .any(|other| obligation(&law, other, day) == wanted)
                })
            };
            assert_eq!(fewest == 1, by_one, "{who:?} {wanted}: {ways:?}");
            if fewest > 2 && number % 50 == 0 {
                assert!(!by_two(), "{who:?} {wanted}: {ways:?}");
            }
            for way in ways.iter().filter(|way| way["day"].is_null()) {
                let mut other = who;
                for (name, values) in way["facts"].as_object().expect("facts") {
                    let value = values[0].as_u64().expect("a value");
                    other = other.with(Axis::named(name).expect("a fact"), 1 << (value - 1));
                }
                assert_eq!(obligation(&law, &other, day), wanted, "{way}");
            }
            asked += 1;
        }
    }
    assert!(asked > 3000, "{asked}");
}

#[test]
fn an_unknown_question_is_an_error() {
    for question in [
        json!({}),
        json!({ "ask": "all" }),
        json!({ "ask": "whom", "law": 99, "edition": 1, "row": 0 }),
        json!({ "ask": "days", "law": 1, "edition": 1, "before": "2025-02-30", "after": "2025-07-01" }),
    ] {
        assert!(json_of(&question)["error"].is_string(), "{question}");
    }
}
