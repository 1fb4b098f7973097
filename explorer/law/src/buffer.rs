//! Questions and answers over buffers: a question is written into one that [`law_new`] gives, [`law_ask`] answers it, and
//! [`law_answer`] says where the answer lies.

use crate::{Answer, ask};
use serde_json::{Value, json};
use std::cell::RefCell;

thread_local! {
    static QUESTION: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// A buffer for a question of this many bytes of JSON in UTF-8: valid until the next call.
// SAFETY: the name is this library's alone.
#[unsafe(no_mangle)]
pub extern "C" fn law_new(length: usize) -> *mut u8 {
    QUESTION.with_borrow_mut(|question| {
        question.clear();
        question.resize(length, 0);
        question.as_mut_ptr()
    })
}

/// Answers the question in the buffer of [`law_new`], and gives the bytes of the answer: JSON, or a pack.
// SAFETY: the name is this library's alone.
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

/// Where the answer lies: valid until the next call of [`law_ask`].
// SAFETY: the name is this library's alone.
#[unsafe(no_mangle)]
pub extern "C" fn law_answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}
