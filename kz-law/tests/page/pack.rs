//! Packs of all laws: built, opened, compared; damaged, and refused.

use crate::common::{base, laws, read};
use kz_law::texts::{self, Texts};
use kz_law::{OwnedLaw, pack};
use kz_rules_core::*;

/// A law of a page, with the texts of the base law as far as it has the same identifiers.
fn owned(page: &str) -> OwnedLaw {
    let law = kz_law::compile(page).expect("a law");
    let texts: Vec<(Language, Texts)> = Language::ALL
        .iter()
        .map(|language| {
            let page = read(&format!("law/texts/{language}.md"));
            (*language, texts::read(&page, &law).0)
        })
        .collect();
    OwnedLaw::of(&law, &texts).expect("a law")
}

fn unsigned(law: &OwnedLaw) -> Vec<u8> {
    let mut pack = pack::unsigned(&law.sections()).expect("it is small");
    pack.extend([0; PACK_SIGNATURE_BYTES]);
    pack
}

const ANY: AtLeast<'static> = AtLeast::of_built_in(0);

#[test]
fn a_pack_is_the_law_that_it_was_built_of() {
    for (name, page) in laws() {
        let owned = owned(&page);
        let pack = unsigned(&owned);
        let started = std::time::Instant::now();
        let opened = Law::open_already_verified(&pack, ANY);
        println!("{name}: {} bytes, {:?}", pack.len(), started.elapsed());
        assert_eq!(opened, Ok(owned.sections()), "{name}");
    }
}

#[test]
fn the_built_in_law_and_its_pack_have_the_same_digest() {
    let pack = unsigned(&owned(&base()));
    let opened = Law::open_already_verified(&pack, ANY).expect("a pack");
    assert_eq!(opened.digest, Law::BUILT_IN.digest());
}

#[test]
fn a_pack_shown_is_a_page_of_which_the_same_pack_is_built() {
    for (name, page) in laws() {
        let pack = unsigned(&owned(&page));
        let opened = Law::open_already_verified(&pack, ANY).expect("a pack");
        let shown = kz_law::decompile::page(&opened);
        let law =
            kz_law::compile(&shown).unwrap_or_else(|errors| panic!("{name}: {errors:#?}\n{shown}"));
        let texts: Vec<(Language, Texts)> = Language::ALL
            .iter()
            .map(|language| {
                let page = kz_law::decompile::texts(&opened, *language).expect("texts");
                let (texts, found) = texts::read(&page, &law);
                assert!(!found.iter().any(kz_law::Diagnostic::is_error), "{found:?}");
                (*language, texts)
            })
            .collect();
        let again = OwnedLaw::of(&law, &texts).expect("a law");
        assert!(unsigned(&again) == pack, "{name}");
        // And it is in its form.
        assert_eq!(
            kz_law::format::format(&shown).as_deref(),
            Ok(shown.as_str())
        );
    }
}
