/* The enacted edition as a C programmer would write it by hand, only for comparison.
 *
 * It gives the answer of kz_assess, byte for byte, if every fact is known. It supports neither unknown facts nor the
 * edition 'announced', except the conflict with it. It checks only dates, no constants.
 */
#ifndef IF_CHAIN_H
#define IF_CHAIN_H

#include "kz_rules.h"

#ifdef __cplusplus
extern "C" {
#endif

kz_status if_chain(const kz_facts *facts, kz_assessment *out);

/* The same for many, as kz_assess_many is to kz_assess. */
kz_status if_chain_many(const kz_facts *facts, size_t count, kz_assessment *out);

/* The same for columns, as kz_assess_columns is to kz_assess: it writes obligations, basis, ask and status, not
 * holds_until. Every fact that matters must be a column, and all days valid.
 */
void if_chain_columns(const kz_fact_columns *facts, size_t count, kz_age_reading reading,
                      const kz_answer_columns *answers);

#ifdef __cplusplus
}
#endif

#endif
