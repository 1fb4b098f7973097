//! The naive evaluators against the conformance vectors, line by line: they are what the rest is compared with, so
//! they are held to the vectors themselves.

use csv::{ReaderBuilder, StringRecord};
use kz_rules_tests::naive::Facts;
use kz_rules_tests::naive::assess::{self, assess};
use kz_rules_tests::naive::plan::{self, Circumstances, plan};
use std::collections::HashMap;

/// One line: texts by column name.
struct Line {
    columns: HashMap<String, String>,
}

impl Line {
    fn text(&self, column: &str) -> &str {
        self.columns.get(column).map_or("", String::as_str)
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    let line = |record: StringRecord| Line {
        columns: names
            .iter()
            .map(str::to_owned)
            .zip(record.iter().map(str::to_owned))
            .collect(),
    };
    reader
        .records()
        .map(|record| line(record.unwrap()))
        .collect()
}

/// Compares the status and the named columns of every line with what `evaluate` makes of it, and says how the lines differ.
fn compare(
    text: &str,
    at_least: usize,
    names: [&str; 7],
    evaluate: impl Fn(&Line) -> Result<[String; 7], String>,
) {
    let lines = lines(text);
    assert!(lines.len() >= at_least, "only {} lines", lines.len());
    let mut unlike = Vec::new();
    for line in &lines {
        let (status, results) = match evaluate(line) {
            Ok(results) => ("ok".to_owned(), results),
            Err(error) => (error, Default::default()),
        };
        let mut expect = |name: &str, result: &str| {
            if line.text(name) != result {
                unlike.push(format!(
                    "{} {name}: {:?}, here {result:?}",
                    line.text("id"),
                    line.text(name)
                ));
            }
        };
        expect("=status", &status);
        for (name, result) in names.iter().zip(&results) {
            expect(name, result);
        }
    }
    assert!(
        unlike.is_empty(),
        "{} results differ:\n{}",
        unlike.len(),
        unlike.join("\n")
    );
}

#[test]
fn assess_gives_every_vector() {
    let evaluate = |line: &Line| {
        let facts = Facts::read(|column| line.text(column))?;
        Ok(assess(&facts)?.columns())
    };
    compare(
        include_str!("../vectors/assess.csv"),
        523,
        assess::Answer::COLUMNS,
        evaluate,
    );
}

#[test]
fn plan_gives_every_vector() {
    let evaluate = |line: &Line| {
        let facts = Facts::read(|column| line.text(column))?;
        let circumstances = Circumstances::read(|column| line.text(column))?;
        Ok(plan(&facts, &circumstances)?.columns())
    };
    compare(
        include_str!("../vectors/plan.csv"),
        480,
        plan::Answer::COLUMNS,
        evaluate,
    );
}
