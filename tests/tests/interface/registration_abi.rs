//! The registration case, the certificate and the QR code, called from C.

use std::ffi::{CStr, CString, c_char};
use std::ptr::{null, null_mut};

use kz_rules_core as core;
use kz_rules_core::CertificateField;
use kz_rules_ffi::*;
use kz_rules_tests::abi::{CONSTANTS, noted, status};
use kz_rules_tests::case_table::{self, ARRIVED_ON, SITUATIONS, STAY_UNTIL, situation};
use kz_rules_tests::registration::certificate_texts;
use proptest::prelude::*;

/// The built-in law.
const LAW: *const kz_law = null();

fn in_c(day: Option<core::Day>) -> kz_date {
    day.map_or(kz_date::default(), kz_date::from)
}

const fn day(year: u16, month: u8, day: u8) -> kz_date {
    kz_date { year, month, day }
}

fn arrival() -> kz_arrival {
    kz_arrival {
        arrived_on: in_c(Some(ARRIVED_ON)),
        stay_until: in_c(Some(STAY_UNTIL)),
        treaty: 1,
        ..kz_arrival::default()
    }
}

fn in_c_event(event: &core::Event) -> kz_case_event {
    let mut told = kz_case_event {
        on: in_c(Some(event.on())),
        event: event.kind().code(),
        ..kz_case_event::default()
    };
    match event {
        core::Event::Submit { data, place, .. } => {
            told.data = data.bits();
            told.place = place.map_or(0, core::PlaceOfStay::code);
        }
        core::Event::StayExtended { until, .. } => told.stay_until = in_c(Some(*until)),
        _ => {}
    }
    told
}

fn init(arrival: &kz_arrival) -> Result<kz_case, i32> {
    let mut case = kz_case::from(core::Case::new(core::Arrival::on(ARRIVED_ON)).expect("a case"));
    let before = case;
    let status = noted(unsafe { kz_case_init(arrival, &mut case) });
    assert!(status == KZ_OK || case == before, "nothing is written");
    (status == KZ_OK).then_some(case).ok_or(status)
}

fn apply(case: &mut kz_case, event: &kz_case_event) -> i32 {
    let before = *case;
    let status = noted(unsafe { kz_case_apply(LAW, case, event) });
    assert!(
        status == KZ_OK || *case == before,
        "the case stays as it was"
    );
    status
}

fn view(case: &kz_case) -> kz_case_view {
    let mut view = kz_case_view::default();
    assert_eq!(unsafe { kz_case_get(LAW, case, &mut view) }, KZ_OK);
    view
}

/// Each situation of the table, reached through C, and the same through the Rust API.
fn situations() -> Vec<(kz_case, core::Case)> {
    let lead = |(_, script): &(&str, &str)| {
        let mut case = init(&arrival()).expect("a case");
        let mut same = core::Case::new(case_table::arrival()).expect("a case");
        for event in situation(script) {
            assert_eq!(apply(&mut case, &in_c_event(&event)), KZ_OK);
            same = same
                .apply(core::Law::BUILT_IN, event)
                .expect("it led there");
        }
        (case, same)
    };
    SITUATIONS.iter().map(lead).collect()
}

/// A registered case.
fn registered() -> kz_case {
    let (case, _) = situations()
        .into_iter()
        .find(|(_, same)| same.registered().is_some())
        .expect("one is");
    case
}

