/* Receipts for audit. */
#include "input/facts.h"
#include "input/hex.h"
#include "kiosk.h"
#include "lines/kinds.h"
#include "ui/out.h"

static kz_status answer(const void *question)
{
    kz_receipt_record receipt;
    const kz_status status = kz_receipt_issue(kiosk_law, question, &receipt);

    if (status != KZ_OK) {
        return status;
    }
    out("ok,");
    hex_write(receipt.bytes, sizeof receipt.bytes);
    return KZ_OK;
}

const lines_kind lines_receipts = {
    "receipts", &facts_form, "status,receipt", answer, LINES_OPAQUE_ID,
};
