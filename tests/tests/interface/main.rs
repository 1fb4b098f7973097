//! The C interface: its header, and its functions as C calls them.

mod abi;
mod header;
mod hidden;
mod iin;
mod packs;
mod registration_abi;
