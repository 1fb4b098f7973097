//! A firmware in Rust that uses kz-rules and logs with defmt.
//!
//! The board is an Arm MPS2 with a Cortex-M3 (`mps2-an385`), emulated by QEMU; the log leaves it over
//! semihosting. The strings of the log stay in the ELF file, and only numbers are sent: `decoder/`
//! restores the text. `scripts/firmware-rust` builds both, boots the board and prints the log.

#![no_std]
#![no_main]

mod interview;
mod values;

use cortex_m as _; // keeps interrupts from splitting a message
use defmt_semihosting as _; // carries the log
use kz_rules_core::Error;
use semihosting::process;

/// Writes the values of [`values`] to the log.
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
    // scripts/firmware-rust shows only the log before this line.
    defmt::info!("for the test: a value of every public type");
    values::every_type(&mut Log)
}

/// kz-rules never panics; the start-up code or the log might.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    process::exit(101)
}
