//! Writes the bill of materials (CycloneDX) of an archive of the library, and all licences.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::run::{Result, command, read, root, succeed, write, wrong};

/// The archive to describe
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Its Rust target
    target: String,
    /// Its features, separated by commas
    features: String,
    /// The version of its compiler, whose `core` it contains
    rust: String,
    /// Where to write sbom.cdx.json and share/licenses/
    folder: PathBuf,
}

/// The crate of the archive.
const LIBRARY: &str = "kz-rules-ffi";

/// Writes the bill of materials and the licences.
pub(crate) fn write_for(arguments: &Arguments) -> Result<()> {
    let features = ["--features", &arguments.features];
    let tree = succeed(
        command("cargo tree --locked --quiet -e normal --prefix none --no-dedupe --format {p} -p kz-rules-ffi --target")
            .arg(&arguments.target)
            .args(features),
    )?;
    // "name v1.2.3", for some followed by their kind or path.
    let used: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect();
    let metadata = succeed(
        command("cargo metadata --locked --quiet --format-version 1 --filter-platform")
            .arg(&arguments.target),
    )?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(wrong)?;
    let is_used =
        |package: &&Value| used.contains(&(text(package, "name"), text(package, "version")));
    let packages = metadata["packages"].as_array().into_iter().flatten();
    let packages: Vec<&Value> = packages.filter(is_used).collect();
    if packages.len() != used.len() {
        return Err(wrong(format!(
            "of {} packages cargo tells {}",
            used.len(),
            packages.len()
        )));
    }
    let lock = read(&root().join("Cargo.lock"))?;
    let components = packages
        .iter()
        .filter(|package| text(package, "name") != LIBRARY);
    let mut components = components
        .map(|package| component(package, &lock))
        .collect::<Result<Vec<_>>>()?;
    components.push(rust_core(&arguments.rust));

    let sbom = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": {
            "type": "library",
            "bom-ref": LIBRARY,
            "name": "kz-rules",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "What the law of Kazakhstan asks of a person at a fingerprint kiosk",
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            "properties": [
                { "name": "kz-rules:target", "value": arguments.target },
                { "name": "kz-rules:features", "value": arguments.features },
            ],
        } },
        "components": components,
        "dependencies": dependencies(&metadata, &packages),
    });
    let sbom = serde_json::to_string_pretty(&sbom).map_err(wrong)? + "\n";
    write(&arguments.folder.join("sbom.cdx.json"), sbom)?;
    for package in packages {
        licences(package, &arguments.folder.join("share/licenses"))?;
    }
    Ok(())
}

/// A text field of a package; empty if it is missing.
fn text<'a>(package: &'a Value, key: &str) -> &'a str {
    package[key].as_str().unwrap_or_default()
}

/// The reference to a package in the components.
fn reference(package: &Value) -> String {
    match text(package, "name") {
        LIBRARY => LIBRARY.to_owned(),
        name => format!("pkg:cargo/{name}@{}", text(package, "version")),
    }
}

/// A package as a component.
fn component(package: &Value, lock: &str) -> Result<Value> {
    let (name, version) = (text(package, "name"), text(package, "version"));
    // Older manifests write a slash for "or".
    let licence = text(package, "license").replace('/', " OR ");
    if licence.is_empty() {
        return Err(wrong(format!("{name} names no licence")));
    }
    let targets = package["targets"].as_array().into_iter().flatten();
    let mut kinds = targets.filter_map(|target| target["kind"].get(0)?.as_str());
    // Procedural macros and their dependencies run in the compiler, and are not in the archive.
    let scope = if kinds.any(|kind| kind == "proc-macro") {
        "excluded"
    } else {
        "required"
    };
    let mut component = json!({
        "type": "library",
        "bom-ref": reference(package),
        "name": name,
        "version": version,
        "purl": reference(package),
        "scope": scope,
        "licenses": [{ "expression": licence }],
    });
    let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
    let (_, locked) = lock
        .split_once(&entry)
        .ok_or_else(|| wrong(format!("{name} is not in Cargo.lock")))?;
    let mut locked = locked.lines().take_while(|line| !line.is_empty());
    if let Some(checksum) =
        locked.find_map(|line| line.strip_prefix("checksum = \"")?.strip_suffix('"'))
    {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    Ok(component)
}

/// The components of the compiler.
fn rust_core(version: &str) -> Value {
    let reference = format!("pkg:generic/rust-core@{version}");
    json!({
        "type": "library",
        "bom-ref": reference,
        "name": "core and compiler-builtins of Rust",
        "version": version,
        "purl": reference,
        "scope": "required",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    })
}

/// The dependencies of each package.
fn dependencies(metadata: &Value, packages: &[&Value]) -> Vec<Value> {
    let nodes: Vec<&Value> = metadata["resolve"]["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    let with_id = |id: &str| packages.iter().find(|package| text(package, "id") == id);
    let of = |package: &Value| {
        let node = nodes
            .iter()
            .find(|node| text(node, "id") == text(package, "id"));
        let needed = node
            .and_then(|node| node["deps"].as_array())
            .into_iter()
            .flatten();
        // Without dependencies of tests or build scripts only.
        let needed = needed.filter(|needed| {
            let kinds = needed["dep_kinds"].as_array();
            kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
        });
        let needed = needed.filter_map(|needed| with_id(text(needed, "pkg")));
        let needed: BTreeSet<_> = needed.map(|needed| reference(needed)).collect();
        json!({ "ref": reference(package), "dependsOn": needed })
    };
    packages.iter().map(|package| of(package)).collect()
}

/// Copies the licences of a package into a folder named after it.
fn licences(package: &Value, folder: &Path) -> Result<()> {
    let manifest = Path::new(text(package, "manifest_path"));
    let source = manifest.parent().unwrap_or(manifest);
    // The licences of this repository are in its root.
    let ours = source.starts_with(root());
    let (name, source) = if ours {
        ("kz-rules", root())
    } else {
        (text(package, "name"), source)
    };
    let folder = folder.join(name);
    fs::create_dir_all(&folder).map_err(wrong)?;
    let mut count = 0;
    for entry in fs::read_dir(source).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        let file = entry.file_name().to_string_lossy().into_owned();
        let is_licence = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT"];
        if is_licence
            .iter()
            .any(|word| file.to_uppercase().starts_with(word))
        {
            write(&folder.join(file), fs::read(entry.path()).map_err(wrong)?)?;
            count += 1;
        }
    }
    if count == 0 {
        // Some packages have it only at the head of their source.
        let code = read(&source.join("src/lib.rs"))?;
        let head = code.split_once("*/").map(|(head, _)| head);
        let head = head.filter(|head| head.contains("Permission is hereby granted"));
        let head = head.ok_or_else(|| wrong(format!("{name} has no text of its licence")))?;
        let lines = head
            .lines()
            .map(|line| line.trim_start_matches([' ', '/', '*']));
        let text: Vec<_> = lines.collect();
        write(
            &folder.join("LICENSE"),
            text.join("\n").trim().to_owned() + "\n",
        )?;
    }
    Ok(())
}
