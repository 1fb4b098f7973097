//! `kz-law`: the law compiler.

fn main() {
    for file in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let reading = kz_law::read(&text);
        for error in &reading.errors {
            println!(
                "{file}:{}:{} {} {:?}",
                error.span.line, error.span.column, error.message, error.help
            );
        }
        println!(
            "{} provisions {} editions",
            reading.law.provisions.len(),
            reading.law.editions.len()
        );
    }
}
