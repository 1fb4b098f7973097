//! What a log of `defmt` says of a value: what its `Debug` says, so nothing of a person that is hidden
//! there. Most types derive that where they are declared; here are those that cannot: what hides
//! personal data, what is no plain list of fields, and what holds a [`Date`], of which `defmt` knows nothing.

use defmt::{Format, Formatter, write};
use heapless::Vec;
use time::Date;

use crate::age::Birth;
use crate::assessment::{Assessment, MAX_BASIS, MAX_CAUTIONS};
use crate::calendar::Transfer;
use crate::day::Day;
use crate::facts::Facts;
use crate::iin::{Hint, Iin};
use crate::law::Milestone;
use crate::law::rule::Rule;
use crate::registration::{
    Arrival, Case, Certificate, CertificateData, Event, PastEvent, Registered, Rejection,
};
use crate::set::{Set, Value};
use crate::term::{Deadline, Skipped, Term, Window};
use crate::text::Text;
use crate::ticket::Identifier;

/// The braces and commas of a set or a map.
pub(crate) struct Entries<'a> {
    f: Formatter<'a>,
    any: bool,
}

impl<'a> Entries<'a> {
    pub(crate) fn of(f: Formatter<'a>) -> Self {
        write!(f, "{{");
        Self { f, any: false }
    }

    /// What comes before an entry.
    pub(crate) fn next(&mut self) {
        if self.any {
            write!(self.f, ", ");
        }
        self.any = true;
    }

    pub(crate) fn finish(self) {
        write!(self.f, "}}");
    }
}

impl<T: Value + Format> Format for Set<T> {
    fn format(&self, f: Formatter<'_>) {
        let mut entries = Entries::of(f);
        for value in self.iter() {
            entries.next();
            write!(f, "{}", value);
        }
        entries.finish();
    }
}

// Personal data: that there is a value, and nothing of it.

impl Format for Birth {
    fn format(&self, f: Formatter<'_>) {
        match *self {
            Self::UNKNOWN => write!(f, "Birth(unknown)"),
            birth if !birth.is_supported() => write!(f, "Birth(not supported)"),
            birth if birth.known_day().is_some() => write!(f, "Birth(known, hidden)"),
            _ => write!(f, "Birth(partly known, hidden)"),
        }
    }
}

impl Format for Hint {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "Hint(hidden)");
    }
}

impl Format for Iin {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "Iin(hidden)");
    }
}

impl Format for Identifier {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "Identifier(hidden)");
    }
}

impl Format for CertificateData<'_> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "CertificateData(hidden)");
    }
}

impl Format for Certificate<'_> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "Certificate(hidden)");
    }
}

#[cfg(feature = "qr")]
impl Format for crate::registration::Qr<'_> {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "Qr({=u8}, hidden)", self.side());
    }
}

// Days, and what holds dates.

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

/// A date, as year, month and day.
struct On(Date);

impl Format for On {
    fn format(&self, f: Formatter<'_>) {
        let (year, month, day) = self.0.to_calendar_date();
        if year < 0 {
            write!(f, "-");
        }
        write!(
            f,
            "{=u32:04}-{=u8:02}-{=u8:02}",
            year.unsigned_abs(),
            u8::from(month),
            day
        );
    }
}

/// Writes a type by its fields, none of which can be forgotten.
macro_rules! by_fields {
    ($( $type:ty { $( $field:ident $(: $shown:expr)? ),+ } $text:tt; )+) => {
        $(
            impl Format for $type {
                fn format(&self, f: Formatter<'_>) {
                    let Self { $( $field ),+ } = self;
                    write!(f, $text, $( by_fields!(@ $field $( $shown )?) ),+);
                }
            }
        )+
    };
    (@ $field:ident) => { $field };
    (@ $field:ident $shown:expr) => { $shown };
}

