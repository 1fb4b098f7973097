//! The statuses of the functions.

/// The status of a call: [`KZ_OK`] or one of the negative numbers of the header's list.
pub type kz_status = i32;

/// The call succeeded.
pub const KZ_OK: kz_status = 0;

/// The status for an error of the core: its number, negated.
#[must_use]
pub const fn of_core(code: u8) -> kz_status {
    (code as kz_status).wrapping_neg()
}

macro_rules! bad_inputs {
    ($($(#[doc = $doc:literal])+ $name:ident = $status:literal, $word:literal;)+) => {
        /// The errors of this interface itself. The numbers are stable and never reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(i32)]
        pub enum BadInput {
            $( $(#[doc = $doc])+ $name = $status, )+
        }

        impl BadInput {
            /// All of them: status, name and meaning.
            pub const ALL: &'static [(BadInput, &'static str, &'static str)] =
                &[$( (BadInput::$name, $word, concat!($($doc, "\n"),+)) ),+];

            /// The status of each, in the same order.
            pub(crate) const STATUSES: &'static [kz_status] = &[$($status),+];

            /// The name of each, in the same order.
            pub(crate) const NAMES: &'static [kz_rules_core::Text<'static>] =
                &[$(kz_rules_core::text!($word)),+];
        }
    };
}

bad_inputs! {
    /// A pointer is NULL that must not be.
    Null = -100, "null";
    /// A reserved byte is not zero.
    Reserved = -101, "reserved";
    /// The law was not opened. NULL is the built-in law.
    Law = -102, "bad_law";
    /// The term is not one of its constants.
    Term = -103, "bad_kind";
    /// The fact is not one of its constants, or it is the birth date, which has no single value.
    Fact = -104, "bad_fact";
    /// The decision date is missing or not a valid day.
    On = -110, "bad_on";
    /// The age reading is not one of its constants.
    AgeReading = -112, "bad_age_reading";
    /// The standing is not one of its constants.
    Standing = -113, "bad_standing";
    /// permanent_resident is not a kz_answer.
    PermanentResident = -114, "bad_permanent_resident";
    /// The birth date or its precision is not valid, or what the precision does not cover is not zero.
    Birth = -115, "bad_birth";
    /// declined contains a number that is no fact, or a fact that is never asked for.
    Declined = -116, "bad_declined";
    /// The occasion is not one of its constants.
    Occasion = -117, "bad_occasion";
    /// The action is not one of its constants.
    Action = -118, "bad_action";
    /// The visa channel is not one of its constants.
    VisaChannel = -119, "bad_visa_channel";
    /// fingerprinted is not a kz_answer.
    Fingerprinted = -120, "bad_fingerprinted";
    /// held_at_commencement is not a kz_answer.
    HeldAtCommencement = -121, "bad_held_at_commencement";
    /// The location is not one of its constants.
    Location = -122, "bad_location";
    /// may_enter is not a kz_answer.
    MayEnter = -123, "bad_may_enter";
    /// has_iin is not a kz_answer.
    HasIin = -124, "bad_has_iin";
    /// mission_in_pilot is not a kz_answer.
    MissionInPilot = -125, "bad_mission_in_pilot";
    /// mission_takes_fingerprints is not a kz_answer.
    MissionTakesFingerprints = -126, "bad_mission_takes_fingerprints";
    /// passport_in_foreign_language is not a kz_answer.
    PassportInForeignLanguage = -127, "bad_passport_in_foreign_language";
    /// The day of the event is missing or not a valid day.
    From = -128, "bad_from";
    /// The week is not one of its constants.
    Week = -129, "bad_week";
    /// The treaty is not one of its constants, has days without being KZ_TREATY_DAYS, or is KZ_TREATY_EXEMPT in kz_arrival.
    Treaty = -130, "bad_treaty";
    /// The stay regime is not one of its constants.
    StayRegime = -131, "bad_stay_regime";
    /// arrived_to_live is not a kz_answer.
    ArrivedToLive = -132, "bad_arrived_to_live";
    /// The last day of the stay is not a valid day, is missing for KZ_EVENT_STAY_EXTENDED, or is given for another event.
    StayUntil = -133, "bad_stay_until";
    /// The date is missing or not a valid day.
    Date = -134, "bad_date";
    /// The zone is not one of its constants.
    Zone = -135, "bad_zone";
    /// A year of the program's calendar has a number outside 1 to 9999, a certainty that is not one of its
    /// constants, or a bit for a day that its month does not have.
    Calendar = -136, "bad_calendar";
    /// The struct holds no window (see `outcome`), or one that this library did not write.
    Window = -137, "bad_window";
    /// first_day is not one of its constants.
    FirstDay = -139, "bad_first_day";
    /// No provision has this number.
    Provision = -138, "bad_provision";
    /// The day of arrival is missing or not a valid day.
    ArrivedOn = -150, "bad_arrived_on";
    /// The event is not one of its constants.
    Event = -151, "bad_event";
    /// The data contain an unknown item, or are given for another event than a submission.
    Data = -152, "bad_data";
    /// The place is not one of its constants, or is given for another event than a submission.
    PlaceOfStay = -153, "bad_place_of_stay";
    /// The text does not fit in the buffer.
    Buffer = -160, "buffer_too_small";
    /// The case is not registered: there is no certificate.
    NotRegistered = -161, "not_registered";
    /// The kind of mission is not one of its constants.
    MissionKind = -170, "bad_mission_kind";
    /// A stay has a day that is not valid, or no day of entry.
    Stays = -171, "bad_stays";
    /// latin_or_cyrillic is not a kz_answer.
    LatinOrCyrillic = -172, "bad_latin_or_cyrillic";
    /// convention_state is not a kz_answer.
    ConventionState = -173, "bad_convention_state";
    /// The procedure is not one of its constants.
    Procedure = -174, "bad_procedure";
    /// The finding is not one of its constants.
    Finding = -175, "bad_finding";
    /// The obligation is not one of its constants.
    Obligation = -186, "bad_obligation";
    /// The facts exclude this obligation.
    NotPossible = -187, "not_possible";
    /// The pack is cut off.
    PackTooShort = -200, "pack_too_short";
    /// The bytes do not start as a pack does.
    NotAPack = -201, "not_a_pack";
    /// The pack has another version of the layout.
    PackFormat = -202, "pack_format";
    /// The pack has another version of the vocabulary of facts and values.
    PackVocabulary = -203, "pack_vocabulary";
    /// The pack is damaged: its checksum is wrong.
    PackChecksum = -204, "pack_checksum";
    /// The pack's signature is wrong: the verifier refuses it.
    PackSignature = -205, "pack_signature";
    /// The pack holds a law of another name.
    PackOtherLaw = -206, "pack_other_law";
    /// The pack's law has a lower sequence than is accepted.
    PackOlder = -207, "pack_older";
    /// The pack is inconsistent: kz_pack_fault_get() says where.
    PackInconsistent = -208, "pack_inconsistent";
    /// A test case of the law has another result than expected.
    SelfTest = -209, "self_test";
    /// passed is neither 0 nor 1.
    Slot = -210, "bad_slot";
    /// The machine-readable zone cannot be read: kz_mrz_fault_get() says where.
    Mrz = -220, "bad_mrz";
}
