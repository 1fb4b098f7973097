//! Personal data are shown to nobody but the person who asks: a list of all public types with what each shows of a person, and a
//! fifteen-year-old foreigner who passes through them, through receipts and tickets, and through the kiosk.

use std::any::type_name;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt::Debug;
use std::fs;
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt as _;
use std::process::Command;

use ::kz_law::cases;
use kz_rules_core::{
    Action, Day, Error, Facts, Identifier, Law, Occasion, Settings, Standing, day,
};
use kz_rules_ffi::*;
use kz_rules_tests::tools::{feed, folder, has, kiosk, read, root, rust_sources, shown, succeed};
use kz_rules_tests::vectors::table;

use crate::kiosk_certificate::in_memory;

/// A value of every public type of the core that is not in the list below.
#[path = "../../../examples/firmware-rust/src/values.rs"]
pub(crate) mod values;

/// The firmware's log of the values that it must contain, each with the name of its type.
#[derive(Default)]
pub(crate) struct Log {
    pub(crate) values: Vec<(&'static str, String)>,
    /// The same in several lines.
    pretty: String,
}

impl Log {
    fn value<T: Debug>(&mut self, value: T) {
        self.values.push((type_name::<T>(), format!("{value:?}")));
        self.pretty += &format!("{value:#?}\n");
    }
}

pub(crate) fn expected() -> Result<Log, Error> {
    let mut log = Log::default();
    values::every_type(&mut log)?;
    Ok(log)
}

/// The public types without personal data: the crate, why, and their names. For all other types of the core a value is logged
/// (values.rs); for all others of the C interface `Debug` shows only the name (hidden.rs).
const OF_NOBODY: [(&str, &str, &[&str]); 8] = [
    (
        "kz-rules-core",
        "no types of the library's own",
        &["Date", "Item", "Month", "Value"],
    ),
    (
        "kz-rules-core",
        "columns in the memory of a host, which nothing shows: they have no Debug",
        &["AnswerColumns", "FactColumns"],
    ),
    (
        "kz-rules-core",
        "what the tables of a law are written in",
        &[
            "CaseRow",
            "Caution",
            "ClockRow",
            "Condition",
            "Conflict",
            "CountryRow",
            "CoverageRow",
            "DeadlockRow",
            "DocumentRow",
            "DutiesRow",
            "GroundRow",
            "HolidayRow",
            "LaidOutYear",
            "MovableRow",
            "ObtainedRow",
            "ProvisionRow",
            "Provisions",
            "Rule",
            "Sections",
            "StayLine",
            "StepRow",
            "Strings",
            "TermRow",
            "TransferRow",
            "YearsRow",
        ],
    ),
    (
        "kz-rules-ffi",
        "of the law, of a calendar or of a device, or a day, a country or a step alone",
        &[
            "kz_at_least",
            "kz_calendar_day",
            "kz_certificate_fault",
            "kz_country_answer",
            "kz_date",
            "kz_iin_way_info",
            "kz_law",
            "kz_law_identity",
            "kz_milestone",
            "kz_mrz_fault",
            "kz_pack_fault",
            "kz_passed",
            "kz_pilot_papers",
            "kz_plan_step",
            "kz_provision_info",
            "kz_refusal",
            "kz_slot_choice",
            "kz_slots",
            "kz_stay_rule",
            "kz_year",
        ],
    ),
    (
        "kz-law",
        "a page of law, what is in it, and what is wrong with it",
        &[
            "Age",
            "Axis",
            "Caution",
            "Cell",
            "Checked",
            "Condition",
            "Conditions",
            "Conflict",
            "Constants",
            "Country",
            "CoverageRow",
            "Day",
            "Days",
            "DeadlockRow",
            "Diagnostic",
            "Document",
            "DutyRow",
            "Edition",
            "EditionRow",
            "Ground",
            "Holiday",
            "Identity",
            "Kind",
            "Law",
            "List",
            "Moment",
            "MovableDay",
            "Off",
            "Offset",
            "OwnedLaw",
            "Page",
            "PlaceRow",
            "Provision",
            "Question",
            "Reading",
            "Row",
            "Section",
            "Severity",
            "Span",
            "StayRule",
            "Step",
            "Table",
            "TableRow",
            "Term",
            "Test",
            "Text",
            "Texts",
            "Transfer",
            "Week",
            "Word",
            "Year",
            "YearDay",
            "Years",
        ],
    ),
    (
        "kz-law",
        "sets of all persons whom a row takes: nobody's facts",
        &[
            "Cut", "Group", "Outcome", "Persons", "Piece", "Region", "Taken", "Way", "Ways",
            "WhyNot",
        ],
    ),
    (
        "kz-law",
        "how two laws differ, with a person whom the compiler makes up",
        &[
            "Answer",
            "Change",
            "DayChange",
            "DayIs",
            "Difference",
            "Intended",
            "Joint",
            "Mismatch",
            "Objection",
            "OtherStatement",
            "RowChange",
            "Sample",
            "Shift",
            "Shown",
            "Statement",
            "TableDifference",
            "TextChange",
        ],
    ),
    (
        "kz-law",
        "what is wrong with a lawyer's cases: made to be printed, of persons whom the lawyer makes up",
        &["Unreadable", "Wrong"],
    ),
];

/// The types of a crate without personal data.
fn of_nobody(of: &str) -> BTreeSet<String> {
    let lists = OF_NOBODY.iter().filter(|(name, ..)| *name == of);
    let names: Vec<_> = lists.flat_map(|(.., names)| names.iter()).collect();
    let set: BTreeSet<_> = names.iter().map(ToString::to_string).collect();
    assert_eq!(set.len(), names.len(), "{of}: one is listed twice");
    set
}

/// The words of a text that can be names of types: `AgeBand`, not `assess` or `MAX_STEPS`.
fn type_names(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase))
        .collect()
}

