//! The way to the document: section 6 of the legal model.

use super::assess::Enacted;
use super::{
    ASKING_ORDER, Action, AgeReading, BIRTH, Birth, Edition, Facts, Location, Occasion, Person,
    SIZES, Standing, VisaChannel, YesNo, bands, completions, is_relevant, lives, optional, stride,
    values, words,
};
use time::{Date, macros::date};

words! {
    /// Whether the document can be had.
    Verdict {
        NotCovered = "not_covered",
        NoDocument = "no_document",
        Feasible = "feasible",
        Deadlock = "deadlock",
        Blocked = "blocked",
        Depends = "depends",
    }
}

words! {
    /// What a step gives. `Departure` is what only `leave` gives; it is never listed.
    Goal {
        Presence = "presence",
        Iin = "iin",
        Translation = "translation",
        Fingerprints = "fingerprints",
        Document = "document",
        Departure = "departure",
    }
}

/// The facts that only a plan asks for; `None` is a fact that is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the columns of the vector files")]
pub struct Circumstances {
    pub location: Option<Location>,
    pub may_enter: Option<YesNo>,
    pub has_iin: Option<YesNo>,
    pub mission_in_pilot: Option<YesNo>,
    pub mission_takes_fingerprints: Option<YesNo>,
    pub passport_in_foreign_language: Option<YesNo>,
}

/// The circumstances in the asking order, which follow those of [`ASKING_ORDER`].
pub const CIRCUMSTANCES: [&str; 6] = [
    "location",
    "may_enter",
    "has_iin",
    "mission_in_pilot",
    "mission_takes_fingerprints",
    "passport_in_foreign_language",
];

/// How many values each of [`CIRCUMSTANCES`] has, and how many combinations there are.
const WAYS: [usize; 6] = [2; 6];
const ALL_WAYS: usize = 64;

impl Circumstances {
    /// The circumstances of a line; see [`Facts::read`].
    ///
    /// # Errors
    ///
    /// `bad_` and the name of the first column that cannot be read.
    pub fn read<'a>(column: impl Fn(&str) -> &'a str) -> Result<Self, String> {
        Ok(Self {
            location: optional("location", &column, Location::parse)?,
            may_enter: optional("may_enter", &column, YesNo::parse)?,
            has_iin: optional("has_iin", &column, YesNo::parse)?,
            mission_in_pilot: optional("mission_in_pilot", &column, YesNo::parse)?,
            mission_takes_fingerprints: optional(
                "mission_takes_fingerprints",
                &column,
                YesNo::parse,
            )?,
            passport_in_foreign_language: optional(
                "passport_in_foreign_language",
                &column,
                YesNo::parse,
            )?,
        })
    }

    fn possible(&self) -> [&'static [u8]; 6] {
        [
            values(self.location.map(|it| it as u8), 2),
            values(self.may_enter.map(|it| it as u8), 2),
            values(self.has_iin.map(|it| it as u8), 2),
            values(self.mission_in_pilot.map(|it| it as u8), 2),
            values(self.mission_takes_fingerprints.map(|it| it as u8), 2),
            values(self.passport_in_foreign_language.map(|it| it as u8), 2),
        ]
    }
}

/// A case about which everything is known: one completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the columns of the vector files")]
pub struct Case {
    pub occasion: Occasion,
    pub standing: Standing,
    pub action: Action,
    pub visa_channel: VisaChannel,
    /// The obligation is mandatory: all that a plan wants to know of age, fingerprints and the rest.
    pub mandatory: bool,
    pub abroad: bool,
    pub may_enter: bool,
    pub has_iin: bool,
    pub mission_in_pilot: bool,
    pub mission_takes_fingerprints: bool,
    pub passport_in_foreign_language: bool,
}

/// The answer of one completion.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the columns of the vector files")]
pub struct Plan {
    pub verdict: Verdict,
    pub steps: Vec<&'static str>,
    pub blocked: Vec<&'static str>,
}

impl Plan {
    fn bare(verdict: Verdict) -> Self {
        Self {
            verdict,
            steps: Vec::new(),
            blocked: Vec::new(),
        }
    }
}

#[derive(Clone)]
struct Step {
    name: &'static str,
    abroad: bool,
    in_kazakhstan: bool,
    gives: Goal,
    needs: Vec<Goal>,
    open: bool,
}

