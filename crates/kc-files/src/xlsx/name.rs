//! Names on tabs: what Excel forbids replaced, 31 characters kept, none twice.

use crate::book::Sheet;

/// The most UTF-16 units Excel shows on a tab.
const MOST_UNITS: usize = 31;

/// One allowed name per sheet, in order.
pub(super) fn tabs(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let plain = allowed(&sheet.name);
        let name = (1..=sheets.len())
            .map(|turn| numbered(&plain, turn))
            .find(|name| !taken(&names, name))
            .unwrap_or(plain);
        names.push(name);
    }
    names
}

fn taken(names: &[String], name: &str) -> bool {
    let lower = name.to_lowercase();
    names.iter().any(|other| other.to_lowercase() == lower)
}

fn allowed(name: &str) -> String {
    let replaced: String = name
        .chars()
        .map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => '-',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    let trimmed = replaced.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    match cut(trimmed, MOST_UNITS) {
        empty if empty.is_empty() => "Bảng".to_owned(),
        name => name,
    }
}

fn numbered(name: &str, turn: usize) -> String {
    match turn {
        1 => name.to_owned(),
        turn => {
            let tail = format!(" ({turn})");
            cut(name, MOST_UNITS.saturating_sub(tail.len())) + &tail
        }
    }
}

fn cut(name: &str, most: usize) -> String {
    let mut units = 0_usize;
    let kept: String = name
        .chars()
        .take_while(|c| {
            units = units.saturating_add(c.len_utf16());
            units <= most
        })
        .collect();
    kept.trim_end_matches(['\'', ' ']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_are_named_as_excel_allows_and_never_twice() {
        let names = [
            "Nhóm 1/2: [a]*?",
            "nhóm 1-2- -a---",
            "",
            "'",
            &"Đ".repeat(40),
        ];
        let sheets: Vec<Sheet> = names
            .iter()
            .map(|name| Sheet {
                name: (*name).to_owned(),
                ..Sheet::default()
            })
            .collect();
        let long = "Đ".repeat(31);
        assert_eq!(
            tabs(&sheets),
            [
                "Nhóm 1-2- -a---",
                "nhóm 1-2- -a--- (2)",
                "Bảng",
                "Bảng (2)",
                &long
            ]
        );
    }
}
