//! The kiosk as firmware, on boards that QEMU emulates: its answers there are, byte for byte, those on this
//! host.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use kz_rules_tests::ministry::{Ministry, by};
use kz_rules_tests::rust_api::KINDS;
use kz_rules_tests::tools::{
    emulator, feed, folder, has_emulator, kiosk, read, root, run, shown, skip, succeed,
};

const MICROBIT: &str = "microbit";
const BOARDS: [&str; 5] = [MICROBIT, "mps2-an385", "mps2-an386", "mps2-an505", "virt"];

/// Seconds after which a board counts as hanging.
pub(crate) const PATIENCE: &str = "180";

/// Builds the firmware of all boards, once. If something needed to build or to boot it is missing, the test
/// is skipped.
pub(crate) fn is_built() -> bool {
    static BUILT: OnceLock<bool> = OnceLock::new();
    *BUILT.get_or_init(|| {
        let output = run(&mut Command::new(root().join("scripts/firmware")));
        let missing = output.status.code() == Some(3);
        if missing {
            skip(&shown(&output));
        } else {
            assert!(
                output.status.success(),
                "scripts/firmware: {}",
                shown(&output)
            );
        }
        !missing && has_emulator("arm") && has_emulator("riscv32")
    })
}

/// Boots a board, and returns its output and its exit status; `packs` says which slot holds which pack.
fn boot(board: &str, packs: &[(&str, &Path)], arguments: &[&str], input: &[u8]) -> Output {
    let mut boot = Command::new("timeout");
    boot.arg(PATIENCE).arg(root().join("scripts/boot"));
    boot.arg(board).args(arguments).envs(packs.iter().copied());
    feed(&mut boot, input)
}

/// The interview's invitation to scan a document, as it is wrapped.
const SCAN_IN_RUSSIAN: [&str; 2] = [
    "Или отсканируйте печатные строки внизу паспорта либо карты или введите их как",
    "есть.",
];

/// What a board prints where this host prints `said`, with this line end: the micro:bit reads no zones of
/// passports, and does not ask for one.
pub(crate) fn as_it_says(board: &str, said: &str, end: &str) -> String {
    let invitation = SCAN_IN_RUSSIAN.map(|line| format!("{line}{end}")).concat();
    if board == MICROBIT {
        said.replace(&invitation, "")
    } else {
        said.to_owned()
    }
}

/// Boots a board with these arguments and this input, whose file has this name, and compares output and exit
/// status with the host's kiosk.
fn answers_as_the_host(board: &str, arguments: &[&str], name: &str, input: &[u8]) {
    let mut host = feed(Command::new(kiosk()).args(arguments), input);
    let said = String::from_utf8(host.stdout).expect("UTF-8");
    host.stdout = as_it_says(board, &said, "\n").into_bytes();
    are_the_same(
        board,
        arguments,
        name,
        host,
        boot(board, &[], arguments, input),
    );
}

/// Asserts that a board answers like this host.
fn are_the_same(board: &str, arguments: &[&str], name: &str, host: Output, there: Output) {
    // A board has a single stream for answers and complaints.
    let expected = [host.stdout, host.stderr].concat();
    let (expected, got) = (
        String::from_utf8_lossy(&expected),
        String::from_utf8_lossy(&there.stdout),
    );
    let mut lines = expected.split('\n').zip(got.split('\n')).zip(1..);
    let difference = lines.find(|((expected, got), _)| expected != got);
    assert!(
        expected == got && there.status.code() == host.status.code(),
        "scripts/boot {board} {arguments:?} <{name}\ndiffers from target/kiosk: {} bytes instead of {}, {} \
         instead of {}; the first line that differs, (host, board), number: {difference:?}\n{}",
        got.len(),
        expected.len(),
        there.status,
        host.status,
        String::from_utf8_lossy(&there.stderr),
    );
}

/// The same with the input from a file of the repository.
fn answers_the_file(board: &str, arguments: &[&str], file: &str) {
    answers_as_the_host(board, arguments, file, read(file).as_bytes());
}

