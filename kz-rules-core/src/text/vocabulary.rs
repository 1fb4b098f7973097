//! The closed sets, as a closed set.

use crate::base::closed_set::closed_set;

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
        TreatyKind = 14, "treaty";
        /// kz_stay_regime.
        StayRegime = 15, "stay_regime";
        /// kz_term_outcome.
        TermOutcomeKind = 16, "term_outcome";
        /// kz_coverage.
        Covered = 17, "coverage";
        /// kz_day_state.
        DayState = 18, "day_state";
        /// kz_zone.
        Zone = 19, "zone";
        /// kz_sex.
        Sex = 20, "sex";
        /// kz_document.
        Document = 21, "document";
        /// kz_status, negated; the numbers have gaps.
        Status = 22, "status";
        /// kz_verdict.
        Verdict = 23, "verdict";
        /// kz_step.
        Step = 24, "step";
        /// kz_goal.
        Goal = 25, "goal";
        /// kz_event.
        EventKind = 26, "event";
        /// kz_case_state.
        CaseState = 27, "case_state";
        /// kz_term.
        Term = 28, "term";
        /// kz_data_item.
        DataItem = 29, "data_item";
        /// kz_place_of_stay.
        PlaceOfStay = 30, "place_of_stay";
        /// kz_certificate_field.
        CertificateField = 31, "certificate_field";
        /// kz_law_known.
        LawKnown = 32, "law_known";
        /// kz_mission_kind.
        MissionKind = 33, "mission_kind";
        /// kz_procedure.
        Procedure = 34, "procedure";
        /// kz_finding.
        Finding = 35, "finding";
        /// kz_cure.
        Cure = 36, "cure";
        /// kz_provision.
        Provision = 37, "provision";
        /// kz_birth_precision.
        BirthPrecision = 38, "birth_precision";
        /// kz_outcome.
        OutcomeKind = 39, "outcome";
        /// kz_first_day.
        FirstDay = 40, "first_day";
        /// kz_age_band.
        AgeBand = 41, "age_band";
        /// kz_language.
        Language = 42, "language";
        /// kz_stay_state.
        StayState = 43, "stay_state";
        /// kz_document_kind.
        DocumentKind = 44, "document_kind";
    }
}
