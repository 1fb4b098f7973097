//! The answer of an assessment (legal model, section 4): a small value, whose lists are read from the
//! tables of the law.

use core::fmt;

use heapless::Vec;

use crate::day::Day;
use crate::facts::Fact;
use crate::law::rule::Obligation;
use crate::law::table::Rows;
use crate::law::{Edition, Provision};
use crate::set::Set;

/// What the law asks, and why.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Assessment {
    /// The obligations that some completion leads to, and no others.
    pub possible: Set<Obligation>,
    /// The fact to ask for next; none if it is decided, or only a final birth date is left.
    pub ask: Option<Fact>,
    /// The facts on which the obligation still depends, a birth date that is final included.
    pub relevant: Set<Fact>,
    /// The first day after the decision date on which, with the same facts, the possible
    /// obligations differ; none if they never do.
    pub holds_until: Option<Day>,
    pub(crate) edition: Edition,
    /// The rows that decided, over all completions.
    pub(crate) rows: Rows,
    /// What is possible: that it is voluntary for a child under 12; that it is mandatory for an
    /// electronic visa, on a day on which that is doubtful; that the Ministry contradicts.
    pub(crate) under_12: bool,
    pub(crate) evisa: bool,
    pub(crate) conflict: bool,
}

// It goes to C in registers and by one copy at most.
const _: () = assert!(size_of::<Assessment>() == 20);

/// The most provisions that one answer rests on.
pub const MAX_BASIS: usize = 12;
/// The most cautions that one answer carries.
pub const MAX_CAUTIONS: usize = 2;

impl Assessment {
    /// The obligation, or what must be asked to know it.
    #[must_use]
    #[inline]
    pub fn outcome(&self) -> Outcome {
        match self.possible.single() {
            Some(obligation) => Outcome::Decided(obligation),
            None => Outcome::Undecided {
                possible: self.possible,
                ask: self.ask,
            },
        }
    }

    /// The provisions of the rows that decided, over all completions, in the order of the table: at
    /// most [`MAX_BASIS`].
    pub fn basis(&self) -> impl Iterator<Item = Provision> + use<> {
        self.edition.table().basis(self.rows)
    }

    /// The two provisions that contradict each other on this answer, the one that decides first.
    #[must_use]
    pub fn conflict(&self) -> Option<[Provision; 2]> {
        self.conflict
            .then_some([Provision::L50CitizenVoluntary, Provision::MiaScope])
    }

    /// Developments outside the sources that may change the answer, and MIA-UNDER-12: at most
    /// [`MAX_CAUTIONS`].
    pub fn cautions(&self) -> impl Iterator<Item = Provision> + use<> {
        let evisa = self.evisa.then_some(Provision::NoteEvisa);
        let under_12 = self.under_12.then_some(Provision::MiaUnder12);
        evisa.into_iter().chain(under_12)
    }

    /// What else the law says of a mandatory fingerprinting; none for any other outcome.
    #[must_use]
    pub fn duties(&self) -> Option<&'static Duties> {
        (self.possible == Obligation::Mandatory.into()).then(|| self.edition.duties())
    }
}

impl fmt::Debug for Assessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let basis: Vec<_, MAX_BASIS> = self.basis().collect();
        let cautions: Vec<_, MAX_CAUTIONS> = self.cautions().collect();
        f.debug_struct("Assessment")
            .field("outcome", &self.outcome())
            .field("basis", &basis)
            .field("relevant", &self.relevant)
            .field("holds_until", &self.holds_until)
            .field("conflict", &self.conflict())
            .field("cautions", &cautions)
            .field("duties", &self.duties())
            .finish()
    }
}

/// The obligation, or what must be asked to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Outcome {
    /// Every completion of the facts leads to this obligation.
    Decided(Obligation),
    /// The facts leave more than one obligation possible.
    Undecided {
        /// The obligations that some completion leads to, and no others.
        possible: Set<Obligation>,
        /// The fact to ask for next; none if only a final birth date is left.
        ask: Option<Fact>,
    },
}

/// What the law says of a mandatory fingerprinting. None means that the edition's source is silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub struct Duties {
    /// What follows a refusal.
    pub consequence: Provision,
    /// What to bring.
    pub papers: Option<Provision>,
    /// Where to go.
    pub place: Provision,
    /// Who collects the data in Kazakhstan.
    pub collectors_home: Option<Provision>,
    /// Who collects the data abroad.
    pub collectors_abroad: Option<Provision>,
    /// What is taken.
    pub taken: Provision,
    /// What is issued afterwards.
    pub issued: Option<Provision>,
}

impl Edition {
    const fn duties(self) -> &'static Duties {
        match self {
            Self::Enacted => &Duties {
                consequence: Provision::L50Refusal,
                papers: Some(Provision::L50Papers),
                place: Provision::L50Place,
                collectors_home: Some(Provision::L50CollectorsHome),
                collectors_abroad: Some(Provision::L50CollectorsAbroad),
                taken: Provision::L50Biometrics,
                issued: Some(Provision::L50Certificate),
            },
            Self::Announced => &Duties {
                consequence: Provision::MiaLiability,
                papers: None,
                place: Provision::MiaPlace,
                collectors_home: None,
                collectors_abroad: None,
                taken: Provision::MiaBiometrics,
                issued: None,
            },
        }
    }
}
