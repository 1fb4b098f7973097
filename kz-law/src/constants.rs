//! The built-in law as Rust: the rows of a law as constants, which are evaluated when the library is
//! compiled.

use crate::day::{Day, Days, Moment};
use crate::model::{Conditions, Country, Law, ProvisionIndex, Test};
use crate::region::Axis;
use crate::texts::{self, Texts, questions};
use crate::vocabulary::{BLOCKED, CARRIERS, GOALS, List, Word};
use kz_rules_core::{self as rules, Language};
use std::fmt::Write;

/// The beginning of the file.
const HEAD: &str = "\
//! The built-in law. Generated from law/kazakhstan.md and law/texts: `make law` renews it.

#![cfg_attr(rustfmt, rustfmt_skip)]

mod texts;

use super::*;
use crate::calendar::lay_out;
use crate::facts::*;

";

const TEXTS_HEAD: &str = "\
//! The texts of the built-in law. Generated from law/texts: `make law` renews them.

#![cfg_attr(rustfmt, rustfmt_skip)]

use super::Strings;
";

/// The two files that become part of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constants {
    /// `law/built_in.rs`.
    pub law: String,
    /// `law/built_in/texts.rs`.
    pub texts: String,
}

/// Writes a law, and its texts in some languages, as Rust.
#[must_use]
pub fn constants(law: &Law, texts: &[(Language, Texts)]) -> Constants {
    let mut printer = Printer {
        law,
        out: HEAD.into(),
    };
    printer.names();
    printer.sources();
    printer.decisions();
    printer.ways();
    printer.terms();
    printer.calendar();
    printer.law();
    Constants {
        law: printer.out,
        texts: texts_file(law, texts),
    }
}

/// A word as the name of a value: `in_kazakhstan` is `InKazakhstan`.
fn camel(word: &str) -> String {
    let parts = word.split('_').map(|part| {
        let mut letters = part.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    parts.collect()
}

/// A value of a closed set of the library.
fn value(set: &str, word: Word) -> String {
    // The words for the first day that counts differ from the names of its values.
    let name = match (set, word.text()) {
        ("FirstDay", "event") => "Counted".into(),
        ("FirstDay", "next") => "NotCounted".into(),
        (_, text) => camel(text),
    };
    format!("{set}::{name}")
}

/// Values of a closed set of the library, as a slice.
fn values(set: &str, list: &'static List, bits: u16) -> String {
    let all = list.all().filter(|word| word.bit() & bits != 0);
    let all: Vec<String> = all.map(|word| value(set, word)).collect();
    format!("&[{}]", all.join(", "))
}

/// An identifier of the law as the name of a constant.
fn constant(id: &str) -> String {
    let name = id.replace('-', "_").to_uppercase();
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name
    }
}

fn day(day: Day) -> String {
    match day.date() {
        Some(date) => format!(
            "day({}, {}, {})",
            date.year(),
            u8::from(date.month()),
            date.day()
        ),
        None => "Day::MAX".into(),
    }
}

fn maybe(text: Option<String>) -> String {
    text.map_or_else(|| "None".into(), |text| format!("Some({text})"))
}

fn moment(Moment { day, minute }: Moment) -> String {
    let date = day.date().map_or_else(String::new, |date| {
        format!(
            "{}, {}, {}",
            date.year(),
            u8::from(date.month()),
            date.day()
        )
    });
    format!("moment({date}, {}, {})", minute / 60, minute % 60)
}

/// A text with its closing NUL, as Rust writes it.
fn literal(text: &str) -> String {
    let quoted = format!("{:?}", text.replace('\0', "\u{fffd}"));
    format!("{}\\0\"", quoted.strip_suffix('"').unwrap_or(&quoted))
}

/// A sentence that starts with a capital letter and ends with a full stop, for a documentation comment.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    let stop = if text.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    format!("{}{}{stop}", first.unwrap_or_default(), letters.as_str()).replace('[', "\\[")
}

fn place(word: Word) -> String {
    format!("place::{}", word.text().to_uppercase())
}

struct Printer<'l> {
    law: &'l Law,
    out: String,
}

