//! What a ratified treaty says of a registration.

use crate::base::error::Error;
use crate::law::TreatyKind;

/// What a ratified treaty says of the registration of the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Treaty {
    /// It is not known whether there is one. It counts as none, and a law may have a caution for it.
    #[default]
    Unknown,
    /// There is none.
    None,
    /// It exempts the person.
    Exempt,
    /// It gives the person this number of days, from 1 to 366.
    Days(u16),
}

impl Treaty {
    /// The days that it gives in place of the term's, if it gives any.
    pub(crate) const fn days(self) -> Result<Option<u16>, Error> {
        match self {
            Self::Days(days @ 1..=366) => Ok(Some(days)),
            Self::Days(_) => Err(Error::TreatyDays),
            Self::Unknown | Self::None | Self::Exempt => Ok(None),
        }
    }

    /// What the rows of a law call it.
    pub(crate) const fn kind(self) -> TreatyKind {
        match self {
            Self::Unknown => TreatyKind::NotGiven,
            Self::None => TreatyKind::None,
            Self::Exempt => TreatyKind::Exempt,
            Self::Days(_) => TreatyKind::Days,
        }
    }
}
