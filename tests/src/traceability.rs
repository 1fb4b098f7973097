//! Where the built-in law uses each provision, and which vectors and scenarios cite it: in the rows of its tables, and
//! in the library's answers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write as _};

use kz_law::model::ProvisionIndex;
use kz_rules_core::{Case, Duty, Law, PilotPapers, Provision};

use crate::rust_api;
use crate::scenarios::{self, Answered, Unanswered};
use crate::tools::read;
use crate::vectors::{Line, Vectors};

/// Provisions that no row of the law names, with the reason: they can only be looked up, with their texts. One that
/// gets a row must be removed from this list.
pub const CATALOGUE_ONLY: &[(&str, &str)] = &[
    (
        "MIA-LOST-ABROAD",
        "it tells of the help that a fingerprinted citizen may get abroad, and no obligation, step or term comes of it",
    ),
    (
        "MIA-DEPERSONALISED",
        "the form of a ticket keeps to it: it has no place for a name, an IIN or a document number (model, section 4)",
    ),
    (
        "PILOT-TRANSLATION",
        "whether a translation is needed is worked out (model, section 5); an answer names the way to the IIN",
    ),
    (
        "PILOT-LEGALISATION",
        "whether legalisation is needed is worked out (model, section 5); an answer names the way to the IIN",
    ),
    (
        "PILOT-CERTIFICATE",
        "it tells what is issued, and nothing turns on it",
    ),
    (
        "R923-DATA",
        "the items of a submission are vocabulary (model, section 7): what is missing is named itself",
    ),
    (
        "R923-HOST",
        "that the host confirms or refuses is an event of a case (model, section 7)",
    ),
    (
        "R923-CERTIFICATE",
        "the state's system forms the certificate; the library renders a copy (model, section 7)",
    ),
    (
        "R923-DEREGISTRATION",
        "that a confirmation ends an earlier registration is part of the case (model, section 7)",
    ),
    (
        "R923-PLACES",
        "the places are vocabulary (model, section 7): another one is refused by its own error",
    ),
];

