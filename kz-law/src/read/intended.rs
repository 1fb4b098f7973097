//! A page of intended changes: who gets another answer, and which other rows change.

use super::Reader;
use crate::diagnostic::{Diagnostic, Kind};
use crate::diff::expect::{Intended, OtherStatement, Statement};
use crate::model::Law;
use crate::page::Page;
use crate::read::conditions::Context;
use crate::section::Section;
use crate::vocabulary::OBLIGATIONS;
use std::collections::BTreeSet;

/// Reads the page in the vocabulary of a law, and reports what is wrong with it.
pub(crate) fn read(source: &str, law: &Law) -> (Intended, Vec<Diagnostic>) {
    let (page, errors) = Page::read_intended(source);
    let mut reader = Reader {
        page: &page,
        law: law.clone(),
        errors,
        unsure: BTreeSet::new(),
        unsure_names: Vec::new(),
    };
    let intended = Intended {
        statements: reader.statements(),
        others: reader.others(),
    };
    (intended, reader.errors)
}

impl Reader<'_, '_> {
    fn statements(&mut self) -> Vec<Statement> {
        let mut all = Vec::new();
        for row in self.rows(Section::Intended) {
            let [edition, conditions, from, to, basis] = row.cells[..] else {
                continue;
            };
            let edition = self.edition(edition);
            let conditions = self.conditions(conditions, Context::Facts);
            let from = if from.text.is_empty() {
                Some(None)
            } else {
                self.word(from, &OBLIGATIONS).map(Some)
            };
            let to = self.word(to, &OBLIGATIONS);
            let basis = self.provision(basis);
            if let (Some(edition), Some(conditions), Some(from), Some(to), Some(basis)) =
                (edition, conditions, from, to, basis)
            {
                all.push(Statement {
                    line: row.span.line,
                    edition: self
                        .law
                        .editions
                        .get(edition)
                        .map_or(0, |edition| edition.number),
                    conditions,
                    from,
                    to,
                    basis: self.law.provision_id(basis).to_owned(),
                });
            }
        }
        all
    }

    fn others(&mut self) -> Vec<OtherStatement> {
        let mut all = Vec::new();
        for row in self.rows(Section::IntendedRows) {
            let [section, rows] = row.cells[..] else {
                continue;
            };
            if rows.text.is_empty() {
                let error = Diagnostic::error(Kind::EmptyCell, rows.span, "an empty cell");
                self.errors
                    .push(error.help("expected what the rows are about, joined with `, `"));
                continue;
            }
            if let Some(parts) = self.parts(rows.text, rows.span) {
                all.push(OtherStatement {
                    line: row.span.line,
                    section: section.text.to_owned(),
                    rows: parts.iter().map(|part| part.text.to_owned()).collect(),
                });
            }
        }
        all
    }
}
