//! The C++ header: it covers the whole C header, compiles everywhere, and each wrapper answers like the C function.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use kz_rules_tests::interface;
use kz_rules_tests::packs::{owned, unsigned};
use kz_rules_tests::tools::{archive, folder, read, root, succeed};

use crate::dialect::{Dialect, cpp_dialects};

const HEADER: &str = "include/kz_rules.hpp";

/// The parts of the C header that the C++ header lacks, each with the reason.
const EXCUSED: [(&str, &str); 3] = [
    (
        "field kz_law opaque",
        "it is not for use, and kz::OpenedLaw is a kz_law",
    ),
    ("macro KZ_SET_OF", "kz::Set{value}"),
    (
        "type kz_verifier",
        "kz::OpenedLaw::open() takes what can be called",
    ),
];

/// The code of a source without its comments.
fn code(source: &str) -> String {
    let lines = source.lines();
    let code = lines.map(|line| line.split("//").next().unwrap_or(line));
    code.collect::<Vec<_>>().join("\n")
}

/// Whether a text contains a word, not as part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |it: Option<char>| it.is_some_and(|it| it.is_ascii_alphanumeric() || it == '_');
    text.match_indices(word).any(|(at, _)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}

/// The item in a line of the list of the C interface, and the word that shows that the C++ header has it.
fn place(line: &str) -> (String, String) {
    let words: Vec<_> = line.split(' ').collect();
    match words[..] {
        ["field", of, field, ..] => (format!("field {of} {field}"), format!("{of}::{field}")),
        ["function" | "inline", ..] => {
            let (before, _) = line.split_once('(').expect("it has parameters");
            let name = before.rsplit([' ', '*']).next().expect("a name");
            (format!("function {name}"), name.to_owned())
        }
        ["macro", ..] => {
            let name = words[1].split('(').next().expect("a name");
            (format!("macro {name}"), name.to_owned())
        }
        ["type", ..] if line.contains('(') => ("type kz_verifier".into(), "kz_verifier".into()),
        [what, name, ..] => (format!("{what} {name}"), name.to_owned()),
        _ => panic!("{}: {line}", interface::FILE),
    }
}

#[test]
fn the_cpp_header_covers_the_c_header_or_has_a_reason() {
    let (header, list) = (code(&read(HEADER)), read(interface::FILE));
    let mut missing = Vec::new();
    let mut excused = Vec::new();
    for line in list.lines() {
        let (what, word) = place(line);
        let is_reserved = what.starts_with("field ") && what.contains(" reserved");
        let reason = EXCUSED.iter().find(|(it, _)| *it == what);
        match (has_word(&header, &word), reason) {
            (false, None) if !is_reserved => missing.push(what),
            (false, Some((it, _))) => excused.push(*it),
            (true, Some(_)) => panic!("{what} has its place: it needs no excuse"),
            _ => {}
        }
    }
    assert!(
        missing.is_empty(),
        "neither in {HEADER} nor excused. A function is wrapped in tools/src/header/cpp/law.hpp: {missing:#?}"
    );
    assert_eq!(
        excused.len(),
        EXCUSED.len(),
        "excused, and gone: {EXCUSED:?}"
    );
}

/// The name of the function whose parameters are at the end of a text, without its qualifiers.
fn function_before(text: &str) -> &str {
    let end = text.rfind(')').expect("it has parameters");
    let mut depth = 0;
    let is_start = |it: char| {
        depth += i32::from(it == ')') - i32::from(it == '(');
        depth == 0
    };
    let start = text[..=end].rfind(is_start).expect("they begin");
    let name = text[..start].rsplit(|it: char| !it.is_ascii_alphanumeric() && it != '_');
    name.into_iter().next().unwrap_or_default()
}

#[test]
fn every_function_is_compared_and_every_wrapper_called() {
    let (header, tests) = (read(HEADER), code(&read("tests/cpp/wrappers.cpp")));
    let list = read(interface::FILE);
    for prototype in interface::prototypes(&list) {
        let (name, _) = prototype.split_once('(').expect("it has parameters");
        assert!(
            tests.contains(&format!("{name}(")),
            "{name} is not compared"
        );
    }
    let (_, wrappers) = header
        .split_once("// ==== Functions that need no law")
        .expect("the functions");
    let wrappers = code(wrappers);
    let mut count = 0;
    for (end, _) in wrappers.match_indices(" noexcept") {
        let name = function_before(&wrappers[..end]);
        // Constructors and operators are written differently.
        if name.starts_with(|it: char| it.is_ascii_lowercase()) && name != "bool" {
            let is_called = [format!("{name}("), format!("{name}<")];
            assert!(
                is_called.iter().any(|call| tests.contains(call)),
                "{name} is not called"
            );
            count += 1;
        }
    }
    assert!(count > 50, "{count} wrappers are found");
}

