//! The closed sets besides facts that laws use. No law can change them.

use crate::base::closed_set::closed_set;

closed_set! {
    /// What the law asks of a person as to fingerprinting (legal model, section 4).
    pub enum Obligation {
        /// Fingerprinting is mandatory.
        Mandatory = 1, "mandatory";
        /// Fingerprinting is voluntary.
        Voluntary = 2, "voluntary";
        /// Nothing is required.
        NotRequired = 3, "not_required";
        /// The requirement is suspended.
        Suspended = 4, "suspended";
        /// The rules are not in force yet.
        NotInForce = 5, "not_in_force";
    }
}

closed_set! {
    /// Whether the law is known on the decision date (legal model, section 1).
    pub enum LawKnown {
        /// The day is not after the last day on which the law is known.
        Known = 1, "known";
        /// The answer assumes that nothing has changed since that day.
        Assumed = 2, "assumed";
    }
}

closed_set! {
    /// The kind of a document of the law.
    pub enum DocumentKind {
        /// An act, or a summary of it.
        Law = 1, "law";
        /// A report: none of its provisions is the basis of an obligation of edition 1.
        Report = 2, "report";
    }
}

closed_set! {
    /// What else an edition says about a mandatory fingerprinting.
    pub enum Duty {
        /// What follows a refusal.
        Consequence = 1, "consequence";
        /// What to bring.
        Papers = 2, "papers";
        /// Where to go.
        Place = 3, "place";
        /// Who collects the data in Kazakhstan.
        CollectorsHome = 4, "collectors_home";
        /// Who collects the data abroad.
        CollectorsAbroad = 5, "collectors_abroad";
        /// What is taken.
        Taken = 6, "taken";
        /// What is issued afterwards.
        Issued = 7, "issued";
    }
}

closed_set! {
    /// The kinds of answers that can carry cautions.
    pub enum Carrier {
        /// An assessment.
        Assess = 1, "assess";
        /// A plan.
        Plan = 2, "plan";
        /// The term of that name.
        Registration = 3, "registration";
        /// The term of that name.
        Move = 4, "move";
        /// The term of that name.
        IinMission = 5, "iin_mission";
        /// The term of that name.
        Notice = 6, "notice";
    }
}

closed_set! {
    /// A step of a plan. Entering, leaving and obtaining the document are built into the engine: no law has
    /// rows for them.
    pub enum Step {
        /// Have the passport translated, and the translation notarised.
        TranslatePassport = 1, "translate_passport";
        /// Obtain an IIN at a foreign establishment.
        IinAtMission = 2, "iin_at_mission";
        /// Obtain an IIN in person, in Kazakhstan.
        IinInPerson = 3, "iin_in_person";
        /// Obtain an IIN through another person, under a power of attorney.
        IinByProxy = 4, "iin_by_proxy";
        /// Have the prints taken at a foreign establishment, or at the office in the airport.
        FingerprintAtMission = 5, "fingerprint_at_mission";
        /// Have the prints taken in Kazakhstan.
        FingerprintInKazakhstan = 6, "fingerprint_in_kazakhstan";
        /// Enter Kazakhstan.
        Enter = 7, "enter";
        /// Leave Kazakhstan.
        Leave = 8, "leave";
        /// Obtain the document.
        ObtainDocument = 9, "obtain_document";
    }
}

closed_set! {
    /// What a plan has to reach.
    pub enum Goal {
        /// To be in Kazakhstan.
        Presence = 1, "presence";
        /// An IIN.
        Iin = 2, "iin";
        /// A passport in a language that the authority takes, or its translation.
        Translation = 3, "translation";
        /// Fingerprints in the database.
        Fingerprints = 4, "fingerprints";
        /// The document asked for.
        Document = 5, "document";
    }
}

closed_set! {
    /// A term: within how many days something is to be done.
    pub enum Term {
        /// Registration after crossing the border.
        Registration = 1, "registration";
        /// Registration anew after a change of address.
        Move = 2, "move";
        /// An IIN from a foreign establishment.
        IinMission = 3, "iin_mission";
        /// The host's notice of an arrival or a change of address.
        Notice = 4, "notice";
    }
}

closed_set! {
    /// How the days of a term are counted.
    pub enum Unit {
        /// Calendar days.
        Calendar = 1, "calendar";
        /// Working days.
        Working = 2, "working";
    }
}

closed_set! {
    /// Which day decides whether a term is in force.
    pub enum DecidedBy {
        /// The decision date.
        Decision = 1, "decision";
        /// The day of the event.
        Event = 2, "event";
    }
}

