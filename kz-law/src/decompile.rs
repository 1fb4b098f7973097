//! Turns a pack back into a law page, with its texts and cases: building these gives the same bytes.
//!
//! The rows are read as `docs/pack.md` describes them. The page lacks what a pack does not hold: free text, and the words for
//! the event of a term. `during PROVISION` comes back as the days of the provision.

use crate::day::Moment;
use kz_rules_core::{
    AgeBand, Answer, Carrier, Certainty, Covered, Cure, DecidedBy, DocumentKind, Duty, Fact,
    Finding, FirstDay, Goal, Language, Location, Obligation, Procedure, Reason, Sections, Standing,
    StayRegime, Step, Strings, Term, ToldTreaty, Unit, Zone,
};
use std::fmt::Write;

/// The bits of a bound after all days.
const AFTER_ALL: u32 = u32::MAX << 6;

/// A little-endian number of a row; up to eight bytes.
fn number(row: &[u8], at: usize, bytes: usize) -> u64 {
    let bytes = row.iter().skip(at).take(bytes).rev();
    bytes.fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn short(row: &[u8], at: usize) -> u16 {
    u16::try_from(number(row, at, 2)).unwrap_or(u16::MAX)
}

fn word(row: &[u8], at: usize) -> u32 {
    u32::try_from(number(row, at, 4)).unwrap_or(u32::MAX)
}

fn byte(row: &[u8], at: usize) -> u8 {
    row.get(at).copied().unwrap_or_default()
}

/// The word for a value of a closed set; empty if no value has this number.
fn value(names: &[&'static str], code: u8) -> &'static str {
    let place = usize::from(code).checked_sub(1);
    place
        .and_then(|place| names.get(place).copied())
        .unwrap_or_default()
}

/// The words for some values, joined as in a cell.
fn values(names: &[&'static str], bits: u64) -> String {
    let some = names.iter().enumerate();
    let some: Vec<&str> = some
        .filter(|(place, _)| bits >> place & 1 != 0)
        .map(|(_, name)| *name)
        .collect();
    some.join(", ")
}

fn all(names: &[&str]) -> u64 {
    (1 << names.len()) - 1
}

/// A day; empty for a bound that is not a day.
fn day(bits: u32) -> String {
    if bits == 0 || bits == AFTER_ALL {
        return String::new();
    }
    let (year, month, day) = (bits >> 10, bits >> 6 & 15, bits & 63);
    format!("{year:04}-{month:02}-{day:02}")
}

/// A number; empty for 0.
fn known(number: u16) -> String {
    if number == 0 {
        String::new()
    } else {
        number.to_string()
    }
}

/// The facts of a person, and the circumstances, in asking order.
const PARTS: (&[Fact], &[Fact]) = Fact::ALL.split_at(Fact::OF_PERSON);
const FACTS: &[Fact] = PARTS.0;
const CIRCUMSTANCES: &[Fact] = PARTS.1;

/// The words for a fact's values, in the order of the bits; for the birth date, those for the age bands.
const fn words(fact: Fact) -> &'static [&'static str] {
    match fact {
        Fact::Birth => AgeBand::NAMES,
        _ => fact.value_names(),
    }
}

/// For each fact, the words for its values, and the values that a word of facts leaves possible. Bit 0 is free; then each fact
/// has one bit a value, followed by a free one.
fn possible(
    facts: &[Fact],
    word: u64,
) -> impl Iterator<Item = (Fact, &'static [&'static str], u64)> {
    facts.iter().scan(1, move |shift, fact| {
        let names = words(*fact);
        let bits = word >> *shift & all(names);
        *shift += names.len() + 1;
        Some((*fact, names, bits))
    })
}

/// The conditions of a row.
#[derive(Default)]
struct Conditions(Vec<String>);

impl Conditions {
    /// A condition on one fact, unless all values fulfil it.
    fn set(&mut self, name: &str, names: &[&'static str], bits: u64) {
        if bits != all(names) {
            self.0.push(format!("{name} = {}", values(names, bits)));
        }
    }

    /// The conditions in a word of facts.
    fn facts(&mut self, facts: &[Fact], word: u64, ages: &[u8]) {
        for (fact, names, bits) in possible(facts, word) {
            if fact == Fact::Birth {
                self.ages(bits, ages);
            } else {
                self.set(fact.name(), names, bits);
            }
        }
    }

    fn ages(&mut self, bands: u64, ages: &[u8]) {
        if bands == 0b1111 {
            return;
        }
        if bands == 0 {
            // A condition that nobody fulfils, as a page writes it.
            if let Some(age) = ages.first() {
                self.0.push(format!("age < {age}; age >= {age}"));
            }
            return;
        }
        let lowest = bands.trailing_zeros() as usize;
        let highest = 63 - bands.leading_zeros() as usize;
        if let Some(age) = lowest.checked_sub(1).and_then(|place| ages.get(place)) {
            self.0.push(format!("age >= {age}"));
        }
        if let Some(age) = ages.get(highest) {
            self.0.push(format!("age < {age}"));
        }
    }

    fn days(&mut self, from: u32, until: u32) {
        for (bound, sign) in [(from, ">="), (until, "<")] {
            let day = day(bound);
            if !day.is_empty() {
                self.0.push(format!("on {sign} {day}"));
            }
        }
    }

    /// A treaty that is not given follows from those that are: see `treaty` among the conditions of `docs/law-document.md`.
    fn treaty(&mut self, bits: u64) {
        const NOT_GIVEN: u64 = 1 << (ToldTreaty::NotGiven as u8 - 1);
        if bits == NOT_GIVEN {
            self.0.push("treaty not given".into());
        } else if bits != all(ToldTreaty::NAMES) {
            let given = values(ToldTreaty::NAMES, bits & !NOT_GIVEN);
            self.0.push(format!("treaty = {given}"));
        }
    }

    fn cell(self) -> String {
        if self.0.is_empty() {
            "always".into()
        } else {
            self.0.join("; ")
        }
    }
}

struct Writer<'l> {
    law: &'l Sections<'l>,
    ages: Vec<u8>,
    out: String,
}

/// The page of a law.
#[must_use]
pub fn page(law: &Sections<'_>) -> String {
    let ages = law.ages.into_iter().filter(|age| *age != 0).collect();
    let mut writer = Writer {
        law,
        ages,
        out: format!("# {}\n", law.name),
    };
    writer.sources();
    writer.decisions();
    writer.ways();
    writer.terms();
    writer.calendar();
    writer.out
}

/// The page of a law's texts in a language, if it has any.
#[must_use]
pub fn texts(law: &Sections<'_>, language: Language) -> Option<String> {
    let texts = law
        .texts
        .get(usize::from(language.code()) - 1)
        .filter(|texts| !texts.is_empty())?;
    let mut out = format!("# {}\n", texts.get(0)?);
    head(&mut out, &["id", "label", "sentence"]);
    for (place, id) in names(law).into_iter().enumerate() {
        let (label, sentence) = (texts.get(2 * place + 1)?, texts.get(2 * place + 2)?);
        if !label.is_empty() {
            row(&mut out, &[id, label, sentence]);
        }
    }
    Some(out)
}

/// The cases of the law's lawyer as a table, if there are any: see [`crate::cases`].
#[must_use]
pub fn cases(law: &Sections<'_>) -> Option<String> {
    if law.cases.is_empty() {
        return None;
    }
    let told = FACTS.iter().filter(|fact| **fact != Fact::Birth);
    let mut header = vec!["on", "edition", "birth"];
    header.extend(told.map(|fact| fact.name()));
    header.extend(["=obligations", "=basis"]);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).ok()?;
    for row in law.cases {
        let edition = usize::from(byte(row, 20).max(1));
        let mut cells = vec![
            day(word(row, 16)),
            law.names.get(3 + edition)?.to_owned(),
            birth(word(row, 8), word(row, 12)),
        ];
        for (fact, names, bits) in possible(FACTS, number(row, 0, 8)) {
            if fact != Fact::Birth {
                let is_known = bits != all(names);
                cells.push(if is_known {
                    values(names, bits)
                } else {
                    String::new()
                });
            }
        }
        cells.push(values(Obligation::NAMES, byte(row, 21).into()).replace(", ", "|"));
        let basis = (0..4).map(|place| short(row, 24 + 2 * place));
        let basis = basis.filter(|number| *number != 0);
        let basis: Vec<_> = basis.map(|number| provision(law, number)).collect();
        cells.push(basis.join("|"));
        writer.write_record(&cells).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

/// A birth date from the first and the last day that it allows: a day, a month or a year.
fn birth(first: u32, last: u32) -> String {
    let (first, last) = (day(first), day(last));
    if first == last || first.is_empty() {
        return first;
    }
    let parts = if first.get(..7) == last.get(..7) {
        7
    } else {
        4
    };
    first.get(..parts).unwrap_or_default().to_owned()
}

/// The identifier of a provision; empty if there is none with this number.
fn provision<'a>(law: &Sections<'a>, number: u16) -> &'a str {
    let mut all = law.provisions.iter();
    let place = all.position(|row| short(row, 0) == number);
    place
        .and_then(|place| law.provision_texts.get(3 * place))
        .unwrap_or_default()
}

/// The identifiers of everything that has texts, in order.
fn names<'a>(law: &Sections<'a>) -> Vec<&'a str> {
    let text = |texts: Strings<'a>, place| texts.get(place).unwrap_or_default();
    let documents = (0..law.documents.len()).map(|place| text(law.document_texts, 2 * place));
    let editions = law.editions.iter().take_while(|rows| !rows.is_empty());
    let editions = (4..).zip(editions).map(|(place, _)| text(law.names, place));
    let provisions = (0..law.provisions.len()).map(|place| text(law.provision_texts, 3 * place));
    let questions = (0..4).map(|place| text(law.names, place));
    documents
        .chain(editions)
        .chain(provisions)
        .chain(questions)
        .collect()
}

