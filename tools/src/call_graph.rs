//! An upper bound for the stack of each function of the C ABI, on Arm Cortex-M: the sum of the frame sizes
//! reported by the compiler (`-Z emit-stack-sizes`), along the deepest path of calls in the program.
//!
//! - A frame that the compiler does not report (of assembly, or of a library it did not compile) is derived
//!   from the instructions that move the stack pointer.
//! - A call through a register goes to the function whose address was last loaded into the register;
//!   if there is none, to any function whose address is taken for anything but such a call.
//! - A recursion, or anything unexpected, is an error.

use std::collections::{BTreeMap, BTreeSet};

/// An instruction: its address, its name without the width suffix, and its operands.
struct Instruction<'a> {
    address: u32,
    name: &'a str,
    operands: &'a str,
}

impl Instruction<'_> {
    /// The address that the operands name, as in `b076 <kz_assess+0x10>`.
    fn target(&self) -> Option<u32> {
        let (address, _) = self.operands.split_once(" <")?;
        let address = address.rsplit([' ', '\t']).next()?;
        u32::from_str_radix(address, 16).ok()
    }

    /// Whether it sets a register, as far as that matters for calls through it.
    fn sets(&self, register: &str) -> bool {
        let stores = ["str", "cmp", "cmn", "tst", "push", "stm", "b", "cb"]
            .iter()
            .any(|name| self.name.starts_with(name));
        let first = self.operands.split([',', '!']).next().unwrap_or_default();
        !stores && first == register
    }
}

struct Function<'a> {
    name: &'a str,
    instructions: Vec<Instruction<'a>>,
}

/// The frame of a function, and its calls.
#[derive(Default)]
struct Node {
    frame: u32,
    /// Called while the frame exists.
    calls: BTreeSet<u32>,
    /// Jumped to after the frame is removed.
    tails: BTreeSet<u32>,
}

type Functions<'a> = BTreeMap<u32, Function<'a>>;

/// For each function of the C interface its name, the most bytes of stack, and the call path. `disassembly`: the output of
/// `objdump -d --no-show-raw-insn` for a program. `sizes`: its section `.stack_sizes`.
///
/// # Panics
///
/// On anything unexpected, and on a recursion.
pub(crate) fn deepest_ways(disassembly: &str, sizes: &[u8]) -> Vec<(String, u32, String)> {
    let frames = frames(sizes);
    let (functions, words) = functions(disassembly);
    let nodes = graph(&functions, &words, &frames);
    let of_the_interface = functions
        .iter()
        .filter(|(_, function)| function.name.starts_with("kz_"));
    of_the_interface
        .map(|(start, function)| {
            let (bytes, way) = deepest(*start, &functions, &nodes, &mut Vec::new());
            (function.name.to_owned(), bytes, way)
        })
        .collect()
}

/// The section's entries: an address of four bytes, then the frame size as LEB128.
fn frames(mut section: &[u8]) -> BTreeMap<u32, u32> {
    let mut frames = BTreeMap::new();
    while let Some((address, rest)) = section.split_first_chunk() {
        let last = rest.iter().position(|byte| byte & 0x80 == 0);
        let (number, rest) = rest.split_at(last.expect("an entry has a frame") + 1);
        let bits = |sum, byte: &u8| sum << 7 | u32::from(byte & 0x7F);
        let frame = number.iter().rev().fold(0, bits);
        frames.insert(u32::from_le_bytes(*address) & !1, frame);
        section = rest;
    }
    frames
}

