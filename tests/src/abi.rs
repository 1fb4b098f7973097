//! The C interface: its stable numbers, and calls of its functions.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::mem::MaybeUninit;
use std::sync::LazyLock;

use kz_rules_ffi::{KZ_OK, kz_status};

/// The committed list of the header's constants: by name, the type (`-` for a plain number) and the number.
pub static CONSTANTS: LazyLock<BTreeMap<&str, (&str, i64)>> = LazyLock::new(|| {
    let entry = |line: &'static str| {
        let [name, kind, number] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("abi/interface.txt: {line}");
        };
        (name, (kind, number.parse().expect("a number")))
    };
    include_str!("../abi/interface.txt")
        .lines()
        .filter_map(|line| line.strip_prefix("constant "))
        .map(entry)
        .collect()
});

/// The status with this name after `KZ_ERROR_`, or `KZ_OK`.
///
/// # Panics
///
/// If there is no such status.
pub fn status(name: &str) -> i32 {
    let name = match name {
        "OK" => "KZ_OK".to_owned(),
        _ => format!("KZ_ERROR_{name}"),
    };
    let (kind, number) = CONSTANTS
        .get(name.as_str())
        .unwrap_or_else(|| panic!("no {name}"));
    assert_eq!(*kind, "kz_status");
    i32::try_from(*number).expect("a status")
}

thread_local! {
    /// What C functions returned in this thread, as far as it was noted.
    static RETURNED: RefCell<BTreeSet<kz_status>> = const { RefCell::new(BTreeSet::new()) };
}

/// Notes what a C function returned, and passes it on.
pub fn noted(status: kz_status) -> kz_status {
    RETURNED.with_borrow_mut(|returned| returned.insert(status));
    status
}

/// The statuses noted so far in this thread.
pub fn returned() -> BTreeSet<kz_status> {
    RETURNED.with_borrow(BTreeSet::clone)
}

/// The bytes of an output before a call.
pub const BEFORE: u8 = 0xA5;

/// Calls a function with an output; returns its status and the bytes of the output.
pub fn call<T>(function: impl FnOnce(*mut T) -> kz_status) -> (kz_status, Vec<u8>) {
    let mut out = MaybeUninit::<T>::uninit();
    // SAFETY: the output is as large as its type; every byte of it is written before it is read, since no struct of the interface
    // has padding.
    unsafe {
        out.as_mut_ptr().write_bytes(BEFORE, 1);
        let status = noted(function(out.as_mut_ptr()));
        let bytes = std::slice::from_raw_parts(out.as_ptr().cast::<u8>(), size_of::<T>());
        (status, bytes.to_vec())
    }
}

/// Asserts that a call fails with this error, and leaves its output unchanged.
///
/// # Panics
///
/// If it does not fail so.
#[track_caller]
pub fn refused<T>(error: &str, function: impl FnOnce(*mut T) -> kz_status) {
    let (got, bytes) = call(function);
    assert_eq!(got, status(error), "{error}");
    assert!(
        bytes.iter().all(|byte| *byte == BEFORE),
        "{error}: the output was written to"
    );
}

/// Asserts that a call succeeds; returns what it wrote.
///
/// # Panics
///
/// If it fails.
#[track_caller]
pub fn answered<T: Copy>(function: impl FnOnce(*mut T) -> kz_status) -> T {
    let mut out = MaybeUninit::<T>::zeroed();
    assert_eq!(function(out.as_mut_ptr()), KZ_OK);
    // SAFETY: all zero is a valid value of every struct of the interface, and a success has written one.
    unsafe { out.assume_init() }
}
