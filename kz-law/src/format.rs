//! Writes a page in its form: cells are trimmed and never padded. All other text is kept, byte for byte.

use crate::diagnostic::Diagnostic;
use crate::page::Page;

/// The page in its form; formatting it again changes nothing.
///
/// # Errors
///
/// What is wrong with the form of the page. What cells say is not checked.
pub fn format(source: &str) -> Result<String, Vec<Diagnostic>> {
    let (page, mut errors) = Page::read(source);
    if !errors.is_empty() {
        errors.sort_by_key(|error| error.span);
        return Err(errors);
    }
    let mut lines: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    for table in page.tables.values() {
        let Some(range) = &table.range else { continue };
        let first = page.span(range.clone()).line;
        let last = page.span(range.end.saturating_sub(1)..range.end).line;
        for line in first..=last {
            let range = page.line(line);
            let Ok(cells) = page.cells(&range) else {
                continue;
            };
            let text = if line == first + 1 {
                format!("|{}", "---|".repeat(cells.len()))
            } else {
                cells.iter().fold("|".to_owned(), |mut text, cell| {
                    if !cell.text.is_empty() {
                        text.push(' ');
                        text.push_str(cell.text);
                    }
                    text + " |"
                })
            };
            lines.push((range, text));
        }
    }
    lines.sort_by_key(|(range, _)| range.start);
    let mut formatted = String::with_capacity(source.len());
    let mut done = 0;
    for (range, text) in lines {
        formatted.push_str(source.get(done..range.start).unwrap_or(""));
        formatted.push_str(&text);
        done = range.end;
    }
    formatted.push_str(source.get(done..).unwrap_or(""));
    Ok(formatted)
}
