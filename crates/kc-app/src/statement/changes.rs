//! What an amendment changed, in one sentence for the history.

use super::Checked;
use super::lines::check_line;
use kc_domain::statement::Entry;
use std::collections::{BTreeMap, BTreeSet};

/// Names the figures added, removed and changed, and the checks whose verdict turned.
pub(super) fn say(before: &Checked, after: &Checked) -> String {
    let (old, new) = (printed(before), printed(after));
    let mut parts = Vec::new();
    for (key, now) in &new {
        match old.get(key) {
            None => parts.push(format!("thêm {key} = {now}")),
            Some(held) if held != now => parts.push(format!("{key}: {held} → {now}")),
            Some(_) => {}
        }
    }
    let gone = old.iter().filter(|(key, _)| !new.contains_key(*key));
    parts.extend(gone.map(|(key, held)| format!("bỏ {key} = {held}")));
    let (old, new) = (checks(before), checks(after));
    parts.extend(new.difference(&old).map(|line| format!("thêm {line}")));
    parts.extend(old.difference(&new).map(|line| format!("bỏ {line}")));
    parts.extend(turned(before, after));
    if parts.is_empty() {
        return "số liệu giữ nguyên".to_owned();
    }
    parts.join("; ")
}

fn printed(checked: &Checked) -> BTreeMap<&str, &str> {
    let entries = checked.statement.figures.iter();
    entries
        .map(|entry: &Entry| {
            let text = entry.printed.as_deref().unwrap_or("chưa công bố");
            (entry.key.as_str(), text)
        })
        .collect()
}

fn checks(checked: &Checked) -> BTreeSet<String> {
    checked.statement.checks.iter().map(check_line).collect()
}

fn turned<'a>(before: &'a Checked, after: &'a Checked) -> impl Iterator<Item = String> + 'a {
    after.findings.iter().filter_map(|now| {
        let same = before.findings.iter().find(|held| held.name == now.name)?;
        let (held, now_is) = (same.verdict.text().vi, now.verdict.text().vi);
        (same.verdict != now.verdict).then(|| format!("“{}”: {held} → {now_is}", now.name))
    })
}
