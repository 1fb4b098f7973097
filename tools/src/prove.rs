//! The proof that no panic can be reached. A C program calls every function of the header with values that the compiler cannot
//! know, and is linked with the archive. The linker leaves the panic handler out, since nothing calls it. The archives are the
//! usual ones: that of this host, and that of profile firmware for each target. With `--levels` the library, except `core`, is
//! also built at opt-level s and 3. As a counter-check an index that may be out of bounds is added to the library, and the
//! handler must be found.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{
    CrossCompiler, OF_OTHERS, Result, archive, command, name, need, output, prototypes, succeed,
    verdict, work, write,
};

/// What to prove
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Also at the optimisation levels s and 3, for all targets
    #[arg(long)]
    levels: bool,
    /// `host`, or Rust targets; default: all
    targets: Vec<String>,
}

const TARGETS: [&str; 7] = [
    "host",
    "thumbv6m-none-eabi",
    "thumbv7m-none-eabi",
    "thumbv7em-none-eabi",
    "thumbv7em-none-eabihf",
    "thumbv8m.main-none-eabi",
    "riscv32imac-unknown-none-elf",
];

/// The targets for the counter-check: one for each way to build.
const WITH_AN_INDEX: [&str; 2] = ["host", "thumbv6m-none-eabi"];

/// The function that the panic handler calls.
const HANDLER: &str = "kz_a_panic_is_reachable";

/// Prints a line for each proof.
pub(crate) fn prove(arguments: &Arguments) -> Result<()> {
    need("gcc libc6-dev binutils")?;
    let prototypes = prototypes()?;
    let work = work("prove")?;
    let program = work.join("every.c");
    let calls = prototypes
        .iter()
        .filter(|prototype| !OF_OTHERS.contains(&name(prototype)));
    let calls: String = calls
        .map(|prototype| format!("    (void){};\n", call(prototype)))
        .collect();
    write(
        &program,
        format!(
            "#define KZ_NODISCARD\n#include \"kz_rules.h\"\n\
             void *volatile unknown; /* the program is never run */\n\
             #define UNKNOWN(type) (*(type *)unknown)\n\
             int main(void)\n{{\n{calls}    return 0;\n}}\n"
        ),
    )?;
    println!(
        "A program that calls all {} functions except {}, linked with the archive, by opt-level:",
        prototypes.len().saturating_sub(OF_OTHERS.len()),
        OF_OTHERS.join(" and ")
    );
    let mut faults = Vec::new();
    let targets: Vec<_> = match &arguments.targets[..] {
        [] => TARGETS.map(str::to_owned).to_vec(),
        some => some.to_vec(),
    };
    for target in targets {
        let proof = Proof::of(&target, &prototypes, &program)?;
        proof.holds("as built", &proof.built()?, &mut faults)?;
        let levels: &[&str] = if arguments.levels { &["s", "3"] } else { &[] };
        for level in levels {
            proof.holds(level, &proof.changed(Some(level), "")?, &mut faults)?;
        }
        if WITH_AN_INDEX.contains(&&*target) {
            proof.finds_an_index(&mut faults)?;
        }
    }
    verdict(&faults)
}

/// The call of a function: from each parameter it takes the type, which stands before the name.
fn call(prototype: &str) -> String {
    let (function, parameters) = prototype.split_once('(').unwrap_or((prototype, ")"));
    let parameters = parameters.trim_end_matches(')');
    let values = parameters
        .split(',')
        .filter(|parameter| *parameter != "void");
    let values = values.map(|parameter| {
        let end = parameter.rfind([' ', '*']).map_or(0, |place| place + 1);
        format!("UNKNOWN({})", parameter[..end].trim())
    });
    format!("{function}({})", values.collect::<Vec<_>>().join(", "))
}

/// A target, and what is needed to link for it.
struct Proof<'a> {
    target: &'a str,
    compiler: Option<CrossCompiler>,
    functions: Vec<&'a str>,
    program: &'a Path,
    work: PathBuf,
}

