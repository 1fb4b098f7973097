//! Which rows of the built-in law use each provision, and which vectors, scenarios and cases expect it in an answer.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write as _};
use std::fs;

use kz_law::model::ProvisionIndex;
use kz_rules_core::Law;

use crate::tools::{read, root};
use crate::vectors::table;

/// Provisions that no row of the law names, with the reason: they can only be looked up, with their texts. One that
/// gets a row must be removed from this list.
pub const CATALOGUE_ONLY: &[(&str, &str)] = &[
    (
        "MIA-LOST-ABROAD",
        "it tells of the help that a fingerprinted citizen may get abroad, and no obligation, step or term comes of it",
    ),
    (
        "MIA-DEPERSONALISED",
        "the form of a ticket keeps to it: it has no place for a name, an IIN or a document number (model, section 4)",
    ),
    (
        "PILOT-TRANSLATION",
        "whether a translation is needed is worked out (model, section 5); an answer names the way to the IIN",
    ),
    (
        "PILOT-LEGALISATION",
        "whether legalisation is needed is worked out (model, section 5); an answer names the way to the IIN",
    ),
    (
        "PILOT-CERTIFICATE",
        "it tells what is issued, and nothing turns on it",
    ),
    (
        "R923-DATA",
        "the items of a submission are vocabulary (model, section 7): what is missing is named itself",
    ),
    (
        "R923-HOST",
        "that the host confirms or refuses is an event of a case (model, section 7)",
    ),
    (
        "R923-CERTIFICATE",
        "the state's system forms the certificate; the library renders a copy (model, section 7)",
    ),
    (
        "R923-DEREGISTRATION",
        "that a confirmation ends an earlier registration is part of the case (model, section 7)",
    ),
    (
        "R923-PLACES",
        "the places are vocabulary (model, section 7): another one is refused by its own error",
    ),
];

/// The uses of one provision.
pub struct Trail {
    /// The provision, by its identifier.
    pub provision: String,
    /// The rows of the law that rest on it.
    pub uses: BTreeSet<String>,
    /// The files that cite it, each by folder and name, and how many of their lines expect it in an answer.
    pub files: Vec<(String, usize)>,
}

/// The folders of vectors, scenarios and cases.
const FOLDERS: [&str; 5] = [
    "tests/vectors",
    "tests/own",
    "tests/scenarios",
    "tests/people",
    "examples/kiosk/cases",
];

/// Expected columns that cite nothing: what people should be told, in anybody's words, and what must not be said.
const NO_CITATION: [&str; 2] = ["expected", "says_not"];

/// The law whose provisions are followed.
const LAW: Law<'static> = Law::BUILT_IN;

/// The trail of every provision, in the order of the page.
///
/// # Panics
///
/// If the page of the law cannot be read.
pub fn trails() -> Vec<Trail> {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (by, provision) in of_the_page() {
        used.entry(provision).or_default().insert(by);
    }
    let known: BTreeSet<&str> = LAW.all_provisions().map(|entry| entry.id()).collect();
    let mut files: BTreeMap<&str, Vec<(String, usize)>> = BTreeMap::new();
    for (name, file) in tables() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let (names, lines) = table(read(&file).as_bytes());
        for line in &lines {
            for provision in cited(&known, &names, line) {
                *counts.entry(provision).or_default() += 1;
            }
        }
        for (provision, lines) in counts {
            files
                .entry(provision)
                .or_default()
                .push((name.clone(), lines));
        }
    }
    let trail = |id: &str| Trail {
        provision: id.to_owned(),
        uses: used.remove(id).unwrap_or_default(),
        files: files.remove(id).unwrap_or_default(),
    };
    LAW.all_provisions()
        .map(|entry| entry.id())
        .map(trail)
        .collect()
}

/// The tables of all folders: the folder's name and the file's, and the path.
fn tables() -> Vec<(String, String)> {
    let mut tables = Vec::new();
    for folder in FOLDERS {
        let files = fs::read_dir(root().join(folder)).expect("a folder");
        let names = files.map(|file| file.expect("a file").file_name());
        let names = names.map(|name| name.into_string().expect("UTF-8"));
        let mut names: Vec<_> = names.filter(|name| name.ends_with(".csv")).collect();
        names.sort_unstable();
        let last = folder.rsplit('/').next().unwrap_or(folder);
        let paths = names.iter();
        tables.extend(paths.map(|name| (format!("{last}/{name}"), format!("{folder}/{name}"))));
    }
    tables
}

