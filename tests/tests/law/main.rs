//! The law alone stands in the page: nothing of it in code, and every provision is used and cited.

mod glossary;
mod mutated_pages;
mod no_law_in_code;
mod provisions;
mod traceability;