impl<'a> Proof<'a> {
    fn of(target: &'a str, prototypes: &'a [String], program: &'a Path) -> Result<Self> {
        let compiler = if target == "host" {
            None
        } else {
            Some(CrossCompiler::of(target, false)?)
        };
        let functions = prototypes.iter().map(|prototype| name(prototype)).collect();
        Ok(Self {
            target,
            compiler,
            functions,
            program,
            work: work("prove")?,
        })
    }

    fn tool(&self, tool: &str) -> Command {
        match &self.compiler {
            Some(compiler) => compiler.tool(tool),
            None => command(tool),
        }
    }

    /// The usual archive.
    fn built(&self) -> Result<PathBuf> {
        if self.compiler.is_some() {
            return archive(self.target);
        }
        let path = succeed(&mut command("scripts/archive"))?;
        Ok(crate::run::root().join(path.trim_end()))
    }

    /// The archive with everything except `core` at another level, or with another compiler flag.
    fn changed(&self, level: Option<&str>, flag: &str) -> Result<PathBuf> {
        let path = self.work.join("archive.a");
        let mut build = command("scripts/archive");
        // On the host the level is that of the whole profile.
        let mut profiles = vec!["release"];
        if self.compiler.is_some() {
            build.arg(self.target);
            profiles = vec!["firmware", "firmware.package.kz-rules-core"];
        }
        let mut flags = Vec::new();
        if let Some(level) = level {
            let value = if level == "s" { "'s'" } else { level };
            for profile in profiles {
                flags.push(format!("--config profile.{profile}.opt-level={value}"));
            }
            if self.compiler.is_some() {
                // `core` stays the same and is not rebuilt.
                for core in ["core", "compiler_builtins"] {
                    flags.push(format!(
                        "--config profile.firmware.package.{core}.opt-level='z'"
                    ));
                }
            }
        }
        build
            .env("KZ_RULES_CARGO_FLAGS", flags.join(" "))
            .env("RUSTC_FLAGS", flag);
        succeed(build.env("OUTPUT", &path))?;
        Ok(path)
    }

    /// Links a program, and returns whether it contains the panic handler.
    fn panics(&self, archive: &Path, source: &Path, flags: &[&str]) -> Result<bool> {
        let elf = self.work.join("program");
        let mut gcc = match &self.compiler {
            Some(compiler) => {
                let mut gcc = compiler.gcc();
                gcc.args(["-ffreestanding", "-nostdlib", "-Wl,-e,main"]);
                gcc.args(["-Wl,--no-warn-execstack", "-Wl,--no-warn-rwx-segments"]);
                gcc
            }
            None => command("cc"),
        };
        gcc.args([
            "-Os",
            "-ffunction-sections",
            "-fdata-sections",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-Iinclude",
        ]);
        gcc.arg(source)
            .args(flags)
            .arg(archive)
            .arg("-Wl,--gc-sections");
        if self.compiler.is_some() {
            gcc.arg("-lgcc");
        }
        succeed(gcc.arg("-o").arg(&elf))?;
        let symbols = succeed(self.tool("nm").arg(&elf))?;
        // The program must not be empty by mistake.
        if flags.is_empty() && !symbols.contains(" kz_assess\n") {
            return Err(crate::run::wrong("the program does not call the library"));
        }
        Ok(symbols.lines().any(|line| line.ends_with(HANDLER)))
    }

    /// The functions of the interface that are in the archive.
    fn inside(&self, archive: &Path) -> Result<BTreeSet<String>> {
        // nm warns about objects of Rust itself that it cannot read, and continues.
        let symbols = output(
            self.tool("nm")
                .args(["--defined-only", "--extern-only"])
                .arg(archive),
        )?;
        let symbols = String::from_utf8_lossy(&symbols.stdout).into_owned();
        // Lines with one word name the members of the archive.
        let names = symbols
            .lines()
            .filter_map(|line| line.split_whitespace().nth(2));
        Ok(names
            .filter(|name| name.starts_with("kz_"))
            .map(str::to_owned)
            .collect())
    }

