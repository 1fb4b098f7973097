//! Logs a value of every public type of kz-rules, about an invented person. The test checks what the log
//! shows of each, and what it hides.

use kz_rules_core::{
    Action, AgeBand, AgeReading, Answer, Arrival, Assessment, AtLeast, Birth, BirthPrecision,
    Calendar, Carrier, Case, CaseDay, CaseState, Certainty, Certificate, CertificateData,
    CertificateError, CertificateField, Choice, ColumnsError, Country, CountryAnswer, Covered,
    Cure, DataItem, Day, DayState, Deadline, DecidedBy, DocumentKind, Duty, Edition, Error, Event,
    EventKind, Fact, Facts, Finding, FirstDay, Goal, Hint, Identifier, Iin, IinWay, Language,
    LastDay, LastDayKind, Law, LawKnown, Location, Milestone, MissionKind, MovableRow, Mrz,
    MrzDocument, MrzError, MrzExpected, MrzLayout, MrzNationality, Obligation, Occasion, Outcome,
    OutcomeKind, PackError, PackSection, ParseError, Passed, PastEvent, PilotPapers, PlaceOfStay,
    Plan, PlanStep, Procedure, Provision, Qr, Reason, Receipt, Refusal, Registered, Rejection,
    RowError, Set, SetIter, Settings, Sex, Skipped, Standing, Stay, StayAnswer, StayRegime,
    StayRule, StayState, Step, Term, TermAnswer, TermOutcome, TermOutcomeKind, TermQuestion, Text,
    TextForm, Ticket, ToldTreaty, TooSmall, Trace, TransferRow, Treaty, TreatyKind, Unit,
    UnknownCode, Verdict, Verification, Version, VisaChannel, Vocabulary, Week, Window, Year, Zone,
    built_in, choose, day, keep, qr_encode,
};

use super::Log;

const LAW: Law<'static> = Law::BUILT_IN;
const TODAY: Day = day(2026, 11, 22);
/// Fifteen years old, so that the answer holds until the next birthday.
const BORN: Day = day(2010, 12, 5);
const IIN: &[u8; 12] = b"101205600106";
const ZONE: &[u8] =
    b"P<SWELINDQVIST<<AGNETA<<<<<<<<<<<<<<<<<<<<<<N076543217SWE1012057F3012040<<<<<<<<<<<<<<08";

/// Logs a value of each type, or several if it has several forms.
pub(crate) fn every_type(log: &mut Log) -> Result<(), Error> {
    facts(log);
    assessments(log)?;
    plans(log)?;
    terms(log)?;
    cases(log)?;
    certificates(log)?;
    records(log)?;
    identity(log)?;
    packs(log);
    words(log);
    Ok(())
}

fn facts(log: &mut Log) {
    log.value::<Fact>(Fact::VisaChannel);
    log.value::<Action>(Action::Extension);
    log.value::<AgeBand>(AgeBand::Band3);
    log.value::<Answer>(Answer::No);
    log.value::<Location>(Location::Abroad);
    log.value::<Occasion>(Occasion::Visa);
    log.value::<Standing>(Standing::Stateless);
    log.value::<VisaChannel>(VisaChannel::Airport);
    log.value::<Birth>(Birth::UNKNOWN);
    log.value::<Birth>(Birth::year(2010));
    log.value::<Birth>(Birth::month(2010, 13));
    log.value::<Birth>(BORN.into());
    log.value::<BirthPrecision>(BirthPrecision::Month);
    log.value::<Set<Standing>>(Set::EMPTY);
    log.value::<Set<Standing>>(Standing::Citizen.into());
    log.value::<Set<Standing>>(Standing::ALL.iter().copied().collect());
    log.value::<SetIter<Standing>>(Set::from([Standing::Foreigner, Standing::Citizen]).iter());
    if let Err(error) = "alien".parse::<Standing>() {
        log.value::<ParseError>(error);
    }
    if let Err(error) = Standing::try_from(9) {
        log.value::<UnknownCode>(error);
    }
    log.value::<Facts>(Facts::default());
    log.value::<Facts>(applicant().decline(Fact::Action));
    log.value::<Day>(day(987, 6, 5));
}

fn packs(log: &mut Log) {
    log.value::<AtLeast<'_>>(AtLeast::of_built_in(4));
    log.value::<Choice>(choose([Some(4), None], [&keep(4), &[0; 8]], 0));
    log.value::<PackError>(PackError::Older(3));
    log.value::<RowError>(RowError::Assess(Error::BirthAfterDecision));
    log.value::<ColumnsError>(ColumnsError::EditionUnknown);
    log.value::<PackSection>(PackSection::Edition1);
}

