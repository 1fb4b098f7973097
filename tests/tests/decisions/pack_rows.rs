//! The rows of a pack, field by field as `docs/pack.md` lists them: a value that a field cannot have is refused, and the error names
//! the section and the row.

use kz_rules_core::PackSection as S;
use kz_rules_core::*;
use kz_rules_tests::packs::{ANY, owned, reseal, row_length, sections, unsigned};
use kz_rules_tests::tools::read;

/// A change: the first byte of a field, its length, and its new value.
type Change = (usize, usize, u64);

/// What a field holds.
#[derive(Clone, Copy, Debug)]
enum Field {
    /// Bytes that belong to no field.
    Free,
    /// The number of one of so many values.
    Value(usize),
    /// The same, or 0.
    ValueOrNone(usize),
    /// A set of some of so many values.
    Set(usize),
    /// The same, or an empty one.
    Subset(usize),
    Flag,
    Day,
    DayOrNone,
    /// The bound of a period.
    Bound,
    Provision,
    ProvisionOrNone,
    /// Up to four provisions.
    Provisions,
    /// A number up to this one.
    UpTo(u64),
    /// Facts of a person.
    Facts,
    Circumstances,
}
use Field::*;

const fn date(year: u64, month: u64, day: u64) -> u64 {
    year << 10 | month << 6 | day
}

/// Before all days, and after all days.
const BEFORE: u64 = 0;
const AFTER: u64 = (u32::MAX << 6) as u64;
/// No provision of the law, and three that are.
const NONE: u64 = 9_999;
const FIRST: u64 = 1;
const SECOND: u64 = 2;
const THIRD: u64 = 3;

/// Letters as a number.
const fn letters(text: &[u8]) -> u64 {
    let (mut number, mut place) = (0, text.len());
    while place > 0 {
        place -= 1;
        number = number << 8 | text[place] as u64;
    }
    number
}

/// All values of sets of these sizes, with a free bit before each.
const fn all(sizes: &[u32]) -> u64 {
    let (mut bits, mut place) = (0, sizes.len());
    while place > 0 {
        place -= 1;
        bits = ((bits << sizes[place]) | ((1 << sizes[place]) - 1)) << 1;
    }
    bits
}

/// The facts of a person, questions included; the built-in law has no questions.
const FACTS: [u32; 12] = [15, 3, 4, 2, 5, 4, 2, 2, 2, 2, 2, 2];

impl Field {
    /// Values that it can have, and some that it cannot.
    fn values(self) -> (Vec<u64>, Vec<u64>) {
        let no_days = [
            date(2023, 2, 29),
            date(2024, 4, 31),
            date(2024, 13, 1),
            date(2024, 0, 1),
            date(2024, 1, 0),
            date(10_000, 1, 1),
            1,
        ];
        let days = [date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31)];
        let (mut right, mut wrong) = (days.to_vec(), no_days.to_vec());
        match self {
            Free => (right, wrong) = (vec![0], vec![1, 0x80]),
            Value(count) => {
                right = vec![1, count as u64];
                wrong = vec![0, count as u64 + 1, 255];
            }
            ValueOrNone(count) => (right, wrong) = (vec![0, count as u64], vec![count as u64 + 1]),
            Set(count) | Subset(count) => {
                let all = (1 << count) - 1;
                (right, wrong) = (vec![1, all], vec![all + 1, 0xFF, 0x80 | all]);
                wrong.retain(|bits| bits & !all != 0 && *bits < 256);
                let none = if matches!(self, Set(_)) {
                    &mut wrong
                } else {
                    &mut right
                };
                none.push(0);
            }
            Flag => (right, wrong) = (vec![0, 1], vec![2, 3, 255]),
            Day => wrong.extend([BEFORE, AFTER]),
            DayOrNone => {
                right.push(0);
                wrong.push(AFTER);
            }
            Bound => right.extend([BEFORE, AFTER]),
            Provision => (right, wrong) = (vec![FIRST, SECOND], vec![0, NONE]),
            ProvisionOrNone => (right, wrong) = (vec![0, FIRST, SECOND], vec![NONE]),
            Provisions => {
                right = vec![0, FIRST, FIRST << 48 | SECOND << 32 | THIRD << 16 | FIRST];
                wrong = vec![
                    NONE,
                    NONE << 16 | FIRST,
                    NONE << 48 | THIRD << 32 | SECOND << 16 | FIRST,
                ];
                wrong.extend([FIRST << 16, FIRST << 48 | SECOND << 16 | FIRST]);
            }
            UpTo(most) => (right, wrong) = (vec![most], vec![most + 1, 0xFFFF]),
            Facts => {
                let every = all(&FACTS);
                right = vec![every, every & !2];
                let first =
                    |fact: usize| FACTS[..fact].iter().map(|size| size + 1).sum::<u32>() + 1;
                // Free bits, and conditions on questions.
                wrong = (0..12).map(|fact| every | 1 << (first(fact) - 1)).collect();
                wrong.push(every | 1 << 63);
                wrong.extend((8..12).map(|question| every & !(1 << first(question))));
            }
            Circumstances => {
                let every = all(&[2; 6]);
                (right, wrong) = (
                    vec![every, every & !2],
                    vec![every | 1, every | 8, every | 1 << 31],
                );
            }
        }
        (right, wrong)
    }
}