    fn holds(&self, how: &str, archive: &Path, faults: &mut Vec<String>) -> Result<()> {
        let mut inside = self.inside(archive)?;
        if !inside.remove(HANDLER) {
            faults.push(format!(
                "{}, {how}: the archive has no {HANDLER}: nothing can be proven",
                self.target
            ));
        }
        if !inside.iter().eq(&self.functions) {
            faults.push(format!(
                "{}, {how}: the functions of the header and of the archive differ; `make header` renews the header",
                self.target
            ));
        }
        if self.panics(archive, self.program, &[])? {
            self.row(how, "FAILED: a panic can be reached");
            for way in self.ways(archive)? {
                println!("{way}");
            }
            faults.push(format!(
                "{}, {how}: a panic can be reached; the call path is above",
                self.target
            ));
        } else {
            self.row(how, "no panic can be reached");
        }
        Ok(())
    }

    fn finds_an_index(&self, faults: &mut Vec<String>) -> Result<()> {
        let archive = self.changed(None, "--cfg=deliberate_index")?;
        let panics = self.panics(&archive, self.program, &[])?;
        let ways = if panics {
            self.ways(&archive)?
        } else {
            Vec::new()
        };
        if ways
            .iter()
            .any(|way| way.starts_with("    kz_provision_at can panic"))
        {
            self.row("as built", "and a deliberate one is found");
        } else {
            self.row("as built", "FAILED: a deliberate index is not found");
            faults.push(format!(
                "{}: a deliberate index is not found: {}",
                self.target,
                ways.join("\n")
            ));
        }
        Ok(())
    }

    fn row(&self, how: &str, what: &str) {
        println!("{:<30} {how:<10} {what}", self.target);
    }

    /// The call path from each function that can panic, from the calls in the archive.
    fn ways(&self, archive: &Path) -> Result<Vec<String>> {
        let empty = Path::new("bench/size/empty.c");
        let mut panicking = Vec::new();
        for function in self
            .functions
            .iter()
            .filter(|function| !OF_OTHERS.contains(function))
        {
            if self.panics(archive, empty, &[&format!("-Wl,-u,{function}")])? {
                panicking.push(*function);
            }
        }
        let code = output(
            self.tool("objdump")
                .args(["-dr", "--no-show-raw-insn", "-C"])
                .arg(archive),
        )?;
        let code = String::from_utf8_lossy(&code.stdout).into_owned();
        let next = towards_the_handler(&callers(&code));
        let mut ways = Vec::new();
        for function in panicking {
            ways.push(format!("    {function} can panic:"));
            let mut at = function;
            while let Some(called) = next.get(at) {
                ways.push(format!("        calls {called}"));
                at = called;
            }
        }
        Ok(ways)
    }
}

/// The callers of each function, from the relocations in a disassembly.
fn callers(code: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut callers: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let mut caller = "";
    for line in code.lines() {
        if let Some((_, name)) = line
            .strip_suffix(">:")
            .and_then(|line| line.split_once(" <"))
        {
            caller = name;
            continue;
        }
        let Some((_, called)) = line
            .split_once("R_")
            .and_then(|(_, rest)| rest.split_once('\t'))
        else {
            continue;
        };
        let offset = called
            .rfind(['+', '-'])
            .filter(|place| called[place + 1..].starts_with("0x"));
        let called = offset.map_or(called, |place| &called[..place]);
        let called = called.strip_prefix(".text.").unwrap_or(called);
        let called = called.strip_prefix("unlikely.").unwrap_or(called);
        callers.entry(called).or_default().insert(caller);
    }
    callers
}

/// For each function that reaches the handler, the next function on the shortest path to it.
fn towards_the_handler<'a>(
    callers: &BTreeMap<&'a str, BTreeSet<&'a str>>,
) -> BTreeMap<&'a str, &'a str> {
    let mut next = BTreeMap::new();
    let mut queue = VecDeque::from([HANDLER]);
    while let Some(called) = queue.pop_front() {
        for caller in callers.get(called).into_iter().flatten() {
            if *caller != HANDLER && !next.contains_key(caller) {
                next.insert(*caller, called);
                queue.push_back(caller);
            }
        }
    }
    next
}
