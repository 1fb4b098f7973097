//! The closed sets, as a closed set.

use crate::closed_set::closed_set;

closed_set! {
    /// A closed set whose words and texts can be looked up.
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
        /// The errors of the library itself: kz_status, negated. Not without gaps.
        Error = 22, "error";
        /// kz_provision.
        Provision = 23, "provision";
        /// kz_birth_precision.
        BirthPrecision = 24, "birth_precision";
        /// kz_outcome.
        Outcome = 25, "outcome";
        /// kz_first_day.
        FirstDay = 26, "first_day";
        /// kz_age_band.
        AgeBand = 27, "age_band";
        /// The verdicts of a plan.
        Verdict = 28, "verdict";
        /// The steps of a plan.
        Step = 29, "step";
        /// The goals of a plan.
        Goal = 30, "goal";
        /// The states of a registration case.
        CaseState = 31, "case_state";
        /// The events of a registration case.
        Event = 32, "event";
        /// The grounds on which a registration is refused.
        Ground = 33, "ground";
        /// What an immigrant enters to be registered.
        DataItem = 34, "data_item";
        /// The places at which an immigrant can be registered.
        Place = 35, "place";
        /// kz_phrase.
        Phrase = 36, "phrase";
        /// kz_language.
        Language = 37, "language";
        /// What the C interface refuses by itself: kz_status, negated. Not without gaps.
        Refusal = 38, "refusal";
    }
}
