//! Packs that are valid apart from a deliberate change, and every question that a law can be asked.

use std::hint::black_box;
use std::ops::Range;

use kz_law::texts::{self, Texts};
use kz_law::{OwnedLaw, pack};
use kz_rules_core::*;

use crate::tools::read;

/// The laws of any sequence with the name of the built-in one.
pub const ANY: AtLeast<'static> = AtLeast::of_built_in(0);

/// Where the digest and the lengths of the sections are in a pack.
const DIGEST: usize = 16;
const LENGTHS: usize = 68;
/// The sections that are stored.
const STORED: usize = PackSection::Header as usize - 1;
/// The bytes before the sections.
pub const HEADER: usize = LENGTHS + 4 * STORED;
/// The bytes after the sections.
const END: usize = 4 + PACK_SIGNATURE_BYTES;

/// The rows of a page, with the texts of the built-in law in some languages.
///
/// # Panics
///
/// If it is not a law.
pub fn owned(page: &str, languages: &[Language]) -> OwnedLaw {
    let law = kz_law::compile(page).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let texts: Vec<(Language, Texts)> = languages
        .iter()
        .map(|language| {
            let page = read(&format!("law/texts/{language}.md"));
            (*language, texts::read(&page, &law).0)
        })
        .collect();
    OwnedLaw::of(&law, &texts).expect("no errors")
}

/// A pack without a signature.
///
/// # Panics
///
/// If the law is too large.
pub fn unsigned(law: &Sections<'_>) -> Vec<u8> {
    let mut pack = pack::unsigned(law).expect("it is small");
    pack.extend([0; PACK_SIGNATURE_BYTES]);
    pack
}

/// Corrects the checksum of a pack and, if the sections fill the pack, its digest.
///
/// # Panics
///
/// If it is shorter than any pack.
pub fn reseal(pack: &mut [u8]) {
    if let Some(digest) = digest(pack) {
        pack[DIGEST..DIGEST + 8].copy_from_slice(&digest.to_le_bytes());
    }
    let content = pack.len() - END;
    let checksum = pack::checksum(&pack[..content]);
    pack[content..content + 4].copy_from_slice(&checksum.to_le_bytes());
}

/// Where each section of a pack is; none if they do not fill it.
pub fn sections(pack: &[u8]) -> Option<Vec<(PackSection, Range<usize>)>> {
    let mut at = HEADER;
    let mut all = Vec::new();
    for (place, section) in PackSection::ALL.iter().take(STORED).enumerate() {
        let length = pack.get(LENGTHS + 4 * place..)?.first_chunk()?;
        let end = at.checked_add(u32::from_le_bytes(*length).try_into().ok()?)?;
        all.push((*section, at..end));
        at = end;
    }
    (at.checked_add(END)? == pack.len()).then_some(all)
}

/// The length of a section's rows, as `docs/pack.md` lists it; none if it holds texts.
#[must_use]
pub fn row_length(section: PackSection) -> Option<usize> {
    Some(match section {
        PackSection::Provisions | PackSection::Terms | PackSection::Clock => 12,
        PackSection::Edition1
        | PackSection::Edition2
        | PackSection::Edition3
        | PackSection::Edition4
        | PackSection::Obtained
        | PackSection::Deadlocks => 20,
        PackSection::Duties => 14,
        PackSection::Conflicts => 10,
        PackSection::Cautions | PackSection::Countries => 28,
        PackSection::Steps | PackSection::Cases => 32,
        PackSection::Documents
        | PackSection::Coverage
        | PackSection::Holidays
        | PackSection::MovableDays
        | PackSection::Transfers => 8,
        PackSection::Grounds | PackSection::Years => 6,
        PackSection::LaidOut => 100,
        _ => return None,
    })
}

