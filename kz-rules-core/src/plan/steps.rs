//! The steps on the way to a document (legal model, section 6): the table as data.

use super::circumstances::{
    Combinations, MISSION_TAKES_FINGERPRINTS, PASSPORT_IN_FOREIGN_LANGUAGE,
};
use crate::closed_set::closed_set;
use crate::day::Day;
use crate::facts::{Answer, Fact, Location, Standing};
use crate::law::Provision::{self, *};
use crate::law::period::Period;
use crate::region::Region;
use crate::set::{Set, bit};

closed_set! {
    /// A step on the way to a document. The numbers follow the order in which every plan takes them.
    pub enum Step {
        /// Have the passport translated, and the translation notarised.
        TranslatePassport = 1, "translate_passport";
        /// Get an IIN at an embassy or consulate general that takes part in the pilot.
        IinAtMission = 2, "iin_at_mission";
        /// Get an IIN through another person, under a power of attorney.
        IinByProxy = 3, "iin_by_proxy";
        /// Have the prints taken at the foreign establishment.
        FingerprintAtMission = 4, "fingerprint_at_mission";
        /// Enter Kazakhstan without the document asked for.
        Enter = 5, "enter";
        /// Get an IIN by a personal visit to the registering authority in Kazakhstan.
        IinInPerson = 6, "iin_in_person";
        /// Have the prints taken in Kazakhstan.
        FingerprintInKazakhstan = 7, "fingerprint_in_kazakhstan";
        /// Leave Kazakhstan, for a visa that is obtained abroad.
        Leave = 8, "leave";
        /// Obtain the document.
        ObtainDocument = 9, "obtain_document";
    }
}

closed_set! {
    /// What a step gives, and another one needs.
    pub enum Goal {
        /// To be in Kazakhstan.
        Presence = 1, "presence";
        /// An IIN.
        Iin = 2, "iin";
        /// A passport in no foreign language, or its translation.
        Translation = 3, "translation";
        /// The prints in Kazakhstan's database.
        Fingerprints = 4, "fingerprints";
        /// The document itself.
        Document = 5, "document";
    }
}

use Goal::{Document, Fingerprints, Iin, Presence, Translation};
use Step::{
    FingerprintAtMission, FingerprintInKazakhstan, IinAtMission, IinByProxy, IinInPerson,
    ObtainDocument, TranslatePassport,
};

/// The steps, in order of preference. Where a document is obtained, and that it needs presence
/// there if that is in Kazakhstan, and no prints unless they are mandatory, is for [`super::way`].
/// What a step needs is given by steps above it, or by entering.
#[rustfmt::skip]
pub(super) const STEPS: &[Row] = &[
    step(TranslatePassport,       BOTH,          Translation).when(PASSPORT_IN_FOREIGN_LANGUAGE)
        .under(&[L50Papers]),
    step(IinAtMission,            ABROAD,        Iin).within(PilotPeriod).only_in_pilot()
        .under(&[PilotPeriod, PilotInPerson, PilotPapers]),
    step(IinInPerson,             IN_KAZAKHSTAN, Iin).needs(&[Presence])
        .under(&[L50IinInPerson]),
    step(IinByProxy,              BOTH,          Iin).within(L50IinProxy)
        .under(&[L50IinProxy]),
    step(FingerprintAtMission,    ABROAD,        Fingerprints).needs(&[Iin, Translation]).when(MISSION_TAKES_FINGERPRINTS)
        .under(&[L50CollectorsAbroad]),
    step(FingerprintInKazakhstan, IN_KAZAKHSTAN, Fingerprints).needs(&[Iin, Translation, Presence])
        .under(&[L50Place, L50CollectorsHome]),
    step(ObtainDocument,          BOTH,          Document).needs(&[Fingerprints]),
];

/// Who may take part in the pilot: foreigners, where the establishment does.
pub(super) const PILOT: Region = Region::ALL
    .with(Fact::Standing, bit(Standing::Foreigner.code()))
    .with(Fact::MissionInPilot, bit(Answer::Yes.code()));

const ABROAD_BIT: u16 = bit(Location::Abroad.code());
const IN_KAZAKHSTAN_BIT: u16 = bit(Location::InKazakhstan.code());
pub(super) const ABROAD: Set<Location> = Set::from_bits(ABROAD_BIT);
pub(super) const IN_KAZAKHSTAN: Set<Location> = Set::from_bits(IN_KAZAKHSTAN_BIT);
pub(super) const BOTH: Set<Location> = Set::from_bits(ABROAD_BIT | IN_KAZAKHSTAN_BIT);

/// A row of the table.
pub(crate) struct Row {
    pub(super) step: Step,
    pub(super) place: Set<Location>,
    pub(super) gives: Goal,
    pub(super) needs: &'static [Goal],
    /// The circumstances under which it is open.
    pub(super) open: Combinations,
    /// Whether it is only for those of [`PILOT`].
    pub(super) only_in_pilot: bool,
    /// The days on which it is open.
    pub(crate) days: Period,
    /// What the step rests on, and on which days.
    provisions: &'static [Provision],
    provisions_days: Period,
}

/// A step that needs nothing and is open to all on every day, until more is said.
const fn step(step: Step, place: Set<Location>, gives: Goal) -> Row {
    Row {
        step,
        place,
        gives,
        needs: &[],
        open: Combinations::MAX,
        only_in_pilot: false,
        days: Period::ALL,
        provisions: &[],
        provisions_days: Period::ALL,
    }
}

impl Row {
    const fn needs(mut self, goals: &'static [Goal]) -> Self {
        self.needs = goals;
        self
    }

    /// Only while this provision applies.
    const fn within(mut self, provision: Provision) -> Self {
        self.days = Period::of(provision);
        self
    }

    /// Only under these circumstances.
    const fn when(mut self, combinations: Combinations) -> Self {
        self.open = combinations;
        self
    }

    const fn only_in_pilot(mut self) -> Self {
        self.only_in_pilot = true;
        self
    }

    const fn under(mut self, provisions: &'static [Provision]) -> Self {
        self.provisions = provisions;
        if let [first, ..] = provisions {
            self.provisions_days = Period::of(*first);
        }
        self
    }

    /// The completions to which it is open, on a day on which it is, but for what it needs and the
    /// circumstances under which it is open.
    pub(crate) const fn takes(&self) -> Region {
        let there = Region::ALL.with(Fact::Location, self.place.bits());
        if self.only_in_pilot {
            there.meet(PILOT)
        } else {
            there
        }
    }

    /// What the step rests on, on a day.
    pub(crate) fn provisions_on(&self, day: Day) -> &'static [Provision] {
        if self.provisions_days.include(day) {
            self.provisions
        } else {
            &[]
        }
    }
}
