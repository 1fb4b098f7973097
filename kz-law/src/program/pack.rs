//! `kz-law key`, `build`, `verify` and `show`: packs for devices.

use super::{Failure, File, print, wrong_call, wrong_law};
use clap::Args;
use ed25519_compact::{KeyPair, PublicKey, Seed, Signature};
use kz_law::careful::{Objection, careful};
use kz_law::texts::Texts;
use kz_law::{Law, Moment, OwnedLaw, pack};
use kz_rules_core::{
    self as rules, AgeReading, AtLeast, CaseRow, Language, MAX_ROW_PROVISIONS,
    PACK_SIGNATURE_BYTES, PackError, Sections,
};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

#[derive(Args)]
pub(super) struct Build {
    /// The law page.
    file: PathBuf,
    /// The pack.
    #[arg(short)]
    output: PathBuf,
    /// The key that signs it: `NAME.key` of `kz-law key`.
    #[arg(long)]
    key: PathBuf,
    /// The languages whose texts it contains.
    #[arg(long, value_delimiter = ',', value_parser = clap::builder::PossibleValuesParser::new(["kk", "ru", "en"]))]
    languages: Vec<String>,
    /// The folder of the texts, with a page for each language; by default `texts` next to the page.
    #[arg(long)]
    texts: Option<PathBuf>,
    /// The lawyer's cases, a table for `kz-law cases`: all must come out right, and devices decide them
    /// again.
    #[arg(long)]
    cases: Option<PathBuf>,
    /// The pack that devices have now: a law that must not replace it is refused.
    #[arg(long, value_name = "PACK")]
    after: Option<PathBuf>,
    /// With `--after`: answers may change for days in the past, or on days that begin in less than 48 hours.
    #[arg(long, requires = "after")]
    retroactive: bool,
}

#[derive(Args)]
pub(super) struct Verify {
    /// The pack.
    pack: PathBuf,
    /// The public key: `NAME.pub` of `kz-law key`.
    #[arg(long)]
    key: PathBuf,
}

#[derive(Args)]
pub(super) struct Show {
    /// The pack.
    pack: PathBuf,
    /// Writes the page `law.md` and the pages of its texts, `texts/kk.md` and so on, to this folder instead.
    #[arg(short)]
    output: Option<PathBuf>,
}

/// Makes a key pair: `NAME.key`, which only its owner can read, and `NAME.pub`. Neither may exist yet.
pub(super) fn key(name: &Path) -> Result<(), Failure> {
    let with = |end: &str| {
        let mut path = name.as_os_str().to_owned();
        path.push(end);
        PathBuf::from(path)
    };
    let (secret, public) = (with(".key"), with(".pub"));
    if public.exists() {
        return Err(wrong_call(&format!(
            "{}: it is there already",
            public.display()
        )));
    }
    let pair = KeyPair::from_seed(Seed::generate());
    create(&secret, pair.sk.to_pem().as_bytes(), 0o600)?;
    create(&public, pair.pk.to_pem().as_bytes(), 0o644)
}

/// Writes a file that does not exist yet.
fn create(path: &Path, bytes: &[u8], mode: u32) -> Result<(), Failure> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let written = options.open(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| wrong_call(&format!("{}: {error}", path.display())))
}

/// Writes a file completely or not at all.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    let beside = PathBuf::from(beside);
    create(&beside, bytes, 0o644)?;
    std::fs::rename(&beside, path).map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        wrong_call(&format!("{}: {error}", path.display()))
    })
}

pub(super) fn build(arguments: &Build) -> Result<(), Failure> {
    let file = File::read(&arguments.file)?;
    let (_, law) = file.law()?;
    let beside = arguments.file.with_file_name("texts");
    let folder = arguments.texts.as_deref().unwrap_or(&beside);
    let texts = |name: &String| {
        let language = Language::from_name(name).ok_or_else(|| wrong_call(name))?;
        let file = File::read(&folder.join(format!("{name}.md")))?;
        let text = file.text()?;
        let (texts, found) = kz_law::texts::read(text, &law);
        if found.iter().any(kz_law::Diagnostic::is_error) {
            return Err(file.refuse(text, &found));
        }
        super::show::all(&file.path, text, &found);
        Ok((language, texts))
    };
    let texts: Vec<(Language, Texts)> = arguments
        .languages
        .iter()
        .map(texts)
        .collect::<Result<_, _>>()?;
    let key = File::read(&arguments.key)?;
    let key = ed25519_compact::SecretKey::from_pem(key.text()?);
    let key = key.map_err(|_| {
        wrong_call(&format!(
            "{}: no Ed25519 key in PEM",
            arguments.key.display()
        ))
    })?;
    if let Some(old) = &arguments.after {
        follows(old, &law, arguments.retroactive)?;
    }
    let mut owned = OwnedLaw::of(&law, &texts).ok_or_else(wrong_law)?;
    if let Some(table) = &arguments.cases {
        let rows = cases(table, &owned)?;
        owned = owned.with_cases(rows);
    }
    let message = pack::unsigned(&owned.sections()).ok_or_else(wrong_law)?;
    let bytes = [&message[..], &*key.sign(&message, None)].concat();
    // What a device would refuse is not written.
    let opened = open(&bytes, &key.public_key()).map_err(|error| refused(&file.path, error))?;
    debug_assert_eq!(opened, owned.sections());
    replace(&arguments.output, &bytes)?;
    print(&format!(
        "{}: {}\n",
        arguments.output.display(),
        described(&opened, bytes.len())
    ));
    Ok(())
}