/// The digest, as `docs/pack.md` describes it; none if the sections do not fill the pack.
fn digest(pack: &[u8]) -> Option<u64> {
    let sections = sections(pack)?;
    let mut digest = 0xCBF2_9CE4_8422_2325_u64;
    let mut take = |bytes: &[u8]| {
        for byte in bytes {
            digest = (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    };
    take(&pack[28..32]);
    take(&pack[64..67]);
    for question in 0..4 {
        take(&[pack[67] >> question & 1]);
    }
    for (section, bytes) in sections {
        let bytes = &pack[bytes];
        match section {
            PackSection::Duties => {
                take(bytes);
                continue;
            }
            PackSection::Documents | PackSection::LaidOut | PackSection::Cases => continue,
            _ => {}
        }
        let Some(row) = row_length(section) else {
            continue;
        };
        take(&u16::try_from(bytes.len() / row).ok()?.to_le_bytes());
        take(bytes);
    }
    Some(digest)
}

/// Asks a law every question, about persons with few known facts and one with many: nothing may panic.
pub fn ask_everything(law: Law<'_>, on: Day) {
    let nothing = Facts::default();
    let visa = nothing
        .occasion(Occasion::Visa)
        .standing(Standing::Foreigner)
        .born(Birth::year(1990));
    let known = visa
        .born(day(2008, 2, 29))
        .fingerprinted(false)
        .action(Action::FirstIssue)
        .visa_channel(VisaChannel::Airport)
        .location(Location::Abroad)
        .may_enter(false)
        .has_iin(false);
    let asked = nothing.question_1(true).question_4(false);
    for edition in 0..=5 {
        let settings = Settings {
            edition: Edition::new(edition),
            ..Settings::default()
        };
        for facts in [&nothing, &visa, &known, &asked] {
            show(law.assess(on, facts, settings));
            show(law.plan(on, facts, settings));
            for obligation in Obligation::ALL {
                show(law.explain(on, facts, settings, *obligation));
            }
            if let Ok(receipt) = law.issue_receipt(on, facts, settings) {
                show(law.verify_receipt(&receipt));
            }
        }
        show(law.edition_name(settings.edition));
        for duty in Duty::ALL {
            show(law.duty(settings.edition, *duty));
        }
    }
    let calendar = law.calendar();
    for term in Term::ALL {
        for question in [
            TermQuestion::from(on),
            TermQuestion::from(on)
                .standing(Standing::Foreigner)
                .arrived_to_live(true)
                .stay_regime(StayRegime::UpTo90)
                .treaty(Treaty::None),
        ] {
            show(law.term(*term, &question, &calendar));
        }
    }
    for week in Week::ALL {
        show(calendar.reason(on, *week));
        show(calendar.add_working_days(on, 366, FirstDay::Counted, *week));
    }
    for row in law.sections().countries {
        let country = Country::parse(&CountryRow::from(row).alpha_2());
        show(country.map(|country| law.country(country, on)));
    }
    for zone in Zone::ALL {
        for moment in [i64::MIN, 0, 1_800_000_000, i64::MAX] {
            show(law.today(moment, *zone));
        }
    }
    for way in law.iin_ways(on) {
        show(way.is_open(&known).len());
        show(way.provisions().chain(way.document_provisions()).count());
    }
    for procedure in Procedure::ALL {
        for finding in Finding::ALL {
            show(law.refusal(*procedure, *finding));
        }
    }
    let mut milestone = law.milestone_after(day(1, 1, 1));
    while let Some(found) = milestone {
        show(found.started().chain(found.ended()).count());
        milestone = law.milestone_after(found.day());
    }
    for entry in law.all_provisions() {
        show((entry.id(), entry.place(), entry.substance()));
        show(entry.document().map(|document| document.title()));
    }
    for number in [0, 1, 2, 9, 300, u16::MAX] {
        for of in [
            Vocabulary::Provision,
            Vocabulary::Document,
            Vocabulary::Edition,
            Vocabulary::Fact,
        ] {
            show(law.text(Language::Ru, of, number, TextForm::Sentence));
        }
    }
    show(law.edition_by_name("no such name"));
    show(law.self_test());
}

/// Looks at an answer: writes it out, as a log would.
fn show(answer: impl core::fmt::Debug) {
    black_box(format!("{answer:?}"));
}
