//! Shows errors and findings as a compiler does: file, line, column, the line itself, and what was
//! expected.

use kz_law::{Diagnostic, Span};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};
use std::io::IsTerminal;

/// A diagnostic with its page, in the form that `miette` needs.
struct Shown<'d> {
    diagnostic: &'d Diagnostic,
    source: &'d NamedSource<String>,
}

impl std::fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.diagnostic.fmt(f)
    }
}

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.diagnostic.message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        Some(Box::new(self.diagnostic.kind.code()))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(if self.diagnostic.is_error() {
            miette::Severity::Error
        } else {
            miette::Severity::Warning
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        let help = self.diagnostic.help.as_ref()?;
        Some(Box::new(help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let at = |span: Span| (span.start, span.end.saturating_sub(span.start));
        let (start, length) = at(self.diagnostic.span);
        let first = LabeledSpan::new_primary_with_span(None, (start, length));
        let more =
            self.diagnostic.related.iter().map(move |(span, words)| {
                LabeledSpan::new_with_span(Some(words.clone()), at(*span))
            });
        Some(Box::new(std::iter::once(first).chain(more)))
    }
}

/// Shows all on standard error.
pub(crate) fn all(path: &str, text: &str, diagnostics: &[Diagnostic]) {
    let source = NamedSource::new(path, text.to_owned());
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let theme = if colour {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(120)
        .with_context_lines(0);
    for diagnostic in diagnostics {
        let mut shown = String::new();
        let place = format!("{path}:{}:{}", diagnostic.span.line, diagnostic.span.column);
        match handler.render_report(
            &mut shown,
            &Shown {
                diagnostic,
                source: &source,
            },
        ) {
            Ok(()) => eprintln!("{shown}"),
            Err(_) => eprintln!("{place}: {}", diagnostic.message),
        }
    }
}
