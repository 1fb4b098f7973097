//! The tables, one function a section: each row becomes a row of the model, or errors.

use super::Reader;
use super::conditions::Context;
use crate::diagnostic::Kind;
use crate::model::{
    Age, Caution, Conflict, Country, CoverageRow, DeadlockRow, Document, DutyRow, Edition,
    EditionRow, Ground, Holiday, Identity, MovableDay, Offset, PlaceRow, Provision, Question,
    StayRule, Step, Term, Transfer, Years,
};
use crate::page::Row;
use crate::section::Section;
use crate::vocabulary as words;

/// The cells of a row, as many as its section has columns.
macro_rules! cells {
    ($row:expr, $($cell:ident),+) => {
        let [$($cell),+] = $row.cells[..] else { continue };
    };
}

/// Continues with the next row if a cell was wrong. All cells are read first.
macro_rules! all {
    ($($cell:ident),+) => {
        let ($(Some($cell),)+) = ($($cell,)+) else { continue };
    };
}

/// A number of days: an entry's, a window's, a treaty's.
const DAYS: std::ops::RangeInclusive<u16> = 1..=366;
const YEARS: std::ops::RangeInclusive<u16> = 1..=9999;
/// No place is more than a day from UTC.
const MINUTES: std::ops::RangeInclusive<i16> = -1439..=1439;

