//! Reads what the cells of a page say into a [`Law`].

mod cell;
mod conditions;
mod tables;

use crate::diagnostic::Diagnostic;
use crate::model::Law;
use crate::page::{Page, Row};
use crate::section::Section;
use std::collections::BTreeSet;

/// What came of reading a page: as much of the law as could be read.
#[derive(Debug)]
pub struct Reading<'s> {
    /// The page.
    pub page: Page<'s>,
    /// The law: rows with an error are left out.
    pub law: Law,
    /// All that is wrong with form, words and names.
    pub errors: Vec<Diagnostic>,
}

impl Reading<'_> {
    /// Whether a section was read without an error.
    #[must_use]
    pub fn is_sound(&self, section: Section) -> bool {
        sound(&self.page, &self.errors, section)
    }
}

fn sound(page: &Page<'_>, errors: &[Diagnostic], section: Section) -> bool {
    page.tables.get(&section).is_some_and(|table| {
        let range = table.range.clone().unwrap_or(0..0);
        table.sound
            && !errors
                .iter()
                .any(|error| error.is_error() && range.contains(&error.span.start))
    })
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
    };
    reader.everything();
    let Reader { law, errors, .. } = reader;
    Reading { page, law, errors }
}

/// Reads tables, and collects what is wrong with them.
struct Reader<'p, 's> {
    page: &'p Page<'s>,
    law: Law,
    errors: Vec<Diagnostic>,
    /// Sections whose names are not all known, so that a name that is not found may be there.
    unsure: BTreeSet<Section>,
}

impl<'p, 's> Reader<'p, 's> {
    fn rows(&self, section: Section) -> &'p [Row<'s>] {
        let page: &'p Page<'s> = self.page;
        page.tables
            .get(&section)
            .map_or(&[], |table| table.rows.as_slice())
    }
}