/// The uses of one provision.
pub struct Trail {
    /// The provision, by its identifier.
    pub provision: String,
    /// What rests on it: rows of the law, answers.
    pub uses: BTreeSet<String>,
    /// The files that cite it, and how many of their lines do: in the line, or in the library's answer to it.
    pub files: Vec<(&'static str, usize)>,
}

/// The files of vectors and scenarios, each with its kind.
const FILES: [(&str, &str); 15] = [
    ("assess", "tests/vectors/assess.csv"),
    ("plan", "tests/vectors/plan.csv"),
    ("terms", "tests/vectors/terms.csv"),
    ("registration", "tests/vectors/registration.csv"),
    ("stay", "tests/vectors/stay.csv"),
    ("country", "tests/vectors/country.csv"),
    ("iin", "tests/vectors/iin.csv"),
    ("calendar", "tests/vectors/calendar.csv"),
    ("clock", "tests/vectors/clock.csv"),
    ("assess", "examples/kiosk/cases/visitors.csv"),
    ("terms", "examples/kiosk/cases/immigrant.csv"),
    ("pilot", "tests/scenarios/pilot.csv"),
    ("refusals", "tests/scenarios/refusals.csv"),
    ("tickets", "tests/scenarios/tickets.csv"),
    ("plan", "tests/scenarios/plans.csv"),
];

/// The law whose provisions are followed.
const LAW: Law<'static> = Law::BUILT_IN;

/// The trail of every provision, in the order of the page.
///
/// # Panics
///
/// If the page of the law cannot be read.
pub fn trails() -> Vec<Trail> {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (by, provision) in of_the_page() {
        used.entry(provision).or_default().insert(by);
    }
    let mut files: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    // Looking up the identifier of a provision is slow: once is enough.
    let ids: BTreeMap<Provision, &str> = LAW
        .all_provisions()
        .map(|entry| (entry.row().provision(), entry.id()))
        .collect();
    let known: BTreeSet<&str> = ids.values().copied().collect();
    for (kind, file) in FILES {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for line in Vectors::read(file).lines() {
            let stands = line.cells().flat_map(|text| text.split('|'));
            let of_law = |id: &&str| known.contains(id);
            let mut cites: BTreeSet<_> = stands.filter(of_law).map(str::to_owned).collect();
            let answer = of_the_answer(kind, line).into_iter();
            cites.extend(answer.map(|provision| ids[&provision].to_owned()));
            for provision in cites {
                *counts.entry(provision).or_default() += 1;
            }
        }
        for (provision, lines) in counts {
            files.entry(provision).or_default().push((file, lines));
        }
    }
    let trail = |id: &str| Trail {
        provision: id.to_owned(),
        uses: used.remove(id).unwrap_or_default(),
        files: files.remove(id).unwrap_or_default(),
    };
    LAW.all_provisions()
        .map(|entry| entry.id())
        .map(trail)
        .collect()
}

/// The rows of the page that name a provision: the table, and the provision.
fn of_the_page() -> Vec<(String, String)> {
    let law = kz_law::compile(&read("law/kazakhstan.md")).expect("a law without errors");
    let mut uses = Vec::new();
    let mut add = |by: String, provision: ProvisionIndex| {
        uses.push((by, law.provisions[provision].id.clone()));
    };
    for edition in &law.editions {
        for (number, row) in (1..).zip(&edition.rows) {
            add(format!("{}, row {number}", edition.name), row.basis);
        }
        for row in &edition.duties {
            add(
                format!("{}, duty {}", edition.name, row.duty.text()),
                row.provision,
            );
        }
    }
    for row in &law.conflicts {
        for provision in row.provisions {
            add("conflict".into(), provision);
        }
    }
    for row in &law.cautions {
        add("caution".into(), row.provision);
    }
    for row in &law.steps {
        for provision in &row.provisions {
            add(format!("step {}", row.step.text()), *provision);
        }
    }
    for row in &law.deadlocks {
        for provision in &row.provisions {
            add("deadlock".into(), *provision);
        }
    }
    for row in &law.terms {
        add(format!("term {}", row.term.text()), row.provision);
        add(format!("term {}, in force", row.term.text()), row.in_force);
    }
    for row in &law.coverage {
        add(format!("term {}, covered", row.term.text()), row.provision);
    }
    for row in &law.grounds {
        add(format!("refusal, {}", row.procedure.text()), row.provision);
    }
    for row in &law.countries {
        let named = [
            ("pilot", row.pilot),
            ("stay", row.stay.as_ref().map(|stay| stay.provision)),
            ("treaty", row.treaty.map(|(_, provision)| provision)),
        ];
        for (what, provision) in named {
            if let Some(provision) = provision {
                add(format!("country, {what}"), provision);
            }
        }
    }
    uses
}

/// The provisions in the library's answer to a line that are not in the line. A line that cannot be read has none.
fn of_the_answer(kind: &str, line: Line<'_>) -> Vec<Provision> {
    match kind {
        "assess" => of_the_assessment(line),
        "plan" => of_the_plan(line),
        "terms" => of_the_term(line),
        "registration" => of_the_case(line),
        "pilot" | "refusals" | "tickets" => of_the_scenario(kind, line),
        _ => Vec::new(), // numbers and days, or all of it stands in the line
    }
}

fn of_the_assessment(line: Line<'_>) -> Vec<Provision> {
    let Ok((on, facts, settings)) = rust_api::person(LAW, line) else {
        return Vec::new();
    };
    let Ok(answer) = LAW.assess(on, &facts, settings) else {
        return Vec::new();
    };
    let duties = Duty::ALL.iter().filter_map(|duty| answer.duty(*duty));
    let conflict = answer.conflict().into_iter().flatten();
    duties
        .chain(conflict)
        .chain(answer.basis())
        .chain(answer.cautions())
        .collect()
}

fn of_the_plan(line: Line<'_>) -> Vec<Provision> {
    let Ok((on, facts, settings)) = rust_api::person(LAW, line) else {
        return Vec::new();
    };
    let Ok(plan) = LAW.plan(on, &facts, settings) else {
        return Vec::new();
    };
    let steps = plan.steps().flat_map(|step| step.provisions());
    steps.chain(plan.basis()).chain(plan.cautions()).collect()
}

fn of_the_term(line: Line<'_>) -> Vec<Provision> {
    let Ok((answer, _)) = rust_api::term(LAW, line) else {
        return Vec::new();
    };
    let mut named = vec![answer.provision];
    named.extend(answer.covered_by);
    named.extend(answer.cautions);
    named
}

fn of_the_case(line: Line<'_>) -> Vec<Provision> {
    let Ok((arrival, events)) = rust_api::case(line) else {
        return Vec::new();
    };
    let Ok(mut case) = Case::new(arrival) else {
        return Vec::new();
    };
    let mut named = Vec::new();
    for event in events {
        match case.apply(LAW, event) {
            Ok(next) => case = next,
            Err(_) => break,
        }
        named.extend(case.refusal(LAW).map(|refusal| refusal.ground));
    }
    let window = case.window(LAW, &LAW.calendar()).ok().flatten();
    named.extend(window.map(|window| window.provision));
    named
}

fn of_the_papers(papers: &PilotPapers<'_>) -> Vec<Provision> {
    let way = &papers.way;
    way.provisions().chain(way.document_provisions()).collect()
}

fn of_the_scenario(kind: &str, line: Line<'_>) -> Vec<Provision> {
    match scenarios::ask(kind, line) {
        Err(Unanswered::Bad(_) | Unanswered::Error(_)) => Vec::new(),
        Ok(Answered::Pilot { papers, .. }) => papers.iter().flat_map(of_the_papers).collect(),
        Ok(Answered::Refused(refusal)) => refusal.iter().map(|it| it.ground).collect(),
        Ok(Answered::Ticket(ticket)) => vec![ticket.basis()],
    }
}

/// The page of the documentation.
pub fn page() -> String {
    let mut page = String::from(
        "# Where each provision is used and tested\n\n\
         Printed by `make docs` from [`../law/kazakhstan.md`](../law/kazakhstan.md), the vectors and the scenarios; a test fails \
         when it is out of date.\n\n\
         Used by: the rows of the law that name it. Cited by: the files of vectors and scenarios, and how many of their lines \
         name it, or get\nan answer that does.\n\n\
         | provision | used by | cited by |\n|---|---|---|\n",
    );
    for trail in trails() {
        let only = |(provision, _): &&(&str, &str)| *provision == trail.provision;
        let uses = match CATALOGUE_ONLY.iter().find(only) {
            Some((_, reason)) => format!("catalogue only: {reason}"),
            None => list(trail.uses, "; "),
        };
        let name = |file: &'static str| file.rsplit('/').next().unwrap_or(file);
        let files = trail.files.iter();
        let files = files.map(|(file, lines)| format!("{} {lines}", name(file)));
        writeln!(
            page,
            "| {} | {uses} | {} |",
            trail.provision,
            list(files, ", ")
        )
        .expect("a string takes all");
    }
    page
}

fn list(items: impl IntoIterator<Item = impl Display>, between: &str) -> String {
    let items: Vec<_> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(between)
}