impl Printer<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn table(&mut self, doc: &str, name: &str, kind: &str, rows: &[String]) {
        self.line(&format!("\n/// *{doc}*."));
        if rows.is_empty() {
            self.line(&format!("static {name}: [[u8; {kind}::BYTES]; 0] = [];"));
            return;
        }
        self.line(&format!(
            "static {name}: [[u8; {kind}::BYTES]; {}] = [",
            rows.len()
        ));
        for row in rows {
            self.line(&format!("    {kind}::new({row}),"));
        }
        self.line("];");
    }

    fn strings<'a>(&mut self, name: &str, rows: impl Iterator<Item = Vec<&'a str>>) {
        self.line(&format!("\nconst {name}: Strings = Strings::new(concat!("));
        for row in rows {
            let row: Vec<String> = row.into_iter().map(literal).collect();
            self.line(&format!("    {},", row.join(", ")));
        }
        self.line("));");
    }

    fn provision(&self, index: ProvisionIndex) -> String {
        constant(self.law.provision_id(index))
    }

    fn provisions(&self, list: &[ProvisionIndex]) -> String {
        let list: Vec<String> = list.iter().map(|index| self.provision(*index)).collect();
        list.join(", ")
    }

    /// Conditions in the order of the cell.
    fn when(&self, conditions: &Conditions) -> String {
        let mut when = String::from("when()");
        for condition in &conditions.all {
            let more = match condition.test {
                Test::Values {
                    axis,
                    values,
                    negated,
                } => self.fact(axis, values, negated),
                Test::Age {
                    below: true, years, ..
                } => format!("age_below(&AGES, {years})"),
                Test::Age {
                    below: false,
                    years,
                    ..
                } => format!("age_from(&AGES, {years})"),
                Test::On {
                    below: true,
                    days: Days { until, .. },
                } => format!("until({})", day(until)),
                Test::On {
                    below: false,
                    days: Days { from, .. },
                } => format!("from({})", day(from)),
                Test::During { provision, .. } => {
                    format!("during(&PROVISIONS, {})", self.provision(provision))
                }
                Test::Blocked { goals } => format!("blocked({})", values("Goal", &BLOCKED, goals)),
            };
            when.push('.');
            when.push_str(&more);
        }
        when
    }

    fn fact(&self, axis: Axis, set: u16, negated: bool) -> String {
        let kind = match axis {
            Axis::Covered => "Covered".into(),
            Axis::Treaty => "ToldTreaty".into(),
            _ => match axis.list() {
                Some(list) if std::ptr::eq(list, &raw const crate::vocabulary::ANSWERS) => {
                    "Answer".into()
                }
                _ => camel(axis.name()),
            },
        };
        let Some(list) = axis.list() else {
            return String::new();
        };
        let (not, set) = if negated {
            ("not_", list.full() & !set)
        } else {
            ("", set)
        };
        format!("{not}{}({})", axis.name(), values(&kind, list, set))
    }

    /// Documents, provisions and editions, as constants.
    fn names(&mut self) {
        let law = self.law;
        for provision in &law.provisions {
            let document = law
                .documents
                .get(provision.document)
                .map_or("", |document| document.id.as_str());
            self.line(&format!(
                "/// {} *{document}, {}.*",
                sentence(&provision.substance),
                provision.place.replace('[', "\\[")
            ));
            self.line(&format!(
                "pub const {}: Provision = Provision::new({});",
                constant(&provision.id),
                provision.number
            ));
        }
        self.line("");
        for edition in &law.editions {
            self.line(&format!(
                "/// Edition {}: {}.",
                edition.number, edition.name
            ));
            self.line(&format!(
                "pub const {}: Edition = Edition::new({});",
                constant(&edition.name),
                edition.number
            ));
        }
        self.line("\n/// Documents.\nmod document {");
        for document in &law.documents {
            self.line(&format!("    /// {}", sentence(&document.title)));
            self.line(&format!(
                "    pub(super) const {}: u16 = {};",
                constant(&document.id),
                document.number
            ));
        }
        self.line("}");
        self.line(PLACES);
        let mut ages: Vec<String> = law.ages.iter().map(|age| age.years.to_string()).collect();
        ages.resize(rules::MAX_AGES, "0".into());
        self.line(&format!(
            "\n/// *Ages*.\nconst AGES: [u8; MAX_AGES] = [{}];",
            ages.join(", ")
        ));
    }

    fn sources(&mut self) {
        let law = self.law;
        let rows: Vec<String> = law
            .documents
            .iter()
            .map(|row| {
                let (kind, known) = (
                    value("DocumentKind", row.kind),
                    maybe(row.known_as_of.map(day)),
                );
                format!("document::{}, {kind}, {known}", constant(&row.id))
            })
            .collect();
        self.table("Documents", "DOCUMENTS", "DocumentRow", &rows);
        let texts = law
            .documents
            .iter()
            .map(|row| vec![row.id.as_str(), row.title.as_str()]);
        self.strings("DOCUMENT_TEXTS", texts);
        let rows: Vec<String> = law
            .provisions
            .iter()
            .map(|row| {
                let document = law
                    .documents
                    .get(row.document)
                    .map_or_else(String::new, |row| constant(&row.id));
                let (from, until) = (maybe(row.from.map(day)), maybe(row.until.map(day)));
                format!(
                    "{}, document::{document}, {from}, {until}",
                    constant(&row.id)
                )
            })
            .collect();
        self.table("Provisions", "PROVISIONS", "ProvisionRow", &rows);
        let texts = law
            .provisions
            .iter()
            .map(|row| vec![row.id.as_str(), row.place.as_str(), row.substance.as_str()]);
        self.strings("PROVISION_TEXTS", texts);
    }

    fn decisions(&mut self) {
        let law = self.law;
        self.strings(
            "NAMES",
            questions(law).map(|id| vec![id.unwrap_or_default()]).chain(
                law.editions
                    .iter()
                    .map(|edition| vec![edition.name.as_str()]),
            ),
        );
        for edition in &law.editions {
            let rows: Vec<String> = edition
                .rows
                .iter()
                .map(|row| {
                    let (when, basis) = (self.when(&row.conditions), self.provision(row.basis));
                    format!("{when}, {}, {basis}", value("Obligation", row.obligation))
                })
                .collect();
            let doc = format!("Edition {}: {}", edition.number, edition.name);
            self.table(
                &doc,
                &format!("{}_RULES", constant(&edition.name)),
                "Rule",
                &rows,
            );
        }
        let named = |place: usize| {
            law.editions
                .get(place)
                .map_or_else(String::new, |edition| constant(&edition.name))
        };
        let rows: Vec<String> = law
            .conflicts
            .iter()
            .map(|row| {
                let (edition, other) = (named(row.edition), named(row.other));
                let (basis, both) = (self.provision(row.basis), self.provisions(&row.provisions));
                format!(
                    "{edition}, {basis}, {other}, {}, [{both}]",
                    value("Obligation", row.obligation)
                )
            })
            .collect();
        self.table("Conflicts", "CONFLICTS", "Conflict", &rows);
        let rows: Vec<String> = law
            .cautions
            .iter()
            .map(|row| {
                let carried = values("Carrier", &CARRIERS, row.carried_by);
                let (provision, when) = (self.provision(row.provision), self.when(&row.conditions));
                format!(
                    "{provision}, {carried}, {when}, {}, &PROVISIONS",
                    row.refuses_ticket
                )
            })
            .collect();
        self.table("Cautions", "CAUTIONS", "Caution", &rows);
    }

    fn ways(&mut self) {
        let law = self.law;
        let rows: Vec<String> = law
            .steps
            .iter()
            .map(|row| {
                let (step, gives) = (value("Step", row.step), value("Goal", row.gives));
                let needs = format!("Goal::set({})", values("Goal", &GOALS, row.needs));
                let (when, provisions) =
                    (self.when(&row.conditions), self.provisions(&row.provisions));
                format!(
                    "{step}, {}, {gives}, {needs}, {when}, &[{provisions}]",
                    place(row.place)
                )
            })
            .collect();
        self.table("Steps", "STEPS", "StepRow", &rows);
        let rows: Vec<String> = law
            .places
            .iter()
            .map(|row| format!("{}, {}", self.when(&row.conditions), place(row.place)))
            .collect();
        self.table(
            "Where a document is obtained",
            "OBTAINED",
            "ObtainedRow",
            &rows,
        );
        let rows: Vec<String> = law
            .deadlocks
            .iter()
            .map(|row| {
                format!(
                    "{}, &[{}]",
                    self.when(&row.conditions),
                    self.provisions(&row.provisions)
                )
            })
            .collect();
        self.table(
            "What a deadlock rests on",
            "DEADLOCKS",
            "DeadlockRow",
            &rows,
        );
    }

    fn terms(&mut self) {
        let law = self.law;
        let rows: Vec<String> = law
            .terms
            .iter()
            .map(|row| {
                let (term, unit) = (value("Term", row.term), value("Unit", row.unit));
                let (strict, lenient) = (
                    value("FirstDay", row.strict),
                    value("FirstDay", row.lenient),
                );
                let (provision, in_force) =
                    (self.provision(row.provision), self.provision(row.in_force));
                let by = value("DecidedBy", row.on_the_day_of);
                format!(
                    "{term}, {}, {unit}, {strict}, {lenient}, {provision}, {in_force}, {by}",
                    row.days
                )
            })
            .collect();
        self.table("Terms", "TERMS", "TermRow", &rows);
        let rows: Vec<String> = law
            .coverage
            .iter()
            .map(|row| {
                let (term, covered) = (value("Term", row.term), value("Covered", row.covered));
                format!(
                    "{term}, {}, {covered}, {}",
                    self.when(&row.conditions),
                    self.provision(row.provision)
                )
            })
            .collect();
        self.table("Who is covered", "COVERAGE", "CoverageRow", &rows);
        let rows: Vec<String> = law
            .grounds
            .iter()
            .map(|row| {
                let (procedure, finding) = (
                    value("Procedure", row.procedure),
                    value("Finding", row.finding),
                );
                let cure = maybe(row.cure.map(|cure| value("Cure", cure)));
                format!(
                    "{}, {procedure}, {finding}, {cure}",
                    self.provision(row.provision)
                )
            })
            .collect();
        self.table("Grounds for refusal", "GROUNDS", "GroundRow", &rows);
        let rows: Vec<String> = law.countries.iter().map(|row| self.country(row)).collect();
        self.table("Countries", "COUNTRIES", "CountryRow", &rows);
    }

    fn country(&self, row: &Country) -> String {
        let stay = row.stay.map(|stay| {
            let entry = maybe(stay.entry.map(|days| days.to_string()));
            let total = maybe(stay.total.map(|(days, window)| format!("({days}, {window})")));
            let (provision, from) = (self.provision(stay.provision), maybe(stay.from.map(day)));
            format!("StayLine {{ per_entry: {entry}, total: {total}, provision: {provision}, from: {from} }}")
        });
        let treaty = row
            .treaty
            .map(|(days, provision)| format!("({days}, {})", self.provision(provision)));
        let pilot = row.pilot.map(|provision| self.provision(provision));
        let (alpha2, alpha3) = (&row.alpha2, &row.alpha3);
        format!(
            "*b\"{alpha2}\", *b\"{alpha3}\", {}, {}, {}, {}",
            row.numeric,
            maybe(pilot),
            maybe(stay),
            maybe(treaty)
        )
    }

    fn calendar(&mut self) {
        let law = self.law;
        let years =
            |row: &crate::model::Years| (row.from, row.to, value("Certainty", row.certainty));
        let rows: Vec<String> = law
            .years
            .iter()
            .map(years)
            .map(|(from, to, certainty)| format!("{from}, {to}, {certainty}"))
            .collect();
        self.table("Years", "YEARS", "YearsRow", &rows);
        let rows: Vec<String> = law
            .holidays
            .iter()
            .map(|row| {
                let (first, last) = (row.first_year.unwrap_or(0), row.last_year.unwrap_or(0));
                let (day, reason) = (row.day, value("Reason", row.reason));
                format!(
                    "{}, {}, {reason}, {first}, {last}, {}",
                    day.month, day.day, row.substituted
                )
            })
            .collect();
        self.table("Holidays", "HOLIDAYS", "HolidayRow", &rows);
        let rows: Vec<String> = law
            .movable_days
            .iter()
            .map(|row| format!("{}, {}", day(row.day), value("Reason", row.reason)))
            .collect();
        self.table("Movable days", "MOVABLE_DAYS", "MovableRow", &rows);
        let rows: Vec<String> = law
            .transfers
            .iter()
            .map(|row| format!("{}, {}", day(row.worked), day(row.off)))
            .collect();
        self.table("Transfers", "TRANSFERS", "TransferRow", &rows);
        let laid_out: Vec<String> = law
            .years
            .iter()
            .map(years)
            .flat_map(|(from, to, certainty)| {
                (from..=to).map(move |year| {
                    format!(
                        "    lay_out({year}, {certainty}, &HOLIDAYS, &MOVABLE_DAYS, &TRANSFERS),"
                    )
                })
            })
            .collect();
        self.line(&format!(
            "\n/// *Years*, laid out.\nstatic LAID_OUT: [[u8; LaidOutYear::BYTES]; {}] = [",
            laid_out.len()
        ));
        for row in laid_out {
            self.line(&row);
        }
        self.line("];");
        let rows: Vec<String> = law
            .clock
            .iter()
            .map(|row| {
                format!(
                    "{}, {}, {}",
                    value("Zone", row.zone),
                    maybe(row.from.map(moment)),
                    row.minutes
                )
            })
            .collect();
        self.table("Clock", "CLOCK", "ClockRow", &rows);
    }

    fn law(&mut self) {
        let law = self.law;
        let identity = &law.identity;
        let mut out = String::new();
        let asked: Vec<bool> = questions(law).map(|id| id.is_some()).collect();
        let mut editions: Vec<String> = law
            .editions
            .iter()
            .map(|edition| format!("&{}_RULES", constant(&edition.name)))
            .collect();
        editions.resize(rules::MAX_EDITIONS, "&[]".into());
        let mut duties: Vec<String> = law
            .editions
            .iter()
            .map(|edition| {
                let duties: Vec<String> = edition
                    .duties
                    .iter()
                    .map(|row| {
                        format!(
                            "({}, {})",
                            value("Duty", row.duty),
                            self.provision(row.provision)
                        )
                    })
                    .collect();
                format!("        DutiesRow::new(&[{}]),\n", duties.join(", "))
            })
            .collect();
        duties.resize(rules::MAX_EDITIONS, "        DutiesRow::new(&[]),\n".into());
        let _ = write!(
            out,
            "\n/// The law.\npub(super) const LAW: Sections<'static> = Sections {{\n    \
             name: {:?},\n    sequence: {},\n    known_until: {},\n    digest: 0,\n    \
             documents: &DOCUMENTS,\n    document_texts: DOCUMENT_TEXTS,\n    provisions: &PROVISIONS,\n    \
             provision_texts: PROVISION_TEXTS,\n    ages: AGES,\n    questions: {asked:?},\n    \
             names: NAMES,\n    editions: [{}],\n    duties: &[\n{}    ],\n",
            identity.name,
            identity.sequence,
            day(identity.known_until),
            editions.join(", "),
            duties.concat(),
        );
        for table in [
            "conflicts",
            "cautions",
            "steps",
            "obtained",
            "deadlocks",
            "terms",
            "coverage",
            "grounds",
            "countries",
            "years",
            "laid_out",
            "holidays",
            "movable_days",
            "transfers",
            "clock",
        ] {
            let _ = writeln!(out, "    {table}: &{},", table.to_uppercase());
        }
        out.push_str(
            "    cases: &[],\n    texts: [texts::KK, texts::RU, texts::EN],\n}\n.sealed();\n",
        );
        self.out.push_str(&out);
    }
}

