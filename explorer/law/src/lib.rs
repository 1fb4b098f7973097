//! The law compiler for a web page: [`ask`] takes a question as JSON and returns an answer as JSON. `law_new` and `law_ask`
//! do the same with buffers, for JavaScript.
//!
//! Laws are kept by number: `compile` reads a page into one, the other questions name it.

mod answer;
mod buffer;
mod nearest;
mod told;

pub use buffer::{law_answer, law_ask, law_new};

use kz_law::texts::Texts;
use kz_law::{Law, OwnedLaw, pack};
use kz_rules_core::{Language, PACK_SIGNATURE_BYTES};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static LAWS: RefCell<BTreeMap<u64, Law>> = const { RefCell::new(BTreeMap::new()) };
}

/// The answer to a question.
#[derive(Debug)]
pub enum Answer {
    /// JSON.
    Json(Value),
    /// The bytes of a pack.
    Pack(Vec<u8>),
}

/// Answers a question: an object whose `ask` names the kind of question. If it is wrong, `error` says why.
///
/// | `ask` | input | answer |
/// |---|---|---|
/// | `compile` | `law`, `page` | `errors`, and if the page is a law, its lines; the law is kept |
/// | `findings` | `page` | `findings`: what is worth a look |
/// | `pack` | `law`, `texts`: pages by language | a pack whose signature is all zeros |
/// | `whom` | `law`, `edition`, `row` from 0 | `groups` of persons whom the row takes |
/// | `nearest` | `law`, `edition`, `on`, `facts`, `obligation` | `ways`: the fewest changes that lead to it |
/// | `differences` | `old`, `new` | who gets another answer under another law |
/// | `days` | `law`, `edition`, `before`, `after` | who gets another answer on another day |
#[must_use]
pub fn ask(question: &Value) -> Answer {
    answered(question).unwrap_or_else(|error| Answer::Json(json!({ "error": error })))
}

fn answered(question: &Value) -> Result<Answer, String> {
    let law = |name: &str| {
        let number = number(question, name)?;
        let found = LAWS.with_borrow(|laws| laws.get(&number).cloned());
        found.ok_or_else(|| format!("`{name}`: no law {number}"))
    };
    Ok(Answer::Json(match text(question, "ask")? {
        "compile" => compile(question)?,
        "findings" => findings(question)?,
        "pack" => return packed(&law("law")?, question).map(Answer::Pack),
        "whom" => answer::whom(&law("law")?, question)?,
        "nearest" => nearest::nearest(&law("law")?, question)?,
        "differences" => answer::differences(&law("old")?, &law("new")?)?,
        "days" => answer::days(&law("law")?, question)?,
        other => return Err(format!("no question `{other}`")),
    }))
}

fn compile(question: &Value) -> Result<Value, String> {
    let number = number(question, "law")?;
    let checked = kz_law::check(text(question, "page")?);
    let errors = told::diagnostics(&checked.errors);
    let Some(law) = checked.law() else {
        return Ok(json!({ "errors": errors }));
    };
    let lines = told::law(law);
    LAWS.with_borrow_mut(|laws| laws.insert(number, law.clone()));
    Ok(json!({ "errors": errors, "law": lines }))
}

fn findings(question: &Value) -> Result<Value, String> {
    let checked = kz_law::check(text(question, "page")?);
    let law = checked.law().ok_or("the page is no law")?;
    let findings = kz_law::finding::findings(&checked.reading.page, law);
    Ok(json!({ "findings": told::diagnostics(&findings) }))
}

fn packed(law: &Law, question: &Value) -> Result<Vec<u8>, String> {
    let mut texts: Vec<(Language, Texts)> = Vec::new();
    for language in Language::ALL {
        let page = question
            .get("texts")
            .and_then(|texts| texts.get(language.name()));
        if let Some(page) = page.and_then(Value::as_str) {
            texts.push((*language, kz_law::texts::read(page, law).0));
        }
    }
    let owned = OwnedLaw::of(law, &texts).ok_or("the law has no rows")?;
    let mut bytes =
        pack::unsigned(&owned.sections()).ok_or("the law is larger than a pack can be")?;
    bytes.resize(bytes.len() + PACK_SIGNATURE_BYTES, 0);
    Ok(bytes)
}

fn text<'q>(question: &'q Value, name: &str) -> Result<&'q str, String> {
    question
        .get(name)
        .and_then(Value::as_str)
        .ok_or_else(|| format!("`{name}`: expected text"))
}

fn number(question: &Value, name: &str) -> Result<u64, String> {
    question
        .get(name)
        .and_then(Value::as_u64)
        .ok_or_else(|| format!("`{name}`: expected a number"))
}

fn day(question: &Value, name: &str) -> Result<kz_law::Day, String> {
    kz_law::Day::parse(text(question, name)?).ok_or_else(|| format!("`{name}`: expected a date"))
}

fn edition<'l>(law: &'l Law, question: &Value) -> Result<&'l kz_law::model::Edition, String> {
    let wanted = number(question, "edition")?;
    let mut all = law.editions.iter();
    let found = all.find(|edition| u64::from(edition.number) == wanted);
    found.ok_or_else(|| format!("no edition {wanted}"))
}
