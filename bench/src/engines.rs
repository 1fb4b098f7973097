//! Two general rule engines, each with the table of rules compiled once.

use std::sync::Arc;

use cel::{Context, Env, Program};
use serde_json::json;
use zen_engine::model::GraphContent;
use zen_engine::{Decision, Variable};

use kz_rules_ffi::kz_facts;
use crate::table::{FIELDS, Given, ROWS, Wants, given};

/// The crate `cel`: the table as one chain of conditions.
pub struct Cel {
    environment: Arc<Env>,
    program: Program,
}

impl Cel {
    pub fn new() -> Self {
        let mut source = String::new();
        for row in ROWS {
            let conditions: Vec<String> = row
                .wants
                .iter()
                .map(|(field, wants)| match wants {
                    Wants::Any([word]) => format!("{field} == '{word}'"),
                    Wants::Any(words) => format!("{field} in {words:?}"),
                    Wants::Below(end) => format!("{field} < {end}"),
                })
                .collect();
            source += &format!("{} ? '{}' : ", conditions.join(" && "), row.answer);
        }
        source += "'no row fits'";
        let environment = Arc::new(Env::stdlib());
        let program = environment
            .compile(&source)
            .expect("the table is valid CEL");
        Self {
            environment,
            program,
        }
    }

    /// The facts as the engine takes them.
    pub fn prepare(&self, facts: &kz_facts) -> Context<'static, 'static> {
        let mut context = Context::with_env(Arc::clone(&self.environment));
        for (field, value) in given(facts) {
            match value {
                Given::Word(word) => context.add_variable_from_value(field, word),
                Given::Number(number) => context.add_variable_from_value(field, number),
            }
        }
        context
    }

    pub fn answer(&self, facts: &Context<'_, '_>) -> cel::Value {
        self.program.execute(facts).expect("every fact is given")
    }
}

/// The crate `zen-engine`: the table as a decision table, the first hit decides.
pub struct Zen {
    decision: Decision,
    runtime: tokio::runtime::Runtime,
}

impl Zen {
    pub fn new() -> Self {
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

    /// The facts as the engine takes them.
    pub fn prepare(&self, facts: &kz_facts) -> Variable {
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

    /// The answers to many, so that the runtime starts once.
    pub fn answers(&self, many: &[Variable], mut answer: impl FnMut(Variable)) {
        self.runtime.block_on(async {
            for facts in many {
                // A clone counts references, no more.
                let response = self.decision.evaluate(facts.clone()).await;
                answer(response.expect("every fact is given").result);
            }
        });
    }
}
