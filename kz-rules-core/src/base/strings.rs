//! Texts, one after the other.

use core::fmt;

use super::static_text::Text;

/// Texts in UTF-8, each closed with a NUL: found by counting, so that no offsets are kept.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Strings<'a>(&'a str);

impl<'a> Strings<'a> {
    /// Takes texts that are each closed with a NUL.
    #[must_use]
    pub const fn new(texts: &'a str) -> Self {
        Self(texts)
    }

    /// Whether there is no text at all.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Whether each text is closed.
    pub(crate) const fn is_closed(self) -> bool {
        matches!(self.0.as_bytes(), [] | [.., 0])
    }

    /// The texts, without their NULs.
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a str> + Clone {
        let mut left = self.0;
        core::iter::from_fn(move || {
            let end = left.bytes().position(|byte| byte == 0)?;
            let (text, rest) = left.split_at_checked(end)?;
            left = rest.strip_prefix('\0')?;
            Some(text)
        })
    }

    /// The bytes: the texts, each closed with a NUL.
    #[must_use]
    pub const fn as_bytes(self) -> &'a [u8] {
        self.0.as_bytes()
    }

    /// The text at a place, from 0, without its NUL; none if there is no such text.
    #[must_use]
    pub fn get(self, place: usize) -> Option<&'a str> {
        self.with_nul(place)
            .and_then(|text| text.strip_suffix('\0'))
    }

    /// The same, with its NUL, for C.
    #[must_use]
    pub fn text(self, place: usize) -> Option<Text<'a>> {
        self.with_nul(place).map(Text::closed)
    }

    fn with_nul(self, place: usize) -> Option<&'a str> {
        let (mut before, mut start) = (place, 0);
        // By hand: the searches of `core` contain code that could panic.
        for (at, byte) in self.0.bytes().enumerate() {
            if byte == 0 {
                let next = at.checked_add(1)?;
                match before.checked_sub(1) {
                    Some(fewer) => (before, start) = (fewer, next),
                    None => return self.0.get(start..next),
                }
            }
        }
        None
    }
}

impl fmt::Debug for Strings<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Strings")
    }
}
