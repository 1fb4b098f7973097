//! The serial line of a board: a program that feeds it, a person who types, and a line that loses bytes. The port
//! for boards runs on this host, on a simulated UART with delays.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use kz_rules_tests::tools::{
    archive, feed, folder, has, kiosk, kiosk_sources, read, root, shown, succeed,
};
use kz_rules_tests::vectors::table;

use crate::firmware::{PATIENCE, as_it_says, is_built};

const PORT: &str = "examples/kiosk/port/bare_metal";
const EOT: &str = "\u{4}";

/// A compiler for programs of this host.
fn gcc() -> Command {
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=c99", "-O1", "-Wall", "-Wextra", "-Werror"]);
    for include in ["include", "examples/kiosk", PORT] {
        gcc.arg("-I").arg(root().join(include));
    }
    gcc
}

/// The kiosk with the port for boards on the mock UART; none without a compiler.
fn board() -> Option<&'static Path> {
    static BOARD: OnceLock<Option<PathBuf>> = OnceLock::new();
    let build = || {
        if !has("gcc") {
            return None;
        }
        let monocypher = succeed(&mut Command::new(root().join("scripts/monocypher")));
        let monocypher = Path::new(monocypher.trim());
        let program = folder("serial-line").join("board");
        let mut gcc = gcc();
        gcc.args(["-no-pie", "-Wl,--defsym=slot_bytes=64"])
            .arg("-I")
            .arg(monocypher)
            .arg("-I")
            .arg(monocypher.join("optional"))
            .arg(root().join("tests/c/mock_uart.c"))
            .args(["port", "serial"].map(|name| root().join(PORT).join(format!("{name}.c"))))
            .args(kiosk_sources().map(|(file, _)| root().join(file)))
            .arg(monocypher.join("monocypher.c"))
            .arg(monocypher.join("optional/monocypher-ed25519.c"))
            .arg(archive());
        succeed(gcc.arg("-o").arg(&program));
        Some(program)
    };
    BOARD.get_or_init(build).as_deref()
}

/// The other end of the line: the settings of `tests/c/mock_uart.c`.
type Settings<'a> = &'a [(&'a str, &'a str)];

/// Runs the board with this input on the line; the arguments come first.
fn over_the_line(board: &Path, settings: Settings<'_>, input: &str) -> Output {
    feed(
        Command::new(board).envs(settings.iter().copied()),
        input.as_bytes(),
    )
}

/// The number of lost bytes.
fn lost(output: &Output) -> u32 {
    let said = String::from_utf8_lossy(&output.stderr);
    let number = said.trim().strip_prefix("lost ");
    number
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| panic!("{}", shown(output)))
}

/// The answer of this host.
fn host(arguments: &str, input: &str) -> String {
    let output = feed(
        Command::new(kiosk()).args(arguments.split(' ')),
        input.as_bytes(),
    );
    let all = [output.stdout, output.stderr].concat();
    String::from_utf8(all).expect("UTF-8")
}

