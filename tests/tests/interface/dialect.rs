//! Compilers of C and C++ with the options of one dialect.

use std::path::Path;
use std::process::Command;

use kz_rules_tests::tools::{has, root, run, skip, succeed};

/// A compiler with the options of one dialect.
pub(crate) struct Dialect {
    pub(crate) compiler: &'static str,
    pub(crate) options: Vec<&'static str>,
}

const WARNINGS: [&str; 6] = [
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Wconversion",
    "-Wundef",
    "-Werror",
];
/// Warnings that only C compilers know.
const C_WARNINGS: [&str; 2] = ["-Wc++-compat", "-Wstrict-prototypes"];
/// Warnings that code for C++ only must not give either.
const CPP_WARNINGS: [&str; 3] = ["-Wsign-conversion", "-Wold-style-cast", "-Wshadow"];

/// Every dialect of the C header whose compiler is installed.
pub(crate) fn dialects() -> Vec<Dialect> {
    let c = |compiler, options: &[&'static str]| Dialect {
        compiler,
        options: [&["-x", "c"], &WARNINGS[..], &C_WARNINGS, options].concat(),
    };
    let cpp = |compiler, standard| Dialect {
        compiler,
        options: [&["-x", "c++"], &WARNINGS[..], &[standard]].concat(),
    };
    let cortex_m0 = |enums| {
        let target = [
            "-std=c99",
            "-mcpu=cortex-m0",
            "-mthumb",
            "-ffreestanding",
            enums,
        ];
        c("arm-none-eabi-gcc", &target)
    };
    installed(vec![
        c("gcc", &["-std=c99"]),
        c("gcc", &["-std=c11"]),
        c("gcc", &["-std=c17"]),
        c("gcc", &["-std=c2x"]),
        cpp("g++", "-std=c++11"),
        cpp("g++", "-std=c++17"),
        cpp("g++", "-std=c++20"),
        cortex_m0("-fshort-enums"),
        cortex_m0("-fno-short-enums"),
    ])
}

/// Every dialect of the C++ header whose compiler is installed: none has exceptions or run-time type information.
pub(crate) fn cpp_dialects() -> Vec<Dialect> {
    let cpp = |compiler, standard, target: &[&'static str]| Dialect {
        compiler,
        options: [
            &WARNINGS[..],
            &CPP_WARNINGS,
            &["-fno-exceptions", "-fno-rtti", standard],
            target,
        ]
        .concat(),
    };
    let cortex_m4 = ["-mcpu=cortex-m4", "-mthumb"];
    let standards = ["-std=c++17", "-std=c++20", "-std=c++2b"];
    let dialects = standards.into_iter().flat_map(|standard| {
        [
            cpp("g++", standard, &[]),
            cpp("clang++", standard, &[]),
            cpp("arm-none-eabi-g++", standard, &cortex_m4),
        ]
    });
    installed(dialects.collect())
}

/// Those whose compiler, and for C++ its library, is installed.
fn installed(dialects: Vec<Dialect>) -> Vec<Dialect> {
    let mut known: Vec<(&str, bool)> = Vec::new();
    let mut is_installed = |compiler| {
        if let Some((_, is)) = known.iter().find(|(name, _)| *name == compiler) {
            return *is;
        }
        let is = has(compiler) && (compiler != "arm-none-eabi-g++" || has_library(compiler));
        known.push((compiler, is));
        is
    };
    let dialects = dialects.into_iter();
    dialects.filter(|it| is_installed(it.compiler)).collect()
}

/// Whether a compiler for C++ has its standard library, which for ARM is a package of its own.
fn has_library(compiler: &str) -> bool {
    let found = succeed(Command::new(compiler).arg("-print-file-name=libstdc++.a"));
    let is = found.starts_with('/');
    if !is {
        skip("libstdc++-arm-none-eabi-newlib is not installed");
    }
    is
}

impl Dialect {
    /// Compiles a source file; there must be no warning.
    pub(crate) fn compile(&self, source: &Path) {
        succeed(self.command(source).arg("-fsyntax-only"));
    }

    /// Compiles a source file that must be refused; returns the message.
    pub(crate) fn refuses(&self, source: &Path) -> String {
        // Some warnings come only late in the compilation.
        let refused = run(self.command(source).args(["-S", "-o", "-"]));
        assert!(!refused.status.success(), "{:?}", self.options);
        String::from_utf8_lossy(&refused.stderr).into_owned()
    }

    pub(crate) fn command(&self, source: &Path) -> Command {
        let mut command = Command::new(self.compiler);
        command
            .args(&self.options)
            .arg("-I")
            .arg(root().join("include"))
            .arg(source);
        command
    }

    /// Whether its programs run here.
    pub(crate) fn is_of_this_host(&self) -> bool {
        !self.compiler.starts_with("arm")
    }
}
