//! The C interface: its header, and its functions as C calls them.

mod abi;
mod header;
mod iin;
mod registration_abi;