#[test]
fn a_case_in_c_is_that_of_rust() {
    let law = core::Law::BUILT_IN;
    for (case, same) in situations() {
        assert!(case == kz_case::from(same));
        let view = view(&case);
        let history: Vec<_> = same
            .history()
            .map(|event| kz_past_event {
                on: in_c(Some(event.on)),
                event: event.event.code(),
                state: event.state.code(),
                reserved: [0; 2],
            })
            .collect();
        let mut all = [kz_past_event::default(); KZ_HISTORY_MAX];
        all[..history.len()].copy_from_slice(&history);
        let expected = kz_case_view {
            arrived_on: in_c(Some(same.arrived_on())),
            stay_until: in_c(same.stay_until()),
            registered_on: in_c(same.registered_on()),
            deregistered_on: in_c(same.deregistered_on()),
            moved_on: in_c(same.moved_on()),
            earliest: in_c(Some(same.earliest(law))),
            treaty_days: 0,
            registrations: same.registrations(),
            events: same.events(),
            possible: same.possible_events().bits(),
            treaty: 1,
            week: 1,
            state: same.state().code(),
            finding: same.finding().map_or(0, core::Finding::code),
            ground: same
                .refusal(law)
                .map_or(0, |refusal| refusal.ground.number()),
            history_count: history.len().try_into().unwrap(),
            reserved: [0; 3],
            history: all,
        };
        assert_eq!(view, expected);
        let window = same.window(law, &law.calendar()).unwrap();
        let mut got = kz_window {
            provision: 9,
            ..kz_window::default()
        };
        assert_eq!(
            unsafe { kz_case_window(LAW, &case, null(), 0, &mut got) },
            KZ_OK
        );
        let expected = window.map_or(kz_window::default(), |window| kz_window::from(&window));
        assert_eq!(got, expected);

        for ahead in 0..120 {
            let on = ARRIVED_ON.plus(ahead).expect("a day");
            let mut got = kz_window_day::default();
            let answer = unsafe { kz_case_day(LAW, &case, in_c(Some(on)), null(), 0, &mut got) };
            match same.day(on, law, &law.calendar()) {
                Ok(day) => {
                    assert_eq!(answer, KZ_OK);
                    assert_eq!(got.state, day.map_or(0, |day| day.state.code()));
                    assert_eq!(
                        got.days_left,
                        day.and_then(|day| day.days_left).unwrap_or(0)
                    );
                    assert_eq!(
                        got.days_late,
                        day.and_then(|day| day.days_late).unwrap_or(0)
                    );
                }
                Err(_) => assert_eq!(answer, status("DECISION_BEFORE_EVENT")),
            }
        }
    }
}

#[test]
fn a_treaty_is_kept() {
    for (treaty, treaty_days) in [(0, 0), (1, 0), (3, 1), (3, 366)] {
        let view = view(
            &init(&kz_arrival {
                treaty,
                treaty_days,
                week: 2,
                ..arrival()
            })
            .unwrap(),
        );
        assert_eq!(
            (view.treaty, view.treaty_days, view.week),
            (treaty, treaty_days, 2)
        );
    }
}

#[test]
pub(super) fn a_wrong_arrival_is_refused_by_the_name_of_the_field() {
    let refused = |error: &str, arrival| assert_eq!(init(&arrival), Err(status(error)), "{error}");
    let from = arrival();
    refused(
        "BAD_ARRIVED_ON",
        kz_arrival {
            arrived_on: day(0, 0, 0),
            ..from
        },
    );
    refused(
        "BAD_ARRIVED_ON",
        kz_arrival {
            arrived_on: day(2026, 2, 29),
            ..from
        },
    );
    refused(
        "BAD_STAY_UNTIL",
        kz_arrival {
            stay_until: day(2026, 2, 29),
            ..from
        },
    );
    refused("BAD_TREATY", kz_arrival { treaty: 2, ..from });
    refused("BAD_TREATY", kz_arrival { treaty: 4, ..from });
    refused(
        "BAD_TREATY",
        kz_arrival {
            treaty_days: 1,
            ..from
        },
    );
    refused("BAD_WEEK", kz_arrival { week: 3, ..from });
    refused("TREATY_DAYS", kz_arrival { treaty: 3, ..from });
    refused(
        "TREATY_DAYS",
        kz_arrival {
            treaty: 3,
            treaty_days: 367,
            ..from
        },
    );
    refused(
        "STAY_BEFORE_ARRIVAL",
        kz_arrival {
            stay_until: day(2026, 8, 2),
            ..from
        },
    );
}

