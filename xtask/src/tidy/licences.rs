//! The licences of every library the program is built from, against a list.

use super::complaint::Complaint;
use crate::fault::Fault;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Licences that let an office run and pass on the program without further duty than naming them.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What cargo knows of all packages in the lock file, without asking the network twice.
pub(crate) fn metadata(root: &Path) -> Result<Value, Fault> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(root)
        .output()
        .map_err(Fault::while_doing("cannot run cargo metadata"))?;
    if !output.status.success() {
        return Err(Fault::new(String::from_utf8_lossy(&output.stderr)));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

pub(crate) fn check(metadata: &Value) -> Result<Vec<Complaint>, Fault> {
    let packages = metadata.get("packages").and_then(Value::as_array);
    let packages = packages.ok_or_else(|| Fault::new("cargo metadata names no packages"))?;
    Ok(packages.iter().filter_map(complaint).collect())
}

fn complaint(package: &Value) -> Option<Complaint> {
    let name = package.get("name").and_then(Value::as_str).unwrap_or("?");
    let licence = package
        .get("license")
        .and_then(Value::as_str)
        .unwrap_or("none");
    let remedy =
        "Choose another library, or add the licence to xtask/src/tidy/licences.rs with an ADR.";
    (!allows(licence)).then(|| Complaint::of(name, format!("the licence is {licence}"), remedy))
}

/// Whether an SPDX expression can be met by the list: `OR` leaves a choice, `AND` does not.
fn allows(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    split_outside_brackets(&expression, " AND ")
        .iter()
        .all(|part| {
            let part = part.trim();
            let inner = part
                .strip_prefix('(')
                .and_then(|part| part.strip_suffix(')'))
                .unwrap_or(part);
            inner.split(" OR ").any(|one| ALLOWED.contains(&one.trim()))
        })
}

fn split_outside_brackets<'e>(expression: &'e str, separator: &str) -> Vec<&'e str> {
    let mut parts = Vec::new();
    let mut rest = expression;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|text| text.find(separator)) {
        let at = at.saturating_add(from);
        let (left, right) = rest.split_at_checked(at).unwrap_or((rest, ""));
        if left.matches('(').count() == left.matches(')').count() {
            parts.push(left);
            rest = right.strip_prefix(separator).unwrap_or_default();
            from = 0;
        } else {
            from = at.saturating_add(separator.len());
        }
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::super::complaint::said;
    use super::*;
    use serde_json::json;

    #[test]
    fn a_licence_with_duties_and_a_missing_one_are_refused() {
        let metadata = json!({"packages": [
            {"name": "fine", "license": "MIT/Apache-2.0"},
            {"name": "strict", "license": "AGPL-3.0-only"},
            {"name": "both", "license": "MIT AND GPL-2.0-only"},
            {"name": "silent", "license": null},
        ]});
        let said = said(&check(&metadata).unwrap());
        assert!(
            said.contains("strict: the licence is AGPL-3.0-only"),
            "{said}"
        );
        assert!(said.contains("both:") && said.contains("silent:"), "{said}");
        assert!(!said.contains("fine"), "{said}");
    }

    #[test]
    fn a_choice_in_brackets_is_a_choice() {
        assert!(allows("(MIT OR GPL-2.0-only) AND Unicode-3.0"));
        assert!(!allows("(MIT OR Apache-2.0) AND GPL-2.0-only"));
        assert!(allows(
            "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT"
        ));
    }

    #[test]
    fn an_answer_without_packages_is_a_fault() {
        assert!(check(&json!({})).is_err());
    }
}