/// The visitors of a day, and all vectors of a kind.
fn tables() -> [(&'static str, String); 3] {
    [
        ("lines assess", read("examples/kiosk/cases/visitors.csv")),
        ("--lang ru cards", read("examples/kiosk/cases/visitors.csv")),
        ("lines terms", read("tests/vectors/terms.csv")),
    ]
}

#[test]
fn nothing_is_lost_if_the_sender_obeys_xoff_or_waits_for_xon() {
    let Some(board) = board() else { return };
    for (arguments, input) in tables() {
        let expected = host(arguments, &input);
        let sent = format!("{arguments}\n{input}{EOT}");
        for (sender, reaction) in [
            ("lines", "0"),
            ("stops", "0"),
            ("stops", "1"),
            ("stops", "17"),
            ("stops", "240"),
        ] {
            for fifo in ["1", "6"] {
                let settings = [
                    ("SENDER", sender),
                    ("REACTION", reaction),
                    ("FIFO", fifo),
                    ("WORK", "500"),
                ];
                let output = over_the_line(board, &settings, &sent);
                let got = String::from_utf8_lossy(&output.stdout);
                assert_eq!(lost(&output), 0, "{arguments} {settings:?}");
                assert!(expected == got, "{arguments} {settings:?}: {got}");
                assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
            }
        }
    }
}

/// The lines of a table of answers by their `id`; any other line is an error.
fn by_id(printed: &[u8]) -> BTreeMap<String, Vec<String>> {
    let (_, lines) = table(printed);
    lines
        .into_iter()
        .map(|line| (line[0].clone(), line))
        .collect()
}

#[test]
fn a_line_that_lost_a_byte_is_refused_and_every_other_is_answered() {
    let Some(board) = board() else { return };
    for (arguments, input) in tables() {
        if arguments.starts_with("--lang") {
            continue;
        }
        let expected = by_id(host(arguments, &input).as_bytes());
        let sent = format!("{arguments}\n{input}{EOT}");
        for (fifo, oldest) in [("1", ""), ("6", ""), ("1", "1"), ("6", "1")] {
            let (mut answered, mut refused) = (0, 0);
            for (pause, work) in [("0", "0"), ("0", "60"), ("30", "120"), ("200", "400")] {
                let settings = [
                    ("SENDER", "ignores"),
                    ("FIFO", fifo),
                    ("OLDEST", oldest),
                    ("PAUSE", pause),
                    ("WORK", work),
                ];
                let output = over_the_line(board, &settings, &sent);
                // The EOT may be among the lost bytes.
                assert!(
                    matches!(output.status.code(), Some(0 | 99)),
                    "{}",
                    shown(&output)
                );
                let got = by_id(&output.stdout);
                for (id, line) in &got {
                    if line[1] == "line_lost" {
                        refused += 1;
                    } else {
                        assert_eq!(Some(line), expected.get(id), "{arguments} {settings:?}");
                        answered += 1;
                    }
                }
                assert_eq!(
                    lost(&output) > 0,
                    got.values().any(|line| line[1] == "line_lost"),
                    "{arguments} {settings:?}: {}",
                    shown(&output)
                );
            }
            assert!(
                answered > 0 && refused > 0,
                "{fifo} {oldest}: {answered} answered, {refused} refused"
            );
        }
    }
}

#[test]
fn a_card_reports_a_lost_line_and_arguments_are_read_again() {
    let Some(board) = board() else { return };
    let input = read("examples/kiosk/cases/visitors.csv");
    let settings = [("SENDER", "ignores"), ("FIFO", "1"), ("WORK", "60")];
    let output = over_the_line(board, &settings, &format!("cards\n{input}{EOT}"));
    assert!(shown(&output).contains("Part of the line was lost"));

    // Without a FIFO only the waiting byte is there.
    let arguments = "lines calendar\nlines calendar\ndate,week\n2026-01-01,five\n";
    let settings = [("SENDER", "stops"), ("FIFO", "1"), ("DAMAGED", "3")];
    let output = over_the_line(board, &settings, &format!("{arguments}{EOT}"));
    let said = "kiosk: the line of arguments was damaged: send it again\n";
    let expected = host("lines calendar", "date,week\n2026-01-01,five\n");
    assert_eq!(
        String::from_utf8_lossy(&output.stdout),
        format!("{said}{expected}")
    );
}

/// A person types, and the line loses nothing.
const TYPED: Settings<'static> = &[("SENDER", "stops"), ("FIFO", "1"), ("WORK", "60")];

/// The screen after an interview with these answers, as displayed.
fn screen(arguments: &str, answers: &[(&str, &str)]) -> String {
    let given: String = answers
        .iter()
        .map(|(read, _)| format!("{read}\n"))
        .collect();
    let printed = host(arguments, &given).replace('\n', "\r\n");
    let mut pieces = printed.split("\r\n> ");
    let mut screen = pieces
        .next()
        .expect("what comes before the first")
        .to_owned();
    for (number, piece) in pieces.enumerate() {
        screen += "\r\n> ";
        if let Some((_, shown)) = answers.get(number) {
            screen += shown;
            screen += "\r\n";
        }
        screen += piece;
    }
    screen
}

#[test]
fn a_person_at_a_terminal_sees_what_is_typed_and_can_take_it_back() {
    let Some(board) = board() else { return };
    let arguments = "ask --on 2026-11-22";
    let plain = ("11", "11");
    for (typed, shown, (read, on_screen)) in [
        ("ask --on 2026-11-22\r", "kiosk ", plain),
        ("ask --on 2026-11-22\r\n", "kiosk ", plain),
        ("\0ask \0--on 2026-11-22\r", "kiosk ", plain),
        ("ask --on 2027\u{7f}\u{8}26-11-22\r", "kiosk ", plain),
        ("nonsense\u{15}ask --on 2026-11-22\r", "kiosk ", plain),
        ("\rask --on 2026-11-22\r", "kiosk \r\nkiosk ", plain),
        (
            "\r\n\r\nask --on 2026-11-22\r\n",
            "kiosk \r\nkiosk \r\nkiosk ",
            plain,
        ),
    ] {
        for (keys, on_screen) in [
            ("11\r", on_screen),
            ("11\n", on_screen),
            ("11\r\n", on_screen),
            ("1\0\u{1}1\u{4}\u{18}\r", on_screen),
            ("\u{1b}[A1\u{1b}[3~1\u{1b}OP\r", on_screen),
            ("12\u{7f}1\r", "12\u{8} \u{8}1"),
            ("12\u{8}1\r", "12\u{8} \u{8}1"),
            ("\u{7f}11Ж\u{7f}\r", "11Ж\u{8} \u{8}"),
            ("xЖ\u{15}11\r", "xЖ\u{8} \u{8}\u{8} \u{8}11"),
        ] {
            let output = over_the_line(board, TYPED, &format!("{typed}{keys}2\r{EOT}"));
            let interview = screen(arguments, &[(read, on_screen), ("2", "2")]);
            assert_eq!(
                String::from_utf8_lossy(&output.stdout),
                format!("{shown}{arguments}\r\n{interview}"),
                "{typed:?} {keys:?}"
            );
            assert_eq!(output.status.code(), Some(0));
        }
    }
}

#[test]
fn a_typed_line_that_is_too_long_is_refused() {
    let Some(board) = board() else { return };
    let long = "1".repeat(1_000);
    let typed = format!("ask --on 2026-11-22\r{long}\u{7f}\r{EOT}");
    let output = over_the_line(board, TYPED, &typed);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("That is too long for an answer.\r\n"),
        "{said}"
    );
}

