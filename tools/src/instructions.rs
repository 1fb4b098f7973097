//! Counts the instructions of `kz_assess` for named cases, by callgrind on this host and by QEMU (`-icount`) on a
//! Cortex-M3; and those of opening a pack, also a slow one, on a Cortex-M0. The counts are repeatable. A case
//! that exceeds its budget is a fault.

use std::collections::BTreeMap;

use crate::budget::limit;
use crate::run::{
    CrossCompiler, Result, archive, command, need, output, pack_header, read, succeed, verdict,
    work, wrong,
};

/// Where to count
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// On a Cortex-M3 instead of this host
    #[arg(long)]
    m3: bool,
    /// Opening packs on a Cortex-M0
    #[arg(long, conflicts_with = "m3")]
    m0: bool,
}

/// Prints the table.
pub(crate) fn count(arguments: &Arguments) -> Result<()> {
    match (arguments.m3, arguments.m0) {
        (true, _) => on_a_board(&CORTEX_M3),
        (_, true) => on_a_board(&CORTEX_M0),
        _ => on_this_host(),
    }
}

/// Groups of cases: what is known, the title, and the budget.
const GROUPS: [(&str, &str, &str); 5] = [
    ("all", "All facts known", "instructions-known"),
    (
        "but-day",
        "All known but the exact birth date",
        "instructions-unknown",
    ),
    (
        "nothing",
        "Nothing known, or only a birth year",
        "instructions-unknown",
    ),
    (
        "pack",
        "All facts known, by an opened pack",
        "instructions-known",
    ),
    (
        "open",
        "Opening a pack without texts, without its signature",
        "instructions-open",
    ),
];

/// A case: what is known, its name, and its counts in the library and in the code by hand.
#[derive(Default)]
struct Case {
    known: String,
    name: String,
    library: u64,
    by_hand: Option<u64>,
}

fn on_this_host() -> Result<()> {
    need("gcc libc6-dev valgrind")?;
    let work = work("instructions")?;
    let archive = succeed(&mut command("scripts/archive"))?;
    let (program, counts) = (work.join("instructions"), work.join("counts"));
    let mut cc = command("cc -std=gnu11 -O2 -Wall -Wextra -Werror -Wno-override-init -Iinclude");
    pack_header(&work, false)?;
    cc.arg("-I").arg(&work).args([
        "bench/c/instructions.c",
        "bench/c/if_chain.c",
        archive.trim_end(),
        "-o",
    ]);
    succeed(cc.arg(&program))?;
    // Only these functions are counted, with everything that they call.
    let mut valgrind =
        command("valgrind --quiet --tool=callgrind --collect-atstart=no --combine-dumps=yes");
    for function in ["kz_assess", "if_chain", "kz_law_open_already_verified"] {
        valgrind.arg(format!("--toggle-collect={function}"));
    }
    valgrind.arg(format!("--callgrind-out-file={}", counts.display()));
    succeed(valgrind.arg(&program))?;
    let cases = cases(&read(&counts)?)?;

    println!(
        "Instructions per call of kz_assess, counted by callgrind. By hand: an if-chain in C, -O2."
    );
    let mut faults = Vec::new();
    let mut worst = BTreeMap::new();
    for (group, title, budget) in GROUPS {
        let limit = limit(budget)?;
        println!(
            "\n{title:<52} {:>12} {:>9} {:>9} {:>7}",
            "instructions", "limit", "if-chain", "ratio"
        );
        for case in cases.iter().filter(|case| case.known == group) {
            let (hand, ratio) = match case.by_hand {
                Some(hand) => (
                    hand.to_string(),
                    format!("{:.1}", case.library as f64 / hand as f64),
                ),
                None => ("-".to_owned(), "-".to_owned()),
            };
            println!(
                "  {:<50} {:>12} {limit:>9} {hand:>9} {ratio:>7}",
                case.name, case.library
            );
            let most = worst.entry(group).or_insert(0);
            *most = case.library.max(*most);
            if case.library > limit {
                faults.push(format!(
                    "\"{}\" takes {} instructions; the limit is {limit} (file budgets)",
                    case.name, case.library
                ));
            }
        }
    }
    match (worst.get("all"), worst.get("nothing")) {
        (Some(all), Some(nothing)) => {
            println!("\nWorst: {all} with all facts known, {nothing} with nothing known.");
        }
        _ => faults.push("callgrind counted nothing".to_owned()),
    }
    verdict(&faults)
}

