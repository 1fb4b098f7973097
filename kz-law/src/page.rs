//! Reads the form of a page: which tables are under which headings, cell by cell. The contents of cells are read later.

use crate::diagnostic::{Diagnostic, Kind, Span, near};
use crate::section::Section;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// A page, parsed into tables and cells.
#[derive(Debug)]
pub struct Page<'s> {
    source: &'s str,
    /// Where each line starts.
    lines: Vec<usize>,
    /// The text of the first heading of level 1.
    pub title: &'s str,
    /// Whether a table is under a heading that was meant to be an edition's but is not.
    pub unknown_edition: bool,
    /// The tables of the law.
    pub tables: BTreeMap<Section, Table<'s>>,
}

/// A section that was found, with its table.
#[derive(Debug)]
pub struct Table<'s> {
    /// The heading.
    pub heading: Span,
    /// The name, if the section is an edition.
    pub name: Option<&'s str>,
    /// The rows, without heading and delimiter.
    pub rows: Vec<Row<'s>>,
    /// Whether the table has the columns of its section, and each row the right number of cells.
    pub sound: bool,
    /// The bytes of the table, none for *Calendar* and if there is no table.
    pub range: Option<Range<usize>>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row<'s> {
    /// The row.
    pub span: Span,
    /// The cells, as many as the section has columns.
    pub cells: Vec<Cell<'s>>,
}

/// A cell, trimmed.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'s> {
    /// Its text.
    pub text: &'s str,
    /// Where.
    pub span: Span,
}

/// A block of the page that matters.
struct Block {
    range: Range<usize>,
    what: What,
}

enum What {
    Heading {
        level: HeadingLevel,
        text: Range<usize>,
    },
    Table {
        nested: bool,
    },
    /// Lines that are not a table, and why: they may look like one.
    Other(&'static str),
}

/// Cells are trimmed of spaces and tabs, nothing else.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// Text without an initial byte order mark.
fn without_bom(source: &str) -> (usize, &str) {
    match source.strip_prefix('\u{feff}') {
        Some(rest) => (source.len() - rest.len(), rest),
        None => (0, source),
    }
}

/// The page as text, if it is UTF-8.
///
/// # Errors
///
/// Where it is not.
pub fn decode(bytes: &[u8]) -> Result<&str, Diagnostic> {
    std::str::from_utf8(bytes).map_err(|error| {
        let start = error.valid_up_to();
        let before = String::from_utf8_lossy(bytes.get(..start).unwrap_or_default()).into_owned();
        let mut span = Page::new(&before).span(start..start);
        span.end = start + 1;
        Diagnostic::error(Kind::Encoding, span, "the page is not UTF-8")
            .help("save it as UTF-8; a BOM is accepted")
    })
}

impl<'s> Page<'s> {
    fn new(source: &'s str) -> Self {
        let bytes = source.as_bytes();
        let mut lines = vec![0];
        for (place, byte) in bytes.iter().enumerate() {
            let end = *byte == b'\n' || (*byte == b'\r' && bytes.get(place + 1) != Some(&b'\n'));
            if end {
                lines.push(place + 1);
            }
        }
        Self {
            source,
            lines,
            title: "",
            unknown_edition: false,
            tables: BTreeMap::new(),
        }
    }

    /// Parses a page, and reports everything wrong with its form.
    #[must_use]
    pub fn read(source: &'s str) -> (Self, Vec<Diagnostic>) {
        let mut page = Self::new(source);
        let mut errors = Vec::new();
        let blocks = page.blocks();
        page.title = title(source, &blocks);
        let mut unknown = Vec::new();
        let mut start = 0;
        while start < blocks.len() {
            let next = blocks
                .iter()
                .skip(start + 1)
                .position(|block| matches!(block.what, What::Heading { .. }))
                .map_or(blocks.len(), |place| start + 1 + place);
            page.part(&blocks[start..next], &mut errors, &mut unknown);
            start = next;
        }
        page.missing(&unknown, &mut errors);
        (page, errors)
    }

