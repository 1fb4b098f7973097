//! Conditions: `always`, or conditions joined by `; `.

use super::Reader;
use crate::day::{Day, Days};
use crate::diagnostic::{Kind, Span, near};
use crate::model::{Condition, Conditions, Test};
use crate::page::{Cell, quoted};
use crate::region::Axis;
use crate::vocabulary::{self as words, List, full_set};

/// Where conditions are, which decides what they may be about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// *Edition N*, *Where a document is obtained*.
    Facts,
    /// *Steps*.
    Steps,
    /// *What a deadlock rests on*.
    Deadlock,
    /// *Cautions* with these carriers.
    Caution(u16),
    /// *Who is covered*.
    Covered,
}

const FACTS: &[Axis] = Axis::ALL.as_slice().split_at(Axis::FACTS).0;
const STEPS: &[Axis] = Axis::ALL.as_slice().split_at(Axis::FACTS + 6).0;
/// The carriers `assess` and `plan`.
const DECISIONS: u16 = 0b11;
const PLAN: u16 = 0b10;

/// The values of `treaty` in a condition; `not_given` cannot be written.
static GIVEN_TREATIES: List = List {
    what: "a treaty",
    words: kz_rules_core::TreatyKind::NAMES,
};
const NO_TREATY: u16 = 0b0001;
const TREATY_NOT_GIVEN: u16 = 0b1000;

impl Context {
    fn allows(self, axis: Axis) -> bool {
        match self {
            Self::Facts => FACTS.contains(&axis),
            Self::Steps => STEPS.contains(&axis),
            Self::Deadlock => FACTS.contains(&axis) || axis == Axis::Blocked,
            Self::Caution(carriers) => {
                let decisions = carriers & DECISIONS != 0;
                let terms = carriers & !DECISIONS != 0;
                match axis {
                    Axis::Standing => true,
                    Axis::Obligation => !terms,
                    Axis::Blocked => carriers == PLAN,
                    Axis::Covered | Axis::ArrivedToLive | Axis::StayRegime | Axis::Treaty => {
                        !decisions
                    }
                    _ => !terms && FACTS.contains(&axis),
                }
            }
            Self::Covered => {
                matches!(
                    axis,
                    Axis::Standing | Axis::ArrivedToLive | Axis::StayRegime | Axis::Treaty
                )
            }
        }
    }

    fn allows_days(self) -> bool {
        self != Self::Covered
    }

    /// What conditions may be about here.
    fn names(self, questions: usize) -> Vec<&'static str> {
        let mut names: Vec<&str> = Axis::ALL
            .into_iter()
            .filter(|axis| self.allows(*axis))
            .filter(|axis| {
                axis.question()
                    .is_none_or(|number| usize::from(number) <= questions)
            })
            .map(Axis::name)
            .collect();
        if self.allows_days() {
            names.extend(["on", "during"]);
        }
        names
    }
}

