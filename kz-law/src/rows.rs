//! A compiled law: the rows that the library reads in place, in memory that it owns.

use crate::day::{Day, Days};
use crate::model::{self, Conditions, ProvisionIndex, Test};
use crate::region::Axis;
use crate::texts::{Texts, questions};
use crate::vocabulary::{BLOCKED, Word};
use kz_rules_core as rules;
use rules::{
    CaseRow, Caution, ClockRow, Conflict, CountryRow, CoverageRow, DeadlockRow, DocumentRow,
    DutiesRow, Edition, GroundRow, HolidayRow, LaidOutYear, Language, Location, MAX_AGES,
    MAX_EDITIONS, MAX_QUESTIONS, MovableRow, ObtainedRow, Provision, ProvisionRow, Rule, Sections,
    Set, StayLine, StepRow, Strings, TermRow, TransferRow, Value, YearsRow,
};

/// A law that owns its rows. It decides like the built-in law.
///
/// ```
/// # let page = include_str!("../law/kazakhstan.md");
/// use kz_law::OwnedLaw;
/// use kz_rules_core::{Law, Obligation, Occasion, Facts, Settings, day};
///
/// let law = kz_law::compile(page).unwrap();
/// let law = OwnedLaw::of(&law, &[]).unwrap();
/// let sections = law.sections();
/// let law = Law::from(&sections);
/// let facts = Facts::default().occasion(Occasion::Expulsion);
/// assert!(law.assess(day(2026, 1, 1), &facts, Settings::default()).is_ok());
/// ```
#[derive(Clone, Debug)]
pub struct OwnedLaw {
    name: String,
    sequence: u32,
    known_until: rules::Day,
    digest: u64,
    documents: Vec<[u8; DocumentRow::BYTES]>,
    document_texts: String,
    provisions: Vec<[u8; ProvisionRow::BYTES]>,
    provision_texts: String,
    ages: [u8; MAX_AGES],
    questions: [bool; MAX_QUESTIONS],
    names: String,
    editions: [Vec<[u8; Rule::BYTES]>; MAX_EDITIONS],
    duties: [[u8; DutiesRow::BYTES]; MAX_EDITIONS],
    conflicts: Vec<[u8; Conflict::BYTES]>,
    cautions: Vec<[u8; Caution::BYTES]>,
    steps: Vec<[u8; StepRow::BYTES]>,
    obtained: Vec<[u8; ObtainedRow::BYTES]>,
    deadlocks: Vec<[u8; DeadlockRow::BYTES]>,
    terms: Vec<[u8; TermRow::BYTES]>,
    coverage: Vec<[u8; CoverageRow::BYTES]>,
    grounds: Vec<[u8; GroundRow::BYTES]>,
    countries: Vec<[u8; CountryRow::BYTES]>,
    years: Vec<[u8; YearsRow::BYTES]>,
    laid_out: Vec<[u8; LaidOutYear::BYTES]>,
    holidays: Vec<[u8; HolidayRow::BYTES]>,
    movable_days: Vec<[u8; MovableRow::BYTES]>,
    transfers: Vec<[u8; TransferRow::BYTES]>,
    clock: Vec<[u8; ClockRow::BYTES]>,
    cases: Vec<[u8; CaseRow::BYTES]>,
    texts: [String; rules::LANGUAGES],
}

impl OwnedLaw {
    /// The rows of a law, with its texts in some languages.
    ///
    /// None if the law has errors: more editions or ages than there is room for, a number 0, a provision that does
    /// not exist.
    #[must_use]
    pub fn of(law: &model::Law, texts: &[(Language, Texts)]) -> Option<Self> {
        Writer::of(law)?.law(texts)
    }

    /// The same law with the cases of its lawyer: [`rules::Law::self_test`] decides them.
    #[must_use]
    pub fn with_cases(self, cases: Vec<[u8; CaseRow::BYTES]>) -> Self {
        Self { cases, ..self }
    }