const PLACES: &str = "
/// Where something is done.
mod place {
    use crate::base::set::Set;
    use crate::facts::Location;

    pub(super) const IN_KAZAKHSTAN: Set<Location> = Location::set(&[Location::InKazakhstan]);
    pub(super) const ABROAD: Set<Location> = Location::set(&[Location::Abroad]);
    pub(super) const BOTH: Set<Location> = Location::set(Location::ALL);
}";

fn texts_file(law: &Law, texts: &[(Language, Texts)]) -> String {
    let mut out = String::from(TEXTS_HEAD);
    for language in Language::ALL {
        let (code, name) = (language.name(), language.name().to_uppercase());
        let found = texts.iter().find(|(given, _)| given == language);
        let Some((_, texts)) = found else {
            let _ = writeln!(
                out,
                "\npub(super) const {name}: Strings = Strings::new(\"\");"
            );
            continue;
        };
        let _ = write!(
            out,
            "\n#[cfg(not(feature = \"text-{code}\"))]\n\
             pub(super) const {name}: Strings = Strings::new(\"\");\n\
             #[cfg(feature = \"text-{code}\")]\n\
             pub(super) const {name}: Strings = Strings::new(concat!(\n    {},\n",
            literal(&texts.language)
        );
        for (id, [label, sentence]) in texts::in_order(law).zip(texts.in_order(law)) {
            let (label, sentence) = (literal(label), literal(sentence));
            let _ = match id {
                Some(id) => writeln!(out, "    /* {id} */ {label}, {sentence},"),
                None => writeln!(out, "    {label}, {sentence},"),
            };
        }
        let _ = writeln!(out, "));");
    }
    out
}
