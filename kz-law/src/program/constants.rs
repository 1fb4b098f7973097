//! `kz-law constants`: the law as Rust, for the library to be built with.

use super::{Failure, File, wrong_call, wrong_law};
use clap::Args;
use kz_law::Law;
use kz_law::constants::constants;
use kz_law::texts::Texts;
use kz_rules_core::Language;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct Arguments {
    /// The law page.
    file: PathBuf,
    /// The Rust file. The texts go to `texts.rs` in the folder with its name.
    #[arg(short)]
    output: PathBuf,
    /// The folder of the texts, with a page for each language; by default `texts` next to the page.
    #[arg(long)]
    texts: Option<PathBuf>,
    /// Writes nothing; the exit status is 1 if a file differs from what the page gives.
    #[arg(long)]
    check: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let file = File::read(&arguments.file)?;
    let (_, law) = file.law()?;
    let beside = arguments.file.with_file_name("texts");
    let texts = texts(arguments.texts.as_deref().unwrap_or(&beside), &law)?;
    let constants = constants(&law, &texts);
    let texts = arguments.output.with_extension("").join("texts.rs");
    for (path, text) in [
        (&arguments.output, constants.law),
        (&texts, constants.texts),
    ] {
        let now = std::fs::read_to_string(path).unwrap_or_default();
        if now == text {
            continue;
        }
        if arguments.check {
            let line = text
                .lines()
                .zip(now.lines())
                .take_while(|(one, other)| one == other)
                .count()
                + 1;
            eprintln!(
                "{}:{line}: not what {} gives: `make law` renews it",
                path.display(),
                file.path
            );
            return Err(wrong_law());
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, text));
        written.map_err(|error| wrong_call(&format!("{}: {error}", path.display())))?;
    }
    Ok(())
}

/// The texts of a law in every language, for everything that it has.
fn texts(folder: &Path, law: &Law) -> Result<Vec<(Language, Texts)>, Failure> {
    let read = |language: &Language| {
        let file = File::read(&folder.join(format!("{language}.md")))?;
        let text = file.text()?;
        match kz_law::texts::read(text, law) {
            (texts, found) if found.is_empty() => Ok((*language, texts)),
            (_, found) => Err(file.refuse(text, &found)),
        }
    };
    Language::ALL.iter().map(read).collect()
}