    /// The law as the library reads it: `Law::from(&owned.sections())`.
    #[must_use]
    pub fn sections(&self) -> Sections<'_> {
        Sections {
            name: &self.name,
            sequence: self.sequence,
            known_until: self.known_until,
            digest: self.digest,
            documents: &self.documents,
            document_texts: Strings::new(&self.document_texts),
            provisions: &self.provisions,
            provision_texts: Strings::new(&self.provision_texts),
            ages: self.ages,
            questions: self.questions,
            names: Strings::new(&self.names),
            editions: self.editions.each_ref().map(Vec::as_slice),
            duties: &self.duties,
            conflicts: &self.conflicts,
            cautions: &self.cautions,
            steps: &self.steps,
            obtained: &self.obtained,
            deadlocks: &self.deadlocks,
            terms: &self.terms,
            coverage: &self.coverage,
            grounds: &self.grounds,
            countries: &self.countries,
            years: &self.years,
            laid_out: &self.laid_out,
            holidays: &self.holidays,
            movable_days: &self.movable_days,
            transfers: &self.transfers,
            clock: &self.clock,
            cases: &self.cases,
            texts: self.texts.each_ref().map(|texts| Strings::new(texts)),
        }
    }
}

/// The value of a closed set for a word.
macro_rules! value {
    ($set:ident: $word:expr) => {
        rules::$set::from_name($word.text())?
    };
}

/// Rows of the model to rows of the library.
macro_rules! rows {
    ($rows:expr, |$row:ident| $made:expr) => {
        $rows
            .iter()
            .map(|$row| Some($made))
            .collect::<Option<Vec<_>>>()?
    };
}

/// The law whose rows are written, and what rows refer to.
struct Writer<'l> {
    law: &'l model::Law,
    ages: [u8; MAX_AGES],
    provisions: Vec<[u8; ProvisionRow::BYTES]>,
}

/// Texts, each closed with a NUL. A NUL within a text is replaced, as Markdown does.
fn closed<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for text in texts {
        all.push_str(&text.replace('\0', "\u{fffd}"));
        all.push('\0');
    }
    all
}

/// The library's day.
fn day(day: Day) -> Option<rules::Day> {
    rules::Day::of(day.date()?)
}

/// A day that may be missing. Every given day is a date.
fn maybe(given: Option<Day>) -> Option<Option<rules::Day>> {
    given.map_or(Some(None), |given| day(given).map(Some))
}

fn edition(place: usize) -> Option<Edition> {
    u8::try_from(place + 1).ok().map(Edition::new)
}

/// The values with these bits.
fn some<T: Value>(values: u16) -> Vec<T> {
    Set::from_bits(values.into()).iter().collect()
}

/// `in_kazakhstan`, `abroad` or `both`.
fn place(word: Word) -> Set<Location> {
    Location::from_name(word.text()).map_or(Location::set(Location::ALL), Set::from)
}

impl<'l> Writer<'l> {
    fn of(law: &'l model::Law) -> Option<Self> {
        let mut ages = [0; MAX_AGES];
        for (place, age) in law.ages.iter().enumerate() {
            *ages.get_mut(place)? = age.years;
        }
        let provisions = rows!(law.provisions, |row| {
            let document = law.documents.get(row.document)?;
            let number = Provision::from_number(row.number)?;
            ProvisionRow::new(number, document.number, maybe(row.from)?, maybe(row.until)?)
        });
        Some(Self {
            law,
            ages,
            provisions,
        })
    }

    fn provision(&self, index: ProvisionIndex) -> Option<Provision> {
        Provision::from_number(self.law.provisions.get(index)?.number)
    }

    fn some_provisions(&self, list: &[ProvisionIndex]) -> Option<Vec<Provision>> {
        list.iter().map(|index| self.provision(*index)).collect()
    }

    fn when(&self, conditions: &Conditions) -> Option<rules::Condition> {
        let mut when = rules::when();
        for condition in &conditions.all {
            when = match condition.test {
                Test::Values { axis, values, .. } => narrowed(when, axis, values)?,
                Test::Age {
                    below: true, years, ..
                } => when.age_below(&self.ages, years),
                Test::Age {
                    below: false,
                    years,
                    ..
                } => when.age_from(&self.ages, years),
                Test::On {
                    below: true,
                    days: Days { until, .. },
                } => when.until(day(until)?),
                Test::On {
                    below: false,
                    days: Days { from, .. },
                } => when.from(day(from)?),
                Test::During { provision, .. } => {
                    when.during(&self.provisions, self.provision(provision)?)
                }
                Test::Blocked { goals } => {
                    let goals = BLOCKED.all().filter(|goal| goal.bit() & goals != 0);
                    let goals: Option<Vec<_>> = goals
                        .map(|goal| rules::Goal::from_name(goal.text()))
                        .collect();
                    when.blocked(&goals?)
                }
            };
        }
        Some(when)
    }

