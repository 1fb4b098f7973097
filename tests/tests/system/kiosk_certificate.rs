//! The kiosk's copy of a certificate: the input it accepts, its QR code as other readers see it, and that no personal
//! data are left. (Registration lines are tested with the other kinds of lines.)

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use kz_rules_tests::registration::certificate_texts;
use kz_rules_tests::tools::{
    archive, feed, folder, has, kiosk, kiosk_sources, read, root, shown, succeed,
};

fn example() -> String {
    read("examples/kiosk/cases/certificate.txt")
}

fn certificate(arguments: &[&str], input: &str) -> Output {
    let (options, flags) = match arguments {
        ["--dark"] => (arguments, &[][..]),
        flags => (&[][..], flags),
    };
    let mut command = Command::new(kiosk());
    command.args(options).arg("certificate").args(flags);
    feed(&mut command, input.as_bytes())
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

/// The text that an independent reader finds in a picture, pixel by pixel.
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
fn the_copy_has_its_data_and_says_that_it_is_a_copy() {
    let (text, _) = split(&certificate(&[], &example()));
    assert!(text.starts_with("КӨШІРМЕ / КОПИЯ\n"));
    for field in certificate_texts() {
        let name = field.name();
        assert!(text.contains(&value(name)), "{name}");
    }
    assert!(text.contains("03.08.2026 - 30.10.2026"));
}

/// Contents of codes.
fn contents() -> [String; 4] {
    [
        value("qr"),
        "831205408725".into(),
        "Айгүл".into(),
        "Әл-Фараби даңғылы, 71 ".repeat(12),
    ]
}

#[test]
fn the_printed_code_is_read_back() {
    for content in contents() {
        for dark in [false, true] {
            let options = if dark { &["--dark"][..] } else { &[] };
            let (_, code) = split(&certificate(options, &with("qr", &content)));
            let (width, scale) = (code[0].len(), 4);
            assert!(code.iter().all(|line| line.len() == width));
            // The margin is four light modules: printed on a dark terminal, blank on a light one.
            let light = if dark { '█' } else { ' ' };
            let is_light = |cells: &[char]| cells.iter().all(|cell| *cell == light);
            let last = code.len() - 1;
            assert!(
                [0, 1, last - 1, last]
                    .iter()
                    .all(|line| is_light(&code[*line]))
            );
            assert!(
                code.iter()
                    .all(|line| is_light(&line[..4]) && is_light(&line[width - 4..]))
            );
            let is_dark = |x: usize, y: usize| {
                let half = y / scale;
                let is_ink = match code[half / 2][x / scale] {
                    '█' => true,
                    '▀' => half.is_multiple_of(2),
                    '▄' => !half.is_multiple_of(2),
                    _ => false,
                };
                is_ink != dark
            };
            assert_eq!(
                decoded(width * scale, code.len() * 2 * scale, is_dark),
                content
            );
        }
    }
}

#[test]
fn the_picture_is_read_back() {
    for content in contents() {
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

/// Short words in Cyrillic letters, whose codes are read by another reader, zbar: it guesses if a code does not declare
/// UTF-8.
#[test]
fn words_are_read_back_unchanged() {
    if !has("zbarimg") {
        return;
    }
    let texts = ["kk", "ru"].map(|language| read(&format!("law/texts/{language}.md")));
    let words: BTreeSet<&str> = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphabetic()))
        .filter(|word| (1..=8).contains(&word.chars().count()) && !word.is_ascii())
        .collect();
    let step = words.len() / 150 + 1;
    let mut words: Vec<String> = words.into_iter().step_by(step).map(str::to_owned).collect();
    words.extend(contents());
    words.push("ж".repeat(256));
    words.push("漢字かな交じり文 ñandú Ü".into());
    assert!(words.len() > 100, "{}", words.len());
    let folder = folder("codes");
    let mut zbar = Command::new("zbarimg");
    zbar.args([
        "--quiet",
        "--raw",
        "--nodbus",
        "-Sdisable",
        "-Sqrcode.enable",
    ]);
    for (number, word) in words.iter().enumerate() {
        let output = certificate(&["--pbm"], &with("qr", word));
        assert!(output.status.success(), "{word}: {}", shown(&output));
        let picture = folder.join(format!("{number:03}.pbm"));
        fs::write(&picture, output.stdout).expect("the folder is ours");
        zbar.arg(picture);
    }
    let text = succeed(&mut zbar);
    assert_eq!(text.lines().collect::<Vec<_>>(), words);
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
fn everything_that_fits_in_memory_can_be_printed() {
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
fn an_error_is_reported_and_nothing_is_printed() {
    for (name, value, complaint) in [
        ("surname", "", "text_missing: surname"),
        ("surname", " \u{a0}\u{3000}", "text_missing: surname"),
        ("given_name", "a\tb", "text_control: given_name"),
        ("given_name", "a\0b", "text_control: given_name"),
        ("given_name", "a\u{200e}b", "text_control: given_name"),
        ("given_name", "\u{61c}b", "text_control: given_name"),
        ("address", "a\u{feff}", "text_control: address"),
        ("passport", "N\u{ad}1", "text_control: passport"),
        ("qr", "a\u{e0041}", "text_control: qr"),
        ("citizenship", "a\u{85}b", "text_control: citizenship"),
        ("address", &"Қ".repeat(385), "line 19: the line is too long"),
        ("address", &"Қ".repeat(257), "text_too_long: address"),
        (
            "host_surname",
            &"Қ".repeat(129),
            "text_too_long: host_surname",
        ),
        ("host_iin", "831205408726", "iin_check_digit: host_iin"),
        ("stay_from", "2026-11-01", "stay_reversed: stay"),
        (
            "stay_from",
            "soon",
            "line 19: its value cannot be read: stay_from",
        ),
        ("script", "submit@2026-08-10/full/house", "not registered"),
        (
            "script",
            "submit@2026-08-10/full/barn",
            "place_not_eligible",
        ),
        ("script", "submit", "its value cannot be read: script"),
        ("treaty", "400", "treaty_days"),
        ("arrived_on", "", "arrived_on"),
        ("shoe_size", "43", "line 20: no such name"),
        ("stay", "2026-08-03", "line 20: no such name"),
    ] {
        let output = certificate(&[], &with(name, value));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert!(said.contains(complaint), "{name}: {said}");
        assert!(output.stdout.is_empty(), "{name}");
    }
}

#[test]
fn a_name_that_comes_twice_is_an_error() {
    let example = example();
    for line in example.lines().filter(|line| line.contains('=')) {
        let (name, _) = line.split_once('=').expect("it was looked for");
        for again in [line.to_owned(), format!("{name}="), format!("{name}=x")] {
            let output = certificate(&[], &format!("{example}\n{again}\n"));
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(1), "{again}");
            assert!(output.stdout.is_empty(), "{again}");
            let place = example.lines().count() + 2;
            let expected = format!("kiosk: line {place}: it is given twice: {name}\n");
            assert_eq!(said, expected);
        }
    }
}

#[test]
fn a_byte_order_mark_and_any_line_end_are_accepted() {
    let usual = certificate(&[], &example()).stdout;
    for input in [
        format!("\u{feff}{}", example()),
        example().replace('\n', "\r\n"),
        example().replace('\n', "\r"),
    ] {
        let output = certificate(&[], &input);
        assert!(output.status.success(), "{}", shown(&output));
        assert_eq!(output.stdout, usual);
    }
}

/// Builds the kiosk with its input in memory.
pub(crate) fn in_memory(folder: &Path, options: &[&str]) {
    let program = folder.join("kiosk");
    let mut gcc = Command::new("gcc");
    gcc.arg("-std=c99").args(options);
    gcc.arg("-I").arg(root().join("include"));
    gcc.arg("-I").arg(root().join("examples/kiosk"));
    gcc.arg(root().join("tests/c/kiosk_in_memory.c"));
    gcc.args(kiosk_sources().map(|(file, _)| root().join(file)));
    succeed(gcc.arg(archive()).arg("-o").arg(&program));
}

#[test]
fn nothing_of_the_person_stays_in_memory() {
    if !has("gcc") {
        return;
    }
    let folder = folder("residue");
    let words = [
        "surname",
        "given_name",
        "passport",
        "host_iin",
        "address",
        "host_surname",
        "qr",
    ];
    let told: Vec<String> = words.map(value).to_vec();
    let long = "Қ".repeat(300);
    let inputs = [
        (example(), "-", 0),
        (example(), "--pbm", 0),
        (with("qr", ""), "-", 0),
        (with("qr", ""), "--pbm", 1),
        (with("qr", "a\tb"), "-", 1),
        (with("host_surname", ""), "-", 1),
        (with("script", "submit@2026-08-10/full/house"), "-", 1),
        (format!("{}\nno name\n", example()), "-", 1),
        (format!("{}\nsurname={long}\n", example()), "-", 1),
        (format!("{}\n{long}{long}\n", example()), "-", 1),
        (
            example().replace("patronymic=", &format!("patronymic={long}")),
            "-",
            1,
        ),
    ];
    for options in [&["-O0"][..], &["-O2"], &["-Os", "-flto"]] {
        in_memory(&folder, options);
        for (input, option, code) in &inputs {
            let file = folder.join("input.txt");
            fs::write(&file, input).expect("the folder is ours");
            let mut kiosk = Command::new(folder.join("kiosk"));
            kiosk
                .arg("residue")
                .arg(&file)
                .args(["certificate", option]);
            let found = succeed(kiosk.args(&told));
            assert_eq!(
                found,
                format!("{code} 0 0\n"),
                "{options:?} {option}\n{input}"
            );
        }
    }
    // Cards and tables keep no name either.
    let file = folder.join("visitors.csv");
    let visitor = "id,who,on\nperson-7,Ivanov Ivan,2026-01-01\n";
    fs::write(&file, visitor).expect("the folder is ours");
    let mut kiosk = Command::new(folder.join("kiosk"));
    kiosk
        .arg("residue")
        .arg(&file)
        .args(["cards", "-", "Ivanov", "person-7"]);
    assert_eq!(succeed(&mut kiosk), "0 0 0\n");
}
