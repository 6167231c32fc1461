//! What a form carries that nobody types, and how a filled form travels.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::Display;

/// Names and values of the hidden fields of the form that leads to `action`.
pub(super) fn hidden_fields(page: &str, action: &str) -> Vec<(String, String)> {
    let forms = page
        .split("<form")
        .skip(1)
        .filter_map(|form| form.split("</form>").next());
    let wanted = |form: &&str| {
        let opening = form.split('>').next().unwrap_or_default();
        attribute(opening, "action").is_some_and(|found| found == action)
    };
    let form = forms.into_iter().find(wanted).unwrap_or_default();
    let inputs = form
        .split("<input")
        .skip(1)
        .filter_map(|input| input.split('>').next());
    inputs
        .filter(|input| attribute(input, "type").is_some_and(|kind| kind == "hidden"))
        .filter_map(|input| {
            Some((
                attribute(input, "name")?,
                attribute(input, "value").unwrap_or_default(),
            ))
        })
        .collect()
}

/// The value of an attribute, as it was before the page was written.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split(&format!(" {name}=\"")).nth(1)?;
    let value = after.split('"').next()?;
    Some(
        value
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&"),
    )
}

/// Fields as the body of a posted form.
pub(super) fn encoded(fields: &[(String, String)]) -> String {
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn escaped(text: &str) -> impl Display {
    utf8_percent_encode(text, NON_ALPHANUMERIC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hidden_fields_of_the_wanted_form_are_carried() {
        let page = r#"<form method="post" action="/out"><input type="hidden" name="csrf" value="no"></form>
            <form method="post" action="/in">
              <input type="hidden" name="csrf" value="a&amp;b"><input type="text" name="who" value="x">
            </form>"#;
        assert_eq!(
            hidden_fields(page, "/in"),
            [("csrf".to_owned(), "a&b".to_owned())]
        );
        assert_eq!(hidden_fields(page, "/elsewhere"), []);
    }

    #[test]
    fn vietnamese_travels_in_a_form() {
        let fields = [("tên".to_owned(), "Đề án & 1".to_owned())];
        assert_eq!(
            encoded(&fields),
            "t%C3%AAn=%C4%90%E1%BB%81%20%C3%A1n%20%26%201"
        );
    }
}