/// Those of the first standard: one for each compiler.
fn of_the_first_standard() -> Vec<Dialect> {
    let mut dialects = cpp_dialects();
    dialects.retain(|dialect| dialect.options.contains(&"-std=c++17"));
    dialects
}

/// Builds a program in a dialect of this host, and returns what it prints.
fn runs(dialect: &Dialect, source: &Path, folder: &Path, arguments: &[&str]) -> String {
    let program = folder.join(dialect.compiler);
    let mut build = dialect.command(source);
    succeed(build.arg(archive()).arg("-o").arg(&program));
    succeed(Command::new(program).args(arguments))
}

#[test]
fn each_wrapper_answers_as_the_c_function_does() {
    let folder = folder("cpp-wrappers");
    let pack = folder.join("law.kzl");
    let law = owned(&read("law/kazakhstan.md"), &[]);
    fs::write(&pack, unsigned(&law.sections())).expect("the folder is ours");
    let source = root().join("tests/cpp/wrappers.cpp");
    let pack = pack.to_str().expect("a path in UTF-8");
    for dialect in of_the_first_standard()
        .iter()
        .filter(|it| it.is_of_this_host())
    {
        let said = runs(dialect, &source, &folder, &[pack]);
        let numbers: Vec<usize> = said
            .split(' ')
            .filter_map(|word| word.parse().ok())
            .collect();
        assert!(numbers[0] > 30_000 && numbers[1] > 300, "{said}");
    }
}

#[test]
fn every_wrapper_compiles_in_every_dialect_without_a_warning() {
    // Those of this host with the first standard are built by the test above.
    let dialects = cpp_dialects();
    let is_built = |it: &&Dialect| it.is_of_this_host() && it.options.contains(&"-std=c++17");
    let rest: Vec<_> = dialects.iter().filter(|it| !is_built(it)).collect();
    thread::scope(|scope| {
        for half in rest.chunks(rest.len().div_ceil(2).max(1)) {
            let source = root().join("tests/cpp/wrappers.cpp");
            scope.spawn(move || half.iter().for_each(|dialect| dialect.compile(&source)));
        }
    });
}

/// The structs with their fields, from the list of the C interface.
fn fields() -> Vec<(String, Vec<String>)> {
    let mut structs: Vec<(String, Vec<String>)> = Vec::new();
    for line in read(interface::FILE).lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["struct", name, _] => structs.push((name.to_owned(), Vec::new())),
            ["field", _, field, ..] => {
                let (_, fields) = structs.last_mut().expect("a struct is before its fields");
                fields.push(field.to_owned());
            }
            _ => {}
        }
    }
    structs
}

/// Structs without an accessor for each field: a law, a day, and columns, which are set individually.
const NOT_FIELD_BY_FIELD: [&str; 4] = ["kz_law", "kz_date", "kz_fact_columns", "kz_answer_columns"];
/// Fields that belong to another, or have several accessors: tests/cpp/wrappers.cpp tests them.
const TOGETHER: [&str; 6] = [
    "kz_year five",
    "kz_year six",
    "kz_slots sequence",
    "kz_slots passed",
    "kz_slots records",
    "kz_law_identity name_length",
];

