//! Conformance vectors: files of cases. A column whose name starts with `=` is an expected result.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::tools;

/// A file of vectors.
pub struct Vectors {
    file: String,
    names: Vec<String>,
    lines: Vec<Vec<String>>,
}

/// One case.
#[derive(Clone, Copy)]
pub struct Line<'a> {
    names: &'a [String],
    texts: &'a [String],
}

/// The outcome of a case: the status, and the results by name, without the `=`. After an error
/// there are no results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    status: String,
    results: BTreeMap<String, String>,
}

impl Outcome {
    /// The status, `ok` or an error, and the results; empty results are ignored.
    pub fn new<N: Into<String>>(
        status: impl Into<String>,
        results: impl IntoIterator<Item = (N, String)>,
    ) -> Self {
        let results = results.into_iter().filter(|(_, text)| !text.is_empty());
        Self {
            status: status.into(),
            results: results.map(|(name, text)| (name.into(), text)).collect(),
        }
    }

    /// Status and results that are not empty, by name.
    pub fn all(&self) -> Vec<(&str, &str)> {
        let results = self.results.iter();
        let results = results.map(|(name, text)| (name.as_str(), text.as_str()));
        let mut all: Vec<_> = results.chain([("status", self.status.as_str())]).collect();
        all.sort_unstable();
        all
    }

    /// The status or a result; empty if there is no such result.
    pub fn text(&self, name: &str) -> &str {
        match name {
            "status" => &self.status,
            _ => self.results.get(name).map_or("", String::as_str),
        }
    }
}

impl Vectors {
    /// The vectors of a kind: `assess`, `terms`, and so on.
    ///
    /// # Panics
    ///
    /// If none can be read.
    pub fn of(kind: &str) -> Self {
        Self::read(&format!("tests/vectors/{kind}.csv"))
    }

    /// The vectors of a file, named from the root of the repository.
    ///
    /// # Panics
    ///
    /// If none can be read.
    pub fn read(file: &str) -> Self {
        let (names, lines) = table(tools::read(file).as_bytes());
        Self::new(file, names, lines)
    }

    /// Vectors from elsewhere, with a name for them.
    ///
    /// # Panics
    ///
    /// If there are none, or they expect nothing.
    pub fn new(file: &str, names: Vec<String>, lines: Vec<Vec<String>>) -> Self {
        assert!(!lines.is_empty(), "{file} has no lines");
        assert!(
            names.iter().any(|name| name.starts_with('=')),
            "{file} expects nothing"
        );
        Self {
            file: file.into(),
            names,
            lines,
        }
    }

    /// The names of the result columns, each with its `=`.
    pub fn results(&self) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .map(String::as_str)
            .filter(|name| name.starts_with('='))
    }

    /// The table: the names of the columns, and the lines.
    pub fn table(&self) -> (&[String], &[Vec<String>]) {
        (&self.names, &self.lines)
    }

    /// The cases, in the order of the file.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = Line<'_>> {
        self.lines.iter().map(|texts| Line {
            names: &self.names,
            texts,
        })
    }

    /// Compares the outcome of each case with every result column: a result that is not named is
    /// empty.
    ///
    /// # Panics
    ///
    /// If any differs; names file, case, column, and both texts.
    pub fn compare(&self, outcomes: impl IntoIterator<Item = Outcome>) {
        let outcomes: Vec<_> = outcomes.into_iter().collect();
        assert_eq!(
            outcomes.len(),
            self.lines.len(),
            "{}: one outcome a line",
            self.file
        );
        let (mut differences, mut compared) = (String::new(), 0);
        for (line, outcome) in self.lines().zip(&outcomes) {
            for name in self.results() {
                let (expected, got) = (line.text(name), outcome.text(&name[1..]));
                if got != expected {
                    let id = line.text("id");
                    writeln!(
                        differences,
                        "{id} {name}: expected {expected:?}, got {got:?}"
                    )
                    .expect("a string takes all");
                }
                compared += 1;
            }
        }
        assert!(differences.is_empty(), "{}:\n{differences}", self.file);
        println!(
            "{}: {} cases, {compared} results are equal",
            self.file,
            self.lines.len()
        );
    }
}

impl<'a> Line<'a> {
    /// The text of a column; empty if there is no such column.
    pub fn text(&self, name: &str) -> &'a str {
        self.columns()
            .find(|(column, _)| *column == name)
            .map_or("", |(_, text)| text)
    }

    /// The texts of all columns.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.texts.iter().map(String::as_str)
    }

    /// The input columns, by name and text, in the order of the file, without those that only tell
    /// a reader whose case it is and what it shows.
    pub fn inputs(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let told = ["id", "who", "provision", "source"];
        self.columns()
            .filter(move |(name, _)| !told.contains(name) && !name.starts_with('='))
    }

    /// The expected results: by name, without the `=`, and text.
    pub fn results(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.columns()
            .filter_map(|(name, text)| Some((name.strip_prefix('=')?, text)))
    }

    fn columns(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let texts = self.texts.iter().map(String::as_str);
        self.names.iter().map(String::as_str).zip(texts)
    }
}

/// A CSV text as the names of its columns and its lines. Bytes that are not valid UTF-8 are
/// replaced.
///
/// # Panics
///
/// If it is not CSV, or its lines have different lengths.
pub fn table(text: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().from_reader(text);
    let texts = |record: &csv::ByteRecord| -> Vec<String> {
        record
            .iter()
            .map(|field| String::from_utf8_lossy(field).into_owned())
            .collect()
    };
    let names = texts(reader.byte_headers().expect("a line of names"));
    let lines = reader
        .byte_records()
        .map(|record| texts(&record.expect("a line of CSV")))
        .collect();
    (names, lines)
}

/// A table as CSV.
pub fn csv(names: &[String], lines: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for record in std::iter::once(names).chain(lines.iter().map(Vec::as_slice)) {
        writer.write_record(record).expect("a vector takes all");
    }
    writer.into_inner().expect("a vector takes all")
}
