//! Linker options for a program without an operating system.

fn main() {
    // The folder of memory.x.
    println!("cargo:rustc-link-search={}", env!("CARGO_MANIFEST_DIR"));
    println!("cargo:rerun-if-changed=memory.x");
    // The start-up code is that of cortex-m-rt, not the linker's.
    for argument in ["-nostartfiles", "-Tlink.x", "-Tdefmt.x"] {
        println!("cargo:rustc-link-arg-bins={argument}");
    }
}
