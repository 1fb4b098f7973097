//! JavaScript's view of the C interface: the offsets of fields, generated from the header. (The explorer and the npm
//! package themselves are tested in a browser and in Node: `make explorer-test`.)

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kz_rules_tests::tools::{folder, has, read, root, run, shown, succeed};

/// Runs the generator on a header; returns C that asserts the offsets of the fields.
fn layout(name: &str, header: &str) -> PathBuf {
    let folder = folder(name);
    // Its name differs from that of the header which C includes.
    let (source, layout) = (folder.join("header.h"), folder.join("layout.c"));
    fs::write(&source, header).expect("the folder is ours");
    succeed(
        Command::new("node")
            .arg(root().join("packages/kz-rules/generate.mjs"))
            .arg(&source)
            .arg(folder.join("interface.ts"))
            .arg(&layout),
    );
    layout
}

/// A compiler with pointers of four bytes and 64-bit numbers aligned to eight, as in wasm.
fn compile(layout: &Path) -> Output {
    let mut gcc = Command::new("arm-none-eabi-gcc");
    run(gcc
        .args(["-std=c11", "-fsyntax-only", "-I"])
        .arg(root().join("include"))
        .arg(layout))
}

#[test]
fn javascript_finds_each_field_where_c_has_it() {
    if !has("node") || !has("arm-none-eabi-gcc") {
        return;
    }
    let header = read("include/kz_rules.h");
    let layout_of_header = layout("explorer-layout", &header);
    let asserted = fs::read_to_string(&layout_of_header).expect("it is written");
    assert!(asserted.matches("_Static_assert").count() > 300);
    let output = compile(&layout_of_header);
    assert!(output.status.success(), "{}", shown(&output));

    // A field at another offset is noticed.
    let changed = header.replacen(
        "  kz_age_reading age_reading;",
        "  uint16_t age_reading;",
        1,
    );
    assert_ne!(changed, header);
    let output = compile(&layout("explorer-layout-changed", &changed));
    assert!(!output.status.success());
}