impl<'s> Reader<'_, 's> {
    /// The conditions of a cell.
    pub(super) fn conditions(&mut self, cell: Cell<'s>, context: Context) -> Option<Conditions> {
        let text = self.filled(cell, "`always`, or conditions joined by `; `")?;
        let ages = self.law.ages.len();
        if text == "always" {
            if context == Context::Covered {
                let help =
                    "one condition on `standing`, `arrived_to_live`, `stay_regime` or `treaty`";
                self.error(
                    Kind::Condition,
                    cell.span,
                    "`always` covers nobody in particular".into(),
                    help.into(),
                );
                return None;
            }
            return Some(Conditions::new(cell.span, Vec::new(), ages));
        }
        let parts = self.split(text, cell.span, ';', "conditions are joined by `; `");
        let mut right = parts.is_some();
        let mut all: Vec<Condition> = Vec::new();
        for part in parts.unwrap_or_default() {
            let Some(test) = self.condition(part, context) else {
                right = false;
                continue;
            };
            if let Some(first) = all.iter().find(|other| same(other.test, test)) {
                let first = first.span;
                right = false;
                self.errors.push(
                    crate::Diagnostic::error(Kind::Condition, part.span, format!("`{}` is named twice in this row", name(part.text)))
                        .help("a fact is named once; `on` and `age` may bound from both sides: `age >= 12; age < 16`")
                        .related(first, "here it is named first"),
                );
            }
            all.push(Condition {
                span: part.span,
                test,
            });
        }
        if context == Context::Covered && all.len() > 1 {
            right = false;
            self.error(
                Kind::Condition,
                cell.span,
                format!("{} conditions", all.len()),
                "a row of `Who is covered` has one condition".into(),
            );
        }
        right.then(|| Conditions::new(cell.span, all, ages))
    }

    fn condition(&mut self, part: Cell<'s>, context: Context) -> Option<Test> {
        let text = part.text;
        if text == "always" {
            self.error(
                Kind::Condition,
                part.span,
                "`always` beside other conditions".into(),
                "`always` stands alone".into(),
            );
            return None;
        }
        let name = name(text);
        let rest = text
            .get(name.len()..)
            .unwrap_or("")
            .strip_prefix(' ')
            .unwrap_or("");
        let rest_at = part.span.start + text.len() - rest.len();
        let name_span = self
            .page
            .span(part.span.start..part.span.start + name.len());
        match name {
            "on" if context.allows_days() => self.on(rest, part.span),
            "during" if context.allows_days() => {
                let span = self.page.span(rest_at..part.span.end);
                if rest.is_empty() {
                    self.error(
                        Kind::Condition,
                        part.span,
                        "`during` what?".into(),
                        "expected `during PROVISION`".into(),
                    );
                    return None;
                }
                let provision = self.provision_at(rest, span)?;
                Some(Test::During {
                    provision,
                    days: self.law.provision_days(provision),
                })
            }
            _ => {
                let axis = self.axis(name, name_span, context)?;
                if axis == Axis::Age {
                    return self.age(rest, part.span);
                }
                if axis == Axis::Treaty
                    && rest == "not given"
                    && matches!(context, Context::Caution(_))
                {
                    return Some(Test::Values {
                        axis,
                        values: TREATY_NOT_GIVEN,
                        negated: false,
                    });
                }
                self.values(axis, rest, part.span, context)
            }
        }
    }

    fn axis(&mut self, name: &str, span: Span, context: Context) -> Option<Axis> {
        let names = context.names(self.law.questions.len());
        let Some(axis) = Axis::named(name).filter(|axis| context.allows(*axis)) else {
            let known = Axis::named(name).is_some() || ["on", "during"].contains(&name);
            let message = if known {
                format!("a condition on `{name}` makes no sense here")
            } else {
                format!("no fact `{name}`")
            };
            let help = match near(name, names.iter().copied()) {
                Some(name) if !known => format!("did you mean `{name}`?"),
                _ => format!("conditions here are on {}", quoted(&names)),
            };
            self.error(
                if known { Kind::Condition } else { Kind::Word },
                span,
                message,
                help,
            );
            return None;
        };
        if let Some(number) = axis.question()
            && !self
                .law
                .questions
                .iter()
                .any(|question| question.number == number)
        {
            if self.not_found(crate::Section::Questions, span) {
                self.error(
                    Kind::NotDeclared,
                    span,
                    format!("the law has no question {number}"),
                    "questions are declared in the section `Questions`".into(),
                );
            }
            return None;
        }
        Some(axis)
    }

    fn on(&mut self, rest: &str, span: Span) -> Option<Test> {
        let (below, date) = match (rest.strip_prefix("< "), rest.strip_prefix(">= ")) {
            (Some(date), _) => (true, date),
            (_, Some(date)) => (false, date),
            _ => {
                self.error(
                    Kind::Condition,
                    span,
                    "the decision date is compared in another way".into(),
                    "expected `on < YYYY-MM-DD` or `on >= YYYY-MM-DD`".into(),
                );
                return None;
            }
        };
        let Some(day) = Day::parse(date) else {
            self.error(
                Kind::Date,
                span,
                format!("`{date}` is no date"),
                "expected a date, `YYYY-MM-DD`, that exists".into(),
            );
            return None;
        };
        let days = if below {
            Days {
                from: Day::FIRST,
                until: day,
            }
        } else {
            Days {
                from: day,
                until: Day::END,
            }
        };
        Some(Test::On { days, below })
    }

    fn age(&mut self, rest: &str, span: Span) -> Option<Test> {
        let (below, text) = match (rest.strip_prefix("< "), rest.strip_prefix(">= ")) {
            (Some(age), _) => (true, age),
            (_, Some(age)) => (false, age),
            _ => {
                self.error(
                    Kind::Condition,
                    span,
                    "the age is compared in another way".into(),
                    "expected `age < N` or `age >= N`".into(),
                );
                return None;
            }
        };
        let place = self
            .law
            .ages
            .iter()
            .position(|age| age.years.to_string() == text);
        let Some(place) = place else {
            if self.not_found(crate::Section::Ages, span) {
                let ages: Vec<String> = self
                    .law
                    .ages
                    .iter()
                    .map(|age| age.years.to_string())
                    .collect();
                self.error(
                    Kind::NotDeclared,
                    span,
                    format!("`{text}` is no age of the law"),
                    format!("the section `Ages` declares {}", quoted(&ages)),
                );
            }
            return None;
        };
        let under = full_set(place + 1);
        let values = if below {
            under
        } else {
            full_set(self.law.ages.len() + 1) & !under
        };
        let years = text.parse().unwrap_or(0);
        Some(Test::Age {
            below,
            years,
            values,
        })
    }

    fn values(&mut self, axis: Axis, rest: &'s str, span: Span, context: Context) -> Option<Test> {
        let (negated, list) = match (rest.strip_prefix("= "), rest.strip_prefix("!= ")) {
            (Some(list), _) => (false, list),
            (_, Some(list)) => (true, list),
            _ => {
                let name = axis.name();
                let more = if axis == Axis::Treaty {
                    ", `treaty not given`"
                } else {
                    ""
                };
                let forms = format!("`{name} = a, b` or `{name} != a, b`{more}");
                let expected = format!("expected {forms}, with one space on each side");
                self.error(
                    Kind::Condition,
                    span,
                    format!("no condition on `{name}`"),
                    expected,
                );
                return None;
            }
        };
        let list_span = self.page.span(span.end - list.len()..span.end);
        let words = if axis == Axis::Treaty {
            &GIVEN_TREATIES
        } else {
            axis.list().unwrap_or(&words::ANSWERS)
        };
        let named = self.words_at(list, list_span, words)?;
        let mut values = if negated {
            words.full() & !named
        } else {
            named
        };
        if axis == Axis::Blocked {
            if negated {
                self.error(
                    Kind::Condition,
                    span,
                    "`blocked` is not compared with `!=`".into(),
                    "expected `blocked = goal`".into(),
                );
                return None;
            }
            return Some(Test::Blocked { goals: values });
        }
        if axis == Axis::Treaty {
            // A treaty that is not given fulfils a condition of a caution if one of its values does; in *Who is covered* it counts as
            // none.
            let as_not_given = if context == Context::Covered {
                values & NO_TREATY
            } else {
                values
            };
            if as_not_given != 0 {
                values |= TREATY_NOT_GIVEN;
            }
        }
        Some(Test::Values {
            axis,
            values,
            negated,
        })
    }
}

/// The first word of a condition: up to a space or an operator.
fn name(text: &str) -> &str {
    let end = text.find([' ', '=', '!', '<', '>']).unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

/// Whether two conditions of a row bound the same thing from the same side.
fn same(one: Test, other: Test) -> bool {
    match (one, other) {
        (Test::On { below: a, .. }, Test::On { below: b, .. })
        | (Test::Age { below: a, .. }, Test::Age { below: b, .. }) => a == b,
        (Test::During { provision: a, .. }, Test::During { provision: b, .. }) => a == b,
        _ => one.axis().is_some() && one.axis() == other.axis(),
    }
}
