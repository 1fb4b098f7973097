//! Days, spans of days, days of every year, and moments.

use time::{Date, Month};

/// A day from 0001-01-01 to 9999-12-31, or the day after the last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u32);

impl Day {
    /// 0001-01-01.
    pub const FIRST: Self = Self(0);
    /// The day after 9999-12-31: not a date, but the end of a span that never ends.
    pub const END: Self = Self(3_652_059);
    const JULIAN_FIRST: i32 = 1_721_426;

    /// The day of a calendar date, if the date exists.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        let month = Month::try_from(month).ok()?;
        let date = Date::from_calendar_date(i32::from(year), month, day).ok()?;
        u32::try_from(date.to_julian_day() - Self::JULIAN_FIRST)
            .ok()
            .map(Self)
    }

    /// The day written `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let [year, month, day] = numbers(text, ['-', '-'], [4, 2, 2])?;
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// The date, none for [`Day::END`].
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let julian = i32::try_from(self.0)
            .ok()?
            .checked_add(Self::JULIAN_FIRST)?;
        Date::from_julian_day(julian)
            .ok()
            .filter(|date| date.year() <= 9999)
    }

    /// Days since 0001-01-01.
    #[must_use]
    pub fn number(self) -> u32 {
        self.0
    }

    /// The day some days later, from 0001-01-01 to [`Day::END`].
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add_signed(days)).min(Self::END)
    }

    /// The next day, at most [`Day::END`].
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1)).min(Self::END)
    }

    /// The day before, at least [`Day::FIRST`].
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The year; 10000 for [`Day::END`].
    #[must_use]
    pub fn year(self) -> u16 {
        self.date()
            .and_then(|date| u16::try_from(date.year()).ok())
            .unwrap_or(10_000)
    }

    /// The day of the week: 1 for Monday, 7 for Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        // 0001-01-01 was a Monday.
        u8::try_from(self.0 % 7).unwrap_or(0) + 1
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.date() {
            Some(date) => write!(
                f,
                "{:04}-{:02}-{:02}",
                date.year(),
                u8::from(date.month()),
                date.day()
            ),
            None => f.write_str("never"),
        }
    }
}

impl std::fmt::Debug for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

/// The days from one day to the day before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub from: Day,
    /// The first day that is no longer included.
    pub until: Day,
}

impl Days {
    /// Every day.
    pub const ALL: Self = Self {
        from: Day::FIRST,
        until: Day::END,
    };

    /// The days that are in both spans.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            from: self.from.max(other.from),
            until: self.until.min(other.until),
        }
    }

    /// Whether there is no day in it.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.until <= self.from
    }

    /// Whether the day is in it.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day < self.until
    }

    /// Whether every day of `other` is in it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        other.is_empty() || (self.from <= other.from && other.until <= self.until)
    }

    /// "from 2024-01-01", "until 2025-07-01" (exclusive), both, or nothing for every day.
    #[must_use]
    pub fn words(self) -> String {
        let mut words = Vec::new();
        if self.from > Day::FIRST {
            words.push(format!("from {}", self.from));
        }
        if self.until < Day::END {
            words.push(format!("until {}", self.until));
        }
        words.join(" ")
    }
}

/// A day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearDay {
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
}

impl YearDay {
    /// The day written `MM-DD`; 02-29 is allowed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let [month, day] = numbers(text, ['-'], [2, 2])?;
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Day::new(2024, month, day).map(|_| Self { month, day })
    }

    /// The day in a year, if the year has it.
    #[must_use]
    pub fn of(self, year: u16) -> Option<Day> {
        Day::new(year, self.month, self.day)
    }
}

impl std::fmt::Display for YearDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

/// A minute of UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// Minutes since its start, below 1440.
    pub minute: u16,
}

impl Moment {
    /// The moment written `YYYY-MM-DDTHH:MMZ`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let [hour, minute] = numbers(time, [':'], [2, 2])?;
        (hour < 24 && minute < 60).then_some(())?;
        Some(Self {
            day: Day::parse(date)?,
            minute: hour * 60 + minute,
        })
    }

    /// The minute of a number of seconds since 1970-01-01T00:00Z; none outside the years 1 to 9999.
    #[must_use]
    pub fn of_unix(seconds: i64) -> Option<Self> {
        let time = time::OffsetDateTime::from_unix_timestamp(seconds).ok()?;
        let year = u16::try_from(time.year()).ok()?;
        Some(Self {
            day: Day::new(year, time.month().into(), time.day())?,
            minute: u16::from(time.hour()) * 60 + u16::from(time.minute()),
        })
    }

    /// Seconds since 1970-01-01T00:00Z.
    #[must_use]
    pub fn unix(self) -> i64 {
        (i64::from(self.day.number()) - 719_162) * 86_400 + i64::from(self.minute) * 60
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}T{:02}:{:02}Z",
            self.day,
            self.minute / 60,
            self.minute % 60
        )
    }
}

/// Numbers of fixed width, with a separator between each two.
fn numbers<const N: usize, const S: usize>(
    text: &str,
    separators: [char; S],
    widths: [usize; N],
) -> Option<[u16; N]> {
    let mut rest = text;
    let mut all = [0; N];
    for (place, (number, width)) in all.iter_mut().zip(widths).enumerate() {
        let digits = rest.get(..width)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = digits.parse().ok()?;
        rest = rest.get(width..)?;
        if let Some(separator) = separators.get(place) {
            rest = rest.strip_prefix(*separator)?;
        }
    }
    rest.is_empty().then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_from_the_first() {
        assert_eq!(Day::new(1, 1, 1), Some(Day::FIRST));
        assert_eq!(Day::new(9999, 12, 31).map(Day::next), Some(Day::END));
        assert_eq!(Day::parse("2025-07-01").map(Day::weekday), Some(2));
        assert_eq!(Day::parse("1970-01-01").map(Day::number), Some(719_162));
    }

    #[test]
    fn only_dates_that_exist_are_read() {
        for text in [
            "2025-02-29",
            "0000-01-01",
            "2025-7-01",
            "2025-07-01 ",
            "+025-07-01",
            "2025/07/01",
            "é25-07-01",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(
            Day::parse("2024-02-29").map(|day| day.to_string()),
            Some("2024-02-29".into())
        );
    }

    #[test]
    fn moments_have_no_seconds() {
        let moment = Moment::parse("2024-02-29T18:00Z");
        assert_eq!(moment.map(Moment::unix), Some(1_709_229_600));
        for text in [
            "2024-02-29T24:00Z",
            "2024-02-29 18:00Z",
            "2024-02-29T18:00",
            "2024-02-29T18:00:00Z",
        ] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
