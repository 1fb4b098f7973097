//! The kiosk's output: no input can control a terminal, a spreadsheet or a log, and the kiosk ends when nobody reads its
//! answers.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;

use kz_rules_core::{CertificateField, Error, PackSection};
use kz_rules_tests::ministry::{Ministry, by};
use kz_rules_tests::packs::sections;
use kz_rules_tests::rust_api::KINDS;
use kz_rules_tests::tools::{
    archive, feed, folder, has, kiosk, kiosk_sources, read, root, shown, succeed,
};
use kz_rules_tests::vectors::table;

fn run(arguments: &[&str], input: &[u8]) -> Output {
    feed(Command::new(kiosk()).args(arguments), input)
}

/// A field in quotes.
fn quoted(bytes: &[u8]) -> Vec<u8> {
    let doubled = bytes.iter().flat_map(|byte| match byte {
        b'"' => vec![b'"'; 2],
        byte => vec![*byte],
    });
    [vec![b'"'], doubled.collect(), vec![b'"']].concat()
}

/// The kiosk's display of these names: the rest of each heading.
fn headings(names: &[Vec<u8>]) -> Vec<String> {
    let lines = names
        .iter()
        .map(|name| [b"7,", &quoted(name)[..], b"\n"].concat());
    let input = [b"id,who\n".to_vec(), lines.collect::<Vec<_>>().concat()].concat();
    let output = run(&["cards"], &input);
    assert!(output.status.success() && output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let headings = text.lines().filter_map(|line| line.strip_prefix("== 7  "));
    headings.map(str::to_owned).collect()
}

/// Whether the library accepts a character in a certificate.
fn is_taken(character: char) -> bool {
    let text = format!("a{character}");
    let read = CertificateField::Surname.read(text.as_bytes());
    read.is_ok_and(|read| read == text)
        || read.is_err_and(|wrong| wrong.error != Error::TextControl)
}

/// The visible part of a text.
fn seen(text: &str) -> String {
    let commands = |c: char| c.is_control() || c == '\u{2028}' || c == '\u{2029}';
    text.chars()
        .filter_map(|c| match c {
            c if is_taken(c) => Some(c),
            c if commands(c) => Some(' '),
            _ => None,
        })
        .collect()
}

#[test]
fn a_card_shows_the_characters_allowed_in_a_certificate() {
    let all: Vec<char> = ('\0'..=char::MAX).filter(|c| *c != '\r').collect();
    let pieces: Vec<String> = all.chunks(64).map(|some| some.iter().collect()).collect();
    // Between letters, so that a heading neither begins nor ends with something invisible.
    let names: Vec<_> = pieces
        .iter()
        .map(|piece| format!("a{piece}z").into_bytes())
        .collect();
    let headings = headings(&names);
    assert_eq!(headings.len(), pieces.len());
    for (heading, piece) in headings.iter().zip(&pieces) {
        assert_eq!(*heading, format!("a{}z", seen(piece)), "{piece:?}");
    }
    let left_out = all.iter().filter(|c| !is_taken(**c)).count();
    assert!((4_000..5_000).contains(&left_out), "{left_out}");
}

#[test]
fn invalid_utf_8_is_replaced_as_in_unicode() {
    let mut state = 1_u64;
    let mut byte = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        // Mostly bytes that begin and continue characters.
        let bytes = b"a \x80\x8f\x90\x9f\xa0\xad\xbf\xc0\xc1\xc2\xd0\xdf\xe0\xe2\xed\xef\xf0\xf3\xf4\xf5\xff";
        bytes[usize::try_from(state >> 33).expect("small") % bytes.len()]
    };
    let mut names: Vec<Vec<u8>> = (0..5_000)
        .map(|_| (0..40).map(|_| byte()).collect())
        .collect();
    names.extend(
        [
            &b"\xed\xa0\x80"[..],
            b"\xc0\x80",
            b"\xf4\x90\x80\x80",
            b"\xe2\x80",
            b"\xf0\x9f\x98",
            b"\xc2\x9b31m",
        ]
        .map(<[u8]>::to_vec),
    );
    for name in &mut names {
        name.insert(0, b'a');
        name.push(b'z');
    }
    for (heading, name) in headings(&names).iter().zip(&names) {
        assert_eq!(*heading, seen(&String::from_utf8_lossy(name)), "{name:?}");
    }
}

const PERSON: [&str; 3] = ["Ivanov", "831205408725", "N01234567"];