/// The cases in the output of callgrind.
fn cases(counts: &str) -> Result<Vec<Case>> {
    let mut cases: Vec<Case> = Vec::new();
    let mut at = None;
    for line in counts.lines() {
        if let Some(request) = line.strip_prefix("desc: Trigger: Client Request: ") {
            let parts: Vec<_> = request.splitn(3, ':').collect();
            let [who, known, name] = parts[..] else {
                return Err(wrong(format!("a case without a name: {line}")));
            };
            at = Some((who.to_owned(), known.to_owned(), name.to_owned()));
        } else if let Some(count) = line.strip_prefix("summary: ") {
            let Some((who, known, name)) = at.take() else {
                continue;
            };
            let count = count.split(' ').next().unwrap_or_default();
            let count = count
                .parse()
                .map_err(|_| wrong(format!("no count: {line}")))?;
            match cases.last_mut() {
                Some(last) if who == "hand" => last.by_hand = Some(count),
                _ => cases.push(Case {
                    known,
                    name,
                    library: count,
                    by_hand: None,
                }),
            }
        }
    }
    Ok(cases)
}

/// A processor on which instructions are counted.
struct Board {
    /// Its name, and the prefix of its budgets.
    processor: &'static str,
    budgets: &'static str,
    /// The Rust target, and QEMU's name of a board with it.
    target: &'static str,
    machine: &'static str,
    /// Whether only packs are opened, also a slow one.
    opens_alone: bool,
}

const CORTEX_M3: Board = Board {
    processor: "Cortex-M3",
    budgets: "m3",
    target: "thumbv7m-none-eabi",
    machine: "mps2-an385",
    opens_alone: false,
};

const CORTEX_M0: Board = Board {
    processor: "Cortex-M0",
    budgets: "m0",
    target: "thumbv6m-none-eabi",
    machine: "microbit",
    opens_alone: true,
};

fn on_a_board(board: &Board) -> Result<()> {
    need("gcc-arm-none-eabi")?;
    let Board {
        processor, target, ..
    } = *board;
    let folder = work("instructions")?;
    pack_header(&folder, board.opens_alone)?;
    let elf = folder.join(format!("{}.elf", board.budgets));
    let archive = archive(target)?;
    let mut gcc = CrossCompiler::of(target, false)?.gcc();
    gcc.args([
        "-std=gnu11",
        "-Os",
        "-ffreestanding",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-Wno-override-init",
    ]);
    gcc.args([
        "-Iinclude",
        "-Ibench/c",
        "-nostdlib",
        "-T",
        "bench/size/memory.ld",
        "-Wl,-e,start",
    ]);
    gcc.args([
        "-Wl,--gc-sections",
        "-Wl,--no-warn-execstack",
        "-Wl,--no-warn-rwx-segments",
    ]);
    if board.opens_alone {
        gcc.arg("-DCORTEX_M0");
    }
    gcc.arg("-I")
        .arg(folder)
        .arg("bench/board/instructions.c")
        .arg(archive);
    succeed(gcc.args(["-lgcc", "-o"]).arg(&elf))?;
    let mut qemu = command("timeout 600 scripts/qemu arm -icount shift=6,align=off,sleep=off");
    qemu.args(["-M", board.machine]);
    qemu.args(["-display", "none", "-monitor", "none", "-serial", "none"]);
    qemu.args(["-semihosting-config", "enable=on,target=native", "-kernel"]);
    let ran = output(qemu.arg(&elf))?;
    // Semihosting prints to standard error.
    let printed = [ran.stdout, ran.stderr].concat();
    let printed = String::from_utf8_lossy(&printed);
    if !ran.status.success() {
        return Err(wrong(format!(
            "the {processor} did not run to its end: {printed}"
        )));
    }

    println!(
        "Instructions on a {processor}, counted by QEMU (-icount): one call of kz_assess, or opening a pack."
    );
    let mut faults = Vec::new();
    let mut counted = 0;
    for line in printed.lines() {
        let parts: Vec<_> = line.splitn(3, ' ').collect();
        let [kind, count, name] = parts[..] else {
            return Err(wrong(format!("no count: {line}")));
        };
        let count: u64 = count
            .parse()
            .map_err(|_| wrong(format!("no count: {line}")))?;
        let budget = match kind {
            "all" => "known",
            "pack" | "open" | "slow" => kind,
            _ => "unknown",
        };
        let limit = limit(&format!("{}-{budget}", board.budgets))?;
        println!("{name:<44} {kind:<8} {count:>10} {limit:>10}");
        counted += 1;
        if count > limit {
            faults.push(format!(
                "\"{name}\" takes {count} instructions on a {processor}; the limit is {limit} (file budgets)"
            ));
        }
    }
    if counted == 0 {
        faults.push(format!("nothing was counted on a {processor}"));
    }
    verdict(&faults)
}
