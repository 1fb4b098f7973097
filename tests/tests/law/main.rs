//! The law is only in the page: there is none in code, and every provision is used and cited.

mod glossary;
mod mutated_pages;
mod no_law_in_code;
mod provisions;
mod traceability;
