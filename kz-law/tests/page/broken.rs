//! Broken pages: each is the base law with a small edit, and what the compiler says of it is kept in `snapshots/`.

use crate::common::{self, edited, program, row};

fn refused(name: &str, page: &str) {
    let output = program(
        &format!("broken-{name}"),
        page.as_bytes(),
        &["check", "law.md"],
    );
    assert_eq!(output.status.code(), Some(1), "{name}: {output:?}");
    insta::assert_snapshot!(name, String::from_utf8(output.stderr).unwrap());
}

macro_rules! broken {
    ($($name:ident: $($old:expr => $new:expr),+;)*) => {
        $(#[test]
        fn $name() {
            refused(stringify!($name), &edited(&[$((&$old, &$new)),+]));
        })*
    };
}

/// A row twice.
fn twice(start: &str) -> String {
    format!("{0}\n{0}", row(start))
}

/// Many rows in place of one, each with its number for every `#`.
fn many(count: usize, first: usize, text: &str) -> String {
    let rows: Vec<String> = (first..first + count)
        .map(|number| text.replace('#', &number.to_string()))
        .collect();
    rows.join("\n")
}

// The form of the page.
broken! {
    form_heading_misspelt: "## Provisions" => "## Provisons";
    form_heading_other_case: "### Who is covered" => "### Who Is Covered";
    form_heading_level: "## Identity" => "#### Identity";
    form_heading_level_one: "## Clock" => "# Clock";
    form_heading_indented: "## Clock" => "  ## Clock";
    form_table_under_other_heading: "## Ages" => "## Remarks\n\n| a |\n|---|\n| 1 |\n\n## Ages";
    form_table_above_headings: "# Kazakhstan" => "| a |\n|---|\n| 1 |\n\n# Kazakhstan";
    form_section_missing: "## Ages\n" => "Ages\n";
    form_section_twice: "## Ages" => "## Questions\n\n## Ages";
    form_calendar_missing: "## Calendar\n" => "";
    form_calendar_with_table: "## Calendar\n" => "## Calendar\n\n| a |\n|---|\n| b |\n";
    form_table_missing: "| age |\n|---|\n| 12 |\n| 16 |" => "12 and 16";
    form_table_twice: "| age |\n|---|\n| 12 |\n| 16 |" => "| age |\n|---|\n| 12 |\n\n| age |\n|---|\n| 16 |";
    form_table_broken: "| age |\n|---|\n| 12 |\n| 16 |" => "| age |\n|---|\n| 12 |\n\n| 16 |";
    form_table_broken_by_text: "| 12 |\n| 16 |" => "| 12 |\nand\n| 16 |";
    form_table_indented: "| age |\n|---|\n| 12 |\n| 16 |" => " | age |\n |---|\n | 12 |\n | 16 |";
    form_table_indented_code: "| age |\n|---|\n| 12 |\n| 16 |" => "    | age |\n    |---|\n    | 12 |\n    | 16 |";
    form_row_indented: "| 16 |" => "  | 16 |";
    form_table_in_fence: "| age |\n|---|\n| 12 |\n| 16 |" => "```\n| age |\n|---|\n| 12 |\n| 16 |\n```";
    form_table_in_list: "| age |\n|---|\n| 12 |\n| 16 |" => "- | age |\n  |---|\n  | 12 |\n  | 16 |";
    form_table_in_quotation: "| age |\n|---|\n| 12 |\n| 16 |" => "> | age |\n> |---|\n> | 12 |\n> | 16 |";
    form_table_in_html: "| age |\n|---|\n| 12 |\n| 16 |" => "<!--\n| age |\n|---|\n| 12 |\n| 16 |\n-->";
    form_no_delimiter: "| age |\n|---|\n" => "| age |\n";
    form_column_missing: "| number | id | kind | title | known as of |\n|---|---|---|---|---|" => "| number | id | kind | title |\n|---|---|---|---|";
    form_column_misspelt: "| if | obligation | basis |" => "| if | obligaton | basis |";
    form_column_unknown: "| worked | off |\n|---|---|" => "| worked | off | why |\n|---|---|---|";
    form_columns_in_other_order: "| worked | off |" => "| off | worked |";
    form_column_twice: "| duty | provision |" => "| duty | duty |";
    form_too_few_cells: "| 2 | PILOT | law | Joint order" => "| 2 | PILOT | Joint order";
    form_too_many_cells: "| standing = citizen | voluntary |" => "| standing = citizen | | voluntary |";
    form_bar_in_cell: "the fingerprint rules start" => "the fingerprint \\| palm rules start";
    form_row_without_bar: "| 16 |" => "| 16";
    form_empty_table: "| 12 |\n| 16 |\n" => "";
    form_duties_missing: "### Duties of edition 2" => "### Duties";
    form_duties_of_no_edition: "## Conflicts" => "### Duties of edition 3\n\n| duty | provision |\n|---|---|\n| place | MIA-PLACE |\n\n## Conflicts";
    form_edition_gap: "## Edition 2: announced" => "## Edition 3: announced", "### Duties of edition 2" => "### Duties of edition 3";
    form_edition_without_name: "## Edition 2: announced" => "## Edition 2";
    form_edition_other_sign: "## Edition 2: announced" => "## Edition 2 - announced";
    form_edition_name_no_word: "## Edition 2: announced" => "## Edition 2: Announced earlier";
    form_edition_zero: "## Edition 1: enacted" => "## Edition 0: enacted";
}

