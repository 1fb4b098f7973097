//! Which stored cases are accepted, compared with a second method: exactly those that some events lead to.
//!
//! In a small world, with an arrival, three days and a few last days of a stay, the second implementation reaches every case
//! that events lead to. Bytes are made from each, changed, and given a new checksum, as a forger would.

use std::collections::BTreeSet;

use kz_rules_core::{CASE_BYTES, Case, HISTORY_MAX};
use kz_rules_naive as naive;
use kz_rules_tests::laws::laws;
use kz_rules_tests::parallel::compared;
use kz_rules_tests::random::Numbers;
use naive::registration::{Case as Second, Event, Ground, State};
use time::{Date, Month};

/// A day of August 2026 by its number, which identifies it in this world.
type August = u8;

const ARRIVED: August = 3;
const DAYS: [August; 3] = [3, 4, 5];
const STAYS: [Option<August>; 5] = [None, Some(3), Some(4), Some(5), Some(6)];
/// The most events before those that a case remembers.
const FORGOTTEN: usize = 5;

fn date(day: August) -> Date {
    Date::from_calendar_date(2026, Month::August, day).expect("a day of August")
}

/// The events of the world: their codes, and the days.
fn events() -> impl Iterator<Item = (u8, Event)> {
    let simple = [
        (1, Event::Submit(0b111_1111, true)),
        (2, Event::HostConfirms),
        (3, Event::HostDeclines),
        (4, Event::DataFoundFalse),
        (5, Event::Move),
        (7, Event::Departs),
    ];
    let stays = STAYS.into_iter().flatten();
    let extended = stays.map(|day| (6, Event::StayExtended(date(day))));
    simple.into_iter().chain(extended)
}

/// A remembered event: day, event and state by their codes.
type Past = [u8; 3];

/// The contents of the bytes of a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    stay_until: Option<August>,
    registrations: u16,
    registered_on: Option<August>,
    moved_on: Option<August>,
    finding: u8,
    events: u16,
    history: Vec<Past>,
}

/// A case of the second implementation, with the other contents of its bytes.
#[derive(Clone)]
struct Led {
    case: Second,
    told: Told,
}

impl Led {
    fn begin(stay: Option<August>) -> Self {
        use naive::{calendar::Week, term::Treaty};
        let stay_until = stay.map(date);
        let case = Second::new(date(ARRIVED), stay_until, Treaty::Unknown, Week::Five);
        Self {
            case: case.expect("the stay is not over yet"),
            told: Told {
                stay_until: stay,
                registrations: 0,
                registered_on: None,
                moved_on: None,
                finding: 0,
                events: 0,
                history: Vec::new(),
            },
        }
    }

    /// The case after an event, if the event is accepted.
    fn after(&self, law: &naive::Law, day: August, code: u8, event: Event) -> Option<Self> {
        let mut led = self.clone();
        led.case.event(law, event, date(day)).ok()?;
        let confirmed = led.case.registrations > self.case.registrations;
        let told = &mut led.told;
        if confirmed {
            told.registrations += 1;
            told.registered_on = Some(day);
            told.moved_on = None;
        } else if matches!(event, Event::Move) && led.case.registrations > 0 {
            told.moved_on = Some(day);
        }
        if let Event::StayExtended(until) = event {
            told.stay_until = Some(until.day());
        }
        let (state, finding) = match led.case.state {
            State::New => (1, 0),
            State::AwaitingHost => (2, 0),
            State::Registered => (3, 0),
            State::Refused(Ground::FalseData) => (4, 1),
            State::Refused(Ground::StayExceeded) => (4, 4),
            State::Refused(Ground::HostDeclined) => (4, 5),
            State::Moved => (5, 0),
            State::Departed => (6, 0),
        };
        told.finding = finding;
        told.events += 1;
        if told.history.len() == HISTORY_MAX {
            told.history.remove(0);
        }
        told.history.push([day, code, state]);
        Some(led)
    }

