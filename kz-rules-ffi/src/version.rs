//! The version of the library, and of its C interface.

use core::ffi::c_char;

use kz_rules_core::text;

use crate::law::pointer;

/// The version of this interface. It changes when programs must be rebuilt with the new header.
pub const KZ_ABI_VERSION: u32 = 1;

/// The version of the interface of the linked library. Compare it with KZ_ABI_VERSION once, at start.
#[unsafe(no_mangle)]
pub extern "C" fn kz_abi_version() -> u32 {
    KZ_ABI_VERSION
}

/// The version of the library, as "major.minor.patch".
#[unsafe(no_mangle)]
pub extern "C" fn kz_version_string() -> *const c_char {
    pointer(text!(env!("CARGO_PKG_VERSION")))
}
