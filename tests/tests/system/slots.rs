//! The two slots of the kiosk: in flash whose power fails at every byte of every write, and in a file.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kz_rules_core::{
    CaseRow, Day, Edition, Facts, Obligation, PackSection, Sections, Standing, built_in,
};
use kz_rules_tests::ministry::Ministry;
use kz_rules_tests::packs::{owned, sections, unsigned};
use kz_rules_tests::tools::{archive, feed, folder, has, kiosk, read, root, shown, succeed};

#[test]
fn the_old_or_the_new_law_decides_at_whatever_byte_a_write_is_cut() {
    if !has("gcc") {
        return;
    }
    let folder = folder("slots");
    let pack = |law: &Sections<'_>| -> PathBuf {
        let file = folder.join(format!("{}.kzl", law.sequence));
        fs::write(&file, unsigned(law)).expect("the folder is ours");
        file
    };
    let of = |sequence: u32| {
        let (first, this) = ("| kazakhstan | 1 |", format!("| kazakhstan | {sequence} |"));
        owned(&read("law/kazakhstan.md").replacen(first, &this, 1), &[])
    };
    let sound = [2, 3, 4].map(|sequence| pack(&of(sequence).sections()));
    let citizen = Facts::default()
        .standing(Standing::Citizen)
        .fingerprinted(false);
    let wrong = CaseRow::new(
        Day::new(2026, 1, 1).expect("a day"),
        Edition::FIRST,
        &citizen,
        Obligation::Mandatory.into(),
        &[built_in::L50_CITIZEN_VOLUNTARY],
    );
    let failing = pack(&of(5).with_cases(vec![wrong]).sections());
    let program = folder.join("slots");
    let mut gcc = Command::new("gcc");
    gcc.args([
        "-std=c99",
        "-O2",
        "-Wall",
        "-Wextra",
        "-Wpedantic",
        "-Wconversion",
        "-Werror",
    ]);
    for include in ["include", "examples/kiosk"] {
        gcc.arg("-I").arg(root().join(include));
    }
    for source in ["tests/c/slots.c", "examples/kiosk/law/slots.c"] {
        gcc.arg(root().join(source));
    }
    succeed(gcc.arg(archive()).arg("-o").arg(&program));
    let cuts = succeed(Command::new(&program).args(&sound).arg(failing));
    let bytes = fs::read(&sound[1]).expect("it was built").len();
    let cuts: usize = cuts.trim().parse().expect("how many cuts");
    assert!(cuts > 2 * bytes, "only {cuts} cuts");
    println!("{cuts} cuts");
}

/// A kiosk with its slots in a file.
struct Kept<'a> {
    slots: PathBuf,
    ministry: &'a Ministry,
}

impl<'a> Kept<'a> {
    /// There is no such file yet.
    fn missing(ministry: &'a Ministry) -> Self {
        let slots = ministry.file("slots", b"");
        fs::remove_file(&slots).expect("it was written");
        Self { slots, ministry }
    }

    fn run(&self, arguments: &[&str], input: &[u8]) -> Output {
        self.run_by(Command::new(kiosk()), arguments, input)
    }

    fn run_by(&self, mut kiosk: Command, arguments: &[&str], input: &[u8]) -> Output {
        kiosk.arg("--slots").arg(&self.slots);
        kiosk.arg("--law-key").arg(self.ministry.key());
        feed(kiosk.args(arguments), input)
    }

    /// Runs it until it writes a byte at this place of a file, or past it: then the system kills it, like a power failure; or if
    /// it is told to go on, the write fails.
    fn run_to(&self, end: usize, goes_on: bool, arguments: &[&str]) -> Output {
        let mut sh = Command::new("sh");
        let trap = if goes_on { "trap '' XFSZ; " } else { "" };
        sh.arg("-c")
            .arg(format!("{trap}exec prlimit --core=0 --fsize={end} \"$@\""));
        sh.arg("sh").arg(kiosk());
        self.run_by(sh, arguments, b"")
    }

    /// The output of `kiosk law`: the sequence, the deciding slot, and both slots.
    fn law(&self) -> [String; 4] {
        let output = self.run(&["law"], b"");
        told(&output)
    }

    fn install(&self, pack: &Path) -> Output {
        self.run(&["install", pack.to_str().expect("UTF-8")], b"")
    }
}

fn told(output: &Output) -> [String; 4] {
    assert!(output.status.success(), "{}", shown(output));
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    ["sequence", "from", "slot_1", "slot_2"].map(|name| {
        let value = text
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        value.unwrap_or_else(|| panic!("{name}: {text}")).to_owned()
    })
}

