//! The headers. The one for C has constants from the engine and its law, and structs and functions from the sources of
//! kz-rules-ffi, grouped by subject. The one for C++ is made from it.

mod cpp;
mod sections;
mod text;

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use sections::{FORWARD, SECTIONS, Section};

/// The features of the library, each with its macro, which is 0 if the library was built without it.
const FEATURES: [(&str, &str); 6] = [
    ("text-kk", "KZ_HAS_TEXT_KK"),
    ("text-ru", "KZ_HAS_TEXT_RU"),
    ("text-en", "KZ_HAS_TEXT_EN"),
    ("qr", "KZ_HAS_QR"),
    ("mrz", "KZ_HAS_MRZ"),
    ("ed25519", "KZ_HAS_ED25519"),
];

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Compare the headers with the sources, and write nothing.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(options: &Options) -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package lies in the repository");
    let c = header(root);
    let cpp = cpp::header(&c);
    let mut is_current = true;
    for (file, header) in [("include/kz_rules.h", c), ("include/kz_rules.hpp", cpp)] {
        let path = root.join(file);
        if !options.check {
            fs::write(path, header).expect("the header can be written");
            println!("{file}");
        } else if !fs::read_to_string(path).is_ok_and(|committed| committed == header) {
            eprintln!("{file} does not match the sources: `make header` renews it");
            is_current = false;
        }
    }
    if is_current {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The whole header.
fn header(root: &Path) -> String {
    let mut header = String::from(include_str!("top.h"));
    header += &text::versions();
    header += include_str!("basics.h");
    for section in SECTIONS {
        header += &text::heading(section.title, section.about);
        for set in section.sets {
            header += &text::set(set);
        }
        header += &declarations(root, section);
        if !section.macros.is_empty() {
            header += "\n";
            header += section.macros;
        }
    }
    header += &text::heading("Statuses", "");
    header += &text::statuses();
    header += &text::heading(
        "Editions, documents and provisions",
        "The numbers of the built-in law. Another law may have others: kz_provision_at() finds them.",
    );
    header += &text::law_numbers();
    header += &text::heading("Vocabularies", "What kz_name() and kz_text() can look up.");
    header += &text::set("vocabulary");
    header += &text::heading("Stack", "");
    header += &text::stack(&read(&root.join("kz-rules-ffi/stack.csv")));
    header += "\n#ifdef __cplusplus\n}\n#endif\n\n#endif /* KZ_RULES_H */\n";
    header
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The declarations of a section, from its sources.
fn declarations(root: &Path, section: &Section) -> String {
    let mut config = cbindgen::Config {
        language: cbindgen::Language::C,
        no_includes: true,
        style: cbindgen::Style::Both,
        documentation_style: cbindgen::DocumentationStyle::C,
        usize_is_size_t: true,
        line_length: 100,
        ..Default::default()
    };
    config.constant.allow_static_const = false;
    config.defines = FEATURES
        .iter()
        .map(|(feature, name)| (format!("feature = {feature}"), (*name).to_owned()))
        .collect();
    // No function of its section takes it, so cbindgen would leave it out.
    config.export.include = vec!["kz_date".into()];
    let mut builder = cbindgen::Builder::new().with_config(config);
    for source in section.sources {
        builder = builder.with_src(root.join("kz-rules-ffi/src").join(source));
    }
    let bindings = builder.generate().expect("the sources are valid Rust");
    let mut declared = Vec::new();
    bindings.write(&mut declared);
    let declared = String::from_utf8(declared).expect("the sources are UTF-8");
    text::tidy(&declared, FORWARD)
}