/// The plan of a case about which everything is known.
pub fn walk(on: Date, case: &Case) -> Plan {
    use Goal::{Departure, Document, Fingerprints, Iin, Presence, Translation};
    if case.standing == Standing::Citizen
        || matches!(
            case.occasion,
            Occasion::CitizenPassport | Occasion::CitizenIdentityCard
        )
    {
        return Plan::bare(Verdict::NotCovered);
    }
    if matches!(
        case.occasion,
        Occasion::Expulsion | Occasion::Readmission | Occasion::Other
    ) {
        return Plan::bare(Verdict::NoDocument);
    }
    if case.action == Action::Holding {
        return Plan::bare(Verdict::Feasible);
    }

    let (obtained_abroad, obtained_in_kazakhstan) = match (case.occasion, case.visa_channel) {
        (Occasion::Visa, VisaChannel::ForeignMission | VisaChannel::Airport) => (true, false),
        (Occasion::Visa, VisaChannel::Electronic) => (true, true),
        _ => (false, true),
    };
    let for_document = if case.mandatory {
        vec![Fingerprints]
    } else {
        vec![]
    };
    let with = |needs: &[Goal], more: Goal| [needs, &[more]].concat();

    let step = |name, (abroad, in_kazakhstan), gives, needs: &[Goal], open| Step {
        name,
        abroad,
        in_kazakhstan,
        gives,
        needs: needs.to_vec(),
        open,
    };
    let (abroad, in_kazakhstan, both) = ((true, false), (false, true), (true, true));
    let pilot = date!(2024 - 04 - 13) <= on && on < date!(2025 - 01 - 01);
    let steps = [
        step(
            "translate_passport",
            both,
            Translation,
            &[],
            case.passport_in_foreign_language,
        ),
        step(
            "iin_at_mission",
            abroad,
            Iin,
            &[],
            pilot && case.mission_in_pilot && case.standing == Standing::Foreigner,
        ),
        step("iin_in_person", in_kazakhstan, Iin, &[Presence], true),
        step("iin_by_proxy", both, Iin, &[], on < date!(2024 - 02 - 24)),
        step(
            "fingerprint_at_mission",
            abroad,
            Fingerprints,
            &[Iin, Translation],
            case.mission_takes_fingerprints,
        ),
        step(
            "fingerprint_in_kazakhstan",
            in_kazakhstan,
            Fingerprints,
            &[Iin, Translation, Presence],
            true,
        ),
        step(
            "obtain_document",
            abroad,
            Document,
            &for_document,
            obtained_abroad,
        ),
        step(
            "obtain_document",
            in_kazakhstan,
            Document,
            &with(&for_document, Presence),
            obtained_in_kazakhstan,
        ),
    ];

    let mut have = Vec::new();
    if !case.abroad {
        have.push(Presence);
    }
    if case.has_iin {
        have.push(Iin);
    }
    if !case.passport_in_foreign_language {
        have.push(Translation);
    }

    let mut taken: Vec<Step> = Vec::new();
    if case.abroad {
        rounds(
            steps.iter().filter(|step| step.abroad),
            &mut have,
            &mut taken,
        );
        if !have.contains(&Document) && case.may_enter {
            taken.push(step("enter", abroad, Presence, &[], true));
            have.push(Presence);
        }
    }
    if have.contains(&Presence) {
        if !have.contains(&Document) {
            rounds(
                steps.iter().filter(|step| step.in_kazakhstan),
                &mut have,
                &mut taken,
            );
        }
        if !have.contains(&Document) {
            assert!(
                obtained_abroad,
                "only a visa obtained abroad is out of reach in Kazakhstan: {case:?}"
            );
            assert!(
                for_document.iter().all(|goal| have.contains(goal)),
                "what it needs is at hand: {case:?}"
            );
            taken.push(step("leave", in_kazakhstan, Departure, &for_document, true));
            taken.push(step(
                "obtain_document",
                abroad,
                Document,
                &with(&for_document, Departure),
                true,
            ));
            have.extend([Departure, Document]);
        }
    }

    if have.contains(&Document) {
        let mut needed = vec![Document];
        let mut way = Vec::new();
        for step in taken.iter().rev() {
            if needed.contains(&step.gives) {
                way.push(step.name);
                needed.extend(&step.needs);
            }
        }
        way.reverse();
        return Plan {
            verdict: Verdict::Feasible,
            steps: way,
            blocked: Vec::new(),
        };
    }

    let listed: &[Goal] = if case.mandatory {
        &[Presence, Iin, Fingerprints, Document]
    } else {
        &[Presence, Document]
    };
    Plan {
        verdict: if obtained_abroad {
            Verdict::Deadlock
        } else {
            Verdict::Blocked
        },
        steps: Vec::new(),
        blocked: listed
            .iter()
            .filter(|goal| !have.contains(goal))
            .map(|goal| goal.word())
            .collect(),
    }
}