// Cells that cannot be read.
broken! {
    cell_date: "| 2025-11-19 |" => "| 2025-11-31 |";
    cell_date_form: "| 1 | L50-COMMENCEMENT | L50 | fingerprint registration, introduction | 2024-01-01 |" => "| 1 | L50-COMMENCEMENT | L50 | fingerprint registration, introduction | 1.1.2024 |";
    cell_year_day: "| 12-16 | independence_day" => "| 16-12 | independence_day";
    cell_moment: "2024-02-29T18:00Z" => "2024-02-29 18:00";
    cell_number: "| 3 | R923 | law" => "| three | R923 | law";
    cell_number_too_large: "| 71 | NOTE-TREATY" => "| 65536 | NOTE-TREATY";
    cell_number_zero: "| 1 | L50 | law" => "| 0 | L50 | law";
    cell_number_leading_zero: "| registration | crossing the border | 30 |" => "| registration | crossing the border | 030 |";
    cell_offset: "| west | | 300 |" => "| west | | +300 |";
    cell_empty: "| 1 | L50 | law | Law No. 50-VIII of 23 December 2023 (law firm's summary) |" => "| 1 | L50 | law | |";
    cell_identifier: "| 5 | L50-CASE-1 |" => "| 5 | L50_case_1 |";
    cell_law_name: "| kazakhstan | 1 |" => "| Kazakhstan | 1 |";
    cell_country_code: "| AM | ARM | 051 |" => "| AM | ARM | 51 |";
    cell_word_misspelt: "| standing = citizen | voluntary |" => "| standing = citizen | volontary |";
    cell_word_far_off: "| issued | L50-CERTIFICATE |" => "| certificate | L50-CERTIFICATE |";
    cell_step_of_the_engine: "| translate_passport | both |" => "| obtain_document | both |";
    cell_step_gives_presence: "| iin_by_proxy | both | iin |" => "| iin_by_proxy | both | presence |";
    cell_covered_yes: "| move | stay_regime = other | unknown |" => "| move | stay_regime = other | yes |";
    cell_list_without_space: "| iin, translation | mission_takes" => "| iin,translation | mission_takes";
    cell_list_twice: "| iin, translation | mission_takes" => "| iin, iin | mission_takes";
    cell_provision_misspelt: "| not_required | L50-ONCE |" => "| not_required | L50-ONE |";
    cell_document_misspelt: "| 24 | PILOT-PERIOD | PILOT |" => "| 24 | PILOT-PERIOD | PILOTS |";
    cell_identity_twice: "| kazakhstan | 1 | 2025-11-19 |" => "| kazakhstan | 1 | 2025-11-19 |\n| kazakhstan | 2 | 2025-11-19 |";
}