const ALL_ITEMS: kz_set = 0x7F;

#[test]
pub(super) fn a_wrong_event_is_refused_and_leaves_the_case_unchanged() {
    let submit = kz_case_event {
        on: day(2026, 8, 10),
        data: ALL_ITEMS,
        event: 1,
        place: 1,
        ..kz_case_event::default()
    };
    let moves = kz_case_event {
        on: day(2026, 8, 10),
        event: 5,
        ..kz_case_event::default()
    };
    let mut case = init(&arrival()).unwrap();
    let mut refused =
        |error: &str, event| assert_eq!(apply(&mut case, &event), status(error), "{error}");
    refused(
        "BAD_DATE",
        kz_case_event {
            on: day(0, 0, 0),
            ..submit
        },
    );
    refused(
        "BAD_DATE",
        kz_case_event {
            on: day(2026, 8, 32),
            ..submit
        },
    );
    refused("BAD_EVENT", kz_case_event { event: 0, ..submit });
    refused("BAD_EVENT", kz_case_event { event: 8, ..submit });
    refused(
        "BAD_DATA",
        kz_case_event {
            data: 0x80,
            ..submit
        },
    );
    refused("BAD_DATA", kz_case_event { data: 1, ..moves });
    for reserved in [[1, 0], [0, 255]] {
        refused("RESERVED", kz_case_event { reserved, ..submit });
    }
    let extended = kz_case_event {
        event: 6,
        stay_until: day(2026, 12, 31),
        ..moves
    };
    let stay_until = day(0, 0, 0);
    refused(
        "BAD_STAY_UNTIL",
        kz_case_event {
            stay_until,
            ..extended
        },
    );
    let stay_until = day(2026, 2, 30);
    refused(
        "BAD_STAY_UNTIL",
        kz_case_event {
            stay_until,
            ..extended
        },
    );
    let stay_until = day(2026, 12, 31);
    refused(
        "BAD_STAY_UNTIL",
        kz_case_event {
            stay_until,
            ..submit
        },
    );
    let stay_until = in_c(Some(STAY_UNTIL));
    refused(
        "STAY_NOT_EXTENDED",
        kz_case_event {
            stay_until,
            ..extended
        },
    );
    refused("BAD_PLACE_OF_STAY", kz_case_event { place: 8, ..submit });
    refused("BAD_PLACE_OF_STAY", kz_case_event { place: 1, ..moves });
    refused(
        "NOT_IN_FORCE",
        kz_case_event {
            on: day(2026, 6, 30),
            ..submit
        },
    );
    refused(
        "DATE_BACKWARDS",
        kz_case_event {
            on: day(2026, 8, 2),
            ..submit
        },
    );
    refused("INVALID_EVENT", kz_case_event { event: 2, ..moves });
    refused("MISSING_DATA", kz_case_event { data: 0, ..submit });
    refused("PLACE_NOT_ELIGIBLE", kz_case_event { place: 0, ..submit });
}

#[test]
pub(super) fn missing_items_are_named() {
    let missing = |stated| {
        let mut missing = 0xAAAA;
        let status = unsafe { kz_data_missing(stated, &mut missing) };
        (status, missing)
    };
    assert_eq!(missing(ALL_ITEMS), (KZ_OK, 0));
    assert_eq!(missing(0), (KZ_OK, ALL_ITEMS & !(1 << 2)));
    assert_eq!(missing(1 << 4 | 1 << 2), (KZ_OK, 0b110_1011));
    assert_eq!(missing(0x80), (status("BAD_DATA"), 0xAAAA));
}