/// A pack, and where its sections are.
struct Pack {
    bytes: Vec<u8>,
    sections: Vec<(PackSection, core::ops::Range<usize>)>,
}

impl Pack {
    fn new() -> Self {
        let on = kz_rules_core::Day::new(2026, 1, 1).expect("a day");
        let facts = kz_rules_core::Facts::default().standing(Standing::Citizen);
        let basis = [built_in::L50_CITIZEN_VOLUNTARY];
        let case = CaseRow::new(
            on,
            Edition::FIRST,
            &facts,
            Obligation::Voluntary.into(),
            &basis,
        );
        let owned = owned(&read("law/kazakhstan.md"), &[]).with_cases(vec![case; 2]);
        let bytes = unsigned(&owned.sections());
        let sections = sections(&bytes).expect("they fill it");
        Self { bytes, sections }
    }

    /// What opening it says after these changes of a row.
    fn opened(&self, (section, row): Row, changes: &[Change]) -> Result<(), PackError> {
        let found = self.sections.iter().find(|(other, _)| *other == section);
        let range = &found.expect("it is there").1;
        let length = row_length(section).expect("it has rows");
        assert!(
            range.len().is_multiple_of(length) && (row + 1) * length <= range.len(),
            "{section}"
        );
        let mut pack = self.bytes.clone();
        for (at, bytes, value) in changes {
            let at = range.start + row * length + at;
            pack[at..at + bytes].copy_from_slice(&value.to_le_bytes()[..*bytes]);
        }
        reseal(&mut pack);
        Law::open_already_verified(&pack, ANY).map(|_| ())
    }

    /// Whether it is refused because of this row, after these changes.
    fn refuses(&self, row: Row, changes: &[Change]) -> bool {
        let (section, number) = (row.0, u16::try_from(row.1 + 1).expect("few"));
        let error = PackError::Inconsistent {
            section,
            row: number,
        };
        self.opened(row, changes) == Err(error)
    }
}

/// A section, and the row of it that is changed, the first being 0.
type Row = (PackSection, usize);

/// A field: first byte, length, content.
type Described = (usize, usize, Field);

const RULE: &[Described] = &[
    (0, 8, Facts),
    (8, 4, Bound),
    (12, 4, Bound),
    (16, 2, Provision),
    (18, 1, Value(5)),
    (19, 1, Free),
];