/// A program that sets each field, first alone, then all the others, and checks its accessor; and that sets it here.
fn accessors() -> (String, usize) {
    let header = read(HEADER);
    let pascal = |name: &str| {
        let words = name.trim_start_matches("kz_").split('_');
        words
            .map(|word| word[..1].to_uppercase() + &word[1..])
            .collect::<String>()
    };
    let mut source = read("tests/cpp/accessors.hpp") + "\nint main()\n{\n";
    let mut count = 0;
    for (c, fields) in fields() {
        if NOT_FIELD_BY_FIELD.contains(&&*c) {
            continue;
        }
        let cpp = pascal(&c);
        let counts = |field: &str| field.ends_with("_count") || field == "listed";
        for field in &fields {
            // A birth date is set with its precision: tests/cpp/wrappers.cpp tests that too.
            let has_precision = fields.contains(&format!("{field}_precision"));
            let is_part = counts(field) || field.ends_with("_precision") || has_precision;
            let is_left_out = is_part || field.starts_with("reserved");
            if is_left_out || TOGETHER.contains(&&*format!("{c} {field}")) {
                continue;
            }
            let set = |field: &str| format!("set(c.{field}); ");
            // The count of a list is set with it.
            let alone: String = fields
                .iter()
                .filter(|it| *it == field || counts(it) || it.ends_with("_length"))
                .map(|it| set(it))
                .collect();
            let others: String = fields
                .iter()
                .filter(|it| *it != field)
                .map(|it| set(it))
                .collect();
            let mut block = |lines: String| source += &format!("    {{\n{lines}    }}\n");
            block(format!(
                "        {c} c = {c}(); {alone}\n        const kz::{cpp} x(c);\n        CHECK(is_told(x.{field}()));\n"
            ));
            block(format!(
                "        {c} c = {c}(); {others}\n        empty(c.{field});\n        const kz::{cpp} x(c);\n        \
                 CHECK(!is_told(x.{field}()));\n"
            ));
            if header.contains(&format!("constexpr {cpp} &{field}(")) {
                block(format!(
                    "        {c} c = {c}(); {}\n        const kz::{cpp} given(c);\n        kz::{cpp} x;\n        \
                     x.{field}(to_set(given.{field}(), c.{field}));\n        \
                     CHECK(x == given && x.{field}() == given.{field}());\n",
                    set(field)
                ));
            }
            count += 1;
        }
    }
    (source + "    return 0;\n}\n", count)
}

#[test]
fn each_accessor_reads_its_field_and_no_other() {
    let (source, count) = accessors();
    assert!(count > 150, "{count} accessors are found");
    let folder = folder("cpp-accessors");
    let path = folder.join("accessors.cpp");
    fs::write(&path, source).expect("the folder is ours");
    for dialect in of_the_first_standard()
        .iter()
        .filter(|it| it.compiler == "g++")
    {
        runs(dialect, &path, &folder, &[]);
    }
}

/// Numbers whose 0 has a meaning.
const COUNTS: [&str; 1] = ["days_late"];

#[test]
fn a_number_whose_0_means_none_is_optional() {
    let header = read(HEADER);
    let (mut said, mut optional) = (String::new(), 0);
    for line in header.lines().map(str::trim) {
        if let Some(comment) = line.strip_prefix("// ") {
            said += comment;
            continue;
        }
        let said = std::mem::take(&mut said);
        let Some((declared, _)) = line.split_once("() const noexcept") else {
            continue;
        };
        let (kind, name) = declared.rsplit_once(' ').expect("a type and a name");
        let is_number = |kind: &str| kind.starts_with("std::int") || kind.starts_with("std::uint");
        let kind = kind.trim_start_matches("constexpr ");
        if is_number(kind) && has_word(&said, "0") && !said.contains("from 0") {
            assert!(COUNTS.contains(&name), "{name} is no std::optional: {said}");
        }
        optional += usize::from(kind.strip_prefix("std::optional<").is_some_and(is_number));
    }
    assert!(optional > 8, "{optional} numbers may be none");
}

#[test]
fn the_example_on_its_first_page_compiles() {
    let header = read(HEADER);
    let example: Vec<_> = header
        .lines()
        .skip_while(|line| !line.ends_with("#include <cstdio>"))
        .take_while(|line| !line.starts_with("// The rules"))
        .map(|line| line.trim_start_matches("//"))
        .collect();
    assert!(example.len() > 10, "the example is found");
    let path = folder("cpp-example").join("example.cpp");
    fs::write(&path, example.join("\n")).expect("the folder is ours");
    for dialect in of_the_first_standard() {
        dialect.compile(&path);
    }
}

/// What an object may require from a platform: this library, memory, texts, and the standard input and output of the example.
const ASKED_FOR: [&str; 9] = [
    "kz_",
    "mem",
    "str",
    "print",
    "puts",
    "putchar",
    "fgets",
    "sscanf",
    "_impure_ptr",
];

