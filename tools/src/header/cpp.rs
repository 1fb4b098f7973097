//! The header for C++. What follows from the C header is generated here: closed sets, statuses, capacities, the numbers of the
//! law, and structs with an accessor for each field. The rest is written by hand, in the files of cpp/.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use kz_rules_tests::interface::{constants, describe, prototypes};

const MEMBERS: &str = include_str!("cpp/members.hpp");

/// The whole header, for this C header.
pub(super) fn header(c: &str) -> String {
    let c = Interface::read(c);
    let statuses = c.set("Status", "kz_status", "kz_status");
    let (top, rest) = include_str!("cpp/top.hpp")
        .split_once("//@statuses\n")
        .expect("the place of the statuses");
    let mut text = format!("{top}{statuses}\n{rest}");
    for item in &c.items {
        text += &match item {
            Item::Section(title) => {
                format!("// ==== {title} {}\n\n", "=".repeat(103 - title.len()))
            }
            Item::Constant(name) => c.constant(name),
            Item::Type(name) => c.closed_set(name),
            Item::Struct(of) => c.wrapper(of),
            Item::LawNumbers => c.law_numbers(),
        };
    }
    text + include_str!("cpp/law.hpp")
}

/// The declarations of the C header, in its order, with their comments.
struct Interface<'a> {
    items: Vec<Item<'a>>,
    /// The constants of each type, in their order.
    values: BTreeMap<&'a str, Vec<Value<'a>>>,
    comments: BTreeMap<&'a str, Vec<&'a str>>,
    structs: BTreeSet<&'a str>,
    /// The structs that a program fills in.
    inputs: BTreeSet<&'a str>,
}

enum Item<'a> {
    Section(&'a str),
    Constant(&'a str),
    Type(&'a str),
    Struct(Struct<'a>),
    LawNumbers,
}

struct Value<'a> {
    name: &'a str,
    comment: Vec<&'a str>,
}

struct Struct<'a> {
    name: &'a str,
    comment: Vec<&'a str>,
    fields: Vec<Field<'a>>,
}

struct Field<'a> {
    name: &'a str,
    /// Without `const` and `*`.
    kind: &'a str,
    is_const: bool,
    is_pointer: bool,
    /// The dimensions of an array, as the header writes them; none if it is no array.
    counts: Vec<&'a str>,
    comment: Vec<&'a str>,
}

/// Structs that are written by hand.
const BY_HAND: [&str; 2] = ["kz_date", "kz_law"];
/// Numbers that a law gives: their types are in cpp/top.hpp.
const OF_A_LAW: [&str; 3] = ["kz_edition", "kz_document", "kz_provision"];
/// The section whose types come first, and the last one, which declares nothing.
const STATUSES: &str = "Statuses";
const STACK: &str = "Stack";

