//! Measures the stack of each function of the C interface on Cortex-M0, M3, M4F and M33: an upper bound from the call graph,
//! and a measurement on an emulated board. A function that exceeds its budget is a fault. So is an outdated
//! kz-rules-ffi/stack.csv, the source of the header's table. RISC-V is not measured: the call graph is read from Arm code.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::budget::limit;
use crate::call_graph;
use crate::run::{
    CrossCompiler, NOT_MEASURED, Result, archive, command, name, need, output, pack_header,
    prototypes, read, root, succeed, verdict, work, write, wrong,
};

/// What to do with the table
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write kz-rules-ffi/stack.csv, the source of the header's stack table
    #[arg(long)]
    renew: bool,
}

const BOARDS: [&str; 4] = ["microbit", "mps2-an385", "mps2-an386", "mps2-an505"];

const TABLE: &str = "kz-rules-ffi/stack.csv";

/// The stack of a function on a board.
#[derive(Default)]
struct Taken {
    at_most: u64,
    measured: u64,
    /// Whether every call succeeded.
    fine: bool,
}

/// A board: its processor, and the stack of each function.
struct Board {
    processor: String,
    functions: BTreeMap<String, Taken>,
}

/// Prints the table.
pub(crate) fn measure(arguments: &Arguments) -> Result<()> {
    need("gcc-arm-none-eabi libnewlib-arm-none-eabi")?;
    pack_header(&work("stack")?, false)?;
    let boards = BOARDS.map(board).into_iter().collect::<Result<Vec<_>>>()?;

    let mut table = String::new();
    let elf = work("stack")?.join("microbit.elf");
    let compiler = compiler(&elf)?;
    writeln!(
        table,
        "# Bytes of stack on Cortex-M0: `make stack-renew` writes this. By {compiler}."
    )
    .map_err(wrong)?;
    table += "function,at_most,measured\n";
    for (function, taken) in &boards[0].functions {
        writeln!(table, "{function},{},{}", taken.at_most, taken.measured).map_err(wrong)?;
    }
    if arguments.renew {
        write(&root().join(TABLE), &table)?;
        println!("{TABLE}");
    }

    let mut faults = print(&boards)?;
    // Another compiler may use other frames: its figures are not compared.
    let committed = read(&root().join(TABLE))?;
    if committed.lines().next() != table.lines().next() {
        println!("{TABLE} is of another compiler than {compiler}: not compared.");
    } else if let Some((old, new)) = committed
        .lines()
        .zip(table.lines())
        .find(|(old, new)| old != new)
    {
        faults.push(format!(
            "{TABLE} is out of date: {old}, now {new}; `make stack-renew` renews it"
        ));
    } else if committed.lines().count() != table.lines().count() {
        faults.push(format!(
            "{TABLE} has other functions than the header; `make stack-renew` renews it"
        ));
    }
    verdict(&faults)
}

/// Prints the stack of each function, and returns the faults.
fn print(boards: &[Board]) -> Result<Vec<String>> {
    println!(
        "Bytes of stack per call, in the archive of profile firmware: at most, by the compiler's frame sizes along the\n\
         deepest call path; and measured on the emulated board, on a painted stack."
    );
    print!("{:<24}", "");
    for board in boards {
        print!("     {:<12}", board.processor);
    }
    print!("\n{:<24}", "function");
    for _ in boards {
        print!(" {:>7} {:>8}", "at most", "measured");
    }
    println!("  budget");
    let (assess, other) = (limit("stack-kz_assess")?, limit("stack-other")?);
    let mut faults = Vec::new();
    for prototype in prototypes()? {
        let function = name(&prototype);
        if function == NOT_MEASURED {
            continue;
        }
        let exempt = function.starts_with("kz_certificate_") || function.starts_with("kz_qr_");
        let budget = match function {
            "kz_assess" => Some(assess),
            _ => Some(other).filter(|_| !exempt),
        };
        print!("{function:<24}");
        for board in boards {
            let on = format!("{function} on {}", board.processor);
            let Some(taken) = board.functions.get(function) else {
                print!(" {:>7} {:>8}", "", "");
                faults.push(format!(
                    "{on}: not measured: add calls to bench/stack/stack.c"
                ));
                continue;
            };
            print!(" {:>7} {:>8}", taken.at_most, taken.measured);
            if !taken.fine {
                faults.push(format!(
                    "{on}: a call failed, or the stack was full; see bench/stack/stack.c"
                ));
            }
            if taken.measured > taken.at_most {
                faults.push(format!(
                    "{on}: measured more than the upper bound; fix tools/src/call_graph.rs"
                ));
            }
            if let Some(budget) = budget.filter(|budget| taken.at_most > *budget) {
                faults.push(format!(
                    "{on}: {} bytes; the limit is {budget} (file budgets); target/stack/*.ways has the call paths",
                    taken.at_most
                ));
            }
        }
        println!(
            " {:>7}",
            budget.map(|budget| budget.to_string()).unwrap_or_default()
        );
    }
    Ok(faults)
}

