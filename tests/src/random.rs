//! Random questions, the same in every run.

use kz_rules_naive::Law;
use time::{Date, Duration};

/// Random numbers.
pub struct Numbers(u64);

impl Numbers {
    /// Numbers generated from a seed.
    pub fn from(seed: u64) -> Self {
        // The state must not be 0, which would stay 0.
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from 0, less than `end`.
    ///
    /// # Panics
    ///
    /// If `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % u64::try_from(end).expect("a length"))
            .expect("less than that")
    }

    /// True once in so many times.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of some values.
    ///
    /// # Panics
    ///
    /// If there are none.
    pub fn pick<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())].clone()
    }

    /// One of some words, or nothing, once in `times`.
    pub fn word_or_nothing(&mut self, times: usize, words: &[&str]) -> String {
        if self.one_in(times) {
            return String::new();
        }
        self.pick(words).to_owned()
    }
}

/// Days near those on which a law may change its answers.
pub struct Days(Vec<Date>);

impl Days {
    /// Every date on the page of a law, the ends of the years of its calendar, and the ends of the supported time.
    pub fn of(page: &str) -> Self {
        let mut days: Vec<Date> = (0..page.len())
            .filter_map(|at| page.get(at..at + 10))
            .filter_map(date)
            .collect();
        let ends =
            (2023..=2032).map(|year| Date::from_calendar_date(year, time::Month::December, 31));
        days.extend(ends.map(|day| day.expect("a day")));
        days.sort_unstable();
        days.dedup();
        Self(days)
    }

    /// The days themselves, ascending.
    pub fn all(&self) -> &[Date] {
        &self.0
    }

    /// Mostly a day on or next to one on which something changes, or in the years around it; now and then one of the first
    /// or last supported days.
    pub fn any(&self, numbers: &mut Numbers) -> Date {
        match numbers.below(100) {
            0 => later(
                Date::from_ordinal_date(1, 1).expect("a day"),
                numbers.below(40),
            ),
            1 => later(
                Date::from_ordinal_date(9999, 365).expect("a day"),
                numbers.below(3),
            ),
            2..40 => beside(numbers.pick(&self.0), numbers.below(5)),
            _ => later(
                Date::from_ordinal_date(2023, 300).expect("a day"),
                numbers.below(3000),
            ),
        }
    }
}

fn date(text: &str) -> Option<Date> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    if [year.len(), month.len(), day.len()] != [4, 2, 2] {
        return None;
    }
    let month = month.parse::<u8>().ok()?.try_into().ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// From two days before to two days after.
fn beside(day: Date, number: usize) -> Date {
    let days = Duration::days(i64::try_from(number).expect("a few") - 2);
    day.checked_add(days).unwrap_or(day)
}

/// A number of days later; the last supported day, if that is earlier.
pub fn later(day: Date, days: usize) -> Date {
    let days = Duration::days(i64::try_from(days).expect("a few"));
    day.checked_add(days).unwrap_or(Date::MAX)
}

/// A number of days earlier; the first supported day, if that is later.
pub fn earlier(day: Date, days: usize) -> Date {
    let days = Duration::days(i64::try_from(days).expect("a few"));
    let first = Date::from_ordinal_date(1, 1).expect("a day");
    day.checked_sub(days).map_or(first, |day| day.max(first))
}

/// The text of a cell with a day.
pub fn written(day: Date) -> String {
    let (year, month, day) = day.to_calendar_date();
    format!("{year:04}-{:02}-{day:02}", u8::from(month))
}

/// A line of a vector file: the names of its columns, and their texts.
pub type Question = (&'static [&'static str], Vec<String>);

/// A person with about one fact in `unknown` not given: a line of assess or plan.
pub fn person(
    law: &Law,
    days: &Days,
    numbers: &mut Numbers,
    plan: bool,
    unknown: usize,
) -> Question {
    use kz_rules_naive::facts::{FACTS, fact};
    const COLUMNS: [&str; 21] = [
        "on",
        "edition",
        "declined",
        "occasion",
        "standing",
        "birth",
        "fingerprinted",
        "action",
        "visa_channel",
        "permanent_resident",
        "question_1",
        "question_2",
        "question_3",
        "question_4",
        "held_at_commencement",
        "location",
        "may_enter",
        "has_iin",
        "mission_in_pilot",
        "mission_takes_fingerprints",
        "passport_in_foreign_language",
    ];
    let on = days.any(numbers);
    let editions: Vec<_> = law
        .editions
        .iter()
        .map(|edition| edition.name.as_str())
        .collect();
    let edition = match (plan, numbers.one_in(8)) {
        (true, false) => String::new(),
        (true, true) => editions[0].to_owned(),
        (false, _) => numbers.word_or_nothing(4, &editions),
    };
    let mut line = vec![written(on), edition, declined(numbers)];
    for (place, (_, words)) in FACTS.iter().enumerate() {
        let question = place
            .checked_sub(fact::QUESTION_1)
            .and_then(|place| law.questions.get(place));
        let has = question != Some(&false);
        line.push(match place {
            fact::BIRTH => birth(&law.ages, on, numbers),
            _ if has => numbers.word_or_nothing(unknown, words),
            _ => String::new(),
        });
    }
    let columns = if plan { 21 } else { 15 };
    line.truncate(columns);
    (&COLUMNS[..columns], line)
}

