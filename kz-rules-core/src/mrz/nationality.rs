//! Whose citizen the holder is (part 3, section 5).

use crate::base::closed_set::closed_set;

closed_set! {
    /// What a zone says about the holder's nationality.
    pub enum MrzNationality {
        /// A citizen of a country, whose code it gives.
        Country = 1, "country";
        /// A stateless person: XXA.
        Stateless = 2, "stateless";
        /// A refugee, who may have a nationality or none: XXB or XXC.
        Refugee = 3, "refugee";
        /// No country: unspecified (XXX), an organisation (EUE, UNA, UNK, UNO, and other codes that begin with X), or
        /// British but not a citizen (GBD, GBN, GBO, GBP, GBS).
        Unspecified = 4, "unspecified";
    }
}

impl MrzNationality {
    /// The nationality for three characters, and the country's code in the form of ISO 3166-1; none if they have no
    /// meaning.
    pub(super) fn read(code: [u8; 3]) -> Option<(Self, [u8; 3])> {
        let nationality = match &code {
            b"XXA" => Self::Stateless,
            b"XXB" | b"XXC" => Self::Refugee,
            // The European Union, and three of the United Nations.
            b"EUE" | b"UNA" | b"UNK" | b"UNO" => Self::Unspecified,
            b"GBD" | b"GBN" | b"GBO" | b"GBP" | b"GBS" => Self::Unspecified,
            // Only Germany has kept a shorter code.
            b"D<<" => return Some((Self::Country, *b"DEU")),
            letters if !letters.iter().all(u8::is_ascii_uppercase) => return None,
            // ISO 3166-1 gives no country a code that begins with X; organisations use such codes.
            [b'X', ..] => Self::Unspecified,
            _ => Self::Country,
        };
        Some((nationality, code))
    }
}
