//! What the functions return.

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
        /// What this interface itself finds wrong with a call. The numbers are stable and never reused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(i32)]
        pub enum BadInput {
            $( $(#[doc = $doc])+ $name = $status, )+
        }

        impl BadInput {
            /// Every one: status, name and meaning.
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
    /// A pointer that must not be NULL is.
    Null = -100, "null";
    /// A reserved byte is not zero.
    Reserved = -101, "reserved";
    /// The law is none that was opened. NULL is the built-in one.
    Law = -102, "bad_law";
    /// The term is none of its constants.
    Term = -103, "bad_kind";
    /// The fact is none of its constants, or the birth date, which is more than a byte.
    Fact = -104, "bad_fact";
    /// The decision date is missing, or no day of the years 1 to 9999.
    On = -110, "bad_on";
    /// The age reading is none of its constants.
    AgeReading = -112, "bad_age_reading";
    /// The standing is none of its constants.
    Standing = -113, "bad_standing";
    /// permanent_resident is none of the constants of kz_answer.
    PermanentResident = -114, "bad_permanent_resident";
    /// The birth date is no day, month or year of 1 to 9999, or its precision none of its constants.
    Birth = -115, "bad_birth";
    /// `declined` holds a number that is no fact, or that of a fact that is never asked for.
    Declined = -116, "bad_declined";
    /// The occasion is none of its constants.
    Occasion = -117, "bad_occasion";
    /// The action is none of its constants.
    Action = -118, "bad_action";
    /// The visa channel is none of its constants.
    VisaChannel = -119, "bad_visa_channel";
    /// fingerprinted is none of the constants of kz_answer.
    Fingerprinted = -120, "bad_fingerprinted";
    /// held_at_commencement is none of the constants of kz_answer.
    HeldAtCommencement = -121, "bad_held_at_commencement";
    /// The location is none of its constants.
    Location = -122, "bad_location";
    /// may_enter is none of the constants of kz_answer.
    MayEnter = -123, "bad_may_enter";
    /// has_iin is none of the constants of kz_answer.
    HasIin = -124, "bad_has_iin";
    /// mission_in_pilot is none of the constants of kz_answer.
    MissionInPilot = -125, "bad_mission_in_pilot";
    /// mission_takes_fingerprints is none of the constants of kz_answer.
    MissionTakesFingerprints = -126, "bad_mission_takes_fingerprints";
    /// passport_in_foreign_language is none of the constants of kz_answer.
    PassportInForeignLanguage = -127, "bad_passport_in_foreign_language";
    /// The day of the event is missing, or no day of the years 1 to 9999.
    From = -128, "bad_from";
    /// The week is none of its constants.
    Week = -129, "bad_week";
    /// The kind of treaty is none of its constants, or it has days though it is not of that kind.
    Treaty = -130, "bad_treaty";
    /// The stay regime is none of its constants.
    StayRegime = -131, "bad_stay_regime";
    /// arrived_to_live is none of the constants of kz_answer.
    ArrivedToLive = -132, "bad_arrived_to_live";
    /// The last day of stay is no day of the years 1 to 9999.
    StayUntil = -133, "bad_stay_until";
    /// The date is missing, or no day of the years 1 to 9999.
    Date = -134, "bad_date";
    /// The zone is none of its constants.
    Zone = -135, "bad_zone";
    /// A year of the caller's calendar has a number outside 1 to 9999, a certainty that is none of
    /// its constants, or a bit for a day that its month has not.
    Calendar = -136, "bad_calendar";
    /// The window was not written by this library.
    Window = -137, "bad_window";
    /// first_day is none of its constants.
    FirstDay = -139, "bad_first_day";
    /// No provision has this number.
    Provision = -138, "bad_provision";
    /// The day of arrival is missing, or no day of the years 1 to 9999.
    ArrivedOn = -150, "bad_arrived_on";
    /// The event is none of its constants.
    Event = -151, "bad_event";
    /// The data hold no such item, or are stated of another event than a submission.
    Data = -152, "bad_data";
    /// The place is none of its constants, or is stated of another event than a submission.
    PlaceOfStay = -153, "bad_place_of_stay";
    /// The text does not fit in the buffer; how many bytes it needs is told.
    Buffer = -160, "buffer_too_small";
    /// The case is not registered: there is no certificate.
    NotRegistered = -161, "not_registered";
    /// The kind of mission is none of its constants.
    MissionKind = -170, "bad_mission_kind";
    /// A stay has a day that is none of the years 1 to 9999, or no day of entry.
    Stays = -171, "bad_stays";
    /// latin_or_cyrillic is none of the constants of kz_answer.
    LatinOrCyrillic = -172, "bad_latin_or_cyrillic";
    /// convention_state is none of the constants of kz_answer.
    ConventionState = -173, "bad_convention_state";
    /// The procedure is none of its constants.
    Procedure = -174, "bad_procedure";
    /// The finding is none of its constants.
    Finding = -175, "bad_finding";
    /// The obligation is none of its constants.
    Obligation = -186, "bad_obligation";
    /// The facts do not leave this obligation possible.
    NotPossible = -187, "not_possible";
    /// There are fewer bytes than the pack has.
    PackTooShort = -200, "pack_too_short";
    /// The bytes do not start as a pack does.
    NotAPack = -201, "not_a_pack";
    /// The pack has a layout of another version.
    PackFormat = -202, "pack_format";
    /// The pack speaks of facts and values by a vocabulary of another version.
    PackVocabulary = -203, "pack_vocabulary";
    /// The pack is damaged: its checksum is wrong.
    PackChecksum = -204, "pack_checksum";
    /// The pack's signature is wrong: the verifier refuses it.
    PackSignature = -205, "pack_signature";
    /// The pack holds a law of another name.
    PackOtherLaw = -206, "pack_other_law";
    /// The pack's law has a lower sequence than is accepted.
    PackOlder = -207, "pack_older";
    /// The pack holds what no law can have.
    PackInconsistent = -208, "pack_inconsistent";
    /// A case of the law's lawyer does not come out as expected.
    SelfTest = -209, "self_test";
    /// `passed` is neither 0 nor 1.
    Slot = -210, "bad_slot";
    /// The machine-readable zone cannot be read: kz_mrz_fault_get() says where.
    Mrz = -220, "bad_mrz";
}