/// The functions of the program, and the constants between them, by address.
fn functions(disassembly: &str) -> (Functions<'_>, BTreeMap<u32, u32>) {
    let mut functions = Functions::new();
    let mut words = BTreeMap::new();
    let mut at = None;
    for line in disassembly.lines() {
        if let Some((address, name)) = line.strip_suffix(">:").and_then(|l| l.split_once(" <")) {
            let start = u32::from_str_radix(address, 16).expect("an address");
            at = Some(start);
            functions.insert(
                start,
                Function {
                    name,
                    instructions: Vec::new(),
                },
            );
            continue;
        }
        let Some((address, instruction)) = line.trim_start().split_once(":\t") else {
            continue;
        };
        let address = u32::from_str_radix(address, 16).expect("an address");
        let (name, operands) = instruction.split_once('\t').unwrap_or((instruction, ""));
        if name == ".word" {
            let word = operands.trim_start_matches("0x");
            words.insert(address, u32::from_str_radix(word, 16).expect("a word"));
        } else if !name.starts_with('.') {
            let name = name
                .trim_end_matches(".n")
                .trim_end_matches(".w")
                .trim_end();
            let function = at
                .and_then(|at| functions.get_mut(&at))
                .expect("a function");
            function.instructions.push(Instruction {
                address,
                name,
                operands,
            });
        }
    }
    (functions, words)
}

fn graph(
    functions: &Functions<'_>,
    words: &BTreeMap<u32, u32>,
    frames: &BTreeMap<u32, u32>,
) -> BTreeMap<u32, Node> {
    let mut nodes = BTreeMap::new();
    let mut taken = BTreeSet::new(); // addresses of functions that are stored or passed on
    let mut unresolved = Vec::new();
    for (start, function) in functions {
        let mut node = Node {
            frame: match frames.get(start) {
                Some(frame) if !is_outlined(function) => *frame,
                _ => moved(function),
            },
            ..Node::default()
        };
        let mut called = BTreeSet::new(); // through a register
        let inside = |target| {
            let end = function
                .instructions
                .last()
                .map_or(*start, |last| last.address);
            (start + 1..=end).contains(&target)
        };
        for (index, instruction) in function.instructions.iter().enumerate() {
            let operands = instruction.operands;
            match (instruction.name, instruction.target()) {
                ("bl" | "blx", Some(target)) if !inside(target) => drop(node.calls.insert(target)),
                (name, Some(target))
                    if name.starts_with('b') && !inside(target) && target != *start =>
                {
                    // Outlined code may be the end of a function, with its return.
                    if functions.get(&target).is_some_and(is_outlined) {
                        node.calls.insert(target);
                    } else {
                        node.tails.insert(target);
                    }
                }
                ("blx" | "bx", None) if operands != "lr" => {
                    let before = &function.instructions[..index];
                    match loaded(operands, before, functions, words) {
                        Some(target) => {
                            called.insert(target);
                        }
                        None => unresolved.push(*start),
                    }
                }
                _ => {}
            }
        }
        let constants = function.instructions.iter();
        let constants = constants.filter_map(|load| constant(load, functions, words));
        if is_library(*start, frames) {
            taken.extend(constants.filter(|target| !called.contains(target)));
        }
        if is_library(*start, frames) || is_outlined(function) {
            refuse_addresses_in_halves(function, functions);
        }
        node.calls.extend(called);
        nodes.insert(*start, node);
    }
    for start in unresolved {
        let node = nodes.get_mut(&start).expect("it is there");
        node.calls.extend(&taken);
    }
    nodes
}

/// Whether it is outlined: instructions shared by several functions. The compiler reports no frame
/// for it, though it may push registers.
fn is_outlined(function: &Function<'_>) -> bool {
    function.name.starts_with("OUTLINED_FUNCTION_")
}

/// Whether it belongs to the library, not to the C program around it.
fn is_library(start: u32, frames: &BTreeMap<u32, u32>) -> bool {
    frames.contains_key(&start)
}