#[test]
fn eot_ends_the_input_only_at_the_start_of_a_line() {
    let Some(board) = board() else { return };
    let header = "id,who,on,standing\n1,A,2026-11-22,citizen\n";
    let settings = [("SENDER", "stops"), ("FIFO", "6")];
    for (line, status) in [
        ("2,Ma\u{4}ry,2026-11-22,citizen\n", "ok"),
        ("2,B,2026-11-22,citi\u{4}zen\n", "bad_standing"),
        ("2,B,2026-11-22,citizen\u{4}\n", "bad_standing"),
        ("2,B,2026-11-22\u{0},citizen\n", "bad_on"),
    ] {
        let rest = "3,C,2026-11-22,citizen\n";
        let sent = format!("lines assess\n{header}{line}{rest}{EOT}{rest}");
        let output = over_the_line(board, &settings, &sent);
        let statuses: Vec<_> = table(&output.stdout)
            .1
            .into_iter()
            .map(|line| line[1].clone())
            .collect();
        assert_eq!(statuses, ["ok", status, "ok"], "{line:?}");
    }
}

#[test]
fn every_line_end_is_accepted() {
    let Some(board) = board() else { return };
    let settings = [("SENDER", "stops"), ("FIFO", "6")];
    let lines = ["date,week", "2026-01-01,five", "", "2026-01-02,five"];
    let expected = host("lines calendar", &format!("{}\n", lines.join("\n")));
    for end in ["\n", "\r", "\r\n"] {
        let sent = format!("lines calendar\n{}{end}{EOT}", lines.join(end));
        let output = over_the_line(board, &settings, &sent);
        assert_eq!(String::from_utf8_lossy(&output.stdout), expected, "{end:?}");
    }
}

#[test]
fn a_driver_reports_lost_and_damaged_bytes_and_ignores_a_break() {
    if !has("gcc") {
        return;
    }
    for (driver, width, offset, values) in [
        (
            "uart_cmsdk",
            "4",
            "4",
            &[("0", "0"), ("3", "0"), ("8", "1"), ("11", "1"), ("4", "0")][..],
        ),
        (
            "uart_16550",
            "1",
            "5",
            &[
                ("0x61", "0"),
                ("0x02", "1"),
                ("0x04", "1"),
                ("0x08", "1"),
                ("0x18", "0"),
                ("0x1A", "1"),
            ],
        ),
        (
            "uart_nrf51",
            "4",
            "0x480",
            &[
                ("0", "0"),
                ("1", "1"),
                ("2", "1"),
                ("4", "1"),
                ("12", "0"),
                ("13", "1"),
            ],
        ),
    ] {
        let program = folder(driver).join("registers");
        let mut gcc = gcc();
        gcc.arg(root().join("tests/c/uart_registers.c"))
            .arg(root().join(PORT).join(format!("{driver}.c")));
        succeed(gcc.arg("-o").arg(&program));
        let mut registers = Command::new(program);
        registers.args([width, offset]);
        registers.args(values.iter().map(|(value, _)| value));
        let expected: String = values.iter().map(|(_, said)| format!("{said}\n")).collect();
        assert_eq!(succeed(&mut registers), expected, "{driver}");
    }
}

/// One board for each kind of UART.
#[test]
fn a_board_is_a_terminal_for_a_person() {
    if !is_built() {
        return;
    }
    for board in ["microbit", "mps2-an385", "virt"] {
        let arguments = "--lang ru ask --on 2026-11-22";
        let keys = format!("\r--lang ru ask --on 2027\u{7f}6-11-22\r\01\r2\r{EOT}");
        let mut boot = Command::new("timeout");
        boot.arg(PATIENCE).arg(root().join("scripts/boot"));
        let output = feed(boot.args(["--terminal", board]), keys.as_bytes());
        let said = String::from_utf8_lossy(&output.stdout).replace(['\u{11}', '\u{13}'], "");
        let edited = arguments.replace("2026", "2027\u{8} \u{8}6");
        let interview = screen(arguments, &[("1", "1"), ("2", "2")]);
        let interview = as_it_says(board, &interview, "\r\n");
        assert_eq!(
            said,
            format!("kiosk \r\nkiosk {edited}\r\n{interview}"),
            "{board}"
        );
        assert_eq!(output.status.code(), Some(0), "{board}");
    }
}
