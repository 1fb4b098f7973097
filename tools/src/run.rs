//! Calls of other programs, and the errors of the tool.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kz_rules_tests::{interface, packs, slow_pack};

/// An error: its message, and the exit status; 3 if something is not installed.
pub(crate) struct Failure {
    pub(crate) text: String,
    pub(crate) status: u8,
}

pub(crate) type Result<T> = std::result::Result<T, Failure>;

/// Any other error.
pub(crate) fn wrong(text: impl Display) -> Failure {
    Failure {
        text: text.to_string(),
        status: 1,
    }
}

/// Functions that call another project's code, which may panic: docs/abi.md.
pub(crate) const OF_OTHERS: [&str; 2] = ["kz_qr_encode", "kz_ed25519"];
/// The function whose size and stack are not measured.
pub(crate) const NOT_MEASURED: &str = "kz_ed25519";

/// All faults as one error, or no error.
pub(crate) fn verdict(faults: &[String]) -> Result<()> {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(wrong(faults.join("\n")))
    }
}

/// The root of the repository.
pub(crate) fn root() -> &'static Path {
    kz_rules_tests::tools::root()
}

/// A folder below target/, created if it is missing.
pub(crate) fn work(name: &str) -> Result<PathBuf> {
    let folder = root().join("target").join(name);
    fs::create_dir_all(&folder).map_err(|error| wrong(format!("{}: {error}", folder.display())))?;
    Ok(folder)
}

/// A text file.
pub(crate) fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| wrong(format!("{}: {error}", file.display())))
}

/// Writes a file.
pub(crate) fn write(file: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    fs::write(file, text).map_err(|error| wrong(format!("{}: {error}", file.display())))
}

/// Writes pack.h into a folder: the built-in law as a pack without texts, and with `with_slow` a pack that is slow to open, as
/// C arrays.
pub(crate) fn pack_header(folder: &Path, with_slow: bool) -> Result<()> {
    let page = read(&root().join("law/kazakhstan.md"))?;
    let pack = packs::unsigned(&packs::owned(&page, &[]).sections());
    let mut packs = vec![("pack", pack)];
    if with_slow {
        packs.push(("slow", slow_pack::slow()));
    }
    let mut text = "#include <stdint.h>\n".to_owned();
    for (name, pack) in packs {
        let bytes: Vec<_> = pack.iter().map(u8::to_string).collect();
        text += &format!("static const uint8_t {name}[] = {{{}}};\n", bytes.join(","));
    }
    write(&folder.join("pack.h"), text)
}

/// A command in the root of the repository, from words separated by spaces.
pub(crate) fn command(words: &str) -> Command {
    let mut words = words.split(' ');
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).current_dir(root());
    command
}

/// Runs a command, whatever its exit status.
pub(crate) fn output(command: &mut Command) -> Result<Output> {
    let output = command.output();
    output.map_err(|error| wrong(format!("{command:?}: {error}")))
}

/// The output of a command that must succeed. Exit status 3 is passed on: something is not installed.
pub(crate) fn succeed(command: &mut Command) -> Result<String> {
    let output = output(command)?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(text);
    }
    Err(Failure {
        text: format!(
            "{command:?}: {}\n{text}{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ),
        status: if output.status.code() == Some(3) {
            3
        } else {
            1
        },
    })
}

/// Installs Debian packages, if they are missing.
pub(crate) fn need(packages: &str) -> Result<()> {
    succeed(&mut command(&format!("scripts/install {packages}"))).map(drop)
}

/// The C compiler for a bare-metal target.
pub(crate) struct CrossCompiler {
    gcc: String,
    /// The prefix of the other tools' names.
    pub(crate) tools: String,
}

impl CrossCompiler {
    /// The compiler for a target. Installs it, and with `library` the C library too.
    pub(crate) fn of(target: &str, library: bool) -> Result<Self> {
        let gcc = succeed(&mut command(&format!("scripts/cross-gcc {target}")))?;
        let gcc = gcc.trim_end().to_owned();
        let (tools, _) = gcc
            .split_once("gcc")
            .ok_or_else(|| wrong(format!("scripts/cross-gcc {target}: {gcc}")))?;
        let tools = tools.to_owned();
        let name = tools.trim_end_matches('-');
        let newlib = if library {
            format!(" libnewlib-{name}")
        } else {
            String::new()
        };
        need(&format!("gcc-{name}{newlib}"))?;
        Ok(Self { gcc, tools })
    }

    /// The compiler with the flags that name the processor.
    pub(crate) fn gcc(&self) -> Command {
        command(&self.gcc)
    }

    /// Another tool, such as `nm`.
    pub(crate) fn tool(&self, name: &str) -> Command {
        command(&format!("{}{name}", self.tools))
    }
}

/// The archive for a target with profile firmware, shared by size, stack, instructions, proof and firmware. Cargo builds it
/// once.
pub(crate) fn archive(target: &str) -> Result<PathBuf> {
    let archive = work("measured")?.join(format!("{target}.a"));
    let mut build = command("scripts/archive");
    build.arg(target);
    succeed(
        build
            .env("OUTPUT", &archive)
            .env("KZ_RULES_STACK_SIZES", "yes"),
    )?;
    Ok(archive)
}

/// The prototypes of the header's functions, sorted.
pub(crate) fn prototypes() -> Result<Vec<String>> {
    let description = interface::describe(&read(&root().join("include/kz_rules.h"))?);
    let prototypes = interface::prototypes(&description);
    Ok(prototypes.into_iter().map(str::to_owned).collect())
}

/// The name of a prototype's function.
pub(crate) fn name(prototype: &str) -> &str {
    prototype.split('(').next().unwrap_or_default()
}
