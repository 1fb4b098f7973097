//! The copy of a certificate: its contents, the limits of its fields, and what it hides.

use kz_rules_core::{
    Arrival, Case, CertificateData, CertificateError, CertificateField, DataItem, Day, Error,
    Event, Iin, Law, PlaceOfStay, QR_BUFFER, QR_BUFFER_MAX, TooSmall, qr_encode,
};
use kz_rules_tests::registration::certificate_texts;
use kz_rules_tests::tools;
use proptest::prelude::*;

/// A day.
fn day(year: u16, month: u8, day: u8) -> Day {
    Day::new(year, month, day).expect("a day")
}

/// The case after an event.
fn apply(case: Case, event: Event) -> Case {
    case.apply(Law::BUILT_IN, event).unwrap()
}

/// A registered case.
fn registered() -> Case {
    let events = [
        Event::Submit {
            on: day(2026, 8, 10),
            data: DataItem::ALL.iter().copied().collect(),
            place: Some(PlaceOfStay::Apartment),
        },
        Event::HostConfirms {
            on: day(2026, 8, 11),
        },
    ];
    let new = Case::new(Arrival::on(day(2026, 8, 3))).unwrap();
    events.into_iter().fold(new, apply)
}

fn data() -> CertificateData<'static> {
    CertificateData {
        application_number: "000000012345",
        surname: "Өмірбекқызы-Петрова",
        given_name: "Айгүл",
        patronymic: Some("Серікқызы"),
        passport: "N 01234567",
        citizenship: "Қырғыз Республикасы",
        address: "Алматы қаласы, Әл-Фараби даңғылы 71, 12-пәтер",
        stay_from: day(2026, 8, 3),
        stay_until: day(2026, 10, 30),
        host_iin: Iin::parse(b"831205408725").unwrap(),
        host_surname: "Әбдіғалиева",
        host_given_name: "Гүлнұр",
        host_patronymic: Some("Ұланқызы"),
        qr: Some("https://example.org/12345"),
    }
}

/// The data with another text in one field.
fn with<'a>(field: CertificateField, text: &'a str) -> CertificateData<'a> {
    use CertificateField as Field;
    let mut data: CertificateData<'a> = data();
    match field {
        Field::ApplicationNumber => data.application_number = text,
        Field::Surname => data.surname = text,
        Field::GivenName => data.given_name = text,
        Field::Patronymic => data.patronymic = Some(text),
        Field::Passport => data.passport = text,
        Field::Citizenship => data.citizenship = text,
        Field::Address => data.address = text,
        Field::HostSurname => data.host_surname = text,
        Field::HostGivenName => data.host_given_name = text,
        Field::HostPatronymic => data.host_patronymic = Some(text),
        Field::Qr => data.qr = Some(text),
        Field::Stay | Field::HostIin => panic!("{field} is no text"),
    }
    data
}

fn fault(data: CertificateData<'_>) -> Option<(CertificateField, Error)> {
    let case = registered();
    let wrong = case.registered().unwrap().certificate(data).err()?;
    Some((wrong.field, wrong.error))
}

#[test]
fn the_copy_has_everything_under_its_label_in_both_languages() {
    let case = registered();
    let text = case
        .registered()
        .unwrap()
        .certificate(data())
        .unwrap()
        .to_string();
    let rows: Vec<_> = text
        .split("\n\n")
        .map(|row| row.trim_end().lines().collect::<Vec<_>>())
        .collect();
    let expected = [
        vec!["КӨШІРМЕ / КОПИЯ"],
        vec![
            "Қазақстан Республикасының Ішкі істер министрлігі",
            "Министерство внутренних дел Республики Казахстан",
        ],
        vec!["Тіркеу туралы анықтама", "Справка о регистрации"],
        vec!["өтініш нөмері", "номер заявления", "    000000012345"],
        vec![
            "тегі аты әкесінің аты (бар болса)",
            "фамилия имя отчество (при наличии)",
            "    Өмірбекқызы-Петрова Айгүл Серікқызы",
        ],
        vec![
            "төлкүжаттың сериясы мен нөмері",
            "серия и номер паспорта",
            "    N 01234567",
        ],
        vec!["азаматтығы", "гражданство", "    Қырғыз Республикасы"],
        vec![
            "ҚР болатын (тұратын) мекенжайы",
            "адрес пребывания (проживания) в РК",
            "    Алматы қаласы, Әл-Фараби даңғылы 71, 12-пәтер",
        ],
        vec![
            "тұру мерзімі",
            "сроки пребывания (проживания)",
            "    03.08.2026 - 30.10.2026",
        ],
        vec![
            "Қабылдаушы тұлғаның ЖСН",
            "ИИН принимающего лица",
            "    831205408725",
        ],
        vec![
            "Қабылдаушы адамның тегі аты әкесінің аты (бар болса)",
            "фамилия имя отчество (при наличии) принимающего лица",
            "    Әбдіғалиева Гүлнұр Ұланқызы",
        ],
        vec!["QR - КОД", "    https://example.org/12345"],
    ];
    assert_eq!(rows, expected);
}

