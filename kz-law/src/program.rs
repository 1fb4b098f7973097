//! The commands of the program: only this module reads files and prints.

mod cases;
mod constants;
mod diff;
mod explore;
mod pack;
mod show;

use clap::{Parser, Subcommand};
use kz_law::{Diagnostic, Law, Page, decode};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads a law page, checks it, and prints what follows from it.
///
/// Exit status: 0 if all is right, 1 if the law is wrong, 2 if the call is wrong. (`diff` has its own.)
#[derive(Parser)]
#[command(version)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reports everything wrong with a law, and what is worth a look.
    Check {
        /// The law page.
        file: PathBuf,
        /// For every condition that matters, shows two persons who differ in it only and get different answers.
        #[arg(long)]
        witness: bool,
    },
    /// Reports what is wrong with the texts of a law, and what has no text.
    Texts {
        /// The law page.
        file: PathBuf,
        /// A page of texts for each language.
        #[arg(required = true)]
        texts: Vec<PathBuf>,
    },
    /// Writes a page in its form: cells trimmed, never padded.
    Fmt {
        /// The law page.
        file: PathBuf,
        /// Writes nothing; the exit status is 1 if the page is not in its form.
        #[arg(long)]
        check: bool,
    },
    /// Prints a list of the contents of a law, as CSV.
    List {
        /// The law page.
        file: PathBuf,
        /// Which list.
        #[arg(value_parser = clap::builder::PossibleValuesParser::new(kz_law::list::names()))]
        what: String,
    },
    /// Writes a law as the Rust that the library is built with.
    Constants(constants::Arguments),
    /// Compares a law with its lawyer's expectations: a table with the columns of `assess.csv`.
    Cases {
        /// The law page.
        file: PathBuf,
        /// The cases, a CSV table.
        cases: PathBuf,
    },
    /// Shows exactly which persons get another answer under another law, and what else differs.
    ///
    /// Exit status: 0 if no answer differs, 1 if one does, 2 if the call is wrong. With `--expect`: 0 if exactly
    /// the stated changes happened.
    Diff(diff::Arguments),
    /// Makes a key pair that signs packs: NAME.key, which only its owner can read, and NAME.pub.
    Key {
        /// The name; `NAME.key` and `NAME.pub` must not exist yet.
        name: PathBuf,
    },
    /// Builds a law into a signed pack for devices.
    Build(pack::Build),
    /// Verifies a pack: its signature, and everything that a device checks.
    Verify(pack::Verify),
    /// Turns a pack back into a law page, with its texts and cases: building these gives the same bytes.
    Show(pack::Show),
    /// Shows whom a row of an edition takes.
    Whom {
        /// The law page.
        file: PathBuf,
        /// The edition.
        edition: u8,
        /// The row, from 1.
        row: usize,
    },
    /// Explains why a row of an edition does not take a person.
    WhyNot {
        /// The law page.
        file: PathBuf,
        /// The edition.
        edition: u8,
        /// The row, from 1.
        row: usize,
        /// The day, `YYYY-MM-DD`.
        on: String,
        /// The person: `standing=foreigner`, `age=20`, `occasion=visa`; facts that are not given are open.
        facts: Vec<String>,
    },
}

/// An exit status other than success.
type Failure = ExitCode;

fn wrong_law() -> Failure {
    ExitCode::from(1)
}

fn wrong_call(message: &str) -> Failure {
    eprintln!("error: {message}");
    ExitCode::from(2)
}

/// Runs a command.
pub(crate) fn run(arguments: Arguments) -> ExitCode {
    let done = match arguments.command {
        Command::Check { file, witness } => check(&file, witness),
        Command::Texts { file, texts } => check_texts(&file, &texts),
        Command::Fmt { file, check } => format(&file, check),
        Command::List { file, what } => list(&file, &what),
        Command::Constants(arguments) => constants::run(&arguments),
        Command::Cases { file, cases } => cases::run(&file, &cases),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Key { name } => pack::key(&name),
        Command::Build(arguments) => pack::build(&arguments),
        Command::Verify(arguments) => pack::verify(&arguments),
        Command::Show(arguments) => pack::show(&arguments),
        Command::Whom { file, edition, row } => explore::whom(&file, edition, row),
        Command::WhyNot {
            file,
            edition,
            row,
            on,
            facts,
        } => explore::why_not(&file, edition, row, &on, &facts),
    };
    done.err().unwrap_or(ExitCode::SUCCESS)
}

