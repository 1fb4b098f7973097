//! Links the release archive of the library, as a C program would, and the if-chain by hand.

use std::env;

fn main() {
    let bench = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    println!("cargo::rerun-if-changed=../target/libkz_rules.a");
    println!("cargo::rustc-link-search=native={bench}/../target");
    println!("cargo::rustc-link-lib=static=kz_rules");
    for file in [
        "c/if_chain.c",
        "c/if_chain.h",
        "c/sizes.c",
        "../include/kz_rules.h",
    ] {
        println!("cargo::rerun-if-changed={file}");
    }
    cc::Build::new()
        .file("c/if_chain.c")
        .file("c/sizes.c")
        .include("../include")
        .opt_level(2)
        .compile("if_chain");
}