/// The types that a file of the library exports: those that it declares, and those of its modules.
fn exported(folder: &str, file: &str) -> BTreeSet<String> {
    let source = read(&format!("{folder}/{file}"));
    let mut types = BTreeSet::new();
    for line in source.lines() {
        let words: Vec<_> = line.split_whitespace().collect();
        if let ["pub", "struct" | "enum", name, ..] = words[..] {
            types.extend(type_names(name).first().map(ToString::to_string));
        }
    }
    for (_, names) in source
        .split(';')
        .filter_map(|statement| statement.split_once("pub use "))
    {
        let Some(module) = names.strip_suffix("::*") else {
            types.extend(type_names(names).into_iter().map(str::to_string));
            continue;
        };
        let below = format!("{folder}/{module}");
        types.extend(if root().join(&below).is_dir() {
            exported(&below, "mod.rs")
        } else {
            exported(folder, &format!("{module}.rs"))
        });
    }
    types
}

/// The types that the sources of a crate declare as public, in any module.
fn declared(folder: &str) -> BTreeSet<String> {
    let sources = rust_sources(folder);
    let lines = sources.iter().flat_map(|(_, text)| text.lines());
    let names = lines.filter_map(|line| {
        let rest = line.strip_prefix("pub ")?;
        let rest = ["struct ", "enum ", "union "]
            .iter()
            .find_map(|kind| rest.strip_prefix(kind))?;
        rest.split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
    });
    names.map(str::to_owned).collect()
}

/// The structs that the sources list as hidden.
fn hidden() -> BTreeSet<String> {
    let source = read("kz-rules-ffi/src/hidden.rs");
    let (_, list) = source.split_once("hidden! {\n").expect("the list");
    let names = list
        .lines()
        .filter_map(|line| line.trim().strip_suffix(',')?.split_once("::"));
    names.map(|(_, name)| name.to_owned()).collect()
}

#[test]
fn every_public_type_is_listed_as_shown_hidden_or_impersonal() {
    let core = exported("kz-rules-core/src", "lib.rs");
    let values = expected().expect("every question has an answer").values;
    let logged: BTreeSet<_> = values
        .iter()
        .filter(|(_, value)| value != "None")
        .flat_map(|(of, _)| type_names(of))
        .map(str::to_string)
        .collect();
    let law = BTreeSet::from(["Case", "Person"].map(str::to_owned));
    for (of, public, shown) in [
        ("kz-rules-core", &core, &logged),
        ("kz-rules-ffi", &declared("kz-rules-ffi/src"), &hidden()),
        ("kz-law", &declared("kz-law/src"), &law),
    ] {
        let listed = of_nobody(of);
        let gone: Vec<_> = listed.difference(public).collect();
        assert!(gone.is_empty(), "{of} has no {gone:?}");
        let missing: Vec<_> = public
            .difference(&listed)
            .filter(|name| !shown.contains(*name))
            .collect();
        assert!(
            missing.is_empty(),
            "{of}: implement defmt::Format for {missing:?}, and log one in examples/firmware-rust/src/values.rs; or hide it in \
             kz-rules-ffi/src/hidden.rs; or say here that it is of nobody"
        );
    }
    // Columns have no `Debug`.
    let columns = read("kz-rules-core/src/decide/columns/mod.rs");
    for (name, derived) in [
        ("FactColumns", "#[derive(Clone, Copy, Default)]"),
        ("AnswerColumns", "///"),
    ] {
        let (before, _) = columns
            .split_once(&format!("pub struct {name}"))
            .expect("it is there");
        let (_, attributes) = before.rsplit_once("\n\n").expect("a line before it");
        assert!(
            attributes.contains(derived) && !attributes.contains("Debug"),
            "{name}"
        );
        assert!(!columns.contains(&format!("Debug for {name}")));
    }
}

