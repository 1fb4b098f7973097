//! Days that are working days under one law and off under the other, and the deadlines that shift with them.

use crate::calendar::Week;
use crate::day::{Day, Days};
use crate::model::Law;
use crate::rows::OwnedLaw;
use kz_rules_core as rules;
use rules::{Calendar, FirstDay};
use std::collections::BTreeSet;

/// What a calendar says about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayIs {
    /// Why it is off; none for a working day.
    pub off: Option<rules::Reason>,
}

/// A day on which the calendars of two laws differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayChange {
    /// The day.
    pub day: Day,
    /// The weeks in which they differ.
    pub weeks: Vec<Week>,
    /// Under the older law.
    pub old: DayIs,
    /// Under the newer law.
    pub new: DayIs,
    /// The deadlines of a change of address that shift and whose time includes the day, by the newer law's term, in
    /// the first of the weeks.
    pub shifts: Vec<Shift>,
}

/// A deadline that shifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The day of the change of address.
    pub event: Day,
    /// The strict deadline under the older and the newer calendar.
    pub strict: [Day; 2],
    /// The lenient deadline under the older and the newer calendar.
    pub lenient: [Day; 2],
}

/// The days that differ in years that both laws cover; none if a law has errors.
#[must_use]
pub fn days(old: &Law, new: &Law, period: Days) -> Option<Vec<DayChange>> {
    let years = |law: &Law| -> BTreeSet<u16> { crate::calendar::years(law, usize::MAX).collect() };
    let (rows_old, rows_new) = (OwnedLaw::of(old, &[])?, OwnedLaw::of(new, &[])?);
    let (old_sections, new_sections) = (rows_old.sections(), rows_new.sections());
    let both = [
        rules::Law::from(&old_sections).calendar(),
        rules::Law::from(&new_sections).calendar(),
    ];
    let mut changes: Vec<DayChange> = Vec::new();
    for year in years(old).intersection(&years(new)) {
        let mut day = Day::new(*year, 1, 1)?;
        while day.year() == *year {
            if period.contains(day) {
                for week in [Week::Five, Week::Six] {
                    let [old, new] = [is(&both[0], day, week)?, is(&both[1], day, week)?];
                    if old == new {
                        continue;
                    }
                    match changes.last_mut() {
                        Some(last) if last.day == day && last.old == old && last.new == new => {
                            last.weeks.push(week);
                        }
                        _ => changes.push(DayChange {
                            day,
                            weeks: vec![week],
                            old,
                            new,
                            shifts: Vec::new(),
                        }),
                    }
                }
            }
            day = day.next();
        }
    }
    for change in &mut changes {
        if let Some(week) = change.weeks.first().copied() {
            change.shifts = shifts(&both, new, change.day, week);
        }
    }
    Some(changes)
}

fn of(day: Day) -> Option<rules::Day> {
    rules::Day::of(day.date()?)
}

fn back(day: rules::Day) -> Option<Day> {
    Day::new(day.year(), day.month(), day.day())
}

fn week_of(week: Week) -> rules::Week {
    match week {
        Week::Five => rules::Week::Five,
        Week::Six => rules::Week::Six,
    }
}

fn is(calendar: &Calendar<'_>, day: Day, week: Week) -> Option<DayIs> {
    let off = calendar.reason(of(day)?, week_of(week)).ok()?;
    Some(DayIs { off })
}

/// The deadlines of the term *move* that shift and whose time includes a day.
fn shifts(both: &[Calendar<'_>; 2], law: &Law, day: Day, week: Week) -> Vec<Shift> {
    let Some(term) = law.terms.iter().find(|term| term.term.is("move")) else {
        return Vec::new();
    };
    let deadline = |calendar: &Calendar<'_>, event: Day, first: crate::Word, lenient: bool| {
        let counted = if first.is("event") {
            FirstDay::Counted
        } else {
            FirstDay::NotCounted
        };
        let from = of(event)?;
        let last = if term.unit.is("working") {
            calendar.add_working_days(from, term.days, counted, week_of(week))
        } else {
            let more = i32::from(term.days) - i32::from(first.is("event"));
            let last = from.plus(more)?;
            if lenient {
                calendar.next_working_day(last, week_of(week))
            } else {
                Ok(last)
            }
        };
        back(last.ok()?)
    };
    // An event whose time reaches the day cannot be long before it: at most as many days off lie between.
    let reach = 2 * i32::from(term.days) + 21;
    let mut found = Vec::new();
    for back in (0..=reach).rev() {
        let event = day.plus(-back);
        let window = |calendar: &Calendar<'_>| {
            let strict = deadline(calendar, event, term.strict, false)?;
            Some((strict, deadline(calendar, event, term.lenient, true)?))
        };
        let [old, new] = both;
        if let (Some(old), Some(new)) = (window(old), window(new))
            && old != new
            && day <= old.1.max(new.1)
        {
            found.push(Shift {
                event,
                strict: [old.0, new.0],
                lenient: [old.1, new.1],
            });
        }
    }
    found
}
