//! Tells the linker what a program without an operating system takes.

fn main() {
    // Here lies memory.x.
    println!("cargo:rustc-link-search={}", env!("CARGO_MANIFEST_DIR"));
    println!("cargo:rerun-if-changed=memory.x");
    // The start-up code comes with cortex-m-rt: the linker's own is not wanted.
    for argument in ["-nostartfiles", "-Tlink.x", "-Tdefmt.x"] {
        println!("cargo:rustc-link-arg-bins={argument}");
    }
}
