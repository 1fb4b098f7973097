//! Where the library uses each provision, and which vectors and scenarios cite it. All of it is asked of the library: its
//! tables, and its answers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use kz_rules_core::{
    Case, CaseRefusal, Duties, Edition, Error, Finding, IinWay, Milestone, PilotPapers, Procedure,
    Provision, Refusal, TermAnswer, assess, plan,
};
use time::Date;
use time::macros::date;

use crate::registration::{self, event_of};
use crate::rust_api;
use crate::scenarios::{self, Answered, Unanswered};
use crate::vectors::{Line, Vectors};

/// Provisions that the legal model gives no behaviour, and why: they can be looked up, with their texts, and that is all.
/// One that gets a behaviour must leave this list.
pub const CATALOGUE_ONLY: &[(Provision, &str)] = &[(
    Provision::MiaLostAbroad,
    "it tells of the help that a fingerprinted citizen may get abroad, and no obligation, step or term comes of it",
)];

/// What is known of the use of one provision.
pub struct Trail {
    /// The provision.
    pub provision: Provision,
    /// What rests on it: rows of rules, steps, terms, answers.
    pub uses: BTreeSet<String>,
    /// The files that cite it, and how many of their lines do: it stands in the line, or in the library's answer to it.
    pub files: Vec<(&'static str, usize)>,
}

/// A use of a provision: by what.
type Use = (String, Provision);

/// The files of vectors and scenarios, each with what kind it is.
const FILES: [(&str, &str); 12] = [
    ("assess", "tests/vectors/assess.csv"),
    ("plan", "tests/vectors/plan.csv"),
    ("terms", "tests/vectors/terms.csv"),
    ("registration", "tests/vectors/registration.csv"),
    ("iin", "tests/vectors/iin.csv"),
    ("calendar", "tests/vectors/calendar.csv"),
    ("clock", "tests/vectors/clock.csv"),
    ("assess", "examples/kiosk/cases/visitors.csv"),
    ("terms", "examples/kiosk/cases/immigrant.csv"),
    ("pilot", "tests/scenarios/pilot.csv"),
    ("refusals", "tests/scenarios/refusals.csv"),
    ("tickets", "tests/scenarios/tickets.csv"),
];

/// The trail of every provision, in the order of the catalogue.
pub fn trails() -> Vec<Trail> {
    let mut uses = of_the_tables();
    let mut files: BTreeMap<Provision, Vec<(&str, usize)>> = BTreeMap::new();
    for (kind, file) in FILES {
        let mut counts: BTreeMap<Provision, usize> = BTreeMap::new();
        for line in Vectors::read(file).lines() {
            let answer = of_the_answer(kind, line);
            let stands = line.cells().flat_map(|text| text.split('|'));
            let mut cites: BTreeSet<_> = stands.filter_map(Provision::from_id).collect();
            cites.extend(answer.iter().map(|(_, provision)| *provision));
            for provision in cites {
                *counts.entry(provision).or_default() += 1;
            }
            uses.extend(answer);
        }
        for (provision, lines) in counts {
            files.entry(provision).or_default().push((file, lines));
        }
    }
    let mut used: BTreeMap<Provision, BTreeSet<String>> = BTreeMap::new();
    for (by, provision) in uses {
        used.entry(provision).or_default().insert(by);
    }
    let trail = |provision: &Provision| Trail {
        provision: *provision,
        uses: used.remove(provision).unwrap_or_default(),
        files: files.remove(provision).unwrap_or_default(),
    };
    Provision::ALL.iter().map(trail).collect()
}

fn by(what: impl Display, provisions: impl IntoIterator<Item = Provision>) -> Vec<Use> {
    let used = |provision| (what.to_string(), provision);
    provisions.into_iter().map(used).collect()
}

/// Rows of rules, ways to an IIN, papers of the pilot, grounds for refusal and errors: what can be listed.
fn of_the_tables() -> Vec<Use> {
    let mut uses = Vec::new();
    for edition in Edition::ALL {
        for (number, rule) in (1..).zip(edition.rules()) {
            uses.extend(by(format!("{edition}, row {number}"), [rule.basis()]));
        }
    }
    for day in days() {
        let ways = IinWay::ALL.iter();
        uses.extend(ways.flat_map(|way| of_the_way(*way, day)));
        let papers = PilotPapers::on(day, None, None);
        uses.extend(papers.iter().flat_map(of_the_papers));
    }
    for procedure in Procedure::ALL {
        for finding in Finding::ALL {
            let refusal = Refusal::of(*procedure, *finding);
            uses.extend(refusal.iter().flat_map(of_the_refusal));
        }
    }
    for refusal in CaseRefusal::ALL {
        uses.extend(by("refusal", [refusal.provision()]));
    }
    uses.extend(Error::ALL.iter().copied().flat_map(of_the_error));
    uses
}

/// A day before the law, and each on which it changes.
fn days() -> Vec<Date> {
    let mut days = vec![date!(2023 - 12 - 31)];
    while let Some(milestone) = days.last().and_then(|day| Milestone::after(*day)) {
        days.push(milestone.day());
    }
    days
}

fn of_the_way(way: IinWay, on: Date) -> Vec<Use> {
    let mut uses = by(format!("way {way}"), way.provisions(on));
    uses.extend(by("pilot: establishments", way.establishments(on)));
    uses
}

fn of_the_papers(papers: &PilotPapers) -> Vec<Use> {
    let named = [
        ("presence", papers.presence),
        ("papers", papers.papers),
        ("translation", papers.translation_by),
        ("legalisation", papers.legalisation_by),
        ("issued", papers.issued),
        ("term", papers.term),
    ];
    let of = |(what, provision)| by(format!("pilot: {what}"), [provision]);
    named.into_iter().flat_map(of).collect()
}

fn of_the_refusal(refusal: &Refusal) -> Vec<Use> {
    by("refusal", [refusal.ground])
}

fn of_the_error(error: Error) -> Vec<Use> {
    by(format!("error {error}"), error.provision())
}

/// What the library's answer to a line rests on. A line that cannot be read has none.
fn of_the_answer(kind: &str, line: Line<'_>) -> Vec<Use> {
    match kind {
        "assess" => of_the_assessment(line),
        "plan" => of_the_plan(line),
        "terms" => of_the_term(line),
        "registration" => of_the_case(line),
        "iin" | "calendar" | "clock" => Vec::new(), // numbers and days: no provision
        _ => of_the_scenario(kind, line),
    }
}

fn of_the_assessment(line: Line<'_>) -> Vec<Use> {
    let Ok((on, facts, settings)) = rust_api::question(line) else {
        return Vec::new();
    };
    let answer = match assess(on, &facts, settings) {
        Ok(answer) => answer,
        Err(error) => return of_the_error(error),
    };
    let mut uses = Vec::new();
    for (number, rule) in (1..).zip(settings.edition.rules()) {
        if answer.basis().any(|basis| basis == rule.basis()) {
            let edition = settings.edition;
            uses.extend(by(format!("{edition}, row {number}"), [rule.basis()]));
        }
    }
    uses.extend(answer.duties().into_iter().flat_map(of_the_duties));
    uses.extend(by("conflict", answer.conflict().into_iter().flatten()));
    uses.extend(by("caution of an assessment", answer.cautions()));
    uses
}

fn of_the_duties(duties: &Duties) -> Vec<Use> {
    let named = [
        ("consequence", Some(duties.consequence)),
        ("papers", duties.papers),
        ("place", Some(duties.place)),
        ("collectors", duties.collectors_home),
        ("collectors", duties.collectors_abroad),
        ("taken", Some(duties.taken)),
        ("issued", duties.issued),
    ];
    let of = |(what, provision)| by(format!("if mandatory: {what}"), provision);
    named.into_iter().flat_map(of).collect()
}

fn of_the_plan(line: Line<'_>) -> Vec<Use> {
    let Ok((on, facts, settings)) = rust_api::question(line) else {
        return Vec::new();
    };
    let plan = match plan(on, &facts, settings) {
        Ok(plan) => plan,
        Err(error) => return of_the_error(error),
    };
    let mut uses = by("deadlock", plan.basis);
    for step in plan.steps {
        let by_step = format!("step {}", step.step);
        uses.extend(by(by_step, step.provisions.iter().copied()));
    }
    uses.extend(by("caution of a plan", plan.cautions));
    uses
}

fn of_the_term(line: Line<'_>) -> Vec<Use> {
    let Ok((answer, _)) = rust_api::term(line) else {
        return Vec::new();
    };
    let (what, cautions) = match &answer {
        TermAnswer::NotInForce { .. } => ("not in force", &[][..]),
        TermAnswer::NotCovered { cautions, .. } => ("not covered", &cautions[..]),
        TermAnswer::Window(window) => (line.text("kind"), &window.cautions[..]),
    };
    let mut uses = by(format!("term: {what}"), [answer.provision()]);
    uses.extend(by("caution of a term", cautions.iter().copied()));
    uses
}

fn of_the_case(line: Line<'_>) -> Vec<Use> {
    let Ok((arrival, events)) = registration::read(line) else {
        return Vec::new();
    };
    let Ok(mut case) = Case::new(arrival) else {
        return Vec::new();
    };
    let mut uses = Vec::new();
    let mut note = |case: &Case| uses.extend(by(format!("case {}", case.state()), case.basis()));
    note(&case);
    for event in &events {
        match case.apply(event_of(event)) {
            Ok(next) => case = next,
            Err(rejection) => {
                uses.extend(of_the_error(rejection.error()));
                break;
            }
        }
        note(&case);
    }
    uses
}

fn of_the_scenario(kind: &str, line: Line<'_>) -> Vec<Use> {
    match scenarios::ask(kind, line) {
        Err(Unanswered::Bad(_)) => Vec::new(),
        Err(Unanswered::Error(error)) => of_the_error(error),
        Ok(Answered::Pilot { on, papers, .. }) => {
            let mut uses = of_the_way(IinWay::AtMission, on);
            uses.extend(papers.iter().flat_map(of_the_papers));
            uses
        }
        Ok(Answered::Refused(refusal)) => refusal.iter().flat_map(of_the_refusal).collect(),
        Ok(Answered::Ticket(ticket)) => by("ticket", [ticket.basis()]),
    }
}
