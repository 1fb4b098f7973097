//! The numbers that the C interface has given once and for ever.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The committed list of the header's constants: by name the type (`-` for a plain number) and the
/// number.
pub static CONSTANTS: LazyLock<BTreeMap<&str, (&str, i64)>> = LazyLock::new(|| {
    let entry = |line: &'static str| {
        let mut words = line.split(' ');
        let mut word = || {
            words
                .next()
                .unwrap_or_else(|| panic!("abi/constants.txt: {line}"))
        };
        (word(), (word(), word().parse().expect("a number")))
    };
    include_str!("../abi/constants.txt")
        .lines()
        .map(entry)
        .collect()
});

/// The status that the header calls `KZ_ERROR_` and this name, or `KZ_OK`.
///
/// # Panics
///
/// If there is none.
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