    fn law(self, texts: &[(Language, Texts)]) -> Option<OwnedLaw> {
        let law = self.law;
        let mut editions = [const { Vec::new() }; MAX_EDITIONS];
        let mut duties = [DutiesRow::new(&[]); MAX_EDITIONS];
        for (place, edition) in law.editions.iter().enumerate() {
            *editions.get_mut(place)? = rows!(edition.rows, |row| Rule::new(
                self.when(&row.conditions)?,
                value!(Obligation: row.obligation),
                self.provision(row.basis)?,
            ));
            let list = rows!(edition.duties, |row| (
                value!(Duty: row.duty),
                self.provision(row.provision)?
            ));
            *duties.get_mut(place)? = DutiesRow::new(&list);
        }
        let holidays = rows!(law.holidays, |row| HolidayRow::new(
            row.day.month,
            row.day.day,
            value!(Reason: row.reason),
            row.first_year.unwrap_or(0),
            row.last_year.unwrap_or(0),
            row.substituted,
        ));
        let movable_days = rows!(law.movable_days, |row| MovableRow::new(
            day(row.day)?,
            value!(Reason: row.reason)
        ));
        let transfers = rows!(law.transfers, |row| TransferRow::new(
            day(row.worked)?,
            day(row.off)?
        ));
        let mut laid_out = Vec::new();
        for row in &law.years {
            let certainty = value!(Certainty: row.certainty);
            let years = row.from..=row.to;
            laid_out.extend(
                years.map(|year| {
                    rules::lay_out(year, certainty, &holidays, &movable_days, &transfers)
                }),
            );
        }
        let mut owned = OwnedLaw {
            name: law.identity.name.clone(),
            sequence: law.identity.sequence,
            known_until: day(law.identity.known_until)?,
            digest: 0,
            documents: rows!(law.documents, |row| DocumentRow::new(
                row.number,
                value!(DocumentKind: row.kind),
                maybe(row.known_as_of)?,
            )),
            document_texts: closed(
                law.documents
                    .iter()
                    .flat_map(|row| [row.id.as_str(), &row.title]),
            ),
            provision_texts: closed(
                law.provisions
                    .iter()
                    .flat_map(|row| [row.id.as_str(), &row.place, &row.substance]),
            ),
            ages: self.ages,
            questions: std::array::from_fn(|place| questions(law).nth(place).flatten().is_some()),
            names: closed(
                questions(law)
                    .map(Option::unwrap_or_default)
                    .chain(law.editions.iter().map(|edition| edition.name.as_str())),
            ),
            editions,
            duties,
            conflicts: rows!(law.conflicts, |row| {
                let [first, second] = row.provisions;
                Conflict::new(
                    edition(row.edition)?,
                    self.provision(row.basis)?,
                    edition(row.other)?,
                    value!(Obligation: row.obligation),
                    [self.provision(first)?, self.provision(second)?],
                )
            }),
            cautions: rows!(law.cautions, |row| Caution::new(
                self.provision(row.provision)?,
                &some(row.carried_by),
                self.when(&row.conditions)?,
                row.refuses_ticket,
                &self.provisions,
            )),
            steps: rows!(law.steps, |row| StepRow::new(
                value!(Step: row.step),
                place(row.place),
                value!(Goal: row.gives),
                Set::from_bits(row.needs.into()),
                self.when(&row.conditions)?,
                &self.some_provisions(&row.provisions)?,
            )),
            obtained: rows!(law.places, |row| ObtainedRow::new(
                self.when(&row.conditions)?,
                place(row.place)
            )),
            deadlocks: rows!(law.deadlocks, |row| DeadlockRow::new(
                self.when(&row.conditions)?,
                &self.some_provisions(&row.provisions)?,
            )),
            terms: rows!(law.terms, |row| TermRow::new(
                value!(Term: row.term),
                row.days,
                value!(Unit: row.unit),
                value!(FirstDay: row.strict),
                value!(FirstDay: row.lenient),
                self.provision(row.provision)?,
                self.provision(row.in_force)?,
                value!(DecidedBy: row.on_the_day_of),
            )),
            coverage: rows!(law.coverage, |row| CoverageRow::new(
                value!(Term: row.term),
                self.when(&row.conditions)?,
                value!(Covered: row.covered),
                self.provision(row.provision)?,
            )),
            grounds: rows!(law.grounds, |row| GroundRow::new(
                self.provision(row.provision)?,
                value!(Procedure: row.procedure),
                value!(Finding: row.finding),
                match row.cure {
                    Some(cure) => Some(value!(Cure: cure)),
                    None => None,
                },
            )),
            countries: rows!(law.countries, |row| self.country(row)?),
            years: rows!(law.years, |row| YearsRow::new(
                row.from,
                row.to,
                value!(Certainty: row.certainty)
            )),
            laid_out,
            holidays,
            movable_days,
            transfers,
            clock: rows!(law.clock, |row| ClockRow::new(
                value!(Zone: row.zone),
                row.from.map(crate::Moment::unix),
                row.minutes,
            )),
            cases: Vec::new(),
            texts: std::array::from_fn(|place| {
                let language = Language::ALL.get(place);
                let given = texts.iter().find(|(given, _)| Some(given) == language);
                given.map_or_else(String::new, |(_, texts)| {
                    let name = std::iter::once(texts.language.as_str());
                    closed(name.chain(texts.in_order(law).flatten()))
                })
            }),
            provisions: self.provisions,
        };
        owned.digest = owned.sections().sealed().digest;
        Some(owned)
    }

