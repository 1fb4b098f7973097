//! The texts of a law in one language: a page of its own, `texts/kk.md` beside the law. They are shown to people, and
//! decide nothing.

use crate::diagnostic::{Diagnostic, Kind, Span, near};
use crate::model::Law;
use crate::page::{Cell, Page, quoted};
use crate::vocabulary::Word;
use std::collections::BTreeMap;

/// The most characters of a label.
pub const LABEL: usize = 40;
/// The most characters of a sentence.
pub const SENTENCE: usize = 160;

const COLUMNS: &[&str] = &["id", "label", "sentence"];

/// What the documents, editions, provisions and questions of a law are called in a language, and what is said of them.
#[derive(Clone, Debug)]
pub struct Texts {
    /// Which language: one of [`LANGUAGES`](crate::vocabulary::LANGUAGES).
    pub language: Word,
    /// The language's name for itself.
    pub name: String,
    /// Label and sentence by identifier.
    rows: BTreeMap<String, (String, String)>,
}

/// Everything of a law that has texts, in the order in which a compiled law holds them: documents, editions, provisions
/// by their identifiers. The four questions come after them.
pub fn ids(law: &Law) -> impl Iterator<Item = &str> {
    let documents = law.documents.iter().map(|document| document.id.as_str());
    let editions = law.editions.iter().map(|edition| edition.name.as_str());
    let provisions = law.provisions.iter().map(|provision| provision.id.as_str());
    documents.chain(editions).chain(provisions)
}

/// The identifiers of the four questions; none for a question that the law has not.
pub fn question_ids(law: &Law) -> impl Iterator<Item = Option<&str>> {
    (1..=4).map(|number| {
        let question = law
            .questions
            .iter()
            .find(|question| question.number == number);
        question.map(|question| question.id.as_str())
    })
}

impl Texts {
    /// Label and sentence of a document, edition, provision or question; the sentence may be empty.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<(&str, &str)> {
        self.rows
            .get(id)
            .map(|(label, sentence)| (label.as_str(), sentence.as_str()))
    }

    /// All the texts in the order of a compiled law: the language's name, then label and sentence of each thing, empty if
    /// there are none.
    pub fn in_order<'a>(&'a self, law: &'a Law) -> impl Iterator<Item = [&'a str; 2]> {
        let named = ids(law).map(Some).chain(question_ids(law));
        named.map(|id| {
            let (label, sentence) = id.and_then(|id| self.get(id)).unwrap_or_default();
            [label, sentence]
        })
    }

    /// Reads the texts of a law in a language.
    ///
    /// # Errors
    ///
    /// All that is wrong with them: each thing has one row, with a label.
    pub fn read(language: Word, source: &str, law: &Law) -> Result<Self, Vec<Diagnostic>> {
        let page = Page::new(source);
        let mut reader = Reader {
            source,
            page: &page,
            law,
            texts: Self {
                language,
                name: String::new(),
                rows: BTreeMap::new(),
            },
            seen: BTreeMap::new(),
            errors: Vec::new(),
        };
        reader.read();
        if reader.errors.is_empty() {
            Ok(reader.texts)
        } else {
            Err(reader.errors)
        }
    }
}

struct Reader<'p, 's> {
    source: &'s str,
    page: &'p Page<'s>,
    law: &'p Law,
    texts: Texts,
    seen: BTreeMap<&'s str, Span>,
    errors: Vec<Diagnostic>,
}

impl Reader<'_, '_> {
    fn error(&mut self, kind: Kind, span: Span, message: String, help: &str) {
        self.errors
            .push(Diagnostic::error(kind, span, message).help(help));
    }

