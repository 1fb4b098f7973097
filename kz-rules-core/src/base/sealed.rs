//! Seals a trait: no other crate can implement it.

/// Implemented only by types of this library, so that a public trait based on it can get new methods.
pub trait Sealed {}