/// A page that was read from a file.
struct File {
    path: String,
    bytes: Vec<u8>,
}

impl File {
    fn read(path: &Path) -> Result<Self, Failure> {
        match std::fs::read(path) {
            Ok(bytes) => Ok(Self {
                path: path.display().to_string(),
                bytes,
            }),
            Err(error) => Err(wrong_call(&format!("{}: {error}", path.display()))),
        }
    }

    fn text(&self) -> Result<&str, Failure> {
        decode(&self.bytes).map_err(|error| {
            show::all(&self.path, &String::from_utf8_lossy(&self.bytes), &[error]);
            wrong_law()
        })
    }

    fn refuse(&self, text: &str, errors: &[Diagnostic]) -> Failure {
        show::all(&self.path, text, errors);
        let errors = errors.iter().filter(|error| error.is_error()).count();
        eprintln!(
            "{}: {errors} error{}",
            self.path,
            if errors == 1 { "" } else { "s" }
        );
        wrong_law()
    }

    /// The law of the file; if it has errors, all of them are shown.
    fn law(&self) -> Result<(&str, Law), Failure> {
        let text = self.text()?;
        kz_law::compile(text)
            .map(|law| (text, law))
            .map_err(|errors| self.refuse(text, &errors))
    }
}

/// Prints to standard output; it is not an error if the reader has gone.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn check(path: &Path, witness: bool) -> Result<(), Failure> {
    let file = File::read(path)?;
    let (text, law) = file.law()?;
    let findings = kz_law::finding::findings(&Page::read(text).0, &law);
    show::all(&file.path, text, &findings);
    if witness {
        for found in kz_law::finding::witnesses(&law) {
            print(&format!(
                "{}:{}:{}: {}\n",
                file.path, found.span.line, found.span.column, found.message
            ));
        }
    }
    let count = findings.len();
    print(&format!(
        "{}: a law; {count} finding{}\n",
        file.path,
        if count == 1 { "" } else { "s" }
    ));
    Ok(())
}

fn check_texts(path: &Path, pages: &[PathBuf]) -> Result<(), Failure> {
    let file = File::read(path)?;
    let (_, law) = file.law()?;
    let mut done = Ok(());
    for path in pages {
        let file = File::read(path)?;
        let text = file.text()?;
        let (texts, found) = kz_law::texts::read(text, &law);
        if found.iter().any(Diagnostic::is_error) {
            done = Err(file.refuse(text, &found));
            continue;
        }
        show::all(&file.path, text, &found);
        print(&format!(
            "{}: {}; {} texts\n",
            file.path,
            texts.language,
            texts.texts.len()
        ));
    }
    done
}

fn format(path: &Path, check: bool) -> Result<(), Failure> {
    let file = File::read(path)?;
    let text = file.text()?;
    let formatted = kz_law::format::format(text).map_err(|errors| file.refuse(text, &errors))?;
    if formatted == text {
        return Ok(());
    }
    if check {
        let line = text
            .lines()
            .zip(formatted.lines())
            .position(|(one, other)| one != other)
            .unwrap_or(0)
            + 1;
        eprintln!(
            "{}:{line}: not in the form that `kz-law fmt` writes",
            file.path
        );
        return Err(wrong_law());
    }
    std::fs::write(path, formatted).map_err(|error| wrong_call(&format!("{}: {error}", file.path)))
}

fn list(path: &Path, what: &str) -> Result<(), Failure> {
    let file = File::read(path)?;
    let (text, _) = file.law()?;
    let (page, _) = Page::read(text);
    match kz_law::list::list(&page, what) {
        Some(list) => print(&list),
        None => return Err(wrong_call(&format!("no list `{what}`"))),
    }
    Ok(())
}