/// A foreigner who applies for a visa.
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
    log.value::<Law<'_>>(LAW);
    log.value::<LawKnown>(LAW.is_known_on(TODAY));
    log.value::<DocumentKind>(DocumentKind::Report);
    log.value::<Edition>(Edition::FIRST);
    log.value::<AgeReading>(AgeReading::DayAfter);
    log.value::<Settings>(settings);
    log.value::<Obligation>(Obligation::NotRequired);
    log.value::<Duty>(Duty::Papers);
    log.value::<Carrier>(Carrier::Plan);
    let unknown = LAW.assess(TODAY, &Facts::default(), settings)?;
    let known = LAW.assess(TODAY, &applicant(), settings)?;
    for answer in [unknown, known] {
        log.value::<OutcomeKind>(answer.outcome().kind());
        log.value::<Outcome>(answer.outcome());
        log.value::<Assessment<'_>>(answer);
    }
    log.value::<Option<Trace>>(LAW.explain(
        TODAY,
        &applicant(),
        settings,
        Obligation::NotRequired,
    )?);
    log.value::<Passed>(Passed {
        provision: built_in::L50_ONCE,
        fact: Some(Fact::Fingerprinted),
        given: true,
    });
    log.value::<Provision>(built_in::MIA_UNDER_12);
    log.value::<Option<Provision>>(Provision::from_number(u16::MAX));
    log.value::<Option<Milestone<'_>>>(LAW.milestone_after(day(2026, 6, 30)));
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
        let plan = LAW.plan(TODAY, &facts, Settings::default())?;
        for step in plan.steps() {
            log.value::<PlanStep<'_>>(step);
        }
        log.value::<Plan<'_>>(plan);
    }
    for way in LAW.iin_ways(TODAY) {
        log.value::<IinWay<'_>>(way);
    }
    log.value::<MissionKind>(MissionKind::ConsulateGeneral);
    for code in ["KZ", "CHN", "156"] {
        let country = Country::parse(code.as_bytes())?;
        log.value::<Country>(country);
        log.value::<CountryAnswer>(LAW.country(country, TODAY));
    }
    let papers = LAW.pilot_papers(day(2024, 6, 3), Some(Answer::No), None);
    log.value::<Option<PilotPapers<'_>>>(papers);
    log.value::<Procedure>(Procedure::PilotIin);
    log.value::<Finding>(Finding::HasIin);
    log.value::<Cure>(Cure::UseExistingIin);
    log.value::<Option<Refusal>>(LAW.refusal(Procedure::PilotIin, Finding::HasIin));
    Ok(())
}

fn terms(log: &mut Log) -> Result<(), Error> {
    log.value::<Week>(Week::Six);
    log.value::<Certainty>(Certainty::Projected);
    log.value::<FirstDay>(FirstDay::NotCounted);
    log.value::<Reason>(Reason::IndependenceDay);
    log.value::<Zone>(Zone::ALL[0]);
    let years = [LAW.declared_year(
        2031,
        Certainty::Published,
        &[MovableRow::new(day(2031, 4, 4), Reason::KurbanAit)],
        &[TransferRow::new(day(2031, 1, 4), day(2031, 3, 7))],
    )];
    log.value::<Year>(years[0]);
    log.value::<Calendar<'_>>(LAW.calendar().with(&years));

    log.value::<Term>(Term::Registration);
    log.value::<Unit>(Unit::Working);
    log.value::<DecidedBy>(DecidedBy::Decision);
    log.value::<StayRegime>(StayRegime::Other);
    log.value::<Covered>(Covered::Unknown);
    log.value::<DayState>(DayState::Contested);
    log.value::<ToldTreaty>(ToldTreaty::NotGiven);
    log.value::<Treaty>(Treaty::Unknown);
    let treaty = Treaty::Days(45);
    log.value::<Option<TreatyKind>>(treaty.kind());
    log.value::<Treaty>(treaty);
    let question = TermQuestion::from(day(2026, 12, 1))
        .on(day(2026, 12, 10))
        .standing(Standing::Foreigner)
        .arrived_to_live(true)
        .stay_until(day(2027, 2, 28));
    log.value::<TermQuestion>(question);
    let calendar = &LAW.calendar();
    for answer in [
        LAW.term(Term::Move, &question, calendar)?,
        LAW.term(Term::Registration, &question, calendar)?,
        LAW.term(
            Term::Registration,
            &question.stay_regime(StayRegime::Other),
            calendar,
        )?,
        LAW.term(
            Term::Registration,
            &TermQuestion::from(day(2026, 1, 1)),
            calendar,
        )?,
    ] {
        if let Some(window) = answer.window() {
            log.value::<Deadline>(window.deadline());
            log.value::<Skipped>(window.strict_skipped.clone());
            log.value::<Window>(window.clone());
        }
        log.value::<TermOutcomeKind>(answer.outcome.kind());
        log.value::<TermOutcome>(answer.outcome.clone());
        log.value::<TermAnswer>(answer);
    }

    log.value::<StayState>(StayState::Overstayed);
    let rule = StayRule {
        per_entry: Some(30),
        total: Some(90),
        window: Some(180),
    };
    log.value::<StayRule>(rule);
    let stays = [Stay {
        entered: day(2026, 11, 3),
        left: None,
    }];
    log.value::<Stay>(stays[0]);
    let answer = kz_rules_core::stay(rule, &stays, TODAY)?;
    log.value::<Option<LastDay>>(answer.last_strict);
    log.value::<Option<LastDayKind>>(answer.last_strict.map(LastDay::kind));
    log.value::<StayAnswer>(answer);
    Ok(())
}

