//! Committed lists of the public interfaces: the C interface, from the header, and the public items of the Rust crates, from
//! rustdoc. A list may grow; its lines stay.

use public_api::{Builder, Error};

use kz_rules_tests::interface::{FILE, broken, describe};

use crate::run::{Failure, Result, command, read, root, succeed, verdict, write, wrong};

/// What to do with the lists
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Compare the lists with the sources, and write nothing
    #[arg(long)]
    check: bool,
    /// Also remove lines from the lists: programs that rely on them break
    #[arg(long, conflicts_with = "check")]
    r#break: bool,
}

/// The crates that others build on.
const CRATES: [&str; 3] = ["kz-rules-core", "kz-rules-ffi", "kz-law"];

/// Renews or compares every list.
pub(crate) fn renew(arguments: &Arguments) -> Result<()> {
    let header = read(&root().join("include/kz_rules.h"))?;
    let mut lists = vec![(FILE.to_owned(), describe(&header))];
    // Rustdoc's JSON needs an unstable flag. The whole workspace is built with the features of the tests: all of the library's.
    let mut doc = command("cargo doc --quiet --locked --workspace --no-deps --lib");
    doc.env("RUSTDOC", root().join("scripts/rustdoc-unstable"));
    doc.env("RUSTDOCFLAGS", "-Z unstable-options --output-format json");
    doc.arg("--target-dir").arg(root().join("target"));
    succeed(&mut doc)?;
    for name in CRATES {
        lists.push((format!("tests/api/{name}.txt"), items(name)?));
    }
    let mut faults = Vec::new();
    for (file, list) in lists {
        let path = root().join(&file);
        let committed = read(&path).unwrap_or_default();
        let lost: Vec<_> = broken(&committed, &list).collect();
        if arguments.check {
            if list != committed {
                faults.push(format!(
                    "{file} is out of date: `make interface` renews it\n{}",
                    difference(&committed, &list)
                ));
            }
        } else if lost.is_empty() || arguments.r#break {
            write(&path, &list)?;
            println!("{file}: {} lines", list.lines().count());
        } else {
            faults.push(format!(
                "{file}: these lines would be gone, or others, and what relies on them break:\n{}\nIf it may: \
                 `scripts/tools interface --break`. Of what is released, the C interface then needs another KZ_ABI_VERSION, and \
                 a crate another version.",
                difference(&committed, &list)
            ));
        }
    }
    verdict(&faults)
}

/// The public items of a crate, one line each, without the implementations that every type has.
fn items(name: &str) -> Result<String> {
    let json = format!("target/doc/{}.json", name.replace('-', "_"));
    let listed = Builder::from_rustdoc_json(root().join(json))
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build();
    match listed {
        Ok(listed) => Ok(listed.to_string()),
        Err(error @ Error::SerdeJsonError(_)) => Err(Failure {
            text: format!(
                "{name}: cannot read the JSON of rustdoc; is this the Rust of `rust-version` in Cargo.toml? {error}"
            ),
            status: 3,
        }),
        Err(error) => Err(wrong(format!("{name}: {error}"))),
    }
}

/// The lines that differ, as a patch shows them.
fn difference(old: &str, new: &str) -> String {
    let gone = broken(old, new).map(|line| format!("  -{line}"));
    let added = broken(new, old).map(|line| format!("  +{line}"));
    gone.chain(added).collect::<Vec<_>>().join("\n")
}