impl<'a> Interface<'a> {
    fn read(c: &'a str) -> Interface<'a> {
        let kinds = constants(c);
        let mut it = Interface {
            items: Vec::new(),
            values: BTreeMap::new(),
            comments: BTreeMap::new(),
            structs: BTreeSet::new(),
            inputs: inputs(c),
        };
        let mut comment = Vec::new();
        let mut lines = c.lines();
        while let Some(line) = lines.next() {
            if let Some(heading) = line.strip_prefix("/* ==== ") {
                let (title, _) = heading.split_once(" ==").expect("a rule closes a title");
                match title {
                    STATUSES => {}
                    STACK => break,
                    _ => it.items.push(Item::Section(title)),
                }
                if title.starts_with("Editions") {
                    it.items.push(Item::LawNumbers);
                }
                block(line, &mut lines);
            } else if line.starts_with("/*") {
                comment = block(line, &mut lines);
            } else if let Some(definition) = line.strip_prefix("#define ") {
                let name = definition.split(' ').next().expect("a name");
                if let Some((beside, _)) = definition
                    .split_once("/* ")
                    .and_then(|(_, it)| it.split_once(" */"))
                {
                    comment = vec![beside];
                }
                let comment = std::mem::take(&mut comment);
                match kinds.get(name) {
                    Some(("-", _)) => {
                        it.comments.insert(name, comment);
                        it.items.push(Item::Constant(name));
                    }
                    Some((kind, _)) => it
                        .values
                        .entry(kind)
                        .or_default()
                        .push(Value { name, comment }),
                    None => {}
                }
            } else if let Some(of) = line
                .strip_suffix(" {")
                .and_then(|it| it.trim_start_matches("typedef ").strip_prefix("struct "))
            {
                it.structs.insert(of);
                let fields = fields(&mut lines);
                let comment = std::mem::take(&mut comment);
                if !BY_HAND.contains(&of) {
                    it.items.push(Item::Struct(Struct {
                        name: of,
                        comment,
                        fields,
                    }));
                }
            } else if let Some(kind) = line
                .strip_prefix("typedef uint8_t ")
                .and_then(|it| it.strip_suffix(';'))
            {
                it.comments.insert(kind, std::mem::take(&mut comment));
                if !OF_A_LAW.contains(&kind) && kind != "kz_vocabulary" {
                    it.items.push(Item::Type(kind));
                }
            } else if line.is_empty() {
                comment.clear();
            }
        }
        it.items.push(Item::Type("kz_vocabulary"));
        it
    }

    /// A closed set with its values.
    fn set(&self, name: &str, kind: &str, of: &str) -> String {
        let mut text = comment(&self.comments.get(kind).cloned().unwrap_or_default(), "");
        if kind == "kz_status" {
            text = "// What is wrong with a call. An ignored one warns.\n".into();
        }
        let marked = if kind == "kz_status" {
            "[[nodiscard]] "
        } else {
            ""
        };
        let _ = writeln!(text, "enum class {marked}{name} : {of} {{");
        for value in &self.values[kind] {
            let short = value.name.strip_prefix("KZ_ERROR_").or_else(|| {
                value
                    .name
                    .strip_prefix(&format!("{}_", kind.to_uppercase()))
            });
            let enumerator = pascal(short.unwrap_or(&value.name[3..]));
            let _ = writeln!(
                text,
                "    {enumerator} = {}, // {}",
                value.name,
                value.comment.join(" ")
            );
        }
        text + "};\n"
    }

    fn closed_set(&self, kind: &str) -> String {
        let name = type_name(kind);
        let vocabulary = format!("KZ_VOCABULARY_{}", &kind.to_uppercase()[3..]);
        let is_one = self.values["kz_vocabulary"]
            .iter()
            .any(|it| it.name == vocabulary);
        let count = self.values[kind].len();
        let vocabulary = if is_one { &vocabulary } else { "0" };
        format!(
            "{}template <>\nstruct detail::About<{name}> : detail::Numbered<{count}, {vocabulary}> {{}};\n\n",
            self.set(&name, kind, kind)
        )
    }

    /// A constant that belongs to no type.
    fn constant(&self, name: &str) -> String {
        // It is a day in a column; all others are sizes.
        let kind = if name == "KZ_HOLDS_FOREVER" {
            "std::int32_t"
        } else {
            "std::size_t"
        };
        let said = comment(&self.comments[name], "");
        format!(
            "{said}inline constexpr {kind} {} = {name};\n\n",
            name[3..].to_lowercase()
        )
    }

    /// The editions, documents and provisions of the built-in law.
    fn law_numbers(&self) -> String {
        let mut text = String::from(
            "// The numbers of the built-in law. Another law may have others: Law::provision_at() finds them.\n",
        );
        for kind in OF_A_LAW {
            let _ = writeln!(text, "\nnamespace {} {{", &kind[3..]);
            for value in &self.values[kind] {
                text += &comment(&value.comment, "");
                let short = value.name[kind.len() + 1..].to_lowercase();
                let _ = writeln!(
                    text,
                    "inline constexpr {} {short}{{{}}};",
                    type_name(kind),
                    value.name
                );
            }
            let _ = writeln!(text, "}} // namespace {}", &kind[3..]);
        }
        text + "\n"
    }

    /// A struct with its accessors.
    fn wrapper(&self, of: &Struct<'_>) -> String {
        let (c, name) = (of.name, type_name(of.name));
        let before = by_hand("before", c);
        let members = by_hand("members", c);
        let is_columns = of
            .fields
            .iter()
            .any(|it| it.is_pointer && it.kind != "char");
        let table = if is_columns {
            format!(", detail::Table<{}>", of.fields.len())
        } else {
            String::new()
        };
        let mut text = format!(
            "{before}{}struct {name} : {c}{table} {{\n",
            comment(&of.comment, "")
        );
        let _ = writeln!(text, "    constexpr {name}() noexcept : {c}{{}} {{}}");
        if !is_columns {
            let _ = writeln!(
                text,
                "    constexpr explicit {name}(const {c} &c) noexcept : {c}(c) {{}}"
            );
        }
        let mut told = Vec::new();
        for (place, field) in of.fields.iter().enumerate() {
            if by_hand_or_none(of, field, &members) {
                continue;
            }
            text += "\n";
            text += &comment(&field.comment, "    ");
            if is_columns {
                text += &column(&name, c, place, field);
                continue;
            }
            let (kind, read) = self.read_field(of, field);
            told.push(field.name);
            // What points into the struct must not be taken from a temporary.
            let points = field.counts.len() == 1 || !field.is_pointer && kind == "std::string_view";
            let quality =
                if field.is_pointer || read.contains("padded") || kind == "std::string_view" {
                    ""
                } else {
                    "constexpr "
                };
            let this = if points && !field.is_pointer {
                "const &"
            } else {
                "const"
            };
            let _ = writeln!(
                text,
                "    {quality}{kind} {}() {this} noexcept {{ return {read}; }}",
                field.name
            );
            if this == "const &" {
                let _ = writeln!(text, "    {kind} {}() const && = delete;", field.name);
            }
            if self.inputs.contains(c) && field.counts.is_empty() {
                text += &self.setter(&name, of, field);
            }
        }
        if !is_columns {
            text += "\n";
            text += &equality(&name, of, &told);
        }
        if !members.is_empty() {
            let _ = write!(text, "\n{members}");
        }
        text += "};\n";
        if !is_columns {
            let _ = writeln!(text, "static_assert(sizeof({name}) == sizeof({c}));");
        }
        text + "\n"
    }

    /// The type of an accessor, and the expression that it returns.
    fn read_field(&self, of: &Struct<'_>, field: &Field<'_>) -> (String, String) {
        let value = format!("{}::{}", of.name, field.name);
        let kind = type_name(field.kind);
        let said = field.comment.join(" ");
        if field.is_pointer {
            let length = format!("{}_length", field.name);
            return if of.fields.iter().any(|it| it.name == length) {
                (
                    "std::string_view".into(),
                    format!("detail::text({value}, {}::{length})", of.name),
                )
            } else {
                (
                    "std::optional<std::string_view>".into(),
                    format!("detail::text({value})"),
                )
            };
        }
        if let [_] = field.counts[..] {
            let count = of.fields.iter().find(|it| it.counted() == Some(field.name));
            return match (count, self.is_named(field.kind)) {
                (Some(count), true) => (
                    format!("List<{kind}, {}>", field.kind),
                    format!("{{{value}, {}::{}}}", of.name, count.name),
                ),
                (None, true) => (
                    format!("List<{kind}, {}>", field.kind),
                    format!("{{{value}, detail::until_zero({value})}}"),
                ),
                (None, false) if field.kind == "char" || said.contains("in UTF-8") => (
                    "std::string_view".into(),
                    format!("detail::padded({value})"),
                ),
                (None, false) => (
                    format!("Span<const {}>", plain(field.kind)),
                    format!("Span<const {}>({value})", plain(field.kind)),
                ),
                (Some(_), false) => panic!("{value}: a counted list of plain numbers"),
            };
        }
        assert!(
            field.counts.is_empty(),
            "{value}: write its accessor by hand, in cpp/members.hpp"
        );
        match field.kind {
            "kz_date" if of.has_precision(field) => (
                "std::optional<Birth>".into(),
                format!("detail::birth({value}, {value}_precision)"),
            ),
            "kz_date" => (
                "std::optional<Date>".into(),
                format!("detail::day({value})"),
            ),
            "kz_status" => ("Status".into(), format!("static_cast<Status>({value})")),
            "kz_set" => {
                let set = self
                    .set_of(&said)
                    .unwrap_or_else(|| panic!("{value}: its comment names one closed set"));
                (
                    format!("Set<{}>", type_name(set)),
                    format!("Set<{}>({value})", type_name(set)),
                )
            }
            known if self.structs.contains(known) => (kind.clone(), format!("{kind}({value})")),
            known if self.is_named(known) => (
                format!("std::optional<{kind}>"),
                format!("detail::given<{kind}>({value})"),
            ),
            number if field.may_be_none() => (
                format!("std::optional<{}>", plain(number)),
                format!("detail::not_zero({value})"),
            ),
            number => (plain(number), value),
        }
    }

    fn setter(&self, name: &str, of: &Struct<'_>, field: &Field<'_>) -> String {
        let (kind, _) = self.read_field(of, field);
        let (kind, code) = match field.kind {
            "char" => ("const char *".to_owned(), "value"),
            "kz_set" => (kind + " ", "value.bits()"),
            "kz_date" => (kind + " ", "detail::day(value)"),
            known if self.structs.contains(known) => {
                panic!("{}.{}: write its setter by hand", of.name, field.name)
            }
            known if self.is_named(known) => (kind + " ", "detail::code(value)"),
            _ if field.may_be_none() => (kind + " ", "value.value_or(0)"),
            _ => (kind + " ", "value"),
        };
        let (c, field_name) = (of.name, field.name);
        let mut set = format!("{c}::{field_name} = {code};");
        if of.has_precision(field) {
            let _ = write!(
                set,
                " {c}::{field_name}_precision = detail::precision(value);"
            );
        }
        format!(
            "    constexpr {name} &{field_name}({kind}value) noexcept {{ {set} return *this; }}\n"
        )
    }

    /// Whether a type has a name of its own in C++: a closed set, a number of the law or a struct.
    fn is_named(&self, kind: &str) -> bool {
        OF_A_LAW.contains(&kind) || self.structs.contains(kind) || self.values.contains_key(kind)
    }

    /// The closed set that a comment names.
    fn set_of(&self, said: &'a str) -> Option<&'a str> {
        let words = said.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let mut sets = words.filter(|word| self.values.contains_key(word));
        let set = sets.next()?;
        sets.next().is_none().then_some(set)
    }
}

impl Struct<'_> {
    /// Whether another field says how much of a date is known.
    fn has_precision(&self, date: &Field<'_>) -> bool {
        let precision = format!("{}_precision", date.name);
        self.fields.iter().any(|it| it.name == precision)
    }
}

impl<'a> Field<'a> {
    /// The list that it counts.
    fn counted(&self) -> Option<&'a str> {
        let rest = self.comment.first()?.strip_prefix("How many of '")?;
        Some(rest.split_once("' are given")?.0)
    }