/// The fields of each section. Rules about more than one field are in [`REFUSED`].
#[rustfmt::skip] // a table
const FIELDS: &[(Row, &[Described])] = &[
    ((S::Documents, 1), &[(2, 1, Value(2)), (3, 1, Free), (4, 4, DayOrNone)]),
    ((S::Edition1, 1), RULE),
    ((S::Edition2, 1), RULE),
    ((S::Duties, 1), &[
        (0, 2, ProvisionOrNone), (2, 2, ProvisionOrNone), (4, 2, ProvisionOrNone), (6, 2, ProvisionOrNone), (8, 2, ProvisionOrNone),
        (10, 2, ProvisionOrNone), (12, 2, ProvisionOrNone),
    ]),
    ((S::Conflicts, 0), &[
        (0, 1, Value(2)), (1, 1, Value(2)), (2, 1, Value(5)), (3, 1, Free), (4, 2, Provision), (6, 2, Provision), (8, 2, Provision),
    ]),
    ((S::Cautions, 1), &[
        (0, 8, Facts), (8, 4, Bound), (12, 4, Bound), (16, 2, Provision), (18, 1, Set(6)), (19, 1, Flag), (20, 1, Subset(5)),
        (21, 1, Subset(5)), (22, 1, Subset(3)), (23, 1, Subset(2)), (24, 1, Subset(2)), (25, 1, Subset(4)), (26, 1, Subset(3)),
        (27, 1, Free),
    ]),
    ((S::Steps, 1), &[
        (0, 8, Facts), (8, 4, Circumstances), (12, 4, Bound), (16, 4, Bound), (20, 1, Value(6)), (21, 1, Set(2)), (23, 1, Subset(5)),
        (24, 8, Provisions),
    ]),
    ((S::Obtained, 0), &[
        (0, 8, Facts), (8, 4, Bound), (12, 4, Bound), (16, 1, Set(2)), (17, 1, Free), (18, 2, Free),
    ]),
    ((S::Deadlocks, 0), &[
        (0, 8, Provisions), (8, 4, Bound), (12, 4, Bound), (16, 1, Subset(5)), (17, 1, Free), (18, 2, Free),
    ]),
    ((S::Terms, 1), &[
        (1, 1, Value(2)), (4, 2, UpTo(366)), (6, 2, Provision), (8, 2, Provision), (10, 1, Value(2)), (11, 1, Free),
    ]),
    ((S::Coverage, 1), &[
        (0, 1, Value(4)), (2, 1, Subset(3)), (3, 1, Subset(2)), (4, 1, Subset(2)), (5, 1, Subset(4)), (6, 2, Provision),
    ]),
    ((S::Grounds, 1), &[(0, 2, Provision), (4, 1, ValueOrNone(3)), (5, 1, Free)]),
    ((S::Countries, 0), &[
        (2, 2, UpTo(999)), (7, 1, Free), (8, 4, DayOrNone), (12, 2, ProvisionOrNone), (14, 2, UpTo(366)), (26, 2, Free),
    ]),
    ((S::Years, 1), &[(2, 2, UpTo(9999)), (4, 1, Value(2)), (5, 1, Free)]),
    ((S::Holidays, 1), &[(2, 1, Value(16)), (3, 1, Flag), (4, 2, UpTo(9999))]),
    ((S::MovableDays, 1), &[(0, 4, Day), (4, 1, Value(16)), (5, 1, Free), (6, 2, Free)]),
    ((S::Transfers, 1), &[(0, 4, Day), (4, 4, Day)]),
    ((S::Clock, 1), &[(10, 1, Value(2)), (11, 1, Free)]),
    ((S::Cases, 1), &[
        (0, 8, Facts), (16, 4, Day), (20, 1, Value(2)), (21, 1, Set(5)), (22, 2, Free), (24, 8, Provisions),
    ]),
];

const DATE: u64 = date(2026, 5, 1);
const NO_DATE: u64 = date(2025, 2, 29);

