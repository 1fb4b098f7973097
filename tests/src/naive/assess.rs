//! Obligation, and what an answer says beside it: sections 2, 3 and 4 of the legal model.

use super::{
    ASKING_ORDER, Action, AgeReading, BIRTH, Band, Birth, Edition, Facts, MILESTONES, Occasion,
    Person, SIZES, Standing, VisaChannel, bands, completions, is_relevant, lives, print_date,
    words,
};
use time::{Date, macros::date};

words! {
    /// What the law asks for, in the order of the vector files.
    Obligation {
        Mandatory = "mandatory",
        Voluntary = "voluntary",
        NotRequired = "not_required",
        Suspended = "suspended",
        NotInForce = "not_in_force",
    }
}

words! {
    /// The provision of the row that decided, sorted by name.
    Basis {
        Age16 = "L50-AGE-16",
        Case1 = "L50-CASE-1",
        Case2 = "L50-CASE-2",
        Case3 = "L50-CASE-3",
        Case4 = "L50-CASE-4",
        Case5 = "L50-CASE-5",
        Case6 = "L50-CASE-6",
        Cases = "L50-CASES",
        CitizenVoluntary = "L50-CITIZEN-VOLUNTARY",
        Commencement = "L50-COMMENCEMENT",
        HeldDocument = "L50-HELD-DOCUMENT",
        Once = "L50-ONCE",
        VisaSuspension = "L50-VISA-SUSPENSION",
        Mia12To16 = "MIA-12-16",
        MiaCommencement = "MIA-COMMENCEMENT",
        MiaDocuments = "MIA-DOCUMENTS",
        MiaFirstTime = "MIA-FIRST-TIME",
        MiaScope = "MIA-SCOPE",
        MiaUnder12 = "MIA-UNDER-12",
    }
}

/// The obligation of a person about whom everything is known, and its basis.
pub fn obligation(edition: Edition, on: Date, person: &Person) -> (Obligation, Basis) {
    match edition {
        Edition::Enacted => enacted(on, person),
        Edition::Announced => announced(on, person),
    }
}

fn enacted(on: Date, person: &Person) -> (Obligation, Basis) {
    use Occasion::{Expulsion, Readmission, ResidenceCard, TemporaryResidencePermit, Visa};
    let holding = person.action == Action::Holding;
    if on < date!(2024 - 01 - 01) {
        return (Obligation::NotInForce, Basis::Commencement);
    }
    if person.fingerprinted {
        return (Obligation::NotRequired, Basis::Once);
    }
    if person.standing == Standing::Citizen {
        return (Obligation::Voluntary, Basis::CitizenVoluntary);
    }
    if person.band != Band::From16 {
        return (Obligation::NotRequired, Basis::Age16);
    }
    if holding
        && matches!(
            person.occasion,
            TemporaryResidencePermit | ResidenceCard | Visa
        )
        && person.held_at_commencement
    {
        return (Obligation::NotRequired, Basis::HeldDocument);
    }
    if holding && !matches!(person.occasion, Expulsion | Readmission) {
        return (Obligation::NotRequired, Basis::Cases);
    }
    let Some(case) = case_of(person.occasion) else {
        return (Obligation::NotRequired, Basis::Cases);
    };
    if person.occasion == Visa
        && matches!(
            person.visa_channel,
            VisaChannel::Airport | VisaChannel::Electronic
        )
        && person.action == Action::FirstIssue
        && on < date!(2025 - 07 - 01)
    {
        return (Obligation::Suspended, Basis::VisaSuspension);
    }
    (Obligation::Mandatory, case)
}

/// Which of the cases 1 to 6 an occasion is, if any.
fn case_of(occasion: Occasion) -> Option<Basis> {
    match occasion {
        Occasion::SeafarerIdentity => Some(Basis::Case1),
        Occasion::TemporaryResidencePermit | Occasion::PermanentResidencePermit => {
            Some(Basis::Case2)
        }
        Occasion::ResidenceCard | Occasion::StatelessIdentity => Some(Basis::Case3),
        Occasion::AsylumSeekerStatus
        | Occasion::RefugeeCertificate
        | Occasion::RefugeeTravelDocument => Some(Basis::Case4),
        Occasion::Expulsion | Occasion::Readmission => Some(Basis::Case5),
        Occasion::Visa => Some(Basis::Case6),
        Occasion::CitizenPassport | Occasion::CitizenIdentityCard | Occasion::Other => None,
    }
}

