//! Capture tickets.

use kz_rules_core::{Identifier, Ticket};

use crate::date::kz_date;
use crate::facts::kz_facts;
use crate::law::{kz_law, law};
use crate::pointer::{read, read_many, write};
use crate::status::kz_status;
use crate::types::*;

/// The bytes of a ticket.
pub const KZ_TICKET_BYTES: usize = 31;
/// The bytes of the identifier in a ticket.
pub const KZ_IDENTIFIER_BYTES: usize = 16;

const _: () = assert!(KZ_TICKET_BYTES == Ticket::BYTES);
const _: () = assert!(KZ_IDENTIFIER_BYTES == Identifier::BYTES);

/// A capture ticket for the scanner. Numbers are little-endian:
///
///   0-2    "KZT"
///   3      the version of the layout, 2
///   4-19   the identifier
///   20-21  the basis, a kz_provision
///   22     the obligation: mandatory or voluntary
///   23-24  the year of the decision
///   25, 26 its month and day
///   27-30  CRC-32 (ISO-HDLC) of the bytes before
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct kz_ticket_record {
    /// The bytes.
    pub bytes: [u8; KZ_TICKET_BYTES],
}

/// The contents of a ticket.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[repr(C)]
pub struct kz_ticket {
    /// The identifier that the caller gave.
    pub identifier: [u8; KZ_IDENTIFIER_BYTES],
    /// The day of the decision.
    pub on: kz_date,
    /// The provision by which the prints are taken.
    pub basis: kz_provision,
    /// Mandatory or voluntary.
    pub obligation: kz_obligation,
    /// Zero.
    pub reserved: u8,
}

impl From<Ticket> for kz_ticket_record {
    fn from(ticket: Ticket) -> Self {
        Self {
            bytes: ticket.to_bytes(),
        }
    }
}

impl From<Ticket> for kz_ticket {
    fn from(ticket: Ticket) -> Self {
        Self {
            identifier: *ticket.identifier().bytes(),
            on: ticket.on().into(),
            basis: ticket.basis().number(),
            obligation: ticket.obligation().code(),
            reserved: 0,
        }
    }
}

/// Decides, and issues a capture ticket for the scanner. The ticket holds nothing personal.
///
/// `identifier`: KZ_IDENTIFIER_BYTES random bytes. They are refused if they contain a valid IIN: twelve digits
/// as text, from any byte on, whatever is between them; or packed, four bits each, from any half-byte on, if
/// they begin with a birth date and a century. About one random identifier in 7000 is refused by chance: draw
/// another one.
///
/// Errors: as kz_assess(); KZ_ERROR_TICKET_IDENTIFIER; KZ_ERROR_TICKET_EDITION; KZ_ERROR_TICKET_UNDECIDED;
/// KZ_ERROR_TICKET_OBLIGATION; KZ_ERROR_TICKET_CAUTION.
///
/// # Safety
///
/// `identifier` is NULL or points to that many bytes; `law`, `facts` and `out` are NULL or point to their
/// types.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_ticket_issue(
    law: *const kz_law,
    facts: *const kz_facts,
    identifier: *const u8,
    out: *mut kz_ticket_record,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let law = unsafe { self::law(law) }?;
        // SAFETY: as promised by the caller.
        let (on, facts, settings) = unsafe { read(facts) }?.read()?;
        // SAFETY: as promised by the caller.
        let identifier = unsafe { read(identifier.cast()) }?;
        let identifier = Identifier::new(*identifier)?;
        Ok(law.issue_ticket(on, &facts, settings, identifier)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}

/// Reads a capture ticket.
///
/// Errors: KZ_ERROR_TICKET_DAMAGED; KZ_ERROR_TICKET_VERSION; KZ_ERROR_TICKET_IDENTIFIER.
///
/// # Safety
///
/// `ticket` points to `length` bytes, unless that is 0, or is NULL; `out` is NULL or points to its
/// type.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kz_ticket_read(
    ticket: *const u8,
    length: usize,
    out: *mut kz_ticket,
) -> kz_status {
    let answer = || {
        // SAFETY: as promised by the caller.
        let ticket = unsafe { read_many(ticket, length) }?;
        Ok(Ticket::read(ticket)?)
    };
    // SAFETY: as promised by the caller.
    unsafe { write(out, answer) }
}