#[test]
fn a_complaint_names_the_place_and_no_personal_data() {
    let person = PERSON.join(" ") + "\x1b[31m\u{9b}31m\u{202e}";
    let example = read("examples/kiosk/cases/certificate.txt");
    let long = "x".repeat(2_000);
    let certificates = [
        format!("{example}\nsurname {person}\n"),
        format!("{example}\n{person}={person}\n"),
        format!("{example}\nsurname={person}\n"),
        format!("week={person}\n{example}"),
        format!("stay_from={person}\n"),
        format!("{person}{long}\n"),
        format!("surname={person}{long}\n"),
        format!("arrived_on={person}\n"),
    ];
    let tables = [
        format!("id,{person}\"\"\n"),
        format!("\"{person}\n"),
        format!("{person}{long}\n"),
        format!("\n\n{person}\n"),
        format!("sep={person}\n"),
        format!("{person}\nid,week,date,week\n"),
        format!("id,{person},id\n"),
    ];
    let certificates = certificates
        .iter()
        .map(|input| (vec!["certificate"], input));
    let tables = tables.iter().flat_map(|input| {
        let kinds = KINDS
            .into_iter()
            .map(move |kind| (vec!["lines", kind], input));
        kinds.chain([(vec!["cards"], input), (vec!["verify"], input)])
    });
    for (arguments, input) in certificates.chain(tables) {
        let output = run(&arguments, input.as_bytes());
        let said = String::from_utf8(output.stderr.clone()).expect("UTF-8");
        assert!(
            PERSON.iter().all(|told| !said.contains(told)),
            "{arguments:?}: {said}"
        );
        assert!(said.is_ascii() && said.lines().all(|line| !line.contains(char::is_control)));
        if output.status.code() == Some(1) {
            assert!(
                said.starts_with("kiosk: "),
                "{arguments:?}: {}",
                shown(&output)
            );
            assert!(output.stdout.is_empty(), "{arguments:?}");
        }
    }
    let at = |input: &str| String::from_utf8(run(&["certificate"], input.as_bytes()).stderr);
    assert_eq!(
        at("# one\r\rsurname=a\rsurname Ivanov\r"),
        Ok("kiosk: line 4: no name=value\n".into())
    );
}

#[test]
fn an_argument_cannot_control_a_terminal() {
    let wrong = "\x1b[31mno\u{9b}31m\n\u{202e}";
    for arguments in [
        &[wrong][..],
        &["lines", wrong],
        &["cards", wrong],
        &["ask", "--on", wrong],
        &["--lang", wrong],
        &["--law", wrong, "--law-key", wrong, "law"],
    ] {
        let output = run(arguments, b"");
        assert!(!output.status.success(), "{arguments:?}");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(said.contains(" [31mno 31m "), "{said}");
        let commands = |c: char| c != '\n' && !is_taken(c);
        assert!(!said.contains(commands), "{said:?}");
    }
}

/// Not even a law that the ministry signed can.
#[test]
fn a_pack_cannot_control_a_terminal() {
    if !has("openssl") {
        return;
    }
    let ministry = Ministry::new("pack-output");
    let sound = ministry.build("sound.kzl", "law/kazakhstan.md", true);
    let visitors = read("examples/kiosk/cases/visitors.csv");
    let cards = |pack: &Path| by(pack, &ministry.key(), &["cards"], visitors.as_bytes());
    assert!(cards(&sound).status.success());
    for section in [
        PackSection::DocumentTexts,
        PackSection::ProvisionTexts,
        PackSection::Names,
        PackSection::TextsKk,
        PackSection::TextsRu,
        PackSection::TextsEn,
    ] {
        for control in [0x1b, 0x07, b'\r', 0x7f] {
            let pack = ministry.change(&sound, "control.kzl", |bytes| {
                let all = sections(bytes).expect("they fill it");
                let (_, place) = &all[section as usize - 1];
                let letter = bytes[place.clone()].iter().rposition(u8::is_ascii_graphic);
                bytes[place.start + letter.expect("a letter")] = control;
            });
            let output = cards(&pack);
            assert_eq!(
                output.status.code(),
                Some(5),
                "{section:?}: {}",
                shown(&output)
            );
            let said = String::from_utf8(output.stderr).expect("UTF-8");
            assert!(
                output.stdout.is_empty() && !said.replace('\n', "").contains(char::is_control),
                "{said:?}"
            );
        }
    }
}

