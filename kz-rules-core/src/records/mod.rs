//! Records: what goes to the scanner, and what into the audit log.

mod receipt;
mod ticket;

pub use receipt::{LAW_NAME_BYTES, Receipt, Verification, Version};
pub use ticket::{Identifier, Ticket};
