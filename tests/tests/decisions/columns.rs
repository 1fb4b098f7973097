//! Assessments as columns: each row has the same answer as the person has alone.

use kz_rules_core::{
    Action, AgeReading, Answer, AnswerColumns, ColumnsError, Day, Edition, Error, Fact,
    FactColumns, Facts, HOLDS_FOREVER, Law, Obligation, Occasion, Provision, RowError, Set,
    Settings, Standing, VisaChannel,
};
use kz_rules_ffi::*;
use kz_rules_tests::abi::status;
use kz_rules_tests::laws::{Page, laws};
use kz_rules_tests::random::{Days, Numbers};
use kz_rules_tests::rust_api;
use kz_rules_tests::vectors::Vectors;

/// The facts that are codes, in asking order, and how many values they have.
const CODES: [(&str, u8); 11] = [
    ("occasion", 15),
    ("standing", 3),
    ("fingerprinted", 2),
    ("action", 5),
    ("visa_channel", 4),
    ("permanent_resident", 2),
    ("held_at_commencement", 2),
    ("question_1", 2),
    ("question_2", 2),
    ("question_3", 2),
    ("question_4", 2),
];

/// A row: days as numbers; none if its bit in the bitmap is not set.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    on: Option<i32>,
    birth: Option<i32>,
    codes: [u8; 11],
    declined: u32,
}

/// The answer of a row: status, obligations, first basis, ask, holds_until.
type Cells = (Result<(), RowError>, u8, u16, u8, i32);

/// Which columns are given and wanted, besides those that must be.
#[derive(Clone, Copy, Debug)]
struct Shape {
    /// A bit for each code.
    codes: u16,
    birth: bool,
    birth_validity: bool,
    declined: bool,
    ask: bool,
    holds_until: bool,
}

const ALL: Shape = Shape {
    codes: !0,
    birth: true,
    birth_validity: true,
    declined: true,
    ask: true,
    holds_until: true,
};

impl Shape {
    /// The part of a row that is in these columns.
    fn of(self, mut row: Row) -> Row {
        for (place, code) in row.codes.iter_mut().enumerate() {
            if self.codes >> place & 1 == 0 {
                *code = 0;
            }
        }
        row.birth = row.birth.filter(|_| self.birth);
        row.declined = if self.declined { row.declined } else { 0 };
        row
    }
}

/// Bits, one a row; bits beyond the rows are set.
fn bitmap(bits: impl ExactSizeIterator<Item = bool>) -> Vec<u8> {
    let mut bytes = vec![0xFF; bits.len().div_ceil(8)];
    for (place, bit) in bits.enumerate() {
        if !bit {
            bytes[place / 8] &= !(1 << (place % 8));
        }
    }
    bytes
}

/// The answers to all rows at once.
fn columns(law: Law<'_>, rows: &[Row], settings: Settings, shape: Shape) -> Vec<Cells> {
    let count = rows.len();
    // The value of an unknown day does not matter.
    let on: Vec<_> = rows.iter().map(|row| row.on.unwrap_or(i32::MIN)).collect();
    let birth: Vec<_> = rows
        .iter()
        .map(|row| row.birth.unwrap_or(i32::MAX))
        .collect();
    let on_validity = bitmap(rows.iter().map(|row| row.on.is_some()));
    let birth_validity = bitmap(rows.iter().map(|row| row.birth.is_some()));
    let declined: Vec<_> = rows.iter().map(|row| row.declined).collect();
    let codes: Vec<Vec<u8>> = (0..CODES.len())
        .map(|fact| rows.iter().map(|row| row.codes[fact]).collect())
        .collect();
    let given = |fact: usize| (shape.codes >> fact & 1 != 0).then_some(codes[fact].as_slice());
    let facts = FactColumns {
        on: &on,
        on_validity: Some(&on_validity),
        birth: shape.birth.then_some(&birth),
        birth_validity: shape.birth_validity.then_some(&birth_validity),
        occasion: given(0),
        standing: given(1),
        fingerprinted: given(2),
        action: given(3),
        visa_channel: given(4),
        permanent_resident: given(5),
        held_at_commencement: given(6),
        question_1: given(7),
        question_2: given(8),
        question_3: given(9),
        question_4: given(10),
        declined: shape.declined.then_some(&declined),
    };
    let mut status = vec![Err(RowError::On); count];
    let (mut obligations, mut basis) = (vec![0xA5; count], vec![0xA5; count]);
    let (mut ask, mut holds_until) = (vec![0; count], vec![0; count]);
    let answers = AnswerColumns {
        obligations: Some(&mut obligations),
        basis: Some(&mut basis),
        ask: shape.ask.then_some(&mut ask),
        holds_until: shape.holds_until.then_some(&mut holds_until),
        status: &mut status,
    };
    law.assess_columns(&facts, settings, answers)
        .expect("columns as long as each other");
    (0..count)
        .map(|row| {
            (
                status[row],
                obligations[row],
                basis[row],
                ask[row],
                holds_until[row],
            )
        })
        .collect()
}