fn row(out: &mut String, cells: &[&str]) {
    out.push('|');
    for cell in cells {
        let _ = match cell.is_empty() {
            true => write!(out, " |"),
            false => write!(out, " {cell} |"),
        };
    }
    out.push('\n');
}

fn head(out: &mut String, columns: &[&str]) {
    out.push('\n');
    row(out, columns);
    out.push('|');
    out.push_str(&"---|".repeat(columns.len()));
    out.push('\n');
}

impl<'l> Writer<'l> {
    fn section(&mut self, section: crate::Section, name: &str) {
        let heading = section.heading();
        let _ = write!(self.out, "\n## {heading}{name}\n");
        if !section.columns().is_empty() {
            head(&mut self.out, section.columns());
        }
    }

    fn row(&mut self, cells: &[&str]) {
        row(&mut self.out, cells);
    }

    /// The identifier of a provision; empty for 0.
    fn provision(&self, number: u16) -> &'l str {
        provision(self.law, number)
    }

    /// Up to four provisions, joined as in a cell.
    fn provisions(&self, row: &[u8], at: usize) -> String {
        let numbers = (0..4).map(|place| short(row, at + 2 * place));
        let ids: Vec<&str> = numbers
            .take_while(|number| *number != 0)
            .map(|number| self.provision(number))
            .collect();
        ids.join(", ")
    }

    fn place(bits: u8) -> &'static str {
        match bits {
            0b11 => "both",
            bits => value(Location::NAMES, bits),
        }
    }

    fn sources(&mut self) {
        use crate::Section;
        let law = self.law;
        self.section(Section::Identity, "");
        let known = law.known_until.date().to_string();
        self.row(&[law.name, &law.sequence.to_string(), &known]);
        self.section(Section::Documents, "");
        for (place, row) in law.documents.iter().enumerate() {
            let text = |which| {
                law.document_texts
                    .get(2 * place + which)
                    .unwrap_or_default()
            };
            self.row(&[
                &short(row, 0).to_string(),
                text(0),
                value(DocumentKind::NAMES, byte(row, 2)),
                text(1),
                &day(word(row, 4)),
            ]);
        }
        self.section(Section::Provisions, "");
        for (place, row) in law.provisions.iter().enumerate() {
            let text = |which| {
                law.provision_texts
                    .get(3 * place + which)
                    .unwrap_or_default()
            };
            let mut documents = law.documents.iter();
            let document = documents.position(|other| short(other, 0) == short(row, 2));
            let document = document.and_then(|place| law.document_texts.get(2 * place));
            self.row(&[
                &short(row, 0).to_string(),
                text(0),
                document.unwrap_or_default(),
                text(1),
                &day(word(row, 4)),
                &day(word(row, 8)),
                text(2),
            ]);
        }
        self.section(Section::Ages, "");
        for age in self.ages.clone() {
            self.row(&[&age.to_string()]);
        }
        self.section(Section::Questions, "");
        for (place, _) in law.questions.iter().enumerate().filter(|(_, has)| **has) {
            let id = law.names.get(place).unwrap_or_default();
            self.row(&[&(place + 1).to_string(), id]);
        }
    }

    fn decisions(&mut self) {
        use crate::Section;
        let law = self.law;
        let editions = law.editions.iter().zip(law.duties).zip((1u8..).zip(4..));
        for ((rules, duties), (number, name)) in editions {
            if rules.is_empty() {
                break;
            }
            let name = law.names.get(name).unwrap_or_default();
            self.section(Section::Edition(number), &format!(": {name}"));
            for row in *rules {
                let mut when = Conditions::default();
                when.facts(FACTS, self::number(row, 0, 8), &self.ages);
                when.days(word(row, 8), word(row, 12));
                let basis = self.provision(short(row, 16));
                self.row(&[&when.cell(), value(Obligation::NAMES, byte(row, 18)), basis]);
            }
            self.section(Section::Duties(number), "");
            for (place, duty) in Duty::NAMES.iter().enumerate() {
                let provision = self.provision(short(duties, 2 * place));
                if !provision.is_empty() {
                    self.row(&[duty, provision]);
                }
            }
        }
        self.section(Section::Conflicts, "");
        for row in law.conflicts {
            let (first, second) = (short(row, 6), short(row, 8));
            let both = [self.provision(first), self.provision(second)].join(", ");
            self.row(&[
                &byte(row, 0).to_string(),
                self.provision(short(row, 4)),
                &byte(row, 1).to_string(),
                value(Obligation::NAMES, byte(row, 2)),
                &both,
            ]);
        }
        self.section(Section::Cautions, "");
        for row in law.cautions {
            let when = self.caution(row);
            self.row(&[
                self.provision(short(row, 16)),
                &values(Carrier::NAMES, byte(row, 18).into()),
                &when,
                if byte(row, 19) == 1 { "refused" } else { "" },
            ]);
        }
    }

    fn caution(&self, row: &[u8]) -> String {
        let mut when = Conditions::default();
        when.set("obligation", Obligation::NAMES, byte(row, 20).into());
        if byte(row, 21) != 0 {
            let goals = values(Goal::NAMES, byte(row, 21).into());
            when.0.push(format!("blocked = {goals}"));
        }
        when.facts(FACTS, number(row, 0, 8), &self.ages);
        when.set("covered", Covered::NAMES, byte(row, 26).into());
        when.set("arrived_to_live", Answer::NAMES, byte(row, 23).into());
        when.set("stay_regime", StayRegime::NAMES, byte(row, 24).into());
        when.treaty(byte(row, 25).into());
        // A caution without a condition on days has the days of its provision.
        let provisions = &mut self.law.provisions.iter();
        let provision = provisions.find(|other| short(*other, 0) == short(row, 16));
        let own = |at, of| {
            let bound = word(row, at);
            let same = provision.is_some_and(|provision| word(provision, of) == bound);
            if same { 0 } else { bound }
        };
        when.days(own(8, 4), own(12, 8));
        when.cell()
    }

    fn ways(&mut self) {
        use crate::Section;
        let law = self.law;
        self.section(Section::Steps, "");
        for row in law.steps {
            let mut when = Conditions::default();
            when.facts(FACTS, number(row, 0, 8), &self.ages);
            when.facts(CIRCUMSTANCES, word(row, 8).into(), &[]);
            when.days(word(row, 12), word(row, 16));
            self.row(&[
                value(Step::NAMES, byte(row, 20)),
                Self::place(byte(row, 21)),
                value(Goal::NAMES, byte(row, 22)),
                &values(Goal::NAMES, byte(row, 23).into()),
                &when.cell(),
                &self.provisions(row, 24),
            ]);
        }
        self.section(Section::Where, "");
        for row in law.obtained {
            let mut when = Conditions::default();
            when.facts(FACTS, number(row, 0, 8), &self.ages);
            when.days(word(row, 8), word(row, 12));
            self.row(&[&when.cell(), Self::place(byte(row, 16))]);
        }
        self.section(Section::Deadlock, "");
        for row in law.deadlocks {
            let mut when = Conditions::default();
            if byte(row, 16) != 0 {
                let goals = values(Goal::NAMES, byte(row, 16).into());
                when.0.push(format!("blocked = {goals}"));
            }
            when.days(word(row, 8), word(row, 12));
            self.row(&[&when.cell(), &self.provisions(row, 0)]);
        }
    }

    fn terms(&mut self) {
        use crate::Section;
        let law = self.law;
        self.section(Section::Terms, "");
        for row in law.terms {
            let term = value(Term::NAMES, byte(row, 0));
            self.row(&[
                term,
                // The words for the event are not in a pack.
                term,
                &short(row, 4).to_string(),
                value(Unit::NAMES, byte(row, 1)),
                value(FirstDay::NAMES, byte(row, 2)),
                value(FirstDay::NAMES, byte(row, 3)),
                self.provision(short(row, 6)),
                self.provision(short(row, 8)),
                value(DecidedBy::NAMES, byte(row, 10)),
            ]);
        }
        self.section(Section::Covered, "");
        for row in law.coverage {
            let mut when = Conditions::default();
            when.set("standing", Standing::NAMES, byte(row, 2).into());
            when.set("arrived_to_live", Answer::NAMES, byte(row, 3).into());
            when.set("stay_regime", StayRegime::NAMES, byte(row, 4).into());
            when.treaty(byte(row, 5).into());
            self.row(&[
                value(Term::NAMES, byte(row, 0)),
                &when.cell(),
                value(Covered::NAMES, byte(row, 1)),
                self.provision(short(row, 6)),
            ]);
        }
        self.section(Section::Grounds, "");
        for row in law.grounds {
            self.row(&[
                self.provision(short(row, 0)),
                value(Procedure::NAMES, byte(row, 2)),
                value(Finding::NAMES, byte(row, 3)),
                value(Cure::NAMES, byte(row, 4)),
            ]);
        }
        self.section(Section::Countries, "");
        for row in law.countries {
            let code = |at: usize, letters: usize| {
                let letters = row.iter().skip(at).take(letters);
                letters
                    .map(|letter| char::from(*letter))
                    .collect::<String>()
            };
            self.row(&[
                &code(0, 2),
                &code(4, 3),
                &format!("{:03}", short(row, 2)),
                self.provision(short(row, 12)),
                &known(short(row, 14)),
                &known(short(row, 16)),
                &known(short(row, 18)),
                self.provision(short(row, 20)),
                &day(word(row, 8)),
                &known(short(row, 22)),
                self.provision(short(row, 24)),
            ]);
        }
    }

    fn calendar(&mut self) {
        use crate::Section;
        let law = self.law;
        self.section(Section::Calendar, "");
        self.section(Section::Years, "");
        for row in law.years {
            self.row(&[
                &short(row, 0).to_string(),
                &short(row, 2).to_string(),
                value(Certainty::NAMES, byte(row, 4)),
            ]);
        }
        self.section(Section::Holidays, "");
        for row in law.holidays {
            let last = short(row, 6);
            self.row(&[
                &format!("{:02}-{:02}", byte(row, 0), byte(row, 1)),
                value(Reason::NAMES, byte(row, 2)),
                &known(short(row, 4)),
                &known(if last == u16::MAX { 0 } else { last }),
                if byte(row, 3) == 1 { "yes" } else { "no" },
            ]);
        }
        self.section(Section::MovableDays, "");
        for row in law.movable_days {
            self.row(&[&day(word(row, 0)), value(Reason::NAMES, byte(row, 4))]);
        }
        self.section(Section::Transfers, "");
        for row in law.transfers {
            self.row(&[&day(word(row, 0)), &day(word(row, 4))]);
        }
        self.section(Section::Clock, "");
        for row in law.clock {
            let offset = i16::from_le_bytes(short(row, 8).to_le_bytes());
            self.row(&[
                value(Zone::NAMES, byte(row, 10)),
                &moment(i64::from_le_bytes(number(row, 0, 8).to_le_bytes())),
                &offset.to_string(),
            ]);
        }
    }
}

/// A moment as a page writes it; empty: always.
fn moment(seconds: i64) -> String {
    if seconds == i64::MIN {
        return String::new();
    }
    Moment::of_unix(seconds).map_or_else(String::new, |moment| moment.to_string())
}
