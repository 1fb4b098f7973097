//! The C header: it matches the source, it compiles everywhere, everything in it is documented, and no
//! number and no layout in it ever changes.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use kz_rules_ffi::*;
use kz_rules_tests::abi::CONSTANTS;
use kz_rules_tests::interface::{self, Size, describe};
use kz_rules_tests::tools::{folder, is_committed, read, root, run, shown, succeed};

use crate::dialect::dialects;

/// The committed header.
fn header() -> String {
    read("include/kz_rules.h")
}

#[test]
fn the_committed_headers_match_the_source() {
    let mut check = Command::new(root().join("scripts/header"));
    let output = run(check.arg("--check"));
    assert!(
        output.status.success(),
        "`make header` renews the headers: {}",
        shown(&output)
    );
}

#[test]
fn the_archive_is_built_from_few_crates() {
    let tree = succeed(Command::new(env!("CARGO")).current_dir(root()).args([
        "tree",
        "--locked",
        "--offline",
        "-p",
        "kz-rules-ffi",
        "-e",
        "normal,build",
        "--prefix",
        "none",
    ]));
    let crates: BTreeSet<_> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    for host in ["cbindgen", "syn", "clap", "serde"] {
        assert!(!crates.contains(host), "{host} is built with the archive");
    }
    assert!(crates.len() <= 16, "{crates:?}");
}

#[test]
fn the_example_on_the_first_page_compiles() {
    let header = header();
    let example: Vec<_> = header
        .lines()
        .skip_while(|line| !line.ends_with("#include <stdio.h>"))
        .take_while(|line| !line.starts_with(" * The rules"))
        .map(|line| line.trim_start_matches(" *"))
        .collect();
    assert!(example.len() > 10, "the example is found");
    let path = folder("example").join("example.c");
    fs::write(&path, example.join("\n")).unwrap();
    for dialect in dialects() {
        // Compound literals are C only; a board has no stdio.h of its own.
        if dialect.compiler == "gcc" {
            dialect.compile(&path);
        }
    }
}

#[test]
fn the_header_names_only_what_ships() {
    let header = header();
    for word in [
        "'make ", "`", "docs/", "scripts/", "tests/", ".md", "target/", "feature",
    ] {
        assert!(!header.contains(word), "{word}");
    }
}

#[test]
fn an_ignored_status_warns() {
    let path = folder("ignored").join("ignored.c");
    let source = "#include \"kz_rules.h\"\nvoid ignore(void);\nvoid ignore(void) { kz_date day; kz_today(NULL, 0, 1, &day); }\n";
    for dialect in dialects() {
        fs::write(&path, source).unwrap();
        assert!(dialect.refuses(&path).contains("unused-result"));
        fs::write(&path, format!("#define KZ_NODISCARD\n{source}")).unwrap();
        dialect.compile(&path);
    }
}

#[test]
fn structs_can_be_declared_ahead() {
    let header = header();
    let structs = header
        .lines()
        .filter_map(|line| line.strip_prefix("} ")?.strip_suffix(';'));
    let mut source = String::new();
    for name in structs {
        source += &format!("struct {name};\n");
    }
    source += "#include \"kz_rules.h\"\n";
    let path = folder("ahead").join("ahead.c");
    fs::write(&path, source).unwrap();
    for dialect in dialects() {
        dialect.compile(&path);
    }
}

#[test]
fn it_compiles_alone_twice_first_and_last() {
    let include = "#include \"kz_rules.h\"\n";
    let others =
        "#include <stdbool.h>\n#include <stdio.h>\n#include <string.h>\n#include <time.h>\n";
    // A hosted compiler has these; the one for firmware needs no library.
    let sources = [
        ("alone.c", include.to_owned(), true),
        ("twice.c", include.repeat(2), true),
        ("first.c", format!("{include}{others}"), false),
        ("last.c", format!("{others}{include}"), false),
    ];
    let folder = folder("header");
    let dialects = dialects();
    for (name, text, freestanding) in &sources {
        let source = folder.join(name);
        fs::write(&source, text).unwrap();
        for dialect in &dialects {
            if *freestanding || !dialect.options.contains(&"-ffreestanding") {
                dialect.compile(&source);
            }
        }
    }
}