/// The answer to one row, by `assess`.
fn alone(law: Law<'_>, row: Row, settings: Settings, shape: Shape) -> Cells {
    let answer = || {
        let on = row.on.and_then(Day::from_number).ok_or(RowError::On)?;
        let mut codes = [0; 17];
        codes[..11].copy_from_slice(&row.codes);
        let mut facts = Facts::from_codes(&codes).map_err(RowError::Fact)?;
        if let Some(birth) = row.birth {
            facts = facts.born(Day::from_number(birth).ok_or(RowError::Birth)?);
        }
        let declined = Set::<Fact>::from_bits(row.declined);
        if row.declined >> Fact::ALL.len() != 0 || declined.contains(Fact::HeldAtCommencement) {
            return Err(RowError::Declined);
        }
        law.assess(on, &facts.with_declined(declined), settings)
            .map_err(RowError::Assess)
    };
    match answer() {
        Ok(answer) => (
            Ok(()),
            answer.possible.bits().try_into().expect("few obligations"),
            answer.basis().next().expect("a basis").number(),
            answer.ask.filter(|_| shape.ask).map_or(0, Fact::code),
            match answer.holds_until {
                _ if !shape.holds_until => 0,
                Some(day) => day.number(),
                None => HOLDS_FOREVER,
            },
        ),
        Err(error) => (Err(error), 0, 0, 0, 0),
    }
}

/// A row with about one fact in `unknown` not given; about one row in `wrong` has an error.
fn random_row(
    page: &Page,
    days: &Days,
    numbers: &mut Numbers,
    unknown: usize,
    wrong: usize,
) -> Row {
    let on = Day::of(days.any(numbers)).expect("a day").number();
    let ages = [0, 0, 30, 80]
        .into_iter()
        .chain(page.naive.ages.iter().copied());
    let age = i32::from(numbers.pick(&ages.collect::<Vec<_>>()));
    let near = i32::try_from(numbers.below(9)).expect("few") - 4;
    let far = i32::try_from(numbers.below(3000)).expect("few");
    let birth = on - age * 1461 / 4 - if numbers.one_in(2) { near } else { far };
    let mut row = Row {
        on: Some(on),
        birth: (!numbers.one_in(unknown)).then_some(birth.min(on)),
        ..Row::default()
    };
    for (place, ((_, values), code)) in CODES.iter().zip(&mut row.codes).enumerate() {
        let has = place < 7 || page.naive.questions[place - 7];
        if has && !numbers.one_in(unknown) {
            *code = u8::try_from(1 + numbers.below((*values).into())).expect("few");
        }
    }
    if numbers.one_in(4) {
        row.declined = 1 << numbers.below(7) & !0x80;
    }
    if numbers.one_in(wrong) {
        let code = numbers.below(11);
        let number = numbers.below(256);
        let day = numbers.pick(&[
            i32::MIN,
            -719_163,
            -719_162,
            2_932_896,
            2_932_897,
            i32::MAX,
            on + 1,
        ]);
        match numbers.below(5) {
            0 => row.codes[code] = u8::try_from(number).expect("a byte"),
            1 => row.on = Some(day),
            2 => row.on = None,
            3 => row.birth = Some(day),
            _ => row.declined |= 1 << numbers.below(32),
        }
    }
    row
}

