//! Runs comparisons on all cores.

use std::iter;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Runs `compare`, which returns how many cases it compared, on each of `all`, and returns the sum.
/// When one fails, no other begins.
///
/// # Panics
///
/// If `compare` panics.
pub fn compared<T: Sync>(all: &[T], compare: impl Fn(&T) -> usize + Sync) -> usize {
    let next = AtomicUsize::new(0);
    let work = || {
        let _stop = StopIfFailed(&next);
        let mine = iter::from_fn(|| all.get(next.fetch_add(1, Ordering::Relaxed)));
        mine.map(&compare).sum::<usize>()
    };
    thread::scope(|scope| {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().expect("all are equal"))
            .sum()
    })
}

/// Leaves nothing to do for the other threads once one has found a difference.
struct StopIfFailed<'a>(&'a AtomicUsize);

impl Drop for StopIfFailed<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.store(usize::MAX / 2, Ordering::Relaxed);
        }
    }
}
