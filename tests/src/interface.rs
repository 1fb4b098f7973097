//! The C interface as lines of text, as in tests/abi/interface.txt. It is read from the header, so that every change is
//! noticed.

use std::collections::BTreeMap;
use std::fmt;

/// The committed description.
pub const FILE: &str = "tests/abi/interface.txt";

/// A size in bytes: some pointers, and some more bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pointers: usize,
    bytes: usize,
}

impl Size {
    /// The bytes, with pointers of this width.
    #[must_use]
    pub const fn with_pointers_of(self, width: usize) -> usize {
        self.pointers * width + self.bytes
    }

    const fn plus(self, other: Size) -> Size {
        Size {
            pointers: self.pointers + other.pointers,
            bytes: self.bytes + other.bytes,
        }
    }

    const fn times(self, count: usize) -> Size {
        Size {
            pointers: self.pointers * count,
            bytes: self.bytes * count,
        }
    }

    /// Reads a displayed size.
    ///
    /// # Panics
    ///
    /// If it is not a size.
    #[must_use]
    pub fn read(text: &str) -> Size {
        let number = |text: &str| text.parse().unwrap_or_else(|_| panic!("no size: {text}"));
        text.split('+').fold(Size::default(), |sum, term| {
            sum.plus(match term.split_once('P') {
                Some(("", _)) => POINTER,
                Some((count, _)) => POINTER.times(number(count.trim_end_matches('*'))),
                None => Size {
                    pointers: 0,
                    bytes: number(term),
                },
            })
        })
    }
}

impl fmt::Display for Size {
    /// An expression in C; P is the size of a pointer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pointers, self.bytes) {
            (0, bytes) => write!(f, "{bytes}"),
            (1, 0) => write!(f, "P"),
            (1, bytes) => write!(f, "P+{bytes}"),
            (pointers, 0) => write!(f, "{pointers}*P"),
            (pointers, bytes) => write!(f, "{pointers}*P+{bytes}"),
        }
    }
}

const POINTER: Size = Size {
    pointers: 1,
    bytes: 0,
};

/// The constants of a header by name: the type that the name belongs to (`-`: none), and the number. Those that give the
/// version of the library, or what it was built with, are not part of the interface.
#[must_use]
pub fn constants(header: &str) -> BTreeMap<&str, (&str, i64)> {
    let types: Vec<_> = header
        .lines()
        .filter_map(|line| {
            line.strip_prefix("typedef ")?
                .strip_suffix(';')?
                .split_once("_t ")
        })
        .map(|(_, kind)| kind)
        .collect();
    let type_of = |name: &str| {
        let belongs = |kind: &&&str| name.starts_with(&format!("{}_", kind.to_uppercase()));
        if name == "KZ_OK" || name.starts_with("KZ_ERROR_") {
            return "kz_status";
        }
        // KZ_DOCUMENT_KIND_ACT also begins with kz_document.
        let longest = types.iter().filter(belongs).max_by_key(|kind| kind.len());
        longest.copied().unwrap_or("-")
    };
    let definitions = header
        .lines()
        .filter_map(|line| line.strip_prefix("#define "));
    definitions
        .filter_map(|definition| {
            let (name, rest) = definition.split_once(' ')?;
            let value = rest.split("/*").next()?.trim();
            let number = value.trim_matches(['(', ')']).parse().ok()?;
            if name.starts_with("KZ_VERSION_") || name.starts_with("KZ_HAS_") {
                return None;
            }
            Some((name, (type_of(name), number)))
        })
        .collect()
}

/// The names of the header's macros with parameters, each with these.
pub fn macros(header: &str) -> impl Iterator<Item = &str> {
    header.lines().filter_map(|line| {
        let definition = line.strip_prefix("#define ")?;
        let head = &definition[..=definition.find(')')?];
        let (name, _) = head.split_once('(')?;
        (!name.contains(' ')).then_some(head)
    })
}

/// The declarations of a header in order, each on one line.
fn declarations(header: &str) -> Vec<String> {
    let mut code = String::new();
    let mut rest = header;
    while let Some((before, comment)) = rest.split_once("/*") {
        code += before;
        rest = comment.split_once("*/").expect("a comment ends").1;
    }
    code += rest;
    let code = code.replace("\\\n", " ");
    let mut is_cpp = false;
    let lines = code.lines().filter(|line| {
        is_cpp = line.starts_with("#ifdef __cplusplus") || is_cpp && !line.starts_with("#endif");
        !is_cpp && !line.starts_with('#')
    });
    let code: Vec<_> = lines
        .flat_map(str::split_whitespace)
        .filter(|word| *word != "KZ_NODISCARD")
        .collect();
    let code = code.join(" ");
    let mut declarations = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, character) in code.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        // The body of an inline function ends a declaration without a semicolon.
        let declared = code[start..at].trim_start();
        let is_end = character == ';' || character == '}' && declared.starts_with("static inline");
        if depth == 0 && is_end {
            declarations.push(declared.to_owned());
            start = at + 1;
        }
    }
    declarations
}