#[test]
fn missing_data_of_a_person_are_left_out() {
    let case = registered();
    let data = CertificateData {
        patronymic: None,
        host_patronymic: None,
        qr: None,
        ..data()
    };
    let text = case
        .registered()
        .unwrap()
        .certificate(data)
        .unwrap()
        .to_string();
    assert!(text.contains("    Өмірбекқызы-Петрова Айгүл\n"));
    assert!(text.ends_with("    Әбдіғалиева Гүлнұр\n"));
}

#[test]
fn only_a_registered_case_gives_a_certificate() {
    let mut case = Case::new(Arrival::on(day(2026, 8, 3))).unwrap();
    assert_eq!(case.registered(), None);
    let submit = Event::Submit {
        on: day(2026, 8, 10),
        data: DataItem::ALL.iter().copied().collect(),
        place: Some(PlaceOfStay::Hotel),
    };
    case = apply(case, submit);
    assert_eq!(case.registered(), None);
    case = registered();
    assert_eq!(case.registered().unwrap().since(), day(2026, 8, 11));
    // The old registration is still valid, but the address has changed.
    let on = day(2026, 8, 20);
    case = apply(case, Event::Move { on });
    assert_eq!(case.registered(), None);
}

#[test]
fn every_text_has_its_limits() {
    for field in certificate_texts().filter(|it| *it != CertificateField::HostIin) {
        let most = field.max_bytes();
        assert_eq!(fault(with(field, &"x".repeat(most))), None, "{field}");
        assert_eq!(fault(with(field, &"Қ".repeat(most / 2))), None, "{field}");
        let wrong = |text: &str| fault(with(field, text));
        assert_eq!(
            wrong(&"x".repeat(most + 1)),
            Some((field, Error::TextTooLong))
        );
        assert_eq!(
            wrong(&"Қ".repeat(most / 2 + 1)),
            Some((field, Error::TextTooLong))
        );
        assert_eq!(wrong(""), Some((field, Error::TextMissing)));
        assert_eq!(wrong("  "), Some((field, Error::TextMissing)));
        assert_eq!(
            wrong(" \u{A0}\u{3000}\u{2800}"),
            Some((field, Error::TextMissing))
        );
        let controls = ('\0'..='\u{1F}').chain('\u{7F}'..='\u{9F}');
        let turning = ('\u{2028}'..='\u{202E}').chain('\u{2066}'..='\u{2069}');
        let invisible =
            ('\u{200B}'..='\u{200F}').chain("\u{AD}\u{61C}\u{3164}\u{FEFF}\u{FE0F}".chars());
        let tags = '\u{E0000}'..='\u{E01EF}';
        for control in controls.chain(turning).chain(invisible).chain(tags) {
            assert_eq!(
                wrong(&control.to_string()),
                Some((field, Error::TextControl))
            );
            let text = format!("Айгүл{control}");
            assert_eq!(wrong(&text), Some((field, Error::TextControl)), "{text:?}");
        }
        for not_utf8 in [
            &b"\xFF"[..],
            b"a\xC3",
            b"\xED\xA0\x80",
            b"\xC0\x80",
            b"\xF4\x90\x80\x80",
        ] {
            let expected = CertificateError {
                field,
                error: Error::TextNotUtf8,
            };
            assert_eq!(field.read(not_utf8), Err(expected));
        }
    }
}