/// Takes round after round of the steps open here, until one brings nothing.
fn rounds<'a>(
    here: impl Iterator<Item = &'a Step> + Clone,
    have: &mut Vec<Goal>,
    taken: &mut Vec<Step>,
) {
    loop {
        let before = have.clone();
        for step in here.clone().filter(|step| step.open) {
            let ready = step.needs.iter().all(|goal| before.contains(goal));
            if ready && !have.contains(&step.gives) {
                have.push(step.gives);
                taken.push(step.clone());
            }
        }
        if *have == before {
            return;
        }
    }
}

/// What a plan says, each list in the order of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the columns of the vector files")]
pub struct Answer {
    pub verdict: &'static str,
    pub steps: Vec<&'static str>,
    pub blocked: Vec<&'static str>,
    pub basis: Vec<&'static str>,
    pub ask: Option<&'static str>,
    pub ways_out: Vec<&'static str>,
    pub cautions: Vec<&'static str>,
}

impl Answer {
    /// The names of the result columns after the status.
    pub const COLUMNS: [&'static str; 7] = [
        "=verdict",
        "=steps",
        "=blocked",
        "=basis",
        "=ask",
        "=ways_out",
        "=cautions",
    ];

    /// The texts of [`Self::COLUMNS`].
    pub fn columns(&self) -> [String; 7] {
        [
            self.verdict.to_owned(),
            self.steps.join("|"),
            self.blocked.join("|"),
            self.basis.join("|"),
            self.ask.unwrap_or_default().to_owned(),
            self.ways_out.join("|"),
            self.cautions.join("|"),
        ]
    }
}

/// The answer to one question.
///
/// # Errors
///
/// `edition_not_supported`, then `birth_after_decision`.
pub fn plan(facts: &Facts, circumstances: &Circumstances) -> Result<Answer, &'static str> {
    Ok(Plans::of(facts)?.answer(facts, circumstances))
}

/// A day, an age reading and what is known of a birth, with the plan of every completion met so far: it answers for
/// any other facts.
pub struct Plans {
    settled: (Date, AgeReading, Birth),
    bands: Vec<u8>,
    enacted: Enacted,
    persons: Vec<Person>,
    /// For each kind of case and each combination of circumstances the place of its plan in `plans`.
    known: Vec<Option<u16>>,
    plans: Vec<Plan>,
}