/// The bytes of a case.
fn flipped(case: &kz_case, bit: usize) -> kz_case {
    let mut flipped = *case;
    let kz_case {
        version,
        body,
        checksum,
    } = &mut flipped;
    let byte = version
        .iter_mut()
        .chain(body)
        .chain(checksum)
        .nth(bit / 8)
        .expect("a byte");
    *byte ^= 1 << (bit % 8);
    flipped
}

#[test]
pub(super) fn every_single_bit_flipped_is_an_error_of_every_function() {
    let (data, moves) = (
        certificate(),
        kz_case_event {
            on: day(2026, 12, 1),
            event: 5,
            ..Default::default()
        },
    );
    for (case, _) in situations() {
        for bit in 0..size_of::<kz_case>() * 8 {
            let error = if bit < 32 {
                "CASE_FOREIGN"
            } else {
                "CASE_DAMAGED"
            };
            let expected = status(error);
            let mut damaged = flipped(&case, bit);
            assert_eq!(apply(&mut damaged, &moves), expected);
            let (mut view, mut window, mut day) = Default::default();
            let mut needed = 7;
            unsafe {
                assert_eq!(kz_case_get(LAW, &damaged, &mut view), expected);
                assert_eq!(
                    kz_case_window(LAW, &damaged, null(), 0, &mut window),
                    expected
                );
                assert_eq!(
                    kz_case_day(LAW, &damaged, self::day(2026, 12, 1), null(), 0, &mut day),
                    expected
                );
                let rendered =
                    kz_certificate_render(&damaged, &data.get(), null_mut(), 0, &mut needed);
                assert_eq!((rendered, needed), (expected, 7));
            }
            assert_eq!(
                (view, window, day),
                Default::default(),
                "nothing is written"
            );
        }
    }
    let zeroed = kz_case {
        version: [0; 4],
        body: [0; 72],
        checksum: [0; 4],
    };
    assert_eq!(
        unsafe { kz_case_get(LAW, &zeroed, &mut kz_case_view::default()) },
        status("CASE_FOREIGN")
    );
}

#[test]
pub(super) fn an_impossible_day_or_calendar_is_refused() {
    let case = init(&arrival()).unwrap();
    let (mut out, mut window) = (kz_window_day::default(), kz_window::default());
    let mut refused = |error: &str, on, years, count| {
        assert_eq!(
            unsafe { kz_case_day(LAW, &case, on, years, count, &mut out) },
            status(error)
        );
    };
    refused("BAD_ON", day(2026, 8, 0), null(), 0);
    refused("DECISION_BEFORE_EVENT", day(2026, 8, 2), null(), 0);
    refused("NULL", day(2026, 8, 10), null(), 1);
    let late = kz_arrival {
        arrived_on: day(2031, 1, 1),
        stay_until: day(0, 0, 0),
        ..arrival()
    };
    let late = init(&late).unwrap();
    let status_of = unsafe { kz_case_window(LAW, &late, null(), 0, &mut window) };
    assert_eq!(status_of, status("CALENDAR_NOT_COVERED"));
}

// --- The certificate.

/// A certificate with its texts.
struct Owned {
    texts: [Option<CString>; 12],
    stay: [kz_date; 2],
}

fn certificate() -> Owned {
    let texts = [
        "000000012345",
        "Өмірбекқызы",
        "Айгүл",
        "Серікқызы",
        "N 01234567",
        "Қырғыз Республикасы",
        "Алматы қаласы",
        "831205408725",
        "Әбдіғалиева",
        "Гүлнұр",
        "Ұланқызы",
        "https://example.org/12345",
    ];
    Owned {
        texts: texts.map(|text| Some(CString::new(text).unwrap())),
        stay: [day(2026, 8, 3), day(2026, 10, 30)],
    }
}

impl Owned {
    fn with(mut self, field: CertificateField, text: Option<&[u8]>) -> Self {
        let place = certificate_texts().position(|it| it == field);
        self.texts[place.expect("a text")] =
            text.map(|text| CString::new(text).expect("no NUL in it"));
        self
    }

