//! Prints docs/legal-model.md from the constants that decide.

use std::fmt::Write as _;

use kz_rules_core::time::Date;
use kz_rules_core::{
    Document, Edition, Fact, LAW_KNOWN_UNTIL, Obligation, Provision, Rule, Set, Value,
};
use kz_rules_tests::traceability::{self, CATALOGUE_ONLY};

fn main() {
    print!("{}", page());
}

fn page() -> String {
    let mut page = String::from(
        "# The law, as the library has it\n\n\
         Printed by `make docs` from the constants that decide; a test fails when it is out of date.\n\
         Each rule beside its source is what a lawyer may want to check. This is not legal advice.\n\n",
    );
    writeln!(page, "The law is known up to {LAW_KNOWN_UNTIL}.\n").unwrap();
    documents(&mut page);
    for edition in Edition::ALL {
        rules(&mut page, *edition);
    }
    provisions(&mut page);
    trails(&mut page);
    page
}

fn documents(page: &mut String) {
    page.push_str("## Documents\n\n| short name | title | known as of |\n|---|---|---|\n");
    for document in Document::ALL {
        let known = day(document.known_as_of(), "");
        writeln!(page, "| {document} | {} | {known} |", document.title()).unwrap();
    }
}

fn rules(page: &mut String, edition: Edition) {
    write!(
        page,
        "\n## Edition `{edition}`\n\nThe first row that fits decides.\n\n\
         | # | if | obligation | basis |\n|---|---|---|---|\n"
    )
    .unwrap();
    for (number, rule) in edition.rules().iter().enumerate() {
        let (obligation, basis): (Obligation, Provision) = (rule.obligation(), rule.basis());
        let number = number + 1;
        writeln!(
            page,
            "| {number} | {} | {obligation} | {basis} |",
            conditions(rule)
        )
        .unwrap();
    }
}

/// What a row wants, in words.
fn conditions(rule: &Rule) -> String {
    let mut all = Vec::new();
    if let Some(until) = rule.until() {
        all.push(format!("on < {until}"));
    }
    all.extend(wanted(Fact::Fingerprinted, rule.fingerprinted_is()));
    all.extend(wanted(Fact::Standing, rule.standings()));
    all.extend(wanted(
        Fact::PermanentResident,
        rule.permanent_resident_is(),
    ));
    all.extend(wanted("age", rule.ages()));
    all.extend(wanted(Fact::Action, rule.actions()));
    all.extend(wanted(Fact::Occasion, rule.occasions()));
    all.extend(wanted(Fact::VisaChannel, rule.visa_channels()));
    all.extend(wanted(
        Fact::HeldAtCommencement,
        rule.held_at_commencement_is(),
    ));
    if all.is_empty() {
        "otherwise".into()
    } else {
        all.join("; ")
    }
}

/// The values that a row wants of a fact, or those that it does not, whichever is shorter.
fn wanted<T: Value + std::fmt::Display>(
    fact: impl std::fmt::Display,
    values: Set<T>,
) -> Option<String> {
    let list = |keep: bool| {
        let kept = T::ALL
            .iter()
            .filter(|value| values.contains(**value) == keep);
        kept.map(T::to_string).collect::<Vec<_>>()
    };
    let (wanted, unwanted) = (list(true), list(false));
    match unwanted.len() {
        0 => None,
        n if n < wanted.len() => Some(format!("{fact} is not {}", unwanted.join(" or "))),
        _ => Some(format!("{fact} is {}", wanted.join(" or "))),
    }
}

fn provisions(page: &mut String) {
    page.push_str(
        "\n## Provisions\n\nFrom: the first day it applies. Until: the first day it no longer does.\n\n\
         | # | id | substance | place | from | until |\n|---|---|---|---|---|---|\n",
    );
    for provision in Provision::ALL {
        let meaning = provision
            .meaning()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        writeln!(
            page,
            "| {} | {provision} | {meaning} | {}, {} | {} | {} |",
            provision.code(),
            provision.document(),
            provision.place(),
            day(provision.from(), "not stated"),
            day(provision.until(), ""),
        )
        .unwrap();
    }
}

fn trails(page: &mut String) {
    page.push_str(
        "\n## Where each provision is used and tested\n\n\
         Used by: rows of the rules, steps of a plan, terms, and whatever else names it in an answer. Cited by: the files of\n\
         vectors and scenarios, and how many of their lines name it, or get an answer that does.\n\n\
         | provision | used by | cited by |\n|---|---|---|\n",
    );
    for trail in traceability::trails() {
        let only = |(provision, _): &&(Provision, &str)| *provision == trail.provision;
        let uses = match CATALOGUE_ONLY.iter().find(only) {
            Some((_, reason)) => format!("catalogue only: {reason}"),
            None => trail.uses.into_iter().collect::<Vec<_>>().join("; "),
        };
        let name = |file: &'static str| file.rsplit('/').next().unwrap_or(file);
        let files = trail.files.iter();
        let files: Vec<_> = files
            .map(|(file, lines)| format!("{} {lines}", name(file)))
            .collect();
        writeln!(
            page,
            "| {} | {uses} | {} |",
            trail.provision,
            files.join(", ")
        )
        .unwrap();
    }
}

fn day(date: Option<Date>, none: &str) -> String {
    date.map_or(none.into(), |date| date.to_string())
}
