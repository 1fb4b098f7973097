//! One cell: a number, a date, a word, an identifier, a name of something that the law declares.

use super::Reader;
use crate::day::{Day, Moment, YearDay};
use crate::diagnostic::{Diagnostic, Kind, Span, near};
use crate::model::{DocumentIndex, EditionIndex, ProvisionIndex};
use crate::page::{Cell, quoted};
use crate::section::Section;
use crate::vocabulary::{List, Word};
use std::ops::RangeInclusive;

impl<'s> Reader<'_, 's> {
    /// Notes a name that was not found, and returns whether that is an error: it is not if some names could not be
    /// read.
    pub(super) fn not_found(&mut self, declared: Section, span: Span) -> bool {
        let sure = !self.unsure.contains(&declared);
        if !sure {
            self.unsure_names.push(span);
        }
        sure
    }

    pub(super) fn error(&mut self, kind: Kind, span: Span, message: String, help: String) {
        self.errors
            .push(Diagnostic::error(kind, span, message).help(help));
    }

    /// The text of a cell that must not be empty.
    pub(super) fn filled(&mut self, cell: Cell<'s>, expected: &str) -> Option<&'s str> {
        if cell.text.trim().is_empty() {
            self.error(
                Kind::EmptyCell,
                cell.span,
                "an empty cell".into(),
                format!("expected {expected}"),
            );
            return None;
        }
        Some(cell.text)
    }

    /// Text of any kind, not empty.
    pub(super) fn text(&mut self, cell: Cell<'s>, expected: &str) -> Option<String> {
        self.filled(cell, expected).map(String::from)
    }

    /// A decimal number without sign and leading zeros.
    pub(super) fn number(&mut self, cell: Cell<'s>, range: RangeInclusive<u32>) -> Option<u32> {
        let expected = format!("a number from {} to {}", range.start(), range.end());
        let text = self.filled(cell, &expected)?;
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let plain = digits && (text == "0" || !text.starts_with('0'));
        let number = plain
            .then(|| text.parse().ok())
            .flatten()
            .filter(|number| range.contains(number));
        if number.is_none() {
            let message = if digits && !plain {
                format!("`{text}` has a leading zero")
            } else if digits {
                format!("`{text}` is out of range")
            } else {
                format!("`{text}` is no number")
            };
            self.error(
                Kind::Number,
                cell.span,
                message,
                format!("expected {expected}, without leading zeros"),
            );
        }
        number
    }

    /// A number that fits in sixteen bits.
    pub(super) fn short(&mut self, cell: Cell<'s>, range: RangeInclusive<u16>) -> Option<u16> {
        let range = u32::from(*range.start())..=u32::from(*range.end());
        self.number(cell, range)
            .and_then(|number| u16::try_from(number).ok())
    }

    /// A number in a cell that may be empty: none if it is wrong, `Some(None)` if it is empty.
    pub(super) fn short_or_empty(
        &mut self,
        cell: Cell<'s>,
        range: RangeInclusive<u16>,
    ) -> Option<Option<u16>> {
        if cell.text.is_empty() {
            return Some(None);
        }
        self.short(cell, range).map(Some)
    }

    /// A date.
    pub(super) fn day(&mut self, cell: Cell<'s>) -> Option<Day> {
        let text = self.filled(cell, "a date, `YYYY-MM-DD`")?;
        let day = Day::parse(text);
        if day.is_none() {
            self.error(
                Kind::Date,
                cell.span,
                format!("`{text}` is no date"),
                "expected a date, `YYYY-MM-DD`, that exists".into(),
            );
        }
        day
    }

    /// A date in a cell that may be empty.
    pub(super) fn day_or_empty(&mut self, cell: Cell<'s>) -> Option<Option<Day>> {
        if cell.text.is_empty() {
            return Some(None);
        }
        self.day(cell).map(Some)
    }

    /// A day of every year.
    pub(super) fn year_day(&mut self, cell: Cell<'s>) -> Option<YearDay> {
        let text = self.filled(cell, "a day of every year, `MM-DD`")?;
        let day = YearDay::parse(text);
        if day.is_none() {
            self.error(
                Kind::Date,
                cell.span,
                format!("`{text}` is no day of the year"),
                "expected a day of every year, `MM-DD`".into(),
            );
        }
        day
    }

    /// A moment in a cell that may be empty.
    pub(super) fn moment_or_empty(&mut self, cell: Cell<'s>) -> Option<Option<Moment>> {
        if cell.text.is_empty() {
            return Some(None);
        }
        let moment = Moment::parse(cell.text);
        if moment.is_none() {
            self.error(
                Kind::Date,
                cell.span,
                format!("`{}` is no moment", cell.text),
                "expected a moment of UTC, `YYYY-MM-DDTHH:MMZ`".into(),
            );
        }
        moment.map(Some)
    }

    /// An identifier: capital letters, digits, `-`.
    pub(super) fn identifier(&mut self, cell: Cell<'s>) -> Option<String> {
        let text = self.filled(cell, "an identifier")?;
        self.identifier_at(text, cell.span).map(String::from)
    }

    fn identifier_at<'t>(&mut self, text: &'t str, span: Span) -> Option<&'t str> {
        let letters = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
        if !text.is_empty() && text.bytes().all(letters) {
            return Some(text);
        }
        self.error(
            Kind::Identifier,
            span,
            format!("`{text}` is no identifier"),
            "an identifier has capital letters, digits and `-`".into(),
        );
        None
    }

    /// A name that the law defines and that is written as a word: small letters, digits, `_`.
    pub(super) fn own_word(&mut self, text: &str, span: Span) -> Option<String> {
        let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if !text.is_empty() && text.bytes().all(letters) {
            return Some(text.to_owned());
        }
        self.error(
            Kind::Identifier,
            span,
            format!("`{text}` is no word"),
            "a word has small letters, digits and `_`".into(),
        );
        None
    }

    /// A word of a list.
    pub(super) fn word(&mut self, cell: Cell<'s>, list: &'static List) -> Option<Word> {
        let text = self.filled(cell, &expected(list))?;
        self.word_at(text, cell.span, list)
    }

    pub(super) fn word_at(&mut self, text: &str, span: Span, list: &'static List) -> Option<Word> {
        let word = list.word(text);
        if word.is_none() {
            let help = match near(text, list.words.iter().copied()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("expected {}", expected(list)),
            };
            self.error(
                Kind::Word,
                span,
                format!("`{text}` is not {}", list.what),
                help,
            );
        }
        word
    }

    /// `yes` or `no`.
    pub(super) fn yes(&mut self, cell: Cell<'s>) -> Option<bool> {
        self.word(cell, &crate::vocabulary::ANSWERS)
            .map(|word| word.is("yes"))
    }

    /// The parts of a list, joined with `, `.
    pub(super) fn parts(&mut self, text: &'s str, span: Span) -> Option<Vec<Cell<'s>>> {
        self.split(text, span, ',', "a list is joined with `, `")
    }

    /// The parts between separators, each a sign and one space.
    pub(super) fn split(
        &mut self,
        text: &'s str,
        span: Span,
        sign: char,
        help: &str,
    ) -> Option<Vec<Cell<'s>>> {
        let mut parts = Vec::new();
        let mut start = span.start;
        let mut right = true;
        for (place, raw) in text.split(sign).enumerate() {
            let part = if place == 0 {
                Some(raw)
            } else {
                raw.strip_prefix(' ')
            };
            let from = start + raw.len() - part.unwrap_or(raw).len();
            let whole = self.page.span(from..start + raw.len());
            match part {
                Some(part) if !part.is_empty() && crate::page::trim(part) == part => {
                    parts.push(Cell {
                        text: part,
                        span: whole,
                    });
                }
                _ => {
                    right = false;
                    let message = if raw.trim().is_empty() {
                        format!("nothing beside a `{sign}`")
                    } else {
                        format!("`{}` is not set off by one space", raw.trim())
                    };
                    self.error(Kind::Condition, whole, message, help.into());
                }
            }
            start += raw.len() + 1;
        }
        right.then_some(parts)
    }

    /// A set of words; the cell may be empty if `empty` is set.
    pub(super) fn words(
        &mut self,
        cell: Cell<'s>,
        list: &'static List,
        empty: bool,
    ) -> Option<u16> {
        if cell.text.is_empty() && empty {
            return Some(0);
        }
        let text = self.filled(cell, &expected(list))?;
        self.words_at(text, cell.span, list)
    }

    pub(super) fn words_at(
        &mut self,
        text: &'s str,
        span: Span,
        list: &'static List,
    ) -> Option<u16> {
        let mut set = Some(0);
        for part in self.parts(text, span)? {
            let word = self.word_at(part.text, part.span, list);
            match (word, set) {
                (Some(word), Some(words)) if words & word.bit() != 0 => {
                    self.error(
                        Kind::Twice,
                        part.span,
                        format!("`{word}` stands twice"),
                        "name it once".into(),
                    );
                    set = None;
                }
                (Some(word), Some(words)) => set = Some(words | word.bit()),
                _ => set = None,
            }
        }
        set
    }

    /// A provision of the law.
    pub(super) fn provision(&mut self, cell: Cell<'s>) -> Option<ProvisionIndex> {
        let text = self.filled(cell, "a provision")?;
        self.provision_at(text, cell.span)
    }

    pub(super) fn provision_at(&mut self, text: &str, span: Span) -> Option<ProvisionIndex> {
        let found = self.law.provision(text);
        if found.is_none() && self.not_found(Section::Provisions, span) {
            let ids: Vec<&str> = self
                .law
                .provisions
                .iter()
                .map(|provision| provision.id.as_str())
                .collect();
            let help = match near(text, ids) {
                Some(name) => format!("did you mean `{name}`?"),
                None => "provisions are declared in the section `Provisions`".into(),
            };
            self.error(
                Kind::NotDeclared,
                span,
                format!("no provision `{text}`"),
                help,
            );
        }
        found
    }

    /// A provision in a cell that may be empty.
    pub(super) fn provision_or_empty(&mut self, cell: Cell<'s>) -> Option<Option<ProvisionIndex>> {
        if cell.text.is_empty() {
            return Some(None);
        }
        self.provision(cell).map(Some)
    }

    /// A list of provisions: not empty, each once.
    pub(super) fn provisions(&mut self, cell: Cell<'s>) -> Option<Vec<ProvisionIndex>> {
        let text = self.filled(cell, "provisions")?;
        let mut list = Some(Vec::new());
        for part in self.parts(text, cell.span)? {
            let Some(provision) = self.provision_at(part.text, part.span) else {
                list = None;
                continue;
            };
            if let Some(list) = &mut list {
                if list.contains(&provision) {
                    self.error(
                        Kind::Twice,
                        part.span,
                        format!("`{}` stands twice", part.text),
                        "name it once".into(),
                    );
                }
                list.push(provision);
            }
        }
        list
    }

    /// A document of the law.
    pub(super) fn document(&mut self, cell: Cell<'s>) -> Option<DocumentIndex> {
        let text = self.filled(cell, "a document")?;
        let found = self
            .law
            .documents
            .iter()
            .position(|document| document.id == text);
        if found.is_none() && self.not_found(Section::Documents, cell.span) {
            let ids: Vec<&str> = self
                .law
                .documents
                .iter()
                .map(|document| document.id.as_str())
                .collect();
            let help = match near(text, ids.iter().copied()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("the documents are: {}", quoted(&ids)),
            };
            self.error(
                Kind::NotDeclared,
                cell.span,
                format!("no document `{text}`"),
                help,
            );
        }
        found
    }

    /// An edition of the law, by its number.
    pub(super) fn edition(&mut self, cell: Cell<'s>) -> Option<EditionIndex> {
        let number = self.number(cell, 1..=4)?;
        let found = self
            .law
            .editions
            .iter()
            .position(|edition| u32::from(edition.number) == number);
        if found.is_none() && !self.page.unknown_edition {
            self.error(
                Kind::NotDeclared,
                cell.span,
                format!("no edition {number}"),
                format!("the law has {} editions", self.law.editions.len()),
            );
        }
        found
    }
}

fn expected(list: &'static List) -> String {
    format!("{}: {}", list.what, quoted(list.words))
}
