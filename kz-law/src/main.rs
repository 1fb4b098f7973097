//! `kz-law`: the law compiler.

mod program;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    program::run(program::Arguments::parse())
}