#[test]
fn the_committed_description_matches_the_header() {
    is_committed(interface::FILE, &describe(&header()), "make interface");
}

#[test]
fn a_breaking_change_must_be_declared() {
    let header = header();
    let described = describe(&header);
    for (old, new) in [
        ("#define KZ_FACT_STANDING 2", "#define KZ_FACT_STANDING 3"),
        ("#define KZ_FACT_STANDING 2", "#define KZ_FACT_STANCE 2"),
        ("  kz_date birth;", "  kz_date born;"),
        ("  kz_date birth;", "  int32_t birth;"),
        ("  kz_date birth;", "  kz_date birth;\n  uint8_t more[4];"),
        (
            "kz_status kz_assess(const kz_law *law,",
            "kz_status kz_assess(kz_law *law,",
        ),
        ("KZ_SET_ADD(set, value)", "KZ_SET_ADD(value, set)"),
        ("typedef uint8_t kz_week;", "typedef uint16_t kz_week;"),
    ] {
        assert!(header.contains(old), "{old}");
        let changed = describe(&header.replacen(old, new, 1));
        assert!(
            interface::broken(&described, &changed).next().is_some(),
            "{old}: {new}"
        );
    }
    let more = header.replacen(
        "#define KZ_FACT_STANDING 2",
        "#define KZ_NEW 7\n#define KZ_FACT_STANDING 2",
        1,
    );
    let more = describe(&more);
    assert_eq!(interface::broken(&described, &more).count(), 0);
    assert_eq!(
        interface::broken(&more, &described).collect::<Vec<_>>(),
        ["constant KZ_NEW - 7"]
    );
}

/// The header, and an assertion at compile time that C99 knows too.
const CHECK: &str = "#include \"kz_rules.h\"\n\
    #define CHECK(name, condition) typedef char check_##name[(condition) ? 1 : -1]\n";

#[test]
fn constants_match_the_list_in_every_dialect() {
    let mut source = format!("{CHECK}#define KZ_TYPED(type, number) ((type)(number))\n");
    for (name, (kind, number)) in &*CONSTANTS {
        source += &format!("CHECK(value_of_{name}, (long)({name}) == {number});\n");
        if *kind != "-" {
            source += &format!("CHECK(type_of_{name}, KZ_TYPED({kind}, {name}) == {name});\n");
        }
    }
    let path = folder("constants").join("constants.c");
    fs::write(&path, source).unwrap();
    for dialect in dialects() {
        dialect.compile(&path);
    }
}