    fn read(&mut self) {
        let mut title = None;
        let mut table: Vec<usize> = Vec::new();
        for line in 1..=self.page.line_count() {
            let range = self.page.line(line);
            let text = self.source.get(range.clone()).unwrap_or("");
            let text = text.trim_start_matches('\u{feff}');
            if let Some(name) = text.strip_prefix("# ") {
                title = title.or_else(|| Some(name.trim().to_owned()));
            } else if text.starts_with('|') {
                if table.last().is_some_and(|last| line - last > 1) {
                    let span = self.page.span(range);
                    self.error(
                        Kind::Table,
                        span,
                        "rows that stand apart from their table".into(),
                        "one unbroken table",
                    );
                    return;
                }
                table.push(line);
            }
        }
        let end = self.page.span(self.source.len()..self.source.len());
        match title.filter(|name| !name.is_empty()) {
            Some(name) => self.texts.name = name,
            None => self.error(
                Kind::EmptyCell,
                end,
                "no title".into(),
                "the title of the page is the language's name: `# English`",
            ),
        }
        let [columns, delimiter, rows @ ..] = table.as_slice() else {
            self.error(
                Kind::Table,
                end,
                "no table".into(),
                "expected a table of the columns `id`, `label`, `sentence`",
            );
            return;
        };
        let columns = self.cells(*columns);
        if columns
            .iter()
            .map(|cell| cell.text)
            .ne(COLUMNS.iter().copied())
        {
            let span = columns.first().map_or(end, |cell| cell.span);
            self.error(
                Kind::Columns,
                span,
                "other columns".into(),
                &format!("the columns are: {}", quoted(COLUMNS)),
            );
            return;
        }
        let is_dash = |cell: &Cell<'_>| {
            !cell.text.is_empty() && cell.text.bytes().all(|byte| byte == b'-' || byte == b':')
        };
        if !self.cells(*delimiter).iter().all(is_dash) {
            let span = self.page.span(self.page.line(*delimiter));
            self.error(
                Kind::Table,
                span,
                "no line `|---|---|---|` below the columns".into(),
                "a table starts with its columns and that line",
            );
            return;
        }
        for line in rows {
            self.row(*line);
        }
        let last = rows
            .last()
            .map_or(end, |line| self.page.span(self.page.line(*line)));
        let law = self.law;
        for id in ids(law).chain(question_ids(law).flatten()) {
            if !self.seen.contains_key(id) {
                self.error(
                    Kind::MissingRow,
                    last,
                    format!("no row for `{id}`"),
                    "each document, edition, provision and question of the law has a row",
                );
            }
        }
    }
}

impl<'s> Reader<'_, 's> {
    fn cells(&mut self, line: usize) -> Vec<Cell<'s>> {
        match self.page.cells(&self.page.line(line)) {
            Ok(cells) => cells,
            Err(error) => {
                self.errors.push(*error);
                Vec::new()
            }
        }
    }

    fn row(&mut self, line: usize) {
        let cells = self.cells(line);
        let [id, label, sentence] = cells[..] else {
            if let Some(first) = cells.first() {
                let message = format!("a row with {} cells for 3 columns", cells.len());
                self.error(
                    Kind::Cells,
                    first.span,
                    message,
                    "the columns are: `id`, `label`, `sentence`",
                );
            }
            return;
        };
        let law = self.law;
        let all = || ids(law).chain(question_ids(law).flatten());
        if !all().any(|known| known == id.text) {
            let help = match near(id.text, all()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => "rows are of the documents, editions, provisions and questions of the law"
                    .into(),
            };
            self.error(
                Kind::NotDeclared,
                id.span,
                format!("the law has no `{}`", id.text),
                &help,
            );
            return;
        }
        if let Some(first) = self.seen.insert(id.text, id.span) {
            self.errors.push(
                Diagnostic::error(Kind::Twice, id.span, format!("`{}` has two rows", id.text))
                    .related(first, "here it stands first"),
            );
        }
        if label.text.is_empty() {
            self.error(
                Kind::EmptyCell,
                label.span,
                "an empty cell".into(),
                "expected a label; the sentence alone may be empty",
            );
        }
        for (cell, most, what) in [(label, LABEL, "label"), (sentence, SENTENCE, "sentence")] {
            let count = cell.text.chars().count();
            if count > most {
                let message = format!("a {what} of {count} characters");
                self.error(
                    Kind::Capacity,
                    cell.span,
                    message,
                    &format!("a {what} has at most {most} characters"),
                );
            }
        }
        self.texts
            .rows
            .insert(id.text.into(), (label.text.into(), sentence.text.into()));
    }
}
