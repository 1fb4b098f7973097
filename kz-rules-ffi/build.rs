//! Writes the C header into OUT_DIR: constants from the core, structs and functions by cbindgen
//! from this crate. `make header` copies it to include/, and a test compares the two.

// A failure here stops the build and says why.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use kz_rules_core as core_;
use kz_rules_core::Error;

#[allow(dead_code, missing_docs, non_camel_case_types, unreachable_pub)]
#[path = "src/sets.rs"]
mod sets;
#[allow(dead_code, missing_docs, non_camel_case_types, unreachable_pub)]
#[path = "src/status.rs"]
mod status;

/// The files that declare what C sees, in the order of the header.
const SOURCES: &[&str] = &[
    "src/law.rs",
    "src/date.rs",
    "src/facts.rs",
    "src/assess.rs",
    "src/columns.rs",
    "src/calendar.rs",
    "src/term.rs",
    "src/clock.rs",
    "src/case.rs",
    "src/certificate.rs",
    "src/plan.rs",
    "src/text.rs",
    "src/ticket.rs",
    "src/receipt.rs",
    "src/explain.rs",
    "src/stay.rs",
    "src/pilot.rs",
    "src/refusal.rs",
    "src/iin.rs",
];

fn main() {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=header");
    println!("cargo::rerun-if-changed=stack.csv");
    println!("cargo::rustc-check-cfg=cfg(deliberate_index)");
    let root = PathBuf::from(env("CARGO_MANIFEST_DIR"));
    let out = PathBuf::from(env("OUT_DIR")).join("kz_rules.h");
    write_header(&root, &out);
}

fn env(name: &str) -> String {
    std::env::var(name).expect("cargo sets it")
}

fn write_header(root: &Path, out: &Path) {
    let mut config = cbindgen::Config {
        language: cbindgen::Language::C,
        cpp_compat: true,
        no_includes: true,
        style: cbindgen::Style::Type,
        documentation_style: cbindgen::DocumentationStyle::C,
        usize_is_size_t: true,
        header: Some(header()),
        trailer: Some("#endif /* KZ_RULES_H */".into()),
        line_length: 100,
        ..Default::default()
    };
    config.constant.allow_static_const = false;
    let mut builder = cbindgen::Builder::new().with_config(config);
    for source in SOURCES.iter().chain(&["src/qr.rs"]) {
        builder = builder.with_src(root.join(source));
    }
    let bindings = builder.generate().expect("the sources are valid Rust");
    let mut header = Vec::new();
    bindings.write(&mut header);
    let header = String::from_utf8(header).expect("the sources are UTF-8");
    std::fs::write(out, tidy(&header)).expect("OUT_DIR can be written to");
}

/// Comments as a C programmer writes them: on one line if they fit, without the promises that Rust
/// asks an unsafe function's caller for, which C takes for granted.
fn tidy(header: &str) -> String {
    let mut text = String::new();
    let mut lines = header.lines();
    while let Some(opening) = lines.next() {
        if opening.trim() != "/*" {
            line(&mut text, opening);
            continue;
        }
        let indent = &opening[..opening.len() - "/*".len()];
        let body: Vec<_> = lines
            .by_ref()
            .map(str::trim)
            .take_while(|body| *body != "*/")
            .collect();
        let said: Vec<_> = body
            .iter()
            .take_while(|body| **body != "# Safety")
            .copied()
            .collect();
        let mut said = said.join("\n");
        if let Some(stack) = lines.clone().next().and_then(stack) {
            said = format!("{}\n\n{stack}", said.trim());
        }
        let said = said.trim().replace('`', "'");
        let said: Vec<_> = said
            .lines()
            .map(|said| format!("{indent}   {said}"))
            .collect();
        let said = said.join("\n");
        let said: Vec<_> = said.lines().map(str::trim_end).collect();
        line(
            &mut text,
            &format!("{indent}/* {} */", said.join("\n").trim_start()),
        );
    }
    text
}

/// What the comment of a function says of its stack, from the table that `make stack-renew` writes.
fn stack(prototype: &str) -> Option<String> {
    let (before, _) = prototype.split_once('(')?;
    let name = before.rsplit([' ', '*']).next()?;
    let row = include_str!("stack.csv")
        .lines()
        .find_map(|row| row.strip_prefix(name)?.strip_prefix(','))?;
    let (most, measured) = row.split_once(',').expect("two numbers");
    Some(format!(
        "Stack: at most {most} bytes on Cortex-M0; {measured} measured."
    ))
}