    /// The struct, which points to the texts.
    fn get(&self) -> kz_certificate {
        let mut texts = self
            .texts
            .iter()
            .map(|text| text.as_ref().map_or(null(), |text| text.as_ptr()));
        let mut next = || texts.next().expect("twelve");
        kz_certificate {
            application_number: next(),
            surname: next(),
            given_name: next(),
            patronymic: next(),
            passport: next(),
            citizenship: next(),
            address: next(),
            host_iin: next(),
            host_surname: next(),
            host_given_name: next(),
            host_patronymic: next(),
            qr: next(),
            stay_from: self.stay[0],
            stay_until: self.stay[1],
        }
    }

    /// What is wrong: the field and the status.
    fn fault(&self) -> (u8, i32) {
        let mut out = kz_certificate_fault {
            fault: 9,
            field: 9,
            reserved: [9; 3],
        };
        assert_eq!(
            unsafe { kz_certificate_check(&self.get(), &mut out) },
            KZ_OK
        );
        assert_eq!(out.reserved, [0; 3]);
        (out.field, out.fault)
    }
}

/// Renders into a buffer of this capacity: the status, the size needed, and the buffer.
fn render(case: &kz_case, data: &Owned, capacity: usize) -> (i32, usize, Vec<u8>) {
    let (mut buffer, mut needed) = (vec![7u8; capacity], 77);
    let status = noted(unsafe {
        kz_certificate_render(
            case,
            &data.get(),
            buffer.as_mut_ptr().cast::<c_char>(),
            capacity,
            &mut needed,
        )
    });
    (status, needed, buffer)
}

#[test]
pub(super) fn the_text_matches_rust_and_ends_with_a_nul() {
    let case = registered();
    let data = certificate();
    let (status_of, needed, _) = render(&case, &data, 0);
    assert_eq!(status_of, status("BUFFER_TOO_SMALL"));
    for capacity in [1, 2, needed - 1] {
        let (status_of, again, buffer) = render(&case, &data, capacity);
        assert_eq!((status_of, again), (status("BUFFER_TOO_SMALL"), needed));
        assert!(buffer.iter().all(|byte| *byte == 7), "nothing is written");
    }
    for capacity in [needed, needed + 9] {
        let (status_of, again, buffer) = render(&case, &data, capacity);
        assert_eq!((status_of, again), (KZ_OK, needed));
        let text = CStr::from_bytes_until_nul(&buffer).expect("a NUL");
        assert_eq!(text.count_bytes() + 1, needed);
        let text = text.to_str().expect("UTF-8");
        assert!(text.starts_with("КӨШІРМЕ / КОПИЯ\n") && text.contains("    831205408725\n"));
        assert!(buffer[needed..].iter().all(|byte| *byte == 7));
    }
}

