//! Generators and measurements of the project. `make` calls it; each subcommand is a module.

mod budget;
mod call_graph;
mod docs;
mod header;
mod house;
mod instructions;
mod interface;
mod prove;
mod run;
mod sbom;
mod size;
mod stack;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Generators and measurements of the project
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Renew the pages and tables that are generated from the law and the library
    Docs(docs::Arguments),
    /// Write include/kz_rules.h and include/kz_rules.hpp from the Rust sources
    Header(header::Options),
    /// Check the house rules: lengths, dead files, commands that do not exist
    House,
    /// Count the instructions of kz_assess, on this host or on a Cortex-M3
    Instructions(instructions::Arguments),
    /// Renew the lists of the public interfaces, in C and in Rust
    Interface(interface::Arguments),
    /// Prove that no panic can be reached
    Prove(prove::Arguments),
    /// Write the bill of materials of an archive, and its licences
    Sbom(sbom::Arguments),
    /// Measure what the library adds to a program on bare metal
    Size,
    /// Measure the worst stack of each function
    Stack(stack::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Docs(arguments) => docs::renew(&arguments),
        Command::Header(options) => return header::run(&options),
        Command::House => house::check(),
        Command::Instructions(arguments) => instructions::count(&arguments),
        Command::Interface(arguments) => interface::renew(&arguments),
        Command::Prove(arguments) => prove::prove(&arguments),
        Command::Sbom(arguments) => sbom::write_for(&arguments),
        Command::Size => size::measure(),
        Command::Stack(arguments) => stack::measure(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.text);
            ExitCode::from(failure.status)
        }
    }
}
