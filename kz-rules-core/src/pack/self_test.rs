//! The self-test of a law: it gives the answers that its lawyer expects.

use crate::decide::Settings;
use crate::law::{CaseRow, Law};

impl Law<'_> {
    /// Decides the cases of the law's lawyer, and compares obligations and basis.
    ///
    /// # Errors
    ///
    /// The place of the first case with another answer, from 0.
    pub fn self_test(self) -> Result<(), u8> {
        for (place, row) in (0..=u8::MAX).zip(self.cases()) {
            if !self.comes_out(row.into()) {
                return Err(place);
            }
        }
        Ok(())
    }

    fn comes_out(self, case: CaseRow<'_>) -> bool {
        let settings = Settings {
            edition: case.edition(),
            ..Settings::default()
        };
        let Some(on) = case.on() else {
            return false;
        };
        self.assess(on, &case.facts(), settings)
            .is_ok_and(|answer| {
                answer.possible == case.obligations() && answer.basis().eq(case.basis().iter())
            })
    }
}
