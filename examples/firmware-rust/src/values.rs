//! A value of every public type of kz-rules, about a person who does not exist: what the log shows of each,
//! and what it hides.

use kz_rules_core::{
    Action, AgeBand, AgeReading, Answer, Arrival, Assessment, Birth, Calendar, Case, CaseDay,
    CaseRefusal, CaseState, Certainty, Certificate, CertificateData, CertificateError,
    CertificateField, Country, Covered, Cure, DataItem, Date, Day, DayState, Deadline, Document,
    Duties, Edition, Error, Event, EventKind, Fact, Facts, Finding, FirstDay, Goal, Hint,
    Identifier, Iin, IinWay, Language, Location, Milestone, MissionKind, Obligation, Occasion,
    Outcome, Passed, PastEvent, Phrase, PilotPapers, PlaceOfStay, Plan, PlanStep, Procedure,
    Provision, Qr, Reason, Receipt, Refusal, Registered, Rejection, Rule, Set, Settings, Sex,
    Skipped, Standing, StayRegime, Step, Term, TermAnswer, Text, TextForm, Ticket, TooSmall, Trace,
    Transfer, Treaty, Verdict, Verification, Version, VisaChannel, Vocabulary, Week, Window, Year,
    Zone, assess, explain, plan, qr_encode,
};
use time::macros::date;

use super::Log;

const TODAY: Date = date!(2026 - 11 - 22);
const BORN: Date = date!(1990 - 05 - 17);
const IIN: &[u8; 12] = b"900517300108";

/// Logs a value of each type, and several where there are forms to tell apart.
pub(crate) fn every_type(log: &mut Log) -> Result<(), Error> {
    facts(log)?;
    assessments(log)?;
    plans(log)?;
    terms(log)?;
    cases(log)?;
    certificates(log)?;
    records(log)?;
    identity(log)?;
    words(log);
    Ok(())
}

fn facts(log: &mut Log) -> Result<(), Error> {
    log.value::<Fact>(Fact::VisaChannel);
    log.value::<Action>(Action::Extension);
    log.value::<AgeBand>(AgeBand::From12);
    log.value::<Answer>(Answer::No);
    log.value::<Location>(Location::Abroad);
    log.value::<Occasion>(Occasion::Visa);
    log.value::<Standing>(Standing::Stateless);
    log.value::<VisaChannel>(VisaChannel::Airport);
    log.value::<Birth>(Birth::UNKNOWN);
    log.value::<Birth>(Birth::year(1990));
    log.value::<Birth>(Birth::month(1990, 13));
    log.value::<Birth>(BORN.into());
    log.value::<Set<Standing>>(Set::EMPTY);
    log.value::<Set<Standing>>(Standing::Citizen.into());
    log.value::<Set<Standing>>(Standing::ALL.iter().copied().collect());
    log.value::<Facts>(Facts::default());
    log.value::<Facts>(applicant().birth_is_final());
    log.value::<Day>(Day::of(date!(0987 - 06 - 05)).ok_or(Error::DateNotSupported)?);
    Ok(())
}

/// A foreigner who asks for a visa.
fn applicant() -> Facts {
    Facts::default()
        .standing(Standing::Foreigner)
        .born(BORN)
        .occasion(Occasion::Visa)
        .action(Action::FirstIssue)
        .fingerprinted(false)
}

fn assessments(log: &mut Log) -> Result<(), Error> {
    let settings = Settings::default();
    log.value::<Edition>(Edition::Announced);
    log.value::<AgeReading>(AgeReading::DayAfter);
    log.value::<Settings>(settings);
    log.value::<Obligation>(Obligation::NotRequired);
    let unknown = assess(TODAY, &Facts::default(), settings)?;
    let known = assess(TODAY, &applicant(), settings)?;
    for answer in [unknown, known] {
        log.value::<Outcome>(answer.outcome());
        log.value::<Assessment>(answer);
    }
    log.value::<Option<&Duties>>(known.duties());
    log.value::<Option<Trace>>(explain(
        TODAY,
        &applicant(),
        settings,
        Obligation::Mandatory,
    )?);
    log.value::<Passed>(Passed {
        provision: Provision::L50Once,
        fact: Some(Fact::Fingerprinted),
        given: true,
    });
    for rule in Edition::Enacted.rules() {
        log.value::<Rule>(*rule);
    }
    log.value::<Provision>(Provision::MiaUnder12);
    log.value::<Document>(Document::Order923);
    log.value::<Option<Milestone>>(Milestone::after(date!(2026 - 06 - 30)));
    Ok(())
}