/// The cases that devices decide again, if all of them come out right.
fn cases(table: &Path, owned: &OwnedLaw) -> Result<Vec<[u8; CaseRow::BYTES]>, Failure> {
    let sections = owned.sections();
    let law = rules::Law::from(&sections);
    let all = super::cases::checked(law, table)?;
    let row = |case| {
        let (on, facts, settings) = kz_law::cases::person(law, case).ok()?;
        let answer = law.assess(on, &facts, settings).ok()?;
        let basis: Vec<_> = answer.basis().collect();
        // A device counts ages by birthdays, and a case has room for four provisions.
        let fits =
            settings.age_reading == AgeReading::Birthday && basis.len() <= MAX_ROW_PROVISIONS;
        fits.then(|| CaseRow::new(on, settings.edition, &facts, answer.possible, &basis))
    };
    let rows: Vec<_> = all.iter().filter_map(row).collect();
    if rows.len() > kz_law::capacity::CASES {
        eprintln!(
            "{}: {} cases, and a pack has room for {}",
            table.display(),
            rows.len(),
            kz_law::capacity::CASES
        );
        return Err(wrong_law());
    }
    Ok(rows)
}

/// Refuses a law that must not replace the one in a pack.
fn follows(old: &Path, new: &Law, retroactive: bool) -> Result<(), Failure> {
    let file = File::read(old)?;
    let opened = rules::Law::open_already_verified(&file.bytes, any(&file.bytes))
        .map_err(|error| refused(&file.path, error))?;
    let old = kz_law::compile(&kz_law::decompile::page(&opened)).map_err(|_| wrong_law())?;
    let objections = careful(&old, new, now().ok_or_else(|| wrong_call("the clock"))?);
    let mut is_refused = false;
    for objection in &objections {
        if let Objection::Retroactive(difference) = objection {
            eprint!("{}", kz_law::diff::print::words(difference));
        }
        let allowed = retroactive && objection.is_retroactive();
        let word = if allowed { "allowed: " } else { "" };
        eprintln!("{}: {word}{}", file.path, objection.words());
        is_refused |= !allowed;
    }
    if is_refused { Err(wrong_law()) } else { Ok(()) }
}

/// The current minute.
fn now() -> Option<Moment> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Moment::of_unix(since.as_secs().try_into().ok()?)
}

/// Opens a pack of any name and sequence.
fn open<'p>(bytes: &'p [u8], key: &PublicKey) -> Result<Sections<'p>, PackError> {
    let verify = |message: &[u8], signature: &[u8; PACK_SIGNATURE_BYTES]| {
        key.verify(message, &Signature::new(*signature)).is_ok()
    };
    rules::Law::open(bytes, verify, any(bytes))
}

/// The laws with the name in a pack.
fn any(bytes: &[u8]) -> AtLeast<'_> {
    AtLeast {
        name: pack::name(bytes).unwrap_or_default(),
        sequence: 0,
    }
}

fn refused(path: &str, error: PackError) -> Failure {
    eprintln!("{path}: {error}");
    wrong_law()
}

/// A description of a pack, in one line.
fn described(law: &Sections<'_>, bytes: usize) -> String {
    format!(
        "{} {}, known until {:?}, digest {:016x}, {bytes} bytes",
        law.name, law.sequence, law.known_until, law.digest
    )
}

pub(super) fn verify(arguments: &Verify) -> Result<(), Failure> {
    let file = File::read(&arguments.pack)?;
    let key = File::read(&arguments.key)?;
    let key = PublicKey::from_pem(key.text()?);
    let key = key.map_err(|_| {
        wrong_call(&format!(
            "{}: no Ed25519 public key in PEM",
            arguments.key.display()
        ))
    })?;
    let opened = open(&file.bytes, &key).map_err(|error| refused(&file.path, error))?;
    if let Err(place) = rules::Law::from(&opened).self_test() {
        eprintln!(
            "{}: case {} does not come out",
            file.path,
            u16::from(place) + 1
        );
        return Err(wrong_law());
    }
    print(&format!(
        "{}: {}\n",
        file.path,
        described(&opened, file.bytes.len())
    ));
    Ok(())
}

pub(super) fn show(arguments: &Show) -> Result<(), Failure> {
    let file = File::read(&arguments.pack)?;
    // The contents are shown whoever signed them.
    let opened = rules::Law::open_already_verified(&file.bytes, any(&file.bytes));
    let opened = opened.map_err(|error| refused(&file.path, error))?;
    let page = kz_law::decompile::page(&opened);
    let Some(folder) = &arguments.output else {
        print(&page);
        return Ok(());
    };
    let texts = folder.join("texts");
    std::fs::create_dir_all(&texts)
        .map_err(|error| wrong_call(&format!("{}: {error}", texts.display())))?;
    replace(&folder.join("law.md"), page.as_bytes())?;
    if let Some(cases) = kz_law::decompile::cases(&opened) {
        replace(&folder.join("cases.csv"), cases.as_bytes())?;
    }
    for language in Language::ALL {
        if let Some(page) = kz_law::decompile::texts(&opened, *language) {
            replace(&texts.join(format!("{language}.md")), page.as_bytes())?;
        }
    }
    Ok(())
}
