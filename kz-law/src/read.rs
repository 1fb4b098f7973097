//! Reads the cells of a page into a [`Law`].

mod cell;
mod conditions;
pub(crate) mod intended;
mod tables;

use crate::diagnostic::{Diagnostic, Span};
use crate::model::Law;
use crate::page::{Page, Row};
use crate::section::Section;
use std::collections::BTreeSet;

/// The result of reading a page: as much of the law as could be read.
#[derive(Debug)]
pub struct Reading<'s> {
    /// The page.
    pub page: Page<'s>,
    /// The law: rows with an error are left out.
    pub law: Law,
    /// Everything that is wrong with form, words and names.
    pub errors: Vec<Diagnostic>,
    /// Names that may be declared where the page could not be read: not errors, but their rows are left out
    /// too.
    unsure: Vec<Span>,
}

impl Reading<'_> {
    /// Whether all rows of a section were read.
    #[must_use]
    pub fn is_sound(&self, section: Section) -> bool {
        self.page.tables.get(&section).is_some_and(|table| {
            let range = table.range.clone().unwrap_or(0..0);
            let errors = self.errors.iter().map(|error| &error.span);
            let mut wrong = errors.chain(&self.unsure);
            table.sound && !wrong.any(|span| range.contains(&span.start))
        })
    }

    /// Whether nothing was left out; if something was, an error says why.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.unsure.is_empty() && self.page.tables.values().all(|table| table.sound)
    }

    /// Whether a line was read without an error.
    #[must_use]
    pub fn is_sound_line(&self, line: usize) -> bool {
        self.errors.iter().all(|error| error.span.line != line)
    }
}

/// Reads a page.
#[must_use]
pub fn read(source: &str) -> Reading<'_> {
    let (page, errors) = Page::read(source);
    let mut reader = Reader {
        page: &page,
        law: Law {
            title: page.title.to_owned(),
            ..Law::default()
        },
        errors,
        unsure: BTreeSet::new(),
        unsure_names: Vec::new(),
    };
    reader.everything();
    let Reader {
        law,
        errors,
        unsure_names: unsure,
        ..
    } = reader;
    Reading {
        page,
        law,
        errors,
        unsure,
    }
}

/// Reads tables, and collects what is wrong with them.
struct Reader<'p, 's> {
    page: &'p Page<'s>,
    law: Law,
    errors: Vec<Diagnostic>,
    /// Sections whose names are not all known: a name that is not found may be declared there.
    unsure: BTreeSet<Section>,
    /// Where such names are.
    unsure_names: Vec<Span>,
}

impl<'p, 's> Reader<'p, 's> {
    fn rows(&self, section: Section) -> &'p [Row<'s>] {
        let page: &'p Page<'s> = self.page;
        page.tables
            .get(&section)
            .map_or(&[], |table| table.rows.as_slice())
    }
}
