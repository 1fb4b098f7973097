//! Certificates of registration: what the tests share.

use kz_rules_core::CertificateField;

/// The fields of a certificate that are given as texts, in the order of the annex: all but the term
/// of stay.
pub fn certificate_texts() -> impl Iterator<Item = CertificateField> {
    let all = CertificateField::ALL.iter().copied();
    all.filter(|field| *field != CertificateField::Stay)
}