fn settings() -> Vec<Settings> {
    let editions = (1..=2).map(Edition::new);
    let all = editions.flat_map(|edition| {
        AgeReading::ALL.iter().map(move |age_reading| Settings {
            edition,
            age_reading: *age_reading,
        })
    });
    all.collect()
}

#[test]
fn random_rows_have_the_answers_of_single_persons() {
    let mut numbers = Numbers::from(5);
    let (mut compared, mut wrong, mut decided) = (0, 0, 0);
    for page in laws() {
        let days = Days::of(&page.text);
        for settings in settings() {
            // More than a block, a few fewer, none; and all facts known, some, few.
            for (count, unknown) in [
                (64, 1000),
                (1500, 1000),
                (1499, 8),
                (127, 2),
                (1, 3),
                (0, 3),
                (900, 4),
            ] {
                let shape = Shape {
                    codes: if numbers.one_in(2) {
                        !0
                    } else {
                        numbers.below(0x800).try_into().expect("small")
                    },
                    birth: !numbers.one_in(4),
                    birth_validity: true,
                    declined: numbers.one_in(2),
                    ask: numbers.one_in(2),
                    holds_until: numbers.one_in(2),
                };
                let rows: Vec<_> = (0..count)
                    .map(|_| random_row(page, &days, &mut numbers, unknown, 20))
                    .map(|row| shape.of(row))
                    .collect();
                let got = columns(page.law(), &rows, settings, shape);
                for (row, got) in rows.iter().zip(&got) {
                    let expected = alone(page.law(), *row, settings, shape);
                    assert_eq!(
                        *got, expected,
                        "{}: {row:?} {settings:?} {shape:?}",
                        page.name
                    );
                    compared += 1;
                    wrong += usize::from(got.0.is_err());
                    decided += usize::from(got.1.is_power_of_two());
                }
            }
        }
    }
    println!("{compared} rows are equal, {wrong} of them with errors, {decided} decided");
    assert!(wrong * 100 > compared && decided * 3 > compared && decided < compared - wrong);
}

/// All facts known, and no bitmap for the birth dates: the usual case for back offices.
#[test]
fn fully_known_rows_need_no_bitmap() {
    let mut numbers = Numbers::from(6);
    let shape = Shape {
        birth_validity: false,
        ..ALL
    };
    for page in laws() {
        let days = Days::of(&page.text);
        for settings in settings() {
            let mut rows: Vec<_> = (0..2000)
                .map(|_| random_row(page, &days, &mut numbers, usize::MAX, 50))
                .collect();
            rows.retain(|row| row.birth.is_some());
            let got = columns(page.law(), &rows, settings, shape);
            for (row, got) in rows.iter().zip(&got) {
                assert_eq!(
                    *got,
                    alone(page.law(), *row, settings, shape),
                    "{}: {row:?}",
                    page.name
                );
            }
        }
    }
}

