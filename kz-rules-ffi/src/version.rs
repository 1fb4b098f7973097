//! The version of the library, and of its C interface.

use core::ffi::c_char;

use kz_rules_core::text;

use crate::law::pointer;

/// The version of this interface. It changes when a program built with an older header must be
/// built anew.
pub const KZ_ABI_VERSION: u32 = 1;

/// The version of this interface that the library was built with: compare it with KZ_ABI_VERSION.
#[unsafe(no_mangle)]
pub extern "C" fn kz_abi_version() -> u32 {
    KZ_ABI_VERSION
}

/// The version of the library, as "major.minor.patch". Static.
#[unsafe(no_mangle)]
pub extern "C" fn kz_version_string() -> *const c_char {
    pointer(text!(env!("CARGO_PKG_VERSION")))
}
