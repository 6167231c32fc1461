//! Names and values of a query or form, in the order they came; a name may come twice.

use kc_app::kernel::Problem;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Names and values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query(pub Vec<(String, String)>);

impl Query {
    /// Reads `a=1&b=%C4%91`.
    pub fn parse(text: &str) -> Self {
        let pairs = form_urlencoded::parse(text.as_bytes());
        Self(
            pairs
                .map(|(name, value)| (readable(&name), readable(&value)))
                .collect(),
        )
    }

    /// The first value of a name; empty when missing.
    pub fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(held, _)| held == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(held, _)| held == name)
            .map(|(_, value)| value.as_str())
    }

    /// The same query with one name set, or taken out when the value is empty.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut pairs: Vec<_> = self
            .0
            .iter()
            .filter(|(held, _)| held != name)
            .cloned()
            .collect();
        if !value.is_empty() {
            pairs.push((name.to_owned(), value.to_owned()));
        }
        Self(pairs)
    }

    /// The query as text, without `?`.
    pub fn encode(&self) -> String {
        let pairs = self
            .0
            .iter()
            .map(|(name, value)| [&*encode(name), "=", &*encode(value)].concat());
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The query behind a path.
    pub fn behind(&self, path: &str) -> String {
        if self.0.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{}", self.encode())
        }
    }
}

/// Most characters of one answer: ten closely written pages.
const CHARACTERS_MAX: usize = 30_000;

/// Answers that name something, and how long one may be: names and numbers stand in indexes, whose
/// entries are short.
const NAMED: [&str; 9] = [
    "code",
    "full_name",
    "name",
    "number",
    "owner_name",
    "short_name",
    "sign_in",
    "tax_number",
    "title",
];
const NAMED_CHARACTERS_MAX: usize = 500;

/// Answers that hold a whole file, pasted, and how long one may be.
const PASTED: [&str; 4] = ["text", "file", "figures", "checks"];
const PASTED_CHARACTERS_MAX: usize = 200_000;

/// Stands for what is no text: a broken character, or one that no key and no printer has.
const BROKEN: char = '\u{FFFD}';

/// Text with the characters that are no text marked as such; no engine keeps them.
pub fn readable(text: &str) -> String {
    let marked = |c: char| {
        if c.is_control() && !c.is_whitespace() {
            BROKEN
        } else {
            c
        }
    };
    text.chars().map(marked).collect()
}

/// The answers of a form that nobody can have meant so: broken characters, or far too long.
pub fn unreadable(form: &Query) -> Vec<Problem> {
    let answers = form.0.iter();
    answers
        .filter_map(|(name, value)| problem(name, value))
        .collect()
}

fn problem(name: &str, value: &str) -> Option<Problem> {
    let length = value.chars().count();
    let most = if PASTED.contains(&name) {
        PASTED_CHARACTERS_MAX
    } else if NAMED.contains(&name) {
        NAMED_CHARACTERS_MAX
    } else {
        CHARACTERS_MAX
    };
    if length > most {
        return Some(Problem::new(
            name,
            format!(
                "Nội dung dài {length} ký tự, tối đa {most}. Rút gọn, hoặc đính kèm thành tệp."
            ),
            format!("This has {length} characters; at most {most}. Shorten it, or attach a file."),
        ));
    }
    value.contains(BROKEN).then(|| {
        Problem::new(
            name,
            format!("Có ký tự hỏng ({BROKEN}). Xóa đi rồi gõ lại chỗ đó."),
            format!("There is a broken character ({BROKEN}). Delete it and type that place again."),
        )
    })
}

/// What stands as it is in every part of an address and in a cookie.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Percent-encodes everything but letters, digits and `-._~`.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

/// Undoes [`encode`]; what is no valid text becomes `�`.
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_comes_back() {
        for text in ["Mỹ Đồng & Kiền Bái", "a+b=c%", "", "?/#"] {
            assert_eq!(decode(&encode(text)), text);
        }
        let typed = Query::parse("q=M%E1%BB%B9+%C4%90%E1%BB%93ng%");
        assert_eq!(typed.get("q"), "Mỹ Đồng%");
    }

    #[test]
    fn what_is_no_text_is_marked_and_told_and_lines_and_tabs_are_kept() {
        let form = Query::parse("a=1%0D%0A%092&b=x%00y%1B&c=%C3%28&d=%E1%BB%B9");
        assert_eq!(form.get("a"), "1\r\n\t2");
        assert_eq!(form.get("b"), "x\u{FFFD}y\u{FFFD}");
        let wrong: Vec<_> = unreadable(&form).into_iter().map(|it| it.field).collect();
        assert_eq!(wrong, ["b", "c"]);
    }

    #[test]
    fn an_answer_may_be_long_but_not_endless() {
        let form = |length| Query::default().with("a", &"đ".repeat(length));
        assert!(unreadable(&form(CHARACTERS_MAX)).is_empty());
        assert_eq!(unreadable(&form(CHARACTERS_MAX + 1)).len(), 1);
    }

    #[test]
    fn a_name_is_shorter_than_a_note() {
        let of = |name, length| unreadable(&Query::default().with(name, &"đ".repeat(length)));
        assert!(of("name", NAMED_CHARACTERS_MAX).is_empty());
        let long = of("name", NAMED_CHARACTERS_MAX + 1);
        assert_eq!(long.first().map(|it| &*it.field), Some("name"));
        assert!(of("note", NAMED_CHARACTERS_MAX + 1).is_empty());
    }

    #[test]
    fn a_name_can_be_set_and_taken_out() {
        let query = Query::parse("q=x&page=2&col=a&col=b");
        assert_eq!(query.with("page", "").encode(), "q=x&col=a&col=b");
        assert_eq!(query.all("col").collect::<Vec<_>>(), ["a", "b"]);
    }
}
