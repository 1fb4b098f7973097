//! Reads an unframed defmt log from standard input, and prints one message per line.
//!
//! Usage: `decode-log FIRMWARE.elf <LOG`

use std::io::{Read as _, Write as _};
use std::{env, fs, io};

use anyhow::{Context as _, anyhow, ensure};
use defmt_decoder::{Encoding, Table};

fn main() -> anyhow::Result<()> {
    let path = env::args_os()
        .nth(1)
        .context("usage: decode-log FIRMWARE.elf <LOG")?;
    let elf = fs::read(&path).with_context(|| path.display().to_string())?;
    let table = Table::parse(&elf)?.context("the firmware writes no log of defmt")?;
    ensure!(
        table.encoding() == Encoding::Raw,
        "the log is framed: switch on defmt's feature encoding-raw"
    );
    let mut log = Vec::new();
    io::stdin().read_to_end(&mut log)?;

    let mut out = io::stdout().lock();
    let mut rest = &*log;
    while !rest.is_empty() {
        let at = log.len() - rest.len();
        let (message, length) = table
            .decode(rest)
            .map_err(|error| anyhow!("the log, from byte {at}: {error}"))?;
        if let Some(level) = message.level() {
            write!(out, "{}: ", level.as_str())?;
        }
        writeln!(out, "{}", message.display_message())?;
        rest = &rest[length..];
    }
    Ok(())
}