    /// Parses a page of texts: the language's name as its title, and one table, *Texts*.
    #[must_use]
    pub fn read_texts(source: &'s str) -> (Self, Vec<Diagnostic>) {
        let mut page = Self::new(source);
        let mut errors = Vec::new();
        let blocks = page.blocks();
        page.title = title(source, &blocks);
        let mut tables = blocks
            .iter()
            .filter(|block| matches!(block.what, What::Table { .. }));
        let start = page.span(0..0);
        let mut table = Table {
            heading: start,
            name: None,
            rows: Vec::new(),
            sound: true,
            range: None,
        };
        if let Some(first) = tables.next() {
            page.table(Section::Texts, first, &mut table, &mut errors);
            page.broken(first, &blocks, &mut errors);
        } else {
            table.sound = false;
            errors.push(page.no_table(&blocks, "Texts", start));
        }
        for more in tables {
            errors.push(page.stray_table(more, "a page of texts has one table"));
        }
        page.tables.insert(Section::Texts, table);
        (page, errors)
    }

    /// Parses a page of intended changes: the tables *Intended changes* and *Other intended changes*, of which one may
    /// be missing.
    #[must_use]
    pub fn read_intended(source: &'s str) -> (Self, Vec<Diagnostic>) {
        let mut page = Self::new(source);
        let mut errors = Vec::new();
        let blocks = page.blocks();
        page.title = title(source, &blocks);
        let known = [Section::Intended, Section::IntendedRows];
        let mut under = None;
        for block in &blocks {
            match &block.what {
                What::Heading { text, .. } => under = source.get(text.clone()),
                What::Table { .. } => {
                    let section = known.into_iter().find(|section| {
                        under == Some(section.heading().as_str())
                            && !page.tables.contains_key(section)
                    });
                    let Some(section) = section else {
                        errors.push(page.stray_table(block, "a table that states nothing").help(
                            "one table under `Intended changes`, one under `Other intended changes`",
                        ));
                        continue;
                    };
                    let mut table = Table {
                        heading: page.span(block.range.clone()),
                        name: None,
                        rows: Vec::new(),
                        sound: true,
                        range: None,
                    };
                    page.table(section, block, &mut table, &mut errors);
                    page.broken(block, &blocks, &mut errors);
                    page.tables.insert(section, table);
                }
                What::Other(_) => {}
            }
        }
        if page.tables.is_empty() && errors.is_empty() {
            errors.push(page.no_table(&blocks, "Intended changes", page.span(0..0)));
        }
        (page, errors)
    }

    /// A whole line of a page, from 1.
    #[must_use]
    pub fn line_span(source: &str, number: usize) -> Span {
        let page = Page::new(source);
        page.span(page.line(number))
    }