#[test]
fn a_visit_on_a_cortex_m4_needs_neither_heap_nor_exceptions() {
    let dialects = of_the_first_standard();
    let Some(dialect) = dialects.iter().find(|it| !it.is_of_this_host()) else {
        return;
    };
    let object = folder("cpp-cortex-m4").join("visit.o");
    let mut compile = dialect.command(&root().join("examples/minimal/visit.cpp"));
    succeed(compile.args(["-Os", "-c", "-o"]).arg(&object));
    let mut nm = Command::new("arm-none-eabi-nm");
    let asked = succeed(nm.args(["--undefined-only", "--format=posix"]).arg(&object));
    assert!(asked.contains("kz_assess U"), "{asked}");
    for name in asked.lines() {
        assert!(
            ASKED_FOR.iter().any(|it| name.starts_with(it)),
            "{name} is asked for"
        );
    }
}

/// Lines that must not compile, each with part of the message of a compiler.
const REFUSED: [(&str, &[&str]); 15] = [
    (
        "kz::Law().assess(kz::Facts());",
        &["nodiscard", "unused-result"],
    ),
    ("kz::Law().self_test();", &["nodiscard", "unused-result"]),
    (
        "for (auto it : kz::Law().assess(kz::Facts())->basis()) (void)it;",
        &["deleted"],
    ),
    (
        "for (auto it : kz::Assessment().basis()) (void)it;",
        &["deleted"],
    ),
    ("kz::Law law = kz::OpenedLaw(); (void)law;", &["deleted"]),
    (
        "(void)kz::Law().label<kz::Language::Ru>(kz::Step::Enter);",
        &[
            "built without this language",
            "required from here",
            "requested here",
        ],
    ),
    // A temporary container whose contents would be kept.
    (
        "(void)kz::OpenedLaw::open(std::array<std::uint8_t, 9>(), [](kz::Bytes, kz::Bytes) { return true; });",
        &["deleted"],
    ),
    (
        "(void)kz::OpenedLaw::open_already_verified(std::array<std::uint8_t, 9>());",
        &["deleted"],
    ),
    (
        "(void)kz::render(kz::Case(), kz::Certificate(), std::array<char, 9>());",
        &["deleted"],
    ),
    (
        "(void)kz::qr_encode(\"\", kz::Span<std::uint8_t>(), std::array<std::uint8_t, 9>());",
        &["deleted"],
    ),
    (
        "kz::FactColumns().on(std::array<std::int32_t, 9>());",
        &["deleted"],
    ),
    // The law gives this count, not the compiler.
    ("(void)kz::Values<kz::Edition>();", &OF_A_LAW),
    ("(void)kz::Values<kz::Document>();", &OF_A_LAW),
    ("(void)kz::Values<kz::Provision>();", &OF_A_LAW),
    ("(void)kz::Values<kz::Status>();", &OF_A_LAW),
];

/// The message about values that only a law can count.
const OF_A_LAW: [&str; 3] = [
    "the law says how many there are",
    "required from here",
    "requested here",
];

#[test]
fn wrong_code_does_not_compile() {
    let path = folder("cpp-refused").join("refused.cpp");
    let mut source = String::from("#define KZ_HAS_TEXT_RU 0\n#include \"kz_rules.hpp\"\n");
    for (number, (line, _)) in (3..).zip(&REFUSED) {
        source += &format!("void wrong_{number}() {{ {line} }}\n");
    }
    fs::write(&path, source).expect("the folder is ours");
    for dialect in of_the_first_standard() {
        let said = dialect.refuses(&path);
        for (number, (line, words)) in (3..).zip(&REFUSED) {
            let place = format!("refused.cpp:{number}:");
            let mut of_line = said.lines().filter(|said| said.contains(&place));
            assert!(
                of_line.any(|said| words.iter().any(|word| said.contains(word))),
                "{line}: {said}"
            );
        }
    }
}

#[test]
fn missing_features_can_be_left_out() {
    let path = folder("cpp-left-out").join("left_out.cpp");
    let source = "#include \"kz_rules.hpp\"\nstd::string_view say(kz::Language language);\n\
        std::string_view say(kz::Language language) { return kz::Law().label(language, kz::Step::Enter); }\n";
    fs::write(&path, source).expect("the folder is ours");
    let macros = ["TEXT_KK", "TEXT_RU", "TEXT_EN", "QR", "ED25519", "MRZ"];
    for dialect in of_the_first_standard() {
        let mut command = dialect.command(&path);
        command.args(macros.map(|name| format!("-DKZ_HAS_{name}=0")));
        succeed(command.arg("-fsyntax-only"));
    }
}
