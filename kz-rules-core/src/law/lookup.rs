//! Documents, provisions, editions and questions of a law, with the words for them.

use super::row::{DocumentRow, ProvisionRow};
use super::{DutiesRow, Duty, Edition, Law, MAX_EDITIONS, MAX_QUESTIONS, Provision, Rule};
use crate::base::day::Day;
use crate::base::error::Error;
use crate::base::static_text::{Text, text};
use crate::facts::{Fact, Facts, Region};

/// A provision of a law.
#[derive(Clone, Copy)]
pub struct ProvisionEntry<'a> {
    law: Law<'a>,
    pub(crate) place: usize,
    row: ProvisionRow<'a>,
}

/// A document of a law.
#[derive(Clone, Copy)]
pub struct DocumentEntry<'a> {
    law: Law<'a>,
    pub(crate) place: usize,
    row: DocumentRow<'a>,
}

/// How many texts a provision has.
const PROVISION_TEXTS: usize = 3;
/// How many texts a document has.
const DOCUMENT_TEXTS: usize = 2;

impl<'a> ProvisionEntry<'a> {
    /// The row: number, document, days.
    #[must_use]
    pub const fn row(&self) -> ProvisionRow<'a> {
        self.row
    }

    /// Its permanent identifier.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.id_text().as_str()
    }

    /// Its permanent identifier, for C.
    #[must_use]
    pub fn id_text(&self) -> Text<'a> {
        self.text(0)
    }

    /// Its place in its document; with [`DocumentEntry::title`] it is the citation.
    #[must_use]
    pub fn place(&self) -> Text<'a> {
        self.text(1)
    }

    /// What it says, in the words of the page.
    #[must_use]
    pub fn substance(&self) -> Text<'a> {
        self.text(2)
    }

    /// The document in which it stands.
    #[must_use]
    pub fn document(&self) -> Option<DocumentEntry<'a>> {
        self.law.document(self.row.document())
    }

    fn text(&self, number: usize) -> Text<'a> {
        let place = self
            .place
            .wrapping_mul(PROVISION_TEXTS)
            .wrapping_add(number);
        let text = self.law.provision_texts().text(place);
        text.unwrap_or(text!(""))
    }
}

impl<'a> DocumentEntry<'a> {
    /// The row: number, kind, the day as of which it is known.
    #[must_use]
    pub const fn row(&self) -> DocumentRow<'a> {
        self.row
    }

    /// Its permanent identifier.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.id_text().as_str()
    }

    /// Its permanent identifier, for C.
    #[must_use]
    pub fn id_text(&self) -> Text<'a> {
        self.text(0)
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> Text<'a> {
        self.text(1)
    }

    fn text(&self, number: usize) -> Text<'a> {
        let place = self.place.wrapping_mul(DOCUMENT_TEXTS).wrapping_add(number);
        let text = self.law.document_texts().text(place);
        text.unwrap_or(text!(""))
    }
}

/// The place of an edition's name, which comes after the questions; none if no law can have the edition.
fn edition_name(edition: Edition) -> Option<usize> {
    let place = edition.place();
    (place < MAX_EDITIONS).then(|| place.saturating_add(MAX_QUESTIONS))
}

