//! Closed sets that only this interface needs. Also read by build.rs.

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
    /// Whether a rule covers the person; 0: the sources leave no such question.
    pub enum Coverage {
        /// It covers the person.
        Yes = 1, "yes";
        /// It does not cover the person.
        No = 2, "no";
        /// Not known; a window holds if it does.
        Unknown = 3, "unknown";
    }
}

closed_set! {
    /// A closed set whose words can be looked up.
    pub enum Vocabulary {
        /// kz_fact.
        Fact = 1, "fact";
        /// kz_standing.
        Standing = 2, "standing";
        /// kz_occasion.
        Occasion = 3, "occasion";
        /// kz_action.
        Action = 4, "action";
        /// kz_visa_channel.
        VisaChannel = 5, "visa_channel";
        /// kz_answer.
        Answer = 6, "answer";
        /// kz_location.
        Location = 7, "location";
        /// kz_edition.
        Edition = 8, "edition";
        /// kz_age_reading.
        AgeReading = 9, "age_reading";
        /// kz_obligation.
        Obligation = 10, "obligation";
        /// kz_week.
        Week = 11, "week";
        /// kz_certainty.
        Certainty = 12, "certainty";
        /// kz_reason.
        Reason = 13, "reason";
        /// kz_treaty.
        Treaty = 14, "treaty";
        /// kz_stay_regime.
        StayRegime = 15, "stay_regime";
        /// kz_term_outcome.
        TermOutcome = 16, "term_outcome";
        /// kz_coverage.
        Coverage = 17, "coverage";
        /// kz_day_state.
        DayState = 18, "day_state";
        /// kz_zone.
        Zone = 19, "zone";
        /// kz_sex.
        Sex = 20, "sex";
        /// kz_document.
        Document = 21, "document";
        /// The errors of the library itself: kz_status, negated.
        Error = 22, "error";
        /// kz_iin_way.
        IinWay = 30, "iin_way";
        /// kz_mission_kind.
        MissionKind = 31, "mission_kind";
        /// kz_procedure.
        Procedure = 32, "procedure";
        /// kz_finding.
        Finding = 33, "finding";
        /// kz_cure.
        Cure = 34, "cure";
    }
}