#[test]
fn an_id_is_copied_for_a_program_and_made_safe_for_a_spreadsheet() {
    let ids = [
        ("plain", "plain"),
        ("7-a+b=c", "7-a+b=c"),
        ("1;2", "1;2"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-5", "'-5"),
        ("@a", "'@a"),
        (" =1", "' =1"),
        ("\u{ff1d}1", "'\u{ff1d}1"),
        ("\t=1", "' =1"),
        ("a\tb", "'a b"),
        ("\x1b[31mred", "' [31mred"),
        ("\u{9b}31mred", "' 31mred"),
        ("\u{202e}moc", "'moc"),
        ("a\n=1", "'a =1"),
        ("a;=1", "'a,=1"),
        ("a,\"=1\"", "'a,\"=1\""),
        ("Айгүл, \"А\"", "Айгүл, \"А\""),
    ];
    let lines = ids.map(|(id, _)| [&quoted(id.as_bytes())[..], b",2026-01-01\n"].concat());
    let input = [b"id,on\n".to_vec(), lines.concat()].concat();
    for arguments in [&["lines", "assess"][..], &["receipts"], &["lines", "plan"]] {
        let plain = run(arguments, &input);
        let safe = run(&[&["--spreadsheet"], arguments].concat(), &input);
        assert!(plain.status.success() && safe.status.success());
        let ids_of = |output: &Output| -> Vec<String> {
            table(&output.stdout)
                .1
                .iter()
                .map(|line| line[0].clone())
                .collect()
        };
        assert_eq!(ids_of(&plain), ids.map(|(id, _)| id));
        assert_eq!(ids_of(&safe), ids.map(|(_, safe)| safe));
    }
}

/// A pipe that nobody reads: whoever writes to it fails from the first byte on.
fn unread() -> Stdio {
    let (reader, mut writer) = io::pipe().expect("a pipe");
    drop(reader);
    // A process that another test starts right now may hold a copy of the reader until it has started.
    while writer.write_all(b"\n").is_ok() {}
    writer.into()
}

/// How the kiosk ends if its output goes there, on input that does not end; SIGPIPE is ignored.
fn endless(arguments: &[&str], input: &'static [u8], again: &'static [u8], to: Stdio) -> Output {
    let mut command = Command::new("timeout");
    command
        .args(["60", "sh", "-c", "trap '' PIPE; exec \"$@\"", "sh"])
        .arg(kiosk())
        .args(arguments);
    command
        .stdin(Stdio::piped())
        .stdout(to)
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the kiosk runs");
    let mut stdin = child.stdin.take().expect("it is piped");
    thread::spawn(move || {
        let mut open = stdin.write_all(input).is_ok();
        while open {
            open = stdin.write_all(&again.repeat(1_000)).is_ok();
        }
    });
    child.wait_with_output().expect("it ends")
}

#[test]
fn it_ends_when_nobody_reads_the_answers() {
    let modes: [(&[&str], &[u8], &[u8]); 11] = [
        (&["lines", "assess"], b"id,on\n", b"1,2026-01-01\n"),
        (&["lines", "clock"], b"unix,zone\n", b"wrong\n"),
        (&["receipts"], b"id,on\n", b"1,2026-01-01\n"),
        (&["verify"], b"receipt\n", b"00\n"),
        (&["cards"], b"id,on\n", b"1,2026-01-01\n"),
        (&["cards", "terms"], b"id,on\n", b"1,2026-01-01\n"),
        (&["ask", "--on", "2026-01-01"], b"", b"what\n"),
        (&["plan", "--on", "2026-01-01"], b"", b"what\n"),
        (&["ask", "--on", "2026-01-01"], b"", b"what"),
        (&["law"], b"", b"\n"),
        (&["--help"], b"", b"\n"),
    ];
    for (arguments, input, again) in modes {
        let full = File::create("/dev/full").expect("it is there");
        for to in [Stdio::from(full), unread()] {
            let output = endless(arguments, input, again, to);
            assert_eq!(
                output.status.code(),
                Some(3),
                "{arguments:?}: {}",
                shown(&output)
            );
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(
                said, "kiosk: the output cannot be written\n",
                "{arguments:?}"
            );
        }
    }
    let example = read("examples/kiosk/cases/certificate.txt");
    for arguments in [&["certificate"][..], &["certificate", "--pbm"]] {
        let mut command = Command::new(kiosk());
        let full = File::create("/dev/full").expect("it is there");
        let mut child = command
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(full)
            .stderr(Stdio::null())
            .spawn()
            .expect("the kiosk runs");
        let mut stdin = child.stdin.take().expect("it is piped");
        stdin.write_all(example.as_bytes()).expect("it reads");
        drop(stdin);
        assert_eq!(child.wait().expect("it ends").code(), Some(3));
    }
}

#[test]
fn a_first_line_without_end_is_too_long_at_once() {
    for arguments in [&["lines", "assess"][..], &["cards"], &["certificate"]] {
        let output = endless(arguments, b"", b"x", Stdio::null());
        assert_eq!(output.status.code(), Some(1), "{}", shown(&output));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            said.contains("line 1") && said.contains("too long"),
            "{said}"
        );
    }
}

