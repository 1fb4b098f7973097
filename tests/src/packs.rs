//! Packs that are valid apart from a deliberate change, and every question that a law can be asked.

use std::hint::black_box;
use std::ops::Range;

use kz_law::texts::{self, Texts};
use kz_law::{OwnedLaw, pack};
use kz_rules_core::*;

use crate::tools::read;

/// The laws of any sequence with the name of the built-in one.
pub const ANY: AtLeast<'static> = AtLeast::of_built_in(0);

/// Where the digest and the lengths of the sections are in a pack.
const DIGEST: usize = 16;
const LENGTHS: usize = 68;
/// The sections that are stored.
const STORED: usize = PackSection::Header as usize - 1;
/// The bytes before the sections.
pub const HEADER: usize = LENGTHS + 4 * STORED;
/// The bytes after the sections.
const END: usize = 4 + PACK_SIGNATURE_BYTES;

/// The rows of a page, with the texts of the built-in law in some languages.
///
/// # Panics
///
/// If it is not a law.
pub fn owned(page: &str, languages: &[Language]) -> OwnedLaw {
    let law = kz_law::compile(page).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let texts: Vec<(Language, Texts)> = languages
        .iter()
        .map(|language| {
            let page = read(&format!("law/texts/{language}.md"));
            (*language, texts::read(&page, &law).0)
        })
        .collect();
    OwnedLaw::of(&law, &texts).expect("no errors")
}

/// A pack without a signature.
///
/// # Panics
///
/// If the law is too large.
pub fn unsigned(law: &Sections<'_>) -> Vec<u8> {
    let mut pack = pack::unsigned(law).expect("it is small");
    pack.extend([0; PACK_SIGNATURE_BYTES]);
    pack
}

/// Corrects the checksum of a pack and, if the sections fill the pack, its digest.
///
/// # Panics
///
/// If it is shorter than any pack.
pub fn reseal(pack: &mut [u8]) {
    if let Some(digest) = digest(pack) {
        pack[DIGEST..DIGEST + 8].copy_from_slice(&digest.to_le_bytes());
    }
    let content = pack.len() - END;
    let checksum = pack::checksum(&pack[..content]);
    pack[content..content + 4].copy_from_slice(&checksum.to_le_bytes());
}

/// Where each section of a pack is; none if they do not fill it.
pub fn sections(pack: &[u8]) -> Option<Vec<(PackSection, Range<usize>)>> {
    let mut at = HEADER;
    let mut all = Vec::new();
    for (place, section) in PackSection::ALL.iter().take(STORED).enumerate() {
        let length = pack.get(LENGTHS + 4 * place..)?.first_chunk()?;
        let end = at.checked_add(u32::from_le_bytes(*length).try_into().ok()?)?;
        all.push((*section, at..end));
        at = end;
    }
    (at.checked_add(END)? == pack.len()).then_some(all)
}

/// The length of a section's rows, as `docs/pack.md` lists it; none if it holds texts.
#[must_use]
pub fn row_length(section: PackSection) -> Option<usize> {
    Some(match section {
        PackSection::Provisions | PackSection::Terms | PackSection::Clock => 12,
        PackSection::Edition1
        | PackSection::Edition2
        | PackSection::Edition3
        | PackSection::Edition4
        | PackSection::Obtained
        | PackSection::Deadlocks => 20,
        PackSection::Duties => 14,
        PackSection::Conflicts => 10,
        PackSection::Cautions | PackSection::Countries => 28,
        PackSection::Steps | PackSection::Cases => 32,
        PackSection::Documents
        | PackSection::Coverage
        | PackSection::Holidays
        | PackSection::MovableDays
        | PackSection::Transfers => 8,
        PackSection::Grounds | PackSection::Years => 6,
        PackSection::LaidOut => 100,
        _ => return None,
    })
}

