//! The compiler's data as JSON: diagnostics with their places, a law with its lines, persons as values of facts.

use kz_law::explore::Persons;
use kz_law::model::Conditions;
use kz_law::{Axis, Day, Diagnostic, Law, Region, Span};
use serde_json::{Map, Value, json};

/// Diagnostics with their places.
pub(crate) fn diagnostics(all: &[Diagnostic]) -> Vec<Value> {
    all.iter().map(diagnostic).collect()
}

fn diagnostic(of: &Diagnostic) -> Value {
    let related = of.related.iter();
    let related: Vec<Value> = related
        .map(|(span, words)| json!({ "line": span.line, "message": words }))
        .collect();
    let Span {
        line,
        column,
        start,
        end,
    } = of.span;
    json!({
        "error": of.is_error(), "code": of.kind.code(), "line": line, "column": column, "start": start, "end": end,
        "message": of.message, "help": of.help, "related": related,
    })
}

/// A day; null for one before the first or after the last.
pub(crate) fn day(day: Day) -> Value {
    match day {
        Day::FIRST | Day::END => Value::Null,
        day => Value::String(day.to_string()),
    }
}

/// The lines of a law on its page, and what its rows say if the line does not show it.
pub(crate) fn law(law: &Law) -> Value {
    let editions: Vec<Value> = law
        .editions
        .iter()
        .map(|edition| {
            let rows: Vec<Value> = edition
                .rows
                .iter()
                .map(|row| {
                    json!({
                        "line": row.line, "obligation": row.obligation.text(), "basis": law.provision_id(row.basis),
                        "from": day(row.conditions.days.from), "until": day(row.conditions.days.until),
                        "facts": conditions(law, &row.conditions),
                    })
                })
                .collect();
            json!({ "number": edition.number, "name": edition.name, "line": edition.line, "rows": rows })
        })
        .collect();
    let ids = |provisions: &[usize]| {
        let ids = provisions
            .iter()
            .map(|provision| law.provision_id(*provision).to_owned());
        ids.collect::<Vec<_>>()
    };
    let steps: Vec<Value> = law
        .steps
        .iter()
        .map(|step| {
            let goals = kz_law::vocabulary::GOALS.all().filter(|goal| step.needs & goal.bit() != 0);
            let needs: Vec<&str> = goals.map(kz_law::Word::text).collect();
            json!({
                "line": step.line, "step": step.step.text(), "where": step.place.text(), "gives": step.gives.text(),
                "needs": needs, "provisions": ids(&step.provisions),
            })
        })
        .collect();
    let provisions: Vec<Value> = law
        .provisions
        .iter()
        .map(|row| json!({ "id": row.id, "line": row.line, "substance": row.substance }))
        .collect();
    let terms: Vec<Value> = law
        .terms
        .iter()
        .map(|term| json!({ "term": term.term.text(), "line": term.line, "days": term.days, "unit": term.unit.text() }))
        .collect();
    json!({
        "name": law.identity.name, "sequence": law.identity.sequence, "knownUntil": day(law.identity.known_until),
        "ages": law.ages.iter().map(|age| age.years).collect::<Vec<_>>(),
        "questions": law.questions.iter().map(|question| json!({ "number": question.number, "id": question.id }))
            .collect::<Vec<_>>(),
        "editions": editions, "steps": steps, "provisions": provisions, "terms": terms,
    })
}

fn conditions(law: &Law, of: &Conditions) -> Value {
    facts(law, &of.region)
}

/// The facts of a region: for each fact that it restricts, the numbers of the values.
pub(crate) fn facts(law: &Law, region: &Region) -> Value {
    let everybody = law.everybody();
    let told = Axis::ALL
        .into_iter()
        .filter(|axis| region.get(*axis) != everybody.get(*axis));
    let facts = told.map(|axis| {
        let values: Vec<u32> = (1..=16)
            .filter(|value| region.get(axis) >> (value - 1) & 1 == 1)
            .collect();
        (name(law, axis), Value::from(values))
    });
    Value::Object(facts.collect::<Map<_, _>>())
}

/// The name of a fact; for a question, the identifier that the law gives it.
fn name(law: &Law, axis: Axis) -> String {
    let question = law
        .questions
        .iter()
        .find(|question| Some(question.number) == axis.question());
    question.map_or_else(|| axis.name().to_owned(), |question| question.id.clone())
}

/// Persons on some days.
pub(crate) fn persons(law: &Law, of: &Persons) -> Value {
    json!({ "facts": facts(law, &of.region), "from": day(of.days.from), "until": day(of.days.until) })
}