/// The function whose address was last loaded into a register, or into the register that it was copied
/// from.
fn loaded(
    register: &str,
    before: &[Instruction<'_>],
    functions: &Functions<'_>,
    words: &BTreeMap<u32, u32>,
) -> Option<u32> {
    let index = before
        .iter()
        .rposition(|instruction| instruction.sets(register))?;
    let load = &before[index];
    match (load.name, load.operands.split_once(", ")) {
        ("mov" | "movs", Some((_, from))) => loaded(from, &before[..index], functions, words),
        _ => constant(load, functions, words),
    }
}

/// The function whose address an instruction loads.
fn constant(
    load: &Instruction<'_>,
    functions: &Functions<'_>,
    words: &BTreeMap<u32, u32>,
) -> Option<u32> {
    let (_, comment) = load.operands.split_once("@ ")?;
    let address = comment.trim_start_matches('(').split(' ').next()?;
    let address = u32::from_str_radix(address, 16).ok()?;
    function_at(*words.get(&address)?, functions)
}

/// The function at an address. Addresses of Thumb code are odd.
fn function_at(word: u32, functions: &Functions<'_>) -> Option<u32> {
    (word & 1 == 1 && functions.contains_key(&(word - 1))).then(|| word - 1)
}

/// Addresses of functions are found as constants in the code. One that is assembled from two halves
/// would be missed: a `movw` and the next `movt` to the same register.
fn refuse_addresses_in_halves(function: &Function<'_>, functions: &Functions<'_>) {
    let mut lower = BTreeMap::new();
    for load in &function.instructions {
        let half = || -> Option<(&str, u32)> {
            let (register, number) = load.operands.split_once(", #")?;
            Some((register, number.split('\t').next()?.parse().ok()?))
        };
        let read = || half().unwrap_or_else(|| panic!("{}: {}", load.name, load.operands));
        if load.name.starts_with("movw") {
            let (register, number) = read();
            lower.insert(register, number);
        } else if load.name.starts_with("movt") {
            let (register, upper) = read();
            let word = lower.get(register).map(|lower| upper << 16 | lower);
            let address = word.and_then(|word| function_at(word, functions));
            assert!(
                address.is_none(),
                "{}: an address is in movw and movt",
                function.name
            );
        }
    }
}

/// The frame of a function, from what it subtracts from the stack pointer.
fn moved(function: &Function<'_>) -> u32 {
    let mut frame = 0;
    for Instruction { name, operands, .. } in &function.instructions {
        let registers = || {
            let (from, to) = (operands.find('{'), operands.find('}'));
            let list = &operands[from.expect("a list") + 1..to.expect("a list")];
            assert!(!list.contains('-'), "{}: {list}", function.name);
            4 * u32::try_from(list.split(',').count()).expect("a few")
        };
        let number = |text: &str| -> u32 {
            let text = text.trim_end_matches(['!', ']']);
            let text = text.split('\t').next().expect("a part").trim();
            text.parse()
                .unwrap_or_else(|_| panic!("{}: {name} {operands}", function.name))
        };
        match *name {
            "push" => frame += registers(),
            "stmdb" if operands.starts_with("sp!") => frame += registers(),
            "sub" if operands.starts_with("sp, #") => frame += number(&operands[5..]),
            "sub" if operands.starts_with("sp, sp, #") => frame += number(&operands[9..]),
            "str" if operands.contains("[sp, #-") => {
                frame += number(operands.split("[sp, #-").nth(1).expect("a number"));
            }
            "vpush" | "vstmdb" => panic!("{}: {name}", function.name),
            _ => {}
        }
    }
    frame
}

/// The most bytes of stack from here on, and the functions on that path with their frames.
fn deepest(
    start: u32,
    functions: &Functions<'_>,
    nodes: &BTreeMap<u32, Node>,
    above: &mut Vec<u32>,
) -> (u32, String) {
    let name = functions.get(&start).map_or("?", |function| function.name);
    let node = nodes
        .get(&start)
        .unwrap_or_else(|| panic!("a call of {start:x}, where no function begins"));
    if above.contains(&start) {
        let way = above.iter().map(|start| functions[start].name);
        panic!("recursion: {} {name}", way.collect::<Vec<_>>().join(" "));
    }
    above.push(start);
    let mut worst = (node.frame, String::new());
    let calls = node.calls.iter().map(|target| (*target, node.frame));
    for (target, frame) in calls.chain(node.tails.iter().map(|target| (*target, 0))) {
        let (bytes, way) = deepest(target, functions, nodes, above);
        if frame + bytes > worst.0 {
            worst = (frame + bytes, format!(" {way}"));
        }
    }
    above.pop();
    (worst.0, format!("{name}:{}{}", node.frame, worst.1))
}