    fn country(&self, row: &model::Country) -> Option<[u8; CountryRow::BYTES]> {
        let stay = match &row.stay {
            Some(stay) => Some(StayLine {
                per_entry: stay.entry,
                total: stay.total,
                provision: self.provision(stay.provision)?,
                from: maybe(stay.from)?,
            }),
            None => None,
        };
        let pilot = match row.pilot {
            Some(pilot) => Some(self.provision(pilot)?),
            None => None,
        };
        let treaty = match row.treaty {
            Some((days, provision)) => Some((days, self.provision(provision)?)),
            None => None,
        };
        let alpha_2 = row.alpha2.as_bytes().try_into().ok()?;
        let alpha_3 = row.alpha3.as_bytes().try_into().ok()?;
        Some(CountryRow::new(
            alpha_2,
            alpha_3,
            row.numeric,
            pilot,
            stay,
            treaty,
        ))
    }
}

/// Adds a condition on the values of one fact. None for ages and goals, which have methods of their own.
fn narrowed(when: rules::Condition, axis: Axis, values: u16) -> Option<rules::Condition> {
    Some(match axis {
        Axis::Occasion => when.occasion(&some(values)),
        Axis::Standing => when.standing(&some(values)),
        Axis::Fingerprinted => when.fingerprinted(&some(values)),
        Axis::Action => when.action(&some(values)),
        Axis::VisaChannel => when.visa_channel(&some(values)),
        Axis::PermanentResident => when.permanent_resident(&some(values)),
        Axis::HeldAtCommencement => when.held_at_commencement(&some(values)),
        Axis::Question1 => when.question_1(&some(values)),
        Axis::Question2 => when.question_2(&some(values)),
        Axis::Question3 => when.question_3(&some(values)),
        Axis::Question4 => when.question_4(&some(values)),
        Axis::Location => when.location(&some(values)),
        Axis::MayEnter => when.may_enter(&some(values)),
        Axis::HasIin => when.has_iin(&some(values)),
        Axis::MissionInPilot => when.mission_in_pilot(&some(values)),
        Axis::MissionTakesFingerprints => when.mission_takes_fingerprints(&some(values)),
        Axis::PassportInForeignLanguage => when.passport_in_foreign_language(&some(values)),
        Axis::Obligation => when.obligation(&some(values)),
        Axis::Covered => when.covered(&some(values)),
        Axis::ArrivedToLive => when.arrived_to_live(&some(values)),
        Axis::StayRegime => when.stay_regime(&some(values)),
        Axis::Treaty => when.treaty(&some(values)),
        Axis::Age
        | Axis::Blocked
        | Axis::OtherQuestion1
        | Axis::OtherQuestion2
        | Axis::OtherQuestion3
        | Axis::OtherQuestion4 => return None,
    })
}
