//! Compiles the if-chain by hand.

fn main() {
    for file in [
        "c/if_chain.c",
        "c/if_chain.h",
        "../include/kz_rules.h",
    ] {
        println!("cargo::rerun-if-changed={file}");
    }
    cc::Build::new()
        .file("c/if_chain.c")
        .include("../include")
        .opt_level(2)
        .compile("if_chain");
}
