//! From a clock's seconds to a day in Kazakhstan: section 9.

use crate::Wrong;
use crate::law::Law;
use crate::page::{parse_date, parse_number};
use time::{Date, Month};

/// An offset of a zone from a moment on.
#[derive(Clone, Debug)]
struct Offset {
    zone: usize,
    /// In seconds of UTC since 1970.
    from: i64,
    minutes: i64,
}

/// The rows of *Clock*.
#[derive(Clone, Debug)]
pub struct Zones(Vec<Offset>);

/// The zones.
pub const ZONES: [&str; 2] = ["east", "west"];

/// Days since 1970-01-01.
fn day_number(day: Date) -> i64 {
    i64::from(
        day.to_julian_day()
            - Date::from_ordinal_date(1970, 1)
                .expect("a date")
                .to_julian_day(),
    )
}

fn moment(cell: &str) -> Option<i64> {
    let (day, rest) = cell.split_once('T')?;
    let (hour, minute) = rest.strip_suffix('Z')?.split_once(':')?;
    let minutes = i64::from(parse_number(hour)?) * 60 + i64::from(parse_number(minute)?);
    Some(day_number(parse_date(day)?) * 86_400 + minutes * 60)
}

impl Zones {
    pub(crate) fn read(rows: &[Vec<String>]) -> Result<Zones, String> {
        let offset = |row: &Vec<String>| {
            Some(Offset {
                zone: ZONES.iter().position(|zone| *zone == row[0])?,
                from: if row[1].is_empty() {
                    i64::MIN
                } else {
                    moment(&row[1])?
                },
                minutes: row[2].parse().ok()?,
            })
        };
        let mut zones = Vec::new();
        for row in rows {
            zones.push(offset(row).ok_or_else(|| format!("cannot read {row:?}"))?);
        }
        Ok(Zones(zones))
    }
}

/// The local day. `zone` is a place in [`ZONES`].
pub fn local_day(law: &Law, unix: i64, zone: usize) -> Result<Date, Wrong> {
    let offsets = law.zones.0.iter().filter(|row| row.zone == zone);
    let offset = offsets
        .filter(|row| row.from <= unix)
        .max_by_key(|row| row.from)
        .ok_or(Wrong::ClockNotSupported)?;
    let days = (i128::from(unix) + i128::from(offset.minutes) * 60).div_euclid(86_400);
    let first = Date::from_calendar_date(2019, Month::January, 1).expect("a date");
    if days < day_number(first).into() || days > day_number(Date::MAX).into() {
        return Err(Wrong::ClockNotSupported);
    }
    let since = days as i32 - day_number(first) as i32;
    Date::from_julian_day(first.to_julian_day() + since).map_err(|_| Wrong::ClockNotSupported)
}
