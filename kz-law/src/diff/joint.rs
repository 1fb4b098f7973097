//! Makes two laws comparable: both get the ages of both, and a question that only one law has is an axis that the
//! other never asks about.

use crate::model::{Age, Conditions, Law, Question, Test};
use crate::region::{Axis, Region};

/// Two laws whose regions stand for the same persons.
#[derive(Clone, Debug)]
pub struct Joint {
    /// The older law, with the ages of both.
    pub old: Law,
    /// The newer law, with the ages of both.
    pub new: Law,
    /// The newer law, with the ages and questions of both: persons are described with it.
    pub words: Law,
    /// The axes in which persons differ for one of the laws.
    axes: Vec<Axis>,
}

impl Joint {
    /// Two laws.
    #[must_use]
    pub fn of(old: &Law, new: &Law) -> Self {
        let mut ages: Vec<Age> = new.ages.clone();
        ages.extend(&old.ages);
        ages.sort_by_key(|age| age.years);
        ages.dedup_by_key(|age| age.years);
        let same = |question: &Question| new.questions.iter().find(|other| other.id == question.id);
        // A question is identified by its name: its number may belong to another question in the other law.
        let renumbered = |number: u8| {
            let question = old.questions.iter().find(|other| other.number == number);
            question
                .and_then(same)
                .map_or(number + 4, |other| other.number)
        };
        let mut words = new.clone();
        words.ages.clone_from(&ages);
        for question in old.questions.iter().filter(|other| same(other).is_none()) {
            words.questions.push(Question {
                number: question.number + 4,
                ..question.clone()
            });
        }
        let facts = Axis::ALL.into_iter().filter(|axis| {
            axis.place() < Axis::FACTS && axis.question().is_none()
                || words
                    .questions
                    .iter()
                    .any(|question| axis.question() == Some(question.number))
        });
        Self {
            axes: facts.collect(),
            old: recut(old, &ages, renumbered),
            new: recut(new, &ages, |number| number),
            words,
        }
    }

    /// The number of combinations of facts in a region.
    #[must_use]
    pub fn count(&self, region: &Region) -> u128 {
        let counts = self.axes.iter().map(|axis| region.get(*axis).count_ones());
        counts.map(u128::from).product()
    }

    /// The number of combinations in any of some regions, each counted once.
    #[must_use]
    pub fn count_all(&self, regions: impl IntoIterator<Item = Region>) -> u128 {
        let mut all: Vec<Region> = Vec::new();
        for region in regions {
            let mut new = vec![region];
            for other in &all {
                if new.iter().any(|part| part.and(other).is_some()) {
                    new = crate::region::subtract(&new, other);
                }
            }
            all.extend(new);
        }
        all.iter().map(|region| self.count(region)).sum()
    }

    /// The axes in which persons differ for one of the laws.
    #[must_use]
    pub fn axes(&self) -> &[Axis] {
        &self.axes
    }
}

/// The axis of a question.
pub(super) fn question(number: u8) -> Option<Axis> {
    let mut all = Axis::ALL.into_iter();
    all.find(|axis| axis.question() == Some(number))
}

/// A law with more ages, its own among them, and other numbers for its questions.
fn recut(law: &Law, ages: &[Age], renumbered: impl Fn(u8) -> u8) -> Law {
    let mut law = law.clone();
    law.ages = ages.to_vec();
    for question in &mut law.questions {
        question.number = renumbered(question.number);
    }
    let recut = |conditions: &mut Conditions| {
        for condition in &mut conditions.all {
            match &mut condition.test {
                Test::Age {
                    below,
                    years,
                    values,
                } => *values = bands(ages, *below, *years),
                Test::Values { axis, .. } => {
                    if let Some(other) = axis
                        .question()
                        .and_then(|number| question(renumbered(number)))
                    {
                        *axis = other;
                    }
                }
                _ => {}
            }
        }
        *conditions = Conditions::new(
            conditions.span,
            std::mem::take(&mut conditions.all),
            ages.len(),
        );
    };
    let editions = law
        .editions
        .iter_mut()
        .flat_map(|edition| &mut edition.rows);
    editions
        .map(|row| &mut row.conditions)
        .chain(law.cautions.iter_mut().map(|row| &mut row.conditions))
        .chain(law.steps.iter_mut().map(|row| &mut row.conditions))
        .chain(law.places.iter_mut().map(|row| &mut row.conditions))
        .chain(law.deadlocks.iter_mut().map(|row| &mut row.conditions))
        .chain(law.coverage.iter_mut().map(|row| &mut row.conditions))
        .for_each(recut);
    law
}

/// The age bands below an age, or from it on.
fn bands(ages: &[Age], below: bool, years: u8) -> u16 {
    let count = ages.iter().filter(|age| age.years <= years).count();
    let under = crate::vocabulary::full_set(count);
    if below {
        under
    } else {
        crate::vocabulary::full_set(ages.len() + 1) & !under
    }
}
