//! What the law says about a country: section 10.

use crate::Wrong;
use crate::law::Law;
use time::Date;

/// How long one may stay without a visa; each number may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Days an entry.
    pub per_entry: Option<u16>,
    /// Days in any window.
    pub total: Option<u16>,
    /// Days of the window.
    pub window: Option<u16>,
}

/// A row of *Countries*.
#[derive(Clone, Debug)]
pub struct Country {
    /// Its codes of two and of three letters, and its number.
    pub codes: [String; 3],
    pub(crate) pilot: Option<u8>,
    pub(crate) stay: Rule,
    pub(crate) stay_provision: Option<u8>,
    pub(crate) stay_from: Option<Date>,
    pub(crate) treaty: Option<u16>,
    pub(crate) treaty_provision: Option<u8>,
}

/// What holds for a country on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Whether missions there are in the pilot; if not, it is unknown.
    pub pilot: bool,
    /// The stay rule.
    pub stay: Option<Rule>,
    /// Whether the stay regime is `up_to_90`; else it is `other`.
    pub up_to_90: bool,
    /// Days of the treaty.
    pub treaty: Option<u16>,
    /// The provisions of the stay and the treaty. They come from reports.
    pub provisions: Vec<u8>,
}

fn is_code(code: &str) -> bool {
    let letters = code.bytes().all(|byte| byte.is_ascii_uppercase());
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    (letters && matches!(code.len(), 2 | 3)) || (digits && code.len() == 3)
}

/// Looks a country up.
pub fn country(law: &Law, code: &str, on: Date) -> Result<About, Wrong> {
    if !is_code(code) {
        return Err(Wrong::CountryCode);
    }
    let mut about = About::default();
    let known = |row: &&Country| row.codes.iter().any(|known| known == code);
    let Some(row) = law.countries.iter().find(known) else {
        return Ok(about);
    };
    about.pilot = row
        .pilot
        .is_some_and(|provision| law.applies(provision, on));
    if let Some(provision) = row.stay_provision
        && law.applies(provision, on)
        && row.stay_from.is_none_or(|from| from <= on)
    {
        about.stay = Some(row.stay);
        about.up_to_90 = row.stay.per_entry.is_some_and(|days| days <= 90);
        about.provisions.push(provision);
    }
    if let Some(provision) = row.treaty_provision
        && law.applies(provision, on)
    {
        about.treaty = row.treaty;
        about.provisions.push(provision);
    }
    Ok(about)
}
