//! A verifier of signatures, for programs that have none.

use core::ffi::c_void;

use ed25519_compact::{PublicKey, Signature};

use crate::pack::KZ_SIGNATURE_BYTES;
use crate::pointer::{read, read_many, status};
use crate::status::{BadInput, kz_status};

/// The bytes of a public key (Ed25519, RFC 8032).
pub const KZ_KEY_BYTES: usize = 32;

/// A kz_verifier, for programs without an Ed25519 of their own. `context` points to the KZ_KEY_BYTES of the
/// public key. It refuses signatures whose second half is not reduced, and keys of small order.
///
/// Errors: KZ_ERROR_PACK_SIGNATURE.
///
/// # Safety
///
/// `context` is NULL or points to KZ_KEY_BYTES bytes, `message` is NULL or points to `length` bytes, `signature` is NULL or
/// points to KZ_SIGNATURE_BYTES bytes.
#[cfg(feature = "ed25519")] // the whole file has it; repeated here for the header
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_ed25519(
    context: *mut c_void,
    message: *const u8,
    length: usize,
    signature: *const u8,
) -> kz_status {
    let verify = || {
        // SAFETY: as promised by the caller.
        let (key, message, signature) = unsafe {
            (
                read(context.cast::<[u8; KZ_KEY_BYTES]>())?,
                read_many(message, length)?,
                read(signature.cast::<[u8; KZ_SIGNATURE_BYTES]>())?,
            )
        };
        let (key, signature) = (PublicKey::new(*key), Signature::new(*signature));
        key.verify(message, &signature)
            .map_err(|_| BadInput::PackSignature.into())
    };
    status(verify())
}