closed_set! {
    /// Which day is the first that counts.
    pub enum FirstDay = NotCounted {
        /// The day after.
        NotCounted = 1, "next";
        /// The day itself; for working days, only if it is one.
        Counted = 2, "event";
    }
}

closed_set! {
    /// How long citizens of the state from which the person arrived may stay without a visa.
    pub enum StayRegime {
        /// Up to ninety days.
        UpTo90 = 1, "up_to_90";
        /// Longer, or by visa only.
        Other = 2, "other";
    }
}

closed_set! {
    /// Whether a rule covers the person.
    pub enum Covered {
        /// It covers the person.
        Yes = 1, "yes";
        /// It does not cover the person.
        No = 2, "no";
        /// Not known; a window is valid if the rule covers the person.
        Unknown = 3, "unknown";
    }
}

closed_set! {
    /// What is known about a ratified treaty on registration, as rows of a law name it.
    pub enum ToldTreaty {
        /// There is none.
        None = 1, "none";
        /// It exempts the person.
        Exempt = 2, "exempt";
        /// It gives the person a number of days.
        Days = 3, "days";
        /// It is not known whether there is one.
        NotGiven = 4, "not_given";
    }
}

closed_set! {
    /// What can be refused.
    pub enum Procedure {
        /// The IIN at a foreign establishment, in the pilot.
        PilotIin = 1, "pilot_iin";
        /// The registration of an immigrant.
        Registration = 2, "registration";
    }
}

closed_set! {
    /// What was found about an application.
    pub enum Finding {
        /// Documents or data are untrue.
        FalseData = 1, "false_data";
        /// The data do not meet the legal requirements.
        NoncompliantData = 2, "noncompliant_data";
        /// The person already has an IIN.
        HasIin = 3, "has_iin";
        /// The person has overstayed.
        StayExceeded = 4, "stay_exceeded";
        /// The host refuses.
        HostDeclined = 5, "host_declined";
    }
}

closed_set! {
    /// What may help against a refusal. Each is an inference: the sources name no cure.
    pub enum Cure {
        /// Submit true data.
        SubmitTrueData = 1, "submit_true_data";
        /// Use the IIN that exists.
        UseExistingIin = 2, "use_existing_iin";
        /// Find another place, or win the host's consent.
        AnotherPlaceOrConsent = 3, "another_place_or_consent";
    }
}

closed_set! {
    /// How many days of the week are worked.
    pub enum Week = Five {
        /// Saturday and Sunday are rest days.
        Five = 1, "five";
        /// Sunday is the rest day.
        Six = 2, "six";
    }
}

closed_set! {
    /// How sure a year's calendar is.
    pub enum Certainty {
        /// As published.
        Published = 1, "published";
        /// Expected: days declared later are not included.
        Projected = 2, "projected";
    }
}

closed_set! {
    /// Why a day is off. A holiday that falls on a rest day is reported as the holiday.
    pub enum Reason {
        /// A rest day of the week.
        RestDay = 1, "rest_day";
        /// A day off in place of a holiday that fell on a rest day.
        Substitute = 2, "substitute";
        /// A day off in exchange for a rest day that is worked.
        Transfer = 3, "transfer";
        /// A day off in a caller's calendar, or a holiday that has no name here yet.
        DayOff = 4, "day_off";
        /// New Year.
        NewYear = 5, "new_year";
        /// Orthodox Christmas.
        OrthodoxChristmas = 6, "orthodox_christmas";
        /// International Women's Day.
        WomensDay = 7, "womens_day";
        /// Constitution Day.
        ConstitutionDay = 8, "constitution_day";
        /// Nauryz.
        Nauryz = 9, "nauryz";
        /// The Day of the Unity of the People.
        UnityDay = 10, "unity_day";
        /// Defender's Day.
        DefenderDay = 11, "defender_day";
        /// Victory Day.
        VictoryDay = 12, "victory_day";
        /// The first day of Kurban Ait.
        KurbanAit = 13, "kurban_ait";
        /// Capital Day.
        CapitalDay = 14, "capital_day";
        /// Republic Day.
        RepublicDay = 15, "republic_day";
        /// Independence Day.
        IndependenceDay = 16, "independence_day";
    }
}

closed_set! {
    /// A time zone of Kazakhstan.
    pub enum Zone {
        /// Almaty, Astana, Kostanay and the rest.
        East = 1, "east";
        /// Aktobe, Aktau, Atyrau, Oral, Kyzylorda.
        West = 2, "west";
    }
}