#[test]
fn columns_give_the_answers_of_the_vectors() {
    for page in laws() {
        let vectors = Vectors::read(&format!("{}/assess.csv", page.vectors()));
        let law = page.law();
        let mut compared = 0;
        for line in vectors.lines() {
            let day = |column| rust_api::day(line.text(column)).map(Day::number);
            let birth = line.text("birth");
            // A column holds full birth dates only; and unknown words have no number.
            let Some(on) = day("on") else { continue };
            if !birth.is_empty() && day("birth").is_none() {
                continue;
            }
            let code = |name: &str| {
                let text = line.text(name);
                if text.is_empty() {
                    return Some(0);
                }
                match name {
                    "occasion" => Occasion::from_name(text).map(Occasion::code),
                    "standing" => Standing::from_name(text).map(Standing::code),
                    "action" => Action::from_name(text).map(Action::code),
                    "visa_channel" => VisaChannel::from_name(text).map(VisaChannel::code),
                    _ => Answer::from_name(text).map(Answer::code),
                }
            };
            let codes: Option<Vec<u8>> = CODES.iter().map(|(name, _)| code(name)).collect();
            let Some(codes) = codes else { continue };
            let edition = match line.text("edition") {
                "" => Some(Edition::FIRST),
                name => law.edition_by_name(name),
            };
            let declined = line
                .text("declined")
                .split('|')
                .filter(|name| !name.is_empty());
            let declined: Option<Set<Fact>> = declined
                .map(Fact::from_name)
                .collect::<Option<Vec<_>>>()
                .map(|facts| facts.into_iter().collect());
            let (Some(edition), Some(declined)) = (edition, declined) else {
                continue;
            };
            let mut row = Row {
                on: Some(on),
                birth: day("birth"),
                declined: declined.bits(),
                ..Row::default()
            };
            for (cell, code) in row.codes.iter_mut().zip(codes) {
                *cell = code;
            }
            let got = columns(
                law,
                &[row],
                Settings {
                    edition,
                    ..Settings::default()
                },
                ALL,
            )[0];
            let (status, obligations, basis, ask, holds_until) = got;
            let id = line.text("id");
            let status = status.map_or_else(|error| error.name().to_string(), |()| "ok".into());
            assert_eq!(status, line.text("=status"), "{id}");
            if status != "ok" {
                continue;
            }
            let names: Vec<_> = Set::<Obligation>::from_bits(obligations.into())
                .iter()
                .map(|obligation| obligation.name())
                .collect();
            assert_eq!(names.join("|"), line.text("=obligations"), "{id}");
            let basis = Provision::from_number(basis).and_then(|basis| law.provision(basis));
            // The vectors do not give the order of the basis; its first provision is compared with
            // `assess` above.
            let basis = basis.expect("a provision").id();
            assert!(
                line.text("=basis").split('|').any(|one| one == basis),
                "{id}"
            );
            assert_eq!(
                Fact::from_code(ask).map_or("", Fact::name),
                line.text("=ask"),
                "{id}"
            );
            let until = match holds_until {
                HOLDS_FOREVER => String::new(),
                day => format!("{:?}", Day::from_number(day).expect("a day")),
            };
            assert_eq!(until, line.text("=holds_until"), "{id}");
            compared += 1;
        }
        println!("{}: {compared} vectors", page.name);
        assert!(compared >= 160, "{}: {compared}", page.name);
    }
}

#[test]
fn columns_of_other_lengths_are_an_error_and_nothing_is_written() {
    let mut status = [Err(RowError::On); 9];
    let mut ask = [77; 9];
    let mut of = |facts: FactColumns<'_>, length: usize| {
        let answers = AnswerColumns {
            ask: Some(&mut ask[..length]),
            status: &mut status,
            ..AnswerColumns::default()
        };
        Law::BUILT_IN.assess_columns(&facts, Settings::default(), answers)
    };
    let facts = FactColumns {
        on: &[20_000; 9],
        ..FactColumns::default()
    };
    let length = |column| Err(ColumnsError::Length(column));
    assert_eq!(
        of(
            FactColumns {
                on: &[20_000; 8],
                ..facts
            },
            9
        ),
        length("ask")
    );
    assert_eq!(of(facts, 8), length("ask"));
    assert_eq!(
        of(
            FactColumns {
                birth: Some(&[0; 10]),
                ..facts
            },
            9
        ),
        length("birth")
    );
    assert_eq!(
        of(
            FactColumns {
                occasion: Some(&[0; 8]),
                ..facts
            },
            9
        ),
        length("occasion")
    );
    assert_eq!(
        of(
            FactColumns {
                question_4: Some(&[0; 8]),
                ..facts
            },
            9
        ),
        length("question_4")
    );
    assert_eq!(
        of(
            FactColumns {
                on_validity: Some(&[0xFF]),
                ..facts
            },
            9
        ),
        length("on_validity")
    );
    assert_eq!(
        of(
            FactColumns {
                birth_validity: Some(&[0xFF]),
                ..facts
            },
            9
        ),
        length("birth_validity")
    );
    assert_eq!(
        of(
            FactColumns {
                declined: Some(&[]),
                ..facts
            },
            9
        ),
        length("declined")
    );
    let unknown = Settings {
        edition: Edition::new(3),
        ..Settings::default()
    };
    let answers = AnswerColumns {
        status: &mut status,
        ..AnswerColumns::default()
    };
    let answer = Law::BUILT_IN.assess_columns(&facts, unknown, answers);
    assert_eq!(answer, Err(ColumnsError::EditionUnknown));
    assert_eq!((status, ask), ([Err(RowError::On); 9], [77; 9]));
}

