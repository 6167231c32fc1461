//! How long a file, a function, a template may be. There is no list of exceptions.

use super::complaint::Complaint;
use super::source::Source;
use super::tree::Tree;

const FILE_LINES_MAX: usize = 400;
const FUNCTION_LINES_MAX: usize = 60;
/// One `match` from each case to its sentence grows with its cases, not with its ideas.
const MATCH_LINES_MAX: usize = 70;
const TEMPLATE_LINES_MAX: usize = 250;
const QUERY_LINES_MAX: usize = 80;
/// Above this a file is data and belongs to `reference/` or to a `static/` folder.
const BYTES_MAX: u64 = 1_500_000;

const SPLIT: &str = "Split it by idea.";

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.texts("", ".rs") {
        complaints.extend(too_long(path, text, FILE_LINES_MAX));
        complaints.extend(long_functions(path, &Source::parse(text).code));
    }
    for (path, text) in tree.texts("crates/kc-web/templates/", ".html") {
        complaints.extend(too_long(path, text, TEMPLATE_LINES_MAX));
    }
    for (path, text) in tree.texts("crates/kc-store/src/", ".sql") {
        complaints.extend(too_long(path, text, QUERY_LINES_MAX));
    }
    complaints.extend(heavy_files(tree));
    complaints
}

fn too_long(path: &str, text: &str, max: usize) -> Option<Complaint> {
    let lines = text.lines().count();
    (lines > max).then(|| Complaint::of(path, format!("{lines} lines, at most {max}"), SPLIT))
}

/// rustfmt closes a function at the column where it opened, which is all this needs to know.
fn long_functions(path: &str, code: &str) -> Vec<Complaint> {
    let lines: Vec<&str> = code.lines().collect();
    let mut complaints = Vec::new();
    for (index, line) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| opens_function(line))
    {
        let indent = line.len().saturating_sub(line.trim_start().len());
        let closing = format!("{}}}", " ".repeat(indent));
        let body = lines.iter().skip(index);
        let length = body
            .take_while(|line| **line != closing)
            .count()
            .saturating_add(1);
        let max = if is_one_match(&lines, index) {
            MATCH_LINES_MAX
        } else {
            FUNCTION_LINES_MAX
        };
        if length > max {
            let what = format!("a function of {length} lines, at most {max}");
            complaints.push(Complaint::at(path, index.saturating_add(1), what, SPLIT));
        }
    }
    complaints
}

/// Whether a function is nothing but a `match`.
fn is_one_match(lines: &[&str], opens_at: usize) -> bool {
    let mut body = lines.iter().skip(opens_at);
    let first = body
        .find(|line| line.ends_with('{'))
        .and_then(|_| body.next());
    first.is_some_and(|line| {
        let bare = line.trim_start().trim_start_matches("Some(");
        bare.starts_with("match ")
    })
}

fn opens_function(line: &str) -> bool {
    let bare = line.trim_start();
    let named = bare.starts_with("fn ")
        || (bare.starts_with("pub") || bare.starts_with("async") || bare.starts_with("const"))
            && bare.contains(" fn ");
    // A signature alone, or a body on one line, closes where it opens.
    named && !bare.ends_with(';') && !bare.ends_with('}')
}

fn heavy_files(tree: &Tree) -> Vec<Complaint> {
    let is_data = |path: &str| path.starts_with("reference/") || path.contains("/static/");
    tree.files()
        .filter(|(path, file)| file.bytes > BYTES_MAX && !is_data(path))
        .map(|(path, file)| {
            let what = format!("{} bytes, at most {BYTES_MAX}", file.bytes);
            Complaint::of(
                path,
                what,
                "Put data in reference/ or static/, or leave it out.",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    fn said_of(path: &str, text: &str) -> String {
        said(&check(&Tree::of(&[(path, text)])))
    }

    #[test]
    fn a_long_file_is_refused_and_one_at_the_limit_is_not() {
        let at_limit = "x\n".repeat(FILE_LINES_MAX);
        assert_eq!(said_of("crates/kc-app/src/a.rs", &at_limit), "");
        let over = format!("{at_limit}x\n");
        for path in ["crates/kc-app/src/a.rs", "crates/kc-app/tests/it/a.rs"] {
            assert!(said_of(path, &over).contains("401 lines, at most 400"));
        }
    }

    #[test]
    fn a_long_function_is_refused_where_it_opens() {
        let body = "        x();\n".repeat(59);
        let text = format!("impl A {{\n    pub(crate) fn long() {{\n{body}    }}\n}}\n");
        assert!(said_of("xtask/src/a.rs", &text).contains("a.rs:2: a function of 61 lines"));
        let text = text.replacen("        x();\n", "", 1);
        assert_eq!(said_of("xtask/src/a.rs", &text), "");
    }

    #[test]
    fn a_function_that_is_one_match_has_room_for_its_cases() {
        let cases = "        A => 1,\n".repeat(66);
        let text = format!("fn code() -> i64 {{\n    match self {{\n{cases}    }}\n}}\n");
        assert_eq!(said_of("xtask/src/a.rs", &text), "");
        let text = text.replacen("        A", "        A => 1,\n        A", 1);
        assert!(said_of("xtask/src/a.rs", &text).contains("a function of 71 lines, at most 70"));
        let not_alone = text.replacen("    match", "    x();\n    match", 1);
        assert!(said_of("xtask/src/a.rs", &not_alone).contains("at most 60"));
    }

    #[test]
    fn a_long_template_and_a_long_query_are_refused() {
        let lines = "x\n".repeat(251);
        assert!(said_of("crates/kc-web/templates/plan/show.html", &lines).contains("at most 250"));
        assert!(said_of("crates/kc-store/src/plan/list.sql", &lines).contains("at most 80"));
    }

    #[test]
    fn a_heavy_file_is_data_or_has_no_place() {
        let heavy = "x".repeat(1_500_001);
        assert!(said_of("docs/picture.svg", &heavy).contains("1500001 bytes"));
        assert_eq!(said_of("reference/map.json", &heavy), "");
    }
}