/// All vectors, one boot for each kind; then what needs the most memory, and each language.
fn try_out(board: &str) {
    if !is_built() {
        return;
    }
    let start = Instant::now();
    for kind in KINDS {
        answers_the_file(
            board,
            &["lines", kind],
            &format!("tests/vectors/{kind}.csv"),
        );
    }
    let vectors = start.elapsed();
    let visitors = "examples/kiosk/cases/visitors.csv";
    answers_the_file(board, &["--lang", "kk", "cards", "--why"], visitors);
    answers_the_file(board, &["--lang", "ru", "receipts"], visitors);
    let certificate = "examples/kiosk/cases/certificate.txt";
    // The micro:bit draws no QR code.
    let is_drawn = |line: &&str| board != MICROBIT || !line.starts_with("qr=");
    let text = read(certificate);
    let text: String = text
        .lines()
        .filter(is_drawn)
        .flat_map(|line| [line, "\n"])
        .collect();
    answers_as_the_host(board, &["certificate"], certificate, text.as_bytes());
    let interview = [
        (
            "ask stay",
            "foreigner\n2026-10-24\n?\nup_to_90\nyes\n2027-01-01\n2026-11-18\n?\n",
        ),
        ("ask guest", "foreigner\n2026-10-24\n?\n?\n?\n?\n-\n"),
        (
            "ask document",
            "visa\nforeigner\n1990\nno\nfirst_issue\nforeign_mission\nabroad\n?\n?\n?\n?\n",
        ),
    ];
    for (mode, said) in interview {
        let arguments = [
            &["--lang", "ru"],
            &*mode.split(' ').collect::<Vec<_>>(),
            &["--on", "2026-11-20"],
        ]
        .concat();
        answers_as_the_host(board, &arguments, "an interview", said.as_bytes());
    }
    println!(
        "{board}: {:.1} s for the vectors, {:.1} s in all",
        vectors.as_secs_f32(),
        start.elapsed().as_secs_f32()
    );
}

#[test]
fn the_microbit_answers_as_the_host() {
    try_out(MICROBIT);
}

#[test]
fn the_mps2_with_a_cortex_m3_answers_as_the_host() {
    try_out("mps2-an385");
}

#[test]
fn the_mps2_with_a_cortex_m4f_answers_as_the_host() {
    try_out("mps2-an386");
}

#[test]
fn the_mps2_with_a_cortex_m33_answers_as_the_host() {
    try_out("mps2-an505");
}

#[test]
fn the_risc_v_machine_answers_as_the_host() {
    try_out("virt");
}

#[test]
fn every_kind_of_vectors_is_run_on_the_boards() {
    let mut files: Vec<_> = fs::read_dir(root().join("tests/vectors"))
        .expect("the folder of the vectors")
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_str()
                .expect("UTF-8")
                .to_owned()
        })
        .collect();
    files.sort();
    let mut kinds = KINDS;
    kinds.sort_unstable();
    assert_eq!(files, kinds);
}

#[test]
fn every_board_reports_an_error_and_ends_with_its_status() {
    if !is_built() {
        return;
    }
    for board in BOARDS {
        if board == MICROBIT {
            // It has no room for the list of modes.
            let there = boot(board, &[], &["lines", "plans"], b"");
            let said = String::from_utf8_lossy(&there.stdout).into_owned();
            assert!(said.starts_with("kiosk: wrong arguments"), "{said}");
            assert_eq!(there.status.code(), Some(2));
        } else {
            answers_as_the_host(board, &["lines", "plans"], "/dev/null", b"");
        }
        answers_as_the_host(board, &["lines", "clock"], "/dev/null", b"");
    }
}

#[test]
fn a_board_without_a_clock_asks_for_the_day() {
    if !is_built() {
        return;
    }
    for mode in ["ask", "plan"] {
        let mut boot = Command::new("timeout");
        boot.arg(PATIENCE).arg(root().join("scripts/boot"));
        let output = feed(boot.args(["mps2-an385", mode]), b"");
        assert_eq!(output.status.code(), Some(4), "{}", shown(&output));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("clock") && said.contains("--on"), "{said}");
    }
}

#[test]
fn the_microbit_has_no_english_and_speaks_russian_by_itself() {
    if !is_built() {
        return;
    }
    let visitors = read("examples/kiosk/cases/visitors.csv");
    let host = feed(
        Command::new(kiosk()).args(["--lang", "ru", "cards"]),
        visitors.as_bytes(),
    );
    let there = boot(MICROBIT, &[], &["cards"], visitors.as_bytes());
    are_the_same(MICROBIT, &["cards"], "visitors", host, there);
    let there = boot(MICROBIT, &[], &["--lang", "en", "cards"], b"");
    assert_eq!(there.status.code(), Some(2), "{}", shown(&there));
    assert!(shown(&there).contains("no such language: en"));
}

/// Asserts that with a pack in its flash a board answers the vectors of its law like this host with the same
/// pack.
fn decides_by_a_pack(board: &str) {
    if !is_built() {
        return;
    }
    let ministry = Ministry::of_the_demonstrations(&format!("packs-{board}"));
    let pack = ministry.build("law.kzl", "tests/vectors/laws/reform-2027.md", false);
    for kind in ["assess", "terms"] {
        let file = format!("tests/vectors/laws/reform-2027/{kind}.csv");
        let (arguments, input) = (["lines", kind], read(&file));
        let host = by(&pack, &ministry.key(), &arguments, input.as_bytes());
        assert!(host.status.success(), "{}", shown(&host));
        let there = boot(board, &[("SLOT_1", &pack)], &arguments, input.as_bytes());
        are_the_same(board, &arguments, &file, host, there);
    }
}