by_fields! {
    Transfer { works: On(*works), off: On(*off) } "Transfer {{ works: {}, off: {} }}";
    Milestone { day: On(*day) } "Milestone {{ day: {} }}";
    Rule { takes, until: until.map(On), obligation, basis }
        "Rule {{ takes: {}, until: {}, obligation: {}, basis: {} }}";
    Skipped { first: first.iter().map(|(day, reason)| (On(*day), *reason)).collect::<Vec<_, 8>>(), count }
        "Skipped {{ first: {}, count: {} }}";
    Deadline { strict: On(*strict), lenient: On(*lenient), stay_until: stay_until.map(On) }
        "Deadline {{ strict: {}, lenient: {}, stay_until: {} }}";
    Window {
        provision, covered, transitional, strict: On(*strict), lenient: On(*lenient), strict_skipped,
        lenient_skipped, certainty, stay_until: stay_until.map(On), cautions
    } "Window {{ provision: {}, covered: {}, transitional: {}, strict: {}, lenient: {}, strict_skipped: {}, \
        lenient_skipped: {}, certainty: {}, stay_until: {}, cautions: {} }}";
    Term {
        from: On(*from), on: On(*on), week, treaty, stay_regime, standing, arrived_to_live,
        stay_until: stay_until.map(On)
    } "Term {{ from: {}, on: {}, week: {}, treaty: {}, stay_regime: {}, standing: {}, arrived_to_live: {}, \
        stay_until: {} }}";
    Arrival { on: On(*on), stay_until: stay_until.map(On), treaty, week }
        "Arrival {{ on: {}, stay_until: {}, treaty: {}, week: {} }}";
    PastEvent { on: On(*on), event, state } "PastEvent {{ on: {}, event: {}, state: {} }}";
    Case {
        arrival, registrations, registered_on: registered_on.map(On), moved_on: moved_on.map(On), events, history
    } "Case {{ arrival: {}, registrations: {}, registered_on: {}, moved_on: {}, events: {}, history: {} }}";
    Registered<'_> { case, since: On(*since) } "Registered {{ case: {}, since: {} }}";
}

impl Format for Event {
    fn format(&self, f: Formatter<'_>) {
        match *self {
            Self::Submit { on, data, place } => {
                write!(
                    f,
                    "Submit {{ on: {}, data: {}, place: {} }}",
                    On(on),
                    data,
                    place
                );
            }
            Self::HostConfirms { on }
            | Self::HostDeclines { on }
            | Self::DataFoundFalse { on }
            | Self::Move { on } => write!(f, "{} {{ on: {} }}", self.kind(), On(on)),
        }
    }
}

impl Format for Rejection {
    fn format(&self, f: Formatter<'_>) {
        match *self {
            Self::NotInForce { on } => write!(f, "NotInForce {{ on: {} }}", On(on)),
            Self::DateBackwards { on, earliest } => {
                write!(
                    f,
                    "DateBackwards {{ on: {}, earliest: {} }}",
                    On(on),
                    On(earliest)
                );
            }
            Self::InvalidEvent { event, state } => {
                write!(f, "InvalidEvent {{ event: {}, state: {} }}", event, state);
            }
            Self::MissingData { items } => write!(f, "MissingData {{ items: {} }}", items),
            Self::PlaceNotEligible => write!(f, "PlaceNotEligible"),
        }
    }
}

// What is no plain list of fields.

impl Format for Facts {
    fn format(&self, f: Formatter<'_>) {
        let Self {
            region,
            open: _, // follows from the region
            birth,
            birth_final,
        } = self;
        write!(
            f,
            "Facts {{ known: {}, birth: {}, birth_final: {} }}",
            region, birth, birth_final,
        );
    }
}

impl Format for Text {
    fn format(&self, f: Formatter<'_>) {
        write!(f, "{=str:?}", self.as_str());
    }
}

impl Format for Assessment {
    fn format(&self, f: Formatter<'_>) {
        write!(
            f,
            "Assessment {{ outcome: {}, basis: {}, relevant: {}, holds_until: {}, conflict: {}, cautions: {}, duties: {} }}",
            self.outcome(),
            self.basis().collect::<Vec<_, MAX_BASIS>>(),
            self.relevant,
            self.holds_until,
            self.conflict(),
            self.cautions().collect::<Vec<_, MAX_CAUTIONS>>(),
            self.duties(),
        );
    }
}