/// The provisions that a line expects, each once. What the library answers counts for nothing: it would be cited by a line that
/// does not ask for it.
fn cited<'a>(known: &BTreeSet<&'a str>, names: &[String], line: &[String]) -> BTreeSet<&'a str> {
    let expected = |(name, _): &(&String, &String)| {
        let name = name.strip_prefix('=');
        name.is_some_and(|name| !NO_CITATION.contains(&name))
    };
    let is_of_identifier = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let cells = names.iter().zip(line).filter(expected);
    let words = cells.flat_map(|(_, cell)| cell.split(move |letter| !is_of_identifier(letter)));
    words.filter_map(|word| known.get(word).copied()).collect()
}

/// The rows of the page that name a provision: the table, and the provision.
fn of_the_page() -> Vec<(String, String)> {
    let law = kz_law::compile(&read("law/kazakhstan.md")).expect("a law without errors");
    let mut uses = Vec::new();
    let mut add = |by: String, provision: ProvisionIndex| {
        uses.push((by, law.provisions[provision].id.clone()));
    };
    for edition in &law.editions {
        for (number, row) in (1..).zip(&edition.rows) {
            add(format!("{}, row {number}", edition.name), row.basis);
        }
        for row in &edition.duties {
            add(
                format!("{}, duty {}", edition.name, row.duty.text()),
                row.provision,
            );
        }
    }
    for row in &law.conflicts {
        for provision in row.provisions {
            add("conflict".into(), provision);
        }
    }
    for row in &law.cautions {
        add("caution".into(), row.provision);
    }
    for row in &law.steps {
        for provision in &row.provisions {
            add(format!("step {}", row.step.text()), *provision);
        }
    }
    for row in &law.deadlocks {
        for provision in &row.provisions {
            add("deadlock".into(), *provision);
        }
    }
    for row in &law.terms {
        add(format!("term {}", row.term.text()), row.provision);
        add(format!("term {}, in force", row.term.text()), row.in_force);
    }
    for row in &law.coverage {
        add(format!("term {}, covered", row.term.text()), row.provision);
    }
    for row in &law.grounds {
        add(format!("refusal, {}", row.procedure.text()), row.provision);
    }
    for row in &law.countries {
        let named = [
            ("pilot", row.pilot),
            ("stay", row.stay.as_ref().map(|stay| stay.provision)),
            ("treaty", row.treaty.map(|(_, provision)| provision)),
        ];
        for (what, provision) in named {
            if let Some(provision) = provision {
                add(format!("country, {what}"), provision);
            }
        }
    }
    uses
}

/// The page of the documentation.
pub fn page() -> String {
    let mut page = String::from(
        "# Where each provision is used and tested\n\n\
         Printed by `make docs` from [`../law/kazakhstan.md`](../law/kazakhstan.md), the vectors, the scenarios and the cases; a \
         test fails when it is\nout of date.\n\n\
         Used by: the rows of the law that name it. Cited by: the files of vectors, scenarios and cases, and how many of their \
         lines expect it\nin an answer.\n\n\
         | provision | used by | cited by |\n|---|---|---|\n",
    );
    for trail in trails() {
        let only = |(provision, _): &&(&str, &str)| *provision == trail.provision;
        let uses = match CATALOGUE_ONLY.iter().find(only) {
            Some((_, reason)) => format!("catalogue only: {reason}"),
            None => list(trail.uses, "; "),
        };
        let files = trail.files.iter();
        let files = files.map(|(file, lines)| format!("{file} {lines}"));
        writeln!(
            page,
            "| {} | {uses} | {} |",
            trail.provision,
            list(files, ", ")
        )
        .expect("a string takes all");
    }
    page
}

fn list(items: impl IntoIterator<Item = impl Display>, between: &str) -> String {
    let items: Vec<_> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(between)
}
