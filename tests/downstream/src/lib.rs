//! The examples: the test writes them into a file, and its name into the environment.

#[doc = include_str!(env!("KZ_RULES_EXAMPLES"))]
pub struct Examples;
