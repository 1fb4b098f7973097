//! All laws: the built-in one and those next to the vectors, each as the library and the second implementation read it.

use std::fs;
use std::sync::OnceLock;

use kz_law::OwnedLaw;
use kz_rules_core::{Law, Sections};
use kz_rules_naive as naive;

use crate::tools::{read, root};

/// A law, read twice.
pub struct Page {
    /// Its name.
    pub name: String,
    /// The page.
    pub text: String,
    /// The law as the second implementation reads it.
    pub naive: naive::Law,
    /// The rows that it is compiled to; none for the built-in law.
    rows: Option<Sections<'static>>,
}

impl Page {
    fn built_in() -> Self {
        let text = read("law/kazakhstan.md");
        let naive = naive::Law::read(&text).unwrap_or_else(|error| panic!("{error}"));
        Self {
            name: "kazakhstan".into(),
            naive,
            rows: None,
            text,
        }
    }

    /// The law of a page; `name`: for error messages.
    ///
    /// # Panics
    ///
    /// If one of the two cannot read it.
    pub fn of(name: &str, text: String) -> Self {
        Self::accepted(name, text).unwrap_or_else(|errors| panic!("{name}: {errors}"))
    }

    /// The same, if the compiler accepts the page; else its errors.
    ///
    /// # Panics
    ///
    /// If the compiler accepts the page and the second implementation cannot read it.
    pub fn accepted(name: &str, text: String) -> Result<Self, String> {
        let law = kz_law::compile(&text).map_err(|errors| format!("{errors:#?}"))?;
        let owned = OwnedLaw::of(&law, &[]).ok_or("it has no rows")?;
        let naive = naive::Law::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        // Kept for the whole run: a law is read in place.
        let owned = Box::leak(Box::new(owned));
        Ok(Self {
            name: name.into(),
            naive,
            rows: Some(owned.sections()),
            text,
        })
    }

    /// The law as the library reads it.
    pub fn law(&self) -> Law<'_> {
        self.rows.as_ref().map_or(Law::BUILT_IN, Law::from)
    }

    /// The folder of its vectors.
    pub fn vectors(&self) -> String {
        match self.rows {
            None => "tests/vectors".into(),
            Some(_) => format!("tests/vectors/laws/{}", self.name),
        }
    }
}

/// All laws: the built-in one first, then the others by name.
///
/// # Panics
///
/// If one cannot be read, or some are missing.
pub fn laws() -> &'static [Page] {
    static LAWS: OnceLock<Vec<Page>> = OnceLock::new();
    LAWS.get_or_init(|| {
        let folder = fs::read_dir(root().join("tests/vectors/laws")).expect("laws");
        let mut names: Vec<_> = folder
            .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
            .filter_map(|file| file.strip_suffix(".md").map(str::to_owned))
            .collect();
        names.sort();
        assert!(names.len() >= 3, "the laws are not where they were");
        let other = |name: &String| Page::of(name, read(&format!("tests/vectors/laws/{name}.md")));
        std::iter::once(Page::built_in())
            .chain(names.iter().map(other))
            .collect()
    })
}