#[test]
fn a_pack_is_installed_and_its_sequence_stored_once_it_passed() {
    if !has("openssl") {
        return;
    }
    let ministry = &Ministry::new("kiosk-slots");
    let ([second, third], visitor) = second_and_third(ministry);
    let kept = Kept::missing(ministry);

    assert_eq!(kept.law(), ["1", "built_in", "not_a_pack", "not_a_pack"]);
    let before = kept.run(&["cards"], visitor.as_bytes()).stdout;
    assert_eq!(
        told(&kept.install(&second)),
        ["2", "slot_1", "ok", "not_a_pack"]
    );
    assert_eq!(kept.law(), ["2", "slot_1", "ok", "not_a_pack"]);
    let after = kept.run(&["cards"], visitor.as_bytes()).stdout;
    assert!(before != after && String::from_utf8_lossy(&after).contains("MFA-EVISA"));

    // A pack that fails its cases does not decide, and its sequence is not stored: a lower one is
    // accepted.
    let failing = ministry.change(&second, "9.kzl", |bytes| {
        bytes[24] = 9;
        let all = sections(bytes).expect("they fill it");
        let (_, cases) = &all[PackSection::Cases as usize - 1];
        bytes[cases.start + 21] = 2;
    });
    let refused = |pack: &Path, says: &str| {
        let output = kept.install(pack);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(5), "{}", shown(&output));
        assert!(output.stdout.is_empty() && said.contains(says), "{said}");
    };
    refused(&failing, "The law fails its own cases: ");
    assert_eq!(kept.law(), ["2", "slot_1", "ok", "self_test"]);
    assert_eq!(told(&kept.install(&third)), ["3", "slot_2", "ok", "ok"]);
    assert_eq!(kept.law(), ["3", "slot_2", "pack_older", "ok"]);
    refused(&second, "The pack holds an older law: ");
    refused(
        &ministry.file("page", read("law/kazakhstan.md").as_bytes()),
        "Not a law pack: ",
    );
    assert_eq!(kept.law()[..2], ["3", "slot_2"]);

    // A file that is cut off, or cannot be written.
    let whole = fs::read(&kept.slots).expect("it is kept");
    let cut = ministry.file("cut", &whole[..whole.len() - 1]);
    for file in [&cut, Path::new("/dev/full"), Path::new("/nowhere/slots")] {
        let none = Kept {
            slots: file.to_owned(),
            ministry,
        };
        assert_eq!(none.install(&third).status.code(), Some(5), "{file:?}");
    }
    // The deciding pack is damaged: the built-in law takes over, not the older pack in the other slot.
    let mut damaged = whole.clone();
    damaged[whole.len() / 2 + 1000] ^= 1;
    fs::write(&kept.slots, &damaged).expect("it is ours");
    assert_eq!(kept.law()[..2], ["1", "built_in"]);

    let pack = third.to_str().expect("UTF-8");
    let key = ministry.key();
    let key = key.to_str().expect("UTF-8");
    for wrong in [
        &["install", pack][..],
        &["--slots", "slots", "law"],
        &["--law", pack, "--slots", "slots", "--law-key", key, "law"],
        &["--law", pack, "--law-key", key, "install", pack],
    ] {
        let output = feed(Command::new(kiosk()).args(wrong), b"");
        assert_eq!(
            output.status.code(),
            Some(2),
            "{wrong:?}: {}",
            shown(&output)
        );
    }
}

/// The laws of a ministry: the second, which has another answer for this visitor than the first, and the third.
fn second_and_third(ministry: &Ministry) -> ([PathBuf; 2], String) {
    let page = "law/amendments/evisa-2026/kazakhstan.md";
    let cases = ["--cases", "law/amendments/evisa-2026/cases.csv"];
    let second = ministry.build_with("2.kzl", page, &cases);
    let third = ministry.change(&second, "3.kzl", |bytes| bytes[24] = 3);
    ([second, third], read("examples/kiosk/cases/evisa-2026.csv"))
}

/// Places in a file of this length, and just before its end.
fn places(length: usize) -> Vec<usize> {
    let parts = (0..64).map(|part| length * part / 64);
    parts.chain([1, length - 1]).collect()
}

/// SIGXFSZ.
const TOO_LONG: i32 = 25;

#[test]
fn a_file_of_slots_is_created_whole_or_not_at_all() {
    if !has("prlimit") {
        return;
    }
    let ministry = &Ministry::new("slots-created");
    let kept = Kept::missing(ministry);
    let other = kept.slots.with_extension("new");
    let empty = ["1", "built_in", "not_a_pack", "not_a_pack"];
    assert_eq!(kept.law(), empty);
    let whole = fs::read(&kept.slots).expect("it is kept");
    assert!(whole.len() > 512 * 1024 && whole.iter().all(|byte| *byte == 0xFF));
    for end in places(whole.len()) {
        fs::remove_file(&kept.slots).expect("it was created");
        let stopped = kept.run_to(end, false, &["law"]);
        assert_eq!(
            stopped.status.signal(),
            Some(TOO_LONG),
            "{end}: {}",
            shown(&stopped)
        );
        assert!(!kept.slots.exists(), "{end}");
        assert_eq!(
            fs::metadata(&other).map(|file| file.len()).ok(),
            Some(end as u64)
        );
        // A full disk: nothing is left on it.
        let failed = kept.run_to(end, true, &["law"]);
        assert_eq!(failed.status.code(), Some(5), "{end}: {}", shown(&failed));
        assert!(!kept.slots.exists() && !other.exists(), "{end}");
        let stopped = kept.run_to(end, false, &["law"]);
        assert_eq!(
            stopped.status.signal(),
            Some(TOO_LONG),
            "{end}: {}",
            shown(&stopped)
        );
        assert_eq!(kept.law(), empty, "{end}");
        assert!(!other.exists() && fs::read(&kept.slots).expect("it is kept") == whole);
    }
}

