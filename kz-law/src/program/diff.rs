//! `kz-law diff`: which persons get another answer.

use super::{Failure, File, print, wrong_call, wrong_law};
use clap::Args;
use kz_law::diff::{self, Difference};
use kz_law::{Day, Days, Law};
use kz_rules_core::Language;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Args)]
pub(super) struct Arguments {
    /// The page of the older law.
    old: PathBuf,
    /// The page of the newer law.
    new: PathBuf,
    /// Only on this day, `YYYY-MM-DD`.
    #[arg(long, value_parser = day, conflicts_with_all = ["from", "until"])]
    on: Option<Day>,
    /// From this day on.
    #[arg(long, value_parser = day)]
    from: Option<Day>,
    /// Until this day, which is not included.
    #[arg(long, value_parser = day)]
    until: Option<Day>,
    /// As a table: one line for each group of persons.
    #[arg(long, conflicts_with = "expect")]
    csv: bool,
    /// The intended change: any other change is an error, and so is a stated change that does not happen.
    #[arg(long, value_name = "CHANGE")]
    expect: Option<PathBuf>,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "expected a date, `YYYY-MM-DD`".into())
}

/// A page that is not a law: here that is a wrong call.
fn law(file: &File) -> Result<(&str, Law), Failure> {
    file.law().map_err(|_| ExitCode::from(2))
}

pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let period = match arguments.on {
        Some(day) => Days {
            from: day,
            until: day.next(),
        },
        None => Days {
            from: arguments.from.unwrap_or(Day::FIRST),
            until: arguments.until.unwrap_or(Day::END),
        },
    };
    if period.is_empty() {
        return Err(wrong_call("no day is from `--from` until `--until`"));
    }
    let files = [File::read(&arguments.old)?, File::read(&arguments.new)?];
    let [(_, old), (_, new)] = [law(&files[0])?, law(&files[1])?];
    let difference = diff::diff(&old, &new, period)
        .ok_or_else(|| wrong_call("the laws cut persons into far too many parts"))?;
    if let Some(change) = &arguments.expect {
        return expected(change, &difference);
    }
    if arguments.csv {
        print(&diff::print::csv(&difference).unwrap_or_default());
    } else {
        print(&diff::print::words(&difference));
        texts([&arguments.old, &arguments.new], [&old, &new]);
    }
    if difference.changes_answers() {
        Err(wrong_law())
    } else {
        Ok(())
    }
}

/// The texts next to both pages.
fn texts([old, new]: [&Path; 2], [old_law, new_law]: [&Law; 2]) {
    let read = |page: &Path, law: &Law, language: &Language| {
        let path = page.with_file_name("texts").join(format!("{language}.md"));
        let text = std::fs::read_to_string(path).ok()?;
        Some(kz_law::texts::read(&text, law).0)
    };
    let mut said = String::new();
    for language in Language::ALL {
        if let (Some(old), Some(new)) = (read(old, old_law, language), read(new, new_law, language))
        {
            said += &diff::print::texts(&language.to_string(), &diff::texts(&old, &new));
        }
    }
    if !said.is_empty() {
        print(&format!("\nTexts\n{said}"));
    }
}

/// Reports changes that were not intended, and intended ones that did not happen.
fn expected(path: &Path, difference: &Difference) -> Result<(), Failure> {
    let file = File::read(path)?;
    let text = file.text().map_err(|_| ExitCode::from(2))?;
    let intended = diff::expect::read(text, difference).map_err(|errors| {
        file.refuse(text, &errors);
        ExitCode::from(2)
    })?;
    let found = diff::expect::check(difference, &intended);
    for mismatch in &found {
        let words = diff::expect::words(difference, mismatch);
        print(&format!("{}: {words}\n", file.path));
    }
    if found.is_empty() {
        print(&format!("{}: what changed is what was meant\n", file.path));
        Ok(())
    } else {
        Err(wrong_law())
    }
}
