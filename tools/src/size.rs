//! Measures what the library adds to a C program on bare metal. A part that exceeds its budget on Cortex-M0 or M4 is a
//! fault, and so is any data or bss.

use std::path::Path;

use crate::budget::limit;
use crate::run::{
    CrossCompiler, NOT_MEASURED, OF_OTHERS, Result, archive, name, prototypes, succeed, verdict,
    work, wrong,
};

/// The measured processors: name, target, and whether the budgets apply.
const PROCESSORS: [(&str, &str, bool); 6] = [
    ("Cortex-M0", "thumbv6m-none-eabi", true),
    ("Cortex-M3", "thumbv7m-none-eabi", false),
    ("Cortex-M4", "thumbv7em-none-eabi", true),
    ("Cortex-M4F", "thumbv7em-none-eabihf", false),
    ("Cortex-M33", "thumbv8m.main-none-eabi", false),
    ("RV32IMAC", "riscv32imac-unknown-none-elf", false),
];

/// All decisions, without texts, records and the certificate.
const DECISIONS: &str = "assess assess_many plan window_get window_state is_working_day add_working_days case_init \
    case_apply case_get case_day case_window data_missing iin_check iin_papers iin_way_at mission_in_pilot refusal_get \
    stay_count country_get";

/// The sections of a program: text, data and bss.
type Sections = [u64; 3];

/// Prints the table.
pub(crate) fn measure() -> Result<()> {
    let (assess, decisions) = (limit("size-kz_assess")?, limit("size-decisions")?);
    let wanted = |function: &str| format!("-Wl,--require-defined={function}");
    let deciding: Vec<_> = DECISIONS
        .split_whitespace()
        .map(|function| wanted(&format!("kz_{function}")))
        .collect();
    let functions = prototypes()?;
    let all = functions.iter().map(|prototype| name(prototype));
    let all: Vec<_> = all.filter(|function| *function != NOT_MEASURED).collect();
    // These refer to the texts.
    let but: Vec<_> = all
        .iter()
        .filter(|function| !function.starts_with("kz_text_") && !OF_OTHERS.contains(function))
        .map(|function| wanted(function))
        .collect();
    let all: Vec<_> = all.iter().map(|function| wanted(function)).collect();

    println!(
        "Bytes that the archive of profile firmware adds to an empty C program, gcc -Os --gc-sections."
    );
    row(&["processor", "program", "text", "data", "bss", "limit"]);
    let mut faults = Vec::new();
    for (processor, target, budgeted) in PROCESSORS {
        let archive = archive(target)?;
        let link = |file: &str, source: &str, flags: &[String]| {
            link(processor, target, file, source, flags, &archive)
        };
        let empty = link("empty", "empty", &[])?;
        let programs = [
            (
                "kz_assess alone",
                link("assess", "assess", &[])?,
                Some(assess),
            ),
            (
                "all decisions",
                link("decisions", "empty", &deciding)?,
                Some(decisions),
            ),
            (
                "all but texts and QR",
                link("all-but", "empty", &but)?,
                None,
            ),
            ("all, three languages", link("all", "empty", &all)?, None),
        ];
        for (what, sections, limit) in programs {
            let added = [0, 1, 2].map(|at| sections[at].saturating_sub(empty[at]));
            let limit = limit.filter(|_| budgeted);
            let numbers = added.map(|bytes| bytes.to_string());
            let shown = limit.map(|limit| limit.to_string()).unwrap_or_default();
            row(&[
                processor,
                what,
                &numbers[0],
                &numbers[1],
                &numbers[2],
                &shown,
            ]);
            let [text, data, bss] = added;
            if data > 0 || bss > 0 {
                faults.push(format!("{processor}, {what}: data and bss must be zero"));
            }
            if let Some(limit) = limit.filter(|limit| text > *limit) {
                faults.push(format!(
                    "{processor}, {what}: {text} bytes of text; the limit is {limit} (file budgets)"
                ));
            }
        }
    }
    println!("text is code and constants, including those that compilers add.");
    verdict(&faults)
}

fn row(cells: &[&str; 6]) {
    let [processor, program, text, data, bss, limit] = cells;
    println!("{processor:<14} {program:<20} {text:>8} {data:>8} {bss:>8} {limit:>8}");
}

/// Links a program, and returns the sizes of its sections.
fn link(
    processor: &str,
    target: &str,
    file: &str,
    source: &str,
    flags: &[String],
    archive: &Path,
) -> Result<Sections> {
    let compiler = CrossCompiler::of(target, false)?;
    let elf = work("size")?.join(format!("{processor}-{file}.elf"));
    let mut gcc = compiler.gcc();
    gcc.args([
        "-Os",
        "-ffunction-sections",
        "-fdata-sections",
        "-ffreestanding",
    ]);
    gcc.args([
        "-Wall",
        "-Wextra",
        "-Werror",
        "-Iinclude",
        "-nostdlib",
        "-T",
        "bench/size/memory.ld",
    ]);
    gcc.args([
        "-Wl,--gc-sections",
        "-Wl,--no-warn-execstack",
        "-Wl,--no-warn-rwx-segments",
    ]);
    gcc.arg("bench/size/start.c")
        .arg(format!("bench/size/{source}.c"));
    succeed(gcc.args(flags).arg(archive).args(["-lgcc", "-o"]).arg(&elf))?;
    let sizes = succeed(compiler.tool("size").arg(&elf))?;
    let numbers: Vec<u64> = sizes
        .lines()
        .last()
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    numbers
        .first_chunk()
        .copied()
        .ok_or_else(|| wrong(format!("{}: {sizes}", elf.display())))
}