/// Now and then some declined facts.
fn declined(numbers: &mut Numbers) -> String {
    let asked = kz_rules_naive::facts::FACTS.map(|(fact, _)| fact);
    if !numbers.one_in(3) {
        return String::new();
    }
    let count = 1 + numbers.below(4);
    let some: Vec<_> = (0..count)
        .map(|_| numbers.pick(&asked))
        .filter(|fact| *fact != "held_at_commencement")
        .collect();
    some.join("|")
}

/// Nothing; or a birth date with which a person reaches an age of the law near this day; or any. In full, or in part.
fn birth(ages: &[u16], on: Date, numbers: &mut Numbers) -> String {
    let mut years: Vec<u16> = ages.to_vec();
    years.extend([0, 30, 80]);
    let year = on.year() - i32::from(numbers.pick(&years));
    let Some(born) = on
        .replace_year(year)
        .ok()
        .or_else(|| Date::from_ordinal_date(year, 60).ok())
    else {
        return String::new();
    };
    if born.year() < 1 {
        return String::new();
    }
    let near = match numbers.below(3) {
        0 => beside(born, numbers.below(5)),
        1 => earlier(born, numbers.below(400)),
        _ => later(born, numbers.below(400)),
    };
    let written = written(if near.year() < 1 { born } else { near });
    let shown = [0, 4, 7, 10, 10, 10];
    written[..numbers.pick(&shown)].to_owned()
}

/// A question about a term: a line of terms.
pub fn term(days: &Days, numbers: &mut Numbers) -> Question {
    const COLUMNS: [&str; 9] = [
        "kind",
        "from",
        "on",
        "week",
        "treaty",
        "stay_regime",
        "standing",
        "arrived_to_live",
        "stay_until",
    ];
    let from = days.any(numbers);
    let on = match numbers.below(20) {
        0 => days.any(numbers),
        1..8 => later(from, numbers.below(8)),
        _ => later(from, numbers.below(60)),
    };
    let line = vec![
        numbers
            .pick(&[
                "registration",
                "registration",
                "move",
                "iin_mission",
                "notice",
            ])
            .to_owned(),
        written(from),
        written(on),
        week(numbers),
        treaty(numbers, true),
        numbers.word_or_nothing(3, &["up_to_90", "other"]),
        numbers.word_or_nothing(3, &["citizen", "foreigner", "stateless"]),
        numbers.word_or_nothing(3, &["yes", "no"]),
        stay_until(from, numbers),
    ];
    (&COLUMNS, line)
}

fn week(numbers: &mut Numbers) -> String {
    numbers.word_or_nothing(2, &["five", "six"])
}

fn treaty(numbers: &mut Numbers, exempt: bool) -> String {
    match numbers.below(8) {
        0..3 => String::new(),
        3 | 4 => "none".into(),
        5 if exempt => "exempt".into(),
        6 => numbers.pick(&["0", "1", "366", "367", "65535"]).into(),
        _ => numbers.below(120).to_string(),
    }
}

fn stay_until(from: Date, numbers: &mut Numbers) -> String {
    match numbers.below(8) {
        0..4 => String::new(),
        4 => written(earlier(from, numbers.below(5))),
        _ => written(later(from, numbers.below(90))),
    }
}

/// A case and its events: a line of registration.
pub fn case(days: &Days, numbers: &mut Numbers) -> Question {
    const COLUMNS: [&str; 5] = ["arrived_on", "stay_until", "treaty", "week", "script"];
    let arrived = days.any(numbers);
    let mut script = Vec::new();
    let mut day = later(arrived, numbers.below(20));
    // Mostly the events that the state allows.
    let mut state = "new";
    for _ in 0..numbers.below(14) {
        day = match numbers.below(30) {
            0 => earlier(day, numbers.below(5)),
            1 => days.any(numbers),
            _ => later(day, numbers.below(15)),
        };
        let likely: &[&str] = match state {
            "awaiting" => &[
                "host_confirms",
                "host_confirms",
                "host_declines",
                "data_found_false",
                "submit",
            ],
            "registered" => &["move", "move", "stay_extended"],
            _ => &["submit", "submit", "submit", "move"],
        };
        let all = [
            "submit",
            "host_confirms",
            "host_declines",
            "data_found_false",
            "move",
            "stay_extended",
            "departs",
        ];
        let kind = if numbers.one_in(12) {
            numbers.pick(&all)
        } else {
            numbers.pick(likely)
        };
        state = match kind {
            "submit" => "awaiting",
            "host_confirms" => "registered",
            "stay_extended" => state,
            _ => "open",
        };
        let more = match kind {
            "submit" => submission(numbers),
            "stay_extended" => format!("/{}", written(later(earlier(day, 3), numbers.below(120)))),
            _ => String::new(),
        };
        script.push(format!("{kind}@{}{more}", written(day)));
    }
    let line = vec![
        written(arrived),
        stay_until(arrived, numbers),
        treaty(numbers, false),
        week(numbers),
        script.join(";"),
    ];
    (&COLUMNS, line)
}

