//! What a log of `defmt` says of a value: what its `Debug` says, so nothing of a person that is hidden
<<<<<<< HEAD
//! there. Most types derive that where they are declared; here are those that cannot: what hides
//! personal data, and what is no plain list of fields.

use defmt::{Format, Formatter, write};
use heapless::Vec;

use crate::base::day::Day;
use crate::base::set::{Set, Value};
use crate::base::static_text::Text;
use crate::decide::Assessment;
use crate::facts::{Birth, Facts, Known};
use crate::iin::{Hint, Iin};
use crate::law::{Law, MAX_BASIS, MAX_CAUTIONS, MAX_ROW_PROVISIONS, Milestone};
use crate::plan::{MAX_STEPS, Plan, PlanStep};
use crate::records::{Identifier, Receipt};
use crate::registration::{Certificate, CertificateData};
=======
//! there. Most types derive that where they are declared. Those that say it in their own words, or read
//! it from a law, have their `Debug` written into the log.

use defmt::{Debug2Format, Format, Formatter, write};

use crate::base::set::Value;
use crate::{
    Assessment, Birth, Calendar, Certificate, CertificateData, Day, Facts, Hint, Identifier, Iin,
    Law, Milestone, Plan, PlanStep, Receipt, Set, Text,
};
>>>>>>> abitests

macro_rules! as_debug {
    ($($kind:ty),+ $(,)?) => { $(
        impl Format for $kind {
            fn format(&self, f: Formatter<'_>) {
                write!(f, "{}", Debug2Format(self));
            }
        }
    )+ };
}

as_debug! {
    Assessment<'_>, Birth, Calendar<'_>, Certificate<'_>, CertificateData<'_>, Day, Facts, Hint,
    Identifier, Iin, Law<'_>, Milestone<'_>, Plan<'_>, PlanStep<'_>, Receipt, Text<'_>,
}

#[cfg(feature = "qr")]
as_debug!(crate::Qr<'_>);

impl<T: Value> Format for Set<T> {
    fn format(&self, f: Formatter<'_>) {
<<<<<<< HEAD
        write!(f, "Qr({=u8}, hidden)", self.side());
    }
}

// What is no plain list of fields.

impl Format for Day {
    fn format(&self, f: Formatter<'_>) {
        write!(
            f,
            "{=u16:04}-{=u8:02}-{=u8:02}",
            self.year(),
            self.month(),
            self.day()
        );
    }
}

/// The law's name and sequence tell which it is.
impl Format for Law<'_> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "Law({=str}, {=u32})", self.name(), self.sequence());
    }
}

impl Format for Milestone<'_> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "Milestone {{ day: {} }}", self.day());
    }
}

impl Format for Facts {
    fn format(&self, f: Formatter<'_>) {
        write!(
            f,
            "Facts {{ known: {}, birth: {}, declined: {} }}",
            Known(self),
            self.birth(),
            self.declined(),
        );
    }
}

impl Format for Text<'_> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{=str:?}", self.as_str());
    }
}

/// Without `holds_until`, which of a minor is a birthday.
impl Format for Assessment<'_> {
    fn format(&self, f: Formatter<'_>) {
        write!(
            f,
            "Assessment {{ outcome: {}, basis: {}, relevant: {}, conflict: {}, cautions: {}, law_known: {} }}",
            self.outcome(),
            self.basis().collect::<Vec<_, MAX_BASIS>>(),
            self.relevant,
            self.conflict(),
            self.cautions().collect::<Vec<_, MAX_CAUTIONS>>(),
            self.law_known,
        );
    }
}

impl Format for Plan<'_> {
    fn format(&self, f: Formatter<'_>) {
        write!(
            f,
            "Plan {{ verdict: {}, steps: {}, blocked: {}, basis: {}, relevant: {}, ask: {}, ways_out: {}, \
             cautions: {}, law_known: {} }}",
            self.verdict,
            self.steps().collect::<Vec<_, MAX_STEPS>>(),
            self.blocked,
            self.basis().collect::<Vec<_, MAX_ROW_PROVISIONS>>(),
            self.relevant,
            self.ask,
            self.ways_out,
            self.cautions().collect::<Vec<_, MAX_CAUTIONS>>(),
            self.law_known,
        );
    }
}

impl Format for PlanStep<'_> {
    fn format(&self, f: Formatter<'_>) {
        let mut entries = Entries::of(f);
        for provision in self.provisions() {
            entries.next();
            write!(f, "{}", provision);
        }
        entries.finish();
        write!(f, " for {}", self.step);
    }
}

/// Nothing of the facts but that they are there.
impl Format for Receipt {
    fn format(&self, f: Formatter<'_>) {
        write!(
            f,
            "Receipt {{ library: {}, law: {=str}, sequence: {=u32}, on: {}, settings: {}, obligations: {} }}",
            self.library(),
            self.law_name(),
            self.law_sequence(),
            self.on(),
            self.settings(),
            self.obligations(),
        );
=======
        write!(f, "{}", Debug2Format(self));
>>>>>>> abitests
    }
}
