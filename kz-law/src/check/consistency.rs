//! Entries that contradict each other: required rows, bases, conflicts, needs, the clock.

use super::Checker;
use crate::day::Day;
use crate::diagnostic::{Diagnostic, Kind};
use crate::model::Step;
use crate::page::quoted;
use crate::section::Section;
use crate::vocabulary::{GOALS, TERMS, ZONES};

/// The clock converts from this day on.
const CLOCK_FROM: &str = "2019-01-01";

impl Checker<'_, '_> {
    pub(super) fn consistency(&mut self) {
        self.all_terms();
        self.reported_bases();
        self.conflicts();
        self.needs();
        self.clock();
    }

    fn all_terms(&mut self) {
        let law = &self.reading.law;
        if !self.reading.is_sound(Section::Terms) {
            return;
        }
        let missing: Vec<&str> = TERMS
            .all()
            .filter(|term| law.terms.iter().all(|row| row.term != *term))
            .map(crate::Word::text)
            .collect();
        if !missing.is_empty() {
            let error = Diagnostic::error(
                Kind::MissingRow,
                self.reading.page.heading(Section::Terms),
                format!("no row for {}", quoted(&missing)),
            );
            self.errors.push(error.help("all four terms are there"));
        }
    }

    fn reported_bases(&mut self) {
        let law = &self.reading.law;
        for edition in law.editions.iter().filter(|edition| edition.number == 1) {
            for row in &edition.rows {
                let document = law
                    .provisions
                    .get(row.basis)
                    .and_then(|provision| law.documents.get(provision.document));
                let Some(document) = document.filter(|document| document.kind.is("report")) else {
                    continue;
                };
                let span = self.cell(Section::Edition(1), row.line, "basis");
                let error = Diagnostic::error(
                    Kind::ReportedBasis,
                    span,
                    format!(
                        "`{}` is a provision of a report",
                        law.provision_id(row.basis)
                    ),
                )
                .help(format!(
                    "`{}` only reports; the bases of edition 1 are of documents of kind `law`",
                    document.id
                ))
                .related(
                    self.cell(Section::Documents, document.line, "kind"),
                    "the document",
                );
                self.errors.push(error);
            }
        }
    }

    fn conflicts(&mut self) {
        let law = &self.reading.law;
        for row in &law.conflicts {
            let (Some(edition), Some(other)) =
                (law.editions.get(row.edition), law.editions.get(row.other))
            else {
                continue;
            };
            let reading = self.reading;
            let sound = |number| reading.is_sound(Section::Edition(number));
            let page = &self.reading.page;
            let cell = |column| page.cell(Section::Conflicts, row.line, column);
            if row.edition == row.other {
                let error = Diagnostic::error(
                    Kind::Inconsistent,
                    cell("other edition"),
                    "an edition in conflict with itself",
                );
                self.errors
                    .push(error.help("a conflict is one of two editions"));
                continue;
            }
            if sound(edition.number) && edition.rows.iter().all(|other| other.basis != row.basis) {
                let bases: Vec<&str> = edition
                    .rows
                    .iter()
                    .map(|row| law.provision_id(row.basis))
                    .collect();
                let basis = law.provision_id(row.basis);
                let error = Diagnostic::error(
                    Kind::Inconsistent,
                    cell("basis"),
                    format!("`{basis}` is no basis of edition {}", edition.number),
                );
                let near = crate::diagnostic::near(basis, bases.iter().copied());
                let help = near.map_or_else(
                    || "a conflict's basis is that of a row of its edition".into(),
                    |near| format!("did you mean `{near}`?"),
                );
                self.errors.push(error.help(help));
            }
            if sound(other.number)
                && other
                    .rows
                    .iter()
                    .all(|given| given.obligation != row.obligation)
            {
                let mut given: Vec<&str> =
                    other.rows.iter().map(|row| row.obligation.text()).collect();
                given.sort_unstable();
                given.dedup();
                let error = Diagnostic::error(
                    Kind::Inconsistent,
                    cell("obligation"),
                    format!("edition {} never gives `{}`", other.number, row.obligation),
                );
                self.errors
                    .push(error.help(format!("it gives {}", quoted(&given))));
            }
        }
    }

    /// What each row of *Steps* needs must be given by another row, or be presence, which comes from
    /// entering.
    fn needs(&mut self) {
        let law = &self.reading.law;
        if !self.reading.is_sound(Section::Steps) {
            return;
        }
        for row in &law.steps {
            for goal in GOALS
                .all()
                .filter(|goal| row.needs & goal.bit() != 0 && !goal.is("presence"))
            {
                let gives = |other: &&Step| other.gives == goal;
                let span = self.cell(Section::Steps, row.line, "needs");
                let others = law
                    .steps
                    .iter()
                    .filter(|other| other.line != row.line)
                    .find(gives);
                if others.is_some() {
                    continue;
                }
                let own = row.gives == goal;
                let message = if own {
                    format!("`{}` needs `{goal}`, which only this row gives", row.step)
                } else {
                    format!("`{}` needs `{goal}`, which no row gives", row.step)
                };
                self.errors.push(
                    Diagnostic::error(Kind::NeedsNotMet, span, message)
                        .help("a step needs what another row of `Steps` gives, or `presence`"),
                );
            }
        }
    }

    fn clock(&mut self) {
        let law = &self.reading.law;
        if !self.reading.is_sound(Section::Clock) {
            return;
        }
        let start = Day::parse(CLOCK_FROM).map_or(Day::FIRST, |day| day.previous());
        for zone in ZONES.all() {
            let mut rows = law.clock.iter().filter(|row| row.zone == zone);
            let from_start = rows.any(|row| row.from.is_none_or(|from| from.day < start));
            if !from_start {
                let error = Diagnostic::error(
                    Kind::MissingRow,
                    self.reading.page.heading(Section::Clock),
                    format!("the zone `{zone}` has no offset on {CLOCK_FROM}"),
                );
                self.errors
                    .push(error.help("the first row of a zone has an empty `from`"));
            }
        }
    }
}