// Conditions.
broken! {
    condition_empty: "| always | not_required | MIA-DOCUMENTS |" => "| | not_required | MIA-DOCUMENTS |";
    condition_fact_misspelt: "| standing = citizen | voluntary |" => "| standng = citizen | voluntary |";
    condition_value_misspelt: "| standing = citizen | voluntary |" => "| standing = citizn | voluntary |";
    condition_operator: "| standing = citizen | voluntary |" => "| standing is citizen | voluntary |";
    condition_without_spaces: "| standing = citizen | voluntary |" => "| standing=citizen | voluntary |";
    condition_fact_twice: "| fingerprinted = yes | not_required | L50-ONCE |" => "| fingerprinted = yes; fingerprinted != no | not_required | L50-ONCE |";
    condition_bound_twice: "age >= 12; age < 16" => "age < 12; age < 16";
    condition_age_not_declared: "| age < 16 | not_required | L50-AGE-16 |" => "| age < 18 | not_required | L50-AGE-16 |";
    condition_age_operator: "| age < 16 | not_required | L50-AGE-16 |" => "| age <= 16 | not_required | L50-AGE-16 |";
    condition_date: "| on < 2024-01-01 | not_in_force | L50" => "| on < 2024-1-1 | not_in_force | L50";
    condition_question_not_declared: "| fingerprinted = yes | not_required | L50-ONCE |" => "| question_1 = yes | not_required | L50-ONCE |";
    condition_during_not_declared: "during L50-IIN-PROXY" => "during L50-IIN-PROX";
    condition_joined_with_comma: "action = holding; occasion != expulsion" => "action = holding, occasion != expulsion";
    condition_always_and_more: "| always | not_required | MIA-DOCUMENTS |" => "| always; action = holding | not_required | MIA-DOCUMENTS |";
    condition_circumstance_in_edition: "| fingerprinted = yes | not_required | L50-ONCE |" => "| has_iin = yes | not_required | L50-ONCE |";
    condition_blocked_in_assess: "| NOTE-IIN-IF-ANY | plan |" => "| NOTE-IIN-IF-ANY | assess, plan |";
    condition_fact_in_term: "| NOTE-PILOT-2 | iin_mission | always |" => "| NOTE-PILOT-2 | iin_mission | occasion = visa |";
    condition_treaty_word: "covered != no; treaty not given" => "covered != no; treaty = not_given";
    condition_always_covers: "| registration | standing = citizen | no |" => "| registration | always | no |";
    condition_two_cover: "| registration | standing = citizen | no |" => "| registration | standing = citizen; arrived_to_live = no | no |";
    condition_day_covers: "| registration | standing = citizen | no |" => "| registration | on < 2027-01-01 | no |";
}

