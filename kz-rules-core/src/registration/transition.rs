//! The states of a case, and how events change them.

use super::event::EventKind;
use crate::base::closed_set::closed_set;
use crate::base::set::Set;
use crate::law::Finding;

closed_set! {
    /// The state of a registration case.
    pub enum CaseState {
        /// Nothing is submitted, and nothing was ever confirmed.
        New = 1, "new";
        /// Submitted; the host, who provides the place, has to answer.
        AwaitingHost = 2, "awaiting_host";
        /// The last submission is confirmed.
        Registered = 3, "registered";
        /// The last submission is refused.
        Refused = 4, "refused";
        /// The address changed after a registration, which stands until a new one is confirmed.
        Moved = 5, "moved";
        /// The person left Kazakhstan: nothing follows.
        Departed = 6, "departed";
    }
}

impl EventKind {
    /// The states from which the event is possible.
    #[must_use]
    pub const fn possible_from(self) -> Set<CaseState> {
        use CaseState::{AwaitingHost, Moved, New, Refused, Registered};
        match self {
            Self::Submit => CaseState::set(&[New, Refused, Moved, AwaitingHost]),
            Self::HostConfirms | Self::HostDeclines | Self::DataFoundFalse => {
                CaseState::set(&[AwaitingHost])
            }
            Self::Move | Self::StayExtended | Self::Departs => {
                CaseState::set(&[New, AwaitingHost, Registered, Refused, Moved])
            }
        }
    }

    /// Whether the event is refused once the allowed stay is over.
    pub(super) const fn needs_stay(self) -> bool {
        matches!(self, Self::Submit | Self::HostConfirms)
    }

    /// The state to which the event leads from a state that allows it. `registered`: whether there
    /// is an earlier registration; `overstayed`: whether the allowed stay was over.
    pub(super) const fn leads_to(
        self,
        from: CaseState,
        registered: bool,
        overstayed: bool,
    ) -> CaseState {
        match self {
            Self::Submit | Self::HostConfirms if overstayed => CaseState::Refused,
            Self::Submit => CaseState::AwaitingHost,
            Self::HostConfirms => CaseState::Registered,
            Self::HostDeclines | Self::DataFoundFalse => CaseState::Refused,
            Self::Move if registered => CaseState::Moved,
            Self::Move => CaseState::New,
            Self::StayExtended => from,
            Self::Departs => CaseState::Departed,
        }
    }

    /// Why the submission is refused after the event, if it is. `before`: why it was before.
    pub(super) const fn finding(
        self,
        after: CaseState,
        before: Option<Finding>,
    ) -> Option<Finding> {
        match (after, self) {
            (CaseState::Refused, Self::StayExtended) => before,
            (CaseState::Refused, Self::HostDeclines) => Some(Finding::HostDeclined),
            (CaseState::Refused, Self::DataFoundFalse) => Some(Finding::FalseData),
            (CaseState::Refused, _) => Some(Finding::StayExceeded),
            _ => None,
        }
    }
}