    /// The same without its history: what can follow depends only on the history's last day.
    fn forgetting(mut self) -> Self {
        let last = self.told.history.pop();
        self.told.history = last.into_iter().collect();
        self
    }
}

/// The cases that events lead to, by the number of events; cases that differ only in their history occur once.
fn places(law: &naive::Law) -> Vec<Vec<Led>> {
    let mut levels = vec![STAYS.map(Led::begin).to_vec()];
    for _ in 0..FORGOTTEN {
        let mut seen = BTreeSet::new();
        let mut next = Vec::new();
        for led in levels.last().expect("the first") {
            for (day, (code, event)) in DAYS
                .iter()
                .flat_map(|day| events().map(move |it| (*day, it)))
            {
                let Some(led) = led.after(law, day, code, event).map(Led::forgetting) else {
                    continue;
                };
                // The kind of the last event does not matter.
                let [day, _, state] = led.told.history[0];
                if seen.insert((
                    day,
                    state,
                    Told {
                        history: Vec::new(),
                        ..led.told.clone()
                    },
                )) {
                    next.push(led);
                }
            }
        }
        levels.push(next);
    }
    levels
}

impl Told {
    /// The bytes of such a case, in the layout of the library's documentation.
    fn bytes(&self) -> [u8; CASE_BYTES] {
        fn day(of: Option<August>) -> [u8; 4] {
            let [low, high] = 2026u16.to_le_bytes();
            of.map_or([0; 4], |day| [low, high, 8, day])
        }
        let mut bytes = b"KZC\x02".to_vec();
        bytes.extend(day(Some(ARRIVED)));
        bytes.extend(day(self.stay_until));
        bytes.extend([0, 0]);
        bytes.extend(self.registrations.to_le_bytes());
        bytes.extend(day(self.registered_on));
        bytes.extend(day(self.moved_on));
        bytes.extend([1, self.finding]);
        bytes.extend(self.events.to_le_bytes());
        for [on, event, state] in &self.history {
            bytes.extend(day(Some(*on)));
            bytes.extend([*event, *state]);
        }
        bytes.resize(CASE_BYTES - 4, 0);
        bytes.extend(crc32(&bytes).to_le_bytes());
        bytes.try_into().expect("all are there")
    }

    /// Whether some events lead to it: the second implementation tries them all.
    fn is_reached(&self, law: &naive::Law, levels: &[Vec<Led>]) -> bool {
        let forgotten = usize::from(self.events).checked_sub(self.history.len());
        let (Some(forgotten), true) = (forgotten, self.history.len() <= HISTORY_MAX) else {
            return false;
        };
        if forgotten > 0 && self.history.len() < HISTORY_MAX {
            return false;
        }
        levels[forgotten]
            .iter()
            .any(|led| self.follows(law, led, 0))
    }

    /// Whether the events remembered from a place on lead from here to this case.
    fn follows(&self, law: &naive::Law, led: &Led, from: usize) -> bool {
        let Some([day, code, state]) = self.history.get(from) else {
            let here = Self {
                history: self.history.clone(),
                ..led.told.clone()
            };
            return here == *self;
        };
        events().filter(|(is, _)| is == code).any(|(_, event)| {
            let next = led.after(law, *day, *code, event);
            next.is_some_and(|next| {
                next.told
                    .history
                    .last()
                    .is_some_and(|[.., led_to]| led_to == state)
                    && self.follows(law, &next, from + 1)
            })
        })
    }

