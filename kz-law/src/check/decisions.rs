//! First-match tables: persons whom no row takes, rows that take nobody, bases that do not apply. Exact: over sets of
//! persons and spans of days, from 0001-01-01 on.

use super::Checker;
use crate::capacity;
use crate::day::Days;
use crate::diagnostic::{Diagnostic, Kind};
use crate::person;
use crate::region::Region;
use crate::section::Section;
use crate::table::{Cut, Table};

impl Checker<'_, '_> {
    pub(super) fn decisions(&mut self) {
        let law = &self.reading.law;
        for table in Table::all(law) {
            if !self.reading.is_sound(table.section) {
                continue;
            }
            let Some(cuts) = table.cuts() else {
                self.parts(&table, None);
                continue;
            };
            self.dead_rows(&table, &cuts);
            if let Section::Edition(_) = table.section {
                let most = cuts.iter().max_by_key(|cut| cut.parts());
                if most.is_some_and(|cut| cut.parts() > capacity::PARTS) {
                    self.parts(&table, most);
                }
                self.complete(&table, &cuts);
                self.bases(&table, &cuts);
            } else if let Some(last) = table.rows.last().filter(|row| !row.conditions.is_always()) {
                let error = Diagnostic::error(
                    Kind::Incomplete,
                    last.conditions.span,
                    "the last row does not take everybody",
                );
                self.errors.push(error.help("the last row is `always`"));
            }
        }
    }

    fn parts(&mut self, table: &Table<'_>, cut: Option<&Cut>) {
        let message = match cut {
            Some(cut) => format!(
                "the table cuts \"nothing known\" into {} parts on {}",
                cut.parts(),
                cut.days.from
            ),
            None => format!(
                "the table cuts \"nothing known\" into more than {} parts",
                16 * capacity::PARTS
            ),
        };
        let span = self.reading.page.heading(table.section);
        self.errors.push(
            Diagnostic::error(Kind::Capacity, span, message)
                .help(format!("the library has room for {}", capacity::PARTS)),
        );
    }

    fn complete(&mut self, table: &Table<'_>, cuts: &[Cut]) {
        let law = &self.reading.law;
        let Some(first) = cuts.iter().position(|cut| !cut.left.is_empty()) else {
            return;
        };
        let Some(left) = cuts.get(first).and_then(|cut| cut.left.first()) else {
            return;
        };
        let one = left.person();
        let lasting = cuts
            .iter()
            .skip(first)
            .take_while(|cut| cut.left.iter().any(|region| region.and(&one).is_some()));
        let days = lasting.fold(
            Days {
                from: crate::Day::END,
                until: crate::Day::FIRST,
            },
            |days, cut| Days {
                from: days.from.min(cut.days.from),
                until: days.until.max(cut.days.until),
            },
        );
        let who = person::person(law, left);
        let when = if days.words().is_empty() {
            "on any day".to_owned()
        } else {
            days.words()
        };
        let error = Diagnostic::error(
            Kind::Incomplete,
            self.reading.page.heading(table.section),
            format!(
                "no row of edition {} takes {who}, {when}",
                edition(table.section)
            ),
        );
        self.errors.push(error.help(format!(
            "one day is {}; a last row `always` takes everybody whom no row above takes",
            days.from
        )));
    }

    fn dead_rows(&mut self, table: &Table<'_>, cuts: &[Cut]) {
        for (place, row) in table.rows.iter().enumerate() {
            let takes = cuts
                .iter()
                .any(|cut| cut.taken.iter().any(|(taker, _)| *taker == place));
            if takes {
                continue;
            }
            let wanted = row.conditions;
            let mut error = Diagnostic::error(
                Kind::DeadRow,
                wanted.span,
                "this row takes nobody on any day",
            );
            if wanted.region.is_empty() || wanted.days.is_empty() {
                error = error.help("its conditions cannot hold together");
            } else {
                let above = takers(cuts, &wanted.region, wanted.days);
                let rows: Vec<String> =
                    above.iter().map(|above| format!("{}", above + 1)).collect();
                error = error.help(format!(
                    "row{} {} take{} everyone it wants",
                    plural(&rows),
                    rows.join(", "),
                    if rows.len() == 1 { "s" } else { "" }
                ));
                for above in above {
                    if let Some(row) = table.rows.get(above) {
                        error = error.related(row.conditions.span, format!("row {}", above + 1));
                    }
                }
            }
            self.errors.push(error);
        }
    }

    fn bases(&mut self, table: &Table<'_>, cuts: &[Cut]) {
        let law = &self.reading.law;
        let Section::Edition(number) = table.section else {
            return;
        };
        let Some(edition) = law.editions.iter().find(|edition| edition.number == number) else {
            return;
        };
        for (place, row) in edition.rows.iter().enumerate() {
            if row.obligation.is("not_in_force") {
                continue;
            }
            let provision = law.provisions.get(row.basis);
            if provision.is_none_or(|provision| !self.reading.is_sound_line(provision.line)) {
                continue;
            }
            let applies = law.provision_days(row.basis);
            let wrong = cuts.iter().find_map(|cut| {
                let taken = cut.taken.iter().find(|(taker, _)| *taker == place);
                taken
                    .filter(|_| !applies.covers(cut.days))
                    .map(|(_, region)| (cut.days, region))
            });
            let Some((days, region)) = wrong else {
                continue;
            };
            let day = if days.from < applies.from {
                days.from
            } else {
                days.from.max(applies.until)
            };
            let basis = law.provision_id(row.basis);
            let who = person::person(law, region);
            let span = self.cell(table.section, row.line, "basis");
            let error = Diagnostic::error(
                Kind::BasisNotInForce,
                span,
                format!("`{basis}` does not apply on {day}, when this row decides on {who}"),
            );
            let mut error = error.help(format!(
                "it applies {}; a row may say so with `during {basis}`",
                applies.words()
            ));
            if let Some(provision) = law.provisions.get(row.basis) {
                error = error.related(
                    self.reading
                        .page
                        .cell(Section::Provisions, provision.line, "from"),
                    "the provision",
                );
            }
            self.errors.push(error);
        }
    }
}

/// The rows that take anybody of a region on some days.
fn takers(cuts: &[Cut], region: &Region, days: Days) -> Vec<usize> {
    let mut rows: Vec<usize> = cuts
        .iter()
        .filter(|cut| days.contains(cut.days.from))
        .flat_map(|cut| &cut.taken)
        .filter(|(_, taken)| taken.and(region).is_some())
        .map(|(taker, _)| *taker)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

fn edition(section: Section) -> u8 {
    match section {
        Section::Edition(number) => number,
        _ => 0,
    }
}

fn plural<T>(list: &[T]) -> &'static str {
    if list.len() == 1 { "" } else { "s" }
}
