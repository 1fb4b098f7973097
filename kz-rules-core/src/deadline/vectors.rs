//! The vectors of terms: of the built-in law, and of laws that differ from it in their terms.

use std::borrow::ToOwned;
use std::string::{String, ToString};
use std::vec::Vec;

use super::*;
use crate::facts::{Answer, Standing};
use crate::law::*;
use crate::vectors::{self, Vector};

/// The value that a cell names, or none.
fn word<T>(
    vector: &Vector,
    column: &str,
    from_name: fn(&str) -> Option<T>,
) -> Result<Option<T>, String> {
    match vector.get(column) {
        "" => Ok(None),
        text => from_name(text)
            .map(Some)
            .ok_or_else(|| vectors::bad(column)),
    }
}

fn treaty(text: &str) -> Option<Treaty> {
    Some(match text {
        "" => Treaty::Unknown,
        "none" => Treaty::None,
        "exempt" => Treaty::Exempt,
        days if days.bytes().all(|byte| byte.is_ascii_digit()) => Treaty::Days(days.parse().ok()?),
        _ => return None,
    })
}

fn answer(law: Law<'_>, vector: &Vector) -> Result<Vec<String>, String> {
    let term = Term::from_name(vector.get("kind")).ok_or_else(|| vectors::bad("kind"))?;
    let (from, on) = (vector.day("from")?, vector.day("on")?);
    let week = word(vector, "week", Week::from_name)?.unwrap_or_default();
    let treaty = treaty(vector.get("treaty")).ok_or_else(|| vectors::bad("treaty"))?;
    let stay_regime = word(vector, "stay_regime", StayRegime::from_name)?;
    let standing = word(vector, "standing", Standing::from_name)?;
    let arrived = word(vector, "arrived_to_live", Answer::from_name)?;
    let question = TermQuestion::from(from)
        .on(on)
        .week(week)
        .treaty(treaty)
        .stay_regime(stay_regime)
        .standing(standing)
        .arrived_to_live(arrived.map(|yes| yes == Answer::Yes))
        .stay_until(match vector.get("stay_until") {
            "" => None,
            _ => Some(vector.day("stay_until")?),
        });
    let answer = law
        .term(term, &question, &law.calendar())
        .map_err(vectors::status)?;
    let in_force = answer.outcome != TermOutcome::NotInForce;
    let window = answer.window();
    let note = match window {
        _ if !in_force => "not_in_force",
        Some(window) if window.transitional => "transitional",
        _ => "",
    };
    let names = |provision: &Provision| law.provision(*provision).unwrap().id();
    let cautions: Vec<_> = answer.cautions.iter().map(names).collect();
    Ok([
        vectors::cell(answer.covered.filter(|_| in_force)),
        note.to_owned(),
        vectors::day_cell(window.map(|window| window.strict)),
        vectors::day_cell(window.map(|window| window.lenient)),
        vectors::cell(window.map(|window| window.state(on))),
        vectors::cell(window.map(|window| window.days_left(on))),
        vectors::cell(window.map(|window| window.days_late(on))),
        vectors::cell(window.map(|window| window.certainty)),
        cautions.join("|"),
        answer.law.to_string(),
    ]
    .to_vec())
}

const COLUMNS: [&str; 10] = [
    "=covered",
    "=note",
    "=strict",
    "=lenient",
    "=state",
    "=days_left",
    "=days_late",
    "=certainty",
    "=cautions",
    "=law",
];

#[test]
fn the_built_in_law_gives_what_the_vectors_say() {
    for vector in vectors::read("terms.csv") {
        vector.assert(&COLUMNS, answer(Law::BUILT_IN, &vector));
    }
}

#[test]
fn laws_with_other_terms_give_what_their_vectors_say() {
    for_other_laws(|name, law| {
        for vector in vectors::read(&std::format!("laws/{name}/terms.csv")) {
            vector.assert(&COLUMNS, answer(law, &vector));
        }
    });
}

/// The days of a term, and the first day that counts in strict reading.
type Days = (u16, FirstDay);

/// The laws of the vectors, as far as terms and calendar go.
pub(crate) fn for_other_laws(check: impl Fn(&str, Law<'_>)) {
    use FirstDay::{Counted as Event, NotCounted as Next};
    let base = *built_in_for_tests();
    let evisa = terms((30, Event), (5, Event));
    let law = Sections {
        known_until: day(2026, 11, 1),
        terms: &evisa,
        ..base
    };
    check("evisa-2026", Law::from(&law));

    let random = terms((6, Next), (7, Event));
    let law = Sections {
        known_until: day(2027, 5, 5),
        terms: &random,
        ..base
    };
    check("random-1", Law::from(&law));

    let reform = terms((10, Event), (3, Next));
    let mut holidays = base.holidays.to_vec();
    holidays.push(HolidayRow::new(11, 28, Reason::UnityDay, 2027, 0, true));
    let mut movable = base.movable_days.to_vec();
    movable.push(MovableRow::new(day(2031, 4, 2), Reason::KurbanAit));
    let mut transfers = base.transfers.to_vec();
    transfers.push(TransferRow::new(day(2027, 12, 18), day(2027, 12, 17)));
    let certainty = |year| match year {
        ..=2027 => Certainty::Published,
        _ => Certainty::Projected,
    };
    let laid_out: Vec<_> = (2024..=2031)
        .map(|year| crate::lay_out(year, certainty(year), &holidays, &movable, &transfers))
        .collect();
    let law = Sections {
        known_until: day(2027, 6, 1),
        terms: &reform,
        laid_out: &laid_out,
        holidays: &holidays,
        movable_days: &movable,
        transfers: &transfers,
        ..base
    };
    check("reform-2027", Law::from(&law));
}

fn terms(registration: Days, of_move: Days) -> [[u8; TermRow::BYTES]; 4] {
    use {DecidedBy::*, Unit::*};
    let row = |term, (days, strict): Days, unit, provision, in_force, by| {
        let id = |id| Law::BUILT_IN.provision_by_id(id).unwrap();
        let (provision, in_force) = (id(provision), id(in_force));
        let lenient = FirstDay::NotCounted;
        TermRow::new(term, days, unit, strict, lenient, provision, in_force, by)
    };
    let rules = "R923-COMMENCEMENT";
    let notice = "NOTE-ARRIVAL-NOTICE";
    let (one, three) = ((1, FirstDay::NotCounted), (3, FirstDay::Counted));
    [
        row(
            Term::Registration,
            registration,
            Calendar,
            "R923-30-DAYS",
            rules,
            Decision,
        ),
        row(Term::Move, of_move, Working, "R923-MOVE", rules, Event),
        row(
            Term::IinMission,
            one,
            Working,
            "PILOT-TERM",
            "PILOT-PERIOD",
            Event,
        ),
        row(Term::Notice, three, Working, notice, notice, Event),
    ]
}