// What the compiler refuses, by number.
broken! {
    refuse_1_incomplete: "| occasion = visa | mandatory | L50-CASE-6 |" => "| occasion = visa; on < 2025-07-01 | mandatory | L50-CASE-6 |";
    refuse_1_incomplete_early: "| on < 2024-01-01 | not_in_force | MIA-COMMENCEMENT |" => "| on >= 0001-01-02; on < 2024-01-01 | not_in_force | MIA-COMMENCEMENT |", "| always | not_required | MIA-DOCUMENTS |" => "| on >= 2024-01-01 | not_required | MIA-DOCUMENTS |";
    refuse_2_dead_row: "| occasion = visa | mandatory | L50-CASE-6 |" => "| occasion = visa | mandatory | L50-CASE-6 |\n| occasion = visa, expulsion | mandatory | L50-CASE-6 |";
    refuse_2_contradiction: "age >= 12; age < 16" => "age >= 16; age < 12";
    refuse_2_no_such_day: "| fingerprinted = yes | not_required | L50-ONCE |" => "| fingerprinted = yes; on >= 2025-01-01; on < 2024-06-01 | not_required | L50-ONCE |";
    refuse_3_basis_not_in_force: "visa_channel = airport, electronic; action = first_issue; on < 2025-07-01" => "visa_channel = airport, electronic; action = first_issue";
    refuse_3_basis_not_yet: "| on < 2024-01-01 | not_in_force | L50-COMMENCEMENT |" => "| on < 2023-12-31 | not_in_force | L50-COMMENCEMENT |";
    refuse_4_provision_number: "| 70 | NOTE-TREATY" => "| 69 | NOTE-TREATY";
    refuse_4_provision_id: "NOTE-TREATY-KYRGYZSTAN | NOTE | Protocol" => "NOTE-TREATY-RUSSIA | NOTE | Protocol";
    refuse_4_document: "| 5 | NOTE | report" => "| 4 | NOTE | report";
    refuse_4_question: "| number | id |\n|---|---|\n" => "| number | id |\n|---|---|\n| 1 | diplomat |\n| 1 | guest |\n";
    refuse_4_question_id: "| number | id |\n|---|---|\n" => "| number | id |\n|---|---|\n| 1 | guest |\n| 2 | guest |\n";
    refuse_4_question_named_as_edition: "| number | id |\n|---|---|\n" => "| number | id |\n|---|---|\n| 1 | enacted |\n";
    refuse_4_duty: row("| papers | L50") => twice("| papers | L50");
    refuse_4_term: "| notice | arrival" => "| move | arrival";
    refuse_4_country: "| LT | LTU | 440 |" => "| LT | LTU | 233 |";
    refuse_4_years: "| 2027 | 2030 |" => "| 2026 | 2030 |";
    refuse_4_clock: "| west | | 300 |" => "| west | | 300 |\n| west | | 360 |";
    refuse_4_holiday: row("| 05-01 |") => twice("| 05-01 |");
    refuse_4_movable_day: row("| 2026-05-27 |") => twice("| 2026-05-27 |");
    refuse_4_edition_name: "## Edition 2: announced" => "## Edition 2: enacted";
    refuse_5_until: "| 2024-01-01 | 2025-07-01 | suspended" => "| 2024-01-01 | 2024-01-01 | suspended";
    refuse_5_reported_basis: "| standing = citizen | voluntary | L50-CITIZEN-VOLUNTARY |" => "| standing = citizen | voluntary | MIA-SCOPE |";
    refuse_5_conflict_basis: "| 1 | L50-CITIZEN-VOLUNTARY | 2 |" => "| 1 | L50-PLACE | 2 |";
    refuse_5_conflict_obligation: "| 2 | mandatory | L50-CITIZEN" => "| 2 | suspended | L50-CITIZEN";
    refuse_5_conflict_edition: "| 1 | L50-CITIZEN-VOLUNTARY | 2 |" => "| 1 | L50-CITIZEN-VOLUNTARY | 3 |";
    refuse_5_conflict_with_itself: "| 1 | L50-CITIZEN-VOLUNTARY | 2 |" => "| 1 | L50-CITIZEN-VOLUNTARY | 1 |";
    refuse_5_conflict_of_one: "| L50-CITIZEN-VOLUNTARY, MIA-SCOPE |" => "| MIA-SCOPE |";
    refuse_5_strict_and_lenient: "| 5 | working | event | next |" => "| 5 | working | next | event |";
    refuse_5_ages_not_ascending: "| 12 |\n| 16 |" => "| 16 |\n| 12 |";
    refuse_5_term_missing: format!("{}\n", row("| notice | arrival")) => "";
    refuse_5_days_without_window: "| TR | TUR | 792 | PILOT-COUNTRIES | 90 | 90 | 180 |" => "| TR | TUR | 792 | PILOT-COUNTRIES | 90 | 90 | |";
    refuse_5_more_days_than_window: "| UZ | UZB | 860 | | 30 | 90 | 180 |" => "| UZ | UZB | 860 | | 30 | 190 | 180 |";
    refuse_5_stay_without_provision: "| NOTE-STAY-90 | 2023-01-27 | | |" => "| | 2023-01-27 | | |";
    refuse_5_treaty_without_provision: "| 30 | NOTE-TREATY-RUSSIA |" => "| 30 | |";
    refuse_5_years_backwards: "| 2027 | 2030 | projected |" => "| 2030 | 2027 | projected |";
    refuse_5_holiday_years_backwards: "| 03-15 | constitution_day | 2027 | |" => "| 03-15 | constitution_day | 2027 | 2026 |";
    refuse_5_zone_begins_late: "| west | | 300 |" => "| west | 2018-12-31T00:00Z | 300 |";
    refuse_5_zone_missing: "| west | | 300 |" => "| east | 2030-01-01T00:00Z | 300 |";
    refuse_6_needs: format!("{}\n", row("| translate_passport |")) => "";
    refuse_6_needs_itself: "| fingerprint_at_mission | abroad | fingerprints | iin, translation |" => "| fingerprint_at_mission | abroad | fingerprints | fingerprints |", format!("{}\n", row("| fingerprint_in_kazakhstan |")) => "";
    refuse_6_place_dead: "| occasion = visa; visa_channel = electronic | both |" => "| occasion = visa; visa_channel = airport | both |";
    refuse_6_place_last: "| always | in_kazakhstan |" => "| occasion != visa | in_kazakhstan |";
    refuse_6_deadlock_dead: "| always | L50-PLACE, L50-COLLECTORS-ABROAD |" => "| always | L50-PLACE |\n| always | L50-COLLECTORS-ABROAD |";
    refuse_6_deadlock_last: "| always | L50-PLACE, L50-COLLECTORS-ABROAD |" => "| blocked = document | L50-PLACE |";
    refuse_7_no_substitute: "| 12-16 | independence_day | | | yes |" => "| 12-31 | independence_day | | | yes |";
    refuse_7_worked_no_rest_day: "| 2025-01-05 | 2025-01-03 |" => "| 2025-01-06 | 2025-01-03 |";
    refuse_7_off_already: "| 2025-01-05 | 2025-01-03 |" => "| 2025-01-05 | 2025-01-02 |";
    refuse_7_off_rest_day: "| 2025-01-05 | 2025-01-03 |" => "| 2025-01-05 | 2025-01-04 |";
    refuse_8_rows: row("| occasion = seafarer_identity | mandatory") => many(33, 30, "| occasion = seafarer_identity; on < 20#-01-01 | mandatory | L50-CASE-1 |") + "
" + &row("| occasion = seafarer_identity | mandatory");
    refuse_8_provisions: row("| 71 |") => row("| 71 |") + "
" + &many(200, 72, "| # | NOTE-# | NOTE | somewhere | | | something |");
    refuse_8_steps: row("| iin_by_proxy |") => many(12, 10, "| iin_by_proxy | both | iin | | on < 20#-01-01 | L50-IIN-PROXY |");
    refuse_8_step_provisions: "| PILOT-PERIOD, PILOT-IN-PERSON, PILOT-PAPERS |" => "| PILOT-PERIOD, PILOT-IN-PERSON, PILOT-PAPERS, PILOT-TERM, PILOT-CERTIFICATE |";
    refuse_8_years: "| 2027 | 2030 | projected |" => "| 2027 | 2060 | projected |";
    refuse_8_ages: "| 12 |\n| 16 |" => "| 12 |\n| 14 |\n| 16 |\n| 18 |";
    refuse_8_questions: "| number | id |\n|---|---|\n" => "| number | id |\n|---|---|\n| 1 | a |\n| 2 | b |\n| 3 | c |\n| 4 | d |\n| 5 | e |\n";
    refuse_8_editions: "## Conflicts" => ["3", "4", "5"].map(|number| format!("## Edition {number}: e{number}\n\n| if | obligation | basis |\n|---|---|---|\n| always | voluntary | NOTE-ARRIVAL-NOTICE |\n\n### Duties of edition {number}\n\n| duty | provision |\n|---|---|\n| place | MIA-PLACE |\n\n")).concat() + "## Conflicts";
    refuse_8_caution_rows: row("| NOTE-PILOT-2 | iin_mission") => many(20, 10, "| NOTE-PILOT-2 | iin_mission | on < 20#-01-01 | |");
    refuse_8_cautions_in_answer: row("| NOTE-PILOT-2 | iin_mission") => many(9, 36, "| X | iin_mission | always | |").lines().zip(["R923-DEFINITIONS", "R923-30-DAYS", "R923-TREATY", "R923-DATA", "R923-HOST", "R923-CERTIFICATE", "R923-REFUSAL-1", "R923-REFUSAL-2", "R923-MOVE"]).map(|(row, id)| row.replace('X', id)).collect::<Vec<_>>().join("\n");
    refuse_8_milestone: row("| 71 |") => row("| 71 |") + "\n" + &many(41, 72, "| # | NOTE-# | NOTE | somewhere | 2027-07-01 | | something |");
    refuse_8_milestone_end: row("| 71 |") => row("| 71 |") + "\n" + &many(41, 72, "| # | NOTE-# | NOTE | somewhere | | 2027-07-01 | something |");
    refuse_8_named_by_step: row("| iin_by_proxy |") => ["R923-DEFINITIONS, R923-30-DAYS, R923-TREATY", "R923-DATA, R923-HOST, R923-CERTIFICATE", "R923-REFUSAL-1, R923-REFUSAL-2, R923-MOVE"].map(|ids| format!("| iin_by_proxy | both | iin | | on < 2026-01-01 | {ids} |")).join("\n");
    unreadable_numbers_are_no_number_twice: "| 1 | L50 |" => "| one | L50 |", "| 2 | PILOT | law" => "| two | PILOT | law", "| 1 | L50-COMMENCEMENT" => "| one | L50-COMMENCEMENT", "| 2 | L50-CITIZEN-VOLUNTARY" => "| two | L50-CITIZEN-VOLUNTARY";
    refuse_many_at_once: "| standing = citizen | voluntary |" => "| standng = citizen | volontary |", "| age < 16 | not_required |" => "| age < 17 | not_required |", "## Clock" => "## Clocks", "| 3 | R923 | law" => "| 3 | R923 | act";
}

#[test]
fn not_utf8() {
    let mut page = common::base().into_bytes();
    page[100] = 0xff;
    let output = program("broken-utf8", &page, &["check", "law.md"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("form_encoding", String::from_utf8(output.stderr).unwrap());
}

#[test]
fn an_empty_page() {
    refused("form_empty_page", "");
}
