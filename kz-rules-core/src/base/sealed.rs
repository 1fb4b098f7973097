//! What seals a trait: nobody else can implement it.

/// Implemented by the types of this library alone, so that a public trait that rests on it can get methods.
pub trait Sealed {}