/// Formats a value of each struct, with all bytes seven, in both forms; returns the names of the structs.
macro_rules! shown {
    ($($kind:ident)+) => {
        [$({
            let mut value = MaybeUninit::<$kind>::uninit();
            // SAFETY: their fields are numbers and pointers, for which any bytes are valid.
            let value = unsafe {
                value.as_mut_ptr().write_bytes(7, 1);
                value.assume_init()
            };
            let nothing = concat!(stringify!($kind), " { .. }");
            assert_eq!([format!("{value:?}"), format!("{value:#?}")], [nothing; 2]);
            stringify!($kind).to_owned()
        }),+]
    };
}

#[test]
fn hidden_types_show_only_their_names() {
    let shown = shown! {
        kz_facts kz_assessment kz_fact_columns kz_answer_columns kz_trace kz_plan_answer kz_ticket_record kz_ticket
        kz_receipt_record kz_verification kz_term_question kz_skipped_day kz_skipped kz_window kz_window_day kz_arrival
        kz_case kz_case_event kz_past_event kz_case_view kz_certificate kz_stay kz_last_day kz_stay_answer kz_iin_hint
        kz_mrz
    };
    assert_eq!(BTreeSet::from(shown), hidden());
}

/// The hidden data of the persons of the interview and of the values: in words and in numbers, with the bytes that a log would
/// contain.
pub(crate) const HIDDEN: &[&[u8]] = &[
    b"1990",
    &1990u16.to_le_bytes(),
    &(1990u32 << 10 | 5 << 6 | 17).to_le_bytes(),
    b"2010",
    &2010u16.to_le_bytes(),
    &(2010u32 << 10 | 12 << 6 | 5).to_le_bytes(),
    &(2026u32 << 10 | 12 << 6 | 5).to_le_bytes(),
    b"101205",
    &[1, 0, 1, 2, 0, 5],
    b"no number",
    b"LINDQVIST",
    b"AGNETA",
    b"BRITTA",
    b"N07654321",
    b"Sweden",
    b"Abay",
    b"OMAROV",
    b"DAULET",
    b"SERIKULY",
    b"KZ-2026-000123",
];

/// The only days that may be shown: those of the law, the decision dates, and one that stands for itself. Other days are
/// personal: a birthday, an arrival, the last day of a stay.
const SHOWN: [&str; 4] = ["2026-07-01", "2026-11-22", "2024-06-03", "0987-06-05"];

