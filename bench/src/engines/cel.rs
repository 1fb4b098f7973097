//! `cel`: the table as one chain of conditions.

use std::sync::Arc;

use cel::{Context, Env, Program, Value};
use kz_rules_ffi::kz_facts;

use crate::cases;
use crate::report::nanoseconds;
use super::table::{Given, ROWS, Wants, given};

/// Compares its answers with the expected ones; returns the time per answer in nanoseconds.
pub fn time(persons: &[kz_facts], expected: &[String]) -> f64 {
    let cel = Cel::new();
    let prepared: Vec<_> = persons.iter().map(|facts| cel.prepare(facts)).collect();
    for ((facts, expected), prepared) in persons.iter().zip(expected).zip(&prepared) {
        let expected = Value::from(expected.as_str());
        let shown = cases::shown(facts);
        assert_eq!(cel.answer(prepared), expected, "cel answers otherwise: {shown}");
    }
    nanoseconds(&prepared, |facts| cel.answer(facts))
}

struct Cel {
    environment: Arc<Env>,
    program: Program,
}

impl Cel {
    fn new() -> Self {
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

    /// The facts in the engine's form.
    fn prepare(&self, facts: &kz_facts) -> Context<'static, 'static> {
        let mut context = Context::with_env(Arc::clone(&self.environment));
        for (field, value) in given(facts) {
            match value {
                Given::Word(word) => context.add_variable_from_value(field, word),
                Given::Number(number) => context.add_variable_from_value(field, number),
            }
        }
        context
    }

    fn answer(&self, facts: &Context<'_, '_>) -> Value {
        self.program.execute(facts).expect("every fact is given")
    }
}
