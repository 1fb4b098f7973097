//! `zen-engine`: the table as a decision table, the first hit decides.

use std::hint::black_box;

use kz_rules_ffi::kz_facts;
use serde_json::json;
use zen_engine::model::GraphContent;
use zen_engine::{Decision, Variable};

use crate::cases;
use crate::report::nanoseconds_of;
use super::table::{FIELDS, Given, ROWS, Wants, given};

/// Compares its answers with the expected ones; returns the time per answer in nanoseconds.
pub fn time(persons: &[kz_facts], expected: &[String]) -> f64 {
    let zen = Zen::new();
    let prepared: Vec<_> = persons.iter().map(|facts| zen.prepare(facts)).collect();
    let mut next = persons.iter().zip(expected);
    zen.answers(&prepared, |answer| {
        let (facts, expected) = next.next().expect("as many answers as cases");
        let answer = answer
            .dot("answer")
            .and_then(|answer| Some(answer.as_str()?.to_owned()));
        let shown = cases::shown(facts);
        assert_eq!(answer.as_deref(), Some(&**expected), "zen-engine answers otherwise: {shown}");
    });
    nanoseconds_of(persons.len(), || {
        zen.answers(&prepared, |answer| drop(black_box(answer)))
    })
}

struct Zen {
    decision: Decision,
    runtime: tokio::runtime::Runtime,
}

impl Zen {
    fn new() -> Self {
        let inputs: Vec<_> = FIELDS
            .iter()
            .map(|field| json!({ "id": field, "name": field, "field": field }))
            .collect();
        let rules: Vec<_> = ROWS
            .iter()
            .map(|row| {
                let mut cells = json!({ "answer": format!("{:?}", row.answer) });
                for (field, wants) in row.wants {
                    cells[field] = match wants {
                        Wants::Any(words) => {
                            let words: Vec<_> = words.iter().map(|w| format!("{w:?}")).collect();
                            json!(words.join(", "))
                        }
                        Wants::Below(end) => json!(format!("< {end}")),
                    };
                }
                cells
            })
            .collect();
        let graph = json!({
            "nodes": [
                { "id": "facts", "name": "facts", "type": "inputNode" },
                { "id": "rules", "name": "rules", "type": "decisionTableNode", "content": {
                    "hitPolicy": "first",
                    "inputs": inputs,
                    "outputs": [{ "id": "answer", "name": "answer", "field": "answer" }],
                    "rules": rules,
                } },
                { "id": "obligation", "name": "obligation", "type": "outputNode" },
            ],
            "edges": [
                { "id": "1", "type": "edge", "sourceId": "facts", "targetId": "rules" },
                { "id": "2", "type": "edge", "sourceId": "rules", "targetId": "obligation" },
            ],
        });
        let content: GraphContent = serde_json::from_value(graph).expect("the table is valid");
        let mut decision = Decision::from(content);
        decision.compile();
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        Self {
            decision,
            runtime: runtime.expect("a runtime of one thread"),
        }
    }

    /// The facts in the engine's form.
    fn prepare(&self, facts: &kz_facts) -> Variable {
        let mut object = serde_json::Map::new();
        for (field, value) in given(facts) {
            let value = match value {
                Given::Word(word) => json!(word),
                Given::Number(number) => json!(number),
            };
            object.insert(field.to_owned(), value);
        }
        serde_json::Value::Object(object).into()
    }

    /// The answers to many questions, so that the runtime starts once.
    fn answers(&self, many: &[Variable], mut answer: impl FnMut(Variable)) {
        self.runtime.block_on(async {
            for facts in many {
                // A clone only counts references.
                let response = self.decision.evaluate(facts.clone()).await;
                answer(response.expect("every fact is given").result);
            }
        });
    }
}