#[test]
fn the_preprocessor_knows_constants_and_macros_without_warnings() {
    let header = header();
    let mut source = String::from("#include \"kz_rules.h\"\n");
    for (name, (_, number)) in &*CONSTANTS {
        source += &format!("#if {name} != {number}\n#error {name}\n#endif\n");
    }
    source += "#define ONE_IF(condition) [(condition) ? 1 : -1]\n\
        typedef char first ONE_IF(KZ_SET_HAS(1u, 1) == 1);\n\
        typedef char last ONE_IF(KZ_SET_HAS(0x80000000u, 32) == 1 && KZ_SET_HAS(1u, 32) == 0);\n\
        typedef char past ONE_IF(KZ_SET_HAS(1, 33) == 0 && KZ_SET_HAS(0xFFFFFFFFu, 0) == 0);\n\
        typedef char of ONE_IF(KZ_SET_OF(1) == 1 && KZ_SET_OF(32) == 0x80000000u);\n\
        typedef char none ONE_IF(KZ_SET_OF(33) == 0 && KZ_SET_OF(0) == 0 && KZ_SET_OF(255) == 0);\n\
        #if !KZ_SET_HAS(KZ_SET_OF(KZ_FACT_BIRTH) | KZ_SET_OF(32), 32)\n#error\n#endif\n\
        kz_set add(kz_set set, kz_fact fact, kz_fact other);\n\
        kz_set add(kz_set set, kz_fact fact, kz_fact other)\n\
        {\n    KZ_SET_ADD(set, fact);\n    KZ_SET_REMOVE(set, other);\n    return set | KZ_SET_OF(other);\n}\n\
        unsigned has(kz_set set, kz_fact fact);\n\
        unsigned has(kz_set set, kz_fact fact) { return KZ_SET_HAS(set, fact); }\n\
        int is_birth(kz_fact fact);\n\
        int is_birth(kz_fact fact) { return fact == KZ_FACT_BIRTH; }\n\
        unsigned is_dark(const uint8_t *modules, uint8_t side, unsigned x, unsigned y);\n\
        unsigned is_dark(const uint8_t *modules, uint8_t side, unsigned x, unsigned y)\n\
        {\n    return KZ_QR_IS_DARK(modules, side, x, y);\n}\n";
    for head in interface::macros(&header) {
        let (name, _) = head.split_once('(').expect("it has arguments");
        assert!(
            source.contains(&format!("{name}(")),
            "{name} is tried in no dialect"
        );
    }
    let path = folder("macros").join("macros.c");
    fs::write(&path, source).unwrap();
    for mut dialect in dialects() {
        dialect.options.push("-Wsign-conversion");
        if dialect.compiler == "g++" {
            dialect.options.push("-Wold-style-cast");
        }
        dialect.compile(&path);
    }
}

#[test]
fn missing_features_can_be_left_out_in_every_dialect() {
    let macros = ["TEXT_KK", "TEXT_RU", "TEXT_EN", "QR", "ED25519"];
    let source = "#include \"kz_rules.h\"\nconst char *say(kz_language language);\n\
        const char *say(kz_language language) { return kz_text(NULL, language, 1, 1, 1); }\n";
    let path = folder("left-out").join("left_out.c");
    fs::write(&path, source).unwrap();
    for dialect in dialects() {
        // None, each alone, and all.
        for left_out in [0, 0b1, 0b10, 0b100, 0b1000, 0b1_0000, 0b1_1111] {
            let is_left_out = |place| left_out >> place & 1 == 1;
            let mut command = dialect.command(&path);
            for (_, name) in macros.iter().enumerate().filter(|it| is_left_out(it.0)) {
                command.arg(format!("-DKZ_HAS_{name}=0"));
            }
            succeed(command.arg("-fsyntax-only"));
        }
    }
}

#[test]
fn layouts_match_the_description_in_every_dialect() {
    let mut source = format!("{CHECK}#define P sizeof(void *)\n");
    for (kind, field, offset, size) in described_layout() {
        source += &match field {
            None => format!("CHECK(size_of_{kind}, sizeof({kind}) == {size});\n"),
            Some(field) => format!(
                "CHECK({field}_of_{kind}, offsetof({kind}, {field}) == {offset} && sizeof((({kind} *)0)->{field}) == {size});\n"
            ),
        };
    }
    let path = folder("layout").join("layout.c");
    fs::write(&path, source).unwrap();
    for dialect in dialects() {
        dialect.compile(&path);
    }
}

/// A struct or a field of it: the struct, the field (none for the struct itself), the offset and the size.
type Line<T> = (String, Option<String>, T, T);

/// The layouts of the description.
fn described_layout() -> Vec<Line<Size>> {
    let text = read(interface::FILE);
    let mut lines = Vec::new();
    for line in text.lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["struct", kind, size] => {
                lines.push((kind.into(), None, Size::default(), Size::read(size)))
            }
            ["field", kind, field, offset, size, ..] => {
                lines.push((
                    kind.into(),
                    Some(field.into()),
                    Size::read(offset),
                    Size::read(size),
                ));
            }
            _ => {}
        }
    }
    lines
}