// --- The C interface.

/// A row as the input of `kz_assess`. Only what a kz_date can hold.
fn person(row: Row, edition: u8, age_reading: u8) -> kz_facts {
    let date = |day: Option<i32>| {
        day.and_then(Day::from_number)
            .map_or_else(kz_date::default, kz_date::from)
    };
    let [
        occasion,
        standing,
        fingerprinted,
        action,
        visa_channel,
        permanent_resident,
        held_at_commencement,
        question_1,
        question_2,
        question_3,
        question_4,
    ] = row.codes;
    kz_facts {
        on: date(row.on),
        birth: date(row.birth),
        birth_precision: if row.birth.is_some() { 3 } else { 0 },
        edition,
        age_reading,
        occasion,
        standing,
        fingerprinted,
        action,
        visa_channel,
        permanent_resident,
        held_at_commencement,
        question_1,
        question_2,
        question_3,
        question_4,
        declined: row.declined,
        ..kz_facts::default()
    }
}

/// Columns for C, none of them given.
const NO_FACTS: kz_fact_columns = kz_fact_columns {
    on: std::ptr::null(),
    on_validity: std::ptr::null(),
    birth: std::ptr::null(),
    birth_validity: std::ptr::null(),
    occasion: std::ptr::null(),
    standing: std::ptr::null(),
    fingerprinted: std::ptr::null(),
    action: std::ptr::null(),
    visa_channel: std::ptr::null(),
    permanent_resident: std::ptr::null(),
    held_at_commencement: std::ptr::null(),
    question_1: std::ptr::null(),
    question_2: std::ptr::null(),
    question_3: std::ptr::null(),
    question_4: std::ptr::null(),
    declined: std::ptr::null(),
};

const NO_ANSWERS: kz_answer_columns = kz_answer_columns {
    status: std::ptr::null_mut(),
    obligations: std::ptr::null_mut(),
    basis: std::ptr::null_mut(),
    ask: std::ptr::null_mut(),
    holds_until: std::ptr::null_mut(),
};

const LAW: *const kz_law = std::ptr::null();

