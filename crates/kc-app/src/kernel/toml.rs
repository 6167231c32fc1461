//! What is wrong with a TOML file, said so that whoever wrote it can mend it: line and words of the
//! office instead of those of the parser.

use kc_domain::kernel::text::Text;

/// The line, counted from 1, and what is wrong there.
pub(crate) fn unreadable(text: &str, error: &toml::de::Error) -> (usize, Text) {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count().saturating_add(1);
    let message = error.message();
    let vi = known(message).unwrap_or_else(|| {
        let said = message.replace('\n', ", ");
        format!(
            "sai cú pháp TOML ({said}); kiểm tra dấu =, dấu ngoặc kép, ngoặc vuông và ngày viết như 2026-01-31"
        )
    });
    (line, Text::new(vi, message.replace('\n', ", ")))
}

/// The mistakes people make, in words.
fn known(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    if message.starts_with("missing field") {
        let key = quoted.next()?;
        return Some(format!(
            "thiếu khóa “{key}”; thêm dòng {key} = … hoặc khối [[{key}]]"
        ));
    }
    if message.starts_with("unknown field") {
        let key = quoted.next()?;
        let known: Vec<_> = quoted.collect();
        let known = known.join(", ");
        return Some(format!(
            "không có khóa “{key}”; khóa dùng được ở đây: {known}"
        ));
    }
    if message.starts_with("duplicate key") {
        let key = quoted.next()?;
        return Some(format!(
            "khóa “{key}” ghi hai lần trong một khối; giữ một dòng"
        ));
    }
    if message.starts_with("invalid date-time") {
        return Some("không có ngày này; viết ngày có thật, như 2026-01-31".to_owned());
    }
    if message.contains("basic string") || message.contains("literal string") {
        return Some("chuỗi thiếu dấu ngoặc kép đóng, hoặc có ký tự không dùng được".to_owned());
    }
    let (found, wanted) = message.split_once(", expected ")?;
    let found = found
        .strip_prefix("invalid type: ")
        .or_else(|| found.strip_prefix("invalid value: "))?;
    Some(format!(
        "{} không dùng được ở đây; {}",
        value(found),
        asked(wanted)
    ))
}

/// A value as the parser names it: `string "x"`, `` integer `5` ``.
fn value(found: &str) -> String {
    let shown = found.split_once(' ').map_or(found, |(_, shown)| shown);
    let shown = shown.trim_matches(|c| c == '`' || c == '"');
    format!("“{shown}”")
}

/// What the parser waits for.
fn asked(wanted: &str) -> &'static str {
    match wanted {
        "a string" => "cần một chuỗi trong ngoặc kép",
        "a sequence" => "cần một danh sách trong ngoặc vuông, như [\"a\", \"b\"]",
        "a boolean" => "cần true hoặc false",
        "a TOML datetime" => "cần một ngày không có ngoặc kép, như 2026-01-31",
        "u8" => "cần một số nguyên từ 0 đến 255",
        "u16" => "cần một số nguyên từ 0 đến 65.535",
        "i32" | "i64" => "cần một số nguyên",
        _ => "xem mẫu trong tài liệu về khóa này",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kc_domain::kernel::text::Lang;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        #[serde(rename = "name")]
        _name: String,
        #[serde(rename = "days")]
        _days: Option<u16>,
        #[serde(rename = "from")]
        _from: Option<toml::value::Datetime>,
        #[serde(rename = "who", default)]
        _who: Vec<String>,
    }

    #[test]
    fn each_common_mistake_is_said_in_words_with_its_line() {
        for (text, line, said) in [
            ("days = 1\n", 1, "thiếu khóa “name”"),
            (
                "name = \"a\"\nmau = 1\n",
                2,
                "không có khóa “mau”; khóa dùng được ở đây: name, days",
            ),
            ("name = \"a\"\nname = \"b\"\n", 2, "khóa “name” ghi hai lần"),
            ("name = \"a\"\nfrom = 2026-02-30\n", 2, "không có ngày này"),
            ("name = \"a\n", 1, "chuỗi thiếu dấu ngoặc kép đóng"),
            (
                "name = \"a\"\nfrom = \"1/1/2026\"\n",
                2,
                "“1/1/2026” không dùng được ở đây; cần một ngày",
            ),
            (
                "name = \"a\"\ndays = -1\n",
                2,
                "“-1” không dùng được ở đây; cần một số nguyên",
            ),
            (
                "name = \"a\"\nwho = \"b\"\n",
                2,
                "cần một danh sách trong ngoặc vuông",
            ),
            ("name = 5\n", 1, "“5” không dùng được ở đây; cần một chuỗi"),
            ("Quy trình\n", 1, "sai cú pháp TOML"),
        ] {
            let error = toml::from_str::<File>(text).unwrap_err();
            let (at, told) = unreadable(text, &error);
            let told = told.say(Lang::Vi);
            assert_eq!(at, line, "{text}");
            assert!(told.contains(said), "{told}");
        }
    }
}
