//! kz-rules in a firmware in Rust, which writes its log with defmt.
//!
//! The board is an Arm MPS2 with a Cortex-M3 (`mps2-an385`), which QEMU emulates; the log leaves it over
//! semihosting. Strings of the log stay in the ELF file, and what travels is numbers: `decoder/` puts
//! them together again. `scripts/firmware-rust` builds both, boots the board and prints the log.

#![no_std]
#![no_main]

mod interview;
mod values;

use cortex_m as _; // lets no interrupt come between the pieces of a message
use defmt_semihosting as _; // carries the log
use kz_rules_core::Error;
use semihosting::process;

/// Where the values go, that [`values`] makes: into the log.
pub(crate) struct Log;

impl Log {
    pub(crate) fn value<T: defmt::Format>(&mut self, value: T) {
        defmt::println!("{}", value);
    }
}

#[cortex_m_rt::entry]
fn main() -> ! {
    process::exit(match run() {
        Ok(()) => 0,
        Err(error) => {
            defmt::error!("{}", error);
            1
        }
    })
}

fn run() -> Result<(), Error> {
    interview::hold()?;
    // scripts/firmware-rust shows what is before this line.
    defmt::info!("for the test: a value of every public type");
    values::every_type(&mut Log)
}

/// Nothing of kz-rules panics; the start-up code or the log might.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    process::exit(101)
}
