//! Closed sets that only this interface needs.

use kz_rules_core::closed_set;

closed_set! {
    /// How much of a birth date is known; 0: nothing.
    pub enum BirthPrecision {
        /// The year.
        Year = 1, "year";
        /// The year and the month.
        Month = 2, "month";
        /// The full date.
        Day = 3, "day";
    }
}

closed_set! {
    /// What kind of answer an assessment is.
    pub enum Outcome {
        /// One obligation, whatever is still unknown.
        Decided = 1, "decided";
        /// More than one obligation is possible.
        Undecided = 2, "undecided";
    }
}

closed_set! {
    /// What a ratified treaty says of the registration; 0: it is not known whether there is one.
    pub enum Treaty {
        /// There is none.
        None = 1, "none";
        /// It exempts the person.
        Exempt = 2, "exempt";
        /// It gives the person a number of days.
        Days = 3, "days";
    }
}

closed_set! {
    /// What kind of answer a term is.
    pub enum TermOutcome {
        /// The rule is not in force on the day that matters: for a registration the day asked
        /// about, else the day of the event.
        NotInForce = 1, "not_in_force";
        /// The rule does not cover the person: there is no window.
        NotCovered = 2, "not_covered";
        /// There is a window.
        Window = 3, "window";
    }
}

closed_set! {
    /// What the last lawful day of a stay is; 0: there is no stay going on, or no rule.
    pub enum LastDayKind {
        /// A day.
        Day = 1, "day";
        /// No day is unlawful.
        Unlimited = 2, "unlimited";
        /// The first day is unlawful already.
        Never = 3, "never";
    }
}