/// The compiler of a program's Rust code.
fn compiler(elf: &Path) -> Result<String> {
    let comments = succeed(command("arm-none-eabi-readelf -p .comment").arg(elf))?;
    let versions = comments
        .lines()
        .filter_map(|line| Some(&line[line.find("rustc version")?..]));
    let version = versions.map(str::to_owned).next();
    version.ok_or_else(|| wrong(format!("{}: names no compiler", elf.display())))
}

/// Measures a board.
fn board(name: &str) -> Result<Board> {
    let line = succeed(&mut command(&format!("scripts/boards --table {name}")))?;
    let words: Vec<_> = line.split_whitespace().collect();
    let [_, processor, target, uart, _, memory, _] = words[..] else {
        return Err(wrong(format!("scripts/boards: {line}")));
    };
    let work = work("stack")?;
    let file = |ending: &str| work.join(format!("{name}.{ending}"));
    let elf = file("elf");
    let port = "examples/kiosk/port/bare_metal";
    let archive = archive(target)?;
    let compiler = CrossCompiler::of(target, true)?;
    let mut gcc = compiler.gcc();
    gcc.args([
        "--specs=nano.specs",
        "-nostartfiles",
        "-std=c99",
        "-Os",
        "-ffunction-sections",
        "-fdata-sections",
    ]);
    gcc.args(["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Iinclude"]);
    gcc.arg("-I").arg(&work);
    gcc.arg("-Iexamples/kiosk").arg(format!("-I{port}")).args([
        "-L",
        port,
        "-T",
        &format!("{memory}.ld"),
    ]);
    gcc.args([
        "-Wl,--gc-sections",
        "-Wl,--no-warn-execstack",
        "-Wl,--no-warn-rwx-segments",
    ]);
    gcc.args(["bench/stack/stack.c", "bench/stack/call.S"]);
    for source in ["machine", "cortex_m", uart] {
        gcc.arg(format!("{port}/{source}.c"));
    }
    succeed(gcc.arg(archive).arg("-o").arg(&elf))?;

    let mut qemu = command(&format!(
        "timeout 120 scripts/qemu arm -M {name} -display none -monitor none -serial stdio"
    ));
    qemu.args(["-semihosting-config", "enable=on,target=native", "-kernel"]);
    let ran = output(qemu.arg(&elf).stdin(std::process::Stdio::null()))?;
    if !ran.status.success() {
        return Err(wrong(format!(
            "on {name} the program did not run to its end"
        )));
    }
    let measured = String::from_utf8_lossy(&ran.stdout).into_owned();

    // Sizes and addresses of memory look like addresses of code, but are not.
    let (code, sizes) = (file("code"), file("sizes"));
    let mut strip = compiler.tool("objcopy");
    for symbol in [
        "flash_bytes",
        "ram_bytes",
        "stack_bytes",
        "sector_bytes",
        "slot_bytes",
        "slot_1",
        "slot_2",
        "record_1",
        "record_2",
    ] {
        strip.args(["-N", symbol]);
    }
    succeed(strip.arg(&elf).arg(&code))?;
    let disassembly = succeed(
        compiler
            .tool("objdump")
            .args(["-d", "--no-show-raw-insn"])
            .arg(&code),
    )?;
    let mut extract = compiler.tool("objcopy");
    extract.args([
        "-O",
        "binary",
        "-j",
        ".stack_sizes",
        "--set-section-flags",
        ".stack_sizes=alloc",
    ]);
    succeed(extract.arg(&elf).arg(&sizes))?;
    let sizes = std::fs::read(&sizes).map_err(wrong)?;

    let mut functions: BTreeMap<String, Taken> = BTreeMap::new();
    for line in measured.lines() {
        let words: Vec<_> = line.split_whitespace().collect();
        let [function, bytes, state] = words[..] else {
            return Err(wrong(format!("on {name}: {line}")));
        };
        let measured = bytes
            .parse()
            .map_err(|_| wrong(format!("on {name}: {line}")))?;
        let taken = Taken {
            at_most: 0,
            measured,
            fine: state == "ok",
        };
        functions.insert(function.to_owned(), taken);
    }
    let mut ways = String::new();
    for (function, bytes, way) in call_graph::deepest_ways(&disassembly, &sizes) {
        writeln!(ways, "{function} {bytes} {way}").map_err(wrong)?;
        if let Some(taken) = functions.get_mut(&function) {
            taken.at_most = bytes.into();
        }
    }
    write(&file("ways"), ways)?;
    Ok(Board {
        processor: processor.to_owned(),
        functions,
    })
}