fn cases(log: &mut Log) -> Result<(), Error> {
    log.value::<EventKind>(EventKind::Move);
    log.value::<CaseState>(CaseState::Refused);
    log.value::<DataItem>(DataItem::ALL[0]);
    log.value::<PlaceOfStay>(PlaceOfStay::Apartment);

    let on = day(2026, 8, 10);
    let submit = |data| Event::Submit {
        on,
        data,
        place: Some(PlaceOfStay::Apartment),
    };
    let confirms = |on| Event::HostConfirms { on };
    let arrival = Arrival::on(day(2026, 8, 3)).stay_until(day(2026, 10, 31));
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
        confirms(day(2026, 6, 30)),
        confirms(day(2026, 8, 2)),
    ] {
        log.value::<Event>(wrong);
        log.value::<Option<Rejection>>(new.apply(LAW, wrong).err());
    }
    for event in [
        Event::HostDeclines { on },
        Event::DataFoundFalse { on },
        Event::Move { on },
        Event::StayExtended { on, until: on },
        Event::Departs { on },
    ] {
        log.value::<Event>(event);
    }
    let case = registered(new)?;
    for state in [new, case] {
        log.value::<Case>(state);
        log.value::<Option<CaseDay>>(state.day(on, LAW, &LAW.calendar())?);
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

/// The case after the host has confirmed.
fn registered(case: Case) -> Result<Case, Rejection> {
    let submitted = Event::Submit {
        on: day(2026, 8, 10),
        data: all_items(),
        place: Some(PlaceOfStay::Apartment),
    };
    let confirmed = Event::HostConfirms {
        on: day(2026, 8, 11),
    };
    case.apply(LAW, submitted)?.apply(LAW, confirmed)
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
        stay_from: day(2026, 8, 3),
        stay_until: day(2026, 10, 31),
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
    let receipt = LAW.issue_receipt(TODAY, &applicant(), settings)?;
    log.value::<Receipt>(receipt);
    log.value::<Verification>(LAW.verify_receipt(&receipt)?);
    let identifier = Identifier::new(*b"no number of any")?;
    log.value::<Identifier>(identifier);
    // A foreigner of that age gives no prints.
    let citizen = applicant()
        .standing(Standing::Citizen)
        .occasion(Occasion::CitizenPassport);
    log.value::<Ticket>(LAW.issue_ticket(TODAY, &citizen, settings, identifier)?);
    Ok(())
}

fn identity(log: &mut Log) -> Result<(), Error> {
    let iin = Iin::parse(IIN)?;
    log.value::<Iin>(iin);
    log.value::<Option<Hint>>(iin.hint());
    log.value::<Sex>(Sex::Female);
    log.value::<Result<Iin, Error>>(Iin::parse(b"101205600107"));
    let mrz = Mrz::read(ZONE, TODAY);
    log.value::<Result<Mrz, MrzError>>(mrz);
    log.value::<Result<Mrz, MrzError>>(Mrz::read(b"P<KAZ", TODAY));
    log.value::<Option<MrzLayout>>(mrz.ok().map(|mrz| mrz.layout()));
    log.value::<Option<MrzDocument>>(mrz.ok().map(|mrz| mrz.document()));
    log.value::<MrzNationality>(MrzNationality::Stateless);
    log.value::<MrzExpected>(MrzExpected::CheckDigit);
    Ok(())
}

fn words(log: &mut Log) {
    log.value::<Error>(Error::CalendarNotCovered);
    log.value::<Language>(Language::Kk);
    log.value::<TextForm>(TextForm::Sentence);
    log.value::<Option<Text<'_>>>(title());
    log.value::<Vocabulary>(Vocabulary::Status);
}

/// The title of the law's first document.
pub(crate) fn title() -> Option<Text<'static>> {
    let first = LAW.all_documents().next()?;
    Some(first.title())
}