    /// Whether 0 is no number: its comment then says what 0 means.
    fn may_be_none(&self) -> bool {
        self.comment.join(" ").contains("; 0: ")
    }
}

/// Whether a field gets no generated accessor: it is reserved, belongs to another field, or has accessors written by hand.
fn by_hand_or_none(of: &Struct<'_>, field: &Field<'_>, members: &str) -> bool {
    let belongs = ["_length", "_precision"].map(|end| field.name.strip_suffix(end));
    let is_part = of.fields.iter().any(|it| belongs.contains(&Some(it.name)));
    let is_member = format!("{}::{}", of.name, field.name);
    let is_member = members.match_indices(&is_member).any(|(at, found)| {
        let after = members[at + found.len()..].chars().next();
        !after.is_some_and(|it| it.is_ascii_alphanumeric() || it == '_')
    });
    field.name.starts_with("reserved") || field.counted().is_some() || is_part || is_member
}

/// The setter of a column, which also stores how many rows the column has.
fn column(name: &str, c: &str, place: usize, field: &Field<'_>) -> String {
    let constant = if field.is_const { "const " } else { "" };
    let rows = if field.name.ends_with("_validity") {
        "bits"
    } else if field.is_const {
        "facts"
    } else {
        "room"
    };
    format!(
        "    constexpr {name} &{field}(Kept<{constant}{kind}> column) noexcept\n    {{\n        {c}::{field} = column.data();\n        \
         rows_[{place}] = detail::{rows}(column);\n        return *this;\n    }}\n",
        field = field.name,
        kind = plain(field.kind)
    )
}

