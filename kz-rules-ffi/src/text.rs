//! Texts for people, one function for each language: a program links only those that it calls.

use core::ffi::c_char;
use core::ptr::null;

use kz_rules_core::{Error, Law, Text, TextForm, Vocabulary};

use crate::law::{kz_law, law, pointer};
use crate::status::{BadInput, of_core};
use crate::types::*;

/// kz_text() in Kazakh.
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[cfg(feature = "text-kk")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_text_kk(
    law: *const kz_law,
    of: kz_vocabulary,
    code: u16,
    form: kz_text_form,
) -> *const c_char {
    // SAFETY: as promised by the caller.
    unsafe { find(law, of, code, form, Law::text_kk) }
}

/// kz_text() in Russian.
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[cfg(feature = "text-ru")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_text_ru(
    law: *const kz_law,
    of: kz_vocabulary,
    code: u16,
    form: kz_text_form,
) -> *const c_char {
    // SAFETY: as promised by the caller.
    unsafe { find(law, of, code, form, Law::text_ru) }
}

/// kz_text() in English.
///
/// # Safety
///
/// `law` is NULL or points to its type.
#[cfg(feature = "text-en")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_text_en(
    law: *const kz_law,
    of: kz_vocabulary,
    code: u16,
    form: kz_text_form,
) -> *const c_char {
    // SAFETY: as promised by the caller.
    unsafe { find(law, of, code, form, Law::text_en) }
}

/// A text in a language of the core.
///
/// # Safety
///
/// `law` is NULL or points to its type.
unsafe fn find<'a>(
    law: *const kz_law,
    of: kz_vocabulary,
    code: u16,
    form: kz_text_form,
    text: impl FnOnce(Law<'a>, Vocabulary, u16, TextForm) -> Option<Text<'a>>,
) -> *const c_char {
    // SAFETY: as promised by the caller.
    let law = unsafe { self::law(law) }.ok();
    let found = law.and_then(|law| {
        let form = TextForm::from_code(form)?;
        let of = Vocabulary::from_code(of)?;
        let number = match of {
            Vocabulary::Status => number_of_status(code)?,
            _ => code,
        };
        text(law, of, number, form)
    });
    found.map_or(null(), pointer)
}

/// The number of a status in its vocabulary: those of the core come first.
fn number_of_status(negated: u16) -> Option<u16> {
    let status = i32::from(negated).wrapping_neg();
    let of_core = Error::ALL.iter().map(|error| of_core(error.code()));
    let all = of_core.chain(BadInput::STATUSES.iter().copied());
    let mut numbered = (1..).zip(all);
    numbered.find_map(|(number, known)| (known == status).then_some(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kz_rules_core::{Language, glossary_lines};

    #[test]
    fn the_glossaries_have_every_status_in_order() {
        let of_core = Error::ALL.iter().map(|error| error.name());
        let of_c = BadInput::ALL.iter().map(|(_, word, _)| *word);
        let known: Vec<_> = of_core.chain(of_c).collect();
        for language in Language::ALL {
            let lines = glossary_lines(*language, Vocabulary::Status);
            let words: Vec<_> = lines.map(|line| line.0).collect();
            // A language that is not in the build has no lines.
            assert!(words.is_empty() || words == known, "{language}: {words:?}");
        }
    }

    #[test]
    fn a_status_is_found_among_all() {
        let of_core = Error::ALL.iter().map(|error| of_core(error.code()));
        let of_c = BadInput::ALL.iter().map(|(input, _, _)| *input as i32);
        for (place, status) in of_core.chain(of_c).enumerate() {
            let negated = u16::try_from(status.unsigned_abs()).unwrap_or_default();
            let number = number_of_status(negated).map(usize::from);
            assert_eq!(number, Some(place + 1));
        }
        assert_eq!(number_of_status(0), None);
        assert_eq!(number_of_status(u16::MAX), None);
    }
}