/// The kiosk with its input and output in memory; it stops at the first access out of bounds and the first undefined
/// operation. What a person reads is checked for commands; of a table, which is for a program, the messages; and all of it with
/// `--spreadsheet`.
#[test]
fn for_any_input_the_output_is_complete_and_controls_nothing() {
    if !has("gcc") {
        return;
    }
    let program = folder("in-memory").join("kiosk");
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=c99", "-g", "-O1", "-fsanitize=address,undefined"]);
    gcc.arg("-fno-sanitize-recover=all")
        .arg("-I")
        .arg(root().join("include"));
    gcc.arg("-I").arg(root().join("examples/kiosk"));
    gcc.arg(root().join("tests/c/kiosk_in_memory.c"));
    gcc.args(kiosk_sources().map(|(file, _)| root().join(file)));
    succeed(gcc.arg(archive()).arg("-o").arg(&program));
    // In the order of the modes.
    let files = [
        "tests/vectors/assess.csv",
        "tests/vectors/plan.csv",
        "tests/vectors/terms.csv",
        "tests/vectors/registration.csv",
        "tests/vectors/stay.csv",
        "tests/vectors/country.csv",
        "tests/scenarios/tickets.csv",
        "tests/scenarios/refusals.csv",
        "tests/scenarios/pilot.csv",
        "tests/vectors/iin.csv",
        "tests/vectors/calendar.csv",
        "tests/vectors/clock.csv",
        "examples/kiosk/cases/visitors.csv",
        "tests/vectors/assess.csv",
        "examples/kiosk/cases/visitors.csv",
        "examples/kiosk/cases/immigrant.csv",
        "tests/vectors/plan.csv",
        "tests/vectors/registration.csv",
        "tests/vectors/stay.csv",
        "examples/kiosk/cases/visitors.csv",
        "examples/kiosk/cases/visitors.csv",
        "tests/c/kiosk_in_memory.txt",
        "tests/c/kiosk_in_memory.txt",
        "tests/c/kiosk_in_memory.txt",
        "tests/c/kiosk_in_memory.txt",
        "tests/c/kiosk_in_memory.txt",
        "examples/kiosk/cases/certificate.txt",
    ];
    let mut random = Command::new(&program);
    random
        .args(["random", "300"])
        .args(files.map(|file| root().join(file)));
    println!("{}", succeed(&mut random));
    let corpus = fs::read_dir(root().join("fuzz/corpus/kiosk")).expect("a corpus");
    let inputs = corpus.map(|file| file.expect("a file").path());
    succeed(Command::new(&program).arg("inputs").args(inputs));
}

/// The exit status of the kiosk with some of its standard streams closed.
fn closed(arguments: &[&str], streams: &str) -> Option<i32> {
    let mut sh = Command::new("sh");
    sh.arg("-c")
        .arg(format!("exec \"$@\" {streams}"))
        .arg("sh")
        .arg(kiosk());
    feed(sh.args(arguments), b"id,on\n1,2026-01-01\n")
        .status
        .code()
}

#[test]
fn with_closed_streams_it_ends_with_a_status() {
    let on = ["--on", "2026-01-01"];
    for mode in [
        &["lines", "assess"][..],
        &["cards"],
        &["receipts"],
        &["ask", on[0], on[1]],
    ] {
        assert_eq!(closed(mode, ">&-"), Some(3), "{mode:?}");
        assert_eq!(closed(mode, "<&-"), Some(1), "{mode:?}");
        assert_eq!(closed(mode, "</"), Some(1), "{mode:?}");
        assert_eq!(closed(mode, "2>&-"), Some(0), "{mode:?}");
        let all = closed(mode, "<&- >&- 2>&-");
        assert!(all == Some(1) || all == Some(3), "{mode:?}: {all:?}");
    }
    // Its file of slots does not replace a closed stream, and no answer is written into it.
    let ministry = Ministry::new("closed-streams");
    let (slots, key) = (ministry.file("slots", b""), ministry.key());
    fs::remove_file(&slots).expect("it was written");
    let [slots, key] = [&slots, &key].map(|path| path.to_str().expect("UTF-8"));
    let law = ["--slots", slots, "--law-key", key, "law"];
    assert_eq!(run(&law, b"").status.code(), Some(0));
    let whole = fs::read(slots).expect("it is kept");
    for streams in [">&-", "<&-", "2>&-", "<&- >&- 2>&-"] {
        assert_ne!(closed(&law, streams), None);
        assert!(fs::read(slots).expect("it is kept") == whole, "{streams}");
    }
    assert_eq!(closed(&law, ">&-"), Some(5));
}
