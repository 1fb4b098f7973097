//! The subjects of the header, in its order.

/// A subject: its closed sets, the declarations of its sources, and what is written by hand.
pub(super) struct Section {
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) sets: &'static [&'static str],
    /// What is written by hand.
    pub(super) macros: &'static str,
    pub(super) sources: &'static [&'static str],
}

/// Structs that are used before the section that defines them.
pub(super) const FORWARD: &[&str] = &["kz_law", "kz_year"];

pub(super) const SECTIONS: &[Section] = &[
    Section {
        title: "Version and days",
        about: "",
        sets: &["answer", "law_known"],
        macros: "",
        sources: &["version.rs", "date.rs"],
    },
    Section {
        title: "Decide: must this person be fingerprinted?",
        about: "Fill in kz_facts and call kz_assess(). While `ask` is not 0, ask for that fact and call again.\n\
            A fact that is not known is 0. If the person cannot tell it, put it into `declined` too.",
        sets: &[
            "fact",
            "occasion",
            "standing",
            "action",
            "visa_channel",
            "location",
            "birth_precision",
            "age_reading",
            "age_band",
            "outcome",
            "obligation",
        ],
        macros: "",
        sources: &["facts.rs", "assess.rs", "columns.rs", "explain.rs"],
    },
    Section {
        title: "Plan: by which steps is the document obtained?",
        about: "The same facts and the same loop: while `ask` is not 0, ask for that fact and call again.",
        sets: &["verdict", "step", "goal"],
        macros: "",
        sources: &["plan.rs"],
    },
    Section {
        title: "Deadlines: by which day?",
        about: "The words of the law allow two readings, so a window has two last days: `strict` and `lenient`.",
        sets: &[
            "term",
            "term_outcome",
            "coverage",
            "treaty",
            "stay_regime",
            "week",
            "certainty",
            "reason",
            "day_state",
        ],
        macros: "",
        sources: &["term.rs"],
    },
    Section {
        title: "Stays without a visa, and countries",
        about: "",
        sets: &["stay_state", "last_day_kind", "mission_kind"],
        macros: "",
        sources: &["stay.rs"],
    },
    Section {
        title: "Registration of an immigrant",
        about: "A case is 80 bytes that the program stores. Events move it from state to state. Store two copies of each\n\
            case, and write them in turn. The checksum finds damage. It does not protect against manipulation, against an\n\
            older copy that is put back (rollback, replay), or against swapped cases. For that, store with each case whose\n\
            it is, a counter that only rises, and a MAC over all of it.",
        sets: &[
            "event",
            "case_state",
            "data_item",
            "place_of_stay",
            "procedure",
            "finding",
            "cure",
            "certificate_field",
        ],
        macros: "",
        sources: &["case.rs", "refusal.rs", "certificate.rs"],
    },
    Section {
        title: "QR code",
        about: "",
        sets: &[],
        macros: include_str!("qr.h"),
        sources: &["qr.rs"],
    },
    Section {
        title: "IIN: the individual identification number",
        about: "",
        sets: &["sex"],
        macros: "",
        sources: &["iin.rs", "pilot.rs"],
    },
    Section {
        title: "Passports: the machine-readable zone",
        about: "",
        sets: &[
            "mrz_document",
            "mrz_layout",
            "mrz_nationality",
            "mrz_expected",
        ],
        macros: "",
        sources: &["mrz.rs"],
    },
    Section {
        title: "Calendar and clock",
        about: "",
        sets: &["first_day", "zone"],
        macros: "",
        sources: &["calendar.rs", "clock.rs"],
    },
    Section {
        title: "The law",
        about: "",
        sets: &["document_kind"],
        macros: "",
        sources: &["law.rs"],
    },
    Section {
        title: "Packs: a law that a device loads",
        about: "A pack is a compiled and signed law, used in place. Call kz_law_open(), then kz_law_self_test(), before it\n\
            decides. With two slots in flash, kz_law_choose() says which law to use and what to write.",
        sets: &[],
        macros: "",
        sources: &["pack.rs", "ed25519.rs"],
    },
    Section {
        title: "Records: tickets for the scanner, receipts for the audit log",
        about: "",
        sets: &[],
        macros: "",
        sources: &["ticket.rs", "receipt.rs"],
    },
    Section {
        title: "Names and texts",
        about: "Names are for logs and files; texts are for people, in three languages.",
        sets: &["language", "text_form"],
        macros: include_str!("text.h"),
        sources: &["name.rs", "text.rs"],
    },
];
