/* The sizes of the structs by the header, for src/abi.rs to compare with its own. */
#include "kz_rules.h"

const size_t bench_size_of_facts = sizeof(kz_facts);
const size_t bench_size_of_assessment = sizeof(kz_assessment);
