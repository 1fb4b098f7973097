//! A text as a QR code, in the caller's buffers.

use qrcodegen_no_heap::{DataTooLong, QrCode, QrCodeEcc, QrSegment, Version};

use crate::base::error::Error;

/// The bytes of each of the two buffers for a code of up to 97 modules a side (version 20): up to 666
/// bytes of ASCII, or 665 of other text.
pub const QR_BUFFER: usize = Version::new(20).buffer_len();

/// The bytes of each of the two buffers for any code, of up to 177 modules a side (version 40): up to
/// 2331 bytes of ASCII, or 2330 of other text.
pub const QR_BUFFER_MAX: usize = Version::new(40).buffer_len();

/// A QR code, without the margin of four light modules that it needs on each side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Qr<'a> {
    side: u8,
    bits: &'a [u8],
}

/// The content may be personal data: shows only the size.
impl core::fmt::Debug for Qr<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Qr({}, hidden)", self.side)
    }
}

impl<'a> Qr<'a> {
    /// The number of modules on each side: 21 to 177.
    #[must_use]
    pub const fn side(&self) -> u8 {
        self.side
    }

    /// One bit a module, row by row: the module in column `x` of row `y` is the bit number
    /// `y * side + x`, counted from the lowest bit of the first byte; it is set if the module is dark.
    #[must_use]
    pub const fn bits(&self) -> &'a [u8] {
        self.bits
    }

    /// Whether a module is dark; outside the code none is.
    #[must_use]
    pub fn is_dark(&self, x: u8, y: u8) -> bool {
        let side = usize::from(self.side);
        let number = usize::from(y).saturating_mul(side).saturating_add(x.into());
        let inside = x < self.side && y < self.side;
        inside
            && self
                .bits
                .get(number >> 3)
                .is_some_and(|byte| byte >> (number & 7) & 1 == 1)
    }
}

/// Encodes a text as the smallest possible code with at least medium error correction (15% of the code may be lost).
/// The same number of bytes of each buffer is used: [`QR_BUFFER`] or [`QR_BUFFER_MAX`], or as few as 57 for up to 14
/// bytes of ASCII. The contents of `scratch` are meaningless afterwards.
///
/// The code of a text that is not ASCII declares that it is UTF-8 (ECI 26). Without that, readers guess, and misread
/// short texts.
///
/// # Errors
///
/// [`Error::TextMissing`]; [`Error::QrTooLong`] if the text does not fit in a code that fits in both
/// buffers.
pub fn qr_encode<'a>(
    content: &str,
    scratch: &mut [u8],
    modules: &'a mut [u8],
) -> Result<Qr<'a>, Error> {
    if content.is_empty() {
        return Err(Error::TextMissing);
    }
    let room = scratch.len().min(modules.len());
    let largest = (Version::MIN.value()..=Version::MAX.value())
        .rev()
        .map(Version::new)
        .find(|version| version.buffer_len() <= room)
        .ok_or(Error::QrTooLong)?;
    let encode = if content.is_ascii() {
        encode_ascii
    } else {
        encode_utf8
    };
    let code = encode(content, scratch, &mut *modules, largest).map_err(|_| Error::QrTooLong)?;
    let (side, used) = (code.size(), code.version().buffer_len());
    // The encoder keeps the side in the first byte, ahead of the bits.
    let bits = modules.get_mut(..used).unwrap_or_default();
    bits.rotate_left(1);
    let (_, bits) = bits.split_last().ok_or(Error::QrTooLong)?;
    Ok(Qr {
        side: u8::try_from(side).unwrap_or_default(),
        bits,
    })
}

/// The least error correction.
const LEAST: QrCodeEcc = QrCodeEcc::Medium;

fn encode_ascii<'a>(
    content: &str,
    scratch: &mut [u8],
    modules: &'a mut [u8],
    largest: Version,
) -> Result<QrCode<'a>, DataTooLong> {
    QrCode::encode_text(
        content,
        scratch,
        modules,
        LEAST,
        Version::MIN,
        largest,
        None,
        true,
    )
}

fn encode_utf8<'a>(
    content: &str,
    scratch: &mut [u8],
    modules: &'a mut [u8],
    largest: Version,
) -> Result<QrCode<'a>, DataTooLong> {
    const UTF_8: u32 = 26;
    let mut eci = [0];
    let segments = [
        QrSegment::make_eci(UTF_8, &mut eci),
        QrSegment::make_bytes(content.as_bytes()),
    ];
    let (length, correction, version) = QrCode::encode_segments_to_codewords(
        &segments,
        &mut *modules,
        LEAST,
        Version::MIN,
        largest,
        true,
    )?;
    Ok(QrCode::encode_codewords(
        modules, length, scratch, correction, version, None,
    ))
}
