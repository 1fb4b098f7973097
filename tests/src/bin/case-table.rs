//! Prints tests/case_table.csv: every event in every state of a registration case.

fn main() {
    print!("{}", kz_rules_tests::case_table::of_the_rust_api());
}