fn plans(log: &mut Log) -> Result<(), Error> {
    log.value::<Goal>(Goal::Iin);
    log.value::<Step>(Step::ObtainDocument);
    log.value::<Verdict>(Verdict::Deadlock);
    let facts = applicant()
        .visa_channel(VisaChannel::ForeignMission)
        .location(Location::Abroad)
        .may_enter(false)
        .has_iin(true)
        .mission_in_pilot(true)
        .mission_takes_fingerprints(true)
        .passport_in_foreign_language(true);
    for facts in [applicant(), facts] {
        let plan = plan(TODAY, &facts, Settings::default())?;
        for step in &plan.steps {
            log.value::<PlanStep>(*step);
        }
        log.value::<Plan>(plan);
    }
    log.value::<IinWay>(IinWay::ALL[0]);
    log.value::<MissionKind>(MissionKind::ConsulateGeneral);
    for code in ["KZ", "CHN", "156"] {
        log.value::<Country>(Country::parse(code.as_bytes())?);
    }
    let papers = PilotPapers::on(date!(2024 - 06 - 03), Some(Answer::No), None);
    log.value::<Option<PilotPapers>>(papers);
    log.value::<Procedure>(Procedure::PilotIin);
    log.value::<Finding>(Finding::HasIin);
    log.value::<Cure>(Cure::UseExistingIin);
    log.value::<Option<Refusal>>(Refusal::of(Procedure::PilotIin, Finding::HasIin));
    Ok(())
}

fn terms(log: &mut Log) -> Result<(), Error> {
    log.value::<Week>(Week::Six);
    log.value::<Certainty>(Certainty::Projected);
    log.value::<FirstDay>(FirstDay::NotCounted);
    log.value::<Reason>(Reason::IndependenceDay);
    log.value::<Zone>(Zone::ALL[0]);
    let (works, off) = (date!(2031 - 01 - 04), date!(2031 - 03 - 07));
    log.value::<Transfer>(Transfer::new(works, off));
    let years = [Year::declared(
        2031,
        Certainty::Published,
        &[],
        &[Transfer::new(works, off)],
    )];
    log.value::<Year>(years[0]);
    log.value::<Calendar<'_>>(Calendar::with(&years));

    log.value::<StayRegime>(StayRegime::Other);
    log.value::<Covered>(Covered::Unknown);
    log.value::<DayState>(DayState::Contested);
    log.value::<Treaty>(Treaty::Unknown);
    log.value::<Treaty>(Treaty::Days(45));
    let term = Term::from(date!(2026 - 12 - 01))
        .on(date!(2026 - 12 - 10))
        .standing(Standing::Foreigner)
        .arrived_to_live(true)
        .stay_until(date!(2027 - 02 - 28));
    log.value::<Term>(term);
    let calendar = &Calendar::KAZAKHSTAN;
    for answer in [
        term.move_(calendar)?,
        term.registration(calendar)?,
        term.stay_regime(StayRegime::Other).registration(calendar)?,
        Term::from(date!(2026 - 01 - 01)).registration(calendar)?,
    ] {
        log.value::<TermAnswer>(answer.clone());
        if let TermAnswer::Window(window) = answer {
            log.value::<Deadline>(window.deadline());
            log.value::<Skipped>(window.strict_skipped.clone());
            log.value::<Window>(window);
        }
    }
    Ok(())
}