fn announced(on: Date, person: &Person) -> (Obligation, Basis) {
    use Occasion::{CitizenIdentityCard, CitizenPassport, ResidenceCard, StatelessIdentity};
    if on < date!(2024 - 01 - 01) {
        return (Obligation::NotInForce, Basis::MiaCommencement);
    }
    if person.fingerprinted {
        return (Obligation::NotRequired, Basis::MiaFirstTime);
    }
    if person.standing == Standing::Foreigner && !person.permanent_resident {
        return (Obligation::NotRequired, Basis::MiaScope);
    }
    if person.band == Band::Under12 {
        return (Obligation::NotRequired, Basis::MiaUnder12);
    }
    if person.band == Band::From12 {
        return (Obligation::Voluntary, Basis::Mia12To16);
    }
    if matches!(
        person.occasion,
        CitizenPassport | CitizenIdentityCard | ResidenceCard | StatelessIdentity
    ) && person.action != Action::Holding
    {
        return (Obligation::Mandatory, Basis::MiaDocuments);
    }
    (Obligation::NotRequired, Basis::MiaDocuments)
}

/// What an assessment says, each list in the order of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the columns of the vector files")]
pub struct Answer {
    pub obligations: Vec<&'static str>,
    pub basis: Vec<&'static str>,
    pub ask: Option<&'static str>,
    pub relevant: Vec<&'static str>,
    pub holds_until: Option<Date>,
    pub conflict: bool,
    pub cautions: Vec<&'static str>,
}

impl Answer {
    /// The names of the result columns after the status.
    pub const COLUMNS: [&'static str; 7] = [
        "=obligations",
        "=basis",
        "=ask",
        "=relevant",
        "=holds_until",
        "=conflict",
        "=cautions",
    ];

    /// The texts of [`Self::COLUMNS`].
    pub fn columns(&self) -> [String; 7] {
        [
            self.obligations.join("|"),
            self.basis.join("|"),
            self.ask.unwrap_or_default().to_owned(),
            self.relevant.join("|"),
            self.holds_until.map(print_date).unwrap_or_default(),
            if self.conflict { "yes" } else { "no" }.to_owned(),
            self.cautions.join("|"),
        ]
    }
}

/// The answer to one question.
///
/// # Errors
///
/// `birth_after_decision`.
pub fn assess(facts: &Facts) -> Result<Answer, &'static str> {
    Ok(Moment::of(facts)?.answer(facts))
}

/// What the tables hold of one completion.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Cell {
    obligation: Obligation,
    basis: Basis,
    electronic_visa: bool,
    under_12: bool,
}

/// The outcome of every person there can be, on one day.
fn table(edition: Edition, on: Date) -> Vec<Cell> {
    let cell = |person: Person| {
        let (obligation, basis) = obligation(edition, on, &person);
        Cell {
            obligation,
            basis,
            electronic_visa: person.occasion == Occasion::Visa
                && person.visa_channel == VisaChannel::Electronic,
            under_12: person.band == Band::Under12,
        }
    };
    Person::all().into_iter().map(cell).collect()
}

/// A day on which the outcomes may not be those of the day before.
struct Later {
    day: Date,
    bands: Vec<u8>,
    table: Vec<Cell>,
}

/// A day, an edition, an age reading and what is known of a birth, with the outcomes of every completion then and on every later day
/// that may matter: made once, it answers for any other facts.
pub struct Moment {
    settled: (Date, Edition, AgeReading, Birth),
    bands: Vec<u8>,
    table: Vec<Cell>,
    announced: Vec<Cell>,
    later: Vec<Later>,
}

impl Moment {
    /// The moment of these facts.
    ///
    /// # Errors
    ///
    /// `birth_after_decision`.
    pub fn of(facts: &Facts) -> Result<Self, &'static str> {
        let Facts {
            on,
            edition,
            birth,
            age_reading,
            ..
        } = *facts;
        let lives = lives(birth, age_reading);
        let bands_now = bands(birth, &lives, on);
        if bands_now.is_empty() {
            return Err("birth_after_decision");
        }
        let mut days: Vec<Date> = MILESTONES.to_vec();
        days.extend(
            lives
                .iter()
                .flat_map(|life| [life.twelve, life.sixteen])
                .flatten(),
        );
        days.retain(|&day| day > on);
        days.sort_unstable();
        days.dedup();

