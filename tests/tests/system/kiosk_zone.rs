//! A passport, a card or a visa that is scanned when the kiosk asks for it.

use std::process::Command;

use kz_rules_tests::tools::{feed, in_one_line, kiosk, shown};
use kz_rules_tests::zones::Holder;

/// The passport of a person of this nationality, born on 5 December 2010.
fn passport(nationality: &str) -> Holder {
    Holder {
        layout: "td3",
        document: "P<".into(),
        number: "N07654321".into(),
        nationality: nationality.into(),
        birth: [Some(10), Some(12), Some(5)],
        expiry: [30, 12, 4],
        name: "LINDQVIST<<AGNETA".into(),
        optional: String::new(),
    }
}

/// The lines of a document, as input.
fn lines(of: &Holder) -> String {
    of.lines().join("/")
}

/// The kiosk's output for this input, in one line; it must not contain the holder's name.
fn said_to(language: &str, about: &str, said: &str) -> String {
    let typed: String = said.split('/').map(|line| format!("{line}\n")).collect();
    let arguments = ["--lang", language, "ask", about, "--on", "2026-11-27"];
    let output = feed(Command::new(kiosk()).args(arguments), typed.as_bytes());
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{said:?}: {}",
        shown(&output)
    );
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    for hidden in ["LINDQVIST", "AGNETA", "N0765"] {
        assert!(!text.contains(hidden), "{text}");
    }
    in_one_line(&text)
}

fn document(said: &str) -> String {
    said_to("en", "document", said)
}

fn stay(said: &str) -> String {
    said_to("en", "stay", said)
}

#[track_caller]
fn says(text: &str, all: &[&str]) {
    for said in all {
        assert!(text.contains(said), "no {said} in\n{text}");
    }
}

const STANDING: &str = "Are you a citizen of Kazakhstan";
const BORN: &str = "When were you born?";
const COUNTRY: &str = "Citizenship of which state?";

#[test]
fn a_passport_answers_for_citizenship_and_birth() {
    let german = passport("D<<");
    let rest = "no/first_issue/foreign_mission/abroad";
    let text = document(&format!("visa/{}/{rest}", lines(&german)));
    says(
        &text,
        &[
            STANDING,
            "Document read Passport Citizenship Germany Birth date 2010-12-05 Valid until 2030-12-04",
            "Citizenship: Foreigner",
            "Birth date: 2010-12-05",
        ],
    );
    assert!(!text.contains(BORN), "{text}");
    // Typed by hand, in small letters; or without a line end.
    let by_hand = document(&format!("visa/{}/{rest}", lines(&german).to_lowercase()));
    assert_eq!(by_hand, text);
    let at_once = document(&format!("visa/{}/{rest}", german.lines().concat()));
    assert_eq!(at_once, text.replacen("> > ", "> ", 1));
    // Where the birth date is asked for.
    let text = document(&format!("visa/foreigner/{}", lines(&passport("UZB"))));
    says(
        &text,
        &[BORN, "Citizenship Uzbekistan", "Birth date: 2010-12-05"],
    );
}

#[test]
fn a_document_is_named_by_its_kind_and_whether_it_has_expired() {
    for (layout, code, kind) in [
        ("td1", "I<", "Identity card or other card"),
        ("td2", "IR", "Identity card or other card"),
        ("td1", "AC", "Crew member certificate"),
        ("mrv_a", "V<", "Visa"),
        ("mrv_b", "V<", "Visa"),
    ] {
        let holder = Holder {
            layout,
            document: code.into(),
            expiry: [20, 2, 29],
            ..passport("KGZ")
        };
        let text = document(&format!("visa/{}", lines(&holder)));
        let read = format!(
            "Document read {kind} Citizenship Kyrgyzstan Birth date 2010-12-05 Valid until 2020-02-29. It has expired."
        );
        says(&text, &[&read]);
    }
}