/// Fields that do not fit each other or the other rows.
#[rustfmt::skip] // a table
const REFUSED: &[(Row, &[&[Change]])] = &[
    // The number of another row, or 0.
    ((S::Documents, 1), &[&[(0, 2, 1)], &[(0, 2, 0)]]),
    // The same; a document that is not there; no dates; a provision that ends when it begins, or before.
    ((S::Provisions, 1), &[
        &[(0, 2, 1)], &[(0, 2, 0)], &[(2, 2, 0)], &[(2, 2, 9)], &[(4, 4, NO_DATE)], &[(8, 4, NO_DATE)],
        &[(4, 4, DATE), (8, 4, DATE)], &[(4, 4, DATE + 1), (8, 4, DATE)],
    ]),
    // Steps of the law do not enter or leave, and give no presence and no document.
    ((S::Steps, 1), &[
        &[(20, 1, 7)], &[(20, 1, 8)], &[(20, 1, 9)], &[(22, 1, 0)], &[(22, 1, 1)], &[(22, 1, 5)],
    ]),
    // No days; strict days later than lenient ones; the term of another row.
    ((S::Terms, 1), &[
        &[(4, 2, 0)], &[(2, 1, 1), (3, 1, 2)], &[(2, 1, 3)], &[(2, 1, 0)], &[(3, 1, 3)], &[(3, 1, 0)],
        &[(0, 1, 1)], &[(0, 1, 0)], &[(0, 1, 5)],
    ]),
    // A row covers nobody: it excludes, or leaves open.
    ((S::Coverage, 1), &[&[(1, 1, 1)], &[(1, 1, 0)], &[(1, 1, 4)]]),
    // The finding of another row.
    ((S::Grounds, 1), &[&[(3, 1, 1)], &[(3, 1, 0)], &[(3, 1, 6)], &[(2, 1, 0)], &[(2, 1, 3)]]),
    ((S::Countries, 1), &[
        // Codes of another row, or not in capitals.
        &[(0, 2, letters(b"AM"))], &[(0, 2, letters(b"bY"))], &[(0, 2, letters(b"By"))], &[(0, 2, letters(b"B["))],
        &[(4, 3, letters(b"ARM"))], &[(4, 3, letters(b"bLR"))], &[(4, 3, letters(b"BLr"))], &[(2, 2, 51)],
        // More days than the window has; days without a window, and the other way round; a window of more than a year.
        &[(16, 2, 181)], &[(18, 2, 0)], &[(16, 2, 0)], &[(18, 2, 367)], &[(16, 2, 367), (18, 2, 367)], &[(14, 2, 367)],
        // Days, or a first day, without a provision.
        &[(20, 2, 0)], &[(20, 2, 0), (14, 2, 0), (16, 2, 0), (18, 2, 0)], &[(20, 2, 0), (8, 4, 0)],
        &[(20, 2, 0), (8, 4, 0), (14, 2, 0)], &[(20, 2, 0), (8, 4, 0), (16, 2, 0), (18, 2, 0)], &[(20, 2, NONE)],
        &[(22, 2, 30)], &[(24, 2, 1)], &[(22, 2, 367), (24, 2, 1)], &[(22, 2, 30), (24, 2, NONE)],
    ]),
    // Years in the wrong order, or of another row.
    ((S::Years, 1), &[
        &[(0, 2, 0), (2, 2, 2022)], &[(2, 2, 2026)], &[(0, 2, 2026)], &[(0, 2, 2022)], &[(0, 2, 2020), (2, 2, 2023)],
    ]),
    // No such day in any year; years in the wrong order.
    ((S::Holidays, 1), &[
        &[(0, 1, 0)], &[(0, 1, 13)], &[(1, 1, 0)], &[(0, 1, 2), (1, 1, 30)], &[(4, 2, 2026), (6, 2, 2025)],
    ]),
    // The same day.
    ((S::Transfers, 1), &[&[(0, 4, DATE), (4, 4, DATE)]]),
    // More than a day from UTC; the moment of another row.
    ((S::Clock, 1), &[&[(8, 2, 24 * 60 + 1)], &[(8, 2, 0x1_0000 - 24 * 60 - 1)], &[(0, 8, 1 << 63)]]),
    // Birth dates in the wrong order, or none; no standing.
    ((S::Cases, 1), &[
        &[(8, 4, DATE + 1), (12, 4, DATE)], &[(8, 4, DATE), (12, 4, AFTER)], &[(8, 4, BEFORE), (12, 4, DATE)],
        &[(8, 4, NO_DATE), (12, 4, DATE)], &[(8, 4, DATE), (12, 4, NO_DATE)], &[(0, 8, all(&FACTS) & !0xE_0000)],
    ]),
];

