//! The tools of the project that run on the host: `tools SUBCOMMAND`, as the scripts call them.

mod header;

use std::process::ExitCode;

use clap::Parser;

/// Generates and checks files of kz-rules.
#[derive(Parser)]
enum Tools {
    /// Write include/kz_rules.h from the Rust sources.
    Header(header::Options),
}

fn main() -> ExitCode {
    match Tools::parse() {
        Tools::Header(options) => header::run(&options),
    }
}