fn cases(log: &mut Log) -> Result<(), Error> {
    log.value::<EventKind>(EventKind::Move);
    log.value::<CaseState>(CaseState::Refused);
    log.value::<CaseRefusal>(CaseRefusal::HostDeclined);
    log.value::<DataItem>(DataItem::ALL[0]);
    log.value::<PlaceOfStay>(PlaceOfStay::Apartment);

    let on = date!(2026 - 08 - 10);
    let submit = |data| Event::Submit {
        on,
        data,
        place: Some(PlaceOfStay::Apartment),
    };
    let confirms = |on| Event::HostConfirms { on };
    let arrival = Arrival::on(date!(2026 - 08 - 03)).stay_until(date!(2026 - 10 - 31));
    log.value::<Arrival>(arrival);
    let new = Case::new(arrival)?;
    for wrong in [
        submit(DataItem::ALL[0].into()),
        Event::Submit {
            on,
            data: all_items(),
            place: None,
        },
        confirms(on),
        confirms(date!(2026 - 06 - 30)),
        confirms(date!(2026 - 08 - 02)),
        confirms(date!(-0044 - 03 - 15)),
    ] {
        log.value::<Event>(wrong);
        log.value::<Option<Rejection>>(new.apply(wrong).err());
    }
    for event in [
        Event::HostDeclines { on },
        Event::DataFoundFalse { on },
        Event::Move { on },
    ] {
        log.value::<Event>(event);
    }
    let case = registered(new)?;
    for state in [new, case] {
        log.value::<Case>(state);
        log.value::<Option<CaseDay>>(state.day(on, &Calendar::KAZAKHSTAN)?);
    }
    for event in case.history() {
        log.value::<PastEvent>(event);
    }
    log.value::<Option<Registered<'_>>>(case.registered());
    Ok(())
}

fn all_items() -> Set<DataItem> {
    DataItem::ALL.iter().copied().collect()
}

/// The case after its host confirmed.
fn registered(case: Case) -> Result<Case, Rejection> {
    case.apply(Event::Submit {
        on: date!(2026 - 08 - 10),
        data: all_items(),
        place: Some(PlaceOfStay::Apartment),
    })?
    .apply(Event::HostConfirms {
        on: date!(2026 - 08 - 11),
    })
}

fn certificates(log: &mut Log) -> Result<(), Error> {
    let data = CertificateData {
        application_number: "KZ-2026-000123",
        surname: "LINDQVIST",
        given_name: "AGNETA",
        patronymic: Some("BRITTA"),
        passport: "N07654321",
        citizenship: "Sweden",
        address: "Almaty, Abay Ave 10-5",
        stay_from: date!(2026 - 08 - 03),
        stay_until: date!(2026 - 10 - 31),
        host_iin: Iin::parse(IIN)?,
        host_surname: "OMAROV",
        host_given_name: "DAULET",
        host_patronymic: Some("SERIKULY"),
        qr: Some("https://example.org/KZ-2026-000123"),
    };
    log.value::<CertificateData<'_>>(data);
    log.value::<CertificateField>(CertificateField::HostIin);
    let case = registered(Case::new(Arrival::on(data.stay_from))?)?;
    if let Some(registered) = case.registered() {
        let certificate = registered.certificate(data)?;
        log.value::<Certificate<'_>>(certificate);
        log.value::<Result<usize, TooSmall>>(certificate.render(&mut []));
        let nameless = CertificateData {
            surname: " ",
            ..data
        };
        let wrong: Option<CertificateError> = registered.certificate(nameless).err();
        log.value::<Option<CertificateError>>(wrong);
    }
    let (mut scratch, mut modules) = ([0; 256], [0; 256]);
    let code = qr_encode(data.passport, &mut scratch, &mut modules)?;
    log.value::<Qr<'_>>(code);
    Ok(())
}

fn records(log: &mut Log) -> Result<(), Error> {
    log.value::<Version>(Version::THIS);
    let settings = Settings::default();
    let receipt = Receipt::issue(TODAY, &applicant(), settings)?;
    log.value::<Receipt>(receipt);
    log.value::<Verification>(receipt.verify()?);
    let identifier = Identifier::new(*b"no number of any")?;
    log.value::<Identifier>(identifier);
    log.value::<Ticket>(Ticket::issue(TODAY, &applicant(), settings, identifier)?);
    Ok(())
}

fn identity(log: &mut Log) -> Result<(), Error> {
    let iin = Iin::parse(IIN)?;
    log.value::<Iin>(iin);
    log.value::<Option<Hint>>(iin.hint());
    log.value::<Sex>(Sex::Female);
    log.value::<Result<Iin, Error>>(Iin::parse(b"900517300109"));
    Ok(())
}

fn words(log: &mut Log) {
    log.value::<Error>(Error::CalendarNotCovered);
    log.value::<Language>(Language::Kk);
    log.value::<Phrase>(Phrase::ALL[0]);
    log.value::<TextForm>(TextForm::Sentence);
    log.value::<Text>(Document::Ministry.title());
    log.value::<Vocabulary>(Vocabulary::Refusal);
}