impl<'a> Law<'a> {
    /// Every provision of the law, in the order of the page.
    pub fn all_provisions(self) -> impl Iterator<Item = ProvisionEntry<'a>> {
        let rows = self.provisions().iter().enumerate();
        rows.map(move |(place, row)| ProvisionEntry {
            law: self,
            place,
            row: row.into(),
        })
    }

    /// A provision, if the law has it.
    #[must_use]
    pub fn provision(self, provision: Provision) -> Option<ProvisionEntry<'a>> {
        self.all_provisions()
            .find(|entry| entry.row.provision() == provision)
    }

    /// The provision with this identifier, exactly, if the law has it.
    #[must_use]
    pub fn provision_by_id(self, id: &str) -> Option<Provision> {
        let mut all = self.all_provisions();
        all.find(|entry| entry.id() == id)
            .map(|entry| entry.row.provision())
    }

    /// Whether a provision of the law applies on a day.
    #[must_use]
    pub fn applies_on(self, provision: Provision, day: Day) -> bool {
        let rows = self.provisions().iter();
        let mut rows = rows.map(ProvisionRow::from);
        let row = rows.find(|row| row.provision() == provision);
        row.is_some_and(|row| row.applies_on(day))
    }

    /// Every document of the law, in the order of the page.
    pub fn all_documents(self) -> impl Iterator<Item = DocumentEntry<'a>> {
        let rows = self.documents().iter().enumerate();
        rows.map(move |(place, row)| DocumentEntry {
            law: self,
            place,
            row: row.into(),
        })
    }

    /// The document with this number, if the law has it.
    #[must_use]
    pub fn document(self, number: u16) -> Option<DocumentEntry<'a>> {
        let mut all = self.all_documents();
        all.find(|entry| entry.row.number() == number)
    }

    /// How many editions the law has.
    pub(crate) fn edition_count(self) -> usize {
        let editions = self.editions();
        editions
            .iter()
            .take_while(|rules| !rules.is_empty())
            .count()
    }

    /// The name of an edition, if the law has it.
    #[must_use]
    pub fn edition_name(self, edition: Edition) -> Option<&'a str> {
        self.names().get(edition_name(edition)?)
    }

    /// The name of an edition, for C.
    #[must_use]
    pub fn edition_id(self, edition: Edition) -> Option<Text<'a>> {
        self.names().text(edition_name(edition)?)
    }

    /// The edition with this name, exactly, if the law has it.
    #[must_use]
    pub fn edition_by_name(self, name: &str) -> Option<Edition> {
        let mut all = (1..=255).map_while(|number| {
            let edition = Edition::new(number);
            Some((edition, self.edition_name(edition)?))
        });
        all.find(|(_, known)| *known == name)
            .map(|(edition, _)| edition)
    }

    /// The rows of an edition in their order: the first that fits decides.
    ///
    /// # Errors
    ///
    /// [`Error::EditionUnknown`] if the law has no such edition.
    pub(crate) fn rules(self, edition: Edition) -> Result<&'a [[u8; Rule::BYTES]], Error> {
        let rules = self.editions().get(edition.place());
        rules
            .filter(|rules| !rules.is_empty())
            .copied()
            .ok_or(Error::EditionUnknown)
    }

    /// The provision on a duty of an edition; none if its source is silent.
    #[must_use]
    pub fn duty(self, edition: Edition, duty: Duty) -> Option<Provision> {
        let duties = DutiesRow::from(self.duties().get(edition.place())?).all();
        *duties.get(usize::from(duty.code()).wrapping_sub(1))?
    }

    /// The identifier of the law's question with this number, from 1, if it has one.
    #[must_use]
    pub fn question(self, number: u8) -> Option<&'a str> {
        let place = usize::from(number).wrapping_sub(1);
        let has = self.questions().get(place).copied().unwrap_or_default();
        self.names().get(place).filter(|_| has)
    }

    /// The same, for C.
    pub(crate) fn question_id(self, number: u8) -> Option<Text<'a>> {
        let place = usize::from(number).wrapping_sub(1);
        self.question(number)?;
        self.names().text(place)
    }

    /// An error if a question is answered that the law does not have.
    #[inline]
    pub(crate) fn must_have_questions(self, facts: &Facts) -> Result<(), Error> {
        if facts.region.has_no_answers() {
            return Ok(());
        }
        self.must_have_answered_questions(facts)
    }

    /// The same, when some question is answered.
    #[inline(never)] // most laws have none
    fn must_have_answered_questions(self, facts: &Facts) -> Result<(), Error> {
        const ERRORS: [Error; MAX_QUESTIONS] = [
            Error::Question1,
            Error::Question2,
            Error::Question3,
            Error::Question4,
        ];
        const FIRST: usize = Fact::Question1 as usize - Fact::Occasion as usize;
        let questions = Region::facts().skip(FIRST).zip(ERRORS);
        for (has, ((_, mask), error)) in self.questions().into_iter().zip(questions) {
            if !has && facts.region.bits() & mask != mask {
                return Err(error);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::built_in;

    const LAW: Law<'static> = Law::BUILT_IN;

    #[test]
    fn duties_are_those_of_an_edition() {
        let papers = LAW.duty(Edition::FIRST, Duty::Papers);
        assert_eq!(papers, Some(built_in::L50_PAPERS));
        assert_eq!(LAW.duty(Edition::new(3), Duty::Papers), None);
    }

    #[test]
    fn an_edition_has_the_same_name_for_c() {
        for number in 0..6 {
            let edition = Edition::new(number);
            let name = LAW.edition_id(edition).map(|text| text.as_str());
            assert_eq!(name, LAW.edition_name(edition));
        }
        assert_eq!(LAW.edition_name(Edition::FIRST), Some("enacted"));
    }
}
