//! Numbers, identifiers and codes used twice; entries that overlap.

use super::Checker;
use crate::diagnostic::{Diagnostic, Kind};
use crate::section::Section;
use std::collections::HashMap;

/// The text of a cell, and where it is.
type Entry = (Section, usize, &'static str, String);

impl Checker<'_, '_> {
    pub(super) fn unique(&mut self) {
        let law = &self.reading.law;
        let documents = &law.documents;
        self.each_once(
            "document number",
            documents.iter().filter(|row| row.number > 0).map(|row| {
                (
                    Section::Documents,
                    row.line,
                    "number",
                    row.number.to_string(),
                )
            }),
        );
        self.each_once(
            "provision number",
            law.provisions
                .iter()
                .filter(|row| row.number > 0)
                .map(|row| {
                    (
                        Section::Provisions,
                        row.line,
                        "number",
                        row.number.to_string(),
                    )
                }),
        );
        // The texts of a law list documents, provisions, editions and questions together.
        let documents = documents
            .iter()
            .map(|row| (Section::Documents, row.line, "id", row.id.clone()));
        let provisions = law
            .provisions
            .iter()
            .map(|row| (Section::Provisions, row.line, "id", row.id.clone()));
        self.each_once("identifier", documents.chain(provisions));
        self.each_once(
            "question number",
            law.questions.iter().map(|row| {
                (
                    Section::Questions,
                    row.line,
                    "number",
                    row.number.to_string(),
                )
            }),
        );
        let questions = law
            .questions
            .iter()
            .filter(|row| !row.id.is_empty())
            .map(|row| (Section::Questions, row.line, "id", row.id.clone()));
        let editions = law
            .editions
            .iter()
            .filter(|row| !row.name.is_empty())
            .map(|row| (Section::Edition(row.number), row.line, "", row.name.clone()));
        self.each_once("name", editions.chain(questions));
        for edition in &law.editions {
            let section = Section::Duties(edition.number);
            self.each_once(
                "duty",
                edition
                    .duties
                    .iter()
                    .map(|row| (section, row.line, "duty", row.duty.to_string())),
            );
        }
        self.each_once(
            "term",
            law.terms
                .iter()
                .map(|row| (Section::Terms, row.line, "term", row.term.to_string())),
        );
        self.each_once(
            "ground",
            law.grounds.iter().map(|row| {
                (
                    Section::Grounds,
                    row.line,
                    "ground",
                    law.provision_id(row.provision).to_owned(),
                )
            }),
        );
        self.each_once(
            "finding of a procedure",
            law.grounds.iter().map(|row| {
                (
                    Section::Grounds,
                    row.line,
                    "finding",
                    format!("{}, {}", row.procedure, row.finding),
                )
            }),
        );
        self.each_once(
            "country",
            law.countries
                .iter()
                .map(|row| (Section::Countries, row.line, "alpha-2", row.alpha2.clone())),
        );
        self.each_once(
            "country",
            law.countries
                .iter()
                .map(|row| (Section::Countries, row.line, "alpha-3", row.alpha3.clone())),
        );
        self.each_once(
            "country",
            law.countries.iter().map(|row| {
                (
                    Section::Countries,
                    row.line,
                    "numeric",
                    format!("{:03}", row.numeric),
                )
            }),
        );
        self.each_once(
            "movable day",
            law.movable_days
                .iter()
                .map(|row| (Section::MovableDays, row.line, "day", row.day.to_string())),
        );
        let from = |row: &crate::model::Offset| {
            row.from
                .map_or_else(|| "always".into(), |from| from.to_string())
        };
        self.each_once(
            "entry of a zone",
            law.clock.iter().map(|row| {
                (
                    Section::Clock,
                    row.line,
                    "from",
                    format!("{}, {}", row.zone, from(row)),
                )
            }),
        );
        self.overlaps();
    }

    fn each_once(&mut self, what: &str, entries: impl Iterator<Item = Entry>) {
        let mut seen: HashMap<String, (Section, usize, &'static str)> = HashMap::new();
        for (section, line, column, text) in entries {
            if let Some((first, first_line, first_column)) = seen.get(&text) {
                let at = |section, line, column: &str| {
                    if column.is_empty() {
                        self.reading.page.heading(section)
                    } else {
                        self.cell(section, line, column)
                    }
                };
                let error = Diagnostic::error(
                    Kind::Twice,
                    at(section, line, column),
                    format!("the {what} `{text}` is used twice"),
                )
                .related(
                    at(*first, *first_line, first_column),
                    "here it is used first",
                );
                self.errors.push(error);
            } else {
                seen.insert(text, (section, line, column));
            }
        }
    }

    fn overlaps(&mut self) {
        let law = &self.reading.law;
        for (place, row) in law.years.iter().enumerate() {
            let other = law
                .years
                .iter()
                .take(place)
                .find(|other| row.from <= other.to && other.from <= row.to);
            if let Some(other) = other {
                let year = row.from.max(other.from);
                let span = self.cell(Section::Years, row.line, "from");
                let first = self.cell(Section::Years, other.line, "from");
                self.errors.push(
                    Diagnostic::error(
                        Kind::Twice,
                        span,
                        format!("the year {year} stands in two rows"),
                    )
                    .related(first, "here it stands first"),
                );
            }
        }
        for (place, row) in law.holidays.iter().enumerate() {
            let (from, to) = (row.first_year.unwrap_or(1), row.last_year.unwrap_or(9999));
            let other = law.holidays.iter().take(place).find(|other| {
                other.day == row.day
                    && from <= other.last_year.unwrap_or(9999)
                    && other.first_year.unwrap_or(1) <= to
            });
            if let Some(other) = other {
                let span = self.cell(Section::Holidays, row.line, "day");
                let first = self.cell(Section::Holidays, other.line, "day");
                self.errors.push(
                    Diagnostic::error(
                        Kind::Twice,
                        span,
                        format!("the holiday {} stands twice in the same years", row.day),
                    )
                    .related(first, "here it stands first"),
                );
            }
        }
    }
}