#[test]
fn it_takes_no_more_about_citizenship_than_the_document_says() {
    let text = document(&format!("visa/{}", lines(&passport("XXA"))));
    says(
        &text,
        &[
            "Document read Passport Citizenship Stateless person",
            "Citizenship: Stateless person",
        ],
    );
    let text = document(&format!("citizen_passport/{}", lines(&passport("KAZ"))));
    says(
        &text,
        &[
            "Citizenship Kazakhstan",
            "Citizenship: Citizen of Kazakhstan",
        ],
    );
    // A refugee or a British subject is asked; the birth date is accepted.
    for code in ["XXB", "GBS", "XXX"] {
        let text = document(&format!("visa/{}/foreigner", lines(&passport(code))));
        says(
            &text,
            &[
                "Citizenship Not stated",
                "Please type one of the numbers",
                "Citizenship: Foreigner",
                "Birth date: 2010-12-05",
            ],
        );
        assert!(!text.contains(BORN), "{text}");
    }
}

#[test]
fn the_persons_own_answer_about_citizenship_stays() {
    let text = document(&format!("visa/stateless/{}", lines(&passport("UZB"))));
    says(
        &text,
        &[
            "Citizenship Uzbekistan",
            "Citizenship: Stateless person",
            "Birth date: 2010-12-05",
        ],
    );
}

#[test]
fn an_inland_passport_of_russia_is_read_though_it_never_expires() {
    let zone =
        "PNRUSZDRIL7K<<SERGEQ<ANATOL9EVI3<<<<<<<<<<<</3919353498RUS7207233M<<<<<<<4151218910003<50";
    let text = document(&format!("visa/{zone}"));
    says(
        &text,
        &["Document read Passport Citizenship Russia Birth date 1972-07-23 "],
    );
    assert!(!text.contains("Valid until"), "{text}");
}

#[test]
fn missing_parts_of_a_birth_date_are_asked_for() {
    let more = "The date matters here";
    let holder = |birth| Holder {
        birth,
        ..passport("D<<")
    };
    let year = lines(&holder([Some(10), None, None]));
    let text = document(&format!("visa/{year}/2010-12-05"));
    says(&text, &[BORN, more, "Birth date: 2010-12-05"]);
    // A second scan adds nothing.
    let again = document(&format!("visa/{year}/{year}/2010-12-05"));
    assert_eq!(again.matches(more).count(), text.matches(more).count() + 1);
    says(&again, &["Birth date: 2010-12-05"]);
    let nothing = lines(&holder([None; 3]));
    let text = document(&format!("visa/{nothing}/2010-12-05"));
    says(&text, &[BORN, "Birth date: 2010-12-05"]);
}

#[test]
fn a_zone_that_cannot_be_read_is_refused_with_its_place_and_the_question_stays() {
    let good = lines(&passport("D<<"));
    let (first, second) = good.split_once('/').expect("two lines");
    let two_lines = "There should be two lines of 44";
    let wrong_month = Holder {
        birth: [Some(10), Some(13), Some(5)],
        ..passport("D<<")
    };
    for (said, place, expected) in [
        (
            good.replace("101205", "101206"),
            "Line 2 Column 20",
            "The check digit does not fit",
        ),
        (
            good.replace("D<<1", "1<<1"),
            "Line 2 Column 11",
            "A letter or the filler sign",
        ),
        (
            good.replace("D<<1", "<D<1"),
            "Line 2 Column 11",
            "The three letters of a country",
        ),
        (
            good.replace("101205", "1O1205"),
            "Line 2 Column 15",
            "A digit should stand there",
        ),
        (
            lines(&wrong_month),
            "Line 2 Column 16",
            "There is no such date",
        ),
        (
            good.replacen("P<", "I<", 1),
            "Line 1 Column 1",
            "The first line should begin with the letter",
        ),
        (
            good.replace("AGNETA", "AGN-TA"),
            "Line 1 Column 20",
            "Only Latin letters",
        ),
        (first[..43].to_owned(), "Line 1 Column 44", two_lines),
        (
            format!("{first}/{}", &second[..40]),
            "Line 2 Column 41",
            two_lines,
        ),
        (format!("{first}/-"), "Line 2 Column 1", two_lines),
        (format!("{good}<<<<"), "Line 2 Column 45", two_lines),
        (
            format!("P{}", "<".repeat(700)),
            "Line 1 Column 45",
            two_lines,
        ),
    ] {
        let text = document(&format!("visa/{said}/foreigner/2010-12-05"));
        says(
            &text,
            &[
                &format!("{place} {expected}"),
                "scan or type all lines again",
                "Citizenship: Foreigner",
                BORN,
            ],
        );
        assert!(!text.contains("Document read"), "{text}");
    }
    // In the person's language.
    let wrong = good.replace("101205", "101206");
    for (language, place) in [
        ("ru", "Строка 2 Знак 20 Контрольная цифра"),
        ("kk", "Жол 2 Таңба 20 Бақылау цифры"),
    ] {
        says(
            &said_to(language, "document", &format!("visa/{wrong}")),
            &[place],
        );
    }
}

