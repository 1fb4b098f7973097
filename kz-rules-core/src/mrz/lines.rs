//! Finds the lines of a zone in what a scanner sends.

use super::error::{MrzError, MrzExpected};
use super::layout::{Field, PAGE, SIZES};

/// What a serial reader may send before the first line and after the last.
const START_OF_TEXT: u8 = 2;
const END_OF_TEXT: u8 = 3;

/// The lines of a zone; their length and number are those of a layout.
pub(super) struct Lines<'z> {
    /// The third is empty if there are two.
    lines: [&'z [u8]; 3],
    width: u8,
}

impl<'z> Lines<'z> {
    /// Finds the lines. Line ends (CR, LF or both) separate them, or are all missing. Spaces around a line, empty
    /// lines and a frame of STX and ETX are skipped.
    pub(super) fn of(bytes: &'z [u8]) -> Result<Self, MrzError> {
        let bytes = bytes.trim_ascii();
        let bytes = bytes.strip_prefix(&[START_OF_TEXT]).unwrap_or(bytes);
        let bytes = bytes.strip_suffix(&[END_OF_TEXT]).unwrap_or(bytes);
        let mut found = bytes
            .split(|byte| matches!(byte, b'\r' | b'\n'))
            .map(<[u8]>::trim_ascii)
            .filter(|line| !line.is_empty());
        let first = found.next().unwrap_or_default();
        let rest = [(); 2].map(|()| found.next().unwrap_or_default());
        let whole = SIZES.iter().find(|(width, lines)| {
            first.len() == usize::from(*width).saturating_mul((*lines).into())
        });
        let (width, lines) = match (whole, rest) {
            (Some((width, _)), [[], _]) => (*width, cut(first, (*width).into())),
            (_, [second, third]) => (count(first), [first, second, third]),
        };
        let Some((_, wanted)) = SIZES.iter().find(|(each, _)| *each == width) else {
            return Err(expected_line(1, width.min(PAGE)));
        };
        for (number, line) in (1..).zip(lines) {
            let wanted = if number > *wanted { 0 } else { width };
            if count(line) != wanted {
                return Err(expected_line(number, count(line).min(wanted)));
            }
        }
        if found.next().is_some() {
            return Err(expected_line(4, 0));
        }
        Ok(Self { lines, width })
    }

    /// How many characters a line has, one of [`SIZES`].
    pub(super) const fn width(&self) -> u8 {
        self.width
    }

    /// The characters of a field.
    pub(super) fn get(&self, field: Field) -> &'z [u8] {
        let line = usize::from(field.line.saturating_sub(1));
        let line = self.lines.get(line).copied().unwrap_or_default();
        let from = line.get(usize::from(field.column.saturating_sub(1))..);
        let field = from.and_then(|from| from.get(..usize::from(field.length)));
        field.unwrap_or_default()
    }

    /// The first character of a field.
    pub(super) fn first(&self, field: Field) -> u8 {
        self.get(field).first().copied().unwrap_or(b'<')
    }

    /// An error unless all characters are of the alphabet.
    pub(super) fn must_be_characters(&self) -> Result<(), MrzError> {
        for (line, characters) in (1..).zip(self.lines) {
            for (column, character) in (1..).zip(characters) {
                if !matches!(character, b'A'..=b'Z' | b'0'..=b'9' | b'<') {
                    return Err(MrzError {
                        line,
                        column,
                        expected: MrzExpected::Character,
                    });
                }
            }
        }
        Ok(())
    }
}

/// The number of characters in a line; 255 if there are more.
fn count(line: &[u8]) -> u8 {
    u8::try_from(line.len()).unwrap_or(u8::MAX)
}

/// The lines of a zone without line ends, cut at this width.
fn cut(zone: &[u8], width: usize) -> [&[u8]; 3] {
    let mut lines = zone.chunks(width);
    [(); 3].map(|()| lines.next().unwrap_or_default())
}

/// The error that a line has the wrong length: it ends after `end` columns, or should end there.
fn expected_line(line: u8, end: u8) -> MrzError {
    MrzError {
        line,
        column: end.saturating_add(1),
        expected: MrzExpected::Line,
    }
}
