//! One way to declare a closed set of values. Each value has a stable number, which is never reused (0 always means "unknown"
//! or "default" at the C interface), its name, the legal model's word for it, and its doc. A setting names its default value
//! after the name of the set.
//!
//! `pub enum` is closed for programs too: they may match every value, and the compiler reports a new one to them, since they
//! must decide what to do with it. The values of `pub error` are errors: their documentation is their message, and since more
//! may be added the type is `#[non_exhaustive]`.

/// Declares a closed set: see the module of that name.
macro_rules! closed_set {
    (
        $(#[doc = $meaning:literal])+
        pub $kind:tt $name:ident $(= $default:ident)? {
            $( $(#[doc = $doc:literal])+ $variant:ident = $code:literal, $word:literal; )+
        }
    ) => {
        $crate::base::closed_set::declared! { $kind
            $(#[doc = $meaning])+
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[repr(u8)]
            pub enum $name {
                $( $(#[doc = $doc])+ $variant = $code, )+
            }
        }

        impl $name {
            /// The documentation of the set, for tools that print it elsewhere.
            pub const MEANING: &'static str = concat!($($meaning, "\n"),+);

            /// Every value, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),+];

            /// The legal model's words for them, in the same order, for tables evaluated at compile time.
            pub const NAMES: &'static [&'static str] = &[$( $word ),+];

            /// The set of these values.
            #[must_use]
            pub const fn set(values: &[Self]) -> $crate::Set<Self> {
                let mut bits = 0;
                let mut left = values;
                while let [value, rest @ ..] = left {
                    // Numbered from 1. No set is made of closed sets with more values than it can hold.
                    bits |= 1u32.wrapping_shl(*value as u32) >> 1;
                    left = rest;
                }
                $crate::Set::from_bits(bits)
            }

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
            pub fn name(self) -> &'static str {
                self.name_text().as_str()
            }

            /// The legal model's word for this value, for the C interface.
            #[must_use]
            pub const fn name_text(self) -> $crate::Text<'static> {
                match self { $( Self::$variant => $crate::text!($word) ),+ }
            }

            /// The documentation of the value, for tools that print it elsewhere.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( Self::$variant => concat!($($doc, "\n"),+) ),+ }
            }

            /// The value that has exactly this word in the legal model, if there is one.
            #[must_use]
            pub fn from_name(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == word)
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
            const NAMES: &'static [&'static str] = Self::NAMES;

            #[allow(clippy::cast_possible_truncation)] // at most 255
            const LAST: u8 = Self::ALL.len() as u8;

            fn code(self) -> u8 {
                self as u8
            }

            fn from_code(code: u8) -> Option<Self> {
                Self::from_code(code)
            }
        }

        impl $crate::base::sealed::Sealed for $name {}

        impl core::str::FromStr for $name {
            type Err = $crate::ParseError;

            /// The value that has exactly this word in the legal model.
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::from_name(word).ok_or($crate::ParseError::word(stringify!($name), Self::NAMES))
            }
        }

        impl TryFrom<u8> for $name {
            type Error = $crate::UnknownCode;

            /// The value with this number.
            fn try_from(code: u8) -> Result<Self, Self::Error> {
                Self::from_code(code).ok_or($crate::UnknownCode::new(stringify!($name), code))
            }
        }

        impl From<$name> for u8 {
            /// The number of the value.
            fn from(value: $name) -> Self {
                value.code()
            }
        }

        #[cfg(feature = "serde")]
        $crate::serialized::by_name!($name);
    };
}

/// Declares the type of a closed set, and how it is displayed: a value as its word, an error as its documentation.
macro_rules! declared {
    (enum $(#[$meta:meta])+ pub enum $name:ident $values:tt) => {
        $crate::logged! {
            $(#[$meta])+
            #[allow(clippy::exhaustive_enums, reason = "programs must decide about every value")]
            pub enum $name $values
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }
    };
    (error $(#[$meta:meta])+ pub enum $name:ident $values:tt) => {
        $crate::logged! {
            $(#[$meta])+
            #[non_exhaustive]
            pub enum $name $values
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                $crate::base::error::write_sentence(f, self.meaning())
            }
        }

        impl core::error::Error for $name {}
    };
}

/// Declares a type that implements `defmt::Format` if the core does, in whichever package it is. Not part of the public
/// interface.
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

pub(crate) use {closed_set, declared};
