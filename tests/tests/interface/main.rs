//! The C interface: its header, and its functions as C calls them.

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