#[test]
fn after_a_zone_that_was_misread_the_next_one_is_read() {
    let good = lines(&passport("D<<"));
    let (first, second) = good.split_once('/').expect("two lines");
    // The rest after a first line that lost a character begins no zone, so the next one is read.
    let short = format!("{}/{second}", &first[1..]);
    let text = document(&format!("visa/{short}/{good}"));
    says(&text, &["Document read Passport Citizenship Germany"]);
    let short = format!("{}/{second}", first.replacen("<<", "<", 1));
    let text = document(&format!("visa/{short}/{good}"));
    says(
        &text,
        &[
            "Line 1 Column 44",
            "Document read Passport Citizenship Germany",
        ],
    );
    // The last line of a card is not taken for a first one, although it begins like one.
    let card = Holder {
        layout: "td1",
        document: "I<".into(),
        name: "IVANOVA<<AGNETA".into(),
        ..passport("D<<")
    };
    let card = lines(&card);
    let text = document(&format!("visa/{}/{card}", &card[1..]));
    says(
        &text,
        &["Document read Identity card or other card Citizenship Germany"],
    );
}

#[test]
fn a_stay_takes_the_country_from_the_passport() {
    let regime = "Stay regime: Up to ninety days";
    let (russian, refugee) = (lines(&passport("RUS")), lines(&passport("XXB")));
    let text = stay(&format!("{russian}/2026-11-20/yes/-/-/-"));
    says(&text, &["Citizenship Russia", regime]);
    assert!(!text.contains(COUNTRY), "{text}");
    // Where the country is asked for.
    let text = stay(&format!("foreigner/2026-11-20/{russian}/yes/-/-/-"));
    says(&text, &[COUNTRY, "Citizenship Russia", regime]);
    // Utopia is not a country, and a refugee's document names none: the question stays.
    let utopia = lines(&passport("UTO"));
    for (said, citizenship, is_unknown) in [
        (format!("{utopia}/2026-11-20"), "Citizenship UTO", false),
        (
            format!("foreigner/2026-11-20/{utopia}"),
            "Citizenship UTO",
            true,
        ),
        (
            format!("foreigner/2026-11-20/{refugee}"),
            "Citizenship Not stated",
            false,
        ),
    ] {
        let text = stay(&format!("{said}/RU/yes/-/-/-"));
        says(&text, &[citizenship, COUNTRY, regime]);
        let unknown = "No country has this name or code";
        assert_eq!(text.contains(unknown), is_unknown, "{text}");
    }
    let text = stay(&format!("{}/2026-11-20", lines(&passport("XXA"))));
    says(&text, &["Citizenship Stateless person"]);
    assert!(!text.contains(COUNTRY), "{text}");
}