impl<'s> Reader<'_, 's> {
    pub(super) fn everything(&mut self) {
        for section in [
            Section::Documents,
            Section::Provisions,
            Section::Ages,
            Section::Questions,
        ] {
            if self
                .page
                .tables
                .get(&section)
                .is_none_or(|table| !table.sound)
            {
                self.unsure.insert(section);
            }
        }
        self.identity();
        self.documents();
        self.provisions_table();
        self.ages();
        self.questions();
        self.editions();
        self.conflicts();
        self.cautions();
        self.steps();
        self.places();
        self.deadlocks();
        self.terms();
        self.coverage();
        self.grounds();
        self.countries();
        self.calendar();
        self.clock();
    }

    fn identity(&mut self) {
        let rows = self.rows(Section::Identity);
        for row in rows {
            cells!(row, name, sequence, known_until);
            let name = self
                .filled(name, "the law's name")
                .and_then(|text| self.own_word(text, name.span));
            let sequence = self.number(sequence, 1..=u32::MAX);
            let known_until = self.day(known_until);
            all!(name, sequence, known_until);
            self.law.identity = Identity {
                line: row.span.line,
                name,
                sequence,
                known_until,
            };
        }
        if let [_, second, ..] = rows {
            self.error(
                Kind::Twice,
                second.span,
                "a second row".into(),
                "a law has one row in `Identity`".into(),
            );
        }
    }

    fn documents(&mut self) {
        for row in self.rows(Section::Documents) {
            cells!(row, number, id, kind, title, known_as_of);
            let number = self.short(number, 1..=u16::MAX);
            let id = self.identifier(id);
            let kind = self.word(kind, &words::KINDS);
            let title = self.text(title, "a title");
            let known_as_of = self.day_or_empty(known_as_of);
            let Some(id) = id else {
                self.unsure.insert(Section::Documents);
                continue;
            };
            // The name is known, even if other cells are wrong.
            let Some(law) = words::KINDS.numbered(1) else {
                continue;
            };
            self.law.documents.push(Document {
                line: row.span.line,
                number: number.unwrap_or(0),
                id,
                kind: kind.unwrap_or(law),
                title: title.unwrap_or_default(),
                known_as_of: known_as_of.flatten(),
            });
        }
    }

    fn provisions_table(&mut self) {
        for row in self.rows(Section::Provisions) {
            cells!(row, number, id, document, place, from, until, substance);
            let number = self.short(number, 1..=u16::MAX);
            let id = self.identifier(id);
            let document = self.document(document);
            let place = self.text(place, "where the provision stands in its document");
            let from = self.day_or_empty(from);
            let days = until.span;
            let until = self.day_or_empty(until);
            let substance = self.text(substance, "what the provision says");
            let (from, until) = (from.flatten(), until.flatten());
            if let Some(until) = until
                && from.is_some_and(|from| until <= from)
            {
                self.error(
                    Kind::Inconsistent,
                    days,
                    "`until` is not after `from`".into(),
                    "`until` is the first day on which the provision no longer applies".into(),
                );
            }
            let Some(id) = id else {
                self.unsure.insert(Section::Provisions);
                continue;
            };
            self.law.provisions.push(Provision {
                line: row.span.line,
                number: number.unwrap_or(0),
                id,
                document: document.unwrap_or(usize::MAX),
                place: place.unwrap_or_default(),
                from,
                until,
                substance: substance.unwrap_or_default(),
            });
        }
    }

    fn ages(&mut self) {
        for row in self.rows(Section::Ages) {
            cells!(row, cell);
            let Some(years) = self
                .number(cell, 1..=120)
                .and_then(|age| u8::try_from(age).ok())
            else {
                self.unsure.insert(Section::Ages);
                continue;
            };
            if let Some(last) = self.law.ages.last().filter(|last| last.years >= years) {
                let message = format!("{years} after {}", last.years);
                self.error(
                    Kind::Inconsistent,
                    cell.span,
                    message,
                    "ages are ascending, each once".into(),
                );
                self.unsure.insert(Section::Ages);
                continue;
            }
            self.law.ages.push(Age {
                line: row.span.line,
                years,
            });
        }
    }

    fn questions(&mut self) {
        for row in self.rows(Section::Questions) {
            cells!(row, number, id);
            let span = id.span;
            let number = self
                .number(number, 1..=4)
                .and_then(|number| u8::try_from(number).ok());
            let id = self
                .filled(id, "the question's name")
                .and_then(|text| self.own_word(text, span));
            let Some(number) = number else {
                self.unsure.insert(Section::Questions);
                continue;
            };
            self.law.questions.push(Question {
                line: row.span.line,
                number,
                id: id.unwrap_or_default(),
            });
        }
    }

    fn editions(&mut self) {
        let page = self.page;
        for (section, table) in &page.tables {
            let Section::Edition(number) = *section else {
                continue;
            };
            let name = table.name.unwrap_or("");
            let name = self.own_word(name, table.heading).unwrap_or_default();
            let mut edition = Edition {
                line: table.heading.line,
                number,
                name,
                rows: Vec::new(),
                duties: Vec::new(),
            };
            for row in &table.rows {
                cells!(row, conditions, obligation, basis);
                let conditions = self.conditions(conditions, Context::Facts);
                let obligation = self.word(obligation, &words::OBLIGATIONS);
                let basis = self.provision(basis);
                all!(conditions, obligation, basis);
                edition.rows.push(EditionRow {
                    line: row.span.line,
                    conditions,
                    obligation,
                    basis,
                });
            }
            for row in self.rows(Section::Duties(number)) {
                cells!(row, duty, provision);
                let duty = self.word(duty, &words::DUTIES);
                let provision = self.provision(provision);
                all!(duty, provision);
                edition.duties.push(DutyRow {
                    line: row.span.line,
                    duty,
                    provision,
                });
            }
            self.law.editions.push(edition);
        }
    }

    fn conflicts(&mut self) {
        for row in self.rows(Section::Conflicts) {
            cells!(row, edition, basis, other, obligation, provisions);
            let two = provisions.span;
            let edition = self.edition(edition);
            let basis = self.provision(basis);
            let other = self.edition(other);
            let obligation = self.word(obligation, &words::OBLIGATIONS);
            let provisions = self.provisions(provisions);
            if provisions.as_ref().is_some_and(|list| list.len() != 2) {
                self.error(
                    Kind::Inconsistent,
                    two,
                    "a conflict is one of two provisions".into(),
                    "expected two provisions, joined with `, `".into(),
                );
            }
            let provisions = provisions.and_then(|list| <[usize; 2]>::try_from(list).ok());
            all!(edition, basis, other, obligation, provisions);
            self.law.conflicts.push(Conflict {
                line: row.span.line,
                edition,
                basis,
                other,
                obligation,
                provisions,
            });
        }
    }

    fn cautions(&mut self) {
        for row in self.rows(Section::Cautions) {
            cells!(row, provision, carried_by, conditions, ticket);
            let provision = self.provision(provision);
            let carried_by = self.words(carried_by, &words::CARRIERS, false);
            let conditions = carried_by
                .and_then(|carriers| self.conditions(conditions, Context::Caution(carriers)));
            let ticket = self.words(ticket, &words::TICKETS, true);
            all!(provision, carried_by, conditions, ticket);
            self.law.cautions.push(Caution {
                line: row.span.line,
                provision,
                carried_by,
                conditions,
                refuses_ticket: ticket != 0,
            });
        }
    }

    fn steps(&mut self) {
        for row in self.rows(Section::Steps) {
            cells!(row, step, place, gives, needs, conditions, provisions);
            let step = if words::ENGINE_STEPS.word(step.text).is_some() {
                let help = "`enter`, `leave` and `obtain_document` are taken without a row";
                self.error(
                    Kind::Word,
                    step.span,
                    format!("the step `{}` is the engine's own", step.text),
                    help.into(),
                );
                None
            } else {
                self.word(step, &words::STEPS)
            };
            let place = self.word(place, &words::PLACES);
            let given = gives.span;
            let gives = self.word(gives, &words::GOALS);
            if gives.is_some_and(|goal| goal.is("presence")) {
                let help = "rows give `iin`, `translation` or `fingerprints`; presence comes of the step `enter`";
                self.error(
                    Kind::Word,
                    given,
                    "no row gives `presence`".into(),
                    help.into(),
                );
            }
            let needs = self.words(needs, &words::GOALS, true);
            let conditions = self.conditions(conditions, Context::Steps);
            let provisions = self.provisions(provisions);
            all!(step, place, gives, needs, conditions, provisions);
            self.law.steps.push(Step {
                line: row.span.line,
                step,
                place,
                gives,
                needs,
                conditions,
                provisions,
            });
        }
    }

    fn places(&mut self) {
        for row in self.rows(Section::Where) {
            cells!(row, conditions, place);
            let conditions = self.conditions(conditions, Context::Facts);
            let place = self.word(place, &words::PLACES);
            all!(conditions, place);
            self.law.places.push(PlaceRow {
                line: row.span.line,
                conditions,
                place,
            });
        }
    }

    fn deadlocks(&mut self) {
        for row in self.rows(Section::Deadlock) {
            cells!(row, conditions, provisions);
            let conditions = self.conditions(conditions, Context::Deadlock);
            let provisions = self.provisions(provisions);
            all!(conditions, provisions);
            self.law.deadlocks.push(DeadlockRow {
                line: row.span.line,
                conditions,
                provisions,
            });
        }
    }

    fn terms(&mut self) {
        for row in self.rows(Section::Terms) {
            cells!(
                row,
                term,
                event,
                days,
                unit,
                strict,
                lenient,
                provision,
                in_force,
                on_the_day_of
            );
            let later = lenient.span;
            let term = self.word(term, &words::TERMS);
            let event = self.text(event, "the event that the term runs from");
            let days = self.short(days, DAYS);
            let unit = self.word(unit, &words::UNITS);
            let strict = self.word(strict, &words::FIRST_DAYS);
            let lenient = self.word(lenient, &words::FIRST_DAYS);
            let provision = self.provision(provision);
            let in_force = self.provision(in_force);
            let on_the_day_of = self.word(on_the_day_of, &words::DECIDING_DAYS);
            if strict.is_some_and(|word| word.is("next"))
                && lenient.is_some_and(|word| word.is("event"))
            {
                self.error(
                    Kind::Inconsistent,
                    later,
                    "strict `next` and lenient `event`".into(),
                    "the lenient reading never counts from an earlier day than the strict one"
                        .into(),
                );
            }
            all!(
                term,
                event,
                days,
                unit,
                strict,
                lenient,
                provision,
                in_force,
                on_the_day_of
            );
            self.law.terms.push(Term {
                line: row.span.line,
                term,
                event,
                days,
                unit,
                strict,
                lenient,
                provision,
                in_force,
                on_the_day_of,
            });
        }
    }

    fn coverage(&mut self) {
        for row in self.rows(Section::Covered) {
            cells!(row, term, conditions, covered, provision);
            let place = covered.span;
            let term = self.word(term, &words::TERMS);
            let conditions = self.conditions(conditions, Context::Covered);
            let covered = self.word(covered, &words::COVERAGES);
            if covered.is_some_and(|word| word.is("yes")) {
                self.error(
                    Kind::Word,
                    place,
                    "a row that covers".into(),
                    "rows say `no` or `unknown`; whoever meets none is covered".into(),
                );
            }
            let provision = self.provision(provision);
            all!(term, conditions, covered, provision);
            self.law.coverage.push(CoverageRow {
                line: row.span.line,
                term,
                conditions,
                covered,
                provision,
            });
        }
    }

    fn grounds(&mut self) {
        for row in self.rows(Section::Grounds) {
            cells!(row, ground, procedure, finding, cure);
            let provision = self.provision(ground);
            let procedure = self.word(procedure, &words::PROCEDURES);
            let finding = self.word(finding, &words::FINDINGS);
            let cure = if cure.text.is_empty() {
                Some(None)
            } else {
                self.word(cure, &words::CURES).map(Some)
            };
            all!(provision, procedure, finding, cure);
            self.law.grounds.push(Ground {
                line: row.span.line,
                provision,
                procedure,
                finding,
                cure,
            });
        }
    }

    fn countries(&mut self) {
        for row in self.rows(Section::Countries) {
            cells!(
                row,
                alpha2,
                alpha3,
                numeric,
                pilot,
                _entry,
                _days,
                _window,
                _provision,
                _from,
                _treaty,
                _treaty_provision
            );
            let alpha2 = self.code(alpha2, 2, "two capital letters", u8::is_ascii_uppercase);
            let alpha3 = self.code(alpha3, 3, "three capital letters", u8::is_ascii_uppercase);
            let numeric = self
                .code(numeric, 3, "three digits", u8::is_ascii_digit)
                .and_then(|code| code.parse().ok());
            let pilot = self.provision_or_empty(pilot);
            let stay = self.stay(row);
            let treaty = self.treaty(row);
            all!(alpha2, alpha3, numeric, pilot, stay, treaty);
            self.law.countries.push(Country {
                line: row.span.line,
                alpha2,
                alpha3,
                numeric,
                pilot,
                stay,
                treaty,
            });
        }
    }

    fn code(
        &mut self,
        cell: crate::page::Cell<'s>,
        length: usize,
        expected: &str,
        right: fn(&u8) -> bool,
    ) -> Option<String> {
        if cell.text.len() == length && cell.text.bytes().all(|byte| right(&byte)) {
            return Some(cell.text.to_owned());
        }
        let message = if cell.text.is_empty() {
            "an empty cell".into()
        } else {
            format!("`{}` is no code of a country", cell.text)
        };
        let kind = if cell.text.is_empty() {
            Kind::EmptyCell
        } else {
            Kind::Identifier
        };
        self.error(
            kind,
            cell.span,
            message,
            format!("expected {expected}, of ISO 3166-1"),
        );
        None
    }

    fn stay(&mut self, row: &Row<'s>) -> Option<Option<StayRule>> {
        let [
            ..,
            entry_cell,
            days_cell,
            window_cell,
            provision_cell,
            from_cell,
            _,
            _,
        ] = row.cells[..]
        else {
            return None;
        };
        let entry = self.short_or_empty(entry_cell, DAYS);
        let days = self.short_or_empty(days_cell, DAYS);
        let window = self.short_or_empty(window_cell, DAYS);
        let provision = self.provision_or_empty(provision_cell);
        let from = self.day_or_empty(from_cell);
        let (entry, days, window, provision, from) = (entry?, days?, window?, provision?, from?);
        let total = match (days, window) {
            (Some(days), Some(window)) if days > window => {
                self.error(
                    Kind::Inconsistent,
                    days_cell.span,
                    format!("{days} days in a window of {window}"),
                    "the days are at most the window".into(),
                );
                return None;
            }
            (Some(days), Some(window)) => Some((days, window)),
            (None, None) => None,
            (days, _) => {
                let span = if days.is_none() {
                    days_cell.span
                } else {
                    window_cell.span
                };
                self.error(
                    Kind::Inconsistent,
                    span,
                    "`days` and `window` go together".into(),
                    "fill both or neither".into(),
                );
                return None;
            }
        };
        let rule = entry.is_some() || total.is_some();
        match provision {
            Some(provision) if rule => Some(Some(StayRule {
                entry,
                total,
                provision,
                from,
            })),
            None if !rule && from.is_none() => Some(None),
            Some(_) | None if !rule => {
                self.error(
                    Kind::Inconsistent,
                    if provision.is_some() {
                        provision_cell.span
                    } else {
                        from_cell.span
                    },
                    "a stay without days".into(),
                    "`stay provision` and `from` go with `days an entry`, or `days` and `window`"
                        .into(),
                );
                None
            }
            _ => {
                self.error(
                    Kind::Inconsistent,
                    provision_cell.span,
                    "a stay without a provision".into(),
                    "expected the provision that gives the days".into(),
                );
                None
            }
        }
    }

    fn treaty(&mut self, row: &Row<'s>) -> Option<Option<(u16, usize)>> {
        let [.., days_cell, provision_cell] = row.cells[..] else {
            return None;
        };
        let days = self.short_or_empty(days_cell, DAYS);
        let provision = self.provision_or_empty(provision_cell);
        match (days?, provision?) {
            (Some(days), Some(provision)) => Some(Some((days, provision))),
            (None, None) => Some(None),
            (days, _) => {
                let span = if days.is_none() {
                    days_cell.span
                } else {
                    provision_cell.span
                };
                self.error(
                    Kind::Inconsistent,
                    span,
                    "`treaty` and `treaty provision` go together".into(),
                    "fill both or neither".into(),
                );
                None
            }
        }
    }

    fn calendar(&mut self) {
        for row in self.rows(Section::Years) {
            cells!(row, from, to, certainty);
            let place = to.span;
            let from = self.short(from, YEARS);
            let to = self.short(to, YEARS);
            let certainty = self.word(certainty, &words::CERTAINTIES);
            all!(from, to, certainty);
            if to < from {
                self.error(
                    Kind::Inconsistent,
                    place,
                    format!("`to` {to} is before `from` {from}"),
                    "`to` is the last year".into(),
                );
                continue;
            }
            self.law.years.push(Years {
                line: row.span.line,
                from,
                to,
                certainty,
            });
        }
        for row in self.rows(Section::Holidays) {
            cells!(row, day, reason, first_year, last_year, substituted);
            let place = last_year.span;
            let day = self.year_day(day);
            let reason = self.word(reason, &words::REASONS);
            let first_year = self.short_or_empty(first_year, YEARS);
            let last_year = self.short_or_empty(last_year, YEARS);
            let substituted = self.yes(substituted);
            all!(day, reason, first_year, last_year, substituted);
            if let (Some(first), Some(last)) = (first_year, last_year)
                && last < first
            {
                self.error(
                    Kind::Inconsistent,
                    place,
                    format!("the last year {last} is before the first year {first}"),
                    "`last year` is the last year of the holiday".into(),
                );
                continue;
            }
            self.law.holidays.push(Holiday {
                line: row.span.line,
                day,
                reason,
                first_year,
                last_year,
                substituted,
            });
        }
        for row in self.rows(Section::MovableDays) {
            cells!(row, day, reason);
            let day = self.day(day);
            let reason = self.word(reason, &words::REASONS);
            all!(day, reason);
            self.law.movable_days.push(MovableDay {
                line: row.span.line,
                day,
                reason,
            });
        }
        for row in self.rows(Section::Transfers) {
            cells!(row, worked, off);
            let worked = self.day(worked);
            let off = self.day(off);
            all!(worked, off);
            self.law.transfers.push(Transfer {
                line: row.span.line,
                worked,
                off,
            });
        }
    }

    fn clock(&mut self) {
        for row in self.rows(Section::Clock) {
            cells!(row, zone, from, offset);
            let zone = self.word(zone, &words::ZONES);
            let from = self.moment_or_empty(from);
            let minutes = self.offset(offset);
            all!(zone, from, minutes);
            self.law.clock.push(Offset {
                line: row.span.line,
                zone,
                from,
                minutes,
            });
        }
    }

    fn offset(&mut self, cell: crate::page::Cell<'s>) -> Option<i16> {
        let digits = cell.text.strip_prefix('-').unwrap_or(cell.text);
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit())
            && (digits == "0" || !digits.starts_with('0'))
            && cell.text != "-0";
        let minutes = plain
            .then(|| cell.text.parse().ok())
            .flatten()
            .filter(|minutes| MINUTES.contains(minutes));
        if minutes.is_none() {
            let (kind, message) = if cell.text.is_empty() {
                (Kind::EmptyCell, "an empty cell".into())
            } else {
                (Kind::Number, format!("`{}` is no offset", cell.text))
            };
            self.error(
                kind,
                cell.span,
                message,
                format!(
                    "expected minutes, from {} to {}",
                    MINUTES.start(),
                    MINUTES.end()
                ),
            );
        }
        minutes
    }
}
