//! SQL: columns listed, every value bound, placeholders in order, one place for differences.

use super::complaint::Complaint;
use super::source::{Literal, Source};
use super::tree::Tree;

const STORE: &str = "crates/kc-store/";
/// The one place where the two engines differ, and the only one that may build SQL.
const DIALECT: &str = "crates/kc-store/src/kernel/dialect.rs";

/// Words that open a statement.
const OPENINGS: &[&str] = &["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "];
/// Words that show a text to be SQL or a piece of it.
const CLAUSES: &[&str] = &[
    "SELECT ",
    "INSERT INTO",
    "UPDATE ",
    "DELETE FROM",
    " FROM ",
    "WHERE ",
    "ORDER BY",
    "LIMIT ",
];

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.texts(STORE, ".sql") {
        let statement = Literal {
            line: 1,
            text: without_comments(text),
        };
        complaints.extend(statement_complaints(path, &statement));
        complaints.extend(unused(tree, path));
    }
    for (path, text) in tree.texts(STORE, ".rs") {
        let source = Source::parse(text);
        for literal in source
            .literals
            .iter()
            .filter(|literal| is_statement(&literal.text))
        {
            complaints.extend(statement_complaints(path, literal));
        }
        if path != DIALECT && path.contains("/src/") {
            complaints.extend(built_statements(path, text, &source));
        }
    }
    for (path, text) in tree
        .texts("crates/", ".rs")
        .filter(|(path, _)| !may_speak_sql(path))
    {
        complaints.extend(sql_outside(path, &Source::parse(text)));
    }
    complaints
}

fn may_speak_sql(path: &str) -> bool {
    // Tests of the store and the harness of both engines look behind the curtain.
    path.starts_with(STORE) || path.starts_with("crates/kc-testkit/") || path.contains("/tests/")
}

fn is_statement(text: &str) -> bool {
    OPENINGS
        .iter()
        .any(|opening| text.trim_start().starts_with(opening))
}

fn is_sql(text: &str) -> bool {
    CLAUSES.iter().any(|clause| text.contains(clause))
}

fn without_comments(sql: &str) -> String {
    let code = sql
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default());
    code.collect::<Vec<_>>().join("\n")
}

fn statement_complaints(path: &str, statement: &Literal) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let squeezed = statement
        .text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    if squeezed.contains("SELECT *") || squeezed.contains("SELECT DISTINCT *") {
        let what = "`SELECT *`";
        complaints.push(Complaint::at(
            path,
            statement.line,
            what,
            "List the columns.",
        ));
    }
    if let Some((expected, found)) = first_out_of_order(&statement.text) {
        let what = format!("`${found}` stands where `${expected}` should first appear");
        let remedy = "Number placeholders in the order they first appear: SQLite counts them so.";
        complaints.push(Complaint::at(path, statement.line, what, remedy));
    }
    complaints
}

/// The placeholder that appears before a smaller one has appeared.
fn first_out_of_order(sql: &str) -> Option<(u32, u32)> {
    let mut seen = 0_u32;
    for piece in sql.split('$').skip(1) {
        let digits: String = piece.chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse::<u32>() else {
            continue;
        };
        let expected = seen.saturating_add(1);
        if number > expected {
            return Some((expected, number));
        }
        seen = seen.max(number);
    }
    None
}

/// Values put into SQL text instead of being bound.
fn built_statements(path: &str, text: &str, source: &Source) -> Vec<Complaint> {
    let lines: Vec<&str> = text.lines().collect();
    let builds = |literal: &&Literal| {
        let own = lines
            .get(literal.line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        let above = lines
            .get(literal.line.saturating_sub(2))
            .copied()
            .unwrap_or_default();
        own.contains("format!(") || above.trim_end().ends_with("format!(")
    };
    let found = source
        .literals
        .iter()
        .filter(|literal| is_sql(&literal.text))
        .filter(builds);
    found
        .map(|literal| {
            let remedy =
                "Bind the value; a difference between the engines belongs to kernel/dialect.rs.";
            Complaint::at(path, literal.line, "SQL built by `format!`", remedy)
        })
        .collect()
}

fn sql_outside(path: &str, source: &Source) -> Vec<Complaint> {
    let product_lines = source.product_code().lines().count();
    let in_product = |literal: &&Literal| literal.line <= product_lines;
    let found = source.literals.iter().filter(in_product).filter(|literal| {
        is_statement(&literal.text)
            && (is_sql(&literal.text) && literal.text.contains(" FROM ")
                || literal.text.contains("INSERT INTO"))
    });
    found
        .map(|literal| {
            let remedy = "Move it to kc-store, behind a function.";
            Complaint::at(path, literal.line, "SQL outside the store", remedy)
        })
        .collect()
}

fn unused(tree: &Tree, path: &str) -> Option<Complaint> {
    let name = path.rsplit('/').next().unwrap_or(path);
    if path.contains("/migrations/") {
        return None;
    }
    let used = tree
        .texts(STORE, ".rs")
        .any(|(_, text)| text.contains(&format!("\"{name}\"")));
    (!used).then(|| Complaint::of(path, "no function runs this query", "Use it or delete it."))
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    fn said_of(path: &str, text: &str) -> String {
        said(&check(&Tree::of(&[(path, text)])))
    }

    #[test]
    fn a_star_is_refused() {
        let said = said_of(
            "crates/kc-store/src/plan/mod.rs",
            "const Q: &str = \"SELECT *\n FROM plan\";\n",
        );
        assert!(said.contains("mod.rs:1: `SELECT *`"), "{said}");
    }

    #[test]
    fn placeholders_out_of_order_are_refused_and_repeated_ones_are_not() {
        let wrong = "//!\nconst Q: &str = \"SELECT id FROM plan WHERE a = $2 AND b = $1\";\n";
        let said = said_of("crates/kc-store/src/plan/mod.rs", wrong);
        assert!(said.contains("mod.rs:2: `$2` stands where `$1`"), "{said}");
        let right = wrong
            .replace("$2", "$1")
            .replace("b = $1", "b = $2 OR c = $1");
        assert_eq!(said_of("crates/kc-store/src/plan/mod.rs", &right), "");
        assert!(said_of("crates/kc-store/src/plan/a.sql", "-- a $1\nSELECT $2\n").contains("`$2`"));
    }

    #[test]
    fn sql_built_from_pieces_is_refused_outside_the_dialect() {
        let text = "fn q() { run(&format!(\"SELECT id FROM {table}\")) }\n";
        let said = said_of("crates/kc-store/src/plan/mod.rs", text);
        assert!(said.contains("mod.rs:1: SQL built by `format!`"), "{said}");
        let broken = "fn q() { run(&format!(\n    \"SELECT id FROM {table}\"\n)) }\n";
        assert!(said_of("crates/kc-store/src/plan/mod.rs", broken).contains("mod.rs:2: SQL built"));
        assert_eq!(said_of(DIALECT, text), "");
        let sentence = "fn q() { say(&format!(\"no plan {id}\")) }\n";
        assert_eq!(said_of("crates/kc-store/src/plan/mod.rs", sentence), "");
    }

    #[test]
    fn sql_outside_the_store_is_refused() {
        let text = "const Q: &str = \"SELECT id FROM plan\";\n";
        assert!(said_of("crates/kc-app/src/plan/show.rs", text).contains("SQL outside the store"));
    }

    #[test]
    fn a_query_nobody_runs_is_refused() {
        let said = said_of("crates/kc-store/src/plan/list.sql", "-- a\nSELECT 1\n");
        assert!(said.contains("no function runs this query"), "{said}");
    }
}
