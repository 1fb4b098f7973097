//! The C interface: its header, and its functions as called from C.

mod abi;
mod attacks;
mod cpp;
mod dialect;
mod examples;
mod header;
mod hostile;
mod iin;
mod mrz;
mod packs;
mod registration_abi;
mod statuses;
mod tickets_and_receipts;
