//! What the tests of kz-rules share.

pub mod naive;
