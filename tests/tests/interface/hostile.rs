//! A brief run of everything that `make fuzz` tests: the inputs of its corpora, and some thousands of changes of them.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use kz_rules_tests::hostile::TARGETS;
use kz_rules_tests::random::Numbers;
use kz_rules_tests::tools::{read, root};

/// The inputs of a corpus, in order.
pub(crate) fn corpus(target: &str) -> Vec<PathBuf> {
    let folder = root().join("fuzz/corpus").join(target);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    assert!(!files.is_empty(), "{target} has no corpus");
    files
}

/// Changes some bytes, or takes a piece of another input.
fn change(input: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) {
    for _ in 0..=numbers.below(8) {
        let at = numbers.below(input.len() + 1);
        match numbers.below(4) {
            0 => input.insert(at, u8::try_from(numbers.below(256)).expect("a byte")),
            1 if at < input.len() => drop(input.remove(at)),
            2 if at < input.len() => input[at] ^= 1 << numbers.below(8),
            _ => {
                let from = numbers.below(other.len() + 1);
                let until = other.len().min(from + numbers.below(32));
                let end = input.len().min(at + numbers.below(32));
                input.splice(at..end, other[from..until].iter().copied());
            }
        }
    }
}

#[test]
fn every_target_survives_its_corpus_and_changes_of_it() {
    for (target, holds) in TARGETS {
        let start = Instant::now();
        let inputs: Vec<_> = corpus(target)
            .iter()
            .map(|file| fs::read(file).expect("a corpus"))
            .collect();
        for input in &inputs {
            holds(input);
        }
        // A page is compiled, and every question is asked of a pack.
        let times = match target {
            "page" => 50,
            "pack_fields" => 200,
            _ => 2_000,
        };
        let numbers = &mut Numbers::from(1);
        for _ in 0..times {
            let mut input = numbers.pick(&inputs);
            change(&mut input, &numbers.pick(&inputs), numbers);
            holds(&input);
        }
        println!(
            "{target}: {} and {times}, {:?}",
            inputs.len(),
            start.elapsed()
        );
    }
}

/// Every method of a law is among the questions to a pack that opens. (`text` calls those of the languages.)
#[test]
fn every_question_is_asked() {
    let asked = read("tests/src/packs.rs");
    let items = read("tests/api/kz-rules-core.txt");
    let methods = items.lines().filter_map(|item| {
        let (_, method) = item
            .split_once("fn kz_rules_core::Law<'")?
            .1
            .split_once(">::")?;
        let (name, arguments) = method.split_once(['(', '<'])?;
        let of_a_law = arguments.starts_with("self") || arguments.contains(">(self");
        (of_a_law && !name.starts_with("text_")).then_some(name)
    });
    let mut count = 0;
    for name in methods {
        assert!(
            asked.contains(&format!("law.{name}(")),
            "{name} is not asked"
        );
        count += 1;
    }
    assert!(count > 35, "the methods are found: {count}");
}

#[test]
fn make_fuzz_runs_every_target() {
    let script = read("scripts/fuzz");
    let (_, list) = script.split_once("set -- ").expect("the list");
    let listed: Vec<_> = list.lines().next().expect("a line").split(' ').collect();
    let targets: Vec<_> = TARGETS.iter().map(|(name, _)| *name).collect();
    assert_eq!(listed, [&targets[..], &["calls", "kiosk"]].concat());
    for target in targets {
        let source = read(&format!("fuzz/fuzz_targets/{target}.rs"));
        assert!(source.contains(&format!("hostile::{target}(")), "{target}");
        assert!(read("fuzz/Cargo.toml").contains(&format!("name = \"{target}\"")));
    }
}