impl Plans {
    /// The plans of the day and birth of these facts.
    ///
    /// # Errors
    ///
    /// `edition_not_supported`, then `birth_after_decision`.
    pub fn of(facts: &Facts) -> Result<Self, &'static str> {
        if facts.edition != Edition::Enacted {
            return Err("edition_not_supported");
        }
        let bands = bands(
            facts.birth,
            &lives(facts.birth, facts.age_reading),
            facts.on,
        );
        if bands.is_empty() {
            return Err("birth_after_decision");
        }
        let kinds = Occasion::ALL.len()
            * Standing::ALL.len()
            * Action::ALL.len()
            * VisaChannel::ALL.len()
            * 2;
        Ok(Self {
            settled: (facts.on, facts.age_reading, facts.birth),
            bands,
            enacted: Enacted::on(facts.on),
            persons: Person::all(),
            known: vec![None; kinds * ALL_WAYS],
            plans: Vec::new(),
        })
    }

    /// The answer, for facts of this day, age reading and birth.
    ///
    /// # Panics
    ///
    /// If they are others.
    pub fn answer(&mut self, facts: &Facts, circumstances: &Circumstances) -> Answer {
        assert_eq!(self.settled, (facts.on, facts.age_reading, facts.birth));
        let bands = self.bands.clone();
        let possible = facts.possible(&bands);
        let places = completions(&possible, &SIZES);
        let ways = circumstances.possible();
        let way_places = completions(&ways, &WAYS);

        // Persons of the same kind have the same plans.
        let mut kinds: Vec<usize> = places.iter().map(|&place| self.kind(place)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let mut found = Vec::new();
        for &kind in &kinds {
            for &way in &way_places {
                let plan = self.plan_of(kind, way);
                if !found.contains(&plan) {
                    found.push(plan);
                }
            }
        }

        let first = self.plans[usize::from(found[0])].clone();
        let common = found
            .iter()
            .all(|&plan| self.plans[usize::from(plan)].verdict == first.verdict);
        let mut answer = Answer {
            verdict: if common {
                first.verdict
            } else {
                Verdict::Depends
            }
            .word(),
            steps: Vec::new(),
            blocked: Vec::new(),
            basis: Vec::new(),
            ask: None,
            ways_out: Vec::new(),
            cautions: Vec::new(),
        };
        if found.len() == 1 {
            answer.steps = first.steps;
            answer.blocked = first.blocked;
            if first.verdict == Verdict::Deadlock {
                answer.basis =
                    if answer.blocked.contains(&"iin") && facts.on >= date!(2024 - 02 - 24) {
                        vec!["L50-IIN-DEADLOCK"]
                    } else {
                        vec!["L50-PLACE", "L50-COLLECTORS-ABROAD"]
                    };
            }
            if facts.occasion == Some(Occasion::Visa)
                && matches!(first.verdict, Verdict::Deadlock | Verdict::Blocked)
            {
                answer.ways_out = self.ways_out(facts, circumstances);
            }
        } else {
            answer.ask = self.ask(facts.birth_final, &possible, &places, &ways, &way_places);
        }

        if self.enacted.warns_of_electronic_visa(&places) {
            answer.cautions.push("NOTE-EVISA");
        }
        if facts.on.year() == 2025 && answer.blocked.contains(&"iin") {
            answer.cautions.push("NOTE-PILOT-2");
        }
        answer
    }

    /// The first fact in which alone two completions of unlike plans differ.
    fn ask(
        &self,
        birth_final: bool,
        possible: &[&[u8]],
        places: &[usize],
        ways: &[&[u8]],
        way_places: &[usize],
    ) -> Option<&'static str> {
        let plan = |place: usize, way: usize| self.known[self.kind(place) * ALL_WAYS + way];
        for (fact, name) in ASKING_ORDER.into_iter().enumerate() {
            let differ = |a, b| way_places.iter().any(|&way| plan(a, way) != plan(b, way));
            if !(fact == BIRTH && birth_final)
                && is_relevant(fact, possible, &SIZES, places, differ)
            {
                return Some(name);
            }
        }
        for (fact, name) in CIRCUMSTANCES.into_iter().enumerate() {
            let differ = |a, b| places.iter().any(|&place| plan(place, a) != plan(place, b));
            if is_relevant(fact, ways, &WAYS, way_places, differ) {
                return Some(name);
            }
        }
        None
    }

    /// The other channels under which the same facts are feasible, whatever the rest may be.
    fn ways_out(&mut self, facts: &Facts, circumstances: &Circumstances) -> Vec<&'static str> {
        let others = VisaChannel::ALL
            .iter()
            .filter(|&&channel| facts.visa_channel != Some(channel));
        others
            .filter(|&&channel| {
                let facts = Facts {
                    visa_channel: Some(channel),
                    ..*facts
                };
                let bands = self.bands.clone();
                let places = completions(&facts.possible(&bands), &SIZES);
                let ways = completions(&circumstances.possible(), &WAYS);
                places.iter().all(|&place| {
                    let kind = self.kind(place);
                    ways.iter().all(|&way| {
                        let plan = self.plan_of(kind, way);
                        self.plans[usize::from(plan)].verdict == Verdict::Feasible
                    })
                })
            })
            .map(|channel| channel.word())
            .collect()
    }

    /// A number for what a plan wants to know of a person.
    fn kind(&self, place: usize) -> usize {
        let person = &self.persons[place];
        let digits = [
            (person.occasion as usize, Occasion::ALL.len()),
            (person.standing as usize, Standing::ALL.len()),
            (person.action as usize, Action::ALL.len()),
            (person.visa_channel as usize, VisaChannel::ALL.len()),
            (usize::from(self.enacted.is_mandatory(place)), 2),
        ];
        digits
            .iter()
            .fold(0, |number, (digit, size)| number * size + digit)
    }

    /// The place in `plans` of the plan of a kind of person in some circumstances, walked when first met.
    fn plan_of(&mut self, kind: usize, way: usize) -> u16 {
        let place = kind * ALL_WAYS + way;
        if let Some(plan) = self.known[place] {
            return plan;
        }
        let plan = walk(self.settled.0, &case(kind, way));
        let index = self
            .plans
            .iter()
            .position(|known| *known == plan)
            .unwrap_or_else(|| {
                self.plans.push(plan);
                self.plans.len() - 1
            });
        let index = u16::try_from(index).expect("there are a few dozen plans");
        self.known[place] = Some(index);
        index
    }
}

/// The case behind the number of a kind and a combination of circumstances.
fn case(kind: usize, way: usize) -> Case {
    let sizes = [
        Occasion::ALL.len(),
        Standing::ALL.len(),
        Action::ALL.len(),
        VisaChannel::ALL.len(),
        2,
    ];
    let digit = |place| kind / stride(&sizes, place) % sizes[place];
    let first_value = |place| (way / stride(&WAYS, place)).is_multiple_of(2);
    Case {
        occasion: Occasion::ALL[digit(0)],
        standing: Standing::ALL[digit(1)],
        action: Action::ALL[digit(2)],
        visa_channel: VisaChannel::ALL[digit(3)],
        mandatory: digit(4) == 1,
        abroad: !first_value(0),
        may_enter: first_value(1),
        has_iin: first_value(2),
        mission_in_pilot: first_value(3),
        mission_takes_fingerprints: first_value(4),
        passport_in_foreign_language: first_value(5),
    }
}
