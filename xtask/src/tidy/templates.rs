//! Templates: each is used, and none carries script or style of its own.

use super::complaint::Complaint;
use super::tree::Tree;

const FOLDER: &str = "crates/kc-web/templates/";
/// Components made of ready pieces of page; elsewhere output is always escaped.
const MAY_BE_UNESCAPED: &str = "crates/kc-web/templates/kernel/";

const OUTSIDE: &str = "Put it in static/: the pages forbid what stands inline.";

pub(crate) fn check(tree: &Tree) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (path, text) in tree.texts(FOLDER, ".html") {
        complaints.extend(unused(tree, path));
        for (index, line) in text.lines().enumerate() {
            if let Some((what, remedy)) = inline(path, line) {
                complaints.push(Complaint::at(path, index.saturating_add(1), what, remedy));
            }
        }
    }
    complaints
}

fn unused(tree: &Tree, path: &str) -> Option<Complaint> {
    let quoted = format!("\"{}\"", path.strip_prefix(FOLDER)?);
    let named_in = |folder, ending| {
        tree.texts(folder, ending)
            .any(|(other, text)| other != path && text.contains(&quoted))
    };
    let used = named_in("crates/kc-web/", ".rs") || named_in(FOLDER, ".html");
    (!used).then(|| Complaint::of(path, "no page uses this template", "Use it or delete it."))
}

fn inline(path: &str, line: &str) -> Option<(&'static str, &'static str)> {
    let lower = line.to_ascii_lowercase();
    if lower.contains("<style") || lower.contains(" style=\"") {
        return Some(("a style inside the page", OUTSIDE));
    }
    let script = lower.split("<script").nth(1);
    if script.is_some_and(|tag| !tag.contains("src=") && !tag.contains("type=\"application/json\""))
    {
        return Some(("a script inside the page", OUTSIDE));
    }
    if lower.contains("javascript:") || has_handler(&lower) {
        return Some(("a handler inside the page", OUTSIDE));
    }
    if lower.contains("|safe") && !path.starts_with(MAY_BE_UNESCAPED) {
        let remedy = "Let a component in templates/kernel/ do it.";
        return Some(("output that is not escaped", remedy));
    }
    None
}

/// Whether a tag carries `onclick="…"` or one of its kin.
fn has_handler(line: &str) -> bool {
    line.split(" on").skip(1).any(|after| {
        let name: String = after
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .collect();
        let rest = after.get(name.len()..).unwrap_or_default();
        !name.is_empty() && (rest.starts_with("=\"") || rest.starts_with("='"))
    })
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;

    const PAGE: &str = "crates/kc-web/templates/plan/show.html";
    const USER: (&str, &str) = (
        "crates/kc-web/src/plan/views.rs",
        "#[template(path = \"plan/show.html\")]",
    );

    fn said_of(line: &str) -> String {
        said(&check(&Tree::of(&[USER, (PAGE, line)])))
    }

    #[test]
    fn what_stands_inline_is_refused() {
        assert!(said_of("<p style=\"color:red\">").contains("show.html:1: a style inside"));
        assert!(said_of("<style>p{}</style>").contains("a style inside"));
        assert!(said_of("<script>go()</script>").contains("a script inside"));
        assert!(said_of("<button onclick=\"go()\">").contains("a handler inside"));
        assert!(said_of("<a href=\"javascript:go()\">").contains("a handler inside"));
        assert!(said_of("{{ note|safe }}").contains("not escaped"));
    }

    #[test]
    fn a_linked_script_and_a_plain_sentence_pass() {
        assert_eq!(
            said_of("<script src=\"/static/app.js\" defer></script>"),
            ""
        );
        assert_eq!(said_of("<p>Based on=\u{201c}nothing\u{201d}</p>"), "");
    }

    #[test]
    fn a_template_nobody_uses_is_refused() {
        let tree = Tree::of(&[(PAGE, "<p></p>")]);
        assert!(said(&check(&tree)).contains("no page uses this template"));
    }
}
