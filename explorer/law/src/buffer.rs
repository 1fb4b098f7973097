//! Questions and answers in buffers: a question is written into the buffer of [`law_new`], [`law_ask`] answers it, and
//! [`law_answer`] returns where the answer is.

use crate::{Answer, ask};
use serde_json::{Value, json};
use std::cell::RefCell;

thread_local! {
    static QUESTION: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// A buffer for a question of this many bytes of JSON in UTF-8: valid until the next call.
// SAFETY: no other library uses this name.
#[unsafe(no_mangle)]
pub extern "C" fn law_new(length: usize) -> *mut u8 {
    QUESTION.with_borrow_mut(|question| {
        question.clear();
        question.resize(length, 0);
        question.as_mut_ptr()
    })
}

/// Answers the question in the buffer of [`law_new`]; returns the size of the answer in bytes: JSON, or a pack.
// SAFETY: no other library uses this name.
#[unsafe(no_mangle)]
pub extern "C" fn law_ask() -> usize {
    let bytes = QUESTION.take();
    let question: Result<Value, _> = serde_json::from_slice(&bytes);
    let answer = match question.map(|question| ask(&question)) {
        Ok(Answer::Json(value)) => value.to_string().into_bytes(),
        Ok(Answer::Pack(bytes)) => bytes,
        Err(error) => json!({ "error": error.to_string() })
            .to_string()
            .into_bytes(),
    };
    let length = answer.len();
    ANSWER.set(answer);
    length
}

/// Where the answer is: valid until the next call of [`law_ask`].
// SAFETY: no other library uses this name.
#[unsafe(no_mangle)]
pub extern "C" fn law_answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}
