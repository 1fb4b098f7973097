//! What a ratified treaty says about a registration.

use crate::base::closed_set::closed_set;
use crate::base::error::Error;
use crate::law::ToldTreaty;

closed_set! {
    /// What a ratified treaty says about the registration; 0: it is not known whether there is one.
    pub enum TreatyKind {
        /// There is none.
        None = 1, "none";
        /// It exempts the person.
        Exempt = 2, "exempt";
        /// It gives the person a number of days.
        Days = 3, "days";
    }
}

/// What a ratified treaty says about the registration of the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[allow(clippy::exhaustive_enums, reason = "the law knows no other kind")]
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
    /// What it says, without the number of days; none if it is not known whether there is one.
    #[must_use]
    pub const fn kind(self) -> Option<TreatyKind> {
        match self {
            Self::Unknown => None,
            Self::None => Some(TreatyKind::None),
            Self::Exempt => Some(TreatyKind::Exempt),
            Self::Days(_) => Some(TreatyKind::Days),
        }
    }

    /// The days that it gives instead of the term's, if it gives any.
    pub(crate) const fn days(self) -> Result<Option<u16>, Error> {
        match self {
            Self::Days(days @ 1..=366) => Ok(Some(days)),
            Self::Days(_) => Err(Error::TreatyDays),
            Self::Unknown | Self::None | Self::Exempt => Ok(None),
        }
    }

    /// The same, as the rows of a law name it.
    pub(crate) const fn told(self) -> ToldTreaty {
        match self {
            Self::Unknown => ToldTreaty::NotGiven,
            Self::None => ToldTreaty::None,
            Self::Exempt => ToldTreaty::Exempt,
            Self::Days(_) => ToldTreaty::Days,
        }
    }
}
