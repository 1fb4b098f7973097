//! Checks the sections one by one: counts, rows, texts, digest.

use core::num::NonZeroUsize;

use super::{PackError, PackSection, inconsistent};
use crate::base::strings::Strings;
use crate::calendar::lay_out;
use crate::law::*;

/// Checks all sections. A section is checked before those that refer to it.
pub(super) fn check(law: &Sections<'_>) -> Result<(), PackError> {
    header(law)?;
    sources(law)?;
    names(law)?;
    decisions(law)?;
    ways(law)?;
    terms(law)?;
    calendar(law)?;
    texts(law)?;
    if law.sealed().digest == law.digest {
        Ok(())
    } else {
        Err(inconsistent(PackSection::Header, 0))
    }
}

/// Checks the rows of a table: at most `room`, each of them sound by itself and beside the rows before it.
fn rows<'a, const N: usize>(
    section: PackSection,
    table: &'a [[u8; N]],
    room: usize,
    is_sound: impl Fn(&'a [u8; N], &'a [[u8; N]]) -> bool,
) -> Result<(), PackError> {
    whole(section, table.len() <= room)?;
    for (row, number) in table.iter().zip(1..=u16::MAX) {
        let before = table
            .get(..usize::from(number).wrapping_sub(1))
            .unwrap_or_default();
        if !is_sound(row, before) {
            return Err(inconsistent(section, number));
        }
    }
    Ok(())
}

/// Checks what must hold for a section as a whole.
pub(super) fn whole(section: PackSection, holds: bool) -> Result<(), PackError> {
    if holds {
        Ok(())
    } else {
        Err(inconsistent(section, 0))
    }
}

fn header(law: &Sections<'_>) -> Result<(), PackError> {
    let mut above = Some(0);
    // In ascending order, then zeros.
    for age in law.ages {
        above = match above {
            Some(below) if age > below => Some(age),
            Some(_) | None if age == 0 => None,
            _ => return Err(inconsistent(PackSection::Header, 0)),
        };
    }
    whole(PackSection::Header, law.ages.iter().all(|age| *age <= 120))
}

fn sources(law: &Sections<'_>) -> Result<(), PackError> {
    use PackSection as S;
    rows(
        S::Documents,
        law.documents,
        capacity::DOCUMENTS,
        |row, before| DocumentRow::of(row).is_sound(before),
    )?;
    strings(
        S::DocumentTexts,
        law.document_texts,
        law.documents.len(),
        TWO,
        is_identifier,
    )?;
    rows(
        S::Provisions,
        law.provisions,
        capacity::PROVISIONS,
        |row, before| ProvisionRow::of(row).is_sound(law, before),
    )?;
    strings(
        S::ProvisionTexts,
        law.provision_texts,
        law.provisions.len(),
        THREE,
        is_identifier,
    )
}

/// How many texts a document has, and a provision.
const TWO: NonZeroUsize = NonZeroUsize::MIN.saturating_add(1);
const THREE: NonZeroUsize = TWO.saturating_add(1);

/// Whether a text is an identifier: capital letters, digits and `-`.
fn is_identifier(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(is_letter)
}

/// Whether a text is a name: small letters, digits and `_`.
fn is_word(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    !text.is_empty() && text.bytes().all(is_letter)
}

/// Checks the texts of `things` things: each has `each` texts, of which the first is a unique identifier.
fn strings(
    section: PackSection,
    texts: Strings<'_>,
    things: usize,
    each: NonZeroUsize,
    is_named: fn(&str) -> bool,
) -> Result<(), PackError> {
    whole(section, texts.is_closed())?;
    let mut count = 0usize;
    for (place, text) in texts.iter().enumerate() {
        let (thing, which) = (place / each, place % each);
        let is_other = |(other, known): (usize, &str)| other % each != 0 || known != text;
        let is_sound = if which == 0 {
            is_named(text) && texts.iter().enumerate().take(place).all(is_other)
        } else {
            has_no_controls(text)
        };
        if !is_sound {
            let number = u16::try_from(thing).unwrap_or(u16::MAX);
            return Err(inconsistent(section, number.saturating_add(1)));
        }
        count = place.saturating_add(1);
    }
    whole(section, things.checked_mul(each.get()) == Some(count))
}