#[test]
pub(super) fn errors_in_a_certificate_are_named() {
    assert_eq!(certificate().fault(), (0, KZ_OK));
    let case = registered();
    for field in certificate_texts() {
        let faults: &[(Option<&[u8]>, &str)] = if field == CertificateField::HostIin {
            &[
                (None, "TEXT_MISSING"),
                (Some(b""), "IIN_LENGTH"),
                (Some(b"8312054087250"), "IIN_LENGTH"),
                (Some(b"831205408726"), "IIN_CHECK_DIGIT"),
                (Some(b"83120540872x"), "IIN_DIGIT"),
                (Some(b"000000000000"), "IIN_UNISSUABLE"),
            ]
        } else {
            &[
                (None, "TEXT_MISSING"),
                (Some(b""), "TEXT_MISSING"),
                (Some(b"  "), "TEXT_MISSING"),
                (Some(&[b'x'; 600]), "TEXT_TOO_LONG"),
                (Some(b"\xFF"), "TEXT_NOT_UTF8"),
                (Some(b"a\nb"), "TEXT_CONTROL"),
            ]
        };
        for (text, error) in faults {
            let may_be_left_out = text.is_none()
                && matches!(
                    field,
                    CertificateField::Patronymic
                        | CertificateField::HostPatronymic
                        | CertificateField::Qr
                );
            let data = certificate().with(field, *text);
            let expected = if may_be_left_out {
                (0, KZ_OK)
            } else {
                (field.code(), status(error))
            };
            assert_eq!(data.fault(), expected, "{field} {text:?}");
            if !may_be_left_out {
                assert_eq!(render(&case, &data, 0), (status(error), 77, vec![]));
            }
        }
    }
    let refused_stay = |from, until, error| {
        let data = Owned {
            stay: [from, until],
            ..certificate()
        };
        let stays = CertificateField::Stay.code();
        assert_eq!(data.fault(), (stays, status(error)));
        assert_eq!(render(&case, &data, 0), (status(error), 77, vec![]));
    };
    refused_stay(day(2026, 8, 3), day(2026, 8, 2), "STAY_REVERSED");
    for impossible in [day(0, 0, 0), day(2026, 2, 29)] {
        refused_stay(impossible, day(2026, 8, 2), "DATE_NOT_SUPPORTED");
        refused_stay(day(2026, 8, 2), impossible, "DATE_NOT_SUPPORTED");
    }
}

#[test]
pub(super) fn only_a_registered_case_has_a_certificate() {
    for (case, same) in situations() {
        let (status_of, ..) = render(&case, &certificate(), 4096);
        let expected = if same.registered().is_some() {
            "OK"
        } else {
            "NOT_REGISTERED"
        };
        assert_eq!(status_of, status(expected));
    }
}

// --- The QR code.

#[test]
pub(super) fn a_code_in_c_is_that_of_rust() {
    let content = "https://example.org/Қазақстан";
    let (mut scratch, mut modules, mut side) = ([0; KZ_QR_BUFFER], [0; KZ_QR_BUFFER], 0);
    let mut encode = |content: &[u8], capacity| {
        noted(unsafe {
            kz_qr_encode(
                content.as_ptr().cast(),
                content.len(),
                scratch.as_mut_ptr(),
                capacity,
                modules.as_mut_ptr(),
                capacity,
                &mut side,
            )
        })
    };
    assert_eq!(encode(b"", KZ_QR_BUFFER), status("TEXT_MISSING"));
    assert_eq!(encode(b"\xFF", KZ_QR_BUFFER), status("TEXT_NOT_UTF8"));
    assert_eq!(encode(&[b'x'; 667], KZ_QR_BUFFER), status("QR_TOO_LONG"));
    assert_eq!(encode(b"x", 56), status("QR_TOO_LONG"));
    assert_eq!(encode(content.as_bytes(), KZ_QR_BUFFER), KZ_OK);
    let (mut scratch, mut same) = ([0; KZ_QR_BUFFER], [0; KZ_QR_BUFFER]);
    let code = core::qr_encode(content, &mut scratch, &mut same).unwrap();
    assert_eq!(side, code.side());
    assert_eq!(&modules[..code.bits().len()], code.bits());
}

// --- Pointers, and arbitrary bytes.

