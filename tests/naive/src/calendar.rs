//! Working days: section 8.

use crate::Wrong;
use crate::page::{parse_date, parse_number};
use time::{Date, Duration, Month, Weekday};

/// The working week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Week {
    /// Rest days are Saturday and Sunday.
    #[default]
    Five,
    /// The rest day is Sunday.
    Six,
}

impl Week {
    fn rests(self, day: Date) -> bool {
        match day.weekday() {
            Weekday::Sunday => true,
            Weekday::Saturday => self == Week::Five,
            _ => false,
        }
    }
}

/// A laid-out year.
#[derive(Clone, Debug)]
struct Year {
    year: i32,
    projected: bool,
    /// Whether each day of the year is a working day.
    working: Vec<bool>,
}

/// The calendar of one week.
#[derive(Clone, Debug)]
pub struct Calendar {
    years: Vec<Year>,
}

/// A day in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Whether it is a working day.
    pub working: bool,
    /// Whether its year is projected, and not published.
    pub projected: bool,
}

/// A row of *Holidays*.
struct Holiday {
    month: Month,
    day: u8,
    first: u16,
    last: u16,
    substituted: bool,
}

impl Holiday {
    fn read(row: &[String]) -> Option<Holiday> {
        let (month, day) = row[0].split_once('-')?;
        let year = |cell: &str, open| match cell {
            "" => Some(open),
            _ => parse_number(cell),
        };
        Some(Holiday {
            month: Month::try_from(u8::try_from(parse_number(month)?).ok()?).ok()?,
            day: u8::try_from(parse_number(day)?).ok()?,
            first: year(&row[2], 0)?,
            last: year(&row[3], u16::MAX)?,
            substituted: row[4] == "yes",
        })
    }

    fn day_in(&self, year: i32) -> Option<Date> {
        let valid = i32::from(self.first) <= year && year <= i32::from(self.last);
        let day = Date::from_calendar_date(year, self.month, self.day).ok()?;
        valid.then_some(day)
    }
}

fn place(day: Date) -> usize {
    usize::from(day.ordinal() - 1)
}

/// Lays out a year: holidays and movable days, then substitutes, then transfers.
fn lay_out(
    week: Week,
    year: i32,
    holidays: &[Holiday],
    movable: &[Date],
    transfers: &[(Date, Date)],
) -> Result<Vec<bool>, String> {
    let days = usize::from(time::util::days_in_year(year));
    let mut off = vec![false; days];
    let mut fixed: Vec<(Date, bool)> = Vec::new();
    for holiday in holidays {
        fixed.extend(holiday.day_in(year).map(|day| (day, holiday.substituted)));
    }
    fixed.sort();
    let moving = movable.iter().filter(|day| day.year() == year);
    for day in fixed.iter().map(|(day, _)| day).chain(moving) {
        off[place(*day)] = true;
    }
    for (holiday, substituted) in fixed {
        if substituted && week.rests(holiday) {
            let mut day = holiday;
            while week.rests(day) || off[place(day)] {
                day = day
                    .next_day()
                    .filter(|day| day.year() == year)
                    .ok_or("no day for a substitute")?;
            }
            off[place(day)] = true;
        }
    }
    let first = Date::from_ordinal_date(year, 1).map_err(|error| error.to_string())?;
    let mut working = Vec::new();
    for (at, off) in off.iter().enumerate() {
        working.push(!off && !week.rests(first + Duration::days(at as i64)));
    }
    if week == Week::Five {
        for (worked, free) in transfers {
            if worked.year() == year {
                working[place(*worked)] = true;
            }
            if free.year() == year {
                working[place(*free)] = false;
            }
        }
    }
    Ok(working)
}

impl Calendar {
    /// Reads the tables, which `rows` finds by heading and width.
    pub(crate) fn read<'a>(
        week: Week,
        rows: impl Fn(&str, usize) -> Result<&'a [Vec<String>], String>,
    ) -> Result<Calendar, String> {
        let bad = |row: &[String]| format!("cannot read {row:?}");
        let mut holidays = Vec::new();
        for row in rows("Holidays", 5)? {
            holidays.push(Holiday::read(row).ok_or_else(|| bad(row))?);
        }
        let mut movable = Vec::new();
        for row in rows("Movable days", 2)? {
            movable.push(parse_date(&row[0]).ok_or_else(|| bad(row))?);
        }
        let mut transfers = Vec::new();
        for row in rows("Transfers", 2)? {
            let worked = parse_date(&row[0]).ok_or_else(|| bad(row))?;
            transfers.push((worked, parse_date(&row[1]).ok_or_else(|| bad(row))?));
        }
        let mut years = Vec::new();
        for row in rows("Years", 3)? {
            let from = parse_number(&row[0]).ok_or_else(|| bad(row))?;
            let to = parse_number(&row[1]).ok_or_else(|| bad(row))?;
            for year in i32::from(from)..=i32::from(to) {
                years.push(Year {
                    year,
                    projected: row[2] == "projected",
                    working: lay_out(week, year, &holidays, &movable, &transfers)?,
                });
            }
        }
        Ok(Calendar { years })
    }

    /// A calendar that the caller supplies replaces the law's for a whole year.
    pub fn supply(&mut self, year: i32, projected: bool, working: Vec<bool>) {
        self.years.retain(|known| known.year != year);
        self.years.push(Year {
            year,
            projected,
            working,
        });
    }

    /// A day.
    pub fn day(&self, day: Date) -> Result<Day, Wrong> {
        let year = self.years.iter().find(|year| year.year == day.year());
        let year = year.ok_or(Wrong::CalendarNotCovered)?;
        Ok(Day {
            working: year.working[place(day)],
            projected: year.projected,
        })
    }

    /// The first working day from a day on.
    pub(crate) fn working_from(&self, mut day: Date) -> Result<Date, Wrong> {
        while !self.day(day)?.working {
            day = day.next_day().ok_or(Wrong::CalendarNotCovered)?;
        }
        Ok(day)
    }
}