        let mut moment = Self {
            settled: (on, edition, age_reading, birth),
            bands: bands_now,
            table: table(edition, on),
            announced: table(Edition::Announced, on),
            later: Vec::new(),
        };
        for day in days {
            let (bands_before, table_before) = match moment.later.last() {
                Some(later) => (&later.bands, &later.table),
                None => (&moment.bands, &moment.table),
            };
            // A birthday on which no band is gained or lost, or a milestone of other rules, changes nothing.
            let bands = bands(birth, &lives, day);
            if bands == *bands_before && !MILESTONES.contains(&day) {
                continue;
            }
            let table = table(edition, day);
            if bands == *bands_before && table == *table_before {
                continue;
            }
            moment.later.push(Later { day, bands, table });
        }
        Ok(moment)
    }

    /// The answer, for facts of this very moment.
    ///
    /// # Panics
    ///
    /// If day, edition, age reading or birth are others.
    pub fn answer(&self, facts: &Facts) -> Answer {
        assert_eq!(
            self.settled,
            (facts.on, facts.edition, facts.age_reading, facts.birth)
        );
        let enacted = facts.edition == Edition::Enacted;
        let possible = facts.possible(&self.bands);
        let places = completions(&possible, &SIZES);

        let obligations = obligations_in(&self.table, &places);
        let basis = Basis::ALL
            .iter()
            .zip(bases_in(&self.table, &places))
            .filter(|(_, found)| *found);
        let mut basis: Vec<_> = basis.map(|(basis, _)| basis.word()).collect();
        basis.sort_unstable();

        let differ = |a: usize, b: usize| self.table[a].obligation != self.table[b].obligation;
        let relevant: Vec<usize> = (0..ASKING_ORDER.len())
            .filter(|&fact| is_relevant(fact, &possible, &SIZES, &places, differ))
            .collect();
        let ask = relevant
            .iter()
            .find(|&&fact| !(fact == BIRTH && facts.birth_final));

        let holds_until = self.later.iter().find(|later| {
            let places = completions(&facts.possible(&later.bands), &SIZES);
            obligations_in(&later.table, &places) != obligations
        });

        let conflict = enacted
            && basis == [Basis::CitizenVoluntary.word()]
            && places
                .iter()
                .any(|&place| self.announced[place].obligation == Obligation::Mandatory);

        let mut cautions = Vec::new();
        if enacted && self.warns_of_electronic_visa(&places) {
            cautions.push("NOTE-EVISA");
        }
        let voluntary_child =
            |cell: Cell| cell.obligation == Obligation::Voluntary && cell.under_12;
        if enacted
            && places
                .iter()
                .any(|&place| voluntary_child(self.table[place]))
        {
            cautions.push("MIA-UNDER-12");
        }

        Answer {
            obligations: Obligation::ALL
                .iter()
                .zip(obligations)
                .filter(|(_, found)| *found)
                .map(|(obligation, _)| obligation.word())
                .collect(),
            basis,
            ask: ask.map(|&fact| ASKING_ORDER[fact]),
            relevant: relevant.iter().map(|&fact| ASKING_ORDER[fact]).collect(),
            holds_until: holds_until.map(|later| later.day),
            conflict,
            cautions,
        }
    }

    /// Whether the reported order on electronic visas may change an answer about these completions.
    fn warns_of_electronic_visa(&self, places: &[usize]) -> bool {
        warns_of_electronic_visa(&self.table, self.settled.0, places)
    }
}

fn warns_of_electronic_visa(table: &[Cell], on: Date, places: &[usize]) -> bool {
    let mandatory = |cell: Cell| cell.electronic_visa && cell.obligation == Obligation::Mandatory;
    on >= date!(2025 - 10 - 21) && places.iter().any(|&place| mandatory(table[place]))
}

/// For each obligation, whether some completion has it.
fn obligations_in(table: &[Cell], places: &[usize]) -> [bool; Obligation::ALL.len()] {
    let mut found = [false; Obligation::ALL.len()];
    for &place in places {
        found[table[place].obligation as usize] = true;
    }
    found
}

/// For each basis, whether some completion has it.
fn bases_in(table: &[Cell], places: &[usize]) -> [bool; Basis::ALL.len()] {
    let mut found = [false; Basis::ALL.len()];
    for &place in places {
        found[table[place].basis as usize] = true;
    }
    found
}

/// Section 4 as a plan sees it: on one day, under `enacted`, for each person whether the registration is mandatory.
pub(super) struct Enacted {
    on: Date,
    table: Vec<Cell>,
}

impl Enacted {
    pub(super) fn on(on: Date) -> Self {
        Self {
            on,
            table: table(Edition::Enacted, on),
        }
    }

    pub(super) fn is_mandatory(&self, place: usize) -> bool {
        self.table[place].obligation == Obligation::Mandatory
    }

    pub(super) fn warns_of_electronic_visa(&self, places: &[usize]) -> bool {
        warns_of_electronic_visa(&self.table, self.on, places)
    }
}