#[test]
fn null_is_refused_wherever_a_pointer_is_needed() {
    let null_status = status("NULL");
    let (mut case, arrival, certificate) = (registered(), arrival(), certificate());
    let data = certificate.get();
    let moves = kz_case_event {
        on: day(2026, 12, 1),
        event: 5,
        ..Default::default()
    };
    let on = day(2026, 9, 1);
    let (mut view, mut window, mut stands, mut fault, mut needed) = (
        kz_case_view::default(),
        kz_window::default(),
        kz_window_day::default(),
        kz_certificate_fault::default(),
        0,
    );
    let (mut buffer, mut side) = ([0u8; 100], 0);
    unsafe {
        for got in [
            kz_case_init(null(), &mut case),
            kz_case_init(&arrival, null_mut()),
            kz_case_apply(LAW, null_mut(), &moves),
            kz_case_apply(LAW, &mut case, null()),
            kz_case_get(LAW, null(), &mut view),
            kz_case_get(LAW, &case, null_mut()),
            kz_case_window(LAW, null(), null(), 0, &mut window),
            kz_case_window(LAW, &case, null(), 0, null_mut()),
            kz_case_window(LAW, &case, null(), 1, &mut window),
            kz_case_day(LAW, null(), on, null(), 0, &mut stands),
            kz_case_day(LAW, &case, on, null(), 0, null_mut()),
            kz_data_missing(0, null_mut()),
            kz_certificate_check(null(), &mut fault),
            kz_certificate_check(&data, null_mut()),
            kz_certificate_render(null(), &data, null_mut(), 0, &mut needed),
            kz_certificate_render(&case, null(), null_mut(), 0, &mut needed),
            kz_certificate_render(&case, &data, null_mut(), 0, null_mut()),
            kz_certificate_render(&case, &data, null_mut(), 1, &mut needed),
            kz_qr_encode(
                null(),
                1,
                [0; 99].as_mut_ptr(),
                99,
                buffer.as_mut_ptr(),
                100,
                &mut side,
            ),
            kz_qr_encode(
                c"x".as_ptr(),
                1,
                null_mut(),
                100,
                buffer.as_mut_ptr(),
                100,
                &mut side,
            ),
            kz_qr_encode(
                c"x".as_ptr(),
                1,
                [0; 99].as_mut_ptr(),
                99,
                null_mut(),
                100,
                &mut side,
            ),
            kz_qr_encode(
                c"x".as_ptr(),
                1,
                [0; 99].as_mut_ptr(),
                99,
                buffer.as_mut_ptr(),
                100,
                null_mut(),
            ),
        ] {
            assert_eq!(got, null_status);
        }
    }
    assert_eq!(
        (view, window, needed, side),
        Default::default(),
        "nothing is written"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_event_and_any_arrival_is_taken_or_refused(
        place in 0..SITUATIONS.len(),
        (year, month, on) in (2025..2032u16, 0..14u8, 0..33u8),
        (data, event, place_of_stay) in (prop_oneof![3 => Just(ALL_ITEMS), 1 => any::<u32>()], 0..8u8, 0..10u8),
        (treaty, treaty_days, week) in (0..5u8, prop_oneof![Just(0), any::<u16>()], 0..4u8),
    ) {
        let known = |status: i32| CONSTANTS.values().any(|(kind, number)| *kind == "kz_status" && *number == i64::from(status));
        let (mut case, _) = situations().swap_remove(place);
        let on = day(year, month, on);
        let stay_until = if event == 6 { day(2026, 12, 31) } else { day(0, 0, 0) };
        let event = kz_case_event { on, stay_until, data, event, place: place_of_stay, reserved: [0; 2] };
        let status = apply(&mut case, &event);
        prop_assert!(known(status));
        prop_assert_eq!(unsafe { kz_case_get(LAW, &case, &mut kz_case_view::default()) }, KZ_OK);
        let arrival = kz_arrival { arrived_on: on, stay_until: day(0, 0, 0), treaty_days, treaty, week };
        prop_assert!(known(init(&arrival).err().unwrap_or(KZ_OK)));
    }

    #[test]
    fn any_bytes_as_a_certificate_are_rendered_or_refused(
        text in proptest::collection::vec(1..=255u8, 0..40),
        field in proptest::sample::select(certificate_texts().collect::<Vec<_>>()),
    ) {
        let data = certificate().with(field, Some(&text));
        let (_, fault) = data.fault();
        let (got, needed, _) = render(&registered(), &data, 0);
        prop_assert_eq!(got, if fault == KZ_OK { status("BUFFER_TOO_SMALL") } else { fault });
        prop_assert_eq!(needed == 77, fault != KZ_OK);
    }
}