#[test]
fn nothing_of_a_person_is_shown() {
    let expected = expected().expect("every question has an answer");
    let minor = "holds_until: Some(hidden)";
    assert!(
        expected
            .values
            .iter()
            .any(|(_, value)| value.contains(minor))
    );
    let lines: Vec<_> = expected.values.iter().map(|(_, line)| &**line).collect();
    for shown in [lines.join("\n"), expected.pretty] {
        for text in HIDDEN {
            let found = shown
                .as_bytes()
                .windows(text.len())
                .any(|part| part == *text);
            assert!(!found, "{}", text.escape_ascii());
        }
        for at in 0..shown.len() {
            let Some(text) = shown.get(at..at + 10) else {
                continue;
            };
            let is_day = text.bytes().enumerate().all(|(place, byte)| match place {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
            assert!(!is_day || SHOWN.contains(&text), "{text} is shown");
        }
    }
}

/// A foreigner born on this day who asks for a visa.
fn applicant(born: Day) -> Facts {
    Facts::default()
        .standing(Standing::Foreigner)
        .born(born)
        .occasion(Occasion::Visa)
        .action(Action::FirstIssue)
        .fingerprinted(false)
}

#[test]
fn a_receipt_and_a_ticket_are_the_same_at_fifteen_for_everybody() {
    let (on, settings) = (day(2026, 11, 22), Settings::default());
    let identifier = Identifier::new(*b"no number of any").expect("an identifier");
    let receipt = |born: Day| {
        let receipt = Law::BUILT_IN.issue_receipt(on, &applicant(born), settings);
        receipt.expect("an answer").to_bytes()
    };
    let ticket = |born: Day| {
        let citizen = applicant(born).standing(Standing::Citizen);
        let citizen = citizen.occasion(Occasion::CitizenPassport);
        let ticket = Law::BUILT_IN.issue_ticket(on, &citizen, settings, identifier);
        ticket.expect("prints are taken").to_bytes()
    };
    let (first, last) = (day(2010, 11, 23), day(2011, 11, 22));
    for born in (first.number()..=last.number()).filter_map(Day::from_number) {
        assert_eq!(receipt(born), receipt(first), "{born:?}");
        assert_eq!(ticket(born), ticket(first), "{born:?}");
    }
    // Ages differ only where the law distinguishes them.
    assert_ne!(receipt(day(2016, 11, 22)), receipt(first));
}

#[test]
fn the_law_compiler_shows_no_personal_data_of_a_case() {
    let table =
        "id,who,on,standing,birth,=status\n1,LINDQVIST AGNETA,2026-11-22,foreigner,2010-12-05,ok\n";
    let read = cases::read(table).expect("cases");
    let (on, facts, settings) = cases::person(Law::BUILT_IN, &read[0]).expect("a person");
    let person = cases::Person {
        on: Some(on),
        facts,
        settings,
    };
    let shown = format!("{read:?} {read:#?} {person:?} {person:#?}");
    for told in HIDDEN {
        let found = shown
            .as_bytes()
            .windows(told.len())
            .any(|part| part == *told);
        assert!(!found, "{}: {shown}", told.escape_ascii());
    }
    assert!(shown.contains("=status"), "{shown}");
}

/// The lines of her passport.
macro_rules! zone {
    () => {
        "P<SWELINDQVIST<<AGNETA<<<<<<<<<<<<<<<<<<<<<<\nN076543217SWE1012057F3012040<<<<<<<<<<<<<<08\n"
    };
}

/// The kiosk's input about a person of fifteen, in each of its modes, and the exit status after it.
const TOLD: [(&[&str], &str, i32); 32] = [
    (&["lines", "assess"], VISITOR, 0),
    (&["lines", "plan"], VISITOR, 0),
    (&["lines", "terms"], TERM, 0),
    (&["lines", "registration"], CASE, 0),
    (&["lines", "stay"], STAYS, 0),
    (&["lines", "country"], OTHER, 0),
    (&["lines", "ticket"], VISITOR, 0),
    (&["lines", "refusal"], OTHER, 0),
    (&["lines", "pilot"], OTHER, 0),
    (&["lines", "iin"], NUMBER, 0),
    (&["lines", "calendar"], OTHER, 0),
    (&["lines", "clock"], OTHER, 0),
    (&["receipts"], VISITOR, 0),
    (&["verify"], NO_RECEIPT, 1),
    (&["cards"], VISITOR, 0),
    (&["cards", "terms"], TERM, 0),
    (&["cards", "plan"], VISITOR, 0),
    (&["cards", "registration"], CASE, 0),
    (&["cards", "stay"], STAYS, 0),
    (&["cards", "--why"], VISITOR, 0),
    (&["cards", "--receipt"], VISITOR, 0),
    (&["ask"], DOOR, 0),
    (&["ask", "document"], ANSWERS, 0),
    (&["ask", "document"], SCANNED, 0),
    (&["ask", "stay"], ZONE, 0),
    (&["ask", "stay"], EARLIER, 0),
    (&["ask", "guest"], GUEST, 0),
    (&["plan"], ANSWERS, 0),
    (&["certificate"], CERTIFICATE, 0),
    (&["certificate", "--pbm"], CERTIFICATE, 0),
    (&["certificate"], NO_ADDRESS, 1),
    (&["certificate"], NO_CASE, 1),
];
const VISITOR: &str = "id,who,on,standing,birth,occasion,action,visa_channel,fingerprinted,identifier\n\
    N07654321,LINDQVIST AGNETA,2026-11-22,foreigner,2010-12-05,visa,first_issue,foreign_mission,no,ffeeddccbbaa99887766554433221100\n\
    N07654321,LINDQVIST AGNETA,2026-11-22,citizen,2010-12-05,citizen_passport,first_issue,,no,00112233445566778899aabbccddeeff\n";
const TERM: &str = "id,who,kind,from,on,week,standing,stay_until\n\
    N07654321,LINDQVIST AGNETA,registration,2026-11-03,2026-11-22,five,foreigner,2026-12-17\n";
const CASE: &str = "id,who,arrived_on,stay_until,treaty,week,script\n\
    N07654321,LINDQVIST AGNETA,2026-11-03,2026-12-17,none,five,submit@2026-11-03/full/apartment\n\
    N07654321,LINDQVIST AGNETA,2026-11-03,2026-12-17,none,five,submit@2026-11-03/full/apartment;host_confirms@2026-11-03;move@2026-11-03\n";
const STAYS: &str = "id,who,on,per_entry,total,window,stays\n\
    N07654321,LINDQVIST AGNETA,2026-11-22,30,90,180,2026-10-01/2026-10-05;2026-11-03/\n\
    N07654321,LINDQVIST AGNETA,2026-12-17,30,90,180,2026-11-03/2026-12-17\n";
const NUMBER: &str = "id,iin\nN07654321,101205600106\n";
/// Of these kinds only the id, or a day, is a person's.
const OTHER: &str = "id,who,on,country,procedure,finding,mission_kind,date,week,unix,zone\n\
    N07654321,LINDQVIST AGNETA,2026-11-03,SWE,pilot_iin,false_data,embassy,2026-11-03,five,1793664000,east\n";
const NO_RECEIPT: &str = "id,who,receipt\nN07654321,LINDQVIST AGNETA,00\n";
const ANSWERS: &str = "visa\nforeigner\n2010-12-05\nfirst_issue\nforeign_mission\nabroad\n";
const DOOR: &str = "1\nvisa\nforeigner\n2010-12-05\nfirst_issue\nforeign_mission\nabroad\n";
const SCANNED: &str = concat!("visa\n", zone!(), "first_issue\nforeign_mission\nabroad\n");
const ZONE: &str = concat!(zone!(), "2026-11-03\n1\nyes\n-\n-\n");
/// Not known until when, an earlier stay and no other, and a move.
const EARLIER: &str =
    "foreigner\n2026-11-03\nArmenia\nno\n?\n2026-10-01\n2026-10-05\n-\n2026-11-03\nyes\n";
const GUEST: &str = concat!(zone!(), "2026-11-03\n1\nno\n2026-12-17\n-\n");
macro_rules! certificate {
    ($address:literal, $script:literal) => {
        concat!(
            "arrived_on=2026-11-03\nstay_until=2026-12-17\ntreaty=none\nscript=submit@2026-11-03/full/apartment",
            $script,
            "\nstay_from=2026-11-03\napplication_number=000000012345\nsurname=LINDQVIST\ngiven_name=AGNETA\n",
            "passport=N07654321\ncitizenship=Sweden\nhost_iin=101205600106\nhost_surname=OMAROV\nhost_given_name=DAULET\n",
            "address=",
            $address,
            "\nqr=https://example.org/N07654321\n"
        )
    };
}
const CERTIFICATE: &str = certificate!("Abay 12", ";host_confirms@2026-11-03");
const NO_ADDRESS: &str = certificate!("", ";host_confirms@2026-11-03");
const NO_CASE: &str = certificate!("Abay 12", "");

/// What nobody may find afterwards: in words; and her birth, her arrival and the last day of her stay as words, as a day in
/// the C interface, and as a packed day in the core.
const NEEDLES: [&[u8]; 15] = [
    b"LINDQVIST",
    b"AGNETA",
    b"N07654321",
    b"101205600106",
    b"OMAROV",
    b"DAULET",
    b"2010-12-05",
    b"\xDA\x07\x0C\x05",
    b"\x05\x6B\x1F",
    b"2026-11-03",
    b"\xEA\x07\x0B\x03",
    b"\xC3\xAA\x1F",
    b"2026-12-17",
    b"\xEA\x07\x0C\x11",
    b"\x11\xAB\x1F",
];

/// All that the kiosk is told: with the receipt that it issued to her, which holds her facts.
fn told() -> Vec<(Vec<&'static str>, String, i32)> {
    let issued = feed(Command::new(kiosk()).arg("receipts"), VISITOR.as_bytes());
    let (names, rows) = table(&issued.stdout);
    let at = names
        .iter()
        .position(|name| name == "receipt")
        .expect("a column");
    let receipts = rows
        .iter()
        .map(|row| format!("N07654321,LINDQVIST AGNETA,{}\n", row[at]));
    let receipts = format!("id,who,receipt\n{}", receipts.collect::<String>());
    let told = TOLD.map(|(mode, input, code)| (mode.to_vec(), input.to_owned(), code));
    told.into_iter()
        .chain([(vec!["verify"], receipts, 0)])
        .collect()
}

#[test]
fn no_mode_of_the_kiosk_leaves_personal_data_in_memory() {
    if !has("gcc") {
        return;
    }
    let folder = folder("personal-data");
    let needles: Vec<_> = NEEDLES
        .iter()
        .map(|needle| OsStr::from_bytes(needle))
        .collect();
    let told = told();
    for options in [&["-O0"][..], &["-O2"], &["-Os", "-flto"]] {
        in_memory(&folder, options);
        let program = folder.join("kiosk");
        let modes = succeed(Command::new(&program).arg("modes"));
        let modes: BTreeSet<_> = modes
            .lines()
            .map(|mode| mode.split(' ').collect())
            .collect();
        let told_in: BTreeSet<Vec<_>> = told.iter().map(|(mode, ..)| mode.clone()).collect();
        let missing: Vec<_> = modes.difference(&told_in).collect();
        assert!(missing.is_empty() && modes.len() > 20, "{missing:?}");
        for (mode, input, code) in &told {
            let file = folder.join("input.txt");
            fs::write(&file, input).expect("the folder is ours");
            let mut kiosk = Command::new(&program);
            kiosk.arg("residue").arg(&file).arg(mode[0]);
            kiosk.arg(mode.get(1).unwrap_or(&"-")).args(&needles);
            // A day is three or four bytes, which an address may have by chance, but not twice.
            let nothing = format!("{code} 0 0\n");
            let mut found = succeed(&mut kiosk);
            if found != nothing {
                found = succeed(&mut kiosk);
            }
            assert_eq!(found, nothing, "{options:?} {mode:?}: {input}");
        }
    }
}

/// Else the test before would look for what the kiosk had refused to read.
#[test]
fn every_mode_of_the_kiosk_answers_about_her() {
    for (mode, input, code) in told() {
        let on: &[&str] = match mode[0] {
            "ask" | "plan" => &["--on", "2026-11-22"],
            _ => &[],
        };
        let output = feed(Command::new(kiosk()).args(&mode).args(on), input.as_bytes());
        assert_eq!(
            output.status.code(),
            Some(code),
            "{mode:?}: {}",
            shown(&output)
        );
        assert_eq!(
            output.stderr.is_empty(),
            code == 0 || mode == ["verify"],
            "{mode:?}: {}",
            shown(&output)
        );
        if code != 0 {
            continue;
        }
        if matches!(mode[0], "lines" | "receipts" | "verify") {
            let (names, rows) = table(&output.stdout);
            assert_eq!(names[1], "status");
            for row in rows {
                // At fifteen no prints are taken for a visa: there is no ticket.
                let is_right = row[1] == "ok" || row[1] == "ticket_obligation";
                assert!(is_right, "{mode:?}: {}", shown(&output));
            }
            continue;
        }
        let text = String::from_utf8_lossy(&output.stdout);
        // Neither a refusal, nor a question without an answer.
        for refusal in [
            "No answer",
            "Please answer",
            "Please type one",
            "Please type the day",
            "no such date",
            "do not fit",
            "No country",
            "all lines again",
            "> \n\n",
        ] {
            assert!(!text.contains(refusal), "{mode:?}: {text}");
        }
    }
}

#[test]
fn no_complaint_of_the_kiosk_names_a_person() {
    for (mode, input, _) in told() {
        for input in [
            input.clone(),
            input.replace("2026-11-22", "LINDQVIST"),
            input.replacen(',', "", 1),
            input.replace(['\n', '='], "2010-12-05"),
        ] {
            let output = feed(Command::new(kiosk()).args(&mode), input.as_bytes());
            let said = &output.stderr;
            for needle in NEEDLES {
                let found = said.windows(needle.len()).any(|part| part == needle);
                assert!(!found, "{mode:?}: {}", shown(&output));
            }
        }
    }
}
