//! What a log of `defmt` says of a value: what its `Debug` says, so nothing of a person that is hidden
//! there. Most types derive that where they are declared. Those that say it in their own words, or read
//! it from a law, have their `Debug` written into the log.

use defmt::{Debug2Format, Format, Formatter, write};

use crate::base::set::Value;
use crate::{
    Assessment, Birth, Calendar, Certificate, CertificateData, Day, Facts, Hint, Identifier, Iin,
    IinWay, Law, Milestone, Plan, PlanStep, Provision, Receipt, Set, Text,
};

macro_rules! as_debug {
    ($($kind:ty),+ $(,)?) => { $(
        impl Format for $kind {
            fn format(&self, f: Formatter<'_>) {
                // The hint keeps quotes away where a derived type has it as a field.
                write!(f, "{:01}", Debug2Format(self));
            }
        }
    )+ };
}

as_debug! {
    Assessment<'_>, Birth, Calendar<'_>, Certificate<'_>, CertificateData<'_>, Day, Facts, Hint,
    Identifier, Iin, IinWay<'_>, Law<'_>, Milestone<'_>, Plan<'_>, PlanStep<'_>, Provision, Receipt, Text<'_>,
}

#[cfg(feature = "qr")]
as_debug!(crate::Qr<'_>);

impl<T: Value> Format for Set<T> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{:01}", Debug2Format(self));
    }
}
