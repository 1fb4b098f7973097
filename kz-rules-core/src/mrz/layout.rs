//! The five layouts of a zone: where each field is (parts 4 to 7).

use super::error::{MrzError, MrzExpected};
use crate::base::closed_set::closed_set;

closed_set! {
    /// The size of a document, and so the layout of its zone.
    pub enum MrzLayout {
        /// A card: three lines of 30 characters (part 5).
        Td1 = 1, "td1";
        /// A larger card: two lines of 36 (part 6).
        Td2 = 2, "td2";
        /// A passport: two lines of 44 (part 4).
        Td3 = 3, "td3";
        /// A visa on a page of its own: two lines of 44 (part 7).
        MrvA = 4, "mrv_a";
        /// A smaller visa: two lines of 36 (part 7).
        MrvB = 5, "mrv_b";
    }
}

closed_set! {
    /// The kind of a document with a zone.
    pub enum MrzDocument {
        /// A passport, or another document in place of one: P.
        Passport = 1, "passport";
        /// Another travel document, such as an identity card or a residence permit: A, C or I.
        Card = 2, "card";
        /// A crew member certificate: AC.
        CrewCertificate = 3, "crew_certificate";
        /// A visa of any country: V.
        Visa = 4, "visa";
    }
}

/// A run of characters: its line, its first column and its length, counted as in Doc 9303.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) line: u8,
    pub(super) column: u8,
    pub(super) length: u8,
}

/// The columns of the lines of a card.
pub(super) const CARD: u8 = 30;
/// Those of a larger card or a smaller visa.
pub(super) const LARGER_CARD: u8 = 36;
/// Those of a page of a passport.
pub(super) const PAGE: u8 = 44;

/// How long lines are, and how many.
pub(super) const SIZES: [(u8, u8); 3] = [(CARD, 3), (LARGER_CARD, 2), (PAGE, 2)];

impl Field {
    /// The field right after this one, of one character: that of a check digit.
    pub(super) const fn next(self) -> Self {
        field(self.line, self.column.wrapping_add(self.length), 1)
    }

    /// The character at an offset from the first.
    pub(super) const fn place(self, offset: u8) -> Self {
        field(self.line, self.column.wrapping_add(offset), 1)
    }

    /// The error that something else was expected to begin here.
    pub(super) const fn expected(self, expected: MrzExpected) -> MrzError {
        MrzError {
            line: self.line,
            column: self.column,
            expected,
        }
    }
}

const fn field(line: u8, column: u8, length: u8) -> Field {
    Field {
        line,
        column,
        length,
    }
}

/// The kind of the document.
pub(super) const DOCUMENT: Field = field(1, 1, 2);
/// The state that issued it.
pub(super) const ISSUER: Field = field(1, 3, 3);

/// Where the fields of a layout are. Number, birth and expiry are each followed by a check digit.
pub(super) struct Fields {
    pub(super) number: Field,
    /// Where a number of more than nine characters goes on.
    pub(super) long_number: Option<Field>,
    pub(super) nationality: Field,
    pub(super) birth: Field,
    pub(super) sex: Field,
    pub(super) expiry: Field,
    /// Optional data with a check digit, which may be blank if the data are.
    pub(super) personal_number: Option<Field>,
    pub(super) composite: Option<Composite>,
}

/// The check digit over several fields, and these fields.
pub(super) struct Composite {
    pub(super) digit: Field,
    pub(super) over: &'static [Field],
}

const TD1: Fields = Fields {
    number: field(1, 6, 9),
    long_number: Some(field(1, 16, 15)),
    nationality: field(2, 16, 3),
    birth: field(2, 1, 6),
    sex: field(2, 8, 1),
    expiry: field(2, 9, 6),
    personal_number: None,
    composite: Some(Composite {
        digit: field(2, CARD, 1),
        over: &[
            field(1, 6, 25),
            field(2, 1, 7),
            field(2, 9, 7),
            field(2, 19, 11),
        ],
    }),
};

/// What all documents with two lines have in common.
const VISA: Fields = Fields {
    number: field(2, 1, 9),
    long_number: None,
    nationality: field(2, 11, 3),
    birth: field(2, 14, 6),
    sex: field(2, 21, 1),
    expiry: field(2, 22, 6),
    personal_number: None,
    composite: None,
};

const TD2: Fields = Fields {
    long_number: Some(field(2, 29, 7)),
    composite: Some(Composite {
        digit: field(2, LARGER_CARD, 1),
        over: &[field(2, 1, 10), field(2, 14, 7), field(2, 22, 14)],
    }),
    ..VISA
};

const TD3: Fields = Fields {
    personal_number: Some(field(2, 29, 14)),
    composite: Some(Composite {
        digit: field(2, PAGE, 1),
        over: &[field(2, 1, 10), field(2, 14, 7), field(2, 22, 22)],
    }),
    ..VISA
};

impl MrzLayout {
    pub(super) const fn fields(self) -> &'static Fields {
        match self {
            Self::Td1 => &TD1,
            Self::Td2 => &TD2,
            Self::Td3 => &TD3,
            Self::MrvA | Self::MrvB => &VISA,
        }
    }
}
