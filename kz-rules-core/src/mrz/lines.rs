//! The lines of a zone in what a scanner sends.

use super::error::{MrzError, MrzExpected};
use super::layout::Field;

/// What a serial reader may send before the first line and after the last.
const START_OF_TEXT: u8 = 2;
const END_OF_TEXT: u8 = 3;

/// The lines of a zone, which are as long as those of a layout, and as many.
pub(super) struct Lines<'z> {
    /// The third is empty if there are two.
    lines: [&'z [u8]; 3],
    width: usize,
}

impl<'z> Lines<'z> {
    /// Finds the lines: between line ends (CR, LF or both), which may be missing in all places. Spaces around a line,
    /// empty lines and a frame of STX and ETX are passed over.
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
        let (width, lines) = match (first.len(), rest) {
            (90, [[], _]) => (30, cut(first, 30)),
            (88, [[], _]) => (44, cut(first, 44)),
            (72, [[], _]) => (36, cut(first, 36)),
            (width, [second, third]) => (width, [first, second, third]),
        };
        let wanted = match width {
            30 => 3,
            36 | 44 => 2,
            width => return Err(expected_line(1, width.min(44))),
        };
        for (number, line) in (1..).zip(lines) {
            let fits = if number > wanted {
                line.is_empty()
            } else {
                line.len() == width
            };
            if !fits {
                let end = if number > wanted {
                    0
                } else {
                    line.len().min(width)
                };
                return Err(expected_line(number, end));
            }
        }
        if found.next().is_some() {
            return Err(expected_line(4, 0));
        }
        Ok(Self { lines, width })
    }

    /// How many characters a line has: 30, 36 or 44.
    pub(super) const fn width(&self) -> usize {
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

/// The lines of so many characters in a zone without line ends.
fn cut(zone: &[u8], width: usize) -> [&[u8]; 3] {
    let mut lines = zone.chunks(width);
    [(); 3].map(|()| lines.next().unwrap_or_default())
}

/// The error that a line should go on, or not, after so many columns of those that lines have.
fn expected_line(line: u8, end: usize) -> MrzError {
    MrzError {
        line,
        column: u8::try_from(end).unwrap_or(u8::MAX).saturating_add(1),
        expected: MrzExpected::Line,
    }
}
