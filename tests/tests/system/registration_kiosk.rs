//! The kiosk's copy of a certificate, and its QR code as another reader sees it. (Registration lines are tested with the
//! other kinds of lines.)

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use kz_rules_tests::registration::certificate_texts;
use kz_rules_tests::tools::{kiosk, read, shown};

fn example() -> String {
    read("examples/kiosk/cases/certificate.txt")
}

fn certificate(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(kiosk());
    let command = command.arg("certificate").args(arguments);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the kiosk runs");
    // A kiosk that does not read on closes its input.
    child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(input.as_bytes())
        .ok();
    child.wait_with_output().expect("it ends")
}

/// The value of a name in the example.
fn value(name: &str) -> String {
    let text = example();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(&format!("{name}=")));
    line.unwrap_or_else(|| panic!("{name} is given")).to_owned()
}

/// The example with another line for a name.
fn with(name: &str, value: &str) -> String {
    let is_it = |line: &&str| line.starts_with(&format!("{name}="));
    let text = example();
    let rest: Vec<_> = text.lines().filter(|line| !is_it(line)).collect();
    format!("{}\n{name}={value}\n", rest.join("\n"))
}

/// What an independent reader makes of a picture, pixel by pixel.
fn decoded(width: usize, height: usize, is_dark: impl Fn(usize, usize) -> bool) -> String {
    let grey = |x, y| if is_dark(x, y) { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().expect("it can be read").1
}

/// Splits the output into the text and the lines of half blocks.
fn split(output: &Output) -> (String, Vec<Vec<char>>) {
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{}",
        shown(output)
    );
    let text = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    let lines: Vec<_> = text.lines().collect();
    let is_code = |line: &&str| !line.is_empty() && line.chars().all(|c| " ▀▄█".contains(c));
    let first = lines.iter().position(is_code).unwrap_or(lines.len());
    let code: Vec<_> = lines[first..]
        .iter()
        .map(|line| line.chars().collect())
        .collect();
    assert!(lines[first..].iter().all(is_code));
    (lines[..first].join("\n"), code)
}

#[test]
fn the_copy_says_what_it_was_given_and_that_it_is_a_copy() {
    let (text, _) = split(&certificate(&[], &example()));
    assert!(text.starts_with("КӨШІРМЕ / КОПИЯ\n"));
    for field in certificate_texts() {
        let name = field.name();
        assert!(text.contains(&value(name)), "{name}");
    }
    assert!(text.contains("03.08.2026 - 30.10.2026"));
}

#[test]
fn the_printed_code_is_read_back() {
    for content in [
        value("qr"),
        "831205408725".into(),
        "Әл-Фараби даңғылы, 71 ".repeat(12),
    ] {
        let (_, code) = split(&certificate(&[], &with("qr", &content)));
        let (width, scale) = (code[0].len(), 4);
        assert!(code.iter().all(|line| line.len() == width));
        let is_dark = |x: usize, y: usize| {
            let half = y / scale;
            match code[half / 2][x / scale] {
                '█' => true,
                '▀' => half.is_multiple_of(2),
                '▄' => !half.is_multiple_of(2),
                _ => false,
            }
        };
        assert_eq!(
            decoded(width * scale, code.len() * 2 * scale, is_dark),
            content
        );
    }
}

#[test]
fn the_picture_is_read_back() {
    for content in [
        value("qr"),
        "831205408725".into(),
        "Әл-Фараби даңғылы, 71 ".repeat(12),
    ] {
        let output = certificate(&["--pbm"], &with("qr", &content));
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{}",
            shown(&output)
        );
        let mut parts = output.stdout.splitn(3, |byte| *byte == b'\n');
        let mut part = || parts.next().expect("three parts");
        assert_eq!(part(), b"P4");
        let size = String::from_utf8(part().to_vec()).expect("ASCII");
        let (width, height) = size.split_once(' ').expect("two numbers");
        let (width, height): (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
        let pixels = part();
        let row = width.div_ceil(8);
        assert_eq!(pixels.len(), row * height);
        let is_dark = |x: usize, y: usize| pixels[y * row + x / 8] >> (7 - x % 8) & 1 == 1;
        assert_eq!(decoded(width, height, is_dark), content);
    }
}

#[test]
fn without_its_content_there_is_no_code() {
    let (text, code) = split(&certificate(&[], &with("qr", "")));
    assert!(code.is_empty() && !text.contains("QR"));
    let output = certificate(&["--pbm"], &with("qr", ""));
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
}

#[test]
fn all_that_the_kiosk_has_room_to_keep_it_has_room_to_print() {
    let names = [
        "surname",
        "given_name",
        "patronymic",
        "host_surname",
        "host_given_name",
    ];
    let text = example();
    let is_other = |line: &&str| {
        !line.starts_with("qr=")
            && !names
                .iter()
                .any(|name| line.starts_with(&format!("{name}=")))
    };
    // A line for a name that comes again would be kept as well, and not be printed.
    let mut input = text.lines().filter(is_other).collect::<Vec<_>>().join("\n") + "\n";
    for name in names {
        input += &format!("{name}={}\n", "x".repeat(256));
    }
    let mut printed = 0;
    for bytes in 1..500 {
        let output = certificate(&[], &format!("{input}qr={}\n", "x".repeat(bytes)));
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(said.contains("no room for all this"), "{bytes}: {said}");
            break;
        }
        printed = bytes;
    }
    assert!((1..499).contains(&printed), "the room ends at {printed}");
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_printed() {
    for (name, value, complaint) in [
        ("surname", "", "text_missing: surname"),
        ("given_name", "a\tb", "text_control: given_name"),
        ("address", &"Қ".repeat(385), "a line is too long"),
        ("address", &"Қ".repeat(257), "text_too_long: address"),
        (
            "host_surname",
            &"Қ".repeat(129),
            "text_too_long: host_surname",
        ),
        ("host_iin", "831205408726", "iin_check_digit: host_iin"),
        ("stay_from", "2026-11-01", "stay_reversed: stay"),
        ("stay_from", "soon", "stay_from"),
        ("script", "submit@2026-08-10/full/house", "not registered"),
        (
            "script",
            "submit@2026-08-10/full/barn",
            "place_not_eligible",
        ),
        ("script", "submit", "script"),
        ("treaty", "400", "treaty_days"),
        ("arrived_on", "", "arrived_on"),
        ("shoe_size", "43", "shoe_size"),
    ] {
        let output = certificate(&[], &with(name, value));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert!(said.contains(complaint), "{name}: {said}");
        assert!(output.stdout.is_empty(), "{name}");
    }
}