#[test]
fn the_microbit_decides_by_a_pack() {
    decides_by_a_pack(MICROBIT);
}

#[test]
fn the_risc_v_machine_decides_by_a_pack() {
    decides_by_a_pack("virt");
}

/// What a board reports about its law: its source, its sequence, and the contents of each slot.
fn law_of(board: &str, packs: &[(&str, &Path)]) -> [String; 4] {
    let output = boot(board, packs, &["law"], b"");
    assert!(output.status.success(), "{}", shown(&output));
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    ["from", "sequence", "slot_1", "slot_2"].map(|name| {
        let value = said
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        value
            .unwrap_or_else(|| panic!("no {name}: {said}"))
            .to_owned()
    })
}

#[test]
fn a_board_decides_by_the_newest_pack_that_it_accepts_and_says_so() {
    if !is_built() {
        return;
    }
    let ministry = Ministry::of_the_demonstrations("packs-chosen");
    let evisa = ministry.build("evisa.kzl", "law/amendments/evisa-2026/kazakhstan.md", true);
    let reform = ministry.build("reform.kzl", "tests/vectors/laws/reform-2027.md", false);
    let stranger = Ministry::new("packs-stranger");
    let forged = stranger.build("forged.kzl", "tests/vectors/laws/random-1.md", false);
    let page = root().join("law/kazakhstan.md");
    for (packs, expected) in [
        (&[][..], ["built_in", "1", "not_a_pack", "not_a_pack"]),
        (&[("SLOT_2", &*evisa)], ["slot_2", "2", "not_a_pack", "ok"]),
        (
            &[("SLOT_1", &*reform), ("SLOT_2", &*evisa)],
            ["slot_1", "7", "ok", "ok"],
        ),
        (
            &[("SLOT_1", &*evisa), ("SLOT_2", &*forged)],
            ["slot_1", "2", "ok", "pack_signature"],
        ),
        (
            &[("SLOT_1", &*forged), ("SLOT_2", &*page)],
            ["built_in", "1", "pack_signature", "not_a_pack"],
        ),
    ] {
        assert_eq!(law_of("mps2-an385", packs), expected, "{packs:?}");
    }
    // The micro:bit has two slots in one.
    assert_eq!(
        law_of(MICROBIT, &[("SLOT_1", &*reform)]),
        ["slot_1", "7", "ok", "ok"]
    );
    assert_eq!(
        law_of(MICROBIT, &[("SLOT_1", &*forged)]),
        ["built_in", "1", "pack_signature", "pack_signature"]
    );
}

#[test]
fn firmware_is_built_with_a_key_of_ed25519_alone() {
    let key = folder("firmware-key").join("other.pub");
    for other in [
        "",
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VuAyEA\n-----END PUBLIC KEY-----\n",
    ] {
        fs::write(&key, other).expect("the folder is ours");
        let mut firmware = Command::new(root().join("scripts/firmware"));
        let output = run(firmware
            .arg(MICROBIT)
            .env("LAW_KEY", &key)
            .env("FIRMWARE", folder("firmware-none")));
        assert_eq!(output.status.code(), Some(2), "{}", shown(&output));
        assert!(
            shown(&output).contains("not an Ed25519 public key: "),
            "{}",
            shown(&output)
        );
    }
}

#[test]
fn a_serial_line_is_read_like_a_file() {
    if !is_built() {
        return;
    }
    let long = format!("date,week\n{}\n2026-01-01,five\n", "x".repeat(2_000));
    for (name, input) in [
        ("no line feed at the end", "date,week\n2026-01-01,five"),
        ("CR LF", "date,week\r\n2026-01-01,five\r\n"),
        ("a line that is too long", &long),
        ("a blank line at the end", "date,week\n2026-01-01,five\n\n"),
        (
            "every byte but EOT and line ends",
            "id,date\n\u{1}\u{3}\u{18}\u{1a}\u{7f}\u{0}Қ,2026-01-01\n",
        ),
    ] {
        answers_as_the_host(MICROBIT, &["lines", "calendar"], name, input.as_bytes());
    }
    answers_as_the_host(
        MICROBIT,
        &["--lang", "ru", "plan", "--on", "2026-05-01"],
        "an interview",
        b"visa\n?\n1990\n",
    );
}

#[test]
fn a_line_of_arguments_may_end_with_cr_lf_and_is_not_too_long() {
    if !is_built() {
        return;
    }
    let boot = |kind: &str| {
        let mut boot = Command::new("timeout");
        boot.arg(PATIENCE).arg(root().join("scripts/boot"));
        feed(boot.args([MICROBIT, "lines", kind]), b"date,week\n")
    };
    let output = boot("calendar\r");
    assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
    let output = boot(&"x".repeat(100));
    assert_eq!(output.status.code(), Some(2), "{}", shown(&output));
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(said, "kiosk: the line of arguments is too long\n");
}

