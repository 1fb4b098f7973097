//! Writes machine-readable zones as in Doc 9303 for made-up holders, independently of the reader.

use std::fmt::Write as _;

/// The layouts, by their words.
pub const LAYOUTS: [&str; 5] = ["td1", "td2", "td3", "mrv_a", "mrv_b"];

/// The data of a zone.
#[derive(Clone, Debug)]
pub struct Holder {
    /// One of [`LAYOUTS`].
    pub layout: &'static str,
    /// Two characters.
    pub document: String,
    /// The document's number; with more than nine characters it continues in the optional data of td1 and
    /// td2.
    pub number: String,
    /// Three characters.
    pub nationality: String,
    /// Year, month and day, of two digits each, or none.
    pub birth: [Option<u8>; 3],
    /// Year, month and day.
    pub expiry: [u8; 3],
    /// Names, with fillers between them.
    pub name: String,
    /// Data that the state adds.
    pub optional: String,
}

impl Holder {
    /// The lines.
    pub fn lines(&self) -> Vec<String> {
        let head = format!("{}UTO", self.document);
        let mut birth = String::new();
        for pair in self.birth {
            match pair {
                Some(number) => write!(birth, "{number:02}").expect("a string"),
                None => birth += "<<",
            }
        }
        let [year, month, day] = self.expiry;
        let birth = checked(&birth);
        let expiry = checked(&format!("{year:02}{month:02}{day:02}"));
        let nationality = &self.nationality;
        if self.layout == "td1" {
            let first = pad(&format!("{head}{}", self.number_and_more()), 30);
            let second = pad(&format!("{birth}F{expiry}{nationality}"), 29);
            let over = [&first[5..], &birth, &expiry, &second[18..]].concat();
            return vec![first, second + &digit(&over), pad(&self.name, 30)];
        }
        let width = if ["td3", "mrv_a"].contains(&self.layout) {
            44
        } else {
            36
        };
        let first = pad(&format!("{head}{}", self.name), width);
        let (number, optional) = match self.layout {
            "td2" => {
                let all = pad(&self.number_and_more(), 17);
                (all[..10].to_owned(), all[10..].to_owned())
            }
            "td3" => (
                checked(&pad(&self.number, 9)),
                checked(&pad(&self.optional, 14)),
            ),
            _ => (
                checked(&pad(&self.number, 9)),
                pad(&self.optional, width - 28),
            ),
        };
        let mut second = format!("{number}{nationality}{birth}F{expiry}{optional}");
        if second.len() < width {
            second += &digit(&[number, birth, expiry, optional].concat());
        }
        vec![first, second]
    }

    /// The number with its check digit, and the optional data.
    fn number_and_more(&self) -> String {
        match self.number.split_at_checked(9) {
            Some((first, rest)) if !rest.is_empty() => {
                format!("{first}<{rest}{}<{}", digit(&self.number), self.optional)
            }
            _ => checked(&pad(&self.number, 9)) + &self.optional,
        }
    }
}

/// Pads a text with fillers, or cuts it off.
fn pad(text: &str, length: usize) -> String {
    text.chars()
        .chain(std::iter::repeat('<'))
        .take(length)
        .collect()
}

fn checked(text: &str) -> String {
    text.to_owned() + &digit(text)
}

/// The check digit of a text.
fn digit(text: &str) -> String {
    const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let values = text.chars().map(|c| ALPHABET.find(c).unwrap_or(0));
    let sum: usize = values
        .enumerate()
        .map(|(place, value)| match place % 3 {
            0 => value * 7,
            1 => value * 3,
            _ => value,
        })
        .sum();
    (sum % 10).to_string()
}