/// The digest, as `docs/pack.md` describes it; none if the sections do not fill the pack.
fn digest(pack: &[u8]) -> Option<u64> {
    let sections = sections(pack)?;
    let mut digest = 0xCBF2_9CE4_8422_2325_u64;
    let mut take = |bytes: &[u8]| {
        for byte in bytes {
            digest = (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    };
    take(&pack[28..32]);
    take(&pack[64..67]);
    for question in 0..4 {
        take(&[pack[67] >> question & 1]);
    }
    for (section, bytes) in sections {
        let bytes = &pack[bytes];
        match section {
            PackSection::Duties => {
                take(bytes);
                continue;
            }
            PackSection::Documents | PackSection::LaidOut | PackSection::Cases => continue,
            _ => {}
        }
        let Some(row) = row_length(section) else {
            continue;
        };
        take(&u16::try_from(bytes.len() / row).ok()?.to_le_bytes());
        take(bytes);
    }
    Some(digest)
}

/// Asks a law every question, about persons with few known facts and one with many: nothing may panic.
pub fn ask_everything(law: Law<'_>, on: Day) {
    for edition in 0..=5 {
        let settings = Settings {
            edition: Edition::new(edition),
            ..Settings::default()
        };
        ask_about_persons(law, on, settings);
        ask_about_columns(law, on, settings);
        show(law.edition_name(settings.edition));
        show(law.edition_id(settings.edition));
        for duty in Duty::ALL {
            show(law.duty(settings.edition, *duty));
        }
    }
    ask_about_days(law, on);
    ask_about_the_iin(law, on);
    ask_about_cases(law, on);
    for procedure in Procedure::ALL {
        for finding in Finding::ALL {
            show(law.refusal(*procedure, *finding));
        }
    }
    ask_about_itself(law, on);
    ask_for_texts(law);
    show(law.self_test());
}

/// Many facts of a person, and nothing of what depends on the law.
fn known() -> Facts {
    Facts::default()
        .occasion(Occasion::Visa)
        .standing(Standing::Foreigner)
        .born(day(2008, 2, 29))
        .fingerprinted(false)
        .action(Action::FirstIssue)
        .visa_channel(VisaChannel::Airport)
        .location(Location::Abroad)
        .may_enter(false)
        .has_iin(false)
}

fn ask_about_persons(law: Law<'_>, on: Day, settings: Settings) {
    let nothing = Facts::default();
    let visa = nothing
        .occasion(Occasion::Visa)
        .standing(Standing::Foreigner)
        .born(Birth::year(1990));
    let asked = nothing.question_1(true).question_4(false);
    let identifier = Identifier::new([7; Identifier::BYTES]).expect("no IIN");
    for facts in [&nothing, &visa, &known(), &asked] {
        show(law.assess(on, facts, settings));
        show(law.plan(on, facts, settings));
        for obligation in Obligation::ALL {
            show(law.explain(on, facts, settings, *obligation));
        }
        if let Ok(receipt) = law.issue_receipt(on, facts, settings) {
            show(law.verify_receipt(&receipt));
        }
        if let Ok(ticket) = law.issue_ticket(on, facts, settings, identifier) {
            assert_eq!(Ticket::read(&ticket.to_bytes()), Ok(ticket));
        }
    }
}

/// Asks about a table of persons, one for each occasion, with all facts known, and one of whom little is known. Each has the
/// answer of `assess`.
fn ask_about_columns(law: Law<'_>, on: Day, settings: Settings) {
    let count = Occasion::ALL.len() + 1;
    // 0, not known, for the last person.
    let codes = |values: u8| -> Vec<u8> {
        let all = (1..=values).cycle().take(count - 1);
        all.chain([0]).collect()
    };
    let questions = [1, 2, 3, 4].map(|number| law.question(number).map(|_| codes(2)));
    let columns = [15, 3, 2, 5, 4, 2, 2].map(codes);
    let (days, births) = (
        vec![on.number(); count],
        vec![day(2008, 2, 29).number(); count],
    );
    let facts = FactColumns {
        on: &days,
        birth: Some(&births),
        occasion: Some(&columns[0]),
        standing: Some(&columns[1]),
        fingerprinted: Some(&columns[2]),
        action: Some(&columns[3]),
        visa_channel: Some(&columns[4]),
        permanent_resident: Some(&columns[5]),
        held_at_commencement: Some(&columns[6]),
        question_1: questions[0].as_deref(),
        question_2: questions[1].as_deref(),
        question_3: questions[2].as_deref(),
        question_4: questions[3].as_deref(),
        ..FactColumns::default()
    };
    let mut status = vec![Err(RowError::On); count];
    let (mut obligations, mut basis) = (vec![0; count], vec![0; count]);
    let (mut ask, mut holds_until) = (vec![0; count], vec![0; count]);
    let answers = AnswerColumns {
        status: &mut status,
        obligations: Some(&mut obligations),
        basis: Some(&mut basis),
        ask: Some(&mut ask),
        holds_until: Some(&mut holds_until),
    };
    let done = law.assess_columns(&facts, settings, answers);
    for person in 0..count {
        let mut alone = [0; 17];
        let given = columns
            .iter()
            .map(Some)
            .chain(questions.iter().map(Option::as_ref));
        for (code, column) in alone.iter_mut().zip(given) {
            *code = column.map_or(0, |column| column[person]);
        }
        let alone = Facts::from_codes(&alone).expect("the law has these questions");
        let answer = law.assess(on, &alone.born(day(2008, 2, 29)), settings);
        if let Err(error) = done {
            assert_eq!(
                (error, answer.err()),
                (ColumnsError::EditionUnknown, Some(Error::EditionUnknown))
            );
            continue;
        }
        let expected = answer.as_ref().map_or((0, 0, 0, 0), |answer| {
            (
                u8::try_from(answer.possible.bits()).expect("few obligations"),
                answer.basis().next().map_or(0, Provision::number),
                answer.ask.map_or(0, Fact::code),
                answer.holds_until.map_or(HOLDS_FOREVER, Day::number),
            )
        });
        let got = (
            obligations[person],
            basis[person],
            ask[person],
            holds_until[person],
        );
        assert_eq!(got, expected);
        assert_eq!(status[person], answer.map(|_| ()).map_err(RowError::Assess));
    }
}

fn ask_about_days(law: Law<'_>, on: Day) {
    let calendar = law.calendar();
    for term in Term::ALL {
        for question in [
            TermQuestion::from(on),
            TermQuestion::from(on)
                .standing(Standing::Foreigner)
                .arrived_to_live(true)
                .stay_regime(StayRegime::UpTo90)
                .treaty(Treaty::None),
        ] {
            show(law.term(*term, &question, &calendar));
        }
    }
    show(law.declared_year(on.year(), Certainty::Published, &[], &[]));
    for week in Week::ALL {
        show(calendar.reason(on, *week));
        show(calendar.add_working_days(on, 366, FirstDay::Counted, *week));
    }
    for zone in Zone::ALL {
        for moment in [i64::MIN, 0, 1_800_000_000, i64::MAX] {
            show(law.today(moment, *zone));
            show(law.local_date(moment, *zone));
        }
    }
    let mut milestone = law.milestone_after(day(1, 1, 1));
    while let Some(found) = milestone {
        show(found.started().chain(found.ended()).count());
        milestone = law.milestone_after(found.day());
    }
}

/// The ways to an IIN, the pilot, and what else the law says about a country.
fn ask_about_the_iin(law: Law<'_>, on: Day) {
    for way in law.iin_ways(on) {
        show(way.is_open(&known()).len());
        show(way.provisions().chain(way.document_provisions()).count());
    }
    for answer in [None, Some(Answer::Yes), Some(Answer::No)] {
        let papers = law.pilot_papers(on, answer, Some(Answer::No));
        show(papers.map(|papers| papers.way.document_provisions().count()));
        show(papers);
    }
    for row in law.sections().countries {
        let Ok(country) = Country::parse(&CountryRow::from(row).alpha_2()) else {
            continue;
        };
        show(law.country(country, on));
        show(law.mission_in_pilot(Some(MissionKind::Embassy), country, on));
    }
}

/// A case, led through the events that the law allows: each of its states is asked everything.
fn ask_about_cases(law: Law<'_>, on: Day) {
    let until = Day::from_number(on.number() + 40).expect("long before the last day");
    let submit = |on| Event::Submit {
        on,
        data: DataItem::ALL.iter().copied().collect(),
        place: Some(PlaceOfStay::Apartment),
    };
    let events: [&dyn Fn(Day) -> Event; 7] = [
        &submit,
        &|on| Event::HostDeclines { on },
        &submit,
        &|on| Event::HostConfirms { on },
        &|on| Event::StayExtended { on, until },
        &|on| Event::Move { on },
        &|on| Event::Departs { on },
    ];
    for arrival in [Arrival::on(on), Arrival::on(on).stay_until(on)] {
        let mut case = Case::new(arrival).expect("an arrival");
        ask_about_case(law, case, on);
        for event in events {
            if let Ok(next) = case.apply(law, event(case.earliest(law))) {
                case = next;
                ask_about_case(law, case, on);
            }
        }
    }
}

fn ask_about_case(law: Law<'_>, case: Case, on: Day) {
    let calendar = law.calendar();
    assert_eq!(Case::from_bytes(&case.to_bytes()), Ok(case));
    show(case.window(law, &calendar));
    show(case.refusal(law));
    show(case.day(on, law, &calendar));
}

/// What the law says of itself, its documents and its provisions.
fn ask_about_itself(law: Law<'_>, on: Day) {
    show((law.name(), law.sequence(), law.digest()));
    show((law.known_until(), law.is_known_on(on)));
    show(law.edition_by_name("no such name"));
    for entry in law.all_provisions() {
        show((entry.id(), entry.place(), entry.substance()));
        show(entry.document().map(|document| document.title()));
        let provision = entry.row().provision();
        assert_eq!(law.provision_by_id(entry.id()), Some(provision));
        show(law.provision(provision).map(|entry| entry.id()));
        show(law.applies_on(provision, on));
    }
    for entry in law.all_documents() {
        show((entry.id(), entry.title()));
        show(law.document(entry.row().number()).map(|entry| entry.id()));
    }
}

fn ask_for_texts(law: Law<'_>) {
    for language in Language::ALL {
        for form in TextForm::ALL {
            for number in [0, 1, 2, 9, 300, u16::MAX] {
                for of in [
                    Vocabulary::Provision,
                    Vocabulary::Document,
                    Vocabulary::Edition,
                    Vocabulary::Fact,
                ] {
                    show(law.text(*language, of, number, *form));
                    show(law.id_of(of, number));
                }
            }
        }
    }
}

/// Looks at an answer: writes it out, as a log would.
fn show(answer: impl core::fmt::Debug) {
    black_box(format!("{answer:?}"));
}
