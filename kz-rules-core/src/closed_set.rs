//! One way to write a closed set of values: each with a number given once and for ever (0 always
//! means "unknown" or "default" at the C interface), the legal model's word for it, and its doc.
//! A setting names its default value after the name of the set.

/// Declares a closed set: see the module of that name. Not part of the public interface.
#[doc(hidden)]
#[macro_export]
macro_rules! closed_set {
    (
        $(#[doc = $meaning:literal])+
        pub enum $name:ident $(= $default:ident)? {
            $( $(#[doc = $doc:literal])+ $variant:ident = $code:literal, $word:literal; )+
        }
    ) => {
        $crate::logged! {
            $(#[doc = $meaning])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[repr(u8)]
            pub enum $name {
                $( $(#[doc = $doc])+ $variant = $code, )+
            }
        }

        impl $name {
            /// What the set is: its documentation here, for tools that print it elsewhere.
            pub const MEANING: &'static str = concat!($($meaning, "\n"),+);

            /// Every value, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),+];

            /// The number of this value: the one the C interface uses.
            #[must_use]
            pub const fn code(self) -> u8 {
                self as u8
            }

            /// The value with this number, if there is one.
            #[must_use]
            #[inline]
            pub const fn from_code(code: u8) -> Option<Self> {
                match code { $( $code => Some(Self::$variant), )+ _ => None }
            }

            /// The legal model's word for this value.
            #[must_use]
            pub fn word(self) -> &'static str {
                self.word_text().as_str()
            }

            /// The legal model's word for this value, for the C interface.
            #[must_use]
            pub const fn word_text(self) -> $crate::Text {
                match self { $( Self::$variant => $crate::text!($word) ),+ }
            }

            /// What the value means: its documentation here, for tools that print it elsewhere.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => concat!($($doc, "\n"),+) ),+ }
            }

            /// The value that the legal model calls by this word, exactly, if there is one.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }

        $(
            impl Default for $name {
                fn default() -> Self {
                    Self::$default
                }
            }
        )?

        impl $crate::Value for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn code(self) -> u8 {
                self as u8
            }

            fn from_code(code: u8) -> Option<Self> {
                Self::from_code(code)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}

/// Declares a type that implements `defmt::Format` if the core does, whichever package it is of. Not part
/// of the public interface.
#[cfg(feature = "defmt")]
#[doc(hidden)]
#[macro_export]
macro_rules! logged {
    ($type:item) => {
        #[derive($crate::defmt::Format)]
        #[defmt(crate = $crate::defmt)]
        $type
    };
}

/// Declares a type. Not part of the public interface.
#[cfg(not(feature = "defmt"))]
#[doc(hidden)]
#[macro_export]
macro_rules! logged {
    ($type:item) => {
        $type
    };
}

pub(crate) use crate::closed_set;
