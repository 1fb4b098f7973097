//! The pieces of the header, as C.

use std::fmt::Write as _;

use kz_rules_core as core_;
use kz_rules_core::Error;
use kz_rules_ffi::status::{self, BadInput};

/// The widest line.
const WIDTH: usize = 110;

/// The title of a section, and what to know about it.
pub(super) fn heading(title: &str, about: &str) -> String {
    let rule = "=".repeat(100 - title.len().min(90));
    let mut text = format!("\n/* ==== {title} {rule}");
    for line in about.replace('`', "'").lines() {
        let _ = write!(text, "\n   {}", line.trim());
    }
    text + " */\n\n"
}

/// The version of the library, for the preprocessor.
pub(super) fn versions() -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut text = format!(
        "/* The version of the library that this header belongs to. */\n#define KZ_VERSION \"{version}\"\n"
    );
    let parts = ["MAJOR", "MINOR", "PATCH"].iter().zip(version.split('.'));
    for (part, number) in parts {
        define(
            &mut text,
            &format!("KZ_VERSION_{part} {number}"),
            &format!("The {} version.", part.to_lowercase()),
        );
    }
    text + "\n"
}

/// A closed set with its constants.
pub(super) fn set(name: &str) -> String {
    let mut text = String::new();
    macro_rules! sets {
        ($($name:literal $kind:ty;)+) => {
            match name {
                $( $name => values(&mut text, $name, <$kind>::MEANING,
                    <$kind>::ALL.iter().map(|v| (v.name(), v.code(), v.meaning()))), )+
                _ => panic!("there is no closed set {name}"),
            }
        };
    }
    sets! {
        "fact" core_::Fact;
        "standing" core_::Standing;
        "occasion" core_::Occasion;
        "action" core_::Action;
        "visa_channel" core_::VisaChannel;
        "answer" core_::Answer;
        "location" core_::Location;
        "birth_precision" core_::BirthPrecision;
        "age_reading" core_::AgeReading;
        "outcome" core_::OutcomeKind;
        "obligation" core_::Obligation;
        "week" core_::Week;
        "first_day" core_::FirstDay;
        "certainty" core_::Certainty;
        "reason" core_::Reason;
        "term" core_::Term;
        "treaty" core_::TreatyKind;
        "stay_regime" core_::StayRegime;
        "term_outcome" core_::TermOutcomeKind;
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
        "age_band" core_::AgeBand;
        "mission_kind" core_::MissionKind;
        "procedure" core_::Procedure;
        "finding" core_::Finding;
        "cure" core_::Cure;
        "law_known" core_::LawKnown;
        "document_kind" core_::DocumentKind;
        "stay_state" core_::StayState;
        "last_day_kind" core_::LastDayKind;
        "mrz_document" core_::MrzDocument;
        "mrz_layout" core_::MrzLayout;
        "mrz_nationality" core_::MrzNationality;
        "mrz_expected" core_::MrzExpected;
    }
    text
}

fn values<'a>(
    text: &mut String,
    name: &str,
    meaning: &str,
    values: impl Iterator<Item = (&'a str, u8, &'a str)>,
) {
    // The type kz_vocabulary is declared earlier, where it is first used.
    if name != "vocabulary" {
        comment(text, meaning);
        line(text, &format!("typedef uint8_t kz_{name};"));
    }
    for (word, code, meaning) in values {
        let constant = format!("KZ_{}_{}", constant(name), constant(word));
        define(text, &format!("{constant} {code}"), meaning);
    }
    line(text, "");
}

/// All errors.
pub(super) fn statuses() -> String {
    let mut text = String::new();
    for error in Error::ALL {
        let (name, status) = (constant(error.name()), status::of_core(error.code()));
        let definition = format!("KZ_ERROR_{name} ({status})");
        define(&mut text, &definition, error.meaning());
    }
    for (bad, word, meaning) in BadInput::ALL {
        let (name, status) = (constant(word), *bad as i32);
        define(&mut text, &format!("KZ_ERROR_{name} ({status})"), meaning);
    }
    text
}

