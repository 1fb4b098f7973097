//! A text in flash, for Rust and for C.

use core::ffi::{CStr, c_char};
use core::fmt;

/// A text in UTF-8, with the closing NUL that C needs: of the library itself, or of a law.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Text<'a>(&'a str);

impl Text<'static> {
    /// Takes the text with its closing NUL. Anything else fails to compile: see [`text!`].
    #[allow(clippy::panic)] // evaluated at compile time only
    #[doc(hidden)]
    pub const fn with_nul(text: &'static str) -> Self {
        match CStr::from_bytes_with_nul(text.as_bytes()) {
            Ok(_) => Self(text),
            Err(_) => panic!("one NUL, at the end"),
        }
    }

    /// Whether this is `text`, at compile time.
    #[cfg(any(feature = "text-kk", feature = "text-ru", feature = "text-en"))]
    #[allow(clippy::indexing_slicing, clippy::arithmetic_side_effects)] // evaluated at compile time only
    pub(crate) const fn is(self, text: &str) -> bool {
        let (known, text) = (self.0.as_bytes(), text.as_bytes());
        let mut same = known.len() == text.len() + 1;
        let mut place = 0;
        while same && place < text.len() {
            same = known[place] == text[place];
            place += 1;
        }
        same
    }
}

impl<'a> Text<'a> {
    /// Takes a text that has its closing NUL.
    pub(crate) const fn closed(text: &'a str) -> Self {
        Self(text)
    }

    /// The text.
    #[must_use]
    pub fn as_str(self) -> &'a str {
        self.0.strip_suffix('\0').unwrap_or(self.0)
    }

    /// A pointer to the text, which ends with a NUL.
    #[must_use]
    pub const fn as_ptr(self) -> *const c_char {
        self.0.as_ptr().cast()
    }

    /// The text with its closing NUL.
    #[must_use]
    pub fn as_c_str(self) -> &'a CStr {
        CStr::from_bytes_until_nul(self.0.as_bytes()).unwrap_or_default()
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A [`Text`] from a literal. Not part of the public interface.
#[doc(hidden)]
#[macro_export]
macro_rules! text {
    ($text:expr) => {
        const { $crate::Text::with_nul(concat!($text, "\0")) }
    };
}

pub(crate) use crate::text;