/// The layouts as Rust sees them. Names every field, or it does not compile.
macro_rules! layout {
    ($($kind:ident { $($field:ident),+ $(,)? })+) => {{
        let mut lines: Vec<Line<usize>> = Vec::new();
        $(
            let _ = |$kind { $($field: _),+ }: $kind| ();
            lines.push((stringify!($kind).into(), None, 0, size_of::<$kind>()));
            $(
                let size = size_of_field(|it: &$kind| &raw const it.$field);
                let offset = std::mem::offset_of!($kind, $field);
                lines.push((stringify!($kind).into(), Some(stringify!($field).into()), offset, size));
            )+
        )+
        lines
    }};
}

fn size_of_field<T, F>(_: fn(&T) -> *const F) -> usize {
    size_of::<F>()
}

fn layout_rust() -> Vec<Line<usize>> {
    layout! {
        kz_law { opaque }
        kz_date { year, month, day }
        kz_law_identity { digest, sequence, known_until, name, name_length }
        kz_provision_info {
            id, title, place, from, until, known_as_of, provision, document, kind, reserved,
        }
        kz_at_least { sequence, name }
        kz_pack_fault { section, row, reserved }
        kz_slots { sequence, at_least, passed, reserved, records }
        kz_slot_choice { at_least, open, write, record, reserved, record_bytes }
        kz_milestone { day, started_count, ended_count, started, ended, reserved }
        kz_facts {
            on, birth, birth_precision, edition, age_reading, reserved, occasion, standing,
            fingerprinted, action, visa_channel, permanent_resident, held_at_commencement,
            question_1, question_2, question_3, question_4, location, may_enter, has_iin,
            mission_in_pilot, mission_takes_fingerprints, passport_in_foreign_language, reserved2,
            declined,
        }
        kz_fact_columns {
            on, on_validity, birth, birth_validity, occasion, standing, fingerprinted, action,
            visa_channel, permanent_resident, held_at_commencement, question_1, question_2, question_3, question_4, declined,
        }
        kz_answer_columns { status, obligations, basis, ask, holds_until }
        kz_assessment {
            outcome, obligation, ask, basis_count, obligations, relevant, holds_until, basis,
            cautions, caution_count, law, conflict, consequence, papers, place, collectors_home,
            collectors_abroad, taken, issued, reserved,
        }
        kz_year { year, certainty, reserved, five, six }
        kz_calendar_day { working, reason, certainty, reserved }
        kz_term_question {
            from, on, stay_until, treaty_days, treaty, week, stay_regime, standing, arrived_to_live,
            reserved,
        }
        kz_skipped_day { date, reason, reserved }
        kz_skipped { count, listed, reserved, days }
        kz_window {
            outcome, covered, transitional, certainty, strict, lenient, stay_until, provision,
            covered_by, cautions, caution_count, law, strict_skipped, lenient_skipped,
        }
        kz_window_day { state, reserved, days_left, days_late }
        kz_arrival { arrived_on, stay_until, treaty_days, treaty, week }
        kz_case { version, body, checksum }
        kz_case_event { on, stay_until, data, event, place, reserved }
        kz_past_event { on, event, state, reserved }
        kz_case_view {
            arrived_on, stay_until, registered_on, deregistered_on, moved_on, earliest, treaty_days,
            registrations, events, ground, possible, treaty, week, state, finding, history_count,
            reserved, history,
        }
        kz_certificate {
            application_number, surname, given_name, patronymic, passport, citizenship, address,
            host_iin, host_surname, host_given_name, host_patronymic, qr, stay_from, stay_until,
        }
        kz_certificate_fault { fault, field, reserved }
        kz_plan_step { step, provision_count, provisions }
        kz_plan_answer {
            verdict, ask, law, step_count, relevant, blocked, ways_out, steps, basis, cautions,
            basis_count, caution_count, reserved,
        }
        kz_ticket_record { bytes }
        kz_ticket { identifier, on, basis, obligation, reserved }
        kz_receipt_record { bytes }
        kz_verification {
            law_digest, law_name, law_sequence, law_known_until, on, obligations_then,
            obligations_now, library, same, library_changed, law_changed, reserved,
        }
        kz_passed { provision, fact, given }
        kz_trace { completion, basis, obligation, passed_count, passed }
        kz_stay_rule { per_entry, total, window }
        kz_stay { entered, left }
        kz_last_day { day, kind, reserved }
        kz_stay_answer {
            used_strict, used_lenient, last_strict, last_lenient, next_entry, state, reserved,
        }
        kz_country_answer { stay, treaty, provisions, provision_count, pilot, stay_regime, law }
        kz_iin_way_info { step, open, provision_count, reserved, provisions }
        kz_pilot_papers { running, translation, legalisation, provision_count, provisions }
        kz_refusal { ground, cure, inferred }
        kz_iin_hint { birth, sex, reserved }
        kz_mrz {
            birth, expires, birth_precision, standing, document, layout, nationality, country, reserved,
        }
        kz_mrz_fault { line, column, expected, reserved }
    }
}

