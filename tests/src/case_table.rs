//! Every event in every state of a registration case, as a table that a person can check.

use kz_rules_core::{Arrival, Case, DataItem, Day, Event, EventKind, Law, PlaceOfStay, Set, day};

use crate::rust_api::{case_columns, read_script};

/// The day of arrival of every case of the table.
pub const ARRIVED_ON: Day = day(2026, 8, 3);

/// The last day of its stay.
pub const STAY_UNTIL: Day = day(2026, 10, 30);

/// How every case of the table begins.
pub fn arrival() -> Arrival {
    Arrival::on(ARRIVED_ON).stay_until(STAY_UNTIL).no_treaty()
}

/// The events that lead to each situation.
pub const SITUATIONS: [(&str, &str); 14] = [
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
    (
        "registered, with a longer stay",
        "submit@2026-08-10/full/house;host_confirms@2026-08-11;stay_extended@2026-08-12/2026-11-30",
    ),
    (
        "departed",
        "submit@2026-08-10/full/house;host_confirms@2026-08-11;departs@2026-08-20",
    ),
];

/// The events of a situation. `script`: the events that lead to it.
///
/// # Panics
///
/// If the script cannot be read.
pub fn situation(script: &str) -> Vec<Event> {
    read_script(script).expect("a script")
}

/// What can happen next: its name, and the event, which comes after `last`.
///
/// # Panics
///
/// If `last` is the first or the last supported day.
pub fn next_events(last: Day) -> Vec<(String, Event)> {
    let mut next = Vec::new();
    let all = DataItem::set(DataItem::ALL);
    let submit = |on, data, place| Event::Submit { on, data, place };
    let flat = Some(PlaceOfStay::Apartment);
    for kind in EventKind::ALL.iter().copied() {
        let event = |on| match kind {
            EventKind::Submit => submit(on, all, flat),
            EventKind::HostConfirms => Event::HostConfirms { on },
            EventKind::HostDeclines => Event::HostDeclines { on },
            EventKind::DataFoundFalse => Event::DataFoundFalse { on },
            EventKind::Move => Event::Move { on },
            EventKind::StayExtended => Event::StayExtended {
                on,
                until: day(2026, 12, 31),
            },
            EventKind::Departs => Event::Departs { on },
        };
        let mut add = |how: &str, event| next.push((format!("{kind}{how}"), event));
        add("", event(last));
        let after = [last, day(2026, 10, 31)].into_iter().max();
        add(" after the stay", event(after.expect("a day")));
        add(" a day too early", event(before(last)));
        add(" before the rules", event(day(2026, 6, 30)));
        if kind == EventKind::Submit {
            for item in DataItem::ALL {
                let lacks = all.difference((*item).into());
                add(&format!(" without {item}"), submit(last, lacks, flat));
            }
            let lacks = all.difference(Set::from(DataItem::Passport));
            add(" nowhere, without a passport", submit(last, lacks, None));
            add(" nowhere", submit(last, all, None));
        }
        if kind == EventKind::StayExtended {
            let until = |until| Event::StayExtended { on: last, until };
            add(" to the day known", until(STAY_UNTIL));
            add(" to a day gone by", until(before(last)));
        }
    }
    next
}

/// The day before.
fn before(day: Day) -> Day {
    let date = kz_rules_core::Date::from(day);
    Day::of(date.previous_day().expect("a day before")).expect("it is supported")
}

/// The names of the columns.
pub const HEADER: &str =
    "situation,event,status,state,ground,registrations,deregistered_on,stay_until,strict,lenient";

/// The whole table; each cell comes from `answer`: status and the columns of registration.csv for a
/// script.
pub fn table(answer: impl Fn(&[Event]) -> Vec<String>) -> String {
    let mut table = format!("{HEADER}\n");
    for (name, script) in SITUATIONS {
        let led = situation(script);
        let last = led.last().map_or(ARRIVED_ON, |event| event.on());
        for (what, event) in next_events(last) {
            let events = [&led[..], &[event]].concat();
            table += &format!("\"{name}\",\"{what}\",{}\n", answer(&events).join(","));
        }
    }
    table
}

/// The table according to the Rust API.
///
/// # Panics
///
/// If the case cannot be created.
pub fn of_the_rust_api() -> String {
    let law = Law::BUILT_IN;
    table(|events| {
        let mut case = Case::new(arrival()).expect("a case");
        let mut status = "ok";
        for event in events {
            match case.apply(law, *event) {
                Ok(next) => case = next,
                Err(rejection) => status = rejection.error().name(),
            }
        }
        let results = case_columns(&case, case.window(law, &law.calendar()));
        let results = results.into_iter().map(|(_, text)| text);
        std::iter::once(status.to_owned()).chain(results).collect()
    })
}
