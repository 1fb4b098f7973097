//! The languages of the texts in a C program: it carries only those that it calls, and cannot call one that its
//! library was built without.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use kz_rules_core::{Language, Law};
use kz_rules_tests::glossary::{PHRASES, set, sets};
use kz_rules_tests::tools::{archive, archive_with, folder, has, root, run, shown, succeed};

/// Every text of the library and of the law in a language, in the form that a program contains.
fn texts(language: Language) -> BTreeSet<String> {
    let lines = sets()
        .filter(|of| *of != PHRASES)
        .flat_map(|of| set(language, of));
    let texts = lines.flat_map(|(_, (label, sentence))| [label, sentence]);
    texts.flatten().map(|text| format!("{text}\0")).collect()
}

/// Builds a program that returns the value of an expression, with an archive and flags.
fn build(name: &str, expression: &str, archive: &Path, flags: &[&str]) -> (PathBuf, Output) {
    let folder = folder(name);
    let (source, program) = (folder.join("program.c"), folder.join("program"));
    let text = format!(
        "#include \"kz_rules.h\"\nint main(int argc, char **argv)\n{{\n    (void)argv;\n    return ({expression}) == NULL;\n}}\n"
    );
    fs::write(&source, text).expect("the folder is ours");
    let mut gcc = Command::new("gcc");
    gcc.args(["-std=c99", "-Wall", "-Werror", "-Wl,--gc-sections", "-I"])
        .arg(root().join("include"))
        .args(flags)
        .arg(&source)
        .arg(archive)
        .arg("-o")
        .arg(&program);
    (program, run(&mut gcc))
}

/// Code that asks a function for the label of an obligation unknown to the compiler.
fn ask(function: &str, language: &str) -> String {
    format!(
        "{function}(NULL, {language}KZ_VOCABULARY_OBLIGATION, (uint16_t)argc, KZ_TEXT_FORM_LABEL)"
    )
}

#[test]
fn a_program_with_one_language_carries_no_other() {
    if !has("gcc") {
        return;
    }
    // A loaded law uses them for texts that it lacks.
    let law = Law::BUILT_IN.sections();
    let ids = [law.document_texts, law.provision_texts, law.names];
    let ids = ids.map(|texts| String::from_utf8_lossy(texts.as_bytes()).into_owned());
    let ids = ids.concat();
    for language in Language::ALL {
        let name = format!("speaks-{language}");
        let call = ask(&format!("kz_text_{language}"), "");
        let (program, built) = build(&name, &call, archive(), &[]);
        assert!(built.status.success(), "{}", shown(&built));
        succeed(&mut Command::new(&program));
        let bytes = fs::read(&program).expect("it is built");
        let bytes = String::from_utf8_lossy(&bytes);
        let own = texts(*language);
        let missing: Vec<_> = own.iter().filter(|text| !bytes.contains(*text)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
        let others = Language::ALL.iter().filter(|other| *other != language);
        let foreign: Vec<_> = others
            .flat_map(|other| texts(*other))
            // A short text may be the end of another, or of an identifier of the law.
            .filter(|text| !own.iter().any(|own| own.ends_with(text)) && !ids.contains(text))
            .filter(|text| bytes.contains(text))
            .collect();
        assert!(foreign.is_empty(), "{language}: {foreign:?}");
    }
}

/// An archive with Russian only.
fn russian() -> &'static Path {
    static ARCHIVE: OnceLock<PathBuf> = OnceLock::new();
    ARCHIVE.get_or_init(|| archive_with("text-ru", &folder("russian")))
}

const LEFT_OUT: [&str; 5] = [
    "-DKZ_HAS_ED25519=0",
    "-DKZ_HAS_TEXT_KK=0",
    "-DKZ_HAS_TEXT_EN=0",
    "-DKZ_HAS_QR=0",
    "-DKZ_HAS_MRZ=0",
];

#[test]
fn a_language_that_the_library_is_built_without_does_not_link() {
    if !has("gcc") {
        return;
    }
    for language in Language::ALL {
        let name = format!("linked-{language}");
        let function = format!("kz_text_{language}");
        let (_, built) = build(&name, &ask(&function, ""), russian(), &[]);
        let said = shown(&built);
        if *language == Language::Ru {
            assert!(built.status.success(), "{said}");
        } else {
            assert!(
                said.contains(&format!("undefined reference to `{function}'")),
                "{said}"
            );
        }
    }
    let (_, built) = build(
        "linked-any",
        &ask("kz_text", "(kz_language)argc, "),
        russian(),
        &[],
    );
    assert!(
        shown(&built).contains("undefined reference"),
        "{}",
        shown(&built)
    );
}

#[test]
fn a_program_that_knows_what_is_left_out_links_and_cannot_call_it() {
    if !has("gcc") {
        return;
    }
    for (language, is_there) in [("KK", false), ("RU", true), ("EN", false)] {
        let call = ask(
            "kz_text",
            &format!("(kz_language)(KZ_LANGUAGE_{language} * argc), "),
        );
        let (program, built) = build(&format!("asked-{language}"), &call, russian(), &LEFT_OUT);
        assert!(built.status.success(), "{}", shown(&built));
        assert_eq!(
            run(&mut Command::new(program)).status.success(),
            is_there,
            "{language}"
        );
    }
    let (_, built) = build("declared-kk", &ask("kz_text_kk", ""), russian(), &LEFT_OUT);
    assert!(
        shown(&built).contains("implicit declaration"),
        "{}",
        shown(&built)
    );
}