/// What stands before the structs: how to read the header, and all constants.
fn header() -> String {
    let mut text = String::from(include_str!("header/top.h"));
    macro_rules! sets {
        ($($name:literal $kind:ty;)+) => { $( set(&mut text, $name,
            <$kind>::MEANING, <$kind>::ALL.iter().map(|v| (v.name(), v.code(), v.meaning()))); )+ };
    }
    sets! {
        "fact" core_::Fact;
        "standing" core_::Standing;
        "occasion" core_::Occasion;
        "action" core_::Action;
        "visa_channel" core_::VisaChannel;
        "answer" core_::Answer;
        "location" core_::Location;
        "birth_precision" sets::BirthPrecision;
        "age_reading" core_::AgeReading;
        "outcome" sets::Outcome;
        "obligation" core_::Obligation;
        "week" core_::Week;
        "first_day" core_::FirstDay;
        "certainty" core_::Certainty;
        "reason" core_::Reason;
        "term" core_::Term;
        "treaty" sets::Treaty;
        "stay_regime" core_::StayRegime;
        "term_outcome" sets::TermOutcome;
        "coverage" core_::Covered;
        "day_state" core_::DayState;
        "zone" core_::Zone;
        "sex" core_::Sex;
        "event" core_::EventKind;
        "case_state" core_::CaseState;
        "data_item" core_::DataItem;
        "place_of_stay" core_::PlaceOfStay;
        "certificate_field" core_::CertificateField;
        "verdict" core_::Verdict;
        "step" core_::Step;
        "goal" core_::Goal;
        "vocabulary" core_::Vocabulary;
        "language" core_::Language;
        "text_form" core_::TextForm;
        "phrase" core_::Phrase;
        "age_band" core_::AgeBand;
        "mission_kind" core_::MissionKind;
        "procedure" core_::Procedure;
        "finding" core_::Finding;
        "cure" core_::Cure;
        "law_known" core_::LawKnown;
        "document_kind" core_::DocumentKind;
        "stay_state" core_::StayState;
        "last_day_kind" sets::LastDayKind;
    }
    law_numbers(&mut text);
    statuses(&mut text);
    provisions(&mut text);
    text
}

fn set<'a>(
    text: &mut String,
    name: &str,
    meaning: &str,
    values: impl Iterator<Item = (&'a str, u8, &'a str)>,
) {
    comment(text, meaning);
    line(text, &format!("typedef uint8_t kz_{name};"));
    for (word, code, meaning) in values {
        let constant = format!("KZ_{}_{}", constant(name), constant(word));
        define(text, &format!("{constant} {code}"), meaning);
    }
    line(text, "");
}

fn statuses(text: &mut String) {
    comment(
        text,
        " What a function returns: KZ_OK, or what is wrong. Nothing was written then.\n",
    );
    line(text, "typedef int32_t kz_status;");
    define(text, "KZ_OK 0", "It succeeded.");
    for error in Error::ALL {
        let (name, status) = (constant(error.name()), status::of_core(error.code()));
        define(
            text,
            &format!("KZ_ERROR_{name} ({status})"),
            error.meaning(),
        );
    }
    for (refusal, word, meaning) in status::Refusal::ALL {
        let (name, status) = (constant(word), *refusal as i32);
        define(text, &format!("KZ_ERROR_{name} ({status})"), meaning);
    }
    line(text, "");
}

/// The editions and documents of the built-in law: another law may have others.
fn law_numbers(text: &mut String) {
    let law = core_::Law::BUILT_IN;
    comment(
        text,
        " An edition of a law. Constants: those of the built-in law.\n",
    );
    line(text, "typedef uint8_t kz_edition;");
    for number in 1.. {
        let Some(name) = law.edition_name(core_::Edition::new(number)) else {
            break;
        };
        let definition = format!("KZ_EDITION_{} {number}", constant(name));
        define(text, &definition, &format!("Edition {number}."));
    }
    line(text, "");
    comment(
        text,
        " A document of a law. Constants: those of the built-in law.\n",
    );
    line(text, "typedef uint16_t kz_document;");
    for document in law.all_documents() {
        let (name, number) = (constant(document.id()), document.row().number());
        let definition = format!("KZ_DOCUMENT_{name} {number}");
        define(text, &definition, &format!("{}.", document.title()));
    }
    line(text, "");
}

fn provisions(text: &mut String) {
    comment(
        text,
        " One rule of one document, or a caution; 0: none. kz_provision_get() cites it. Constants: those of the\n built-in law.\n",
    );
    line(text, "typedef uint16_t kz_provision;");
    for provision in core_::Law::BUILT_IN.all_provisions() {
        let (name, number) = (
            constant(provision.id()),
            provision.row().provision().number(),
        );
        let definition = format!("KZ_PROVISION_{name} {number}");
        define(text, &definition, &sentence(provision.substance().as_str()));
    }
}

/// A sentence out of what a law's page says in a cell.
fn sentence(cell: &str) -> String {
    let mut letters = cell.chars();
    let first = letters.next().map(char::to_uppercase);
    let first: String = first.into_iter().flatten().collect();
    format!("{first}{}.", letters.as_str())
}

/// A word of the legal model as part of a C constant.
fn constant(word: &str) -> String {
    word.to_uppercase().replace('-', "_")
}

/// A constant with its meaning, on one line if that fits.
fn define(text: &mut String, definition: &str, meaning: &str) {
    let meaning = plain(meaning).join(" ");
    let whole = format!("#define {definition:<48} /* {meaning} */");
    if whole.len() <= 110 {
        line(text, &whole);
    } else {
        line(text, &format!("/* {meaning} */\n#define {definition}"));
    }
}

/// A C comment from the lines of a Rust one, each with its leading space.
fn comment(text: &mut String, meaning: &str) {
    line(text, &format!("/* {} */", plain(meaning).join("\n   ")));
}

/// The lines of a Rust comment without its markup.
fn plain(meaning: &str) -> Vec<String> {
    let unmarked = |line: &str| line.trim().replace(['`', '[', ']'], "");
    meaning.lines().map(unmarked).collect()
}

fn line(text: &mut String, line: &str) {
    writeln!(text, "{line}").expect("a string takes all");
}
