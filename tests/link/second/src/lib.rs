//! A Rust library for C that has nothing to do with kz-rules. It formats and can panic: that is the part of
//! `core` that another Rust archive brings too.

#![no_std]

use core::fmt::{self, Write};

#[cfg(feature = "panic-handler")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

/// The sum of a number's decimal digits.
#[unsafe(no_mangle)]
pub extern "C" fn second_digit_sum(number: u32) -> u32 {
    let mut digits = Digits {
        of: [0; 10],
        count: 0,
    };
    write!(digits, "{number}").unwrap();
    let digits = &digits.of[..digits.count];
    digits.iter().map(|digit| u32::from(digit - b'0')).sum()
}

struct Digits {
    of: [u8; 10],
    count: usize,
}

impl Write for Digits {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        let end = self.count + part.len();
        self.of[self.count..end].copy_from_slice(part.as_bytes());
        self.count = end;
        Ok(())
    }
}