/// Equality: byte by byte; if there are texts, by the values of the accessors.
fn equality(name: &str, of: &Struct<'_>, told: &[&str]) -> String {
    let same = if of.fields.iter().any(|it| it.is_pointer) {
        let each: Vec<_> = told
            .iter()
            .map(|field| format!("a.{field}() == b.{field}()"))
            .collect();
        each.join(" && ")
    } else {
        format!("detail::same<{}>(a, b)", of.name)
    };
    format!(
        "    friend bool operator==(const {name} &a, const {name} &b) noexcept {{ return {same}; }}\n    \
         friend bool operator!=(const {name} &a, const {name} &b) noexcept {{ return !(a == b); }}\n"
    )
}

/// What is written by hand for a struct: in it (`members`) or `before` it.
fn by_hand(what: &str, of: &str) -> String {
    let opening = format!("//@{what} {of}\n");
    let Some((_, rest)) = MEMBERS.split_once(&opening) else {
        return String::new();
    };
    let text = rest.split("//@").next().unwrap_or(rest);
    if what == "before" {
        format!("{text}\n")
    } else {
        text.to_owned()
    }
}

/// The structs that functions read, and that no function returns.
fn inputs(c: &str) -> BTreeSet<&str> {
    let described = describe(c);
    let prototypes = prototypes(&described).join("\n");
    let structs = c.lines().filter_map(|line| {
        line.strip_suffix(" {")?
            .trim_start_matches("typedef ")
            .strip_prefix("struct ")
    });
    structs
        .filter(|name| {
            prototypes.contains(&format!("const {name} *"))
                && !prototypes.contains(&format!("{name} *out"))
        })
        .collect()
}