#[test]
fn real_names_and_addresses_fit() {
    for (field, text) in [
        (CertificateField::Surname, "Нұрмұхаммедқызы-Әбілқайырханова"),
        (
            CertificateField::Surname,
            "Wolfeschlegelsteinhausenbergerdorff",
        ),
        (
            CertificateField::GivenName,
            "María de los Ángeles Guadalupe Concepción",
        ),
        (CertificateField::GivenName, "Ngọc Bảo Châu Thị"),
        (CertificateField::Surname, "อรุณรุ่งเรืองกิจวัฒนากุล"),
        (
            CertificateField::Citizenship,
            "Ұлыбритания және Солтүстік Ирландия Біріккен Корольдігі / \
            Соединённое Королевство Великобритании и Северной Ирландии",
        ),
        (
            CertificateField::Address,
            "Солтүстік Қазақстан облысы, Ғабит Мүсірепов атындағы аудан, Новоишим ауылдық \
            округі, Новоишимское ауылы, Абылай хан көшесі, 125/3-үй, 2-кіреберіс, 14-пәтер (Северо-Казахстанская \
            область, район имени Габита Мусрепова)",
        ),
    ] {
        assert_eq!(fault(with(field, text)), None, "{text}");
    }
}

#[test]
fn a_stay_ends_no_earlier_than_it_begins() {
    let stay = |from, until| {
        fault(CertificateData {
            stay_from: from,
            stay_until: until,
            ..data()
        })
    };
    let from = day(2026, 8, 3);
    assert_eq!(stay(from, from), None);
    let stays = Some((CertificateField::Stay, Error::StayReversed));
    assert_eq!(stay(from, day(2026, 8, 2)), stays);
}

#[test]
fn the_first_field_that_is_wrong_is_named() {
    let mut data = CertificateData {
        stay_until: day(2026, 1, 1),
        host_surname: "",
        ..data()
    };
    assert_eq!(
        fault(data),
        Some((CertificateField::Stay, Error::StayReversed))
    );
    data.address = "\n";
    assert_eq!(
        fault(data),
        Some((CertificateField::Address, Error::TextControl))
    );
}

#[test]
fn a_buffer_that_is_too_small_is_not_changed() {
    let case = registered();
    let copy = case.registered().unwrap().certificate(data()).unwrap();
    let text = copy.to_string();
    for capacity in [0, 1, text.len() - 1] {
        let mut buffer = vec![7; capacity];
        assert_eq!(
            copy.render(&mut buffer),
            Err(TooSmall { needed: text.len() })
        );
        assert!(buffer.iter().all(|byte| *byte == 7));
    }
    for capacity in [text.len(), text.len() + 5] {
        let mut buffer = vec![7; capacity];
        assert_eq!(copy.render(&mut buffer), Ok(text.len()));
        assert_eq!(&buffer[..text.len()], text.as_bytes());
        assert!(buffer[text.len()..].iter().all(|byte| *byte == 7));
    }
}

#[test]
fn debug_shows_nothing_of_the_person() {
    let case = registered();
    let copy = case.registered().unwrap().certificate(data()).unwrap();
    let (mut scratch, mut modules) = ([0; QR_BUFFER], [0; QR_BUFFER]);
    let code = qr_encode("831205408725", &mut scratch, &mut modules).unwrap();
    let shown = format!("{:?} {copy:?} {:?}", data(), code);
    assert_eq!(
        shown,
        "CertificateData(hidden) Certificate(hidden) Qr(21, hidden)"
    );
}

#[test]
fn the_kiosks_example_has_every_field() {
    let example = tools::read("examples/kiosk/cases/certificate.txt");
    for field in CertificateField::ALL {
        let name = match field {
            CertificateField::Stay => "stay_from",
            field => field.name(),
        };
        assert!(example.contains(&format!("\n{name}=")), "{name}");
    }
}

// --- QR codes.