    /// The place of some bytes.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let line = self
            .lines
            .partition_point(|start| *start <= range.start)
            .max(1);
        let first = self.lines.get(line - 1).copied().unwrap_or(0);
        let before = self.source.get(first..range.start).unwrap_or("");
        let before = if line == 1 {
            before.trim_start_matches('\u{feff}')
        } else {
            before
        };
        Span {
            start: range.start,
            end: range.end,
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The bytes of a line, from 1, without its end.
    pub(crate) fn line(&self, line: usize) -> Range<usize> {
        let start = self
            .lines
            .get(line.wrapping_sub(1))
            .copied()
            .unwrap_or(self.source.len());
        let end = self.lines.get(line).copied().unwrap_or(self.source.len());
        let text = self.source.get(start..end).unwrap_or("");
        start..start + text.trim_end_matches(['\r', '\n']).len()
    }

    /// A cell of a section's row, or the row if there is no such cell.
    #[must_use]
    pub fn cell(&self, section: Section, line: usize, column: &str) -> Span {
        let place = section.columns().iter().position(|name| *name == column);
        let row = self
            .tables
            .get(&section)
            .and_then(|table| table.rows.iter().find(|row| row.span.line == line));
        row.map_or_else(Span::default, |row| {
            place
                .and_then(|place| row.cells.get(place))
                .map_or(row.span, |cell| cell.span)
        })
    }

    /// The heading of a section.
    #[must_use]
    pub fn heading(&self, section: Section) -> Span {
        self.tables
            .get(&section)
            .map_or_else(Span::default, |table| table.heading)
    }

    /// Headings, tables, and what looks like a table but is not, in order.
    fn blocks(&self) -> Vec<Block> {
        let (shift, text) = without_bom(self.source);
        let mut blocks: Vec<Block> = Vec::new();
        let mut depth = 0_usize;
        let mut heading: Option<(HeadingLevel, Range<usize>, Option<Range<usize>>)> = None;
        for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
            let range = range.start + shift..range.end + shift;
            match event {
                Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) => depth += 1,
                Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item) => {
                    depth = depth.saturating_sub(1);
                }
                Event::Start(Tag::Heading { level, .. }) => heading = Some((level, range, None)),
                Event::End(TagEnd::Heading(_)) => {
                    if let Some((level, range, text)) = heading.take()
                        && depth == 0
                    {
                        let text = text.unwrap_or(range.end..range.end);
                        blocks.push(Block {
                            range,
                            what: What::Heading { level, text },
                        });
                    }
                }
                Event::Start(Tag::Table(_)) => blocks.push(Block {
                    range,
                    what: What::Table { nested: depth > 0 },
                }),
                Event::Start(Tag::CodeBlock(kind)) => blocks.push(Block {
                    range,
                    what: What::Other(
                        if matches!(kind, pulldown_cmark::CodeBlockKind::Fenced(_)) {
                            "it stands in a code fence"
                        } else {
                            "it is indented"
                        },
                    ),
                }),
                Event::Start(Tag::HtmlBlock) => blocks.push(Block {
                    range,
                    what: What::Other("it stands in HTML"),
                }),
                Event::Start(Tag::Paragraph) => blocks.push(Block {
                    range,
                    what: What::Other(
                        "it has no line `|---|` below its columns, or an empty line above",
                    ),
                }),
                _ => {
                    if let Some((_, _, text)) = &mut heading {
                        let start = text
                            .as_ref()
                            .map_or(range.start, |text| text.start.min(range.start));
                        let end = text
                            .as_ref()
                            .map_or(range.end, |text| text.end.max(range.end));
                        *text = Some(start..end);
                    }
                }
            }
        }
        blocks
    }

    /// One heading with what is below it, or what is above the first heading.
    fn part(
        &mut self,
        blocks: &[Block],
        errors: &mut Vec<Diagnostic>,
        unknown: &mut Vec<(Range<usize>, bool)>,
    ) {
        let tables: Vec<&Block> = blocks
            .iter()
            .filter(|block| matches!(block.what, What::Table { .. }))
            .collect();
        let Some(Block {
            what: What::Heading { level, text },
            ..
        }) = blocks.first()
        else {
            for table in tables {
                errors.push(self.stray_table(table, "a table above the first heading"));
            }
            return;
        };
        let source = self.source;
        let heading = source.get(text.clone()).unwrap_or("");
        let span = self.span(text.clone());
        let Some((section, name)) = Section::of_heading(heading) else {
            self.unknown_edition |= heading.starts_with("Edition") && !tables.is_empty();
            unknown.push((text.clone(), !tables.is_empty()));
            for table in tables {
                errors.push(self.unknown_section(table, heading, span));
            }
            return;
        };
        let right_level = matches!(level, HeadingLevel::H2 | HeadingLevel::H3);
        if !right_level {
            if tables.is_empty() {
                unknown.push((text.clone(), false));
                return;
            }
            errors.push(
                Diagnostic::error(
                    Kind::UnknownSection,
                    span,
                    format!("`{heading}` is a heading of level {}", *level as usize),
                )
                .help("the headings of the law are of level 2 or 3: `##` or `###`"),
            );
        }
        let line = self.line(span.line);
        if source
            .get(line)
            .is_some_and(|line| line.starts_with([' ', '\t']))
        {
            errors.push(
                Diagnostic::error(
                    Kind::Table,
                    span,
                    format!("the heading `{heading}` is indented"),
                )
                .help("the headings and tables of the law start in the first column"),
            );
        }
        if let Some(first) = self.tables.get(&section) {
            errors.push(
                Diagnostic::error(
                    Kind::SectionTwice,
                    span,
                    format!("the section `{}` stands twice", section.heading()),
                )
                .related(first.heading, "here it stands first"),
            );
            return;
        }
        let mut table = Table {
            heading: span,
            name,
            rows: Vec::new(),
            sound: true,
            range: None,
        };
        if section.columns().is_empty() {
            for block in tables {
                errors.push(
                    self.stray_table(block, &format!("`{heading}` has no table of its own"))
                        .help("its tables stand under `Years`, `Holidays`, `Movable days` and `Transfers`"),
                );
            }
        } else if let Some((first, more)) = tables.split_first() {
            self.table(section, first, &mut table, errors);
            for block in more {
                errors.push(
                    self.stray_table(
                        block,
                        &format!("the section `{heading}` has more than one table"),
                    )
                    .help("one unbroken table: no empty line within it"),
                );
            }
            self.broken(first, blocks, errors);
        } else {
            table.sound = false;
            errors.push(self.no_table(blocks, heading, span));
        }
        self.tables.insert(section, table);
    }

    fn first_line(&self, block: &Block) -> Span {
        let line = self.span(block.range.clone()).line;
        self.span(self.line(line))
    }

    fn stray_table(&self, block: &Block, message: &str) -> Diagnostic {
        Diagnostic::error(Kind::Table, self.first_line(block), message)
    }

    fn unknown_section(&self, block: &Block, heading: &str, span: Span) -> Diagnostic {
        let message = format!("a table under `{heading}`, which is no section of a law");
        let error = Diagnostic::error(Kind::UnknownSection, span, message)
            .related(self.first_line(block), "the table");
        match near_section(heading) {
            Some(name) => error.help(format!("did you mean `{name}`?")),
            None if heading.starts_with("Edition") => {
                error.help("the heading of an edition is `Edition N: name`, N from 1 to 4")
            }
            None => error
                .help("tables stand under the headings of the law alone; all other text is free"),
        }
    }

    /// Lines below a section's table that look like its rows.
    fn broken(&self, table: &Block, blocks: &[Block], errors: &mut Vec<Diagnostic>) {
        for block in blocks {
            if block.range.start >= table.range.end
                && let What::Other(why) = block.what
                && why.starts_with("it has no line")
                && let Some(span) = self.looks_like_rows(block)
            {
                errors.push(
                    Diagnostic::error(Kind::Table, span, "rows that stand apart from their table")
                        .help("one unbroken table: no empty line and no text within it"),
                );
            }
        }
    }

    fn looks_like_rows(&self, block: &Block) -> Option<Span> {
        let first = self.span(block.range.clone()).line;
        let last = self.span(block.range.end..block.range.end).line;
        (first..=last)
            .map(|line| self.line(line))
            .find_map(|range| {
                let text = self.source.get(range.clone())?;
                (range.start < block.range.end && trim(text).starts_with('|'))
                    .then(|| self.span(range))
            })
    }

    fn no_table(&self, blocks: &[Block], heading: &str, span: Span) -> Diagnostic {
        for block in blocks {
            if let What::Other(why) = block.what
                && let Some(place) = self.looks_like_rows(block)
            {
                return Diagnostic::error(Kind::Table, place, format!("the table of `{heading}` is none: {why}"))
                    .help("a table starts in the first column: the columns, a line `|---|---|`, then the rows");
            }
        }
        Diagnostic::error(
            Kind::Table,
            span,
            format!("the section `{heading}` has no table"),
        )
    }

    /// Reads a table line by line: a Markdown parser would drop excess cells and add missing ones.
    fn table(
        &self,
        section: Section,
        block: &Block,
        table: &mut Table<'s>,
        errors: &mut Vec<Diagnostic>,
    ) {
        table.range = Some(block.range.clone());
        let first = self.span(block.range.clone()).line;
        if matches!(block.what, What::Table { nested: true }) {
            table.sound = false;
            errors.push(
                self.stray_table(block, "the table stands in a list or a quotation")
                    .help("a table of the law starts in the first column"),
            );
            return;
        }
        let last = self
            .span(block.range.end.saturating_sub(1)..block.range.end)
            .line;
        let columns = section.columns();
        let mut columns_right = false;
        for line in first..=last {
            let range = self.line(line);
            let span = self.span(range.clone());
            let text = self.source.get(range.clone()).unwrap_or("");
            if text.starts_with([' ', '\t']) {
                table.sound = false;
                let what = if line == first { "table" } else { "row" };
                errors.push(
                    Diagnostic::error(
                        Kind::Table,
                        span,
                        format!("an indented {what} of `{}`", section.heading()),
                    )
                    .help("a table of the law starts in the first column"),
                );
                if line == first {
                    return;
                }
            }
            let cells = match self.cells(&range) {
                Ok(cells) => cells,
                Err(error) => {
                    table.sound = false;
                    errors.push(*error);
                    continue;
                }
            };
            if line == first {
                columns_right = self.columns(columns, &cells, span, errors);
                table.sound &= columns_right;
            } else if line == first + 1 || !columns_right {
                // The delimiter, which the Markdown parser has checked; or rows of unknown columns.
            } else if cells.len() == columns.len() {
                table.rows.push(Row { span, cells });
            } else {
                table.sound = false;
                errors.push(cell_count(columns, &cells, span, text));
            }
        }
        if columns_right && table.sound && table.rows.is_empty() && !section.may_be_empty() {
            table.sound = false;
            errors.push(
                Diagnostic::error(Kind::MissingRow, self.first_line(block), format!("the table of `{}` is empty", section.heading()))
                    .help("only `Questions`, `Conflicts`, `Cautions`, `Movable days` and `Transfers` may be empty"),
            );
        }
    }

    /// The cells of a line.
    pub(crate) fn cells(&self, range: &Range<usize>) -> Result<Vec<Cell<'s>>, Box<Diagnostic>> {
        let text = self.source.get(range.clone()).unwrap_or("");
        let inner = trim(text)
            .strip_prefix('|')
            .and_then(|text| text.strip_suffix('|'));
        let Some(inner) = inner else {
            let error = Diagnostic::error(
                Kind::Cells,
                self.span(range.clone()),
                "a row that does not start and end with `|`",
            );
            return Err(Box::new(if trim(text).contains('|') {
                error
            } else {
                error.help("text below a table needs an empty line between")
            }));
        };
        if let Some(place) = text.find("\\|") {
            let place = range.start + place;
            return Err(Box::new(
                Diagnostic::error(Kind::Cells, self.span(place..place + 2), "a `|` in a cell")
                    .help("no cell of a law holds a `|`, not even `\\|`"),
            ));
        }
        let lead = text.len() - text.trim_start_matches([' ', '\t']).len();
        let mut start = range.start + lead + 1;
        let cells = inner.split('|').map(|raw| {
            let cell = trim(raw);
            let from = start + (raw.len() - raw.trim_start_matches([' ', '\t']).len());
            let from = if cell.is_empty() { start } else { from };
            let to = if cell.is_empty() {
                start + raw.len()
            } else {
                from + cell.len()
            };
            start += raw.len() + 1;
            Cell {
                text: cell,
                span: self.span(from..to),
            }
        });
        Ok(cells.collect())
    }

    /// Whether the columns are right; reports what is wrong.
    fn columns(
        &self,
        expected: &[&str],
        cells: &[Cell<'_>],
        span: Span,
        errors: &mut Vec<Diagnostic>,
    ) -> bool {
        let found: Vec<&str> = cells.iter().map(|cell| cell.text).collect();
        if found == expected {
            return true;
        }
        let all = format!("the columns are: {}", quoted(expected));
        let mut missing: Vec<&str> = expected
            .iter()
            .copied()
            .filter(|name| !found.contains(name))
            .collect();
        let before = errors.len();
        for (place, cell) in cells.iter().enumerate() {
            if !expected.contains(&cell.text) {
                let error = Diagnostic::error(
                    Kind::Columns,
                    cell.span,
                    format!("unknown column `{}`", cell.text),
                );
                if let Some(name) = near(cell.text, missing.iter().copied()) {
                    missing.retain(|other| *other != name);
                    errors.push(error.help(format!("did you mean `{name}`? {all}")));
                } else {
                    errors.push(error.help(all.clone()));
                }
            } else if found.iter().take(place).any(|name| *name == cell.text) {
                errors.push(
                    Diagnostic::error(
                        Kind::Columns,
                        cell.span,
                        format!("the column `{}` stands twice", cell.text),
                    )
                    .help(all.clone()),
                );
            }
        }
        if !missing.is_empty() {
            let message = format!("missing column {}", quoted(&missing));
            errors.push(Diagnostic::error(Kind::Columns, span, message).help(all.clone()));
        }
        if errors.len() == before {
            let place = found
                .iter()
                .zip(expected)
                .position(|(one, other)| one != other);
            let place = place
                .and_then(|place| cells.get(place))
                .map_or(span, |cell| cell.span);
            errors.push(
                Diagnostic::error(Kind::Columns, place, "the columns are in another order")
                    .help(all),
            );
        }
        false
    }

    /// Reports missing sections, unless a misspelt heading has already been reported.
    fn missing(&self, unknown: &[(Range<usize>, bool)], errors: &mut Vec<Diagnostic>) {
        let end = self.span(self.source.len()..self.source.len());
        let mut wanted: Vec<Section> = Section::FIXED.to_vec();
        let editions: Vec<u8> = self
            .tables
            .keys()
            .filter_map(|section| match section {
                Section::Edition(number) => Some(*number),
                _ => None,
            })
            .collect();
        let last = editions.iter().copied().max().unwrap_or(1);
        for number in 1..=last {
            wanted.push(Section::Edition(number));
            wanted.push(Section::Duties(number));
        }
        for section in wanted {
            if self.tables.contains_key(&section) {
                continue;
            }
            let name = section.heading();
            let meant = unknown.iter().find(|(text, _)| {
                let heading = self.source.get((*text).clone()).unwrap_or("");
                let heading = if matches!(section, Section::Edition(_)) {
                    heading.split(':').next().unwrap_or("")
                } else {
                    heading
                };
                near(heading, [name.as_str()]).is_some()
                    || (matches!(section, Section::Edition(_)) && heading.starts_with(&name))
            });
            match meant {
                Some((_, true)) => {}
                Some((text, false)) => errors.push(
                    Diagnostic::error(
                        Kind::MissingSection,
                        self.span(text.clone()),
                        format!("the section `{name}` is missing"),
                    )
                    .help("is it this one? The spelling is exact, the level 2 or 3"),
                ),
                None => errors.push(self.missing_section(section, &name, last, end)),
            }
        }
        for section in self.tables.keys() {
            if let Section::Duties(number) = section
                && !editions.contains(number)
                && !self.unknown_edition
            {
                errors.push(Diagnostic::error(
                    Kind::NotDeclared,
                    self.heading(*section),
                    format!("duties of edition {number}, which the law does not have"),
                ));
            }
        }
    }

    fn missing_section(&self, section: Section, name: &str, last: u8, end: Span) -> Diagnostic {
        match section {
            Section::Edition(number) if number < last => Diagnostic::error(
                Kind::MissingSection,
                self.heading(Section::Edition(last)),
                format!("edition {last} without an edition {number}"),
            )
            .help("editions are numbered from 1 without gaps"),
            Section::Edition(number) => Diagnostic::error(
                Kind::MissingSection,
                end,
                format!("the section `{name}: …` is missing"),
            )
            .help(format!(
                "a heading `## Edition {number}: name` with the table of the edition"
            )),
            Section::Duties(number) if self.tables.contains_key(&Section::Edition(number)) => {
                Diagnostic::error(
                    Kind::MissingSection,
                    self.heading(Section::Edition(number)),
                    format!("the section `{name}` is missing"),
                )
                .help("each edition has a section with its duties")
            }
            _ => Diagnostic::error(
                Kind::MissingSection,
                end,
                format!("the section `{name}` is missing"),
            )
            .help(if section.columns().is_empty() {
                format!("a heading `## {name}`")
            } else {
                format!(
                    "a heading `## {name}` with a table of the columns {}",
                    quoted(section.columns())
                )
            }),
        }
    }
}