/// The lines of a comment that begins on this line.
fn block<'a>(first: &'a str, lines: &mut impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut line = first.trim_start().trim_start_matches("/*");
    let mut said = Vec::new();
    loop {
        if let Some(last) = line.strip_suffix("*/") {
            said.push(last.trim());
            return said;
        }
        said.push(line.trim());
        line = lines.next().expect("a comment ends");
    }
}

/// The fields of a struct, up to its end.
fn fields<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Vec<Field<'a>> {
    let mut fields = Vec::new();
    let mut comment = Vec::new();
    while let Some(line) = lines.next().filter(|line| !line.starts_with('}')) {
        if line.trim_start().starts_with("/*") {
            comment = block(line, lines);
            continue;
        }
        let (declared, beside) = line.split_once(';').expect("a field ends");
        if !beside.is_empty() {
            comment = block(beside, lines);
        }
        let declared = declared.trim();
        let (declared, is_const) = declared
            .strip_prefix("const ")
            .map_or((declared, false), |rest| (rest, true));
        let mut parts = declared.split('[');
        let (kind, name) = parts
            .next()
            .and_then(|it| it.rsplit_once(' '))
            .expect("a type and a name");
        fields.push(Field {
            name: name.trim_start_matches('*'),
            kind,
            is_const,
            is_pointer: name.starts_with('*'),
            counts: parts.map(|count| count.trim_end_matches(']')).collect(),
            comment: std::mem::take(&mut comment),
        });
    }
    fields
}

fn comment(lines: &[&str], indent: &str) -> String {
    lines
        .iter()
        .map(|line| format!("{indent}// {line}").trim_end().to_owned() + "\n")
        .collect()
}

/// The name of a C type in C++: `kz_visa_channel` is `VisaChannel`.
fn type_name(kind: &str) -> String {
    pascal(kind.trim_start_matches("kz_"))
}

fn pascal(words: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + &rest.to_lowercase()
    };
    words
        .split('_')
        .filter(|it| !it.is_empty())
        .map(word)
        .collect()
}

/// The C++ name of a plain number type.
fn plain(kind: &str) -> String {
    if kind.starts_with("kz_") {
        kind.to_owned()
    } else {
        format!("std::{kind}")
    }
}
