//! A `defmt` log shows of a value what its `Debug` shows, so what is hidden there stays hidden. Most
//! types derive this where they are declared. Types with a `Debug` of their own have its output written
//! into the log.

use defmt::{Debug2Format, Format, Formatter, write};

use crate::base::set::Value;
use crate::{
    Assessment, Birth, Calendar, Day, Facts, IinWay, Law, Milestone, ParseError, Plan, PlanStep,
    Provision, Receipt, Rejection, Set, SetIter, Text, UnknownCode,
};

macro_rules! as_debug {
    ($($kind:ty),+ $(,)?) => { $(
        impl defmt::Format for $kind {
            fn format(&self, f: defmt::Formatter<'_>) {
                // The hint prevents quotes where a derived type has it as a field.
                defmt::write!(f, "{:01}", defmt::Debug2Format(self));
            }
        }
    )+ };
}
pub(crate) use as_debug;

as_debug! {
    Assessment<'_>, Birth, Calendar<'_>, Day, Facts, IinWay<'_>, Law<'_>, Milestone<'_>, ParseError, Plan<'_>, PlanStep<'_>, Provision,
    Receipt, Rejection, Text<'_>, UnknownCode,
}

#[cfg(feature = "qr")]
as_debug!(crate::Qr<'_>);

impl<T: Value> Format for SetIter<T> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{:01}", Debug2Format(self));
    }
}

impl<T: Value> Format for Set<T> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{:01}", Debug2Format(self));
    }
}