#[test]
fn a_reader_that_leaves_ends_the_board() {
    if !is_built() {
        return;
    }
    let boot = format!(
        "timeout {PATIENCE} scripts/boot {MICROBIT} cards <examples/kiosk/cases/visitors.csv | head -n 2"
    );
    let start = Instant::now();
    let output = run(Command::new("sh").args(["-c", &boot]).current_dir(root()));
    assert!(!output.stdout.is_empty(), "{}", shown(&output));
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

#[test]
fn a_board_that_ends_does_not_wait_for_the_rest_of_the_input() {
    if !is_built() {
        return;
    }
    let mut boot = Command::new("timeout");
    let mut boot = boot
        .arg("30")
        .arg(root().join("scripts/boot"))
        .arg(MICROBIT)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("scripts/boot starts");
    let open = boot.stdin.take();
    assert_eq!(boot.wait().expect("it ends").code(), Some(0));
    drop(open);
}

#[test]
fn a_signal_ends_the_emulator_too() {
    if !is_built() {
        return;
    }
    let mut boot = Command::new(root().join("scripts/boot"))
        .args([MICROBIT, "lines", "calendar"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("scripts/boot starts");
    let mut input = boot.stdin.take().expect("it is piped");
    input
        .write_all(b"date,week\n2026-01-01,five\n")
        .expect("the board reads");
    let mut output = boot.stdout.take().expect("it is piped");
    output.read_exact(&mut [0]).expect("the board answers");
    succeed(Command::new("kill").arg(boot.id().to_string()));
    assert_eq!(boot.wait().expect("it ends").code(), Some(128 + 15));

    // The emulator has inherited the standard error, which ends when both have ended.
    let mut errors = boot.stderr.take().expect("it is piped");
    let (sender, ended) = mpsc::channel();
    thread::spawn(move || sender.send(errors.read_to_end(&mut Vec::new()).is_ok()));
    assert_eq!(ended.recv_timeout(Duration::from_secs(10)), Ok(true));
}

#[test]
fn boards_that_do_not_exist_are_refused_before_anything_is_done() {
    for arguments in [
        &["boot"][..],
        &["boot", "nosuch"],
        &["boot", "--terminal"],
        &["boot", "--terminal", MICROBIT, "cards"],
        &["firmware", MICROBIT, "nosuch"],
        &["firmware", "demo", "nosuch"],
        &["firmware", "demo", MICROBIT, MICROBIT],
        &["firmware", "update-demo", "nosuch"],
        &["firmware", "update-demo", MICROBIT, MICROBIT],
    ] {
        let script = root().join("scripts").join(arguments[0]);
        let output = run(Command::new(script).args(&arguments[1..]));
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(output.stdout.is_empty(), "{}", shown(&output));
        assert!(said.contains(&BOARDS.join(" ")), "{arguments:?}: {said}");
    }
}

/// The exit status after a fault of the processor: `MACHINE_FAULT` of the port.
const FAULT: i32 = 70;

/// On the other boards an overflow is not a fault: sections.ld says why.
#[test]
fn a_stack_that_overflows_ends_a_board_with_the_status_for_a_fault() {
    if !is_built() {
        return;
    }
    let programs = folder("small-stack");
    let visitors = read("examples/kiosk/cases/visitors.csv");
    for board in [MICROBIT, "mps2-an505"] {
        let mut boot = Command::new("timeout");
        boot.arg(PATIENCE)
            .arg(root().join("scripts/boot"))
            .args([board, "cards"])
            .env("FIRMWARE", &programs)
            .env("STACK_BYTES", "1024");
        let output = feed(&mut boot, visitors.as_bytes());
        let got = output.status.code();
        assert_eq!(got, Some(FAULT), "{board}: {}", shown(&output));
    }
}

#[test]
fn an_unknown_instruction_ends_the_risc_v_machine_with_the_status_for_a_fault() {
    if !is_built() {
        return;
    }
    let mut without_multiplication = Command::new("timeout");
    without_multiplication
        .arg(PATIENCE)
        .args(emulator("riscv32"))
        .args(["-M", "virt", "-bios", "none"])
        .args(["-cpu", "rv32,m=off", "-display", "none", "-monitor", "none"])
        .args(["-serial", "stdio", "-kernel"])
        .arg(root().join("target/firmware/virt.elf"));
    let input = b"lines calendar\ndate,week\n2026-01-01,five\n\x04";
    let output = feed(&mut without_multiplication, input);
    assert_eq!(output.status.code(), Some(FAULT), "{}", shown(&output));
}