#[test]
fn a_file_of_another_length_is_left_as_it_is_and_the_built_in_law_decides() {
    if !has("openssl") {
        return;
    }
    let ministry = &Ministry::new("slots-cut");
    let ([second, third], visitor) = second_and_third(ministry);
    let kept = Kept::missing(ministry);
    for (pack, slot) in [(&second, "slot_1"), (&third, "slot_2")] {
        assert_eq!(told(&kept.install(pack))[1], slot);
    }
    let whole = fs::read(&kept.slots).expect("it is kept");
    let built_in = feed(Command::new(kiosk()).arg("cards"), visitor.as_bytes());
    let longer = [&whole[..], &[0xFF]].concat();
    let shorter = places(whole.len())
        .into_iter()
        .map(|length| &whole[..length]);
    for file in shorter.chain([&longer[..]]) {
        fs::write(&kept.slots, file).expect("it is ours");
        let cards = kept.run(&["cards"], visitor.as_bytes());
        let law = kept.run(&["law"], b"");
        for output in [&cards, &law] {
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{}: {}", file.len(), shown(output));
            assert!(
                said.starts_with("kiosk: not a whole file of slots, so the built-in law decides"),
                "{said}"
            );
        }
        assert!(
            cards.stdout == built_in.stdout,
            "{}: {}",
            file.len(),
            shown(&cards)
        );
        let law = String::from_utf8_lossy(&law.stdout).into_owned();
        assert!(
            law.contains("sequence=1\n") && law.ends_with("from=built_in\n"),
            "{law}"
        );
        for pack in [&second, &third] {
            let refused = kept.install(pack);
            assert_eq!(refused.status.code(), Some(5), "{}", shown(&refused));
            assert!(refused.stdout.is_empty());
        }
        assert!(
            fs::read(&kept.slots).expect("it is kept") == file,
            "{}",
            file.len()
        );
    }
    fs::write(&kept.slots, &whole).expect("it is ours");
    assert_eq!(kept.law(), ["3", "slot_2", "pack_older", "ok"]);
}

#[test]
fn the_old_or_the_new_law_decides_wherever_an_install_into_a_file_ends() {
    if !has("openssl") || !has("prlimit") {
        return;
    }
    let ministry = &Ministry::new("slots-stopped");
    let ([second, third], visitor) = second_and_third(ministry);
    let kept = Kept::missing(ministry);
    let cards = || kept.run(&["cards"], visitor.as_bytes()).stdout;
    let mut old = kept.law();
    let mut stops = 0;
    for (pack, sequence) in [(&second, "2"), (&third, "3")] {
        let path = pack.to_str().expect("UTF-8");
        let before = fs::read(&kept.slots).expect("it is kept");
        let old_answer = cards();
        assert_eq!(kept.install(pack).status.code(), Some(0));
        let after = fs::read(&kept.slots).expect("it is kept");
        let (new, new_answer) = (kept.law(), cards());
        assert!(new[0] == sequence && old[0] != sequence);
        let changed: Vec<_> = (0..after.len())
            .filter(|at| before[*at] != after[*at])
            .collect();
        let (slot, record): (Vec<_>, Vec<_>) = changed.iter().partition(|at| **at < 512 * 1024);
        let (first, end) = (slot[0], slot[slot.len() - 1] + 1);
        let in_slot = (0..100).map(|part| first + (end - first) * part / 100);
        for stop in in_slot.chain([end - 1]).chain(record.into_iter().copied()) {
            fs::write(&kept.slots, &before).expect("it is ours");
            let stopped = kept.run_to(stop, false, &["install", path]);
            assert_eq!(
                stopped.status.signal(),
                Some(TOO_LONG),
                "{stop}: {}",
                shown(&stopped)
            );
            let cut = fs::read(&kept.slots).expect("it is kept");
            assert!(
                cut[..stop] == after[..stop] && cut[stop..] == before[stop..],
                "{stop}"
            );
            // Once the pack is whole, the new law decides, whether or not its sequence is stored.
            let (law, expected) = if stop < end {
                (&old, &old_answer)
            } else {
                (&new, &new_answer)
            };
            assert!(cards() == *expected, "{stop}");
            assert_eq!(kept.law()[..2], law[..2], "{stop}");
            if stop < end {
                assert_eq!(kept.install(pack).status.code(), Some(0), "{stop}");
                assert_eq!(kept.law()[0], sequence, "{stop}");
            }
            stops += 1;
        }
        fs::write(&kept.slots, &after).expect("it is ours");
        old = new;
    }
    println!("{stops} stops");
}
