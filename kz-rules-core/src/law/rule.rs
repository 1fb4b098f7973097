//! A rule: a row of an edition's table.

use time::Date;

use super::Provision;
use crate::closed_set::closed_set;
use crate::facts::{Action, AgeBand, Answer, Fact, Occasion, Standing, VisaChannel};
use crate::region::Region;
use crate::set::{Set, bit};

closed_set! {
    /// What the law asks of a person as to fingerprinting (legal model, section 4).
    pub enum Obligation {
        /// Fingerprinting is mandatory.
        Mandatory = 1, "mandatory";
        /// Fingerprinting is voluntary.
        Voluntary = 2, "voluntary";
        /// Nothing is required.
        NotRequired = 3, "not_required";
        /// The requirement is suspended.
        Suspended = 4, "suspended";
        /// The rules are not in force yet.
        NotInForce = 5, "not_in_force";
    }
}

/// A row: which completions it takes, on which days, and what it decides.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub(crate) takes: Region,
    pub(crate) until: Option<Date>,
    pub(crate) obligation: Obligation,
    pub(crate) basis: Provision,
}

/// A row that takes everyone on every day, until it is narrowed.
pub(super) const fn row(obligation: Obligation, basis: Provision) -> Rule {
    Rule {
        takes: Region::ALL,
        until: None,
        obligation,
        basis,
    }
}

macro_rules! wanting {
    ($($(#[$doc:meta])* $method:ident / $known:ident: $fact:ident($kind:ty);)+) => {
        impl Rule {
            $(
                $(#[$doc])*
                pub(super) const fn $method(mut self, mut wanted: &[$kind]) -> Self {
                    let mut values = 0;
                    while let [value, rest @ ..] = wanted {
                        values |= bit(value.code());
                        wanted = rest;
                    }
                    self.takes = self.takes.with(Fact::$fact, values);
                    self
                }

                #[doc = concat!("The values of `", stringify!($method), "` that the row wants.")]
                #[must_use]
                pub const fn $known(&self) -> Set<$kind> {
                    Set::from_bits(self.takes.values(Fact::$fact))
                }
            )+
        }
    };
}

wanting! {
    /// Only these occasions.
    occasion / occasions: Occasion(Occasion);
    /// Only these standings.
    standing / standings: Standing(Standing);
    /// Only these ages.
    age / ages: Birth(AgeBand);
    /// Only if the answer to "already fingerprinted?" is this.
    fingerprinted / fingerprinted_is: Fingerprinted(Answer);
    /// Only these actions.
    action / actions: Action(Action);
    /// Only these visa channels.
    visa_channel / visa_channels: VisaChannel(VisaChannel);
    /// Only if the answer to "permanently residing?" is this.
    permanent_resident / permanent_resident_is: PermanentResident(Answer);
    /// Only if the answer to "already held on 2024-01-01?" is this.
    held_at_commencement / held_at_commencement_is: HeldAtCommencement(Answer);
}

impl Rule {
    /// Only on days before this one.
    pub(super) const fn before(mut self, day: Date) -> Self {
        self.until = Some(day);
        self
    }

    /// What the row decides.
    #[must_use]
    pub const fn obligation(&self) -> Obligation {
        self.obligation
    }

    /// The provision the row rests on.
    #[must_use]
    pub const fn basis(&self) -> Provision {
        self.basis
    }

    /// The first day on which the row no longer applies; none if it does not end.
    #[must_use]
    pub const fn until(&self) -> Option<Date> {
        self.until
    }
}
