//! The two slots of the kiosk: in flash whose power fails at every byte of every write, and in a file.

use std::fs::{self, OpenOptions};
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

impl Kept<'_> {
    fn run(&self, arguments: &[&str], input: &[u8]) -> Output {
        let mut kiosk = Command::new(kiosk());
        kiosk.arg("--slots").arg(&self.slots);
        kiosk.arg("--law-key").arg(self.ministry.key());
        feed(kiosk.args(arguments), input)
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
    let page = "law/amendments/evisa-2026/kazakhstan.md";
    let cases = ["--cases", "law/amendments/evisa-2026/cases.csv"];
    let second = ministry.build_with("2.kzl", page, &cases);
    let raised = |to: u8| ministry.change(&second, &format!("{to}.kzl"), |bytes| bytes[24] = to);
    let slots = ministry.file("slots", b"");
    fs::remove_file(&slots).expect("it was written");
    let kept = Kept { slots, ministry };

    assert_eq!(kept.law(), ["1", "built_in", "not_a_pack", "not_a_pack"]);
    let visitor = read("examples/kiosk/cases/evisa-2026.csv");
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
    let third = raised(3);
    assert_eq!(told(&kept.install(&third)), ["3", "slot_2", "ok", "ok"]);
    assert_eq!(kept.law(), ["3", "slot_2", "pack_older", "ok"]);
    refused(&second, "The pack holds an older law: ");
    refused(
        &ministry.file("page", read(page).as_bytes()),
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
    OpenOptions::new()
        .append(true)
        .open(&kept.slots)
        .and_then(|file| file.set_len(1))
        .expect("it is ours");
    assert_eq!(kept.run(&["law"], b"").status.code(), Some(5));

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