/// The text that an independent reader finds in a code.
fn decoded(side: u8, is_dark: impl Fn(u8, u8) -> bool) -> String {
    let (margin, scale) = (4, 4);
    let pixels = (usize::from(side) + 2 * margin) * scale;
    let dark = |pixel: usize| u8::try_from((pixel / scale).wrapping_sub(margin)).ok();
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, |x, y| {
        let module = dark(x).zip(dark(y));
        if module.is_some_and(|(x, y)| is_dark(x, y)) {
            0
        } else {
            255
        }
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().expect("it can be read").1
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_back_by_another_reader(
        text in prop_oneof![
            "[0-9]{1,300}", "[A-Z0-9 $%*+./:-]{1,300}", "[ -~]{1,300}", "[а-яәғқңөұүһіА-ЯӘҒҚҢӨҰҮҺІ ,.0-9-]{1,150}",
        ],
    ) {
        let (mut scratch, mut modules) = ([0; QR_BUFFER], [0; QR_BUFFER]);
        let code = qr_encode(&text, &mut scratch, &mut modules).expect("it fits");
        prop_assert_eq!(decoded(code.side(), |x, y| code.is_dark(x, y)), text);
    }
}

#[test]
fn a_code_is_as_large_as_its_buffers_allow() {
    let encode = |length: usize, first: usize, second: usize| {
        let (mut scratch, mut modules) = (vec![0; first], vec![0; second]);
        qr_encode(&"ж".repeat(length / 2), &mut scratch, &mut modules).map(|code| code.side())
    };
    assert_eq!(encode(664, QR_BUFFER, QR_BUFFER), Ok(97));
    assert_eq!(encode(666, QR_BUFFER, QR_BUFFER), Err(Error::QrTooLong));
    assert_eq!(encode(664, QR_BUFFER - 1, QR_BUFFER), Err(Error::QrTooLong));
    assert_eq!(encode(664, QR_BUFFER, QR_BUFFER - 1), Err(Error::QrTooLong));
    assert_eq!(encode(2330, QR_BUFFER_MAX, QR_BUFFER_MAX + 9), Ok(177));
    assert_eq!(
        encode(2332, QR_BUFFER_MAX, QR_BUFFER_MAX),
        Err(Error::QrTooLong)
    );
    assert_eq!(encode(12, 57, 57), Ok(21));
    assert_eq!(encode(14, 57, 57), Err(Error::QrTooLong));
    assert_eq!(encode(12, 56, 57), Err(Error::QrTooLong));
    assert_eq!(encode(2, 0, 0), Err(Error::QrTooLong));
    assert_eq!(encode(0, QR_BUFFER, QR_BUFFER), Err(Error::TextMissing));
}

/// The most that fits, of ASCII and of other text, can be read back; one byte more does not fit.
#[test]
fn a_full_code_is_read_back() {
    let (mut scratch, mut modules) = (vec![0; QR_BUFFER_MAX], vec![0; QR_BUFFER_MAX]);
    for (capacity, ascii, other) in [(QR_BUFFER, 666, 665), (QR_BUFFER_MAX, 2331, 2330)] {
        for (most, text) in [
            (ascii, "x".repeat(ascii)),
            (other, "ж".repeat(other / 2) + &"x".repeat(other % 2)),
        ] {
            assert_eq!(text.len(), most);
            let (first, second) = (&mut scratch[..capacity], &mut modules[..capacity]);
            let more = format!("{text}x");
            assert_eq!(
                qr_encode(&more, first, second).err(),
                Some(Error::QrTooLong)
            );
            let (first, second) = (&mut scratch[..capacity], &mut modules[..capacity]);
            let code = qr_encode(&text, first, second).expect("it fits");
            assert_eq!(decoded(code.side(), |x, y| code.is_dark(x, y)), text);
        }
    }
}

#[test]
fn the_bits_are_the_modules_row_by_row() {
    let (mut scratch, mut modules) = ([0; QR_BUFFER], [0; QR_BUFFER]);
    let code = qr_encode("Қазақстан", &mut scratch, &mut modules).unwrap();
    let side = code.side();
    assert_eq!(
        code.bits().len(),
        (usize::from(side) * usize::from(side)).div_ceil(8)
    );
    for y in 0..side {
        for x in 0..side {
            let number = usize::from(y) * usize::from(side) + usize::from(x);
            let bit = code.bits()[number / 8] >> (number % 8) & 1;
            assert_eq!(code.is_dark(x, y), bit == 1);
        }
    }
    assert!(
        code.is_dark(0, 0) && code.is_dark(6, 6) && !code.is_dark(7, 7),
        "the corner's mark"
    );
    assert!(!code.is_dark(side, 0) && !code.is_dark(0, side) && !code.is_dark(255, 255));
}
