//! What a kiosk says besides the values of the other closed sets.

use crate::base::closed_set::closed_set;

closed_set! {
    /// Headings, frame words and terms for a kiosk's pages. They are in no table of the law.
    pub enum Phrase {
        /// Heading of the facts that are known.
        Known = 1, "known";
        /// Heading of the answer.
        Answer = 2, "answer";
        /// Heading of an answer that is open.
        Undecided = 3, "undecided";
        /// Heading of the facts on which an answer depends.
        DependsOn = 4, "depends_on";
        /// Heading of the next question.
        AskNext = 5, "ask_next";
        /// Heading of the basis of an answer.
        Why = 6, "why";
        /// Heading of the basis of an answer that is open.
        RestsOn = 7, "rests_on";
        /// Heading of the papers.
        Bring = 8, "bring";
        /// Heading of the place.
        Where = 9, "where";
        /// Heading of those who take the prints.
        TakenBy = 10, "taken_by";
        /// Heading of what is taken.
        Taken = 11, "taken";
        /// Heading of what is issued.
        Issued = 12, "issued";
        /// Heading of the consequence of a refusal.
        IfRefused = 13, "if_refused";
        /// How long an answer holds, if no day is known.
        Holds = 14, "holds";
        /// The day from which an answer no longer holds.
        HoldsUntil = 15, "holds_until";
        /// The conflict note.
        Conflict = 16, "conflict";
        /// Heading of a caution.
        Caution = 17, "caution";
        /// Heading of what must not be overlooked.
        Attention = 18, "attention";
        /// The answer is of the edition `announced`.
        OnlyAnnounced = 19, "only_announced";
        /// Heading of an error.
        NoAnswer = 20, "no_answer";
        /// The day up to which the law is known.
        LawAsOf = 21, "law_as_of";
        /// The source is silent.
        NotStated = 22, "not_stated";
        /// A fact that is not known.
        NotKnown = 23, "not_known";
        /// Before the day asked about.
        DayAskedAbout = 24, "day_asked_about";
        /// No more precise birth date is to be had.
        BirthFinal = 25, "birth_final";
        /// Before the day of crossing the border.
        CrossedBorder = 26, "crossed_border";
        /// Before the day of a change of address.
        ChangedAddress = 27, "changed_address";
        /// Before the day of applying for an IIN at a foreign establishment.
        AppliedForIin = 28, "applied_for_iin";
        /// Before the last day of the allowed stay.
        StayUntil = 29, "stay_until";
        /// Before a treaty's number of days.
        TreatyDays = 30, "treaty_days";
        /// Heading of where a day stands in a window.
        State = 31, "state";
        /// Before a number of days.
        DaysLeft = 32, "days_left";
        /// Before the day on which the IIN is ready.
        ReadyOn = 33, "ready_on";
        /// Before the strict day.
        DoItBy = 34, "do_it_by";
        /// Before the lenient day.
        LateAfter = 35, "late_after";
        /// Before the days off that were passed over.
        DaysOff = 36, "days_off";
        /// No day off was passed over.
        NoDaysOff = 37, "no_days_off";
        /// Before the number of days off that are not listed.
        MoreDaysOff = 38, "more_days_off";
        /// The strict day is the last day of the allowed stay.
        EndOfStay = 39, "end_of_stay";
        /// The event was before the rules were in force.
        Transitional = 40, "transitional";
        /// Before the first day of a provision.
        AppliesFrom = 41, "applies_from";
        /// Before the first day on which a provision no longer applies.
        AppliesNoLongerFrom = 42, "applies_no_longer_from";
        /// An answer is awaited.
        PleaseAnswer = 43, "please_answer";
        /// An answer is too long.
        TooLong = 44, "too_long";
        /// One of the numbers is awaited.
        ChooseNumber = 45, "choose_number";
        /// A date is awaited.
        GiveDate = 46, "give_date";
        /// More of a date is awaited.
        MoreOfTheDate = 47, "more_of_the_date";
        /// What was typed is no date.
        NoSuchDate = 48, "no_such_date";
        /// Heading of the steps of a plan.
        Steps = 49, "steps";
        /// Heading of the goals that are not reached.
        OutOfReach = 50, "out_of_reach";
        /// Heading of the loop.
        Loop = 51, "loop";
        /// Heading of the ways out of it.
        WaysOut = 52, "ways_out";
        /// Heading of the cure of a refusal: an inference.
        Cure = 53, "cure";
        /// No cure is known.
        CureUnknown = 54, "cure_unknown";
        /// A reading, not the words of a source.
        Reading = 55, "reading";
        /// Term: fingerprint registration.
        FingerprintRegistration = 56, "fingerprint_registration";
        /// Term: the IIN.
        Iin = 57, "iin";
        /// Term: the host.
        Host = 58, "host";
        /// Term: an immigrant.
        Immigrant = 59, "immigrant";
        /// Term: the registration of an immigrant.
        Registration = 60, "registration";
        /// Term: the registration certificate.
        RegistrationCertificate = 61, "registration_certificate";
        /// The certificate shown is a copy.
        Copy = 62, "copy";
        /// Whether the person arrived to live in Kazakhstan, and the question.
        ArrivedToLive = 63, "arrived_to_live";
        /// Name of the set of weeks.
        Week = 64, "week";
        /// Name of the set of stay regimes, and the question.
        StayRegime = 65, "stay_regime";
        /// Name of what a treaty says, and the question.
        Treaty = 66, "treaty";
        /// Name of the set of editions.
        Edition = 67, "edition";
        /// Name of the set of age readings.
        AgeReading = 68, "age_reading";
        /// Heading of the calendar's certainty.
        Calendar = 69, "calendar";
        /// Before the number of days by which one is late.
        DaysLate = 70, "days_late";
        /// Heading of the rows of the law that were passed over.
        NotApplied = 71, "not_applied";
        /// Heading of the row of the law that decided.
        Applied = 72, "applied";
        /// Heading of an obligation that is one of several possible ones.
        Perhaps = 73, "perhaps";
        /// Heading of the facts that are supposed, not known.
        Supposing = 74, "supposing";
        /// A line of input is longer than can be read.
        LineTooLong = 75, "line_too_long";
        /// The quotes in a line of input do not match.
        LineQuotes = 76, "line_quotes";
        /// A line of input has more or fewer fields than the header.
        LineFields = 77, "line_fields";
        /// Before the name of what cannot be read.
        Unreadable = 78, "unreadable";
        /// Name of what tells which deadline is asked for.
        Kind = 79, "kind";
        /// Name of the day of the event that a deadline counts from.
        From = 80, "from";
        /// Name of the facts that the person cannot tell, or not more precisely.
        Declined = 81, "declined";
    }
}