#[test]
fn columns_in_c_agree_with_kz_assess() {
    let page = &laws()[0];
    let (days, mut numbers) = (Days::of(&page.text), Numbers::from(7));
    let rows: Vec<_> = (0..3001)
        .map(|_| random_row(page, &days, &mut numbers, 8, 5))
        .collect();
    let on: Vec<_> = rows.iter().map(|row| row.on.unwrap_or(0)).collect();
    let birth: Vec<_> = rows.iter().map(|row| row.birth.unwrap_or(0)).collect();
    let on_validity = bitmap(rows.iter().map(|row| row.on.is_some()));
    let birth_validity = bitmap(rows.iter().map(|row| row.birth.is_some()));
    let declined: Vec<_> = rows.iter().map(|row| row.declined).collect();
    let codes: Vec<Vec<u8>> = (0..11)
        .map(|fact| rows.iter().map(|row| row.codes[fact]).collect())
        .collect();
    let facts = kz_fact_columns {
        on: on.as_ptr(),
        on_validity: on_validity.as_ptr(),
        birth: birth.as_ptr(),
        birth_validity: birth_validity.as_ptr(),
        occasion: codes[0].as_ptr(),
        standing: codes[1].as_ptr(),
        fingerprinted: codes[2].as_ptr(),
        action: codes[3].as_ptr(),
        visa_channel: codes[4].as_ptr(),
        permanent_resident: codes[5].as_ptr(),
        held_at_commencement: codes[6].as_ptr(),
        question_1: codes[7].as_ptr(),
        question_2: codes[8].as_ptr(),
        question_3: codes[9].as_ptr(),
        question_4: codes[10].as_ptr(),
        declined: declined.as_ptr(),
    };
    for (edition, reading) in [(0, 0), (1, 2), (2, 1), (2, 2)] {
        let count = rows.len();
        let (mut status, mut obligations, mut basis) =
            (vec![1; count], vec![1; count], vec![1; count]);
        let (mut ask, mut holds_until) = (vec![1; count], vec![1; count]);
        let answers = kz_answer_columns {
            status: status.as_mut_ptr(),
            obligations: obligations.as_mut_ptr(),
            basis: basis.as_mut_ptr(),
            ask: ask.as_mut_ptr(),
            holds_until: holds_until.as_mut_ptr(),
        };
        let done = unsafe { kz_assess_columns(LAW, &facts, count, edition, reading, &answers) };
        assert_eq!(done, KZ_OK);
        for (place, row) in rows.iter().enumerate() {
            let facts = person(*row, edition, reading);
            let mut answer = kz_assessment::default();
            let expected = unsafe { kz_assess(LAW, &facts, &mut answer) };
            let until = Day::new(
                answer.holds_until.year,
                answer.holds_until.month,
                answer.holds_until.day,
            );
            let until = if expected == KZ_OK {
                until.map_or(KZ_HOLDS_FOREVER, Day::number)
            } else {
                0
            };
            assert_eq!(
                (
                    status[place],
                    u32::from(obligations[place]),
                    basis[place],
                    ask[place],
                    holds_until[place]
                ),
                (
                    expected,
                    answer.obligations,
                    answer.basis[0],
                    answer.ask,
                    until
                ),
                "{row:?}"
            );
        }
    }
}

#[test]
fn a_wrong_call_has_its_status_and_writes_nothing() {
    let on = [20_000; 2];
    let facts = kz_fact_columns {
        on: on.as_ptr(),
        ..NO_FACTS
    };
    let mut statuses = [77; 2];
    let answers = kz_answer_columns {
        status: statuses.as_mut_ptr(),
        ..NO_ANSWERS
    };
    let of = |facts: *const kz_fact_columns,
              edition,
              reading,
              answers: *const kz_answer_columns| unsafe {
        kz_assess_columns(LAW, facts, 2, edition, reading, answers)
    };
    assert_eq!(of(std::ptr::null(), 0, 0, &answers), status("NULL"));
    assert_eq!(of(&facts, 0, 0, std::ptr::null()), status("NULL"));
    assert_eq!(of(&NO_FACTS, 0, 0, &answers), status("NULL"));
    assert_eq!(of(&facts, 0, 0, &NO_ANSWERS), status("NULL"));
    assert_eq!(of(&facts, 0, 3, &answers), status("BAD_AGE_READING"));
    assert_eq!(of(&facts, 3, 0, &answers), status("EDITION_UNKNOWN"));
    assert_eq!(statuses, [77; 2]);
    assert_eq!(of(&facts, 0, 0, &answers), KZ_OK);
    assert_eq!(statuses, [KZ_OK; 2]);
    let none = unsafe { kz_assess_columns(LAW, &NO_FACTS, 0, 0, 0, &NO_ANSWERS) };
    assert_eq!(none, KZ_OK, "no persons need no columns");
}

#[test]
fn an_error_in_a_row_leaves_the_others_their_answers() {
    let mut row = Row {
        on: Some(20_800),
        birth: Some(9_000),
        codes: [3, 2, 2, 1, 1, 2, 2, 0, 0, 0, 0],
        declined: 0,
    };
    let good = row;
    row.codes[7] = 1;
    let got = columns(Law::BUILT_IN, &[good, row, good], Settings::default(), ALL);
    assert_eq!(
        got[1],
        (Err(RowError::Assess(Error::Question1)), 0, 0, 0, 0)
    );
    assert_eq!((got[0], got[0].0), (got[2], Ok(())));
}
