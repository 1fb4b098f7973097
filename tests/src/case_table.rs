//! Every event in every state of a registration case, as a table that a person can check.

use kz_rules_core::Week;
use time::macros::date;
use time::{Date, Duration};

use crate::naive::registration::{Arrival, Event, Item, Kind, Place, read_script};

/// The day of arrival of every case of the table, and the last day of its stay.
pub const ARRIVAL: Arrival = Arrival {
    on: date!(2026 - 08 - 03),
    stay_until: Some(date!(2026 - 10 - 30)),
    treaty_days: None,
    week: Week::Five,
};

/// What led to each situation.
pub const SITUATIONS: [(&str, &str); 12] = [
    ("new", ""),
    ("new, moved before registering", "move@2026-08-10"),
    ("awaiting_host", "submit@2026-08-10/full/house"),
    (
        "registered",
        "submit@2026-08-10/full/house;host_confirms@2026-08-11",
    ),
    (
        "refused (host_declined)",
        "submit@2026-08-10/full/house;host_declines@2026-08-11",
    ),
    (
        "refused (false_data)",
        "submit@2026-08-10/full/house;data_found_false@2026-08-11",
    ),
    ("refused (stay_exceeded)", "submit@2026-11-02/full/house"),
    (
        "moved",
        "submit@2026-08-10/full/house;host_confirms@2026-08-11;move@2026-08-20",
    ),
    (
        "awaiting_host, registered elsewhere",
        "submit@2026-08-10/full/house;host_confirms@2026-08-11;move@2026-08-20;submit@2026-08-21/full/hotel",
    ),
    (
        "refused (host_declined), registered elsewhere",
        "submit@2026-08-10/full/house;host_confirms@2026-08-11;move@2026-08-20;submit@2026-08-21/full/hotel;\
         host_declines@2026-08-24",
    ),
    (
        "refused (stay_exceeded), registered elsewhere",
        "submit@2026-08-10/full/house;host_confirms@2026-08-11;move@2026-08-20;submit@2026-08-21/full/hotel;\
         host_confirms@2026-11-02",
    ),
    (
        "registered a second time",
        "submit@2026-08-10/full/house;host_confirms@2026-08-11;move@2026-08-20;submit@2026-08-21/full/hotel;\
         host_confirms@2026-08-25",
    ),
];

/// The events of a situation. `script`: what led to it.
///
/// # Panics
///
/// If the script is none.
pub fn situation(script: &str) -> Vec<Event> {
    read_script(script).expect("a script")
}

/// What happens next: how it is called, and the event, which comes after `last`.
pub fn next_events(last: Date) -> Vec<(String, Event)> {
    let mut next = Vec::new();
    for kind in Kind::ALL.iter().copied() {
        let event = |on| Event {
            kind,
            on,
            missing: Vec::new(),
            place: (kind == Kind::Submit).then_some(Place::Apartment),
        };
        let mut add = |how: &str, event| next.push((format!("{}{how}", kind.word()), event));
        add("", event(last));
        add(" after the stay", event(last.max(date!(2026 - 10 - 31))));
        add(" a day too early", event(last - Duration::DAY));
        add(" before the rules", event(date!(2026 - 06 - 30)));
        if kind == Kind::Submit {
            let lacks = |missing: &[Item]| Event {
                missing: missing.to_vec(),
                ..event(last)
            };
            for item in Item::ALL {
                add(&format!(" without {}", item.word()), lacks(&[*item]));
            }
            add(
                " nowhere, without a passport",
                Event {
                    place: None,
                    ..lacks(&[Item::Passport])
                },
            );
            add(
                " nowhere",
                Event {
                    place: None,
                    ..event(last)
                },
            );
        }
    }
    next
}

/// The names of the columns.
pub const HEADER: &str =
    "situation,event,status,state,ground,registrations,deregistered_on,strict,lenient";

/// The whole table, each cell asked of `answer`: status and the columns of registration.csv for a script.
pub fn table(answer: impl Fn(&[Event]) -> Vec<String>) -> String {
    let mut table = format!("{HEADER}\n");
    for (name, script) in SITUATIONS {
        let led = situation(script);
        let last = led.last().map_or(ARRIVAL.on, |event| event.on);
        for (what, event) in next_events(last) {
            let events = [&led[..], &[event]].concat();
            table += &format!("\"{name}\",\"{what}\",{}\n", answer(&events).join(","));
        }
    }
    table
}

/// The table as the Rust API has it.
pub fn of_the_rust_api() -> String {
    use kz_rules_core::{Calendar, Case};

    use crate::registration::{arrival_of, columns, event_of};
    table(|events| {
        let mut case = Case::new(arrival_of(&ARRIVAL)).expect("a case");
        let mut status = "ok";
        for event in events {
            match case.apply(event_of(event)) {
                Ok(next) => case = next,
                Err(rejection) => status = rejection.error().word(),
            }
        }
        let results = columns(&case, case.window(&Calendar::KAZAKHSTAN));
        let results = results.into_iter().map(|(_, text)| text);
        std::iter::once(status.to_owned()).chain(results).collect()
    })
}
