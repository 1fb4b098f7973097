//! The limits in the file `budgets`.

use crate::run::{Result, read, root, wrong};

/// The limit of this name.
pub(crate) fn limit(name: &str) -> Result<u64> {
    let file = read(&root().join("budgets"))?;
    file.lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            (words.next() == Some(name)).then(|| words.next()?.parse().ok())?
        })
        .next()
        .ok_or_else(|| wrong(format!("the file budgets has no limit {name}")))
}
