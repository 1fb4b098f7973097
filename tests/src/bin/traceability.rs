//! Prints docs/traceability.md: where each provision is used and tested.

fn main() {
    print!("{}", kz_rules_tests::traceability::page());
}