/// The editions, documents and provisions of the built-in law.
pub(super) fn law_numbers() -> String {
    let mut text = String::new();
    let law = core_::Law::BUILT_IN;
    for number in 1.. {
        let Some(name) = law.edition_name(core_::Edition::new(number)) else {
            break;
        };
        let definition = format!("KZ_EDITION_{} {number}", constant(name));
        define(&mut text, &definition, &format!("Edition {number}."));
    }
    line(&mut text, "");
    for document in law.all_documents() {
        let (name, number) = (constant(document.id()), document.row().number());
        let definition = format!("KZ_DOCUMENT_{name} {number}");
        define(&mut text, &definition, &format!("{}.", document.title()));
    }
    line(&mut text, "");
    for provision in law.all_provisions() {
        let name = constant(provision.id());
        let number = provision.row().provision().number();
        let definition = format!("KZ_PROVISION_{name} {number}");
        define(&mut text, &definition, &sentence(&provision.substance()));
    }
    text
}

/// The stack of each function, from the measured table.
pub(super) fn stack(table: &str) -> String {
    let rows = table.lines().filter(|row| !row.starts_with('#')).skip(1);
    let mut text = String::from(
        "/* The stack that each call takes on a Cortex-M0, in bytes: the limit, from the frames along the deepest\n   \
         chain of calls; then the measured value. kz_law_open() takes in addition what its verifier takes;\n   \
         kz_ed25519(), which takes several kilobytes, is not measured.\n\n",
    );
    for row in rows {
        let mut cells = row.split(',');
        let mut cell = || cells.next().expect("three cells");
        let (name, most, measured) = (cell(), cell(), cell());
        let _ = writeln!(text, "   {name:<28} {most:>5} {measured:>5}");
    }
    text.truncate(text.trim_end().len());
    text + " */\n"
}

/// Turns the output of cbindgen into C as a programmer writes it. Comments are on one line if they fit, and a field's beside
/// it. The safety section of unsafe functions, which C takes for granted, is left out. An ignored status warns. A struct that
/// is already named gets no second typedef.
pub(super) fn tidy(declared: &str, forward: &[&str]) -> String {
    let mut text = String::new();
    let mut lines = declared
        .lines()
        .skip_while(|line| line.is_empty())
        .peekable();
    while let Some(opening) = lines.next() {
        if opening.trim() != "/*" {
            declaration(&mut text, opening, forward);
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
        let said = said.join("\n").trim().replace('`', "'");
        if let Some(field) = lines.next_if(|_| !indent.is_empty()) {
            member(&mut text, &field.replace("struct kz_", "kz_"), &said);
            continue;
        }
        let said: Vec<_> = said
            .lines()
            .map(|said| format!("{indent}   {said}").trim_end().to_owned())
            .collect();
        line(
            &mut text,
            &format!("{indent}/* {} */", said.join("\n").trim_start()),
        );
    }
    text
}

/// A field with its comment: beside it if that fits, else above it.
fn member(text: &mut String, field: &str, said: &str) {
    let said: Vec<_> = said.lines().collect();
    let beside = format!("{field:<40} /* {} */", said.join(" "));
    if beside.len() <= WIDTH {
        line(text, &beside);
    } else {
        line(text, &format!("  /* {} */\n{field}", said.join("\n     ")));
    }
}

/// A line of a declaration.
fn declaration(text: &mut String, code: &str, forward: &[&str]) {
    if let Some(feature) = code.strip_prefix("#if defined(") {
        // Macros of features are 0 or 1.
        line(text, &format!("#if {}", feature.trim_end_matches(')')));
        return;
    }
    if let Some(rest) = code.strip_prefix("kz_status kz_") {
        // On its own line, so that the parameters stay aligned.
        line(text, "KZ_NODISCARD");
        line(
            text,
            &format!("kz_status kz_{rest}").replace("struct kz_", "kz_"),
        );
        return;
    }
    for name in forward {
        if code == format!("typedef struct {name} {{") {
            line(text, &format!("struct {name} {{"));
            return;
        }
        if code == format!("}} {name};") {
            line(text, "};");
            return;
        }
    }
    if code.starts_with("typedef struct ") {
        line(text, code);
    } else {
        line(text, &code.replace("struct kz_", "kz_"));
    }
}

/// A cell of the law's page as a sentence.
fn sentence(cell: &core_::Text<'_>) -> String {
    let mut letters = cell.as_str().chars();
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
    if whole.len() <= WIDTH {
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
    text.push_str(line);
    text.push('\n');
}
