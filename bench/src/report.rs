//! Times, and tables of them.

use std::hint::black_box;
use std::time::Instant;

/// The number of rounds. The fastest counts, since the others had less of the processor.
pub const ROUNDS: usize = 7;

/// The time in nanoseconds of one of the `count` items that `work` processes.
pub fn nanoseconds_of(count: usize, mut work: impl FnMut()) -> f64 {
    let time = |()| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1e9 / count as f64
    };
    [(); ROUNDS]
        .map(time)
        .into_iter()
        .fold(f64::INFINITY, f64::min)
}

/// Nanoseconds per item.
pub fn nanoseconds<T, R>(items: &[T], mut work: impl FnMut(&T) -> R) -> f64 {
    nanoseconds_of(items.len(), || {
        for item in items {
            black_box(work(black_box(item)));
        }
    })
}

/// A table of times, and of their ratios to that of its first row.
pub struct Table {
    first: Option<f64>,
}

impl Table {
    pub fn new(title: &str) -> Self {
        println!("\n{title}");
        println!("{:<64} {:>12} {:>12}", "", "ns", "ratio");
        Self { first: None }
    }

    pub fn row(&mut self, name: &str, nanoseconds: f64) {
        let first = *self.first.get_or_insert(nanoseconds);
        println!(
            "  {name:<62} {nanoseconds:>12.1} {:>12.2}",
            nanoseconds / first
        );
    }
}
