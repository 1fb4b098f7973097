//! Stored data: registration cases, certificates, tickets and receipts.

mod certificate;
mod mrz;
mod reachable;
mod registration_case;
mod registration_vectors;
mod tickets_and_receipts;