    /// Changes something to another value of this world.
    fn forge(&mut self, numbers: &mut Numbers) {
        let day = |numbers: &mut Numbers| numbers.pick(&DAYS);
        let maybe = |numbers: &mut Numbers| (!numbers.one_in(3)).then(|| numbers.pick(&DAYS));
        match numbers.below(9) {
            0 => self.stay_until = numbers.pick(&STAYS),
            1 => self.registrations = numbers.below(5) as u16,
            2 => self.registered_on = maybe(numbers),
            3 => self.moved_on = maybe(numbers),
            4 => self.finding = numbers.pick(&[0, 1, 4, 5]),
            5 => {
                let most = self.history.len()
                    + if self.history.len() == HISTORY_MAX {
                        FORGOTTEN
                    } else {
                        0
                    };
                let least = self.history.len().saturating_sub(1);
                self.events = (least + numbers.below(most + 1 - least)) as u16;
            }
            place => {
                let length = self.history.len();
                if length == 0 {
                    return;
                }
                let past = &mut self.history[numbers.below(length)];
                match place {
                    6 => past[0] = day(numbers),
                    7 => past[1] = 1 + numbers.below(7) as u8,
                    _ => past[2] = 1 + numbers.below(6) as u8,
                }
            }
        }
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

#[test]
fn every_case_that_a_few_events_lead_to_is_accepted() {
    let law = &laws()[0].naive;
    let mut level = STAYS.map(Led::begin).to_vec();
    for _ in 0..=3 {
        for led in &level {
            let taken = Case::from_bytes(&led.told.bytes());
            assert!(taken.is_ok(), "{:?}", led.told);
        }
        let after = |led: &Led| {
            let led = led.clone();
            DAYS.into_iter().flat_map(move |day| {
                let led = led.clone();
                events().filter_map(move |(code, event)| led.after(law, day, code, event))
            })
        };
        level = level.iter().flat_map(after).collect();
    }
    assert!(level.len() > 10_000, "{}", level.len());
}

#[test]
fn a_forged_case_is_accepted_exactly_if_events_lead_to_it() {
    const CASES: usize = 8_000;
    let law = &laws()[0].naive;
    let levels = places(law);
    let parts: Vec<u64> = (0..8).collect();
    let compared = compared(&parts, |part| {
        let mut numbers = Numbers::from(500 + part);
        let (mut taken, mut refused) = (0, 0);
        for _ in 0..CASES {
            let mut led = Led::begin(numbers.pick(&STAYS));
            let all: Vec<_> = events().collect();
            let wanted = numbers.below(HISTORY_MAX + FORGOTTEN + 1);
            let mut day = ARRIVED;
            for _ in 0..200 {
                if usize::from(led.told.events) == wanted {
                    break;
                }
                // Later days are rare, and nobody departs early.
                if day < DAYS[2] && numbers.one_in(wanted) {
                    day += 1;
                }
                let (code, event) = numbers.pick(&all);
                if code != 7 || numbers.one_in(8) {
                    led = led.after(law, day, code, event).unwrap_or(led);
                }
            }
            let mut forged = led.told;
            assert!(Case::from_bytes(&forged.bytes()).is_ok(), "{forged:?}");
            for _ in 0..=numbers.below(2) {
                forged.forge(&mut numbers);
            }
            let is_taken = Case::from_bytes(&forged.bytes()).is_ok();
            assert_eq!(is_taken, forged.is_reached(law, &levels), "{forged:?}");
            *(if is_taken { &mut taken } else { &mut refused }) += 1;
        }
        assert!(
            taken > CASES / 20 && refused > CASES / 20,
            "{taken} {refused}"
        );
        CASES
    });
    println!("{compared} forged cases are equal");
}

#[test]
fn a_changed_byte_with_the_right_checksum_gives_damage_or_a_case_of_those_bytes() {
    let law = &laws()[0].naive;
    let mut led = Led::begin(Some(5));
    for (code, event) in events().take(2) {
        led = led.after(law, 4, code, event).expect("it fits");
    }
    let kept = led.told.bytes();
    for place in 4..CASE_BYTES - 4 {
        for byte in 0..=u8::MAX {
            let mut changed = kept;
            changed[place] = byte;
            let (body, checksum) = changed.split_at_mut(CASE_BYTES - 4);
            checksum.copy_from_slice(&crc32(body).to_le_bytes());
            if let Ok(case) = Case::from_bytes(&changed) {
                assert_eq!(case.to_bytes(), changed, "byte {place} is {byte}");
            }
        }
    }
}