/// The type and the name of a field, without the array suffix, and the number of its elements.
fn field<'a>(
    declared: &'a str,
    constants: &BTreeMap<&str, (&str, i64)>,
) -> (&'a str, &'a str, usize) {
    let mut parts = declared.split('[');
    let scalar = parts.next().unwrap_or_default();
    let name = scalar.rfind([' ', '*']).expect("a field has a type") + 1;
    let count = parts.map(|count| {
        let count = count.trim_end_matches(']');
        let known = constants
            .get(count)
            .map(|(_, number)| usize::try_from(*number));
        known.unwrap_or_else(|| {
            Ok(count
                .parse()
                .unwrap_or_else(|_| panic!("no number: {declared}")))
        })
    });
    let count = count
        .map(|count| count.expect("an array has a size"))
        .product();
    (&scalar[..name], &scalar[name..], count)
}

/// The description of an interface: its constants by name, its macros, and types, structs, fields and functions in the order
/// of the header.
///
/// # Panics
///
/// If the header has something that no header of this project has.
#[must_use]
pub fn describe(header: &str) -> String {
    let constants = constants(header);
    let mut lines = Vec::new();
    for (name, (kind, number)) in &constants {
        lines.push(format!("constant {name} {kind} {number}"));
    }
    lines.extend(macros(header).map(|head| format!("macro {head}")));
    let fixed = |bytes| Size { pointers: 0, bytes };
    let mut sizes: BTreeMap<String, Size> = [
        ("size_t", POINTER),
        ("char", fixed(1)),
        ("uint8_t", fixed(1)),
        ("uint16_t", fixed(2)),
        ("uint32_t", fixed(4)),
        ("int32_t", fixed(4)),
        ("uint64_t", fixed(8)),
    ]
    .map(|(name, size)| (name.to_owned(), size))
    .into();
    for declaration in declarations(header) {
        let is_typedef = declaration.starts_with("typedef ");
        let declared = declaration.trim_start_matches("typedef ");
        if let Some(function) = declared.strip_prefix("static inline ") {
            let head = function.split(" {").next().unwrap_or(function);
            lines.push(format!("inline {head}"));
        } else if let Some((head, body)) = declared.split_once(" {") {
            let name = head
                .strip_prefix("struct ")
                .expect("only structs have a body");
            let place = lines.len();
            let mut end = Size::default();
            let (body, _) = body.rsplit_once('}').expect("a body ends");
            for declared in body.split(';').map(str::trim).filter(|it| !it.is_empty()) {
                let (kind, field, count) = field(declared, &constants);
                let size = if kind.ends_with('*') {
                    POINTER
                } else {
                    let size = sizes.get(kind.trim_end());
                    *size.unwrap_or_else(|| panic!("{name}: no size of {kind}"))
                };
                let size = size.times(count);
                lines.push(format!("field {name} {field} {end} {size} {declared}"));
                end = end.plus(size);
            }
            lines.insert(place, format!("struct {name} {end}"));
            sizes.insert(name.to_owned(), end);
        } else if declared.starts_with("struct ") {
            // A name before the struct.
        } else if !is_typedef {
            lines.push(format!("function {declared}"));
        } else if let Some((kind, name)) =
            declared.split_once(' ').filter(|_| !declared.contains('('))
        {
            let size = sizes.get(kind).copied();
            sizes.insert(
                name.to_owned(),
                size.unwrap_or_else(|| panic!("no size of {kind}")),
            );
            lines.push(format!("type {name} {kind}"));
        } else {
            lines.push(format!("type {declared}"));
        }
    }
    lines.join("\n") + "\n"
}

/// The prototypes of the functions in a description, from the name on, sorted.
pub fn prototypes(description: &str) -> Vec<&str> {
    let functions = description
        .lines()
        .filter_map(|line| line.strip_prefix("function "));
    let mut found: Vec<_> = functions
        .map(|function| {
            let (before, _) = function.split_once('(').expect("it has parameters");
            &function[before.rfind([' ', '*']).map_or(0, |place| place + 1)..]
        })
        .collect();
    found.sort_unstable();
    found
}

/// The lines of a description that are missing or changed in a newer one: programs may rely on them.
pub fn broken<'a>(old: &'a str, new: &'a str) -> impl Iterator<Item = &'a str> {
    old.lines()
        .filter(move |line| new.lines().all(|other| other != *line))
}