/// As near to that as is right.
#[rustfmt::skip] // a table
const ACCEPTED: &[(Row, &[&[Change]])] = &[
    ((S::Documents, 1), &[&[(0, 2, 9)]]),
    ((S::Provisions, 1), &[
        &[(0, 2, 500)], &[(2, 2, 3)], &[(4, 4, DATE), (8, 4, DATE + 1)], &[(4, 4, BEFORE), (8, 4, AFTER)],
    ]),
    ((S::Steps, 1), &[&[(20, 1, 1)], &[(20, 1, 6)], &[(22, 1, 2)], &[(22, 1, 3)], &[(22, 1, 4)]]),
    ((S::Terms, 1), &[
        &[(4, 2, 1)], &[(2, 1, 1), (3, 1, 1)], &[(2, 1, 2), (3, 1, 2)], &[(2, 1, 2), (3, 1, 1)],
    ]),
    ((S::Coverage, 1), &[&[(1, 1, 2)], &[(1, 1, 3)]]),
    ((S::Grounds, 1), &[&[(3, 1, 5)], &[(2, 1, 2), (3, 1, 1)]]),
    ((S::Countries, 1), &[
        &[(0, 2, letters(b"AA"))], &[(0, 2, letters(b"ZZ"))], &[(4, 3, letters(b"ZAZ"))], &[(16, 2, 180)],
        &[(16, 2, 366), (18, 2, 366)], &[(14, 2, 0)], &[(16, 2, 0), (18, 2, 0)], &[(8, 4, 0)],
        &[(14, 2, 0), (16, 2, 0), (18, 2, 0), (20, 2, 0), (8, 4, 0)], &[(22, 2, 366), (24, 2, 1)],
    ]),
    ((S::Years, 1), &[&[(0, 2, 2030)], &[(0, 2, 1), (2, 2, 2022)]]),
    ((S::Holidays, 1), &[&[(0, 1, 2), (1, 1, 29)], &[(0, 1, 12), (1, 1, 31)], &[(4, 2, 2026), (6, 2, 2026)]]),
    ((S::Clock, 1), &[&[(8, 2, 24 * 60)], &[(8, 2, 0x1_0000 - 24 * 60)], &[(0, 8, 1 << 63), (10, 1, 2)]]),
    ((S::Cases, 1), &[
        &[(8, 4, DATE), (12, 4, DATE)], &[(8, 4, date(1, 1, 1)), (12, 4, AFTER)], &[(8, 4, DATE), (12, 4, date(9999, 12, 31))],
    ]),
];

#[test]
fn each_field_has_the_values_of_its_kind() {
    let pack = Pack::new();
    for (row, fields) in FIELDS {
        for (at, bytes, field) in *fields {
            let (right, wrong) = field.values();
            let right = right.iter().map(|value| (value, false));
            let wrong = wrong.iter().map(|value| (value, true));
            for (value, is_wrong) in right.chain(wrong) {
                let refused = pack.refuses(*row, &[(*at, *bytes, *value)]);
                assert_eq!(
                    refused, is_wrong,
                    "{}, byte {at}: {field:?} {value:#x}",
                    row.0
                );
            }
        }
    }
}

#[test]
fn fields_belong_together() {
    let pack = Pack::new();
    for (table, is_wrong) in [(REFUSED, true), (ACCEPTED, false)] {
        for (row, all) in table {
            for changes in *all {
                assert_eq!(
                    pack.refuses(*row, changes),
                    is_wrong,
                    "{}: {changes:x?}",
                    row.0
                );
            }
        }
    }
}

/// The last row of a table that somebody must fit takes everybody on all days.
#[test]
fn last_rows_take_everybody() {
    let pack = Pack::new();
    let obtained: &[Change] = &[(0, 8, all(&FACTS) & !2), (8, 4, DATE), (12, 4, DATE)];
    let deadlocks: &[Change] = &[(16, 1, 2), (8, 4, DATE), (12, 4, DATE)];
    for (row, changes) in [((S::Obtained, 2), obtained), ((S::Deadlocks, 1), deadlocks)] {
        for change in changes {
            let error = PackError::Inconsistent {
                section: row.0,
                row: 0,
            };
            let opened = pack.opened(row, &[*change]);
            assert_eq!(opened, Err(error), "{}: {change:x?}", row.0);
        }
    }
}