/// The text of the first heading of level 1.
fn title<'s>(source: &'s str, blocks: &[Block]) -> &'s str {
    let title = blocks.iter().find_map(|block| match &block.what {
        What::Heading {
            level: HeadingLevel::H1,
            text,
        } => source.get(text.clone()),
        _ => None,
    });
    title.unwrap_or("")
}

fn cell_count(columns: &[&str], cells: &[Cell<'_>], span: Span, text: &str) -> Diagnostic {
    let (wanted, found) = (columns.len(), cells.len());
    let much = if found < wanted { "few" } else { "many" };
    let error = Diagnostic::error(
        Kind::Cells,
        span,
        format!("a row with too {much} cells: {found} for {wanted} columns"),
    );
    let columns = format!("the columns are: {}", quoted(columns));
    if found > wanted && text.contains('`') {
        error.help(format!("{columns}; no cell holds a `|`"))
    } else {
        error.help(columns)
    }
}

fn near_section(heading: &str) -> Option<String> {
    if let Some(rest) = heading.strip_prefix("Edition ") {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let name = trim(
            rest.get(digits.len()..)?
                .trim_start_matches([':', ' ', '-', '.']),
        );
        return match digits.parse::<u8>() {
            Ok(1..=4) if !name.is_empty() => Some(format!("Edition {digits}: {name}")),
            _ => None,
        };
    }
    let mut names: Vec<String> = Section::FIXED.into_iter().map(Section::heading).collect();
    names.extend((1..=4).map(|number| Section::Duties(number).heading()));
    near(heading, names.iter().map(String::as_str)).map(String::from)
}

/// Names in backticks, joined with commas.
pub(crate) fn quoted<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    names.join(", ")
}