fn has_no_controls(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

fn names(law: &Sections<'_>) -> Result<(), PackError> {
    let section = PackSection::Names;
    whole(section, law.names.is_closed())?;
    let mut count = 0usize;
    for (place, name) in law.names.iter().enumerate() {
        let is_other = |known: &str| known != name;
        let is_sound = match law.questions.get(place) {
            Some(false) => name.is_empty(),
            _ => is_word(name) && law.names.iter().take(place).all(is_other),
        };
        if !is_sound {
            let number = u16::try_from(place).unwrap_or(u16::MAX);
            return Err(inconsistent(section, number.saturating_add(1)));
        }
        count = place.saturating_add(1);
    }
    // Editions are numbered without a gap, and the first exists.
    let editions = Law::from(law).edition_count();
    let after = law.editions.iter().skip(editions);
    let has_no_gap = after.fold(editions > 0, |right, rules| right && rules.is_empty());
    whole(PackSection::Edition1, has_no_gap)?;
    whole(section, count == editions.saturating_add(MAX_QUESTIONS))
}

/// The sections of the editions.
pub(super) const EDITIONS: [PackSection; MAX_EDITIONS] = [
    PackSection::Edition1,
    PackSection::Edition2,
    PackSection::Edition3,
    PackSection::Edition4,
];

fn decisions(law: &Sections<'_>) -> Result<(), PackError> {
    use PackSection as S;
    for (section, table) in EDITIONS.into_iter().zip(law.editions) {
        rows(section, table, capacity::EDITION_ROWS, |row, _| {
            Rule::of(row).is_sound(law)
        })?;
    }
    whole(S::Duties, law.duties.len() == MAX_EDITIONS)?;
    rows(S::Duties, law.duties, MAX_EDITIONS, |row, _| {
        DutiesRow::of(row).is_sound(law)
    })?;
    rows(
        S::Conflicts,
        law.conflicts,
        capacity::CONFLICTS,
        |row, _| Conflict::of(row).is_sound(law),
    )?;
    rows(
        S::Cautions,
        law.cautions,
        capacity::CAUTION_ROWS,
        |row, _| Caution::of(row).is_sound(law),
    )?;
    rows(S::Cases, law.cases, capacity::CASES, |row, _| {
        CaseRow::of(row).is_sound(law)
    })
}

fn ways(law: &Sections<'_>) -> Result<(), PackError> {
    use PackSection as S;
    rows(S::Steps, law.steps, capacity::STEPS, |row, _| {
        StepRow::of(row).is_sound(law)
    })?;
    rows(S::Obtained, law.obtained, capacity::PLACES, |row, _| {
        ObtainedRow::of(row).is_sound(law)
    })?;
    let last = law.obtained.last().map(ObtainedRow::of);
    whole(S::Obtained, last.is_some_and(ObtainedRow::takes_all))?;
    rows(
        S::Deadlocks,
        law.deadlocks,
        capacity::DEADLOCKS,
        |row, _| DeadlockRow::of(row).is_sound(law),
    )?;
    let last = law.deadlocks.last().map(DeadlockRow::of);
    whole(S::Deadlocks, last.is_some_and(DeadlockRow::takes_all))
}

fn terms(law: &Sections<'_>) -> Result<(), PackError> {
    use PackSection as S;
    rows(S::Terms, law.terms, Term::ALL.len(), |row, before| {
        TermRow::of(row).is_sound(law, before)
    })?;
    // Each term has a row.
    whole(S::Terms, law.terms.len() == Term::ALL.len())?;
    rows(S::Coverage, law.coverage, capacity::COVERAGE, |row, _| {
        CoverageRow::of(row).is_sound(law)
    })?;
    rows(S::Grounds, law.grounds, capacity::GROUNDS, |row, before| {
        GroundRow::of(row).is_sound(law, before)
    })?;
    rows(
        S::Countries,
        law.countries,
        capacity::COUNTRIES,
        |row, before| CountryRow::of(row).is_sound(law, before),
    )
}

fn calendar(law: &Sections<'_>) -> Result<(), PackError> {
    use PackSection as S;
    rows(S::Years, law.years, capacity::YEARS, |row, before| {
        YearsRow::of(row).is_sound(before)
    })?;
    rows(S::Holidays, law.holidays, capacity::HOLIDAYS, |row, _| {
        HolidayRow::of(row).is_sound()
    })?;
    rows(
        S::MovableDays,
        law.movable_days,
        capacity::MOVABLE_DAYS,
        |row, _| MovableRow::of(row).is_sound(),
    )?;
    rows(
        S::Transfers,
        law.transfers,
        capacity::TRANSFERS,
        |row, _| TransferRow::of(row).is_sound(),
    )?;
    rows(S::Clock, law.clock, capacity::CLOCK, |row, before| {
        ClockRow::of(row).is_sound(before)
    })?;
    // The laid-out years must be those that follow from the other rows.
    let years = law.years.iter().map(YearsRow::of);
    let mut years =
        years.flat_map(|row| (row.first()..=row.last()).map(move |year| (year, row.certainty())));
    rows_laid_out(law, &mut years)?;
    whole(S::LaidOut, years.next().is_none())
}

fn rows_laid_out(
    law: &Sections<'_>,
    years: &mut impl Iterator<Item = (u16, Certainty)>,
) -> Result<(), PackError> {
    let section = PackSection::LaidOut;
    whole(section, law.laid_out.len() <= capacity::YEARS)?;
    for (row, number) in law.laid_out.iter().zip(1..=u16::MAX) {
        let (year, certainty) = years.next().ok_or(inconsistent(section, number))?;
        let year = lay_out(
            year,
            certainty,
            law.holidays,
            law.movable_days,
            law.transfers,
        );
        if *row != year {
            return Err(inconsistent(section, number));
        }
    }
    Ok(())
}

/// The sections of the texts, in the order of the languages.
const TEXTS: [PackSection; LANGUAGES] = [
    PackSection::TextsKk,
    PackSection::TextsRu,
    PackSection::TextsEn,
];

fn texts(law: &Sections<'_>) -> Result<(), PackError> {
    let editions = Law::from(law).edition_count();
    let things = law.documents.len().saturating_add(editions);
    let things = things.saturating_add(law.provisions.len());
    let things = things.saturating_add(MAX_QUESTIONS);
    for (section, texts) in TEXTS.into_iter().zip(law.texts) {
        if texts.is_empty() {
            continue;
        }
        whole(section, texts.is_closed())?;
        let mut count = 0usize;
        for (place, text) in texts.iter().enumerate() {
            // The language's name, then labels and sentences in turn.
            let room = match place % 2 {
                0 if place > 0 => capacity::SENTENCE,
                _ => capacity::LABEL,
            };
            if text.chars().count() > room || !has_no_controls(text) {
                let number = u16::try_from(place / 2).unwrap_or(u16::MAX);
                return Err(inconsistent(section, number.saturating_add(1)));
            }
            count = place.saturating_add(1);
        }
        let all = things.checked_mul(2).and_then(|all| all.checked_add(1));
        whole(section, all == Some(count))?;
    }
    Ok(())
}