fn submission(numbers: &mut Numbers) -> String {
    let items = [
        "surname",
        "given_name",
        "patronymic",
        "birth_date",
        "passport",
        "host",
        "address",
    ];
    let places = [
        "house",
        "apartment",
        "dormitory",
        "hotel",
        "holiday_home",
        "sanatorium",
        "other_residential",
    ];
    let item = if numbers.one_in(8) {
        format!("-{}", numbers.pick(&items))
    } else {
        String::new()
    };
    let place = if numbers.one_in(20) {
        "warehouse"
    } else {
        numbers.pick(&places)
    };
    format!("/full{item}/{place}")
}

/// Stays without a visa, and a rule: a line of stay.
pub fn stays(days: &Days, numbers: &mut Numbers) -> Question {
    const COLUMNS: [&str; 5] = ["on", "per_entry", "total", "window", "stays"];
    let number = |numbers: &mut Numbers, most: usize| match numbers.below(40) {
        0 => numbers.pick(&["0", "366", "367"]).to_owned(),
        _ => (1 + numbers.below(most)).to_string(),
    };
    // Mostly a valid rule.
    let per_entry = if numbers.one_in(2) {
        String::new()
    } else {
        number(numbers, 40)
    };
    let (mut total, mut window) = (String::new(), String::new());
    if !numbers.one_in(3) {
        let most = 1 + numbers.below(60);
        total = number(numbers, most);
        window = (most + numbers.below(120)).to_string();
    }
    if numbers.one_in(40) {
        window.clear();
    }
    let first = days.any(numbers);
    let mut day = first;
    let mut stays = Vec::new();
    for _ in 0..numbers.below(9) {
        day = later(day, numbers.below(50));
        let left = later(day, numbers.below(30));
        stays.push((day, left));
        day = left;
    }
    let on = match numbers.below(20) {
        0 => earlier(day, numbers.below(20)),
        1 => days.any(numbers),
        _ => later(day, numbers.below(150)),
    };
    if numbers.one_in(20) && stays.len() > 1 {
        stays.swap(0, 1);
    }
    let last = stays.len();
    let going_on = numbers.one_in(2);
    let text = |(place, (entered, left)): (usize, &(Date, Date))| {
        let left = if going_on && place + 1 == last {
            String::new()
        } else {
            written(*left)
        };
        format!("{}/{left}", written(*entered))
    };
    let stays: Vec<_> = stays.iter().enumerate().map(text).collect();
    (
        &COLUMNS,
        vec![written(on), per_entry, total, window, stays.join(";")],
    )
}

/// A country on a day: a line of country.
pub fn country(law: &Law, days: &Days, numbers: &mut Numbers) -> Question {
    let other = ["ZZ", "ZZZ", "000", "kz", "", "A1", "1234"];
    let code = if law.countries.is_empty() || numbers.one_in(10) {
        numbers.pick(&other).to_owned()
    } else {
        let country = &law.countries[numbers.below(law.countries.len())];
        numbers.pick(&country.codes)
    };
    (&["on", "country"], vec![written(days.any(numbers)), code])
}

/// A day of the calendar: a line of calendar.
pub fn calendar(days: &Days, numbers: &mut Numbers) -> Question {
    (
        &["date", "week"],
        vec![
            written(days.any(numbers)),
            numbers.pick(&["five", "six"]).into(),
        ],
    )
}

/// A moment: a line of clock.
pub fn clock(days: &Days, numbers: &mut Numbers) -> Question {
    let day = days.any(numbers);
    let midnight = day.midnight().assume_utc().unix_timestamp();
    let hours = [-7, -6, -5, -4, 0, 5, 6, 12];
    let seconds = numbers.pick(&hours) * 3600 + numbers.pick(&[-1, 0, 1]);
    let unix = match numbers.below(30) {
        0 => numbers.pick(&[i64::MIN, i64::MAX, 0, -1]),
        _ => midnight + seconds,
    };
    (
        &["unix", "zone"],
        vec![unix.to_string(), numbers.pick(&["east", "west"]).into()],
    )
}
