//! `Debug` and logs show only the type's name for types that hold a person's days, names or numbers. A day of
//! arrival, or the last day of a stay, is as personal as a birthday.

use core::fmt;

use crate::{
    Arrival, Case, CaseDay, Certificate, CertificateData, Deadline, Event, Hint, Identifier, Iin,
    LastDay, PastEvent, Registered, Skipped, Stay, StayAnswer, TermQuestion, Window,
};

macro_rules! hidden {
    ($($kind:ident $(<$a:lifetime>)?),+ $(,)?) => { $(
        impl fmt::Debug for $kind $(<$a>)? {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($kind), "(hidden)"))
            }
        }

        #[cfg(feature = "defmt")]
        crate::log::as_debug!($kind $(<$a>)?);
    )+ };
}

hidden! {
    Arrival,
    Case,
    CaseDay,
    Certificate<'_>,
    CertificateData<'_>,
    Deadline,
    Event,
    Hint,
    Identifier,
    Iin,
    LastDay,
    PastEvent,
    Registered<'_>,
    Skipped,
    Stay,
    StayAnswer,
    TermQuestion,
    Window,
}

#[cfg(feature = "mrz")]
use crate::Mrz;
#[cfg(feature = "mrz")]
hidden! {
    Mrz,
}