#[test]
fn layouts_are_the_same_in_rust_and_leave_no_gap() {
    let here = |size: Size| size.with_pointers_of(size_of::<*const u8>());
    let described = described_layout().into_iter();
    let c: BTreeSet<_> = described
        .map(|(kind, field, offset, size)| (kind, field, here(offset), here(size)))
        .collect();
    let rust = layout_rust();
    assert_eq!(c, rust.iter().cloned().collect());
    let mut end = 0;
    let mut whole = 0;
    for (kind, field, offset, size) in rust {
        match field {
            None => {
                assert_eq!(end, whole, "before {kind}: padding at the end");
                (end, whole) = (0, size);
            }
            Some(field) => {
                assert_eq!(offset, end, "{kind}.{field}: padding before it");
                end += size;
            }
        }
    }
    assert_eq!(end, whole, "padding at the end of the last one");
}

#[test]
fn everything_in_the_header_is_documented() {
    let header = header();
    // The mark of a status is between its function and the comment.
    let lines: Vec<_> = header
        .lines()
        .filter(|line| !line.contains("KZ_NODISCARD"))
        .collect();
    let mut documented = 0;
    // A comment that ends on the line above and belongs to nothing there; or, for a constant or a field, one on its own line.
    let mut in_function = false;
    let code_of = |line: &str| line.split("/*").next().unwrap_or_default().trim_end().len();
    for (place, line) in lines.iter().enumerate() {
        let said = place > 0
            && lines[place - 1].ends_with("*/")
            && (!lines[place - 1].contains("/*") || code_of(lines[place - 1]) == 0);
        let continues = in_function;
        let code = &line[..code_of(line)];
        let is_constant = code.starts_with("#define KZ_") && code != "#define KZ_RULES_H";
        let is_type = code.starts_with("typedef ");
        let is_field =
            code.starts_with("  ") && code.ends_with(';') && !continues && !line.starts_with("   ");
        let is_function = !code.starts_with(' ')
            && code.contains("kz_")
            && code.contains('(')
            && !code.starts_with(['#', '/']);
        in_function = (is_function || continues) && !code.ends_with(';');
        if is_constant || is_type || is_field || is_function {
            let beside = (is_constant || is_field) && line.ends_with("*/");
            assert!(
                said || beside,
                "line {} of the header has no comment: {line}",
                place + 1
            );
            documented += 1;
        }
    }
    assert!(documented > 390, "only {documented} declarations are found");
}
