//! Conditions as a page writes them.

use crate::model::{Condition, Conditions, Law, Test};
use crate::region::Axis;
use crate::vocabulary::{BLOCKED, List};

/// Conditions as a page writes them: `always`, or conditions joined by `; `.
#[must_use]
pub fn words(law: &Law, conditions: &Conditions) -> String {
    if conditions.is_always() {
        return "always".into();
    }
    let all = conditions.all.iter();
    all.map(|condition| one(law, condition))
        .collect::<Vec<_>>()
        .join("; ")
}

/// Words of a set, joined with `, `.
pub(crate) fn list(list: &'static List, set: u16) -> String {
    let words = list.all().filter(|word| set & word.bit() != 0);
    words.map(|word| word.text()).collect::<Vec<_>>().join(", ")
}

/// A treaty that is not given.
const NOT_GIVEN: u16 = 0b1000;

fn one(law: &Law, condition: &Condition) -> String {
    match condition.test {
        Test::Values {
            axis: Axis::Treaty,
            values: NOT_GIVEN,
            ..
        } => "treaty not given".into(),
        Test::Values {
            axis,
            values,
            negated,
        } => {
            let Some(words) = axis.list() else {
                return String::new();
            };
            let known = if axis == Axis::Treaty {
                words.full() & !NOT_GIVEN
            } else {
                words.full()
            };
            let (sign, values) = if negated {
                ("!=", known & !values)
            } else {
                ("=", known & values)
            };
            format!("{} {sign} {}", axis.name(), list(words, values))
        }
        Test::Age { below, years, .. } => format!("age {} {years}", if below { "<" } else { ">=" }),
        Test::On { days, below: true } => format!("on < {}", days.until),
        Test::On { days, below: false } => format!("on >= {}", days.from),
        Test::During { provision, .. } => format!("during {}", law.provision_id(provision)),
        Test::Blocked { goals } => format!("blocked = {}", list(&BLOCKED, goals)),
    }
}
